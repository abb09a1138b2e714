//! A schema to tokens. Ends of lines count, so they are tokens.

use crate::spec::import::span::Span;

/// One token.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub kind: TokenKind,
    pub span: Span,
}

/// The kinds of token.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum TokenKind {
    /// `name`, `db.VarChar`
    Word(String),
    Number(String),
    Text(String),
    /// `/// …`
    Doc(String),
    Line,
    /// Anything else, letter by letter; `@@` is one.
    Sign(char),
    DoubleAt,
}

/// The tokens of a schema.
pub(super) fn lex(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut letters = source.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        let rest = &source[start..];
        let mut take_while = |fits: &dyn Fn(char) -> bool| {
            let mut end = start + letter.len_utf8();
            while let Some((at, next)) = letters.next_if(|(_, next)| fits(*next)) {
                end = at + next.len_utf8();
            }
            end
        };
        let (kind, end) = match letter {
            '\n' => (TokenKind::Line, start + 1),
            _ if letter.is_whitespace() => continue,
            '/' if rest.starts_with("//") => {
                let end = take_while(&|next| next != '\n');
                let text = source[start..end].trim_end();
                match text.strip_prefix("///") {
                    Some(doc) => (TokenKind::Doc(doc.strip_prefix(' ').unwrap_or(doc).to_owned()), end),
                    None => continue,
                }
            }
            '/' if rest.starts_with("/*") => {
                let end = rest.find("*/").map_or(source.len(), |end| start + end + 2);
                while letters.next_if(|(at, _)| *at < end).is_some() {}
                continue;
            }
            '"' => {
                let mut text = String::new();
                let mut end = start + 1;
                while let Some((at, next)) = letters.next_if(|(_, next)| *next != '\n') {
                    end = at + next.len_utf8();
                    match next {
                        '"' => break,
                        '\\' => {
                            if let Some((at, escaped)) = letters.next_if(|(_, next)| *next != '\n') {
                                end = at + escaped.len_utf8();
                                text.push(match escaped {
                                    'n' => '\n',
                                    't' => '\t',
                                    other => other,
                                });
                            }
                        }
                        other => text.push(other),
                    }
                }
                (TokenKind::Text(text), end)
            }
            '@' if rest.starts_with("@@") => {
                letters.next();
                (TokenKind::DoubleAt, start + 2)
            }
            _ if letter.is_ascii_digit()
                || (letter == '-' && rest[1..].starts_with(|next: char| next.is_ascii_digit())) =>
            {
                let end = take_while(&|next| next.is_ascii_alphanumeric() || matches!(next, '.' | '_' | '-' | '+'));
                (TokenKind::Number(source[start..end].to_owned()), end)
            }
            _ if letter.is_alphabetic() || letter == '_' => {
                let end = take_while(&|next| next.is_alphanumeric() || matches!(next, '_' | '.' | '-'));
                (TokenKind::Word(source[start..end].to_owned()), end)
            }
            other => (TokenKind::Sign(other), start + other.len_utf8()),
        };
        tokens.push(Token { kind, span: Span { start, end } });
    }
    tokens
}
