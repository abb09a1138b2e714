//! Notes while they are collected.

use crate::spec::import::{
    Note, NoteKind,
    jdl::token::Span,
    place::Places,
};

/// Notes with the place they are about.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<(Span, NoteKind, String, String)>);

impl Notes {
    /// Something that the spec does not have.
    pub fn dropped(&mut self, span: Span, what: impl Into<String>, instead: impl Into<String>) {
        self.0.push((span, NoteKind::NotCarried, what.into(), instead.into()));
    }

    /// Something that the spec has otherwise.
    pub fn changed(&mut self, span: Span, what: impl Into<String>, instead: impl Into<String>) {
        self.0.push((span, NoteKind::Changed, what.into(), instead.into()));
    }

    /// Something that the source only implies.
    pub fn added(&mut self, span: Span, what: impl Into<String>, instead: impl Into<String>) {
        self.0.push((span, NoteKind::Added, what.into(), instead.into()));
    }

    /// All of them, in the order of the source.
    pub fn into_list(mut self, places: &Places) -> Vec<Note> {
        self.0.sort_by_key(|(span, ..)| span.start);
        let placed = self.0.into_iter().map(|(span, kind, what, instead)| {
            let (line, column) = places.of_offset(span.start);
            Note { line, column, kind, what, instead }
        });
        placed.collect()
    }
}
