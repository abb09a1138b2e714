//! Bringing a demo up: build what has changed, start the supervisor, wait until all is healthy.

use std::time::{Duration, Instant};

use camino::Utf8PathBuf;
use tokio::time::sleep;

use super::build::{self, Builder};
use super::census::{self, Identity};
use super::error::io;
use super::kept::Kept;
use super::manifest::{Manifest, Person};
use super::plan::Launch;
use super::state::{Phase, State, Status};
use super::{Demo, DemoError, TAIL, down, logs};
use crate::env_vars::FOUNTANE_DEMO;
use crate::fs::write_atomic;
use crate::process::{Cancel, Program};
use crate::runs::{Event, EventSink, Outcome, Step};
use crate::toolchain::{Search, Toolchain};

const START: Step = "demo:start";
const LOOK_EVERY: Duration = Duration::from_millis(50);
const FIRST_SIGN: Duration = Duration::from_secs(20);

/// How to bring a demo up.
#[derive(Debug, Clone)]
pub struct UpOptions {
    /// How to find Node and pnpm.
    pub search: Search,
    /// The program that calls [`Demo::supervise`] for the workspace, with its arguments.
    pub supervisor: (Utf8PathBuf, Vec<String>),
}

/// A demo that is up.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Running {
    /// What to open.
    pub url: String,
    /// Whom one can sign in as.
    pub people: Vec<Person>,
    /// Whether it was up already, with nothing changed since.
    pub already: bool,
}

pub(super) async fn up(
    demo: &Demo,
    options: &UpOptions,
    sink: &dyn EventSink,
    cancel: &Cancel,
) -> Result<Running, DemoError> {
    let manifest = Manifest::read(&demo.workspace)?;
    demo.folder.make()?;
    let supervisor = {
        let _lock = demo.folder.command_lock_soon().await?;
        match supervisor_at_work(demo, sink).await? {
            Some((identity, phase)) => (identity, phase == Phase::Ready),
            None => (build_and_start(demo, &manifest, options, sink, cancel).await?, false),
        }
    };
    let (supervisor, already) = supervisor;
    let url = wait(demo, supervisor, sink, cancel).await?;
    Ok(Running { url, people: manifest.people, already })
}

/// The supervisor that is at work on what the workspace is now. One at work on something older is stopped first, and
/// what a killed one left is cleared away.
async fn supervisor_at_work(demo: &Demo, sink: &dyn EventSink) -> Result<Option<(Identity, Phase)>, DemoError> {
    let state = State::read(&demo.folder)?;
    let locked = demo.folder.supervisor_lock().await?.is_none();
    if let (true, Some(identity)) = (locked, state.supervisor) {
        let same = state.stamp == build::stamp(&demo.workspace)?;
        if same && matches!(state.phase, Phase::Starting | Phase::Ready) {
            return Ok(Some((identity, state.phase)));
        }
    }
    let ended = down::end_everything(demo).await?;
    if ended > 0 && !locked {
        let message = format!("an earlier run had not been taken down: {ended} processes of it were ended");
        sink.emit(Event::Warning { message, hint: None });
    }
    Ok(None)
}

/// Says in the state that it builds, and how that ended where it did not end well.
async fn build_and_start(
    demo: &Demo,
    manifest: &Manifest,
    options: &UpOptions,
    sink: &dyn EventSink,
    cancel: &Cancel,
) -> Result<Identity, DemoError> {
    let mut state = State::stopped();
    state.enter(Phase::Building);
    state.write(&demo.folder)?;
    let started = start(demo, manifest, options, sink, cancel).await;
    if let Err(error) = &started {
        let reason = super::error_chain(error);
        state.enter(match error {
            DemoError::Cancelled => Phase::Stopped,
            _ => Phase::Failed { name: "build".to_owned(), reason },
        });
        state.write(&demo.folder)?;
    }
    started
}

