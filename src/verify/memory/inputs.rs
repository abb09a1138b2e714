//! The files that decide what a gate finds, each as a digest of its content.

use std::collections::BTreeMap;
use std::io::{self, Read as _};

use camino::{Utf8Path, Utf8PathBuf};
use ignore::{DirEntry, WalkBuilder};
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use crate::workspace::OWN_FOLDER;

/// What a file or a set of files comes to.
pub(in crate::verify) type Digest = [u8; 32];

/// Folders that tools fill; what is in them follows from the rest.
const NOT_OURS: [&str; 4] = [".git", "node_modules", ".nx", OWN_FOLDER];
/// Larger workspaces are checked anew each time.
const MOST_FILES: usize = 200_000;
const MOST_BYTES: u64 = 1 << 30;

/// Every file of a workspace that git does not ignore, and files named `.env…`, which it does and tools read all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::verify) struct Inputs {
    /// By the path from the root.
    files: BTreeMap<Utf8PathBuf, Digest>,
    /// Where they lie, the root among them.
    folders: Vec<Utf8PathBuf>,
}

impl Inputs {
    /// Reads them all.
    ///
    /// # Errors
    /// One cannot be read, has a name that is not UTF-8, or there are too many.
    pub fn read(root: &Utf8Path) -> io::Result<Self> {
        let (files, folders) = listed(root)?;
        let files: io::Result<BTreeMap<_, _>> = files
            .into_par_iter()
            .map(|path| {
                let digest = of_file(&root.join(&path))?;
                Ok((path, digest))
            })
            .collect();
        Ok(Self { files: files?, folders })
    }

    /// Paths from the root.
    pub fn paths(&self) -> impl Iterator<Item = &Utf8Path> {
        self.files.keys().map(Utf8PathBuf::as_path)
    }

    /// Whether a file is among them.
    pub fn holds(&self, path: &Utf8Path) -> bool {
        self.files.contains_key(path)
    }

    /// Folders from the root.
    pub fn folders(&self) -> &[Utf8PathBuf] {
        &self.folders
    }

    /// One digest for all files that are wanted.
    pub fn digest(&self, wanted: impl Fn(&Utf8Path) -> bool) -> Digest {
        let mut hash = Sha256::new();
        for (path, digest) in self.files.iter().filter(|(path, _)| wanted(path)) {
            // A path has no zero in it, so no other list of files reads the same.
            hash.update(path.as_str());
            hash.update([0]);
            hash.update(digest);
        }
        hash.finalize().into()
    }

    /// Files that differ, are new or are gone in `later`.
    pub fn changed_in(&self, later: &Self) -> Vec<String> {
        let gone = self.files.keys().filter(|path| !later.files.contains_key(*path));
        let other = later.files.iter().filter(|(path, digest)| self.files.get(*path) != Some(digest));
        let mut changed: Vec<String> = gone.chain(other.map(|(path, _)| path)).map(ToString::to_string).collect();
        changed.sort();
        changed
    }
}

fn listed(root: &Utf8Path) -> io::Result<(Vec<Utf8PathBuf>, Vec<Utf8PathBuf>)> {
    let mut walk = WalkBuilder::new(root);
    // The workspace's own `.gitignore` alone: what else may be ignored on this machine decides nothing here.
    walk.hidden(false).parents(false).ignore(false).git_global(false).git_exclude(false).require_git(false);
    walk.filter_entry(|entry: &DirEntry| !NOT_OURS.iter().any(|name| entry.file_name() == *name));
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    for entry in walk.build() {
        let entry = entry.map_err(io::Error::other)?;
        let path = Utf8Path::from_path(entry.path()).ok_or(io::ErrorKind::InvalidData)?;
        let inside = path.strip_prefix(root).unwrap_or(path).to_owned();
        match entry.file_type() {
            Some(kind) if kind.is_dir() => folders.push(inside),
            Some(kind) if kind.is_file() || kind.is_symlink() => files.push(inside),
            _ => {}
        }
        if files.len() > MOST_FILES {
            return Err(io::ErrorKind::QuotaExceeded.into());
        }
    }
    for folder in folders.iter().filter(|folder| root.join(folder).join("package.json").is_file()) {
        files.extend(settings(root, folder)?);
    }
    files.sort();
    files.dedup();
    let mut bytes = 0;
    for file in &files {
        bytes += root.join(file).symlink_metadata()?.len();
    }
    if bytes > MOST_BYTES {
        return Err(io::ErrorKind::QuotaExceeded.into());
    }
    Ok((files, folders))
}

