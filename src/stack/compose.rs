//! A stack as a compose file. No secret is in it: it names files in the folder of the stack.

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8Path;
use serde_json::{Map, Value, json};

use super::component::Protocol;
use super::kept::Kept;
use super::materials;
use super::model::{Stack, Unit};
use super::text::Text;
use crate::yaml::write::{self, Layout, Style};

const NETWORK: &str = "default";

/// The text of the file. `folder` is the folder of the stack, and `root` that of the workspace, as seen from the file.
pub fn compose(stack: &Stack, kept: &Kept, folder: &Utf8Path, root: &Utf8Path) -> String {
    let waits = waits(stack);
    let writer = Writer { stack, kept, folder, root, waits: &waits };
    let mut file = Map::new();
    file.insert("name".to_owned(), stack.name.clone().into());
    let services = stack.units.iter().map(|unit| (unit.name.clone(), writer.unit(unit))).collect::<Map<_, _>>();
    file.insert("services".to_owned(), services.into());
    file.insert("networks".to_owned(), json!({ NETWORK: { "driver": "bridge" } }));
    let volumes: Map<String, Value> = stack.volumes().into_iter().map(|name| (name.to_owned(), json!({}))).collect();
    if !volumes.is_empty() {
        file.insert("volumes".to_owned(), volumes.into());
    }
    format!(
        "# Written by `fountane stack export`; it changes when the spec does. Secrets are in files that it names, and those stay here.\n{}",
        write::document(&file, &Look)
    )
}

/// What each unit waits for.
type Waits = BTreeMap<String, BTreeSet<String>>;

/// Compose takes a job that has ended well for a failure, unless something waits for its end (docker/compose#10596): one that
/// nothing waits for gets some service that can.
fn waits(stack: &Stack) -> Waits {
    let mut waits: Waits = stack.units.iter().map(|unit| (unit.name.clone(), unit.after.clone())).collect();
    for job in stack.units.iter().filter(|unit| unit.once) {
        if waits.values().any(|after| after.contains(&job.name)) {
            continue;
        }
        let before = all_before(&job.name, &waits);
        let able = stack.units.iter().rev().find(|unit| !unit.once && !before.contains(&unit.name));
        if let Some(after) = able.and_then(|unit| waits.get_mut(&unit.name)) {
            after.insert(job.name.clone());
        }
    }
    waits
}

/// All that comes up before a unit.
fn all_before(name: &str, waits: &Waits) -> BTreeSet<String> {
    let mut open = vec![name.to_owned()];
    let mut found = BTreeSet::new();
    while let Some(name) = open.pop() {
        let more = waits.get(&name).into_iter().flatten().filter(|other| !found.contains(*other));
        let more: Vec<String> = more.cloned().collect();
        found.extend(more.iter().cloned());
        open.extend(more);
    }
    found
}

struct Writer<'a> {
    stack: &'a Stack,
    kept: &'a Kept,
    folder: &'a Utf8Path,
    root: &'a Utf8Path,
    waits: &'a Waits,
}

