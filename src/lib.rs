//! `fountane`: from answers about a product to a TypeScript monorepo that compiles, lints and passes its tests.
//!
//! The table of contents, in the order of `docs/architecture.md`: each room may import only those below it.

pub mod runs;
pub mod spec;
pub mod yaml;
