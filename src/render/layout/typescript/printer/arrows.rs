//! Arrow functions and chains of them.

use super::super::super::doc::{Doc, EMPTY, GroupId, LINE, SOFT, will_break};
use super::super::comments::Side;
use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::{Args, Layout, Printer, cat};

struct Body<'a> {
    node: NodeId,
    doc: Doc<'a>,
    comments: Doc<'a>,
    on_same_line: bool,
}

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_arrow(&self, id: NodeId, args: Args) -> Doc<'a> {
        let is_arrow = |node| self.kind(node) == Kind::ArrowFunctionExpression;
        let is_chain = !args.expand_last && is_arrow(self.get(id, Key::Body));
        let mut signatures = Vec::new();
        let mut comments = Vec::new();
        let mut chain_breaks = false;
        let mut at = id;
        let body = loop {
            let signature = self.print_arrow_signature(at, args);
            if at == id {
                signatures.push(signature);
            } else {
                signatures.push(cat![self; self.leading_comments(at), signature]);
                comments.insert(0, self.trailing_comments(at));
            }
            let params = self.params(at);
            if is_chain {
                chain_breaks = chain_breaks
                    || (self.get(at, Key::ReturnType).is_some() && !params.is_empty())
                    || self.get(at, Key::TypeParameters).is_some()
                    || params.iter().any(|&param| self.kind(param) != Kind::Identifier);
            }
            let body = self.get(at, Key::Body);
            if !is_chain || !is_arrow(body) {
                break body;
            }
            at = body;
        };
        let doc = self.print_with(body, args);
        let on_same_line = !self.has_leading_own_line_comment(body)
            && (self.kind(body) == Kind::SequenceExpression
                || self.hugs_arrow(body)
                || (!chain_breaks && self.is_conditional_body(body)));
        let is_callee = self.key(id) == Key::Callee && self.is_call_like(self.parent(id));
        let group = self.new_group_id();
        let signatures = self.print_signatures(id, args, &signatures, chain_breaks);
        let mut indents = false;
        let mut breaks = false;
        if is_chain && (is_callee || args.layout.is_some()) {
            indents = true;
            breaks = args.layout == Some(Layout::ChainTailArrowChain) || (is_callee && !on_same_line);
        }
        let body = Body { node: body, doc, comments: self.b.cat(&comments), on_same_line };
        let printed = self.print_arrow_body(id, args, &body);
        let head = if indents { self.b.indent(cat![self; SOFT, signatures]) } else { signatures };
        let tail = if is_chain { self.b.indent_if_break(group, printed) } else { self.b.group(printed) };
        let close = if is_chain && is_callee { self.b.if_group_breaks(group, SOFT, EMPTY) } else { EMPTY };
        self.b.group(cat![self; self.named_group(head, breaks, group), " =>", tail, close])
    }

    fn named_group(&self, contents: Doc<'a>, breaks: bool, id: GroupId) -> Doc<'a> {
        self.b.group_with(contents, breaks, id)
    }

    fn print_arrow_signature(&self, id: NodeId, args: Args) -> Doc<'a> {
        let expand = args.expand_first || args.expand_last;
        let mut return_type = self.print_type_annotation(id, Key::ReturnType);
        if expand {
            if will_break(return_type) {
                self.bailed_out.set(true);
                return EMPTY;
            }
            return_type = self.b.group(self.b.flatten(return_type));
        }
        let params = self.print_params(id, expand, true);
        let comments = self.dangling_comments_before_arrow(id);
        cat![self;
            if self.is(id, flag::ASYNC) { "async " } else { "" },
            self.b.group(cat![self; params, return_type]),
            if comments.is_empty() { "" } else { " " },
            comments,
        ]
    }

    fn print_signatures(&self, id: NodeId, args: Args, signatures: &[Doc<'a>], breaks: bool) -> Doc<'a> {
        let [first, rest @ ..] = signatures else { return EMPTY };
        if rest.is_empty() {
            return *first;
        }
        let parent = self.parent(id);
        let is_callee = self.key(id) == Key::Callee;
        let separator = cat![self; " =>", LINE];
        if (!is_callee && self.is_call_like(parent)) || self.is_binary(parent) {
            let rest = self.b.join(separator, rest.iter().copied());
            let inner = self.b.indent(cat![self; LINE, rest]);
            return self.b.group_if(cat![self; *first, " =>", inner], breaks);
        }
        let all = self.b.join(separator, signatures.iter().copied());
        if (is_callee && self.is_call_like(parent)) || args.layout.is_some() {
            return self.b.group_if(all, breaks);
        }
        self.b.group_if(self.b.indent(all), breaks)
    }

    fn print_arrow_body(&self, id: NodeId, args: Args, body: &Body<'a>) -> Doc<'a> {
        let comma = if args.expand_last { self.comma_if_broken() } else { EMPTY };
        let in_jsx = self.parent_kind(id) == Kind::JSXExpressionContainer;
        let close = if (args.expand_last || in_jsx) && !self.has_comment(id) { SOFT } else { EMPTY };
        if body.on_same_line && self.is_conditional_body(body.node) {
            let inner = cat![self;
                self.b.if_break(EMPTY, "(".into()),
                self.b.indent(cat![self; SOFT, body.doc]),
                self.b.if_break(EMPTY, ")".into()),
                comma,
                close,
            ];
            return cat![self; " ", self.b.group(inner), body.comments];
        }
        if body.on_same_line {
            return cat![self; " ", body.doc, body.comments];
        }
        cat![self; self.b.indent(cat![self; LINE, body.doc, body.comments]), comma, close]
    }

    /// Whether the body starts on the line of the arrow.
    fn hugs_arrow(&self, body: NodeId) -> bool {
        matches!(
            self.kind(body),
            Kind::ArrayExpression | Kind::ObjectExpression | Kind::ArrowFunctionExpression | Kind::BlockStatement
        ) || self.is_jsx(body)
            || (self.is_template_on_its_line(body) && !self.is_html_tagged(body))
    }

    fn is_conditional_body(&self, body: NodeId) -> bool {
        self.kind(body) == Kind::ConditionalExpression
            && !self.starts_with(body, &|node| self.kind(node) == Kind::ObjectExpression)
    }

    pub(super) fn has_leading(&self, id: NodeId) -> bool {
        self.has_side(id, Side::Leading)
    }
}
