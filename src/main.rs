//! Parse, run, exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    fountane::commands::main(std::env::args_os())
}
