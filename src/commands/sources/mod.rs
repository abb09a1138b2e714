//! `fountane source` and `fountane trust`: where blueprints and templates from elsewhere come from, and what of them is trusted.

mod ask;
mod gather;

use serde_json::json;

use super::project::{Project, find_root};
use super::session::Session;
use crate::blueprint::{Generation, Library};
use crate::cli::{SourceCommand, TrustCommand, WorkspaceArgs};
use crate::error::CliError;
use crate::spec;
use crate::ui::{Table, Ui, count};
use crate::workspace::{Lock, LockedSource, SPEC_FILE};
pub(super) use gather::{Gather, Take};

pub(super) fn run(session: &Session, command: &SourceCommand) -> Result<(), CliError> {
    match command {
        SourceCommand::List(workspace) => list(session, workspace),
        SourceCommand::Fetch(workspace) => fetch(session, workspace),
    }
}

/// The library where we stand: in a workspace, with what its sources are pinned as.
pub(super) fn library_here(session: &Session) -> Result<Library, CliError> {
    let Some(root) = find_root(&session.cwd) else { return Ok(session.library()) };
    let text = fs_err::read_to_string(root.join(SPEC_FILE))?;
    // What is wrong with the spec is told by the commands that need it.
    let Some(model) = spec::check(&text, SPEC_FILE).model else { return Ok(session.library()) };
    let lock = Lock::read(&root)?;
    Gather { session, root: &root, lock: lock.as_ref(), take: Take::Offline }.library(&model)
}

fn list(session: &Session, workspace: &WorkspaceArgs) -> Result<(), CliError> {
    let project = Project::open(session, workspace.dir.as_ref(), false)?;
    let lock = Lock::read(&project.root)?;
    let mut table = Table::new(["name", "address", "wanted", "pinned"]);
    for source in &project.model.sources {
        let address = source.address.to_string();
        let pin = lock.as_ref().and_then(|lock| lock.sources.get(&address));
        let wanted = source.at.as_ref().map(ToString::to_string).unwrap_or_default();
        let line = json!({ "name": source.name, "address": address, "wanted": wanted, "pin": pin });
        session.ui.json("source", &line)?;
        let pinned = pin.map_or("not yet", LockedSource::version).to_owned();
        table.row([source.name.clone(), address, wanted, pinned]);
    }
    for line in table.lines(session.ui.out()) {
        session.ui.data(&line)?;
    }
    Ok(())
}

/// Brings what the lock pins into the cache, so that commands without a network have it.
fn fetch(session: &Session, workspace: &WorkspaceArgs) -> Result<(), CliError> {
    let project = Project::open(session, workspace.dir.as_ref(), false)?;
    let lock = Lock::read(&project.root)?;
    let gather = Gather { session, root: &project.root, lock: lock.as_ref(), take: Take::Pinned };
    let pins = gather.library(&project.model)?.pins();
    session.ui.say(&format!("{} on this machine", count(pins.len(), "source is", "sources are")));
    Ok(session.ui.json("result", &json!({ "command": "source-fetch", "sources": pins }))?)
}

pub(super) fn trust(session: &Session, command: &TrustCommand) -> Result<(), CliError> {
    let mut trust = ask::read(session)?;
    match command {
        TrustCommand::List => {
            let mut table = Table::new(["address", "digest"]);
            for trusted in trust.list() {
                session.ui.json("trusted", trusted)?;
                table.row([trusted.address.clone(), trusted.digest.clone()]);
            }
            for line in table.lines(session.ui.out()) {
                session.ui.data(&line)?;
            }
            Ok(())
        }
        TrustCommand::Revoke { address } => match trust.revoke(address)? {
            0 => Err(CliError::user(format!("nothing of `{address}` was trusted"))
                .hint("`fountane trust list` tells what is")),
            number => {
                session
                    .ui
                    .say(&format!("{} of `{address}` no longer trusted", count(number, "version is", "versions are")));
                Ok(session.ui.json("result", &json!({ "command": "trust-revoke", "revoked": number }))?)
            }
        },
    }
}

/// Says which templates are used instead of others: nothing takes a place unseen.
pub(super) fn tell_replacements(ui: &Ui, generation: &Generation) -> Result<(), CliError> {
    for (template, place, by) in &generation.replacements {
        ui.json("replacement", &json!({ "template": template, "instead-of": place, "by": by }))?;
        ui.say(&format!("`{template}` takes the place of `{place}`, as {by} says"));
    }
    Ok(())
}
