//! Entities with their fields, before their relations are known.

use indexmap::IndexMap;

use super::{access, entity_path, fields};
use crate::spec::{
    Document, document,
    model::{Display, Entity, EntityId, Enum, ListOptions, Role, ServiceId},
    naming::{self, Names},
    problem::{Path, Problem},
};

/// In the order of the document.
pub(super) fn entities(
    document: &Document,
    ids: &IndexMap<&str, EntityId>,
    enums: &[Enum],
    roles: &[Role],
    owners: &[ServiceId],
    problems: &mut Vec<Problem>,
) -> Vec<Entity> {
    let mut entities = Vec::with_capacity(ids.len());
    for (name, given) in &document.entities {
        let path = entity_path(name);
        let id = ids[name.as_str()];
        let names = match &given.plural {
            Some(plural) => Names::with_plural(name, plural),
            None => Names::of(name),
        };
        entities.push(Entity {
            id,
            service: owners[id.0],
            description: given.description.clone().unwrap_or_default(),
            table: table(given, &names, &path, problems),
            fields: fields::fields(document, &given.fields, &path.key("fields"), enums, problems),
            relations: Vec::new(),
            inverses: Vec::new(),
            display: Display::Id,
            list: ListOptions {
                page_size: 25,
                sort: Vec::new(),
                sortable: Vec::new(),
                filter: Vec::new(),
                search: Vec::new(),
            },
            soft_delete: given.soft_delete,
            audit: given.audit,
            access: access::access(given.access.as_ref(), roles, &path, problems),
            indexes: given.indexes.clone(),
            seed: Vec::new(),
            names,
        });
    }
    entities
}

fn table(given: &document::Entity, names: &Names, path: &Path, problems: &mut Vec<Problem>) -> String {
    let Some(table) = &given.table else { return naming::identifier(&[&names.many.snake]) };
    problems.extend(database_name(path.key("table"), table, "table"));
    table.clone()
}

/// What is wrong with a name of the database that a person gave.
pub(super) fn database_name(path: Path, name: &str, what: &str) -> Option<Problem> {
    let fits = name.starts_with(|first: char| first.is_ascii_lowercase() || first == '_')
        && name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_');
    if !fits {
        let message = format!("`{}` cannot be the name of a {what}", name.escape_debug());
        return Some(
            Problem::new(path, message).mend("use lower-case letters, digits and underscores: `invoice_lines`"),
        );
    }
    if name.starts_with("pg_") {
        let message = format!("PostgreSQL keeps names that begin with `pg_` for itself: `{name}`");
        return Some(Problem::new(path, message).mend("begin with another word"));
    }
    (name.len() > naming::IDENTIFIER_MAX).then(|| {
        let message = format!("the name has {} bytes; PostgreSQL keeps {}", name.len(), naming::IDENTIFIER_MAX);
        Problem::new(path, message).mend("choose a shorter one")
    })
}
