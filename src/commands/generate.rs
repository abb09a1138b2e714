//! `fountane generate`.

use serde_json::json;

use super::events::step;
use super::project::Project;
use super::session::Session;
use super::summary;
use crate::blueprint;
use crate::blueprint::migrations::{Migration, Past};
use crate::cli::{GenerateArgs, WriteArgs};
use crate::error::CliError;
use crate::ui::count;
use crate::workspace::journal::{self, Extra};
use crate::workspace::{FilePlan, LOCK_FILE, Lock, SPEC_FILE, Standing};

pub(super) fn run(session: &Session, args: &GenerateArgs) -> Result<(), CliError> {
    let project = Project::open(session, args.workspace.dir.as_ref(), !args.check && !args.write.dry_run)?;
    let manner = Manner {
        command: "generate",
        check: args.check,
        keep_edited: args.keep_edited,
        allow_destructive: args.allow_destructive,
        write: args.write.clone(),
    };
    regenerate(session, &project, &[], &manner)
}

/// How a workspace is brought up to its spec.
pub(super) struct Manner {
    /// As `--json` names it.
    pub command: &'static str,
    pub check: bool,
    pub keep_edited: bool,
    /// Whether migrations may lose data.
    pub allow_destructive: bool,
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
    let old = Lock::read(&project.root)?;
    let past = Past { standing: Standing::of(&project.root, old.clone()), ..Past::none() };
    let (mut plan, migrations) = step(&*events, "render", || {
        let generation = blueprint::generation(&session.library(), &project.model, &past)?;
        let plan = FilePlan::decide(&project.root, generation.files, old.as_ref(), generation.lock)?;
        let number = count(plan.changes.len(), "file", "files");
        Ok(((plan, generation.migrations), number))
    })?;
    if manner.keep_edited {
        plan.keep_edited();
    }
    let lock_changes = old.as_ref() != Some(&plan.lock);
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
    summary::tell_migrations(ui, &migrations)?;
    if !manner.allow_destructive
        && let Some(refusal) = destruction(&migrations, manner)
    {
        if manner.check || manner.write.dry_run || ui.is_json() {
            summary::print_changes(ui, &plan)?;
        }
        return Err(refusal);
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

/// What would be lost, where something would be.
fn destruction(migrations: &[Migration], manner: &Manner) -> Option<CliError> {
    let losing: Vec<&Migration> = migrations.iter().filter(|migration| !migration.losses.is_empty()).collect();
    if losing.is_empty() {
        return None;
    }
    let mut lines = Vec::new();
    for migration in &losing {
        lines.push(format!("  {}", migration.path));
        lines.extend(migration.losses.iter().map(|loss| {
            let column = loss.column.as_ref().map(|column| format!(".{column}")).unwrap_or_default();
            format!("    {}{column}  ({})", loss.table, loss.what)
        }));
    }
    let number = count(losing.len(), "migration", "migrations");
    let mend = if manner.command == "generate" {
        "`fountane generate --allow-destructive` writes it; nothing is lost before it is run on a database".to_owned()
    } else {
        format!(
            "`fountane {} … --no-generate`, then `fountane generate --allow-destructive`, writes it",
            manner.command
        )
    };
    let error = CliError::user(format!("{number} would lose data; nothing was written"))
        .report(lines.join("\n"))
        .hint(mend)
        .hint(
            "to keep it, take the change of `fountane.yaml` back, or copy the data first with a migration of your own",
        );
    Some(error)
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
