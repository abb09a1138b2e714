//! Steps of a command that are done at once: told like those of tools, with their time.

use std::time::Instant;

use crate::error::CliError;
use crate::runs::{Event, EventSink, Outcome, Step};

/// Does a step and tells of it; the text is what came of it.
pub(super) fn step<T>(
    sink: &dyn EventSink,
    step: Step,
    work: impl FnOnce() -> Result<(T, String), CliError>,
) -> Result<T, CliError> {
    sink.emit(Event::StepStarted { step, total: None });
    let began = Instant::now();
    let ended = work();
    let (outcome, message) = match &ended {
        Ok((_, message)) => (Outcome::Done, message.clone()),
        Err(_) => (Outcome::Failed, "failed".to_owned()),
    };
    sink.emit(Event::StepFinished { step, outcome, took: began.elapsed(), message });
    ended.map(|(value, _)| value)
}

/// Tells of a step that is left out, and why.
pub(super) fn skipped(sink: &dyn EventSink, step: Step, why: &str) {
    let took = std::time::Duration::ZERO;
    sink.emit(Event::StepFinished { step, outcome: Outcome::Skipped, took, message: why.to_owned() });
}
