//! What relations allow, and what becomes of a row when what it points to is removed.

use serde_json::{Value, json};

use super::phrases::{pointer, spoken};
use super::targets::{factory, local};
use crate::blueprint::view::contracts::article;
use crate::blueprint::view::relation;
use crate::blueprint::view::service::entity::is_tree;
use crate::render::ts::string_literal;
use crate::spec::model::{Entity, OnDelete, Relation};
use crate::spec::{Model, naming};

/// What happens when what a row points to is removed.
pub(super) fn removals(model: &Model, entity: &Entity) -> Vec<Value> {
    local(entity).map(|each| removal(model, entity, each)).collect()
}

fn removal(model: &Model, entity: &Entity, each: &Relation) -> Value {
    let target = model.entity(each.target);
    let (one, input, label) = (&entity.names.one, relation::input_name(each), spoken(&each.label));
    let many = relation::is_many(each);
    let comes_back = entity.soft_delete && target.soft_delete && !many;
    let given = if many { format!("{input}: [target.id]") } else { format!("{input}: target.id") };
    let remove = format!(
        "clients.{}.delete{}({{ id: target.id, version: 1 }})",
        target.names.many.camel, target.names.one.pascal
    );
    let mut lines = vec![
        format!("const target = await {}(clients);", factory(target)),
        if each.on_delete == OnDelete::Restrict && !comes_back {
            format!("await create{}(clients, {{ {given} }});", one.pascal)
        } else {
            format!("const {{ id }} = await create{}(clients, {{ {given} }});", one.pascal)
        },
    ];
    // One that is refused is tried again later on.
    if each.on_delete == OnDelete::Restrict && comes_back {
        lines.push(format!("const remove = () => {remove};"));
    }
    let title = match (each.on_delete, target.soft_delete) {
        (OnDelete::Restrict, _) => {
            let call = if comes_back { "remove()" } else { remove.as_str() };
            lines.push(format!(
                "expect(await refusal({call})).toMatchObject({{ code: Code.FailedPrecondition, reason: 'IN_USE' }});"
            ));
            if comes_back {
                let calls = &entity.names.many.camel;
                lines.push(format!("await clients.{calls}.delete{}({{ id, version: 1 }});", one.pascal));
                lines.push("await remove();".to_owned());
                lines.push(format!(
                    "expect(await refusal(clients.{calls}.restore{}({{ id, version: 2 }}))).toMatchObject({{ fields: [[{}, 'unknown']] }});",
                    one.pascal,
                    string_literal(&input)
                ));
                format!("keeps its {label} from being removed, and does not come back without it")
            } else {
                format!("keeps its {label} from being removed")
            }
        }
        (_, true) => {
            lines.push(format!("await {remove};"));
            if many {
                lines.push(format!(
                    "expect((await get(id))?.{}.map((each) => each.id)).toEqual([target.id]);",
                    each.name
                ));
            } else {
                lines.push(format!("expect((await get(id))?.{}?.id).toBe(target.id);", each.name));
            }
            format!("still says which {label} it had when that is removed and may come back")
        }
        (OnDelete::Cascade, false) if !many => {
            lines.push(format!("await {remove};"));
            lines.push("expect(await refusal(get(id))).toMatchObject({ code: Code.NotFound });".to_owned());
            format!("goes when its {label} goes")
        }
        (OnDelete::Cascade | OnDelete::SetNull, false) => {
            lines.push(format!("await {remove};"));
            if many {
                lines.push(format!("expect((await get(id))?.{}).toEqual([]);", each.name));
            } else {
                lines.push("const row = await get(id);".to_owned());
                lines.push(format!(
                    "expect(row).toMatchObject({{ id }});\n    expect(row?.{}).toBeUndefined();",
                    each.name
                ));
            }
            format!("stays without its {label} when that goes")
        }
    };
    json!({ "title": title, "lines": lines })
}

pub(super) fn pointers(entity: &Entity) -> Vec<Value> {
    entity
        .relations
        .iter()
        .map(|each| {
            let input = relation::input_name(each);
            let value = if relation::is_many(each) { "[NOWHERE]" } else { "NOWHERE" };
            let phrase = pointer(each);
            json!({ "article": article(&phrase), "phrase": phrase, "given": format!("{input}: {value}"), "field": input })
        })
        .collect()
}

/// Relations that a row which was removed softly does not do for.
pub(super) fn removed(model: &Model, entity: &Entity) -> Vec<Value> {
    local(entity)
        .filter(|each| model.entity(each.target).soft_delete)
        .map(|each| {
            let target = model.entity(each.target);
            let input = relation::input_name(each);
            let (value, phrase) = if relation::is_many(each) {
                ("[id]", format!("{} with one", pointer(each)))
            } else {
                ("id", pointer(each))
            };
            json!({
                "article": article(&phrase),
                "phrase": phrase,
                "one": target.names.one,
                "many": target.names.many,
                "given": format!("{input}: {value}"),
                "field": input,
            })
        })
        .collect()
}

pub(super) fn foreign(model: &Model, entity: &Entity) -> Vec<Value> {
    local(entity)
        .map(|each| {
            let input = relation::input_name(each);
            let value = if relation::is_many(each) { "[id]" } else { "id" };
            let phrase = pointer(each);
            json!({
                "article": article(&phrase),
                "phrase": phrase,
                "target": model.entity(each.target).names.one.pascal,
                "given": format!("{input}: {value}"),
                "field": input,
            })
        })
        .collect()
}

pub(super) fn trees(entity: &Entity) -> Vec<Value> {
    entity
        .relations
        .iter()
        .filter(|each| is_tree(entity, each))
        .map(|each| {
            let input = relation::input_name(each);
            let phrase = spoken(&each.label);
            json!({ "article": article(&phrase), "phrase": phrase, "column": naming::column(&input), "field": input })
        })
        .collect()
}
