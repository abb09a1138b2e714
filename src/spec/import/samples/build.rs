//! Sheets to tables.

use heck::ToSnakeCase;
use indexmap::IndexMap;

use super::{
    kinds::{Guess, is_unique_by_name, kind},
    relations::{self, Lead},
    sheet::{Column as Sampled, Sheet},
    sheets::{Sheets, base},
};
use crate::spec::import::{
    NoteKind,
    notes::Notes,
    relational::{
        convert::words,
        schema::{Column, Initial, Key, Kind, Schema, Table, TableName, Terms},
    },
};

/// Rows from which on it says something that all have a value, or that all differ.
const ENOUGH: usize = 3;

/// The tables of all sheets with rows.
pub(super) fn schema(sheets: &Sheets, notes: &mut Notes) -> Schema {
    let terms = Terms { table: "sample", column: "column", is_database: false };
    let mut schema = Schema { terms, ..Schema::default() };
    let leads: Vec<IndexMap<String, Lead>> = (0..sheets.all.len()).map(|at| relations::leads(at, sheets)).collect();
    for (sheet, leads) in sheets.all.iter().zip(&leads) {
        schema.tables.push(table(sheet, leads, notes));
    }
    relations::link(sheets, &leads, &mut schema, notes);
    let is_kept: Vec<bool> = sheets.all.iter().map(|sheet| sheet.rows > 0 && has_columns(sheet)).collect();
    let mut kept = is_kept.iter();
    schema.tables.retain(|_| kept.next().copied().unwrap_or(false));
    schema
}

fn has_columns(sheet: &Sheet) -> bool {
    !sheet.columns.is_empty() || !sheet.held.is_empty()
}

/// The column that numbers the rows.
pub(super) fn key_of(sheet: &Sheet) -> Option<&str> {
    let own = format!("{}_id", base(&sheet.name));
    let snake = |name: &str| words::ascii(name).to_snake_case();
    ["id", own.as_str(), "uuid", "guid"].iter().find_map(|id| {
        let found = sheet.columns.iter().find(|(name, _)| snake(name) == *id);
        found.filter(|(_, column)| column.filled == sheet.rows).map(|(name, _)| name.as_str())
    })
}

fn table(sheet: &Sheet, leads: &IndexMap<String, Lead>, notes: &mut Notes) -> Table {
    let mut table =
        Table { name: TableName { schema: None, name: sheet.name.clone() }, span: sheet.span, ..Table::default() };
    let id = key_of(sheet);
    for (name, sampled) in &sheet.columns {
        if sheet.held.contains_key(name) {
            continue;
        }
        let place = format!("`{}.{name}`", sheet.name);
        if table.column(name).is_some() {
            notes.dropped(sampled.span, place, "another column has that name but for its casing");
            continue;
        }
        let is_key = id == Some(name.as_str());
        let is_told = !is_key && leads.get(name).is_none_or(|lead| *lead == Lead::Nowhere);
        table.columns.push(column(name, sampled, sheet, (is_key, is_told), notes));
        if is_key {
            table.primary_key = Some(Key { columns: vec![name.clone()], span: sampled.span });
        } else if sampled.all_differ()
            && sampled.filled == sheet.rows
            && sheet.rows >= ENOUGH
            && is_unique_by_name(name)
        {
            let why = "assumed, because no two rows have the same; take `unique` away where they may";
            notes.grouped(sampled.span, NoteKind::Added, "unique:", place, why);
            table.uniques.push(Key { columns: vec![name.clone()], span: sampled.span });
        }
    }
    if sheet.is_cut {
        let why = "there are more columns than anybody has";
        notes.dropped(sheet.span, format!("some columns of `{}`", sheet.name), why);
    }
    table
}

fn column(name: &str, sampled: &Sampled, sheet: &Sheet, (is_id, is_told): (bool, bool), notes: &mut Notes) -> Column {
    let place = format!("`{}.{name}`", sheet.name);
    let (kind, guess) = kind(name, sampled);
    let snake = words::ascii(name).to_snake_case();
    let is_text = matches!(kind, Kind::Line(_));
    let is_full = sampled.filled == sheet.rows && sheet.rows >= ENOUGH;
    if is_told && !is_given(&snake, &kind) {
        told(guess, place.clone(), &kind, sampled, notes);
        if is_full {
            let why = "assumed, because no row is without a value; take `required` away where one may be";
            notes.grouped(sampled.span, NoteKind::Added, "required:", place, why);
        }
    }
    let member = name.replace('.', "_");
    Column {
        member: (member != name).then_some(member),
        name: name.to_owned(),
        span: sampled.span,
        comment: None,
        written: written(&kind).to_owned(),
        is_touched: kind == Kind::Moment,
        kind,
        required: is_full,
        is_numbered: false,
        default: (is_id && is_text).then(|| Initial::Computed("uuid".to_owned())),
    }
}

fn is_given(snake: &str, kind: &Kind) -> bool {
    matches!(snake, "created_at" | "updated_at" | "deleted_at") && *kind == Kind::Moment
}

fn written(kind: &Kind) -> &'static str {
    match kind {
        Kind::Int { .. } => "number",
        Kind::Foreign { .. } => "object",
        _ => "text",
    }
}

/// Tells what was guessed.
fn told(guess: Guess, place: String, kind: &Kind, sampled: &Sampled, notes: &mut Notes) {
    let (head, item, why) = match guess {
        Guess::None => return,
        Guess::Form => ("types:", place, "assumed from how all values are written"),
        Guess::Words => {
            let words = sampled.words.iter().take(6).map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
            let more = if sampled.words.len() > 6 { " …" } else { "" };
            let why = "assumed, because few values repeat; write `type: string` where there may be others";
            ("enums:", format!("{place} ({words}{more})"), why)
        }
        Guess::Length if *kind == Kind::Prose => return,
        Guess::Length => ("lengths of texts:", place, "assumed: the longest one and half of it more"),
        Guess::Size => ("whole numbers:", place, "assumed from the greatest one: `int`, or `long` beyond 32 bits"),
        Guess::Digits => ("digits of numbers:", place, "assumed: those of the longest one and some before the point"),
        Guess::Empty => ("columns without any value:", place, "assumed to be texts, as nothing says what they are"),
        Guess::Foreign => {
            let why = "assumed to be days; the workspace writes them as `2025-12-31`";
            ("dates in another form:", place, why)
        }
        Guess::Code => ("numbers that are no numbers:", place, "assumed to be texts by their names"),
    };
    notes.grouped(sampled.span, NoteKind::Added, head, item, why);
}
