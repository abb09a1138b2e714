//! From a manifest to programs: placeholders filled, environments made, everything in its order.

use std::collections::BTreeMap;
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::check::{POSTGRES, ROOT};
use super::folder::Folder;
use super::health::Probe;
use super::kept::{Kept, password_of};
use super::manifest::{Manifest, Process, Task};
use super::placeholders::{Placeholder, Role, expand, expand_value};
use super::state::Kind;
use crate::env_vars::{Environment, FOUNTANE_DEMO, KEPT_FOR_SERVICES, PATH};
use crate::process::Program;

/// With what scripts are run; `up` finds it out and the supervisor uses it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Launch {
    /// The Node that fits the workspace.
    pub(super) node: Utf8PathBuf,
    /// PATH with that Node first.
    pub(super) path: String,
    /// What was built.
    pub(super) stamp: String,
}

/// A task or process, ready to be supervised.
pub(super) struct Planned {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) program: Program,
    pub(super) after: Vec<String>,
    pub(super) probe: Option<Probe>,
    pub(super) limit: Duration,
}

/// What fills placeholders.
pub(super) struct Planner<'a> {
    pub(super) workspace: &'a Utf8Path,
    pub(super) folder: &'a Folder,
    pub(super) manifest: &'a Manifest,
    pub(super) kept: &'a Kept,
    pub(super) launch: &'a Launch,
    pub(super) environment: &'a Environment,
}

impl Planner<'_> {
    /// All tasks and processes; each waits for the database too, where there is one.
    pub(super) fn plan(&self) -> Vec<Planned> {
        let tasks = self.manifest.tasks.iter().map(|task| self.task(task));
        let processes = self.manifest.processes.iter().map(|process| self.process(process));
        let mut planned: Vec<Planned> = tasks.chain(processes).collect();
        if self.manifest.postgres.is_some() {
            for each in &mut planned {
                each.after.push(POSTGRES.to_owned());
            }
        }
        planned
    }

    /// The address that a person opens.
    pub(super) fn url(&self) -> String {
        expand(&self.manifest.open, |placeholder| self.fill(placeholder))
    }

    /// Marks a program as one of this demo's.
    pub(super) fn marked(&self, program: Program) -> Program {
        program.env(FOUNTANE_DEMO, &self.kept.id)
    }

    fn task(&self, task: &Task) -> Planned {
        Planned {
            name: task.name.clone(),
            kind: Kind::Task,
            program: self.script(&task.script, &task.args, task.cwd.as_deref(), &task.env),
            after: task.after.clone(),
            probe: None,
            limit: Duration::from_secs(task.timeout_seconds),
        }
    }

    fn process(&self, process: &Process) -> Planned {
        let port = self.port(process.health.port());
        Planned {
            name: process.name.clone(),
            kind: Kind::Process,
            program: self.script(&process.script, &process.args, process.cwd.as_deref(), &process.env),
            after: process.after.clone(),
            probe: Some(Probe::Of(process.health.clone(), port)),
            limit: Duration::from_secs(process.timeout_seconds),
        }
    }

    fn script(&self, script: &str, args: &[String], cwd: Option<&str>, env: &BTreeMap<String, Value>) -> Program {
        let cwd = cwd.filter(|cwd| *cwd != ROOT).map_or(self.workspace.to_owned(), |cwd| self.workspace.join(cwd));
        let script = self.workspace.join(script);
        let program = Program::new(&self.launch.node).args(["--enable-source-maps", script.as_str()]);
        let program = program.args(args.iter().map(|arg| expand(arg, |placeholder| self.fill(placeholder))));
        // Only what a program needs of our environment: the user's tokens are no business of a service.
        let kept = KEPT_FOR_SERVICES.iter().filter_map(|name| Some((*name, self.environment.get(name)?)));
        let program = kept.fold(program.cwd(cwd).clear_env(), |program, (name, value)| program.env(name, value));
        let program = env.iter().fold(program, |program, (name, value)| {
            program.env(name, expand_value(value, &mut |placeholder| self.fill(placeholder)))
        });
        self.marked(program).env(PATH, &self.launch.path)
    }

    fn fill(&self, placeholder: Placeholder<'_>) -> String {
        match placeholder {
            Placeholder::Port(name) => self.port(name).to_string(),
            Placeholder::Url(name) => format!("http://127.0.0.1:{}", self.port(name)),
            Placeholder::Secret(name) => self.kept.secret(name).reveal().to_owned(),
            Placeholder::Data(name) => self.folder.data(name).into_string(),
            Placeholder::Workspace => self.workspace.to_string(),
            Placeholder::Database(name, role) => self.database_url(name, role),
        }
    }

    fn database_url(&self, name: &str, role: Role) -> String {
        let mut databases = self.manifest.postgres.iter().flat_map(|postgres| &postgres.databases);
        let Some(database) = databases.find(|database| database.name == name) else { return String::new() };
        let user = if role == Role::Owner { &database.owner } else { &database.app };
        let password = self.kept.secret(&password_of(user));
        format!("postgres://{user}:{}@127.0.0.1:{}/{name}", password.reveal(), self.port(POSTGRES))
    }

    fn port(&self, name: &str) -> u16 {
        self.kept.ports.get(name).copied().unwrap_or_default()
    }
}
