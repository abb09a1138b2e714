//! The migrations of a service as they stand: drizzle's journal, and the snapshots behind it. Anybody may have changed them.

use serde_json::{Map, Value};

use super::{MigrationError, merge};
use crate::blueprint::tables::snapshot::{NOTHING_BEFORE, id_of};
use crate::workspace::Standing;

/// Migrations that stand, read as far as the next one needs it.
#[derive(Debug)]
pub struct History {
    /// Where they are.
    folder: String,
    /// The journal's path.
    pub journal_path: String,
    /// The journal as it is on disk.
    pub journal_bytes: Vec<u8>,
    /// The journal.
    pub journal: Value,
    /// Tags, from the first to the last.
    tags: Vec<String>,
    /// The number of the next one.
    pub next_number: u64,
    /// When the next one is made, as the migrator tells what is left to do.
    pub next_when: u64,
    /// The last snapshot.
    pub latest: Value,
    /// Where it is.
    pub latest_path: String,
}

impl History {
    /// Reads the journal and the last snapshot; none where no migration stands.
    pub fn read(standing: &Standing, folder: &str) -> Result<Option<Self>, MigrationError> {
        let journal_path = format!("{folder}/meta/_journal.json");
        let Some(journal_bytes) = standing.file(&journal_path)? else { return Ok(None) };
        let refuse = |reason: String| MigrationError::Journal { path: journal_path.clone(), reason };
        let journal: Value = serde_json::from_slice(&journal_bytes).map_err(|error| refuse(error.to_string()))?;
        let entries = entries(&journal).map_err(refuse)?;
        let Some(last) = entries.last() else { return Ok(None) };
        let (next_number, next_when) = (last.number + 1, last.when + 1);
        let tags: Vec<String> = entries.into_iter().map(|entry| entry.tag).collect();
        let mut history = Self {
            folder: folder.to_owned(),
            journal_path,
            journal_bytes,
            journal,
            tags,
            next_number,
            next_when,
            latest: Value::Null,
            latest_path: String::new(),
        };
        history.refuse_strays(standing)?;
        for tag in history.tags.iter().rev() {
            if let Some(snapshot) = history.snapshot(standing, tag)? {
                (history.latest, history.latest_path) = (snapshot, history.snapshot_path(prefix(tag)));
                return Ok(Some(history));
            }
        }
        Err(MigrationError::NoSnapshot { folder: folder.to_owned() })
    }

    /// The tables that the migrations amount to.
    pub fn tables(&self) -> &Map<String, Value> {
        static NONE: std::sync::LazyLock<Map<String, Value>> = std::sync::LazyLock::new(Map::new);
        self.latest["tables"].as_object().unwrap_or(&NONE)
    }

    /// The path of a snapshot, by what its migration's name begins with.
    pub fn snapshot_path(&self, prefix: &str) -> String {
        format!("{}/meta/{prefix}_snapshot.json", self.folder)
    }

    /// What of the tables the spec has asked for so far. The rest is a person's, who wrote migrations of their own: their
    /// snapshots do not have the id that follows from their content.
    pub fn meant(&self, standing: &Standing) -> Result<Map<String, Value>, MigrationError> {
        let (mut meant, mut before) = (Map::new(), Map::new());
        for tag in &self.tags {
            let Some(mut snapshot) = self.snapshot(standing, tag)? else { continue };
            let is_ours = is_ours(&snapshot);
            let Value::Object(tables) = snapshot["tables"].take() else { continue };
            if is_ours {
                meant = merge::follow(&meant, &before, &tables);
            }
            before = tables;
        }
        Ok(meant)
    }

    fn snapshot(&self, standing: &Standing, tag: &str) -> Result<Option<Value>, MigrationError> {
        let path = self.snapshot_path(prefix(tag));
        let Some(bytes) = standing.file(&path)? else { return Ok(None) };
        let refuse = |reason: String| MigrationError::Snapshot { path: path.clone(), reason };
        let snapshot: Value = serde_json::from_slice(&bytes).map_err(|error| refuse(error.to_string()))?;
        if !snapshot["tables"].is_object() || !snapshot["id"].is_string() {
            return Err(refuse("it has no `tables` or no `id`".to_owned()));
        }
        Ok(Some(snapshot))
    }

