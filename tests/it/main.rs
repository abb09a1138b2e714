//! Tests of the whole: real tools, real processes, a real registry.
#![allow(clippy::unwrap_used, reason = "in a test it is how a failure shows")]

mod check_workspace;
mod cli_add;
mod cli_adopt;
mod cli_check;
mod cli_demo;
mod cli_fix;
mod cli_generate;
mod cli_help;
mod cli_import;
mod cli_killed;
mod cli_merge;
mod cli_migrations;
mod cli_new;
mod cli_remove;
mod cli_rename;
mod cli_sources;
mod cli_surroundings;
mod cli_upgrade;
mod demo;
mod demo_workspace;
mod fix_project;
mod golden_files;
mod golden_trees;
mod hostile_sources;
mod hostile_templates;
mod house;
mod imported_models;
mod integrations;
mod module_names;
mod reference_pages;
mod regenerated;
mod registry;
mod test_env;
mod toolchain;
mod written;
