//! A person's own code follows a rename, as far as TypeScript knows what it speaks of.

use std::collections::BTreeMap;
use std::time::Instant;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::json;

use super::interrupt;
use super::project::Project;
use super::renaming::Both;
use super::session::Session;
use crate::error::{CliError, Kind};
use crate::render::RenderedFile;
use crate::runs::{Event, Outcome};
use crate::toolchain::{NodeRuntime, Search};
use crate::ui::count;
use crate::verify::fix::{self, Found, Own, Renamed};
use crate::workspace::file_plan::Followed;
use crate::workspace::{LockedFile, git};
use crate::workspace_path::WorkspacePath;

/// A step of its own: TypeScript reads the whole workspace for it.
const STEP: &str = "uses";
const MARK: &str = "\u{feff}";

/// Files in which a person speaks of what gets another name, with the new names, by where they are.
///
/// Without packages nothing can be asked: that is told, and nothing follows.
pub(super) fn follow(
    session: &Session,
    project: &Project,
    both: &Both<'_>,
) -> Result<BTreeMap<WorkspacePath, Followed>, CliError> {
    let ui = &session.ui;
    let code = fix::Project::open(&project.root)?;
    let typescript =
        if code.root.join("node_modules").is_dir() { code.language_service().ok().flatten() } else { None };
    let Some(typescript) = typescript else {
        not_followed(session, "the packages of the workspace are not installed (`fountane exec pnpm install`)")?;
        return Ok(BTreeMap::new());
    };
    let files = files(&code.root, both)?;
    let began = Instant::now();
    let events = ui.events();
    events.emit(Event::StepStarted { step: STEP, total: None });
    let (code, files, typescript) = (&code, &files, &typescript);
    let asked = interrupt::run(ui, |cancel| async move {
        let search = Search::new(session.environment.clone());
        let node = NodeRuntime::provide(&code.root, &search, &*ui.events(), &cancel).await?;
        Ok(fix::uses(code, &node, typescript, files, &both.values, &cancel).await?)
    });
    let asked = asked.and_then(|found| Uses::of(project, &found));
    let (outcome, message) = match &asked {
        Ok(found) => (Outcome::Done, count(found.files.len(), "file of yours follows", "files of yours follow")),
        Err(_) => (Outcome::Failed, "failed".to_owned()),
    };
    events.emit(Event::StepFinished { step: STEP, outcome, took: began.elapsed(), message });
    match asked {
        Ok(found) => {
            found.tell(session)?;
            Ok(found.files)
        }
        Err(error) if error.kind() == Kind::Interrupted => Err(error),
        Err(error) => {
            not_followed(session, &error.message())?;
            Ok(BTreeMap::new())
        }
    }
}

/// What follows, as it would be written.
struct Uses {
    files: BTreeMap<WorkspacePath, Followed>,
    places: usize,
    /// Whether all was searched.
    complete: bool,
    /// Whether what packages are compiled to is older than their sources.
    stale: bool,
}

impl Uses {
    /// What git ignores is nobody's own.
    fn of(project: &Project, found: &Found) -> Result<Self, CliError> {
        let root = project.root.canonicalize_utf8()?;
        let mut followed = Self { files: BTreeMap::new(), places: 0, complete: found.complete, stale: found.stale };
        for used in &found.files {
            let inside = used.file.strip_prefix(&root).ok().and_then(|inside| WorkspacePath::new(inside.as_str()).ok());
            let Some(path) = inside.filter(|path| !git::is_ignored(&root, path)) else { continue };
            // A text in another encoding than UTF-8 is left alone.
            let on_disk = fs_err::read(&used.file)?;
            let mark = if on_disk.starts_with(MARK.as_bytes()) { MARK } else { "" };
            let [before, after] = [&used.before, &used.text].map(|text| format!("{mark}{text}").into_bytes());
            if on_disk != before {
                continue;
            }
            followed.files.insert(path, Followed { before, after });
            followed.places += used.places;
        }
        Ok(followed)
    }

    fn tell(&self, session: &Session) -> Result<(), CliError> {
        let ui = &session.ui;
        let Self { files, places, complete, stale } = self;
        let body = json!({
            "followed": true, "complete": complete, "stale": stale, "files": files.len(), "places": places,
        });
        ui.json("uses", &body)?;
        if *stale {
            ui.warning(
                "packages are compiled from older sources: your own code may not follow everywhere",
                Some("`fountane check --only types` before a rename compiles them"),
            );
        }
        if !complete {
            ui.warning(
                "your own code speaks of it in more places than could be searched",
                Some("`fountane check --only types` shows what is left"),
            );
        }
        Ok(())
    }
}

fn not_followed(session: &Session, reason: &str) -> Result<(), CliError> {
    let ui = &session.ui;
    ui.json("uses", &json!({ "followed": false, "reason": reason }))?;
    ui.warning(
        &format!("your own code does not follow: {reason}"),
        Some("`fountane check --only types` shows what is left"),
    );
    Ok(())
}

/// The files that fountane makes and a person may speak of, as TypeScript is asked about them.
fn files(root: &Utf8Path, both: &Both<'_>) -> Result<Vec<Renamed>, CliError> {
    let after: BTreeMap<&WorkspacePath, &RenderedFile> =
        both.after.files.iter().map(|file| (&file.path, file)).collect();
    let mut files = Vec::new();
    for file in &both.before.files {
        let (Ok(before), Some(known)) = (std::str::from_utf8(&file.bytes), both.lock.files.get(&file.path)) else {
            continue;
        };
        let to = both.moves.get(&file.path).unwrap_or(&file.path);
        let after = after.get(to).and_then(|file| std::str::from_utf8(&file.bytes).ok());
        let place = known.at.as_ref().unwrap_or(&file.path);
        files.push(Renamed {
            path: place.below(root),
            to: place_after(root, known, to),
            before: before.to_owned(),
            after: after.filter(|after| *after != before).map(str::to_owned),
            own: own(&place.below(root), known, before)?,
        });
    }
    Ok(files)
}

/// What a person moved stays where they moved it.
fn place_after(root: &Utf8Path, known: &LockedFile, to: &WorkspacePath) -> Utf8PathBuf {
    known.at.as_ref().unwrap_or(to).below(root)
}

fn own(place: &Utf8Path, known: &LockedFile, made: &str) -> Result<Own, CliError> {
    if known.is_persons() {
        return Ok(Own::All);
    }
    match fs_err::read(place) {
        Ok(bytes) if bytes == made.as_bytes() => Ok(Own::Nothing),
        Ok(bytes) => Ok(std::str::from_utf8(&bytes).map_or(Own::Nothing, |text| Own::lines(made, text))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Own::Nothing),
        Err(error) => Err(error.into()),
    }
}
