//! What can be done with an entity: methods of its gRPC service, and the procedures of the gateway that call them.

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::blueprint::view::{contracts, field, relation};
use crate::render::markdown::escape;
use crate::spec::Model;
use crate::spec::model::{Entity, EntityId, Field, OnDelete, RelationKind};

/// Why calls are refused, beyond what every call has to expect.
const INVALID: &str = "INVALID";
const NOT_FOUND: &str = "NOT_FOUND";
const CONFLICT: &str = "CONFLICT";
const TAKEN: &str = "TAKEN";
const IN_USE: &str = "IN_USE";

/// A method and its procedure.
struct Method {
    rpc: String,
    procedure: &'static str,
    kind: &'static str,
    /// The least role that may call it.
    role: String,
    what: String,
    fails: Vec<&'static str>,
    request: Vec<String>,
    response: Vec<String>,
    /// The zod schemas of the procedure.
    input: String,
    output: String,
}

/// In the order of the proto.
pub(super) fn of(model: &Model, entity: &Entity) -> Value {
    let mut methods = Vec::new();
    reading(entity, &mut methods);
    writing(entity, &mut methods);
    removing(model, entity, &mut methods);
    further(entity, &mut methods);
    methods.into_iter().map(|method| told(entity, method)).collect()
}

fn told(entity: &Entity, method: Method) -> Value {
    let codes = |parts: &[String]| match parts {
        [] => "nothing".to_owned(),
        _ => parts.iter().map(|part| format!("`{part}`")).collect::<Vec<_>>().join(", "),
    };
    let fails: Vec<String> = method.fails.iter().map(|reason| format!("`{reason}`")).collect();
    json!({
        "rpc": method.rpc,
        "procedure": format!("{}.{}", entity.names.many.camel, method.procedure),
        "kind": method.kind,
        "role": method.role,
        "what": method.what,
        "fails": fails.join(", "),
        "request": codes(&method.request),
        "response": codes(&method.response),
        "input": method.input,
        "output": method.output,
    })
}

fn reading(entity: &Entity, methods: &mut Vec<Method>) {
    let (one, many) = (&entity.names.one, &entity.names.many);
    methods.push(Method {
        rpc: format!("List{}", many.pascal),
        procedure: "list",
        kind: "query",
        role: entity.access.read.clone(),
        what: format!("Lists {}, a page at a time.", escape(&many.phrase)),
        fails: vec![INVALID],
        request: vec!["query: ListQuery".to_owned(), format!("filter: {}Filter", one.pascal)],
        response: vec![format!("{}: repeated {}", many.snake, one.pascal), "next_cursor: string".to_owned()],
        input: format!("{}ListQuery", one.camel),
        output: format!("{}Page", one.camel),
    });
    methods.push(Method {
        rpc: format!("Get{}", one.pascal),
        procedure: "get",
        kind: "query",
        role: entity.access.read.clone(),
        what: format!("Reads one {}.", escape(&one.phrase)),
        fails: vec![INVALID, NOT_FOUND],
        request: vec!["id: string".to_owned()],
        response: vec![row(entity)],
        input: "byId".to_owned(),
        output: one.variable.clone(),
    });
}

fn writing(entity: &Entity, methods: &mut Vec<Method>) {
    let one = &entity.names.one;
    let with = |reasons: &[&'static str], taken: bool| {
        reasons.iter().copied().chain(taken.then_some(TAKEN)).collect::<Vec<_>>()
    };
    methods.push(Method {
        rpc: format!("Create{}", one.pascal),
        procedure: "create",
        kind: "mutation",
        role: entity.access.write.clone(),
        what: format!("Creates {} {}.", contracts::article(&one.phrase), escape(&one.phrase)),
        fails: with(&[INVALID], has_unique(entity, |_| true)),
        request: vec![format!("{}: {}Input", one.snake, one.pascal)],
        response: vec![row(entity)],
        input: format!("{}Input", one.camel),
        output: one.variable.clone(),
    });
    methods.push(Method {
        rpc: format!("Update{}", one.pascal),
        procedure: "update",
        kind: "mutation",
        role: entity.access.write.clone(),
        what: "Changes the fields that are named.".to_owned(),
        fails: with(&[INVALID, NOT_FOUND, CONFLICT], has_unique(entity, |each| !each.immutable)),
        request: vec![
            "id: string".to_owned(),
            "version: int32".to_owned(),
            format!("changes: {}Input", one.pascal),
            "update_mask: repeated string".to_owned(),
        ],
        response: vec![row(entity)],
        input: format!("byVersion.extend({{ changes: {}Changes }})", one.camel),
        output: one.variable.clone(),
    });
}

