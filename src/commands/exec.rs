//! `fountane exec`.

use super::install;
use super::interrupt;
use super::project::find_root;
use super::session::Session;
use crate::cli::ExecArgs;
use crate::error::CliError;

/// Starts a program with the workspace's Node and pnpm in front of all others; it stands in for this process from then on.
pub(super) fn run(session: &Session, args: &ExecArgs) -> Result<(), CliError> {
    let from = args.workspace.dir.as_ref().map_or_else(|| session.cwd.clone(), |dir| session.absolute(dir));
    // Anywhere else it is whatever this machine has, or the newest.
    let root = find_root(&from).unwrap_or(from);
    let toolchain = interrupt::run(&session.ui, |cancel| {
        let root = &root;
        async move { install::quiet_toolchain(session, root, &cancel).await }
    })?;
    session.ui.restore();
    let (program, rest) = args.command.split_first().ok_or_else(|| CliError::usage("name a program"))?;
    Err(toolchain.program(program, rest).replace().into())
}
