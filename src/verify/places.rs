//! Where a path that a tool printed is: tools speak of paths from their own package's folder.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::Value;

/// The packages of a workspace.
#[derive(Debug, Clone)]
pub(super) struct Places {
    root: Utf8PathBuf,
    /// Folders from the root, by the package's name.
    packages: BTreeMap<String, String>,
}

/// Folders that hold no packages of the workspace's own.
const NOT_OURS: [&str; 6] = ["node_modules", "dist", "src", "coverage", ".git", ".next"];
/// `apps/services/clinic` is three levels down.
const DEPTH: usize = 4;

impl Places {
    /// Looks for packages. What cannot be read is not there.
    pub fn of(root: &Utf8Path) -> Self {
        let mut packages = BTreeMap::new();
        collect(root, root, DEPTH, &mut packages);
        Self { root: root.to_owned(), packages }
    }

    /// The folders of all packages, from the root.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.packages.values().map(String::as_str)
    }

    /// The path from the root, where a tool that ran for `package` (or for nobody knows whom) printed `path`.
    pub fn inside(&self, path: &str, package: Option<&str>) -> String {
        if let Ok(inside) = Utf8Path::new(path).strip_prefix(&self.root) {
            return inside.to_string();
        }
        if let Some(folder) = package.and_then(|package| self.packages.get(package)) {
            return normal(&format!("{folder}/{path}"));
        }
        if self.root.join(path).exists() {
            return path.to_owned();
        }
        let folder = self.packages.values().find(|folder| self.root.join(folder).join(path).exists());
        folder.map_or_else(|| path.to_owned(), |folder| normal(&format!("{folder}/{path}")))
    }
}

fn collect(root: &Utf8Path, folder: &Utf8Path, depth: usize, packages: &mut BTreeMap<String, String>) {
    let name = fs_err::read_to_string(folder.join("package.json"))
        .ok()
        .and_then(|text| serde_json::from_str::<Value>(&text).ok())
        .and_then(|package| package.get("name").and_then(Value::as_str).map(str::to_owned));
    if let (Some(name), Ok(inside)) = (name, folder.strip_prefix(root)) {
        packages.insert(name, inside.to_string());
    }
    let Ok(entries) = folder.read_dir_utf8() else { return };
    for entry in entries.flatten().filter(|_| depth > 0) {
        if !NOT_OURS.contains(&entry.file_name()) && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            collect(root, entry.path(), depth - 1, packages);
        }
    }
}

/// `libs/a/../b/c.ts` is `libs/b/c.ts`.
fn normal(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_packages_become_paths_of_the_workspace() {
        let guard = tempfile::tempdir().unwrap();
        let root = Utf8Path::from_path(guard.path()).unwrap();
        fs_err::create_dir_all(root.join("apps/services/clinic/proto")).unwrap();
        fs_err::write(root.join("apps/services/clinic/package.json"), r#"{ "name": "@a/clinic" }"#).unwrap();
        fs_err::write(root.join("apps/services/clinic/proto/a.proto"), "").unwrap();
        let places = Places::of(root);
        assert_eq!(places.inside("src/a.ts", Some("@a/clinic")), "apps/services/clinic/src/a.ts");
        assert_eq!(places.inside("../b/a.ts", Some("@a/clinic")), "apps/services/b/a.ts");
        assert_eq!(places.inside("proto/a.proto", None), "apps/services/clinic/proto/a.proto");
        assert_eq!(places.inside(&format!("{root}/x.ts"), None), "x.ts");
        assert_eq!(places.inside("unknown.ts", None), "unknown.ts");
    }
}
