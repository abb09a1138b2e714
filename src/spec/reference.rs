//! `docs/spec.md`: every key of `fountane.yaml`, from the same comments that editors show.

use serde::Serialize;
use serde_json::{Map, Value};
use tera::{Context, Tera};

use super::schema::schema;

/// How the page is laid out, for Tera.
const TEMPLATE: &str = include_str!("reference.md.tera");

/// The whole page, as Markdown.
///
/// # Panics
/// Never: the template is a constant, and a test renders it.
pub fn reference() -> String {
    let mut page = Page { defs: schema().get("$defs").and_then(Value::as_object), done: Vec::new() };
    let mut sections = vec![page.section("The file", schema())];
    while let Some(name) = page.next() {
        if let Some(definition) = page.defs.and_then(|defs| defs.get(&name)) {
            sections.push(page.section(&heading(&name), definition));
        }
    }
    let mut context = Context::new();
    context.insert("sections", &sections);
    let text = Tera::one_off(TEMPLATE, &context, false).expect("a constant template");
    format!("{}\n", text.trim_end())
}

/// A type of the spec.
#[derive(Serialize)]
struct Section {
    heading: String,
    description: Option<String>,
    /// The words that it may be.
    words: Vec<Word>,
    /// The shapes that it may have.
    choices: Vec<String>,
    keys: Vec<Key>,
}

#[derive(Serialize)]
struct Word {
    value: String,
    meaning: String,
}

#[derive(Serialize)]
struct Key {
    name: String,
    required: bool,
    kind: String,
    meaning: String,
    default: Option<String>,
}

struct Page<'s> {
    defs: Option<&'s Map<String, Value>>,
    /// Definitions in the order of their first mention, and whether they are written.
    done: Vec<(String, bool)>,
}

impl Page<'_> {
    fn next(&mut self) -> Option<String> {
        let (name, done) = self.done.iter_mut().find(|(_, done)| !done)?;
        *done = true;
        Some(name.clone())
    }

    fn section(&mut self, heading: &str, schema: &Value) -> Section {
        let list = |key: &str| schema.get(key).and_then(Value::as_array).into_iter().flatten();
        let words = if list("oneOf").all(|word| word.get("const").is_some()) {
            list("oneOf").map(word).collect()
        } else {
            Vec::new()
        };
        let choices = list("anyOf").map(|choice| self.kind(choice)).collect();
        let required: Vec<&str> = list("required").filter_map(Value::as_str).collect();
        let properties = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
        let keys = properties.map(|(name, rules)| self.key(name, rules, required.contains(&name.as_str()))).collect();
        Section { heading: heading.to_owned(), description: description(schema), words, choices, keys }
    }

    fn key(&mut self, name: &str, rules: &Value, required: bool) -> Key {
        let says_something = |value: &&Value| {
            !matches!(value, Value::Array(items) if items.is_empty())
                && !matches!(value, Value::Object(map) if map.is_empty())
        };
        Key {
            name: name.to_owned(),
            required,
            kind: self.kind(rules),
            meaning: description(rules).unwrap_or_default().replace('|', "\\|"),
            default: rules.get("default").filter(says_something).map(crate::yaml::write::flow),
        }
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

fn word(word: &Value) -> Word {
    let value = word.get("const").and_then(Value::as_str).unwrap_or_default();
    Word { value: value.to_owned(), meaning: description(word).unwrap_or_default() }
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
