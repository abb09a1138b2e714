//! What Prettier's rules ask about nodes: "is this a call", "how many parameters", "has it a comment on its own line".

use super::super::source_text::{has_newline_between, newline_follows, next_line_is_empty};
use super::comments::{Comment, Marker, Side};
use super::kind::{Key, Kind, flag};
use super::tree::{NodeId, Tree};

impl<'a> Tree<'a> {
    pub fn is_loop_or_branch_body(&self, id: NodeId) -> bool {
        let key = self.key(id);
        match self.parent_kind(id) {
            Kind::IfStatement => matches!(key, Key::Consequent | Key::Alternate),
            Kind::DoWhileStatement
            | Kind::ForInStatement
            | Kind::ForOfStatement
            | Kind::ForStatement
            | Kind::LabeledStatement
            | Kind::WithStatement
            | Kind::WhileStatement => key == Key::Body,
            _ => false,
        }
    }

    /// `{ a }`, not `{ a as b }`.
    pub fn is_plain_specifier(&self, id: NodeId) -> bool {
        let other = if self.kind(id) == Kind::ImportSpecifier { Key::Imported } else { Key::Exported };
        let (local, other) = (self.node(self.get(id, Key::Local)), self.node(self.get(id, other)));
        local.start == other.start && local.end == other.end && local.kind == other.kind && local.text == other.text
    }

    /// The `const` of `as const`.
    pub fn is_const_reference(&self, id: NodeId) -> bool {
        self.kind(id) == Kind::TSTypeReference
            && self.kind(self.get(id, Key::TypeName)) == Kind::Identifier
            && self.name(self.get(id, Key::TypeName)) == "const"
    }

    pub fn call_arguments(&self, id: NodeId) -> Vec<NodeId> {
        match self.kind(id) {
            Kind::ImportExpression | Kind::TSImportType => {
                let options = self.get(id, Key::Options);
                [self.get(id, Key::Source), options].into_iter().filter(|node| node.is_some()).collect()
            }
            Kind::TSExternalModuleReference => vec![self.get(id, Key::Expression)],
            _ => self.list(id, Key::Arguments).to_vec(),
        }
    }

    /// A method, getter or setter in an object.
    pub fn is_method_like(&self, id: NodeId) -> bool {
        self.is(id, flag::METHOD) || matches!(self.name(id), "get" | "set")
    }

    /// `key: value` in an object or pattern.
    pub fn is_object_property(&self, id: NodeId) -> bool {
        self.kind(id) == Kind::Property && !self.is_method_like(id)
    }

    pub fn is_call(&self, id: NodeId) -> bool {
        self.kind(id) == Kind::CallExpression
    }

    pub fn is_member(&self, id: NodeId) -> bool {
        self.kind(id) == Kind::MemberExpression
    }

    pub fn is_call_or_new(&self, id: NodeId) -> bool {
        matches!(self.kind(id), Kind::CallExpression | Kind::NewExpression)
    }

    pub fn is_call_like(&self, id: NodeId) -> bool {
        matches!(self.kind(id), Kind::CallExpression | Kind::NewExpression | Kind::ImportExpression)
    }

    pub fn is_function(&self, id: NodeId) -> bool {
        matches!(self.kind(id), Kind::FunctionExpression | Kind::ArrowFunctionExpression)
    }

    pub fn is_jsx(&self, id: NodeId) -> bool {
        matches!(self.kind(id), Kind::JSXElement | Kind::JSXFragment)
    }

    pub fn is_binary(&self, id: NodeId) -> bool {
        matches!(self.kind(id), Kind::BinaryExpression | Kind::LogicalExpression)
    }

    pub fn is_as(&self, id: NodeId) -> bool {
        matches!(self.kind(id), Kind::TSAsExpression | Kind::TSSatisfiesExpression)
    }

