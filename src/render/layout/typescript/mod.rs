//! TypeScript and TSX: parse with oxc, print by Prettier's rules.

mod comments;
mod convert;
mod kind;
mod parens;
mod printer;
mod query;
mod tree;

use oxc::allocator::Allocator;
use oxc::ast::ast::Program;

use super::LayoutError;
use super::doc::Builder;
use super::doc_printer;
use super::error::Place;
use printer::{PRINT_WIDTH, Printer};

/// Prints a parsed file.
pub(super) fn print<'a>(
    path: &str,
    program: &Program<'a>,
    source: &'a str,
    is_tsx: bool,
    arena: &'a Allocator,
) -> Result<String, LayoutError> {
    let mut tree = convert::convert(program, source, is_tsx);
    comments::attach(&mut tree);
    let printer = Printer::new(&tree, Builder { arena });
    let doc = printer.print(tree.root);
    if let Some(unsupported) = printer.unsupported.get() {
        let Place { line, column } = Place::of(source, unsupported.at);
        let construct = unsupported.construct;
        return Err(LayoutError::Unsupported { file: path.to_owned(), line, column, construct });
    }
    Ok(doc_printer::print(doc, Some(PRINT_WIDTH)))
}
