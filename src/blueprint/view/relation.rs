//! What every template needs to know about a relation: names of its parts, and its expressions in contract and protocol.

use heck::{ToLowerCamelCase, ToSnakeCase, ToUpperCamelCase};
use pluralizer::pluralize;

use crate::spec::model::{Entity, Relation, RelationKind};

/// The column that holds the key; none for many-to-many.
pub(in crate::blueprint) fn column(relation: &Relation) -> Option<&str> {
    match &relation.kind {
        RelationKind::ManyToOne { column } | RelationKind::OneToOne { column } => Some(column),
        RelationKind::ManyToMany { .. } => None,
    }
}

/// Whether there can be several.
pub(in crate::blueprint) fn is_many(relation: &Relation) -> bool {
    matches!(relation.kind, RelationKind::ManyToMany { .. })
}

/// What the input calls it: `ownerId`, `vaccineIds`. Filters and problems name it so too.
pub(in crate::blueprint) fn input_name(relation: &Relation) -> String {
    if is_many(relation) { format!("{}Ids", one_of_many(&relation.name)) } else { format!("{}Id", relation.name) }
}

/// `relatedProducts` becomes `relatedProduct`.
pub(super) fn one_of_many(name: &str) -> String {
    let snake = name.to_snake_case();
    let (before, last) = snake.rsplit_once('_').map_or(("", snake.as_str()), |(before, last)| (before, last));
    let last = pluralize(last, 1, false);
    let one = if before.is_empty() { last } else { format!("{before}_{last}") };
    one.to_lower_camel_case()
}

/// The zod expression of the input.
pub(super) fn zod_input(relation: &Relation) -> &'static str {
    match (is_many(relation), relation.required) {
        (true, _) => "ids()",
        (false, true) => "uuid()",
        (false, false) => "uuid().nullable()",
    }
}

/// What the input holds where nothing is given.
pub(super) fn input_default(relation: &Relation) -> Option<&'static str> {
    match (is_many(relation), relation.required) {
        (true, _) => Some("[]"),
        (false, true) => None,
        (false, false) => Some("null"),
    }
}

/// The zod expression of the output.
pub(super) fn zod_output(relation: &Relation) -> &'static str {
    match (is_many(relation), relation.required) {
        (true, _) => "z.array(reference)",
        (false, true) => "reference",
        (false, false) => "reference.nullable()",
    }
}

/// The table that links two sides of a many-to-many relation, as TypeScript calls it.
#[derive(Debug, Clone)]
pub(in crate::blueprint) struct Link {
    /// `petVaccines`
    pub variable: String,
    /// `petId`
    pub from_key: String,
    /// `vaccineId`: with an `s` behind it the input's name, which is how problems of a link are told.
    pub to_key: String,
    /// `vaccinesOfPets`
    pub reader: String,
}

impl Link {
    /// Of a many-to-many relation.
    pub(in crate::blueprint) fn of(entity: &Entity, relation: &Relation) -> Option<Self> {
        let RelationKind::ManyToMany { table, .. } = &relation.kind else { return None };
        let to_key = format!("{}Id", one_of_many(&relation.name));
        let from_key = format!("{}Id", entity.names.one.camel);
        Some(Self {
            variable: table.to_lower_camel_case(),
            from_key: if from_key == to_key { format!("from{}", from_key.to_upper_camel_case()) } else { from_key },
            to_key,
            reader: format!("{}Of{}", relation.name, entity.names.many.pascal),
        })
    }
}
