//! `fountane generate`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::before::Before;
use super::events::step;
use super::only::Only;
use super::project::Project;
use super::renaming::Renaming;
use super::session::Session;
use super::sources::{Gather, Take};
use super::{refusal, sources, summary, undecided, upgrade};
use crate::blueprint::migrations::Past;
use crate::blueprint::{self, Generation, Library, TemplateUpgrade};
use crate::cli::{GenerateArgs, MergeArgs, OnConflict, WriteArgs};
use crate::error::CliError;
use crate::render::RenderedFile;
use crate::ui::count;
use crate::workspace::file_plan::Wishes;
use crate::workspace::git::{self, Unmerged};
use crate::workspace::journal::{self, Extra};
use crate::workspace::settled::Inputs;
use crate::workspace::undecided::Undecided;
use crate::workspace::{self, Action, Bases, Change, FilePlan, Lock, SPEC_FILE, Standing};
use crate::workspace_path::WorkspacePath;

pub(super) fn run(session: &Session, args: &GenerateArgs) -> Result<(), CliError> {
    let project = Project::open(session, args.workspace.dir.as_ref(), !args.check && !args.write.dry_run)?;
    if args.proceed {
        return undecided::proceed(session, &project);
    }
    if args.abort {
        return undecided::abort(session, &project, args.merge.allow_dirty);
    }
    let restore = args.restore.iter().map(|path| restored(session, &project, path)).collect::<Result<_, _>>()?;
    let only = args.only.clone();
    let manner = Manner {
        check: args.check,
        allow_destructive: args.allow_destructive,
        only,
        restore,
        ..Manner::of("generate", &args.merge, &args.write)
    };
    regenerate(session, &project, &[], &manner)
}

/// What nothing is generated at cannot be restored.
fn refuse_unknown(wanted: &[WorkspacePath], generation: &Generation) -> Result<(), CliError> {
    for path in wanted {
        let below = |file: &RenderedFile| camino::Utf8Path::new(file.path.as_str()).starts_with(path.as_str());
        if !generation.files.iter().any(below) {
            return Err(CliError::user(format!("nothing is generated at `{path}`"))
                .hint("`fountane generate --restore` takes a file or a folder, from the root of the workspace"));
        }
    }
    Ok(())
}

/// A path that was typed, from the root of the workspace.
fn restored(session: &Session, project: &Project, path: &camino::Utf8Path) -> Result<WorkspacePath, CliError> {
    let typed = session.absolute(path);
    let inside = typed.strip_prefix(&project.root).unwrap_or(path);
    WorkspacePath::new(inside.as_str()).map_err(|error| CliError::usage(error.to_string()))
}

/// How a workspace is brought up to its spec.
#[expect(clippy::struct_excessive_bools, reason = "they are flags")]
pub(super) struct Manner {
    /// As `--json` names it.
    pub command: &'static str,
    pub check: bool,
    pub on_conflict: Option<workspace::OnConflict>,
    pub allow_dirty: bool,
    /// Whether migrations may lose data.
    pub allow_destructive: bool,
    /// Whether versions of templates are taken that may break a person's own code.
    pub upgrade: bool,
    /// A branch that is made before anything is written.
    pub branch: Option<String>,
    /// What only gets another name.
    pub renaming: Option<Renaming>,
    /// Names of services, entities and templates; without any, everything is wanted.
    pub only: Vec<String>,
    /// Deleted files and folders that are written again.
    pub restore: Vec<WorkspacePath>,
    pub write: WriteArgs,
    /// Blueprints and templates, where the command has gathered them already.
    pub library: Option<Library>,
}

impl Manner {
    pub fn of(command: &'static str, merge: &MergeArgs, write: &WriteArgs) -> Self {
        let on_conflict = merge.conflict.map(|how| match how {
            OnConflict::Markers => workspace::OnConflict::Markers,
            OnConflict::Ours => workspace::OnConflict::Ours,
            OnConflict::Theirs => workspace::OnConflict::Theirs,
            OnConflict::SideFile => workspace::OnConflict::SideFile,
        });
        Self {
            command,
            check: false,
            on_conflict,
            allow_dirty: merge.allow_dirty,
            allow_destructive: false,
            upgrade: false,
            branch: None,
            renaming: None,
            only: Vec::new(),
            restore: Vec::new(),
            write: write.clone(),
            library: None,
        }
    }

    fn restores(&self, path: &WorkspacePath) -> bool {
        self.restore.iter().any(|wanted| camino::Utf8Path::new(path.as_str()).starts_with(wanted.as_str()))
    }

    /// Whether every file is brought up to date.
    fn is_whole(&self) -> bool {
        self.only.is_empty() && self.restore.is_empty()
    }

