//! The JSON Schema of `fountane.yaml`: what editors complete from, and what a file's shape is checked against.

use std::sync::LazyLock;

use schemars::{JsonSchema, Schema, generate::SchemaSettings, transform::RecursiveTransform};
use serde_json::Value;

use super::Document;

static SCHEMA: LazyLock<Value> = LazyLock::new(schema_of::<Document>);

/// The schema of what a person writes, as JSON Schema 2020-12.
pub fn schema_of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().for_deserialize().with_transform(RecursiveTransform(without_null));
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// The schema of the whole document, as JSON Schema 2020-12.
pub fn schema() -> &'static Value {
    &SCHEMA
}

/// The schema as a file for editors, with a line break at its end.
pub fn schema_text() -> String {
    format!("{:#}\n", *SCHEMA)
}

/// A key that may be left out must not stand there with nothing behind it: `null` is no value of any key.
fn without_null(schema: &mut Schema) {
    let Some(map) = schema.as_object_mut() else { return };
    if let Some(Value::Array(kinds)) = map.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [only] = kinds.as_slice() {
            let only = only.clone();
            map.insert("type".to_owned(), only);
        }
    }
    if map.get("default").is_some_and(|default| default.is_null() || *default == Value::Bool(false)) {
        map.remove("default");
    }
    let Some(Value::Array(choices)) = map.get_mut("anyOf") else { return };
    choices.retain(|choice| choice.get("type").is_none_or(|kind| kind != "null"));
    if let [only] = choices.as_slice() {
        let only = only.clone();
        map.remove("anyOf");
        if let Value::Object(only) = only {
            for (key, value) in only {
                map.entry(key).or_insert(value);
            }
        }
    }
}
