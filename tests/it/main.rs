//! Tests of the whole: real tools, real processes, a real registry.
#![allow(clippy::unwrap_used, reason = "in a test it is how a failure shows")]

mod demo;
mod demo_workspace;
mod registry;
mod toolchain;
