//! The pod of a unit, as Pod Security calls `restricted`.

use serde_json::{Map, Value, json};

use super::super::component::Protocol;
use super::super::model::{Probe, Unit};
use super::expression::{filled, raw, text};
use super::{key, plain_files, prepared, secrets};
use crate::stack::model::Stack;

/// The template of a pod, with what runs in it before.
pub(super) fn template(stack: &Stack, unit: &Unit) -> Value {
    let before = if unit.once { Vec::new() } else { prepared::before(stack, unit) };
    let all: Vec<&Unit> = before.iter().copied().chain([unit]).collect();
    let mut spec = Map::new();
    spec.insert("automountServiceAccountToken".to_owned(), false.into());
    // A variable `POSTGRES_PORT` that the cluster makes of a service is no port.
    spec.insert("enableServiceLinks".to_owned(), false.into());
    spec.insert("imagePullSecrets".to_owned(), raw("toJson .Values.images.pullSecrets"));
    if unit.once {
        spec.insert("restartPolicy".to_owned(), "OnFailure".into());
    }
    spec.insert("terminationGracePeriodSeconds".to_owned(), unit.stop_after.into());
    spec.insert("securityContext".to_owned(), who(unit));
    if !before.is_empty() {
        spec.insert("initContainers".to_owned(), before.into_iter().map(container).collect());
    }
    spec.insert("containers".to_owned(), json!([container(unit)]));
    let volumes: Vec<Value> = all.iter().flat_map(|unit| volumes(unit)).collect();
    if !volumes.is_empty() {
        spec.insert("volumes".to_owned(), volumes.into());
    }
    json!({ "metadata": { "labels": labels(unit), "annotations": annotations(&all) }, "spec": spec })
}

/// What its pods are found by.
pub(super) fn selector(unit: &Unit) -> Value {
    json!({ "app.kubernetes.io/name": unit.name, "app.kubernetes.io/instance": text(".Release.Name") })
}

/// What everything of a unit carries.
pub(super) fn labels(unit: &Unit) -> Value {
    json!({
        "app.kubernetes.io/name": unit.name,
        "app.kubernetes.io/instance": text(".Release.Name"),
        "app.kubernetes.io/component": unit.component,
        "app.kubernetes.io/managed-by": text(".Release.Service"),
    })
}

/// A pod is made anew when a file or a secret of it changes, which it would not see otherwise.
fn annotations(units: &[&Unit]) -> Value {
    let mut found = Map::new();
    if units.iter().any(|unit| plain_files(unit).next().is_some()) {
        let files = units.iter().filter(|unit| plain_files(unit).next().is_some());
        let listed: Vec<String> =
            files.map(|unit| format!("(tpl (toYaml (.Files.Glob `files/{}/*`).AsConfig) $)", unit.name)).collect();
        found.insert("checksum/files".to_owned(), text(&format!("list {} | toJson | sha256sum", listed.join(" "))));
    }
    if units.iter().any(|unit| secrets::has_any(unit)) {
        found.insert("checksum/secrets".to_owned(), text(".Values.secretsChecksum | quote | sha256sum"));
    }
    found.into()
}

fn who(unit: &Unit) -> Value {
    let mut context = Map::new();
    context.insert("runAsNonRoot".to_owned(), true.into());
    if let Some((user, group)) = unit.user.as_deref().and_then(numbers) {
        context.insert("runAsUser".to_owned(), user.into());
        context.insert("runAsGroup".to_owned(), group.into());
        // Volumes belong to it.
        context.insert("fsGroup".to_owned(), group.into());
    }
    context.insert("seccompProfile".to_owned(), json!({ "type": "RuntimeDefault" }));
    context.into()
}

fn numbers(user: &str) -> Option<(u32, u32)> {
    let (user, group) = user.split_once(':')?;
    Some((user.parse().ok()?, group.parse().ok()?))
}

