//! What a spec and its workspace say, as components see it: the ground of conditions and of `{{…}}`.

use data_encoding::HEXLOWER;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use super::apps::Apps;
use super::fill::secret_fact;
use crate::spec::model::FieldKind;
use crate::spec::people::people;
use crate::spec::{Document, Model};

/// The secret with which everybody of a stack signs in; their names are made up.
const PASSWORD_OF_PEOPLE: &str = "keycloak/people";

/// Everything that does not depend on which components are chosen.
pub(super) fn facts(document: &Document, model: &Model, apps: &Apps, stack: &str) -> Map<String, Value> {
    let project = &model.project;
    let mut facts = Map::new();
    let mut put = |name: &str, value: Value| facts.insert(name.to_owned(), value);
    put("stack", json!({ "name": stack }));
    put(
        "project",
        json!({ "name": project.name, "snake": project.name.replace('-', "_"), "title": project.title, "audience": model.audience() }),
    );
    put("spec", serde_json::to_value(document).unwrap_or_default());
    put("apps", json!({ "web": apps.web, "gateway": apps.gateway, "any": apps.any() }));
    put("uses", json!({ "files": uses_files(model) }));
    put(
        "roles",
        model.roles.iter().map(|role| json!({ "name": role.name, "description": role.description })).collect(),
    );
    put("people", persons(model));
    put("features", features(document));
    put("workflows", workflows(document));
    put("channels", channels(document));
    facts
}

fn uses_files(model: &Model) -> bool {
    let mut fields = model.entities.iter().flat_map(|entity| &entity.fields);
    fields.any(|field| matches!(field.kind, FieldKind::File { .. }))
}

fn persons(model: &Model) -> Value {
    people(model)
        .into_iter()
        .map(|person| {
            let (first, last) = person.name.split_once(' ').unwrap_or((person.name, ""));
            json!({
                "id": person.sub,
                "first": first,
                "last": last,
                "email": person.email,
                "role": person.role,
                "tenant": person.tenant.id,
                "tenant-name": person.tenant.name,
                "password": secret_fact(PASSWORD_OF_PEOPLE),
            })
        })
        .collect()
}

fn features(document: &Document) -> Value {
    let each = |(name, feature): (&String, &crate::spec::document::Feature)| {
        json!({
            "name": name,
            "on": feature.default,
            "description": feature.description.clone().unwrap_or_default(),
        })
    };
    document.features.iter().map(each).collect()
}

fn channels(document: &Document) -> Value {
    let channels = document.realtime.iter().flat_map(|realtime| &realtime.channels);
    channels
        .map(|(name, channel)| {
            let history = channel.history.unwrap_or_default();
            json!({ "name": name, "presence": channel.presence, "history": history, "keeps": if history > 0 { "24h" } else { "0s" } })
        })
        .collect()
}

/// What starts each workflow, as n8n calls it.
fn workflows(document: &Document) -> Value {
    let each = |(name, workflow): (&String, &crate::spec::document::Workflow)| {
        let id = HEXLOWER.encode(&Sha256::digest(name)[..8]);
        let (node, version, parameters) = match &workflow.trigger.schedule {
            Some(cron) => {
                let interval = json!([{ "field": "cronExpression", "expression": cron }]);
                ("n8n-nodes-base.scheduleTrigger", json!(1.2), json!({ "rule": { "interval": interval } }))
            }
            None => ("n8n-nodes-base.webhook", json!(2), json!({ "httpMethod": "POST", "path": name })),
        };
        json!({ "id": id, "name": name, "node": node, "node-version": version, "parameters": parameters })
    };
    document.workflows.iter().map(each).collect()
}
