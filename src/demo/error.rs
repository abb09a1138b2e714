//! What can go wrong with a demo.

use camino::Utf8PathBuf;

use crate::fs::PathError;
use crate::loopback::NoPort;
use crate::process::ProcessError;
use crate::toolchain::ToolchainError;

/// A demo could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The workspace has no manifest.
    #[error("`{file}` is not there")]
    NoManifest {
        /// Where it should be.
        file: Utf8PathBuf,
    },
    /// The manifest is not JSON, or not of the shape.
    #[error("fountane.demo.json is not what it should be")]
    Malformed {
        /// Where and why.
        #[source]
        source: serde_json::Error,
    },
    /// The manifest has a shape of another time.
    #[error("fountane.demo.json has version {found}, this fountane knows version 1")]
    Version {
        /// The version it has.
        found: u32,
    },
    /// The manifest says something that makes no sense.
    #[error("fountane.demo.json, `{at}`: {why}")]
    Manifest {
        /// The place in it.
        at: String,
        /// What is wrong.
        why: String,
    },
    /// A path in the manifest leaves the workspace.
    #[error("a path in fountane.demo.json is refused")]
    Path {
        /// Which, and why.
        #[source]
        source: PathError,
    },
    /// Another `fountane demo` works on this demo.
    #[error("another `fountane demo` command is at work on this workspace")]
    Busy,
    /// Node or pnpm could not be had.
    #[error(transparent)]
    Toolchain(#[from] ToolchainError),
    /// A step of the build failed.
    #[error("the build step `{step}` failed")]
    Build {
        /// Its name.
        step: String,
        /// How, with its last lines.
        #[source]
        source: ProcessError,
    },
    /// The build ended well, but something that should be there is not.
    #[error("`{file}` is not there after the build")]
    NotBuilt {
        /// What is missing.
        file: String,
    },
    /// There is no PostgreSQL in the workspace for this machine.
    #[error("there is no PostgreSQL for this machine in the workspace: `{looked_in}` has no {package}")]
    NoPostgres {
        /// The package that was looked for.
        package: String,
        /// Where it was looked for.
        looked_in: Utf8PathBuf,
    },
    /// The database could not be set up.
    #[error("PostgreSQL could not be set up ({doing})")]
    Database {
        /// What we were doing.
        doing: &'static str,
        /// How it failed.
        #[source]
        source: ProcessError,
    },
    /// Something did not come up; all was stopped again.
    #[error("`{name}` did not come up: {reason}{}", shown(.tail))]
    DidNotStart {
        /// The task or process.
        name: String,
        /// What happened.
        reason: String,
        /// The last lines of its log.
        tail: Vec<String>,
    },
    /// The supervisor ended without a word.
    #[error("the demo's supervisor ended unexpectedly{}", shown(.tail))]
    SupervisorGone {
        /// The last lines of its log.
        tail: Vec<String>,
    },
    /// A process of the demo could not be ended.
    #[error("could not end {}", .names.join(", "))]
    StillRunning {
        /// Each with its number.
        names: Vec<String>,
    },
    /// There is nothing of that name.
    #[error("there is no `{name}` in this demo")]
    NoSuchService {
        /// What was asked for.
        name: String,
        /// What there is.
        known: Vec<String>,
    },
    /// No free port was found.
    #[error(transparent)]
    NoPort(#[from] NoPort),
    /// A program could not be started or watched.
    #[error(transparent)]
    Process(#[from] ProcessError),
    /// A file could not be read or written.
    #[error("{doing} failed")]
    Io {
        /// What we were doing.
        doing: &'static str,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// What it keeps from run to run cannot be understood.
    #[error("what the demo keeps (.fountane/demo/kept.json) cannot be understood")]
    Kept {
        /// Where and why.
        #[source]
        source: serde_json::Error,
    },
    /// Somebody asked to stop.
    #[error("stopped on request")]
    Cancelled,
}

impl DemoError {
    /// What a person can do about it, where there is something to do.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::NoManifest { .. } => "run this in a workspace that fountane generated, or run `fountane generate`",
            Self::Malformed { .. } | Self::Manifest { .. } | Self::Path { .. } => {
                "run `fountane generate` to write it anew"
            }
            Self::Version { .. } => "use the fountane that generated this workspace, or run `fountane generate`",
            Self::Kept { .. } => {
                "`fountane demo down --purge` ends what runs and throws ports, secrets and data away; `up` begins anew"
            }
            Self::Busy => "wait for it, or stop it",
            Self::Toolchain(error) => return error.hint().map(ToOwned::to_owned),
            Self::NoPostgres { .. } => "run `pnpm install`; pnpm fetches it as an optional dependency",
            Self::DidNotStart { name, .. } => return Some(format!("read more with `fountane demo logs {name}`")),
            Self::SupervisorGone { .. } => "run `fountane demo up` again",
            Self::NoSuchService { known, .. } => return Some(format!("there is: {}", known.join(", "))),
            _ => return None,
        };
        Some(hint.to_owned())
    }
}

fn shown(tail: &[String]) -> String {
    if tail.is_empty() { String::new() } else { format!("\n{}", tail.join("\n")) }
}

pub(super) fn io(doing: &'static str) -> impl FnOnce(std::io::Error) -> DemoError {
    move |source| DemoError::Io { doing, source }
}
