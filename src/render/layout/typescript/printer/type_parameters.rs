//! `<…>`: type parameters and type arguments.

use super::super::super::doc::{Doc, EMPTY, HARD, LINE, SOFT};
use super::super::super::source_text::newline_follows;
use super::super::comments::Side;
use super::super::kind::{Key, Kind, flag};
use super::super::tree::{Dialect, NodeId};
use super::{Printer, cat};

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_type_parameters(&self, id: NodeId) -> Doc<'a> {
        let params = self.list(id, Key::Params);
        let holder = self.grandparent(id);
        let in_test = self.is_test_call(holder, self.parent(holder));
        let is_small = in_test || matches!(*params, [only] if self.hugs_type_argument(only));
        let has_breaking_comment = params.iter().any(|&param| {
            let mut comments = self.comments_on(param).filter(|comment| comment.side != Side::Dangling).peekable();
            let any_line = self.has_comment_where(param, |c| c.side != Side::Dangling && !c.is_block);
            comments.peek().is_some()
                && (any_line || comments.last().is_some_and(|c| newline_follows(self.text, c.end)))
        });
        if params.is_empty() || (!self.annotates_arrow_variable(id) && is_small && !has_breaking_comment) {
            let printed = self.b.join(", ".into(), self.print_list(id, Key::Params));
            return cat![self; "<", printed, self.dangling_in_angles(id), ">"];
        }
        let comma = if self.kind(id) == Kind::TSTypeParameterInstantiation {
            EMPTY
        } else if self.needs_comma_in_tsx(id) {
            ",".into()
        } else {
            self.comma_if_broken()
        };
        let printed = self.b.join(cat![self; ",", LINE], self.print_list(id, Key::Params));
        self.b.group(cat![self; "<", self.b.indent(cat![self; SOFT, printed]), comma, SOFT, ">"])
    }

    fn hugs_type_argument(&self, id: NodeId) -> bool {
        self.is_simple_type(id)
            || self.is_object_type(id)
            || (self.kind(id) == Kind::TSUnionType && self.should_hug_union(id))
    }

    /// `const f: Foo<…> = () => …`
    fn annotates_arrow_variable(&self, id: NodeId) -> bool {
        let params = self.list(id, Key::Params);
        if matches!(*params, [only] if self.is_object_type(only)) {
            return false;
        }
        let reference = self.parent(id);
        let annotation = self.parent(reference);
        let name = self.parent(annotation);
        self.key(reference) == Key::TypeAnnotation
            && self.kind(name) == Kind::Identifier
            && self.declares_arrow(self.parent(name))
    }

    /// In TSX, `<T,>` tells a type parameter from an element.
    fn needs_comma_in_tsx(&self, id: NodeId) -> bool {
        let &[only] = self.list(id, Key::Params) else { return false };
        self.dialect != Dialect::TypeScript
            && self.parent_kind(id) == Kind::ArrowFunctionExpression
            && self.get(only, Key::Constraint).is_none()
    }

    fn dangling_in_angles(&self, id: NodeId) -> Doc<'a> {
        if !self.has_dangling(id) {
            return EMPTY;
        }
        let comments = self.dangling_comments(id);
        if self.has_line_comment(id, Side::Dangling) {
            cat![self; self.b.indent(cat![self; HARD, comments]), HARD]
        } else {
            comments
        }
    }

    pub(super) fn print_type_parameter(&self, id: NodeId) -> Doc<'a> {
        let mut parts = vec![
            if self.is(id, flag::CONST) { "const ".into() } else { EMPTY },
            if self.is(id, flag::IN) { "in ".into() } else { EMPTY },
            if self.is(id, flag::OUT) { "out ".into() } else { EMPTY },
            self.print_key(id, Key::Name),
        ];
        for (key, word) in [(Key::Constraint, " extends"), (Key::Default, " =")] {
            let node = self.get(id, key);
            if node.is_some() {
                let group = self.new_group_id();
                let gap = self.b.group_with(self.b.indent(LINE), false, group);
                let value = self.b.indent_if_break(group, self.print(node));
                parts.extend([word.into(), gap, Doc::LineSuffixBoundary, value]);
            }
        }
        self.b.group(self.b.cat(&parts))
    }
}
