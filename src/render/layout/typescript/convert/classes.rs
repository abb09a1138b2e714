//! Classes and their members.

use oxc::ast::ast::{
    AccessorProperty, AccessorPropertyType, Class, ClassElement, ClassType, Decorator, MethodDefinition,
    MethodDefinitionKind, MethodDefinitionType, PropertyDefinition, PropertyDefinitionType,
};

use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::Convert;

impl<'a> Convert<'a> {
    pub(super) fn decorators(&mut self, decorators: &[Decorator<'a>]) {
        for decorator in decorators {
            let id = self.build(Kind::Decorator, decorator.span, |c, _| {
                let expression = c.expression(&decorator.expression);
                c.put(Key::Expression, expression);
            });
            self.put(Key::Decorators, id);
        }
    }

    pub(super) fn class(&mut self, class: &Class<'a>) -> NodeId {
        let kind = match class.r#type {
            ClassType::ClassDeclaration => Kind::ClassDeclaration,
            ClassType::ClassExpression => Kind::ClassExpression,
        };
        self.build(kind, class.span, |c, id| {
            c.flags(id, &[(class.r#abstract, flag::ABSTRACT), (class.declare, flag::DECLARE)]);
            c.decorators(&class.decorators);
            let name = class.id.as_ref().map(|id| c.identifier(id.span, id.name.as_str()));
            c.put_some(Key::Id, name);
            let type_parameters = class.type_parameters.as_ref().map(|params| c.type_parameters(params));
            c.put_some(Key::TypeParameters, type_parameters);
            if let Some(heritage) = &class.heritage {
                let super_class = c.expression(&heritage.expression);
                c.put(Key::SuperClass, super_class);
                let arguments = heritage.type_arguments.as_ref().map(|arguments| c.type_arguments(arguments));
                c.put_some(Key::SuperTypeArguments, arguments);
            }
            for implements in &class.implements {
                let id = c.build(Kind::TSClassImplements, implements.span, |c, _| {
                    let expression = c.type_name_as_member(&implements.expression);
                    c.put(Key::Expression, expression);
                    let arguments = implements.type_arguments.as_ref().map(|arguments| c.type_arguments(arguments));
                    c.put_some(Key::TypeArguments, arguments);
                });
                c.put(Key::Implements, id);
            }
            let body = c.build(Kind::ClassBody, class.body.span, |c, _| {
                for element in &class.body.body {
                    let element = c.class_element(element);
                    c.put(Key::Body, element);
                }
            });
            c.put(Key::Body, body);
        })
    }

    fn class_element(&mut self, element: &ClassElement<'a>) -> NodeId {
        match element {
            ClassElement::StaticBlock(block) => self.block(Kind::StaticBlock, block.span, &[], &block.body),
            ClassElement::MethodDefinition(method) => self.method(method),
            ClassElement::PropertyDefinition(property) => self.property_definition(property),
            ClassElement::AccessorProperty(accessor) => self.accessor(accessor),
            ClassElement::TSIndexSignature(signature) => self.index_signature(signature),
        }
    }

    fn method(&mut self, method: &MethodDefinition<'a>) -> NodeId {
        let kind = match method.r#type {
            MethodDefinitionType::MethodDefinition => Kind::MethodDefinition,
            MethodDefinitionType::TSAbstractMethodDefinition => Kind::TSAbstractMethodDefinition,
        };
        self.build(kind, method.span, |c, id| {
            c.text(
                id,
                match method.kind {
                    MethodDefinitionKind::Constructor => "constructor",
                    MethodDefinitionKind::Method => "method",
                    MethodDefinitionKind::Get => "get",
                    MethodDefinitionKind::Set => "set",
                },
            );
            c.flags(
                id,
                &[
                    (method.computed, flag::COMPUTED),
                    (method.r#static, flag::STATIC),
                    (method.r#override, flag::OVERRIDE),
                    (method.optional, flag::OPTIONAL),
                ],
            );
            c.set_flag_from_access(id, method.accessibility);
            c.decorators(&method.decorators);
            let key = c.property_key(&method.key);
            c.put(Key::Key, key);
            let value = c.function(&method.value);
            c.put(Key::Value, value);
        })
    }

    fn property_definition(&mut self, property: &PropertyDefinition<'a>) -> NodeId {
        let kind = match property.r#type {
            PropertyDefinitionType::PropertyDefinition => Kind::PropertyDefinition,
            PropertyDefinitionType::TSAbstractPropertyDefinition => Kind::TSAbstractPropertyDefinition,
        };
        self.build(kind, property.span, |c, id| {
            c.flags(
                id,
                &[
                    (property.computed, flag::COMPUTED),
                    (property.r#static, flag::STATIC),
                    (property.declare, flag::DECLARE),
                    (property.r#override, flag::OVERRIDE),
                    (property.optional, flag::OPTIONAL),
                    (property.definite, flag::DEFINITE),
                    (property.readonly, flag::READONLY),
                ],
            );
            c.set_flag_from_access(id, property.accessibility);
            c.decorators(&property.decorators);
            let key = c.property_key(&property.key);
            c.put(Key::Key, key);
            let annotation = property.type_annotation.as_ref().map(|annotation| c.type_annotation(annotation));
            c.put_some(Key::TypeAnnotation, annotation);
            let value = property.value.as_ref().map(|value| c.expression(value));
            c.put_some(Key::Value, value);
        })
    }

    fn accessor(&mut self, accessor: &AccessorProperty<'a>) -> NodeId {
        let kind = match accessor.r#type {
            AccessorPropertyType::AccessorProperty => Kind::AccessorProperty,
            AccessorPropertyType::TSAbstractAccessorProperty => Kind::TSAbstractAccessorProperty,
        };
        self.build(kind, accessor.span, |c, id| {
            c.flags(
                id,
                &[
                    (accessor.computed, flag::COMPUTED),
                    (accessor.r#static, flag::STATIC),
                    (accessor.r#override, flag::OVERRIDE),
                    (accessor.definite, flag::DEFINITE),
                ],
            );
            c.set_flag_from_access(id, accessor.accessibility);
            c.decorators(&accessor.decorators);
            let key = c.property_key(&accessor.key);
            c.put(Key::Key, key);
            let annotation = accessor.type_annotation.as_ref().map(|annotation| c.type_annotation(annotation));
            c.put_some(Key::TypeAnnotation, annotation);
            let value = accessor.value.as_ref().map(|value| c.expression(value));
            c.put_some(Key::Value, value);
        })
    }
}
