//! Template `contracts`: schemas and protos.

mod proto;

use serde_json::{Value, json};

use super::{field, relation, sample};
use crate::blueprint::context::Place;
use crate::spec::Model;
use crate::spec::model::{Entity, EnumId, FieldKind, Service};

pub(super) use proto::{Member, inputs, outputs, proto};

/// An id that means nothing, for tests.
pub(super) const SOME_ID: &str = "7f3c1f5e-2f53-4a65-9d0b-5b8a1f6a9f01";

/// Rows per page where the spec says nothing.
const PAGE_SIZE: u16 = 25;

/// `contracts-workspace`: roles, from most to least.
pub(super) fn workspace(place: Place<'_>) -> Value {
    let roles: Vec<&str> = place.model.roles.iter().rev().map(|role| role.name.as_str()).collect();
    json!({ "roles": roles })
}

/// `contracts-service`: the enums that the service's entities use.
pub(super) fn service(place: Place<'_>) -> Value {
    let (model, Some(id)) = (place.model, place.service) else { return Value::Null };
    let service = model.service(id);
    let enums: Vec<Value> = enums_of_service(model, service).into_iter().map(|id| enumeration(model, id)).collect();
    json!({ "package": package(model, service), "enums": enums })
}

/// The enums that a service's entities use, in the order of the spec.
pub(super) fn enums_of_service(model: &Model, service: &Service) -> Vec<EnumId> {
    let mut ids: Vec<EnumId> = service.entities.iter().flat_map(|id| enums_of_entity(model.entity(*id))).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The enums that an entity uses, in the order of the spec.
pub(super) fn enums_of_entity(entity: &Entity) -> Vec<EnumId> {
    let mut ids: Vec<EnumId> = entity
        .fields
        .iter()
        .filter_map(|field| match field.kind {
            FieldKind::Enum { id } => Some(id),
            _ => None,
        })
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// `petclinic.clinic.v1`
pub(super) fn package(model: &Model, service: &Service) -> String {
    format!("{}.{}.v1", project_snake(model), service.names.one.snake)
}

/// `petclinic.common.v1`, as a message of a service names it.
///
/// Protobuf looks a name's first part up from the inside out: in `clinic.clinic.v1` the word `clinic` is the service. A dot
/// in front begins at the outside.
pub(super) fn common_package(model: &Model, service: &Service) -> String {
    let project = project_snake(model);
    let is_hidden = project == service.names.one.snake || project == "v1";
    format!("{}{project}.common.v1", if is_hidden { "." } else { "" })
}

/// The project's name as protobuf packages and database roles have it.
pub(super) fn project_snake(model: &Model) -> String {
    model.project.name.replace('-', "_")
}

fn enumeration(model: &Model, id: EnumId) -> Value {
    let each = model.enumeration(id);
    let prefix = &each.names.one.shouty;
    let unspecified = json!({ "constant": format!("{prefix}_UNSPECIFIED"), "number": 0 });
    let values = each
        .values
        .iter()
        .enumerate()
        .map(|(at, value)| json!({ "constant": format!("{prefix}_{}", value.constant), "number": at + 1 }));
    let labels: Vec<Value> =
        each.values.iter().map(|value| json!({ "value": value.value, "label": value.label })).collect();
    json!({
        "name": each.names.one.pascal,
        "camel": each.names.one.camel,
        "variable": each.names.one.variable,
        "list": each.names.many.shouty,
        "description": each.description,
        "values": std::iter::once(unspecified).chain(values).collect::<Vec<_>>(),
        "labels": labels,
    })
}

/// `contracts-schemas`: the zod schemas of an entity.
pub(super) fn schemas(place: Place<'_>) -> Value {
    let (model, Some(id)) = (place.model, place.entity) else { return Value::Null };
    let entity = model.entity(id);
    let fields = entity.fields.iter().map(|each| {
        (each.name.clone(), field::zod_input(model, each), field::input_default(each), field::zod_output(model, each))
    });
    let relations = entity.relations.iter().map(|each| {
        let default = relation::input_default(each).map(str::to_owned);
        (
            relation::input_name(each),
            relation::zod_input(each).to_owned(),
            default,
            relation::zod_output(each).to_owned(),
        )
    });
    let members: Vec<(String, String, Option<String>, String)> = fields.chain(relations).collect();
    let outputs = entity
        .fields
        .iter()
        .map(|each| entry(&each.name, &field::zod_output(model, each)))
        .chain(entity.relations.iter().map(|each| entry(&each.name, relation::zod_output(each))));
    let sort: Vec<String> =
        entity.list.sort.iter().map(|key| format!("{}{}", if key.descending { "-" } else { "" }, key.field)).collect();
    let enums: Vec<&str> =
        enums_of_entity(entity).into_iter().map(|id| model.enumeration(id).names.one.variable.as_str()).collect();
    json!({
        "phrase": entity.names.one.phrase,
        "enums": enums,
        "members": members.iter().map(|(name, zod, ..)| json!({ "entry": entry(name, zod) })).collect::<Vec<_>>(),
        "defaults": members.iter().filter_map(|(name, _, default, _)| {
            default.as_ref().map(|default| format!("{name}: fields.{name}.default({default})"))
        }).collect::<Vec<_>>(),
        "immutable": entity.fields.iter().filter(|each| each.immutable).map(|each| &each.name).collect::<Vec<_>>(),
        "filters": filters(model, entity).into_iter().map(|(name, zod)| entry(&name, &zod)).collect::<Vec<_>>(),
        "sortable": entity.list.sortable,
        "sort": sort,
        "pageSize": (entity.list.page_size != PAGE_SIZE).then_some(entity.list.page_size),
        "limit": entity.list.page_size,
        "outputs": outputs.collect::<Vec<_>>(),
        "files": files(entity),
        "sample": schema_sample(model, entity),
    })
}

/// Names of the fields that are files.
pub(super) fn files(entity: &Entity) -> Vec<&str> {
    entity.fields.iter().filter(|each| field::is_file(each)).map(|each| each.name.as_str()).collect()
}

/// What a list may be filtered by: the input's name and its zod expression. Every relation is among it, since the pages of
/// the other side list what points to them.
pub(super) fn filters(model: &Model, entity: &Entity) -> Vec<(String, String)> {
    let named = |name: &String| {
        let field = entity.fields.iter().find(|each| each.name == *name);
        let relation = entity.relations.iter().find(|each| each.name == *name);
        match (field, relation) {
            (Some(field), _) => Some((field.name.clone(), field::zod_filter(model, &field.kind))),
            (None, Some(relation)) => Some((relation::input_name(relation), "choiceFilter(uuid())".to_owned())),
            (None, None) => None,
        }
    };
    let unnamed = entity.relations.iter().map(|each| &each.name).filter(|name| !entity.list.filter.contains(name));
    entity.list.filter.iter().chain(unnamed).filter_map(named).collect()
}

/// `species` rather than `species: species`.
pub(super) fn entry(name: &str, value: &str) -> String {
    if name == value { name.to_owned() } else { format!("{name}: {value}") }
}

fn schema_sample(model: &Model, entity: &Entity) -> Value {
    let mut given = Vec::new();
    let mut parsed = Vec::new();
    let mut required = Vec::new();
    let mut emptied = None;
    let mut fixed = Vec::new();
    for each in &entity.fields {
        let value = field::default_literal(&each.kind, &sample::value(model, each, 0));
        match field::input_default(each) {
            None => {
                given.push(entry(&each.name, &value));
                parsed.push(entry(&each.name, &value));
                required.push(each.name.clone());
            }
            Some(default) => parsed.push(entry(&each.name, &default)),
        }
        if each.immutable {
            fixed.push(entry(&each.name, &value));
        } else if field::is_nullable(each) && emptied.is_none() {
            emptied = Some(each.name.clone());
        }
    }
    for each in &entity.relations {
        let name = relation::input_name(each);
        match relation::input_default(each) {
            None => {
                given.push(format!("{name}: '{SOME_ID}'"));
                parsed.push(format!("{name}: '{SOME_ID}'"));
                required.push(name);
            }
            Some(default) => parsed.push(format!("{name}: {default}")),
        }
    }
    json!({ "given": given, "parsed": parsed, "required": required, "emptied": emptied, "fixed": fixed })
}

/// `a pet`, `an owner`: by the letter, which is right often enough for a comment.
pub(super) fn article(phrase: &str) -> &'static str {
    let sounds_like_you = ["us", "uni", "eu", "one"].iter().any(|start| phrase.starts_with(start));
    if phrase.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O']) && !sounds_like_you { "an" } else { "a" }
}
