//! `fountane`: from answers about a product to a TypeScript monorepo that compiles, lints and passes its tests.
//!
//! The table of contents, in the order of `docs/architecture.md`: each room may import only those below it.

pub mod blueprint;
pub mod cli;
pub mod clock;
pub mod commands;
pub mod condition;
pub mod database;
pub mod demo;
pub mod env_vars;
pub mod error;
pub mod fs;
pub mod interview;
pub mod loopback;
pub mod merge;
pub mod process;
pub mod redact;
pub mod render;
pub mod runs;
pub mod settings;
pub mod sources;
pub mod spec;
pub mod stack;
pub mod toolchain;
pub mod ui;
pub mod verify;
pub mod workspace;
pub mod workspace_path;
pub mod yaml;
