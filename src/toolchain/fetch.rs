//! Fetching Node and pnpm into the cache.

use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};
use fs_err as fs;
use semver::Version;

use super::archive::{self, Wanted};
use super::http::Http;
use super::npm_config::{NpmConfig, registry_url};
use super::registry::{Package, Registry};
use super::store::{Claim, Store};
use super::{Origin, Pins, Platform, Search, Tool, ToolchainError, search};
use crate::env_vars::Environment;
use crate::process::{Cancel, Limits, Program};
use crate::runs::{Event, EventSink, Outcome, Step};

/// The registry that is asked when nobody on this machine names one; whoever builds fountane for others may set it.
const BUILT_IN_REGISTRY: Option<&str> = option_env!("FOUNTANE_DEFAULT_NPM_REGISTRY");
/// Of typescript@6.0.3, the last with a LanguageService in JavaScript.
const TYPESCRIPT_INTEGRITY: &str =
    "sha512-y2TvuxSZPDyQakkFRPZHKFm+KKVqIisdg9/CZwm9ftvKXLP8NRWj38/ODjNbr43SsoXqNuAisEf1GdCxqWcdBw==";
const PROGRESS_EVERY: Duration = Duration::from_millis(100);
const FIRST_START: Duration = Duration::from_mins(1);

pub(super) struct Fetcher<'a> {
    pub(super) workspace: &'a Utf8Path,
    pub(super) search: &'a Search,
    pub(super) store: Store,
    pub(super) sink: &'a dyn EventSink,
    pub(super) cancel: &'a Cancel,
}

/// What to fetch.
struct Wish<'a> {
    tool: &'static str,
    step: Step,
    package: Package,
    promised: Option<&'a str>,
    program: Wanted,
    /// Whether all of the package is kept; else the program and its licence.
    whole: bool,
}

