//! A unit as the engine takes it, and the labels by which it is known again, by us and by `docker compose`.

use std::collections::HashMap;

use bollard::models::{
    ContainerCreateBody, EndpointSettings, HealthConfig, HostConfig, Mount, MountType, NetworkingConfig, PortBinding,
    RestartPolicy, RestartPolicyNameEnum,
};
use camino::Utf8PathBuf;

use super::images::local;
use crate::stack::component::Protocol;
use crate::stack::kept::{Folder, Kept};
use crate::stack::materials;
use crate::stack::model::Unit;
use crate::stack::text::Text;

/// The API from which on engines can ask more often while something starts.
const START_INTERVAL: (usize, usize) = (1, 44);
const WHILE_STARTING: i64 = 500_000_000;

pub(super) const STACK: &str = "fountane.stack";
pub(super) const WORKSPACE: &str = "fountane.workspace";
pub(super) const UNIT: &str = "fountane.unit";
pub(super) const COMPONENT: &str = "fountane.component";
pub(super) const ONCE: &str = "fountane.once";
pub(super) const IMAGE: &str = "fountane.image";
pub(super) const AFTER: &str = "fountane.after";
pub(super) const STOP_AFTER: &str = "fountane.stop-after";
pub(super) const CONFIG_HASH: &str = "com.docker.compose.config-hash";
const PROJECT: &str = "com.docker.compose.project";

/// Whose a container, network or volume is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The stack.
    pub stack: String,
    /// The root of the workspace.
    pub workspace: Utf8PathBuf,
}

/// What a container is made of, told apart from others by digests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hash {
    /// Of its description.
    pub config: String,
    /// The id of its image.
    pub image: String,
}

impl Owner {
    /// The labels of everything that is its own.
    pub(super) fn labels(&self) -> HashMap<String, String> {
        let labels = [(STACK, self.stack.as_str()), (WORKSPACE, self.workspace.as_str()), (PROJECT, &self.stack)];
        labels.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
    }

    /// What the engine is to look for.
    pub(super) fn filters(&self) -> HashMap<String, Vec<String>> {
        let own = [format!("{STACK}={}", self.stack), format!("{WORKSPACE}={}", self.workspace)];
        [("label".to_owned(), own.into())].into()
    }

    /// Whether labels say that something is its own.
    pub(super) fn owns(&self, labels: Option<&HashMap<String, String>>) -> bool {
        let is =
            |name: &str, value: &str| labels.and_then(|labels| labels.get(name)).is_some_and(|found| found == value);
        is(STACK, &self.stack) && is(WORKSPACE, self.workspace.as_str())
    }

    /// The container of a unit, as compose would call it.
    pub fn container(&self, unit: &str) -> String {
        format!("{}-{unit}-1", self.stack)
    }

    /// The one network.
    pub fn network(&self) -> String {
        format!("{}_default", self.stack)
    }

    /// A volume.
    pub fn volume(&self, name: &str) -> String {
        format!("{}_{name}", self.stack)
    }
}

/// The container of a unit.
pub(super) fn body(
    unit: &Unit,
    owner: &Owner,
    hash: &Hash,
    kept: &Kept,
    folder: &Folder,
    api: (usize, usize),
) -> ContainerCreateBody {
    let texts =
        |texts: &[Text]| (!texts.is_empty()).then(|| texts.iter().map(|text| text.resolve(kept)).collect::<Vec<_>>());
    let health = unit.health.as_ref().map(|probe| HealthConfig {
        test: Some(
            std::iter::once("CMD".to_owned()).chain(probe.command.iter().map(|text| text.resolve(kept))).collect(),
        ),
        interval: Some(probe.interval.nanoseconds()),
        timeout: Some(probe.timeout.nanoseconds()),
        retries: Some(i64::from(probe.retries)),
        start_period: Some(probe.start_period.nanoseconds()),
        start_interval: (api >= START_INTERVAL && probe.start_period.0 > 0.0).then_some(WHILE_STARTING),
    });
    let none = HealthConfig { test: Some(vec!["NONE".to_owned()]), ..HealthConfig::default() };
    let endpoint = EndpointSettings { aliases: Some(vec![unit.name.clone()]), ..EndpointSettings::default() };
    ContainerCreateBody {
        image: Some(local(&unit.image)),
        entrypoint: texts(&unit.entrypoint),
        cmd: texts(&unit.command),
        env: Some(unit.env.iter().map(|(name, value)| format!("{name}={}", value.resolve(kept))).collect()),
        user: unit.user.clone(),
        healthcheck: Some(health.unwrap_or(none)),
        exposed_ports: Some(unit.ports.values().map(|port| number(port.container, port.protocol)).collect()),
        labels: Some(labels(unit, owner, hash)),
        stop_timeout: Some(i64::from(unit.stop_after)),
        host_config: Some(host(unit, owner, kept, folder)),
        networking_config: Some(NetworkingConfig { endpoints_config: Some([(owner.network(), endpoint)].into()) }),
        ..ContainerCreateBody::default()
    }
}

