//! A script to statements, by quotes, comments and delimiters alone, so that one that nobody can read costs no other.

use super::dialect::Dialect;
use crate::spec::import::span::Span;

/// A part of a script.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub kind: PieceKind,
    pub span: Span,
    /// Where its comments are.
    pub comments: Vec<Span>,
}

/// What a part of a script is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PieceKind {
    Statement,
    /// Rows behind `COPY … FROM stdin`.
    Rows,
    /// A line for the client: `\connect shop`.
    Client,
}

/// Divides a script.
pub(super) fn split(source: &str, dialect: Dialect) -> Vec<Piece> {
    let mut splitter = Splitter {
        bytes: source.as_bytes(),
        at: 0,
        dialect,
        delimiter: b";".to_vec(),
        pieces: Vec::new(),
        unclosed: [false; 256],
        is_block_lost: false,
        is_copy_lost: false,
    };
    splitter.run();
    splitter.pieces
}

struct Splitter<'a> {
    bytes: &'a [u8],
    at: usize,
    dialect: Dialect,
    delimiter: Vec<u8>,
    pieces: Vec<Piece>,
    /// Quotes of which it is known that no further one is closed: looking again would take ages in a hostile file.
    unclosed: [bool; 256],
    is_block_lost: bool,
    is_copy_lost: bool,
}

/// What is known of the statement that is being read.
#[derive(Default)]
struct Reading {
    start: usize,
    comments: Vec<Span>,
    /// Open parentheses.
    depth: usize,
    is_routine: bool,
    /// Open `BEGIN` and `CASE` of a routine.
    blocks: usize,
    /// Where it ends if its blocks are never closed.
    first_end: Option<usize>,
    has_text: bool,
}

