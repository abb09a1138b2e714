//! What shall stand: what stands, with what changed in the spec since it was last asked. A person's own changes stay.

use serde_json::{Map, Value};

/// How deep things are told apart: tables, what belongs to a table, its kind, its name, and what a column is made of.
const DEPTH: usize = 4;

/// Tables as they shall be. `wanted` is what the spec asks for now, `meant` what it asked for before, `standing` what the
/// migrations amount to.
pub fn merge(
    wanted: &Map<String, Value>,
    meant: &Map<String, Value>,
    standing: &Map<String, Value>,
) -> Map<String, Value> {
    objects(wanted, meant, standing, DEPTH)
}

fn objects(
    wanted: &Map<String, Value>,
    meant: &Map<String, Value>,
    standing: &Map<String, Value>,
    depth: usize,
) -> Map<String, Value> {
    let more = standing.keys().filter(|key| !wanted.contains_key(*key));
    let mut merged = Map::new();
    for key in wanted.keys().chain(more) {
        if let Some(value) = values(wanted.get(key), meant.get(key), standing.get(key), depth) {
            merged.insert(key.clone(), value);
        }
    }
    merged
}

fn values(wanted: Option<&Value>, meant: Option<&Value>, standing: Option<&Value>, depth: usize) -> Option<Value> {
    if wanted == meant {
        return standing.cloned();
    }
    let none = Map::new();
    match (wanted, standing) {
        (Some(Value::Object(wanted)), Some(Value::Object(standing))) if depth > 0 => {
            let meant = meant.and_then(Value::as_object).unwrap_or(&none);
            Some(Value::Object(objects(wanted, meant, standing, depth - 1)))
        }
        _ => wanted.cloned(),
    }
}

/// What the spec asked for, once somebody has changed tables from `before` to `after` because of it.
pub fn follow(
    meant: &Map<String, Value>,
    before: &Map<String, Value>,
    after: &Map<String, Value>,
) -> Map<String, Value> {
    objects(after, before, meant, DEPTH)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn tables(columns: Value) -> Map<String, Value> {
        let Value::Object(tables) = json!({ "public.pets": { "name": "pets", "columns": columns } }) else {
            unreachable!("an object")
        };
        tables
    }

    fn merged(wanted: Value, meant: Value, standing: Value) -> Value {
        merge(&tables(wanted), &tables(meant), &tables(standing))["public.pets"]["columns"].clone()
    }

    #[test]
    fn what_the_spec_adds_and_drops_is_added_and_dropped() {
        let (a, b) = (json!({ "type": "text" }), json!({ "type": "date" }));
        let found = merged(json!({ "b": b }), json!({ "a": a }), json!({ "a": a }));
        assert_eq!(found, json!({ "b": b }));
    }

    #[test]
    fn what_a_person_added_stays_though_the_spec_does_not_have_it() {
        let (a, own) = (json!({ "type": "text" }), json!({ "type": "date" }));
        let found = merged(json!({ "a": a }), json!({ "a": a }), json!({ "a": a, "own": own }));
        assert_eq!(found, json!({ "a": a, "own": own }));
    }

    #[test]
    fn a_person_and_the_spec_may_change_different_facts_of_one_column() {
        let found = merged(
            json!({ "a": { "type": "varchar(80)", "notNull": true } }),
            json!({ "a": { "type": "varchar(80)", "notNull": false } }),
            json!({ "a": { "type": "varchar(200)", "notNull": false } }),
        );
        assert_eq!(found, json!({ "a": { "type": "varchar(200)", "notNull": true } }));
    }

    #[test]
    fn where_both_change_one_fact_the_spec_is_right() {
        let column = |kind: &str| json!({ "a": { "type": kind } });
        assert_eq!(merged(column("text"), column("varchar(80)"), column("varchar(200)")), column("text"));
    }
}
