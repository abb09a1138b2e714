//! `fountane fix`.

use camino::Utf8PathBuf;
use serde_json::json;

use super::session::Session;
use super::{interrupt, summary};
use crate::cli::FixArgs;
use crate::error::CliError;
use crate::toolchain::{NodeRuntime, Search, typescript};
use crate::ui::{Style, Ui, count};
use crate::verify::fix::{Change, Drafted, Fixer, NoAdviser, Outcome, Project, Records};

pub(super) fn run(session: &Session, args: &FixArgs) -> Result<(), CliError> {
    let root = root(session, args.project.as_ref())?;
    let records = Records::of(&root, &session.environment.state_folder()?.join("fountane"))?;
    let ui = &session.ui;
    if args.undo {
        return undo(ui, &records);
    }
    let mended = if args.dry_run { Vec::new() } else { records.mend()? };
    if !mended.is_empty() {
        let files = count(mended.len(), "file is", "files are");
        ui.say(&format!("an earlier run was killed before it judged its repairs: {files} as before"));
    }
    let project = Project::open(&root)?;
    let outcome = interrupt::run(ui, |cancel| async move {
        let events = ui.events();
        let search = Search::new(session.environment.clone());
        let node = NodeRuntime::provide(&project.root, &search, &*events, &cancel).await?;
        let typescript = match project.language_service()? {
            Some(own) => own,
            None => typescript(&project.root, &search, &*events, &cancel).await?,
        };
        let fixer = Fixer {
            project: &project,
            node: &node,
            records: &records,
            sink: &*events,
            cancel: &cancel,
            typescript: &typescript,
            adviser: &NoAdviser,
            writes: !args.dry_run,
            tests: !args.no_tests,
        };
        Ok(fixer.run().await?)
    })?;
    tell(ui, args, &outcome)
}

fn root(session: &Session, dir: Option<&Utf8PathBuf>) -> Result<Utf8PathBuf, CliError> {
    if let Some(dir) = dir {
        let dir = session.absolute(dir);
        return if dir.is_dir() { Ok(dir) } else { Err(CliError::user(format!("`{dir}` is not a folder"))) };
    }
    Project::find_root(&session.cwd).ok_or_else(|| {
        CliError::user(format!("there is no `package.json` or `tsconfig.json` in `{}` or above it", session.cwd))
            .hint("go into a project, or name one with `--project`")
    })
}

fn undo(ui: &Ui, records: &Records) -> Result<(), CliError> {
    let undone = records.undo()?;
    for file in &undone.files {
        ui.data(&format!("~ {file}"))?;
    }
    ui.json("result", &json!({ "command": "fix", "undone": undone.files }))?;
    ui.say(&format!("{} as before the last repair", count(undone.files.len(), "file is", "files are")));
    Ok(())
}

fn tell(ui: &Ui, args: &FixArgs, outcome: &Outcome) -> Result<(), CliError> {
    for change in &outcome.changes {
        tell_change(ui, change)?;
    }
    if args.diff {
        for (path, file) in &outcome.files {
            diff(ui, path, file)?;
        }
    }
    for diagnostic in &outcome.left {
        ui.json("diagnostic", diagnostic)?;
        let code = diagnostic.code.as_deref().unwrap_or(diagnostic.tool);
        ui.data(&format!("{} {} {}", ui.out().paint(&diagnostic.place(), Style::Heading), code, diagnostic.message))?;
    }
    let left = outcome.left.len();
    let repaired = outcome.changes.len();
    ui.json("result", &json!({ "command": "fix", "repaired": repaired, "left": left, "written": !args.dry_run }))?;
    let verb = if args.dry_run { "would be repaired" } else { "repaired" };
    ui.say(&format!("{repaired} {verb}, {left} left"));
    if left == 0 { Ok(()) } else { Err(CliError::user(format!("{} left", count(left, "error is", "errors are")))) }
}

fn tell_change(ui: &Ui, change: &Change) -> Result<(), CliError> {
    ui.json("repair", change)?;
    let line = change.line.map(|line| format!(":{line}")).unwrap_or_default();
    let Change { file, rule, repair, .. } = change;
    Ok(ui.data(&format!("{} {file}{line}  {rule}  {repair}", ui.out().paint("✓", Style::Good)))?)
}

fn diff(ui: &Ui, path: &str, file: &Drafted) -> Result<(), CliError> {
    let text = summary::diff_of(path, Some(&file.before), Some(&file.after));
    summary::print_diff_text(ui, path, &text)
}
