//! Migrations are append-only: what differs between those that stand and the tables of the spec is the next one. What was
//! written once is never written anew.
//!
//! The last of drizzle's snapshots is what the migrations amount to ([`history`]). What shall stand is that, with what
//! changed in the spec ([`merge`]), so that what a person's own migrations made stays. From the one to the other leads a
//! list of statements ([`differ`]), after what only has another name ([`renames`]) was told.

mod differ;
mod history;
mod merge;
mod renames;
mod step;
#[cfg(test)]
mod tests;
mod values;
mod write;

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value};

use super::tables::shape;
use super::tables::snapshot::{id_of, journal_entry};
use crate::render::layout::{self, LayoutError};
use crate::render::{Ownership, Plan, RenderedFile};
use crate::workspace::{Standing, StandingError};
use crate::workspace_path::WorkspacePath;
use history::History;
pub use renames::{ColumnRename, Renames};
pub use step::{Hurdle, Loss};
pub use values::ValueRename;

/// What was there before a workspace is rendered.
#[derive(Debug, Clone, Default)]
pub struct Past {
    /// The files.
    pub standing: Standing,
    /// What only has another name in the spec.
    pub renames: Renames,
}

impl Past {
    /// Of a workspace that is not there yet.
    pub fn none() -> Self {
        Self::default()
    }
}

/// The migrations of a service as the plan of its workspace has them.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    folder: String,
    template: String,
    /// As a snapshot tells them.
    tables: Map<String, Value>,
}

/// A migration that is to be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Migration {
    /// Its script.
    pub path: WorkspacePath,
    /// The tables in which something changes, before and after it.
    pub tables: BTreeSet<String>,
    /// What it does, in a few words each.
    pub steps: Vec<String>,
    /// What is gone, or no longer what it was, when it is done.
    pub losses: Vec<Loss>,
    /// Where it fails, and changes nothing, because of rows that are there.
    pub hurdles: Vec<Hurdle>,
}

/// What the next migration of a service is about. Of a service without any it is all of its tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// Where its script is put.
    pub folder: String,
    /// The tables in which it changes something.
    pub changed: BTreeSet<String>,
    /// All tables that the spec asks for.
    pub wanted: BTreeSet<String>,
}

impl Pending {
    /// What is left to do where `next` continues what stands.
    pub fn of(planned: &Planned, next: Option<&Migration>) -> Self {
        let wanted: BTreeSet<String> = planned.tables.keys().map(|key| table_name(key)).collect();
        let changed = next.map_or_else(|| wanted.clone(), |next| next.tables.clone());
        Self { folder: planned.folder.clone(), changed, wanted }
    }

    /// Whether a file is one of its migrations.
    pub fn has(&self, path: &WorkspacePath) -> bool {
        camino::Utf8Path::new(path.as_str()).starts_with(&self.folder)
    }
}

