//! Imports of generated modules: drops what nothing references, merges what comes from one module, sorts the names.
//!
//! So a template may import whatever it might need. Only import statements change; their order and the blank lines
//! between them stay (the printer collapses several blank lines to one).

use std::collections::HashSet;

use oxc::ast::ast::{ImportDeclaration, ImportDeclarationSpecifier, ImportOrExportKind, Program, Statement};
use oxc::semantic::SemanticBuilder;
use oxc::span::GetSpan;

/// The source with tidy imports; `None` if they are tidy already.
pub(super) fn tidy(program: &Program<'_>, source: &str) -> Option<String> {
    let used = used_names(program);
    let mut imports: Vec<Import<'_>> = Vec::new();
    for statement in &program.body {
        let Statement::ImportDeclaration(declaration) = statement else { continue };
        imports.push(Import::read(declaration, program, source));
    }
    for import in &mut imports {
        if !import.is_fixed {
            import.names.retain(|name| used.contains(name.local));
            import.default = import.default.filter(|name| used.contains(*name));
            import.namespace = import.namespace.filter(|name| used.contains(*name));
        }
    }
    merge(&mut imports);
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    let mut changed = false;
    for import in &mut imports {
        let mut seen = HashSet::new();
        import.names.retain(|name| seen.insert(*name));
        import.names.sort_by_key(|name| (name.is_type, name.imported.to_lowercase()));
        let Some(text) = import.text() else { continue };
        if text == source[import.start..import.end] {
            continue;
        }
        changed = true;
        out.push_str(&source[at..import.start]);
        out.push_str(&text);
        at = import.end;
        if text.is_empty() && source[at..].starts_with('\n') && (out.is_empty() || out.ends_with('\n')) {
            at += 1;
        }
    }
    out.push_str(&source[at..]);
    changed.then_some(out)
}

/// Names of the module's top level that something in the file refers to, as a value, a type or a JSX tag.
fn used_names(program: &Program<'_>) -> HashSet<String> {
    let semantic = SemanticBuilder::new().build(program).semantic;
    let scoping = semantic.scoping();
    scoping
        .get_bindings(scoping.root_scope_id())
        .iter()
        .filter(|(_, symbol)| !scoping.get_resolved_reference_ids(**symbol).is_empty())
        .map(|(name, _)| name.as_str().to_owned())
        .collect()
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Name<'a> {
    is_type: bool,
    imported: &'a str,
    local: &'a str,
}

struct Import<'a> {
    start: usize,
    end: usize,
    is_type: bool,
    default: Option<&'a str>,
    namespace: Option<&'a str>,
    names: Vec<Name<'a>>,
    /// From the module path to the end of the attributes.
    source: &'a str,
    /// Imports for their effect, and those with comments inside, stay as they are.
    is_fixed: bool,
}

impl<'a> Import<'a> {
    fn read(declaration: &ImportDeclaration<'_>, program: &Program<'_>, source: &'a str) -> Self {
        let slice = |span: oxc::span::Span| &source[span.start as usize..span.end as usize];
        let span = declaration.span;
        let has_comment = program.comments.iter().any(|comment| span.contains_inclusive(comment.span));
        let specifiers = declaration.specifiers.as_ref().map_or(&[][..], |list| list.as_slice());
        let path = source[declaration.source.span.start as usize..span.end as usize].trim_end_matches(';').trim_end();
        let mut import = Self {
            start: span.start as usize,
            end: span.end as usize,
            is_type: declaration.import_kind == ImportOrExportKind::Type,
            default: None,
            namespace: None,
            names: Vec::new(),
            source: path,
            is_fixed: has_comment || specifiers.is_empty() || declaration.phase.is_some(),
        };
        for specifier in specifiers {
            match specifier {
                ImportDeclarationSpecifier::ImportDefaultSpecifier(s) => import.default = Some(slice(s.local.span)),
                ImportDeclarationSpecifier::ImportNamespaceSpecifier(s) => {
                    import.namespace = Some(slice(s.local.span));
                }
                ImportDeclarationSpecifier::ImportSpecifier(s) => import.names.push(Name {
                    is_type: s.import_kind == ImportOrExportKind::Type,
                    imported: slice(s.imported.span()),
                    local: slice(s.local.span),
                }),
            }
        }
        import
    }

    /// The statement; empty if nothing is left to import, `None` if it must stay as it is.
    fn text(&self) -> Option<String> {
        if self.is_fixed {
            return None;
        }
        let mut parts: Vec<String> = Vec::new();
        parts.extend(self.default.map(str::to_owned));
        parts.extend(self.namespace.map(|name| format!("* as {name}")));
        if !self.names.is_empty() {
            let names: Vec<String> = self.names.iter().map(Name::text).collect();
            parts.push(format!("{{ {} }}", names.join(", ")));
        }
        if parts.is_empty() {
            return Some(String::new());
        }
        let word = if self.is_type { "import type" } else { "import" };
        Some(format!("{word} {} from {};", parts.join(", "), self.source))
    }
}

impl Name<'_> {
    fn text(&self) -> String {
        let word = if self.is_type { "type " } else { "" };
        if self.imported == self.local {
            format!("{word}{}", self.local)
        } else {
            format!("{word}{} as {}", self.imported, self.local)
        }
    }
}

/// Moves the names of later imports of the same module and kind into the first one.
fn merge(imports: &mut [Import<'_>]) {
    for at in 1..imports.len() {
        let (before, rest) = imports.split_at_mut(at);
        let import = &mut rest[0];
        if import.is_fixed || import.namespace.is_some() {
            continue;
        }
        let same = |other: &&mut Import<'_>| {
            !other.is_fixed
                && other.namespace.is_none()
                && other.is_type == import.is_type
                && unquoted(other.source) == unquoted(import.source)
                && !(other.names.is_empty() && other.default.is_none())
        };
        let Some(first) = before.iter_mut().find(same) else { continue };
        // `import type A, { B }` is not TypeScript.
        let default_fits = !import.is_type || (first.names.is_empty() && import.names.is_empty());
        if import.default.is_some() && (first.default == import.default || (first.default.is_none() && default_fits)) {
            first.default = import.default.take();
        }
        if !import.is_type || first.default.is_none() {
            first.names.append(&mut import.names);
        }
    }
}

fn unquoted(source: &str) -> String {
    source.replace('"', "'")
}
