//! `fountane generate`.

use serde_json::json;

use super::events::step;
use super::project::Project;
use super::session::Session;
use super::summary;
use crate::blueprint;
use crate::cli::{GenerateArgs, WriteArgs};
use crate::error::CliError;
use crate::ui::count;
use crate::workspace::journal::{self, Extra};
use crate::workspace::{FilePlan, LOCK_FILE, Lock, SPEC_FILE};

pub(super) fn run(session: &Session, args: &GenerateArgs) -> Result<(), CliError> {
    let project = Project::open(session, args.workspace.dir.as_ref(), !args.check && !args.write.dry_run)?;
    let manner =
        Manner { command: "generate", check: args.check, keep_edited: args.keep_edited, write: args.write.clone() };
    regenerate(session, &project, &[], &manner)
}

/// How a workspace is brought up to its spec.
pub(super) struct Manner {
    /// As `--json` names it.
    pub command: &'static str,
    pub check: bool,
    pub keep_edited: bool,
    pub write: WriteArgs,
}

/// Renders, compares, and writes what changed together with `extras`, all or nothing.
pub(super) fn regenerate(
    session: &Session,
    project: &Project,
    extras: &[Extra],
    manner: &Manner,
) -> Result<(), CliError> {
    let ui = &session.ui;
    let events = ui.events();
    let mut plan = step(&*events, "render", || {
        let generation = blueprint::generation(&session.library(), &project.model)?;
        let old = Lock::read(&project.root)?;
        let plan = FilePlan::decide(&project.root, generation.files, old.as_ref(), generation.lock)?;
        let number = count(plan.changes.len(), "file", "files");
        Ok((plan, number))
    })?;
    if manner.keep_edited {
        plan.keep_edited();
    }
    let lock_changes = Lock::read(&project.root)?.as_ref() != Some(&plan.lock);
    if manner.write.diff {
        summary::print_diff(ui, &plan)?;
    }
    let conflicts = plan.conflicts();
    if !conflicts.is_empty() {
        let shows_all = manner.check || manner.write.dry_run;
        if shows_all || ui.is_json() {
            summary::print_changes(ui, &plan)?;
        }
        return Err(refusal(&conflicts));
    }
    if manner.check {
        summary::print_changes(ui, &plan)?;
        return verdict(&plan, lock_changes);
    }
    if manner.write.dry_run {
        summary::print_changes(ui, &plan)?;
        let spec = if extras.is_empty() { String::new() } else { format!("`{SPEC_FILE}` edited, ") };
        ui.say(&format!("nothing was written; it would be: {spec}{}", summary::counts(&plan)));
        return result(session, &plan, manner, false);
    }
    if plan.writes().next().is_none() && extras.is_empty() && !lock_changes {
        ui.say(&format!("nothing to do: {}", summary::counts(&plan)));
        return result(session, &plan, manner, false);
    }
    summary::print_changes(ui, &plan)?;
    step(&*events, "write", || {
        journal::apply(&project.root, &plan, extras)?;
        Ok(((), summary::counts(&plan)))
    })?;
    result(session, &plan, manner, true)
}

fn result(session: &Session, plan: &FilePlan, manner: &Manner, written: bool) -> Result<(), CliError> {
    use crate::workspace::Action;
    let line = json!({
        "command": manner.command,
        "written": written,
        "created": plan.count(Action::Create),
        "updated": plan.count(Action::Update),
        "removed": plan.count(Action::Remove),
        "released": plan.count(Action::Release),
        "unchanged": plan.count(Action::Skip),
    });
    Ok(session.ui.json("result", &line)?)
}

fn verdict(plan: &FilePlan, lock_changes: bool) -> Result<(), CliError> {
    let changes = plan.writes().count();
    if changes == 0 && !lock_changes {
        return Ok(());
    }
    let what = if changes == 0 { format!("`{LOCK_FILE}`") } else { count(changes, "file", "files") };
    Err(CliError::user(format!("{what} would change")).hint("`fountane generate` brings the workspace up to its spec"))
}

fn refusal(conflicts: &[(&crate::workspace_path::WorkspacePath, crate::workspace::Conflict)]) -> CliError {
    use crate::workspace::Conflict;
    let lines: Vec<String> =
        conflicts.iter().map(|(path, conflict)| format!("  {path}  ({})", conflict.reason())).collect();
    let edited = conflicts.iter().any(|(_, conflict)| *conflict == Conflict::Edited);
    let in_the_way = conflicts.iter().any(|(_, conflict)| *conflict != Conflict::Edited);
    let number = count(conflicts.len(), "file", "files");
    CliError::user(format!("{number} cannot be written without losing something; nothing was written"))
        .report(lines.join("\n"))
        .hint("`fountane generate --dry-run --diff` shows the differences")
        .maybe_hint(edited.then_some("`--keep-edited` leaves edited files as they are and writes the rest"))
        .maybe_hint(edited.then_some("`git checkout -- FILE` takes back an edit"))
        .maybe_hint(in_the_way.then_some("move away what is in the way, then run it again"))
}
