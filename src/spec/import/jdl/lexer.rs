//! Source to tokens, in one pass over the bytes.
//!
//! Comments that say nothing (`//`, `/* */`, `#` directives) vanish here; `/** */` stays, because it describes what is
//! beside it. JHipster itself strips `//` before it looks at strings; here a `//` within a string or a pattern is kept.

use super::token::{Token, TokenKind};
use crate::spec::import::{fault::Fault, span::Span};

/// The tokens of a source, always closed by an `End`, and what could not be read on the way.
pub(super) fn lex(source: &str) -> (Vec<Token>, Vec<Fault>) {
    let mut lexer =
        Lexer { source, at: 0, tokens: Vec::with_capacity(source.len() / 5), faults: Vec::new(), at_line_start: true };
    while lexer.at < source.len() {
        lexer.step();
    }
    lexer.at_line_start = true;
    lexer.push(TokenKind::End, source.len());
    (lexer.tokens, lexer.faults)
}

struct Lexer<'a> {
    source: &'a str,
    at: usize,
    tokens: Vec<Token>,
    faults: Vec<Fault>,
    at_line_start: bool,
}

impl Lexer<'_> {
    fn step(&mut self) {
        let rest = &self.source[self.at..];
        let Some(first) = rest.chars().next() else { return };
        match first {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => {
                self.at += first.len_utf8();
                self.at_line_start = true;
            }
            _ if first.is_whitespace() || first == '\u{feff}' => self.at += first.len_utf8(),
            '#' if self.at_line_start => self.skip_line(),
            '/' => self.slash(rest),
            '"' => self.text(rest),
            '0'..='9' | '-' => self.number(rest),
            'a'..='z' | 'A'..='Z' | '_' => {
                let length = rest.bytes().take_while(|byte| is_name_byte(*byte)).count();
                self.push(TokenKind::Name, self.at + length);
            }
            _ => match punctuation(first) {
                Some(kind) => self.push(kind, self.at + 1),
                None => self.stranger(rest),
            },
        }
    }

    fn push(&mut self, kind: TokenKind, end: usize) {
        let span = Span { start: self.at, end };
        self.tokens.push(Token { kind, span, starts_line: self.at_line_start });
        self.at_line_start = false;
        self.at = end;
    }

    fn skip_line(&mut self) {
        self.at += line_length(&self.source[self.at..]);
    }

    fn slash(&mut self, rest: &str) {
        if self.expects_regex() {
            return self.regex(rest);
        }
        if rest.starts_with("//") {
            return self.skip_line();
        }
        if !rest.starts_with("/*") {
            return self.stranger(rest);
        }
        let Some(close) = rest[2..].find("*/") else {
            let span = Span { start: self.at, end: self.at + 2 };
            self.faults.push(Fault::new(span, "this comment is never closed").help("write `*/` where it ends"));
            self.at = self.source.len();
            return;
        };
        let end = self.at + close + 4;
        let comment = &self.source[self.at..end];
        if comment.starts_with("/**") && comment.len() > 4 {
            return self.push(TokenKind::Javadoc, end);
        }
        self.at_line_start |= comment.contains('\n');
        self.at = end;
    }

    /// A slash begins a pattern only after `pattern (`.
    fn expects_regex(&self) -> bool {
        let [.., name, paren] = self.tokens.as_slice() else { return false };
        paren.kind == TokenKind::LeftParen
            && name.kind == TokenKind::Name
            && &self.source[name.span.range()] == "pattern"
    }

    fn regex(&mut self, rest: &str) {
        let line = &rest[..line_length(rest)];
        let Some(end) = regex_end(line) else {
            let span = Span { start: self.at, end: self.at + line.trim_end().len() };
            self.faults
                .push(Fault::new(span, "this pattern is never closed").help("write `/)` after it, on the same line"));
            return self.push(TokenKind::Regex, self.at + line.len());
        };
        self.push(TokenKind::Regex, self.at + end);
    }

    fn text(&mut self, rest: &str) {
        if let Some(close) = rest[1..].find('"') {
            return self.push(TokenKind::Text, self.at + close + 2);
        }
        let line = rest[..line_length(rest)].trim_end();
        let span = Span { start: self.at, end: self.at + line.len() };
        self.faults.push(Fault::new(span, "this text is never closed").help("write a `\"` where it ends"));
        self.push(TokenKind::Text, self.at + line.len());
    }

    fn number(&mut self, rest: &str) {
        let sign = usize::from(rest.starts_with('-'));
        let whole = digits(&rest[sign..]);
        if whole == 0 {
            return self.stranger(rest);
        }
        let length = sign + whole;
        let fraction = if rest[length..].starts_with('.') { digits(&rest[length + 1..]) } else { 0 };
        if fraction == 0 {
            return self.push(TokenKind::Integer, self.at + length);
        }
        self.push(TokenKind::Decimal, self.at + length + 1 + fraction);
    }

    /// Something JDL has no use for. A run of such characters is told of once.
    fn stranger(&mut self, rest: &str) {
        let length = rest.char_indices().find(|(index, next)| *index > 0 && !is_strange(*next));
        let length = length.map_or(rest.len(), |(index, _)| index);
        let span = Span { start: self.at, end: self.at + length };
        let written: String = rest[..length].chars().take(20).collect();
        let fault = if rest.starts_with(char::is_alphabetic) {
            Fault::new(span, format!("a name cannot hold `{}`", written.escape_debug()))
                .help("use the letters A to Z, digits and `_`; a `/** … */` comment may hold any text")
        } else {
            let fault = Fault::new(span, format!("`{}` means nothing here", written.escape_debug()));
            match written.as_str() {
                ";" => fault.help("leave it out: a new line or a `,` ends what stands before it"),
                "'" | "`" => fault.help("write texts in double quotes"),
                "/" => fault.help("a pattern stands in `pattern(/…/)`, a comment behind `//` or between `/*` and `*/`"),
                ":" => fault.help("leave it out: a name and its type are separated by a space"),
                _ => fault.help("leave it out"),
            }
        };
        self.faults.push(fault);
        self.at += length;
        self.at_line_start = false;
    }
}