fn container(unit: &Unit) -> Value {
    let of = |key: &str| format!("(index .Values.units `{}`).{key}", unit.name);
    let mut made = Map::new();
    let mut put = |key: &str, value: Value| {
        if !value.as_array().is_some_and(Vec::is_empty) {
            made.insert(key.to_owned(), value);
        }
    };
    put("name", unit.name.clone().into());
    put("image", text(&format!("include `image` (list . `{}`)", unit.name)));
    put("imagePullPolicy", text(".Values.images.pullPolicy"));
    put("command", unit.entrypoint.iter().map(filled).collect());
    put("args", unit.command.iter().map(filled).collect());
    put("env", unit.env.keys().map(|name| variable(unit, name)).collect());
    let ports = unit.ports.iter().map(
        |(name, port)| json!({ "name": name, "containerPort": port.container, "protocol": transport(port.protocol) }),
    );
    put("ports", ports.collect());
    if let Some(probe) = &unit.health {
        put("startupProbe", started(probe));
        put("readinessProbe", asked(probe, probe.retries));
    }
    put(
        "resources",
        json!({
            "requests": { "memory": text(&of("requests.memory")), "cpu": text(&of("requests.cpu")) },
            "limits": { "memory": text(&of("limits.memory")), "cpu": text(&of("limits.cpu")) },
        }),
    );
    put(
        "securityContext",
        json!({
            "allowPrivilegeEscalation": false,
            "readOnlyRootFilesystem": unit.read_only,
            "capabilities": { "drop": ["ALL"] },
        }),
    );
    put("volumeMounts", mounts(unit).into());
    made.into()
}

fn variable(unit: &Unit, name: &str) -> Value {
    match unit.env.get(name) {
        Some(value) if value.is_secret() => json!({
            "name": name,
            "valueFrom": { "secretKeyRef": { "name": secrets::name(unit), "key": secrets::variable(name) } },
        }),
        Some(value) => json!({ "name": name, "value": filled(value) }),
        None => Value::Null,
    }
}

/// `TCP`, `UDP`.
pub(super) fn transport(protocol: Protocol) -> &'static str {
    if protocol == Protocol::Udp { "UDP" } else { "TCP" }
}

fn asked(probe: &Probe, failures: u32) -> Value {
    json!({
        "exec": { "command": probe.command.iter().map(filled).collect::<Vec<_>>() },
        "periodSeconds": whole(probe.interval.0),
        "timeoutSeconds": whole(probe.timeout.0),
        "failureThreshold": failures.max(1),
    })
}

/// It may fail while it starts, and for as long as it may fail afterwards: then it is started again.
fn started(probe: &Probe) -> Value {
    let period = whole(probe.interval.0);
    asked(probe, whole(probe.start_period.0).div_ceil(period) + probe.retries)
}

/// Seconds as clusters count them.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "no span of a component is longer than an hour"
)]
fn whole(seconds: f64) -> u32 {
    (seconds.ceil() as u32).max(1)
}

fn mounts(unit: &Unit) -> Vec<Value> {
    let folders = unit.volumes.iter().map(|(volume, folder)| {
        // The root of a new disk has a folder of its own in it, which some servers take for data.
        json!({ "name": volume, "mountPath": folder, "subPath": "data" })
    });
    let memory = unit.tmpfs.iter().enumerate().map(
        |(index, folder)| json!({ "name": format!("{}-memory-{index}", unit.name), "mountPath": mountable(folder) }),
    );
    let files = unit.files.iter().map(|(place, content)| {
        let name = if content.is_secret() { secret_volume(unit) } else { file_volume(unit) };
        json!({ "name": name, "mountPath": place, "subPath": key(place), "readOnly": true })
    });
    folders.chain(memory).chain(files).collect()
}

/// An engine takes options behind a colon.
fn mountable(folder: &str) -> &str {
    folder.split(':').next().unwrap_or(folder)
}

fn volumes(unit: &Unit) -> Vec<Value> {
    let folders =
        unit.volumes.keys().map(|name| json!({ "name": name, "persistentVolumeClaim": { "claimName": name } }));
    let memory = (0..unit.tmpfs.len()).map(|index| {
        let limit = text(&format!("(index .Values.units `{}`).limits.memory", unit.name));
        json!({ "name": format!("{}-memory-{index}", unit.name), "emptyDir": { "medium": "Memory", "sizeLimit": limit } })
    });
    let plain = plain_files(unit).next().is_some();
    let plain = plain.then(|| json!({ "name": file_volume(unit), "configMap": { "name": file_volume(unit) } }));
    let secret = unit.files.values().any(super::Text::is_secret);
    // Whoever the container runs as is in the group that volumes belong to.
    let secret = secret.then(
        || json!({ "name": secret_volume(unit), "secret": { "secretName": secrets::name(unit), "defaultMode": 0o440 } }),
    );
    folders.chain(memory).chain(plain).chain(secret).collect()
}

/// The `ConfigMap` with the files of a unit.
pub(super) fn file_volume(unit: &Unit) -> String {
    format!("{}-files", unit.name)
}

fn secret_volume(unit: &Unit) -> String {
    format!("{}-secret-files", unit.name)
}
