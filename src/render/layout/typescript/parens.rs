//! Which expressions and types need parentheses where they stand.

use super::kind::{Key, Kind, flag};
use super::tree::{NodeId, Tree};

/// How tightly a binary operator binds; zero for none.
pub(super) fn precedence(operator: &str) -> u8 {
    match operator {
        "??" => 1,
        "||" => 2,
        "&&" => 3,
        "|" => 4,
        "^" => 5,
        "&" => 6,
        "==" | "===" | "!=" | "!==" => 7,
        "<" | ">" | "<=" | ">=" | "in" | "instanceof" => 8,
        ">>" | "<<" | ">>>" => 9,
        "+" | "-" => 10,
        "*" | "/" | "%" => 11,
        "**" => 12,
        _ => 0,
    }
}

fn is_equality(operator: &str) -> bool {
    precedence(operator) == 7
}

fn is_multiplicative(operator: &str) -> bool {
    precedence(operator) == 11
}

fn is_shift(operator: &str) -> bool {
    precedence(operator) == 9
}

/// Whether `a parent b node c` chains without parentheses and at one indentation.
pub(super) fn should_flatten(parent: &str, node: &str) -> bool {
    precedence(node) == precedence(parent)
        && parent != "**"
        && !(is_equality(parent) && is_equality(node))
        && !(node == "%" && is_multiplicative(parent))
        && !(parent == "%" && is_multiplicative(node))
        && !(node != parent && is_multiplicative(node) && is_multiplicative(parent))
        && !(is_shift(parent) && is_shift(node))
        && !(parent == ">" && node == "<")
}

fn is_bitwise(operator: &str) -> bool {
    is_shift(operator) || matches!(operator, "|" | "^" | "&")
}

fn is_statement(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::BlockStatement
            | Kind::BreakStatement
            | Kind::ClassBody
            | Kind::ClassDeclaration
            | Kind::PropertyDefinition
            | Kind::ContinueStatement
            | Kind::DebuggerStatement
            | Kind::DoWhileStatement
            | Kind::ExportAllDeclaration
            | Kind::ExportDefaultDeclaration
            | Kind::ExportNamedDeclaration
            | Kind::ExpressionStatement
            | Kind::ForInStatement
            | Kind::ForOfStatement
            | Kind::ForStatement
            | Kind::FunctionDeclaration
            | Kind::IfStatement
            | Kind::ImportDeclaration
            | Kind::LabeledStatement
            | Kind::MethodDefinition
            | Kind::ReturnStatement
            | Kind::SwitchStatement
            | Kind::ThrowStatement
            | Kind::TryStatement
            | Kind::TSDeclareFunction
            | Kind::TSEnumDeclaration
            | Kind::TSImportEqualsDeclaration
            | Kind::TSInterfaceDeclaration
            | Kind::TSModuleDeclaration
            | Kind::TSNamespaceExportDeclaration
            | Kind::VariableDeclaration
            | Kind::WhileStatement
            | Kind::WithStatement
            | Kind::Program
    )
}

