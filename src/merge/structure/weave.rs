//! Decides, entry by entry, what becomes of three readings.

use std::collections::{HashMap, HashSet};

use super::compose::{self, Piece};
use super::{Container, Dialect, Entry, Reading, Readings};
use crate::merge::diff3::{self, Kind as Change};
use crate::merge::{Labels, Merged, Sides, text};

/// The text that has both sides' changes, written around ours; none where they cannot be told apart.
pub(in crate::merge) fn weave(readings: Readings<'_>, dialect: Dialect) -> Option<String> {
    let Readings { base, ours, theirs } = readings;
    Weaver { base, ours, theirs, dialect }.entry(Some(base.root), ours.root, theirs.root)
}

struct Weaver<'a> {
    base: Reading<'a>,
    ours: Reading<'a>,
    theirs: Reading<'a>,
    dialect: Dialect,
}

/// Whose version counts.
#[derive(Debug, Clone, Copy)]
enum Around {
    Ours,
    Theirs,
}

impl<'a> Weaver<'a> {
    /// The text of an entry that both sides have.
    fn entry(&self, base: Option<&'a Entry>, ours: &'a Entry, theirs: &'a Entry) -> Option<String> {
        let (our_text, their_text) = (self.ours.of(ours), self.theirs.of(theirs));
        let Some(base) = base else {
            if self.same(our_text, their_text) {
                return Some(our_text.to_owned());
            }
            let alike = !ours.containers.is_empty() && self.same(&self.ours.frame(ours), &self.theirs.frame(theirs));
            return if alike { self.nested(None, ours, theirs, Around::Ours) } else { None };
        };
        let base_text = self.base.of(base);
        if self.same(their_text, base_text) || self.same(our_text, their_text) {
            return Some(our_text.to_owned());
        }
        let their_version = || {
            compose::moved(self.theirs.text, theirs.span.clone(), self.ours.text, ours.span.start, self.dialect.program)
        };
        if our_text == base_text {
            return Some(their_version());
        }
        if let Some(nested) =
            self.around(base, ours, theirs).and_then(|side| self.nested(Some(base), ours, theirs, side))
        {
            return Some(nested);
        }
        if self.same(our_text, base_text) {
            return Some(their_version());
        }
        if self.dialect.program { by_lines(base_text, our_text, &their_version()) } else { None }
    }

    /// Whose version of what is around containers counts; none where there is nothing in them, or both changed it.
    fn around(&self, base: &Entry, ours: &Entry, theirs: &Entry) -> Option<Around> {
        if ours.containers.is_empty() {
            return None;
        }
        let (base, our, their) = (self.base.frame(base), self.ours.frame(ours), self.theirs.frame(theirs));
        if self.same(&their, &base) || self.same(&their, &our) {
            return Some(Around::Ours);
        }
        (our == base).then_some(Around::Theirs)
    }

    /// One side's version of what is around containers, with each of these woven.
    fn nested(&self, base: Option<&'a Entry>, ours: &'a Entry, theirs: &'a Entry, around: Around) -> Option<String> {
        let (outer, outer_text, other, other_text) = match around {
            Around::Ours => (ours, self.ours, theirs, self.theirs),
            Around::Theirs => (theirs, self.theirs, ours, self.ours),
        };
        let before = |role: &str| base.and_then(|base| base.container(role));
        let has_no_place = |container: &Container| {
            let unchanged = |base: &Container| self.same(self.base.within(base), other_text.within(container));
            outer.container(&container.role).is_none() && !before(&container.role).is_some_and(unchanged)
        };
        if other.containers.iter().any(has_no_place) {
            return None;
        }
        let mut out = String::new();
        let mut at = outer.span.start;
        for container in &outer.containers {
            let base = before(&container.role);
            let Some(counterpart) = other.container(&container.role) else {
                // Made by this side alone, or removed by the other.
                if base.is_some() {
                    return None;
                }
                continue;
            };
            out.push_str(&outer_text.text[at..container.inner.start]);
            out.push_str(&match around {
                Around::Ours => self.container(base, container, counterpart)?,
                Around::Theirs => self.container(base, counterpart, container)?,
            });
            at = container.inner.end;
        }
        out.push_str(&outer_text.text[at..outer.span.end]);
        Some(out)
    }

