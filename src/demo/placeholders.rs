//! `{port:web}` and the like in a manifest's texts.

use std::collections::BTreeSet;
use std::ops::Range;

use serde_json::Value;

use super::check::POSTGRES_PORT;
use super::manifest::Manifest;

/// What stands for something in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Placeholder<'a> {
    /// `{port:NAME}`: the number.
    Port(&'a str),
    /// `{url:NAME}`: `http://127.0.0.1:` and the number.
    Url(&'a str),
    /// `{database:NAME:owner}` or `{database:NAME:app}`: a connection URL with the role's password.
    Database(&'a str, Role),
    /// `{secret:NAME}`: 64 hexadecimal digits, made once.
    Secret(&'a str),
    /// `{data:NAME}`: a folder of its own that stays.
    Data(&'a str),
    /// `{workspace}`: the root.
    Workspace,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Owner,
    App,
}

/// Replaces each placeholder by what `value` says; other braces stay.
pub(super) fn expand(text: &str, mut value: impl FnMut(Placeholder<'_>) -> String) -> String {
    let mut expanded = String::with_capacity(text.len());
    let mut done = 0;
    for (range, placeholder) in found(text) {
        expanded.push_str(&text[done..range.start]);
        // Checked when the manifest was read; an unknown one stays as it is.
        let shown = placeholder.map_or_else(|()| text[range.clone()].to_owned(), &mut value);
        expanded.push_str(&shown);
        done = range.end;
    }
    expanded.push_str(&text[done..]);
    expanded
}

/// An environment variable's text: strings as they are, everything else as JSON with its strings expanded.
pub(super) fn expand_value(value: &Value, fill: &mut dyn FnMut(Placeholder<'_>) -> String) -> String {
    match value {
        Value::String(text) => expand(text, fill),
        other => inner(other, fill).to_string(),
    }
}

fn inner(value: &Value, fill: &mut dyn FnMut(Placeholder<'_>) -> String) -> Value {
    match value {
        Value::String(text) => Value::String(expand(text, fill)),
        Value::Array(items) => items.iter().map(|item| inner(item, fill)).collect(),
        Value::Object(entries) => entries.iter().map(|(key, item)| (key.clone(), inner(item, fill))).collect(),
        other => other.clone(),
    }
}

/// Whether each placeholder of a text means something; says which does not.
pub(super) fn check(text: &str, manifest: &Manifest) -> Result<(), String> {
    found(text).try_for_each(|(range, placeholder)| {
        let shown = &text[range];
        match placeholder.map_err(|()| format!("`{shown}` is no placeholder"))? {
            Placeholder::Port(name) | Placeholder::Url(name) => {
                let known = manifest.ports.iter().any(|port| port == name);
                let postgres = name == POSTGRES_PORT && manifest.postgres.is_some();
                (known || postgres).then_some(()).ok_or_else(|| format!("`{shown}`: there is no such port"))
            }
            Placeholder::Database(name, _) => {
                let mut databases = manifest.postgres.iter().flat_map(|postgres| &postgres.databases);
                let known = databases.any(|database| database.name == name);
                known.then_some(()).ok_or_else(|| format!("`{shown}`: there is no such database"))
            }
            Placeholder::Secret(_) | Placeholder::Data(_) | Placeholder::Workspace => Ok(()),
        }
    })
}

/// The same for all texts in a value.
pub(super) fn check_value(value: &Value, manifest: &Manifest) -> Result<(), String> {
    texts(value).into_iter().try_for_each(|text| check(text, manifest))
}

/// The names of all secrets that a manifest asks for.
pub(super) fn secrets(manifest: &Manifest) -> BTreeSet<String> {
    names(manifest, |placeholder| if let Placeholder::Secret(name) = placeholder { Some(name) } else { None })
}

/// The names of all data folders that a manifest asks for.
pub(super) fn data_folders(manifest: &Manifest) -> BTreeSet<String> {
    names(manifest, |placeholder| if let Placeholder::Data(name) = placeholder { Some(name) } else { None })
}

fn names(manifest: &Manifest, wanted: impl Fn(Placeholder<'_>) -> Option<&str>) -> BTreeSet<String> {
    let tasks = manifest.tasks.iter().flat_map(|task| task.env.values().flat_map(texts).chain(strings(&task.args)));
    let processes =
        manifest.processes.iter().flat_map(|each| each.env.values().flat_map(texts).chain(strings(&each.args)));
    let placeholders = tasks.chain(processes).flat_map(found).filter_map(|(_, placeholder)| placeholder.ok());
    placeholders.filter_map(|placeholder| wanted(placeholder).map(ToOwned::to_owned)).collect()
}

fn strings(args: &[String]) -> impl Iterator<Item = &str> {
    args.iter().map(String::as_str)
}

fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(entries) => entries.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// Whatever looks like a placeholder: `{word}` or `{word:part:part}`, without spaces or quotes, so JSON is none.
fn found(text: &str) -> impl Iterator<Item = (Range<usize>, Result<Placeholder<'_>, ()>)> {
    let opens = text.match_indices('{').map(|(at, _)| at);
    opens.filter_map(move |open| {
        let close = open + text[open..].find('}')?;
        let inside = &text[open + 1..close];
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b":-_".contains(&byte);
        let looks_so = inside.starts_with(|first: char| first.is_ascii_lowercase()) && inside.bytes().all(plain);
        looks_so.then(|| (open..close + 1, parse(inside)))
    })
}

fn parse(inside: &str) -> Result<Placeholder<'_>, ()> {
    let parts: Vec<&str> = inside.split(':').collect();
    match parts.as_slice() {
        ["workspace"] => Ok(Placeholder::Workspace),
        [_, "", ..] => Err(()),
        ["port", name] => Ok(Placeholder::Port(name)),
        ["url", name] => Ok(Placeholder::Url(name)),
        ["secret", name] => Ok(Placeholder::Secret(name)),
        ["data", name] => Ok(Placeholder::Data(name)),
        ["database", name, "owner"] => Ok(Placeholder::Database(name, Role::Owner)),
        ["database", name, "app"] => Ok(Placeholder::Database(name, Role::App)),
        _ => Err(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(placeholder: Placeholder<'_>) -> String {
        format!("<{placeholder:?}>")
    }

    #[test]
    fn placeholders_are_replaced_and_other_braces_stay() {
        let text = r#"{"id": "x", "at": "http://localhost:{port:web}/{A}/{ port:web}"} {workspace}"#;
        assert_eq!(
            expand(text, shown),
            r#"{"id": "x", "at": "http://localhost:<Port("web")>/{A}/{ port:web}"} <Workspace>"#
        );
        assert_eq!(expand("{database:shop:app}{", shown), r#"<Database("shop", App)>{"#);
    }

    #[test]
    fn values_that_are_no_text_become_json() {
        let value = serde_json::json!([{ "secret": "{secret:client}", "uris": ["{url:web}/x"], "on": true }]);
        let text = expand_value(&value, &mut |_| "v".to_owned());
        assert_eq!(text, r#"[{"secret":"v","uris":["v/x"],"on":true}]"#);
        assert_eq!(expand_value(&serde_json::json!(300), &mut |_| String::new()), "300");
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[{}a-z:ö\"]{0,40}") {
            expand(&text, |_| String::new());
        }
    }
}
