//! Rules of the house: who may import whom, words that must not be there, documents that the program writes itself.

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Path, Utf8PathBuf};

fn root() -> &'static Utf8Path {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Utf8Path) -> Vec<Utf8PathBuf> {
    let mut found = Vec::new();
    for entry in folder.read_dir_utf8().unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            found.extend(sources(entry.path()));
        } else if entry.path().extension() == Some("rs") {
            found.push(entry.into_path());
        }
    }
    found.sort();
    found
}

/// The table in `docs/architecture.md`: a line `| room | a, b |` says that `room` may import `a` and `b`.
fn table() -> BTreeMap<String, BTreeSet<String>> {
    let text = fs_err::read_to_string(root().join("docs/architecture.md")).unwrap();
    let (_, table) = text.split_once("<!-- imports -->").unwrap();
    let (table, _) = table.split_once("<!-- /imports -->").unwrap();
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let names = |cell: &str| -> BTreeSet<String> {
            cell.split(',')
                .map(|name| name.trim().trim_matches('`').to_owned())
                .filter(|name| !name.is_empty())
                .collect()
        };
        (names(cells[0]).pop_first().unwrap(), names(cells[1]))
    })
    .collect()
}

/// The rooms that a text names behind `crate::`, also in braces.
fn imported(text: &str) -> BTreeSet<String> {
    let word = |text: &str| -> String {
        text.trim_start().chars().take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '_').collect()
    };
    let mut rooms = BTreeSet::new();
    for part in text.split("crate::").skip(1) {
        let Some(group) = part.strip_prefix('{') else {
            rooms.insert(word(part));
            continue;
        };
        let (mut depth, mut start) = (0_i32, 0);
        for (at, c) in group.char_indices() {
            let ends = depth == 0 && (c == ',' || c == '}');
            if ends {
                rooms.insert(word(&group[start..at]));
                start = at + 1;
            }
            if c == '}' && depth == 0 {
                break;
            }
            depth += i32::from(c == '{') - i32::from(c == '}');
        }
    }
    rooms.remove("");
    rooms
}

/// The text without what it quotes for other crates: `quote!(crate::error)` is no import of ours.
fn without_quoted(text: &str) -> String {
    let mut parts = text.split("quote!");
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut depth = 0_i32;
        let end = part.find(|c| {
            depth += i32::from(matches!(c, '(' | '{' | '[')) - i32::from(matches!(c, ')' | '}' | ']'));
            depth == 0 && !char::is_whitespace(c)
        });
        rest.push_str(&part[end.map_or(part.len(), |end| end + 1)..]);
    }
    rest
}

#[test]
fn every_import_is_in_the_table() {
    let table = table();
    let mut wrong = Vec::new();
    for path in sources(&root().join("src")) {
        let inside = path.strip_prefix(root().join("src")).unwrap();
        let room = inside.components().next().unwrap().as_str().trim_end_matches(".rs").to_owned();
        if ["lib", "main"].contains(&room.as_str()) {
            continue;
        }
        let text = fs_err::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]\nmod ").next().unwrap();
        let code: String = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .fold(String::new(), |all, line| all + line + "\n");
        let Some(allowed) = table.get(&room) else {
            wrong.push(format!("`{room}` is not in the table"));
            continue;
        };
        let forbidden =
            imported(&without_quoted(&code)).into_iter().filter(|other| *other != room && !allowed.contains(other));
        wrong.extend(forbidden.map(|other| format!("{inside} imports `{other}`")));
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "not in the table of docs/architecture.md:\n{}", wrong.join("\n"));
}

#[test]
fn no_word_is_left_that_should_not_be() {
    let words = ["todo", "unimplemented", "dbg"].map(|word| format!("{word}!("));
    let files = sources(&root().join("src"));
    for path in files {
        let text = fs_err::read_to_string(&path).unwrap();
        for word in &words {
            assert!(!text.contains(word.as_str()), "`{word}` in {path}");
        }
    }
}
