//! SQL scripts: tables, keys, conditions and comments of `PostgreSQL`, `MySQL`, `SQLite` and SQL Server.
//!
//! A script is divided by quotes and delimiters alone, and each statement is read by itself, so that one that nobody can
//! read costs no other. What becomes of what is in `docs/import-sql.md`.

mod alter;
mod conditions;
mod create_table;
mod defaults;
pub(super) mod dialect;
pub(super) mod kinds;
pub(super) mod names;
mod others;
mod script;
mod scripts;
mod split;
mod statement;
#[cfg(test)]
mod tests;
mod tokens;

use self::{dialect::Dialect, script::Script};
use super::{
    Imported,
    fault::{Fault, problems},
    relational::convert::convert,
    span::Span,
};
use crate::spec::problem::Problems;
pub use scripts::read_all;

/// Bytes of a script; a larger one is refused before it is read.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// Reads a script (`.sql`, `.ddl`).
///
/// `file` is its name, for messages and for the project. The document that comes out passes every check that a hand-written
/// one must pass; what it cannot say is in the notes.
///
/// # Errors
/// That there is no table in it, or more than anybody models.
pub fn read(source: &str, file: &str) -> Result<Imported, Problems> {
    let refused =
        |message: String, help: &str| Err(problems("", file, vec![Fault::new(Span::default(), message).help(help)]));
    if source.len() > MAX_BYTES {
        let message = format!("the file has {} bytes; at most {MAX_BYTES} are read", source.len());
        return refused(message, "leave the rows out, as `pg_dump --schema-only` and `mysqldump --no-data` do");
    }
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let dialect = Dialect::of(source);
    let mut script = Script::default();
    for piece in split::split(source, dialect) {
        statement::read(source, &piece, dialect, &mut script);
    }
    script.tell_skipped();
    if script.surplus > 0 {
        let message = format!("there are more than {} tables", script::MOST_TABLES);
        return refused(message, "divide the file, and import its parts one by one");
    }
    let Script { mut schema, notes, partitions, .. } = script;
    schema
        .tables
        .retain(|table| !table.columns.is_empty() && !partitions.contains_key(&table.name.name.to_ascii_lowercase()));
    if schema.tables.is_empty() {
        return refused(
            "there is no table in it".to_owned(),
            "a model has statements such as `CREATE TABLE pet (name text);`",
        );
    }
    convert(schema, notes, source, file).map_err(|faults| problems(source, file, faults))
}
