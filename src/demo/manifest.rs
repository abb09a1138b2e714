//! `fountane.demo.json`: what a demo of a workspace consists of. The generator writes it; `docs/demo-manifest.md` tells
//! its shape.

use std::collections::BTreeMap;

use camino::Utf8Path;
use fs_err as fs;
use serde::Deserialize;

use super::{DemoError, check};

/// The file's name, in the root of a workspace.
pub const MANIFEST: &str = "fountane.demo.json";
/// The only shape there is so far.
pub const MANIFEST_VERSION: u32 = 1;

/// What a demo consists of.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Manifest {
    /// The shape of this file: 1.
    pub version: u32,
    /// The product's name, for people.
    pub name: String,
    /// The address a person opens; may have placeholders.
    pub open: String,
    /// Whom a person can sign in as.
    #[serde(default)]
    pub people: Vec<Person>,
    /// How the workspace is built.
    #[serde(default)]
    pub build: Build,
    /// The database, where the workspace has one.
    pub postgres: Option<Postgres>,
    /// Names of ports; each gets a free number that stays the same as long as it is free.
    #[serde(default)]
    pub ports: Vec<String>,
    /// Scripts that run to their end before what is `after` them starts.
    #[serde(default)]
    pub tasks: Vec<Task>,
    /// Scripts that run until the demo goes down.
    pub processes: Vec<Process>,
    /// What happens when a process ends by itself.
    #[serde(default)]
    pub restart: Restart,
}

/// Somebody to sign in as.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Person {
    /// The name shown on the sign-in page.
    pub name: String,
    /// What they may do, in the product's word for it.
    pub role: String,
    /// The organisation they belong to, where the product has several.
    pub tenant: Option<String>,
    /// The address they sign in with, where that is how.
    pub email: Option<String>,
}

/// How the workspace is built.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Build {
    /// Commands after `pnpm install`, in order.
    #[serde(default)]
    pub steps: Vec<BuildStep>,
    /// Files that are there when it is built, besides the scripts of tasks and processes.
    #[serde(default)]
    pub outputs: Vec<String>,
    /// Folders to copy after the build (a standalone Next server wants its assets beside it).
    #[serde(default)]
    pub copies: Vec<Copy>,
}

/// A command of the build.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct BuildStep {
    /// For people.
    pub name: String,
    /// What pnpm is asked: `["run", "build"]`.
    pub pnpm: Vec<String>,
}

/// A folder to copy.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Copy {
    /// Where it is.
    pub from: String,
    /// Where it goes; replaced whole.
    pub to: String,
    /// Whether it may be missing.
    #[serde(default)]
    pub optional: bool,
}

/// The database server, from the package `@embedded-postgres/<platform>`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Postgres {
    /// The workspace folder whose `node_modules` has the package.
    pub package_in: String,
    /// The databases.
    pub databases: Vec<Database>,
}

/// A database with its two roles.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Database {
    /// Its name.
    pub name: String,
    /// The role that owns it and migrates it.
    pub owner: String,
    /// The role that services use: owns nothing, is held by row level security.
    pub app: String,
}

/// A script that runs to its end.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Task {
    /// Its name, unlike that of any other task or process.
    pub name: String,
    /// The script, a path from the root.
    pub script: String,
    /// Its arguments.
    #[serde(default)]
    pub args: Vec<String>,
    /// The folder it runs in, from the root; the root itself without it.
    pub cwd: Option<String>,
    /// Its environment; values that are no text are written as JSON.
    #[serde(default)]
    pub env: BTreeMap<String, serde_json::Value>,
    /// Tasks and processes that must be done or healthy before.
    #[serde(default)]
    pub after: Vec<String>,
    /// How long it may take.
    #[serde(default = "five_minutes")]
    pub timeout_seconds: u64,
}

/// A script that runs until the demo goes down.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Process {
    /// Its name, unlike that of any other task or process.
    pub name: String,
    /// The script, a path from the root.
    pub script: String,
    /// Its arguments.
    #[serde(default)]
    pub args: Vec<String>,
    /// The folder it runs in, from the root; the root itself without it.
    pub cwd: Option<String>,
    /// Its environment; values that are no text are written as JSON.
    #[serde(default)]
    pub env: BTreeMap<String, serde_json::Value>,
    /// Tasks and processes that must be done or healthy before.
    #[serde(default)]
    pub after: Vec<String>,
    /// How we know that it works.
    pub health: Health,
    /// How long it may take until it is healthy.
    #[serde(default = "one_minute")]
    pub timeout_seconds: u64,
}

/// How we know that a process works.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Health {
    /// An address answers with a status below 400.
    Http {
        /// The name of the port.
        port: String,
        /// The path, `/livez`.
        path: String,
    },
    /// Somebody listens.
    Tcp {
        /// The name of the port.
        port: String,
    },
    /// `grpc.health.v1.Health/Check` says that it serves.
    Grpc {
        /// The name of the port.
        port: String,
        /// The service asked about; the whole server without it.
        #[serde(default)]
        service: String,
    },
}

impl Health {
    /// The name of the port that is asked.
    pub fn port(&self) -> &str {
        match self {
            Self::Http { port, .. } | Self::Tcp { port } | Self::Grpc { port, .. } => port,
        }
    }
}

/// What happens when a process ends by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Restart {
    /// How often it is started again in a row before we give up.
    pub attempts: u32,
    /// The wait before the first new start; doubled each time, half a minute at most.
    pub first_wait_ms: u64,
    /// A process that ran so long counts as steady: the row begins anew.
    pub steady_after_seconds: u64,
}

impl Default for Restart {
    fn default() -> Self {
        Self { attempts: 5, first_wait_ms: 500, steady_after_seconds: 60 }
    }
}

impl Manifest {
    /// Reads and checks the manifest of a workspace.
    pub fn read(workspace: &Utf8Path) -> Result<Self, DemoError> {
        let file = workspace.join(MANIFEST);
        let text = fs::read_to_string(&file).map_err(|source| match source.kind() {
            std::io::ErrorKind::NotFound => DemoError::NoManifest { file: file.clone() },
            _ => DemoError::Io { doing: "reading the demo's manifest", source },
        })?;
        Self::parse(&text, workspace)
    }

    /// Reads and checks a manifest's text; paths are judged against the workspace.
    pub fn parse(text: &str, workspace: &Utf8Path) -> Result<Self, DemoError> {
        #[derive(Deserialize)]
        struct Versioned {
            version: u32,
        }
        let malformed = |source| DemoError::Malformed { source };
        // The version first: another shape would be a heap of odd errors.
        let Versioned { version } = serde_json::from_str(text).map_err(malformed)?;
        if version != MANIFEST_VERSION {
            return Err(DemoError::Version { found: version });
        }
        let manifest: Self = serde_json::from_str(text).map_err(malformed)?;
        check::check(&manifest, workspace)?;
        Ok(manifest)
    }

    /// Every script that must be there before anything starts.
    pub fn scripts(&self) -> impl Iterator<Item = &str> {
        let tasks = self.tasks.iter().map(|task| task.script.as_str());
        let processes = self.processes.iter().map(|process| process.script.as_str());
        tasks.chain(processes).chain(self.build.outputs.iter().map(String::as_str))
    }
}

const fn five_minutes() -> u64 {
    300
}

const fn one_minute() -> u64 {
    60
}
