//! Writing that is all or nothing, and joining that stays inside.

use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use fs_err as fs;

/// A path that would leave the folder it belongs to.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum PathError {
    /// It is empty, absolute, has `..` in it or a character that no path here may have.
    #[error("`{path}` is not a path inside its folder")]
    NotInside {
        /// The path as it was given.
        path: String,
    },
    /// A folder on the way is a symlink.
    #[error("`{path}` lies behind a symlink")]
    ThroughLink {
        /// The path as it was given.
        path: String,
    },
    /// A symlink on the way leads out of the folder.
    #[error("`{path}` leads out of its folder through a symlink")]
    LeadsOut {
        /// The path as it was given.
        path: String,
    },
}

/// Joins a path that came from elsewhere (a template, a manifest, an archive) to a folder.
///
/// Refuses what could leave the folder: absolute paths, `..`, backslashes, control characters, and symlinks on the way
/// that lead out. What does not exist yet is fine.
pub fn safe_join(folder: &Utf8Path, relative: &str) -> Result<Utf8PathBuf, PathError> {
    if !stays_inside(relative) {
        return Err(PathError::NotInside { path: relative.to_owned() });
    }
    let joined = folder.join(relative);
    let real_folder = real(folder);
    let existing = joined.ancestors().find(|ancestor| ancestor.symlink_metadata().is_ok());
    let inside = existing.is_none_or(|existing| {
        let below = existing.starts_with(folder) && existing != folder;
        !below || existing.canonicalize_utf8().is_ok_and(|real| real.starts_with(&real_folder))
    });
    if inside { Ok(joined) } else { Err(PathError::LeadsOut { path: relative.to_owned() }) }
}

/// [`safe_join`] for what is written, or told from what was written: no folder on the way is a link, wherever that leads,
/// and nothing is in a `.git`.
pub fn direct_join(folder: &Utf8Path, relative: &str) -> Result<Utf8PathBuf, PathError> {
    let joined = safe_join(folder, relative)?;
    if Utf8Path::new(relative).components().any(|part| part.as_str().eq_ignore_ascii_case(".git")) {
        return Err(PathError::NotInside { path: relative.to_owned() });
    }
    let mut on_the_way = joined.ancestors().skip(1).take_while(|ancestor| *ancestor != folder);
    if on_the_way.any(Utf8Path::is_symlink) {
        return Err(PathError::ThroughLink { path: relative.to_owned() });
    }
    Ok(joined)
}

/// Whether a relative path has only plain parts: no `..`, no root, no backslash, no control character.
pub fn stays_inside(relative: &str) -> bool {
    let plain = !relative.is_empty() && !relative.contains('\\') && !relative.chars().any(char::is_control);
    plain && Utf8Path::new(relative).components().all(|part| matches!(part, Utf8Component::Normal(_)))
}

/// Writes a file so that others see the old content or the new, never a part: a temporary file beside it, then a rename.
///
/// `mode` is the file's permissions (`0o600`), set before the first byte is there. Missing parent folders are made.
pub fn write_atomic(path: &Utf8Path, content: &[u8], mode: u32) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_str().is_empty()).unwrap_or(Utf8Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new()
        .prefix(".fountane-")
        .permissions(std::fs::Permissions::from_mode(mode))
        .tempfile_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_data()?;
    file.as_file().set_permissions(std::fs::Permissions::from_mode(mode))?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Makes a folder, and missing parents, with the given permissions; an existing folder keeps its own.
pub fn create_folder(path: &Utf8Path, mode: u32) -> std::io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    std::fs::DirBuilder::new().recursive(true).mode(mode).create(path)
}

fn real(folder: &Utf8Path) -> Utf8PathBuf {
    folder.canonicalize_utf8().unwrap_or_else(|_| folder.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, Utf8PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::from_path_buf(folder.path().to_owned()).unwrap();
        (folder, path)
    }

    #[test]
    fn joining_refuses_what_would_leave() {
        let (_guard, folder) = folder();
        for hostile in ["", "/etc/passwd", "../x", "a/../../x", "a\\..\\x", "a\0b", "a\nb", ".."] {
            assert_eq!(safe_join(&folder, hostile), Err(PathError::NotInside { path: hostile.to_owned() }));
        }
        assert_eq!(safe_join(&folder, "a/b.js"), Ok(folder.join("a/b.js")));
    }

    #[test]
    fn joining_refuses_a_symlink_that_leads_out_and_follows_one_that_stays() {
        let (_guard, folder) = folder();
        fs::create_dir(folder.join("inner")).unwrap();
        std::os::unix::fs::symlink("/etc", folder.join("out")).unwrap();
        std::os::unix::fs::symlink("inner", folder.join("in")).unwrap();
        std::os::unix::fs::symlink("/nowhere/at/all", folder.join("dangling")).unwrap();
        assert_eq!(safe_join(&folder, "out/passwd"), Err(PathError::LeadsOut { path: "out/passwd".to_owned() }));
        assert_eq!(safe_join(&folder, "dangling"), Err(PathError::LeadsOut { path: "dangling".to_owned() }));
        assert!(safe_join(&folder, "in/new.js").is_ok());
    }

    #[test]
    fn an_atomic_write_replaces_the_content_and_sets_the_mode() {
        let (_guard, folder) = folder();
        let path = folder.join("deep/state.json");
        write_atomic(&path, b"old", 0o644).unwrap();
        write_atomic(&path, b"new", 0o600).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.join("deep")).unwrap().count(), 1);
    }
}
