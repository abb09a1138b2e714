//! Why a workspace is not written, and what a person can do about it.

use crate::blueprint::migrations::Migration;
use crate::error::CliError;
use crate::ui::count;
use crate::workspace::git::History;
use crate::workspace::{Action, Conflict, FilePlan, LOCK_FILE};
use crate::workspace_path::WorkspacePath;

/// What `--check` ends with.
pub(super) fn verdict(plan: &FilePlan, lock_changes: bool) -> Result<(), CliError> {
    let changes = plan.writes().count();
    if changes == 0 && !lock_changes {
        return Ok(());
    }
    let what = if changes == 0 { format!("`{LOCK_FILE}`") } else { count(changes, "file", "files") };
    Err(CliError::user(format!("{what} would change")).hint("`fountane generate` brings the workspace up to its spec"))
}

/// What would be lost, where something would be.
pub(super) fn destruction(migrations: &[Migration], command: &str) -> Option<CliError> {
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
    let mend = if command == "generate" {
        "`fountane generate --allow-destructive` writes it; nothing is lost before it is run on a database".to_owned()
    } else {
        format!("`fountane {command} … --no-generate`, then `fountane generate --allow-destructive`, writes it")
    };
    let error = CliError::user(format!("{number} would lose data; nothing was written"))
        .report(lines.join("\n"))
        .hint(mend)
        .hint(
            "to keep it, take the change of `fountane.yaml` back, or copy the data first with a migration of your own",
        );
    Some(error)
}

/// Edits that git could not bring back would be merged into.
pub(super) fn unsafe_to_write(plan: &FilePlan, dirty: &[&WorkspacePath]) -> CliError {
    let goes = |path: &WorkspacePath| {
        plan.edited().any(|change| change.action == Action::Overwrite && change.place_before() == path)
    };
    let line = |path: &&WorkspacePath| format!("  {path}{}", if goes(path) { "  (would be overwritten)" } else { "" });
    let lines: Vec<String> = dirty.iter().map(line).collect();
    let files = count(dirty.len(), "file with edits", "files with edits");
    let manner = if dirty.iter().any(|path| goes(path)) { "overwritten or merged into" } else { "merged into" };
    let error =
        CliError::user(format!("{files} would be {manner}, and no commit holds the edits; nothing was written"))
            .report(lines.join("\n"))
            .hint("commit or stash the edits, then run it again");
    if dirty.iter().any(|path| goes(path)) {
        return error.hint("`--allow-dirty` does it all the same: what is overwritten is then gone");
    }
    error.hint("`--allow-dirty` merges all the same; no edit is lost by it, but git cannot take it back")
}

/// A part cannot move while the rest of its template stays.
pub(super) fn cannot_move_a_part() -> CliError {
    CliError::user("the templates of this fountane move files, which `--only` cannot do for a part of them")
        .hint("run it without `--only`; `fountane upgrade --dry-run` tells what moves")
}

/// Files that a person and fountane both have a claim to.
pub(super) fn cannot_be_written(conflicts: &[(&WorkspacePath, Conflict)], history: History) -> CliError {
    let lines: Vec<String> =
        conflicts.iter().map(|(path, conflict)| format!("  {path}  ({})", conflict.reason())).collect();
    let any = |wanted: &[Conflict]| conflicts.iter().any(|(_, conflict)| wanted.contains(conflict));
    let no_base = any(&[Conflict::NoBase]);
    let number = count(conflicts.len(), "file", "files");
    CliError::user(format!("{number} cannot be written without losing something; nothing was written"))
        .report(lines.join("\n"))
        .maybe_hint(no_base.then(|| missing_history(history)))
        .maybe_hint(
            any(&[Conflict::InTheWay, Conflict::NotAFile]).then_some("move away what is in the way, then run it again"),
        )
        .hint("`--conflict=side-file` leaves these files and writes what is rendered beside them")
        .hint("`--conflict=ours` leaves them as they are, `--conflict=theirs` overwrites them")
}

/// Why what was written is not to be had.
fn missing_history(history: History) -> &'static str {
    match history {
        History::None => "fountane keeps what it writes in the repository, and there is none here",
        History::Shallow => {
            "`git fetch --unshallow` brings the history that this clone lacks, and with it what was written"
        }
        History::Whole => {
            "`git fetch origin 'refs/fountane/*:refs/fountane/*'` brings it, if whoever generated it pushed that"
        }
    }
}
