//! Which processes of this machine belong to a demo, and ending them.
//!
//! A process belongs to it when its environment says so, when the state names it by number *and* start time, or when it
//! descends from such a one. A number alone is never enough: numbers are given out again.

use std::collections::BTreeSet;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use sysinfo::{Pid, Process, ProcessRefreshKind, ProcessStatus, ProcessesToUpdate, System, UpdateKind};

use super::DemoError;
use crate::env_vars::FOUNTANE_DEMO;
use crate::process::{GRACE, StopSignal, signal};

const LOOK_EVERY: Duration = Duration::from_millis(50);
/// Start times are told in seconds, from a boot time that the system may correct a little.
const TOLERANCE: u64 = 2;

/// A process that cannot be mistaken for a later one of the same number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Its number.
    pub pid: u32,
    /// When it began, in seconds since 1970.
    pub started: u64,
}

/// A process of a demo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Member {
    pub(super) pid: u32,
    pub(super) name: String,
}

/// Names a process that we just started; a dead one that nobody has waited for yet is none.
pub(super) fn identify(pid: u32) -> Option<Identity> {
    with_process(pid, |process| Identity { pid, started: process.start_time() })
}

/// Whether a process of that number lives and is called so.
pub(super) fn is_named(pid: u32, name: &str) -> bool {
    with_process(pid, |process| process.name().to_str() == Some(name)).unwrap_or_default()
}

fn with_process<T>(pid: u32, look: impl FnOnce(&Process) -> T) -> Option<T> {
    let mut system = System::new().ok()?;
    let pids = [Pid::from_u32(pid)];
    let kind = ProcessRefreshKind::nothing().without_tasks();
    system.refresh_processes_specifics(ProcessesToUpdate::Some(&pids), true, kind);
    system.process(pids[0]).filter(|process| process.status() != ProcessStatus::Zombie).map(look)
}

/// Whether that very process lives.
pub(super) fn is_alive(identity: Identity) -> bool {
    identify(identity.pid).is_some_and(|found| found.started.abs_diff(identity.started) <= TOLERANCE)
}

/// The living processes of a demo, without this one.
pub(super) fn members(id: &str, recorded: &[Identity]) -> Result<Vec<Member>, DemoError> {
    let unknown =
        |error| DemoError::Io { doing: "looking at this machine's processes", source: std::io::Error::other(error) };
    let mut system = System::new().map_err(unknown)?;
    let kind = ProcessRefreshKind::nothing().with_environ(UpdateKind::Always).without_tasks();
    system.refresh_processes_specifics(ProcessesToUpdate::All, true, kind);
    let marker = format!("{FOUNTANE_DEMO}={id}");
    let living = || system.processes().values().filter(|process| process.status() != ProcessStatus::Zombie);
    let own = |process: &Process| {
        let carries_it = process.environ().iter().any(|entry| entry.to_str() == Some(&marker));
        let known = recorded.iter().any(|known| {
            known.pid == process.pid().as_u32() && known.started.abs_diff(process.start_time()) <= TOLERANCE
        });
        carries_it || known
    };
    let ours = Pid::from_u32(std::process::id());
    let mut found: BTreeSet<Pid> = living().filter(|process| own(process)).map(Process::pid).collect();
    found.remove(&ours);
    loop {
        let children = living().filter(|process| process.parent().is_some_and(|parent| found.contains(&parent)));
        let more: Vec<Pid> = children.map(Process::pid).filter(|pid| *pid != ours && !found.contains(pid)).collect();
        if more.is_empty() {
            break;
        }
        found.extend(more);
    }
    let named = found.into_iter().filter_map(|pid| system.process(pid));
    let member =
        |process: &Process| Member { pid: process.pid().as_u32(), name: process.name().to_string_lossy().into() };
    Ok(named.map(member).collect())
}

/// Ends every process of a demo but this one: asks, waits, kills. Returns how many there were.
///
/// `asking` says who wants another signal than SIGTERM; those are asked as recorded.
pub(super) async fn sweep(id: &str, recorded: &[Identity], asking: &[(u32, StopSignal)]) -> Result<usize, DemoError> {
    let first = members(id, recorded)?;
    for member in &first {
        let asked = asking.iter().find(|(pid, _)| *pid == member.pid).map(|(_, signal)| *signal);
        signal(member.pid, asked.unwrap_or_default());
    }
    let killing_from = tokio::time::Instant::now() + GRACE;
    let giving_up = killing_from + GRACE;
    loop {
        let left = members(id, recorded)?;
        if left.is_empty() {
            return Ok(first.len());
        }
        let now = tokio::time::Instant::now();
        if now > giving_up {
            let names = left.into_iter().map(|member| format!("{} ({})", member.name, member.pid)).collect();
            return Err(DemoError::StillRunning { names });
        }
        if now > killing_from {
            for member in &left {
                signal(member.pid, StopSignal::Kill);
            }
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process::Program;

    fn sleeper(id: &str) -> Program {
        let script = "trap '' TERM; sleep 300 & wait; sleep 300";
        Program::new("/bin/sh").args(["-c", script]).env(FOUNTANE_DEMO, id)
    }

    #[tokio::test]
    async fn marked_processes_and_their_descendants_are_found_and_ended() {
        let id = format!("census-{}", std::process::id());
        let other = sleeper("census-other").spawn().unwrap();
        let child = sleeper(&id).spawn().unwrap();
        tokio::time::sleep(Duration::from_millis(200)).await;
        let found = members(&id, &[]).unwrap();
        assert!(found.iter().any(|member| member.pid == child.pid()), "{found:?}");
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(sweep(&id, &[], &[]).await.unwrap() >= 1);
        assert!(members(&id, &[]).unwrap().is_empty());
        assert!(is_alive(identify(other.pid()).unwrap()));
    }

    #[tokio::test]
    async fn a_recorded_number_that_belongs_to_another_now_is_left_alone() {
        let child = Program::new("/bin/sleep").arg("300").spawn().unwrap();
        let identity = identify(child.pid()).unwrap();
        let earlier = Identity { started: identity.started - 60, ..identity };
        assert!(is_alive(identity) && !is_alive(earlier));
        assert!(members("census-nobody", &[earlier]).unwrap().is_empty());
        assert_eq!(members("census-nobody", &[identity]).unwrap().len(), 1);
    }
}
