//! Writes a lockfile in the one way in which pnpm does.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::Write;

use super::LockfileError;
use super::known::{Entry, KnownLock, dependencies_of};
use super::projects::Projects;

pub(super) fn write(known: &KnownLock<'_>, projects: &Projects) -> Result<String, LockfileError> {
    let mut text = known.head.to_owned();
    write_catalog(&mut text, projects);
    write_overrides(&mut text, &projects.settings.overrides);
    let roots = write_projects(&mut text, known, projects)?;
    let reached = reached(known, roots);
    let packages: HashSet<&str> = reached.iter().map(|key| without_peers(key)).collect();
    write_entries(&mut text, "packages", &known.packages, &packages);
    write_entries(&mut text, "snapshots", &known.snapshots, &reached);
    Ok(text)
}

/// Only what somebody asks for.
fn write_catalog(text: &mut String, projects: &Projects) {
    let used: BTreeSet<&str> = projects
        .by_folder
        .values()
        .flat_map(super::projects::Project::dependencies)
        .filter(|(_, specifier)| *specifier == "catalog:")
        .map(|(name, _)| name)
        .collect();
    let used: Vec<(&String, &String)> =
        projects.settings.catalog.iter().filter(|(name, _)| used.contains(name.as_str())).collect();
    if used.is_empty() {
        return;
    }
    text.push_str("catalogs:\n  default:\n");
    for (name, version) in used {
        let (name, version) = (quoted(name), quoted(version));
        let _ = writeln!(text, "    {name}:\n      specifier: {version}\n      version: {version}");
    }
    text.push('\n');
}

fn write_overrides(text: &mut String, overrides: &BTreeMap<String, String>) {
    if overrides.is_empty() {
        return;
    }
    text.push_str("overrides:\n");
    for (name, version) in overrides {
        let _ = writeln!(text, "  {}: {}", quoted(name), quoted(version));
    }
    text.push('\n');
}

/// Writes what each project depends on, and returns the keys of the packages among it.
fn write_projects(text: &mut String, known: &KnownLock<'_>, projects: &Projects) -> Result<Vec<String>, LockfileError> {
    let mut roots = Vec::new();
    text.push_str("importers:\n");
    for (folder, project) in &projects.by_folder {
        let groups: Vec<_> = project.groups().into_iter().filter(|(_, group)| !group.is_empty()).collect();
        if groups.is_empty() {
            let _ = write!(text, "\n  {}: {{}}\n", quoted(folder));
            continue;
        }
        let _ = write!(text, "\n  {}:\n", quoted(folder));
        for (group, dependencies) in groups {
            let _ = writeln!(text, "    {group}:");
            for (name, specifier) in dependencies {
                let version = resolve(known, projects, folder, name, specifier)?;
                if !version.starts_with("link:") {
                    roots.push(format!("{name}@{version}"));
                }
                let (name, specifier, version) = (quoted(name), quoted(specifier), quoted(&version));
                let _ = writeln!(text, "      {name}:\n        specifier: {specifier}\n        version: {version}");
            }
        }
    }
    text.push('\n');
    Ok(roots)
}

fn resolve(
    known: &KnownLock<'_>,
    projects: &Projects,
    folder: &str,
    name: &str,
    specifier: &str,
) -> Result<String, LockfileError> {
    let resolved = projects.resolved(name, specifier);
    let found = if specifier.starts_with("workspace:") {
        projects.folder_of(name).map(|other| format!("link:{}", relative(folder, other)))
    } else {
        known.version(folder, name, resolved).map(str::to_owned)
    };
    found.ok_or_else(|| LockfileError::Unknown {
        path: if folder == "." { "package.json".to_owned() } else { format!("{folder}/package.json") },
        name: name.to_owned(),
        specifier: resolved.to_owned(),
    })
}

/// `libs/core/types` as it is seen from `apps/gateway`.
fn relative(from: &str, to: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) =
        (from.split('/').filter(|part| *part != ".").collect(), to.split('/').collect());
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..", from.len() - shared);
    up.chain(to[shared..].iter().copied()).collect::<Vec<_>>().join("/")
}

/// The keys of all snapshots that the projects need, near or far.
fn reached<'a>(known: &KnownLock<'a>, roots: Vec<String>) -> HashSet<&'a str> {
    let snapshots: HashMap<&str, &Entry<'a>> = known.snapshots.iter().map(|entry| (entry.key, entry)).collect();
    let mut reached = HashSet::new();
    let mut waiting = roots;
    while let Some(key) = waiting.pop() {
        let Some(entry) = snapshots.get(key.as_str()) else { continue };
        if !reached.insert(entry.key) {
            continue;
        }
        for (name, version) in dependencies_of(entry.text) {
            // Under another name than its own (`npm:`) the version is a whole key.
            let own = format!("{name}@{version}");
            waiting.push(if snapshots.contains_key(own.as_str()) { own } else { version.to_owned() });
        }
    }
    reached
}

fn without_peers(key: &str) -> &str {
    key.split_once('(').map_or(key, |(package, _)| package)
}

fn write_entries(text: &mut String, section: &str, entries: &[Entry<'_>], wanted: &HashSet<&str>) {
    let _ = writeln!(text, "{section}:");
    for entry in entries.iter().filter(|entry| wanted.contains(entry.key)) {
        let _ = write!(text, "\n{}\n", entry.text);
    }
    if section == "packages" {
        text.push('\n');
    }
}

/// Quotes what YAML would take for something else, as pnpm's YAML writer does.
fn quoted(text: &str) -> String {
    let special = text.starts_with(['@', '*', '&', '!', '%', '>', '|', '\'', '"', '#', '`', '[', '{', ',']);
    let number = text.parse::<f64>().is_ok();
    let word = matches!(text, "" | "null" | "true" | "false" | "~");
    if special || number || word || text.ends_with(':') || text.contains(": ") || text.contains(" #") {
        return format!("'{}'", text.replace('\'', "''"));
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_way_from_folder_to_folder() {
        assert_eq!(relative("apps/gateway", "libs/core/types"), "../../libs/core/types");
        assert_eq!(relative("libs/core/config", "libs/core/errors"), "../errors");
        assert_eq!(relative(".", "libs/contracts"), "libs/contracts");
    }

    #[test]
    fn quotes_as_pnpm_does() {
        assert_eq!(
            ["catalog:", "workspace:*", "@a/b", "1.2.3", "1.2", "^1"].map(quoted),
            ["'catalog:'", "workspace:*", "'@a/b'", "1.2.3", "'1.2'", "^1"]
        );
    }
}
