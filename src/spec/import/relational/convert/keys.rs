//! Keys and indexes of several columns.

use super::{Converter, given::Given};
use crate::spec::{
    document::Entity,
    import::{NoteKind, relational::schema::Key},
};

/// Columns of the longest index.
const MOST_COLUMNS: usize = 8;

/// Takes over keys of several columns and further indexes of an entity.
pub(super) fn convert(at: usize, converter: &mut Converter) {
    if converter.index.get(&converter.drafts[at].table) != Some(&at) {
        return;
    }
    let table = &converter.tables[converter.drafts[at].table];
    let name = table.name.name.clone();
    let primary: Vec<Key> = table.primary_key.iter().filter(|key| key.columns.len() > 1).cloned().collect();
    let uniques: Vec<Key> = table.uniques.iter().filter(|key| key.columns.len() > 1).cloned().collect();
    let indexes = table.indexes.clone();
    for (keys, is_unique, is_primary) in [(primary, true, true), (uniques, true, false), (indexes, false, false)] {
        for key in keys {
            let shown = format!("`{name} ({})`", key.columns.join(", "));
            let members = members(&key, at, converter);
            let is_told = members.is_some();
            if let Some(members) = members {
                add(members, &mut converter.drafts[at].entity);
            }
            if is_primary {
                converter.notes.grouped(
                    key.span,
                    NoteKind::Changed,
                    "primary keys of several columns:",
                    shown,
                    "every row has an `id` of its own; that no two rows have the same of these is not kept, check it in the service",
                );
            } else if is_unique {
                converter.notes.grouped(
                    key.span,
                    NoteKind::Changed,
                    "unique over several columns:",
                    shown,
                    "an index; that no two rows have the same of these is not kept, check it in the service",
                );
            } else if !is_told {
                converter.notes.grouped(
                    key.span,
                    NoteKind::NotCarried,
                    "indexes:",
                    shown,
                    "of a column that is no field, or too large for an index, or of more than eight",
                );
            }
        }
    }
}

/// What the spec calls the columns; none where it has no index of them.
fn members(key: &Key, at: usize, converter: &Converter) -> Option<Vec<String>> {
    let draft = &converter.drafts[at];
    let given = &converter.given[draft.table];
    let mut members: Vec<String> = Vec::new();
    for column in &key.columns {
        let lower = column.to_ascii_lowercase();
        if given.get(&lower) == Some(&Given::TenantId) {
            continue;
        }
        let member = draft.by_column.get(&lower)?;
        if let Some(field) = draft.entity.fields.get(member)
            && matches!(field.kind.as_str(), "text" | "json" | "bytes" | "file")
        {
            return None;
        }
        if !members.contains(member) {
            members.push(member.clone());
        }
    }
    (members.len() <= MOST_COLUMNS).then_some(members)
}

fn add(members: Vec<String>, entity: &mut Entity) {
    let has_its_own = match members.as_slice() {
        [] => true,
        [only] => entity.relations.contains_key(only) || entity.fields.get(only).is_some_and(|field| field.unique),
        _ => false,
    };
    if !has_its_own && !entity.indexes.contains(&members) {
        entity.indexes.push(members);
    }
}