async fn start(
    demo: &Demo,
    manifest: &Manifest,
    options: &UpOptions,
    sink: &dyn EventSink,
    cancel: &Cancel,
) -> Result<Identity, DemoError> {
    let kept = Kept::read_or_begin(&demo.folder)?;
    let toolchain = Toolchain::provide(&demo.workspace, &options.search, sink, cancel).await?;
    let builder = Builder {
        workspace: &demo.workspace,
        folder: &demo.folder,
        manifest,
        toolchain: &toolchain,
        id: &kept.id,
        sink,
        cancel,
    };
    builder.build().await?;
    let stamp = build::stamp(&demo.workspace)?;
    let launch = Launch { node: toolchain.node().path.clone(), path: toolchain.path(), stamp };
    let bytes = serde_json::to_vec(&launch).unwrap_or_default();
    write_atomic(&demo.folder.launch(), &bytes, 0o600).map_err(io("writing how to launch the demo"))?;
    // Written before the supervisor can: from here on, what the state says is about this run.
    let mut state = State::stopped();
    state.enter(Phase::Starting);
    state.write(&demo.folder)?;

    let (file, args) = &options.supervisor;
    let program = Program::new(file).args(args.iter()).cwd("/").env(FOUNTANE_DEMO, &kept.id);
    let pid = program.detach(&demo.folder.log("supervisor"))?;
    // Already gone when it cannot be named: then its log says why.
    let supervisor = census::identify(pid).unwrap_or(Identity { pid, started: 0 });
    wait_for_sign_of_life(demo, supervisor).await?;
    Ok(supervisor)
}

/// Until the supervisor is in the state: before that, another command could take it for a leftover. The caller still
/// holds the command lock.
async fn wait_for_sign_of_life(demo: &Demo, supervisor: Identity) -> Result<(), DemoError> {
    let deadline = Instant::now() + FIRST_SIGN;
    while Instant::now() < deadline && census::is_alive(supervisor) {
        if State::read(&demo.folder)?.supervisor.is_some() {
            return Ok(());
        }
        sleep(LOOK_EVERY).await;
    }
    Ok(())
}

/// Tells how things come up; on a wish to stop everything is stopped again.
async fn wait(demo: &Demo, supervisor: Identity, sink: &dyn EventSink, cancel: &Cancel) -> Result<String, DemoError> {
    let began = Instant::now();
    let mut teller = Teller { sink, up: Vec::new(), started: false, notes: 0 };
    let outcome = loop {
        let alive = census::is_alive(supervisor);
        let state = State::read(&demo.folder)?;
        teller.tell(&state);
        match (&state.phase, &state.url) {
            (Phase::Ready, Some(url)) => break Ok(url.clone()),
            (Phase::Failed { name, reason }, _) if !alive => break Err(failure(demo, name, reason)),
            (Phase::Stopped | Phase::Stopping, _) if !alive => break Err(DemoError::Cancelled),
            _ if !alive => {
                let tail = logs::tail(&demo.folder.log("supervisor"), TAIL);
                break Err(DemoError::SupervisorGone { tail });
            }
            _ => {}
        }
        tokio::select! {
            () = sleep(LOOK_EVERY) => {}
            () = cancel.cancelled() => {
                let _lock = demo.folder.command_lock_soon().await?;
                down::end_everything(demo).await?;
                break Err(DemoError::Cancelled);
            }
        }
    };
    let (result, message) = match &outcome {
        Ok(url) => (Outcome::Done, url.clone()),
        Err(error) => (Outcome::Failed, error.to_string()),
    };
    sink.emit(Event::StepFinished { step: START, outcome: result, took: began.elapsed(), message });
    outcome
}

fn failure(demo: &Demo, name: &str, reason: &str) -> DemoError {
    let tail = logs::tail(&demo.folder.log(name), TAIL);
    // The supervisor's own reason has these lines in it already.
    let reason = reason.lines().next().unwrap_or(reason);
    let about = format!("`{name}` did not come up: ");
    let reason = reason.strip_prefix(&about).unwrap_or(reason).to_owned();
    DemoError::DidNotStart { name: name.to_owned(), reason, tail }
}

/// Tells each thing once.
struct Teller<'a> {
    sink: &'a dyn EventSink,
    up: Vec<String>,
    started: bool,
    notes: usize,
}

impl Teller<'_> {
    fn tell(&mut self, state: &State) {
        if !self.started && !state.units.is_empty() {
            self.started = true;
            self.sink.emit(Event::StepStarted { step: START, total: Some(state.units.len() as u64) });
        }
        for note in state.notes.iter().skip(self.notes) {
            self.sink.emit(Event::Warning { message: note.clone(), hint: None });
        }
        self.notes = state.notes.len().max(self.notes);
        for (name, unit) in &state.units {
            if !unit.is_up() || self.up.contains(name) {
                continue;
            }
            self.up.push(name.clone());
            let how = if unit.status == Status::Done { "is done" } else { "is ready" };
            let message = format!("{name} {how}");
            self.sink.emit(Event::StepProgress { step: START, done: self.up.len() as u64, message });
        }
    }
}
