//! The supervisor: a process of its own that brings a demo up, keeps it up, and takes it down when asked.

use std::sync::Arc;
use std::time::Duration;

use camino::Utf8Path;
use fs_err as fs;
use nix::unistd::setsid;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::JoinSet;

use super::board::Board;
use super::check::{POSTGRES, POSTGRES_PORT};
use super::error::io;
use super::folder::Folder;
use super::health::Probe;
use super::kept::{Kept, password_of};
use super::logs::Log;
use super::manifest::{Manifest, Restart};
use super::plan::{Launch, Planned, Planner};
use super::postgres::Server;
use super::state::{Kind, Phase, State, Status, UnitState};
use super::unit::Unit;
use super::{DemoError, census, placeholders};
use crate::env_vars::Environment;
use crate::fs::create_folder;
use crate::loopback;
use crate::process::Cancel;

const DATABASE_LIMIT: Duration = Duration::from_mins(1);

/// Supervises a demo until it is asked to end (SIGTERM, SIGINT) or something does not come up.
///
/// This is what the hidden command `fountane demo supervise` runs. It holds the supervisor lock all along.
pub(super) async fn supervise(workspace: &Utf8Path, environment: &Environment) -> Result<(), DemoError> {
    // A session of its own: closing the terminal does not reach us. It fails where we lead a group already; good too.
    let _ = setsid();
    let stop = stop_on_signals()?;
    let folder = Folder::of(workspace);
    let _lock = folder.supervisor_lock_soon().await?;
    let kept = Kept::read_or_begin(&folder)?;
    let supervision = Supervision { workspace, environment, folder: &folder, kept, stop };
    supervision.run().await
}

struct Supervision<'a> {
    workspace: &'a Utf8Path,
    environment: &'a Environment,
    folder: &'a Folder,
    kept: Kept,
    stop: Cancel,
}

impl Supervision<'_> {
    async fn run(mut self) -> Result<(), DemoError> {
        let mut state = State::stopped();
        state.enter(Phase::Starting);
        state.supervisor = census::identify(std::process::id());
        let board = Arc::new(Board::new(self.folder.clone(), state)?);
        let done = self.bring_up_and_keep(&board).await;
        // Whatever happened: nobody of this demo is left behind.
        let swept = census::sweep(&self.kept.id, &[], &[]).await;
        board.change(|state| {
            if let Err(error) = &done {
                let name = board_name(error);
                state.enter(Phase::Failed { name, reason: super::error_chain(error) });
            }
            state.mark_stopped();
        });
        done.and(swept.map(drop))
    }

    async fn bring_up_and_keep(&mut self, board: &Arc<Board>) -> Result<(), DemoError> {
        let manifest = Manifest::read(self.workspace)?;
        let launch = read_launch(self.folder)?;
        let notes = self.choose(&manifest)?;
        board.change(|state| {
            state.notes = notes;
            state.stamp.clone_from(&launch.stamp);
            let tasks = manifest.tasks.iter().map(|task| (task.name.clone(), Kind::Task));
            let processes = manifest.processes.iter().map(|process| (process.name.clone(), Kind::Process));
            let database = manifest.postgres.iter().map(|_| (POSTGRES.to_owned(), Kind::Database));
            let units = tasks.chain(processes).chain(database);
            state.units = units.map(|(name, kind)| (name, UnitState::waiting(kind))).collect();
        });
        let server = match &manifest.postgres {
            None => None,
            Some(wanted) => {
                board.set_status(POSTGRES, Status::Starting);
                Some(Server::prepare(self.workspace, wanted, self.folder, &mut self.kept, &self.stop).await?)
            }
        };
        let planner = Planner {
            workspace: self.workspace,
            folder: self.folder,
            manifest: &manifest,
            kept: &self.kept,
            launch: &launch,
            environment: self.environment,
        };
        board.change(|state| state.url = Some(planner.url()));
        let crew = Crew { supervision: self, board, restart: manifest.restart };
        crew.work(server.map(|server| database(&server, &planner)), planner.plan()).await
    }

    /// Ports, secrets and data folders; kept before anything uses them.
    fn choose(&mut self, manifest: &Manifest) -> Result<Vec<String>, DemoError> {
        let database = manifest.postgres.iter().map(|_| POSTGRES_PORT);
        let names: Vec<&str> = manifest.ports.iter().map(String::as_str).chain(database).collect();
        let notes = loopback::choose(&names, &mut self.kept.ports)?;
        for name in placeholders::secrets(manifest) {
            self.kept.make_secret(&name)?;
        }
        for database in manifest.postgres.iter().flat_map(|postgres| &postgres.databases) {
            self.kept.make_secret(&password_of(&database.owner))?;
            self.kept.make_secret(&password_of(&database.app))?;
        }
        for name in placeholders::data_folders(manifest) {
            create_folder(&self.folder.data(&name), 0o700).map_err(io("making a data folder"))?;
        }
        self.kept.write(self.folder)?;
        Ok(notes)
    }
}

