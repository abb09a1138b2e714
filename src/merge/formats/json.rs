//! JSON, with comments and trailing commas where a file has them, as `tsconfig.json` may.

use std::collections::HashSet;
use std::ops::Range;

use super::whole;
use crate::merge::structure::{Container, Entry, Framer, Kind, Own, Syntax, fold};

/// Deeper nesting than any file needs; each level is compared once more than the one around it.
const MAX_DEPTH: usize = 64;

/// Properties that tell an object of an array from its neighbours.
const NAMES: [&str; 4] = ["id", "name", "path", "key"];

/// The file as things within things; none where it is no JSON, or has a key twice.
pub(super) fn read(text: &str) -> Option<Entry> {
    let containers = Scanner::of(text).document()?;
    Some(whole(text, containers))
}

/// Whether a comma stands behind the last entry of something: not every reader of JSON takes that.
pub(super) fn has_trailing_comma(root: &Entry) -> bool {
    root.containers.iter().any(|container| container.ends_in_comma || container.entries.iter().any(has_trailing_comma))
}

/// Whether two texts differ by white space alone.
pub(super) fn same(one: &str, other: &str) -> bool {
    squeezed(one) == squeezed(other)
}

/// Without white space outside of texts and comments.
fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let length = match letter {
            '"' => string_length(&text[at..]).unwrap_or(1),
            '/' => comment_length(&text[at..]).unwrap_or(1),
            _ => letter.len_utf8(),
        };
        let part = &text[at..at + length];
        if part.starts_with("//") {
            out.push_str(part.trim_end());
            out.push('\n');
        } else if !letter.is_whitespace() {
            out.push_str(part);
        }
        at += length;
    }
    out
}

/// The length of the text that begins here, with its quotes.
fn string_length(rest: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(at + 1),
            0..=31 => return None,
            _ => {}
        }
    }
    None
}

fn comment_length(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    rest.strip_prefix("/*")?.find("*/").map(|end| end + 4)
}

struct Scanner<'a> {
    framer: Framer<'a>,
    text: &'a str,
    at: usize,
    depth: usize,
}

/// A value, and what is known of it.
struct Value {
    span: Range<usize>,
    container: Option<Container>,
    /// Of an object, the property that names it, with its value.
    name: Option<String>,
}

impl<'a> Scanner<'a> {
    fn of(text: &'a str) -> Self {
        Self { framer: Framer { text, syntax: Syntax::Slashes }, text, at: 0, depth: 0 }
    }

    fn document(mut self) -> Option<Vec<Container>> {
        self.skip_blank();
        let value = self.value()?;
        self.skip_blank();
        (self.at == self.text.len()).then(|| value.container.into_iter().collect())
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.rest().bytes().next() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn skip_blank(&mut self) {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
            self.at += blank;
            match comment_length(self.rest()) {
                Some(length) => self.at += length,
                None if blank == 0 => return,
                None => {}
            }
        }
    }

    fn value(&mut self) -> Option<Value> {
        let start = self.at;
        let (container, name) = match self.rest().bytes().next()? {
            b'{' => self.nested(Self::object)?,
            b'[' => self.nested(|scanner| Some((scanner.array()?, None)))?,
            b'"' => {
                self.at += string_length(self.rest())?;
                (None, None)
            }
            _ => {
                self.word()?;
                (None, None)
            }
        };
        Some(Value { span: start..self.at, container, name })
    }

    fn nested(
        &mut self,
        read: impl FnOnce(&mut Self) -> Option<(Container, Option<String>)>,
    ) -> Option<(Option<Container>, Option<String>)> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return None;
        }
        self.at += 1;
        let (container, name) = read(self)?;
        self.depth -= 1;
        Some((Some(container), name))
    }

    /// A number, true, false or null.
    fn word(&mut self) -> Option<()> {
        let rest = self.rest();
        let length = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && !"+-.".contains(letter));
        let word = &rest[..length.unwrap_or(rest.len())];
        serde_json::from_str::<serde_json::Value>(word).ok()?;
        self.at += word.len();
        Some(())
    }

    fn object(&mut self) -> Option<(Container, Option<String>)> {
        let inner = self.at;
        let mut own: Vec<Own> = Vec::new();
        let mut keys = HashSet::new();
        let mut names: [Option<String>; NAMES.len()] = [const { None }; NAMES.len()];
        loop {
            self.skip_blank();
            if self.eat(b'}') {
                break;
            }
            let start = self.at;
            let key: String = serde_json::from_str(&self.rest()[..self.quoted()?]).ok()?;
            self.at += self.quoted()?;
            self.skip_blank();
            if !self.eat(b':') || !keys.insert(key.clone()) {
                return None;
            }
            self.skip_blank();
            let value = self.value()?;
            if let Some(known) = NAMES.iter().position(|name| *name == key) {
                let text = &self.text[value.span.clone()];
                names[known] = text.starts_with('"').then(|| format!("{key} {text}"));
            }
            own.push(Own { key, by_content: false, span: start..value.span.end, containers: named(value.container) });
            self.skip_blank();
            if !self.eat(b',') && !self.rest().starts_with('}') {
                return None;
            }
        }
        let container = self.framer.container(String::new(), Kind::OBJECT, inner..self.at - 1, own)?;
        Some((container, names.into_iter().flatten().next()))
    }

    fn quoted(&self) -> Option<usize> {
        if self.rest().starts_with('"') { string_length(self.rest()) } else { None }
    }

    fn array(&mut self) -> Option<Container> {
        let inner = self.at;
        let mut own: Vec<Own> = Vec::new();
        loop {
            self.skip_blank();
            if self.eat(b']') {
                break;
            }
            let value = self.value()?;
            let by_content = value.name.is_none();
            let key = value.name.unwrap_or_else(|| fold(&self.text[value.span.clone()]));
            own.push(Own { key, by_content, span: value.span, containers: named(value.container) });
            self.skip_blank();
            if !self.eat(b',') && !self.rest().starts_with(']') {
                return None;
            }
        }
        self.framer.container(String::new(), Kind::ARRAY, inner..self.at - 1, own)
    }
}

fn named(container: Option<Container>) -> Vec<Container> {
    container.into_iter().collect()
}
