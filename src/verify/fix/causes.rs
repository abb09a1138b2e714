//! What is left, by what it comes from: one missing export that breaks forty files is one cause.

use std::collections::BTreeMap;

use camino::Utf8Path;
use serde::Serialize;

use crate::verify::Diagnostic;

/// Of what a message quotes, this much tells causes apart.
const QUOTED: usize = 4;

/// Findings that come from one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cause {
    /// Which tool found it.
    pub tool: &'static str,
    /// The tool's name for it.
    pub code: Option<String>,
    /// What the first of them says.
    pub message: String,
    /// All of them, by place.
    pub places: Vec<String>,
    /// The first of them.
    #[serde(skip)]
    pub first: Diagnostic,
}

/// Tool, code, and what it is about.
type Key<'a> = (&'a str, Option<&'a str>, Vec<String>);

/// Groups findings by code and by the names and modules they are about; those with the most places come first.
pub fn causes(found: &[Diagnostic]) -> Vec<Cause> {
    let mut groups: BTreeMap<Key<'_>, Vec<&Diagnostic>> = BTreeMap::new();
    for one in found {
        groups.entry((one.tool, one.code.as_deref(), subjects(one))).or_default().push(one);
    }
    let mut causes: Vec<Cause> = groups.into_values().filter_map(cause).collect();
    causes.sort_by(|one, other| {
        let order = other.places.len().cmp(&one.places.len());
        order.then_with(|| place(&one.first).cmp(&place(&other.first)))
    });
    causes
}

fn cause(mut found: Vec<&Diagnostic>) -> Option<Cause> {
    found.sort_by(|one, other| place(one).cmp(&place(other)));
    let first = (*found.first()?).clone();
    let places = found.iter().map(|one| one.place()).collect();
    Some(Cause { tool: first.tool, code: first.code.clone(), message: first.message.clone(), places, first })
}

fn place(one: &Diagnostic) -> (Option<&str>, Option<u32>, Option<u32>) {
    (one.file.as_deref(), one.line, one.column)
}

/// What a message quotes; the whole message where that is nothing. Modules are named from the root, wherever they are
/// imported.
fn subjects(one: &Diagnostic) -> Vec<String> {
    let quoted: Vec<String> = quoted(&one.message).take(QUOTED).map(|name| subject(one, name)).collect();
    if quoted.is_empty() { vec![one.message.clone()] } else { quoted }
}

fn subject(one: &Diagnostic, name: &str) -> String {
    let folder = one.file.as_deref().map(Utf8Path::new).and_then(Utf8Path::parent);
    let (Some(folder), true) = (folder, name.starts_with("./") || name.starts_with("../")) else {
        return name.to_owned();
    };
    let mut parts: Vec<&str> = folder.as_str().split('/').filter(|part| !part.is_empty()).collect();
    for part in name.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// What stands between quotes of one sort; TypeScript puts modules into both.
fn quoted(message: &str) -> impl Iterator<Item = &str> {
    message.split('\'').skip(1).step_by(2).map(|name| name.trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(file: &str, line: u32, code: &str, message: &str) -> Diagnostic {
        let (file, code) = (Some(file.to_owned()), Some(code.to_owned()));
        Diagnostic { file, code, line: Some(line), column: Some(1), ..Diagnostic::error("tsc", message) }
    }

    #[test]
    fn one_missing_export_is_one_cause_from_wherever_it_is_imported() {
        let missing = |file: &str, from: &str| {
            found(file, 1, "TS2305", &format!("Module '\"{from}\"' has no exported member 'Pet'."))
        };
        let all = [
            missing("src/b/x.ts", "../model"),
            found("src/c.ts", 9, "TS2304", "Cannot find name 'x'."),
            missing("src/a.ts", "./model"),
            found("src/a.ts", 2, "TS2305", "Module '\"./model\"' has no exported member 'Owner'."),
        ];
        let causes = causes(&all);
        let shown: Vec<(usize, &str)> =
            causes.iter().map(|cause| (cause.places.len(), cause.first.message.as_str())).collect();
        assert_eq!(
            shown,
            [
                (2, "Module '\"./model\"' has no exported member 'Pet'."),
                (1, "Module '\"./model\"' has no exported member 'Owner'."),
                (1, "Cannot find name 'x'."),
            ]
        );
        assert_eq!(causes[0].places, ["src/a.ts:1:1", "src/b/x.ts:1:1"]);
    }

    #[test]
    fn messages_that_quote_nothing_are_told_apart_by_their_words() {
        let all = [found("a.ts", 1, "TS1005", "Expected a."), found("a.ts", 2, "TS1005", "Expected b.")];
        assert_eq!(causes(&all).len(), 2);
    }
}
