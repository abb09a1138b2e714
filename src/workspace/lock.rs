//! `fountane.lock`: which versions made the workspace, and what each file was when it was made. Committed.

use std::collections::BTreeMap;

use camino::Utf8Path;
use serde::{Deserialize, Serialize};

use super::{BlobId, LOCK_FILE, WorkspaceError};
use crate::render::{Ownership, RenderedFile};
use crate::workspace_path::WorkspacePath;

/// The version of the lock's format.
const FORMAT: u32 = 1;

/// The whole lock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Lock {
    /// The version of this format.
    pub lock: u32,
    /// The fountane that made it.
    pub fountane: String,
    /// `saas@1.0.0`.
    pub blueprint: String,
    /// Versions of the templates, by name.
    pub templates: BTreeMap<String, String>,
    /// Where blueprints and templates from elsewhere are, and what of them was taken, by address.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sources: BTreeMap<String, LockedSource>,
    /// SHA-256 of the resolved spec: comments and order of keys do not count.
    pub spec: String,
    /// Every file that was made, by path.
    pub files: BTreeMap<WorkspacePath, LockedFile>,
}

/// What was taken of a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct LockedSource {
    /// What was wanted, such as `^1.2`; empty for a folder.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub wanted: String,
    /// The tag that it was found by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// The commit; none of a folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commit: Option<String>,
    /// Of all its files: paths and contents.
    pub digest: String,
}

impl LockedSource {
    /// What it is told by: its tag, else its commit, else its digest.
    pub fn version(&self) -> &str {
        self.tag.as_deref().or(self.commit.as_deref()).unwrap_or(&self.digest)
    }

    /// Whether each part is of its kind. A lock comes with a clone: what is shown of it, or handed to git, says nothing else.
    fn is_plain(&self) -> bool {
        let is_hex = |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let is_tag = |tag: &str| {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-+/".contains(&byte);
            !tag.is_empty() && !tag.starts_with('-') && !tag.contains("..") && tag.bytes().all(plain)
        };
        self.commit.as_deref().is_none_or(|commit| is_hex(commit, 40))
            && self.tag.as_deref().is_none_or(is_tag)
            && self.digest.strip_prefix("sha256:").is_some_and(|digest| is_hex(digest, 64))
            && !self.wanted.chars().any(char::is_control)
    }
}

/// What is known of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct LockedFile {
    /// Its content when fountane wrote it.
    pub blob: BlobId,
    /// Whose it is.
    pub ownership: Ownership,
    /// The template that it came from.
    pub template: String,
    /// Whether fountane wrote it as a program.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub executable: bool,
    /// Whether it was generated until a person took it over.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ejected: bool,
    /// Where a person moved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<WorkspacePath>,
}

impl LockedFile {
    /// Gives a generated file to the person, or takes it back. Whether that changed anything.
    pub fn eject(&mut self, ejected: bool) -> bool {
        std::mem::replace(&mut self.ejected, ejected) != ejected
    }

    /// Whether it is the person's, who was given it once.
    pub fn is_persons(&self) -> bool {
        self.ejected || self.ownership == Ownership::Seeded
    }
}

impl From<&RenderedFile> for LockedFile {
    /// What is known of a file that is as it was rendered.
    fn from(file: &RenderedFile) -> Self {
        let template = file.template.split('@').next().unwrap_or(&file.template).to_owned();
        let blob = BlobId::of(&file.bytes);
        Self { blob, ownership: file.ownership, template, executable: file.executable, ejected: false, at: None }
    }
}

impl Lock {
    /// A lock without files.
    pub fn new(blueprint: String, templates: BTreeMap<String, String>, spec: String) -> Self {
        let fountane = env!("CARGO_PKG_VERSION").to_owned();
        let (sources, files) = (BTreeMap::new(), BTreeMap::new());
        Self { lock: FORMAT, fountane, blueprint, templates, sources, spec, files }
    }

