//! `docs/spec.md`: every key of `fountane.yaml`, from the same comments that editors show.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::schema::schema;

const INTRODUCTION: &str = "# fountane.yaml

Every key of the spec, made from the comments of its types (`src/spec/document`); do not edit it by hand.
Editors complete keys and show these texts when the first line of the file is
`# yaml-language-server: $schema=.fountane/schema.json`.

- Keys are kebab-case, entities and enums PascalCase, fields and relations camelCase, services and roles kebab-case.
- What has a default may be left out; a key with nothing behind it is refused.
- YAML 1.2 is read: `no` and `on` are words, `true` and `false` are the only booleans. Anchors, aliases and `<<` work.
- A file has at most 1 MiB; a product at most 1,000 entities, an entity at most 200 fields and relations.

";

/// The whole page, as Markdown.
pub fn reference() -> String {
    let mut page =
        Page { defs: schema().get("$defs").and_then(Value::as_object), out: INTRODUCTION.to_owned(), done: Vec::new() };
    page.section("The file", schema());
    while let Some(name) = page.next() {
        if let Some(definition) = page.defs.and_then(|defs| defs.get(&name)) {
            page.section(&heading(&name), definition);
        }
    }
    format!("{}\n", page.out.trim_end())
}

struct Page<'s> {
    defs: Option<&'s Map<String, Value>>,
    out: String,
    /// Definitions in the order of their first mention, and whether they are written.
    done: Vec<(String, bool)>,
}

impl Page<'_> {
    fn next(&mut self) -> Option<String> {
        let (name, done) = self.done.iter_mut().find(|(_, done)| !done)?;
        *done = true;
        Some(name.clone())
    }

    fn section(&mut self, heading: &str, schema: &Value) {
        let _ = writeln!(self.out, "## {heading}\n");
        if let Some(description) = description(schema) {
            let _ = writeln!(self.out, "{description}\n");
        }
        if let Some(words) = schema
            .get("oneOf")
            .and_then(Value::as_array)
            .filter(|words| words.iter().all(|word| word.get("const").is_some()))
        {
            self.out.push_str("| value | meaning |\n|---|---|\n");
            for word in words {
                let value = word["const"].as_str().unwrap_or_default();
                let _ = writeln!(self.out, "| `{value}` | {} |", description(word).unwrap_or_default());
            }
            self.out.push('\n');
        }
        if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
            let choices: Vec<String> = choices.iter().map(|choice| self.kind(choice)).collect();
            let _ = writeln!(self.out, "One of: {}.\n", choices.join(" · "));
        }
        let Some(properties) = schema.get("properties").and_then(Value::as_object) else { return };
        let required: Vec<&str> =
            schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        self.out.push_str("| key | what | meaning |\n|---|---|---|\n");
        for (key, rules) in properties {
            let mark = if required.contains(&key.as_str()) { " (required)" } else { "" };
            let kind = self.kind(rules);
            let default = rules.get("default").filter(|value| {
                !matches!(value, Value::Array(items) if items.is_empty())
                    && !matches!(value, Value::Object(map) if map.is_empty())
            });
            let default =
                default.map_or_else(String::new, |value| format!(" Default: `{}`.", crate::yaml::write::flow(value)));
            let meaning = description(rules).unwrap_or_default().replace('|', "\\|");
            let _ = writeln!(self.out, "| `{key}`{mark} | {kind} | {meaning}{default} |");
        }
        self.out.push('\n');
    }

    fn kind(&mut self, schema: &Value) -> String {
        if let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|link| link.strip_prefix("#/$defs/")) {
            if !self.done.iter().any(|(known, _)| known == name) {
                self.done.push((name.to_owned(), false));
            }
            let heading = heading(name);
            return format!("[{}](#{})", heading.to_lowercase(), heading.to_lowercase().replace(' ', "-"));
        }
        if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
            return choices.iter().map(|choice| self.kind(choice)).collect::<Vec<_>>().join(" or ");
        }
        match schema.get("type").and_then(Value::as_str) {
            Some("array") => {
                format!("list of {}", schema.get("items").map_or_else(|| "values".to_owned(), |items| self.kind(items)))
            }
            Some("object") => match schema.get("additionalProperties").filter(|others| others.is_object()) {
                Some(others) => format!("map of name to {}", self.kind(others)),
                None => "map".to_owned(),
            },
            Some("string") => "text".to_owned(),
            Some("integer") => "whole number".to_owned(),
            Some("number") => "number".to_owned(),
            Some("boolean") => "true or false".to_owned(),
            _ => "any value".to_owned(),
        }
    }
}

fn heading(name: &str) -> String {
    super::naming::label(name)
}

fn description(schema: &Value) -> Option<String> {
    schema.get("description").and_then(Value::as_str).map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::schema::schema_text;

    /// `FOUNTANE_BLESS=1 cargo test` writes the files anew.
    #[expect(clippy::disallowed_methods, reason = "only tests know this variable")]
    fn is_kept(path: &str, content: &str) {
        if std::env::var_os("FOUNTANE_BLESS").is_some() {
            fs_err::create_dir_all("docs").unwrap();
            fs_err::write(path, content).unwrap();
        }
        let kept = fs_err::read_to_string(path).unwrap_or_default();
        assert!(kept == content, "{path} is not what the types say; write it anew with FOUNTANE_BLESS=1");
    }

    #[test]
    fn the_page_and_the_schema_in_docs_are_what_the_types_say() {
        is_kept("docs/spec.md", &reference());
        is_kept("docs/fountane.schema.json", &schema_text());
    }

    #[test]
    fn every_key_is_explained() {
        let mut bare = Vec::new();
        let defs = schema()["$defs"].as_object().unwrap();
        for (name, definition) in
            defs.iter().map(|(name, definition)| (name.as_str(), definition)).chain([("Document", schema())])
        {
            for (key, rules) in definition["properties"].as_object().into_iter().flatten() {
                if rules.get("description").is_none() {
                    bare.push(format!("{name}.{key}"));
                }
            }
        }
        assert_eq!(bare, Vec::<String>::new());
    }

    #[test]
    fn the_schema_accepts_the_main_specs_and_refuses_broken_ones() {
        let validator = jsonschema::validator_for(schema()).unwrap();
        for spec in ["clinic", "shop", "note"] {
            let text = fs_err::read_to_string(format!("tests/fixtures/specs/{spec}.yaml")).unwrap();
            let value = crate::yaml::parse(&text).unwrap().root.value();
            let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
            assert_eq!(errors, Vec::<String>::new(), "{spec}");
        }
        for spec in
            ["unknown-key", "yes-for-boolean", "relation-kinds", "text-for-list", "number-for-text", "empty-value"]
        {
            let text = fs_err::read_to_string(format!("tests/fixtures/broken-specs/{spec}.yaml")).unwrap();
            let value = crate::yaml::parse(&text).unwrap().root.value();
            assert!(!validator.is_valid(&value), "{spec}");
        }
    }
}
