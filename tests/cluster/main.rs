//! Demos in a real cluster of Kubernetes: its control plane alone, and a node of its own. Both are built from packages; see
//! `build.sh`, which says so when it has to build.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test, which starts what it tests"
)]

mod access;
mod command_line;
mod control_plane;
mod ends;
mod flapping;
mod namespaces;
mod node;
mod served;
mod sweep;
