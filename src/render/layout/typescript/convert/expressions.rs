//! Expressions.

use oxc::ast::ast::{
    Argument, ArrayExpressionElement, CallExpression, ChainElement, ComputedMemberExpression, Expression,
    MemberExpression, ObjectExpression, ObjectPropertyKind, PrivateFieldExpression, PropertyKey, PropertyKind,
    SimpleAssignmentTarget, StaticMemberExpression, StringLiteral, TSAsExpression, TSNonNullExpression,
    TSSatisfiesExpression, TSTypeAssertion, TemplateElement, TemplateLiteral,
};
use oxc::span::{GetSpan, Span};

use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::Convert;

impl<'a> Convert<'a> {
    pub(super) fn identifier(&mut self, span: Span, name: &'a str) -> NodeId {
        self.leaf(Kind::Identifier, span, name)
    }

    pub(super) fn string(&mut self, string: &StringLiteral<'a>) -> NodeId {
        let id = self.leaf(Kind::StringLiteral, string.span, self.raw(string.span));
        self.tree.node_mut(id).extra = string.value.as_str();
        id
    }

    #[allow(clippy::too_many_lines, reason = "one arm per kind of expression")]
    pub(super) fn expression(&mut self, expression: &Expression<'a>) -> NodeId {
        let span = expression.span();
        match expression {
            Expression::BooleanLiteral(_) => self.leaf(Kind::BooleanLiteral, span, self.raw(span)),
            Expression::NullLiteral(_) => self.leaf(Kind::NullLiteral, span, "null"),
            Expression::NumericLiteral(_) => self.leaf(Kind::NumericLiteral, span, self.raw(span)),
            Expression::BigIntLiteral(_) => self.leaf(Kind::BigIntLiteral, span, self.raw(span)),
            Expression::RegExpLiteral(regex) => {
                let id = self.leaf(Kind::RegExpLiteral, span, regex.regex.pattern.text.as_str());
                let raw = self.raw(span);
                self.tree.node_mut(id).extra = raw.rfind('/').map_or("", |at| &raw[at + 1..]);
                id
            }
            Expression::StringLiteral(string) => self.string(string),
            Expression::TemplateLiteral(template) => self.template(template),
            Expression::Identifier(name) => self.identifier(span, name.name.as_str()),
            Expression::Super(_) => self.leaf(Kind::Super, span, "super"),
            Expression::ArrayExpression(array) => self.build(Kind::ArrayExpression, span, |c, _| {
                for element in &array.elements {
                    let element = match element {
                        ArrayExpressionElement::SpreadElement(spread) => c.spread(spread.span, &spread.argument),
                        ArrayExpressionElement::Elision(_) => NodeId::NONE,
                        other => c.expression(other.to_expression()),
                    };
                    c.put(Key::Elements, element);
                }
            }),
            Expression::ArrowFunctionExpression(arrow) => self.arrow(arrow),
            Expression::AssignmentExpression(assignment) => self.build(Kind::AssignmentExpression, span, |c, id| {
                c.text(id, assignment.operator.as_str());
                let left = c.assignment_target(&assignment.left);
                c.put(Key::Left, left);
                let right = c.expression(&assignment.right);
                c.put(Key::Right, right);
            }),
            Expression::AwaitExpression(e) => self.unary(Kind::AwaitExpression, span, Some(&e.argument), "await"),
            Expression::BinaryExpression(binary) => self.build(Kind::BinaryExpression, span, |c, id| {
                c.text(id, binary.operator.as_str());
                let left = c.expression(&binary.left);
                c.put(Key::Left, left);
                let right = c.expression(&binary.right);
                c.put(Key::Right, right);
            }),
            Expression::CallExpression(call) => self.call(call),
            Expression::ChainExpression(chain) => self.build(Kind::ChainExpression, span, |c, _| {
                let expression = match &chain.expression {
                    ChainElement::CallExpression(call) => c.call(call),
                    ChainElement::TSNonNullExpression(non_null) => c.non_null(non_null),
                    other => c.member(other.to_member_expression()),
                };
                c.put(Key::Expression, expression);
            }),
            Expression::ClassExpression(class) => self.class(class),
            Expression::ConditionalExpression(e) => self.build(Kind::ConditionalExpression, span, |c, _| {
                let test = c.expression(&e.test);
                c.put(Key::Test, test);
                let consequent = c.expression(&e.consequent);
                c.put(Key::Consequent, consequent);
                let alternate = c.expression(&e.alternate);
                c.put(Key::Alternate, alternate);
            }),
            Expression::FunctionExpression(function) => self.function(function),
            Expression::ImportExpression(import) => self.build(Kind::ImportExpression, span, |c, _| {
                let source = c.expression(&import.source);
                c.put(Key::Source, source);
                let options = import.options.as_ref().map(|options| c.expression(options));
                c.put_some(Key::Options, options);
            }),
            Expression::LogicalExpression(logical) => {
                let left = self.expression(&logical.left);
                let right = self.expression(&logical.right);
                self.logical(logical.operator.as_str(), left, right, span)
            }
            Expression::NewExpression(new) => self.build(Kind::NewExpression, span, |c, _| {
                let callee = c.expression(&new.callee);
                c.put(Key::Callee, callee);
                let arguments = new.type_arguments.as_ref().map(|arguments| c.type_arguments(arguments));
                c.put_some(Key::TypeArguments, arguments);
                c.arguments(&new.arguments);
            }),
            Expression::ObjectExpression(object) => self.object(object),
            Expression::ParenthesizedExpression(inner) => self.expression(&inner.expression),
            Expression::SequenceExpression(sequence) => self.build(Kind::SequenceExpression, span, |c, _| {
                for expression in &sequence.expressions {
                    let expression = c.expression(expression);
                    c.put(Key::Expressions, expression);
                }
            }),
            Expression::TaggedTemplateExpression(tagged) => self.build(Kind::TaggedTemplateExpression, span, |c, _| {
                let tag = c.expression(&tagged.tag);
                c.put(Key::Tag, tag);
                let arguments = tagged.type_arguments.as_ref().map(|arguments| c.type_arguments(arguments));
                c.put_some(Key::TypeArguments, arguments);
                let quasi = c.template(&tagged.quasi);
                c.put(Key::Quasi, quasi);
            }),
            Expression::ThisExpression(_) => self.leaf(Kind::ThisExpression, span, "this"),
            Expression::UnaryExpression(unary) => {
                self.unary(Kind::UnaryExpression, span, Some(&unary.argument), unary.operator.as_str())
            }
            Expression::UpdateExpression(update) => self.build(Kind::UpdateExpression, span, |c, id| {
                c.text(id, update.operator.as_str());
                c.flags(id, &[(update.prefix, flag::PREFIX)]);
                let argument = c.simple_target(&update.argument);
                c.put(Key::Argument, argument);
            }),
            Expression::YieldExpression(e) => {
                let id = self.unary(Kind::YieldExpression, span, e.argument.as_ref(), "yield");
                self.flags(id, &[(e.delegate, flag::DELEGATE)]);
                id
            }
            Expression::PrivateInExpression(private) => self.build(Kind::BinaryExpression, span, |c, id| {
                c.text(id, "in");
                let left = c.leaf(Kind::PrivateIdentifier, private.left.span, private.left.name.as_str());
                c.put(Key::Left, left);
                let right = c.expression(&private.right);
                c.put(Key::Right, right);
            }),
            Expression::ImportMeta(_) => self.leaf(Kind::MetaProperty, span, "import.meta"),
            Expression::NewTarget(_) => self.leaf(Kind::MetaProperty, span, "new.target"),
            Expression::JSXElement(element) => self.jsx_element(element),
            Expression::JSXFragment(fragment) => self.jsx_fragment(fragment),
            Expression::TSAsExpression(e) => self.as_expression(e),
            Expression::TSSatisfiesExpression(e) => self.satisfies(e),
            Expression::TSTypeAssertion(e) => self.type_assertion(e),
            Expression::TSNonNullExpression(e) => self.non_null(e),
            Expression::TSInstantiationExpression(e) => self.build(Kind::TSInstantiationExpression, span, |c, _| {
                let expression = c.expression(&e.expression);
                c.put(Key::Expression, expression);
                let arguments = c.type_arguments(&e.type_arguments);
                c.put(Key::TypeArguments, arguments);
            }),
            Expression::V8IntrinsicExpression(_) => self.leaf(Kind::MetaProperty, span, self.raw(span)),
            Expression::ComputedMemberExpression(member) => self.computed_member(member),
            Expression::StaticMemberExpression(member) => self.static_member(member),
            Expression::PrivateFieldExpression(member) => self.private_member(member),
        }
    }

