//! Which entities and enums of a model are those of the spec.

use std::collections::{HashMap, HashSet};

use super::{MergeError, Side};
use crate::spec::{
    Document,
    document::Enum,
    import::rename_types,
    model::{self, FieldKind},
};

/// New names by old ones.
type Renamed = HashMap<String, String>;

/// The model with the names that the spec has for the same entities and enums, and what they were called.
pub(super) fn renamed(here: Side<'_>, theirs: Side<'_>) -> (Document, Renamed) {
    let mut names = entities(here, theirs);
    names.extend(enums(here, theirs, &names));
    let mut document = theirs.document.clone();
    rename_types(&mut document, &names);
    (document, names)
}

/// Entities of another name in the same table.
fn entities(here: Side<'_>, theirs: Side<'_>) -> Renamed {
    let free = here.document.entities.keys().zip(&here.model.entities);
    let free = free.filter(|(name, _)| !theirs.document.entities.contains_key(*name));
    let by_table: HashMap<&str, &String> = free.map(|(name, entity)| (entity.table.as_str(), name)).collect();
    let unknown = theirs.document.entities.keys().zip(&theirs.model.entities);
    let unknown = unknown.filter(|(name, _)| !here.document.entities.contains_key(*name));
    unknown
        .filter_map(|(name, entity)| by_table.get(entity.table.as_str()).map(|here| (name.clone(), (*here).clone())))
        .collect()
}

/// Enums of another name that the same field has.
fn enums(here: Side<'_>, theirs: Side<'_>, entities: &Renamed) -> Renamed {
    let mut found = Renamed::new();
    let mut given: HashSet<&String> = HashSet::new();
    for (name, entity) in theirs.document.entities.keys().zip(&theirs.model.entities) {
        let Some(at) = here.document.entities.get_index_of(entities.get(name).unwrap_or(name)) else { continue };
        let ours: HashMap<&str, &model::Field> =
            here.model.entities[at].fields.iter().map(|field| (field.column.as_str(), field)).collect();
        for field in &entity.fields {
            let Some(our) = ours.get(field.column.as_str()) else { continue };
            let (FieldKind::Enum { id: ours }, FieldKind::Enum { id }) = (&our.kind, &field.kind) else { continue };
            let pair = theirs.document.enums.get_index(id.0).zip(here.document.enums.get_index(ours.0));
            let Some(((their_name, their_enum), (our_name, our_enum))) = pair else { continue };
            let is_free = !here.document.enums.contains_key(their_name)
                && !theirs.document.enums.contains_key(our_name)
                && !found.contains_key(their_name);
            if is_free && are_akin(our_enum, their_enum) && given.insert(our_name) {
                found.insert(their_name.clone(), our_name.clone());
            }
        }
    }
    found
}

/// Whether two enums can be the same: they share a value.
pub(super) fn are_akin(ours: &Enum, theirs: &Enum) -> bool {
    theirs.values.keys().any(|value| ours.values.contains_key(value))
}

/// The entities that were asked for, by the spec's names; all where none was named.
pub(super) fn chosen(theirs: &Document, renamed: &Renamed, only: &[String]) -> Result<HashSet<String>, MergeError> {
    if only.is_empty() {
        return Ok(theirs.entities.keys().cloned().collect());
    }
    let known = |name: &String| {
        let name = renamed.get(name).unwrap_or(name);
        let names = || theirs.entities.keys().cloned().collect();
        let there = theirs.entities.contains_key(name).then(|| name.clone());
        there.ok_or_else(|| MergeError::NoEntity { name: name.clone(), names: names() })
    };
    only.iter().map(known).collect()
}
