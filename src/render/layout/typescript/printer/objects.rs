//! Objects, object patterns, enum bodies and import attributes.

use super::super::super::doc::{Doc, HARD, LINE};
use super::super::super::source_text::has_newline_between;
use super::super::kind::{Key, Kind};
use super::super::tree::NodeId;
use super::{Printer, cat};

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_object(&self, id: NodeId) -> Doc<'a> {
        let kind = self.kind(id);
        let key = match kind {
            Kind::TSEnumBody => Key::Members,
            Kind::ImportDeclaration | Kind::ExportNamedDeclaration | Kind::ExportAllDeclaration => Key::Attributes,
            _ => Key::Properties,
        };
        let members = self.list(id, key);
        let should_break = self.object_should_break(id, members);
        let mut parts = Vec::new();
        for (at, &member) in members.iter().enumerate() {
            if at > 0 {
                parts.extend([",".into(), LINE]);
                if self.line_after_is_empty(members[at - 1]) {
                    parts.push(HARD);
                }
            }
            parts.push(self.print(member));
        }
        let tail = cat![self; self.optional_mark(id), self.print_type_annotation(id, Key::TypeAnnotation)];
        let contents = if members.is_empty() {
            let inside = self.dangling_in_brackets_of_object(id);
            self.b.group(cat![self; "{", inside, "}", tail])
        } else {
            let has_rest = members.last().is_some_and(|&last| self.kind(last) == Kind::RestElement);
            let comma = if has_rest { "".into() } else { self.comma_if_broken() };
            let inner = self.b.indent(cat![self; LINE, self.b.cat(&parts)]);
            cat![self; "{", inner, comma, LINE, "}", tail]
        };
        let hugged =
            (kind == Kind::ObjectPattern && self.list(id, Key::Decorators).is_empty() && self.is_hugged_parameter(id))
                || (!should_break
                    && kind == Kind::ObjectPattern
                    && matches!(self.parent_kind(id), Kind::AssignmentExpression | Kind::VariableDeclarator));
        if hugged { contents } else { self.b.group_if(contents, should_break) }
    }

    fn dangling_in_brackets_of_object(&self, id: NodeId) -> Doc<'a> {
        if self.is_module_declaration(id) { "".into() } else { self.dangling_in_brackets(id) }
    }

    fn is_module_declaration(&self, id: NodeId) -> bool {
        matches!(self.kind(id), Kind::ImportDeclaration | Kind::ExportNamedDeclaration | Kind::ExportAllDeclaration)
    }

    fn object_should_break(&self, id: NodeId, members: &[NodeId]) -> bool {
        match self.kind(id) {
            Kind::TSEnumBody => true,
            Kind::ObjectPattern => {
                let parent = self.parent_kind(id);
                let is_parameter = matches!(
                    parent,
                    Kind::FunctionDeclaration
                        | Kind::FunctionExpression
                        | Kind::ArrowFunctionExpression
                        | Kind::AssignmentPattern
                        | Kind::CatchClause
                );
                let nests = |&member: &NodeId| {
                    matches!(self.kind(self.get(member, Key::Value)), Kind::ObjectPattern | Kind::ArrayPattern)
                };
                !is_parameter && members.iter().any(nests)
            }
            _ => {
                let Some(&first) = members.first() else { return false };
                let first_start = self.start(first);
                let open = if self.is_module_declaration(id) {
                    self.blanked()[..first_start].rfind('{').unwrap_or(0)
                } else {
                    self.start(id)
                };
                has_newline_between(self.text, open, first_start)
            }
        }
    }

    /// Whether the node is the only parameter and its brackets may stick to those of the parameter list.
    pub(super) fn is_hugged_parameter(&self, id: NodeId) -> bool {
        self.key(id) == Key::Params && self.should_hug_parameters(self.parent(id))
    }

    /// Whether the node is the object type of the only parameter.
    pub(super) fn is_type_of_hugged_parameter(&self, id: NodeId) -> bool {
        let annotation = self.parent(id);
        self.key(id) == Key::TypeAnnotation
            && self.key(annotation) == Key::TypeAnnotation
            && self.is_hugged_parameter(self.parent(annotation))
    }
}
