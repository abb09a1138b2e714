//! The places of a TypeScript file to which something can be added, with what is in them.

use oxc::allocator::Allocator;
use oxc::ast::AstKind;
use oxc::ast::ast::{
    BindingPattern, ClassElement, Declaration, ImportDeclarationSpecifier, ObjectPropertyKind, Statement, TSSignature,
};
use oxc::ast_visit::Visit;
use oxc::parser::Parser;
use oxc::span::{GetSpan, SourceType, Span};

/// A file does not parse.
#[derive(Debug, thiserror::Error)]
#[error("`{path}` is not valid TypeScript: {message}")]
pub struct OutlineError {
    /// The file.
    pub path: String,
    /// What the parser said first.
    pub message: String,
}

/// All places of one file.
#[derive(Debug)]
pub(super) struct Outline<'s> {
    pub containers: Vec<Container>,
    source: &'s str,
}

/// A list of things: the module's statements, an import's names, an array, an object, a class, an interface.
#[derive(Debug)]
pub(super) struct Container {
    /// The way to it from the module, by names: `AppModule/forRoot/return/imports`.
    pub path: String,
    pub kind: Kind,
    /// Right behind the opening bracket.
    pub inner_start: usize,
    pub entries: Vec<Entry>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Statements, members: each ends itself.
    Block,
    /// Elements, properties, names: commas between them.
    List,
}

impl Kind {
    pub(super) fn separator(self) -> &'static str {
        match self {
            Kind::Block => "",
            Kind::List => ",",
        }
    }
}

/// One thing of a container, with the comments before it.
#[derive(Debug)]
pub(super) struct Entry {
    /// What tells it from its siblings: a name, or its text with white space folded.
    pub key: String,
    pub text: String,
    pub start: usize,
    pub end: usize,
    pub after_blank_line: bool,
}

impl Container {
    pub(super) fn position(&self, key: &str) -> Option<usize> {
        self.entries.iter().position(|entry| entry.key == key)
    }
}

impl<'s> Outline<'s> {
    /// Reads a file.
    pub(super) fn of(path: &str, source: &'s str) -> Result<Self, OutlineError> {
        let error = |message: String| OutlineError { path: path.to_owned(), message };
        let allocator = Allocator::default();
        let source_type = SourceType::from_path(path).map_err(|unknown| error(unknown.to_string()))?;
        let parsed = Parser::new(&allocator, source, source_type).parse();
        if let Some(first) = parsed.diagnostics.first() {
            return Err(error(first.to_string()));
        }
        let mut reader = Reader { outline: Outline { containers: Vec::new(), source }, way: Vec::new() };
        reader.visit_program(&parsed.program);
        Ok(reader.outline)
    }

    pub(super) fn find(&self, path: &str) -> Option<&Container> {
        self.containers.iter().find(|container| container.path == path)
    }

    fn add(
        &mut self,
        path: String,
        kind: Kind,
        inner_start: u32,
        entries: impl Iterator<Item = (Option<String>, Span)>,
    ) {
        let inner_start = inner_start as usize;
        let mut previous_end = inner_start;
        let entries = entries
            .map(|(name, span)| {
                let entry = self.entry(name, span, previous_end, kind);
                previous_end = entry.end;
                entry
            })
            .collect();
        self.containers.push(Container { path, kind, inner_start, entries });
    }

    fn entry(&self, name: Option<String>, span: Span, previous_end: usize, kind: Kind) -> Entry {
        let (own_start, end) = (span.start as usize, span.end as usize);
        let start = self.with_leading_comments(previous_end, own_start, kind);
        let gap = &self.source[previous_end..start];
        Entry {
            key: name.unwrap_or_else(|| fold(&self.source[own_start..end])),
            text: self.source[start..end].to_owned(),
            start,
            end,
            after_blank_line: gap.matches('\n').count() > 1,
        }
    }

    /// Comments between the previous entry's line and this one belong to this one.
    fn with_leading_comments(&self, previous_end: usize, start: usize, kind: Kind) -> usize {
        let gap = &self.source[previous_end..start];
        let mut offset = gap.len() - gap.trim_start().len();
        if kind == Kind::List && gap[offset..].starts_with(',') {
            offset += 1;
        }
        // A comment on the previous entry's own line is the previous entry's.
        if previous_end > 0 && !gap[offset..].trim().is_empty() {
            offset = gap[offset..].find('\n').map_or(gap.len(), |at| offset + at);
        }
        previous_end + offset + (gap[offset..].len() - gap[offset..].trim_start().len())
    }
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

struct Reader<'s> {
    outline: Outline<'s>,
    way: Vec<String>,
}

