//! Keys of properties and members.

use super::super::super::doc::{Doc, EMPTY, LINE, SOFT};
use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::{Printer, cat, hard_or_line, literals};

impl<'a> Printer<'_, 'a> {
    /// The key of a member, in brackets if computed, without quotes if it needs none.
    pub(super) fn print_property_key(&self, id: NodeId) -> Doc<'a> {
        let is_enum = self.kind(id) == Kind::TSEnumMember;
        let key = self.get(id, if is_enum { Key::Id } else { Key::Key });
        if self.is(id, flag::COMPUTED) {
            return cat![self; "[", self.print(key), "]"];
        }
        if self.can_unquote(id, key) {
            return self.with_comments(key, self.node(key).extra.into());
        }
        self.print(key)
    }

    fn can_unquote(&self, id: NodeId, key: NodeId) -> bool {
        if self.is_json || self.kind(key) != Kind::StringLiteral || self.kind(id) == Kind::PropertyDefinition {
            return false;
        }
        let value = self.node(key).extra;
        let printed = literals::string(self.name(key));
        let is_new = self.kind(id) == Kind::TSMethodSignature && value == "new";
        printed[1..printed.len() - 1] == *value && !is_new && is_identifier_name(value)
    }

    pub(super) fn print_property(&self, id: NodeId) -> Doc<'a> {
        if self.is(id, flag::SHORTHAND) {
            return self.print_key(id, Key::Value);
        }
        let left = self.print_property_key(id);
        self.print_assignment(id, left, ":".into(), Key::Value)
    }

    /// `@A() @B()` before a class or a member, on lines of their own if they were so.
    pub(super) fn print_member_decorators(&self, id: NodeId) -> Doc<'a> {
        if self.list(id, Key::Decorators).is_empty() {
            return EMPTY;
        }
        let decorators = self.b.join(LINE, self.print_list(id, Key::Decorators));
        self.b.group(cat![self; decorators, hard_or_line(self.decorators_were_on_own_line(id))])
    }

    pub(super) fn spread(&self, id: NodeId) -> Doc<'a> {
        cat![self; "...", self.print_key(id, Key::Argument), self.print_type_annotation(id, Key::TypeAnnotation)]
    }

    /// Brackets around an expression that moves to a line of its own if it does not fit.
    pub(super) fn in_soft_parens(&self, open: &'static str, inner: Doc<'a>, close: &'static str) -> Doc<'a> {
        self.b.group(cat![self; open, self.b.indent(cat![self; SOFT, inner]), SOFT, close])
    }
}

/// Whether `word` can stand as a key without quotes.
fn is_identifier_name(word: &str) -> bool {
    let mut chars = word.chars();
    let starts = |c: char| c.is_alphabetic() || c == '_' || c == '$';
    chars.next().is_some_and(starts) && chars.all(|c| starts(c) || c.is_numeric())
}
