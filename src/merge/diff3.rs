//! Three sequences, aligned: which stretches are the same, whose are changed, and where both changed one place.
//!
//! Knows nothing of lines: whatever can be told apart by a number can be merged.

use std::iter::Peekable;
use std::ops::Range;
use std::slice::Iter;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A stretch of all three; chunks follow each other without gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chunk {
    pub kind: Kind,
    pub base: Range<usize>,
    pub ours: Range<usize>,
    pub theirs: Range<usize>,
}

/// Whose a stretch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// As long, and the same, in all three.
    Unchanged,
    /// Only ours changed it.
    Ours,
    /// Only theirs changed it.
    Theirs,
    /// Both changed it alike.
    Both,
    /// Both changed it, each in another way.
    Conflict,
}

/// Aligns three sequences. Changes that touch, with nothing unchanged between them, are one: nobody can tell their order.
pub(super) fn align(base: &[u32], ours: &[u32], theirs: &[u32]) -> Vec<Chunk> {
    let (our_edits, their_edits) = (edits(base, ours), edits(base, theirs));
    let mut walk = Walk { ours: Side::of(&our_edits), theirs: Side::of(&their_edits), at: 0, chunks: Vec::new() };
    while let Some(start) = walk.next_edit() {
        walk.unchanged_until(start);
        walk.changed(ours, theirs);
    }
    walk.unchanged_until(base.len());
    walk.chunks
}

/// What replaces a stretch of the base.
#[derive(Debug)]
struct Edit {
    base: Range<usize>,
    side: Range<usize>,
}

fn edits(base: &[u32], side: &[u32]) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    for op in capture_diff_slices(Algorithm::Histogram, base, side) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (base, side) = (op.old_range(), op.new_range());
        match edits.last_mut() {
            Some(last) if last.base.end == base.start && last.side.end == side.start => {
                last.base.end = base.end;
                last.side.end = side.end;
            }
            _ => edits.push(Edit { base, side }),
        }
    }
    edits
}

/// One side's edits that are still to come, and where the side stands.
struct Side<'a> {
    edits: Peekable<Iter<'a, Edit>>,
    at: usize,
}

impl<'a> Side<'a> {
    fn of(edits: &'a [Edit]) -> Self {
        Self { edits: edits.iter().peekable(), at: 0 }
    }

    fn start(&mut self) -> Option<usize> {
        self.edits.peek().map(|edit| edit.base.start)
    }
}

struct Walk<'a> {
    ours: Side<'a>,
    theirs: Side<'a>,
    /// Where the base stands.
    at: usize,
    chunks: Vec<Chunk>,
}