    fn only_looks(&self) -> bool {
        self.check || self.write.dry_run
    }
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
    undecided::refuse(ui, &project.root)?;
    let old = Lock::read(&project.root)?;
    let library = if let Some(library) = &manner.library {
        library.clone()
    } else {
        let take = if manner.check { Take::Offline } else { Take::Pinned };
        Gather { session, root: &project.root, lock: old.as_ref(), take }.library(&project.model)?
    };
    let (fingerprint, spec) = (library.fingerprint()?, blueprint::digest(&project.model));
    let cache = session.environment.cache_folder();
    let inputs = Inputs { build: env!("FOUNTANE_BUILD"), library: &fingerprint, spec: &spec };
    if let Some(lock) = old.as_ref().filter(|_| extras.is_empty() && manner.is_whole())
        && let Some(cache) = &cache
        && inputs.are_settled(&project.root, cache)?
    {
        return nothing_to_do(session, &FilePlan::of_settled(&project.root, lock), manner);
    }
    let bases = bases(project, manner)?;
    let (generation, upgrades) = step(&*events, "render", || {
        let generation = rendered(project, &library, old.as_ref(), manner)?;
        let upgrades = match &old {
            Some(old) => blueprint::upgrades(&library, &old.templates, &generation.lock.templates)?,
            None => Vec::new(),
        };
        let number = count(generation.files.len(), "file", "files");
        Ok(((generation, upgrades), number))
    })?;
    if let Some(old) = &old {
        upgrade::refuse_older(&upgrades, old)?;
    }
    sources::tell_replacements(ui, &generation)?;
    if manner.upgrade {
        upgrade::tell(ui, &upgrades)?;
    } else {
        upgrade::refuse_major(&upgrades)?;
    }
    let mut migrations = generation.migrations.clone();
    let plan = decide(session, project, generation, old.as_ref(), &upgrades, &bases, manner)?;
    // What `--only` leaves out is told of by the run that writes it.
    migrations.retain(|migration| plan.writes().any(|change| change.path == migration.path));
    let lock_changes = old.as_ref() != Some(&plan.lock);
    if manner.write.diff {
        summary::print_diff(ui, &plan)?;
    }
    let conflicts = plan.conflicts();
    let dirty = if manner.allow_dirty { Vec::new() } else { uncommitted(project, &plan)? };
    if !conflicts.is_empty() || !dirty.is_empty() {
        if manner.only_looks() || ui.is_json() {
            summary::print_changes(ui, &plan)?;
        }
        let error = if conflicts.is_empty() {
            refusal::unsafe_to_write(&plan, &dirty)
        } else {
            refusal::cannot_be_written(&conflicts, git::history(&project.root))
        };
        return Err(error);
    }
    summary::tell_migrations(ui, &migrations)?;
    if !manner.allow_destructive
        && let Some(error) = refusal::destruction(&migrations, manner.command)
    {
        if manner.only_looks() || ui.is_json() {
            summary::print_changes(ui, &plan)?;
        }
        return Err(error);
    }
    if manner.check {
        summary::print_changes(ui, &plan)?;
        return refusal::verdict(&plan, lock_changes);
    }
    if manner.write.dry_run {
        summary::print_changes(ui, &plan)?;
        let spec = if extras.is_empty() { String::new() } else { format!("`{SPEC_FILE}` edited, ") };
        ui.say(&format!("nothing was written; it would be: {spec}{}", summary::counts(&plan)));
        result(session, &plan, manner, false)?;
        return undecided::verdict(&plan, false);
    }
    let remembered = cache.filter(|_| manner.is_whole() && plan.is_settled());
    if plan.writes().next().is_none() && extras.is_empty() && !lock_changes {
        if let Some(cache) = remembered {
            inputs.settle(&project.root, &cache)?;
        }
        return nothing_to_do(session, &plan, manner);
    }
    summary::print_changes(ui, &plan)?;
    if let Some(branch) = &manner.branch {
        git::create_branch(&project.root, branch)?;
        ui.say(&format!("on the branch `{branch}`"));
    }
    step(&*events, "write", || {
        write(session, project, &plan, extras, &bases)?;
        Ok(((), summary::counts(&plan)))
    })?;
    if let Some(cache) = remembered {
        inputs.settle(&project.root, &cache)?;
    }
    result(session, &plan, manner, true)?;
    undecided::verdict(&plan, true)
}

/// What fountane last wrote. A run that only checks can do without, as long as nobody edited anything that changes.
fn bases(project: &Project, manner: &Manner) -> Result<Bases, CliError> {
    let bases = Bases::of(&project.root);
    if !manner.check {
        bases.refuse_unopened()?;
    }
    Ok(bases)
}

