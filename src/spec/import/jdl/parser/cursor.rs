//! A place in the tokens, and the small steps that every rule of the grammar is made of.

use super::{Parsed, doc::clean};
use crate::spec::import::jdl::{
    ast::{Annotation, Literal, LiteralKind, Word},
    fault::Fault,
    parser::option,
    span::Span,
    token::{Token, TokenKind},
};

/// What a declaration with a body begins with.
pub(super) const DECLARATIONS: [&str; 5] = ["entity", "enum", "relationship", "application", "deployment"];

/// Reads tokens one after the other. `'a` is the source, `'t` the tokens.
pub(super) struct Cursor<'a, 't> {
    source: &'a str,
    /// Closed by an `End`, which is never passed.
    tokens: &'t [Token],
    at: usize,
    /// What went wrong so far.
    pub faults: Vec<Fault>,
}

impl<'a, 't> Cursor<'a, 't> {
    pub fn new(source: &'a str, tokens: &'t [Token]) -> Self {
        Self { source, tokens, at: 0, faults: Vec::new() }
    }

    /// How many tokens are behind.
    pub fn position(&self) -> usize {
        self.at
    }

    /// The token that comes next.
    pub fn current(&self) -> Token {
        self.ahead(0)
    }

    /// The token `distance` after the next; the end where there are fewer.
    pub fn ahead(&self, distance: usize) -> Token {
        self.tokens[(self.at + distance).min(self.tokens.len() - 1)]
    }

