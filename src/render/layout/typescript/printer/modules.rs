//! Imports and exports.

use super::super::super::doc::{Doc, EMPTY, HARD, LINE};
use super::super::super::source_text::newline_follows;
use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::{Printer, cat};

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_import(&self, id: NodeId) -> Doc<'a> {
        let phase = if self.is(id, flag::PHASE_DEFER) {
            " defer"
        } else if self.is(id, flag::PHASE_SOURCE) {
            " source"
        } else {
            ""
        };
        cat![self;
            "import",
            phase,
            if self.is(id, flag::TYPE_ONLY) { " type" } else { "" },
            self.print_specifiers(id),
            self.print_source(id),
            self.print_attributes(id),
            ";",
        ]
    }

    pub(super) fn print_export(&self, id: NodeId) -> Doc<'a> {
        let kind = self.kind(id);
        let declaration = self.get(id, Key::Declaration);
        let mut parts = Vec::new();
        if self.has_decorators_before_export(id) {
            let decorators = self.print_list(declaration, Key::Decorators);
            parts.extend([self.b.join(HARD, decorators), HARD]);
        }
        parts.push(if kind == Kind::ExportDefaultDeclaration { "export default" } else { "export" }.into());
        if self.has_dangling(id) {
            parts.extend([" ".into(), self.dangling_comments(id)]);
            let last = self.comments_on(id).last();
            if last.is_some_and(|comment| !comment.is_block || newline_follows(self.text, comment.end)) {
                parts.push(HARD);
            }
        }
        if declaration.is_some() {
            parts.extend([" ".into(), self.print(declaration)]);
        } else {
            if self.is(id, flag::TYPE_ONLY) {
                parts.push(" type".into());
            }
            if kind == Kind::ExportAllDeclaration {
                parts.push(" *".into());
                let exported = self.get(id, Key::Exported);
                if exported.is_some() {
                    parts.extend([" as ".into(), self.print(exported)]);
                }
            } else {
                parts.push(self.print_specifiers(id));
            }
            parts.extend([self.print_source(id), self.print_attributes(id)]);
        }
        let ends_itself = matches!(
            self.kind(declaration),
            Kind::ClassDeclaration | Kind::FunctionDeclaration | Kind::TSInterfaceDeclaration | Kind::TSDeclareFunction
        );
        let is_expression = kind == Kind::ExportDefaultDeclaration && !ends_itself;
        parts.push(if declaration.is_none() || is_expression { ";".into() } else { EMPTY });
        self.b.cat(&parts)
    }

    /// `@A() export class …`
    pub(super) fn has_decorators_before_export(&self, id: NodeId) -> bool {
        let exports = matches!(self.kind(id), Kind::ExportDefaultDeclaration | Kind::ExportNamedDeclaration);
        let first = self.list(self.get(id, Key::Declaration), Key::Decorators).first();
        exports && first.is_some_and(|&first| self.start(first) == self.start(id))
    }

    fn has_from(&self, id: NodeId) -> bool {
        if self.kind(id) != Kind::ImportDeclaration
            || !self.list(id, Key::Specifiers).is_empty()
            || self.is(id, flag::TYPE_ONLY)
        {
            return true;
        }
        let source = self.start(self.get(id, Key::Source));
        self.blanked()[self.start(id)..source].trim_end().ends_with("from")
    }

    fn print_source(&self, id: NodeId) -> Doc<'a> {
        let source = self.get(id, Key::Source);
        if source.is_none() {
            return EMPTY;
        }
        cat![self; if self.has_from(id) { " from" } else { "" }, " ", self.print(source)]
    }

    fn print_specifiers(&self, id: NodeId) -> Doc<'a> {
        if !self.has_from(id) {
            return EMPTY;
        }
        let specifiers = self.list(id, Key::Specifiers);
        if specifiers.is_empty() {
            return " {}".into();
        }
        let is_named = |node: NodeId| matches!(self.kind(node), Kind::ImportSpecifier | Kind::ExportSpecifier);
        let (named, whole): (Vec<NodeId>, Vec<NodeId>) = specifiers.iter().partition(|&&node| is_named(node));
        let whole_docs = self.b.join(", ".into(), whole.iter().map(|&node| self.print(node)));
        if named.is_empty() {
            return cat![self; " ", whole_docs];
        }
        let comma = if whole.is_empty() { EMPTY } else { ", ".into() };
        let docs = named.iter().map(|&node| self.print(node));
        let has_comment = specifiers.iter().any(|&node| self.has_comment(node));
        let braces = if named.len() > 1 || !whole.is_empty() || has_comment {
            let inner = self.b.indent(cat![self; LINE, self.b.join(cat![self; ",", LINE], docs)]);
            self.b.group(cat![self; "{", inner, self.comma_if_broken(), LINE, "}"])
        } else {
            cat![self; "{ ", self.b.cat(&docs.collect::<Vec<_>>()), " }"]
        };
        cat![self; " ", whole_docs, comma, braces]
    }

    fn print_attributes(&self, id: NodeId) -> Doc<'a> {
        let source = self.get(id, Key::Source);
        if source.is_none() {
            return EMPTY;
        }
        let attributes = self.list(id, Key::Attributes);
        let end = attributes.first().map_or(self.end(id), |&first| self.start(first));
        let between = self.blanked()[self.end(source)..end].trim_start();
        let word = if between.starts_with("assert") {
            " assert "
        } else if between.starts_with("with") || !attributes.is_empty() {
            " with "
        } else {
            return EMPTY;
        };
        let printed = self.print_object(id);
        let only_type = matches!(*attributes, [only] if self.name(self.get(only, Key::Key)) == "type"
            || self.node(self.get(only, Key::Key)).extra == "type");
        cat![self; word, if only_type { self.b.flatten(printed) } else { printed }]
    }

    pub(super) fn print_specifier(&self, id: NodeId) -> Doc<'a> {
        let (first, second) = match self.kind(id) {
            Kind::ImportSpecifier => (Key::Imported, Key::Local),
            Kind::ExportSpecifier => (Key::Local, Key::Exported),
            Kind::ImportNamespaceSpecifier => return cat![self; "* as ", self.print_key(id, Key::Local)],
            _ => return self.print_key(id, Key::Local),
        };
        let word = if self.is(id, flag::TYPE_ONLY) { "type " } else { "" };
        let printed = self.print_key(id, first);
        if self.is_plain_specifier(id) {
            return cat![self; word, printed];
        }
        cat![self; word, printed, " as ", self.print_key(id, second)]
    }
}
