//! From oxc's typed syntax tree to the uniform tree, in the shape that typescript-estree gives to Prettier.

mod classes;
mod expressions;
mod functions;
mod jsx;
mod modules;
mod patterns;
mod statements;
mod types;

use oxc::ast::ast::Program;
use oxc::span::Span;

use super::comments::Comment;
use super::kind::{Key, Kind, flag};
use super::tree::{Dialect, NodeId, Tree};

/// Builds the tree of a parsed file.
pub(super) fn convert<'a>(program: &Program<'a>, text: &'a str, dialect: Dialect) -> Tree<'a> {
    let comments = Comment::collect(program, text);
    let mut convert = Convert { tree: Tree::new(text, comments, dialect), pending: Vec::new() };
    convert.tree.root = convert.program(program);
    convert.tree
}

struct Convert<'a> {
    tree: Tree<'a>,
    /// Children of the nodes that are still open, innermost last.
    pending: Vec<(Key, NodeId)>,
}

impl<'a> Convert<'a> {
    /// Opens a node, lets `fill` put its children, closes it.
    fn build(&mut self, kind: Kind, span: Span, fill: impl FnOnce(&mut Self, NodeId)) -> NodeId {
        let id = self.tree.add(kind, span.start as usize, span.end as usize);
        let mark = self.pending.len();
        fill(self, id);
        let children = self.pending.split_off(mark);
        self.tree.adopt(id, &children);
        self.settle(id);
        id
    }

    fn leaf(&mut self, kind: Kind, span: Span, text: &'a str) -> NodeId {
        let id = self.tree.add(kind, span.start as usize, span.end as usize);
        self.tree.node_mut(id).text = text;
        id
    }

    fn put(&mut self, key: Key, child: NodeId) {
        self.pending.push((key, child));
    }

    fn put_some(&mut self, key: Key, child: Option<NodeId>) {
        if let Some(child) = child {
            self.put(key, child);
        }
    }

    fn text(&mut self, id: NodeId, text: &'a str) {
        self.tree.node_mut(id).text = text;
    }

    fn flags(&mut self, id: NodeId, set: &[(bool, u32)]) {
        let node = self.tree.node_mut(id);
        for &(on, flag) in set {
            if on {
                node.flags |= flag;
            }
        }
    }

    fn raw(&self, span: Span) -> &'a str {
        &self.tree.text[span.start as usize..span.end as usize]
    }

    /// Sets start and content end of a closed node, as Prettier's `locStart` and `locEnd` compute them.
    fn settle(&mut self, id: NodeId) {
        let tree = &self.tree;
        let node = tree.node(id);
        let (mut start, mut end) = (node.start, node.range_end);
        let declaration = tree.get(id, Key::Declaration);
        let mut decorators = tree.list(declaration, Key::Decorators);
        if decorators.is_empty() {
            decorators = tree.list(id, Key::Decorators);
        }
        if let Some(&first) = decorators.first() {
            start = start.min(tree.start(first));
        }
        match node.kind {
            Kind::IfStatement => {
                let alternate = tree.get(id, Key::Alternate);
                end = tree.end(if alternate.is_some() { alternate } else { tree.get(id, Key::Consequent) });
            }
            Kind::ForInStatement
            | Kind::ForOfStatement
            | Kind::ForStatement
            | Kind::LabeledStatement
            | Kind::WithStatement
            | Kind::WhileStatement => end = tree.end(tree.get(id, Key::Body)),
            Kind::BreakStatement | Kind::ContinueStatement => {
                let label = tree.get(id, Key::Label);
                let word = if node.kind == Kind::BreakStatement { "break".len() } else { "continue".len() };
                end = if label.is_some() { tree.end(label) } else { start + word };
            }
            Kind::DebuggerStatement => end = start + "debugger".len(),
            Kind::VariableDeclaration => {
                end = tree.list(id, Key::Declarations).last().map_or(end, |&last| tree.end(last));
            }
            Kind::ExpressionStatement
            | Kind::ImportDeclaration
            | Kind::ExportDefaultDeclaration
            | Kind::ExportNamedDeclaration
            | Kind::ExportAllDeclaration
            | Kind::ReturnStatement
            | Kind::ThrowStatement
            | Kind::DoWhileStatement
            | Kind::PropertyDefinition
            | Kind::AccessorProperty
            | Kind::TSAbstractPropertyDefinition
            | Kind::TSAbstractAccessorProperty
                if tree.text.as_bytes().get(end.wrapping_sub(1)) == Some(&b';') =>
            {
                end = start.min(end - 1) + tree.blanked()[start.min(end - 1)..end - 1].trim_end().len();
            }
            _ => {}
        }
        let node = self.tree.node_mut(id);
        node.start = start;
        node.end = end;
    }

    fn set_flag_from_access(&mut self, id: NodeId, access: Option<oxc::ast::ast::TSAccessibility>) {
        use oxc::ast::ast::TSAccessibility::{Private, Protected, Public};
        self.flags(
            id,
            &[
                (access == Some(Public), flag::PUBLIC),
                (access == Some(Protected), flag::PROTECTED),
                (access == Some(Private), flag::PRIVATE),
            ],
        );
    }
}