/// Files `.env…` of a package.
fn settings(root: &Utf8Path, folder: &Utf8Path) -> io::Result<Vec<Utf8PathBuf>> {
    let mut found = Vec::new();
    for entry in root.join(folder).read_dir_utf8()? {
        let entry = entry?;
        let kind = entry.file_type()?;
        // Some keep it as a pipe, which would never end.
        if entry.file_name().starts_with(".env") && (kind.is_file() || kind.is_symlink()) {
            found.push(folder.join(entry.file_name()));
        }
    }
    Ok(found)
}

fn of_file(path: &Utf8Path) -> io::Result<Digest> {
    let mut hash = Sha256::new();
    if path.is_symlink() {
        hash.update("link");
        hash.update(path.read_link_utf8()?.as_str());
    } else {
        let mut file = fs_err::File::open(path)?;
        let mut piece = [0; 16 << 10];
        loop {
            match file.read(&mut piece)? {
                0 => break,
                read => hash.update(&piece[..read]),
            }
        }
    }
    Ok(hash.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace(files: &[(&str, &str)]) -> (tempfile::TempDir, Utf8PathBuf) {
        let guard = tempfile::tempdir().unwrap();
        let root = Utf8PathBuf::from_path_buf(guard.path().to_owned()).unwrap();
        for (path, text) in files {
            let path = root.join(path);
            fs_err::create_dir_all(path.parent().unwrap()).unwrap();
            fs_err::write(path, text).unwrap();
        }
        (guard, root)
    }

    #[test]
    fn ignored_files_do_not_count_except_settings() {
        let (_guard, root) = workspace(&[
            (".gitignore", "dist\n.env.local\n*.log\n"),
            ("package.json", "{}"),
            (".env.local", "A=1"),
            ("a/dist/a.js", ""),
            ("a/a.ts", ""),
            ("a/a.log", ""),
            ("node_modules/x/x.js", ""),
            (".github/ci.yml", ""),
        ]);
        let inputs = Inputs::read(&root).unwrap();
        let paths: Vec<&str> = inputs.paths().map(Utf8Path::as_str).collect();
        assert_eq!(paths, [".env.local", ".github/ci.yml", ".gitignore", "a/a.ts", "package.json"]);
        assert_eq!(inputs.folders(), ["", ".github", "a"].map(Utf8PathBuf::from));
    }

    #[test]
    fn content_decides_and_times_do_not() {
        let (_guard, root) = workspace(&[("a.ts", "1"), ("b.ts", "2")]);
        let before = Inputs::read(&root).unwrap();
        fs_err::write(root.join("a.ts"), "1").unwrap();
        assert_eq!(before, Inputs::read(&root).unwrap());
        fs_err::write(root.join("a.ts"), "3").unwrap();
        fs_err::remove_file(root.join("b.ts")).unwrap();
        fs_err::write(root.join("c.ts"), "2").unwrap();
        let after = Inputs::read(&root).unwrap();
        assert_eq!(before.changed_in(&after), ["a.ts", "b.ts", "c.ts"]);
        assert_ne!(before.digest(|_| true), after.digest(|_| true));
        assert_eq!(before.digest(|path| path == "x"), after.digest(|path| path == "x"));
    }

    #[test]
    fn a_link_counts_as_where_it_leads() {
        let (_guard, root) = workspace(&[("a.ts", "1")]);
        std::os::unix::fs::symlink("a.ts", root.join("b.ts")).unwrap();
        let before = Inputs::read(&root).unwrap();
        fs_err::remove_file(root.join("b.ts")).unwrap();
        std::os::unix::fs::symlink("nowhere", root.join("b.ts")).unwrap();
        assert_eq!(before.changed_in(&Inputs::read(&root).unwrap()), ["b.ts"]);
    }
}
