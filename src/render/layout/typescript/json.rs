//! JSON with comments: parsed here, printed by the same rules as TypeScript.

use super::comments::{Comment, Marker, Side};
use super::kind::{Key, Kind};
use super::tree::{Dialect, NodeId, Tree};

/// A place in the text that is not JSON.
#[derive(Debug)]
pub(in crate::render::layout) struct JsonError {
    pub at: usize,
    pub message: &'static str,
}

/// Parses a whole text.
pub(super) fn parse(text: &str) -> Result<Tree<'_>, JsonError> {
    let tree = Tree::new(text, Vec::new(), Dialect::Json);
    let mut parser = JsonParser { tree, at: 0, depth: 0 };
    parser.skip_space()?;
    let value = parser.value()?;
    parser.skip_space()?;
    if parser.at < text.len() {
        return Err(parser.error("expected the end of the file"));
    }
    let root = parser.tree.add(Kind::JsonRoot, 0, text.len());
    parser.tree.adopt(root, &[(Key::Expression, value)]);
    parser.tree.root = root;
    Ok(parser.tree)
}

/// Deeper nesting than any file needs, and less than would exhaust the stack.
const MAX_DEPTH: usize = 200;

struct JsonParser<'a> {
    tree: Tree<'a>,
    at: usize,
    depth: usize,
}

impl<'a> JsonParser<'a> {
    fn error(&self, message: &'static str) -> JsonError {
        JsonError { at: self.at, message }
    }

    fn rest(&self) -> &'a str {
        &self.tree.text[self.at..]
    }

    fn peek(&self) -> u8 {
        self.rest().bytes().next().unwrap_or(0)
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == byte;
        self.at += usize::from(found);
        found
    }

    /// Skips blanks and collects comments.
    fn skip_space(&mut self) -> Result<(), JsonError> {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r', '\u{feff}']).len();
            let rest = self.rest();
            let (length, is_block) = if rest.starts_with("//") {
                (rest.find('\n').unwrap_or(rest.len()), false)
            } else if rest.starts_with("/*") {
                let close = rest.find("*/").ok_or_else(|| self.error("this comment has no end"))?;
                (close + 2, true)
            } else {
                return Ok(());
            };
            let (start, end) = (self.at, self.at + length);
            let text = &self.tree.text[start..end];
            let (side, marker) = (Side::Dangling, Marker::None);
            self.tree.comments.push(Comment { start, end, is_block, text, side, marker });
            self.at = end;
        }
    }

    fn leaf(&mut self, kind: Kind, length: usize) -> NodeId {
        let (start, end) = (self.at, self.at + length);
        let id = self.tree.add(kind, start, end);
        self.tree.node_mut(id).text = &self.tree.text[start..end];
        self.at = end;
        id
    }

    fn value(&mut self) -> Result<NodeId, JsonError> {
        match self.peek() {
            b'{' => self.container(Kind::ObjectExpression, Key::Properties, b'}', Self::property),
            b'[' => self.container(Kind::ArrayExpression, Key::Elements, b']', Self::value),
            b'"' => self.string(),
            b'-' => {
                let start = self.at;
                self.at += 1;
                let argument = self.number()?;
                let id = self.tree.add(Kind::UnaryExpression, start, self.at);
                self.tree.node_mut(id).text = "-";
                self.tree.adopt(id, &[(Key::Argument, argument)]);
                Ok(id)
            }
            b'0'..=b'9' => self.number(),
            _ => {
                for (word, kind) in
                    [("true", Kind::BooleanLiteral), ("false", Kind::BooleanLiteral), ("null", Kind::NullLiteral)]
                {
                    if self.rest().starts_with(word) {
                        return Ok(self.leaf(kind, word.len()));
                    }
                }
                Err(self.error("expected a value"))
            }
        }
    }

    fn container(
        &mut self,
        kind: Kind,
        key: Key,
        close: u8,
        item: fn(&mut Self) -> Result<NodeId, JsonError>,
    ) -> Result<NodeId, JsonError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.error("this is nested too deeply"));
        }
        let start = self.at;
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip_space()?;
            if self.eat(close) {
                break;
            }
            items.push((key, item(self)?));
            self.skip_space()?;
            if !self.eat(b',') && self.peek() != close {
                return Err(self.error("expected a comma or the closing bracket"));
            }
        }
        self.depth -= 1;
        let id = self.tree.add(kind, start, self.at);
        self.tree.adopt(id, &items);
        Ok(id)
    }

    fn property(&mut self) -> Result<NodeId, JsonError> {
        let start = self.at;
        if self.peek() != b'"' {
            return Err(self.error("expected a key in double quotes"));
        }
        let key = self.string()?;
        self.skip_space()?;
        if !self.eat(b':') {
            return Err(self.error("expected a colon"));
        }
        self.skip_space()?;
        let value = self.value()?;
        let id = self.tree.add(Kind::Property, start, self.at);
        self.tree.node_mut(id).text = "init";
        self.tree.adopt(id, &[(Key::Key, key), (Key::Value, value)]);
        Ok(id)
    }

    fn string(&mut self) -> Result<NodeId, JsonError> {
        let mut escaped = false;
        for (at, byte) in self.rest().bytes().enumerate().skip(1) {
            match byte {
                b'\n' => break,
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => return Ok(self.leaf(Kind::StringLiteral, at + 1)),
                _ => {}
            }
        }
        Err(self.error("this string has no end"))
    }

    fn number(&mut self) -> Result<NodeId, JsonError> {
        let rest = self.rest();
        let length =
            rest.bytes().take_while(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-')).count();
        let number = &rest[..length];
        if !number.starts_with(|c: char| c.is_ascii_digit()) || number.parse::<f64>().is_err() {
            return Err(self.error("expected a number"));
        }
        Ok(self.leaf(Kind::NumericLiteral, length))
    }
}

/// The text as `JSON.stringify` would lay it out: every member and element on a line of its own.
pub(super) fn stringify(tree: &Tree<'_>) -> String {
    let mut out = String::new();
    write(tree, tree.get(tree.root, Key::Expression), 0, &mut out);
    out.push('\n');
    out
}

fn write(tree: &Tree<'_>, id: NodeId, depth: usize, out: &mut String) {
    let (open, close, key) = match tree.kind(id) {
        Kind::ObjectExpression => ('{', '}', Key::Properties),
        Kind::ArrayExpression => ('[', ']', Key::Elements),
        Kind::Property => {
            out.push_str(tree.name(tree.get(id, Key::Key)));
            out.push_str(": ");
            write(tree, tree.get(id, Key::Value), depth, out);
            return;
        }
        _ => {
            out.push_str(tree.source(id));
            return;
        }
    };
    out.push(open);
    let items = tree.list(id, key);
    for (at, &item) in items.iter().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        out.extend(std::iter::repeat_n("  ", depth + 1));
        write(tree, item, depth + 1, out);
    }
    if !items.is_empty() {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth));
    }
    out.push(close);
}
