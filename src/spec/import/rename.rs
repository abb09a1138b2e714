//! Another name for an entity or enum of a whole document.

use indexmap::IndexMap;

use crate::spec::Document;

/// Renames a type wherever it is named; it keeps its place.
pub(super) fn of_type(document: &mut Document, from: &str, to: &str) {
    key(&mut document.entities, from, to);
    key(&mut document.enums, from, to);
    let owned = document.services.values_mut().flat_map(|service| &mut service.entities);
    for name in owned.filter(|name| *name == from) {
        to.clone_into(name);
    }
    for entity in document.entities.values_mut() {
        for field in entity.fields.values_mut().filter(|field| field.kind == from) {
            to.clone_into(&mut field.kind);
        }
        for relation in entity.relations.values_mut() {
            let kinds = [
                &mut relation.many_to_one,
                &mut relation.one_to_many,
                &mut relation.one_to_one,
                &mut relation.many_to_many,
            ];
            for target in kinds.into_iter().flatten().filter(|target| *target == from) {
                to.clone_into(target);
            }
        }
    }
}

fn key<T>(map: &mut IndexMap<String, T>, from: &str, to: &str) {
    let Some(at) = map.get_index_of(from) else { return };
    if let Some(value) = map.shift_remove(from) {
        map.shift_insert(at, to.to_owned(), value);
    }
}
