//! Files as they shall be, in memory: nothing is on disk before all of it is accepted.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt as _;

use camino::{Utf8Path, Utf8PathBuf};

const BOM: &str = "\u{feff}";
/// Larger files are written by programs, not by people.
const LARGEST: u64 = 4 << 20;
/// Folders whose files are never touched, wherever they are.
const NOT_OURS: [&str; 6] = ["node_modules", "dist", ".git", ".fountane", ".next", ".yarn"];

/// A file that is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafted {
    /// What is on disk.
    pub before: Vec<u8>,
    /// What shall be there.
    pub after: Vec<u8>,
    /// Its permissions.
    pub mode: u32,
}

/// Files as they shall be. Paths are absolute.
#[derive(Debug, Clone)]
pub struct Draft {
    root: Utf8PathBuf,
    files: BTreeMap<Utf8PathBuf, Entry>,
}

#[derive(Debug, Clone)]
struct Entry {
    before: Vec<u8>,
    mode: u32,
    has_bom: bool,
    line_break: Option<&'static str>,
    text: String,
}

/// Why a file is not to be touched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Untouchable {
    /// Outside the project, in a folder of others', or reached through a link that leads out.
    #[error("it is not a file of the project's own")]
    NotOurs,
    /// Not UTF-8, too large, or not there.
    #[error("it cannot be read as text")]
    NotText,
}

impl Draft {
    /// Nothing is changed yet.
    pub fn new(root: &Utf8Path) -> Self {
        let root = root.canonicalize_utf8().unwrap_or_else(|_| root.to_owned());
        Self { root, files: BTreeMap::new() }
    }

    /// The root of the project, without links.
    pub fn root(&self) -> &Utf8Path {
        &self.root
    }

    /// The text of a file as it shall be, or as it is, without a byte order mark.
    pub fn text(&self, file: &Utf8Path) -> Result<String, Untouchable> {
        match self.files.get(file) {
            Some(entry) => Ok(entry.text.clone()),
            None => Ok(self.read(file)?.text),
        }
    }

    /// Changes a file. Line breaks become those that the file has on disk, where it has one sort.
    pub fn put(&mut self, file: &Utf8Path, text: &str) -> Result<(), Untouchable> {
        let mut entry = match self.files.remove(file) {
            Some(entry) => entry,
            None => self.read(file)?,
        };
        text.clone_into(&mut entry.text);
        if let Some(line_break) = entry.line_break {
            entry.text = text.replace("\r\n", "\n").replace('\n', line_break);
        }
        if entry.bytes() != entry.before {
            self.files.insert(file.to_owned(), entry);
        }
        Ok(())
    }

    /// Takes back what was changed in a file.
    pub fn forget(&mut self, file: &Utf8Path) {
        self.files.remove(file);
    }

    /// Files that are changed, with the text they shall have.
    pub fn texts(&self) -> impl Iterator<Item = (&Utf8Path, &str)> {
        self.files.iter().map(|(file, entry)| (file.as_path(), entry.text.as_str()))
    }

    /// The text that a changed file shall have; none for one that is not changed.
    pub fn drafted(&self, file: &Utf8Path) -> Option<&str> {
        self.files.get(file).map(|entry| entry.text.as_str())
    }

    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Every changed file, by its path from the root.
    pub fn changes(&self) -> BTreeMap<String, Drafted> {
        let of = |(file, entry): (&Utf8PathBuf, &Entry)| {
            let drafted = Drafted { before: entry.before.clone(), after: entry.bytes(), mode: entry.mode };
            (self.inside(file), drafted)
        };
        self.files.iter().map(of).collect()
    }

    /// A path from the root.
    pub fn inside(&self, file: &Utf8Path) -> String {
        file.strip_prefix(&self.root).unwrap_or(file).to_string()
    }

