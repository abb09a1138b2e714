//! Copying a folder so that the copy is there whole or not at all.

use camino::Utf8Path;
use fs_err as fs;

/// Copies a folder with its permissions and symlinks; replaces what is at the target.
pub(super) fn copy_folder(from: &Utf8Path, to: &Utf8Path) -> std::io::Result<()> {
    let beside = to.with_file_name(format!(".{}.new", to.file_name().unwrap_or("copy")));
    if beside.exists() {
        fs::remove_dir_all(&beside)?;
    }
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    copy_into(from, &beside)?;
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    fs::rename(&beside, to)
}

fn copy_into(from: &Utf8Path, to: &Utf8Path) -> std::io::Result<()> {
    fs::create_dir(to)?;
    fs::set_permissions(to, from.metadata()?.permissions())?;
    for entry in from.read_dir_utf8()? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        let kind = entry.file_type()?;
        if kind.is_dir() {
            copy_into(entry.path(), &target)?;
        } else if kind.is_symlink() {
            std::os::unix::fs::symlink(fs::read_link(entry.path())?, &target)?;
        } else {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}