impl Walk<'_> {
    fn next_edit(&mut self) -> Option<usize> {
        match (self.ours.start(), self.theirs.start()) {
            (Some(ours), Some(theirs)) => Some(ours.min(theirs)),
            (ours, theirs) => ours.or(theirs),
        }
    }

    fn unchanged_until(&mut self, end: usize) {
        let length = end - self.at;
        if length > 0 {
            self.push(Kind::Unchanged, length, length, length);
        }
    }

    /// Everything that hangs together with the next edit.
    fn changed(&mut self, our_items: &[u32], their_items: &[u32]) {
        let Some(start) = self.next_edit() else { return };
        let mut end = start;
        let (mut ours, mut theirs) = (None, None);
        loop {
            if let Some(edit) = self.ours.edits.next_if(|edit| edit.base.start <= end) {
                end = end.max(edit.base.end);
                ours = Some(edit);
            } else if let Some(edit) = self.theirs.edits.next_if(|edit| edit.base.start <= end) {
                end = end.max(edit.base.end);
                theirs = Some(edit);
            } else {
                break;
            }
        }
        let length = |last: Option<&Edit>, at: usize| match last {
            Some(edit) => edit.side.end + (end - edit.base.end) - at,
            None => end - start,
        };
        let (our_length, their_length) = (length(ours, self.ours.at), length(theirs, self.theirs.at));
        let our_part = &our_items[self.ours.at..self.ours.at + our_length];
        let their_part = &their_items[self.theirs.at..self.theirs.at + their_length];
        match (ours, theirs) {
            (Some(_), None) => self.push(Kind::Ours, end - start, our_length, their_length),
            (None, _) => self.push(Kind::Theirs, end - start, our_length, their_length),
            _ if our_part == their_part => self.push(Kind::Both, end - start, our_length, their_length),
            _ => self.opposed(end - start, our_part, their_part),
        }
    }

    /// What both begin with, and end with, is no part of the conflict.
    fn opposed(&mut self, base: usize, ours: &[u32], theirs: &[u32]) {
        let head = ours.iter().zip(theirs).take_while(|(one, other)| one == other).count();
        let (ours, theirs) = (&ours[head..], &theirs[head..]);
        let tail = ours.iter().rev().zip(theirs.iter().rev()).take_while(|(one, other)| one == other).count();
        let (ours, theirs) = (ours.len() - tail, theirs.len() - tail);
        if head > 0 {
            self.push(Kind::Both, 0, head, head);
        }
        let kind = match (base, ours, theirs) {
            // Both added the same, and one of them something more.
            (0, _, 0) => Kind::Ours,
            (0, 0, _) => Kind::Theirs,
            _ => Kind::Conflict,
        };
        self.push(kind, base, ours, theirs);
        if tail > 0 {
            self.push(Kind::Both, 0, tail, tail);
        }
    }

    fn push(&mut self, kind: Kind, base: usize, ours: usize, theirs: usize) {
        let (at, our_at, their_at) = (self.at, self.ours.at, self.theirs.at);
        (self.at, self.ours.at, self.theirs.at) = (at + base, our_at + ours, their_at + theirs);
        self.chunks.push(Chunk {
            kind,
            base: at..self.at,
            ours: our_at..self.ours.at,
            theirs: their_at..self.theirs.at,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(base: &str, ours: &str, theirs: &str) -> String {
        let items = |text: &str| text.chars().map(u32::from).collect::<Vec<_>>();
        let (base, ours, theirs) = (items(base), items(ours), items(theirs));
        let text = |items: &[u32]| items.iter().filter_map(|item| char::from_u32(*item)).collect::<String>();
        let chunks = align(&base, &ours, &theirs);
        let shown = chunks.iter().map(|chunk| match chunk.kind {
            Kind::Unchanged => text(&base[chunk.base.clone()]),
            Kind::Ours => format!("<{}>", text(&ours[chunk.ours.clone()])),
            Kind::Theirs => format!("[{}]", text(&theirs[chunk.theirs.clone()])),
            Kind::Both => format!("={}=", text(&ours[chunk.ours.clone()])),
            Kind::Conflict => format!(
                "!{}|{}|{}!",
                text(&ours[chunk.ours.clone()]),
                text(&base[chunk.base.clone()]),
                text(&theirs[chunk.theirs.clone()])
            ),
        });
        shown.collect()
    }

    #[test]
    fn changes_of_either_side_are_told_apart() {
        assert_eq!(kinds("abcdefg", "aXcdefg", "abcdeYg"), "a<X>cde[Y]g");
        assert_eq!(kinds("abc", "abcX", "Yabc"), "[Y]abc<X>");
        assert_eq!(kinds("abcde", "ae", "abcde"), "a<>e");
    }

    #[test]
    fn equal_changes_are_no_conflict() {
        assert_eq!(kinds("abc", "aXc", "aXc"), "a=X=c");
        assert_eq!(kinds("ab", "aXYb", "aXb"), "a=X=<Y>b");
        assert_eq!(kinds("ab", "aXb", "aZXb"), "a[Z]=X=b");
    }

    #[test]
    fn changes_that_overlap_or_touch_are_a_conflict() {
        assert_eq!(kinds("abc", "aXc", "aYc"), "a!X|b|Y!c");
        assert_eq!(kinds("abcd", "aXcd", "abYd"), "a!Xc|bc|bY!d");
        assert_eq!(kinds("ab", "aXb", "aYb"), "a!X||Y!b");
        assert_eq!(kinds("abcd", "ad", "abXcd"), "a!|bc|bXc!d");
    }

    #[test]
    fn a_conflict_is_as_small_as_both_sides_allow() {
        assert_eq!(kinds("abc", "aPXQc", "aPYQc"), "a=P=!X|b|Y!=Q=c");
    }
}
