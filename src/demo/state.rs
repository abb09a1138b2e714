//! How a demo stands, as its supervisor last wrote it down.

use std::collections::BTreeMap;

use fs_err as fs;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::DemoError;
use super::census::Identity;
use super::error::io;
use super::folder::Folder;
use crate::clock;
use crate::fs::write_atomic;
use crate::process::{Exit, StopSignal};

/// What the supervisor writes down at each change. No secret is in it, the file is private all the same.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct State {
    pub(super) phase: Phase,
    pub(super) since: Timestamp,
    pub(super) supervisor: Option<Identity>,
    /// What was built and started (a digest): `up` starts anew when it has changed.
    pub(super) stamp: String,
    pub(super) url: Option<String>,
    /// What a person should know (a port had to change).
    pub(super) notes: Vec<String>,
    pub(super) units: BTreeMap<String, UnitState>,
}

/// How the whole demo stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Nothing runs.
    Stopped,
    /// `up` installs and builds.
    Building,
    /// Things are coming up.
    Starting,
    /// All came up.
    Ready,
    /// Things are being stopped.
    Stopping,
    /// Something did not come up, so all was stopped.
    Failed {
        /// The task or process.
        name: String,
        /// What happened.
        reason: String,
    },
}

/// What a unit of a demo is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A script that runs to its end.
    Task,
    /// A script that runs on.
    Process,
    /// The database server.
    Database,
}

/// How a task or process stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It waits for others.
    Waiting,
    /// It was started and is not healthy yet.
    Starting,
    /// It is healthy.
    Ready,
    /// The task ended well.
    Done,
    /// It ended by itself and is about to be started again.
    Restarting,
    /// It failed, and we gave up.
    Failed,
    /// It was stopped.
    Stopped,
}

/// How a task or process stands, and how it came to that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct UnitState {
    /// What it is.
    pub kind: Kind,
    /// How it stands.
    pub status: Status,
    /// Since when.
    pub since: Timestamp,
    /// Its process, while it runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity: Option<Identity>,
    /// How often it was started again by itself.
    pub restarts: u32,
    /// How it last ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_exit: Option<Exit>,
    /// What happened, where something did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// How it is asked to end.
    #[serde(default)]
    pub stop_signal: StopSignal,
}

impl UnitState {
    pub(super) fn waiting(kind: Kind) -> Self {
        let stop_signal = if kind == Kind::Database { StopSignal::Interrupt } else { StopSignal::Terminate };
        Self {
            kind,
            status: Status::Waiting,
            since: clock::now(),
            identity: None,
            restarts: 0,
            last_exit: None,
            reason: None,
            stop_signal,
        }
    }

    /// Whether nothing of it runs any more, or will.
    pub(super) fn is_over(&self) -> bool {
        matches!(self.status, Status::Stopped | Status::Done | Status::Failed)
    }

    /// Whether what is after it may start.
    pub(super) fn is_up(&self) -> bool {
        matches!(self.status, Status::Ready | Status::Done)
    }
}

impl State {
    pub(super) fn stopped() -> Self {
        Self {
            phase: Phase::Stopped,
            since: clock::now(),
            supervisor: None,
            stamp: String::new(),
            url: None,
            notes: Vec::new(),
            units: BTreeMap::new(),
        }
    }

    /// Reads the state; one that is not there or cannot be understood is that of a demo that is stopped.
    pub(super) fn read(folder: &Folder) -> Result<Self, DemoError> {
        match fs::read(folder.state()) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes).unwrap_or_else(|_| Self::stopped())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::stopped()),
            Err(source) => Err(DemoError::Io { doing: "reading the demo's state", source }),
        }
    }

    pub(super) fn write(&self, folder: &Folder) -> Result<(), DemoError> {
        let bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        write_atomic(&folder.state(), &bytes, 0o600).map_err(io("writing the demo's state"))
    }

    /// Every process that was running when this was written.
    pub(super) fn identities(&self) -> Vec<Identity> {
        let units = self.units.values().filter_map(|unit| unit.identity);
        units.chain(self.supervisor).collect()
    }

    /// Goes on to another phase.
    pub(super) fn enter(&mut self, phase: Phase) {
        self.phase = phase;
        self.since = clock::now();
    }

    /// All processes are gone: whatever was on its way is stopped now. Failures stay, for people to see.
    pub(super) fn mark_stopped(&mut self) {
        self.supervisor = None;
        if !matches!(self.phase, Phase::Failed { .. }) {
            self.phase = Phase::Stopped;
        }
        self.since = clock::now();
        for unit in self.units.values_mut() {
            unit.identity = None;
            if !matches!(unit.status, Status::Done | Status::Failed) {
                unit.status = Status::Stopped;
            }
        }
    }
}
