//! What options make of lists and of rights.

use super::Draft;
use crate::spec::{
    document::{Access, Entity, ListOptions},
    import::{notes::Notes, span::Span},
};

/// The role that the default roles end with.
const LAST_ROLE: &str = "admin";

/// Applies what was chosen for an entity; its fields and relations are there already.
pub(super) fn apply(draft: &mut Draft, span: Option<Span>, notes: &mut Notes) {
    let chosen = draft.chosen.clone();
    let entity = &mut draft.entity;
    entity.audit |= chosen.audit;
    entity.soft_delete |= chosen.soft_delete;
    if chosen.read_only {
        let last = Some(LAST_ROLE.to_owned());
        entity.access = Some(Access { read: None, write: last.clone(), delete: last });
    }
    let of_kind = |kinds: &[&str]| -> Vec<String> {
        let fields = entity.fields.iter().filter(|(_, field)| kinds.contains(&field.kind.as_str()));
        fields.map(|(name, _)| name.clone()).collect()
    };
    let search =
        chosen.search.then(|| of_kind(&["string", "email", "url", "text"])).filter(|fields| !fields.is_empty());
    if chosen.search
        && search.is_none()
        && let Some(span) = span
    {
        notes.dropped(span, format!("the search of `{}`", draft.written), "it has no text to look through");
    }
    let filter = chosen.filter.then(|| filters(entity));
    let list = ListOptions { page_size: chosen.page_size, sort: None, filter, search };
    if list != ListOptions::default() {
        entity.list = Some(list);
    }
}

/// All that a list can be filtered by.
fn filters(entity: &Entity) -> Vec<String> {
    let fields =
        entity.fields.iter().filter(|(_, field)| !matches!(field.kind.as_str(), "text" | "file" | "bytes" | "json"));
    let relations = entity.relations.iter().filter(|(_, relation)| relation.many_to_many.is_none());
    fields.map(|(name, _)| name).chain(relations.map(|(name, _)| name)).cloned().collect()
}
