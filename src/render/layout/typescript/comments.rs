//! Comments: which node each belongs to, and on which side, as Prettier decides it.

mod handlers;

use std::collections::HashMap;

use oxc::ast::ast::{CommentKind, Program};

use super::super::source_text::{newline_follows, newline_precedes};
use super::kind::{Key, Kind, flag};
use super::tree::{NodeId, Tree};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Leading,
    Trailing,
    Dangling,
}

/// Says which of the several places for dangling comments of one node is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Marker {
    None,
    BeforeArrow,
    Implements,
    Extends,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Comment<'a> {
    pub start: usize,
    pub end: usize,
    pub is_block: bool,
    /// The comment with its delimiters.
    pub text: &'a str,
    pub side: Side,
    pub marker: Marker,
}

impl<'a> Comment<'a> {
    /// All comments of a file in order; a hashbang counts as one.
    pub fn collect(program: &Program<'a>, text: &'a str) -> Vec<Self> {
        let hashbang = program.hashbang.as_ref().map(|hashbang| (hashbang.span, false));
        let others = program.comments.iter().map(|comment| (comment.span, comment.kind != CommentKind::Line));
        hashbang
            .into_iter()
            .chain(others)
            .map(|(span, is_block)| {
                let (start, end) = (span.start as usize, span.end as usize);
                Self { start, end, is_block, text: &text[start..end], side: Side::Dangling, marker: Marker::None }
            })
            .collect()
    }

