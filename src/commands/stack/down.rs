//! `fountane stack down`.

use serde_json::json;

use super::opened::Opened;
use crate::cli::StackDown;
use crate::commands::interrupt;
use crate::commands::session::Session;
use crate::error::CliError;
use crate::stack::{Engine, Removed, down, removable};
use crate::ui::{Ui, count};

pub(super) fn run(session: &Session, opened: &Opened, args: &StackDown) -> Result<(), CliError> {
    let ui = &session.ui;
    if args.volumes && !args.dry_run {
        confirmed(session, "--volumes", "Delete the data of the whole stack too?")?;
    }
    let _lock = if args.dry_run { None } else { Some(opened.folder.lock()?) };
    let removed = interrupt::run(ui, |_| async move {
        let engine = Engine::connect(&session.environment).await?;
        if args.dry_run {
            return Ok(removable(&engine, &opened.owner, args.volumes).await?);
        }
        Ok(down(&engine, &opened.owner, &opened.folder, args.volumes, &*ui.events()).await?)
    })?;
    ui.json("result", &json!({ "command": "stack down", "dry-run": args.dry_run, "removed": removed }))?;
    told(ui, &removed, args)
}

fn told(ui: &Ui, removed: &Removed, args: &StackDown) -> Result<(), CliError> {
    if args.dry_run {
        let all = [("container", &removed.containers), ("network", &removed.networks), ("volume", &removed.volumes)];
        for (kind, names) in all {
            for name in names {
                ui.data(&format!("{kind} {name}"))?;
            }
        }
    }
    if removed.containers.is_empty() && removed.networks.is_empty() && removed.volumes.is_empty() {
        ui.say("the stack was not up");
    } else if !args.dry_run {
        let containers = count(removed.containers.len(), "container", "containers");
        let data = if args.volumes { "its data is deleted" } else { "its data stays" };
        ui.say(&format!("the stack is down, nothing of its {containers} is left; {data}"));
    }
    Ok(())
}

/// Asks whether data may be deleted; without anybody to ask, `--yes` says so.
pub(super) fn confirmed(session: &Session, what: &str, question: &str) -> Result<(), CliError> {
    if session.takes_defaults() {
        return Ok(());
    }
    if !session.ui.can_ask() {
        return Err(CliError::usage(format!("`{what}` deletes data, and nobody can be asked"))
            .hint("`--yes` says that it is meant"));
    }
    if session.ui.prompt().confirm(question, false)? {
        return Ok(());
    }
    Err(CliError::interrupted().hint("nothing was stopped or deleted"))
}
