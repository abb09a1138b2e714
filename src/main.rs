//! Parse, run, exit code.

use std::process::ExitCode;

/// Laying out a workspace makes millions of small pieces; the system's allocator takes a third of the time for them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    fountane::commands::main(std::env::args_os())
}
