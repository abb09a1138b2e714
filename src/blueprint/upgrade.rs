//! From the templates that made a workspace to those that there are now: what changed in between, and what moves.

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8Path;
use semver::Version;

use super::library::{Library, LibraryError};
use super::manifest::{Move, Upgrade};
use crate::workspace::{Lock, LockedFile};
use crate::workspace_path::WorkspacePath;

/// One template, in the workspace and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateUpgrade {
    /// Its name.
    pub template: String,
    /// The version that the workspace has; none for a template that is new to it.
    pub from: Option<Version>,
    /// The version that there is; none for a template that is no longer part of it.
    pub to: Option<Version>,
    /// What the versions behind `from` up to `to` say of themselves, in their order.
    pub steps: Vec<(Version, Upgrade)>,
}

impl TemplateUpgrade {
    /// Whether the workspace has a newer one.
    pub fn is_back(&self) -> bool {
        matches!((&self.from, &self.to), (Some(from), Some(to)) if to < from)
    }

    /// Whether it may change what a person's own code relies on.
    pub fn is_major(&self) -> bool {
        let jumps = match (&self.from, &self.to) {
            (Some(from), Some(to)) => {
                to.major > from.major || to.major == 0 && from.major == 0 && to.minor > from.minor
            }
            _ => false,
        };
        jumps || self.steps.iter().any(|(_, step)| step.breaking)
    }
}

/// The templates whose versions differ between two locks, sorted by name. `from` and `to` are versions by template.
pub fn upgrades(
    library: &Library,
    from: &BTreeMap<String, String>,
    to: &BTreeMap<String, String>,
) -> Result<Vec<TemplateUpgrade>, LibraryError> {
    let names: BTreeSet<&String> = from.keys().chain(to.keys()).collect();
    let mut found = Vec::new();
    for name in names {
        let version =
            |versions: &BTreeMap<String, String>| versions.get(name).and_then(|text| Version::parse(text).ok());
        let (from, to) = (version(from), version(to));
        if from == to {
            continue;
        }
        let steps = match (&from, &to) {
            (Some(from), Some(to)) => between(library.template(name)?.manifest.upgrades, from, to),
            _ => Vec::new(),
        };
        found.push(TemplateUpgrade { template: name.clone(), from, to, steps });
    }
    Ok(found)
}

fn between(upgrades: BTreeMap<Version, Upgrade>, from: &Version, to: &Version) -> Vec<(Version, Upgrade)> {
    upgrades.into_iter().filter(|(version, _)| from < version && version <= to).collect()
}

/// The lock with every file under the place that it has after all moves, and the files that move.
pub fn relocate(lock: &Lock, upgrades: &[TemplateUpgrade]) -> (Lock, BTreeSet<WorkspacePath>) {
    place_anew(lock, |path, file| {
        let steps = upgrades.iter().filter(|upgrade| upgrade.template == file.template).flat_map(|it| &it.steps);
        steps.flat_map(|(_, step)| &step.moves).fold(path.clone(), |at, step| step.apply(at))
    })
}

/// The lock with every file under another place, and the files that move.
///
/// Where such a file is on disk now is kept in the lock, as for one that a person moved. What a person moved stays there.
pub(super) fn place_anew(
    lock: &Lock,
    place: impl Fn(&WorkspacePath, &LockedFile) -> WorkspacePath,
) -> (Lock, BTreeSet<WorkspacePath>) {
    let (mut moved, mut relocated) = (lock.clone(), BTreeSet::new());
    moved.files.clear();
    for (path, file) in &lock.files {
        let place = place(path, file);
        if place == *path || lock.files.contains_key(&place) {
            moved.files.insert(path.clone(), file.clone());
            continue;
        }
        if file.at.is_none() {
            relocated.insert(place.clone());
        }
        let at = Some(file.at.clone().unwrap_or_else(|| path.clone()));
        moved.files.insert(place, LockedFile { at, ..file.clone() });
    }
    (moved, relocated)
}

