//! A tree of the spec's shape as the text of a new `fountane.yaml`: what a person will read and change from then on.

use std::fmt::Write as _;

use serde_json::{Map, Value};

/// A map or list that fits into this many characters stands on one line.
const WIDTH: usize = 100;
/// Maps nearer to the root than this stand on lines of their own, however short.
const BLOCK_DEPTH: usize = 4;

const HEAD: &str = "\
# yaml-language-server: $schema=.fountane/schema.json
#
# What this product is made of. Change it, then run `fountane generate`.
# `fountane add entity Toy name:string!` and the like change it for you and keep your comments.
";

/// Writes a new spec. Reading it gives the tree again.
pub fn write(tree: &Map<String, Value>) -> String {
    let mut text = HEAD.to_owned();
    let mut after_block = false;
    for (key, value) in tree {
        if value.is_object() || after_block {
            text.push('\n');
        }
        entry(&mut text, key, value, 0);
        after_block = value.is_object();
    }
    text
}

fn entry(text: &mut String, key: &str, value: &Value, depth: usize) {
    let indent = "  ".repeat(depth);
    let key = scalar(key, false);
    let one_line = flow(value);
    let is_short = indent.len() + key.len() + 2 + one_line.chars().count() <= WIDTH;
    let is_nested = value.as_object().is_some_and(|map| map.values().any(Value::is_object));
    match value {
        Value::Object(map) if !map.is_empty() && (!is_short || depth + 1 < BLOCK_DEPTH && (depth == 0 || is_nested)) => {
            let _ = writeln!(text, "{indent}{key}:");
            for (key, value) in map {
                entry(text, key, value, depth + 1);
            }
        }
        Value::Array(items) if !is_short => {
            let _ = writeln!(text, "{indent}{key}:");
            for item in items {
                let _ = writeln!(text, "{indent}  - {}", flow(item));
            }
        }
        _ => {
            let _ = writeln!(text, "{indent}{key}: {one_line}");
        }
    }
}

fn flow(value: &Value) -> String {
    match value {
        Value::String(text) => scalar(text, true),
        Value::Array(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Object(map) if map.is_empty() => "{}".to_owned(),
        Value::Object(map) => {
            let entries: Vec<String> =
                map.iter().map(|(key, value)| format!("{}: {}", scalar(key, true), flow(value))).collect();
            format!("{{ {} }}", entries.join(", "))
        }
        other => other.to_string(),
    }
}

/// Without quotes where every reader takes it for the same text.
fn scalar(text: &str, in_flow: bool) -> String {
    if is_plain(text, in_flow) { text.to_owned() } else { Value::String(text.to_owned()).to_string() }
}

fn is_plain(text: &str, in_flow: bool) -> bool {
    let begins = text.starts_with(|c: char| c.is_alphabetic());
    let ends = !text.ends_with([' ', ':']);
    let safe = |c: char| c.is_alphanumeric() || " _-./!()+^".contains(c) || (!in_flow && ",'".contains(c));
    begins && ends && text.chars().all(safe) && !is_word_of_yaml(text)
}

/// Words that some reader takes for something else than text.
fn is_word_of_yaml(text: &str) -> bool {
    let word = text.to_ascii_lowercase();
    ["true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"].contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn text(tree: Value) -> String {
        let Value::Object(tree) = tree else { panic!("a map") };
        write(&tree)
    }

    #[test]
    fn a_spec_reads_well() {
        let tree = json!({
            "fountane": 1,
            "project": { "name": "clinic", "title": "Pet: Clinic", "description": "Records, for animals." },
            "blueprint": "saas@^1",
            "tenancy": "none",
            "roles": { "viewer": "Reads everything", "no": "Never" },
            "services": { "clinic": ["Owner", "Pet"] },
            "entities": {
                "Owner": { "fields": { "name": "string!" } },
                "Pet": {
                    "fields": { "name": "string!", "weight": { "type": "decimal", "min": 0 } },
                    "relations": { "owner": { "many-to-one": "Owner", "required": true } },
                },
            },
            "apps": { "web": { "locales": ["en", "de"], "theme": { "primary": "#0f766e" } } },
        });
        insta::assert_snapshot!(text(tree), @r##"
        # yaml-language-server: $schema=.fountane/schema.json
        #
        # What this product is made of. Change it, then run `fountane generate`.
        # `fountane add entity Toy name:string!` and the like change it for you and keep your comments.
        fountane: 1

        project:
          name: clinic
          title: "Pet: Clinic"
          description: "Records, for animals."
        blueprint: "saas@^1"
        tenancy: none

        roles:
          viewer: Reads everything
          "no": Never

        services:
          clinic: [Owner, Pet]

        entities:
          Owner:
            fields: { name: string! }
          Pet:
            fields:
              name: string!
              weight: { type: decimal, min: 0 }
            relations:
              owner: { many-to-one: Owner, required: true }

        apps:
          web:
            locales: [en, de]
            theme: { primary: "#0f766e" }
        "##);
    }

    fn trees() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            "\\PC{0,12}".prop_map(Value::from),
            "[a-zA-Z~#:,!&*? -]{0,8}".prop_map(Value::from),
            "(yes|no|null|1e3|0x1f|1_000|2026-01-01|12:30|<<|=)".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 5, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                proptest::collection::btree_map("[a-zA-Z# -]{1,6}|yes|null|1", inner, 0..4)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(tree in proptest::collection::btree_map("[a-z]{1,6}", trees(), 1..4)) {
            let tree: Map<String, Value> = tree.into_iter().collect();
            let text = write(&tree);
            let read: Value = crate::yaml::read(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
            prop_assert_eq!(read, Value::Object(tree), "{}", text);
        }
    }
}
