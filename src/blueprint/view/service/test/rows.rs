//! The fullest row, what is told of it, and a change of it.

use serde_json::{Value, json};

use super::targets::{is_one_to_one, new_target};
use super::values::{comparable, message};
use crate::blueprint::view::{field, relation, sample};
use crate::spec::model::{Entity, Field, FieldKind};
use crate::spec::{Model, naming};

/// All fields that need not differ from row to row, and one of each relation.
pub(super) fn full(model: &Model, entity: &Entity) -> Vec<String> {
    let fields = entity
        .fields
        .iter()
        .filter(|each| !each.unique)
        .map(|each| format!("{}: {}", each.name, message(model, each, &sample::value(model, each, 1))));
    let relations = entity.relations.iter().filter(|each| !is_one_to_one(each)).map(|each| {
        let id = new_target(model, each);
        let input = relation::input_name(each);
        if relation::is_many(each) { format!("{input}: [{id}]") } else { format!("{input}: {id}") }
    });
    fields.chain(relations).collect()
}

/// What is told of all that was given.
pub(super) fn told(model: &Model, entity: &Entity) -> Vec<String> {
    let fields = entity.fields.iter().filter(|each| !each.unique).filter_map(|each| {
        let value = comparable(model, each, &sample::value(model, each, 1))?;
        Some(format!("{}: {value}", each.name))
    });
    let relations = entity.relations.iter().filter(|each| !is_one_to_one(each)).map(|each| {
        let input = relation::input_name(each);
        if relation::is_many(each) {
            format!("{}: input.{input}?.map((id) => ({{ id }})) ?? []", each.name)
        } else {
            format!("{}: {{ id: input.{input} }}", each.name)
        }
    });
    fields.chain(relations).collect()
}

pub(super) fn defaults(model: &Model, entity: &Entity) -> Vec<String> {
    let fields = entity.fields.iter().filter_map(|each| {
        let value = comparable(model, each, each.default.as_ref()?)?;
        Some(format!("{}: {value}", each.name))
    });
    let links = entity.relations.iter().filter(|each| relation::is_many(each)).map(|each| format!("{}: []", each.name));
    fields.chain(links).collect()
}

pub(super) fn unset(entity: &Entity) -> Vec<&str> {
    let fields = entity.fields.iter().filter(|each| field::is_nullable(each)).map(|each| each.name.as_str());
    let relations = entity
        .relations
        .iter()
        .filter(|each| !each.required && !relation::is_many(each))
        .map(|each| each.name.as_str());
    fields.chain(relations).collect()
}

pub(super) fn required(entity: &Entity) -> Vec<String> {
    let fields =
        entity.fields.iter().filter(|each| each.required && each.default.is_none()).map(|each| each.name.clone());
    let relations = entity.relations.iter().filter(|each| each.required).map(relation::input_name);
    fields.chain(relations).collect()
}

/// A change of one field, in a value that neither the least nor the fullest row has.
pub(super) fn change(model: &Model, entity: &Entity) -> Option<Value> {
    let changeable = |each: &&Field| !each.immutable && !each.unique;
    let by_value = entity.fields.iter().filter(changeable).find_map(|each| {
        let value = sample::value(model, each, 2);
        if [0, 1].iter().any(|n| sample::value(model, each, *n) == value) || each.default.as_ref() == Some(&value) {
            return None;
        }
        let told = comparable(model, each, &value)?;
        if matches!(each.kind, FieldKind::File { .. } | FieldKind::Bytes { .. }) {
            return None;
        }
        let set = format!("{}: {}", each.name, message(model, each, &value));
        Some(json!({
            "field": each.name,
            "mask": [naming::column(&each.name)],
            "set": set,
            "again": set,
            "later": set,
            "told": format!("{}: {told}", each.name),
        }))
    });
    by_value.or_else(|| {
        let each = entity.fields.iter().find(|each| each.unique && !each.immutable)?;
        let value = |n| sample::value(model, each, n);
        let told = comparable(model, each, &value(900))?;
        let set = |n| format!("{}: {}", each.name, message(model, each, &value(n)));
        Some(json!({
            "field": each.name,
            "mask": [naming::column(&each.name)],
            "set": set(900),
            "again": set(903),
            "later": set(904),
            "told": format!("{}: {told}", each.name),
        }))
    })
}
