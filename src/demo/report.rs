//! How a demo stands, looked at now.

use jiff::Timestamp;
use serde::Serialize;

use super::check::{POSTGRES, POSTGRES_PORT};
use super::health::Probe;
use super::kept::Kept;
use super::manifest::{Manifest, Person};
use super::state::{Kind, Phase, State, Status};
use super::{Demo, DemoError, down};
use crate::process::Exit;

/// How a demo stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Report {
    /// How the whole stands.
    pub phase: Phase,
    /// Since when.
    pub since: Timestamp,
    /// What to open, while it is up.
    pub url: Option<String>,
    /// Whom one can sign in as.
    pub people: Vec<Person>,
    /// Its tasks, processes and database, by name.
    pub services: Vec<Service>,
    /// What a person should know.
    pub notes: Vec<String>,
}

#[expect(clippy::ref_option, reason = "serde hands it over so")]
fn answer<S: serde::Serializer>(answers: &Option<Result<(), String>>, serializer: S) -> Result<S::Ok, S::Error> {
    match answers {
        Some(Ok(())) => serializer.serialize_bool(true),
        Some(Err(why)) => serializer.serialize_str(why),
        None => serializer.serialize_none(),
    }
}

/// How one task or process stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Service {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// How it stands.
    pub status: Status,
    /// Whether it answers right now, where it should; otherwise why not. In JSON `true`, or the reason.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "answer")]
    pub answers: Option<Result<(), String>>,
    /// Since when it stands so.
    pub since: Timestamp,
    /// The number of its process, while it runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pid: Option<u32>,
    /// The port it is asked on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port: Option<u16>,
    /// How often it was started again by itself.
    pub restarts: u32,
    /// How it last ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_exit: Option<Exit>,
    /// What happened, where something did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

pub(super) async fn report(demo: &Demo) -> Result<Report, DemoError> {
    let manifest = Manifest::read(&demo.workspace).ok();
    let people = manifest.as_ref().map(|manifest| manifest.people.clone()).unwrap_or_default();
    let Some(kept) = Kept::read(&demo.folder)? else {
        let state = State::stopped();
        let (services, notes) = (Vec::new(), Vec::new());
        return Ok(Report { phase: state.phase, since: state.since, url: None, people, services, notes });
    };
    let note = clear_up_after_killed(demo, &kept).await?;
    let state = State::read(&demo.folder)?;
    let mut services = Vec::new();
    for (name, unit) in &state.units {
        let probe = manifest.as_ref().and_then(|manifest| probe(name, manifest, &kept));
        let answers = match &probe {
            Some((_, probe)) if unit.status == Status::Ready => Some(probe.ask().await),
            _ => None,
        };
        services.push(Service {
            name: name.clone(),
            kind: unit.kind,
            status: unit.status.clone(),
            answers,
            since: unit.since,
            pid: unit.identity.map(|identity| identity.pid),
            port: probe.map(|(port, _)| port),
            restarts: unit.restarts,
            last_exit: unit.last_exit,
            reason: unit.reason.clone(),
        });
    }
    let url = state.url.clone().filter(|_| state.phase == Phase::Ready);
    let notes = note.into_iter().chain(state.notes).collect();
    Ok(Report { phase: state.phase, since: state.since, url, people, services, notes })
}

/// The state says that something runs, but nobody holds the supervisor's lock: it was killed. Says so.
async fn clear_up_after_killed(demo: &Demo, kept: &Kept) -> Result<Option<String>, DemoError> {
    // While another command is at work, things are as they should be.
    let Some(_command) = demo.folder.command_lock()? else { return Ok(None) };
    let state = State::read(&demo.folder)?;
    // `over`: `up` wrote this and its supervisor has not come to its lock yet.
    let over = matches!(state.phase, Phase::Stopped | Phase::Failed { .. }) && state.supervisor.is_none();
    if over {
        return Ok(None);
    }
    // A supervisor that is there is no case for us.
    let Some(_lock) = demo.folder.supervisor_lock().await? else { return Ok(None) };
    let ended = down::clear_up(demo, &kept.id).await?;
    Ok(Some(format!("an earlier run had been killed; {ended} processes that it left were ended")))
}

fn probe(name: &str, manifest: &Manifest, kept: &Kept) -> Option<(u16, Probe)> {
    if name == POSTGRES {
        let port = *kept.ports.get(POSTGRES_PORT)?;
        return Some((port, Probe::Postgres(port)));
    }
    let process = manifest.processes.iter().find(|process| process.name == name)?;
    let port = *kept.ports.get(process.health.port())?;
    Some((port, Probe::Of(process.health.clone(), port)))
}
