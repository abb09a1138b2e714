//! TypeScript and TSX: parse with oxc, print by Prettier's rules.

mod comments;
mod convert;
mod json;
mod kind;
mod parens;
mod printer;
mod query;
mod tree;
mod words;

use oxc::allocator::Allocator;
use oxc::ast::ast::Program;

use super::LayoutError;
use super::doc::Builder;
use super::doc_printer;
use super::error::Place;
use super::source_text::next_byte;
use json::JsonError;
use printer::Printer;

pub(super) use printer::PRINT_WIDTH;
pub(super) use tree::Dialect;
use tree::Tree;
pub(super) use words::Word;

/// Prints a parsed file.
pub(super) fn print<'a>(
    path: &str,
    program: &Program<'a>,
    source: &'a str,
    dialect: Dialect,
    arena: &'a Allocator,
) -> Result<String, LayoutError> {
    print_tree(path, convert::convert(program, source, dialect), source, arena)
}

/// What a parsed file says, without its layout.
pub(super) fn words<'a>(program: &Program<'a>, source: &'a str) -> Vec<Word> {
    words::of_tree(&convert::convert(program, source, Dialect::TypeScript))
}

/// Prints a JSON text; with `stringify`, every member and element stands on a line of its own.
pub(super) fn print_json(path: &str, source: &str, stringify: bool) -> Result<String, LayoutError> {
    let tree = json::parse(source).map_err(|JsonError { at, message }| {
        let Place { line, column } = Place::of(source, at);
        LayoutError::Syntax { file: path.to_owned(), line, column, message: message.to_owned() }
    })?;
    if stringify {
        return Ok(json::stringify(&tree));
    }
    print_tree(path, tree, source, &Allocator::default())
}

fn print_tree<'a>(path: &str, mut tree: Tree<'a>, source: &str, arena: &'a Allocator) -> Result<String, LayoutError> {
    let is_cast = |comment: &&comments::Comment<'_>| comment.is_type_cast() && next_byte(source, comment.end) == b'(';
    let cast = tree.comments.iter().find(is_cast).filter(|_| tree.dialect == Dialect::JavaScript);
    if let Some(cast) = cast {
        let Place { line, column } = Place::of(source, cast.start);
        let construct = "a type cast in a comment";
        return Err(LayoutError::Unsupported { file: path.to_owned(), line, column, construct });
    }
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
