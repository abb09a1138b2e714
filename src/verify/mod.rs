//! The gates of a workspace: its own tools, run as a person would run them, their findings in one shape.

mod bench;
mod diagnostic;
pub mod fix;
mod gate;
mod judge;
mod lint;
mod memory;
mod places;
mod read;
mod sarif;
mod tools;
mod watch;

pub use bench::{Bench, GateReport};
pub use diagnostic::{Diagnostic, Severity};
pub use gate::Gate;
pub use sarif::sarif;
pub use watch::{Watch, WatchError};
