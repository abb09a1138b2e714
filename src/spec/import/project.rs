//! What a project is called that nobody named.

use crate::spec::naming::Names;

/// A name that no file gives.
const UNNAMED: &str = "imported";

/// The name of a file or folder as that of a project.
pub(super) fn named_after(file: &str) -> String {
    let file = file.trim_end_matches(['/', '\\']);
    let stem = file.rsplit(['/', '\\']).next().unwrap_or(file).split('.').next().unwrap_or(file);
    kebab(stem).unwrap_or_else(|| UNNAMED.to_owned())
}

/// A name of a folder, where something is left of it.
pub(super) fn kebab(written: &str) -> Option<String> {
    let name: String = Names::of(written).one.kebab.chars().take(40).collect();
    let name = name.trim_matches('-');
    name.starts_with(|first: char| first.is_ascii_lowercase()).then(|| name.to_owned())
}
