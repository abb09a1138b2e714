//! A uniform tree: every node has a kind, a parent, a field name, ordered children and comments.
//!
//! Prettier's rules ask for parents, siblings and fields of any node all the time. On this tree each of those is one
//! look-up, and an absent node answers every question with "nothing", as `?.` does in Prettier's source.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::comments::Comment;
use super::kind::{Key, Kind, flag};

/// Names a node of one tree. [`NodeId::NONE`] is the absent node.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
pub(super) struct NodeId(u32);

impl NodeId {
    pub const NONE: Self = Self(0);

    pub fn is_none(self) -> bool {
        self.0 == 0
    }

    pub fn is_some(self) -> bool {
        self.0 != 0
    }

    pub fn index(self) -> usize {
        self.0 as usize
    }
}

#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    pub kind: Kind,
    pub key: Key,
    pub flags: u32,
    /// Where the node begins, decorators included (Prettier's `locStart`), in bytes.
    pub start: usize,
    /// Where its content ends, without a closing semicolon (Prettier's `locEnd`), in bytes.
    pub end: usize,
    /// Where its source range ends, in bytes.
    pub range_end: usize,
    pub parent: NodeId,
    /// Name, operator, raw text or keyword, as fits the kind.
    pub text: &'a str,
    /// A second word for the few kinds that need one.
    pub extra: &'a str,
    first_edge: usize,
    edge_count: usize,
    /// Position among the parent's edges.
    edge: usize,
}

/// Which language a file is in, as far as the layout differs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::render::layout) enum Dialect {
    /// A `.ts` file.
    TypeScript,
    /// TypeScript whose file name does not rule out JSX.
    Tsx,
    JavaScript,
    Json,
}

/// A parsed file.
pub(super) struct Tree<'a> {
    pub text: &'a str,
    pub root: NodeId,
    nodes: Vec<Node<'a>>,
    edge_keys: Vec<Key>,
    edge_ids: Vec<NodeId>,
    pub comments: Vec<Comment<'a>>,
    pub comments_of: HashMap<NodeId, Vec<usize>>,
    blanked: OnceCell<String>,
    pub dialect: Dialect,
}

impl<'a> Tree<'a> {
    pub fn new(text: &'a str, comments: Vec<Comment<'a>>, dialect: Dialect) -> Self {
        let absent = Node {
            kind: Kind::None,
            key: Key::None,
            flags: 0,
            start: 0,
            end: 0,
            range_end: 0,
            parent: NodeId::NONE,
            text: "",
            extra: "",
            first_edge: 0,
            edge_count: 0,
            edge: 0,
        };
        Self {
            text,
            root: NodeId::NONE,
            nodes: vec![absent],
            edge_keys: Vec::new(),
            edge_ids: Vec::new(),
            comments,
            comments_of: HashMap::new(),
            blanked: OnceCell::new(),
            dialect,
        }
    }

