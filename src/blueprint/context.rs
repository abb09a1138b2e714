//! The data that every template may speak of, whatever its view adds.
//!
//! `project`, `tenancy`, `roles`, `web`, `mobile`, `pipelines`, `sdk`, `parts`, `params`; in the scope of a service `service`; in the scope of an entity
//! `service` and `entity`; in the scope of a locale `locale`. Aggregates get lists from their own view.

use serde_json::{Map, Value, json};

use crate::spec::document::Sdk;
use crate::spec::model::{EntityId, Forge, Model, ServiceId, Tenancy};
use crate::spec::naming::Names;

/// One repetition of a file rule.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    pub model: &'a Model,
    /// The templates that this workspace is made of.
    pub parts: &'a [&'a str],
    pub service: Option<ServiceId>,
    pub entity: Option<EntityId>,
    pub locale: Option<&'a str>,
}

impl Place<'_> {
    /// Whether the workspace has a template, such as `gateway`.
    pub(super) fn has(self, part: &str) -> bool {
        self.parts.contains(&part)
    }
}

/// The part that is the same everywhere in the workspace.
pub(super) fn workspace(model: &Model) -> Map<String, Value> {
    let project = &model.project;
    let snake = project.name.replace('-', "_");
    let roles: Vec<&str> = model.roles.iter().map(|role| role.name.as_str()).collect();
    let mut data = Map::new();
    data.insert(
        "project".to_owned(),
        json!({
            "name": project.name,
            "snake": snake,
            "title": project.title,
            "description": project.description,
            "licence": project.licence,
            "scope": format!("@{}", project.name),
        }),
    );
    data.insert("tenancy".to_owned(), json!({ "kind": model.tenancy, "isolated": model.tenancy != Tenancy::None }));
    data.insert("roles".to_owned(), json!({ "names": roles, "all": model.roles }));
    data.insert("web".to_owned(), json!(model.apps.web));
    data.insert("mobile".to_owned(), json!(model.apps.mobile));
    let runs_on = |forge: Forge| model.pipelines.contains(&forge);
    let pipelines = json!({ "github": runs_on(Forge::Github), "gitlab": runs_on(Forge::Gitlab) });
    data.insert("pipelines".to_owned(), pipelines);
    data.insert("sdk".to_owned(), json!({ "rust": model.sdk.contains(&Sdk::Rust) }));
    data
}

/// Each template that there is, and whether this workspace has it: `parts.gateway`.
pub(super) fn parts(known: &[String], used: &[&str]) -> Value {
    known.iter().map(|name| (name.clone(), Value::Bool(used.contains(&name.as_str())))).collect::<Map<_, _>>().into()
}

/// The workspace's part, and what this place adds.
pub(super) fn of_place(workspace: &Map<String, Value>, place: Place<'_>) -> Map<String, Value> {
    let mut data = workspace.clone();
    if let Some(id) = place.service {
        let service = place.model.service(id);
        data.insert("service".to_owned(), named(&service.names, json!({ "description": service.description })));
    }
    if let Some(id) = place.entity {
        let entity = place.model.entity(id);
        let facts = json!({
            "description": entity.description,
            "table": entity.table,
            "softDelete": entity.soft_delete,
            "audit": entity.audit,
            "access": entity.access,
        });
        data.insert("entity".to_owned(), named(&entity.names, facts));
    }
    if let Some(locale) = place.locale {
        data.insert("locale".to_owned(), json!(locale));
    }
    data
}

/// `one` and `many` beside the facts, so that paths and templates read `entity.many.kebab`.
fn named(names: &Names, facts: Value) -> Value {
    let mut value = json!({ "one": names.one, "many": names.many });
    if let (Value::Object(value), Value::Object(facts)) = (&mut value, facts) {
        value.extend(facts);
    }
    value
}
