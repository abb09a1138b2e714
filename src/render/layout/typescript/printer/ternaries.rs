//! Conditional expressions and conditional types.

use super::super::super::doc::{Align, Doc, EMPTY, LINE, SOFT};
use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::{Printer, cat};

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_ternary(&self, id: NodeId) -> Doc<'a> {
        let kind = self.kind(id);
        let is_expression = kind == Kind::ConditionalExpression;
        let (consequent_key, alternate_key) =
            if is_expression { (Key::Consequent, Key::Alternate) } else { (Key::TrueType, Key::FalseType) };
        let is_test_key = |key| matches!(key, Key::Test | Key::CheckType | Key::ExtendsType);
        let (consequent, alternate) = (self.get(id, consequent_key), self.get(id, alternate_key));
        let parent = self.parent(id);
        let in_ternary = self.kind(parent) == kind;
        let is_parent_test = in_ternary && is_test_key(self.key(id));
        let mut chain_head = id;
        while self.parent_kind(chain_head) == kind && !is_test_key(self.key(chain_head)) {
            chain_head = self.parent(chain_head);
        }
        let outer = self.parent(chain_head);
        let jsx_mode = is_expression && self.ternary_chain_has_jsx(id, chain_head);
        let parts = if jsx_mode {
            self.jsx_branches(consequent, alternate)
        } else {
            let nested = self.kind(consequent) == kind;
            let paren = |text: &'static str| {
                if nested { self.b.if_break(EMPTY, text.into()) } else { EMPTY }
            };
            cat![self;
                LINE,
                "? ",
                paren("("),
                self.b.align(Align::By(2), self.print(consequent)),
                paren(")"),
                LINE,
                ": ",
                self.b.align(Align::By(2), self.print(alternate)),
            ]
        };
        let not_indented = jsx_mode || (in_ternary && !is_parent_test);
        let breaks_before_lookup = !jsx_mode && self.is_member(parent) && !self.is(parent, flag::COMPUTED);
        let in_chain = self.is_head_of_assigned_chain(id);
        let close = if is_expression && breaks_before_lookup && !in_chain { SOFT } else { EMPTY };
        let branches = if not_indented { parts } else { self.b.indent(parts) };
        let printed = cat![self; self.ternary_test(id, alternate_key), branches, close];
        let printed = if parent == outer { self.b.group(printed) } else { printed };
        if is_parent_test || in_chain { self.in_soft_parens("", printed, "") } else { printed }
    }

    fn ternary_test(&self, id: NodeId, alternate_key: Key) -> Doc<'a> {
        let test = if self.kind(id) == Kind::ConditionalExpression {
            self.print_key(id, Key::Test)
        } else {
            let (check, extends) = (self.print_key(id, Key::CheckType), self.print_key(id, Key::ExtendsType));
            cat![self; check, " extends ", extends]
        };
        let is_else = self.parent_kind(id) == self.kind(id) && self.key(id) == alternate_key;
        if is_else { self.b.align(Align::By(2), test) } else { test }
    }

    fn jsx_branches(&self, consequent: NodeId, alternate: NodeId) -> Doc<'a> {
        let is_nothing = |node| {
            self.kind(node) == Kind::NullLiteral
                || (self.kind(node) == Kind::Identifier && self.name(node) == "undefined")
        };
        let wrap = |node| {
            let inner = self.b.indent(cat![self; SOFT, self.print(node)]);
            let (open, close) = (self.b.if_break("(".into(), EMPTY), self.b.if_break(")".into(), EMPTY));
            cat![self; open, inner, SOFT, close]
        };
        let first = if is_nothing(consequent) { self.print(consequent) } else { wrap(consequent) };
        let bare = self.kind(alternate) == Kind::ConditionalExpression || is_nothing(alternate);
        let second = if bare { self.print(alternate) } else { wrap(alternate) };
        cat![self; " ? ", first, " : ", second]
    }

    fn ternary_chain_has_jsx(&self, id: NodeId, head: NodeId) -> bool {
        let keys = [Key::Test, Key::Consequent, Key::Alternate];
        if keys.into_iter().any(|key| self.is_jsx(self.get(id, key))) {
            return true;
        }
        let mut nodes = vec![head];
        while let Some(node) = nodes.pop() {
            for key in keys {
                let child = self.get(node, key);
                if self.is_jsx(child) {
                    return true;
                }
                if self.kind(child) == Kind::ConditionalExpression {
                    nodes.push(child);
                }
            }
        }
        false
    }

    /// `x = (a ? b : c).d()`
    fn is_head_of_assigned_chain(&self, id: NodeId) -> bool {
        if self.kind(id) != Kind::ConditionalExpression {
            return false;
        }
        let mut node = id;
        let holder = loop {
            let parent = self.parent(node);
            let key = self.key(node);
            let goes_on = (self.is_chain_or_non_null(parent) && key == Key::Expression)
                || (self.is_call(parent) && key == Key::Callee)
                || (self.is_member(parent) && key == Key::Object);
            if goes_on {
                node = parent;
                continue;
            }
            let one_more = (self.kind(parent) == Kind::NewExpression && key == Key::Callee)
                || (self.is_as(parent) && key == Key::Expression);
            if one_more {
                node = parent;
                break self.parent(parent);
            }
            break parent;
        };
        let key = match self.kind(holder) {
            Kind::AssignmentExpression => Key::Right,
            Kind::VariableDeclarator => Key::Init,
            Kind::ReturnStatement
            | Kind::ThrowStatement
            | Kind::UnaryExpression
            | Kind::YieldExpression
            | Kind::AwaitExpression => Key::Argument,
            _ => return false,
        };
        node != id && self.get(holder, key) == node
    }
}