impl Move {
    /// Where a file is after this move: elsewhere, if it is the one or in the folder that moves.
    fn apply(&self, path: WorkspacePath) -> WorkspacePath {
        let Ok(inside) = Utf8Path::new(path.as_str()).strip_prefix(self.from.as_str()) else { return path };
        let place = if inside.as_str().is_empty() { self.to.to_string() } else { format!("{}/{inside}", self.to) };
        WorkspacePath::new(place).unwrap_or(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Ownership;
    use crate::workspace::BlobId;

    fn version(text: &str) -> Version {
        Version::parse(text).unwrap()
    }

    fn path(text: &str) -> WorkspacePath {
        WorkspacePath::new(text).unwrap()
    }

    fn step(from: &str, to: &str) -> Upgrade {
        Upgrade { moves: vec![Move { from: path(from), to: path(to) }], ..Upgrade::default() }
    }

    fn web(steps: Vec<(Version, Upgrade)>) -> TemplateUpgrade {
        let (from, to) = (Some(version("1.0.0")), Some(version("3.0.0")));
        TemplateUpgrade { template: "web".to_owned(), from, to, steps }
    }

    fn lock(files: &[(&str, &str, Option<&str>)]) -> Lock {
        let mut lock = Lock::new("saas@1.0.0".into(), [].into(), "ab".into());
        for (name, template, at) in files {
            let file = LockedFile {
                blob: BlobId::of(b""),
                ownership: Ownership::Generated,
                template: (*template).to_owned(),
                executable: false,
                ejected: false,
                at: at.map(path),
            };
            lock.files.insert(path(name), file);
        }
        lock
    }

    #[test]
    fn steps_are_those_behind_the_version_that_is_there_in_their_order() {
        let all = ["1.0.0", "1.2.0", "2.0.0", "3.0.0", "4.0.0"].map(|text| (version(text), Upgrade::default()));
        let steps = between(all.into_iter().collect(), &version("1.0.0"), &version("3.0.0"));
        let versions: Vec<String> = steps.iter().map(|(version, _)| version.to_string()).collect();
        assert_eq!(versions, ["1.2.0", "2.0.0", "3.0.0"]);
    }

    #[test]
    fn files_move_through_several_major_versions() {
        let upgrade = web(vec![
            (version("2.0.0"), step("web/lib", "web/shared")),
            (version("3.0.0"), step("web/shared/a.ts", "web/b.ts")),
        ]);
        let old = lock(&[
            ("web/lib/a.ts", "web", None),
            ("web/lib/c.ts", "web", None),
            ("web/library.ts", "web", None),
            ("web/lib/other.ts", "service", None),
            ("web/lib/mine.ts", "web", Some("mine.ts")),
        ]);
        let (moved, relocated) = relocate(&old, &[upgrade]);
        let places: Vec<(&str, Option<&str>)> = moved
            .files
            .iter()
            .map(|(path, file)| (path.as_str(), file.at.as_ref().map(WorkspacePath::as_str)))
            .collect();
        assert_eq!(
            places,
            [
                ("web/b.ts", Some("web/lib/a.ts")),
                ("web/lib/other.ts", None),
                ("web/library.ts", None),
                ("web/shared/c.ts", Some("web/lib/c.ts")),
                ("web/shared/mine.ts", Some("mine.ts")),
            ]
        );
        assert_eq!(relocated, [path("web/b.ts"), path("web/shared/c.ts")].into());
    }

    #[test]
    fn what_breaks_is_a_major_version_or_says_so() {
        let upgrade = |from: &str, to: &str| TemplateUpgrade {
            from: Some(version(from)),
            to: Some(version(to)),
            ..web(Vec::new())
        };
        assert!(upgrade("1.0.0", "2.0.0").is_major());
        assert!(upgrade("0.1.0", "0.2.0").is_major());
        assert!(!upgrade("1.0.0", "1.9.0").is_major());
        assert!(web(vec![(version("1.1.0"), Upgrade { breaking: true, ..Upgrade::default() })]).is_major());
    }
}