    pub fn add(&mut self, kind: Kind, start: usize, end: usize) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        let absent = self.nodes[0];
        self.nodes.push(Node { kind, start, end, range_end: end, ..absent });
        id
    }

    pub fn node_mut(&mut self, id: NodeId) -> &mut Node<'a> {
        &mut self.nodes[id.index()]
    }

    /// Gives `id` its children, once all of them are built.
    pub fn adopt(&mut self, id: NodeId, children: &[(Key, NodeId)]) {
        let first_edge = self.edge_ids.len();
        for &(key, child) in children {
            if child.is_some() {
                let edge = self.edge_ids.len();
                let node = self.node_mut(child);
                node.key = key;
                node.parent = id;
                node.edge = edge;
            }
            self.edge_keys.push(key);
            self.edge_ids.push(child);
        }
        let node = self.node_mut(id);
        node.first_edge = first_edge;
        node.edge_count = children.len();
    }

    pub fn node(&self, id: NodeId) -> &Node<'a> {
        &self.nodes[id.index()]
    }

    pub fn is_json(&self) -> bool {
        self.dialect == Dialect::Json
    }

    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    pub fn kind(&self, id: NodeId) -> Kind {
        self.node(id).kind
    }

    pub fn key(&self, id: NodeId) -> Key {
        self.node(id).key
    }

    pub fn parent(&self, id: NodeId) -> NodeId {
        self.node(id).parent
    }

    pub fn parent_kind(&self, id: NodeId) -> Kind {
        self.kind(self.parent(id))
    }

    pub fn grandparent(&self, id: NodeId) -> NodeId {
        self.parent(self.parent(id))
    }

    pub fn start(&self, id: NodeId) -> usize {
        self.node(id).start
    }

    pub fn end(&self, id: NodeId) -> usize {
        self.node(id).end
    }

    pub fn name(&self, id: NodeId) -> &'a str {
        self.node(id).text
    }

    pub fn is(&self, id: NodeId, flags: u32) -> bool {
        self.node(id).flags & flags != 0
    }

    pub fn source(&self, id: NodeId) -> &'a str {
        let node = self.node(id);
        &self.text[node.start..node.range_end]
    }

    /// The child in `key`, or the absent node.
    pub fn get(&self, id: NodeId, key: Key) -> NodeId {
        let node = self.node(id);
        let keys = &self.edge_keys[node.first_edge..node.first_edge + node.edge_count];
        keys.iter().position(|&k| k == key).map_or(NodeId::NONE, |at| self.edge_ids[node.first_edge + at])
    }

    /// The children in the list field `key`.
    pub fn list(&self, id: NodeId, key: Key) -> &[NodeId] {
        let node = self.node(id);
        let all = node.first_edge..node.first_edge + node.edge_count;
        let keys = &self.edge_keys[all];
        let Some(from) = keys.iter().position(|&k| k == key) else { return &[] };
        let count = keys[from..].iter().take_while(|&&k| k == key).count();
        &self.edge_ids[node.first_edge + from..node.first_edge + from + count]
    }

    pub fn children(&self, id: NodeId) -> &[NodeId] {
        let node = self.node(id);
        &self.edge_ids[node.first_edge..node.first_edge + node.edge_count]
    }

    /// The sibling after `id` in the same list field.
    pub fn next(&self, id: NodeId) -> NodeId {
        let node = self.node(id);
        let parent = self.node(node.parent);
        let at = node.edge + 1;
        if at < parent.first_edge + parent.edge_count && self.edge_keys[at] == node.key {
            self.edge_ids[at]
        } else {
            NodeId::NONE
        }
    }

    /// The sibling before `id` in the same list field.
    pub fn previous(&self, id: NodeId) -> NodeId {
        let node = self.node(id);
        let parent = self.node(node.parent);
        if node.edge > parent.first_edge && self.edge_keys[node.edge - 1] == node.key {
            self.edge_ids[node.edge - 1]
        } else {
            NodeId::NONE
        }
    }

    pub fn ancestor(&self, id: NodeId, found: impl Fn(NodeId) -> bool) -> NodeId {
        let mut at = self.parent(id);
        while at.is_some() && !found(at) {
            at = self.parent(at);
        }
        at
    }

    /// The source with every comment replaced by spaces of the same length.
    pub fn blanked(&self) -> &str {
        if self.comments.is_empty() {
            return self.text;
        }
        self.blanked.get_or_init(|| {
            let mut out = String::with_capacity(self.text.len());
            let mut at = 0;
            for comment in &self.comments {
                out.push_str(&self.text[at..comment.start]);
                let body = &self.text[comment.start..comment.end];
                out.extend(body.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
                at = comment.end;
            }
            out.push_str(&self.text[at..]);
            out
        })
    }

    pub fn comment_ids(&self, id: NodeId) -> &[usize] {
        if !self.is(id, flag::HAS_COMMENTS) {
            return &[];
        }
        self.comments_of.get(&id).map_or(&[], Vec::as_slice)
    }
}
