//! Unions and intersections.

use super::super::super::doc::{Align, Doc, EMPTY, LINE, SOFT};
use super::super::comments::Side;
use super::super::kind::{Key, Kind};
use super::super::tree::NodeId;
use super::{Args, Layout, Printer, cat};

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_union(&self, id: NodeId, args: Args) -> Doc<'a> {
        let types = self.list(id, Key::Types);
        if self.should_hug_union(id) {
            return self.b.join(" | ".into(), self.print_list(id, Key::Types));
        }
        let mut parts = Vec::new();
        for (at, &ty) in types.iter().enumerate() {
            parts.push(if at == 0 { self.b.if_break("| ".into(), EMPTY) } else { cat![self; LINE, "| "] });
            let printed = self.print(ty);
            parts.push(if self.has_side(ty, Side::Leading) {
                self.b.align(Align::By(2), self.with_comments(ty, printed))
            } else {
                self.with_comments(ty, self.b.align(Align::By(2), printed))
            });
        }
        let mut printed = self.b.group(self.b.cat(&parts));
        if self.union_prints_comments(id) {
            printed = self.with_comments(id, printed);
        }
        if self.needs_parens(id) {
            return self.in_soft_parens("", printed, "");
        }
        if self.is_in_tuple(id) {
            let open = self.b.if_break(cat![self; "(", SOFT], EMPTY);
            let close = self.b.if_break(")".into(), EMPTY);
            return self.b.group(cat![self; self.b.indent(cat![self; open, printed]), SOFT, close]);
        }
        if args.layout == Some(Layout::BreakAfterOperator) || !self.indents_union(id) {
            return printed;
        }
        self.b.group(self.b.indent(cat![self; SOFT, printed]))
    }

    pub(super) fn union_prints_comments(&self, id: NodeId) -> bool {
        let in_set = matches!(self.parent_kind(id), Kind::TSUnionType | Kind::TSIntersectionType);
        !(self.should_hug_union(id) || (self.key(id) == Key::Types && in_set) || self.is_in_tuple(id))
    }

    fn is_in_tuple(&self, id: NodeId) -> bool {
        self.key(id) == Key::ElementTypes
            && self.parent_kind(id) == Kind::TSTupleType
            && self.list(self.parent(id), Key::ElementTypes).len() > 1
    }

    fn indents_union(&self, id: NodeId) -> bool {
        let parent = self.parent_kind(id);
        match self.key(id) {
            Key::TypeAnnotation => parent != Kind::TSTypeAssertion,
            Key::ElementTypes => parent != Kind::TSTupleType,
            Key::TrueType | Key::FalseType => parent != Kind::TSConditionalType,
            Key::Params => parent != Kind::TSTypeParameterInstantiation,
            _ => true,
        }
    }

    pub(super) fn print_intersection(&self, id: NodeId) -> Doc<'a> {
        let mut was_indented = false;
        let mut parts = Vec::new();
        let types = self.list(id, Key::Types);
        for (at, &ty) in types.iter().enumerate() {
            let printed = self.print(ty);
            if at == 0 {
                parts.push(printed);
                continue;
            }
            let is_object = self.is_object_type(ty);
            let after_object = self.is_object_type(types[at - 1]);
            if is_object && after_object {
                parts.extend([" & ".into(), if was_indented { self.b.indent(printed) } else { printed }]);
            } else if (!is_object && !after_object) || self.has_leading_own_line_comment(ty) {
                parts.push(self.b.indent(cat![self; " &", LINE, printed]));
            } else {
                if at > 1 {
                    was_indented = true;
                }
                parts.extend([" & ".into(), if at > 1 { self.b.indent(printed) } else { printed }]);
            }
        }
        self.b.group(self.b.cat(&parts))
    }
}
