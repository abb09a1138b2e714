//! `fountane completions`.

use clap::CommandFactory as _;

use super::session::Session;
use crate::cli::{Cli, CompletionsArgs};
use crate::error::CliError;

pub(super) fn run(session: &Session, args: &CompletionsArgs) -> Result<(), CliError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "fountane", &mut script);
    Ok(session.ui.raw(&String::from_utf8_lossy(&script))?)
}