    /// `a && (b && c)` becomes `(a && b) && c`: same value, and the shape that Prettier's printer gets.
    fn logical(&mut self, operator: &'a str, left: NodeId, right: NodeId, span: Span) -> NodeId {
        let tree = &self.tree;
        let rotate = tree.kind(right) == Kind::LogicalExpression && tree.name(right) == operator;
        if !rotate {
            return self.build(Kind::LogicalExpression, span, |c, id| {
                c.text(id, operator);
                c.put(Key::Left, left);
                c.put(Key::Right, right);
            });
        }
        let (middle, last) = (tree.get(right, Key::Left), tree.get(right, Key::Right));
        let end = u32::try_from(tree.node(middle).range_end).unwrap_or(span.end);
        let inner = self.logical(operator, left, middle, Span::new(span.start, end));
        self.logical(operator, inner, last, span)
    }

    fn unary(&mut self, kind: Kind, span: Span, argument: Option<&Expression<'a>>, operator: &'a str) -> NodeId {
        self.build(kind, span, |c, id| {
            c.text(id, operator);
            let argument = argument.map(|argument| c.expression(argument));
            c.put_some(Key::Argument, argument);
        })
    }

    fn spread(&mut self, span: Span, argument: &Expression<'a>) -> NodeId {
        self.build(Kind::SpreadElement, span, |c, _| {
            let argument = c.expression(argument);
            c.put(Key::Argument, argument);
        })
    }

