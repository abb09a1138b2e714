//! A stack: everything that runs, in the order in which it can come up. Made by `assemble` and changed by nobody; no secret
//! and no chosen port is in it.

use std::collections::{BTreeMap, BTreeSet};

use data_encoding::HEXLOWER;
use indexmap::IndexMap;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::component::{Image, Limits, Port, Protocol, SecretKind};
use super::text::{Piece, Text};

/// Everything that runs together.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Stack {
    /// The project, as `docker compose ls` shows it.
    pub name: String,
    /// Services and jobs; each stands behind all that it waits for.
    pub units: Vec<Unit>,
    /// What has to be generated, by `component/name`.
    pub secrets: BTreeMap<String, SecretKind>,
}

/// A container of a stack.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Unit {
    /// Its name, which others reach it by.
    pub name: String,
    /// The component that it is of.
    pub component: String,
    /// Whether it runs to its end.
    pub once: bool,
    /// What it runs.
    pub image: Image,
    /// Instead of the image's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entrypoint: Vec<Text>,
    /// Instead of the image's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub command: Vec<Text>,
    /// Environment variables.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub env: IndexMap<String, Text>,
    /// As whom it runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// Whether it may write nowhere but into volumes and `tmpfs`.
    pub read_only: bool,
    /// Folders in memory.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tmpfs: Vec<String>,
    /// Capabilities that it keeps.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub capabilities: Vec<String>,
    /// Where it listens.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub ports: IndexMap<String, Port>,
    /// How one knows that it can work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub health: Option<Probe>,
    /// What it may use.
    pub limits: Limits,
    /// Folders in the container by the name of the volume in the stack.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub volumes: IndexMap<String, String>,
    /// Files that it finds, by their place.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub files: BTreeMap<String, Text>,
    /// What it waits for: names of other units.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub after: BTreeSet<String>,
    /// Seconds that it has to end by itself.
    pub stop_after: u32,
}

/// A program in the container that says whether it can work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Probe {
    /// The program and its arguments.
    pub command: Vec<Text>,
    /// How often it is asked.
    pub interval: super::amount::Seconds,
    /// How long an answer may take.
    pub timeout: super::amount::Seconds,
    /// How often in a row it may fail.
    pub retries: u32,
    /// How long failures at the beginning do not count.
    pub start_period: super::amount::Seconds,
}

impl Stack {
    /// A unit by its name.
    pub fn unit(&self, name: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.name == name)
    }

    /// Every volume, sorted.
    pub fn volumes(&self) -> BTreeSet<&str> {
        self.units.iter().flat_map(|unit| unit.volumes.keys().map(String::as_str)).collect()
    }

    /// Every port that this machine gives, as `unit/port`.
    pub fn published(&self) -> Vec<String> {
        let of = |unit: &Unit| -> Vec<String> {
            unit.ports
                .iter()
                .filter(|(_, port)| port.publish)
                .map(|(name, _)| format!("{}/{name}", unit.name))
                .collect()
        };
        self.units.iter().flat_map(of).collect()
    }

    /// The units that wait for others, directly or through others; those themselves are not among them.
    pub fn depending_on(&self, names: &BTreeSet<String>) -> BTreeSet<String> {
        let mut found: BTreeSet<String> = BTreeSet::new();
        // Units stand behind what they wait for, so that one walk finds all.
        for unit in &self.units {
            if unit.after.iter().any(|after| names.contains(after) || found.contains(after))
                && !names.contains(&unit.name)
            {
                found.insert(unit.name.clone());
            }
        }
        found
    }
}

impl Unit {
    /// The image as engines name it.
    pub fn reference(&self) -> String {
        let Image { name, tag, digest, .. } = &self.image;
        match digest {
            Some(digest) => format!("{name}:{tag}@{digest}"),
            None => format!("{name}:{tag}"),
        }
    }

    /// A digest of all that makes its container what it is, with secrets and ports as this function tells them; the container is
    /// made anew when it changes.
    pub fn digest(&self, resolve: &dyn Fn(&Text) -> String) -> String {
        let mut sum = Sha256::new();
        let mut add = |text: &str| {
            sum.update((text.len() as u64).to_le_bytes());
            sum.update(text);
        };
        // What is waited for decides when it starts, not what it is.
        let described = Self { after: BTreeSet::new(), env: IndexMap::new(), files: BTreeMap::new(), ..self.clone() };
        add(&serde_json::to_string(&described).unwrap_or_default());
        for text in
            self.entrypoint.iter().chain(&self.command).chain(self.health.iter().flat_map(|probe| &probe.command))
        {
            add(&resolve(text));
        }
        for (name, value) in &self.env {
            add(name);
            add(&resolve(value));
        }
        for (place, content) in &self.files {
            add(place);
            add(&resolve(content));
        }
        for (name, _) in self.ports.iter().filter(|(_, port)| port.publish) {
            let mut number = Text::default();
            number.push(Piece::Published(format!("{}/{name}", self.name)));
            add(&resolve(&number));
        }
        HEXLOWER.encode(&sum.finalize())
    }

    /// The address of a published port that speaks HTTP and has a page to open.
    pub fn page(&self) -> Option<(&str, &str)> {
        self.ports.iter().find_map(|(name, port)| {
            let page = port.open.as_deref().filter(|_| port.protocol == Protocol::Http)?;
            Some((name.as_str(), page))
        })
    }
}
