//! Under which names relations travel.

use pluralizer::pluralize;

use crate::spec::model::{Field, Relation, RelationKind};

/// Name of a relation in inputs and filters: `ownerId`; `vaccineIds` where there can be several.
pub(super) fn key_of(relation: &Relation) -> String {
    match relation.kind {
        RelationKind::ManyToMany { .. } => format!("{}Ids", pluralize(&relation.name, 1, false)),
        RelationKind::ManyToOne { .. } | RelationKind::OneToOne { .. } => format!("{}Id", relation.name),
    }
}

/// Whether it points to several.
pub(super) fn is_many(relation: &Relation) -> bool {
    matches!(relation.kind, RelationKind::ManyToMany { .. })
}

/// Whether a row may hold nothing in a field. One with a default never does.
pub(super) fn is_nullable(field: &Field) -> bool {
    !field.required && field.default.is_none()
}