impl Splitter<'_> {
    fn run(&mut self) {
        while self.at < self.bytes.len() {
            if self.bytes[self.at].is_ascii_whitespace() {
                self.at += 1;
            } else if self.is_line_start() && self.line_of_its_own() {
                // Nothing of it is a statement.
            } else {
                self.statement();
            }
        }
    }

    fn is_line_start(&self) -> bool {
        let before = self.bytes[..self.at].iter().rev().find(|byte| !matches!(byte, b' ' | b'\t'));
        before.is_none_or(|byte| matches!(byte, b'\n' | b'\r'))
    }

    fn line_end(&self) -> usize {
        let rest = &self.bytes[self.at..];
        self.at + rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len())
    }

    /// Lines that are for the client; whether this was one.
    fn line_of_its_own(&mut self) -> bool {
        let end = self.line_end();
        let line = &self.bytes[self.at..end];
        if line[0] == b'\\' {
            self.pieces.push(Piece {
                kind: PieceKind::Client,
                span: Span { start: self.at, end },
                comments: Vec::new(),
            });
        } else if self.dialect == Dialect::MySql && starts_with(line, b"DELIMITER ") {
            self.delimiter = line[10..].trim_ascii().to_vec();
            if self.delimiter.is_empty() {
                self.delimiter = b";".to_vec();
            }
        } else if !is_go(line) || self.dialect == Dialect::MySql {
            return false;
        }
        self.at = end;
        true
    }

    fn statement(&mut self) {
        let mut reading = Reading { start: self.at, ..Reading::default() };
        loop {
            if self.at >= self.bytes.len() {
                if let Some(end) = reading.first_end.take() {
                    self.is_block_lost = true;
                    reading.comments.retain(|comment| comment.end <= end);
                    self.at = end + self.delimiter.len();
                    self.push(reading, end);
                } else {
                    self.push(reading, self.bytes.len());
                }
                return;
            }
            let byte = self.bytes[self.at];
            if self.bytes[self.at..].starts_with(&self.delimiter) {
                if reading.blocks == 0 && !(reading.is_routine && self.dialect == Dialect::SqlServer) {
                    let end = self.at;
                    self.at += self.delimiter.len();
                    self.push(reading, end);
                    return;
                }
                reading.first_end.get_or_insert(self.at);
                self.at += 1;
                continue;
            }
            if self.comment(&mut reading) {
                continue;
            }
            let is_text = !byte.is_ascii_whitespace();
            if is_text && !reading.has_text && self.is_line_start() && self.line_of_its_own() {
                return;
            }
            if is_text
                && reading.has_text
                && reading.depth == 0
                && self.is_line_start()
                && self.begins_another(&reading)
            {
                let end = self.at;
                self.push(reading, end);
                return;
            }
            if is_text && !reading.has_text {
                reading.has_text = true;
                reading.start = self.at;
                reading.comments.clear();
                reading.is_routine = !self.is_block_lost && is_routine(&self.bytes[self.at..]);
            }
            match byte {
                b'\'' => self.quoted(b'\'', self.dialect.has_backslashes() || self.is_escape_text()),
                b'"' => self.quoted(b'"', self.dialect.has_backslashes()),
                b'`' => self.quoted(b'`', false),
                b'[' if self.dialect.has_brackets() => self.quoted(b']', false),
                b'$' if self.dialect.has_dollars() => self.dollars(),
                b'(' => {
                    reading.depth += 1;
                    self.at += 1;
                }
                b')' => {
                    reading.depth = reading.depth.saturating_sub(1);
                    self.at += 1;
                }
                _ if byte.is_ascii_alphabetic() || byte == b'_' => self.word(&mut reading),
                _ => self.at += 1,
            }
        }
    }

    fn push(&mut self, reading: Reading, end: usize) {
        if !reading.has_text {
            return;
        }
        let span = Span { start: reading.start, end };
        let is_copy = is_copy(&self.bytes[span.range()]);
        self.pieces.push(Piece { kind: PieceKind::Statement, span, comments: reading.comments });
        if is_copy && !self.is_copy_lost {
            self.rows();
        }
    }

    /// Rows up to a line `\.`
    fn rows(&mut self) {
        let start = self.at;
        let mut line = start;
        while line < self.bytes.len() {
            let length = self.bytes[line..].iter().position(|byte| *byte == b'\n').unwrap_or(self.bytes.len() - line);
            if self.bytes[line..line + length].trim_ascii() == b"\\." {
                self.at = line + length;
                self.pieces.push(Piece {
                    kind: PieceKind::Rows,
                    span: Span { start, end: line },
                    comments: Vec::new(),
                });
                return;
            }
            line += length + 1;
        }
        self.is_copy_lost = true;
    }

    /// Skips a comment, where one begins.
    fn comment(&mut self, reading: &mut Reading) -> bool {
        let rest = &self.bytes[self.at..];
        let is_line = rest.starts_with(b"--") || (self.dialect == Dialect::MySql && rest[0] == b'#');
        let start = self.at;
        if is_line {
            self.at = self.line_end();
        } else if rest.starts_with(b"/*") && !self.unclosed[usize::from(b'*')] {
            self.block_comment();
            if self.at == start {
                return false;
            }
        } else {
            return false;
        }
        reading.comments.push(Span { start, end: self.at });
        true
    }

    fn block_comment(&mut self) {
        let mut depth = 1_usize;
        let mut at = self.at + 2;
        while at < self.bytes.len() {
            let rest = &self.bytes[at..];
            if rest.starts_with(b"*/") {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    self.at = at;
                    return;
                }
            } else if self.dialect.nests_comments() && rest.starts_with(b"/*") {
                depth += 1;
                at += 2;
            } else {
                at += 1;
            }
        }
        self.unclosed[usize::from(b'*')] = true;
    }

    /// Skips a text or a quoted name; a quote that is never closed is a letter like others.
    fn quoted(&mut self, closing: u8, has_backslashes: bool) {
        self.at += 1;
        if self.unclosed[usize::from(closing)] {
            return;
        }
        let mut at = self.at;
        while at < self.bytes.len() {
            let byte = self.bytes[at];
            let is_escaped = byte == b'\\' && has_backslashes;
            if is_escaped || (byte == closing && self.bytes.get(at + 1) == Some(&closing)) {
                at += 2;
            } else if byte == closing {
                self.at = at + 1;
                return;
            } else {
                at += 1;
            }
        }
        self.unclosed[usize::from(closing)] = true;
    }

    /// Whether the quote at hand is that of `E'…'`.
    fn is_escape_text(&self) -> bool {
        let before = |back: usize| self.at.checked_sub(back).map(|at| self.bytes[at]);
        matches!(before(1), Some(b'e' | b'E')) && before(2).is_none_or(|byte| !is_word(byte))
    }

    fn dollars(&mut self) {
        let rest = &self.bytes[self.at + 1..];
        let length = rest.iter().take(64).take_while(|byte| is_word(**byte)).count();
        let is_inside = self.at > 0 && is_word(self.bytes[self.at - 1]);
        if rest.get(length) != Some(&b'$') || is_inside || self.unclosed[usize::from(b'$')] {
            self.at += 1;
            return;
        }
        let tag = &self.bytes[self.at..self.at + length + 2];
        let from = self.at + tag.len();
        let end = self.bytes[from..].windows(tag.len()).position(|window| window == tag);
        self.unclosed[usize::from(b'$')] = end.is_none();
        self.at = end.map_or(from, |end| from + end + tag.len());
    }

    fn word(&mut self, reading: &mut Reading) {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().take_while(|byte| is_word(**byte)).count();
        let word = &rest[..length];
        if reading.is_routine {
            if word.eq_ignore_ascii_case(b"begin") || word.eq_ignore_ascii_case(b"case") {
                reading.blocks += 1;
            } else if word.eq_ignore_ascii_case(b"end") {
                let next = rest[length..].trim_ascii_start();
                let is_other = [&b"IF"[..], b"LOOP", b"WHILE", b"REPEAT", b"FOR"]
                    .iter()
                    .any(|other| starts_with(next, other) && next.get(other.len()).is_none_or(|byte| !is_word(*byte)));
                if !is_other {
                    reading.blocks = reading.blocks.saturating_sub(1);
                }
                if starts_with(next, b"CASE") {
                    self.at += length + (rest.len() - length - next.len()) + 4;
                    return;
                }
            }
        }
        self.at += length;
    }

    /// Whether the line at hand begins another statement though nothing ended this one.
    fn begins_another(&self, reading: &Reading) -> bool {
        let line = &self.bytes[self.at..self.line_end()];
        if self.dialect != Dialect::MySql && is_go(line) {
            return true;
        }
        if reading.is_routine {
            return false;
        }
        let words = words(line, 3);
        let word = |at: usize| words.get(at).map_or("", String::as_str);
        match (word(0), word(1)) {
            ("CREATE", "TABLE" | "UNIQUE" | "INDEX" | "VIEW" | "PROCEDURE" | "FUNCTION" | "TRIGGER") => true,
            ("ALTER", "TABLE") => true,
            ("INSERT" | "DELETE" | "SET" | "EXEC" | "EXECUTE" | "PRINT" | "USE" | "IF" | "END" | "DROP", _) => {
                self.dialect == Dialect::SqlServer && !continues(word(0), word(1))
            }
            _ => line.starts_with(b"\\") && self.dialect == Dialect::Postgres,
        }
    }
}

