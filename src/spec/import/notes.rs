//! Notes while they are collected.

use super::{Note, NoteKind, place::Places, span::Span};

/// Notes with the place they are about.
#[derive(Debug, Default)]
pub(super) struct Notes {
    all: Vec<(Span, NoteKind, String, String)>,
    groups: Vec<Group>,
}

/// Things of which the same is to be said.
#[derive(Debug)]
struct Group {
    first: Span,
    kind: NoteKind,
    head: &'static str,
    items: Vec<String>,
    count: usize,
    instead: String,
}

/// Things of a group that are named; the rest is counted.
const MOST_ITEMS: usize = 12;

impl Notes {
    /// Something that the spec does not have.
    pub fn dropped(&mut self, span: Span, what: impl Into<String>, instead: impl Into<String>) {
        self.push(span, NoteKind::NotCarried, &what.into(), &instead.into());
    }

    /// Something that the spec has otherwise.
    pub fn changed(&mut self, span: Span, what: impl Into<String>, instead: impl Into<String>) {
        self.push(span, NoteKind::Changed, &what.into(), &instead.into());
    }

    /// Something that the source only implies.
    pub fn added(&mut self, span: Span, what: impl Into<String>, instead: impl Into<String>) {
        self.push(span, NoteKind::Added, &what.into(), &instead.into());
    }

    /// One of several things of which the same is to be said, where the first of them stands.
    pub fn grouped(
        &mut self,
        span: Span,
        kind: NoteKind,
        head: &'static str,
        item: String,
        instead: impl Into<String>,
    ) {
        let instead = instead.into();
        let found =
            self.groups.iter().position(|group| group.head == head && group.instead == instead && group.kind == kind);
        let at = found.unwrap_or_else(|| {
            self.groups.push(Group { first: span, kind, head, items: Vec::new(), count: 0, instead });
            self.groups.len() - 1
        });
        let group = &mut self.groups[at];
        group.count += 1;
        if group.items.len() < MOST_ITEMS {
            group.items.push(item);
        }
        if span.start < group.first.start {
            group.first = span;
        }
    }

    fn push(&mut self, span: Span, kind: NoteKind, what: &str, instead: &str) {
        self.all.push((span, kind, readable(what), readable(instead)));
    }

    /// All of them, in the order of the source.
    pub fn into_list(mut self, places: &Places) -> Vec<Note> {
        for group in std::mem::take(&mut self.groups) {
            let Group { first, kind, head, items, count, instead } = group;
            let rest = count - items.len();
            let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
            self.push(first, kind, &format!("{head} {}{more}", items.join(", ")), &instead);
        }
        self.all.sort_by_key(|(span, ..)| span.start);
        let notes = self.all.into_iter().map(|(span, kind, what, instead)| {
            let (line, column) = places.of_offset(span.start);
            Note { file: None, line, column, kind, what, instead }
        });
        notes.collect()
    }
}

/// Names and comments of the file may be of any length; a note is for reading.
fn readable(text: &str) -> String {
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

const MOST_CHARACTERS: usize = 400;
