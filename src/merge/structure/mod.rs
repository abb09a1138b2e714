//! Things within things: where lines are too coarse, two sides can still have changed different keys, elements or members.
//!
//! A file is read three times into an [`Entry`]; [`weave`] decides entry by entry and writes the result around ours, so that
//! ours' order, comments and layout stay. What it cannot decide it leaves to the conflict that lines gave.

mod compose;
mod frame;
mod weave;
mod words;

use std::ops::Range;

pub(super) use frame::{Framer, Own, Syntax, fold};
pub(super) use weave::weave;
pub(super) use words::nothing_is_lost;

/// One thing with a name: a property, an element, a member, a statement, a comment that stands alone; or the whole file.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// What tells it from its siblings.
    pub key: String,
    /// Whether the key is what it says, so that another text is another entry.
    pub by_content: bool,
    /// From the comments before it to its end, without a comma.
    pub span: Range<usize>,
    /// What stands behind it on its line, without a comma.
    pub behind: String,
    /// What is within it, in the order of the text.
    pub containers: Vec<Container>,
}

/// Entries between brackets, or one below the other.
#[derive(Debug, Clone)]
pub(super) struct Container {
    /// Which of its entry's containers it is.
    pub role: String,
    pub kind: Kind,
    /// Everything between the brackets.
    pub inner: Range<usize>,
    /// Where, within it, the first entry could begin: behind a comment on the opening line.
    pub head: usize,
    pub entries: Vec<Entry>,
    /// White space before each entry.
    pub gaps: Vec<Range<usize>>,
    /// Behind the last entry.
    pub tail: Range<usize>,
    /// Whether a comma stands behind the last entry.
    pub ends_in_comma: bool,
}

/// What a container holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kind {
    /// Whether commas stand between entries; otherwise each ends itself, on lines of its own.
    pub commas: bool,
    /// Whether the order says something.
    pub ordered: bool,
    /// Whether it holds nothing but names, so that two of them are always as good as one.
    pub names: bool,
}

impl Kind {
    /// Keys with values.
    pub(super) const OBJECT: Self = Self { commas: true, ordered: false, names: false };
    /// Values in order.
    pub(super) const ARRAY: Self = Self { commas: true, ordered: true, names: false };
    /// Keys with values, each on lines of its own.
    pub(super) const MAP: Self = Self { commas: false, ordered: false, names: false };
    /// Statements, members, items, each on lines of its own.
    pub(super) const BLOCK: Self = Self { commas: false, ordered: true, names: false };
    /// What an import names.
    pub(super) const NAMES: Self = Self { commas: true, ordered: false, names: true };
}

/// The three readings of one file, each with its text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Readings<'a> {
    pub base: Reading<'a>,
    pub ours: Reading<'a>,
    pub theirs: Reading<'a>,
}

/// One side.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading<'a> {
    pub text: &'a str,
    pub root: &'a Entry,
}

impl Reading<'_> {
    /// What it says, without regard to layout and to an order that says nothing: the same for two texts that mean the same.
    pub(super) fn meaning(self) -> String {
        self.meaning_of(self.root)
    }

    fn meaning_of(self, entry: &Entry) -> String {
        if entry.containers.is_empty() {
            return self.text[entry.span.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
        }
        let of_container = |container: &Container| {
            let of_entry = |entry: &Entry| format!("{:?}: {}", entry.key, self.meaning_of(entry));
            let mut entries: Vec<String> = container.entries.iter().map(of_entry).collect();
            if !container.kind.ordered {
                entries.sort();
            }
            format!("{}[{}]", container.role, entries.join(", "))
        };
        entry.containers.iter().map(of_container).collect()
    }
}

/// What is peculiar to a language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dialect {
    /// Whether two texts differ by nothing but layout.
    pub same: fn(&str, &str) -> bool,
    /// Whether it is a program: what both changed may be merged line by line, and what both made is not one thing because it has
    /// one name.
    pub program: bool,
}
