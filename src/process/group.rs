//! Signals to a process group.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use nix::sys::signal::{Signal, kill, killpg};
use nix::unistd::Pid;
use serde::{Deserialize, Serialize};

/// How long a program has to end by itself before it is killed.
pub const GRACE: Duration = Duration::from_secs(5);

/// The signal that asks a program to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StopSignal {
    /// What most programs understand.
    #[default]
    Terminate,
    /// What a database understands as: do not wait for clients to leave.
    Interrupt,
    /// Not a question.
    Kill,
}

impl StopSignal {
    fn number(self) -> Signal {
        match self {
            Self::Terminate => Signal::SIGTERM,
            Self::Interrupt => Signal::SIGINT,
            Self::Kill => Signal::SIGKILL,
        }
    }
}

/// Sends a signal to one process. A process that is gone is no error: `false` then.
pub fn signal(pid: u32, signal: StopSignal) -> bool {
    as_pid(pid).is_some_and(|pid| kill(pid, signal.number()).is_ok())
}

/// Leaders of the groups that run now.
static LIVING: Mutex<BTreeSet<u32>> = Mutex::new(BTreeSet::new());

/// Kills everything that this program has started and not seen the end of: for who ends without unwinding.
pub fn kill_everything() {
    for leader in living(std::mem::take) {
        kill_group(leader, StopSignal::Kill);
    }
}

fn living<T>(change: impl FnOnce(&mut BTreeSet<u32>) -> T) -> T {
    change(&mut LIVING.lock().unwrap_or_else(PoisonError::into_inner))
}

fn kill_group(leader: u32, signal: StopSignal) {
    if let Some(pid) = as_pid(leader) {
        let _ = killpg(pid, signal.number());
    }
}

/// A group that a child leads; killed when dropped, unless it was told that the group is done.
#[derive(Debug)]
pub(super) struct Group {
    leader: u32,
    done: bool,
}

impl Group {
    pub(super) fn led_by(leader: u32) -> Self {
        living(|living| living.insert(leader));
        Self { leader, done: false }
    }

    pub(super) fn signal(&self, signal: StopSignal) {
        kill_group(self.leader, signal);
    }

    /// The leader was waited for: what it left behind is killed. Its number may belong to others from now on.
    pub(super) fn done(&mut self) {
        self.signal(StopSignal::Kill);
        self.forget();
    }

    fn forget(&mut self) {
        self.done = true;
        living(|living| living.remove(&self.leader));
    }

    pub(super) fn is_done(&self) -> bool {
        self.done
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        if !self.done {
            self.done();
        }
    }
}

// 0 would mean our own group, and -1 everyone.
fn as_pid(pid: u32) -> Option<Pid> {
    i32::try_from(pid).ok().filter(|pid| *pid > 1).map(Pid::from_raw)
}
