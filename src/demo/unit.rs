//! One supervised task or process: waits its turn, starts, is watched, is started again.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::board::Board;
use super::census;
use super::health::Probe;
use super::logs::Log;
use super::manifest::Restart;
use super::state::Status;
use crate::process::{Cancel, Child, Exit, GRACE, Program, StopSignal};

const ASK_EVERY: Duration = Duration::from_millis(100);
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// A task, where it has no probe, or a process.
pub(super) struct Unit {
    pub(super) name: String,
    pub(super) program: Program,
    pub(super) after: Vec<String>,
    pub(super) probe: Option<Probe>,
    /// How long a task may take, or a process until it is healthy.
    pub(super) limit: Duration,
    pub(super) restart: Restart,
    pub(super) stop_signal: StopSignal,
    pub(super) log: Log,
    pub(super) board: Arc<Board>,
    pub(super) stop: Cancel,
}

/// Why a run of the program is over.
enum Over {
    /// It ended by itself.
    Ended(Exit),
    /// It was stopped by us, for a reason that counts as its failure.
    Failed(String),
    /// We were asked to stop.
    Stopped,
}

impl Unit {
    /// Lives until it is done, given up or stopped.
    pub(super) async fn run(mut self) {
        if !self.wait_for_turn().await {
            return self.board.set_status(&self.name, Status::Stopped);
        }
        if self.probe.is_some() { self.run_process().await } else { self.run_task().await }
    }

    async fn wait_for_turn(&self) -> bool {
        let turn = self.board.until(|state| {
            let up = |name: &String| state.units.get(name).is_some_and(super::state::UnitState::is_up);
            self.after.iter().all(up).then_some(())
        });
        tokio::select! {
            () = turn => true,
            () = self.stop.cancelled() => false,
        }
    }

    async fn run_task(&mut self) {
        let over = self.run_once().await;
        self.board.change_unit(&self.name, |unit| {
            unit.identity = None;
            match over {
                Over::Ended(exit) => {
                    unit.last_exit = Some(exit);
                    unit.status = if exit.is_success() { Status::Done } else { Status::Failed };
                    unit.reason = (!exit.is_success()).then(|| format!("it ended with {exit}"));
                }
                Over::Failed(reason) => {
                    unit.status = Status::Failed;
                    unit.reason = Some(reason);
                }
                Over::Stopped => unit.status = Status::Stopped,
            }
        });
    }

    async fn run_process(&mut self) {
        let mut failures = 0;
        loop {
            let began = Instant::now();
            let (exit, reason) = match self.run_once().await {
                Over::Stopped => break self.board.set_status(&self.name, Status::Stopped),
                Over::Ended(exit) => (Some(exit), format!("it ended with {exit}")),
                Over::Failed(reason) => (None, reason),
            };
            if began.elapsed() >= Duration::from_secs(self.restart.steady_after_seconds) {
                failures = 0;
            }
            failures += 1;
            self.log.line(&format!("[fountane] {reason}"));
            let gives_up = failures > self.restart.attempts;
            self.board.change_unit(&self.name, |unit| {
                unit.identity = None;
                unit.last_exit = exit.or(unit.last_exit);
                unit.status = if gives_up { Status::Failed } else { Status::Restarting };
                let times = if failures == 1 { String::new() } else { format!(", {failures} times in a row") };
                unit.reason = Some(format!("{reason}{times}"));
            });
            if gives_up || !self.wait_before(failures).await {
                break;
            }
            self.board.change_unit(&self.name, |unit| unit.restarts += 1);
        }
    }

    /// Waits longer after each failure in a row; `false` when we were asked to stop.
    async fn wait_before(&self, failures: u32) -> bool {
        let first = Duration::from_millis(self.restart.first_wait_ms);
        let wait = first.saturating_mul(2_u32.saturating_pow(failures - 1)).min(LONGEST_WAIT);
        tokio::select! {
            () = sleep(wait) => true,
            () = self.stop.cancelled() => {
                self.board.set_status(&self.name, Status::Stopped);
                false
            }
        }
    }

    async fn run_once(&mut self) -> Over {
        self.board.set_status(&self.name, Status::Starting);
        let mut child = match self.program.spawn() {
            Ok(child) => child,
            Err(error) => return Over::Failed(crate::demo::error_chain(&error)),
        };
        let identity = census::identify(child.pid());
        self.board.change_unit(&self.name, |unit| unit.identity = identity);
        let over = self.watch(&mut child).await;
        if !matches!(over, Over::Ended(_)) {
            child.stop(self.stop_signal, GRACE).await;
            self.board.change_unit(&self.name, |unit| unit.identity = None);
        }
        over
    }

    async fn watch(&mut self, child: &mut Child) -> Over {
        let log = &mut self.log;
        let mut on_line = |line: crate::process::Line| log.line(&line.text);
        let late = watch_health(&self.name, self.probe.as_ref(), self.limit, &self.board);
        tokio::select! {
            ended = child.follow(&mut on_line) => match ended {
                Ok(exit) => Over::Ended(exit),
                Err(error) => Over::Failed(crate::demo::error_chain(&error)),
            },
            reason = late => Over::Failed(reason),
            () = self.stop.cancelled() => Over::Stopped,
        }
    }
}

/// Tells the board when the process is healthy, and then waits for ever. Returns only when it took too long.
async fn watch_health(name: &str, probe: Option<&Probe>, limit: Duration, board: &Board) -> String {
    let deadline = Instant::now() + limit;
    let mut last = String::new();
    while Instant::now() < deadline {
        if let Some(probe) = probe {
            match probe.ask().await {
                Ok(()) => {
                    board.change_unit(name, |unit| {
                        unit.status = Status::Ready;
                        unit.reason = None;
                    });
                    return std::future::pending().await;
                }
                Err(reason) => last = format!(": {reason}"),
            }
        }
        sleep(ASK_EVERY).await;
    }
    let what = if probe.is_some() { "it was not healthy" } else { "it was not done" };
    format!("{what} after {} s{last}", limit.as_secs())
}
