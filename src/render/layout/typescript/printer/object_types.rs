//! Bodies of classes and interfaces, type literals, mapped types, index signatures.

use super::super::super::doc::{Doc, EMPTY, HARD, LINE, SOFT};
use super::super::super::source_text::{has_newline_between, newline_follows};
use super::super::comments::{Marker, Side};
use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::{Printer, cat, hard_or_line};

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_members_block(&self, id: NodeId) -> Doc<'a> {
        let is_literal = self.kind(id) == Kind::TSTypeLiteral;
        let members = self.list(id, if is_literal { Key::Members } else { Key::Body });
        let separator = if is_literal { LINE } else { HARD };
        let mut parts = Vec::new();
        for (at, &member) in members.iter().enumerate() {
            parts.push(self.print(member));
            if at + 1 < members.len() {
                parts.push(separator);
                if self.line_after_is_empty(member) {
                    parts.push(HARD);
                }
            }
        }
        if self.has_dangling(id) {
            parts.push(self.dangling_comments(id));
        }
        let inner = self.b.cat(&parts);
        if !is_literal {
            let inner = if parts.is_empty() { EMPTY } else { cat![self; self.b.indent(cat![self; HARD, inner]), HARD] };
            return cat![self; "{", inner, "}"];
        }
        let first = members.first();
        let breaks = self.has_line_comment(id, Side::Dangling)
            || first.is_some_and(|&first| has_newline_between(self.text, self.start(id), self.start(first)));
        let contents = if parts.is_empty() {
            "{}".into()
        } else {
            let line = if first.is_none() && !breaks { SOFT } else { LINE };
            cat![self; "{", self.b.indent(cat![self; line, inner]), line, "}"]
        };
        if self.is_type_of_hugged_parameter(id) { contents } else { self.b.group_if(contents, breaks) }
    }

    /// What ends a member of a class, an interface or a type literal.
    pub(super) fn member_separator(&self, id: NodeId) -> Doc<'a> {
        match self.parent_kind(id) {
            Kind::TSTypeLiteral if self.next(id).is_none() => self.b.if_break(";".into(), EMPTY),
            Kind::ClassBody | Kind::TSInterfaceBody | Kind::TSTypeLiteral => ";".into(),
            _ => EMPTY,
        }
    }

    pub(super) fn print_property_signature(&self, id: NodeId) -> Doc<'a> {
        let inner = cat![self;
            if self.is(id, flag::READONLY) { "readonly " } else { "" },
            self.print_property_key(id),
            self.optional_mark(id),
            self.print_type_annotation(id, Key::TypeAnnotation),
        ];
        cat![self; self.b.group(inner), self.member_separator(id)]
    }

    pub(super) fn print_index_signature(&self, id: NodeId) -> Doc<'a> {
        let in_class = self.parent_kind(id) == Kind::ClassBody;
        let parameters = self.b.join(cat![self; ", ", SOFT], self.print_list(id, Key::Parameters));
        let inner = cat![self;
            if in_class && self.is(id, flag::STATIC) { "static " } else { "" },
            if self.is(id, flag::READONLY) { "readonly " } else { "" },
            "[",
            self.in_soft_parens("", parameters, ""),
            "]",
            self.print_type_annotation(id, Key::TypeAnnotation),
        ];
        cat![self; self.b.group(inner), self.member_separator(id)]
    }

    pub(super) fn print_mapped_type(&self, id: NodeId) -> Doc<'a> {
        let after_brace = self.start(id) + 1;
        let rest = &self.blanked()[after_brace..];
        let first = after_brace + (rest.len() - rest.trim_start().len());
        let breaks = has_newline_between(self.text, after_brace, first);
        let comments = self.dangling(id, Marker::None);
        let comments = match comments.last() {
            None => EMPTY,
            Some(last) => {
                let line = hard_or_line(!last.is_block || newline_follows(self.text, last.end));
                self.b.group(cat![self; self.dangling_comments(id), line])
            }
        };
        let node = self.node(id);
        let (readonly, optional) = (node.text, node.extra);
        let name_type = self.get(id, Key::NameType);
        let name_type = if name_type.is_some() { cat![self; " as ", self.print(name_type)] } else { EMPTY };
        let key = cat![self; self.print_key(id, Key::Key), " in ", self.print_key(id, Key::Constraint), name_type];
        let annotation = self.get(id, Key::TypeAnnotation);
        let member = cat![self;
            match readonly { "" => "", "true" => "readonly ", "+" => "+readonly ", _ => "-readonly " },
            self.in_soft_parens("[", key, "]"),
            match optional { "" => "", "true" => "?", "+" => "+?", _ => "-?" },
            if annotation.is_some() { ": " } else { "" },
            self.print(annotation),
        ];
        let semicolon = self.b.if_break(";".into(), EMPTY);
        let inner = self.b.indent(cat![self; LINE, comments, self.b.group(member), semicolon]);
        self.b.group_if(cat![self; "{", inner, LINE, "}"], breaks)
    }
}
