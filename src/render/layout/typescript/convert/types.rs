//! Types and type declarations.

use oxc::ast::ast::{
    TSEnumDeclaration, TSEnumMemberName, TSImportType, TSImportTypeQualifier, TSIndexSignature, TSInterfaceDeclaration,
    TSLiteral, TSMappedTypeModifierOperator, TSMethodSignatureKind, TSQualifiedName, TSSignature, TSTupleElement,
    TSType, TSTypeAliasDeclaration, TSTypeAnnotation, TSTypeName, TSTypeOperatorOperator, TSTypeParameter,
    TSTypeParameterDeclaration, TSTypeParameterInstantiation, TSTypePredicateName, TSTypeQueryExprName,
};
use oxc::span::{GetSpan, Span};

use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::Convert;

impl<'a> Convert<'a> {
    pub(super) fn type_annotation(&mut self, annotation: &TSTypeAnnotation<'a>) -> NodeId {
        self.build(Kind::TSTypeAnnotation, annotation.span, |c, _| {
            let inner = c.ts_type(&annotation.type_annotation);
            c.put(Key::TypeAnnotation, inner);
        })
    }

    pub(super) fn type_arguments(&mut self, arguments: &TSTypeParameterInstantiation<'a>) -> NodeId {
        self.build(Kind::TSTypeParameterInstantiation, arguments.span, |c, _| {
            for param in &arguments.params {
                let param = c.ts_type(param);
                c.put(Key::Params, param);
            }
        })
    }

    pub(super) fn type_parameters(&mut self, parameters: &TSTypeParameterDeclaration<'a>) -> NodeId {
        self.build(Kind::TSTypeParameterDeclaration, parameters.span, |c, _| {
            for param in &parameters.params {
                let param = c.type_parameter(param);
                c.put(Key::Params, param);
            }
        })
    }

