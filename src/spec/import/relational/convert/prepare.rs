//! Foreign keys with what they point to.

use std::collections::{HashMap, HashSet};

use super::Converter;
use crate::spec::import::{
    NoteKind,
    relational::schema::{ForeignKey, Table, TableName},
};

/// A foreign key whose other end is known.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub key: ForeignKey,
    pub target: usize,
}

/// Finds the other end of every foreign key; one that leads nowhere is told, and its column stays a field.
pub(super) fn links(converter: &mut Converter) {
    let places = places(&converter.tables);
    let mut all = Vec::with_capacity(converter.tables.len());
    for table in &mut converter.tables {
        let mut links: Vec<Link> = Vec::new();
        let mut seen: HashSet<Vec<String>> = HashSet::new();
        for key in std::mem::take(&mut table.foreign_keys) {
            let columns: Vec<String> = key.columns.iter().map(|column| column.to_ascii_lowercase()).collect();
            let what = format!("the foreign key of `{}.{}`", table.name.name, key.columns.join(", "));
            if columns.is_empty() || key.columns.iter().any(|column| table.column(column).is_none()) {
                converter.notes.dropped(key.span, what, "the table has no such column");
            } else if !seen.insert(columns) {
                converter.notes.dropped(key.span, what, "these columns point somewhere already");
            } else if let Some(target) = target(&places, &table.name, &key.table) {
                if key.on_update {
                    converter.notes.grouped(
                        key.span,
                        NoteKind::NotCarried,
                        "`ON UPDATE` of",
                        format!("`{}.{}`", table.name.name, key.columns.join(", ")),
                        "ids never change",
                    );
                }
                links.push(Link { key, target });
            } else {
                let reason = format!("there is no table `{}`; the column stays a field", key.table.written());
                converter.notes.dropped(key.span, what, reason);
            }
        }
        all.push(links);
    }
    converter.links = all;
}

type Places = HashMap<String, Vec<(TableName, usize)>>;

fn places(tables: &[Table]) -> Places {
    let mut places = Places::new();
    for (at, table) in tables.iter().enumerate() {
        places.entry(table.name.name.to_ascii_lowercase()).or_default().push((table.name.clone(), at));
    }
    places
}

/// The table that a name means: in the schema that it names, in the one at hand, or the only one.
fn target(places: &Places, from: &TableName, to: &TableName) -> Option<usize> {
    let found = places.get(&to.name.to_ascii_lowercase())?;
    let lower = |name: &TableName| name.schema.as_ref().map(|schema| schema.to_ascii_lowercase());
    let exact = found.iter().find(|(name, _)| lower(name) == lower(to));
    let near = || found.iter().find(|(name, _)| to.schema.is_none() && lower(name) == lower(from));
    exact.or_else(near).or(if found.len() == 1 { found.first() } else { None }).map(|(_, at)| *at)
}

/// The place of a table by its name.
pub(super) fn place(tables: &[Table], name: &TableName) -> Option<usize> {
    tables.iter().position(|table| table.name == *name)
}
