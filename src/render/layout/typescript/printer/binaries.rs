//! Binary and logical expressions.

use super::super::super::doc::{Doc, LINE, SOFT};
use super::super::comments::Side;
use super::super::kind::{Key, Kind, flag};
use super::super::parens::should_flatten;
use super::super::tree::NodeId;
use super::{Printer, cat};

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_binary(&self, id: NodeId) -> Doc<'a> {
        let (key, parent) = (self.key(id), self.parent(id));
        let grandparent = self.parent(parent);
        let kind = self.kind(parent);
        let in_parens = key != Key::Body
            && matches!(
                kind,
                Kind::IfStatement | Kind::WhileStatement | Kind::SwitchStatement | Kind::DoWhileStatement
            );
        let parts = self.binary_parts(id, in_parens);
        let all = self.b.cat(&parts);
        if in_parens {
            return all;
        }
        if (key == Key::Callee && self.is_call_or_new(parent))
            || (kind == Kind::UnaryExpression && !self.has_comment(id))
            || (self.is_member(parent) && !self.is(parent, flag::COMPUTED))
        {
            return self.in_soft_parens("", all, "");
        }
        let returned = matches!(
            kind,
            Kind::ReturnStatement | Kind::ThrowStatement | Kind::YieldExpression | Kind::UnaryExpression
        );
        let grandparent_takes = matches!(self.kind(grandparent), Kind::ReturnStatement | Kind::ThrowStatement)
            || self.is_call_or_new(grandparent);
        let not_indented = (key == Key::Argument && returned)
            || (kind == Kind::JSXExpressionContainer && self.kind(grandparent) == Kind::JSXAttribute)
            || (key == Key::Body && kind == Kind::ArrowFunctionExpression)
            || (key != Key::Body && kind == Kind::ForStatement)
            || (kind == Kind::ConditionalExpression && !grandparent_takes)
            || kind == Kind::TemplateLiteral
            || (key == Key::Arguments && self.is_boolean_call(parent));
        let assigned = matches!(
            kind,
            Kind::AssignmentExpression
                | Kind::VariableDeclarator
                | Kind::PropertyDefinition
                | Kind::TSAbstractPropertyDefinition
        ) || self.is_object_property(parent);
        if not_indented || self.inlines_all(id) || (!self.inlines_right(id) && assigned) {
            return self.b.group(all);
        }
        let Some(last) = parts.last() else { return all };
        let right_is_jsx = self.is_jsx(self.get(id, Key::Right));
        let first_group = parts.iter().position(|part| matches!(part, Doc::Group(_)));
        let head_length = first_group.map_or(1, |at| at + 1);
        let head = self.b.cat(&parts[..head_length]);
        let tail_end = if right_is_jsx { (parts.len() - 1).max(head_length) } else { parts.len() };
        let tail = self.b.indent(self.b.cat(&parts[head_length..tail_end]));
        let group = self.new_group_id();
        let chain = self.b.group_with(cat![self; head, tail], false, group);
        if !right_is_jsx {
            return chain;
        }
        self.b.group(cat![self; chain, self.b.indent_if_break(group, *last)])
    }

    /// Operands and operators of a whole chain of one precedence.
    fn binary_parts(&self, id: NodeId, in_parens: bool) -> Vec<Doc<'a>> {
        let mut chain = vec![id];
        let mut node = id;
        loop {
            let left = self.get(node, Key::Left);
            if !self.is_binary(left) || !should_flatten(self.name(node), self.name(left)) {
                break;
            }
            chain.push(left);
            node = left;
        }
        let mut parts = vec![self.b.group(self.print_key(node, Key::Left))];
        for &node in chain.iter().rev() {
            self.push_operand(node, in_parens, &mut parts);
            if node != id && self.has_comment(node) {
                let leading = self.leading_comments(node);
                if !leading.is_empty() {
                    parts.insert(0, leading);
                }
                let trailing = self.trailing_comments(node);
                if !trailing.is_empty() {
                    parts.push(trailing);
                }
            }
        }
        parts
    }

    fn push_operand(&self, node: NodeId, in_parens: bool, parts: &mut Vec<Doc<'a>>) {
        let (left, right) = (self.get(node, Key::Left), self.get(node, Key::Right));
        let operator = self.name(node);
        let printed = self.print(right);
        let inner = if self.kind(right) == Kind::ChainExpression { self.get(right, Key::Expression) } else { right };
        let operand = if !self.inlines_right(node) {
            cat![self; operator, LINE, printed]
        } else if self.has_leading_own_line_comment(inner) {
            cat![self; operator, self.b.indent(cat![self; LINE, printed])]
        } else {
            cat![self; operator, " ", printed]
        };
        let kind = self.kind(node);
        let comment_breaks = self.has_line_comment(left, Side::Trailing);
        let alone = !(in_parens && kind == Kind::LogicalExpression)
            && self.parent_kind(node) != kind
            && self.kind(left) != kind
            && self.kind(right) != kind;
        parts.push(" ".into());
        parts.push(if comment_breaks || alone { self.b.group_if(operand, comment_breaks) } else { operand });
    }

    /// `a && { … }`: the object starts on the line of the operator.
    pub(super) fn inlines_right(&self, id: NodeId) -> bool {
        let right = self.get(id, Key::Right);
        self.kind(id) == Kind::LogicalExpression
            && match self.kind(right) {
                Kind::ObjectExpression => !self.list(right, Key::Properties).is_empty(),
                Kind::ArrayExpression => !self.list(right, Key::Elements).is_empty(),
                _ => self.is_jsx(right),
            }
    }

    fn inlines_all(&self, id: NodeId) -> bool {
        if !self.inlines_right(id) {
            return false;
        }
        let left = self.get(id, Key::Left);
        !(self.is_binary(left) && should_flatten(self.name(id), self.name(left))) || self.inlines_all(left)
    }

    fn is_boolean_call(&self, id: NodeId) -> bool {
        let callee = self.get(id, Key::Callee);
        self.is_call(id)
            && !self.is(id, flag::OPTIONAL)
            && self.list(id, Key::Arguments).len() == 1
            && self.kind(callee) == Kind::Identifier
            && self.name(callee) == "Boolean"
    }

    pub(super) fn print_unary(&self, id: NodeId) -> Doc<'a> {
        let argument = self.get(id, Key::Argument);
        let operator = self.name(id);
        let gap = if operator.ends_with(|c: char| c.is_ascii_lowercase()) { " " } else { "" };
        let printed = self.print(argument);
        let printed = if self.has_comment(argument) {
            self.b.group(cat![self; "(", self.b.indent(cat![self; SOFT, printed]), SOFT, ")"])
        } else {
            printed
        };
        cat![self; operator, gap, printed]
    }
}
