//! From the resolved spec to a plan: which templates, which of their files, with which data.

mod composition;
mod context;
mod generate;
mod generation;
mod library;
pub mod lockfile;
pub mod manifest;
pub mod migrations;
mod planner;
pub mod quality;
mod renaming;
mod sourced;
pub mod tables;
mod upgrade;
mod view;

pub use composition::{Composition, Use};
pub use generate::{GenerateError, Generated, generate};
pub use generation::{Generation, digest, generation};
pub use library::{Library, LibraryError, Template};
pub use planner::{PlanError, plan};
pub use renaming::{move_files, moves, renames};
pub use sourced::{Needed, Sourced, needed};
pub use upgrade::{TemplateUpgrade, relocate, upgrades};
