//! The layout of generated files: TypeScript and JSON exactly as Prettier 3.10 prints them with
//! `{ printWidth: 120, singleQuote: true }`.

mod doc;
mod doc_printer;
mod error;
mod imports;
mod source_text;
#[cfg(test)]
mod tests;
mod typescript;
mod verify;
mod width;

pub use error::LayoutError;

use std::cell::RefCell;

use error::Place;
use oxc::allocator::Allocator;
use oxc::ast::ast::Program;
use oxc::parser::{ParseOptions, Parser};
use oxc::span::SourceType;
use typescript::Dialect;

/// What to do besides layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Drop imported names that nothing references, merge imports of one module, sort the names. Imports for their
    /// effect (`import 'x';`) stay, and so do imports with comments inside.
    pub prune_imports: bool,
    /// Parse the result again and compare it with what was given. The default is to do so in debug builds.
    pub verify: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { prune_imports: false, verify: cfg!(debug_assertions) }
    }
}

/// Lays out a TypeScript, TSX or JavaScript module.
///
/// `path` decides the dialect by its ending and names the file in errors.
pub fn typescript(path: &str, source: &str) -> Result<String, LayoutError> {
    typescript_with(path, source, Options::default())
}

/// Lays out a module as [`typescript`] does, with more or fewer steps.
pub fn typescript_with(path: &str, source: &str, options: Options) -> Result<String, LayoutError> {
    ARENA.with_borrow_mut(|arena| {
        let printed = in_arena(path, source, options, arena);
        arena.reset();
        printed
    })
}

thread_local! {
    /// The room for trees and documents: one file after the other uses what is there.
    static ARENA: RefCell<Allocator> = RefCell::default();
}

fn in_arena(path: &str, source: &str, options: Options, arena: &Allocator) -> Result<String, LayoutError> {
    let mut source: &str = arena.alloc_str(&source.replace("\r\n", "\n"));
    let mut program = parse(path, source, arena)?;
    if options.prune_imports
        && let Some(tidy) = imports::tidy(&program, source)
    {
        source = arena.alloc_str(&tidy);
        program = parse(path, source, arena)?;
    }
    let printed = typescript::print(path, &program, source, dialect(path), arena)?;
    if options.verify {
        let again = parse(path, &printed, arena)?;
        verify::same(path, (&program, source), (&again, &printed))?;
    }
    Ok(printed)
}

/// Lays out a file whose language is known by its ending, TypeScript and JSON; `None` for any other.
pub fn file(path: &str, source: &str, options: Options) -> Option<Result<String, LayoutError>> {
    match path.rsplit('.').next() {
        Some("ts" | "tsx" | "mts" | "mjs") => Some(typescript_with(path, source, options)),
        Some("json") => Some(json(path, source)),
        _ => None,
    }
}

/// Whether a TypeScript module that was laid out still is, after words of single lines were replaced.
///
/// It is where nothing but the lines of imports and exports changed, each a statement that fits its line before and after.
pub fn is_kept(before: &str, after: &str) -> bool {
    let is_statement =
        |line: &str| (line.starts_with("import ") || line.starts_with("export ")) && line.ends_with("';");
    let fits = |line: &str| is_statement(line) && width::width(line) <= typescript::PRINT_WIDTH;
    let mut after = after.lines();
    let is_kept = |was: &str, is: &str| was == is || (fits(was) && fits(is));
    before.lines().all(|was| after.next().is_some_and(|is| is_kept(was, is))) && after.next().is_none()
}

fn parse<'a>(path: &str, source: &'a str, arena: &'a Allocator) -> Result<Program<'a>, LayoutError> {
    let options = ParseOptions { preserve_parens: false, ..ParseOptions::default() };
    let parsed = Parser::new(arena, source, source_type(path)).with_options(options).parse();
    let Some(error) = parsed.diagnostics.errors().next() else { return Ok(parsed.program) };
    let offset = error.labels.first().map_or(0, |label| label.offset() as usize);
    let Place { line, column } = Place::of(source, offset);
    Err(LayoutError::Syntax { file: path.to_owned(), line, column, message: error.message.to_string() })
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

fn dialect(path: &str) -> Dialect {
    match path.rsplit('.').next() {
        Some("jsx" | "js" | "mjs" | "cjs") => Dialect::JavaScript,
        Some("ts") => Dialect::TypeScript,
        _ => Dialect::Tsx,
    }
}

fn source_type(path: &str) -> SourceType {
    if [".d.ts", ".d.mts", ".d.cts"].iter().any(|ending| path.ends_with(ending)) {
        return SourceType::d_ts();
    }
    match path.rsplit('.').next() {
        Some("tsx") => SourceType::tsx(),
        Some("jsx" | "js" | "mjs" | "cjs") => SourceType::mjs().with_jsx(true),
        _ => SourceType::ts(),
    }
}
