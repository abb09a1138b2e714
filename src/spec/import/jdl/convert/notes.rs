//! Notes while they are collected.

use crate::spec::import::{Note, NoteKind, jdl::token::Span, place::Places};

/// Notes with the place they are about.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<(Span, NoteKind, String, String)>);

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

    fn push(&mut self, span: Span, kind: NoteKind, what: &str, instead: &str) {
        self.0.push((span, kind, readable(what), readable(instead)));
    }

    /// All of them, in the order of the source.
    pub fn into_list(mut self, places: &Places) -> Vec<Note> {
        self.0.sort_by_key(|(span, ..)| span.start);
        let notes = self.0.into_iter().map(|(span, kind, what, instead)| {
            let (line, column) = places.of_offset(span.start);
            Note { line, column, kind, what, instead }
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
