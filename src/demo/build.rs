//! Installing and building a workspace before its demo starts; skipped when nothing has changed.

use std::time::{Duration, Instant};

use camino::Utf8Path;
use fs_err as fs;
use serde::{Deserialize, Serialize};

use super::DemoError;
use super::copy::copy_folder;
use super::error::io;
use super::folder::Folder;
use super::logs::Log;
use super::manifest::{MANIFEST, Manifest};
use crate::env_vars::FOUNTANE_DEMO;
use crate::fs::write_atomic;
use crate::process::{Cancel, Limits, ProcessError};
use crate::redact::Redactor;
use crate::runs::{Event, EventSink, Outcome, Step};
use crate::toolchain::{Toolchain, Which};
use crate::workspace::digest::{self, Digests};
use crate::workspace::packages;

const STEP_LIMIT: Duration = Duration::from_mins(30);
const INSTALL: Step = "demo:install";
const BUILD: Step = "demo:build";

pub(super) struct Builder<'a> {
    pub(super) workspace: &'a Utf8Path,
    pub(super) folder: &'a Folder,
    pub(super) manifest: &'a Manifest,
    pub(super) toolchain: &'a Toolchain,
    pub(super) id: &'a str,
    pub(super) sink: &'a dyn EventSink,
    pub(super) cancel: &'a Cancel,
}

/// What the last build was made of.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Built {
    install: String,
    sources: String,
}

/// What a running demo was made of: sources and manifest.
pub(super) fn stamp(workspace: &Utf8Path) -> Result<String, DemoError> {
    let digests = digest::digests(workspace).map_err(io("reading the workspace"))?;
    let manifest = fs::read_to_string(workspace.join(MANIFEST)).unwrap_or_default();
    Ok(digest::of_texts(&[&digests.install, &digests.sources, &manifest]))
}

impl Builder<'_> {
    /// Brings `node_modules` and all outputs to the state of the sources.
    pub(super) async fn build(&self) -> Result<(), DemoError> {
        let mut digests = self.digests()?;
        let last: Built = fs::read(self.folder.built())
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default();
        let installed = last.install == digests.install && self.workspace.join("node_modules").is_dir();
        let installs = self.workspace.join("package.json").is_file();
        if !installed && installs {
            let locked = self.workspace.join("pnpm-lock.yaml").is_file();
            self.timed(INSTALL, self.install(locked)).await?;
            packages::note(self.workspace).map_err(io("noting the installation"))?;
            if !locked {
                // It wrote the lockfile, which counts as a source from now on.
                digests = self.digests()?;
            }
        } else {
            self.skipped(INSTALL);
        }
        if installed && last.sources == digests.sources && self.missing().is_none() {
            self.skipped(BUILD);
            return Ok(());
        }
        self.timed(BUILD, self.run_steps()).await?;
        if let Some(file) = self.missing() {
            return Err(DemoError::NotBuilt { file: file.to_owned() });
        }
        self.note(digests)
    }

    fn digests(&self) -> Result<Digests, DemoError> {
        digest::digests(self.workspace).map_err(io("reading the workspace"))
    }

    /// The digests from *before* the build: what is edited meanwhile is built the next time.
    fn note(&self, digests: Digests) -> Result<(), DemoError> {
        let built = Built { install: digests.install, sources: digests.sources };
        let bytes = serde_json::to_vec(&built).unwrap_or_default();
        write_atomic(&self.folder.built(), &bytes, 0o600).map_err(io("noting the build"))
    }

    fn missing(&self) -> Option<&str> {
        let copied = self.manifest.build.copies.iter().filter(|copy| !copy.optional).map(|copy| copy.to.as_str());
        self.manifest.scripts().chain(copied).find(|path| !self.workspace.join(path).exists())
    }

    async fn install(&self, locked: bool) -> Result<(), DemoError> {
        let args: &[&str] = if locked { &["install", "--frozen-lockfile"] } else { &["install"] };
        self.pnpm("install", args).await
    }

    async fn run_steps(&self) -> Result<(), DemoError> {
        for step in &self.manifest.build.steps {
            let args: Vec<&str> = step.pnpm.iter().map(String::as_str).collect();
            self.pnpm(&step.name, &args).await?;
        }
        for copy in &self.manifest.build.copies {
            let (from, to) = (self.workspace.join(&copy.from), self.workspace.join(&copy.to));
            if from.is_dir() {
                copy_folder(&from, &to).map_err(io("copying what was built"))?;
            } else if !copy.optional {
                return Err(DemoError::NotBuilt { file: copy.from.clone() });
            }
        }
        Ok(())
    }

    async fn pnpm(&self, step: &str, args: &[&str]) -> Result<(), DemoError> {
        let program = self.toolchain.command(Which::Pnpm, args, self.workspace);
        // CI: no questions (replacing node_modules asks). NX_DAEMON: it would outlive us. The mark: if we are killed,
        // the next command finds what we had started.
        let settings = [("CI", "true"), ("NX_DAEMON", "false"), ("NO_COLOR", "1"), (FOUNTANE_DEMO, self.id)];
        let program = settings.into_iter().fold(program, |program, (name, value)| program.env(name, value));
        let mut log = Log::open(self.folder.log("build"), Redactor::default());
        let mut told = |line: &crate::process::Line| {
            log.line(&line.text);
            self.sink.emit(Event::Output { source: step.to_owned(), line: line.text.clone() });
        };
        let outcome = program.run(&Limits::new(STEP_LIMIT, self.cancel), &mut told).await;
        outcome.map_err(|source| match source {
            ProcessError::Cancelled { .. } => DemoError::Cancelled,
            source => DemoError::Build { step: step.to_owned(), source },
        })
    }

    async fn timed(&self, step: Step, work: impl Future<Output = Result<(), DemoError>>) -> Result<(), DemoError> {
        self.sink.emit(Event::StepStarted { step, total: None });
        let began = Instant::now();
        let done = work.await;
        let outcome = if done.is_ok() { Outcome::Done } else { Outcome::Failed };
        let message = done.as_ref().err().map(ToString::to_string).unwrap_or_default();
        self.sink.emit(Event::StepFinished { step, outcome, took: began.elapsed(), message });
        done
    }

    fn skipped(&self, step: Step) {
        let message = "nothing has changed".to_owned();
        self.sink.emit(Event::StepFinished { step, outcome: Outcome::Skipped, took: Duration::ZERO, message });
    }
}