impl Reader<'_> {
    fn text(&self, span: Span) -> String {
        fold(&self.outline.source[span.start as usize..span.end as usize])
    }

    fn path(&self) -> String {
        self.way.join("/")
    }

    /// What a node adds to the way of those inside it.
    fn segment(&self, kind: AstKind<'_>) -> Option<String> {
        match kind {
            AstKind::VariableDeclarator(it) => Some(self.text(it.id.span())),
            AstKind::Class(it) => Some(it.id.as_ref().map_or_else(|| "class".to_owned(), |id| id.name.to_string())),
            AstKind::Function(it) => it.id.as_ref().map(|id| id.name.to_string()),
            AstKind::TSInterfaceDeclaration(it) => Some(it.id.name.to_string()),
            AstKind::TSTypeAliasDeclaration(it) => Some(it.id.name.to_string()),
            AstKind::MethodDefinition(it) => Some(self.text(it.key.span())),
            AstKind::PropertyDefinition(it) => Some(self.text(it.key.span())),
            AstKind::ObjectProperty(it) => Some(self.text(it.key.span())),
            AstKind::CallExpression(it) => Some(format!("{}()", self.text(it.callee.span()))),
            AstKind::ReturnStatement(_) => Some("return".to_owned()),
            AstKind::Decorator(_) => Some("@".to_owned()),
            _ => None,
        }
    }
}

impl<'a> Visit<'a> for Reader<'_> {
    fn enter_node(&mut self, kind: AstKind<'a>) {
        if let Some(segment) = self.segment(kind) {
            self.way.push(segment);
        }
        let path = self.path();
        match kind {
            AstKind::Program(it) => {
                let entries: Vec<_> =
                    it.body.iter().map(|statement| (statement_name(statement), statement.span())).collect();
                self.outline.add(path, Kind::Block, 0, entries.into_iter());
            }
            AstKind::ImportDeclaration(it) => {
                let Some(specifiers) = &it.specifiers else { return };
                let named: Vec<_> = specifiers
                    .iter()
                    .filter(|specifier| matches!(specifier, ImportDeclarationSpecifier::ImportSpecifier(_)))
                    .map(|specifier| (None, specifier.span()))
                    .collect();
                let Some((_, first)) = named.first() else { return };
                let open =
                    self.outline.source[..first.start as usize].rfind('{').map_or(first.start as usize, |at| at + 1);
                let path = format!("import {}", import_name(it));
                self.outline.add(path, Kind::List, u32::try_from(open).unwrap_or(first.start), named.into_iter());
            }
            AstKind::ArrayExpression(it) => {
                let entries: Vec<_> = it.elements.iter().map(|element| (None, element.span())).collect();
                self.outline.add(format!("{path}/[]"), Kind::List, it.span.start + 1, entries.into_iter());
            }
            AstKind::ObjectExpression(it) => {
                let entries: Vec<_> = it
                    .properties
                    .iter()
                    .map(|property| match property {
                        ObjectPropertyKind::ObjectProperty(property) => {
                            (Some(self.text(property.key.span())), property.span)
                        }
                        ObjectPropertyKind::SpreadProperty(spread) => (None, spread.span),
                    })
                    .collect();
                self.outline.add(format!("{path}/{{}}"), Kind::List, it.span.start + 1, entries.into_iter());
            }
            AstKind::ClassBody(it) => {
                let entries: Vec<_> = it.body.iter().map(|member| (self.member_name(member), member.span())).collect();
                self.outline.add(format!("{path}/members"), Kind::Block, it.span.start + 1, entries.into_iter());
            }
            AstKind::TSInterfaceBody(it) => {
                let entries: Vec<_> =
                    it.body.iter().map(|member| (self.signature_name(member), member.span())).collect();
                self.outline.add(format!("{path}/members"), Kind::Block, it.span.start + 1, entries.into_iter());
            }
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
    fn member_name(&self, member: &ClassElement<'_>) -> Option<String> {
        match member {
            ClassElement::MethodDefinition(method) => Some(format!("{}()", self.text(method.key.span()))),
            ClassElement::PropertyDefinition(property) => Some(self.text(property.key.span())),
            _ => None,
        }
    }

    fn signature_name(&self, member: &TSSignature<'_>) -> Option<String> {
        match member {
            TSSignature::TSPropertySignature(property) => Some(self.text(property.key.span())),
            TSSignature::TSMethodSignature(method) => Some(format!("{}()", self.text(method.key.span()))),
            _ => None,
        }
    }
}

fn import_name(it: &oxc::ast::ast::ImportDeclaration<'_>) -> String {
    let kind = if it.import_kind.is_type() { "type " } else { "" };
    format!("{kind}{}", it.source.value)
}

/// Imports are told apart by what they import from, declarations by what they declare, the rest by their text.
fn statement_name(statement: &Statement<'_>) -> Option<String> {
    match statement {
        Statement::ImportDeclaration(it) => Some(format!("import {}", import_name(it))),
        Statement::ExportDeclaration(it) => declaration_name(&it.declaration),
        _ => statement.as_declaration().and_then(declaration_name),
    }
}

fn declaration_name(declaration: &Declaration<'_>) -> Option<String> {
    match declaration {
        Declaration::VariableDeclaration(it) => match &it.declarations.first()?.id {
            BindingPattern::BindingIdentifier(id) => Some(id.name.to_string()),
            _ => None,
        },
        Declaration::FunctionDeclaration(it) => it.id.as_ref().map(|id| id.name.to_string()),
        Declaration::ClassDeclaration(it) => it.id.as_ref().map(|id| id.name.to_string()),
        Declaration::TSInterfaceDeclaration(it) => Some(format!("type {}", it.id.name)),
        Declaration::TSTypeAliasDeclaration(it) => Some(format!("type {}", it.id.name)),
        _ => None,
    }
}
