//! Tokens to blocks. A line that cannot be read is told, and costs no other.

use super::{
    ast::{Attribute, Enum, EnumValue, Field, Model, ModelKind, Source, Value},
    lexer::{Token, TokenKind, lex},
};
use crate::spec::import::span::Span;

/// Lists in lists, and calls in calls.
const DEEPEST: usize = 16;

/// Reads a schema.
pub(super) fn parse(source: &str) -> Source {
    let mut parser = Parser { tokens: lex(source), at: 0, read: Source::default() };
    parser.run();
    parser.read
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    read: Source,
}

impl Parser {
    fn kind(&self) -> Option<&TokenKind> {
        self.tokens.get(self.at).map(|token| &token.kind)
    }

    fn span(&self) -> Span {
        self.tokens.get(self.at).or(self.tokens.last()).map(|token| token.span).unwrap_or_default()
    }

    fn is_sign(&self, sign: char) -> bool {
        self.kind() == Some(&TokenKind::Sign(sign))
    }

    fn take_sign(&mut self, sign: char) -> bool {
        let is = self.is_sign(sign);
        self.at += usize::from(is);
        is
    }

    fn word(&mut self) -> Option<String> {
        match self.kind() {
            Some(TokenKind::Word(word)) => {
                let word = word.clone();
                self.at += 1;
                Some(word)
            }
            _ => None,
        }
    }

    fn skip_line(&mut self) {
        while !matches!(self.kind(), None | Some(TokenKind::Line)) && !self.is_sign('}') {
            self.at += 1;
        }
    }

    fn run(&mut self) {
        let mut doc = Vec::new();
        while let Some(kind) = self.kind() {
            match kind {
                TokenKind::Line => self.at += 1,
                TokenKind::Doc(line) => {
                    doc.push(line.clone());
                    self.at += 1;
                }
                TokenKind::Word(_) => self.block(text(&mut doc)),
                _ => {
                    self.read.unread.push((self.span(), "a block was expected, such as `model Pet { … }`".to_owned()));
                    self.at += 1;
                    self.skip_line();
                    self.take_sign('}');
                }
            }
        }
    }

    fn block(&mut self, doc: Option<String>) {
        let start = self.span();
        let keyword = self.word().unwrap_or_default();
        let span = self.span();
        let name = self.word();
        let (Some(name), true) = (name, self.take_sign('{')) else {
            self.read.unread.push((start, "a block has a name and braces, as in `model Pet { … }`".to_owned()));
            self.skip_line();
            return;
        };
        match keyword.as_str() {
            "model" => self.model(ModelKind::Model, name, span, doc),
            "view" => self.model(ModelKind::View, name, span, doc),
            "type" => self.model(ModelKind::Type, name, span, doc),
            "enum" => self.enumeration(name, span, doc),
            _ => {
                self.read.others.push((format!("{keyword} {name}"), start));
                let mut depth = 1_usize;
                while depth > 0 && self.at < self.tokens.len() {
                    depth += usize::from(self.is_sign('{'));
                    depth -= usize::from(self.is_sign('}'));
                    self.at += 1;
                }
            }
        }
    }

    fn model(&mut self, kind: ModelKind, name: String, span: Span, doc: Option<String>) {
        let mut fields = Vec::new();
        let attributes = self.lines("a field is a name and a type, as in `name String`", |parser, doc| {
            fields.extend(parser.field(doc));
        });
        self.read.models.push(Model { kind, name, span, doc, fields, attributes });
    }

    /// The lines of a block up to its end: each that begins with a word is `member`'s, which gets the comment before it.
    /// Returns the block's own attributes; a line that is `otherwise` is told with what belongs there.
    fn lines(&mut self, otherwise: &str, mut member: impl FnMut(&mut Self, Option<String>)) -> Vec<Attribute> {
        let mut attributes = Vec::new();
        let mut doc = Vec::new();
        while let Some(token) = self.kind() {
            match token {
                TokenKind::Sign('}') => {
                    self.at += 1;
                    break;
                }
                TokenKind::Line => self.at += 1,
                TokenKind::Doc(line) => {
                    doc.push(line.clone());
                    self.at += 1;
                }
                TokenKind::DoubleAt => {
                    self.at += 1;
                    attributes.extend(self.attribute());
                    self.rest_of_line();
                }
                TokenKind::Word(_) => member(self, text(&mut doc)),
                _ => {
                    self.read.unread.push((self.span(), otherwise.to_owned()));
                    self.at += 1;
                    self.skip_line();
                }
            }
        }
        attributes
    }

