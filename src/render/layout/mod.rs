//! The layout of generated files: TypeScript and JSON exactly as Prettier 3.10 prints them with
//! `{ printWidth: 120, singleQuote: true }`.

mod doc;
mod doc_printer;
mod error;
mod source_text;
mod typescript;
mod width;

pub use error::LayoutError;

use error::Place;
use oxc::allocator::Allocator;
use oxc::parser::{ParseOptions, Parser};
use oxc::span::SourceType;

/// Lays out a TypeScript, TSX or JavaScript module.
///
/// `path` decides the dialect by its ending and names the file in errors.
pub fn typescript(path: &str, source: &str) -> Result<String, LayoutError> {
    let arena = Allocator::default();
    let source: &str = arena.alloc_str(&source.replace("\r\n", "\n"));
    let source_type = source_type(path);
    let options = ParseOptions { preserve_parens: false, ..ParseOptions::default() };
    let parsed = Parser::new(&arena, source, source_type).with_options(options).parse();
    if let Some(error) = parsed.diagnostics.errors().next() {
        let offset = error.labels.first().map_or(0, |label| label.offset() as usize);
        let Place { line, column } = Place::of(source, offset);
        return Err(LayoutError::Syntax { file: path.to_owned(), line, column, message: error.message.to_string() });
    }
    typescript::print(path, &parsed.program, source, path.ends_with(".tsx"), &arena)
}

/// Lays out a JSON text; comments are kept.
///
/// `path` names the file in errors. `package.json` gets one line per member and element, as package managers write it;
/// in other files objects stay expanded where the source has a new line after `{`, and arrays fill one line if they fit.
pub fn json(path: &str, source: &str) -> Result<String, LayoutError> {
    let source = source.replace("\r\n", "\n");
    typescript::print_json(path, &source, is_package_json(path))
}

/// Lays out a JSON value: objects are expanded unless they are empty, arrays fill one line if they fit.
///
/// `path` has the same meaning as for [`json`].
pub fn json_value(path: &str, value: &serde_json::Value) -> Result<String, LayoutError> {
    json(path, &format!("{value:#}"))
}

fn is_package_json(path: &str) -> bool {
    matches!(path.rsplit('/').next(), Some("package.json" | "package-lock.json" | "composer.json"))
}

fn source_type(path: &str) -> SourceType {
    match path.rsplit('.').next() {
        Some("tsx") => SourceType::tsx(),
        Some("jsx" | "js" | "mjs") => SourceType::mjs().with_jsx(true),
        _ => SourceType::ts(),
    }
}
