//! JHipster Domain Language: text to tokens to a tree to a spec, and a list of what could not come along.
//!
//! What the language has and what becomes of it is in `docs/import-jdl.md`.

mod ast;
mod check;
mod convert;
mod fault;
mod lexer;
mod parser;
mod token;

use self::{fault::Fault, token::Span};
use super::Imported;

/// Bytes of a file; a larger one is refused before it is read.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// Reads a JDL file (`.jdl`, `.jh`). `file` is its name, for messages and, where no application has one, for the project.
pub(crate) fn read_faults(source: &str, file: &str) -> Result<Imported, Vec<Fault>> {
    if source.len() > MAX_BYTES {
        let message = format!("the file has {} bytes; at most {MAX_BYTES} are read", source.len());
        return Err(vec![Fault::new(Span { start: 0, end: 0 }, message)]);
    }
    let (jdl, mut faults) = parser::parse(source);
    if faults.is_empty() {
        faults = check::check(&jdl);
    }
    if faults.is_empty() { Ok(convert::convert(&jdl, source, file)) } else { Err(faults) }
}
#[cfg(test)]
mod tests;