/// Why no next migration can be made.
#[derive(Debug, thiserror::Error)]
pub enum MigrationError {
    /// A file cannot be read.
    #[error(transparent)]
    Standing(#[from] StandingError),
    /// The journal is not one, or not in order.
    #[error("`{path}` is not a journal of migrations: {reason}")]
    Journal {
        /// Where it is.
        path: String,
        /// What is wrong.
        reason: String,
    },
    /// A snapshot is not one.
    #[error("`{path}` is not a snapshot of tables: {reason}")]
    Snapshot {
        /// Where it is.
        path: String,
        /// What is wrong.
        reason: String,
    },
    /// There are migrations, and nothing tells what they amount to.
    #[error("`{folder}` has migrations, and in `{folder}/meta` there is no snapshot of any")]
    NoSnapshot {
        /// Where they are.
        folder: String,
    },
    /// A file is there that the journal does not have.
    #[error("`{path}` is in no entry of `_journal.json`")]
    Stray {
        /// Which.
        path: String,
    },
    /// A path cannot be one of a workspace.
    #[error(transparent)]
    Path(#[from] crate::workspace_path::PathError),
    /// What is written cannot be laid out.
    #[error(transparent)]
    Layout(#[from] LayoutError),
}

/// The migrations of a plan, by the journals that it has.
pub fn planned(plan: &Plan) -> Vec<Planned> {
    let of_file = |file: &crate::render::PlannedFile| {
        let folder = file.path.as_str().strip_suffix("/meta/_journal.json")?;
        let tables = file.context.data()["view"]["snapshot"]["tables"].as_object()?;
        Some(Planned { folder: folder.to_owned(), template: file.template.clone(), tables: tables.clone() })
    };
    plan.files.iter().filter_map(of_file).collect()
}

/// Makes the files of a service's migrations those that stand, followed by the next one where there must be one.
///
/// `files` are those that were rendered for a workspace in which nothing stands; where that is so, they stay as they are.
pub fn follow(
    planned: &Planned,
    past: &Past,
    files: &mut Vec<RenderedFile>,
) -> Result<Option<Migration>, MigrationError> {
    let Some(history) = History::read(&past.standing, &planned.folder)? else { return Ok(None) };
    keep(planned, &past.standing, files)?;
    let standing = history.tables();
    if *standing == planned.tables {
        return Ok(None);
    }
    let renames = past.renames.of(standing, &planned.tables);
    let shapes = |tables: &Map<String, Value>| {
        let path = history.latest_path.clone();
        shape::read(tables).map_err(|reason| MigrationError::Snapshot { path, reason })
    };
    let mut meant = renames.apply(&history.meant(&past.standing)?);
    let mut under_new_names = renames.apply(standing);
    let of_values = values::steps(&renames.values, &shapes(&under_new_names)?);
    values::apply(&renames.values, &mut meant);
    values::apply(&renames.values, &mut under_new_names);
    let target = merge::merge(&planned.tables, &meant, &under_new_names);
    let (before, after) = (shapes(&under_new_names)?, shapes(&target)?);
    let mut steps = renames.steps();
    steps.extend(differ::steps(&before, &after, of_values));
    steps.sort_by_key(|step| step.phase);
    if steps.is_empty() {
        return Ok(None);
    }
    let prefix = format!("{:04}", history.next_number);
    let tag = format!("{prefix}_{}", write::name(&steps));
    let changed = changed(standing, &target);
    let script = WorkspacePath::new(format!("{}/{tag}.sql", planned.folder))?;
    let snapshot_path = history.snapshot_path(&prefix);
    let snapshot = json_text(&snapshot_path, &next_snapshot(&history.latest, target))?;
    let journal = json_text(&history.journal_path, &next_journal(&history, &tag))?;
    put(files, planned, script.clone(), write::script(&steps), Vec::new());
    put(files, planned, WorkspacePath::new(snapshot_path)?, snapshot, Vec::new());
    put(files, planned, WorkspacePath::new(history.journal_path)?, journal, history.journal_bytes);
    Ok(Some(Migration {
        path: script,
        tables: changed,
        steps: steps.iter().filter_map(|step| step.told.clone()).collect(),
        losses: steps.iter().filter_map(|step| step.loss.clone()).collect(),
        hurdles: steps.into_iter().filter_map(|step| step.hurdle).collect(),
    }))
}

/// The tables that are not alike in two snapshots.
fn changed(before: &Map<String, Value>, after: &Map<String, Value>) -> BTreeSet<String> {
    let keys = before.keys().chain(after.keys());
    keys.filter(|key| before.get(*key) != after.get(*key)).map(|key| table_name(key)).collect()
}

/// `pets` of `public.pets`.
fn table_name(key: &str) -> String {
    key.split_once('.').map_or(key, |(_, name)| name).to_owned()
}

/// Files that stand are rendered as what they are, those that only the lock knows of among them: what is rendered no more
/// would be forgotten.
fn keep(planned: &Planned, standing: &Standing, files: &mut Vec<RenderedFile>) -> Result<(), MigrationError> {
    let folder = format!("{}/", planned.folder);
    let is_seed =
        |file: &&mut RenderedFile| file.ownership == Ownership::Seeded && file.path.as_str().starts_with(&folder);
    for file in files.iter_mut().filter(is_seed) {
        if let Some(bytes) = standing.file(file.path.as_str())? {
            file.bytes = bytes;
        }
    }
    for path in standing.locked_below(&planned.folder) {
        if files.iter().any(|file| file.path == *path) {
            continue;
        }
        let Some(bytes) = standing.file(path.as_str())? else { continue };
        files.push(RenderedFile {
            path: path.clone(),
            bytes,
            ownership: Ownership::Seeded,
            template: planned.template.clone(),
            executable: false,
            grown_from: None,
        });
    }
    Ok(())
}

fn put(files: &mut Vec<RenderedFile>, planned: &Planned, path: WorkspacePath, text: String, grown_from: Vec<u8>) {
    files.retain(|file| file.path != path);
    files.push(RenderedFile {
        path,
        bytes: text.into_bytes(),
        ownership: Ownership::Seeded,
        template: planned.template.clone(),
        executable: false,
        grown_from: Some(grown_from),
    });
}

/// The last snapshot with other tables: what else is in it, such as enums and views of a person, stays.
fn next_snapshot(latest: &Value, tables: Map<String, Value>) -> Value {
    let mut next = latest.clone();
    let tables = Value::Object(tables);
    let previous = latest["id"].as_str().unwrap_or_default();
    next["id"] = Value::String(id_of(previous, &tables));
    next["prevId"] = Value::String(previous.to_owned());
    next["tables"] = tables;
    next
}

fn next_journal(history: &History, tag: &str) -> Value {
    let mut journal = history.journal.clone();
    if let Some(entries) = journal["entries"].as_array_mut() {
        entries.push(journal_entry(history.next_number, history.next_when, tag));
    }
    journal
}

/// Laid out as the first one of its kind was.
fn json_text(path: &str, value: &Value) -> Result<String, LayoutError> {
    layout::json(path, &value.to_string())
}
