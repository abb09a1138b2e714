//! What can go wrong between a workspace and its Node.

use camino::Utf8PathBuf;

use crate::process::ProcessError;

/// Node or pnpm could not be had.
#[derive(Debug, thiserror::Error)]
pub enum ToolchainError {
    /// The workspace's `package.json` cannot be read as JSON.
    #[error("`{file}` is not the JSON it should be")]
    Manifest {
        /// The file.
        file: Utf8PathBuf,
        /// Where and why.
        #[source]
        source: serde_json::Error,
    },
    /// `engines.node` or `packageManager` says something that is none.
    #[error("`{field}` in package.json is `{value}`, which is no {}", if *.field == "packageManager" { "pnpm version" } else { "version range" })]
    Pin {
        /// Which of the two.
        field: &'static str,
        /// What it says.
        value: String,
    },
    /// The range leaves out the Node that this version of fountane would fetch.
    #[error("`engines.node` is `{range}`, and the Node this fountane knows ({known}) is not in it")]
    NoNodeInRange {
        /// The range as written.
        range: String,
        /// What would be fetched.
        known: &'static str,
    },
    /// Neither Node nor pnpm is published for this kind of machine.
    #[error("there is no {tool} package for {platform}: install {tool} yourself and put it on PATH")]
    NoPackage {
        /// `node` or `pnpm`.
        tool: &'static str,
        /// Operating system and processor.
        platform: String,
    },
    /// Nobody says which registry to ask.
    #[error("no npm registry is configured, and no npm is there to ask for its default")]
    NoRegistry,
    /// A setting of npm cannot be used.
    #[error("npm's setting `{key}` cannot be used: {why}")]
    Setting {
        /// The setting; its value may be secret.
        key: String,
        /// What is wrong with it.
        why: String,
    },
    /// The registry did not answer, or not in time.
    #[error("`{host}` did not answer after {tries} tries")]
    Unreachable {
        /// The host that was asked.
        host: String,
        /// How often.
        tries: u32,
        /// The last failure.
        #[source]
        source: reqwest::Error,
    },
    /// The registry answered with something else than the thing.
    #[error("`{host}` answered {status} for `{package}`")]
    Refused {
        /// The host that was asked.
        host: String,
        /// The HTTP status.
        status: u16,
        /// What was asked for.
        package: String,
    },
    /// The registry's answer makes no sense.
    #[error("what `{host}` says about `{package}` cannot be used: {why}")]
    Answer {
        /// The host that was asked.
        host: String,
        /// What was asked for.
        package: String,
        /// What is wrong with it.
        why: String,
    },
    /// The package is not the one that was published.
    #[error("`{package}` was thrown away: its sha512 is not the promised one")]
    Integrity {
        /// The package with its version.
        package: String,
    },
    /// The archive is broken, hostile, or lacks the program.
    #[error("the archive of `{package}` cannot be used: {why}")]
    Archive {
        /// The package with its version.
        package: String,
        /// What is wrong with it.
        why: String,
    },
    /// What was fetched does not run here, or is another version.
    #[error("the fetched {tool} does not run here: {why}")]
    Unfit {
        /// `node` or `pnpm`.
        tool: &'static str,
        /// What it said.
        why: String,
    },
    /// A file could not be read or written.
    #[error("{doing} failed")]
    Io {
        /// What we were doing.
        doing: &'static str,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A program did not do what it should.
    #[error(transparent)]
    Process(#[from] ProcessError),
    /// Somebody asked to stop.
    #[error("stopped on request")]
    Cancelled,
}

impl ToolchainError {
    /// What a person can do about it, where there is something to do.
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::NoRegistry => {
                Some("write `registry=https://…` into ~/.npmrc, or set npm_config_registry, or install Node 24")
            }
            Self::Unreachable { .. } => {
                Some("check the network and npm's proxy and cafile settings; `fountane doctor` shows what is used")
            }
            Self::Refused { status: 401 | 403, .. } => Some("sign in to the registry: npm login"),
            Self::Integrity { .. } => Some("try again; if it stays so, the registry or a proxy alters packages"),
            Self::Pin { .. } | Self::NoNodeInRange { .. } => Some("mend package.json, or run `fountane generate`"),
            _ => None,
        }
    }
}