    fn field(&mut self, doc: Option<String>) -> Option<Field> {
        let span = self.span();
        let name = self.word()?;
        let Some(mut kind) = self.word() else {
            self.read.unread.push((span, "a field is a name and a type, as in `name String`".to_owned()));
            self.skip_line();
            return None;
        };
        if self.is_sign('(') {
            let arguments = self.arguments(0);
            let inside: Vec<&str> = arguments.iter().filter_map(|(_, value)| value.text()).collect();
            kind = format!("{kind}({})", inside.join(", "));
        }
        let mut field = Field { name, span, doc, kind, is_list: false, is_optional: false, attributes: Vec::new() };
        if self.take_sign('[') {
            field.is_list = self.take_sign(']');
        }
        field.is_optional = self.take_sign('?');
        while self.take_sign('@') {
            field.attributes.extend(self.attribute());
        }
        if let Some(TokenKind::Doc(line)) = self.kind() {
            let line = line.clone();
            field.doc = Some(field.doc.map_or(line.clone(), |doc| format!("{doc}\n{line}")));
            self.at += 1;
        }
        self.rest_of_line();
        Some(field)
    }

    /// Behind what was read the line ends, or the next thing begins.
    fn rest_of_line(&mut self) {
        let is_next = matches!(
            self.kind(),
            None | Some(TokenKind::Line | TokenKind::Doc(_) | TokenKind::Word(_) | TokenKind::DoubleAt)
        );
        if !is_next && !self.is_sign('}') {
            self.read.unread.push((self.span(), "this was not expected behind it".to_owned()));
            self.skip_line();
        }
    }

    fn enumeration(&mut self, name: String, span: Span, doc: Option<String>) {
        let mut values = Vec::new();
        self.lines("a value of an enum is one word", |parser, doc| values.extend(parser.enum_value(doc)));
        self.read.enums.push(Enum { name, span, doc, values });
    }

    fn enum_value(&mut self, doc: Option<String>) -> Option<EnumValue> {
        let span = self.span();
        let mut value = EnumValue { name: self.word()?, span, doc, attributes: Vec::new() };
        while self.take_sign('@') {
            value.attributes.extend(self.attribute());
        }
        self.rest_of_line();
        Some(value)
    }

    /// Behind `@`.
    fn attribute(&mut self) -> Option<Attribute> {
        let span = self.span();
        let name = self.word()?;
        let arguments = if self.is_sign('(') { self.arguments(0) } else { Vec::new() };
        Some(Attribute { name, span, arguments })
    }

    fn skip_lines(&mut self) {
        while matches!(self.kind(), Some(TokenKind::Line | TokenKind::Doc(_))) {
            self.at += 1;
        }
    }

    fn arguments(&mut self, depth: usize) -> Vec<(Option<String>, Value)> {
        let mut arguments = Vec::new();
        self.take_sign('(');
        loop {
            self.skip_lines();
            if self.kind().is_none() || self.take_sign(')') {
                return arguments;
            }
            if self.is_sign('}') {
                return arguments;
            }
            if self.take_sign(',') {
                continue;
            }
            let name = match (self.kind(), self.tokens.get(self.at + 1).map(|token| &token.kind)) {
                (Some(TokenKind::Word(word)), Some(TokenKind::Sign(':'))) => Some(word.clone()),
                _ => None,
            };
            if name.is_some() {
                self.at += 2;
                self.skip_lines();
            }
            match self.value(depth) {
                Some(value) => arguments.push((name, value)),
                None => self.at += 1,
            }
        }
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        let value = match self.kind()?.clone() {
            TokenKind::Text(text) => Value::Text(text),
            TokenKind::Number(number) => Value::Number(number),
            TokenKind::Word(word) => {
                self.at += 1;
                if self.is_sign('(') && depth < DEEPEST {
                    return Some(Value::Call(word, self.arguments(depth + 1)));
                }
                return Some(Value::Word(word));
            }
            TokenKind::Sign('[') if depth < DEEPEST => {
                self.at += 1;
                let mut values = Vec::new();
                loop {
                    self.skip_lines();
                    if self.kind().is_none() || self.take_sign(']') || self.is_sign('}') || self.is_sign(')') {
                        return Some(Value::List(values));
                    }
                    if self.take_sign(',') {
                        continue;
                    }
                    match self.value(depth + 1) {
                        Some(value) => values.push(value),
                        None => self.at += 1,
                    }
                }
            }
            _ => return None,
        };
        self.at += 1;
        Some(value)
    }
}

fn text(lines: &mut Vec<String>) -> Option<String> {
    let text = std::mem::take(lines).join("\n");
    (!text.trim().is_empty()).then(|| text.trim().to_owned())
}
