//! What is not, or not exactly, as it was.

use std::fmt;

use serde::Serialize;

/// One thing about an import that a person should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Note {
    /// The file, where the source has several, or the database that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Line of the source, from 1; 0 where there are none, as in a database.
    pub line: usize,
    /// Column of the source in characters, from 1; 0 where there are no lines.
    pub column: usize,
    /// Whether something is missing, changed or new.
    pub kind: NoteKind,
    /// What it is about, as it stands in the source: `` `angularSuffix` ``.
    pub what: String,
    /// Why, and what happens instead: lower case, without full stop.
    pub instead: String,
}

/// What became of the thing that a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// It is not in the spec.
    NotCarried,
    /// It is in the spec under another name or in another form.
    Changed,
    /// It is in the spec though the source has it only implied.
    Added,
}

impl fmt::Display for Note {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, what, instead, .. } = self;
        let file = file.as_ref().map_or(String::new(), |file| format!("{file}:"));
        write!(out, "{file}{line}:{column} {what}: {instead}")
    }
}
