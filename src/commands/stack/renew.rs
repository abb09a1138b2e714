//! `fountane stack restart` and `reset`.

use std::time::Duration;

use serde_json::json;

use super::opened::Opened;
use super::{down, up};
use crate::cli::{StackReset, StackRestart};
use crate::commands::interrupt;
use crate::commands::session::Session;
use crate::error::CliError;
use crate::process::Cancel;
use crate::stack::{Driver, Engine, Stack, Wanted, present, reset as remove, restart as restarted};

const PATIENCE: Duration = Duration::from_mins(5);

pub(super) fn restart(session: &Session, opened: &Opened, args: &StackRestart) -> Result<(), CliError> {
    let ui = &session.ui;
    let _lock = opened.folder.lock()?;
    let names = interrupt::run(ui, |cancel| async move {
        let engine = Engine::connect(&session.environment).await?;
        let stack = there(opened, &engine).await?;
        let driver = driver(session, opened, &engine, &stack);
        heeding(&cancel, restarted(&driver, &args.names, PATIENCE, &*ui.events())).await
    })?;
    Ok(ui.json("result", &json!({ "command": "stack restart", "restarted": names }))?)
}

pub(super) fn reset(session: &Session, opened: &Opened, args: &StackReset) -> Result<(), CliError> {
    let ui = &session.ui;
    let question = format!("Delete the data of {}?", args.names.join(", "));
    down::confirmed(session, "reset", &question)?;
    let (stack, volumes) = {
        let _lock = opened.folder.lock()?;
        interrupt::run(ui, |cancel| async move {
            let engine = Engine::connect(&session.environment).await?;
            let stack = there(opened, &engine).await?;
            let driver = driver(session, opened, &engine, &stack);
            let volumes = heeding(&cancel, remove(&driver, &args.names, &*ui.events())).await?;
            Ok((stack, volumes))
        })?
    };
    let options = up::by_default(session, opened, &stack)?;
    let (came, _) = up::bring_up(session, opened, &stack, &options, false)?;
    Ok(ui.json("result", &json!({ "command": "stack reset", "deleted": volumes, "units": came.units }))?)
}

/// The stack of the components that are there.
async fn there(opened: &Opened, engine: &Engine) -> Result<Stack, CliError> {
    let names = present(engine, &opened.owner).await?;
    if names.is_empty() {
        return Err(CliError::user("the stack is not up").hint("`fountane stack up` brings it up"));
    }
    opened.stack(&Wanted::Named(names))
}

fn driver<'a>(session: &'a Session, opened: &'a Opened, engine: &'a Engine, stack: &'a Stack) -> Driver<'a> {
    Driver { stack, owner: &opened.owner, engine, folder: &opened.folder, environment: &session.environment }
}

async fn heeding<T>(
    cancel: &Cancel,
    work: impl Future<Output = Result<T, crate::stack::StackError>>,
) -> Result<T, CliError> {
    tokio::select! {
        done = work => Ok(done?),
        () = cancel.cancelled() => Err(CliError::interrupted()),
    }
}
