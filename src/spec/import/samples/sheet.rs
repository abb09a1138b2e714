//! Rows of one kind, of which only what is told by all of them is kept.

use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash, Hasher},
};

use indexmap::{IndexMap, IndexSet};

use super::types::{Digits, Fits, is_foreign_date, of_cell, of_number, of_text};
use crate::spec::import::span::Span;

/// Different values that are kept as they are, for enums.
const MOST_WORDS: usize = 13;

/// Different values of which it is known whether they repeat.
const MOST_DIFFERENT: usize = 100_000;

/// Columns of the widest rows.
pub(super) const MOST_COLUMNS: usize = 500;

/// Rows of one kind.
#[derive(Default)]
pub(super) struct Sheet {
    pub name: String,
    pub span: Span,
    pub rows: usize,
    pub columns: IndexMap<String, Column>,
    /// Whether there were more columns than anybody has.
    pub is_cut: bool,
    /// Sheets that its rows hold: the property, the sheet, and whether it is a list.
    pub held: IndexMap<String, (usize, bool)>,
}

/// What all values of a column tell.
pub(super) struct Column {
    pub span: Span,
    /// Rows that have a value.
    pub filled: usize,
    pub fits: Fits,
    pub digits: Digits,
    pub longest: usize,
    pub has_lines: bool,
    /// Whether lists, maps or values of several kinds were among them.
    pub is_json: bool,
    pub has_foreign_dates: bool,
    pub words: IndexSet<String>,
    pub hashes: HashSet<u64>,
}

/// One value.
#[derive(Clone, Copy)]
pub(super) enum Cell<'v> {
    Empty,
    Boolean,
    Number(&'v str),
    Text(&'v str),
    /// A text that may be anything, as in CSV.
    Any(&'v str),
    /// A list or a map.
    Json,
}

impl Sheet {
    /// Takes in a value; the row is counted by whoever reads it.
    pub fn add(&mut self, name: &str, span: Span, cell: Cell) {
        if !self.columns.contains_key(name) {
            if self.columns.len() >= MOST_COLUMNS {
                self.is_cut = true;
                return;
            }
            self.columns.insert(name.to_owned(), Column::at(span));
        }
        if let Some(column) = self.columns.get_mut(name) {
            column.add(cell);
        }
    }
}

impl Column {
    fn at(span: Span) -> Self {
        Self {
            span,
            filled: 0,
            fits: Fits::ALL,
            digits: Digits::default(),
            longest: 0,
            has_lines: false,
            is_json: false,
            has_foreign_dates: false,
            words: IndexSet::new(),
            hashes: HashSet::new(),
        }
    }

    fn add(&mut self, cell: Cell) {
        let (fits, digits, text) = match cell {
            Cell::Empty => return,
            Cell::Boolean => (Fits::BOOLEAN, Digits::default(), ""),
            Cell::Number(text) => {
                let (fits, digits) = of_number(text);
                (fits, digits, text)
            }
            Cell::Text(text) => (of_text(text), Digits::default(), text),
            Cell::Any(text) => {
                let (fits, digits) = of_cell(text);
                (fits, digits, text)
            }
            Cell::Json => {
                self.is_json = true;
                (Fits::NONE, Digits::default(), "")
            }
        };
        self.filled += 1;
        self.fits = self.fits.and(fits);
        self.digits.before = self.digits.before.max(digits.before);
        self.digits.behind = self.digits.behind.max(digits.behind);
        self.longest = self.longest.max(text.chars().count());
        self.has_lines |= text.contains(['\n', '\r']);
        self.has_foreign_dates |= is_foreign_date(text);
        if self.words.len() < MOST_WORDS && text.len() <= 60 {
            self.words.insert(text.to_owned());
        }
        if self.hashes.len() < MOST_DIFFERENT {
            let mut hasher = DefaultHasher::new();
            text.hash(&mut hasher);
            self.hashes.insert(hasher.finish());
        }
    }

    /// Whether no two values are the same.
    pub fn all_differ(&self) -> bool {
        self.filled > 1 && self.hashes.len() == self.filled
    }

    /// The few words that all values are, where each is there several times.
    pub fn few_words(&self) -> Option<&IndexSet<String>> {
        let is_few = (2..MOST_WORDS).contains(&self.words.len()) && self.hashes.len() == self.words.len();
        (is_few && self.filled >= 6 && self.filled >= self.words.len() * 3).then_some(&self.words)
    }
}
