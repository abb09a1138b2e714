//! Objects are merged key by key, arrays become the union in order, and equal values are equal.

use serde_json::{Map, Value};

use super::ComposeError;
use crate::render::layout;

pub(super) fn merge(first: &str, second: &str) -> Result<String, ComposeError> {
    let mut merged = parse(first)?;
    let addition = parse(second)?;
    merge_value(&mut merged, addition, &mut String::new())?;
    sort_dependencies(&mut merged);
    layout::json_value("package.json", &merged).map_err(|error| ComposeError::NotJson(error.to_string()))
}

fn parse(text: &str) -> Result<Value, ComposeError> {
    serde_json::from_str(text).map_err(|error| ComposeError::NotJson(error.to_string()))
}

fn merge_value(into: &mut Value, addition: Value, pointer: &mut String) -> Result<(), ComposeError> {
    match (into, addition) {
        (Value::Object(into), Value::Object(addition)) => merge_object(into, addition, pointer),
        (Value::Array(into), Value::Array(addition)) => {
            for item in addition {
                if !into.contains(&item) {
                    into.push(item);
                }
            }
            Ok(())
        }
        (into, addition) if *into == addition => Ok(()),
        (into, addition) => Err(ComposeError::Conflict {
            pointer: pointer.clone(),
            first: into.to_string(),
            second: addition.to_string(),
        }),
    }
}

fn merge_object(
    into: &mut Map<String, Value>,
    addition: Map<String, Value>,
    pointer: &mut String,
) -> Result<(), ComposeError> {
    for (key, value) in addition {
        let Some(existing) = into.get_mut(&key) else {
            into.insert(key, value);
            continue;
        };
        let depth = pointer.len();
        pointer.push('/');
        pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
        merge_value(existing, value, pointer)?;
        pointer.truncate(depth);
    }
    Ok(())
}

/// Package managers keep dependencies sorted, so a later `pnpm add` changes one line only.
fn sort_dependencies(package: &mut Value) {
    for key in ["dependencies", "devDependencies", "peerDependencies"] {
        if let Some(Value::Object(dependencies)) = package.get_mut(key) {
            dependencies.sort_keys();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds_what_is_new_and_keeps_dependencies_sorted() {
        let merged = merge(
            r#"{ "scripts": { "test": "x" }, "devDependencies": { "vitest": "1" } }"#,
            r#"{ "scripts": { "lint": "y" }, "devDependencies": { "eslint": "2", "vitest": "1" } }"#,
        );
        let value: Value = serde_json::from_str(&merged.unwrap()).unwrap();
        assert_eq!(value["scripts"], serde_json::json!({ "test": "x", "lint": "y" }));
        assert_eq!(value["devDependencies"].as_object().unwrap().keys().collect::<Vec<_>>(), ["eslint", "vitest"]);
    }

    #[test]
    fn names_the_place_of_a_conflict() {
        let error = merge(r#"{ "a/b": { "c": 1 } }"#, r#"{ "a/b": { "c": 2 } }"#).unwrap_err();
        assert_eq!(error.to_string(), "two templates disagree about `/a~1b/c`: `1` and `2`");
    }
}
