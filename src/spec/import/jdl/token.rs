//! What the lexer cuts a JDL file into.

use crate::spec::import::span::Span;

/// One token; its text is what the span covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands.
    pub span: Span,
    /// Whether it is the first token on its line.
    pub starts_line: bool,
}

/// The kinds of token. JDL has no reserved words: a keyword is a `Name` in the right place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// `Employee`, `infinite-scroll`
    Name,
    /// `-12`
    Integer,
    /// `0.5`
    Decimal,
    /// `"text"`, with the quotes
    Text,
    /// `/^[a-z]+$/`, with the slashes; only as the argument of `pattern`
    Regex,
    /// `/** … */`
    Javadoc,
    /// `(`
    LeftParen,
    /// `)`
    RightParen,
    /// `{`
    LeftBrace,
    /// `}`
    RightBrace,
    /// `[`
    LeftBracket,
    /// `]`
    RightBracket,
    /// `,`
    Comma,
    /// `=`
    Equals,
    /// `.`
    Dot,
    /// `@`
    At,
    /// `*`
    Star,
    /// After the last one.
    End,
}

impl TokenKind {
    /// As it is called in a message: `a name`, `` `{` ``.
    pub fn describe(self) -> &'static str {
        match self {
            Self::Name => "a name",
            Self::Integer => "a whole number",
            Self::Decimal => "a number",
            Self::Text => "a text in double quotes",
            Self::Regex => "a regular expression between slashes",
            Self::Javadoc => "a `/** … */` comment",
            Self::LeftParen => "`(`",
            Self::RightParen => "`)`",
            Self::LeftBrace => "`{`",
            Self::RightBrace => "`}`",
            Self::LeftBracket => "`[`",
            Self::RightBracket => "`]`",
            Self::Comma => "`,`",
            Self::Equals => "`=`",
            Self::Dot => "`.`",
            Self::At => "`@`",
            Self::Star => "`*`",
            Self::End => "the end of the file",
        }
    }
}
