//! Template `mocks`: what the services in memory have to know of each entity beyond its messages and schemas.

use serde_json::{Value, json};

use super::contracts::{enums_of_service, files};
use super::relation::{input_name, is_many};
use super::service::{is_tree, messages_path, schemas_path};
use crate::blueprint::context::Place;
use crate::render::ts::string_literal;
use crate::spec::Model;
use crate::spec::model::{Display, Entity, Field, FieldKind, OnDelete, Relation, RelationKind, Service};

/// `mocks`
pub(super) fn workspace(place: Place<'_>) -> Value {
    json!({ "services": place.model.services.iter().map(|each| json!({ "one": each.names.one })).collect::<Vec<_>>() })
}

/// `mocks-service`
pub(super) fn service(place: Place<'_>) -> Value {
    let (model, Some(id)) = (place.model, place.service) else { return Value::Null };
    let service = model.service(id);
    let enums = enums_of_service(model, service);
    json!({
        "entities": service.entities.iter().map(|id| entity(model, service, model.entity(*id))).collect::<Vec<_>>(),
        "enums": enums.into_iter().map(|id| &model.enumeration(id).names.many.shouty).collect::<Vec<_>>(),
        "schemasOfEnums": format!("@{}/contracts/schemas/{}/enums", model.project.name, service.names.one.kebab),
    })
}

fn entity(model: &Model, service: &Service, entity: &Entity) -> Value {
    let label = match &entity.display {
        Display::Field { name } => Some(name),
        Display::Id => None,
    };
    json!({
        "one": entity.names.one,
        "many": entity.names.many,
        "es": messages_path(model, "es", service, &entity.names.many.snake),
        "schemas": schemas_path(model, service, entity),
        "label": label,
        "search": entity.list.search,
        "unique": unique(entity),
        "kinds": entity.fields.iter().filter_map(|each| kind(model, each)).collect::<Vec<_>>(),
        "files": files(entity),
        "pointers": entity.relations.iter().map(|each| pointer(model, entity, each)).collect::<Vec<_>>(),
        "restorable": entity.soft_delete,
    })
}

fn unique(entity: &Entity) -> Vec<String> {
    let fields = entity.fields.iter().filter(|each| each.unique).map(|each| each.name.clone());
    let pairs = entity.relations.iter().filter(|each| matches!(each.kind, RelationKind::OneToOne { .. }));
    fields.chain(pairs.map(input_name)).collect()
}

/// How a field's value differs between messages and schemas, or is compared.
fn kind(model: &Model, field: &Field) -> Option<String> {
    let kind = match &field.kind {
        FieldKind::Enum { id } => format!("choice({})", model.enumeration(*id).names.many.shouty),
        FieldKind::Json => "json".to_owned(),
        FieldKind::Duration => "duration".to_owned(),
        FieldKind::Long { .. } => "number()".to_owned(),
        FieldKind::Decimal { scale, .. } | FieldKind::Money { scale, .. } => format!("number({scale})"),
        _ => return None,
    };
    Some(format!("{}: {kind}", field.name))
}

fn pointer(model: &Model, entity: &Entity, relation: &Relation) -> String {
    let to = string_literal(&model.entity(relation.target).names.many.camel);
    let on_delete = match relation.on_delete {
        OnDelete::Restrict => "restrict",
        OnDelete::Cascade if !is_many(relation) => "cascade",
        OnDelete::Cascade | OnDelete::SetNull => "set null",
    };
    let mut parts = vec![
        format!("to: {to}"),
        format!("as: {}", string_literal(&relation.name)),
        format!("onDelete: '{on_delete}'"),
    ];
    if relation.across_services {
        parts.push("remote: true".to_owned());
    }
    if is_tree(entity, relation) {
        parts.push("tree: true".to_owned());
    }
    format!("{}: {{ {} }}", input_name(relation), parts.join(", "))
}
