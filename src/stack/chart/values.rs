//! What can be set: `values.yaml`, and what is other in one environment or another.

use std::collections::BTreeMap;

use camino::Utf8PathBuf;
use serde_json::{Map, Value, json};

use super::super::apps::{APPS, WEB};
use super::super::model::{Stack, Unit};
use super::expression::document;
use super::prepared;

/// How much a demo may use.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// What one person needs to look at it.
    #[default]
    Small,
    /// A dozen people at once.
    Medium,
    /// As in production.
    Large,
}

impl Size {
    /// How many hundredths of its limits a container asks for: processors, memory.
    fn share(self) -> (u64, u64) {
        match self {
            Self::Small => (5, 25),
            Self::Medium => (10, 50),
            Self::Large => (25, 100),
        }
    }

    /// Pods of whatever keeps nothing.
    fn replicas(self) -> u32 {
        if self == Self::Large { 2 } else { 1 }
    }
}

pub(super) fn files(stack: &Stack, units: &[&Unit], title: &str) -> BTreeMap<Utf8PathBuf, String> {
    let head = |what: &str| format!("# {what}\n");
    let mut files = BTreeMap::new();
    files.insert("values.yaml".into(), head(&format!("{title}: what can be set.")) + &document(all(stack, units)));
    let environments = [
        ("development", Size::Small, "One pod of each, which asks for little."),
        ("staging", Size::Medium, "As in production, with less."),
        ("production", Size::Large, "Two pods of whatever keeps nothing; all that they may use is theirs."),
    ];
    for (name, size, what) in environments {
        let text = head(what) + &document(json!({ "units": of_units(stack, units, size) }));
        files.insert(format!("values/{name}.yaml").into(), text);
    }
    files.insert("values.schema.json".into(), serde_json::to_string_pretty(&schema(units)).unwrap_or_default() + "\n");
    files
}

fn all(stack: &Stack, units: &[&Unit]) -> Value {
    let mut each = Map::new();
    let sizes = of_units(stack, units, Size::Small);
    for unit in units {
        let built = unit.image.build.is_some();
        let mut entry = json!({ "image": unit.image.name, "tag": unit.image.tag, "built": built });
        if let Some(digest) = &unit.image.digest {
            entry["digest"] = digest.clone().into();
        }
        if let (Value::Object(entry), Some(Value::Object(size))) = (&mut entry, sizes.get(&unit.name)) {
            entry.extend(size.clone());
        }
        each.insert(unit.name.clone(), entry);
    }
    json!({
        "domain": "example.localhost",
        "ingress": { "enabled": true, "class": "", "tls": true, "secret": "", "issuer": "", "clusterIssuer": "", "annotations": {} },
        "images": { "registry": "", "pullPolicy": "IfNotPresent", "pullSecrets": [] },
        "storage": { "class": "", "size": "2Gi" },
        "secretsChecksum": "",
        "public": public(units),
        "units": each,
    })
}

/// What people outside reach, and at which name below the domain; the web application has the domain itself.
fn public(units: &[&Unit]) -> Value {
    let mut found = Map::new();
    for unit in units {
        let port = unit.ports.iter().find(|(_, port)| !port.public.is_empty());
        let Some((name, port)) = port else { continue };
        found.insert(unit.name.clone(), json!({ "port": name, "paths": port.public }));
    }
    found.into()
}

/// The name below the domain under which a unit is reached.
fn subdomain(unit: &Unit) -> &str {
    if unit.component == APPS && unit.name == WEB { "" } else { &unit.name }
}

fn of_units(stack: &Stack, units: &[&Unit], size: Size) -> Map<String, Value> {
    units.iter().map(|unit| (unit.name.clone(), of_unit(stack, unit, size))).collect()
}

fn of_unit(stack: &Stack, unit: &Unit, size: Size) -> Value {
    let (cpu, memory) = size.share();
    let mebibytes = unit.limits.memory.0 >> 20;
    let millicores = millicores(unit.limits.cpus);
    let asks = |share: u64, of: u64| (share * of).div_ceil(100).max(1);
    let mut made = json!({
        "requests": {
            "cpu": format!("{}m", asks(cpu, millicores)),
            "memory": format!("{}Mi", asks(memory, mebibytes)),
        },
        "limits": { "cpu": format!("{millicores}m"), "memory": format!("{mebibytes}Mi") },
    });
    if !unit.once {
        let alone = !unit.volumes.is_empty() || unit.component != APPS;
        made["replicas"] = if alone { 1 } else { size.replicas() }.into();
        made["subdomain"] = subdomain(unit).into();
    } else if prepared::in_a_pod(stack, unit) {
        made["pod"] = "of the service that it prepares".into();
    }
    made
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "components have at most 64 processors")]
fn millicores(processors: f64) -> u64 {
    (processors * 1000.0).round() as u64
}

fn schema(units: &[&Unit]) -> Value {
    let text = json!({ "type": "string" });
    let amounts = json!({
        "type": "object",
        "additionalProperties": false,
        "properties": { "cpu": { "type": ["string", "number"] }, "memory": { "type": "string" } },
    });
    let unit = json!({
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "image": text, "tag": text, "digest": text, "built": { "type": "boolean" }, "pod": text,
            "replicas": { "type": "integer", "minimum": 0 }, "subdomain": text,
            "requests": amounts, "limits": amounts,
        },
    });
    let of_units: Map<String, Value> = units.iter().map(|each| (each.name.clone(), unit.clone())).collect();
    let object =
        |properties: Value| json!({ "type": "object", "additionalProperties": false, "properties": properties });
    let strings = json!({ "type": "object", "additionalProperties": { "type": "string" } });
    let mut whole = object(json!({
        "domain": { "type": "string", "pattern": "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$" },
        "ingress": object(json!({
            "enabled": { "type": "boolean" }, "class": text, "tls": { "type": "boolean" }, "secret": text,
            "issuer": text, "clusterIssuer": text, "annotations": strings,
        })),
        "images": object(json!({
            "registry": text,
            "pullPolicy": { "enum": ["Always", "IfNotPresent", "Never"] },
            "pullSecrets": { "type": "array", "items": object(json!({ "name": text })) },
        })),
        "storage": object(json!({ "class": text, "size": text })),
        "secretsChecksum": text,
        "public": { "type": "object" },
        "units": object(of_units.into()),
        "global": { "type": "object" },
    }));
    whole["$schema"] = "http://json-schema.org/draft-07/schema#".into();
    whole
}
