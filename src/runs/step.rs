//! A step, told with its time.

use std::future::Future;
use std::time::Instant;

use super::{Event, EventSink, Outcome, Step};

/// Does a step that is waited for and tells of it; the text is what came of it.
///
/// # Errors
/// Those of the work.
pub async fn step<T, E>(
    sink: &dyn EventSink,
    step: Step,
    work: impl Future<Output = Result<(T, String), E>>,
) -> Result<T, E> {
    let began = begin(sink, step);
    end(sink, step, began, work.await)
}

/// The same of a step that is done at once.
///
/// # Errors
/// Those of the work.
pub fn step_at_once<T, E>(
    sink: &dyn EventSink,
    step: Step,
    work: impl FnOnce() -> Result<(T, String), E>,
) -> Result<T, E> {
    let began = begin(sink, step);
    end(sink, step, began, work())
}

fn begin(sink: &dyn EventSink, step: Step) -> Instant {
    sink.emit(Event::StepStarted { step, total: None });
    Instant::now()
}

fn end<T, E>(sink: &dyn EventSink, step: Step, began: Instant, ended: Result<(T, String), E>) -> Result<T, E> {
    let (outcome, message) = match &ended {
        Ok((_, message)) => (Outcome::Done, message.clone()),
        Err(_) => (Outcome::Failed, "failed".to_owned()),
    };
    sink.emit(Event::StepFinished { step, outcome, took: began.elapsed(), message });
    ended.map(|(value, _)| value)
}
