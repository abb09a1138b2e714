//! What happens while a command works, as events that any sink can show, store or forward.

mod event;
mod step;

pub use event::{Event, EventSink, NullSink, Outcome, Step};
pub use step::{step, step_at_once};
