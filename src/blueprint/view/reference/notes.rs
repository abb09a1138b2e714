//! What does not fit into a table, told below it.

use serde_json::{Value, json};

use crate::render::markdown::{code, escape};

/// Characters of a cell: the widest cell pads all rows.
const WIDEST: usize = 160;

/// Remarks on the rows of one table.
#[derive(Default)]
pub(super) struct Notes(Vec<(String, String)>);

impl Notes {
    /// Somebody's words for a cell, or nothing where they are told below instead.
    pub(super) fn cell(&mut self, row: &str, words: &str) -> String {
        let words = escape(words);
        if words.chars().count() <= WIDEST {
            return words;
        }
        self.add(row, words);
        "see below".to_owned()
    }

    /// A value for a cell. A bar would end the cell, and escaping it would change the value: then it is told below, as
    /// `what` it is.
    pub(super) fn code(&mut self, row: &str, what: &str, value: &str) -> String {
        if !value.contains(['|', '\n', '\r']) && value.chars().count() <= WIDEST {
            return code(value);
        }
        self.add(row, format!("{what} {}", code(value)));
        "see below".to_owned()
    }

    /// A remark on a row.
    pub(super) fn add(&mut self, row: &str, text: String) {
        self.0.push((row.to_owned(), text));
    }

    pub(super) fn into_value(self) -> Value {
        self.0.into_iter().map(|(row, text)| json!({ "row": code(&row), "text": text })).collect()
    }
}
