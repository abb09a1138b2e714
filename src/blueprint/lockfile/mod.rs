//! `pnpm-lock.yaml` without pnpm and without a network.
//!
//! The template `workspace` keeps lockfiles that pnpm wrote for workspaces of every shape. What a dependency resolves to
//! depends on its neighbours (peers), so the one whose projects are most like those at hand is taken. From it come the
//! packages; the projects themselves are those at hand, and what none of them reaches is left out. The result is what
//! `pnpm install --lockfile-only` writes.

mod known;
mod projects;
mod writer;

use std::collections::BTreeMap;

use known::KnownLock;
use projects::{Project, Projects};

use crate::render::RenderedFile;

/// Why no lockfile could be made. `pnpm install` makes one then.
#[derive(Debug, Clone, thiserror::Error, PartialEq, Eq)]
pub enum LockfileError {
    /// A `package.json`, or the workspace's own file, is not understood.
    #[error("`{path}`: {message}")]
    Unreadable {
        /// Which file.
        path: String,
        /// What is wrong with it.
        message: String,
    },
    /// No known lockfile has this dependency.
    #[error("`{path}` depends on `{name}@{specifier}`, which no known lockfile has")]
    Unknown {
        /// The `package.json`.
        path: String,
        /// Of the package.
        name: String,
        /// The version that it asks for, after looking it up in the catalog.
        specifier: String,
    },
}

/// The lockfile of a rendered workspace, from the lockfiles that are known.
///
/// # Panics
/// Where there are no known lockfiles.
pub fn lockfile(known: &[&str], files: &[RenderedFile]) -> Result<String, LockfileError> {
    let projects = Projects::read(files)?;
    let known: Vec<KnownLock<'_>> = known.iter().map(|text| KnownLock::parse(text)).collect();
    let best = known.iter().min_by_key(|lock| distance(lock, &projects)).expect("at least one lockfile is known");
    writer::write(best, &projects)
}

/// How many dependencies two workspaces do not have in common; those missing in the known one weigh more than anything.
fn distance(lock: &KnownLock<'_>, projects: &Projects) -> usize {
    const MISSING: usize = 10_000;
    let at_hand =
        kinds(projects.by_folder.iter().map(|(folder, project)| (folder.as_str(), wanted(project, projects))));
    let known = kinds(lock.projects.iter().map(|(folder, dependencies)| {
        (*folder, dependencies.iter().map(|(name, found)| (*name, found.specifier)).collect())
    }));
    let missing = at_hand.iter().flat_map(|(kind, wanted)| {
        let known = known.get(kind);
        wanted.iter().filter(move |(name, specifier)| {
            known.is_none_or(|known| known.get(*name).is_none_or(|found| found != *specifier))
        })
    });
    let surplus = known.iter().flat_map(|(kind, known)| {
        let wanted = at_hand.get(kind);
        known.keys().filter(move |name| !wanted.is_some_and(|wanted| wanted.contains_key(*name)))
    });
    missing.count() * MISSING + surplus.count()
}

type Wanted<'a> = BTreeMap<&'a str, &'a str>;

fn wanted<'a>(project: &'a Project, projects: &'a Projects) -> Wanted<'a> {
    project
        .dependencies()
        .filter(|(_, specifier)| !specifier.starts_with("workspace:"))
        .map(|(name, specifier)| (name, projects.resolved(name, specifier)))
        .collect()
}

/// All services are of one kind: there may be any number of them.
fn kinds<'a>(projects: impl Iterator<Item = (&'a str, Wanted<'a>)>) -> BTreeMap<&'a str, Wanted<'a>> {
    let mut kinds: BTreeMap<&str, Wanted<'_>> = BTreeMap::new();
    for (folder, dependencies) in projects {
        kinds.entry(kind(folder)).or_default().extend(dependencies);
    }
    kinds
}

fn kind(folder: &str) -> &str {
    match folder.strip_prefix("apps/services/") {
        Some(_) => "apps/services",
        None => folder,
    }
}
