//! What a service has once, whatever its entities.

use serde_json::{Value, json};

use super::test::is_target;
use super::{FIRST_GRPC_PORT, FIRST_HTTP_PORT, messages_path, schemas_path, seed};
use crate::blueprint::context::Place;
use crate::blueprint::tables::{shapes, snapshot, sql, tables_of_entity, tables_of_service};
use crate::blueprint::view::contracts::{enums_of_service, package, project_snake};
use crate::spec::Model;
use crate::spec::model::{Entity, EntityId, FieldKind, Service};

/// Bytes that gRPC takes unless it is told otherwise.
const DEFAULT_MESSAGE_BYTES: u64 = 4 * 1024 * 1024;

/// `service`
pub(in crate::blueprint::view) fn service(place: Place<'_>) -> Value {
    let (model, Some(id)) = (place.model, place.service) else { return Value::Null };
    let service = model.service(id);
    let entities: Vec<&Entity> = service.entities.iter().map(|id| model.entity(*id)).collect();
    let remote_ids = remote_entities(model, service);
    let mut remote_services: Vec<&Service> =
        remote_ids.iter().map(|id| model.service(model.entity(*id).service)).collect();
    remote_services.dedup_by_key(|each| each.id);
    let mut sorted = entities.clone();
    sorted.sort_by(|a, b| a.names.many.kebab.cmp(&b.names.many.kebab));
    let roles: Vec<&str> = model.roles.iter().rev().map(|role| role.name.as_str()).collect();
    let first = entities[0];
    let mut view = json!({
        "entities": entities.iter().map(|each| facts(model, service, each)).collect::<Vec<_>>(),
        "sorted": sorted.iter().map(|each| facts(model, service, each)).collect::<Vec<_>>(),
        "first": facts(model, service, first),
        "most": roles[0],
        "usual": roles[roles.len() / 2],
        "sharesRows": entities.iter().any(|each| is_target(model, each)),
        "audited": entities.iter().any(|each| each.audit),
        "auditedFirst": first.audit,
        "enums": enums(model, service),
        "nestEnums": messages_path(model, "nest", service, "enums"),
        "package": package(model, service),
        "protoFolder": format!("{}/{}/v1", project_snake(model), service.names.one.snake),
        "grpcPort": grouped(FIRST_GRPC_PORT + id.0),
        "httpPort": grouped(FIRST_HTTP_PORT + id.0),
        "plainGrpcPort": FIRST_GRPC_PORT + id.0,
        "plainHttpPort": FIRST_HTTP_PORT + id.0,
        "maxMessageBytes": max_message_bytes(&entities),
        "remotes": remote_ids.iter().map(|id| remote(model, *id)).collect::<Vec<_>>(),
        "remoteServices": remote_services.iter().map(|each| &each.names.one).collect::<Vec<_>>(),
        "dependencies": dependencies(model, !remote_ids.is_empty()),
        "devDependencies": dev_dependencies(model, !remote_ids.is_empty()),
    });
    if let (Value::Object(view), Value::Object(seeds)) = (&mut view, seed::seeds(model, service, &sorted)) {
        view.extend(seeds);
    }
    view
}

/// `service-migrations`
pub(in crate::blueprint::view) fn migrations(place: Place<'_>) -> Value {
    let (model, Some(id)) = (place.model, place.service) else { return Value::Null };
    let tables = tables_of_service(model, id);
    let role = format!("{}_app", project_snake(model));
    json!({
        "sql": sql::create(&shapes(&tables, &role)),
        "snapshot": snapshot::snapshot(snapshot::tables(&tables, &role)),
        "journal": snapshot::journal(),
    })
}

fn facts(model: &Model, service: &Service, entity: &Entity) -> Value {
    let mut tables: Vec<String> = tables_of_entity(model, entity).into_iter().map(|table| table.variable).collect();
    tables.sort();
    json!({
        "one": entity.names.one,
        "many": entity.names.many,
        "es": messages_path(model, "es", service, &entity.names.many.snake),
        "schemas": schemas_path(model, service, entity),
        "tables": tables,
    })
}

