//! Chains of calls such as `a.b().c().d()`: on one line, or one call per line.

use super::super::super::doc::{Doc, EMPTY, HARD, Label, will_break};
use super::super::super::source_text::{next_line_is_empty, next_token};
use super::super::comments::Side;
use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::{Printer, TAB_WIDTH, cat};

/// One link of the chain: a name, a lookup, a call.
#[derive(Clone, Copy)]
struct Link<'a> {
    node: NodeId,
    printed: Doc<'a>,
    gap_follows: bool,
}

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_member_chain(&self, id: NodeId) -> Doc<'a> {
        let mut links = Vec::new();
        let own_call = cat![self;
            self.optional_mark(id),
            self.print_key(id, Key::TypeArguments),
            self.print_call_arguments(id),
        ];
        links.push(Link { node: id, printed: own_call, gap_follows: false });
        self.collect_links(self.get(id, Key::Callee), &mut links);
        links.reverse();

        let groups = self.group_links(&links);
        let printed: Vec<Doc<'a>> = groups.iter().map(|group| self.print_links(group)).collect();
        let merges = groups.len() >= 2 && !self.has_comment(groups[1][0].node) && self.should_merge(id, &groups);
        let one_line = self.b.cat(&printed);
        let cutoff = if merges { 3 } else { 2 };
        let flat: Vec<&Link<'a>> = groups.iter().flatten().collect();
        let has_comment =
            flat.iter().skip(1).take(flat.len().saturating_sub(2)).any(|link| self.has_side(link.node, Side::Leading))
                || flat[..flat.len() - 1].iter().any(|link| self.has_side(link.node, Side::Trailing))
                || groups.get(cutoff).is_some_and(|group| self.has_side(group[0].node, Side::Leading));
        let no_gaps = groups.iter().all(|group| !group.last().is_some_and(|link| link.gap_follows));
        if groups.len() <= cutoff && !has_comment && no_gaps {
            return if self.is_curried_with_fewer_arguments(id) { one_line } else { self.b.group(one_line) };
        }

        let head = groups[usize::from(merges)].last().map_or(NodeId::NONE, |link| link.node);
        let gap_after_head = !self.is_call(head) && self.gap_follows(head);
        let rest = &printed[if merges { 2 } else { 1 }..];
        let rest = if rest.is_empty() {
            EMPTY
        } else {
            self.b.indent(cat![self; HARD, self.b.join(HARD, rest.iter().copied())])
        };
        let expanded = cat![self;
            printed[0],
            if merges { printed[1] } else { EMPTY },
            if gap_after_head { HARD } else { EMPTY },
            rest,
        ];
        let calls: Vec<NodeId> = links.iter().map(|link| link.node).filter(|&node| self.is_call(node)).collect();
        let complex = |&call: &NodeId| {
            self.list(call, Key::Arguments).iter().any(|&argument| !self.is_simple_argument(argument, 2))
        };
        let must_expand = has_comment
            || (calls.len() > 2 && calls.iter().any(complex))
            || printed[..printed.len() - 1].iter().any(|doc| will_break(*doc))
            || self.last_call_breaks_after_function(&groups, &printed, &calls);
        let doc = if must_expand {
            self.b.group(expanded)
        } else {
            let breaks = will_break(one_line) || gap_after_head;
            let choice = self.b.choose(&[one_line, expanded]);
            if breaks { cat![self; Doc::BreakParent, choice] } else { choice }
        };
        self.b.label(Label::MemberChain, doc)
    }

    fn collect_links(&self, node: NodeId, links: &mut Vec<Link<'a>>) {
        let mut node = node;
        loop {
            let bare = !self.needs_parens(node);
            let callee = self.get(node, Key::Callee);
            if self.is_call(node) && (self.is_member(callee) || self.is_call(callee)) && bare {
                let gap_follows = self.gap_follows(node);
                let call = cat![self;
                    self.optional_mark(node),
                    self.print_key(node, Key::TypeArguments),
                    self.print_call_arguments(node),
                ];
                let printed = cat![self; self.with_comments(node, call), if gap_follows { HARD } else { EMPTY }];
                links.push(Link { node, printed, gap_follows });
                node = callee;
            } else if self.is_member(node) && bare {
                let printed = self.with_comments(node, self.print_lookup(node));
                links.push(Link { node, printed, gap_follows: false });
                node = self.get(node, Key::Object);
            } else if self.kind(node) == Kind::ChainExpression && bare {
                node = self.get(node, Key::Expression);
            } else if self.kind(node) == Kind::TSNonNullExpression && bare {
                links.push(Link { node, printed: self.with_comments(node, "!".into()), gap_follows: false });
                node = self.get(node, Key::Expression);
            } else {
                links.push(Link { node, printed: self.print(node), gap_follows: false });
                return;
            }
        }
    }

    /// Whether an empty line follows the link in the source.
    fn gap_follows(&self, node: NodeId) -> bool {
        let next = next_token(self.text, self.end(node));
        if self.text.as_bytes().get(next) == Some(&b')') {
            return next_line_is_empty(self.text, next + 1);
        }
        self.line_after_is_empty(node)
    }

    fn is_index(&self, node: NodeId) -> bool {
        self.is_member(node)
            && self.is(node, flag::COMPUTED)
            && self.kind(self.get(node, Key::Property)) == Kind::NumericLiteral
    }

    /// The head of the chain, then one group per lookup with the calls after it.
    fn group_links(&self, links: &[Link<'a>]) -> Vec<Vec<Link<'a>>> {
        let mut at = 1;
        let stays = |node| self.kind(node) == Kind::TSNonNullExpression || self.is_call(node) || self.is_index(node);
        while at < links.len() && stays(links[at].node) {
            at += 1;
        }
        if !self.is_call(links[0].node) {
            while at + 1 < links.len() && self.is_member(links[at].node) && self.is_member(links[at + 1].node) {
                at += 1;
            }
        }
        let mut groups = vec![links[..at].to_vec()];
        let mut current: Vec<Link<'a>> = Vec::new();
        let mut has_call = false;
        while at < links.len() {
            let link = links[at];
            if has_call && self.is_member(link.node) {
                if self.is_index(link.node) {
                    current.push(link);
                    at += 1;
                    continue;
                }
                groups.push(std::mem::take(&mut current));
                has_call = false;
            }
            if self.is_call(link.node) || self.kind(link.node) == Kind::ImportExpression {
                has_call = true;
            }
            current.push(link);
            let non_null_next = links.get(at + 1).is_some_and(|next| self.kind(next.node) == Kind::TSNonNullExpression);
            if self.has_side(link.node, Side::Trailing) && !non_null_next {
                groups.push(std::mem::take(&mut current));
                has_call = false;
            }
            at += 1;
        }
        if !current.is_empty() {
            groups.push(current);
        }
        groups
    }

    fn print_links(&self, links: &[Link<'a>]) -> Doc<'a> {
        self.b.cat(&links.iter().map(|link| link.printed).collect::<Vec<_>>())
    }

    /// Whether the first lookup stays on the line of the head: `this.a`, `z.b`, `Factory.c`.
    fn should_merge(&self, id: NodeId, groups: &[Vec<Link<'a>>]) -> bool {
        let computed = self.is(groups[1][0].node, flag::COMPUTED);
        let parent = self.parent(id);
        let holder = if self.kind(parent) == Kind::ChainExpression { self.parent(parent) } else { parent };
        let is_statement = self.kind(holder) == Kind::ExpressionStatement;
        let first = &groups[0];
        if let [only] = first.as_slice() {
            let name = self.name(only.node);
            let is_short = is_statement && name.encode_utf16().count() <= TAB_WIDTH;
            let merges = self.kind(only.node) == Kind::ThisExpression
                || (self.kind(only.node) == Kind::Identifier && (is_factory(name) || is_short || computed));
            return merges && !self.has_side(only.node, Side::Trailing);
        }
        let Some(last) = first.last() else { return false };
        let property = self.get(last.node, Key::Property);
        self.is_member(last.node)
            && self.kind(property) == Kind::Identifier
            && (is_factory(self.name(property)) || computed)
    }

    fn last_call_breaks_after_function(&self, groups: &[Vec<Link<'a>>], printed: &[Doc<'a>], calls: &[NodeId]) -> bool {
        let last = groups.last().and_then(|group| group.last()).map_or(NodeId::NONE, |link| link.node);
        let earlier = &calls[..calls.len().saturating_sub(1)];
        self.is_call(last)
            && printed.last().is_some_and(|doc| will_break(*doc))
            && earlier
                .iter()
                .any(|&call| self.list(call, Key::Arguments).iter().any(|&argument| self.is_function(argument)))
    }
}

/// Names that start with a capital, or consist of `_` and `$`.
fn is_factory(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase())
        || (!name.is_empty() && name.chars().all(|c| c == '$' || c == '_'))
}
