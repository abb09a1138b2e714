//! Bringing a stack up: images, network, volumes, files, then containers, each once what it waits for is ready. What is as it
//! shall be is left alone, so that a run that was killed is gone on with by the next.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::Duration;

use futures_util::future::try_join_all;
use serde::Serialize;
use tokio::sync::{Notify, watch};

use super::built::Built;
use super::engine::{Engine, Found, Hash, Owner, Pull};
use super::error::StackError;
use super::kept::{Folder, Kept};
use super::materials;
use super::model::{Stack, Unit};
use super::plan::{Action, Planned, plan};
use super::registry::Mirrors;
use super::wait::Waiter;
use crate::env_vars::Environment;
use crate::process::Cancel;
use crate::runs::{Event, EventSink, Outcome, step};

const BUILD: &str = "stack:build";
const START: &str = "stack:start";

/// A stack, and the engine and folder that it comes up on.
#[derive(Debug)]
pub struct Driver<'a> {
    /// What shall be there.
    pub stack: &'a Stack,
    /// Whose it is.
    pub owner: &'a Owner,
    /// The engine.
    pub engine: &'a Engine,
    /// The folder of the stack.
    pub folder: &'a Folder,
    /// What the process was started with.
    pub environment: &'a Environment,
}

/// How it comes up.
#[derive(Debug, Clone)]
pub struct UpOptions {
    /// When images are fetched.
    pub pull: Pull,
    /// Registries that stand in for others.
    pub mirrors: Mirrors,
    /// How long a unit may take until it is ready.
    pub patience: Duration,
    /// What tells one state of the applications' sources from another.
    pub sources: String,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Came {
    /// Each unit with what was done, in the order in which they come up.
    pub units: Vec<Planned>,
    /// What a person should know.
    pub notes: Vec<String>,
}

impl Driver<'_> {
    /// What `up` would do. Changes nothing; secrets and ports that are missing are made up and forgotten.
    pub async fn rehearse(&self, options: &UpOptions) -> Result<Came, StackError> {
        let mut kept = Kept::read(self.folder)?;
        let found = self.found().await?;
        let notes = kept.complete(self.stack, &held(self.stack, &found))?;
        let hashes = self.hashes(&kept, &Built::read(self.folder), Some(&options.sources)).await?;
        Ok(Came { units: plan(self.stack, &found, &hashes, self.engine).await?, notes })
    }

    /// Brings it up. Returns when all services are healthy and all jobs have ended well.
    pub async fn up(&self, options: &UpOptions, sink: &dyn EventSink, cancel: &Cancel) -> Result<Came, StackError> {
        tokio::select! {
            came = self.come_up(options, sink, cancel) => came,
            () = cancel.cancelled() => Err(StackError::Cancelled),
        }
    }

    async fn come_up(&self, options: &UpOptions, sink: &dyn EventSink, cancel: &Cancel) -> Result<Came, StackError> {
        let found = self.found().await?;
        let mut kept = Kept::read(self.folder)?;
        let notes = kept.complete(self.stack, &held(self.stack, &found))?;
        // Before anything is made of them, so that they are the same after a kill.
        kept.write(self.folder)?;
        for note in &notes {
            sink.emit(Event::Warning { message: note.clone(), hint: None });
        }
        let images: Vec<_> = self.stack.units.iter().map(|unit| unit.image.clone()).collect();
        self.engine.pull(&images, options.pull, &options.mirrors, self.environment, sink).await?;
        let built = self.build(&options.sources, sink, cancel).await?;
        let hashes = self.hashes(&kept, &built, None).await?;
        let units = plan(self.stack, &found, &hashes, self.engine).await?;
        self.engine.ensure_network(self.owner).await?;
        for volume in self.stack.volumes() {
            self.engine.ensure_volume(self.owner, volume).await?;
        }
        materials::write(self.stack, self.folder, &kept)?;
        self.start(&units, &found, &hashes, &kept, options, sink).await?;
        Ok(Came { units, notes })
    }

    /// What there is, by unit.
    pub(super) async fn found(&self) -> Result<BTreeMap<String, Found>, StackError> {
        Ok(self.engine.found(self.owner).await?.into_iter().map(|found| (found.unit.clone(), found)).collect())
    }

    /// Builds the images whose sources have changed since they were built.
    async fn build(&self, sources: &str, sink: &dyn EventSink, cancel: &Cancel) -> Result<Built, StackError> {
        let mut built = Built::read(self.folder);
        let mut open: Vec<&Unit> = Vec::new();
        for unit in self.stack.units.iter().filter(|unit| unit.image.build.is_some()) {
            let known = open.iter().any(|other| other.image == unit.image);
            if !known && !self.is_built(unit, &built, sources).await? {
                open.push(unit);
            }
        }
        if open.is_empty() {
            return Ok(built);
        }
        step(sink, BUILD, async {
            for (index, unit) in open.iter().enumerate() {
                let message = format!("the image of `{}`", unit.name);
                sink.emit(Event::StepProgress { step: BUILD, done: index as u64, message });
                self.engine.build(unit, &self.owner.workspace, self.environment, sink, cancel).await?;
                let id = self.engine.image_id(&unit.image).await?.unwrap_or_default();
                built.remember(&unit.image, sources, &id);
                built.write(self.folder)?;
            }
            Ok((built, format!("{} images", open.len())))
        })
        .await
    }

