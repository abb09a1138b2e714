//! What leads from one sheet to another: objects within objects, and ids by their names.

use std::collections::HashSet;

use heck::{ToLowerCamelCase, ToSnakeCase};
use indexmap::IndexMap;

use super::{
    build::key_of,
    sheet::Sheet,
    sheets::{Sheets, base},
};
use crate::spec::import::{
    NoteKind,
    notes::Notes,
    relational::{
        convert::words,
        schema::{Column, ForeignKey, ImplicitLink, Kind, Schema, Table, TableName},
    },
    span::Span,
};

/// Adds keys and links to the tables, which stand in the order of the sheets.
pub(super) fn link(sheets: &Sheets, leads: &[IndexMap<String, Lead>], schema: &mut Schema, notes: &mut Notes) {
    held(sheets, schema, notes);
    for ((sheet, leads), table) in sheets.all.iter().zip(leads).zip(&mut schema.tables) {
        by_name(sheet, leads, table, sheets, notes);
    }
}

fn table_name(sheet: &Sheet) -> TableName {
    TableName { schema: None, name: sheet.name.clone() }
}

/// Objects within objects.
fn held(sheets: &Sheets, schema: &mut Schema, notes: &mut Notes) {
    let mut holders = vec![0_usize; sheets.all.len()];
    for (held, _) in sheets.all.iter().flat_map(|sheet| sheet.held.values()) {
        holders[*held] += 1;
    }
    for (at, sheet) in sheets.all.iter().enumerate() {
        for (property, (target, is_list)) in &sheet.held {
            let other = &sheets.all[*target];
            let place = format!("`{}.{property}`", sheet.name);
            // The same thing in several lists belongs to none of them.
            let is_shared = key_of(other).is_some_and(|id| !other.columns[id].all_differ() && other.rows > 1);
            if !is_list {
                let why = "assumed to be a thing of its own, because it has an id";
                notes.grouped(other.span, NoteKind::Added, "objects within objects:", place, why);
                key(at, property, *target, None, false, other.span, schema, sheets);
            } else if is_shared {
                let why = "many to many, assumed because the same ones are in several lists";
                notes.grouped(other.span, NoteKind::Added, "lists of objects:", place, why);
                schema.links.push(ImplicitLink {
                    span: other.span,
                    holder: table_name(sheet),
                    target: table_name(other),
                    member: property.clone(),
                    inverse: None,
                    comment: None,
                });
            } else {
                let why = "assumed to belong to what holds them, because none is in two lists";
                notes.grouped(other.span, NoteKind::Added, "lists of objects:", place, why);
                let owner = base(&sheet.name).to_lower_camel_case();
                let is_required = holders[*target] == 1;
                key(*target, &owner, at, Some(property), is_required, other.span, schema, sheets);
            }
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "all that is known of a key")]
fn key(
    holder: usize,
    member: &str,
    target: usize,
    inverse: Option<&String>,
    is_required: bool,
    span: Span,
    schema: &mut Schema,
    sheets: &Sheets,
) {
    let table = &mut schema.tables[holder];
    let mut name = member.to_owned();
    while table.column(&name).is_some() {
        name.push_str("Key");
    }
    table.columns.push(Column {
        name: name.clone(),
        member: None,
        span,
        comment: None,
        kind: Kind::Uuid,
        written: "object".to_owned(),
        required: is_required,
        is_numbered: false,
        is_touched: false,
        default: None,
    });
    table.foreign_keys.push(ForeignKey {
        span,
        columns: vec![name],
        table: table_name(&sheets.all[target]),
        on_delete: None,
        on_update: false,
        member: Some(member.to_owned()),
        inverse: inverse.cloned(),
        comment: None,
    });
}

/// Where a column leads that is called like the id of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// To a sheet.
    To(usize),
    /// To a sheet that has no row with one of its values.
    Nowhere,
    /// To what the row holds as an object anyhow.
    Beside,
}

/// Columns such as `customer_id`, where there are customers.
pub(super) fn leads(at: usize, sheets: &Sheets) -> IndexMap<String, Lead> {
    let sheet = &sheets.all[at];
    let own = key_of(sheet);
    let whole: HashSet<String> = sheet.held.keys().map(|name| base(name)).collect();
    let mut leads = IndexMap::new();
    for (name, column) in sheet.columns.iter().filter(|(name, _)| own != Some(name.as_str()) && !name.contains('.')) {
        let snake = words::ascii(name).to_snake_case();
        let Some(stem) = ["_id", "_uuid"].iter().find_map(|ending| snake.strip_suffix(ending)) else { continue };
        if whole.contains(stem) {
            leads.insert(name.clone(), Lead::Beside);
            continue;
        }
        let mut ends = std::iter::once(stem).chain(stem.match_indices('_').map(|(place, _)| &stem[place + 1..]));
        let found = ends.find_map(|end| sheets.find(end));
        let Some(target) = found.or((stem == "parent").then_some(at)) else { continue };
        let ids = key_of(&sheets.all[target]).map(|id| &sheets.all[target].columns[id].hashes);
        let is_lost = ids.is_some_and(|ids| column.filled > 0 && column.hashes.is_disjoint(ids));
        leads.insert(name.clone(), if is_lost { Lead::Nowhere } else { Lead::To(target) });
    }
    leads
}

/// Columns that lead somewhere become relations.
fn by_name(sheet: &Sheet, leads: &IndexMap<String, Lead>, table: &mut Table, sheets: &Sheets, notes: &mut Notes) {
    for (name, lead) in leads {
        let span = sheet.columns[name].span;
        let place = format!("`{}.{name}`", sheet.name);
        let Lead::To(target) = lead else {
            let (head, why) = if *lead == Lead::Beside {
                table.columns.retain(|column| column.name != *name);
                ("ids beside objects:", "left out, as the relation of that name says the same")
            } else {
                ("ids that lead nowhere:", "a plain field, because there is no row with one of these ids")
            };
            notes.grouped(span, NoteKind::Changed, head, place, why);
            continue;
        };
        notes.grouped(span, NoteKind::Added, "relations:", place, "assumed from its name and its values");
        table.foreign_keys.push(ForeignKey {
            span,
            columns: vec![name.clone()],
            table: table_name(&sheets.all[*target]),
            on_delete: None,
            on_update: false,
            member: None,
            inverse: None,
            comment: None,
        });
    }
}
