//! Steps of a command that are done at once: told like those of tools, with their time.

use crate::error::CliError;
use crate::runs::{Event, EventSink, Outcome, Step, step_at_once};

/// Does a step and tells of it; the text is what came of it.
pub(super) fn step<T>(
    sink: &dyn EventSink,
    step: Step,
    work: impl FnOnce() -> Result<(T, String), CliError>,
) -> Result<T, CliError> {
    step_at_once(sink, step, work)
}

/// Tells of a step that is left out, and why.
pub(super) fn skipped(sink: &dyn EventSink, step: Step, why: &str) {
    let took = std::time::Duration::ZERO;
    sink.emit(Event::StepFinished { step, outcome: Outcome::Skipped, took, message: why.to_owned() });
}
