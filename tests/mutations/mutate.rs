//! Faults that people and programs make, put into projects that had none. The same seed makes the same faults.

use std::collections::BTreeMap;

use fastrand::Rng;
use regex::{Captures, Regex};

/// Files of a project by their path.
pub type Files = BTreeMap<String, String>;

/// A sort of fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    MissingImport,
    MissingName,
    MisspeltImport,
    UnusedImport,
    MisspeltMember,
    MisspeltCall,
    MissingAwait,
    MissingAsync,
    MissingOverride,
    TypeImport,
    NullCheck,
    WrongArguments,
    Syntax,
    LintOnly,
    Formatting,
}

impl Fault {
    pub const ALL: [Self; 15] = [
        Self::MissingImport,
        Self::MissingName,
        Self::MisspeltImport,
        Self::UnusedImport,
        Self::MisspeltMember,
        Self::MisspeltCall,
        Self::MissingAwait,
        Self::MissingAsync,
        Self::MissingOverride,
        Self::TypeImport,
        Self::NullCheck,
        Self::WrongArguments,
        Self::Syntax,
        Self::LintOnly,
        Self::Formatting,
    ];

    /// Puts such a fault somewhere; false where there is no place for it.
    pub fn put(self, files: &mut Files, rng: &mut Rng) -> bool {
        match self {
            Self::MissingImport => replace(files, rng, r"(?m)^import [^;]*;\n", |_, _| String::new()),
            Self::MissingName => replace(files, rng, r"\{ (\w+), ", |_, _| "{ ".to_owned()),
            Self::MisspeltImport => replace(files, rng, r"(?m)^(import (?:type )?\{ )(\w{5,})", |found, rng| {
                format!("{}{}", &found[1], misspelt(&found[2], rng))
            }),
            Self::UnusedImport => put_unused_import(files, rng),
            Self::MisspeltMember => {
                replace(files, rng, r"\.([a-z]\w{4,})\b", |found, rng| format!(".{}", misspelt(&found[1], rng)))
            }
            Self::MisspeltCall => replace(files, rng, r"([ (])([a-z]\w{4,})\(", |found, rng| {
                format!("{}{}(", &found[1], misspelt(&found[2], rng))
            }),
            Self::MissingAwait => replace(files, rng, r"await ", |_, _| String::new()),
            Self::MissingAsync => replace(files, rng, r"async ", |_, _| String::new()),
            Self::MissingOverride => replace(files, rng, r"override ", |_, _| String::new()),
            Self::TypeImport => {
                replace(files, rng, r"(?m)^import \{ (\w+)", |found, _| format!("import type {{ {}", &found[1]))
            }
            Self::NullCheck => {
                replace(
                    files,
                    rng,
                    r"\?\.| \?\? \w+",
                    |found, _| {
                        if &found[0] == "?." { ".".to_owned() } else { String::new() }
                    },
                )
            }
            Self::WrongArguments => replace(files, rng, r"(\w\()(\w+)(, |\))", |found, rng| match rng.u8(0..3) {
                0 => format!("{}{}", &found[1], if &found[3] == ")" { ")" } else { "" }),
                1 => format!("{}{}, 'more'{}", &found[1], &found[2], &found[3]),
                _ => format!("{}'{}'{}", &found[1], &found[2], &found[3]),
            }),
            Self::Syntax => replace(files, rng, r"[,;)}(]", |_, _| String::new()),
            Self::LintOnly => replace(files, rng, r"\bconst (\w+) =", |found, _| format!("let {} =", &found[1])),
            Self::Formatting => replace(files, rng, r"(?m)^  +(\w)", |found, _| format!("\t   {}", &found[1])),
        }
    }
}

/// One of the places of a pattern is changed, in one of the files that have it.
fn replace(files: &mut Files, rng: &mut Rng, pattern: &str, by: impl Fn(&Captures<'_>, &mut Rng) -> String) -> bool {
    let pattern = Regex::new(pattern).unwrap();
    let places: Vec<(String, usize)> = files
        .iter()
        .flat_map(|(file, text)| pattern.find_iter(text).map(|found| (file.clone(), found.start())))
        .collect();
    if places.is_empty() {
        return false;
    }
    let (file, at) = &places[rng.usize(0..places.len())];
    let text = &files[file];
    let found = pattern.captures_at(text, *at).unwrap();
    let range = found.get(0).unwrap().range();
    let changed = format!("{}{}{}", &text[..range.start], by(&found, rng), &text[range.end..]);
    let is_changed = changed != *text;
    files.insert(file.clone(), changed);
    is_changed
}

/// Two letters change places, or one is left out or doubled.
fn misspelt(word: &str, rng: &mut Rng) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = rng.usize(1..letters.len() - 1);
    match rng.u8(0..3) {
        0 if letters[at] != letters[at + 1] => letters.swap(at, at + 1),
        1 => drop(letters.remove(at)),
        _ => letters.insert(at, letters[at]),
    }
    letters.into_iter().collect()
}

/// A file imports something that another exports and it never names.
fn put_unused_import(files: &mut Files, rng: &mut Rng) -> bool {
    let exports = Regex::new(r"(?m)^export (?:async )?(?:function|const|class) (\w+)").unwrap();
    let mut choices = Vec::new();
    for (from, text) in files.iter() {
        for name in exports.captures_iter(text).map(|found| found[1].to_owned()) {
            let is_beside = |file: &str| folder_of(file) == folder_of(from) && file != from;
            let others = files.iter().filter(|(file, text)| is_beside(file) && !text.contains(&name));
            choices.extend(others.map(|(file, _)| (file.clone(), from.clone(), name.clone())));
        }
    }
    if choices.is_empty() {
        return false;
    }
    let (file, from, name) = choices.swap_remove(rng.usize(0..choices.len()));
    let module = from.trim_start_matches(folder_of(&from)).trim_start_matches('/').replace(".ts", ".js");
    let text = format!("import {{ {name} }} from './{module}';\n{}", files[&file]);
    files.insert(file, text);
    true
}

fn folder_of(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}