    /// Reads the lock of a workspace; none where there is none.
    pub fn read(root: &Utf8Path) -> Result<Option<Self>, WorkspaceError> {
        let path = root.join(LOCK_FILE);
        match fs_err::read(&path) {
            Ok(text) => Self::parse(&path, &text).map(Some),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Reads a lock; `path` is where it is from.
    pub(super) fn parse(path: &Utf8Path, text: &[u8]) -> Result<Self, WorkspaceError> {
        let refuse = |reason: String| WorkspaceError::Lock { path: path.to_owned(), reason };
        let lock: Self = serde_json::from_slice(text).map_err(|error| refuse(error.to_string()))?;
        if let Some(at) = lock.sources.iter().find_map(|(at, source)| (!source.is_plain()).then_some(at)) {
            return Err(refuse(format!(
                "what it has of the source `{}` is not what fountane writes",
                at.escape_debug()
            )));
        }
        if lock.lock == FORMAT {
            return Ok(lock);
        }
        Err(refuse(format!("its format is {}, this fountane knows {FORMAT}", lock.lock)))
    }

    /// As it stands in the file: JSON with one line per file, so that git merges it line by line.
    pub fn to_text(&self) -> String {
        let lines = |entries: Vec<String>| {
            if entries.is_empty() { String::new() } else { format!("\n    {}\n  ", entries.join(",\n    ")) }
        };
        let templates = self.templates.iter().map(|(name, version)| format!("{}: {}", json(name), json(version)));
        let files = self.files.iter().map(|(path, file)| format!("{}: {}", json(path), spaced(&json(file))));
        let sources = self.sources.iter().map(|(at, source)| format!("{}: {}", json(at), spaced(&json(source))));
        let sources = match lines(sources.collect()) {
            none if none.is_empty() => none,
            some => format!("  \"sources\": {{{some}}},\n"),
        };
        format!(
            "{{\n  \"lock\": {},\n  \"fountane\": {},\n  \"blueprint\": {},\n  \"templates\": {{{}}},\n{sources}  \"spec\": {},\n  \"files\": {{{}}}\n}}\n",
            self.lock,
            json(&self.fountane),
            json(&self.blueprint),
            lines(templates.collect()),
            json(&self.spec),
            lines(files.collect()),
        )
    }
}

/// `{"a":"b","c":true}` with spaces where a person would put them, and none inside of a value.
fn spaced(json: &str) -> String {
    let mut spaced = String::with_capacity(json.len() + 16);
    let (mut in_text, mut escaped) = (false, false);
    for letter in json.chars() {
        if in_text {
            in_text = escaped || letter != '"';
            escaped = letter == '\\' && !escaped;
            spaced.push(letter);
            continue;
        }
        in_text = letter == '"';
        match letter {
            '{' => spaced.push_str("{ "),
            '}' => spaced.push_str(" }"),
            ':' | ',' => spaced.extend([letter, ' ']),
            _ => spaced.push(letter),
        }
    }
    spaced
}

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("text and enums serialise")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock() -> Lock {
        let mut lock = Lock::new("saas@1.0.0".into(), [("web".into(), "1.2.0".into())].into(), "ab12".into());
        lock.fountane = "0.1.0".into();
        for (path, ownership) in [("a.ts", Ownership::Generated), ("b/{c}.ts", Ownership::Seeded)] {
            let blob = BlobId::of(path.as_bytes());
            let file =
                LockedFile { blob, ownership, template: "web".into(), executable: false, ejected: false, at: None };
            lock.files.insert(WorkspacePath::new(path).unwrap(), file);
        }
        lock
    }

    #[test]
    fn a_file_takes_one_line() {
        insta::assert_snapshot!(lock().to_text(), @r#"
        {
          "lock": 1,
          "fountane": "0.1.0",
          "blueprint": "saas@1.0.0",
          "templates": {
            "web": "1.2.0"
          },
          "spec": "ab12",
          "files": {
            "a.ts": { "blob": "417ce6bd4ee0c0b5363301c19328c6ea3a3005ee", "ownership": "generated", "template": "web" },
            "b/{c}.ts": { "blob": "6eda11c431bd6230b450cb9dc3d5a477fd6a6259", "ownership": "seeded", "template": "web" }
          }
        }
        "#);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let root = Utf8Path::from_path(folder.path()).unwrap();
        assert_eq!(Lock::read(root).unwrap(), None);
        fs_err::write(root.join(LOCK_FILE), lock().to_text()).unwrap();
        assert_eq!(Lock::read(root).unwrap(), Some(lock()));
    }

    #[test]
    fn a_lock_of_the_future_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let root = Utf8Path::from_path(folder.path()).unwrap();
        let text = lock().to_text().replace("\"lock\": 1", "\"lock\": 2");
        fs_err::write(root.join(LOCK_FILE), text).unwrap();
        let error = Lock::read(root).unwrap_err().to_string();
        assert!(error.ends_with("its format is 2, this fountane knows 1"), "{error}");
    }
}
