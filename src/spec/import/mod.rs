//! Models that were written elsewhere, turned into a spec.
//!
//! An importer never drops anything in silence: what a [`Document`] cannot say is told in a [`Note`], with its place in
//! the source and with what happens instead.

pub mod jdl;
mod note;
mod place;

pub use note::{Note, NoteKind};

use super::Document;

/// What came of a foreign model.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The spec, which passes every check that a hand-written one must pass.
    pub document: Document,
    /// What is not, or not exactly, as it was, in the order of the source.
    pub notes: Vec<Note>,
}