/// Lines that may also go on with a statement.
fn continues(first: &str, second: &str) -> bool {
    matches!((first, second), ("SET", "NULL" | "DEFAULT") | ("DROP", "CONSTRAINT" | "COLUMN"))
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

fn starts_with(text: &[u8], word: &[u8]) -> bool {
    text.len() >= word.len() && text[..word.len()].eq_ignore_ascii_case(word)
}

/// `GO`, perhaps with a number, ends a batch of SQL Server.
fn is_go(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    let line = line.strip_suffix(b";").unwrap_or(line);
    starts_with(line, b"GO") && line[2..].iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_whitespace())
}

/// The first words of a text, in capitals; what is no word is left out.
pub(super) fn words(text: &[u8], most: usize) -> Vec<String> {
    let parts = text.split(|byte| !is_word(*byte)).filter(|part| !part.is_empty());
    parts.take(most).map(|part| String::from_utf8_lossy(part).to_ascii_uppercase()).collect()
}

/// Whether a statement makes a function, a procedure or the like, whose body has statements of its own.
fn is_routine(text: &[u8]) -> bool {
    let mut words = words(&text[..text.len().min(400)], 16).into_iter();
    if !matches!(words.next().as_deref(), Some("CREATE" | "ALTER")) {
        return false;
    }
    for word in words {
        match word.as_str() {
            "TRIGGER" | "PROCEDURE" | "PROC" | "FUNCTION" | "EVENT" | "PACKAGE" => return true,
            "TABLE" | "INDEX" | "VIEW" | "TYPE" | "UNIQUE" | "SEQUENCE" | "DATABASE" | "SCHEMA" | "DOMAIN"
            | "EXTENSION" => return false,
            _ => {}
        }
    }
    false
}