    pub fn is_chain_or_non_null(&self, id: NodeId) -> bool {
        matches!(self.kind(id), Kind::ChainExpression | Kind::TSNonNullExpression)
    }

    pub fn is_object_type(&self, id: NodeId) -> bool {
        matches!(self.kind(id), Kind::TSTypeLiteral | Kind::TSMappedType)
    }

    pub fn is_class(&self, id: NodeId) -> bool {
        matches!(self.kind(id), Kind::ClassDeclaration | Kind::ClassExpression)
    }

    pub fn is_literal(&self, id: NodeId) -> bool {
        matches!(
            self.kind(id),
            Kind::BooleanLiteral
                | Kind::BigIntLiteral
                | Kind::NullLiteral
                | Kind::NumericLiteral
                | Kind::RegExpLiteral
                | Kind::StringLiteral
        )
    }

    /// `-1` or `+1`.
    pub fn is_signed_number(&self, id: NodeId) -> bool {
        self.kind(id) == Kind::UnaryExpression
            && matches!(self.name(id), "+" | "-")
            && self.kind(self.get(id, Key::Argument)) == Kind::NumericLiteral
    }

    pub fn params(&self, id: NodeId) -> &[NodeId] {
        self.list(id, Key::Params)
    }

    pub fn has_rest_parameter(&self, id: NodeId) -> bool {
        self.params(id).last().is_some_and(|&last| self.kind(last) == Kind::RestElement)
    }

    pub fn skip_chain(&self, id: NodeId) -> NodeId {
        let mut id = id;
        while self.is_chain_or_non_null(id) {
            id = self.get(id, Key::Expression);
        }
        id
    }

    /// A type that is one word or one literal.
    pub fn is_simple_type(&self, id: NodeId) -> bool {
        match self.kind(id) {
            Kind::TSKeyword | Kind::TSThisType | Kind::TSLiteralType | Kind::TSTemplateLiteralType => true,
            Kind::TSTypeReference => self.get(id, Key::TypeArguments).is_none(),
            _ => false,
        }
    }

    /// A union such as `{ … } | null`, which is laid out around its object.
    pub fn should_hug_union(&self, id: NodeId) -> bool {
        let types = self.list(id, Key::Types);
        if types.iter().any(|&ty| self.has_comment(ty)) {
            return false;
        }
        let object =
            types.iter().copied().find(|&ty| matches!(self.kind(ty), Kind::TSTypeLiteral | Kind::TSTypeReference));
        let Some(object) = object else { return false };
        types
            .iter()
            .all(|&ty| ty == object || (self.kind(ty) == Kind::TSKeyword && matches!(self.name(ty), "void" | "null")))
    }

    /// Whether a chain of left operands of `id` starts with a node for which `found` holds.
    pub fn starts_with(&self, id: NodeId, found: &dyn Fn(NodeId) -> bool) -> bool {
        let next = match self.kind(id) {
            Kind::BinaryExpression | Kind::LogicalExpression | Kind::AssignmentExpression => self.get(id, Key::Left),
            Kind::MemberExpression => self.get(id, Key::Object),
            Kind::TaggedTemplateExpression => {
                let tag = self.get(id, Key::Tag);
                if self.kind(tag) == Kind::FunctionExpression {
                    return false;
                }
                tag
            }
            Kind::CallExpression => {
                let callee = self.get(id, Key::Callee);
                if self.kind(callee) == Kind::FunctionExpression {
                    return false;
                }
                callee
            }
            Kind::ConditionalExpression => self.get(id, Key::Test),
            Kind::UpdateExpression => {
                if self.is(id, flag::PREFIX) {
                    return false;
                }
                self.get(id, Key::Argument)
            }
            Kind::SequenceExpression => self.list(id, Key::Expressions)[0],
            Kind::ChainExpression | Kind::TSNonNullExpression | Kind::TSSatisfiesExpression | Kind::TSAsExpression => {
                self.get(id, Key::Expression)
            }
            _ => return found(id),
        };
        self.starts_with(next, found)
    }