    pub fn text_of(&self, token: Token) -> &'a str {
        &self.source[token.span.range()]
    }

    pub fn current_text(&self) -> &'a str {
        self.text_of(self.current())
    }

    pub fn is_at(&self, kind: TokenKind) -> bool {
        self.current().kind == kind
    }

    pub fn is_followed_by(&self, kind: TokenKind) -> bool {
        self.ahead(1).kind == kind
    }

    pub fn is_at_word(&self, word: &str) -> bool {
        self.is_at(TokenKind::Name) && self.current_text() == word
    }

    /// Passes the next token.
    pub fn bump(&mut self) -> Token {
        let token = self.current();
        self.at = (self.at + 1).min(self.tokens.len() - 1);
        token
    }

    /// Passes the next token if it is of that kind.
    pub fn eat(&mut self, kind: TokenKind) -> Option<Token> {
        self.is_at(kind).then(|| self.bump())
    }

    /// Passes the next token if it is that word.
    pub fn eat_word(&mut self, word: &str) -> Option<Span> {
        self.is_at_word(word).then(|| self.bump().span)
    }

    /// Passes the next token as a word, whatever it is.
    pub fn word(&mut self) -> Word<'a> {
        let token = self.bump();
        Word { text: self.text_of(token), span: token.span }
    }

    /// Passes a token of that kind, called `what` where it is missing.
    pub fn expect(&mut self, kind: TokenKind, what: &str) -> Parsed<Token> {
        self.eat(kind).ok_or_else(|| self.unexpected(what))
    }

    /// Passes a name, called `what` where it is missing.
    pub fn name(&mut self, what: &str) -> Parsed<Word<'a>> {
        if self.is_at(TokenKind::Name) { Ok(self.word()) } else { Err(self.unexpected(what)) }
    }

    /// The fault that something else stands here.
    pub fn unexpected(&self, expected: &str) -> Fault {
        let token = self.current();
        let found = match token.kind {
            TokenKind::Name | TokenKind::Integer | TokenKind::Decimal => {
                format!("`{}`", self.text_of(token).chars().take(40).collect::<String>())
            }
            kind => kind.describe().to_owned(),
        };
        Fault::new(token.span, format!("expected {expected}, found {found}"))
    }

    /// The fault that what `opening` opened is still open where it cannot be.
    pub fn unclosed(&self, opening: Token, owner: &str) -> Fault {
        let before = match self.current().kind {
            TokenKind::End => "the end of the file".to_owned(),
            _ => format!("`{} {}`", self.current_text(), self.text_of(self.ahead(1))),
        };
        Fault::new(opening.span, format!("the body of {owner} is not closed"))
            .help(format!("write `}}` after its last line, before {before}"))
            .other(self.current().span, "`}` is missing before this")
    }

    /// Whether a declaration begins here, which in the middle of a body means that the body was not closed.
    pub fn is_at_declaration(&self) -> bool {
        let token = self.current();
        if token.kind != TokenKind::Name || !token.starts_line {
            return false;
        }
        let (second, third) = (self.ahead(1), self.ahead(2));
        match self.text_of(token) {
            "application" | "deployment" => second.kind == TokenKind::LeftBrace,
            "entity" | "enum" | "relationship" => {
                second.kind == TokenKind::Name && matches!(third.kind, TokenKind::LeftBrace | TokenKind::LeftParen)
            }
            _ => false,
        }
    }

    /// The comments and annotations before something; of several comments the last.
    pub fn lead(&mut self) -> Parsed<(Option<String>, Vec<Annotation<'a>>)> {
        let (mut doc, mut annotations) = (None, Vec::new());
        loop {
            match self.current().kind {
                TokenKind::Javadoc => doc = clean(self.word().text),
                TokenKind::At => annotations.push(self.annotation()?),
                _ => return Ok((doc, annotations)),
            }
        }
    }

    /// A comment on the same line, behind what it describes.
    pub fn trailing_doc(&mut self) -> Option<String> {
        let token = self.current();
        if token.kind != TokenKind::Javadoc || token.starts_line {
            return None;
        }
        clean(self.word().text)
    }

    fn annotation(&mut self) -> Parsed<Annotation<'a>> {
        let at = self.bump();
        let name = self.name("the name of an annotation")?;
        let mut span = at.span.to(name.span);
        let mut value = None;
        if self.is_at(TokenKind::LeftParen) {
            self.bump();
            value = Some(self.literal(&format!("the value of `@{}`", name.text))?);
            span = span.to(self.expect(TokenKind::RightParen, "`)`")?.span);
        }
        Ok(Annotation { name, value, span })
    }

    /// A name, which may be dotted, a number or a text.
    pub fn literal(&mut self, what: &str) -> Parsed<Literal<'a>> {
        let token = self.current();
        let kind = match token.kind {
            TokenKind::Name => return Ok(self.dotted()),
            TokenKind::Integer | TokenKind::Decimal => LiteralKind::Number,
            TokenKind::Text => LiteralKind::Text,
            TokenKind::Regex => LiteralKind::Regex,
            _ => return Err(self.unexpected(what)),
        };
        let written = self.word();
        let text = match kind {
            LiteralKind::Text => written.text.trim_matches('"'),
            LiteralKind::Regex => written.text.strip_prefix('/').unwrap_or(written.text),
            _ => written.text,
        };
        let text = if kind == LiteralKind::Regex { text.strip_suffix('/').unwrap_or(text) } else { text };
        Ok(Literal { kind, text, span: written.span })
    }

    fn dotted(&mut self) -> Literal<'a> {
        let mut span = self.bump().span;
        while self.is_at(TokenKind::Dot) && self.is_followed_by(TokenKind::Name) {
            self.bump();
            span = span.to(self.bump().span);
        }
        Literal { kind: LiteralKind::Name, text: &self.source[span.range()], span }
    }

    /// After a fault in the line of a body that began at token `start`: passes what is left of that line, with the bodies
    /// that it opens, but not the brace that closes the body it is in.
    pub fn skip_line(&mut self, start: usize) {
        let mut depth: i64 = self.tokens[start..self.at].iter().map(|token| brace(*token)).sum();
        if self.at == start && !self.is_at(TokenKind::RightBrace) {
            depth += brace(self.bump());
        }
        while !self.is_at(TokenKind::End) && !self.is_at_declaration() {
            let token = self.current();
            let ends = token.starts_line || matches!(token.kind, TokenKind::Comma | TokenKind::RightBrace);
            if depth <= 0 && ends {
                return;
            }
            depth += brace(self.bump());
        }
    }

    /// After a fault in the declaration that began at token `start`: passes what is left of it, that is up to where its
    /// braces close or where the next declaration clearly begins.
    pub fn recover(&mut self, start: usize) {
        let mut depth = 0_i64;
        for token in &self.tokens[start..self.at] {
            depth += brace(*token);
        }
        if self.at == start {
            depth += brace(self.bump());
        }
        while !self.is_at(TokenKind::End) && !self.is_resting_place(depth) {
            let token = self.bump();
            depth += brace(token);
            if token.kind == TokenKind::RightBrace && depth <= 0 {
                return;
            }
        }
    }

    fn is_resting_place(&self, depth: i64) -> bool {
        let token = self.current();
        if !token.starts_line {
            return false;
        }
        if depth > 0 {
            return self.is_at_declaration();
        }
        match token.kind {
            TokenKind::At | TokenKind::Javadoc => true,
            TokenKind::Name => {
                let text = self.text_of(token);
                DECLARATIONS.contains(&text) || option::is_option(text) || self.is_followed_by(TokenKind::Equals)
            }
            _ => false,
        }
    }
}

fn brace(token: Token) -> i64 {
    match token.kind {
        TokenKind::LeftBrace => 1,
        TokenKind::RightBrace => -1,
        _ => 0,
    }
}
