//! `fountane exec`.

use super::interrupt;
use super::project::find_root;
use super::session::Session;
use crate::cli::ExecArgs;
use crate::error::CliError;
use crate::toolchain::{Search, Toolchain};

/// Starts a program with the workspace's Node and pnpm in front of all others; it stands in for this process from then on.
pub(super) fn run(session: &Session, args: &ExecArgs) -> Result<(), CliError> {
    let from = args.workspace.dir.as_ref().map_or_else(|| session.cwd.clone(), |dir| session.absolute(dir));
    // Anywhere else it is whatever this machine has, or the newest.
    let root = find_root(&from).unwrap_or(from);
    let search = Search::new(session.environment.clone());
    let events = session.ui.events();
    let toolchain = interrupt::run(&session.ui, |cancel| async move {
        Ok(Toolchain::provide(&root, &search, &*events, &cancel).await?)
    })?;
    session.ui.restore();
    let (program, rest) = args.command.split_first().ok_or_else(|| CliError::usage("name a program"))?;
    Err(toolchain.program(program, rest).replace().into())
}
