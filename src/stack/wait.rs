//! Waiting until a container can work, or has ended well: told by the engine's events, and looked at again and again, because
//! events of health get lost.

use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::{Instant, sleep};

use super::engine::{Engine, State};
use super::error::StackError;
use super::model::Unit;
use crate::redact::Redactor;

/// How often an engine is asked that tells nothing.
const LOOK_EVERY: Duration = Duration::from_millis(250);
/// How many of the last lines an error shows.
const TAIL: usize = 20;

/// What there is to wait with.
pub(super) struct Waiter<'a> {
    pub engine: &'a Engine,
    pub redactor: &'a Redactor,
    /// Something has happened to some container.
    pub happened: &'a Notify,
    /// How long a unit may take.
    pub patience: Duration,
}

impl Waiter<'_> {
    /// Returns once the unit's container is what others wait for.
    pub(super) async fn ready(&self, unit: &Unit, id: &str) -> Result<(), StackError> {
        let deadline = Instant::now() + self.patience;
        loop {
            // Before the look, so that nothing happens unnoticed between the two.
            let happened = self.happened.notified();
            let reason = match self.engine.state(id).await? {
                State::Healthy if !unit.once => return Ok(()),
                State::Ended { code: 0, .. } if unit.once => return Ok(()),
                State::Gone => "its container was removed by somebody else".to_owned(),
                State::Unhealthy { said } => unhealthy(&said),
                State::Ended { code, out_of_memory, error } => ended(unit, code, out_of_memory, &error),
                _ if Instant::now() > deadline => {
                    format!(
                        "it is not {} after {} s",
                        if unit.once { "done" } else { "healthy" },
                        self.patience.as_secs()
                    )
                }
                _ => {
                    tokio::select! {
                        () = happened => {}
                        () = sleep(LOOK_EVERY) => {}
                    }
                    continue;
                }
            };
            let tail = self.engine.tail(id, TAIL, self.redactor).await;
            let reason = self.redactor.redact(&reason);
            return Err(StackError::NotUp { unit: unit.name.clone(), reason, tail });
        }
    }
}

fn unhealthy(said: &str) -> String {
    let first = said.lines().next().unwrap_or_default();
    if first.is_empty() { "it is not healthy".to_owned() } else { format!("it is not healthy ({first})") }
}

fn ended(unit: &Unit, code: i64, out_of_memory: bool, error: &str) -> String {
    if !error.is_empty() {
        return format!("it could not be started: {error}");
    }
    if out_of_memory {
        return format!("it needed more than its {} MiB of memory", unit.limits.memory.0 >> 20);
    }
    format!("it ended with {code}")
}
