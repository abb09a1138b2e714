//! Keys of properties and members.

use super::super::super::doc::{Doc, EMPTY, LINE, SOFT};
use super::super::kind::{Key, Kind, flag};
use super::super::tree::{Dialect, NodeId};
use super::{Printer, cat, hard_or_line, literals};

impl<'a> Printer<'_, 'a> {
    /// The key of a member, in brackets if computed, without quotes if it needs none.
    pub(super) fn print_property_key(&self, id: NodeId) -> Doc<'a> {
        let is_enum = self.kind(id) == Kind::TSEnumMember;
        let key = self.get(id, if is_enum { Key::Id } else { Key::Key });
        if self.is(id, flag::COMPUTED) {
            return cat![self; "[", self.print(key), "]"];
        }
        if let Some(unquoted) = self.unquoted(id, key) {
            return self.with_comments(key, unquoted);
        }
        self.print(key)
    }

    /// A quoted key without its quotes, if it can do without.
    fn unquoted(&self, id: NodeId, key: NodeId) -> Option<Doc<'a>> {
        let kind = self.kind(id);
        if self.is_json() || self.kind(key) != Kind::StringLiteral {
            return None;
        }
        let value = self.node(key).extra;
        let printed = literals::string(self.name(key));
        let is_new = kind == Kind::TSMethodSignature && value == "new";
        if printed[1..printed.len() - 1] != *value || is_new {
            return None;
        }
        // TypeScript tells a quoted property of a class from an unquoted one, and a number from a string.
        let is_javascript = self.dialect == Dialect::JavaScript;
        if is_identifier_name(value) && (is_javascript || kind != Kind::PropertyDefinition) {
            return Some(value.into());
        }
        let is_number = is_javascript && kind != Kind::ImportAttribute && is_plain_number(value);
        is_number.then(|| self.b.text(&literals::number(value)))
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

/// Whether `word` is how JavaScript itself would write a number: digits, perhaps with a fraction.
fn is_plain_number(word: &str) -> bool {
    let is_decimal = word.split('.').count() <= 2
        && word.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    is_decimal && word.parse::<f64>().is_ok_and(|number| number.to_string() == word)
}
