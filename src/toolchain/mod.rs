//! The Node and pnpm that a workspace runs with: installed ones where they fit, else fetched from the npm registry.

mod archive;
mod children;
mod doctor;
mod error;
mod fetch;
mod http;
mod integrity;
mod npm_config;
mod npmrc;
mod pins;
mod platform;
mod registry;
mod runtime;
mod search;
mod shims;
mod store;

use camino::{Utf8Path, Utf8PathBuf};
use semver::Version;
use serde::Serialize;

pub use doctor::{Finding, Verdict, doctor};
pub use error::ToolchainError;
pub use http::Retry;
pub use npm_config::NpmConfig;
pub use pins::{DEFAULT_NODE, DEFAULT_NODE_RANGE, DEFAULT_PNPM, NodeRange, Pins};
pub use platform::Platform;
pub use runtime::NodeRuntime;

use crate::env_vars::Environment;
use crate::process::{Cancel, Program};
use crate::runs::EventSink;
use fetch::Fetcher;
use store::Store;

/// The TypeScript whose LanguageService is asked where a project's own has none; fetched once.
///
/// Tells of the download as step `toolchain:typescript`, counted in bytes.
pub async fn typescript(
    workspace: &Utf8Path,
    search: &Search,
    sink: &dyn EventSink,
    cancel: &Cancel,
) -> Result<Utf8PathBuf, ToolchainError> {
    Fetcher { workspace, search, store: search.store()?, sink, cancel }.typescript().await
}

/// Where a tool came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// It is installed on this machine.
    System,
    /// It was fetched earlier and lay in the cache.
    Cache,
    /// It was fetched just now.
    Fetched,
}

/// A program of the toolchain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tool {
    /// Its version.
    #[serde(serialize_with = "as_text")]
    pub version: Version,
    /// Where it lies.
    pub path: Utf8PathBuf,
    /// Where it came from.
    pub origin: Origin,
}

/// One of the two programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Node.
    Node,
    /// pnpm.
    Pnpm,
}

/// How to look for a toolchain; [`Search::new`] is right for commands, the rest is for tests and unusual needs.
#[derive(Debug, Clone)]
pub struct Search {
    /// The variables that count: PATH, npm's settings, proxies, the cache.
    pub environment: Environment,
    /// The cache; the user's where `None`.
    pub cache: Option<Utf8PathBuf>,
    /// How often a registry is asked again.
    pub retry: Retry,
}

impl Search {
    /// In this environment, with the user's cache.
    pub fn new(environment: Environment) -> Self {
        Self { environment, cache: None, retry: Retry::default() }
    }

    fn store(&self) -> Result<Store, ToolchainError> {
        self.cache.clone().map_or_else(|| Store::of_user(&self.environment), |folder| Ok(Store::in_folder(folder)))
    }
}

/// A Node and a pnpm that fit together and fit the workspace.
#[derive(Debug, Clone)]
pub struct Toolchain {
    node: Tool,
    pnpm: Tool,
    /// Holds `node` and `pnpm` and nothing else, to stand first on PATH.
    bin: Utf8PathBuf,
    environment: Environment,
}

impl Toolchain {
    /// Finds the workspace's toolchain, and fetches what is not there; a warm cache needs no network.
    ///
    /// Tells of downloads as steps `toolchain:node` and `toolchain:pnpm`, counted in bytes.
    pub async fn provide(
        workspace: &Utf8Path,
        search: &Search,
        sink: &dyn EventSink,
        cancel: &Cancel,
    ) -> Result<Self, ToolchainError> {
        let pins = Pins::read(workspace)?;
        Self::provide_pinned(workspace, &pins, search, sink, cancel).await
    }

    /// The same with pins that the caller made.
    pub async fn provide_pinned(
        workspace: &Utf8Path,
        pins: &Pins,
        search: &Search,
        sink: &dyn EventSink,
        cancel: &Cancel,
    ) -> Result<Self, ToolchainError> {
        let fetcher = Fetcher { workspace, search, store: search.store()?, sink, cancel };
        let node = match search::node(&pins.node_range, &search.environment).await {
            Some(node) => node,
            None => fetcher.node(pins).await?,
        };
        let pnpm = match search::pnpm(&pins.pnpm, &search.environment).await {
            Some(pnpm) => pnpm,
            None => fetcher.pnpm(pins).await?,
        };
        let bin = shims::folder(fetcher.store.folder(), &node, &pnpm)?;
        Ok(Self { node, pnpm, bin, environment: search.environment.clone() })
    }

    /// The Node.
    pub fn node(&self) -> &Tool {
        &self.node
    }

    /// The pnpm.
    pub fn pnpm(&self) -> &Tool {
        &self.pnpm
    }

    /// The environment that commands get: the user's, with our `node` and `pnpm` first on [`Toolchain::path`].
    pub fn environment(&self) -> &Environment {
        &self.environment
    }

    /// PATH for children: our `node` and `pnpm` first.
    pub fn path(&self) -> String {
        children::path(&self.environment, self.bin.as_str())
    }

    /// Any program, with our `node` and `pnpm` in front of all others.
    pub fn program(&self, name: &str, args: &[String]) -> Program {
        children::with_environment(Program::new(name).args(args), &self.environment, self.bin.as_str())
    }

    /// A command in a folder of the workspace. Children of it find our `node` and `pnpm` too.
    pub fn command(&self, which: Which, args: &[&str], cwd: &Utf8Path) -> Program {
        let file = match which {
            Which::Node => &self.node.path,
            Which::Pnpm => &self.pnpm.path,
        };
        let program = Program::new(file).args(args.iter().copied()).cwd(cwd);
        children::with_environment(program, &self.environment, self.bin.as_str())
    }
}

fn as_text<S: serde::Serializer>(version: &Version, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(version)
}
