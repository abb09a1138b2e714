//! Arrays, array patterns and tuples.

use super::super::super::doc::{Doc, EMPTY, HARD, LINE, SOFT, will_break};
use super::super::super::source_text::{comma_after, newline_precedes, next_line_is_empty};
use super::super::comments::Side;
use super::super::kind::{Key, Kind};
use super::super::tree::NodeId;
use super::{Printer, cat};

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_array(&self, id: NodeId) -> Doc<'a> {
        let key = if self.kind(id) == Kind::TSTupleType { Key::ElementTypes } else { Key::Elements };
        let elements = self.list(id, key);
        let tail = cat![self; self.optional_mark(id), self.print_type_annotation(id, Key::TypeAnnotation)];
        let Some(&last) = elements.last() else {
            return cat![self; self.b.group(cat![self; "[", self.dangling_in_brackets(id), "]"]), tail];
        };
        let may_have_comma = self.kind(last) != Kind::RestElement;
        let should_break = self.holds_many_of_one_kind(elements) || self.has_line_comment(id, Side::Dangling);
        let fills = self.is_number_array(id);
        let group = self.new_group_id();
        let comma = if !may_have_comma {
            EMPTY
        } else if last.is_none() {
            ",".into()
        } else if fills && !self.is_json() {
            self.b.if_group_breaks(group, ",".into(), EMPTY)
        } else {
            self.comma_if_broken()
        };
        let items = if fills {
            self.print_number_fill(elements, comma)
        } else {
            cat![self; self.print_elements(elements), comma]
        };
        let inner = self.b.indent(cat![self; SOFT, items, self.dangling_comments(id)]);
        cat![self; self.b.group_with(cat![self; "[", inner, SOFT, "]"], should_break, group), tail]
    }

    fn holds_many_of_one_kind(&self, elements: &[NodeId]) -> bool {
        let big = |&element: &NodeId| match self.kind(element) {
            Kind::ArrayExpression => self.list(element, Key::Elements).len() > 1,
            Kind::ObjectExpression => self.list(element, Key::Properties).len() > 1,
            _ => false,
        };
        let first = self.kind(elements[0]);
        elements.len() > 1 && elements.iter().all(|element| self.kind(*element) == first && big(element))
    }

    /// An array of numbers is filled, several to a line.
    pub(super) fn is_number_array(&self, id: NodeId) -> bool {
        let elements = self.list(id, Key::Elements);
        self.kind(id) == Kind::ArrayExpression
            && !elements.is_empty()
            && elements.iter().all(|&element| {
                let number = self.kind(element) == Kind::NumericLiteral
                    || (self.is_signed_number(element) && !self.has_comment(self.get(element, Key::Argument)));
                let same_line_comment = self.has_comment_where(element, |comment| {
                    comment.side == Side::Trailing && !comment.is_block && !newline_precedes(self.text, comment.start)
                });
                number && !same_line_comment
            })
    }

    fn empty_line_follows(&self, element: NodeId) -> bool {
        let end = self.end(element);
        end != self.start(element) && next_line_is_empty(self.text, comma_after(self.text, end))
    }

    fn print_elements(&self, elements: &[NodeId]) -> Doc<'a> {
        let mut parts = Vec::new();
        for (at, &element) in elements.iter().enumerate() {
            if element.is_some() {
                parts.push(self.b.group(self.print(element)));
            }
            if at + 1 < elements.len() {
                let gap = if element.is_some() && self.empty_line_follows(element) { SOFT } else { EMPTY };
                parts.extend([",".into(), LINE, gap]);
            }
        }
        self.b.cat(&parts)
    }

    fn print_number_fill(&self, elements: &[NodeId], comma: Doc<'a>) -> Doc<'a> {
        let mut parts = Vec::new();
        for (at, &element) in elements.iter().enumerate() {
            let is_last = at + 1 == elements.len();
            parts.push(cat![self; self.print(element), if is_last { comma } else { ",".into() }]);
            if is_last {
                break;
            }
            let next = elements[at + 1];
            parts.push(if self.empty_line_follows(element) {
                cat![self; HARD, HARD]
            } else if self.has_line_comment(next, Side::Leading) {
                HARD
            } else {
                LINE
            });
        }
        self.b.fill(&parts)
    }

    pub(super) fn any_will_break(docs: &[Doc<'a>]) -> bool {
        docs.iter().any(|doc| will_break(*doc))
    }
}
