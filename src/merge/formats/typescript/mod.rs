//! TypeScript: statements by what they import or declare, members of classes, properties, elements, names in braces.

mod names;
mod outline;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use oxc::allocator::Allocator;
use oxc::ast::ast::{Declaration, ImportDeclarationSpecifier, Program, Statement};
use oxc::parser::Parser;
use oxc::span::SourceType;

use crate::merge::structure::{Entry, Kind};

/// Longer files are made by programs, and merged by lines.
const MAX_BYTES: usize = 256 * 1024;
/// Brackets that are open at once.
const MAX_DEPTH: usize = 500;
/// Of address space, of which only what is used is taken: the parser goes as deep as the text does.
const STACK: usize = 512 << 20;

/// Does some work that parses, with room for the deepest text; none where there is no room, or the work gave up.
pub(super) fn with_room<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    std::thread::scope(|scope| {
        let working = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        working.ok()?.join().ok()
    })
}

/// The file as things within things; none where it does not parse, is too large or too deep.
pub(super) fn read(name: &str, text: &str) -> Option<Entry> {
    parsed(name, text, |program| outline::read(text, program))?
}

/// Whether it parses, and neither imports nor declares a name twice, nor gives an object a property twice.
pub(super) fn is_sound(name: &str, text: &str) -> bool {
    let sound = parsed(name, text, |program| {
        names_are_unique(program) && outline::read(text, program).is_some_and(|root| properties_are_unique(&root))
    });
    sound.unwrap_or(false)
}

/// Whether two texts differ by nothing but how their lines are indented.
pub(super) fn same(one: &str, other: &str) -> bool {
    // What is between backticks is not layout.
    if one.contains('`') || other.contains('`') {
        return false;
    }
    lines(one).eq(lines(other))
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

fn parsed<T>(name: &str, text: &str, work: impl FnOnce(&Program<'_>) -> T) -> Option<T> {
    if text.len() > MAX_BYTES || is_too_deep(text) {
        return None;
    }
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, SourceType::from_path(name).ok()?).parse();
    let is_read = !parsed.panicked && parsed.diagnostics.is_empty();
    is_read.then(|| work(&parsed.program))
}

/// Brackets in texts and comments count too, which only makes it more careful.
fn is_too_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > MAX_DEPTH
    })
}

fn names_are_unique(program: &Program<'_>) -> bool {
    let mut known = HashSet::new();
    program.body.iter().flat_map(names).all(|name| known.insert(name))
}

/// The names that a statement brings into the file, and that nothing else may.
fn names<'p>(statement: &'p Statement<'_>) -> Vec<&'p str> {
    let declaration = match statement {
        Statement::ImportDeclaration(import) => {
            let specifiers = import.specifiers.iter().flatten();
            return specifiers.map(local_name).collect();
        }
        Statement::ExportDeclaration(export) => Some(&export.declaration),
        _ => statement.as_declaration(),
    };
    match declaration {
        Some(Declaration::ClassDeclaration(class)) => class.id.iter().map(|id| id.name.as_str()).collect(),
        Some(Declaration::VariableDeclaration(variables)) if !variables.kind.is_var() => variables
            .declarations
            .iter()
            .filter_map(|one| Some(one.id.get_binding_identifier()?.name.as_str()))
            .collect(),
        _ => Vec::new(),
    }
}

fn local_name<'p>(specifier: &'p ImportDeclarationSpecifier<'_>) -> &'p str {
    match specifier {
        ImportDeclarationSpecifier::ImportSpecifier(it) => it.local.name.as_str(),
        ImportDeclarationSpecifier::ImportDefaultSpecifier(it) => it.local.name.as_str(),
        ImportDeclarationSpecifier::ImportNamespaceSpecifier(it) => it.local.name.as_str(),
    }
}

fn properties_are_unique(entry: &Entry) -> bool {
    entry.containers.iter().all(|container| {
        let repeated = container.kind == Kind::OBJECT
            && container.entries.iter().any(|entry| !entry.by_content && entry.key.ends_with(')'));
        !repeated && container.entries.iter().all(properties_are_unique)
    })
}
