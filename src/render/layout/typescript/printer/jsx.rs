//! JSX tags, attributes and expression containers.

use super::super::super::doc::{Doc, EMPTY, HARD, LINE, SOFT};
use super::super::comments::Side;
use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::{Printer, cat, literals};

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_jsx(&self, id: NodeId) -> Doc<'a> {
        let element = self.with_comments(id, self.print_jsx_element(id));
        let parent = self.parent_kind(id);
        let stays = matches!(
            parent,
            Kind::ArrayExpression
                | Kind::JSXAttribute
                | Kind::JSXElement
                | Kind::JSXExpressionContainer
                | Kind::JSXFragment
                | Kind::ExpressionStatement
                | Kind::NewExpression
                | Kind::CallExpression
                | Kind::ConditionalExpression
        );
        if stays {
            return element;
        }
        let in_parens = self.needs_parens(id);
        let paren = |text: &'static str| {
            if in_parens { EMPTY } else { self.b.if_break(text.into(), EMPTY) }
        };
        let inner = self.b.indent(cat![self; SOFT, element]);
        self.b.group_if(cat![self; paren("("), inner, SOFT, paren(")")], self.is_body_of_mapped_child(id))
    }

    /// `{items.map((item) => <li />)}`: the element always gets its own lines.
    fn is_body_of_mapped_child(&self, id: NodeId) -> bool {
        let arrow = self.parent(id);
        let call = self.parent(arrow);
        if self.key(id) != Key::Body
            || self.kind(arrow) != Kind::ArrowFunctionExpression
            || self.key(arrow) != Key::Arguments
            || !self.is_call(call)
        {
            return false;
        }
        let holder = self.parent(call);
        self.kind(holder) == Kind::JSXExpressionContainer
            || (self.kind(holder) == Kind::ChainExpression && self.parent_kind(holder) == Kind::JSXExpressionContainer)
    }

    pub(super) fn print_jsx_opening(&self, id: NodeId) -> Doc<'a> {
        let attributes = self.list(id, Key::Attributes);
        let self_closing = self.is(id, flag::SELF_CLOSING);
        let name = cat![self; "<", self.print_key(id, Key::Name), self.print_key(id, Key::TypeArguments)];
        let name_has_comment =
            self.has_comment(self.get(id, Key::Name)) || self.has_comment(self.get(id, Key::TypeArguments));
        if self_closing && attributes.is_empty() && !name_has_comment {
            return cat![self; name, " />"];
        }
        let string_value = |attribute: NodeId| {
            let value = self.get(attribute, Key::Value);
            (self.kind(value) == Kind::StringLiteral).then(|| self.name(value))
        };
        if let &[only] = attributes
            && string_value(only).is_some_and(|value| !value.contains('\n'))
            && !name_has_comment
            && !self.has_comment(only)
        {
            let end = if self_closing { " />" } else { ">" };
            return self.b.group(cat![self; name, " ", self.print(only), end]);
        }
        let breaks =
            attributes.iter().any(|&attribute| string_value(attribute).is_some_and(|value| value.contains('\n')));
        let mut parts = Vec::new();
        for (at, &attribute) in attributes.iter().enumerate() {
            let gap = at > 0 && self.line_after_is_empty(attributes[at - 1]);
            parts.extend([if gap { cat![self; HARD, HARD] } else { LINE }, self.print(attribute)]);
        }
        let end = if self_closing {
            cat![self; LINE, "/>"]
        } else if attributes.is_empty() && !name_has_comment {
            ">".into()
        } else {
            cat![self; SOFT, ">"]
        };
        self.b.group_if(cat![self; name, self.b.indent(self.b.cat(&parts)), end], breaks)
    }

    pub(super) fn print_jsx_fragment_tag(&self, id: NodeId, open: &'static str) -> Doc<'a> {
        if !self.has_comment(id) {
            return cat![self; open, ">"];
        }
        let has_line = self.has_comment_where(id, |comment| !comment.is_block);
        let is_opening = self.kind(id) == Kind::JSXOpeningFragment;
        let gap = if has_line {
            HARD
        } else if is_opening {
            EMPTY
        } else {
            " ".into()
        };
        let inner = self.b.indent(cat![self; gap, self.dangling_comments(id)]);
        cat![self; open, inner, if has_line { HARD } else { EMPTY }, ">"]
    }

    pub(super) fn print_jsx_attribute(&self, id: NodeId) -> Doc<'a> {
        let name = self.print_key(id, Key::Name);
        let value = self.get(id, Key::Value);
        if value.is_none() {
            return name;
        }
        if self.kind(value) != Kind::StringLiteral {
            return cat![self; name, "=", self.print(value)];
        }
        let raw = self.name(value);
        let body = raw[1..raw.len() - 1].replace("&apos;", "'").replace("&quot;", "\"");
        let quote = literals::preferred_quote(&body, b'"', b'\'');
        let body = if quote == b'"' { body.replace('"', "&quot;") } else { body.replace('\'', "&apos;") };
        let quote = char::from(quote);
        let printed = self.b.arena.alloc_str(&format!("{quote}{body}{quote}"));
        cat![self; name, "=", self.with_comments(value, self.b.literal(printed))]
    }

    pub(super) fn print_jsx_spread(&self, id: NodeId, key: Key) -> Doc<'a> {
        let argument = self.get(id, key);
        let printed = cat![self; "...", self.print(argument)];
        if !self.has_comment(argument) {
            return cat![self; "{", printed, "}"];
        }
        let inner = self.b.indent(cat![self; SOFT, self.with_comments(argument, printed)]);
        cat![self; "{", inner, SOFT, "}"]
    }

    pub(super) fn print_jsx_container(&self, id: NodeId) -> Doc<'a> {
        let expression = self.get(id, Key::Expression);
        let printed = self.print(expression);
        if self.hugs_braces(expression, self.parent(id)) {
            return self.b.group(cat![self; "{", printed, Doc::LineSuffixBoundary, "}"]);
        }
        let inner = self.b.indent(cat![self; SOFT, printed]);
        self.b.group(cat![self; "{", inner, SOFT, Doc::LineSuffixBoundary, "}"])
    }

    fn hugs_braces(&self, expression: NodeId, parent: NodeId) -> bool {
        let kind = self.kind(expression);
        if kind == Kind::JSXEmptyExpression {
            return true;
        }
        if self.has_comment(expression) {
            return false;
        }
        match kind {
            Kind::ArrayExpression
            | Kind::ObjectExpression
            | Kind::ArrowFunctionExpression
            | Kind::FunctionExpression
            | Kind::TemplateLiteral
            | Kind::TaggedTemplateExpression => true,
            Kind::AwaitExpression => {
                let argument = self.get(expression, Key::Argument);
                self.hugs_braces(argument, expression) || self.kind(argument) == Kind::JSXElement
            }
            Kind::ConditionalExpression | Kind::BinaryExpression | Kind::LogicalExpression => self.is_jsx(parent),
            _ => self.is_call(self.skip_chain(expression)),
        }
    }

    pub(super) fn print_jsx_empty(&self, id: NodeId) -> Doc<'a> {
        let comments = self.dangling_comments(id);
        if !self.has_line_comment(id, Side::Dangling) {
            return comments;
        }
        cat![self; self.b.indent(cat![self; HARD, comments]), HARD]
    }
}
