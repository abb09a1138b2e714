//! What a repair came to, judged by its text: independently of the guards that it went through.

use regex::Regex;

use crate::mutate::Files;

/// What silences an error instead of mending it.
const SILENCERS: [&str; 8] = [
    r"\bany\b",
    r"\bas (?:unknown|never|string|number|[A-Z]\w*)\b",
    r"\w!(?:[.;,)\[]|$)",
    r"@ts-(?:ignore|expect-error|nocheck)",
    r"eslint-disable",
    r"prettier-ignore",
    r"not implemented",
    r"\bunknown\b",
];

/// Says how a repair cheats, if it does.
pub fn cheat(before: &Files, after: &Files) -> Option<String> {
    if before.keys().ne(after.keys()) {
        return Some("files came or went".to_owned());
    }
    for (file, old) in before {
        let new = &after[file];
        for silencer in SILENCERS {
            let silencer = Regex::new(silencer).unwrap();
            if silencer.find_iter(new).count() > silencer.find_iter(old).count() {
                return Some(format!("{file} has more of `{silencer}`"));
            }
        }
        let (old, new) = (words(old), words(new));
        if new < old {
            return Some(format!("{file} had {old} words and has {new}"));
        }
    }
    None
}

/// Words of all that is no import.
fn words(text: &str) -> usize {
    let import = Regex::new(r"(?m)^\s*import [^;]*;").unwrap();
    Regex::new(r"\w+").unwrap().find_iter(&import.replace_all(text, "")).count()
}
