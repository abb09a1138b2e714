//! Member access outside call chains, and `await`.

use super::super::super::doc::Label;
use super::super::super::doc::{Doc, SOFT};
use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::{Printer, cat};

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_member(&self, id: NodeId) -> Doc<'a> {
        let object = self.get(id, Key::Object);
        let printed = self.print(object);
        let lookup = self.print_lookup(id);
        let is_non_null = |node| self.kind(node) == Kind::TSNonNullExpression;
        let outer = self.ancestor(id, |node| !(self.is_member(node) || is_non_null(node)));
        let beyond = self.ancestor(id, |node| !self.is_chain_or_non_null(node));
        let label = match printed {
            Doc::Label(label, _) => Some(label),
            _ => None,
        };
        let assigned = matches!(self.kind(beyond), Kind::AssignmentExpression | Kind::VariableDeclarator);
        let inner = self.skip_chain(object);
        let called = self.is_call(inner) && !self.list(inner, Key::Arguments).is_empty();
        let assigned_to_path =
            self.kind(outer) == Kind::AssignmentExpression && self.kind(self.get(outer, Key::Left)) != Kind::Identifier;
        let two_names = self.kind(object) == Kind::Identifier
            && self.kind(self.get(id, Key::Property)) == Kind::Identifier
            && !self.is_member(beyond);
        let inline = assigned_to_path
            || self.is_in_new_callee(id)
            || self.is(id, flag::COMPUTED)
            || two_names
            || (assigned && (called || label == Some(Label::MemberChain)));
        let lookup = if inline { lookup } else { self.b.group(self.b.indent(cat![self; SOFT, lookup])) };
        let parts = cat![self; printed, Doc::LineSuffixBoundary, lookup];
        label.map_or(parts, |label| self.b.label(label, parts))
    }

    fn is_in_new_callee(&self, id: NodeId) -> bool {
        let mut node = id;
        loop {
            let parent = self.parent(node);
            let goes_on = (self.is_member(parent) && self.key(node) == Key::Object)
                || (self.kind(parent) == Kind::TSNonNullExpression && self.key(node) == Key::Expression);
            if !goes_on {
                return self.kind(parent) == Kind::NewExpression && self.key(node) == Key::Callee;
            }
            node = parent;
        }
    }

    /// `.name` or `[index]`.
    pub(super) fn print_lookup(&self, id: NodeId) -> Doc<'a> {
        let property = self.get(id, Key::Property);
        let printed = self.print(property);
        let optional = self.optional_mark(id);
        if !self.is(id, flag::COMPUTED) {
            return cat![self; optional, ".", printed];
        }
        if self.kind(property) == Kind::NumericLiteral {
            return cat![self; optional, "[", printed, "]"];
        }
        self.b.group(cat![self; optional, "[", self.b.indent(cat![self; SOFT, printed]), SOFT, "]"])
    }

    pub(super) fn print_await(&self, id: NodeId) -> Doc<'a> {
        let printed = cat![self; "await ", self.print_key(id, Key::Argument)];
        let (key, parent) = (self.key(id), self.parent(id));
        let is_head = (self.is_call(parent) && key == Key::Callee) || (self.is_member(parent) && key == Key::Object);
        if !is_head {
            return printed;
        }
        let printed = cat![self; self.b.indent(cat![self; SOFT, printed]), SOFT];
        let outer = self.ancestor(id, |node| matches!(self.kind(node), Kind::AwaitExpression | Kind::BlockStatement));
        let nested = self.kind(outer) == Kind::AwaitExpression
            && self.starts_with(self.get(outer, Key::Argument), &|node| node == id);
        if nested { printed } else { self.b.group(printed) }
    }
}
