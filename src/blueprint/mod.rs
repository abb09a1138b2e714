//! From the resolved spec to a plan: which templates, which of their files, with which data.

mod context;
mod generation;
mod library;
pub mod manifest;
mod planner;
mod view;

pub use generation::{Generation, GenerationError, digest, generate};
pub use library::{Library, LibraryError, Template};
pub use planner::{PlanError, plan};
