//! `fountane eject`: generated files become the person's, or fountane's again.

use camino::Utf8Path;
use serde_json::json;

use super::project::Project;
use super::session::Session;
use crate::cli::EjectArgs;
use crate::error::CliError;
use crate::render::Ownership;
use crate::ui::{Style, count};
use crate::workspace::journal::{self, Extra};
use crate::workspace::{LOCK_FILE, Lock};
use crate::workspace_path::WorkspacePath;

pub(super) fn run(session: &Session, args: &EjectArgs) -> Result<(), CliError> {
    let ui = &session.ui;
    let project = Project::open(session, args.workspace.dir.as_ref(), !args.dry_run)?;
    let lock = Lock::read(&project.root)?;
    let mut lock =
        lock.ok_or_else(|| CliError::user(format!("there is no `{LOCK_FILE}`")).hint("`fountane generate` writes it"))?;
    let before = fs_err::read(project.root.join(LOCK_FILE))?;
    let mut changed = Vec::new();
    for path in &args.paths {
        let found = matching(&lock, session, &project.root, path)?;
        for path in found {
            if let Some(file) = lock.files.get_mut(&path)
                && file.eject(!args.back)
            {
                changed.push(path);
            }
        }
    }
    changed.sort();
    let (letter, action) = if args.back { ("+", "give-back") } else { ("o", "eject") };
    for path in &changed {
        ui.json("change", &json!({ "action": action, "path": path }))?;
        ui.data(&format!("{} {path}", ui.out().paint(letter, Style::Hint)))?;
    }
    let written = !args.dry_run && !changed.is_empty();
    if written {
        let path = WorkspacePath::new(LOCK_FILE).expect("a constant that is a path");
        let lock = Extra::text(path, Some(before), lock.to_text().into_bytes());
        journal::write(&project.root, &[lock])?;
    }
    let files = count(changed.len(), "file", "files");
    ui.say(&match (written, args.back) {
        (false, _) if changed.is_empty() => "nothing to do".to_owned(),
        (false, _) => format!("nothing was written; it would be {files}"),
        (true, false) => format!("{files} yours from now on"),
        (true, true) => format!("{files} given back; `fountane generate` merges what has changed since"),
    });
    Ok(ui.json("result", &json!({ "command": "eject", "written": written, "files": changed.len() }))?)
}

/// The files of the lock at a path that was typed, or below it.
fn matching(lock: &Lock, session: &Session, root: &Utf8Path, typed: &Utf8Path) -> Result<Vec<WorkspacePath>, CliError> {
    let absolute = session.absolute(typed);
    let inside = absolute.strip_prefix(root).unwrap_or(typed);
    let at = |path: &WorkspacePath| Utf8Path::new(path.as_str()).starts_with(inside);
    let is_wanted = |(path, file): &(&WorkspacePath, &crate::workspace::LockedFile)| {
        file.ownership != Ownership::Seeded && (at(path) || file.at.as_ref().is_some_and(at))
    };
    let found: Vec<WorkspacePath> = lock.files.iter().filter(is_wanted).map(|(path, _)| path.clone()).collect();
    if found.is_empty() {
        return Err(CliError::user(format!("`{typed}` is no file that fountane generates, and none is below it"))
            .hint(format!("`{LOCK_FILE}` lists them")));
    }
    Ok(found)
}
