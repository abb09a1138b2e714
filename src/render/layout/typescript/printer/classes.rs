//! Classes and interfaces: their heads and decorators.

use super::super::super::doc::{Doc, EMPTY, GroupId, HARD, LINE, SOFT};
use super::super::super::source_text::newline_follows;
use super::super::comments::{Marker, Side};
use super::super::kind::{Key, Kind};
use super::super::tree::NodeId;
use super::{Printer, cat};

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_class(&self, id: NodeId) -> Doc<'a> {
        let printed = self.print_undecorated_class(id);
        if self.kind(id) != Kind::ClassExpression || self.list(id, Key::Decorators).is_empty() {
            return printed;
        }
        let decorated = cat![self; self.print_decorators_before(id), printed];
        if self.needs_parens(id) { cat![self; self.b.indent(cat![self; SOFT, decorated]), SOFT] } else { decorated }
    }

    fn print_undecorated_class(&self, id: NodeId) -> Doc<'a> {
        let is_interface = self.kind(id) == Kind::TSInterfaceDeclaration;
        let word = if is_interface { "interface" } else { "class" };
        let groups = self.groups_heritage(id);
        let mut head: Vec<Doc<'a>> = Vec::new();
        if self.get(id, Key::Id).is_some() {
            head.push(" ".into());
        }
        for key in [Key::Id, Key::TypeParameters] {
            let node = self.get(id, key);
            if node.is_some() {
                let trailing = self.trailing_comments(node);
                let trailing = if trailing.is_empty() { EMPTY } else { self.b.indent(trailing) };
                head.extend([self.leading_comments(node), self.print(node), trailing]);
            }
        }
        let mut heritage: Vec<Doc<'a>> = Vec::new();
        let super_class = self.get(id, Key::SuperClass);
        if super_class.is_some() {
            let printed = cat![self; self.print_super_class(id), self.print_key(id, Key::SuperTypeArguments)];
            let printed = if self.is_jsx(super_class) { printed } else { self.with_comments(super_class, printed) };
            let printed = cat![self; "extends ", printed];
            heritage.extend(if groups { [LINE, self.b.group(printed)] } else { [" ".into(), printed] });
        } else {
            heritage.push(self.print_heritage(id, Key::Extends, groups));
        }
        heritage.push(self.print_heritage(id, Key::Implements, groups));
        let (head, heritage) = (self.b.cat(&head), self.b.cat(&heritage));
        let group: GroupId = if groups { self.new_group_id() } else { 0 };
        let head = if groups {
            self.b.group_with(cat![self; head, self.b.indent(heritage)], false, group)
        } else {
            cat![self; head, heritage]
        };
        let body = self.get(id, Key::Body);
        let gap = if !is_interface && groups && !self.list(body, Key::Body).is_empty() {
            self.b.if_group_breaks(group, HARD, " ".into())
        } else {
            " ".into()
        };
        cat![self; self.declare(id), self.abstract_word(id), word, head, gap, self.print(body)]
    }

    fn print_super_class(&self, id: NodeId) -> Doc<'a> {
        let printed = self.print_key(id, Key::SuperClass);
        if self.parent_kind(id) != Kind::AssignmentExpression {
            return printed;
        }
        let broken = cat![self; "(", self.b.indent(cat![self; SOFT, printed]), SOFT, ")"];
        self.b.group(self.b.if_break(broken, printed))
    }

    fn has_several_heritages(&self, id: NodeId) -> bool {
        let supers = usize::from(self.get(id, Key::SuperClass).is_some());
        supers + self.list(id, Key::Extends).len() + self.list(id, Key::Implements).len() > 1
    }

    /// Whether head and heritage form a group that breaks before `extends` and `implements`.
    fn groups_heritage(&self, id: NodeId) -> bool {
        let super_class = self.get(id, Key::SuperClass);
        let trails = |key| self.has_side(self.get(id, key), Side::Trailing);
        if trails(Key::Id)
            || trails(Key::TypeParameters)
            || self.has_comment(super_class)
            || self.has_several_heritages(id)
        {
            return true;
        }
        if super_class.is_some() {
            return self.parent_kind(id) != Kind::AssignmentExpression
                && self.get(id, Key::SuperTypeArguments).is_none()
                && self.is_member(self.skip_chain(super_class));
        }
        let first = self.list(id, Key::Extends).first().or(self.list(id, Key::Implements).first());
        first.is_some_and(|&first| {
            self.is_member(self.get(first, Key::Expression)) && self.get(first, Key::TypeArguments).is_none()
        })
    }

    fn print_heritage(&self, id: NodeId, key: Key, groups: bool) -> Doc<'a> {
        if self.list(id, key).is_empty() {
            return EMPTY;
        }
        let (word, marker) =
            if key == Key::Extends { ("extends", Marker::Extends) } else { ("implements", Marker::Implements) };
        let comments = self.dangling_comments_at(id, marker);
        let types = self.b.join(cat![self; ",", LINE], self.print_list(id, key));
        if !self.has_several_heritages(id) {
            let printed = cat![self; word, " ", comments, types];
            return if groups { cat![self; LINE, self.b.group(printed)] } else { cat![self; " ", printed] };
        }
        let gap = if comments.is_empty() { EMPTY } else { HARD };
        cat![self; LINE, comments, gap, word, self.b.group(self.b.indent(cat![self; LINE, types]))]
    }

    pub(super) fn decorators_were_on_own_line(&self, id: NodeId) -> bool {
        self.list(id, Key::Decorators).iter().any(|&decorator| newline_follows(self.text, self.end(decorator)))
    }

    /// Decorators of a class or parameter, with the space or line break after them.
    pub(super) fn print_decorators_before(&self, id: NodeId) -> Doc<'a> {
        if self.list(id, Key::Decorators).is_empty() || self.has_decorators_before_export(self.parent(id)) {
            return EMPTY;
        }
        let exported = self.key(id) == Key::Declaration
            && matches!(self.parent_kind(id), Kind::ExportDefaultDeclaration | Kind::ExportNamedDeclaration);
        let start = if exported {
            if self.has_leading(id) { EMPTY } else { HARD }
        } else if self.is_class(id) || self.decorators_were_on_own_line(id) {
            Doc::BreakParent
        } else {
            EMPTY
        };
        cat![self; start, self.b.join(LINE, self.print_list(id, Key::Decorators)), LINE]
    }
}