impl Fetcher<'_> {
    pub(super) async fn node(&self, pins: &Pins) -> Result<Tool, ToolchainError> {
        let name = Platform::current().node_package()?;
        self.provide(&Wish {
            tool: "node",
            step: "toolchain:node",
            package: Package { name, version: pins.node.clone() },
            promised: pins.node_integrity.as_deref(),
            program: Wanted { path: "bin/node", mode: 0o755, required: true },
            whole: false,
        })
        .await
    }

    pub(super) async fn pnpm(&self, pins: &Pins) -> Result<Tool, ToolchainError> {
        let name = Platform::current().pnpm_package()?;
        self.provide(&Wish {
            tool: "pnpm",
            step: "toolchain:pnpm",
            package: Package { name, version: pins.pnpm.clone() },
            promised: pins.pnpm_integrity.as_deref(),
            program: Wanted { path: "pnpm", mode: 0o755, required: true },
            whole: false,
        })
        .await
    }

    /// The folder of a TypeScript with a LanguageService.
    pub(super) async fn typescript(&self) -> Result<Utf8PathBuf, ToolchainError> {
        let program = Wanted { path: "lib/typescript.js", mode: 0o644, required: true };
        let wish = Wish {
            tool: "typescript",
            step: "toolchain:typescript",
            package: Package { name: "typescript".to_owned(), version: Version::new(6, 0, 3) },
            promised: Some(TYPESCRIPT_INTEGRITY),
            program,
            whole: true,
        };
        let library = self.provide(&wish).await?.path;
        Ok(library.ancestors().nth(2).unwrap_or(&library).to_owned())
    }

    async fn provide(&self, wish: &Wish<'_>) -> Result<Tool, ToolchainError> {
        let entry = format!("{}-{}-{}", wish.tool, wish.package.version, Platform::current());
        if let Some(folder) = self.store.entry(&entry) {
            return Ok(tool(wish, &folder, Origin::Cache));
        }
        let claim = self.store.claim(&entry, self.cancel).await?;
        // Another process may have fetched it while we waited for the claim.
        if let Some(folder) = self.store.entry(&entry) {
            return Ok(tool(wish, &folder, Origin::Cache));
        }
        let began = Instant::now();
        let fetched = self.fetch(wish, &claim).await;
        let (outcome, message) = match &fetched {
            Ok(_) => (Outcome::Done, format!("{} {}", wish.tool, wish.package.version)),
            Err(error) => (Outcome::Failed, error.to_string()),
        };
        self.sink.emit(Event::StepFinished { step: wish.step, outcome, took: began.elapsed(), message });
        Ok(tool(wish, &fetched?, Origin::Fetched))
    }

    async fn fetch(&self, wish: &Wish<'_>, claim: &Claim) -> Result<Utf8PathBuf, ToolchainError> {
        let (_workshop, folder) = claim.workshop()?;
        let file = folder.join("package.tgz");
        self.download(wish, &file).await?;
        let package = folder.join("package");
        unpack(wish, file, package.clone()).await?;
        if !wish.whole {
            self.try_out(wish, &package.join(wish.program.path)).await?;
        }
        claim.publish(&package)
    }

    async fn download(&self, wish: &Wish<'_>, file: &Utf8Path) -> Result<(), ToolchainError> {
        let environment = &self.search.environment;
        let config = NpmConfig::read(self.workspace, environment)?;
        if !config.strict_ssl() {
            self.sink.emit(Event::Warning {
                message: "npm's setting `strict-ssl` is off: nobody checks who answers for the registry".to_owned(),
                hint: Some("name the registry's certificate with npm's setting `cafile` instead".to_owned()),
            });
        }
        let default = match config.registry_for(&wish.package.name)? {
            Some(_) => None,
            None => default_registry(self.workspace, environment).await?,
        };
        let http = Http::new(&config, self.search.retry, self.cancel)?;
        let registry = Registry { http, config: &config, default };
        let dist = registry.dist(&wish.package, wish.promised).await?;

        let mut last_told = None;
        let mut told = |done: u64, total: Option<u64>| {
            if last_told.is_none() {
                self.sink.emit(Event::StepStarted { step: wish.step, total });
            } else if last_told.is_some_and(|last: Instant| last.elapsed() < PROGRESS_EVERY) && total != Some(done) {
                return;
            }
            last_told = Some(Instant::now());
            let message = format!("fetching {} {}", wish.tool, wish.package.version);
            self.sink.emit(Event::StepProgress { step: wish.step, done, message });
        };
        registry.download(&wish.package, &dist, file, &mut told).await
    }

    /// A package for another C library or processor is noticed here and not later in the midst of a build.
    async fn try_out(&self, wish: &Wish<'_>, program: &Utf8Path) -> Result<(), ToolchainError> {
        let limits = Limits::new(FIRST_START, self.cancel);
        let unfit = |why: String| ToolchainError::Unfit { tool: wish.tool, why };
        let said = Program::new(program).arg("--version").cwd("/").capture(&limits).await;
        let said = said.map_err(|error| unfit(error.to_string()))?;
        let version = Version::parse(said.out.trim().trim_start_matches('v'));
        if version.is_ok_and(|version| version == wish.package.version) {
            return Ok(());
        }
        Err(unfit(format!("`--version` ended with {} and said `{}{}`", said.exit, said.out, said.err)))
    }
}

/// Where nobody has configured a registry: an installed npm or pnpm knows the usual one.
pub(super) async fn default_registry(
    workspace: &Utf8Path,
    environment: &Environment,
) -> Result<Option<reqwest::Url>, ToolchainError> {
    let asked = search::registry(workspace, environment).await;
    let address = asked.or_else(|| BUILT_IN_REGISTRY.map(ToOwned::to_owned));
    address.map(|address| registry_url("registry", &address)).transpose()
}

async fn unpack(wish: &Wish<'_>, file: Utf8PathBuf, folder: Utf8PathBuf) -> Result<(), ToolchainError> {
    let (package, whole) = (&wish.package, wish.whole);
    let wanted = [wish.program, Wanted { path: "LICENSE", mode: 0o644, required: false }];
    let unpacking = tokio::task::spawn_blocking(move || {
        let archive = fs::File::open(&file).map_err(|error| error.to_string())?;
        let archive = std::io::BufReader::new(archive);
        if whole { archive::unpack_all(archive, &wanted, &folder) } else { archive::unpack(archive, &wanted, &folder) }
    });
    let outcome = unpacking.await.unwrap_or_else(|error| Err(error.to_string()));
    outcome.map_err(|why| ToolchainError::Archive { package: package.to_string(), why })
}

fn tool(wish: &Wish<'_>, folder: &Utf8Path, origin: Origin) -> Tool {
    Tool { version: wish.package.version.clone(), path: folder.join(wish.program.path), origin }
}

#[cfg(test)]
#[path = "fetch_tests.rs"]
mod tests;