    /// The comment without its delimiters.
    pub fn value(&self) -> &'a str {
        if self.is_block { &self.text[2..self.text.len() - 2] } else { &self.text[2..] }
    }

    /// `/** @type {…} */`, which casts the parenthesised expression after it in JavaScript.
    pub fn is_type_cast(&self) -> bool {
        self.text.starts_with("/**")
            && ["@type", "@satisfies"].iter().any(|tag| {
                self.text.find(tag).is_some_and(|found| {
                    let next = self.text.as_bytes().get(found + tag.len()).copied().unwrap_or(b' ');
                    !next.is_ascii_alphanumeric() && next != b'_'
                })
            })
    }

    pub fn is_prettier_ignore(&self) -> bool {
        self.value().trim() == "prettier-ignore"
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Placement {
    OwnLine,
    EndOfLine,
    Remaining,
}

/// A comment and the nodes around it.
#[derive(Clone, Copy)]
struct Around {
    comment: usize,
    enclosing: NodeId,
    preceding: NodeId,
    following: NodeId,
    placement: Placement,
    is_last: bool,
}

/// Attaches every comment of the tree to a node.
pub(super) fn attach(tree: &mut Tree<'_>) {
    if tree.comments.is_empty() {
        return;
    }
    Attach { tree, children: HashMap::new() }.run();
}

struct Attach<'t, 'a> {
    tree: &'t mut Tree<'a>,
    children: HashMap<NodeId, Vec<NodeId>>,
}

impl Attach<'_, '_> {
    fn run(&mut self) {
        let count = self.tree.comments.len();
        let mut all: Vec<Around> = (0..count).map(|comment| self.decorate(comment, count)).collect();
        for at in 0..count {
            all[at].placement = self.placement(&all, at);
        }
        let mut ties: Vec<Around> = Vec::new();
        for around in &all {
            self.attach_one(around, &mut ties);
        }
        self.break_ties(&mut ties);
    }

    fn attach_one(&mut self, around: &Around, ties: &mut Vec<Around>) {
        let handled = match around.placement {
            Placement::OwnLine => self.own_line(around),
            Placement::EndOfLine => self.end_of_line(around),
            Placement::Remaining => self.remaining(around),
        };
        if handled {
            return;
        }
        let Around { comment, enclosing, preceding, following, placement, .. } = *around;
        if placement == Placement::Remaining && preceding.is_some() && following.is_some() {
            if ties.last().is_some_and(|tie| tie.following != following) {
                self.break_ties(ties);
            }
            ties.push(*around);
            return;
        }
        let (first, second) = if placement == Placement::OwnLine {
            ((following, Side::Leading), (preceding, Side::Trailing))
        } else {
            ((preceding, Side::Trailing), (following, Side::Leading))
        };
        let root = if enclosing.is_some() { enclosing } else { self.tree.root };
        let chosen = [first, second].into_iter().find(|(node, _)| node.is_some()).unwrap_or((root, Side::Dangling));
        self.add(chosen.0, comment, chosen.1);
    }

    fn add(&mut self, node: NodeId, comment: usize, side: Side) -> bool {
        self.tree.comments[comment].side = side;
        self.tree.node_mut(node).flags |= flag::HAS_COMMENTS;
        self.tree.comments_of.entry(node).or_default().push(comment);
        true
    }

    fn leading(&mut self, node: NodeId, comment: usize) -> bool {
        self.add(node, comment, Side::Leading)
    }

    fn trailing(&mut self, node: NodeId, comment: usize) -> bool {
        self.add(node, comment, Side::Trailing)
    }

    fn dangling(&mut self, node: NodeId, comment: usize) -> bool {
        self.add(node, comment, Side::Dangling)
    }

    fn dangling_at(&mut self, node: NodeId, comment: usize, marker: Marker) -> bool {
        self.tree.comments[comment].marker = marker;
        self.add(node, comment, Side::Dangling)
    }

    fn decorate(&mut self, comment: usize, count: usize) -> Around {
        let (start, end) = (self.tree.comments[comment].start, self.tree.comments[comment].end);
        let (mut enclosing, mut preceding, mut following);
        let mut node = self.tree.root;
        enclosing = NodeId::NONE;
        'descend: loop {
            preceding = NodeId::NONE;
            following = NodeId::NONE;
            self.fill_children(node);
            let children = &self.children[&node];
            let (mut left, mut right) = (0, children.len());
            while left < right {
                let middle = usize::midpoint(left, right);
                let child = children[middle];
                let (child_start, child_end) = (self.tree.start(child), self.tree.end(child));
                if child_start <= start && end <= child_end {
                    node = child;
                    enclosing = child;
                    continue 'descend;
                }
                if child_end <= start {
                    preceding = child;
                    left = middle + 1;
                } else {
                    following = child;
                    right = middle;
                }
            }
            break;
        }
        if self.tree.kind(enclosing) == Kind::TemplateLiteral {
            let place = self.template_index(enclosing, start);
            if preceding.is_some() && self.template_index(enclosing, self.tree.start(preceding)) != place {
                preceding = NodeId::NONE;
            }
            if following.is_some() && self.template_index(enclosing, self.tree.start(following)) != place {
                following = NodeId::NONE;
            }
        }
        let is_last = comment + 1 == count;
        Around { comment, enclosing, preceding, following, placement: Placement::Remaining, is_last }
    }

    fn template_index(&self, template: NodeId, start: usize) -> usize {
        let quasis = self.tree.list(template, Key::Quasis);
        let after = quasis.iter().skip(1).position(|&quasi| start < self.tree.start(quasi) + 1);
        after.unwrap_or(0)
    }

    /// The children that a comment may be attached to, in source order.
    fn fill_children(&mut self, node: NodeId) {
        if self.children.contains_key(&node) {
            return;
        }
        let mut out = Vec::new();
        self.collect_children(node, &mut out);
        out.sort_by_key(|&child| (self.tree.start(child), self.tree.end(child)));
        self.children.insert(node, out);
    }

    fn collect_children(&self, node: NodeId, out: &mut Vec<NodeId>) {
        for &child in self.tree.children(node) {
            if child.is_none() {
                continue;
            }
            if self.can_attach(child) {
                out.push(child);
            } else {
                self.collect_children(child, out);
            }
        }
    }

    fn can_attach(&self, node: NodeId) -> bool {
        let tree = &*self.tree;
        let parent = tree.parent(node);
        match tree.kind(node) {
            Kind::TemplateElement | Kind::TSEmptyBodyFunctionExpression | Kind::ChainExpression => return false,
            Kind::EmptyStatement => return tree.is_loop_or_branch_body(node),
            Kind::TSTypeAnnotation if tree.kind(parent) == Kind::TSPropertySignature => return false,
            _ => {}
        }
        match tree.kind(parent) {
            Kind::Property => {
                let shorthand = tree.is(parent, flag::SHORTHAND) && tree.key(node) == Key::Key;
                if shorthand && !tree.is(parent, flag::METHOD) {
                    return false;
                }
            }
            Kind::ImportSpecifier if tree.is_plain_specifier(parent) && tree.key(node) == Key::Local => return false,
            Kind::ExportSpecifier if tree.is_plain_specifier(parent) && tree.key(node) == Key::Exported => {
                return false;
            }
            Kind::MethodDefinition if tree.kind(node) == Kind::FunctionExpression => {
                let bare = tree.list(node, Key::Params).is_empty()
                    && tree.get(node, Key::ReturnType).is_none()
                    && tree.list(tree.get(node, Key::TypeParameters), Key::Params).is_empty();
                if bare && tree.get(node, Key::Body).is_some() {
                    return false;
                }
            }
            _ => {}
        }
        let is_const = |node: NodeId| {
            tree.key(node) == Key::TypeAnnotation
                && tree.parent_kind(node) == Kind::TSAsExpression
                && tree.is_const_reference(node)
        };
        !(is_const(node) || (tree.key(node) == Key::TypeName && is_const(parent)))
    }

    fn placement(&self, all: &[Around], at: usize) -> Placement {
        let text = self.tree.text;
        let comments = &self.tree.comments;
        let only_blanks = |from: usize, to: usize| !text[from..to].contains(|c: char| !c.is_whitespace() || c == '\n');
        let around = &all[at];
        let mut start = comments[at].start;
        if around.preceding.is_some() {
            for before in (0..at).rev() {
                if all[before].preceding != around.preceding || !only_blanks(comments[before].end, start) {
                    break;
                }
                start = comments[before].start;
            }
        }
        if newline_precedes(text, start) {
            return Placement::OwnLine;
        }
        let mut end = comments[at].end;
        if around.following.is_some() {
            for after in at + 1..all.len() {
                if all[after].following != around.following || !only_blanks(end, comments[after].start) {
                    break;
                }
                end = comments[after].end;
            }
        }
        if newline_follows(text, end) { Placement::EndOfLine } else { Placement::Remaining }
    }

    /// Comments between two nodes on one line: those next to the second lead it, the others trail the first.
    fn break_ties(&mut self, ties: &mut Vec<Around>) {
        let Some(first) = ties.first() else { return };
        let (preceding, following) = (first.preceding, first.following);
        let mut gap_end = self.tree.start(following);
        let mut split = ties.len();
        while split > 0 {
            let comment = self.tree.comments[ties[split - 1].comment];
            let gap = &self.tree.text[comment.end.min(gap_end)..gap_end];
            if !gap.chars().all(|c| c.is_whitespace() || c == '(') {
                break;
            }
            gap_end = comment.start;
            split -= 1;
        }
        for (at, tie) in ties.drain(..).enumerate() {
            if at < split {
                self.trailing(preceding, tie.comment);
            } else {
                self.leading(following, tie.comment);
            }
        }
        for node in [preceding, following] {
            if let Some(list) = self.tree.comments_of.get_mut(&node) {
                list.sort_unstable();
            }
        }
    }
}