fn is_copy(statement: &[u8]) -> bool {
    starts_with(statement, b"COPY")
        && words(&statement[..statement.len().min(20_000)], 400).windows(2).any(|pair| pair == ["FROM", "STDIN"])
}

#[cfg(test)]
mod tests {
    use super::{PieceKind, split};
    use crate::spec::import::sql::dialect::Dialect;

    fn parts(source: &str, dialect: Dialect) -> Vec<String> {
        let pieces = split(source, dialect);
        pieces.iter().map(|piece| format!("{:?} {}", piece.kind, source[piece.span.range()].trim())).collect()
    }

    #[test]
    fn semicolons_within_texts_and_comments_end_nothing() {
        let source = "SELECT ';' -- ; it's\n; /* ; /* ; */ */ SELECT $a$ ; $$ ; $a$, E'\\';', \";\"; SELECT 1";
        assert_eq!(
            parts(source, Dialect::Postgres),
            ["Statement SELECT ';' -- ; it's", "Statement SELECT $a$ ; $$ ; $a$, E'\\';', \";\"", "Statement SELECT 1"]
        );
    }

    #[test]
    fn rows_and_lines_for_the_client_are_no_statements() {
        let source = "COPY a (b) FROM stdin;\n1;'x\n\\.\n\n\\connect shop\nSELECT 1;";
        let kinds: Vec<_> = split(source, Dialect::Postgres).iter().map(|piece| piece.kind).collect();
        assert_eq!(kinds, [PieceKind::Statement, PieceKind::Rows, PieceKind::Client, PieceKind::Statement]);
    }

    #[test]
    fn go_ends_a_batch_and_a_new_table_a_statement() {
        let source = "CREATE TABLE [a;b] (c int)\nCREATE TABLE d (e int)\nGO\nCREATE PROC p AS BEGIN SELECT 1; END\ngo 2\nSET x ON";
        assert_eq!(
            parts(source, Dialect::SqlServer),
            [
                "Statement CREATE TABLE [a;b] (c int)",
                "Statement CREATE TABLE d (e int)",
                "Statement CREATE PROC p AS BEGIN SELECT 1; END",
                "Statement SET x ON"
            ]
        );
    }

    #[test]
    fn bodies_of_routines_are_whole() {
        let source = "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET c = CASE WHEN 1 THEN 2 END; DELETE FROM d; END; SELECT 1;";
        assert_eq!(parts(source, Dialect::Sqlite).len(), 2);
        let source = "DELIMITER ;;\nCREATE PROCEDURE p() BEGIN SELECT 1; END ;;\nDELIMITER ;\nSELECT 'it\\'s;';";
        assert_eq!(parts(source, Dialect::MySql).len(), 2);
    }

    #[test]
    fn what_is_never_closed_costs_only_itself() {
        let source = "SELECT 'it; CREATE TABLE a (b int); CREATE TRIGGER t BEGIN; SELECT 1;";
        assert_eq!(parts(source, Dialect::Standard).len(), 4);
    }
}