/// Everybody who works in a demo.
struct Crew<'a, 'b> {
    supervision: &'a Supervision<'b>,
    board: &'a Arc<Board>,
    restart: Restart,
}

impl Crew<'_, '_> {
    async fn work(&self, database: Option<Planned>, planned: Vec<Planned>) -> Result<(), DemoError> {
        let mut at_work = JoinSet::new();
        let mut stops = Vec::new();
        for each in database.into_iter().chain(planned) {
            let stop = Cancel::new();
            stops.push((each.name.clone(), each.after.clone(), stop.clone()));
            at_work.spawn(told_when_lost(self.board.clone(), each.name.clone(), self.unit(each, stop).run()));
        }
        let outcome = tokio::select! {
            outcome = self.come_up_and_stay() => outcome,
            () = self.supervision.stop.cancelled() => Ok(()),
            error = self.board.unwritten() => Err(error),
        };
        if outcome.is_ok() {
            self.board.change(|state| state.enter(Phase::Stopping));
        }
        for (name, _, stop) in &stops {
            let waiting = stops.iter().filter(|(_, after, _)| after.contains(name)).map(|(name, ..)| name.clone());
            at_work.spawn(self.stop_after(waiting.collect(), stop.clone()));
        }
        while at_work.join_next().await.is_some() {}
        outcome
    }

    /// Stops a unit when all that need it are gone: nobody has to wait for open connections, and the database is last.
    fn stop_after(&self, dependents: Vec<String>, stop: Cancel) -> impl Future<Output = ()> + Send + 'static {
        let board = self.board.clone();
        async move {
            let gone = |state: &State| {
                let over = |name: &String| state.units.get(name).is_none_or(UnitState::is_over);
                dependents.iter().all(over).then_some(())
            };
            board.until(gone).await;
            stop.cancel();
        }
    }

    /// Never ends once all is up; fails when something does not come up.
    async fn come_up_and_stay(&self) -> Result<(), DemoError> {
        let failed = self.board.until(|state| {
            let failed = state.units.iter().find(|(_, unit)| unit.status == Status::Failed);
            let failed = failed.map(|(name, unit)| (name.clone(), unit.reason.clone().unwrap_or_default()));
            let all_up = state.units.values().all(UnitState::is_up);
            failed.map(Some).or(all_up.then_some(None))
        });
        if let Some((name, reason)) = failed.await {
            let tail = super::logs::tail(&self.supervision.folder.log(&name), super::TAIL);
            return Err(DemoError::DidNotStart { name, reason, tail });
        }
        self.board.change(|state| state.enter(Phase::Ready));
        std::future::pending().await
    }

    fn unit(&self, planned: Planned, stop: Cancel) -> Unit {
        let log = self.supervision.folder.log(&planned.name);
        Unit {
            stop_signal: UnitState::waiting(planned.kind).stop_signal,
            log: Log::open(log, self.supervision.kept.redactor()),
            name: planned.name,
            program: planned.program,
            after: planned.after,
            probe: planned.probe,
            limit: planned.limit,
            restart: self.restart,
            board: self.board.clone(),
            stop,
        }
    }
}

/// Does the work of a unit. Should we be at fault and lose it, the board says so, and nobody waits for it for ever.
async fn told_when_lost(board: Arc<Board>, name: String, work: impl Future<Output = ()> + Send + 'static) {
    if let Err(error) = tokio::spawn(work).await {
        board.change_unit(&name, |unit| {
            unit.status = Status::Failed;
            unit.reason = Some(format!("fountane lost track of it: {error}"));
        });
    }
}

fn database(server: &Server, planner: &Planner<'_>) -> Planned {
    Planned {
        name: POSTGRES.to_owned(),
        kind: Kind::Database,
        program: planner.marked(server.program()),
        after: Vec::new(),
        probe: Some(Probe::Postgres(server.port())),
        limit: DATABASE_LIMIT,
    }
}

fn read_launch(folder: &Folder) -> Result<Launch, DemoError> {
    let doing = "reading how to launch the demo";
    let bytes = fs::read(folder.launch()).map_err(io(doing))?;
    serde_json::from_slice(&bytes).map_err(|error| io(doing)(error.into()))
}

fn stop_on_signals() -> Result<Cancel, DemoError> {
    let stop = Cancel::new();
    for kind in [SignalKind::terminate(), SignalKind::interrupt()] {
        let mut signals = signal(kind).map_err(io("listening for signals"))?;
        let stop = stop.clone();
        tokio::spawn(async move {
            signals.recv().await;
            stop.cancel();
        });
    }
    Ok(stop)
}

/// Whom a failure is about, for the state.
fn board_name(error: &DemoError) -> String {
    match error {
        DemoError::DidNotStart { name, .. } => name.clone(),
        DemoError::Database { .. } | DemoError::NoPostgres { .. } => POSTGRES.to_owned(),
        _ => "supervisor".to_owned(),
    }
}
