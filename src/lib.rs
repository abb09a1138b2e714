//! `fountane`: from answers about a product to a TypeScript monorepo that compiles, lints and passes its tests.
//!
//! The table of contents, in the order of `docs/architecture.md`: each room may import only those below it.

pub mod cli;
pub mod commands;

pub mod error;
pub mod settings;
pub mod ui;

pub mod blueprint;
pub mod demo;
pub mod interview;
pub mod verify;

pub mod render;
pub mod toolchain;
pub mod workspace;

pub mod runs;

pub mod spec;

pub mod clock;
pub mod condition;
pub mod env_vars;
pub mod fs;
pub mod process;
pub mod redact;
pub mod workspace_path;
pub mod yaml;