fn punctuation(character: char) -> Option<TokenKind> {
    Some(match character {
        '(' => TokenKind::LeftParen,
        ')' => TokenKind::RightParen,
        '{' => TokenKind::LeftBrace,
        '}' => TokenKind::RightBrace,
        '[' => TokenKind::LeftBracket,
        ']' => TokenKind::RightBracket,
        ',' => TokenKind::Comma,
        '=' => TokenKind::Equals,
        '.' => TokenKind::Dot,
        '@' => TokenKind::At,
        '*' => TokenKind::Star,
        _ => return None,
    })
}

fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-'
}

fn is_strange(character: char) -> bool {
    !character.is_whitespace()
        && !character.is_ascii_alphanumeric()
        && !matches!(character, '_' | '/' | '"' | '-')
        && punctuation(character).is_none()
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn line_length(text: &str) -> usize {
    text.find(['\n', '\r']).unwrap_or(text.len())
}

/// Where the pattern at the start of `line` ends: after the first slash that is neither escaped nor in a class and has `)`
/// behind it; failing that, after the last slash that has one. JHipster takes the last slash of the line, whatever it is.
fn regex_end(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let (mut escaped, mut in_class) = (false, false);
    let mut fallback = None;
    for (index, byte) in bytes.iter().enumerate().skip(1) {
        let closes = *byte == b'/' && bytes[index + 1..].iter().find(|next| !next.is_ascii_whitespace()) == Some(&b')');
        if closes && !escaped && !in_class {
            return Some(index + 1);
        }
        if closes {
            fallback = Some(index + 1);
        }
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'[' => in_class = true,
            b']' => in_class = false,
            _ => {}
        }
    }
    fallback
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &[(TokenKind, &str)]) {
        let (tokens, faults) = lex(source);
        assert_eq!(faults, []);
        let found: Vec<_> = tokens.iter().map(|token| (token.kind, &source[token.span.range()])).collect();
        assert_eq!(found.split_last(), Some((&(TokenKind::End, ""), expected)));
    }

    #[test]
    fn names_may_hold_dashes_and_numbers_a_sign() {
        use TokenKind::{Comma, Decimal, Integer, Name};
        check(
            "infinite-scroll, -1 0.5 _a9",
            &[(Name, "infinite-scroll"), (Comma, ","), (Integer, "-1"), (Decimal, "0.5"), (Name, "_a9")],
        );
    }

    #[test]
    fn plain_comments_and_directives_vanish_and_javadoc_stays() {
        use TokenKind::{Javadoc, Name};
        check("#!x\n// é\na /* b */ /**/ /** ü */", &[(Name, "a"), (Javadoc, "/** ü */")]);
    }

    #[test]
    fn a_pattern_ends_at_its_own_slash() {
        use TokenKind::{LeftParen, Name, Regex, RightParen};
        check(
            r"pattern(/^[/)]\/\/$/) pattern ( /b/ )",
            &[
                (Name, "pattern"),
                (LeftParen, "("),
                (Regex, r"/^[/)]\/\/$/"),
                (RightParen, ")"),
                (Name, "pattern"),
                (LeftParen, "("),
                (Regex, "/b/"),
                (RightParen, ")"),
            ],
        );
    }

    #[test]
    fn a_url_in_a_text_is_no_comment() {
        check("\"http://x\"", &[(TokenKind::Text, "\"http://x\"")]);
    }

    #[test]
    fn windows_lines_and_a_byte_order_mark_are_whitespace() {
        let (tokens, faults) = lex("\u{feff}a\r\nb c");
        assert_eq!(faults, []);
        let starts: Vec<_> = tokens.iter().map(|token| token.starts_line).collect();
        assert_eq!(starts, [true, true, false, true]);
    }

    #[test]
    fn a_long_line_of_open_patterns_takes_linear_time() {
        let (_, faults) = lex(&"pattern(/[".repeat(200_000));
        assert_eq!(faults.len(), 1);
    }
}
