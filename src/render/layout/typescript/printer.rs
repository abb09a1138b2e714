//! The printer: one document per node, with comments and parentheses around it.

mod arrays;
mod arrows;
mod assignments;
mod binaries;
mod call_arguments;
mod calls;
mod class_members;
mod classes;
mod comments;
mod dispatch;
mod functions;
mod jsx;
mod jsx_children;
mod literals;
mod member_chains;
mod members;
mod modules;
mod object_types;
mod objects;
mod properties;
mod statements;
mod templates;
mod ternaries;
mod type_parameters;
mod types;
mod unions;

use std::cell::{Cell, RefCell};
use std::ops::Deref;

use super::super::doc::{Builder, Doc, EMPTY, GroupId, HARD, LINE, SOFT};
use super::comments::Side;
use super::kind::{Key, Kind, flag};
use super::tree::{NodeId, Tree};

/// Lines are at most this long where they can be.
pub(in crate::render::layout) const PRINT_WIDTH: usize = 120;
pub(super) const TAB_WIDTH: usize = 2;

/// Joins texts and documents.
macro_rules! cat {
    ($printer:expr; $($part:expr),* $(,)?) => {
        $printer.b.cat(&[$($crate::render::layout::doc::Doc::from($part)),*])
    };
}
pub(super) use cat;
pub(super) use literals::number;

/// How an assignment is laid out, which its right side may want to know.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Layout {
    OnlyLeft,
    BreakAfterOperator,
    NeverBreakAfterOperator,
    Fluid,
    BreakLeft,
    Chain,
    ChainTail,
    ChainTailArrowChain,
}

/// What a parent asks of the print of one child.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Args {
    pub expand_first: bool,
    pub expand_last: bool,
    pub layout: Option<Layout>,
}

/// A construct that this printer must not guess at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unsupported {
    pub at: usize,
    pub construct: &'static str,
}

pub(super) struct Printer<'t, 'a> {
    tree: &'t Tree<'a>,
    pub b: Builder<'a>,
    cache: RefCell<Vec<Option<Doc<'a>>>>,
    groups: Cell<GroupId>,
    /// Set when an argument turned out not to fit the hugging layout that was tried.
    bailed_out: Cell<bool>,
    pub unsupported: Cell<Option<Unsupported>>,
}

impl<'a> Deref for Printer<'_, 'a> {
    type Target = Tree<'a>;

    fn deref(&self) -> &Tree<'a> {
        self.tree
    }
}

impl<'t, 'a> Printer<'t, 'a> {
    pub fn new(tree: &'t Tree<'a>, b: Builder<'a>) -> Self {
        Self {
            tree,
            b,
            cache: RefCell::new(vec![None; tree.len()]),
            groups: Cell::new(0),
            bailed_out: Cell::new(false),
            unsupported: Cell::new(None),
        }
    }

    fn new_group_id(&self) -> GroupId {
        self.groups.set(self.groups.get() + 1);
        self.groups.get()
    }

    fn refuse(&self, id: NodeId, construct: &'static str) {
        if self.unsupported.get().is_none() {
            self.unsupported.set(Some(Unsupported { at: self.start(id), construct }));
        }
    }