/// The workspace as its spec has it; a rename has rendered it already.
fn rendered(
    project: &Project,
    library: &Library,
    old: Option<&Lock>,
    manner: &Manner,
) -> Result<Generation, blueprint::GenerateError> {
    if let Some(renaming) = &manner.renaming {
        return Ok(renaming.generation.clone());
    }
    let past = Past { standing: Standing::of(&project.root, old.cloned()), ..Past::none() };
    blueprint::generation(library, &project.model, &past)
}

fn nothing_to_do(session: &Session, plan: &FilePlan, manner: &Manner) -> Result<(), CliError> {
    if manner.check {
        return Ok(());
    }
    session.ui.say(&format!("nothing to do: {}", summary::counts(plan)));
    result(session, plan, manner, false)
}

fn decide(
    session: &Session,
    project: &Project,
    generation: Generation,
    old: Option<&Lock>,
    upgrades: &[TemplateUpgrade],
    bases: &Bases,
    manner: &Manner,
) -> Result<FilePlan, CliError> {
    let before = Before::of(session, project, old);
    let moved = old.map(|old| match &manner.renaming {
        Some(renaming) => blueprint::move_files(old, &renaming.moves),
        None => blueprint::relocate(old, upgrades),
    });
    let nothing = BTreeMap::new();
    let followed = manner.renaming.as_ref().map_or(&nothing, |renaming| &renaming.followed);
    let (old, relocated) = match &moved {
        Some((lock, relocated)) => (Some(lock), relocated.clone()),
        None => (None, BTreeSet::new()),
    };
    let find_base = |blob: &workspace::BlobId| match bases.find(blob)? {
        Some(found) => Ok(Some(found)),
        None => Ok(before.rendered(blob)),
    };
    refuse_unknown(&manner.restore, &generation)?;
    let restores = |path: &WorkspacePath| manner.restores(path);
    let only = match manner.only.as_slice() {
        [] => None,
        _ if !relocated.is_empty() => return Err(refusal::cannot_move_a_part()),
        names => {
            let templates = generation.lock.templates.keys().cloned().collect();
            Some(Only::of(names, &project.model, &templates)?)
        }
    };
    let wishes = Wishes { restored: &restores, relocated: &relocated, followed, only_names: manner.renaming.is_some() };
    let pending = generation.pending;
    let mut plan = FilePlan::decide(&project.root, generation.files, old, generation.lock, &find_base, &wishes)?;
    if let Some(only) = only {
        let only = only.with_migrations(&pending, &plan)?;
        plan.narrow(old, &|path, file| only.wants(path, file));
    }
    plan.settle(manner.on_conflict);
    Ok(plan)
}

/// Edited files that would be merged into and whose edits no commit holds.
fn uncommitted<'a>(project: &Project, plan: &'a FilePlan) -> Result<Vec<&'a WorkspacePath>, CliError> {
    let merged: Vec<&WorkspacePath> = plan.edited().map(Change::place_before).collect();
    if merged.is_empty() { Ok(merged) } else { Ok(git::uncommitted(&project.root, merged.into_iter())?) }
}

fn write(
    session: &Session,
    project: &Project,
    plan: &FilePlan,
    extras: &[Extra],
    bases: &Bases,
) -> Result<(), CliError> {
    let root = &project.root;
    // First: without it a run that is killed right after would leave files that no later one could merge.
    bases.keep(&plan.lock, plan.rendered())?;
    let mut extras = extras.to_vec();
    extras.extend(Undecided::of(root, plan, &extras)?);
    journal::apply(root, plan, &extras)?;
    let marked = plan.changes.iter().filter(|change| matches!(change.action, Action::Marked { .. }));
    let unmerged: Vec<Unmerged<'_>> = marked
        .filter_map(|change| {
            let base = change.base.as_deref().unwrap_or_default();
            Some(Unmerged { path: &change.path, versions: [base, change.ours()?, change.theirs.as_deref()?] })
        })
        .collect();
    // All is written: that git is not told, as where somebody holds its index, takes nothing back.
    if let Err(error) = git::mark_unmerged(root, unmerged.into_iter()) {
        let hint = "`git mergetool` does not know of them; decide in an editor";
        session.ui.warning(&format!("git was not told of the marked files: {error}"), Some(hint));
    }
    Ok(())
}

fn result(session: &Session, plan: &FilePlan, manner: &Manner, written: bool) -> Result<(), CliError> {
    let line = json!({
        "command": manner.command,
        "written": written,
        "created": plan.count(Action::Create),
        "updated": plan.count(Action::Update),
        "merged": plan.count(Action::Merge),
        "overwritten": plan.count(Action::Overwrite),
        "undecided": plan.undecided().count(),
        "removed": plan.count(Action::Remove),
        "released": plan.count(Action::Release),
        "deleted": plan.count(Action::Deleted),
        "unchanged": plan.count(Action::Skip),
    });
    Ok(session.ui.json("result", &line)?)
}
