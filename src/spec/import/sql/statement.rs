//! One statement after the other: what declares something is read, the rest is counted and told.

use sqlparser::{
    ast::Statement,
    parser::Parser,
    tokenizer::{Token, TokenWithSpan},
};

use super::{
    alter, create_table,
    dialect::Dialect,
    others,
    script::Script,
    split::{Piece, PieceKind, words},
    tokens::Tokens,
};
use crate::spec::import::span::Span;

/// Tokens of the longest part of a statement; a longer one is nobody's model, and nests deeper than we can follow.
pub(super) const MOST_TOKENS: usize = 1_000;

/// Reads one part of a script.
pub(super) fn read(source: &str, piece: &Piece, dialect: Dialect, script: &mut Script) {
    let span = Span { start: piece.span.start, end: piece.span.start };
    match piece.kind {
        PieceKind::Rows => {}
        PieceKind::Client => script.skip(span, "a line for the client that runs the script", NOTHING),
        PieceKind::Statement => statement(source, piece, dialect, script),
    }
}

const NOTHING: &str = "it says nothing about the model";
const ROWS: &str = "rows are no part of a model; write demo rows into `seed:`";
const CODE: &str = "code of the database is not carried over; write it into the service, or as a rule";
const VIEWS: &str = "a view is computed; write what it answers as a query of the service";
const RIGHTS: &str = "who may do what is said in `roles:` and `access:`";
const NUMBERS: &str = "ids are UUIDs, which need no numbering";

fn statement(source: &str, piece: &Piece, dialect: Dialect, script: &mut Script) {
    let span = Span { start: piece.span.start, end: piece.span.start };
    let text = &source.as_bytes()[piece.span.range()];
    let first = words(&text[..text.len().min(1_000)], 8);
    let word = |at: usize| first.get(at).map_or("", String::as_str);
    match word(0) {
        "CREATE" => create(source, piece, dialect, script, &first),
        "ALTER" => match word(1) {
            "TABLE" => alter::table(source, piece, dialect, script),
            "TYPE" => others::alter_type(source, piece, dialect, script),
            "SEQUENCE" => script.skip(span, "`ALTER SEQUENCE`", NUMBERS),
            "DEFAULT" => script.skip(span, "`ALTER DEFAULT PRIVILEGES`", RIGHTS),
            "INDEX" => script.skip(span, "`ALTER INDEX`", NOTHING),
            "VIEW" | "MATERIALIZED" => script.skip(span, "`ALTER VIEW`", VIEWS),
            "FUNCTION" | "PROCEDURE" | "TRIGGER" | "AGGREGATE" => {
                script.skip(span, "`ALTER FUNCTION` and the like", CODE);
            }
            _ => script.skip(span, "`ALTER` of something else than tables", NOTHING),
        },
        "COMMENT" => others::comment(source, piece, dialect, script),
        "DROP" if word(1) == "TABLE" => others::drop_table(source, piece, dialect, script),
        "DROP" => script.skip(span, "`DROP`", "what a script clears away before it begins is no part of its model"),
        "EXEC" | "EXECUTE" => others::execute(source, piece, dialect, script),
        "SET" => {
            others::search_path(source, piece, dialect, script);
            script.skip(span, "`SET`", NOTHING);
        }
        "COPY" => script.skip(span, "`COPY` and its rows", ROWS),
        "INSERT" | "REPLACE" => script.skip(span, "`INSERT`", ROWS),
        "UPDATE" | "DELETE" | "MERGE" | "TRUNCATE" => script.skip(span, "`UPDATE`, `DELETE` and the like", ROWS),
        "GRANT" | "REVOKE" | "DENY" => script.skip(span, "`GRANT` and `REVOKE`", RIGHTS),
        "SELECT" | "WITH" | "VALUES" | "PERFORM" => script.skip(span, "`SELECT`", NOTHING),
        "LOCK" | "UNLOCK" => script.skip(span, "`LOCK` and `UNLOCK`", NOTHING),
        "BEGIN" | "START" | "COMMIT" | "ROLLBACK" | "SAVEPOINT" | "END" => {
            script.skip(span, "`BEGIN` and `COMMIT`", NOTHING);
        }
        "USE" => script.skip(span, "`USE`", NOTHING),
        "PRAGMA" => script.skip(span, "`PRAGMA`", NOTHING),
        "DO" | "DECLARE" | "IF" | "WHILE" | "CALL" | "PRINT" | "RAISERROR" => {
            script.skip(span, "a block of code", CODE);
        }
        "" => {}
        _ => {
            let shown: String = first.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(" ");
            let shown: String = shown.chars().take(60).collect();
            script.notes.dropped(span, format!("the statement `{shown} …`"), NOTHING);
        }
    }
}

