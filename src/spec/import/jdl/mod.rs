//! JHipster Domain Language: text to tokens to a tree to a spec, and a list of what could not come along.
//!
//! What the language has and what becomes of it is in `docs/import-jdl.md`.

mod ast;
mod check;
mod convert;
mod lexer;
mod parser;
mod token;

#[cfg(test)]
mod tests;

use super::{
    Imported,
    fault::{self, Fault, problems},
    span::{self, Span},
};
use crate::spec::problem::Problems;

/// Bytes of a file; a larger one is refused before it is read.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// Reads a JDL file (`.jdl`, `.jh`).
///
/// `file` is its name, for messages and, where no application has a name, for the project. The document that comes out passes
/// every check that a hand-written one must pass; what it cannot say is in the notes.
///
/// # Errors
/// What cannot be read, or stands for nothing, with its place and what to write instead; at most 20 of them.
pub fn read(source: &str, file: &str) -> Result<Imported, Problems> {
    if source.len() > MAX_BYTES {
        let message = format!("the file has {} bytes; at most {MAX_BYTES} are read", source.len());
        let fault = Fault::new(Span { start: 0, end: 0 }, message).help("divide it, and import its parts one by one");
        return Err(problems("", file, vec![fault]));
    }
    let (jdl, mut faults) = parser::parse(source);
    if faults.is_empty() {
        faults = check::check(&jdl);
    }
    if !faults.is_empty() {
        return Err(problems(source, file, faults));
    }
    convert::convert(&jdl, source, file).map_err(|faults| problems(source, file, faults))
}
