//! What tells a statement, a member or a property from its neighbours.

use oxc::ast::ast::{
    BindingPattern, ClassElement, Declaration, ExportDefaultDeclarationKind, Expression, ImportDeclaration, Statement,
    TSSignature,
};
use oxc::span::{GetSpan, Span};

use crate::merge::structure::fold;

/// The text of a span, white space folded.
pub(super) fn folded(text: &str, span: Span) -> String {
    fold(&text[span.start as usize..span.end as usize])
}

/// Imports are told apart by what they import from, declarations by what they declare, calls by what they call something;
/// none where only the text tells.
pub(super) fn statement(text: &str, statement: &Statement<'_>) -> Option<String> {
    match statement {
        Statement::ImportDeclaration(it) => Some(import(it)),
        Statement::ExportFromDeclaration(it) => {
            let kind = if it.export_kind.is_type() { "type " } else { "" };
            Some(format!("export {kind}from {}", it.source.value))
        }
        Statement::ExportDeclaration(it) => declaration(&it.declaration),
        Statement::ExportDefaultDeclaration(_) => Some("default".to_owned()),
        Statement::ExpressionStatement(it) => call(text, &it.expression),
        _ => statement.as_declaration().and_then(declaration),
    }
}

fn import(it: &ImportDeclaration<'_>) -> String {
    let kind = if it.import_kind.is_type() { "type " } else { "" };
    format!("import {kind}{}", it.source.value)
}

/// `describe('pets', …)`
fn call(text: &str, expression: &Expression<'_>) -> Option<String> {
    let Expression::CallExpression(call) = expression else { return None };
    let first = call.arguments.first()?.as_expression()?;
    let Expression::StringLiteral(title) = first else { return None };
    Some(format!("{} {}", folded(text, call.callee.span()), title.value))
}

fn declaration(declaration: &Declaration<'_>) -> Option<String> {
    match declaration {
        Declaration::VariableDeclaration(it) => match &it.declarations.first()?.id {
            BindingPattern::BindingIdentifier(id) => Some(id.name.to_string()),
            _ => None,
        },
        Declaration::FunctionDeclaration(it) => it.id.as_ref().map(|id| id.name.to_string()),
        Declaration::ClassDeclaration(it) => it.id.as_ref().map(|id| id.name.to_string()),
        Declaration::TSInterfaceDeclaration(it) => Some(format!("interface {}", it.id.name)),
        Declaration::TSTypeAliasDeclaration(it) => Some(format!("type {}", it.id.name)),
        Declaration::TSEnumDeclaration(it) => Some(format!("enum {}", it.id.name)),
        _ => None,
    }
}

/// The name of a member of a class.
pub(super) fn member(text: &str, member: &ClassElement<'_>) -> Option<String> {
    let is_static = |yes: bool| if yes { "static " } else { "" };
    match member {
        ClassElement::MethodDefinition(it) => {
            let kind = if it.kind.is_get() {
                "get "
            } else if it.kind.is_set() {
                "set "
            } else {
                ""
            };
            Some(format!("{}{kind}{}()", is_static(it.r#static), folded(text, it.key.span())))
        }
        ClassElement::PropertyDefinition(it) => {
            Some(format!("{}{}", is_static(it.r#static), folded(text, it.key.span())))
        }
        _ => None,
    }
}

/// The name of a member of an interface.
pub(super) fn signature(text: &str, member: &TSSignature<'_>) -> Option<String> {
    match member {
        TSSignature::TSPropertySignature(it) => Some(folded(text, it.key.span())),
        TSSignature::TSMethodSignature(it) => Some(format!("{}()", folded(text, it.key.span()))),
        _ => None,
    }
}

/// Where a statement begins: a decorator may stand before its `export`.
pub(super) fn start(statement: &Statement<'_>) -> u32 {
    let class = match statement {
        Statement::ClassDeclaration(it) => Some(it),
        Statement::ExportDeclaration(it) => match &it.declaration {
            Declaration::ClassDeclaration(it) => Some(it),
            _ => None,
        },
        Statement::ExportDefaultDeclaration(it) => match &it.declaration {
            ExportDefaultDeclarationKind::ClassDeclaration(it) => Some(it),
            _ => None,
        },
        _ => None,
    };
    let decorator = class.and_then(|class| class.decorators.first());
    decorator.map_or(statement.span().start, |first| first.span.start.min(statement.span().start))
}
