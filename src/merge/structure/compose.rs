//! Writes a container again: ours' entries with their white space, and among them what theirs added.

use std::collections::HashMap;
use std::ops::Range;

use super::{Container, Entry};

/// One entry of the result.
#[derive(Debug)]
pub(super) struct Piece {
    /// White space before it.
    gap: String,
    text: String,
    /// What follows on its line, behind the comma.
    behind: String,
}

impl Piece {
    /// An entry of ours, with what became of its text.
    pub(super) fn of_ours(text: &str, container: &Container, index: usize, content: String) -> Self {
        let gap = text[container.gaps[index].clone()].to_owned();
        Self { gap, text: content, behind: container.entries[index].behind.clone() }
    }
}

/// The inside of a container of ours: `kept` is what is left of it, by index, `new` the entries of theirs that come in.
pub(super) fn container(
    our_text: &str,
    ours: &Container,
    their_text: &str,
    theirs: &Container,
    kept: Vec<(usize, Piece)>,
    new: &[usize],
    program: bool,
) -> String {
    let keys: Vec<&str> = kept.iter().map(|(index, _)| ours.entries[*index].key.as_str()).collect();
    let sorted = !ours.kind.ordered && ours.entries.len() > 2 && is_sorted(&ours.entries) && is_sorted(&theirs.entries);
    let places = if sorted { sorted_places(&keys, theirs, new) } else { places(&keys, theirs, new) };
    let mut writer = Writer { program, ..Writer::of(our_text, ours, their_text, theirs) };
    let mut new = places.into_iter().peekable();
    for (place, (index, piece)) in kept.into_iter().enumerate() {
        while let Some((_, index)) = new.next_if(|(before, _)| *before <= place) {
            writer.new_entry(index, Some(&piece.gap));
        }
        writer.our_entry(index, piece);
    }
    for (_, index) in new {
        writer.new_entry(index, None);
    }
    writer.finish()
}

/// Before which of ours each new entry comes: behind the one that it follows in theirs, or else before the one that follows
/// it there. In order.
fn places(keys: &[&str], theirs: &Container, new: &[usize]) -> Vec<(usize, usize)> {
    let of: HashMap<&str, usize> = keys.iter().enumerate().map(|(place, key)| (*key, place)).collect();
    let mut new = new.iter().copied().peekable();
    let mut places = Vec::new();
    let mut at = None;
    for (index, entry) in theirs.entries.iter().enumerate() {
        if new.next_if_eq(&index).is_some() {
            places.push((at, index));
        } else if let Some(place) = of.get(entry.key.as_str()) {
            at = Some(place + 1);
        }
    }
    let first = theirs.entries.iter().find_map(|entry| of.get(entry.key.as_str())).copied().unwrap_or(keys.len());
    let mut places: Vec<(usize, usize)> = places.into_iter().map(|(at, index)| (at.unwrap_or(first), index)).collect();
    places.sort_by_key(|(place, _)| *place);
    places
}

fn sorted_places(keys: &[&str], theirs: &Container, new: &[usize]) -> Vec<(usize, usize)> {
    let place = |key: &str| keys.partition_point(|other| *other < key);
    new.iter().map(|index| (place(&theirs.entries[*index].key), *index)).collect()
}

fn is_sorted(entries: &[Entry]) -> bool {
    entries.iter().map(|entry| entry.key.as_str()).is_sorted()
}

struct Writer<'a> {
    our_text: &'a str,
    ours: &'a Container,
    their_text: &'a str,
    theirs: &'a Container,
    /// What entries of theirs begin with, by key.
    their_gaps: HashMap<&'a str, &'a str>,
    indent: String,
    /// Whether both are programs.
    program: bool,
    pieces: Vec<Piece>,
}

impl<'a> Writer<'a> {
    fn of(our_text: &'a str, ours: &'a Container, their_text: &'a str, theirs: &'a Container) -> Self {
        let first = ours.entries.first().map(|first| indent(our_text, first.span.start));
        let indent = first.or_else(|| Some(indent(their_text, theirs.entries.first()?.span.start)));
        let their_gaps = theirs.entries.iter().zip(&theirs.gaps);
        let their_gaps = their_gaps.map(|(entry, gap)| (entry.key.as_str(), &their_text[gap.clone()])).collect();
        let indent = indent.unwrap_or_default();
        Self { our_text, ours, their_text, theirs, their_gaps, indent, program: false, pieces: Vec::new() }
    }

