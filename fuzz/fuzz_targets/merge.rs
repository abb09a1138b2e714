//! No three texts make a merge panic or hang, and no word that ours added is missing from what comes out.
//!
//! The first line names the file; `%%%%` on a line of its own stands between base, ours and theirs. Where parts are missing,
//! they are made from the first, so that any file is a place to begin.
#![no_main]

use std::collections::HashSet;

use fountane::merge::{Labels, Merged, Sides, marked_lines, merge};
use fountane::workspace_path::WorkspacePath;
use libfuzzer_sys::fuzz_target;

const NAMES: [&str; 7] = ["notes.md", "package.json", "tsconfig.json", "ci.yaml", ".env.example", "app.module.ts", "page.tsx"];

fuzz_target!(|text: &str| {
    let (first, rest) = text.split_once('\n').unwrap_or(("", text));
    let named = NAMES.iter().find(|name| **name == first);
    let content = if named.is_some() { rest } else { text };
    let names = named.map_or(&NAMES[..], std::slice::from_ref);
    let mut parts = content.split("%%%%\n");
    let base = parts.next().unwrap_or_default();
    let lines: Vec<&str> = base.split_inclusive('\n').collect();
    let middle = lines.len() / 2;
    let ours = parts.next().map_or_else(|| lines[middle..].concat() + "mine\n", str::to_owned);
    let theirs = parts.next().map_or_else(|| lines[..middle].concat() + "new\n", str::to_owned);
    for name in names {
        check(name, base, &ours, &theirs);
    }
});

fn check(name: &str, base: &str, ours: &str, theirs: &str) {
    let path = WorkspacePath::new(name).unwrap();
    let merge = |base: &str, ours: &str, theirs: &str| {
        let sides = Sides { base: base.as_bytes(), ours: ours.as_bytes(), theirs: theirs.as_bytes() };
        merge(&path, sides, &Labels::default())
    };
    assert_eq!(merge(base, base, theirs), Merged::Clean(theirs.into()));
    assert_eq!(merge(base, ours, base), Merged::Clean(ours.into()));
    let result = match merge(base, ours, theirs) {
        Merged::Clean(content) => content,
        Merged::Conflicted { with_markers, hunks } => {
            assert!(hunks > 0 && !marked_lines(&with_markers, &Labels::default()).is_empty());
            with_markers
        }
        Merged::Binary => return,
    };
    let result = String::from_utf8(result).unwrap();
    let (before, after) = (words(base), words(&result));
    for word in words(ours).difference(&before) {
        assert!(after.contains(word), "{word:?} of ours is not in\n{result}");
    }
    for word in words(theirs).difference(&before) {
        assert!(after.contains(word), "{word:?} of theirs is not in\n{result}");
    }
}

fn words(text: &str) -> HashSet<&str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}
