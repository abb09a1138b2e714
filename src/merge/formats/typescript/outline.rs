//! The containers of a TypeScript file, found by a walk and put into each other.

use std::collections::HashSet;
use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

use oxc::ast::AstKind;
use oxc::ast::ast::{
    ArrayExpressionElement, BindingPattern, ExportSpecifier, ImportDeclaration, ImportDeclarationSpecifier,
    ObjectPropertyKind, Program,
};
use oxc::ast_visit::Visit;
use oxc::span::{GetSpan, Span};

use super::names::{self, folded};
use crate::merge::formats::whole;
use crate::merge::structure::{Container, Entry, Framer, Kind, Own, Syntax, fold};

/// The file as things within things.
pub(super) fn read(text: &str, program: &Program<'_>) -> Option<Entry> {
    let mut reader = Reader { text, way: Vec::new(), found: Vec::new() };
    reader.visit_program(program);
    let mut found = reader.found;
    // Outer ones first.
    found.sort_by_key(|found| (found.inner.start, usize::MAX - found.inner.end));
    let nest = Nest { framer: Framer { text, syntax: Syntax::Slashes } };
    let containers = nest.within(&mut found.into_iter().peekable(), 0..text.len() + 1);
    (containers.len() == 1).then(|| whole(text, containers))
}

/// A container before what is in it is known.
struct Found {
    /// The way to it from the module, by names: `AppModule/forRoot/return/imports/[]`.
    path: String,
    kind: Kind,
    inner: Range<usize>,
    own: Vec<(Option<String>, Range<usize>)>,
}

struct Nest<'s> {
    framer: Framer<'s>,
}

impl Nest<'_> {
    /// The containers of a stretch of text, each with its own in it.
    fn within(&self, found: &mut Peekable<IntoIter<Found>>, stretch: Range<usize>) -> Vec<Container> {
        let mut containers: Vec<Container> = Vec::new();
        let (mut seen, mut doubled) = (HashSet::new(), HashSet::new());
        while let Some(next) = found.next_if(|found| found.inner.start < stretch.end) {
            if next.inner.start < stretch.start {
                continue;
            }
            let Found { path, kind, inner, own } = next;
            let mut entries = Vec::with_capacity(own.len());
            for (name, span) in own {
                let containers = self.within(found, span.clone());
                let by_content = name.is_none();
                let key = name.unwrap_or_else(|| fold(&self.framer.text[span.clone()]));
                entries.push(Own { key, by_content, span, containers });
            }
            // What is in none of its entries has no place of its own.
            while found.next_if(|found| found.inner.start < inner.end).is_some() {}
            if !seen.insert(path.clone()) {
                doubled.insert(path.clone());
            }
            containers.extend(self.framer.container(path, kind, inner, entries));
        }
        // Two that cannot be told apart are no places to put something.
        containers.retain(|container| !doubled.contains(&container.role));
        containers
    }
}

struct Reader<'s> {
    text: &'s str,
    way: Vec<String>,
    found: Vec<Found>,
}

