//! Which rule prints which kind of node.

use super::super::super::doc::{Doc, HARD};
use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::{Args, Printer, cat};

impl<'a> Printer<'_, 'a> {
    #[allow(clippy::too_many_lines, reason = "one arm per kind of node")]
    pub(super) fn print_node(&self, id: NodeId, args: Args) -> Doc<'a> {
        let key = |key| self.print_key(id, key);
        match self.kind(id) {
            Kind::None | Kind::EmptyStatement if !self.is_loop_or_branch_body(id) => "".into(),
            Kind::None | Kind::EmptyStatement => ";".into(),
            Kind::Program => self.print_program(id),
            Kind::JsonRoot => cat![self; self.dangling_comments(id), key(Key::Expression), HARD],
            Kind::BlockStatement | Kind::StaticBlock | Kind::TSModuleBlock => self.print_block(id),
            Kind::ExpressionStatement => self.print_expression_statement(id),
            Kind::VariableDeclaration => self.print_variables(id),
            Kind::VariableDeclarator => self.print_assignment(id, key(Key::Id), " =".into(), Key::Init),
            Kind::IfStatement => self.print_if(id),
            Kind::ForStatement => self.print_for(id),
            Kind::ForInStatement | Kind::ForOfStatement => self.print_for_each(id),
            Kind::WhileStatement | Kind::WithStatement => self.print_while(id),
            Kind::DoWhileStatement => self.print_do_while(id),
            Kind::SwitchStatement => self.print_switch(id),
            Kind::SwitchCase => self.print_switch_case(id),
            Kind::TryStatement => self.print_try(id),
            Kind::CatchClause => self.print_catch(id),
            Kind::ReturnStatement => cat![self; "return", self.print_argument(id), ";"],
            Kind::ThrowStatement => cat![self; "throw", self.print_argument(id), ";"],
            Kind::BreakStatement => self.print_jump("break", id),
            Kind::ContinueStatement => self.print_jump("continue", id),
            Kind::DebuggerStatement => "debugger;".into(),
            Kind::LabeledStatement => cat![self; key(Key::Label), ": ", key(Key::Body)],
            Kind::ImportDeclaration => self.print_import(id),
            Kind::ExportAllDeclaration | Kind::ExportDefaultDeclaration | Kind::ExportNamedDeclaration => {
                self.print_export(id)
            }
            Kind::ImportSpecifier
            | Kind::ExportSpecifier
            | Kind::ImportDefaultSpecifier
            | Kind::ImportNamespaceSpecifier => self.print_specifier(id),
            Kind::FunctionDeclaration | Kind::FunctionExpression | Kind::TSDeclareFunction => {
                self.print_function(id, args)
            }
            Kind::TSEmptyBodyFunctionExpression => self.print_method_value(id),
            Kind::ArrowFunctionExpression => self.print_arrow(id, args),
            Kind::ClassDeclaration | Kind::ClassExpression | Kind::TSInterfaceDeclaration => self.print_class(id),
            Kind::ClassBody | Kind::TSInterfaceBody | Kind::TSTypeLiteral => self.print_members_block(id),
            Kind::MethodDefinition | Kind::TSAbstractMethodDefinition => self.print_class_method(id),
            Kind::PropertyDefinition
            | Kind::TSAbstractPropertyDefinition
            | Kind::AccessorProperty
            | Kind::TSAbstractAccessorProperty => self.print_class_property(id),
            Kind::TSParameterProperty => self.print_parameter_property(id),
            Kind::Decorator => cat![self; "@", key(Key::Expression)],
            Kind::Identifier => cat![self;
                self.name(id),
                self.optional_mark(id),
                self.definite_mark(id),
                self.print_type_annotation(id, Key::TypeAnnotation),
            ],
            Kind::PrivateIdentifier => cat![self; "#", self.name(id)],
            Kind::ThisExpression | Kind::Super | Kind::MetaProperty | Kind::TSThisType | Kind::TSKeyword => {
                self.name(id).into()
            }
            Kind::BigIntLiteral
            | Kind::BooleanLiteral
            | Kind::NullLiteral
            | Kind::NumericLiteral
            | Kind::RegExpLiteral
            | Kind::StringLiteral => self.print_literal(id),
            Kind::TemplateLiteral | Kind::TSTemplateLiteralType => self.print_template(id),
            Kind::TemplateElement | Kind::JSXText => self.b.literal(self.name(id)),
            Kind::TaggedTemplateExpression => self.print_tagged_template(id),
            Kind::ArrayExpression | Kind::ArrayPattern | Kind::TSTupleType => self.print_array(id),
            Kind::ObjectExpression | Kind::ObjectPattern | Kind::TSEnumBody => self.print_object(id),
            Kind::Property if self.is_method_like(id) => self.print_method(id),
            Kind::Property | Kind::ImportAttribute => self.print_property(id),
            Kind::SpreadElement | Kind::RestElement => self.spread(id),
            Kind::AssignmentExpression => {
                let operator = cat![self; " ", self.name(id)];
                self.print_assignment(id, key(Key::Left), operator, Key::Right)
            }
            Kind::AssignmentPattern => cat![self; key(Key::Left), " = ", key(Key::Right)],
            Kind::BinaryExpression | Kind::LogicalExpression => self.print_binary(id),
            Kind::UnaryExpression => self.print_unary(id),
            Kind::UpdateExpression if self.is(id, flag::PREFIX) => cat![self; self.name(id), key(Key::Argument)],
            Kind::UpdateExpression => cat![self; key(Key::Argument), self.name(id)],
            Kind::ConditionalExpression | Kind::TSConditionalType => self.print_ternary(id),
            Kind::CallExpression | Kind::NewExpression | Kind::ImportExpression | Kind::TSExternalModuleReference => {
                self.print_call(id)
            }
            Kind::MemberExpression => self.print_member(id),
            Kind::ChainExpression => key(Key::Expression),
            Kind::AwaitExpression => self.print_await(id),
            Kind::YieldExpression => {
                let star = if self.is(id, flag::DELEGATE) { "*" } else { "" };
                cat![self; "yield", star, self.print_argument(id)]
            }
            Kind::SequenceExpression => self.print_sequence(id),
            Kind::TSAsExpression | Kind::TSSatisfiesExpression => self.print_as(id),
            Kind::TSTypeAssertion => self.print_type_assertion(id),
            Kind::TSNonNullExpression => cat![self; key(Key::Expression), "!"],
            Kind::TSInstantiationExpression | Kind::TSClassImplements | Kind::TSInterfaceHeritage => {
                cat![self; key(Key::Expression), key(Key::TypeArguments)]
            }
            Kind::TSTypeAnnotation => self.print_inner_annotation(id),
            Kind::TSTypeAliasDeclaration => self.print_type_alias(id),
            Kind::TSTypeParameterDeclaration | Kind::TSTypeParameterInstantiation => self.print_type_parameters(id),
            Kind::TSTypeParameter => self.print_type_parameter(id),
            Kind::TSTypeReference => cat![self; key(Key::TypeName), key(Key::TypeArguments)],
            Kind::TSQualifiedName => cat![self; key(Key::Left), ".", key(Key::Right)],
            Kind::TSUnionType => self.print_union(id, args),
            Kind::TSIntersectionType => self.print_intersection(id),
            Kind::TSFunctionType
            | Kind::TSConstructorType
            | Kind::TSCallSignatureDeclaration
            | Kind::TSConstructSignatureDeclaration => self.print_function_type(id),
            Kind::TSMethodSignature => self.print_method_signature(id),
            Kind::TSPropertySignature => self.print_property_signature(id),
            Kind::TSIndexSignature => self.print_index_signature(id),
            Kind::TSMappedType => self.print_mapped_type(id),
            Kind::TSArrayType => cat![self; key(Key::ElementType), "[]"],
            Kind::TSIndexedAccessType => cat![self; key(Key::ObjectType), "[", key(Key::IndexType), "]"],
            Kind::TSInferType => cat![self; "infer ", key(Key::TypeParameter)],
            Kind::TSLiteralType => key(Key::Literal),
            Kind::TSTypeOperator => cat![self; self.name(id), " ", key(Key::TypeAnnotation)],
            Kind::TSTypeQuery => cat![self; "typeof ", key(Key::ExprName), key(Key::TypeArguments)],
            Kind::TSTypePredicate => self.print_type_predicate(id),
            Kind::TSOptionalType => cat![self; key(Key::TypeAnnotation), "?"],
            Kind::TSRestType => cat![self; "...", key(Key::TypeAnnotation)],
            Kind::TSNamedTupleMember => self.print_named_tuple_member(id),
            Kind::TSImportType => self.print_import_type(id),
            Kind::TSEnumDeclaration => self.print_enum(id),
            Kind::TSEnumMember => self.print_enum_member(id),
            Kind::TSModuleDeclaration => self.print_module(id),
            Kind::TSExportAssignment => cat![self; "export = ", key(Key::Expression), ";"],
            Kind::TSNamespaceExportDeclaration => cat![self; "export as namespace ", key(Key::Id), ";"],
            Kind::TSImportEqualsDeclaration => self.print_import_equals(id),
            Kind::JSXElement | Kind::JSXFragment => self.print_jsx(id),
            Kind::JSXOpeningElement => self.print_jsx_opening(id),
            Kind::JSXClosingElement => cat![self; "</", key(Key::Name), ">"],
            Kind::JSXOpeningFragment => self.print_jsx_fragment_tag(id, "<"),
            Kind::JSXClosingFragment => self.print_jsx_fragment_tag(id, "</"),
            Kind::JSXIdentifier => self.name(id).into(),
            Kind::JSXNamespacedName => cat![self; key(Key::Namespace), ":", key(Key::Name)],
            Kind::JSXMemberExpression => cat![self; key(Key::Object), ".", key(Key::Property)],
            Kind::JSXAttribute => self.print_jsx_attribute(id),
            Kind::JSXSpreadAttribute => self.print_jsx_spread(id, Key::Argument),
            Kind::JSXSpreadChild => self.print_jsx_spread(id, Key::Expression),
            Kind::JSXExpressionContainer => self.print_jsx_container(id),
            Kind::JSXEmptyExpression => self.print_jsx_empty(id),
        }
    }

    fn print_jump(&self, word: &'static str, id: NodeId) -> Doc<'a> {
        let label = self.get(id, Key::Label);
        cat![self; word, if label.is_some() { " " } else { "" }, self.print(label), ";"]
    }
}
