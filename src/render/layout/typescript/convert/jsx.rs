//! JSX.

use oxc::ast::ast::{
    JSXAttributeItem, JSXAttributeName, JSXAttributeValue, JSXChild, JSXElement, JSXElementName, JSXExpression,
    JSXExpressionContainer, JSXFragment, JSXIdentifier, JSXMemberExpression, JSXMemberExpressionObject,
    JSXNamespacedName,
};
use oxc::span::Span;

use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::Convert;

impl<'a> Convert<'a> {
    pub(super) fn jsx_element(&mut self, element: &JSXElement<'a>) -> NodeId {
        self.build(Kind::JSXElement, element.span, |c, _| {
            let opening = &element.opening_element;
            let opening = c.build(Kind::JSXOpeningElement, opening.span, |c, id| {
                c.flags(id, &[(element.closing_element.is_none(), flag::SELF_CLOSING)]);
                let name = c.jsx_name(&opening.name);
                c.put(Key::Name, name);
                let arguments = opening.type_arguments.as_ref().map(|arguments| c.type_arguments(arguments));
                c.put_some(Key::TypeArguments, arguments);
                for attribute in &opening.attributes {
                    let attribute = c.jsx_attribute(attribute);
                    c.put(Key::Attributes, attribute);
                }
            });
            c.put(Key::Opening, opening);
            c.jsx_children(&element.children);
            let closing = element.closing_element.as_ref().map(|closing| {
                c.build(Kind::JSXClosingElement, closing.span, |c, _| {
                    let name = c.jsx_name(&closing.name);
                    c.put(Key::Name, name);
                })
            });
            c.put_some(Key::Closing, closing);
        })
    }

    pub(super) fn jsx_fragment(&mut self, fragment: &JSXFragment<'a>) -> NodeId {
        self.build(Kind::JSXFragment, fragment.span, |c, _| {
            let opening = c.leaf(Kind::JSXOpeningFragment, fragment.opening_fragment.span, "");
            c.put(Key::Opening, opening);
            c.jsx_children(&fragment.children);
            let closing = c.leaf(Kind::JSXClosingFragment, fragment.closing_fragment.span, "");
            c.put(Key::Closing, closing);
        })
    }

    fn jsx_children(&mut self, children: &[JSXChild<'a>]) {
        for child in children {
            let id = match child {
                JSXChild::Text(text) => self.leaf(Kind::JSXText, text.span, self.raw(text.span)),
                JSXChild::Element(element) => self.jsx_element(element),
                JSXChild::Fragment(fragment) => self.jsx_fragment(fragment),
                JSXChild::ExpressionContainer(container) => self.jsx_container(container),
                JSXChild::Spread(spread) => self.build(Kind::JSXSpreadChild, spread.span, |c, _| {
                    let expression = c.expression(&spread.expression);
                    c.put(Key::Expression, expression);
                }),
            };
            self.put(Key::Children, id);
        }
    }

    fn jsx_container(&mut self, container: &JSXExpressionContainer<'a>) -> NodeId {
        self.build(Kind::JSXExpressionContainer, container.span, |c, _| {
            let expression = match &container.expression {
                JSXExpression::EmptyExpression(empty) => c.leaf(Kind::JSXEmptyExpression, empty.span, ""),
                other => c.expression(other.to_expression()),
            };
            c.put(Key::Expression, expression);
        })
    }

    fn jsx_attribute(&mut self, attribute: &JSXAttributeItem<'a>) -> NodeId {
        match attribute {
            JSXAttributeItem::Attribute(attribute) => self.build(Kind::JSXAttribute, attribute.span, |c, _| {
                let name = match &attribute.name {
                    JSXAttributeName::Identifier(name) => c.jsx_identifier(name),
                    JSXAttributeName::NamespacedName(name) => c.jsx_namespaced(name),
                };
                c.put(Key::Name, name);
                let value = attribute.value.as_ref().map(|value| match value {
                    JSXAttributeValue::StringLiteral(string) => c.string(string),
                    JSXAttributeValue::ExpressionContainer(container) => c.jsx_container(container),
                    JSXAttributeValue::Element(element) => c.jsx_element(element),
                    JSXAttributeValue::Fragment(fragment) => c.jsx_fragment(fragment),
                });
                c.put_some(Key::Value, value);
            }),
            JSXAttributeItem::SpreadAttribute(spread) => self.build(Kind::JSXSpreadAttribute, spread.span, |c, _| {
                let argument = c.expression(&spread.argument);
                c.put(Key::Argument, argument);
            }),
        }
    }

    fn jsx_identifier(&mut self, name: &JSXIdentifier<'a>) -> NodeId {
        self.leaf(Kind::JSXIdentifier, name.span, name.name.as_str())
    }

    fn jsx_word(&mut self, span: Span, word: &'a str) -> NodeId {
        self.leaf(Kind::JSXIdentifier, span, word)
    }

    fn jsx_namespaced(&mut self, name: &JSXNamespacedName<'a>) -> NodeId {
        self.build(Kind::JSXNamespacedName, name.span, |c, _| {
            let namespace = c.jsx_identifier(&name.namespace);
            c.put(Key::Namespace, namespace);
            let name = c.jsx_identifier(&name.name);
            c.put(Key::Name, name);
        })
    }

    fn jsx_name(&mut self, name: &JSXElementName<'a>) -> NodeId {
        match name {
            JSXElementName::Identifier(name) => self.jsx_identifier(name),
            JSXElementName::IdentifierReference(name) => self.jsx_word(name.span, name.name.as_str()),
            JSXElementName::NamespacedName(name) => self.jsx_namespaced(name),
            JSXElementName::MemberExpression(member) => self.jsx_member(member),
            JSXElementName::ThisExpression(this) => self.jsx_word(this.span, "this"),
        }
    }

    fn jsx_member(&mut self, member: &JSXMemberExpression<'a>) -> NodeId {
        self.build(Kind::JSXMemberExpression, member.span, |c, _| {
            let object = match &member.object {
                JSXMemberExpressionObject::IdentifierReference(name) => c.jsx_word(name.span, name.name.as_str()),
                JSXMemberExpressionObject::MemberExpression(member) => c.jsx_member(member),
                JSXMemberExpressionObject::ThisExpression(this) => c.jsx_word(this.span, "this"),
            };
            c.put(Key::Object, object);
            let property = c.jsx_identifier(&member.property);
            c.put(Key::Property, property);
        })
    }
}
