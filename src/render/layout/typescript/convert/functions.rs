//! Functions and arrow functions.

use oxc::ast::ast::{ArrowFunctionBody, ArrowFunctionExpression, Function, FunctionType};

use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::Convert;

impl<'a> Convert<'a> {
    pub(super) fn function(&mut self, function: &Function<'a>) -> NodeId {
        let kind = match function.r#type {
            FunctionType::FunctionDeclaration => Kind::FunctionDeclaration,
            FunctionType::FunctionExpression => Kind::FunctionExpression,
            FunctionType::TSDeclareFunction => Kind::TSDeclareFunction,
            FunctionType::TSEmptyBodyFunctionExpression => Kind::TSEmptyBodyFunctionExpression,
        };
        self.build(kind, function.span, |c, id| {
            c.flags(
                id,
                &[
                    (function.r#async, flag::ASYNC),
                    (function.generator, flag::GENERATOR),
                    (function.declare, flag::DECLARE),
                ],
            );
            let name = function.id.as_ref().map(|id| c.identifier(id.span, id.name.as_str()));
            c.put_some(Key::Id, name);
            let type_parameters = function.type_parameters.as_ref().map(|params| c.type_parameters(params));
            c.put_some(Key::TypeParameters, type_parameters);
            c.params(function.this_param.as_deref(), &function.params);
            let return_type = function.return_type.as_ref().map(|annotation| c.type_annotation(annotation));
            c.put_some(Key::ReturnType, return_type);
            let body = function.body.as_ref().map(|body| c.function_body(body));
            c.put_some(Key::Body, body);
        })
    }

    pub(super) fn arrow(&mut self, arrow: &ArrowFunctionExpression<'a>) -> NodeId {
        self.build(Kind::ArrowFunctionExpression, arrow.span, |c, id| {
            c.flags(id, &[(arrow.r#async, flag::ASYNC)]);
            let type_parameters = arrow.type_parameters.as_ref().map(|params| c.type_parameters(params));
            c.put_some(Key::TypeParameters, type_parameters);
            c.params(None, &arrow.params);
            let return_type = arrow.return_type.as_ref().map(|annotation| c.type_annotation(annotation));
            c.put_some(Key::ReturnType, return_type);
            let body = match &arrow.body {
                ArrowFunctionBody::FunctionBody(body) => c.function_body(body),
                other => c.expression(other.to_expression()),
            };
            c.put(Key::Body, body);
        })
    }
}
