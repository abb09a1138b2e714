//! Parse, run, exit code.

use std::process::ExitCode;

/// A workspace is made of very many small pieces: a third of a plan's time went to the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    fountane::commands::main(std::env::args_os())
}
