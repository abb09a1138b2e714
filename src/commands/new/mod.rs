//! `fountane new`: answers, spec, preview, then one step after another until the workspace is done.

mod draft;
mod finish;
mod origin;
mod replay;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::json;

use super::events::step;
use super::session::Session;
use super::sources::{Gather, Take};
use super::{interrupt, project, sources, summary};
use crate::blueprint::migrations::Past;
use crate::blueprint::{self, Generation};
use crate::cli::NewArgs;
use crate::error::CliError;
use crate::process::Cancel;
use crate::spec::Model;
use crate::ui::{Style, count};
use crate::workspace::SPEC_FILE;
use crate::workspace::file_plan::FilePlan;
use crate::workspace::git;
use crate::workspace::marker::Marker;
use crate::workspace::new_tree::{self, Claim, Place};
use draft::Draft;
use finish::Finish;

pub(super) fn run(session: &Session, args: NewArgs) -> Result<(), CliError> {
    interrupt::run(&session.ui, |cancel| async move { make(session, &args, &cancel).await })
}

async fn make(session: &Session, args: &NewArgs, cancel: &Cancel) -> Result<(), CliError> {
    if let Some(target) = early_target(session, args)
        && let Place::Unfinished(marker) = new_tree::look(&target)?
    {
        return resume(session, args, &target, marker, cancel).await;
    }
    let draft = draft::draft(session, args, cancel).await?;
    let (_, model) = project::read(&session.ui, &draft.file, &draft.text)?;
    let target = target(session, args, &model);
    if let Place::Unfinished(marker) = new_tree::look(&target)? {
        return resume(session, args, &target, marker, cancel).await;
    }
    if !args.no_git {
        git::outer_repository(&target)?;
    }
    let events = session.ui.events();
    let library = Gather { session, root: &target, lock: None, take: Take::Pinned }.gather(&model, cancel).await?;
    let generation = step(&*events, "render", || {
        let generation = blueprint::generation(&library, &model, &Past::none())?;
        let number = count(generation.files.len(), "file", "files");
        Ok((generation, number))
    })?;
    sources::tell_replacements(&session.ui, &generation)?;
    preview(session, &target, &model, &generation)?;
    if args.write.dry_run {
        return dry_run(session, args, &target, generation);
    }
    stop_if(cancel)?;
    if session.ui.can_ask() && !session.ui.prompt().confirm("Make it?", true)? {
        return Err(CliError::interrupted().hint("nothing was written"));
    }
    let replay = replay::command(session, args, &draft, &model);
    let (claim, marker) = write(session, &target, &draft, &generation, &replay, cancel)?;
    let finish = Finish { session, args, root: claim.root(), marker, replay, cancel };
    finish.run(&model.project.name).await
}

/// Goes on where a run was cut short: its files are complete, the steps after them are not.
async fn resume(
    session: &Session,
    args: &NewArgs,
    target: &Utf8Path,
    marker: Marker,
    cancel: &Cancel,
) -> Result<(), CliError> {
    if args.write.dry_run {
        let done = if marker.done.is_empty() { "none yet".to_owned() } else { marker.done.join(", ") };
        session.ui.say(&format!(
            "the making of `{}` was cut short: its files are there; steps done: {done}; the others would be done now",
            session.shown(target)
        ));
        session.ui.say("nothing was written");
        return Ok(session.ui.json("result", &json!({ "command": "new", "written": false, "done": marker.done }))?);
    }
    let claim = Claim::take(target)?;
    let text = fs_err::read_to_string(target.join(SPEC_FILE))?;
    let (_, model) = project::read(&session.ui, SPEC_FILE, &text)?;
    let digest = blueprint::digest(&model);
    if digest != marker.spec {
        let shown = session.shown(target);
        return Err(CliError::user(format!("the spec of `{shown}` changed since its making was cut short"))
            .hint(format!("remove `{shown}` and begin again")));
    }
    session.ui.say(&format!("going on with `{}`, whose making was cut short", session.shown(target)));
    let replay = marker.resume.clone();
    Finish { session, args, root: claim.root(), marker, replay, cancel }.run(&model.project.name).await
}

/// Where it goes, if the command line alone says so.
fn early_target(session: &Session, args: &NewArgs) -> Option<Utf8PathBuf> {
    let name = args.name.as_ref().map(Utf8PathBuf::from);
    args.dir.clone().or(name).map(|target| session.absolute(&target))
}

fn target(session: &Session, args: &NewArgs, model: &Model) -> Utf8PathBuf {
    early_target(session, args).unwrap_or_else(|| session.absolute(Utf8Path::new(&model.project.name)))
}

fn preview(session: &Session, target: &Utf8Path, model: &Model, generation: &Generation) -> Result<(), CliError> {
    let ui = &session.ui;
    let fields: usize = model.entities.iter().map(|entity| entity.fields.len()).sum();
    let plan = json!({
        "blueprint": generation.lock.blueprint,
        "entities": model.entities.len(),
        "fields": fields,
        "services": model.services.len(),
        "files": generation.files.len(),
    });
    ui.json("plan", &plan)?;
    ui.say("");
    ui.say(&ui.err().paint(&format!("{} in {}", model.project.title, session.shown(target)), Style::Heading));
    let facts = [
        count(model.entities.len(), "entity", "entities"),
        count(fields, "field", "fields"),
        count(model.services.len(), "service", "services"),
        count(generation.files.len(), "file", "files"),
    ];
    ui.say(&format!("{} from {}", facts.join(", "), generation.lock.blueprint));
    for line in summary::tree(generation.files.iter().map(|file| file.path.as_str())) {
        ui.say(&line);
    }
    ui.say("");
    Ok(())
}

fn dry_run(session: &Session, args: &NewArgs, target: &Utf8Path, generation: Generation) -> Result<(), CliError> {
    let plan = FilePlan::of_new(target, generation.files, generation.lock)?;
    if args.write.diff {
        summary::print_diff(&session.ui, &plan)?;
    } else {
        summary::print_changes(&session.ui, &plan)?;
    }
    session.ui.say("nothing was written");
    let line = json!({ "command": "new", "written": false, "files": plan.changes.len() });
    Ok(session.ui.json("result", &line)?)
}

fn write(
    session: &Session,
    target: &Utf8Path,
    draft: &Draft,
    generation: &Generation,
    replay: &str,
    cancel: &Cancel,
) -> Result<(Claim, Marker), CliError> {
    let marker = Marker::begun(replay.to_owned(), generation.lock.spec.clone());
    step(&*session.ui.events(), "write", || {
        let lock = generation.complete_lock();
        let written = new_tree::write(target, &draft.text, &generation.files, &lock, &marker, cancel)?;
        let claim = written.ok_or_else(|| CliError::interrupted().hint("nothing was left behind"))?;
        Ok(((claim, marker), session.shown(target)))
    })
}

fn stop_if(cancel: &Cancel) -> Result<(), CliError> {
    if cancel.is_cancelled() { Err(CliError::interrupted().hint("nothing was written")) } else { Ok(()) }
}
