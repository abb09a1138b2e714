//! What can go wrong with a stack.

use camino::Utf8PathBuf;

use crate::loopback::NoPort;
use crate::process::ProcessError;
use crate::spec::problem::Problems;

/// A stack could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StackError {
    /// A component's file is not of the shape.
    #[error("`{file}`: {message}")]
    Component {
        /// The file.
        file: String,
        /// With line and column.
        message: String,
    },
    /// A component's file says something that makes no sense.
    #[error(transparent)]
    Problems(#[from] Problems),
    /// There is nothing of that name.
    #[error("there is no `{name}` in this stack")]
    Unknown {
        /// What was asked for.
        name: String,
        /// What there is.
        known: Vec<String>,
    },
    /// Units wait for each other.
    #[error("these wait for each other in a circle: {}", .names.join(", "))]
    Circle {
        /// Their names.
        names: Vec<String>,
    },
    /// No engine answers.
    #[error("there is no container engine to be reached")]
    NoEngine {
        /// Where it was looked for, and what came of it.
        tried: Vec<String>,
    },
    /// The engine is somewhere that fountane does not go.
    #[error("the engine at `{host}` ({origin}) cannot be used: {why}")]
    Elsewhere {
        /// Its address.
        host: String,
        /// Who named it.
        origin: String,
        /// What keeps us from it.
        why: &'static str,
    },
    /// The engine refused something.
    #[error("{doing}: {message}")]
    Engine {
        /// What we were doing.
        doing: String,
        /// What it said.
        message: String,
    },
    /// An image could not be had.
    #[error("the image `{image}` could not be pulled: {message}")]
    Pull {
        /// Which.
        image: String,
        /// What the engine said.
        message: String,
    },
    /// An image is not there, and may not be pulled.
    #[error("these images are not there: {}", .images.join(", "))]
    Absent {
        /// Which.
        images: Vec<String>,
    },
    /// What a tag stands for is not what the component says.
    #[error("the image `{image}` has the digest {found}")]
    Digest {
        /// Which.
        image: String,
        /// What it has.
        found: String,
    },
    /// The image of an application could not be built.
    #[error("the image of `{unit}` could not be built")]
    Build {
        /// Of which unit.
        unit: String,
        /// How it failed, with the last lines.
        #[source]
        source: ProcessError,
    },
    /// A unit did not come up.
    #[error("`{unit}` did not come up: {reason}{}", shown(.tail))]
    NotUp {
        /// Which.
        unit: String,
        /// What happened.
        reason: String,
        /// The last lines that it wrote, without secrets.
        tail: Vec<String>,
    },
    /// Something of that name is there that is not ours.
    #[error("there is a {kind} `{name}` that is not of this stack")]
    Taken {
        /// `container`, `network` or `volume`.
        kind: &'static str,
        /// Its name.
        name: String,
    },
    /// Something is left after taking it down.
    #[error("this is left, and could not be removed: {}", .left.join("; "))]
    Left {
        /// Each with the reason.
        left: Vec<String>,
    },
    /// Nothing of the stack runs.
    #[error("`{name}` does not run")]
    NotRunning {
        /// Which.
        name: String,
    },
    /// There is nothing to open.
    #[error("`{name}` has no page to open")]
    NoPage {
        /// Which.
        name: String,
        /// What has one.
        known: Vec<String>,
    },
    /// Another command works on this stack.
    #[error("another `fountane stack` command is at work on this workspace")]
    Busy,
    /// What it keeps cannot be understood.
    #[error("`{file}` cannot be understood")]
    Kept {
        /// Which file.
        file: Utf8PathBuf,
        /// Where and why.
        #[source]
        source: serde_json::Error,
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
    /// Somebody asked to stop.
    #[error("stopped on request")]
    Cancelled,
}

impl StackError {
    /// What a person can do about it, where there is something to do.
    pub fn hints(&self) -> Vec<String> {
        let one = |hint: &str| vec![hint.to_owned()];
        match self {
            Self::Component { .. } | Self::Circle { .. } => one("docs/stack.md says what a component may have"),
            Self::Unknown { known, .. } => vec![format!("there is: {}", known.join(", "))],
            Self::NoEngine { tried } => {
                let looked = tried.iter().map(|place| format!("tried {place}"));
                let mend = "start Docker or Podman (`systemctl --user start podman.socket`), or name its socket: `DOCKER_HOST=unix:///PATH`";
                looked.chain([mend.to_owned()]).collect()
            }
            Self::Elsewhere { .. } => {
                one("name a socket of this machine with `DOCKER_HOST=unix:///PATH`, or `docker context use default`")
            }
            Self::Pull { .. } => vec![
                "`stack.mirrors` in your settings names registries that stand in for others (docs/stack.md)".to_owned(),
                "`fountane stack images load FILE` brings images from a machine that has them".to_owned(),
            ],
            Self::Absent { .. } => vec![
                "without `--pull never` they are pulled".to_owned(),
                "`fountane stack images load FILE` brings images from a machine that has them".to_owned(),
            ],
            Self::Digest { .. } => one(
                "whoever answers for this registry gave another image; change the `digest` of the component if that is meant",
            ),
            Self::Build { .. } => one("`fountane check` says what is wrong with the workspace itself"),
            Self::NotUp { unit, .. } => {
                vec![format!("read more with `fountane stack logs {unit}`; `fountane stack up` goes on from here")]
            }
            Self::Taken { kind, name } => vec![
                format!(
                    "remove or rename that {kind} yourself if it is not needed: fountane touches only what has its own labels"
                ),
                format!("or give this stack another name with `--name` (not `{name}`)"),
            ],
            Self::Left { .. } => one(
                "`docker ps --all` and `docker network inspect` show who holds it; then `fountane stack down` again",
            ),
            Self::NotRunning { .. } => {
                one("`fountane stack up` brings it up, `fountane stack status` says how all stands")
            }
            Self::NoPage { known, .. } => vec![format!("these have: {}", known.join(", "))],
            Self::Busy => one("wait for it, or stop it"),
            Self::Kept { file, .. } => vec![format!(
                "`fountane stack down --volumes` and removing `{file}` begins anew; data without its passwords is of no use"
            )],
            _ => Vec::new(),
        }
    }

    /// For `map_err` on files.
    pub(super) fn io(doing: &'static str) -> impl Fn(std::io::Error) -> Self {
        move |source| Self::Io { doing, source }
    }
}

fn shown(tail: &[String]) -> String {
    if tail.is_empty() { String::new() } else { format!("\n{}", tail.join("\n")) }
}