    fn call(&mut self, call: &CallExpression<'a>) -> NodeId {
        self.build(Kind::CallExpression, call.span, |c, id| {
            c.flags(id, &[(call.optional, flag::OPTIONAL)]);
            let callee = c.expression(&call.callee);
            c.put(Key::Callee, callee);
            let arguments = call.type_arguments.as_ref().map(|arguments| c.type_arguments(arguments));
            c.put_some(Key::TypeArguments, arguments);
            c.arguments(&call.arguments);
        })
    }

    fn arguments(&mut self, arguments: &[Argument<'a>]) {
        for argument in arguments {
            let id = match argument {
                Argument::SpreadElement(spread) => self.spread(spread.span, &spread.argument),
                other => self.expression(other.to_expression()),
            };
            self.put(Key::Arguments, id);
        }
    }

    fn member(&mut self, member: &MemberExpression<'a>) -> NodeId {
        match member {
            MemberExpression::ComputedMemberExpression(member) => self.computed_member(member),
            MemberExpression::StaticMemberExpression(member) => self.static_member(member),
            MemberExpression::PrivateFieldExpression(member) => self.private_member(member),
        }
    }

    fn computed_member(&mut self, member: &ComputedMemberExpression<'a>) -> NodeId {
        self.build(Kind::MemberExpression, member.span, |c, id| {
            c.flags(id, &[(true, flag::COMPUTED), (member.optional, flag::OPTIONAL)]);
            let object = c.expression(&member.object);
            c.put(Key::Object, object);
            let property = c.expression(&member.expression);
            c.put(Key::Property, property);
        })
    }

    fn static_member(&mut self, member: &StaticMemberExpression<'a>) -> NodeId {
        self.build(Kind::MemberExpression, member.span, |c, id| {
            c.flags(id, &[(member.optional, flag::OPTIONAL)]);
            let object = c.expression(&member.object);
            c.put(Key::Object, object);
            let property = c.identifier(member.property.span, member.property.name.as_str());
            c.put(Key::Property, property);
        })
    }

    fn private_member(&mut self, member: &PrivateFieldExpression<'a>) -> NodeId {
        self.build(Kind::MemberExpression, member.span, |c, id| {
            c.flags(id, &[(member.optional, flag::OPTIONAL)]);
            let object = c.expression(&member.object);
            c.put(Key::Object, object);
            let property = c.leaf(Kind::PrivateIdentifier, member.field.span, member.field.name.as_str());
            c.put(Key::Property, property);
        })
    }

    pub(super) fn object(&mut self, object: &ObjectExpression<'a>) -> NodeId {
        self.build(Kind::ObjectExpression, object.span, |c, _| {
            for property in &object.properties {
                let id = match property {
                    ObjectPropertyKind::SpreadProperty(spread) => c.spread(spread.span, &spread.argument),
                    ObjectPropertyKind::ObjectProperty(property) => c.build(Kind::Property, property.span, |c, id| {
                        let kind = match property.kind {
                            PropertyKind::Init => "init",
                            PropertyKind::Get => "get",
                            PropertyKind::Set => "set",
                        };
                        c.text(id, kind);
                        c.flags(
                            id,
                            &[
                                (property.method, flag::METHOD),
                                (property.shorthand, flag::SHORTHAND),
                                (property.computed, flag::COMPUTED),
                            ],
                        );
                        let key = c.property_key(&property.key);
                        c.put(Key::Key, key);
                        let value = c.expression(&property.value);
                        c.put(Key::Value, value);
                    }),
                };
                c.put(Key::Properties, id);
            }
        })
    }

    pub(super) fn property_key(&mut self, key: &PropertyKey<'a>) -> NodeId {
        match key {
            PropertyKey::StaticIdentifier(name) => self.identifier(name.span, name.name.as_str()),
            PropertyKey::PrivateIdentifier(name) => self.leaf(Kind::PrivateIdentifier, name.span, name.name.as_str()),
            other => self.expression(other.to_expression()),
        }
    }

    pub(super) fn template(&mut self, template: &TemplateLiteral<'a>) -> NodeId {
        self.build(Kind::TemplateLiteral, template.span, |c, _| {
            c.quasis(&template.quasis);
            for expression in &template.expressions {
                let expression = c.expression(expression);
                c.put(Key::Expressions, expression);
            }
        })
    }

    /// The text parts of a template. Their ranges exclude the delimiters.
    pub(super) fn quasis(&mut self, quasis: &[TemplateElement<'a>]) {
        for quasi in quasis {
            let id = self.leaf(Kind::TemplateElement, quasi.span, quasi.value.raw.as_str());
            self.put(Key::Quasis, id);
        }
    }

    pub(super) fn simple_target(&mut self, target: &SimpleAssignmentTarget<'a>) -> NodeId {
        match target {
            SimpleAssignmentTarget::AssignmentTargetIdentifier(name) => self.identifier(name.span, name.name.as_str()),
            SimpleAssignmentTarget::TSAsExpression(e) => self.as_expression(e),
            SimpleAssignmentTarget::TSSatisfiesExpression(e) => self.satisfies(e),
            SimpleAssignmentTarget::TSNonNullExpression(e) => self.non_null(e),
            SimpleAssignmentTarget::TSTypeAssertion(e) => self.type_assertion(e),
            other => self.member(other.to_member_expression()),
        }
    }

    fn as_expression(&mut self, e: &TSAsExpression<'a>) -> NodeId {
        self.build(Kind::TSAsExpression, e.span, |c, _| {
            let expression = c.expression(&e.expression);
            c.put(Key::Expression, expression);
            let annotation = c.ts_type(&e.type_annotation);
            c.put(Key::TypeAnnotation, annotation);
        })
    }

    fn satisfies(&mut self, e: &TSSatisfiesExpression<'a>) -> NodeId {
        self.build(Kind::TSSatisfiesExpression, e.span, |c, _| {
            let expression = c.expression(&e.expression);
            c.put(Key::Expression, expression);
            let annotation = c.ts_type(&e.type_annotation);
            c.put(Key::TypeAnnotation, annotation);
        })
    }

    fn type_assertion(&mut self, e: &TSTypeAssertion<'a>) -> NodeId {
        self.build(Kind::TSTypeAssertion, e.span, |c, _| {
            let annotation = c.ts_type(&e.type_annotation);
            c.put(Key::TypeAnnotation, annotation);
            let expression = c.expression(&e.expression);
            c.put(Key::Expression, expression);
        })
    }

    fn non_null(&mut self, e: &TSNonNullExpression<'a>) -> NodeId {
        self.build(Kind::TSNonNullExpression, e.span, |c, _| {
            let expression = c.expression(&e.expression);
            c.put(Key::Expression, expression);
        })
    }
}
