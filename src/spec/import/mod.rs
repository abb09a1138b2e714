//! Models that were written elsewhere, turned into a spec.
//!
//! An importer never drops anything in silence: what a [`Document`] cannot say is told in a [`Note`], with its place in
//! the source and with what happens instead.

mod cycles;
mod database_name;
mod enum_values;
mod fault;
mod files;
mod format;
pub mod jdl;
mod member_names;
mod note;
mod notes;
pub mod openapi;
mod patterns;
mod place;
mod plurals;
pub mod prisma;
mod project;
mod prose;
mod relational;
mod rename;
pub mod samples;
mod settle;
mod span;
pub mod sql;
#[cfg(test)]
mod testing;
pub mod text;
mod type_names;

pub use format::Format;
pub use note::{Note, NoteKind};
pub(super) use rename::of_types as rename_types;

use super::Document;

/// What came of a foreign model.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The spec, which passes every check that a hand-written one must pass.
    pub document: Document,
    /// What is not, or not exactly, as it was, in the order of the source.
    pub notes: Vec<Note>,
}
