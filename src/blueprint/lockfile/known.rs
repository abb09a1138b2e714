//! A lockfile that pnpm wrote, taken apart by its lines. pnpm writes them in one way only, so no YAML parser is needed,
//! and what is copied stays as it is byte for byte.

use std::collections::BTreeMap;

pub(super) struct KnownLock<'a> {
    /// Version and settings: everything before the first section that depends on the workspace.
    pub head: &'a str,
    /// By folder (`.` for the root), then by name.
    pub projects: BTreeMap<&'a str, BTreeMap<&'a str, Found<'a>>>,
    pub packages: Vec<Entry<'a>>,
    pub snapshots: Vec<Entry<'a>>,
    catalog: BTreeMap<&'a str, &'a str>,
}

/// What a dependency resolved to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found<'a> {
    /// As asked for; a version where the catalog has it.
    pub specifier: &'a str,
    /// With the peers it was given, in parentheses.
    pub version: &'a str,
}

/// One package or snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry<'a> {
    /// `name@version(peers)` without quotes.
    pub key: &'a str,
    /// With the key's own line.
    pub text: &'a str,
}

impl<'a> KnownLock<'a> {
    pub(super) fn parse(text: &'a str) -> Self {
        let sections = sections(text);
        let section = |name: &str| sections.iter().find(|(found, _)| *found == name).map_or("", |(_, body)| body);
        let head = text.find("\ncatalogs:").map_or("", |end| &text[..=end]);
        let mut lock = Self {
            head,
            projects: BTreeMap::new(),
            packages: entries(section("packages")),
            snapshots: entries(section("snapshots")),
            catalog: BTreeMap::new(),
        };
        lock.catalog = catalog(section("catalogs"));
        for Entry { key, text } in entries(section("importers")) {
            lock.projects.insert(key, lock.dependencies(text));
        }
        lock
    }

    fn dependencies(&self, project: &'a str) -> BTreeMap<&'a str, Found<'a>> {
        let mut found = BTreeMap::new();
        let mut name = "";
        let mut specifier = "";
        for line in project.lines() {
            if let Some(value) = line.strip_prefix("        specifier: ") {
                specifier = unquoted(value);
            } else if let Some(version) = line.strip_prefix("        version: ") {
                if specifier == "catalog:" {
                    specifier = self.catalog.get(name).copied().unwrap_or_default();
                }
                if !version.starts_with("link:") {
                    found.insert(name, Found { specifier, version: unquoted(version) });
                }
            } else if let Some(key) = line.strip_prefix("      ").and_then(|line| line.strip_suffix(':')) {
                name = unquoted(key);
            }
        }
        found
    }

    /// What a project of this kind got for a dependency; what any project got, where none of its kind has it.
    pub(super) fn version(&self, folder: &str, name: &str, specifier: &str) -> Option<&'a str> {
        let kind = super::kind(folder);
        let of = |same_kind: bool| {
            self.projects
                .iter()
                .filter(move |(folder, _)| !same_kind || super::kind(folder) == kind)
                .filter_map(|(_, dependencies)| dependencies.get(name))
                .find(|found| found.specifier == specifier)
        };
        of(true).or_else(|| of(false)).map(|found| found.version)
    }
}

/// The names of the top level, and what is indented below each.
fn sections(text: &str) -> Vec<(&str, &str)> {
    let mut sections: Vec<(&str, &str)> = Vec::new();
    let mut start = 0;
    let mut name = "";
    for (at, line) in lines(text) {
        if let Some(next) = line.trim_end().strip_suffix(':').filter(|name| !name.starts_with([' ', '\''])) {
            sections.push((name, &text[start..at]));
            (name, start) = (next, at + line.len());
        }
    }
    sections.push((name, &text[start..]));
    sections
}

/// Blocks that begin two spaces deep, each with its own line.
fn entries(section: &str) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut starts: Vec<usize> = lines(section)
        .filter(|(_, line)| line.starts_with("  ") && !line[2..].starts_with(' '))
        .map(|(at, _)| at)
        .collect();
    starts.push(section.len());
    for pair in starts.windows(2) {
        let text = section[pair[0]..pair[1]].trim_end();
        let line = text.lines().next().unwrap_or_default().trim();
        let key = line.strip_suffix(" {}").unwrap_or(line);
        entries.push(Entry { key: unquoted(key.strip_suffix(':').unwrap_or(key)), text });
    }
    entries
}

fn catalog(section: &str) -> BTreeMap<&str, &str> {
    let mut catalog = BTreeMap::new();
    let mut name = "";
    for line in section.lines() {
        if let Some(specifier) = line.strip_prefix("      specifier: ") {
            catalog.insert(name, unquoted(specifier));
        } else if let Some(key) = line.strip_prefix("    ").and_then(|line| line.strip_suffix(':')) {
            name = unquoted(key);
        }
    }
    catalog
}

/// With the offset at which each begins, and with its line break.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    })
}

/// pnpm quotes keys that begin with `@`; none holds a quote itself.
pub(super) fn unquoted(text: &str) -> &str {
    text.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')).unwrap_or(text)
}

/// The dependencies of a snapshot: name, and version with peers.
pub(super) fn dependencies_of(snapshot: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut within = false;
    snapshot.lines().skip(1).filter_map(move |line| {
        let Some(deep) = line.strip_prefix("      ") else {
            within = matches!(line, "    dependencies:" | "    optionalDependencies:");
            return None;
        };
        let (name, version) = deep.split_once(": ").filter(|_| within)?;
        Some((unquoted(name), unquoted(version)))
    })
}
