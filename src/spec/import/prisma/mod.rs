//! Schemas of Prisma: models, enums and relations, of one file or of a folder of them.
//!
//! A line that cannot be read is told and costs no other. What becomes of what is in `docs/import-prisma.md`.

mod ast;
mod build;
mod lexer;
mod parser;
#[cfg(test)]
mod tests;

use super::{
    Imported,
    fault::{Fault, problems},
    files::Files,
    notes::Notes,
    relational::convert::convert,
    span::Span,
};
use crate::spec::problem::Problems;

/// Bytes of all files of a schema; more are refused before they are read.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// More models than anybody has.
const MOST_MODELS: usize = 1_000;

/// The part of a path that names the product: not `prisma/schema.prisma`, which all have.
fn project(name: &str) -> &str {
    let mut parts = name.rsplit(['/', '\\']);
    let usual = ["", ".", "..", "schema", "prisma", "db", "database", "src", "schema.prisma"];
    parts.find(|part| !usual.contains(part)).unwrap_or("")
}

/// Reads a schema: the names of its files with their texts.
///
/// `name` is that of the file or folder, for messages and for the project. The document that comes out passes every check
/// that a hand-written one must pass; what it cannot say is in the notes.
///
/// # Errors
/// That there is no model in it, or more than anybody has.
pub fn read(files: &[(String, String)], name: &str) -> Result<Imported, Problems> {
    let refused =
        |message: String, help: &str| Err(problems("", name, vec![Fault::new(Span::default(), message).help(help)]));
    let bytes: usize = files.iter().map(|(_, text)| text.len() + 1).sum();
    if bytes > MAX_BYTES {
        let message = format!("the schema has {bytes} bytes; at most {MAX_BYTES} are read");
        return refused(message, "divide it, and import its parts one by one");
    }
    let all = Files::of(files);
    let read = parser::parse(&all.source);
    let mut notes = Notes::default();
    let schema = build::schema(&read, &all.source, &mut notes);
    if schema.tables.is_empty() {
        return refused("there is no model in it".to_owned(), "a schema has blocks such as `model Pet { … }`");
    }
    if schema.tables.len() > MOST_MODELS {
        return refused(
            format!("there are more than {MOST_MODELS} models"),
            "divide it, and import its parts one by one",
        );
    }
    let mut imported =
        convert(schema, notes, &all.source, project(name)).map_err(|faults| problems(&all.source, name, faults))?;
    all.attribute(&mut imported.notes);
    Ok(imported)
}