fn range(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

/// Between the brackets that a span begins and ends with.
fn between(span: Span) -> Range<usize> {
    let Range { start, end } = range(span);
    start + 1..(end - 1).max(start + 1)
}

impl Reader<'_> {
    fn folded(&self, span: Span) -> String {
        folded(self.text, span)
    }

    /// What a node adds to the way of those inside it.
    fn segment(&self, kind: AstKind<'_>) -> Option<String> {
        match kind {
            AstKind::VariableDeclarator(it) => Some(self.folded(it.id.span())),
            AstKind::Class(it) => Some(it.id.as_ref().map_or_else(|| "class".to_owned(), |id| id.name.to_string())),
            AstKind::Function(it) => it.id.as_ref().map(|id| id.name.to_string()),
            AstKind::TSInterfaceDeclaration(it) => Some(it.id.name.to_string()),
            AstKind::TSTypeAliasDeclaration(it) => Some(it.id.name.to_string()),
            AstKind::TSEnumDeclaration(it) => Some(it.id.name.to_string()),
            AstKind::MethodDefinition(it) => Some(self.folded(it.key.span())),
            AstKind::PropertyDefinition(it) => Some(self.folded(it.key.span())),
            AstKind::ObjectProperty(it) => Some(self.folded(it.key.span())),
            AstKind::CallExpression(it) => Some(format!("{}()", self.folded(it.callee.span()))),
            AstKind::ReturnStatement(_) => Some("return".to_owned()),
            AstKind::Decorator(_) => Some("@".to_owned()),
            _ => None,
        }
    }

    fn add(&mut self, suffix: &str, kind: Kind, inner: Range<usize>, own: Vec<(Option<String>, Range<usize>)>) {
        let path = self.way.join("/") + suffix;
        self.found.push(Found { path, kind, inner, own });
    }

    /// A statement or member, with the sign that ends it.
    fn ended(&self, Range { start, end }: Range<usize>) -> Range<usize> {
        let rest = &self.text[end..];
        let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let ends = rest[blank..].starts_with([';', ',']) && !self.text[start..end].ends_with([';', ',']);
        start..if ends { end + blank + 1 } else { end }
    }

    fn program(&mut self, it: &Program<'_>) {
        let start = it.hashbang.as_ref().map_or(0, |hashbang| hashbang.span.end as usize);
        let directives = it.directives.iter().map(|directive| (None, range(directive.span)));
        let statements = it.body.iter().map(|statement| {
            let span = Span::new(names::start(statement), statement.span().end);
            (names::statement(self.text, statement), range(span))
        });
        let own = directives.chain(statements).collect();
        self.add("", Kind::BLOCK, start..self.text.len(), own);
    }

    /// The names in the braces of an import.
    fn import(&mut self, it: &ImportDeclaration<'_>) {
        let specifiers = it.specifiers.iter().flatten();
        let named = specifiers.filter(|one| matches!(one, ImportDeclarationSpecifier::ImportSpecifier(_)));
        let own: Vec<_> = named.map(|specifier| (None, range(specifier.span()))).collect();
        self.braces("import", it.span.start, it.source.span.start, own);
    }

    fn exports(&mut self, start: u32, end: u32, specifiers: &[ExportSpecifier<'_>]) {
        let own = specifiers.iter().map(|specifier| (None, range(specifier.span))).collect();
        self.braces("export", start, end, own);
    }

    fn braces(&mut self, suffix: &str, start: u32, end: u32, own: Vec<(Option<String>, Range<usize>)>) {
        let (start, end) = (start as usize, end as usize);
        let part = &self.text[start..end];
        let (Some(open), Some(close)) = (part.find('{'), part.rfind('}')) else { return };
        let inside = own.iter().all(|(_, span)| span.start > start + open && span.end <= start + close);
        if open < close && inside {
            self.add(suffix, Kind::NAMES, start + open + 1..start + close, own);
        }
    }

    /// What a constructor is given: with injection, the type says which it is, not the place.
    fn parameters(&mut self, it: &oxc::ast::ast::FormalParameters<'_>) {
        if it.rest.is_some() || self.way.last().is_none_or(|last| last != "constructor") {
            return;
        }
        let name = |pattern: &BindingPattern<'_>| match pattern {
            BindingPattern::BindingIdentifier(id) => Some(id.name.to_string()),
            _ => None,
        };
        let own = it.items.iter().map(|item| (name(&item.pattern), range(item.span))).collect();
        self.add("/parameters", Kind::ARRAY, between(it.span), own);
    }
}

impl<'a> Visit<'a> for Reader<'_> {
    fn enter_node(&mut self, kind: AstKind<'a>) {
        if let Some(segment) = self.segment(kind) {
            self.way.push(segment);
        }
        match kind {
            AstKind::Program(it) => self.program(it),
            AstKind::ImportDeclaration(it) => self.import(it),
            AstKind::ExportNamedDeclaration(it) => self.exports(it.span.start, it.span.end, &it.specifiers),
            AstKind::ExportFromDeclaration(it) => self.exports(it.span.start, it.source.span.start, &it.specifiers),
            AstKind::ArrayExpression(it) => {
                let holed = it.elements.iter().any(|element| matches!(element, ArrayExpressionElement::Elision(_)));
                if !holed {
                    let own = it.elements.iter().map(|element| (None, range(element.span()))).collect();
                    self.add("/[]", Kind::ARRAY, between(it.span), own);
                }
            }
            AstKind::ObjectExpression(it) => {
                let own = it.properties.iter().map(|property| match property {
                    ObjectPropertyKind::ObjectProperty(it) => (Some(self.folded(it.key.span())), range(it.span)),
                    ObjectPropertyKind::SpreadProperty(it) => (None, range(it.span)),
                });
                let own = own.collect();
                self.add("/{}", Kind::OBJECT, between(it.span), own);
            }
            AstKind::ClassBody(it) => {
                let own =
                    it.body.iter().map(|member| (names::member(self.text, member), self.ended(range(member.span()))));
                let own = own.collect();
                self.add("/members", Kind::BLOCK, between(it.span), own);
            }
            AstKind::TSEnumBody(it) => {
                let own = it.members.iter().map(|member| (Some(self.folded(member.id.span())), range(member.span)));
                let own = own.collect();
                self.add("/members", Kind::ARRAY, between(it.span), own);
            }
            AstKind::TSInterfaceBody(it) => self.signatures(it.span, &it.body),
            AstKind::TSTypeLiteral(it) => self.signatures(it.span, &it.members),
            AstKind::FormalParameters(it) => self.parameters(it),
            _ => {}
        }
    }

    fn leave_node(&mut self, kind: AstKind<'a>) {
        if self.segment(kind).is_some() {
            self.way.pop();
        }
    }
}

impl Reader<'_> {
    fn signatures(&mut self, span: Span, members: &[oxc::ast::ast::TSSignature<'_>]) {
        let own = members.iter().map(|member| (names::signature(self.text, member), self.ended(range(member.span()))));
        let own = own.collect();
        self.add("/members", Kind::MAP, between(span), own);
    }
}