    /// A snapshot that the journal does not have is one that half of somebody's change was lost of; drizzle-kit would build
    /// on it. A script in the next one's place would be run instead of it.
    fn refuse_strays(&self, standing: &Standing) -> Result<(), MigrationError> {
        let is_known = |found: &str| self.tags.iter().any(|tag| prefix(tag) == found);
        let meta = format!("{}/meta", self.folder);
        for name in standing.names(&meta)? {
            if name.strip_suffix("_snapshot.json").is_some_and(|found| !is_known(found)) {
                return Err(MigrationError::Stray { path: format!("{meta}/{name}") });
            }
        }
        let next = format!("{:04}_", self.next_number);
        let in_place = |name: &String| name.starts_with(&next) && name.ends_with(".sql");
        match standing.names(&self.folder)?.into_iter().find(in_place) {
            Some(name) => Err(MigrationError::Stray { path: format!("{}/{name}", self.folder) }),
            None => Ok(()),
        }
    }
}

/// Whether fountane wrote a snapshot.
fn is_ours(snapshot: &Value) -> bool {
    let previous = snapshot["prevId"].as_str().unwrap_or(NOTHING_BEFORE);
    snapshot["id"].as_str() == Some(id_of(previous, &snapshot["tables"]).as_str())
}

/// `0001` of `0001_pets_add_price`: what drizzle-kit calls the snapshot.
fn prefix(tag: &str) -> &str {
    tag.split('_').next().unwrap_or(tag)
}

struct Entry {
    number: u64,
    when: u64,
    tag: String,
}

/// The migrations of a journal, in order.
fn entries(journal: &Value) -> Result<Vec<Entry>, String> {
    if let Some(dialect) = journal["dialect"].as_str().filter(|dialect| *dialect != "postgresql") {
        return Err(format!("it is of `{dialect}`, not of `postgresql`"));
    }
    let list = journal["entries"].as_array().ok_or("it has no `entries`")?;
    let mut entries: Vec<Entry> = Vec::with_capacity(list.len());
    for (at, value) in list.iter().enumerate() {
        let lacks = |what: &str| format!("entry {} has no `{what}`", at + 1);
        let entry = Entry {
            number: value["idx"].as_u64().ok_or_else(|| lacks("idx"))?,
            when: value["when"].as_u64().ok_or_else(|| lacks("when"))?,
            tag: value["tag"].as_str().ok_or_else(|| lacks("tag"))?.to_owned(),
        };
        if !entry.tag.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c)) || entry.tag.is_empty() {
            return Err(format!("`{}` is not the name of a migration", entry.tag.escape_debug()));
        }
        if entry.number >= u64::from(u32::MAX) || entry.when >= u64::MAX / 2 {
            return Err(format!("`{}` has a number or a time that is none", entry.tag));
        }
        if let Some(last) = entries.last().filter(|last| last.number >= entry.number || last.when >= entry.when) {
            return Err(format!("`{}` does not come after `{}` by its number and its time", entry.tag, last.tag));
        }
        entries.push(entry);
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn journal(entries: Value) -> Result<Vec<u64>, String> {
        let journal = json!({ "version": "7", "dialect": "postgresql", "entries": entries });
        Ok(super::entries(&journal)?.into_iter().map(|entry| entry.number).collect())
    }

    #[test]
    fn a_journal_is_read_in_order() {
        let found = journal(json!([
            { "idx": 0, "when": 1, "tag": "0000_init" },
            { "idx": 1, "when": 5, "tag": "0001_odd_thing" },
        ]));
        assert_eq!(found, Ok(vec![0, 1]));
    }

    #[test]
    fn what_two_branches_wrote_side_by_side_is_refused() {
        let found = journal(json!([
            { "idx": 0, "when": 1, "tag": "0000_init" },
            { "idx": 1, "when": 2, "tag": "0001_a" },
            { "idx": 1, "when": 2, "tag": "0001_b" },
        ]));
        assert_eq!(found, Err("`0001_b` does not come after `0001_a` by its number and its time".to_owned()));
    }

    #[test]
    fn a_hostile_journal_is_refused() {
        for (entries, reason) in [
            (json!(7), "it has no `entries`"),
            (json!([{ "idx": 0, "when": 1 }]), "entry 1 has no `tag`"),
            (json!([{ "idx": -1, "when": 1, "tag": "a" }]), "entry 1 has no `idx`"),
            (json!([{ "idx": 0, "when": 1, "tag": "../../x" }]), "`../../x` is not the name of a migration"),
            (json!([{ "idx": u64::MAX, "when": 1, "tag": "a" }]), "`a` has a number or a time that is none"),
        ] {
            assert_eq!(journal(entries), Err(reason.to_owned()));
        }
    }
}
