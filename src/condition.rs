//! `when:` of a manifest or question: a dotted path into the data, `!` before it, `&&` between several.

use serde_json::Value;

/// Whether a condition holds for the data. What the data does not have does not hold.
pub fn holds(condition: &str, data: &Value) -> bool {
    condition.split("&&").all(|term| {
        let term = term.trim();
        match term.strip_prefix('!') {
            Some(path) => !truthy(lookup(data, path.trim())),
            None => truthy(lookup(data, term)),
        }
    })
}

/// Fills `{{a.b}}` of a path with text from the data; the name that is missing where one is.
pub fn fill(path: &str, data: &Value) -> Result<String, String> {
    let mut filled = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, behind)) = after.split_once("}}") else { break };
        filled.push_str(before);
        match lookup(data, name.trim()) {
            Some(Value::String(text)) => filled.push_str(text),
            _ => return Err(name.trim().to_owned()),
        }
        rest = behind;
    }
    filled.push_str(rest);
    Ok(filled)
}

fn lookup<'a>(data: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.').try_fold(data, |value, key| value.get(key))
}

fn truthy(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => false,
        Some(Value::Bool(value)) => *value,
        Some(Value::Number(number)) => number.as_f64() != Some(0.0),
        Some(Value::String(text)) => !text.is_empty(),
        Some(Value::Array(items)) => !items.is_empty(),
        Some(Value::Object(_)) => true,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn all_terms_must_hold() {
        let data = json!({ "entity": { "audit": true, "relations": [], "name": "pet" } });
        assert!(holds("entity.audit && !entity.relations && entity.name", &data));
        assert!(!holds("entity.audit && entity.softDelete", &data));
    }

    #[test]
    fn fills_paths_and_names_what_is_missing() {
        let data = json!({ "entity": { "name": "pet" } });
        assert_eq!(fill("src/{{entity.name}}s/{{ entity.name }}.ts", &data), Ok("src/pets/pet.ts".to_owned()));
        assert_eq!(fill("{{entity.plural}}.ts", &data), Err("entity.plural".to_owned()));
    }
}