    fn our_entry(&mut self, index: usize, mut piece: Piece) {
        if let Some(opening) = self.opening().filter(|_| self.pieces.is_empty()) {
            piece.gap = opening;
        } else if index == 0 {
            // It was the first, and is not any more.
            let key = self.ours.entries[index].key.as_str();
            piece.gap = self.gap(self.their_gaps.get(key).copied().unwrap_or_default(), Some(&piece.gap));
        }
        self.pieces.push(piece);
    }

    fn new_entry(&mut self, index: usize, next_gap: Option<&str>) {
        let entry = &self.theirs.entries[index];
        let their_gap = &self.their_text[self.theirs.gaps[index].clone()];
        let first = self.opening().filter(|_| self.pieces.is_empty());
        let gap = first.unwrap_or_else(|| self.gap(their_gap, next_gap));
        let text = moved_to(self.their_text, entry.span.clone(), &self.indent, self.program);
        self.pieces.push(Piece { gap, text, behind: entry.behind.clone() });
    }

    /// What ours has before its first entry.
    fn opening(&self) -> Option<String> {
        self.ours.gaps.first().map(|gap| self.our_text[gap.clone()].to_owned())
    }

    /// White space before the entry that comes next, which has `their_gap` in theirs.
    fn gap(&self, their_gap: &str, next_gap: Option<&str>) -> String {
        let own_line = format!("\n{}", self.indent);
        if !self.ours.kind.commas {
            let blank = if their_gap.matches('\n').count() > 1 { "\n" } else { "" };
            return blank.to_owned() + &own_line;
        }
        let before = self.pieces.last();
        let neighbour = before.map(|before| before.gap.as_str()).or(next_gap).unwrap_or(their_gap);
        // A comment that ends the line before would swallow what follows.
        let broken = neighbour.contains('\n') || before.is_some_and(|before| !before.behind.is_empty());
        if broken { own_line } else { " ".to_owned() }
    }

    fn finish(self) -> String {
        let container = self.ours;
        let habit = if container.entries.is_empty() { self.theirs } else { container };
        let mut out = self.our_text[container.inner.start..container.head].to_owned();
        let last = self.pieces.len().saturating_sub(1);
        for (index, piece) in self.pieces.iter().enumerate() {
            out.push_str(&piece.gap);
            out.push_str(&piece.text);
            if container.kind.commas && (index < last || habit.ends_in_comma) {
                out.push(',');
            }
            out.push_str(&piece.behind);
        }
        out.push_str(&self.our_text[container.tail.clone()]);
        out
    }
}

/// A part of one text, indented as it has to be at a place of another.
pub(super) fn moved(from: &str, part: Range<usize>, to: &str, at: usize, program: bool) -> String {
    moved_to(from, part, &indent(to, at), program)
}

fn moved_to(from: &str, part: Range<usize>, indent: &str, program: bool) -> String {
    let old = self::indent(from, part.start);
    let text = &from[part];
    // In a program's text of several lines white space says something.
    if old == indent || program && text.contains('`') {
        return text.to_owned();
    }
    let mut lines = text.split('\n');
    let mut out = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        out.push('\n');
        match line.strip_prefix(&old) {
            Some(rest) if !rest.is_empty() => {
                out.push_str(indent);
                out.push_str(rest);
            }
            _ => out.push_str(line),
        }
    }
    out
}

/// The white space that a line begins with; before something in the middle of a line, as many spaces.
fn indent(text: &str, at: usize) -> String {
    let start = text[..at].rfind('\n').map_or(0, |line| line + 1);
    let before = &text[start..at];
    if before.trim().is_empty() {
        return before.to_owned();
    }
    // `- name:` lets the next key stand below the first one.
    if before.trim_start().chars().all(|letter| letter == '-' || letter == ' ') {
        return " ".repeat(before.chars().count());
    }
    before.chars().take_while(|letter| letter.is_whitespace()).collect()
}