    async fn is_built(&self, unit: &Unit, built: &Built, sources: &str) -> Result<bool, StackError> {
        let id = self.engine.image_id(&unit.image).await?;
        Ok(id.is_some_and(|id| built.is_of(&unit.image, sources, &id)))
    }

    /// What each unit shall be made of; those whose image is not there, or is to be built from `sources`, are left out.
    async fn hashes(
        &self,
        kept: &Kept,
        built: &Built,
        sources: Option<&str>,
    ) -> Result<BTreeMap<String, Hash>, StackError> {
        let mut hashes = BTreeMap::new();
        let mut ids: HashMap<String, Option<String>> = HashMap::new();
        for unit in &self.stack.units {
            let reference = unit.reference();
            if !ids.contains_key(&reference) {
                let id = self.engine.image_id(&unit.image).await?;
                let current = |id: &String| match sources.filter(|_| unit.image.build.is_some()) {
                    Some(sources) => built.is_of(&unit.image, sources, id),
                    None => true,
                };
                ids.insert(reference.clone(), id.filter(current));
            }
            if let Some(image) = ids.get(&reference).cloned().flatten() {
                let config = unit.digest(&|text| text.resolve(kept));
                hashes.insert(unit.name.clone(), Hash { config, image });
            }
        }
        Ok(hashes)
    }

    /// Starts everything at once; each waits for what it needs.
    async fn start(
        &self,
        planned: &[Planned],
        found: &BTreeMap<String, Found>,
        hashes: &BTreeMap<String, Hash>,
        kept: &Kept,
        options: &UpOptions,
        sink: &dyn EventSink,
    ) -> Result<(), StackError> {
        let happened = Notify::new();
        let redactor = kept.redactor();
        let waiter =
            Waiter { engine: self.engine, redactor: &redactor, happened: &happened, patience: options.patience };
        let ready: HashMap<&str, watch::Sender<bool>> =
            self.stack.units.iter().map(|unit| (unit.name.as_str(), watch::Sender::new(false))).collect();
        let total = self.stack.units.len() as u64;
        let done = std::sync::atomic::AtomicU64::new(0);
        let began = std::time::Instant::now();
        sink.emit(Event::StepStarted { step: START, total: Some(total) });
        let each = self.stack.units.iter().zip(planned).map(|(unit, planned)| {
            let (ready, waiter, done) = (&ready, &waiter, &done);
            async move {
                for other in &unit.after {
                    if let Some(other) = ready.get(other.as_str()) {
                        // The sender lives as long as this does.
                        let _ = other.subscribe().wait_for(|is| *is).await;
                    }
                }
                let id = self.act(unit, &planned.action, found.get(&unit.name), hashes.get(&unit.name), kept).await?;
                waiter.ready(unit, &id).await?;
                let done = done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
                let message = format!("{} {}", unit.name, if unit.once { "is done" } else { "is healthy" });
                sink.emit(Event::StepProgress { step: START, done, message });
                ready.get(unit.name.as_str()).map(|ready| ready.send_replace(true));
                Ok::<(), StackError>(())
            }
        });
        let ended = tokio::select! {
            ended = try_join_all(each) => ended.map(drop),
            () = self.engine.watch(self.owner, &happened) => Err(StackError::Cancelled),
        };
        let changed = planned.iter().filter(|planned| planned.action != Action::Keep).count();
        let (outcome, message) = match &ended {
            Ok(()) if changed == 0 => (Outcome::Skipped, format!("{total} are up, nothing has changed")),
            Ok(()) => (Outcome::Done, format!("{total} are up, {changed} of them new or changed")),
            Err(_) => (Outcome::Failed, "failed".to_owned()),
        };
        sink.emit(Event::StepFinished { step: START, outcome, took: began.elapsed(), message });
        ended
    }

    /// Does what is planned with a unit; the id of its container.
    async fn act(
        &self,
        unit: &Unit,
        action: &Action,
        there: Option<&Found>,
        hash: Option<&Hash>,
        kept: &Kept,
    ) -> Result<String, StackError> {
        let made = || async {
            let hash = hash.ok_or_else(|| StackError::Absent { images: vec![unit.reference()] })?;
            let id = self.engine.create(unit, self.owner, hash, kept, self.folder).await?;
            self.engine.start(&id, &unit.name).await?;
            Ok::<String, StackError>(id)
        };
        match (action, there) {
            (Action::Keep, Some(there)) => Ok(there.id.clone()),
            (Action::Start, Some(there)) => {
                self.engine.start(&there.id, &unit.name).await?;
                Ok(there.id.clone())
            }
            (Action::Recreate, Some(there)) => {
                self.engine.remove(there).await?;
                made().await
            }
            _ => made().await,
        }
    }

    /// Units that are there and no part of this stack.
    pub async fn others(&self) -> Result<BTreeSet<String>, StackError> {
        let found = self.found().await?;
        Ok(found.into_keys().filter(|unit| self.stack.unit(unit).is_none()).collect())
    }
}

/// Ports of this machine that containers of the stack hold already.
fn held(stack: &Stack, found: &BTreeMap<String, Found>) -> BTreeMap<String, u16> {
    let mut held = BTreeMap::new();
    for unit in &stack.units {
        let Some(there) = found.get(&unit.name) else { continue };
        for (name, port) in unit.ports.iter().filter(|(_, port)| port.publish) {
            if let Some(chosen) = there.ports.get(&port.container) {
                held.insert(format!("{}/{name}", unit.name), *chosen);
            }
        }
    }
    held
}
