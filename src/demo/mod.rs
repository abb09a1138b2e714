//! A demo of a workspace on this machine: its database, its services, its web site, supervised.
//!
//! Target `process`: nothing but the toolchain is needed. A supervisor process of its own keeps the demo up; commands
//! talk to it through files in `.fountane/demo`, signals, and two locks:
//!
//! | file | what | written by |
//! |---|---|---|
//! | `kept.json` | id, ports, secrets; outlives `down` | the supervisor |
//! | `state.json` | how everything stands | the supervisor; whoever clears up after one |
//! | `launch.json`, `built.json` | which Node, what was built | `up` |
//! | `logs/NAME.log` | output, bounded, redacted | the supervisor |
//! | `postgres/`, `data/` | what services store; outlives `down`, not `down --purge` | the services |
//! | `supervisor.lock` | held while a supervisor lives | |
//! | `command.lock` | held while `up` prepares or `down` works | |
//!
//! Every process of a demo carries its id in the environment, so nothing is lost when a supervisor is killed: the next
//! command finds all of it and ends it.

mod board;
mod build;
mod census;
mod check;
mod copy;
mod down;
mod error;
mod folder;
mod health;
mod kept;
pub mod kubernetes;
mod logs;
mod manifest;
mod placeholders;
mod plan;
mod postgres;
mod postgres_programs;
mod postgres_sql;
mod report;
mod state;
mod supervise;
mod unit;
mod up;

use std::collections::BTreeMap;
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};

pub use census::Identity;
pub use down::Downed;
pub use error::DemoError;
pub use manifest::{
    Build, BuildStep, Copy, Database, Health, MANIFEST, MANIFEST_VERSION, Manifest, Person, Postgres, Process, Restart,
    Task,
};
pub use report::{Report, Service};
pub use state::{Kind, Phase, Status};
pub use up::{Running, UpOptions};

use crate::env_vars::Environment;
use crate::process::Cancel;
use crate::runs::{Event, EventSink};
use folder::Folder;
use state::State;

/// How many lines of a log an error shows.
const TAIL: usize = 15;
/// How soon somebody who stays with a demo learns that it has ended.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// The demo of a workspace.
#[derive(Debug, Clone)]
pub struct Demo {
    workspace: Utf8PathBuf,
    folder: Folder,
}

/// A line of a log.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct LogLine {
    /// Whose log.
    pub service: String,
    /// The line.
    pub line: String,
}

impl Demo {
    /// The demo of the workspace in this folder. Reads nothing yet: a broken manifest does not keep `down` from working.
    pub fn open(workspace: &Utf8Path) -> Result<Self, DemoError> {
        let workspace = workspace.canonicalize_utf8().map_err(error::io("finding the workspace"))?;
        let folder = Folder::of(&workspace);
        Ok(Self { workspace, folder })
    }

    /// Brings the demo up and returns when all of it is healthy; everything is stopped again when it is not.
    ///
    /// Steps told: `toolchain:*`, `demo:install`, `demo:build`, `demo:start`. A demo that is up with nothing changed
    /// since is left as it is; one that runs something older is restarted.
    pub async fn up(&self, options: &UpOptions, sink: &dyn EventSink, cancel: &Cancel) -> Result<Running, DemoError> {
        up::up(self, options, sink, cancel).await
    }

    /// How the demo stands; each healthy service is asked anew. Clears up after a killed supervisor, and says so.
    pub async fn status(&self) -> Result<Report, DemoError> {
        report::report(self).await
    }

    /// Takes the demo down and returns when nothing of it is left. Data stays, unless it is to be thrown away too.
    pub async fn down(&self, purge: bool) -> Result<Downed, DemoError> {
        down::down(self, purge).await
    }

    /// The last lines of one service's log, or of each.
    pub fn logs(&self, service: Option<&str>, lines: usize) -> Result<Vec<LogLine>, DemoError> {
        let logs = self.log_files(service)?;
        let tails = logs.iter().flat_map(|(name, path)| {
            let tail = logs::tail(path, lines).into_iter();
            tail.map(|line| LogLine { service: name.clone(), line })
        });
        Ok(tails.collect())
    }

    /// Tells lines ([`Event::Output`]) as they are added to one service's log, or to each, until cancelled.
    pub async fn follow(&self, service: Option<&str>, sink: &dyn EventSink, cancel: &Cancel) -> Result<(), DemoError> {
        let logs = self.log_files(service)?;
        let mut told = |name: &str, line| sink.emit(Event::Output { source: name.to_owned(), line });
        logs::follow(&logs, cancel, &mut told).await;
        Ok(())
    }

    /// Tells lines ([`Event::Output`]) of all logs as they come, until cancelled or until the demo is no longer up.
    /// Returns whether it is still up.
    pub async fn attend(&self, sink: &dyn EventSink, cancel: &Cancel) -> Result<bool, DemoError> {
        tokio::select! {
            followed = self.follow(None, sink, cancel) => followed.map(|()| true),
            ended = self.ended() => ended.map(|()| false),
        }
    }

    /// Waits until the demo is not up any more: taken down, given up, or its supervisor killed.
    async fn ended(&self) -> Result<(), DemoError> {
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            let state = State::read(&self.folder)?;
            let supervised = state.supervisor.is_some_and(census::is_alive);
            if state.phase != Phase::Ready || !supervised {
                return Ok(());
            }
        }
    }

    /// Supervises the demo in this process, until SIGTERM or SIGINT; for the hidden command `demo supervise`.
    pub async fn supervise(&self, environment: &Environment) -> Result<(), DemoError> {
        supervise::supervise(&self.workspace, environment).await
    }

    fn log_files(&self, service: Option<&str>) -> Result<BTreeMap<String, Utf8PathBuf>, DemoError> {
        let entries = self.folder.logs().read_dir_utf8().into_iter().flatten().flatten();
        let named =
            entries.filter_map(|entry| Some((entry.file_name().strip_suffix(".log")?.to_owned(), entry.into_path())));
        let mut files: BTreeMap<String, Utf8PathBuf> = named.collect();
        let Some(service) = service else {
            files.retain(|name, _| !["build", "supervisor"].contains(&name.as_str()));
            return Ok(files);
        };
        if !files.contains_key(service) {
            let known = files.into_keys().collect();
            return Err(DemoError::NoSuchService { name: service.to_owned(), known });
        }
        files.retain(|name, _| name == service);
        Ok(files)
    }
}

/// An error with its causes, on one line.
fn error_chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| cause.source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}
