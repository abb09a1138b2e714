//! Other names for entities and enums of a whole document.

use std::collections::HashMap;

use indexmap::IndexMap;

use crate::spec::Document;

/// Renames a type wherever it is named; it keeps its place.
pub(super) fn of_type(document: &mut Document, from: &str, to: &str) {
    of_types(document, &HashMap::from([(from.to_owned(), to.to_owned())]));
}

/// Renames types, new names by old ones, wherever they are named; each keeps its place.
pub(in crate::spec) fn of_types(document: &mut Document, names: &HashMap<String, String>) {
    if names.is_empty() {
        return;
    }
    let rename = |name: &mut String| {
        if let Some(other) = names.get(name) {
            name.clone_from(other);
        }
    };
    keys(&mut document.entities, names);
    keys(&mut document.enums, names);
    document.services.values_mut().flat_map(|service| &mut service.entities).for_each(rename);
    for entity in document.entities.values_mut() {
        entity.fields.values_mut().for_each(|field| rename(&mut field.kind));
        for relation in entity.relations.values_mut() {
            let kinds = [
                &mut relation.many_to_one,
                &mut relation.one_to_many,
                &mut relation.one_to_one,
                &mut relation.many_to_many,
            ];
            kinds.into_iter().flatten().for_each(rename);
        }
    }
}

fn keys<T>(map: &mut IndexMap<String, T>, names: &HashMap<String, String>) {
    let renamed = std::mem::take(map).into_iter();
    *map = renamed.map(|(name, value)| (names.get(&name).cloned().unwrap_or(name), value)).collect();
}