fn removing(model: &Model, entity: &Entity, methods: &mut Vec<Method>) {
    let one = &entity.names.one;
    let until = if entity.soft_delete { ", until it is restored" } else { " for good" };
    let mut fails = vec![INVALID, NOT_FOUND, CONFLICT];
    if is_held(model, entity) {
        fails.push(IN_USE);
    }
    let by_version = || vec!["id: string".to_owned(), "version: int32".to_owned()];
    methods.push(Method {
        rpc: format!("Delete{}", one.pascal),
        procedure: "remove",
        kind: "mutation",
        role: entity.access.delete.clone(),
        what: format!("Removes {} {}{until}.", contracts::article(&one.phrase), escape(&one.phrase)),
        fails,
        request: by_version(),
        response: Vec::new(),
        input: "byVersion".to_owned(),
        output: "z.void()".to_owned(),
    });
    if !entity.soft_delete {
        return;
    }
    let mut fails = vec![INVALID, NOT_FOUND, CONFLICT];
    fails.extend(has_unique(entity, |_| true).then_some(TAKEN));
    methods.push(Method {
        rpc: format!("Restore{}", one.pascal),
        procedure: "restore",
        kind: "mutation",
        role: entity.access.delete.clone(),
        what: format!("Brings a removed {} back.", escape(&one.phrase)),
        fails,
        request: by_version(),
        response: vec![row(entity)],
        input: "byVersion".to_owned(),
        output: one.variable.clone(),
    });
}

fn further(entity: &Entity, methods: &mut Vec<Method>) {
    let one = &entity.names.one;
    let read = |rpc, procedure, what, fails, request, response, input: &str, output: &str| Method {
        rpc,
        procedure,
        kind: "query",
        role: entity.access.read.clone(),
        what,
        fails,
        request,
        response,
        input: input.to_owned(),
        output: output.to_owned(),
    };
    methods.push(read(
        format!("List{}Options", one.pascal),
        "options",
        format!("Lists {} for a picker.", escape(&entity.names.many.phrase)),
        vec![INVALID],
        vec!["query: OptionsQuery".to_owned()],
        vec!["options: repeated Reference".to_owned()],
        "optionsQuery",
        "z.array(reference)",
    ));
    if entity.audit {
        methods.push(read(
            format!("List{}History", one.pascal),
            "history",
            "Tells who changed what, the latest first; no more than 200 changes.".to_owned(),
            vec![INVALID],
            vec!["id: string".to_owned()],
            vec!["entries: repeated AuditEntry".to_owned()],
            "byId",
            "z.array(auditEntry)",
        ));
    }
    if entity.fields.iter().any(field::is_file) {
        methods.push(read(
            format!("Get{}File", one.pascal),
            "file",
            "Fetches a file with its content.".to_owned(),
            vec![INVALID, NOT_FOUND],
            vec!["id: string".to_owned(), "field: string".to_owned()],
            vec!["file: File".to_owned()],
            &format!("{}FileRequest", one.camel),
            "fileContent",
        ));
    }
}

fn row(entity: &Entity) -> String {
    format!("{}: {}", entity.names.one.snake, entity.names.one.pascal)
}

/// Whether a value can be in use already, counting the fields that are meant.
fn has_unique(entity: &Entity, is_meant: impl Fn(&Field) -> bool) -> bool {
    entity.fields.iter().any(|each| each.unique && is_meant(each))
        || entity.relations.iter().any(|each| matches!(each.kind, RelationKind::OneToOne { .. }))
}

/// Whether rows can keep a row of the entity from being removed. What is removed for good takes others along, and these
/// may be held in turn.
fn is_held(model: &Model, entity: &Entity) -> bool {
    let mut seen: HashSet<EntityId> = HashSet::from([entity.id]);
    let mut waiting = vec![entity.id];
    while let Some(id) = waiting.pop() {
        let gone = model.entity(id);
        for inverse in &gone.inverses {
            let source = model.entity(inverse.source);
            let Some(each) = source.relations.iter().find(|each| each.name == inverse.relation) else { continue };
            if each.across_services {
                continue;
            }
            if each.on_delete == OnDelete::Restrict {
                return true;
            }
            let goes_too = each.on_delete == OnDelete::Cascade && !relation::is_many(each) && !entity.soft_delete;
            if goes_too && seen.insert(source.id) {
                waiting.push(source.id);
            }
        }
    }
    false
}