impl Writer<'_> {
    fn unit(&self, unit: &Unit) -> Value {
        let mut entry = Map::new();
        let mut put = |key: &str, value: Value| {
            let empty = value.as_array().is_some_and(Vec::is_empty) || value.as_object().is_some_and(Map::is_empty);
            if !empty && !value.is_null() {
                entry.insert(key.to_owned(), value);
            }
        };
        put("image", unit.reference().into());
        if let Some(dockerfile) = &unit.image.build {
            put("build", json!({ "context": dotted(self.root), "dockerfile": dockerfile }));
        }
        put("entrypoint", self.texts(&unit.entrypoint));
        put("command", self.texts(&unit.command));
        put("user", json!(unit.user));
        put("restart", if unit.once { "no" } else { "unless-stopped" }.into());
        let plain = unit.env.iter().filter(|(_, value)| !value.is_secret());
        put(
            "environment",
            plain.map(|(name, value)| (name.clone(), self.text(value).into())).collect::<Map<_, _>>().into(),
        );
        if unit.env.values().any(Text::is_secret) {
            put("env_file", json!([self.inside(&materials::environment(&unit.name))]));
        }
        put("ports", self.ports(unit));
        put("volumes", self.volumes(unit));
        put("tmpfs", json!(unit.tmpfs));
        put("read_only", if unit.read_only { true.into() } else { Value::Null });
        put("cap_drop", json!(["ALL"]));
        put("cap_add", json!(unit.capabilities));
        put("security_opt", json!(["no-new-privileges:true"]));
        put("mem_limit", unit.limits.memory.0.into());
        put("memswap_limit", unit.limits.memory.0.into());
        put("cpus", unit.limits.cpus.into());
        put("pids_limit", unit.limits.pids.into());
        put("stop_grace_period", format!("{}s", unit.stop_after).into());
        put("healthcheck", self.health(unit));
        put("depends_on", self.after(unit));
        entry.into()
    }

    fn health(&self, unit: &Unit) -> Value {
        let Some(probe) = &unit.health else { return if unit.once { json!({ "disable": true }) } else { Value::Null } };
        let command = probe.command.iter().map(|text| self.text(text));
        json!({
            "test": std::iter::once("CMD".to_owned()).chain(command).collect::<Vec<_>>(),
            "interval": probe.interval.to_string(),
            "timeout": probe.timeout.to_string(),
            "retries": probe.retries,
            "start_period": probe.start_period.to_string(),
        })
    }

    fn after(&self, unit: &Unit) -> Value {
        let each = self.waits[&unit.name].iter().map(|name| {
            let once = self.stack.unit(name).is_some_and(|other| other.once);
            let condition = if once { "service_completed_successfully" } else { "service_healthy" };
            (name.clone(), json!({ "condition": condition }))
        });
        each.collect::<Map<_, _>>().into()
    }

    fn ports(&self, unit: &Unit) -> Value {
        let published = unit.ports.iter().filter(|(_, port)| port.publish);
        published
            .map(|(name, port)| {
                let number = self.kept.port(&format!("{}/{name}", unit.name)).unwrap_or_default();
                let suffix = if port.protocol == Protocol::Udp { "/udp" } else { "" };
                format!("127.0.0.1:{number}:{}{suffix}", port.container)
            })
            .collect()
    }

    fn volumes(&self, unit: &Unit) -> Value {
        let volumes =
            unit.volumes.iter().map(|(name, place)| json!({ "type": "volume", "source": name, "target": place }));
        let files = unit.files.keys().map(|place| {
            let source = self.inside(&materials::file(&unit.name, place));
            json!({ "type": "bind", "source": source, "target": place, "read_only": true })
        });
        volumes.chain(files).collect()
    }

    fn texts(&self, texts: &[Text]) -> Value {
        texts.iter().map(|text| self.text(text)).collect()
    }

    /// Compose takes `$` for the beginning of a variable.
    fn text(&self, text: &Text) -> String {
        text.resolve(self.kept).replace('$', "$$")
    }

    fn inside(&self, path: &Utf8Path) -> String {
        dotted(&self.folder.join(path))
    }
}

/// Compose takes a path without a slash at its beginning for the name of a volume.
fn dotted(path: &Utf8Path) -> String {
    if path.is_absolute() || path.starts_with(".") || path.starts_with("..") {
        path.to_string()
    } else {
        format!("./{path}")
    }
}

struct Look;

impl Style for Look {
    fn layout(&self, path: &[&str]) -> Layout {
        let block = match path {
            ["services" | "networks" | "volumes"] | ["services", _] => true,
            ["services", _, key] => ["environment", "depends_on", "volumes", "command"].contains(key),
            _ => false,
        };
        if block { Layout::Block } else { Layout::Flow }
    }

    fn spaced(&self, path: &[&str]) -> bool {
        matches!(path, [key] if *key != "name") || matches!(path, ["services", _])
    }

    fn above(&self, _path: &[&str]) -> Option<&str> {
        None
    }

    fn behind(&self, _path: &[&str]) -> Option<&str> {
        None
    }
}