/// Entities of other services that those of this one point to, by service and name.
fn remote_entities(model: &Model, service: &Service) -> Vec<EntityId> {
    let mut ids: Vec<EntityId> = service
        .entities
        .iter()
        .flat_map(|id| &model.entity(*id).relations)
        .filter(|each| each.across_services)
        .map(|each| each.target)
        .collect();
    ids.sort_by_key(|id| (model.entity(*id).service, *id));
    ids.dedup();
    ids
}

fn remote(model: &Model, id: EntityId) -> Value {
    let entity = model.entity(id);
    let service = model.service(entity.service);
    json!({
        "client": entity.names.many.camel,
        "one": entity.names.one,
        "many": entity.names.many,
        "service": service.names.one,
        "es": messages_path(model, "es", service, &entity.names.many.snake),
    })
}

fn enums(model: &Model, service: &Service) -> Vec<Value> {
    enums_of_service(model, service)
        .into_iter()
        .map(|id| {
            let each = model.enumeration(id);
            let values: Vec<Value> = each
                .values
                .iter()
                .map(|value| {
                    let constant = format!("{}_{}", each.names.one.shouty, value.constant);
                    json!({ "value": value.value, "constant": constant })
                })
                .collect();
            json!({ "name": each.names.one.pascal, "values": values })
        })
        .collect()
}

/// What the largest row needs, where gRPC would refuse it.
fn max_message_bytes(entities: &[&Entity]) -> Option<String> {
    let largest = entities
        .iter()
        .map(|entity| {
            entity
                .fields
                .iter()
                .map(|field| match &field.kind {
                    FieldKind::Bytes { max } | FieldKind::File { max, .. } => *max,
                    _ => 0,
                })
                .sum::<u64>()
        })
        .max()
        .unwrap_or(0);
    let needed = largest + 1024 * 1024;
    (needed > DEFAULT_MESSAGE_BYTES).then(|| grouped(usize::try_from(needed).unwrap_or(usize::MAX)))
}

fn grouped(number: usize) -> String {
    crate::blueprint::view::field::literal(&json!(number))
}

fn dependencies(model: &Model, remote: bool) -> Vec<Value> {
    let own = ["auth", "config", "contracts", "database", "errors", "grpc", "observability", "types"];
    let mut all: Vec<(String, &str)> =
        own.iter().map(|name| (format!("@{}/{name}", model.project.name), "workspace:*")).collect();
    let others = [
        ("@grpc/grpc-js", "catalog:"),
        ("@nestjs/common", "12.5.1"),
        ("@nestjs/core", "12.5.1"),
        ("@nestjs/microservices", "12.1.1"),
        ("@nestjs/platform-express", "12.5.1"),
        ("@nestjs/terminus", "12.1.0"),
        ("drizzle-orm", "0.45.4"),
        ("pg", "8.23.1"),
        ("reflect-metadata", "0.2.2"),
        ("rxjs", "7.8.2"),
        ("zod", "catalog:"),
    ];
    all.extend(others.map(|(name, version)| (name.to_owned(), version)));
    if remote {
        all.extend(CONNECT.map(|(name, version)| (name.to_owned(), version)));
    }
    listed(all)
}

/// How other services are called: by a service only where it points to one, else by its tests.
const CONNECT: [(&str, &str); 3] =
    [("@bufbuild/protobuf", "catalog:"), ("@connectrpc/connect", "2.2.0"), ("@connectrpc/connect-node", "2.2.0")];

fn dev_dependencies(model: &Model, remote: bool) -> Vec<Value> {
    let mut all = vec![
        (format!("@{}/bundle", model.project.name), "workspace:*"),
        (format!("@{}/mocks", model.project.name), "workspace:*"),
        (format!("@{}/testing", model.project.name), "workspace:*"),
        ("@types/node".to_owned(), "catalog:"),
        ("@types/pg".to_owned(), "8.23.1"),
        ("@vitest/coverage-v8".to_owned(), "catalog:"),
        ("drizzle-kit".to_owned(), "0.31.11"),
        ("typescript".to_owned(), "catalog:"),
        ("vitest".to_owned(), "catalog:"),
    ];
    if !remote {
        all.extend(CONNECT.map(|(name, version)| (name.to_owned(), version)));
    }
    listed(all)
}

fn listed(mut all: Vec<(String, &str)>) -> Vec<Value> {
    all.sort();
    all.into_iter().map(|(name, version)| json!({ "name": name, "version": version })).collect()
}
