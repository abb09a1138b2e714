//! What a rename means to a workspace: its tables and files, and what a person wrote about them.

use std::collections::BTreeMap;

use super::events::step;
use super::project::Project;
use super::session::Session;
use super::sources::{Gather, Take};
use super::uses;
use crate::blueprint::migrations::Past;
use crate::blueprint::{self, Generation, Library};
use crate::error::CliError;
use crate::render::Ownership;
use crate::spec::Model;
use crate::spec::model::Enum;
use crate::ui::count;
use crate::verify::fix::RenamedValue;
use crate::workspace::file_plan::Followed;
use crate::workspace::{BlobId, LOCK_FILE, Lock, LockedFile, SPEC_FILE, Standing};
use crate::workspace_path::WorkspacePath;

/// What only has another name.
#[derive(Debug)]
pub(super) struct Renaming {
    /// The workspace with the new names, and the migration to them.
    pub generation: Generation,
    /// Files, from their old path to the new one.
    pub moves: BTreeMap<WorkspacePath, WorkspacePath>,
    /// What a person has and in which names change, by where it is now.
    pub followed: BTreeMap<WorkspacePath, Followed>,
    /// The templates by which that was found.
    pub library: Library,
}

/// A workspace as it is rendered before and after names change.
pub(super) struct Both<'a> {
    pub lock: &'a Lock,
    pub before: &'a Generation,
    pub after: &'a Generation,
    pub moves: &'a BTreeMap<WorkspacePath, WorkspacePath>,
    /// Values of enums.
    pub values: Vec<RenamedValue>,
}

impl Renaming {
    /// What it means that the workspace of a project gets the names of another model. Writes nothing.
    ///
    /// # Errors
    /// The workspace is not what its spec says; a file stands where another shall be; a person wishes to stop.
    pub fn of(session: &Session, project: &Project, model: &Model) -> Result<Self, CliError> {
        let root = &project.root;
        let lock = Lock::read(root)?.ok_or_else(|| {
            CliError::user(format!("there is no `{LOCK_FILE}`")).hint("`fountane generate` writes it; then rename")
        })?;
        let library = Gather { session, root, lock: Some(&lock), take: Take::Pinned }.library(&project.model)?;
        let standing = || Standing::of(root, Some(lock.clone()));
        let (before, after, moves) = step(&*session.ui.events(), "compare", || {
            let before =
                blueprint::generation(&library, &project.model, &Past { standing: standing(), ..Past::none() })?;
            let past = Past { standing: standing(), renames: blueprint::renames(&project.model, model) };
            let after = blueprint::generation(&library, model, &past)?;
            let moves = blueprint::moves(&library, &project.model, model).map_err(blueprint::GenerateError::from)?;
            let number = count(moves.len(), "file moves", "files move");
            Ok(((before, after, moves), number))
        })?;
        refuse_unsettled(&lock, &before)?;
        refuse_in_the_way(project, &lock, &moves)?;
        let values = renamed_values(&project.model, model);
        let both = Both { lock: &lock, before: &before, after: &after, moves: &moves, values };
        let followed = uses::follow(session, project, &both)?;
        Ok(Self { generation: after, moves, followed, library })
    }
}

/// Values with another name. Where two enums have the same values, nobody can tell whose a text is.
fn renamed_values(before: &Model, after: &Model) -> Vec<RenamedValue> {
    let is_alone = |texts: &[String]| {
        let same = |other: &Vec<String>| other.len() == texts.len() && other.iter().all(|text| texts.contains(text));
        before.enums.iter().map(texts_of).filter(same).count() == 1
    };
    let mut renamed = Vec::new();
    for (old, new) in before.enums.iter().zip(&after.enums) {
        let texts = texts_of(old);
        if !is_alone(&texts) {
            continue;
        }
        let pairs = old.values.iter().zip(&new.values).filter(|(old, new)| old.value != new.value);
        renamed.extend(pairs.map(|(old, new)| RenamedValue {
            from: old.value.clone(),
            to: new.value.clone(),
            texts: texts.clone(),
        }));
    }
    renamed
}

fn texts_of(enumeration: &Enum) -> Vec<String> {
    enumeration.values.iter().map(|value| value.value.clone()).collect()
}

/// Names can be told apart only where they are all that differs.
fn refuse_unsettled(lock: &Lock, before: &Generation) -> Result<(), CliError> {
    let is_as_made = |file: &crate::render::RenderedFile| {
        let as_made = |known: &LockedFile| known.is_persons() || known.blob == BlobId::of(&file.bytes);
        file.ownership == Ownership::Seeded || lock.files.get(&file.path).is_some_and(as_made)
    };
    let is_same = lock.spec == before.lock.spec && lock.templates == before.lock.templates;
    if is_same && before.files.iter().all(is_as_made) {
        return Ok(());
    }
    Err(CliError::user(format!("`{SPEC_FILE}` or the templates have changed since the workspace was generated"))
        .hint("run `fountane generate` first: then nothing but the name changes"))
}

fn refuse_in_the_way(
    project: &Project,
    lock: &Lock,
    moves: &BTreeMap<WorkspacePath, WorkspacePath>,
) -> Result<(), CliError> {
    let is_in_the_way =
        |path: &&WorkspacePath| !lock.files.contains_key(*path) && path.below(&project.root).symlink_metadata().is_ok();
    let lines: Vec<String> = moves.values().filter(is_in_the_way).map(|path| format!("  {path}")).collect();
    if lines.is_empty() {
        return Ok(());
    }
    let files = count(lines.len(), "file stands", "files stand");
    Err(CliError::user(format!("{files} where renamed ones would be; nothing was written"))
        .report(lines.join("\n"))
        .hint("move away what is in the way, then run it again"))
}
