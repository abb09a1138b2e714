//! Taking a demo down, however it stands: running, half up, or left behind by a killed supervisor.

use std::time::Duration;

use fs_err as fs;
use tokio::time::{Instant, sleep};

use super::error::io;
use super::kept::Kept;
use super::state::State;
use super::{Demo, DemoError, census, postgres};
use crate::process::{GRACE, StopSignal, signal};

const LOOK_EVERY: Duration = Duration::from_millis(50);

/// What `down` did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Downed {
    /// Whether anything ran.
    pub was_running: bool,
    /// Whether data, secrets and ports were thrown away too.
    pub purged: bool,
}

pub(super) async fn down(demo: &Demo, purge: bool) -> Result<Downed, DemoError> {
    if !demo.folder.path().is_dir() {
        return Ok(Downed { was_running: false, purged: false });
    }
    let _lock = demo.folder.command_lock_soon().await?;
    let was_running = end_everything(demo).await? > 0;
    if purge {
        // Nobody is left who would write into the folder that goes.
        let _none = demo.folder.supervisor_lock().await?.ok_or(DemoError::Busy)?;
        throw_away(demo)?;
    }
    Ok(Downed { was_running, purged: purge })
}

/// Ends the supervisor, which ends the rest; ends what it could not. Returns how many processes there were.
///
/// The caller holds the command lock.
pub(super) async fn end_everything(demo: &Demo) -> Result<usize, DemoError> {
    let id = match Kept::read(&demo.folder) {
        Ok(Some(kept)) => kept.id,
        Ok(None) => return Ok(0),
        // Without its mark we know the demo's processes by the state alone.
        Err(DemoError::Kept { .. }) => String::new(),
        Err(error) => return Err(error),
    };
    let before = State::read(&demo.folder)?;
    let there = census::members(&id, &before.identities())?.len();
    if let Some(supervisor) = before.supervisor.filter(|supervisor| census::is_alive(*supervisor)) {
        signal(supervisor.pid, StopSignal::Terminate);
        // It asks its services one after the other, waits, and kills; then the same with the database.
        let deadline = Instant::now() + GRACE * 6;
        while census::is_alive(supervisor) && Instant::now() < deadline {
            sleep(LOOK_EVERY).await;
        }
    }
    clear_up(demo, &id).await?;
    Ok(there)
}

/// Ends what is left of a demo whose supervisor is gone or hangs, and writes down that nothing runs.
pub(super) async fn clear_up(demo: &Demo, id: &str) -> Result<usize, DemoError> {
    let mut state = State::read(&demo.folder)?;
    let identified = state.units.values().filter_map(|unit| Some((unit.identity?.pid, unit.stop_signal)));
    let signals: Vec<_> = identified.collect();
    let ended = census::sweep(id, &state.identities(), &signals).await?;
    state.mark_stopped();
    state.write(&demo.folder)?;
    Ok(ended)
}

fn throw_away(demo: &Demo) -> Result<(), DemoError> {
    let doing = "throwing the demo's data away";
    let kept = Kept::read(&demo.folder).unwrap_or_default();
    let elsewhere = kept.and_then(|kept| {
        // Only the folder that we would have made: the file may have been edited.
        let ours = postgres::elsewhere(&kept.id);
        kept.database_folder.filter(|folder| *folder == ours && folder.is_dir())
    });
    if let Some(elsewhere) = elsewhere {
        fs::remove_dir_all(&elsewhere).map_err(io(doing))?;
    }
    // The command lock lies in the folder; it is held until the caller is done, so the folder goes as a whole.
    fs::remove_dir_all(demo.folder.path()).map_err(io(doing))
}
