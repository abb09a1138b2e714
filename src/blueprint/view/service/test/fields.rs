//! Rules of fields: what must differ, and files.

use serde_json::{Value, json};

use super::phrases::spoken;
use super::targets::{is_one_to_one, new_target};
use super::values::message;
use crate::blueprint::view::contracts::article;
use crate::blueprint::view::{field, relation, sample};
use crate::spec::Model;
use crate::spec::model::Entity;

pub(super) fn uniques(model: &Model, entity: &Entity) -> Vec<Value> {
    let fields = entity.fields.iter().filter(|each| each.unique).map(|each| {
        let value = message(model, each, &sample::value(model, each, 901));
        json!({
            "article": article(&spoken(&each.label)),
            "phrase": spoken(&each.label),
            "told": each.name,
            "given": format!("{}: {value}", each.name),
            "same": format!("{}", each.name),
            "field": each.name,
        })
    });
    let relations = entity.relations.iter().filter(|each| is_one_to_one(each)).map(|each| {
        let input = relation::input_name(each);
        json!({
            "article": article(&spoken(&each.label)),
            "phrase": spoken(&each.label),
            "told": each.name,
            "given": format!("{input}: {}", new_target(model, each)),
            "same": format!("{input}: {}?.id ?? ''", each.name),
            "field": input,
        })
    });
    fields.chain(relations).collect()
}

pub(super) fn files(model: &Model, entity: &Entity) -> Vec<Value> {
    entity
        .fields
        .iter()
        .filter(|each| field::is_file(each))
        .map(|each| {
            let value = sample::value(model, each, 1);
            let file = message(model, each, &value);
            json!({
                "article": article(&spoken(&each.label)),
                "phrase": spoken(&each.label),
                "name": each.name,
                "given": format!("{}: {file}", each.name),
                "told": file.trim_start_matches("{ ").trim_end_matches(" }"),
                "optional": field::is_nullable(each),
            })
        })
        .collect()
}