    /// What stands between the brackets.
    fn container(&self, base: Option<&'a Container>, ours: &'a Container, theirs: &'a Container) -> Option<String> {
        let (our_text, their_text) = (self.ours.within(ours), self.theirs.within(theirs));
        let unchanged = base.is_some_and(|base| self.same(self.base.within(base), their_text));
        if unchanged || self.same(our_text, their_text) {
            return Some(our_text.to_owned());
        }
        let both_made_it = base.is_none() && self.dialect.program && !ours.kind.names;
        if ours.kind != theirs.kind || both_made_it {
            return None;
        }
        let before: &[Entry] = base.map_or(&[], |base| &base.entries);
        if reordered(before, theirs) || rewritten(before, &ours.entries, &theirs.entries) {
            return None;
        }
        if before.is_empty() && our_text.trim().is_empty() {
            return Some(compose::moved(
                self.theirs.text,
                theirs.inner.clone(),
                self.ours.text,
                ours.inner.start,
                self.dialect.program,
            ));
        }
        let (before, wanted) = (by_key(before), by_key(&theirs.entries));
        let mut pieces = Vec::with_capacity(ours.entries.len());
        for (index, entry) in ours.entries.iter().enumerate() {
            let text = match (before.get(entry.key.as_str()), wanted.get(entry.key.as_str())) {
                (None, None) => self.ours.of(entry).to_owned(),
                (base, Some(theirs)) => self.entry(base.copied(), entry, theirs)?,
                (Some(base), None) if self.same(self.base.of(base), self.ours.of(entry)) => continue,
                (Some(_), None) => return None,
            };
            pieces.push((index, Piece::of_ours(self.ours.text, ours, index, text)));
        }
        let own: HashSet<&str> = ours.entries.iter().map(|entry| entry.key.as_str()).collect();
        let mut new = Vec::new();
        for (index, entry) in theirs.entries.iter().enumerate().filter(|(_, entry)| !own.contains(entry.key.as_str())) {
            match before.get(entry.key.as_str()) {
                None => new.push(index),
                // Ours removed what theirs left as it was.
                Some(base) if self.same(self.base.of(base), self.theirs.of(entry)) => {}
                Some(_) => return None,
            }
        }
        Some(compose::container(self.ours.text, ours, self.theirs.text, theirs, pieces, &new, self.dialect.program))
    }

    fn same(&self, one: &str, other: &str) -> bool {
        one == other || (self.dialect.same)(one, other)
    }
}

impl<'a> Reading<'a> {
    fn of(&self, entry: &Entry) -> &'a str {
        &self.text[entry.span.clone()]
    }

    fn within(&self, container: &Container) -> &'a str {
        &self.text[container.inner.clone()]
    }

    /// An entry without what is in its containers.
    fn frame(&self, entry: &Entry) -> String {
        let mut frame = String::new();
        let mut at = entry.span.start;
        for container in &entry.containers {
            frame.push_str(self.text[at..container.inner.start].trim_end());
            at = container.inner.end;
        }
        frame.push_str(&self.text[at..entry.span.end]);
        frame
    }
}

impl Entry {
    fn container(&self, role: &str) -> Option<&Container> {
        self.containers.iter().find(|container| container.role == role)
    }
}

fn by_key(entries: &[Entry]) -> HashMap<&str, &Entry> {
    entries.iter().map(|entry| (entry.key.as_str(), entry)).collect()
}

/// Whether theirs put what was there before into another order, where that says something.
fn reordered(before: &[Entry], theirs: &Container) -> bool {
    if !theirs.kind.ordered {
        return false;
    }
    let places: HashMap<&str, usize> =
        before.iter().enumerate().map(|(place, entry)| (entry.key.as_str(), place)).collect();
    let order = theirs.entries.iter().filter_map(|entry| places.get(entry.key.as_str()));
    !order.is_sorted()
}

/// Whether both sides put something else in one place, so that it is not for us to keep both.
fn rewritten(before: &[Entry], ours: &[Entry], theirs: &[Entry]) -> bool {
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let [base, ours, theirs] = [before, ours, theirs].map(|entries| {
        let mut keys = Vec::with_capacity(entries.len());
        for entry in entries {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            keys.push(*numbers.entry(entry.key.as_str()).or_insert(next));
        }
        keys
    });
    let sets = [&base, &ours, &theirs].map(|keys| keys.iter().copied().collect::<HashSet<u32>>());
    let [in_base, in_ours, in_theirs] = sets;
    diff3::align(&base, &ours, &theirs).into_iter().filter(|chunk| chunk.kind == Change::Conflict).any(|chunk| {
        let gone = base[chunk.base].iter().any(|key| !in_ours.contains(key) && !in_theirs.contains(key));
        let new = |keys: &[u32]| keys.iter().any(|key| !in_base.contains(key));
        gone && new(&ours[chunk.ours]) && new(&theirs[chunk.theirs])
    })
}

fn by_lines(base: &str, ours: &str, theirs: &str) -> Option<String> {
    let sides = Sides { base: base.as_bytes(), ours: ours.as_bytes(), theirs: theirs.as_bytes() };
    match text::merge(sides, &Labels::default()) {
        Merged::Clean(content) => String::from_utf8(content).ok(),
        Merged::Conflicted { .. } | Merged::Binary => None,
    }
}