fn create(source: &str, piece: &Piece, dialect: Dialect, script: &mut Script, first: &[String]) {
    let span = Span { start: piece.span.start, end: piece.span.start };
    let beside = ["OR", "REPLACE", "GLOBAL", "LOCAL", "UNLOGGED", "CACHED", "MEMORY", "COLUMN", "ROW"];
    let mut rest = first[1..].iter().map(String::as_str).skip_while(|word| beside.contains(word));
    match rest.next().unwrap_or("") {
        "TABLE" => create_table::read(source, piece, dialect, script),
        "TEMP" | "TEMPORARY" => script.skip(span, "a temporary table or view", "it lives only while a script runs"),
        "VIRTUAL" => script.skip(span, "`CREATE VIRTUAL TABLE`", "lists are searched in the database itself"),
        "FOREIGN" => script.skip(span, "`CREATE FOREIGN TABLE`", "its rows are kept by another database"),
        "TYPE" => others::create_type(source, piece, dialect, script),
        "DOMAIN" => others::create_domain(source, piece, dialect, script),
        "UNIQUE" | "INDEX" | "CLUSTERED" | "NONCLUSTERED" => others::index(source, piece, dialect, script),
        "FULLTEXT" | "SPATIAL" => {
            script.skip(span, "`CREATE FULLTEXT INDEX` and the like", "lists are searched in the database itself");
        }
        "VIEW" | "MATERIALIZED" | "RECURSIVE" | "ALGORITHM" | "FORCE" => script.skip(span, "`CREATE VIEW`", VIEWS),
        "DEFINER" if first.iter().any(|word| word == "VIEW") => script.skip(span, "`CREATE VIEW`", VIEWS),
        "FUNCTION" | "PROCEDURE" | "PROC" | "TRIGGER" | "EVENT" | "AGGREGATE" | "CONSTRAINT" | "RULE" | "DEFINER"
        | "PACKAGE" | "OPERATOR" | "CAST" | "EDITIONABLE" => {
            script.skip(span, "`CREATE FUNCTION`, `CREATE TRIGGER` and the like", CODE);
        }
        "SEQUENCE" => script.skip(span, "`CREATE SEQUENCE`", NUMBERS),
        "SCHEMA" => script.skip(span, "`CREATE SCHEMA`", "in a large model a schema becomes a service"),
        "POLICY" | "ROLE" | "USER" | "LOGIN" => {
            script.skip(span, "`CREATE POLICY`, `CREATE ROLE` and the like", RIGHTS);
        }
        "EXTENSION" | "DATABASE" | "SERVER" | "COLLATION" | "PUBLICATION" | "STATISTICS" | "TEXT" | "FULL"
        | "PARTITION" | "XML" | "SYNONYM" | "TABLESPACE" => {
            script.skip(span, "`CREATE EXTENSION`, `CREATE DATABASE` and the like", NOTHING);
        }
        other => {
            let shown: String = other.chars().take(60).collect();
            script.notes.dropped(span, format!("`CREATE {shown}`"), NOTHING);
        }
    }
}

/// A statement made of these tokens; why not, where it is none.
pub(super) fn parse(list: &[TokenWithSpan], dialect: Dialect) -> Result<Statement, String> {
    let mut why = String::new();
    for dialect in [dialect, Dialect::Standard] {
        let mut parser = Parser::new(dialect.parsing()).with_tokens_with_locations(list.to_vec());
        match parser.parse_statement() {
            Ok(statement) if parser.peek_token_ref().token == Token::EOF => return Ok(statement),
            Ok(_) if why.is_empty() => {
                why = format!("`{}` was not expected there", shown(&parser.peek_token_ref().token));
            }
            Err(error) if why.is_empty() => {
                let said = error.to_string();
                let said = said.split(" at Line:").next().unwrap_or(&said);
                said.trim_start_matches("sql parser error: ").clone_into(&mut why);
            }
            _ => {}
        }
    }
    Err(why)
}

fn shown(token: &Token) -> String {
    token.to_string().chars().take(40).collect()
}

/// The tokens of a statement; what is made of none, or of too many, is told.
pub(super) fn tokens(source: &str, piece: &Piece, dialect: Dialect, script: &mut Script) -> Option<Tokens> {
    match Tokens::of(source, piece, dialect) {
        Ok(tokens) => Some(tokens),
        Err(why) => {
            refuse(source, piece, &why, script);
            None
        }
    }
}

/// A short statement, parsed; what cannot be is told.
pub(super) fn parsed(
    source: &str,
    piece: &Piece,
    dialect: Dialect,
    script: &mut Script,
) -> Option<(Tokens, Statement)> {
    let tokens = tokens(source, piece, dialect, script)?;
    if tokens.list.len() > MOST_TOKENS {
        refuse(source, piece, TOO_LONG, script);
        return None;
    }
    match parse(&tokens.list, dialect) {
        Ok(statement) => Some((tokens, statement)),
        Err(why) => {
            refuse(source, piece, &why, script);
            None
        }
    }
}

/// Why something is not looked at.
pub(super) const TOO_LONG: &str = "it is longer than anything that a person writes";

/// Tells that a statement is left out.
pub(super) fn refuse(source: &str, piece: &Piece, why: &str, script: &mut Script) {
    let text: String = source[piece.span.range()].split_whitespace().take(6).collect::<Vec<_>>().join(" ");
    let text: String = text.chars().take(80).collect();
    script.notes.dropped(
        Span { start: piece.span.start, end: piece.span.start },
        format!("the statement `{text} …`"),
        format!("it cannot be read and is left out: {}", why.replace('\n', " ")),
    );
}
