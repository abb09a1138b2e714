//! What the spec and the model both have, and have otherwise.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::{Changed, Difference, Kind, Merge, Side, relations};
use crate::spec::{
    decimal::Decimal,
    document::{Entity, Field},
    field_to_yaml,
    model::{self, FieldKind},
};

/// Tells what differs in the entities that both have, and counts what the model does not have.
pub(super) fn compare(here: Side<'_>, theirs: Side<'_>, chosen: &HashSet<String>, merge: &mut Merge) {
    let (mut known, mut all) = (HashSet::new(), 0);
    for (at, (name, our_entity)) in here.document.entities.iter().enumerate() {
        let Some(there) = theirs.document.entities.get_index_of(name) else {
            merge.only_here.entities += 1;
            continue;
        };
        if !chosen.contains(name) {
            continue;
        }
        let their_entity = &theirs.document.entities[there];
        let pairs = Pairs::of(&here.model.entities[at], &theirs.model.entities[there]);
        fields(name, our_entity, their_entity, &pairs, (here, theirs), merge);
        relations::compare(name, (here, at), (theirs, there), &mut known, merge);
        all += here.model.entities[at].relations.len();
    }
    merge.only_here.relations = all.saturating_sub(known.len());
    let lacks = |name: &&String| !theirs.document.enums.contains_key(*name);
    merge.only_here.enums = here.document.enums.keys().filter(lacks).count();
}

/// The fields of one entity that both have.
pub(super) struct Pairs<'m> {
    /// By the model's name, the spec's.
    by_theirs: HashMap<&'m str, &'m model::Field>,
}

impl<'m> Pairs<'m> {
    /// By name, else by column.
    pub fn of(ours: &'m model::Entity, theirs: &'m model::Entity) -> Self {
        let by_name: HashMap<&str, &model::Field> =
            ours.fields.iter().map(|field| (field.name.as_str(), field)).collect();
        let named: HashSet<&str> = theirs.fields.iter().map(|field| field.name.as_str()).collect();
        let free = ours.fields.iter().filter(|field| !named.contains(field.name.as_str()));
        let by_column: HashMap<&str, &model::Field> = free.map(|field| (field.column.as_str(), field)).collect();
        let pair = |field: &'m model::Field| {
            let ours = by_name.get(field.name.as_str()).or_else(|| by_column.get(field.column.as_str()))?;
            Some((field.name.as_str(), *ours))
        };
        Self { by_theirs: theirs.fields.iter().filter_map(pair).collect() }
    }

    /// The spec's field for one of the model.
    pub fn ours(&self, theirs: &str) -> Option<&'m model::Field> {
        self.by_theirs.get(theirs).copied()
    }
}

fn fields(
    entity: &str,
    ours: &Entity,
    theirs: &Entity,
    pairs: &Pairs<'_>,
    sides: (Side<'_>, Side<'_>),
    merge: &mut Merge,
) {
    let meant = &sides.1.model.entities[sides.1.document.entities.get_index_of(entity).unwrap_or_default()];
    for their_field in &meant.fields {
        let Some(our_field) = pairs.ours(&their_field.name) else { continue };
        let (Some(before), Some(said)) = (ours.fields.get(&our_field.name), theirs.fields.get(&their_field.name))
        else {
            continue;
        };
        let after = as_theirs(before, our_field, said, their_field, sides);
        if after == *before {
            continue;
        }
        merge.differences.push(Difference {
            kind: Kind::Differs,
            name: format!("{entity}.{}", our_field.name),
            before: Some(field_to_yaml(before)),
            after: field_to_yaml(&after),
        });
        merge.changed.push(Changed::Field {
            entity: entity.to_owned(),
            name: our_field.name.clone(),
            before: Box::new(before.clone()),
            after: Box::new(after),
        });
    }
    merge.only_here.fields += ours.fields.len().saturating_sub(pairs.by_theirs.len());
}

/// The spec's field with what the model says of it. What the model does not say is no difference.
fn as_theirs(
    before: &Field,
    ours: &model::Field,
    said: &Field,
    theirs: &model::Field,
    sides: (Side<'_>, Side<'_>),
) -> Field {
    let mut after = before.clone();
    after.required = said.required;
    after.unique = said.unique;
    if said.default.is_some() && ours.default != theirs.default {
        after.default.clone_from(&said.default);
    }
    if !is_same_type(&ours.kind, &theirs.kind, sides) {
        return Field {
            kind: said.kind.clone(),
            default: said.default.clone(),
            example: said.example.clone(),
            unit: None,
            accept: said.accept.clone(),
            max_size: said.max_size.clone(),
            ..with_bounds(after, said)
        };
    }
    let differing: Vec<&str> = differing_keys(&ours.kind, &theirs.kind, said);
    let in_brackets = before.kind.contains('(') || said.kind.contains('(');
    for key in differing {
        match key {
            "min" => after.min.clone_from(&said.min),
            "max" if !in_brackets => after.max.clone_from(&said.max),
            "pattern" => after.pattern.clone_from(&said.pattern),
            _ => {
                after.kind.clone_from(&said.kind);
                (after.precision, after.scale) = (said.precision, said.scale);
                after.currency.clone_from(&said.currency);
                if key == "max" {
                    after.max.clone_from(&said.max);
                }
            }
        }
    }
    after
}

fn with_bounds(field: Field, said: &Field) -> Field {
    Field {
        min: said.min.clone(),
        max: said.max.clone(),
        pattern: said.pattern.clone(),
        precision: said.precision,
        scale: said.scale,
        currency: said.currency.clone(),
        ..field
    }
}

fn is_same_type(ours: &FieldKind, theirs: &FieldKind, (here, there): (Side<'_>, Side<'_>)) -> bool {
    match (ours, theirs) {
        (FieldKind::Enum { id: ours }, FieldKind::Enum { id: theirs }) => {
            here.document.enums.get_index(ours.0).map(|(name, _)| name)
                == there.document.enums.get_index(theirs.0).map(|(name, _)| name)
        }
        _ => std::mem::discriminant(ours) == std::mem::discriminant(theirs),
    }
}

/// The keys of a type that the model says and that mean something else here.
fn differing_keys(ours: &FieldKind, theirs: &FieldKind, said: &Field) -> Vec<&'static str> {
    let (Ok(ours), Ok(theirs)) = (serde_json::to_value(ours), serde_json::to_value(theirs)) else { return Vec::new() };
    let in_brackets = said.kind.contains('(');
    let of_text = ["string", "text"].iter().any(|kind| said.kind.starts_with(kind));
    let keys = [
        ("min", said.min.is_some()),
        ("max", said.max.is_some() || in_brackets && of_text),
        ("pattern", said.pattern.is_some()),
        ("precision", said.precision.is_some() || in_brackets),
        ("scale", said.scale.is_some() || in_brackets),
        ("currency", said.currency.is_some() || in_brackets),
    ];
    let differs = |key: &str| match (ours.get(key), theirs.get(key)) {
        (Some(ours), Some(theirs)) => ours != theirs && !is_same_number(ours, theirs),
        _ => false,
    };
    keys.into_iter().filter(|(key, is_said)| *is_said && differs(key)).map(|(key, _)| key).collect()
}

fn is_same_number(ours: &Value, theirs: &Value) -> bool {
    match (Decimal::of(ours), Decimal::of(theirs)) {
        (Some(ours), Some(theirs)) => ours == theirs,
        _ => false,
    }
}
