//! A `generate` that left something to decide: refused, ended, or taken back.

use serde_json::json;

use super::project::Project;
use super::session::Session;
use crate::error::CliError;
use crate::ui::{Ui, count};
use crate::workspace::undecided::{Open, Undecided};
use crate::workspace::{Action, FilePlan};
use camino::Utf8Path;

/// Refuses to begin as long as an earlier run left something.
pub(super) fn refuse(ui: &Ui, root: &Utf8Path) -> Result<(), CliError> {
    let Some(undecided) = Undecided::read(root)? else { return Ok(()) };
    let open = undecided.open(root)?;
    tell(ui, &open)?;
    let error = match open.len() {
        0 => CliError::user("an earlier run is not ended, though all that it left is decided"),
        number => CliError::user(format!("an earlier run left {} to decide on", count(number, "file", "files"))),
    };
    Err(with_ways_out(error.report(listed(&open))))
}

/// `fountane generate --continue`.
pub(super) fn proceed(session: &Session, project: &Project) -> Result<(), CliError> {
    let undecided = begun(project)?;
    let open = undecided.open(&project.root)?;
    if !open.is_empty() {
        tell(&session.ui, &open)?;
        let files = count(open.len(), "file is", "files are");
        return Err(CliError::user(format!("{files} still to be decided on"))
            .report(listed(&open))
            .hint("keep what you want of what is between the marks, and remove the marks; `git mergetool` helps")
            .hint("`fountane generate --abort` takes all of it back"));
    }
    undecided.end(&project.root)?;
    session.ui.say("ended: what you decided stays, and is merged with whatever changes later");
    Ok(session.ui.json("result", &json!({ "command": "generate", "continued": true }))?)
}

/// `fountane generate --abort`.
pub(super) fn abort(session: &Session, project: &Project, allow_dirty: bool) -> Result<(), CliError> {
    let undecided = begun(project)?;
    let edited = undecided.edited_since(&project.root)?;
    if !edited.is_empty() && !allow_dirty {
        let lines: Vec<String> = edited.iter().map(|path| format!("  {path}")).collect();
        let files = count(edited.len(), "file was", "files were");
        return Err(CliError::user(format!("{files} edited since; taking the run back would lose that"))
            .report(lines.join("\n"))
            .hint("commit the edits first, or give `--allow-dirty` to lose them"));
    }
    undecided.abort(&project.root)?;
    session.ui.say("taken back: every file is as it was before");
    Ok(session.ui.json("result", &json!({ "command": "generate", "aborted": true }))?)
}

/// What a run says at its end: an error where it left something to decide.
pub(super) fn verdict(plan: &FilePlan, written: bool) -> Result<(), CliError> {
    let undecided: Vec<String> = plan
        .undecided()
        .map(|change| match change.action {
            Action::Marked { places } => format!("  {}  ({})", change.path, count(places, "place", "places")),
            _ => format!("  {}  (beside it: {}.fountane)", change.path, change.path),
        })
        .collect();
    if undecided.is_empty() {
        return Ok(());
    }
    let files = count(undecided.len(), "file", "files");
    let error = if written {
        with_ways_out(CliError::user(format!("{files} to decide on: you and fountane changed the same lines")))
    } else {
        CliError::user(format!("{files} would be left to decide on: you and fountane changed the same lines"))
            .hint("`--conflict=ours` or `--conflict=theirs` decides for all")
    };
    Err(error.report(undecided.join("\n")))
}

fn begun(project: &Project) -> Result<Undecided, CliError> {
    Undecided::read(&project.root)?
        .ok_or_else(|| CliError::user("no run left anything to decide").hint("`fountane generate` begins one"))
}

fn with_ways_out(error: CliError) -> CliError {
    error
        .hint("decide, in an editor or with `git mergetool`, then `fountane generate --continue`")
        .hint("`fountane generate --abort` takes all of it back")
}

fn tell(ui: &Ui, open: &[Open]) -> Result<(), CliError> {
    for file in open {
        ui.json("undecided", &json!({ "path": file.path, "lines": file.lines }))?;
    }
    Ok(())
}

fn listed(open: &[Open]) -> String {
    let line = |file: &Open| match file.lines.first() {
        Some(first) => format!("  {}:{first}", file.path),
        None => format!("  {}", file.path),
    };
    open.iter().map(line).collect::<Vec<_>>().join("\n")
}
