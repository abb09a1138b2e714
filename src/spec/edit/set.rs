//! `fountane set entities.Pet.fields.name.max 80`

use serde_json::{Map, Value, json};

use super::{EditError, Text, faithful, place};
use crate::{
    spec::{
        document::{Field, FieldForm},
        problem::{Path, Segment},
    },
    yaml::{self, Content, YamlError, write},
};

/// A value as a person gives it on the command line: `80`, `true`, `[name, -createdAt]`, `Rex`.
pub fn parse_value(text: &str) -> Result<Value, YamlError> {
    yaml::parse(text).map(|tree| tree.root.value())
}

pub(super) fn set(text: &str, path: &Path, value: &Value) -> Result<String, EditError> {
    let keys: Vec<&str> = path
        .segments()
        .iter()
        .map(|segment| match segment {
            Segment::Key(key) => Ok(key.as_str()),
            Segment::Index(_) => Err(EditError::NoKeys { path: path.clone() }),
        })
        .collect::<Result<_, _>>()?;
    let Some((last, parent)) = keys.split_last() else { return Err(EditError::Section { path: path.clone() }) };
    let root = yaml::parse(text)?.root;
    let here = Text::new(text, &root);
    let mut expected = root.value();
    if let Some(long) = long_form(&root, parent) {
        assign(&mut expected, parent, &long);
        assign(&mut expected, &keys, value);
        let whole = parent.iter().try_fold(&expected, |value, key| value.get(*key)).unwrap_or(&Value::Null);
        return faithful(here.replace(parent, &write::flow(whole))?, &expected, &keys);
    }
    assign(&mut expected, &keys, value);
    let changed = match place::find(&root, &keys) {
        Some(_) => here.replace(&keys, &write::flow(value))?,
        None => here.insert(parent, last, value)?,
    };
    faithful(changed, &expected, &keys)
}

/// The long form of a field or service that is written in its short form.
fn long_form(root: &yaml::Node, path: &[&str]) -> Option<Value> {
    let node = place::find(root, path)?;
    match (path, &node.content) {
        (["entities", _, "fields", _], Content::Scalar(scalar)) if !node.is_null() => {
            let field = Field::from(FieldForm::Short(scalar.text.clone()));
            let mut long = Map::from_iter([("type".to_owned(), json!(field.kind))]);
            if field.required {
                long.insert("required".to_owned(), json!(true));
            }
            Some(Value::Object(long))
        }
        (["services", _], Content::List { flow: true, .. }) => Some(json!({ "entities": node.value() })),
        _ => None,
    }
}

/// Puts a value at a place, making maps on the way.
pub(super) fn assign(root: &mut Value, keys: &[&str], value: &Value) {
    let mut at = root;
    for key in keys {
        if !at.is_object() {
            *at = Value::Object(Map::new());
        }
        at = &mut at[*key];
    }
    *at = value.clone();
}
