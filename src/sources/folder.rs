//! The files of a folder, without following a link: a template that someone was handed must not read what lies outside it.

use std::borrow::Cow;

use camino::Utf8Path;

use super::tree::{Files, MOST_BYTES, MOST_FILES, TreeError};

/// All files below a folder, by their paths inside it. A repository's own `.git` is left out.
///
/// # Errors
/// Links, devices, names that are no text, more than 10,000 files or 64 MB; what cannot be read.
pub fn read_folder(root: &Utf8Path) -> Result<Files, TreeError> {
    let mut files = Files::new();
    let mut folders = vec![String::new()];
    let mut size = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs_err::read_dir(root.join(&folder))? {
            let name = entry?.file_name();
            let name = name.into_string().map_err(|name| TreeError::Name(name.to_string_lossy().into_owned()))?;
            if folder.is_empty() && name == ".git" {
                continue;
            }
            let inside = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            let metadata = fs_err::symlink_metadata(root.join(&inside))?;
            if metadata.is_dir() {
                folders.push(inside);
                continue;
            }
            if !metadata.is_file() {
                return Err(TreeError::NotAFile(root.join(inside)));
            }
            size += metadata.len();
            if size > MOST_BYTES || files.len() == MOST_FILES {
                return Err(TreeError::TooLarge(root.to_string()));
            }
            let bytes = fs_err::read(root.join(&inside))?;
            files.insert(inside, Cow::Owned(bytes));
        }
    }
    Ok(files)
}
