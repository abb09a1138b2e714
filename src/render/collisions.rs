//! Paths that cannot all be files: equal but for their case, or one inside another.

use std::collections::HashMap;

use super::RenderedFile;
use crate::workspace_path::WorkspacePath;

/// Two paths of which only one can be a file, on this or on another file system.
pub(super) fn find(files: &[RenderedFile]) -> Option<(&WorkspacePath, &WorkspacePath)> {
    let mut seen: HashMap<String, &WorkspacePath> = HashMap::with_capacity(files.len());
    for file in files {
        if let Some(other) = seen.insert(file.path.as_str().to_lowercase(), &file.path)
            && *other != file.path
        {
            return Some((other, &file.path));
        }
    }
    files.iter().find_map(|file| {
        let path = file.path.as_str().to_lowercase();
        let above = path.match_indices('/').find_map(|(at, _)| seen.get(&path[..at]));
        above.map(|above| (*above, &file.path))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Ownership;

    fn found(paths: &[&str]) -> bool {
        let file = |path: &&str| RenderedFile {
            path: WorkspacePath::new(*path).unwrap(),
            bytes: Vec::new(),
            ownership: Ownership::Generated,
            template: "a@1.0.0".to_owned(),
            executable: false,
            grown_from: None,
        };
        find(&paths.iter().map(file).collect::<Vec<_>>()).is_some()
    }

    #[test]
    fn paths_collide_by_case_and_by_being_inside_one_another() {
        assert!(found(&["a/B.ts", "a/b.ts"]));
        assert!(found(&["README.md", "readme.MD"]));
        assert!(found(&["a", "a/b"]));
        assert!(found(&["A/b/c", "a/B"]));
        assert!(!found(&["a/b.ts", "a/c.ts", "ab/c", "b"]));
    }
}
