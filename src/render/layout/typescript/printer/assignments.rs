//! Assignments, variable initializers, properties and type aliases: what goes on which side of the line break.

use super::super::super::doc::{Doc, LINE, Label, as_text, can_break, will_break};
use super::super::super::width::width;
use super::super::comments::Side;
use super::super::kind::{Key, Kind};
use super::super::tree::NodeId;
use super::{Args, Layout, PRINT_WIDTH, Printer, TAB_WIDTH, cat, literals};

/// Up to this many columns, a lone argument or operand counts as short.
const SHORT: usize = PRINT_WIDTH / 4;

impl<'a> Printer<'_, 'a> {
    /// `left operator right`, where `right` is the field of `id` that may be missing.
    pub(super) fn print_assignment(&self, id: NodeId, left: Doc<'a>, operator: Doc<'a>, right: Key) -> Doc<'a> {
        let right = self.get(id, right);
        let layout = self.choose_layout(id, left, right);
        let value = self.print_with(right, Args { layout: Some(layout), ..Args::default() });
        let group = |doc| self.b.group(doc);
        match layout {
            Layout::OnlyLeft => left,
            Layout::BreakAfterOperator => {
                let value = group(self.b.indent(cat![self; LINE, value]));
                group(cat![self; group(left), operator, value])
            }
            Layout::NeverBreakAfterOperator => group(cat![self; group(left), operator, " ", value]),
            Layout::Fluid => {
                let id = self.new_group_id();
                let gap = self.b.group_with(self.b.indent(LINE), false, id);
                let value = self.b.indent_if_break(id, value);
                group(cat![self; group(left), operator, gap, Doc::LineSuffixBoundary, value])
            }
            Layout::BreakLeft => group(cat![self; left, operator, " ", group(value)]),
            Layout::Chain => cat![self; group(left), operator, LINE, value],
            Layout::ChainTail => cat![self; group(left), operator, self.b.indent(cat![self; LINE, value])],
            Layout::ChainTailArrowChain => cat![self; group(left), operator, value],
        }
    }

    fn choose_layout(&self, id: NodeId, left: Doc<'a>, right: NodeId) -> Layout {
        if right.is_none() {
            return Layout::OnlyLeft;
        }
        let is_assignment = |node| self.kind(node) == Kind::AssignmentExpression;
        let kind = self.kind(right);
        let is_tail = !is_assignment(right);
        let parent = self.parent(id);
        let holder = self.kind(self.parent(parent));
        if is_assignment(id)
            && (is_assignment(parent) || self.kind(parent) == Kind::VariableDeclarator)
            && (!is_tail || !matches!(holder, Kind::ExpressionStatement | Kind::VariableDeclaration))
        {
            return match () {
                () if !is_tail => Layout::Chain,
                () if kind == Kind::ArrowFunctionExpression
                    && self.kind(self.get(right, Key::Body)) == Kind::ArrowFunctionExpression =>
                {
                    Layout::ChainTailArrowChain
                }
                () => Layout::ChainTail,
            };
        }
        let starred_comment = self.has_comment_where(right, |comment| {
            comment.side == Side::Leading && comment.is_block && is_starred(comment.text)
        });
        if (!is_tail && is_assignment(self.get(right, Key::Right)))
            || (kind == Kind::TSUnionType && !self.should_hug_union(right))
            || self.has_leading_own_line_comment(right)
            || starred_comment
        {
            return Layout::BreakAfterOperator;
        }
        let is_require = kind == Kind::CallExpression && self.name(self.get(right, Key::Callee)) == "require";
        if self.kind(id) == Kind::ImportAttribute || is_require || self.is_json() {
            return Layout::NeverBreakAfterOperator;
        }
        let left_can_break = can_break(left);
        if self.destructures_much(id) || self.has_complex_annotation(id) || (self.declares_arrow(id) && left_can_break)
        {
            return Layout::BreakLeft;
        }
        let short_key = self.kind(id) == Kind::Property
            && !self.is_method_like(id)
            && as_text(left).is_some_and(|text| width(&text) < TAB_WIDTH + 3);
        if self.should_break_after_operator(right, short_key) {
            return Layout::BreakAfterOperator;
        }
        if self.has_complex_type_parameters(id) {
            return Layout::BreakLeft;
        }
        let never = matches!(
            kind,
            Kind::TemplateLiteral
                | Kind::TaggedTemplateExpression
                | Kind::BooleanLiteral
                | Kind::NumericLiteral
                | Kind::ClassExpression
        );
        if !left_can_break && (short_key || never) { Layout::NeverBreakAfterOperator } else { Layout::Fluid }
    }

    fn should_break_after_operator(&self, right: NodeId, short_key: bool) -> bool {
        if self.is_binary(right) && !self.inlines_right(right) {
            return true;
        }
        match self.kind(right) {
            Kind::SequenceExpression => return true,
            Kind::TSConditionalType if self.has_generic_condition(right) => return true,
            Kind::ConditionalExpression => {
                let test = self.get(right, Key::Test);
                return self.is_binary(test) && !self.inlines_right(test);
            }
            Kind::ClassExpression if !self.list(right, Key::Decorators).is_empty() => return true,
            _ => {}
        }
        if short_key {
            return false;
        }
        let mut node = right;
        loop {
            node = match self.kind(node) {
                Kind::UnaryExpression | Kind::AwaitExpression => self.get(node, Key::Argument),
                Kind::YieldExpression if self.get(node, Key::Argument).is_some() => self.get(node, Key::Argument),
                Kind::TSNonNullExpression => self.get(node, Key::Expression),
                _ => break,
            };
        }
        self.kind(node) == Kind::StringLiteral || self.is_poorly_breakable(node, false)
    }

    fn has_generic_condition(&self, id: NodeId) -> bool {
        [Key::CheckType, Key::ExtendsType].into_iter().any(|key| {
            let ty = self.get(id, key);
            match self.kind(ty) {
                Kind::TSFunctionType | Kind::TSConstructorType => self.get(ty, Key::TypeParameters).is_some(),
                Kind::TSTypeReference => self.get(ty, Key::TypeArguments).is_some(),
                _ => false,
            }
        })
    }

    /// `const { a, b: c, d } = …`
    fn destructures_much(&self, id: NodeId) -> bool {
        let left = match self.kind(id) {
            Kind::AssignmentExpression => self.get(id, Key::Left),
            Kind::VariableDeclarator => self.get(id, Key::Id),
            _ => return false,
        };
        let properties = self.list(left, Key::Properties);
        self.kind(left) == Kind::ObjectPattern
            && properties.len() > 2
            && properties.iter().any(|&property| {
                let with_default = self.kind(self.get(property, Key::Value)) == Kind::AssignmentPattern;
                self.is_object_property(property) && (!self.is(property, super::flag::SHORTHAND) || with_default)
            })
    }

    fn has_complex_annotation(&self, id: NodeId) -> bool {
        if self.kind(id) != Kind::VariableDeclarator {
            return false;
        }
        let annotation = self.get(self.get(id, Key::Id), Key::TypeAnnotation);
        let params = self.reference_arguments(self.get(annotation, Key::TypeAnnotation));
        params.len() > 1
            && params.iter().any(|&param| {
                !self.reference_arguments(param).is_empty() || self.kind(param) == Kind::TSConditionalType
            })
    }

    fn reference_arguments(&self, ty: NodeId) -> &[NodeId] {
        if self.kind(ty) != Kind::TSTypeReference {
            return &[];
        }
        self.list(self.get(ty, Key::TypeArguments), Key::Params)
    }

    pub(super) fn declares_arrow(&self, id: NodeId) -> bool {
        self.kind(id) == Kind::VariableDeclarator && self.kind(self.get(id, Key::Init)) == Kind::ArrowFunctionExpression
    }

    fn has_complex_type_parameters(&self, id: NodeId) -> bool {
        if self.kind(id) != Kind::TSTypeAliasDeclaration {
            return false;
        }
        let params = self.list(self.get(id, Key::TypeParameters), Key::Params);
        params.len() > 1
            && params
                .iter()
                .any(|&param| self.get(param, Key::Constraint).is_some() || self.get(param, Key::Default).is_some())
    }

    /// A chain with so little in its parentheses that it had better start on a new line.
    fn is_poorly_breakable(&self, id: NodeId, is_deep: bool) -> bool {
        match self.kind(id) {
            Kind::ChainExpression | Kind::TSNonNullExpression => {
                self.is_poorly_breakable(self.get(id, Key::Expression), true)
            }
            Kind::CallExpression => {
                if matches!(self.print(id), Doc::Label(Label::MemberChain, _)) {
                    return false;
                }
                let short = match *self.list(id, Key::Arguments) {
                    [] => true,
                    [only] => self.is_short_argument(only),
                    _ => false,
                };
                short
                    && !self.has_complex_type_arguments(id)
                    && self.is_poorly_breakable(self.get(id, Key::Callee), true)
            }
            Kind::MemberExpression => self.is_poorly_breakable(self.get(id, Key::Object), true),
            Kind::Identifier | Kind::ThisExpression => is_deep,
            _ => false,
        }
    }

    fn has_complex_type_arguments(&self, id: NodeId) -> bool {
        let arguments = self.get(id, Key::TypeArguments);
        match *self.list(arguments, Key::Params) {
            [] => false,
            [only] => {
                matches!(self.kind(only), Kind::TSUnionType | Kind::TSIntersectionType | Kind::TSTypeLiteral)
                    || will_break(self.print(arguments))
            }
            _ => true,
        }
    }

    fn is_short_argument(&self, id: NodeId) -> bool {
        if self.has_comment(id) {
            return false;
        }
        match self.kind(id) {
            Kind::ThisExpression => true,
            Kind::Identifier | Kind::RegExpLiteral => self.name(id).len() <= SHORT,
            Kind::StringLiteral => literals::string(self.name(id)).len() <= SHORT,
            Kind::TemplateLiteral => {
                let text = self.name(self.list(id, Key::Quasis)[0]);
                self.list(id, Key::Expressions).is_empty() && text.len() <= SHORT && !text.contains('\n')
            }
            Kind::UnaryExpression => {
                let argument = self.get(id, Key::Argument);
                (self.is_signed_number(id) && !self.has_comment(argument)) || self.is_short_argument(argument)
            }
            Kind::CallExpression => {
                let callee = self.get(id, Key::Callee);
                self.list(id, Key::Arguments).is_empty()
                    && self.kind(callee) == Kind::Identifier
                    && self.name(callee).len() <= SHORT - 2
            }
            _ => self.is_literal(id),
        }
    }
}

/// A block comment of several lines that all start with a star.
fn is_starred(text: &str) -> bool {
    text.contains('\n') && text[1..].split('\n').all(|line| line.trim_start().starts_with('*'))
}
