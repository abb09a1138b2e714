//! `fountane`: from answers about a product to a TypeScript monorepo that compiles, lints and passes its tests.
//!
//! The table of contents, in the order of `docs/architecture.md`: each room may import only those below it.

pub mod demo;

pub mod toolchain;

pub mod runs;

pub mod clock;
pub mod env_vars;
pub mod fs;
pub mod process;
pub mod redact;