fn number(port: u16, protocol: Protocol) -> String {
    format!("{port}/{}", if protocol == Protocol::Udp { "udp" } else { "tcp" })
}

fn host(unit: &Unit, owner: &Owner, kept: &Kept, folder: &Folder) -> HostConfig {
    let memory = i64::try_from(unit.limits.memory.0).unwrap_or(i64::MAX);
    let published = unit.ports.iter().filter(|(_, port)| port.publish);
    let bindings = published.map(|(name, port)| {
        let chosen = kept.port(&format!("{}/{name}", unit.name)).unwrap_or_default();
        let binding = PortBinding { host_ip: Some("127.0.0.1".to_owned()), host_port: Some(chosen.to_string()) };
        (number(port.container, port.protocol), Some(vec![binding]))
    });
    let restart = if unit.once { RestartPolicyNameEnum::NO } else { RestartPolicyNameEnum::UNLESS_STOPPED };
    HostConfig {
        memory: Some(memory),
        // Memory and what is swapped out: the same number leaves nothing for the latter.
        memory_swap: Some(memory),
        #[expect(clippy::cast_possible_truncation, reason = "at most 64 processors")]
        nano_cpus: Some((unit.limits.cpus * 1e9) as i64),
        pids_limit: Some(i64::from(unit.limits.pids)),
        network_mode: Some(owner.network()),
        port_bindings: Some(bindings.collect()),
        restart_policy: Some(RestartPolicy { name: Some(restart), maximum_retry_count: None }),
        cap_drop: Some(vec!["ALL".to_owned()]),
        cap_add: (!unit.capabilities.is_empty()).then(|| unit.capabilities.clone()),
        security_opt: Some(vec!["no-new-privileges:true".to_owned()]),
        readonly_rootfs: Some(unit.read_only),
        tmpfs: Some(unit.tmpfs.iter().map(|place| (place.clone(), String::new())).collect()),
        mounts: Some(mounts(unit, owner, folder)),
        ..HostConfig::default()
    }
}

fn mounts(unit: &Unit, owner: &Owner, folder: &Folder) -> Vec<Mount> {
    let volumes = unit.volumes.iter().map(|(name, place)| Mount {
        target: Some(place.clone()),
        source: Some(owner.volume(name)),
        typ: Some(MountType::VOLUME),
        ..Mount::default()
    });
    let files = unit.files.keys().map(|place| Mount {
        target: Some(place.clone()),
        source: Some(folder.path().join(materials::file(&unit.name, place)).into_string()),
        typ: Some(MountType::BIND),
        read_only: Some(true),
        ..Mount::default()
    });
    volumes.chain(files).collect()
}

fn labels(unit: &Unit, owner: &Owner, hash: &Hash) -> HashMap<String, String> {
    let mut labels = owner.labels();
    let waits = unit.after.iter().map(|name| format!("{name}:service_started:false")).collect::<Vec<_>>().join(",");
    let own = [
        (UNIT, unit.name.clone()),
        (COMPONENT, unit.component.clone()),
        (ONCE, unit.once.to_string()),
        (AFTER, unit.after.iter().cloned().collect::<Vec<_>>().join(",")),
        (IMAGE, hash.image.clone()),
        (STOP_AFTER, unit.stop_after.to_string()),
        (CONFIG_HASH, hash.config.clone()),
        ("com.docker.compose.service", unit.name.clone()),
        ("com.docker.compose.oneoff", "False".to_owned()),
        ("com.docker.compose.container-number", "1".to_owned()),
        ("com.docker.compose.depends_on", waits),
        ("com.docker.compose.image", hash.image.clone()),
        ("com.docker.compose.project.working_dir", owner.workspace.to_string()),
        ("com.docker.compose.project.config_files", String::new()),
    ];
    labels.extend(own.map(|(name, value)| (name.to_owned(), value)));
    labels
}