    /// Prints a node; the absent node is empty. Printing one twice costs nothing.
    pub fn print(&self, id: NodeId) -> Doc<'a> {
        if id.is_none() {
            return EMPTY;
        }
        if let Some(doc) = self.cache.borrow()[id.index()] {
            return doc;
        }
        let doc = self.print_uncached(id, Args::default());
        self.cache.borrow_mut()[id.index()] = Some(doc);
        doc
    }

    pub fn print_key(&self, id: NodeId, key: Key) -> Doc<'a> {
        self.print(self.get(id, key))
    }

    fn print_list(&self, id: NodeId, key: Key) -> Vec<Doc<'a>> {
        self.list(id, key).iter().map(|&child| self.print(child)).collect()
    }

    fn print_with(&self, id: NodeId, args: Args) -> Doc<'a> {
        let heeds =
            matches!(self.kind(id), Kind::ArrowFunctionExpression | Kind::FunctionExpression | Kind::TSUnionType);
        if heeds && args != Args::default() { self.print_uncached(id, args) } else { self.print(id) }
    }

    fn print_uncached(&self, id: NodeId, args: Args) -> Doc<'a> {
        let doc = self.print_without_comments(id, args);
        if self.has_comment(id) && !self.prints_own_comments(id) { self.with_comments(id, doc) } else { doc }
    }

    fn print_without_comments(&self, id: NodeId, args: Args) -> Doc<'a> {
        let ignored = self.is_ignored_here(id);
        let doc = if ignored { self.print_verbatim(id) } else { self.print_node(id, args) };
        let kind = self.kind(id);
        if is_class_member(kind) {
            return doc;
        }
        let wraps = self.has_side(id, Side::Leading) || self.has_side(id, Side::Trailing);
        let doc = if wraps && self.is_called_function(id) {
            cat![self; self.b.indent(cat![self; SOFT, self.with_comments(id, doc)]), SOFT]
        } else {
            doc
        };
        let decorators =
            if kind == Kind::ClassExpression || ignored { EMPTY } else { self.print_decorators_before(id) };
        let parens = self.needs_parens(id);
        if decorators.is_empty() && !parens {
            return doc;
        }
        self.b.inside_label(doc, |doc| {
            let inner = if decorators.is_empty() { doc } else { self.b.group(cat![self; decorators, doc]) };
            if parens { cat![self; "(", inner, ")"] } else { inner }
        })
    }

    fn is_ignored_here(&self, id: NodeId) -> bool {
        if self.is_ignored(id) {
            return true;
        }
        if !self.is_jsx(id) || !self.is_jsx(self.parent(id)) {
            return false;
        }
        let mut before = self.previous(id);
        while self.kind(before) == Kind::JSXText && !self.is_meaningful_jsx_text(before) {
            before = self.previous(before);
        }
        let expression = self.get(before, Key::Expression);
        self.kind(before) == Kind::JSXExpressionContainer
            && self.kind(expression) == Kind::JSXEmptyExpression
            && self.is_ignored(expression)
    }

    /// The node as it stands in the source.
    fn print_verbatim(&self, id: NodeId) -> Doc<'a> {
        let node = self.node(id);
        let text = &self.text[node.start..node.end];
        cat![self; self.b.literal(text), if self.ends_with_semicolon(id) { ";" } else { "" }]
    }

    /// Whether a semicolon follows the content of a node that is printed verbatim.
    fn ends_with_semicolon(&self, id: NodeId) -> bool {
        match self.kind(id) {
            Kind::BreakStatement | Kind::ContinueStatement | Kind::DebuggerStatement => true,
            Kind::VariableDeclaration => !self.is_declared_in_for(id),
            Kind::IfStatement => {
                let alternate = self.get(id, Key::Alternate);
                self.ends_with_semicolon(if alternate.is_some() { alternate } else { self.get(id, Key::Consequent) })
            }
            Kind::ForInStatement
            | Kind::ForOfStatement
            | Kind::ForStatement
            | Kind::LabeledStatement
            | Kind::WithStatement
            | Kind::WhileStatement => self.ends_with_semicolon(self.get(id, Key::Body)),
            _ => {
                let node = self.node(id);
                node.range_end > node.end && self.text[node.end..node.range_end].ends_with(';')
            }
        }
    }

    fn is_declared_in_for(&self, id: NodeId) -> bool {
        match self.key(id) {
            Key::Init => self.parent_kind(id) == Kind::ForStatement,
            Key::Left => matches!(self.parent_kind(id), Kind::ForInStatement | Kind::ForOfStatement),
            _ => false,
        }
    }

    fn is_called_function(&self, id: NodeId) -> bool {
        let callee = self.key(id) == Key::Callee && self.is_call(self.parent(id));
        let tag = self.key(id) == Key::Tag && self.parent_kind(id) == Kind::TaggedTemplateExpression;
        self.is_function(id) && (callee || tag)
    }

    fn prints_own_comments(&self, id: NodeId) -> bool {
        let (key, parent) = (self.key(id), self.parent_kind(id));
        let class = matches!(parent, Kind::ClassDeclaration | Kind::ClassExpression | Kind::TSInterfaceDeclaration);
        if (key == Key::Types && parent == Kind::TSUnionType)
            || (key == Key::Argument && parent == Kind::JSXSpreadAttribute)
            || (key == Key::Expression && parent == Kind::JSXSpreadChild)
            || (key == Key::SuperClass && class)
            || (matches!(key, Key::Id | Key::TypeParameters) && class)
            || self.is_called_function(id)
        {
            return true;
        }
        if self.is_ignored(id) {
            return false;
        }
        if self.kind(id) == Kind::TSUnionType { self.union_prints_comments(id) } else { self.is_jsx(id) }
    }

    /// `?` after a name, `?.` before a call or an index.
    fn optional_mark(&self, id: NodeId) -> &'static str {
        let name_of_method = self.kind(id) == Kind::Identifier && self.key(id) == Key::Key;
        if !self.is(id, flag::OPTIONAL) || name_of_method {
            return "";
        }
        let computed = self.is_member(id) && self.is(id, flag::COMPUTED);
        if self.is_call(id) || computed { "?." } else { "?" }
    }

    fn definite_mark(&self, id: NodeId) -> &'static str {
        let declared = self.key(id) == Key::Id
            && self.parent_kind(id) == Kind::VariableDeclarator
            && self.is(self.parent(id), flag::DEFINITE);
        if self.is(id, flag::DEFINITE) || declared { "!" } else { "" }
    }

    fn declare(&self, id: NodeId) -> &'static str {
        if self.is(id, flag::DECLARE) { "declare " } else { "" }
    }

    fn access(&self, id: NodeId) -> &'static str {
        if self.is(id, flag::PUBLIC) {
            "public "
        } else if self.is(id, flag::PROTECTED) {
            "protected "
        } else if self.is(id, flag::PRIVATE) {
            "private "
        } else {
            ""
        }
    }

    fn abstract_word(&self, id: NodeId) -> &'static str {
        let by_kind = matches!(
            self.kind(id),
            Kind::TSAbstractMethodDefinition | Kind::TSAbstractPropertyDefinition | Kind::TSAbstractAccessorProperty
        );
        if by_kind || self.is(id, flag::ABSTRACT) { "abstract " } else { "" }
    }

    fn comma_if_broken(&self) -> Doc<'a> {
        if self.is_json() { EMPTY } else { self.b.if_break(",".into(), EMPTY) }
    }
}

fn is_class_member(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::AccessorProperty
            | Kind::TSAbstractAccessorProperty
            | Kind::PropertyDefinition
            | Kind::TSAbstractPropertyDefinition
            | Kind::MethodDefinition
            | Kind::TSAbstractMethodDefinition
    )
}

/// `HARD` or `LINE`, as `hard` says.
fn hard_or_line(hard: bool) -> Doc<'static> {
    if hard { HARD } else { LINE }
}
