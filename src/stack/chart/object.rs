//! The objects of one unit: a Deployment with its Service, or a Job; what it keeps; what it finds.

use data_encoding::HEXLOWER;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::super::model::{Stack, Unit};
use super::expression::{document, raw, text};
use super::{key, plain_files, pod, prepared};

/// The template of a unit; none where it runs in another's pod, and has nothing of its own.
pub(super) fn of_unit(stack: &Stack, unit: &Unit, units: &[&Unit]) -> Option<String> {
    let mut objects = Vec::new();
    if plain_files(unit).next().is_some() {
        objects.push(files(unit));
    }
    objects
        .extend(unit.volumes.keys().filter(|volume| is_first(volume, unit, units)).map(|volume| claim(volume, unit)));
    if !unit.once {
        objects.push(deployment(stack, unit));
        if !unit.ports.is_empty() {
            objects.push(service(unit));
        }
    } else if !prepared::in_a_pod(stack, unit) {
        objects.push(job(stack, unit));
    }
    let documents: Vec<String> = objects.into_iter().map(document).collect();
    (!documents.is_empty()).then(|| documents.join("---\n"))
}

/// Several containers may have the same volume.
fn is_first(volume: &str, unit: &Unit, units: &[&Unit]) -> bool {
    units.iter().find(|other| other.volumes.contains_key(volume)).is_some_and(|first| first.name == unit.name)
}

fn object(version: &str, kind: &str, name: Value, unit: &Unit, more: Value) -> Value {
    let mut made = json!({
        "apiVersion": version,
        "kind": kind,
        "metadata": { "name": name, "labels": pod::labels(unit) },
    });
    if let (Value::Object(made), Value::Object(more)) = (&mut made, more) {
        made.extend(more);
    }
    made
}

fn deployment(stack: &Stack, unit: &Unit) -> Value {
    // A disk is one pod's at a time.
    let strategy = if unit.volumes.is_empty() { "RollingUpdate" } else { "Recreate" };
    let replicas = raw(&format!("(index .Values.units `{}`).replicas", unit.name));
    let spec = json!({
        "replicas": replicas,
        "strategy": { "type": strategy },
        "selector": { "matchLabels": pod::selector(unit) },
        "template": pod::template(stack, unit),
    });
    object("apps/v1", "Deployment", unit.name.clone().into(), unit, json!({ "spec": spec }))
}

/// A Job cannot change: a new name for whatever is new.
fn job(stack: &Stack, unit: &Unit) -> Value {
    let template = pod::template(stack, unit);
    let is = HEXLOWER.encode(&Sha256::digest(template.to_string()));
    let told = format!("`{}` (toJson .Values) (toJson (.Files.Glob `files/{}/*`).AsConfig)", &is[..8], unit.name);
    let name = format!("{}-{{{{ printf `%s%s%s` {told} | sha256sum | trunc 8 }}}}", unit.name);
    // What it waits for may take a while: tries come after 10, 20, 40 … seconds.
    let spec = json!({ "backoffLimit": 8, "template": template });
    object("batch/v1", "Job", name.into(), unit, json!({ "spec": spec }))
}

fn service(unit: &Unit) -> Value {
    let ports = unit.ports.iter().map(|(name, port)| {
        json!({ "name": name, "port": port.container, "targetPort": name, "protocol": pod::transport(port.protocol) })
    });
    let spec = json!({ "selector": pod::selector(unit), "ports": ports.collect::<Vec<_>>() });
    object("v1", "Service", unit.name.clone().into(), unit, json!({ "spec": spec }))
}

fn claim(volume: &str, unit: &Unit) -> Value {
    let spec = json!({
        "accessModes": ["ReadWriteOnce"],
        "storageClassName": raw("include `storageClass` ."),
        "resources": { "requests": { "storage": text(".Values.storage.size") } },
    });
    object("v1", "PersistentVolumeClaim", volume.into(), unit, json!({ "spec": spec }))
}

fn files(unit: &Unit) -> Value {
    let data = plain_files(unit).map(|(place, _)| {
        let content = format!("tpl (.Files.Get `files/{}/{}`) . | toJson", unit.name, key(place));
        (key(place), raw(&content))
    });
    let data: serde_json::Map<String, Value> = data.collect();
    object("v1", "ConfigMap", pod::file_volume(unit).into(), unit, json!({ "data": data }))
}