    fn type_parameter(&mut self, parameter: &TSTypeParameter<'a>) -> NodeId {
        self.build(Kind::TSTypeParameter, parameter.span, |c, id| {
            c.flags(id, &[(parameter.r#in, flag::IN), (parameter.out, flag::OUT), (parameter.r#const, flag::CONST)]);
            let name = c.identifier(parameter.name.span, parameter.name.name.as_str());
            c.put(Key::Name, name);
            let constraint = parameter.constraint.as_ref().map(|constraint| c.ts_type(constraint));
            c.put_some(Key::Constraint, constraint);
            let default = parameter.default.as_ref().map(|default| c.ts_type(default));
            c.put_some(Key::Default, default);
        })
    }

    pub(super) fn type_alias(&mut self, alias: &TSTypeAliasDeclaration<'a>) -> NodeId {
        self.build(Kind::TSTypeAliasDeclaration, alias.span, |c, id| {
            c.flags(id, &[(alias.declare, flag::DECLARE)]);
            let name = c.identifier(alias.id.span, alias.id.name.as_str());
            c.put(Key::Id, name);
            let parameters = alias.type_parameters.as_ref().map(|parameters| c.type_parameters(parameters));
            c.put_some(Key::TypeParameters, parameters);
            let annotation = c.ts_type(&alias.type_annotation);
            c.put(Key::TypeAnnotation, annotation);
        })
    }

    pub(super) fn interface(&mut self, interface: &TSInterfaceDeclaration<'a>) -> NodeId {
        self.build(Kind::TSInterfaceDeclaration, interface.span, |c, id| {
            c.flags(id, &[(interface.declare, flag::DECLARE)]);
            let name = c.identifier(interface.id.span, interface.id.name.as_str());
            c.put(Key::Id, name);
            let parameters = interface.type_parameters.as_ref().map(|parameters| c.type_parameters(parameters));
            c.put_some(Key::TypeParameters, parameters);
            for heritage in &interface.extends {
                let heritage = c.build(Kind::TSInterfaceHeritage, heritage.span, |c, _| {
                    let expression = c.type_name_as_member(&heritage.type_name);
                    c.put(Key::Expression, expression);
                    let arguments = heritage.type_arguments.as_ref().map(|arguments| c.type_arguments(arguments));
                    c.put_some(Key::TypeArguments, arguments);
                });
                c.put(Key::Extends, heritage);
            }
            let body = c.build(Kind::TSInterfaceBody, interface.body.span, |c, _| {
                c.signatures(Key::Body, &interface.body.body);
            });
            c.put(Key::Body, body);
        })
    }

    pub(super) fn enumeration(&mut self, enumeration: &TSEnumDeclaration<'a>) -> NodeId {
        self.build(Kind::TSEnumDeclaration, enumeration.span, |c, id| {
            c.flags(id, &[(enumeration.declare, flag::DECLARE), (enumeration.r#const, flag::CONST)]);
            let name = c.identifier(enumeration.id.span, enumeration.id.name.as_str());
            c.put(Key::Id, name);
            let body = c.build(Kind::TSEnumBody, enumeration.body.span, |c, _| {
                for member in &enumeration.body.members {
                    let member = c.build(Kind::TSEnumMember, member.span, |c, id| {
                        let name = match &member.id {
                            TSEnumMemberName::Identifier(name) => c.identifier(name.span, name.name.as_str()),
                            TSEnumMemberName::String(name) => c.string(name),
                            TSEnumMemberName::ComputedString(name) => {
                                c.flags(id, &[(true, flag::COMPUTED)]);
                                c.string(name)
                            }
                            TSEnumMemberName::ComputedTemplateString(name) => {
                                c.flags(id, &[(true, flag::COMPUTED)]);
                                c.template(name)
                            }
                        };
                        c.put(Key::Id, name);
                        let initializer = member.initializer.as_ref().map(|init| c.expression(init));
                        c.put_some(Key::Initializer, initializer);
                    });
                    c.put(Key::Members, member);
                }
            });
            c.put(Key::Body, body);
        })
    }

    fn signatures(&mut self, key: Key, signatures: &[TSSignature<'a>]) {
        for signature in signatures {
            let id = self.signature(signature);
            self.put(key, id);
        }
    }

    fn signature(&mut self, signature: &TSSignature<'a>) -> NodeId {
        match signature {
            TSSignature::TSIndexSignature(s) => self.index_signature(s),
            TSSignature::TSPropertySignature(s) => self.build(Kind::TSPropertySignature, s.span, |c, id| {
                c.flags(
                    id,
                    &[(s.computed, flag::COMPUTED), (s.optional, flag::OPTIONAL), (s.readonly, flag::READONLY)],
                );
                let key = c.property_key(&s.key);
                c.put(Key::Key, key);
                let annotation = s.type_annotation.as_ref().map(|annotation| c.type_annotation(annotation));
                c.put_some(Key::TypeAnnotation, annotation);
            }),
            TSSignature::TSCallSignatureDeclaration(s) => {
                self.build(Kind::TSCallSignatureDeclaration, s.span, |c, _| {
                    let parameters = s.type_parameters.as_ref().map(|parameters| c.type_parameters(parameters));
                    c.put_some(Key::TypeParameters, parameters);
                    c.params(s.this_param.as_deref(), &s.params);
                    let annotation = s.return_type.as_ref().map(|annotation| c.type_annotation(annotation));
                    c.put_some(Key::ReturnType, annotation);
                })
            }
            TSSignature::TSConstructSignatureDeclaration(s) => {
                self.build(Kind::TSConstructSignatureDeclaration, s.span, |c, _| {
                    let parameters = s.type_parameters.as_ref().map(|parameters| c.type_parameters(parameters));
                    c.put_some(Key::TypeParameters, parameters);
                    c.params(None, &s.params);
                    let annotation = s.return_type.as_ref().map(|annotation| c.type_annotation(annotation));
                    c.put_some(Key::ReturnType, annotation);
                })
            }
            TSSignature::TSMethodSignature(s) => self.build(Kind::TSMethodSignature, s.span, |c, id| {
                c.text(
                    id,
                    match s.kind {
                        TSMethodSignatureKind::Method => "method",
                        TSMethodSignatureKind::Get => "get",
                        TSMethodSignatureKind::Set => "set",
                    },
                );
                c.flags(id, &[(s.computed, flag::COMPUTED), (s.optional, flag::OPTIONAL)]);
                let key = c.property_key(&s.key);
                c.put(Key::Key, key);
                let parameters = s.type_parameters.as_ref().map(|parameters| c.type_parameters(parameters));
                c.put_some(Key::TypeParameters, parameters);
                c.params(s.this_param.as_deref(), &s.params);
                let annotation = s.return_type.as_ref().map(|annotation| c.type_annotation(annotation));
                c.put_some(Key::ReturnType, annotation);
            }),
        }
    }

    pub(super) fn index_signature(&mut self, s: &TSIndexSignature<'a>) -> NodeId {
        self.build(Kind::TSIndexSignature, s.span, |c, id| {
            c.flags(id, &[(s.readonly, flag::READONLY), (s.r#static, flag::STATIC)]);
            let parameter = c.build(Kind::Identifier, s.parameter.span, |c, id| {
                c.text(id, s.parameter.name.as_str());
                let annotation = c.type_annotation(&s.parameter.type_annotation);
                c.put(Key::TypeAnnotation, annotation);
            });
            c.put(Key::Parameters, parameter);
            let annotation = c.type_annotation(&s.type_annotation);
            c.put(Key::TypeAnnotation, annotation);
        })
    }

    fn type_name(&mut self, name: &TSTypeName<'a>) -> NodeId {
        match name {
            TSTypeName::IdentifierReference(name) => self.identifier(name.span, name.name.as_str()),
            TSTypeName::QualifiedName(name) => self.qualified_name(name),
            TSTypeName::ThisExpression(this) => self.leaf(Kind::ThisExpression, this.span, "this"),
        }
    }

    pub(super) fn qualified_name(&mut self, name: &TSQualifiedName<'a>) -> NodeId {
        self.build(Kind::TSQualifiedName, name.span, |c, _| {
            let left = c.type_name(&name.left);
            c.put(Key::Left, left);
            let right = c.identifier(name.right.span, name.right.name.as_str());
            c.put(Key::Right, right);
        })
    }

    /// `implements a.B` holds a member expression in typescript-estree.
    pub(super) fn type_name_as_member(&mut self, name: &TSTypeName<'a>) -> NodeId {
        let TSTypeName::QualifiedName(qualified) = name else { return self.type_name(name) };
        self.build(Kind::MemberExpression, qualified.span, |c, _| {
            let object = c.type_name_as_member(&qualified.left);
            c.put(Key::Object, object);
            let property = c.identifier(qualified.right.span, qualified.right.name.as_str());
            c.put(Key::Property, property);
        })
    }

    fn keyword(&mut self, span: Span, word: &'a str) -> NodeId {
        self.leaf(Kind::TSKeyword, span, word)
    }

    fn types_of(&mut self, kind: Kind, span: Span, types: &[TSType<'a>]) -> NodeId {
        if let [only] = types {
            return self.ts_type(only);
        }
        self.build(kind, span, |c, _| {
            for ty in types {
                let ty = c.ts_type(ty);
                c.put(Key::Types, ty);
            }
        })
    }

    #[allow(clippy::too_many_lines, reason = "one arm per kind of type")]
    pub(super) fn ts_type(&mut self, ty: &TSType<'a>) -> NodeId {
        let span = ty.span();
        match ty {
            TSType::TSAnyKeyword(_) => self.keyword(span, "any"),
            TSType::TSBigIntKeyword(_) => self.keyword(span, "bigint"),
            TSType::TSBooleanKeyword(_) => self.keyword(span, "boolean"),
            TSType::TSIntrinsicKeyword(_) => self.keyword(span, "intrinsic"),
            TSType::TSNeverKeyword(_) => self.keyword(span, "never"),
            TSType::TSNullKeyword(_) => self.keyword(span, "null"),
            TSType::TSNumberKeyword(_) => self.keyword(span, "number"),
            TSType::TSObjectKeyword(_) => self.keyword(span, "object"),
            TSType::TSStringKeyword(_) => self.keyword(span, "string"),
            TSType::TSSymbolKeyword(_) => self.keyword(span, "symbol"),
            TSType::TSUndefinedKeyword(_) => self.keyword(span, "undefined"),
            TSType::TSUnknownKeyword(_) => self.keyword(span, "unknown"),
            TSType::TSVoidKeyword(_) => self.keyword(span, "void"),
            TSType::TSThisType(_) => self.leaf(Kind::TSThisType, span, "this"),
            TSType::TSArrayType(t) => self.build(Kind::TSArrayType, span, |c, _| {
                let element = c.ts_type(&t.element_type);
                c.put(Key::ElementType, element);
            }),
            TSType::TSConditionalType(t) => self.build(Kind::TSConditionalType, span, |c, _| {
                for (key, part) in [
                    (Key::CheckType, &t.check_type),
                    (Key::ExtendsType, &t.extends_type),
                    (Key::TrueType, &t.true_type),
                    (Key::FalseType, &t.false_type),
                ] {
                    let part = c.ts_type(part);
                    c.put(key, part);
                }
            }),
            TSType::TSConstructorType(t) => self.build(Kind::TSConstructorType, span, |c, id| {
                c.flags(id, &[(t.r#abstract, flag::ABSTRACT)]);
                let parameters = t.type_parameters.as_ref().map(|parameters| c.type_parameters(parameters));
                c.put_some(Key::TypeParameters, parameters);
                c.params(None, &t.params);
                let annotation = c.type_annotation(&t.return_type);
                c.put(Key::ReturnType, annotation);
            }),
            TSType::TSFunctionType(t) => self.build(Kind::TSFunctionType, span, |c, _| {
                let parameters = t.type_parameters.as_ref().map(|parameters| c.type_parameters(parameters));
                c.put_some(Key::TypeParameters, parameters);
                c.params(t.this_param.as_deref(), &t.params);
                let annotation = c.type_annotation(&t.return_type);
                c.put(Key::ReturnType, annotation);
            }),
            TSType::TSImportType(t) => self.import_type(t),
            TSType::TSIndexedAccessType(t) => self.build(Kind::TSIndexedAccessType, span, |c, _| {
                let object = c.ts_type(&t.object_type);
                c.put(Key::ObjectType, object);
                let index = c.ts_type(&t.index_type);
                c.put(Key::IndexType, index);
            }),
            TSType::TSInferType(t) => self.build(Kind::TSInferType, span, |c, _| {
                let parameter = c.type_parameter(&t.type_parameter);
                c.put(Key::TypeParameter, parameter);
            }),
            TSType::TSIntersectionType(t) => self.types_of(Kind::TSIntersectionType, span, &t.types),
            TSType::TSUnionType(t) => self.types_of(Kind::TSUnionType, span, &t.types),
            TSType::TSLiteralType(t) => self.build(Kind::TSLiteralType, span, |c, _| {
                let literal = c.ts_literal(&t.literal);
                c.put(Key::Literal, literal);
            }),
            TSType::TSMappedType(t) => self.build(Kind::TSMappedType, span, |c, id| {
                c.text(id, modifier(t.readonly));
                c.tree.node_mut(id).extra = modifier(t.optional);
                let key = c.identifier(t.key.span, t.key.name.as_str());
                c.put(Key::Key, key);
                let constraint = c.ts_type(&t.constraint);
                c.put(Key::Constraint, constraint);
                let name = t.name_type.as_ref().map(|name| c.ts_type(name));
                c.put_some(Key::NameType, name);
                let annotation = t.type_annotation.as_ref().map(|annotation| c.ts_type(annotation));
                c.put_some(Key::TypeAnnotation, annotation);
            }),
            TSType::TSNamedTupleMember(t) => self.build(Kind::TSNamedTupleMember, span, |c, id| {
                c.flags(id, &[(t.optional, flag::OPTIONAL)]);
                let label = c.identifier(t.label.span, t.label.name.as_str());
                c.put(Key::Label, label);
                let element = c.tuple_element(&t.element_type);
                c.put(Key::ElementType, element);
            }),
            TSType::TSTemplateLiteralType(t) => self.build(Kind::TSTemplateLiteralType, span, |c, _| {
                c.quasis(&t.quasis);
                for ty in &t.types {
                    let ty = c.ts_type(ty);
                    c.put(Key::Types, ty);
                }
            }),
            TSType::TSTupleType(t) => self.build(Kind::TSTupleType, span, |c, _| {
                for element in &t.element_types {
                    let element = c.tuple_element(element);
                    c.put(Key::ElementTypes, element);
                }
            }),
            TSType::TSTypeLiteral(t) => {
                self.build(Kind::TSTypeLiteral, span, |c, _| c.signatures(Key::Members, &t.members))
            }
            TSType::TSTypeOperatorType(t) => self.build(Kind::TSTypeOperator, span, |c, id| {
                c.text(
                    id,
                    match t.operator {
                        TSTypeOperatorOperator::Keyof => "keyof",
                        TSTypeOperatorOperator::Unique => "unique",
                        TSTypeOperatorOperator::Readonly => "readonly",
                    },
                );
                let annotation = c.ts_type(&t.type_annotation);
                c.put(Key::TypeAnnotation, annotation);
            }),
            TSType::TSTypePredicate(t) => self.build(Kind::TSTypePredicate, span, |c, id| {
                c.flags(id, &[(t.asserts, flag::ASSERTS)]);
                let name = match &t.parameter_name {
                    TSTypePredicateName::Identifier(name) => c.identifier(name.span, name.name.as_str()),
                    TSTypePredicateName::This(this) => c.leaf(Kind::TSThisType, this.span, "this"),
                };
                c.put(Key::ParameterName, name);
                let annotation = t.type_annotation.as_ref().map(|annotation| c.type_annotation(annotation));
                c.put_some(Key::TypeAnnotation, annotation);
            }),
            TSType::TSTypeQuery(t) => self.build(Kind::TSTypeQuery, span, |c, _| {
                let name = match &t.expr_name {
                    TSTypeQueryExprName::TSImportType(import) => c.import_type(import),
                    other => c.type_name(other.to_ts_type_name()),
                };
                c.put(Key::ExprName, name);
                let arguments = t.type_arguments.as_ref().map(|arguments| c.type_arguments(arguments));
                c.put_some(Key::TypeArguments, arguments);
            }),
            TSType::TSTypeReference(t) => self.build(Kind::TSTypeReference, span, |c, _| {
                let name = c.type_name(&t.type_name);
                c.put(Key::TypeName, name);
                let arguments = t.type_arguments.as_ref().map(|arguments| c.type_arguments(arguments));
                c.put_some(Key::TypeArguments, arguments);
            }),
            TSType::TSParenthesizedType(t) => self.ts_type(&t.type_annotation),
            TSType::JSDocNullableType(_) | TSType::JSDocNonNullableType(_) | TSType::JSDocUnknownType(_) => {
                self.keyword(span, self.raw(span))
            }
        }
    }

    fn tuple_element(&mut self, element: &TSTupleElement<'a>) -> NodeId {
        match element {
            TSTupleElement::TSOptionalType(t) => self.build(Kind::TSOptionalType, t.span, |c, _| {
                let annotation = c.ts_type(&t.type_annotation);
                c.put(Key::TypeAnnotation, annotation);
            }),
            TSTupleElement::TSRestType(t) => self.build(Kind::TSRestType, t.span, |c, _| {
                let annotation = c.ts_type(&t.type_annotation);
                c.put(Key::TypeAnnotation, annotation);
            }),
            other => self.ts_type(other.to_ts_type()),
        }
    }

    fn import_type(&mut self, import: &TSImportType<'a>) -> NodeId {
        self.build(Kind::TSImportType, import.span, |c, _| {
            let source = c.string(&import.source);
            c.put(Key::Source, source);
            let options = import.options.as_ref().map(|options| c.object(options));
            c.put_some(Key::Options, options);
            let qualifier = import.qualifier.as_ref().map(|qualifier| c.import_qualifier(qualifier));
            c.put_some(Key::Qualifier, qualifier);
            let arguments = import.type_arguments.as_ref().map(|arguments| c.type_arguments(arguments));
            c.put_some(Key::TypeArguments, arguments);
        })
    }

    fn import_qualifier(&mut self, qualifier: &TSImportTypeQualifier<'a>) -> NodeId {
        match qualifier {
            TSImportTypeQualifier::Identifier(name) => self.identifier(name.span, name.name.as_str()),
            TSImportTypeQualifier::QualifiedName(name) => self.build(Kind::TSQualifiedName, name.span, |c, _| {
                let left = c.import_qualifier(&name.left);
                c.put(Key::Left, left);
                let right = c.identifier(name.right.span, name.right.name.as_str());
                c.put(Key::Right, right);
            }),
        }
    }

    fn ts_literal(&mut self, literal: &TSLiteral<'a>) -> NodeId {
        let span = literal.span();
        match literal {
            TSLiteral::BooleanLiteral(_) => self.leaf(Kind::BooleanLiteral, span, self.raw(span)),
            TSLiteral::NumericLiteral(_) => self.leaf(Kind::NumericLiteral, span, self.raw(span)),
            TSLiteral::BigIntLiteral(_) => self.leaf(Kind::BigIntLiteral, span, self.raw(span)),
            TSLiteral::StringLiteral(string) => self.string(string),
            TSLiteral::TemplateLiteral(template) => self.template(template),
            TSLiteral::UnaryExpression(unary) => self.build(Kind::UnaryExpression, span, |c, id| {
                c.text(id, unary.operator.as_str());
                let argument = c.expression(&unary.argument);
                c.put(Key::Argument, argument);
            }),
        }
    }
}

fn modifier(operator: Option<TSMappedTypeModifierOperator>) -> &'static str {
    match operator {
        None => "",
        Some(TSMappedTypeModifierOperator::True) => "true",
        Some(TSMappedTypeModifierOperator::Plus) => "+",
        Some(TSMappedTypeModifierOperator::Minus) => "-",
    }
}