impl Tree<'_> {
    /// Whether the node must be printed in parentheses.
    #[allow(clippy::too_many_lines, reason = "one arm per kind of expression")]
    pub fn needs_parens(&self, id: NodeId) -> bool {
        let kind = self.kind(id);
        if id == self.root || is_statement(kind) {
            return false;
        }
        if kind == Kind::Identifier {
            return self.identifier_needs_parens(id);
        }
        if matches!(kind, Kind::ObjectExpression | Kind::FunctionExpression | Kind::ClassExpression) {
            let statement = self.ancestor(id, |node| self.kind(node) == Kind::ExpressionStatement);
            let expression = self.get(statement, Key::Expression);
            if expression.is_some() && self.starts_with(expression, &|node| node == id) {
                return true;
            }
        }
        if kind == Kind::ObjectExpression {
            let arrow = self.ancestor(id, |node| self.kind(node) == Kind::ArrowFunctionExpression);
            let body = self.get(arrow, Key::Body);
            let plain = !matches!(self.kind(body), Kind::SequenceExpression | Kind::AssignmentExpression);
            if body.is_some() && plain && self.starts_with(body, &|node| node == id) {
                return true;
            }
        }
        if let Some(decided) = self.parens_by_parent(id) {
            return decided;
        }
        let (key, parent) = (self.key(id), self.parent(id));
        let parent_kind = self.kind(parent);
        match kind {
            Kind::UpdateExpression if parent_kind == Kind::UnaryExpression => {
                let (own, outer) = (self.name(id), self.name(parent));
                self.is(id, flag::PREFIX) && ((own == "++" && outer == "+") || (own == "--" && outer == "-"))
            }
            Kind::UpdateExpression | Kind::UnaryExpression => self.unary_needs_parens(id),
            Kind::BinaryExpression
            | Kind::TSTypeAssertion
            | Kind::TSAsExpression
            | Kind::TSSatisfiesExpression
            | Kind::LogicalExpression => self.binary_needs_parens(id),
            Kind::SequenceExpression => parent_kind != Kind::ForStatement,
            Kind::YieldExpression | Kind::AwaitExpression => self.await_needs_parens(id),
            Kind::TSFunctionType
            | Kind::TSConditionalType
            | Kind::TSConstructorType
            | Kind::TSUnionType
            | Kind::TSIntersectionType
            | Kind::TSInferType
            | Kind::TSTypeOperator => self.type_needs_parens(id),
            Kind::TSTypeQuery => {
                (key == Key::ObjectType && parent_kind == Kind::TSIndexedAccessType)
                    || (key == Key::ElementType && parent_kind == Kind::TSArrayType)
            }
            Kind::StringLiteral => {
                parent_kind == Kind::ExpressionStatement
                    && !self.is(parent, flag::DIRECTIVE)
                    && matches!(self.kind(self.parent(parent)), Kind::Program | Kind::BlockStatement)
            }
            Kind::NumericLiteral => key == Key::Object && self.is_member(parent),
            Kind::AssignmentExpression => self.assignment_needs_parens(id),
            Kind::ConditionalExpression => match parent_kind {
                Kind::TaggedTemplateExpression
                | Kind::UnaryExpression
                | Kind::SpreadElement
                | Kind::BinaryExpression
                | Kind::LogicalExpression
                | Kind::AwaitExpression
                | Kind::JSXSpreadAttribute
                | Kind::TSTypeAssertion
                | Kind::TSAsExpression
                | Kind::TSSatisfiesExpression
                | Kind::TSNonNullExpression
                | Kind::TSInstantiationExpression => true,
                Kind::NewExpression | Kind::CallExpression => key == Key::Callee,
                Kind::ConditionalExpression => key == Key::Test,
                Kind::MemberExpression => key == Key::Object,
                _ => false,
            },
            Kind::FunctionExpression => match parent_kind {
                Kind::NewExpression | Kind::CallExpression => key == Key::Callee,
                Kind::TaggedTemplateExpression => true,
                Kind::ExportDefaultDeclaration => key == Key::Declaration,
                _ => false,
            },
            Kind::ArrowFunctionExpression => match parent_kind {
                Kind::BinaryExpression
                | Kind::TSAsExpression
                | Kind::TSSatisfiesExpression
                | Kind::TSNonNullExpression
                | Kind::TaggedTemplateExpression
                | Kind::UnaryExpression
                | Kind::LogicalExpression
                | Kind::AwaitExpression
                | Kind::TSTypeAssertion => true,
                Kind::NewExpression | Kind::CallExpression => key == Key::Callee,
                Kind::MemberExpression => key == Key::Object,
                Kind::TSInstantiationExpression => key == Key::Expression,
                Kind::ConditionalExpression => key == Key::Test,
                _ => false,
            },
            Kind::ClassExpression => match parent_kind {
                Kind::NewExpression => key == Key::Callee,
                Kind::ExportDefaultDeclaration => key == Key::Declaration,
                _ => false,
            },
            Kind::ChainExpression if self.chain_is_cut(id) => true,
            Kind::ChainExpression
            | Kind::TSNonNullExpression
            | Kind::CallExpression
            | Kind::MemberExpression
            | Kind::TaggedTemplateExpression
            | Kind::ImportExpression => key == Key::Callee && parent_kind == Kind::NewExpression && self.has_call(id),
            Kind::JSXFragment | Kind::JSXElement => self.jsx_needs_parens(id),
            Kind::TSInstantiationExpression => {
                (key == Key::Object && self.is_member(parent))
                    || (key == Key::Callee && self.is_call_or_new(parent))
                    || (key == Key::Tag && parent_kind == Kind::TaggedTemplateExpression)
                    || (key == Key::Expression
                        && matches!(parent_kind, Kind::TSNonNullExpression | Kind::TSInstantiationExpression))
                    || (key == Key::SuperClass && self.is_class(parent))
            }
            _ => false,
        }
    }

    fn identifier_needs_parens(&self, id: NodeId) -> bool {
        let (key, parent) = (self.key(id), self.parent(id));
        let name = self.name(id);
        if key == Key::Left && self.kind(parent) == Kind::ForOfStatement {
            return (name == "async" && !self.is(parent, flag::AWAIT)) || name == "let";
        }
        let keyword_like = matches!(name, "await" | "interface" | "module" | "using" | "yield" | "let" | "type");
        key == Key::Expression
            && self.is_as(parent)
            && keyword_like
            && self.kind(self.ancestor(id, |node| !self.is_as(node))) == Kind::ExpressionStatement
    }

    fn parens_by_parent(&self, id: NodeId) -> Option<bool> {
        let (key, parent, kind) = (self.key(id), self.parent(id), self.kind(id));
        match self.kind(parent) {
            Kind::ReturnStatement | Kind::ThrowStatement | Kind::YieldExpression => {
                let grows = matches!(kind, Kind::SequenceExpression | Kind::AssignmentExpression);
                (key == Key::Argument && grows && self.returns_with_own_line_comment(id)).then_some(false)
            }
            Kind::ClassDeclaration | Kind::ClassExpression if key == Key::SuperClass => {
                let inner = self.skip_chain(id);
                let wrapped = matches!(
                    self.kind(inner),
                    Kind::ArrowFunctionExpression
                        | Kind::AssignmentExpression
                        | Kind::AwaitExpression
                        | Kind::BinaryExpression
                        | Kind::ConditionalExpression
                        | Kind::LogicalExpression
                        | Kind::NewExpression
                        | Kind::ObjectExpression
                        | Kind::SequenceExpression
                        | Kind::TaggedTemplateExpression
                        | Kind::UnaryExpression
                        | Kind::UpdateExpression
                        | Kind::YieldExpression
                );
                wrapped.then_some(true)
            }
            Kind::ExportDefaultDeclaration => self.export_default_needs_parens(id).then_some(true),
            Kind::Decorator => (key == Key::Expression && !self.is_decorator_path(id)).then_some(true),
            Kind::VariableDeclarator => {
                let declaration = self.parent(parent);
                let in_for = key == Key::Init
                    && self.kind(self.parent(declaration)) == Kind::ForInStatement
                    && self.key(declaration) == Key::Left;
                in_for.then_some(true)
            }
            Kind::TSInstantiationExpression => {
                let awaits = matches!(kind, Kind::AwaitExpression | Kind::YieldExpression);
                (key == Key::Expression && awaits).then_some(true)
            }
            _ => None,
        }
    }

    fn export_default_needs_parens(&self, id: NodeId) -> bool {
        let direct = self.parent_kind(id) == Kind::ExportDefaultDeclaration;
        if matches!(self.kind(id), Kind::FunctionExpression | Kind::ClassExpression) {
            return direct || !self.needs_parens(id);
        }
        let left = self.left_side(id);
        if left.is_none() || (!direct && self.needs_parens(id)) {
            return false;
        }
        self.export_default_needs_parens(left)
    }

    fn is_decorator_path(&self, id: NodeId) -> bool {
        let id = if self.kind(id) == Kind::ChainExpression { self.get(id, Key::Expression) } else { id };
        if self.is_plain_path(id) {
            return true;
        }
        self.is_call(id) && !self.is(id, flag::OPTIONAL) && self.is_plain_path(self.get(id, Key::Callee))
    }

    fn is_plain_path(&self, id: NodeId) -> bool {
        match self.kind(id) {
            Kind::Identifier => true,
            Kind::MemberExpression => {
                !self.is(id, flag::COMPUTED | flag::OPTIONAL)
                    && self.kind(self.get(id, Key::Property)) == Kind::Identifier
                    && self.is_plain_path(self.get(id, Key::Object))
            }
            _ => false,
        }
    }

    fn unary_needs_parens(&self, id: NodeId) -> bool {
        let (key, parent) = (self.key(id), self.parent(id));
        match self.kind(parent) {
            Kind::UnaryExpression => self.name(id) == self.name(parent) && matches!(self.name(id), "+" | "-"),
            Kind::MemberExpression => key == Key::Object,
            Kind::NewExpression | Kind::CallExpression => key == Key::Callee,
            Kind::BinaryExpression => {
                let relational = matches!(self.name(parent), "in" | "instanceof");
                key == Key::Left
                    && ((self.kind(id) == Kind::UnaryExpression && relational) || self.name(parent) == "**")
            }
            Kind::TaggedTemplateExpression | Kind::TSNonNullExpression | Kind::TSInstantiationExpression => true,
            _ => false,
        }
    }

    fn binary_needs_parens(&self, id: NodeId) -> bool {
        let (key, parent, kind) = (self.key(id), self.parent(id), self.kind(id));
        let parent_kind = self.kind(parent);
        if kind == Kind::BinaryExpression
            && (parent_kind == Kind::UpdateExpression || (self.name(id) == "in" && self.is_in_for_init(id)))
        {
            return true;
        }
        match parent_kind {
            Kind::TSAsExpression | Kind::TSSatisfiesExpression => !self.is_as(id),
            Kind::ConditionalExpression => self.is_as(id) || (kind == Kind::LogicalExpression && self.name(id) == "??"),
            Kind::CallExpression | Kind::NewExpression => key == Key::Callee,
            Kind::ClassExpression | Kind::ClassDeclaration => key == Key::SuperClass,
            Kind::TSTypeAssertion
            | Kind::TaggedTemplateExpression
            | Kind::JSXSpreadAttribute
            | Kind::SpreadElement
            | Kind::AwaitExpression
            | Kind::TSNonNullExpression
            | Kind::TSInstantiationExpression
            | Kind::UpdateExpression => true,
            Kind::UnaryExpression => !self.has_comment(id),
            Kind::MemberExpression => key == Key::Object,
            Kind::AssignmentExpression | Kind::AssignmentPattern => {
                key == Key::Left && (kind == Kind::TSTypeAssertion || self.is_as(id))
            }
            Kind::LogicalExpression if kind == Kind::LogicalExpression => self.name(parent) != self.name(id),
            Kind::LogicalExpression | Kind::BinaryExpression => {
                if self.is_as(id) {
                    return true;
                }
                if kind == Kind::TSTypeAssertion {
                    return false;
                }
                let (own, outer) = (self.name(id), self.name(parent));
                let (own_level, outer_level) = (precedence(own), precedence(outer));
                outer_level > own_level
                    || (key == Key::Right && outer_level == own_level)
                    || (outer_level == own_level && !should_flatten(outer, own))
                    || (outer_level < own_level && own == "%" && matches!(outer, "+" | "-"))
                    || is_bitwise(outer)
            }
            _ => false,
        }
    }

    fn is_in_for_init(&self, id: NodeId) -> bool {
        let mut node = id;
        while node.is_some() {
            if self.key(node) == Key::Init && self.parent_kind(node) == Kind::ForStatement {
                return true;
            }
            node = self.parent(node);
        }
        false
    }

    fn await_needs_parens(&self, id: NodeId) -> bool {
        let (key, kind) = (self.key(id), self.parent_kind(id));
        if self.kind(id) == Kind::YieldExpression && matches!(kind, Kind::AwaitExpression | Kind::TSTypeAssertion) {
            return true;
        }
        match kind {
            Kind::TaggedTemplateExpression
            | Kind::UnaryExpression
            | Kind::LogicalExpression
            | Kind::SpreadElement
            | Kind::TSAsExpression
            | Kind::TSSatisfiesExpression
            | Kind::TSNonNullExpression
            | Kind::BinaryExpression => true,
            Kind::MemberExpression => key == Key::Object,
            Kind::NewExpression | Kind::CallExpression => key == Key::Callee,
            Kind::ConditionalExpression => key == Key::Test,
            _ => false,
        }
    }

    fn type_needs_parens(&self, id: NodeId) -> bool {
        let (key, parent, kind) = (self.key(id), self.parent(id), self.kind(id));
        let parent_kind = self.kind(parent);
        if kind == Kind::TSFunctionType
            && key == Key::TypeAnnotation
            && parent_kind == Kind::TSTypeAnnotation
            && self.key(parent) == Key::ReturnType
            && self.parent_kind(parent) == Kind::ArrowFunctionExpression
        {
            return true;
        }
        if matches!(kind, Kind::TSFunctionType | Kind::TSConditionalType | Kind::TSConstructorType) {
            let conditional = parent_kind == Kind::TSConditionalType;
            if (key == Key::ExtendsType && kind == Kind::TSConditionalType && conditional)
                || (key == Key::Constraint && kind == Kind::TSConditionalType && parent_kind == Kind::TSTypeParameter)
                || (key == Key::CheckType && conditional)
            {
                return true;
            }
            if key == Key::ExtendsType && conditional && self.ends_in_constrained_infer(id) {
                return true;
            }
        }
        let in_set = matches!(parent_kind, Kind::TSUnionType | Kind::TSIntersectionType);
        if in_set && !matches!(kind, Kind::TSInferType | Kind::TSTypeOperator) {
            return true;
        }
        if kind == Kind::TSInferType {
            if parent_kind == Kind::TSRestType {
                return false;
            }
            let parameter = self.get(id, Key::TypeParameter);
            if key == Key::Types && in_set && self.get(parameter, Key::Constraint).is_some() {
                return true;
            }
        }
        matches!(parent_kind, Kind::TSArrayType | Kind::TSOptionalType | Kind::TSRestType | Kind::TSTypeOperator)
            || (key == Key::ObjectType && parent_kind == Kind::TSIndexedAccessType)
    }

    fn ends_in_constrained_infer(&self, id: NodeId) -> bool {
        let mut end = self.get(self.get(id, Key::ReturnType), Key::TypeAnnotation);
        if self.kind(end) == Kind::TSTypePredicate {
            let inner = self.get(self.get(end, Key::TypeAnnotation), Key::TypeAnnotation);
            if inner.is_some() {
                end = inner;
            }
        }
        self.kind(end) == Kind::TSInferType && self.get(self.get(end, Key::TypeParameter), Key::Constraint).is_some()
    }

    fn assignment_needs_parens(&self, id: NodeId) -> bool {
        let (key, parent) = (self.key(id), self.parent(id));
        let kind = self.kind(parent);
        let in_for =
            |node| matches!(self.key(node), Key::Init | Key::Update) && self.parent_kind(node) == Kind::ForStatement;
        let bare = in_for(id)
            || (key == Key::Expression
                && self.kind(self.get(id, Key::Left)) != Kind::ObjectPattern
                && kind == Kind::ExpressionStatement)
            || (key == Key::Key && kind == Kind::TSPropertySignature)
            || kind == Kind::AssignmentExpression
            || (key == Key::Expressions && kind == Kind::SequenceExpression && in_for(parent))
            || (key == Key::Value && kind == Kind::Property && self.parent_kind(parent) == Kind::ObjectPattern);
        !bare
    }

    /// `(a?.b).c`: parentheses end the optional chain.
    fn chain_is_cut(&self, id: NodeId) -> bool {
        let (key, parent) = (self.key(id), self.parent(id));
        match (key, self.kind(parent)) {
            (Key::Object, Kind::MemberExpression) | (Key::Callee, Kind::CallExpression) => {
                !self.is(parent, flag::OPTIONAL)
            }
            (Key::Callee, Kind::NewExpression)
            | (Key::Tag, Kind::TaggedTemplateExpression)
            | (Key::Expression, Kind::TSNonNullExpression) => true,
            _ => false,
        }
    }

    fn has_call(&self, id: NodeId) -> bool {
        let mut node = id;
        loop {
            node = match self.kind(node) {
                Kind::CallExpression | Kind::ImportExpression => return true,
                Kind::MemberExpression => self.get(node, Key::Object),
                Kind::TaggedTemplateExpression => self.get(node, Key::Tag),
                Kind::TSNonNullExpression => self.get(node, Key::Expression),
                _ => return false,
            };
        }
    }

    fn jsx_needs_parens(&self, id: NodeId) -> bool {
        let (key, parent) = (self.key(id), self.parent(id));
        let kind = self.kind(parent);
        if key == Key::Callee || (key == Key::Left && kind == Kind::BinaryExpression && self.name(parent) == "<") {
            return true;
        }
        let bare = matches!(
            kind,
            Kind::ArrayExpression
                | Kind::ArrowFunctionExpression
                | Kind::AssignmentExpression
                | Kind::AssignmentPattern
                | Kind::BinaryExpression
                | Kind::ConditionalExpression
                | Kind::ExpressionStatement
                | Kind::JSXAttribute
                | Kind::JSXElement
                | Kind::JSXExpressionContainer
                | Kind::JSXFragment
                | Kind::LogicalExpression
                | Kind::CallExpression
                | Kind::NewExpression
                | Kind::ReturnStatement
                | Kind::ThrowStatement
                | Kind::VariableDeclarator
                | Kind::YieldExpression
        ) || self.is_object_property(parent)
            || (key == Key::Declaration && kind == Kind::ExportDefaultDeclaration);
        !bare
    }
}