    fn read(&self, file: &Utf8Path) -> Result<Entry, Untouchable> {
        let inside = file.strip_prefix(&self.root).map_err(|_| Untouchable::NotOurs)?;
        let is_ours = !inside.components().any(|part| NOT_OURS.contains(&part.as_str()) || part.as_str() == "..");
        // A link would be replaced by a file, or lead out.
        if !is_ours || file.canonicalize_utf8().is_ok_and(|real| real != file) {
            return Err(Untouchable::NotOurs);
        }
        let metadata = fs_err::metadata(file).map_err(|_| Untouchable::NotText)?;
        if !metadata.is_file() || metadata.len() > LARGEST {
            return Err(Untouchable::NotText);
        }
        let before = fs_err::read(file).map_err(|_| Untouchable::NotText)?;
        let text = std::str::from_utf8(&before).map_err(|_| Untouchable::NotText)?;
        let (has_bom, text) = text.strip_prefix(BOM).map_or((false, text), |text| (true, text));
        let (line_break, text) = (line_break(text), text.to_owned());
        Ok(Entry { before, mode: metadata.permissions().mode() & 0o7777, has_bom, line_break, text })
    }
}

impl Entry {
    fn bytes(&self) -> Vec<u8> {
        let bom = if self.has_bom { BOM } else { "" };
        format!("{bom}{}", self.text).into_bytes()
    }
}

/// The one sort of line breaks that a text has; none where it mixes them or has no line.
fn line_break(text: &str) -> Option<&'static str> {
    let windows = text.matches("\r\n").count();
    match (windows, text.matches('\n').count()) {
        (0, 0) => None,
        (0, _) => Some("\n"),
        (windows, all) if windows == all => Some("\r\n"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, Utf8PathBuf) {
        let guard = tempfile::tempdir().unwrap();
        let root = Utf8PathBuf::from_path_buf(guard.path().canonicalize().unwrap()).unwrap();
        (guard, root)
    }

    #[test]
    fn a_mark_of_byte_order_and_line_breaks_of_windows_are_kept() {
        let (_guard, root) = folder();
        let file = root.join("a.ts");
        fs_err::write(&file, "\u{feff}one;\r\ntwo;\r\n").unwrap();
        let mut draft = Draft::new(&root);
        assert_eq!(draft.text(&file).unwrap(), "one;\r\ntwo;\r\n");
        draft.put(&file, "zero;\none;\r\ntwo;\r\n").unwrap();
        assert_eq!(draft.changes()["a.ts"].after, "\u{feff}zero;\r\none;\r\ntwo;\r\n".as_bytes());
    }

    #[test]
    fn what_is_put_back_is_no_change() {
        let (_guard, root) = folder();
        let file = root.join("a.ts");
        fs_err::write(&file, "one;\n").unwrap();
        let mut draft = Draft::new(&root);
        draft.put(&file, "two;\n").unwrap();
        draft.put(&file, "one;\n").unwrap();
        assert!(draft.is_empty());
    }

    #[test]
    fn files_of_others_and_links_are_not_touched() {
        let (_guard, root) = folder();
        let (_other, elsewhere) = folder();
        for path in ["node_modules/a/index.ts", "dist/a.ts", ".git/a.ts"] {
            fs_err::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            fs_err::write(root.join(path), "x").unwrap();
            assert_eq!(Draft::new(&root).put(&root.join(path), "y"), Err(Untouchable::NotOurs), "{path}");
        }
        fs_err::write(elsewhere.join("b.ts"), "x").unwrap();
        std::os::unix::fs::symlink(elsewhere.join("b.ts"), root.join("b.ts")).unwrap();
        for path in [root.join("b.ts"), elsewhere.join("b.ts"), root.join("../b.ts")] {
            assert_eq!(Draft::new(&root).put(&path, "y"), Err(Untouchable::NotOurs), "{path}");
        }
    }

    #[test]
    fn what_is_not_text_is_not_touched() {
        let (_guard, root) = folder();
        fs_err::write(root.join("a.ts"), [0xff, 0xfe, b'a', 0]).unwrap();
        assert_eq!(Draft::new(&root).put(&root.join("a.ts"), "y"), Err(Untouchable::NotText));
    }
}
