//! All rows that were read, by what they are.

use std::collections::HashMap;

use heck::ToSnakeCase;

use super::sheet::Sheet;
use crate::spec::import::{relational::convert::words, span::Span};

/// More kinds of rows than anybody has.
pub(super) const MOST_SHEETS: usize = 1_000;

/// Rows of one kind that are looked at.
pub(super) const MOST_ROWS: usize = 200_000;

/// All of them.
#[derive(Default)]
pub(super) struct Sheets {
    pub all: Vec<Sheet>,
    by_base: HashMap<String, usize>,
    /// Whether there were more kinds of rows than anybody has.
    pub is_cut: bool,
}

impl Sheets {
    /// The sheet of that name in the singular; none where there are too many.
    pub fn of(&mut self, name: &str, span: Span) -> Option<usize> {
        let base = base(name);
        if let Some(at) = self.by_base.get(&base) {
            return Some(*at);
        }
        if self.all.len() >= MOST_SHEETS {
            self.is_cut = true;
            return None;
        }
        self.all.push(Sheet { name: name.to_owned(), span, ..Sheet::default() });
        self.by_base.insert(base, self.all.len() - 1);
        Some(self.all.len() - 1)
    }

    /// Where a thing of that name is, if there is one.
    pub fn find(&self, base: &str) -> Option<usize> {
        self.by_base.get(base).copied()
    }
}

/// A name in the singular and in snake case: `Order Items` becomes `order_item`.
pub(super) fn base(name: &str) -> String {
    words::entity(name).to_snake_case()
}
