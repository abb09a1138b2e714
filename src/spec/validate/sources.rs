//! Blueprints, and the sources that they may come from.

use std::collections::{HashMap, HashSet};

use semver::VersionReq;

use super::names::kebab_name;
use crate::spec::{
    Document, address,
    problem::{Part, Path, Problem},
    shape::did_you_mean,
};

/// More are asked for by mistake only.
const MOST_BLUEPRINTS: usize = 20;

pub(super) fn check(document: &Document, problems: &mut Vec<Problem>) {
    sources(document, problems);
    let here = Path::of(&["blueprint"]);
    if document.blueprint.len() > MOST_BLUEPRINTS {
        let message = format!("there are {} blueprints; at most {MOST_BLUEPRINTS} are taken", document.blueprint.len());
        problems.push(Problem::of_key(here.clone(), message));
    }
    let mut seen = HashSet::new();
    for (at, written) in document.blueprint.iter().enumerate() {
        let path = if document.blueprint.len() == 1 { here.clone() } else { here.index(at) };
        let (name, range) = written.split_once('@').unwrap_or((written, "*"));
        blueprint(document, &path, name, range, problems);
        if !seen.insert(name) {
            problems.push(Problem::new(path, format!("`{name}` is listed already")).mend("leave it out"));
        }
    }
}

fn blueprint(document: &Document, path: &Path, name: &str, range: &str, problems: &mut Vec<Problem>) {
    let (source, own) = name.split_once('/').map_or((None, name), |(source, own)| (Some(source), own));
    let example = source.map_or_else(|| "saas@^1".to_owned(), |source| format!("{source}/audit@^1"));
    if let Some(problem) = kebab_name(path, own, "a blueprint") {
        let mend = format!("write name and range, such as `{example}`");
        problems.push(Problem { part: Part::Value, ..problem }.mend(mend));
        return;
    }
    if let Some(source) = source.filter(|source| !document.sources.contains_key(*source)) {
        let problem = Problem::new(path.clone(), format!("there is no source `{}`", source.escape_debug()));
        let meant = did_you_mean(source, document.sources.keys().map(String::as_str));
        problems.push(problem.mend(meant.map_or_else(
            || "add it to `sources:`, such as `acme: { git: https://…, at: ^1 }`".to_owned(),
            |meant| format!("did you mean `{meant}`?"),
        )));
    }
    if VersionReq::parse(range).is_err() {
        let message = format!("`{}` is no range of versions", range.escape_debug());
        let mend = format!("write one such as `{name}@^1` or `{name}@~1.4`");
        problems.push(Problem::new(path.clone(), message).mend(mend));
    }
}

fn sources(document: &Document, problems: &mut Vec<Problem>) {
    let mut seen = HashMap::new();
    for (name, source) in &document.sources {
        let path = Path::of(&["sources", name]);
        problems.extend(kebab_name(&path, name, "a source"));
        if let Some(other) = seen.insert((&source.git, &source.folder), name) {
            // What is there is pinned and named once.
            let problem = Problem::of_key(path.clone(), format!("`{other}` is at the same address"));
            problems.push(problem.mend(format!("leave one of them out, and write `{other}/…`")));
        }
        if let Err(error) = address::read(source) {
            if error.key == address::SECRET {
                // At the section's own line: the value's would be shown with what is in it.
                let problem = Problem::of_key(Path::of(&["sources"]), format!("`{name}`: {}", error.reason));
                problems.push(problem.mend(error.mend));
                continue;
            }
            let given = match error.key {
                "git" => source.git.is_some(),
                "at" => source.at.is_some(),
                _ => source.folder.is_some(),
            };
            let problem = if given {
                Problem::new(path.key(error.key), error.reason)
            } else {
                Problem::of_key(path, error.reason)
            };
            problems.push(problem.mend(error.mend));
        }
    }
}
