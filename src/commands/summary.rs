//! What is made, at a glance: a tree of folders with counts, a list of changes, differences line by line.

use std::collections::BTreeMap;

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

use crate::blueprint::migrations::Migration;
use crate::error::CliError;
use crate::ui::{Style, Ui, count};
use crate::workspace::{Action, Change, FilePlan};
use crate::workspace_path::WorkspacePath;

/// How deep a preview goes: `apps/web`, `libs/core`.
const DEPTH: usize = 2;

/// Folders with the number of files below them, two levels deep.
pub(super) fn tree<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut folders: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
    let mut at_root = 0;
    for path in paths {
        let parts: Vec<&str> = path.split('/').collect();
        let folder = &parts[..parts.len() - 1];
        if folder.is_empty() {
            at_root += 1;
        }
        for depth in 1..=folder.len().min(DEPTH) {
            *folders.entry(folder[..depth].to_vec()).or_default() += 1;
        }
    }
    let mut lines: Vec<String> = folders
        .iter()
        .map(|(folder, files)| {
            let name = format!("{}{}/", "  ".repeat(folder.len()), folder[folder.len() - 1]);
            format!("{name:<28} {}", count(*files, "file", "files"))
        })
        .collect();
    if at_root > 0 {
        lines.push(format!("  {:<26} {}", "(root)", count(at_root, "file", "files")));
    }
    lines
}

/// Prints each change as data: a line with a letter, or a JSON line.
pub(super) fn print_changes(ui: &Ui, plan: &FilePlan) -> Result<(), CliError> {
    #[derive(Serialize)]
    struct Line<'a> {
        action: &'a str,
        path: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<&'a str>,
        #[serde(rename = "moved-from", skip_serializing_if = "Option::is_none")]
        moved_from: Option<&'a str>,
    }
    for change in &plan.changes {
        let (letter, style, action, reason) = match change.action {
            Action::Create => ("+", Style::Good, "create", None),
            Action::Update => ("~", Style::Hint, "update", None),
            Action::Merge => ("m", Style::Hint, "merge", None),
            Action::Overwrite => ("~", Style::Warning, "overwrite", Some("yours goes, as you wished")),
            Action::Move => (">", Style::Hint, "move", None),
            Action::Remove => ("-", Style::Error, "remove", None),
            Action::Release => ("o", Style::Warning, "release", None),
            Action::Marked { .. } => ("!", Style::Error, "mark", Some("both changed the same lines")),
            Action::Aside => ("!", Style::Error, "aside", Some("left as it is; see the file beside it")),
            Action::Conflict(conflict) => ("!", Style::Error, "conflict", Some(conflict.reason())),
            Action::Skip | Action::Deleted => continue,
        };
        let moved_from = change.moved_from.as_ref().map(WorkspacePath::as_str);
        ui.json("change", &Line { action, path: change.path.as_str(), reason, moved_from })?;
        let reason = match (&change.moved_from, reason) {
            (_, Some(reason)) => format!("  ({reason})"),
            (Some(old), None) => format!("  (it was `{old}`)"),
            (None, None) => String::new(),
        };
        ui.data(&format!("{} {}{reason}", ui.out().paint(letter, style), change.path))?;
    }
    Ok(())
}

/// Says what new migrations do, and where a person has to look.
pub(super) fn tell_migrations(ui: &Ui, migrations: &[Migration]) -> Result<(), CliError> {
    for migration in migrations {
        ui.json("migration", migration)?;
        ui.say(&format!("migration `{}`: {}", migration.path, some(&migration.steps)));
        for hurdle in &migration.hurdles {
            let column = hurdle.column.as_ref().map(|column| format!(".{column}")).unwrap_or_default();
            ui.say(&format!("  {}{column}: fails, and changes nothing, on {}", hurdle.table, hurdle.what));
            ui.say(&format!("    {}", hurdle.mend));
        }
    }
    Ok(())
}

/// The first of them, and how many more there are.
fn some(steps: &[String]) -> String {
    const SHOWN: usize = 6;
    let more = steps.len().saturating_sub(SHOWN);
    let shown = steps.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    if more == 0 { shown } else { format!("{shown}, and {more} more") }
}

/// Prints the difference of every change, as `git diff` would.
pub(super) fn print_diff(ui: &Ui, plan: &FilePlan) -> Result<(), CliError> {
    let changing =
        |change: &&Change| !matches!(change.action, Action::Skip | Action::Deleted | Action::Release | Action::Aside);
    plan.changes.iter().filter(changing).try_for_each(|change| print_one_diff(ui, change))
}

/// Prints the difference of one change.
pub(super) fn print_one_diff(ui: &Ui, change: &Change) -> Result<(), CliError> {
    print_diff_text(ui, change.path.as_str(), &diff(change))
}

/// Prints a unified difference.
pub(super) fn print_diff_text(ui: &Ui, path: &str, text: &str) -> Result<(), CliError> {
    ui.json("diff", &serde_json::json!({ "path": path, "diff": text }))?;
    for line in text.lines() {
        let style = match line.as_bytes().first() {
            _ if line.starts_with("+++") || line.starts_with("---") => Style::Heading,
            Some(b'+') => Style::Good,
            Some(b'-') => Style::Error,
            Some(b'@') => Style::Hint,
            _ => {
                ui.data(line)?;
                continue;
            }
        };
        ui.data(&ui.out().paint(line, style))?;
    }
    Ok(())
}

/// A unified difference from what is on disk to what is rendered.
pub(super) fn diff(change: &Change) -> String {
    let after = change.after.as_ref().map(|file| file.bytes.as_slice());
    diff_of(change.path.as_str(), change.before.as_deref(), after)
}

/// A unified difference between what was at a path and what shall be there.
pub(super) fn diff_of(path: &str, before: Option<&[u8]>, after: Option<&[u8]>) -> String {
    let (old, new) = (before.unwrap_or_default(), after.unwrap_or_default());
    let (Ok(old), Ok(new)) = (std::str::from_utf8(old), std::str::from_utf8(new)) else {
        return format!("Binary file {path} differs\n");
    };
    let name = |side: &str, there: bool| if there { format!("{side}/{path}") } else { "/dev/null".to_owned() };
    let diff = TextDiff::from_lines(old, new);
    if diff.iter_all_changes().all(|part| part.tag() == ChangeTag::Equal) {
        return String::new();
    }
    diff.unified_diff().header(&name("a", before.is_some()), &name("b", after.is_some())).to_string()
}

/// `12 created, 3 updated, 400 unchanged`.
pub(super) fn counts(plan: &FilePlan) -> String {
    let some = |number: usize, word: &str| (number > 0).then(|| format!("{number} {word}"));
    let of = |action, word: &str| some(plan.count(action), word);
    let parts = [
        of(Action::Create, "created"),
        of(Action::Update, "updated"),
        of(Action::Merge, "merged with edits"),
        of(Action::Overwrite, "overwritten"),
        of(Action::Move, "moved"),
        some(plan.undecided().count(), "to decide on"),
        of(Action::Remove, "removed"),
        of(Action::Release, "no longer made, but edited: kept"),
        of(Action::Deleted, "deleted by you: left so"),
        of(Action::Skip, "unchanged"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_shows_two_levels_with_all_that_is_below() {
        let paths = ["package.json", "apps/web/a.ts", "apps/web/src/b.ts", "apps/clinic/c.ts", "libs/x.ts"];
        insta::assert_snapshot!(tree(paths.into_iter()).join("\n"), @r"
        apps/                      3 files
          clinic/                  1 file
          web/                     2 files
        libs/                      1 file
        (root)                     1 file
        ");
    }
}
