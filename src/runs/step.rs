//! A step that is waited for, told with its time.

use std::future::Future;
use std::time::Instant;

use super::{Event, EventSink, Outcome, Step};

/// Does a step and tells of it; the text is what came of it.
///
/// # Errors
/// Those of the work.
pub async fn step<T, E>(
    sink: &dyn EventSink,
    step: Step,
    work: impl Future<Output = Result<(T, String), E>>,
) -> Result<T, E> {
    sink.emit(Event::StepStarted { step, total: None });
    let began = Instant::now();
    let ended = work.await;
    let (outcome, message) = match &ended {
        Ok((_, message)) => (Outcome::Done, message.clone()),
        Err(_) => (Outcome::Failed, "failed".to_owned()),
    };
    sink.emit(Event::StepFinished { step, outcome, took: began.elapsed(), message });
    ended.map(|(value, _)| value)
}
