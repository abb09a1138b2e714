//! `fountane fix`.

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::json;

use super::session::Session;
use super::{interrupt, summary};
use crate::cli::FixArgs;
use crate::error::CliError;
use crate::render::Ownership;
use crate::toolchain::{NodeRuntime, Search, typescript};
use crate::ui::{Style, Ui, count};
use crate::verify::fix::{Cause, Change, Drafted, Fixer, NoAdviser, Outcome, Project, Records, Verdict, causes, frame};
use crate::workspace::Lock;
use crate::workspace::new_tree::Claim;
use crate::workspace_path::WorkspacePath;

/// More causes help nobody at once.
const SHOWN: usize = 20;
/// Further places of one cause.
const PLACES: usize = 5;

pub(super) fn run(session: &Session, args: &FixArgs) -> Result<(), CliError> {
    let root = root(session, args.project.as_ref())?;
    let _claim = (!args.dry_run).then(|| Claim::take(&root)).transpose()?;
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
    tell(session, args, &root, &outcome)
}

/// What fountane generates is edited now: the next `generate` says so, and here is why.
fn warn_of_generated(ui: &Ui, root: &Utf8Path, outcome: &Outcome, written: bool) -> Result<(), CliError> {
    let Some(lock) = Lock::read(root)? else { return Ok(()) };
    let is_generated = |file: &&String| {
        let locked = WorkspacePath::new(file.as_str()).ok().and_then(|path| lock.files.get(&path));
        locked.is_some_and(|locked| locked.ownership == Ownership::Generated)
    };
    let edited: Vec<&String> = outcome.files.keys().filter(is_generated).collect();
    if let Some(first) = edited.first() {
        let files = count(edited.len(), "file that fountane generates", "files that fountane generates");
        let hint = "`fountane generate` will merge what it changes there";
        let done = if written { "were edited" } else { "would be edited" };
        ui.warning(&format!("{files} {done} by this, such as `{first}`"), Some(hint));
    }
    Ok(())
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

fn tell(session: &Session, args: &FixArgs, root: &Utf8Path, outcome: &Outcome) -> Result<(), CliError> {
    let ui = &session.ui;
    for change in &outcome.changes {
        tell_change(ui, change)?;
    }
    if args.diff {
        for (path, file) in &outcome.files {
            diff(ui, path, file)?;
        }
    }
    let causes = tell_left(session, root, outcome)?;
    let (left, repaired) = (outcome.left.len(), outcome.changes.len());
    let body = json!({
        "command": "fix", "before": outcome.before, "repaired": repaired, "left": left, "causes": causes,
        "written": !args.dry_run && !outcome.files.is_empty(), "taken-back": outcome.verdict == Verdict::TakenBack,
    });
    ui.json("result", &body)?;
    ui.say(&verdict(args, outcome));
    warn_of_generated(ui, root, outcome, !args.dry_run)?;
    if left == 0 {
        return Ok(());
    }
    let of = if causes < left { format!(", from {}", count(causes, "cause", "causes")) } else { String::new() };
    Err(CliError::user(format!("{} left{of}", count(left, "error is", "errors are"))))
}

/// `3 errors repaired in 2 files; 12 tests pass as before`.
fn verdict(args: &FixArgs, outcome: &Outcome) -> String {
    let repaired = count(outcome.changes.len(), "repair", "repairs");
    let files = count(outcome.files.len(), "file", "files");
    match outcome.verdict {
        Verdict::TakenBack => "the repairs made something worse: everything is as it was".to_owned(),
        _ if outcome.files.is_empty() => "nothing to repair".to_owned(),
        Verdict::Unjudged if args.dry_run => format!("{repaired} would change {files}; nothing was written"),
        Verdict::Judged { tests: Some(tests) } => {
            format!("{repaired} in {files}; {} as before", count(tests, "test passes", "tests pass"))
        }
        Verdict::Unjudged | Verdict::Judged { tests: None } => format!("{repaired} in {files}"),
    }
}

/// What is left, by cause, each with the lines around its first place; how many causes there are.
fn tell_left(session: &Session, root: &Utf8Path, outcome: &Outcome) -> Result<usize, CliError> {
    let ui = &session.ui;
    for diagnostic in &outcome.left {
        ui.json("diagnostic", diagnostic)?;
    }
    let causes = causes(&outcome.left);
    for cause in &causes {
        ui.json("cause", cause)?;
    }
    for cause in causes.iter().take(SHOWN) {
        let file = cause.first.file.as_deref().unwrap_or_default();
        let changed = outcome.files.get(file).map(|file| file.after.clone());
        let bytes = changed.or_else(|| fs_err::read(root.join(file)).ok()).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let shown = session.shown(&root.join(file));
        ui.data(&frame(Some(text), &cause.first, &shown, ui.out().is_on()))?;
        tell_others(session, root, cause)?;
    }
    if causes.len() > SHOWN {
        ui.data(&format!("and {} more; `--json` has all", count(causes.len() - SHOWN, "cause", "causes")))?;
    }
    Ok(causes.len())
}

fn tell_others(session: &Session, root: &Utf8Path, cause: &Cause) -> Result<(), CliError> {
    let others = &cause.places[1..];
    for place in others.iter().take(PLACES) {
        session.ui.data(&format!("  also {}", session.shown(&root.join(place))))?;
    }
    if others.len() > PLACES {
        session.ui.data(&format!("  and in {} more", count(others.len() - PLACES, "place", "places")))?;
    }
    Ok(session.ui.data("")?)
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