    /// The leftmost operand of an expression that begins with one, or the absent node.
    pub fn left_side(&self, id: NodeId) -> NodeId {
        match self.kind(id) {
            Kind::AssignmentExpression | Kind::BinaryExpression | Kind::LogicalExpression => self.get(id, Key::Left),
            Kind::ConditionalExpression => self.get(id, Key::Test),
            Kind::CallExpression => self.get(id, Key::Callee),
            Kind::MemberExpression => self.get(id, Key::Object),
            Kind::SequenceExpression => self.list(id, Key::Expressions)[0],
            Kind::TaggedTemplateExpression => self.get(id, Key::Tag),
            Kind::UpdateExpression if !self.is(id, flag::PREFIX) => self.get(id, Key::Argument),
            Kind::TSAsExpression
            | Kind::TSSatisfiesExpression
            | Kind::ChainExpression
            | Kind::TSNonNullExpression
            | Kind::TSInstantiationExpression => self.get(id, Key::Expression),
            _ => NodeId::NONE,
        }
    }

    pub fn line_after_is_empty(&self, id: NodeId) -> bool {
        let node = self.node(id);
        next_line_is_empty(self.text, node.end)
            || (node.range_end != node.end && next_line_is_empty(self.text, node.range_end))
    }

    pub fn template_has_newline(&self, id: NodeId) -> bool {
        self.list(id, Key::Quasis).iter().any(|&quasi| self.name(quasi).contains('\n'))
    }

    // Comments.

    pub fn comments_on(&self, id: NodeId) -> impl Iterator<Item = &Comment<'a>> + '_ {
        self.comment_ids(id).iter().map(|&at| &self.comments[at])
    }

    pub fn has_comment(&self, id: NodeId) -> bool {
        self.is(id, flag::HAS_COMMENTS)
    }

    pub fn has_comment_where(&self, id: NodeId, found: impl Fn(&Comment<'a>) -> bool) -> bool {
        self.comments_on(id).any(found)
    }

    pub fn has_side(&self, id: NodeId, side: Side) -> bool {
        self.has_comment_where(id, |comment| comment.side == side)
    }

    pub fn has_line_comment(&self, id: NodeId, side: Side) -> bool {
        self.has_comment_where(id, |comment| comment.side == side && !comment.is_block)
    }

    pub fn has_dangling(&self, id: NodeId) -> bool {
        self.has_side(id, Side::Dangling)
    }

    pub fn dangling(&self, id: NodeId, marker: Marker) -> Vec<Comment<'a>> {
        let wanted = |comment: &&Comment<'a>| comment.side == Side::Dangling && comment.marker == marker;
        self.comments_on(id).filter(wanted).copied().collect()
    }

    pub fn is_ignored(&self, id: NodeId) -> bool {
        self.has_comment_where(id, Comment::is_prettier_ignore)
    }

    /// Whether a comment before the node forces it onto its own line.
    pub fn has_leading_own_line_comment(&self, id: NodeId) -> bool {
        if self.is_jsx(id) {
            return self.is_ignored(id);
        }
        self.has_comment_where(id, |comment| comment.side == Side::Leading && newline_follows(self.text, comment.end))
    }

    /// Whether `return` needs parentheses because a comment would end the line.
    pub fn returns_with_own_line_comment(&self, id: NodeId) -> bool {
        if self.has_leading_own_line_comment(id) {
            return true;
        }
        let multi_line = self.has_comment_where(id, |comment| {
            comment.side == Side::Leading && has_newline_between(self.text, comment.start, comment.end)
        });
        if multi_line && !self.is_jsx(id) {
            return true;
        }
        let mut left = self.left_side(id);
        while left.is_some() {
            if self.has_leading_own_line_comment(left) {
                return true;
            }
            left = self.left_side(left);
        }
        false
    }
}
