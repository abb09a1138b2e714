//! `fountane stack`.

mod down;
mod exec;
mod export;
mod images;
mod look;
mod opened;
mod renew;
mod up;

use super::session::Session;
use crate::cli::{StackArgs, StackCommand};
use crate::error::CliError;
use opened::Opened;

pub(super) fn run(session: &Session, args: &StackArgs) -> Result<(), CliError> {
    let opened = Opened::open(session, args)?;
    match &args.command {
        StackCommand::Up(args) => up::run(session, &opened, args),
        StackCommand::Down(args) => down::run(session, &opened, args),
        StackCommand::Status => look::status(session, &opened),
        StackCommand::Logs(args) => look::logs(session, &opened, args),
        StackCommand::Open(args) => look::open(session, &opened, args),
        StackCommand::Restart(args) => renew::restart(session, &opened, args),
        StackCommand::Reset(args) => renew::reset(session, &opened, args),
        StackCommand::Exec(args) => exec::run(session, &opened, args),
        StackCommand::Export(args) => export::run(session, &opened, args),
        StackCommand::Images(command) => images::run(session, &opened, command),
    }
}
