//! The tokens of a statement, without what no reader of a model needs.

use sqlparser::tokenizer::{Location, Token, TokenWithSpan, Tokenizer, Word};

use super::{dialect::Dialect, split::Piece};
use crate::spec::import::span::Span;

/// A statement cut into tokens.
pub(super) struct Tokens {
    pub list: Vec<TokenWithSpan>,
    places: Lines,
}

/// Where the lines of a statement begin.
struct Lines {
    text: String,
    start: usize,
    lines: Vec<usize>,
    is_ascii: bool,
}

impl Tokens {
    /// Of a piece of the source; none where it is not even made of tokens.
    pub fn of(source: &str, piece: &Piece, dialect: Dialect) -> Result<Self, String> {
        let text = without_comments(source, piece);
        let tokens = Tokenizer::new(dialect.parsing(), &text).tokenize_with_location();
        let tokens = tokens.map_err(|error| error.message)?;
        let mut list: Vec<TokenWithSpan> =
            tokens.into_iter().filter(|token| !matches!(token.token, Token::Whitespace(_) | Token::EOF)).collect();
        if dialect == Dialect::SqlServer {
            list = without_storage(list);
        }
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let is_ascii = text.is_ascii();
        Ok(Self { list, places: Lines { text, start: piece.span.start, lines, is_ascii } })
    }

    /// Where a span of the parser is in the source.
    pub fn span(&self, span: sqlparser::tokenizer::Span) -> Span {
        let start = self.places.offset(span.start);
        Span { start, end: self.places.offset(span.end).max(start) }
    }

    /// The words at the beginning, in capitals.
    pub fn word(&self, at: usize) -> &str {
        match self.list.get(at).map(|token| &token.token) {
            Some(Token::Word(word)) if word.quote_style.is_none() => word.value.as_str(),
            _ => "",
        }
    }

    /// Whether these words stand one behind the other from a place on.
    pub fn has(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(step, word)| self.word(at + step).eq_ignore_ascii_case(word))
    }
}

impl Lines {
    fn offset(&self, location: Location) -> usize {
        let at = |number: u64| usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1);
        let Some(line) = self.lines.get(at(location.line)) else { return self.start };
        let column = at(location.column);
        if self.is_ascii {
            return self.start + (line + column).min(self.text.len());
        }
        let rest = &self.text[*line..];
        self.start + line + rest.char_indices().nth(column).map_or(rest.len(), |(byte, _)| byte)
    }
}

/// Comments become blanks, so that every place stays where it is.
fn without_comments(source: &str, piece: &Piece) -> String {
    let text = &source[piece.span.range()];
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for comment in &piece.comments {
        let from = comment.start.saturating_sub(piece.span.start).clamp(at, text.len());
        let to = comment.end.saturating_sub(piece.span.start).clamp(from, text.len());
        out.push_str(&text[at..from]);
        out.extend(text[from..to].chars().flat_map(|letter| {
            let blank = if letter == '\n' { '\n' } else { ' ' };
            std::iter::repeat_n(blank, letter.len_utf8())
        }));
        at = to;
    }
    out.push_str(&text[at..]);
    out
}

/// Words of SQL Server about how rows are stored.
const STORAGE: [&str; 6] = ["CLUSTERED", "NONCLUSTERED", "ROWGUIDCOL", "SPARSE", "PERSISTED", "TEXTIMAGE_ON"];

fn without_storage(list: Vec<TokenWithSpan>) -> Vec<TokenWithSpan> {
    let mut kept: Vec<TokenWithSpan> = Vec::with_capacity(list.len());
    let plain = |at: usize| match list.get(at).map(|token| &token.token) {
        Some(Token::Word(Word { value, quote_style: None, .. })) => value.to_ascii_uppercase(),
        _ => String::new(),
    };
    let is_word = |at: usize| matches!(list.get(at).map(|token| &token.token), Some(Token::Word(_)));
    let mut at = 0;
    while at < list.len() {
        let word = plain(at);
        let next = plain(at + 1);
        match word.as_str() {
            "TEXTIMAGE_ON" => at += 2,
            word if STORAGE.contains(&word) => at += 1,
            "WITH" if matches!(next.as_str(), "CHECK" | "NOCHECK") => at += 2,
            "WITH" if list.get(at + 1).is_some_and(|token| token.token == Token::LParen) => {
                at = closing(&list, at + 1).map_or(list.len(), |end| end + 1);
            }
            "ON" if is_word(at + 1)
                && !matches!(next.as_str(), "DELETE" | "UPDATE")
                && !(is_index(&list) && is_first_on(&kept)) =>
            {
                at += 2;
            }
            "NOT" if next == "FOR" && plain(at + 2) == "REPLICATION" => at += 3,
            _ => {
                kept.push(list[at].clone());
                at += 1;
            }
        }
    }
    kept
}

/// `ON` of an index names its table; a file group stands behind the columns.
fn is_index(list: &[TokenWithSpan]) -> bool {
    list.iter()
        .take(4)
        .any(|token| matches!(&token.token, Token::Word(word) if word.value.eq_ignore_ascii_case("INDEX")))
}

fn is_first_on(kept: &[TokenWithSpan]) -> bool {
    !kept.iter().any(|token| matches!(&token.token, Token::Word(word) if word.value.eq_ignore_ascii_case("ON")))
}

/// The parenthesis that closes the one at a place.
pub(super) fn closing(list: &[TokenWithSpan], opening: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, token) in list.iter().enumerate().skip(opening) {
        match token.token {
            Token::LParen => depth += 1,
            Token::RParen => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// The parts between commas that are in no further parentheses.
pub(super) fn elements(list: &[TokenWithSpan]) -> Vec<&[TokenWithSpan]> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (at, token) in list.iter().enumerate() {
        match token.token {
            Token::LParen | Token::LBracket => depth += 1,
            Token::RParen | Token::RBracket => depth = depth.saturating_sub(1),
            Token::Comma if depth == 0 => {
                parts.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&list[start..]);
    parts.retain(|part| !part.is_empty());
    parts
}
