//! What a script has declared so far.

use std::collections::HashMap;

use crate::spec::import::{
    notes::Notes,
    relational::schema::{Check, EnumType, Initial, Kind, Schema, Table, TableName},
    span::Span,
};

/// More tables than anybody models, and few enough that nothing takes long.
pub(super) const MOST_TABLES: usize = 1_000;

/// Everything that is known while the statements of a script are read one after the other.
#[derive(Debug, Default)]
pub(super) struct Script {
    pub schema: Schema,
    pub notes: Notes,
    /// Where in `schema.tables`, by lower-case name.
    by_name: HashMap<String, Vec<usize>>,
    /// Tables that hold a part of another's rows, in lower case.
    pub partitions: HashMap<String, String>,
    /// Types with conditions, by lower-case name: what they hold, and their conditions about `VALUE`.
    pub domains: HashMap<String, Domain>,
    /// Where unqualified names belong to.
    pub search_path: Option<String>,
    /// Tables behind the last one that is taken.
    pub surplus: usize,
    /// Statements that say nothing about the model, by what they are.
    skipped: Vec<Skipped>,
}

/// A type with conditions.
#[derive(Debug, Clone)]
pub(super) struct Domain {
    pub kind: Kind,
    pub is_required: bool,
    pub default: Option<Initial>,
    pub checks: Vec<Check>,
}

#[derive(Debug)]
struct Skipped {
    what: &'static str,
    instead: &'static str,
    first: Span,
    count: usize,
}

impl Script {
    /// Adds a table; a second one of the same name is told.
    pub fn add(&mut self, table: Table) {
        if self.find_exact(&table.name).is_some() {
            self.notes.dropped(
                table.span,
                format!("table `{}`", table.name.written()),
                "it is declared before, and the first one counts",
            );
            return;
        }
        if self.schema.tables.len() >= MOST_TABLES {
            self.surplus += 1;
            return;
        }
        let at = self.schema.tables.len();
        self.by_name.entry(table.name.name.to_ascii_lowercase()).or_default().push(at);
        self.schema.tables.push(table);
    }

    fn find_exact(&self, name: &TableName) -> Option<usize> {
        let found = self.by_name.get(&name.name.to_ascii_lowercase())?;
        found.iter().copied().find(|at| same_schema(&self.schema.tables[*at].name, name))
    }

    /// The table that a name means: in its schema, or in any where only one has it.
    pub fn find(&self, name: &TableName) -> Option<usize> {
        self.find_exact(name).or_else(|| match self.by_name.get(&name.name.to_ascii_lowercase())?.as_slice() {
            [only] => Some(*only),
            _ => None,
        })
    }

    /// The table that a name means.
    pub fn table(&mut self, name: &TableName) -> Option<&mut Table> {
        let at = self.find(name)?;
        self.schema.tables.get_mut(at)
    }

    /// Calls a table otherwise.
    pub fn rename(&mut self, at: usize, to: TableName) {
        let table = &mut self.schema.tables[at];
        if let Some(places) = self.by_name.get_mut(&table.name.name.to_ascii_lowercase()) {
            places.retain(|place| *place != at);
        }
        self.by_name.entry(to.name.to_ascii_lowercase()).or_default().push(at);
        let from = std::mem::replace(&mut table.name, to.clone());
        for key in self.schema.tables.iter_mut().flat_map(|table| &mut table.foreign_keys) {
            if key.table == from {
                key.table = to.clone();
            }
        }
    }

    /// Forgets a table.
    pub fn remove(&mut self, at: usize) {
        self.schema.tables.remove(at);
        self.by_name.clear();
        for (at, table) in self.schema.tables.iter().enumerate() {
            self.by_name.entry(table.name.name.to_ascii_lowercase()).or_default().push(at);
        }
    }

    /// The enum that a name means.
    pub fn enumeration(&mut self, name: &TableName) -> Option<&mut EnumType> {
        let mut all = self.schema.enums.iter_mut();
        all.find(|one| {
            one.name.name.eq_ignore_ascii_case(&name.name) && (name.schema.is_none() || same_schema(&one.name, name))
        })
    }

    /// Counts a statement that says nothing about the model.
    pub fn skip(&mut self, span: Span, what: &'static str, instead: &'static str) {
        match self.skipped.iter_mut().find(|skipped| skipped.what == what) {
            Some(skipped) => skipped.count += 1,
            None => self.skipped.push(Skipped { what, instead, first: span, count: 1 }),
        }
    }

    /// Tells what was skipped, each kind once.
    pub fn tell_skipped(&mut self) {
        for Skipped { what, instead, first, count } in std::mem::take(&mut self.skipped) {
            let several = if count == 1 { String::new() } else { format!(" ({count} times, here first)") };
            self.notes.dropped(first, format!("{what}{several}"), instead);
        }
    }
}

fn same_schema(one: &TableName, other: &TableName) -> bool {
    match (&one.schema, &other.schema) {
        (Some(one), Some(other)) => one.eq_ignore_ascii_case(other),
        (None, None) => true,
        _ => false,
    }
}
