//! The files that containers find, and files with the secrets among their variables, as they lie in the folder of the stack.

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};
use fs_err as fs;

use super::error::StackError;
use super::kept::{Folder, Kept};
use super::model::{Stack, Unit};
use crate::fs::{create_folder, write_atomic};

/// Whom a container runs as may be anybody, and nobody else can enter the folder that they lie in.
const FILE_MODE: u32 = 0o444;
const ENVIRONMENT_MODE: u32 = 0o600;

/// Where a file of a unit lies, from the folder of the stack.
pub(super) fn file(unit: &str, place: &str) -> Utf8PathBuf {
    Utf8PathBuf::from(format!("files/{unit}/{}", place.trim_start_matches('/').replace('/', "+")))
}

/// Where the variables of a unit lie that have secrets in them.
pub(super) fn environment(unit: &str) -> Utf8PathBuf {
    Utf8PathBuf::from(format!("environment/{unit}"))
}

/// Writes what differs, and removes what no unit of this name has any more.
pub(super) fn write(stack: &Stack, folder: &Folder, kept: &Kept) -> Result<(), StackError> {
    folder.make()?;
    let error = StackError::io("writing the files of the stack");
    for unit in &stack.units {
        let mut wanted = BTreeSet::new();
        for (place, content) in &unit.files {
            let path = folder.path().join(file(&unit.name, place));
            put(&path, content.resolve(kept).as_bytes(), FILE_MODE).map_err(&error)?;
            wanted.insert(path);
        }
        let secret = secret_environment(unit, kept);
        let path = folder.path().join(environment(&unit.name));
        if secret.is_empty() {
            gone(&path).map_err(&error)?;
        } else {
            put(&path, secret.as_bytes(), ENVIRONMENT_MODE).map_err(&error)?;
        }
        for left in entries(&folder.path().join("files").join(&unit.name)).map_err(&error)? {
            if !wanted.contains(&left) {
                gone(&left).map_err(&error)?;
            }
        }
    }
    Ok(())
}

/// In place where it can be: a container that runs has that very file, not its name.
fn put(path: &Utf8Path, content: &[u8], mode: u32) -> std::io::Result<()> {
    if path.is_dir() {
        // An engine makes a folder of what it does not find.
        fs::remove_dir_all(path)?;
    }
    if fs::read(path).is_ok_and(|there| there == content) {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        // Folders within the closed one are open, for whomever a container runs as.
        create_folder(parent, 0o755)?;
    }
    write_atomic(path, content, mode)
}

fn gone(path: &Utf8Path) -> std::io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn entries(folder: &Utf8Path) -> std::io::Result<Vec<Utf8PathBuf>> {
    match folder.read_dir_utf8() {
        Ok(entries) => entries.map(|entry| Ok(entry?.into_path())).collect(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// As compose reads such a file: in quotes, so that `$` is no more than a letter.
fn secret_environment(unit: &Unit, kept: &Kept) -> String {
    let secret = unit.env.iter().filter(|(_, value)| value.is_secret());
    secret
        .map(|(name, value)| {
            let value = value.resolve(kept);
            if value.contains(['\'', '\n', '\\']) {
                let escaped = value.replace('\\', "\\\\").replace('"', "\\\"").replace('$', "\\$").replace('\n', "\\n");
                format!("{name}=\"{escaped}\"\n")
            } else {
                format!("{name}='{value}'\n")
            }
        })
        .collect()
}
