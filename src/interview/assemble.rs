//! From answers to a tree of the spec's shape: lines become entities, services and roles.

use serde_json::{Map, Value, json};

use super::Answers;
use crate::spec::Document;
use crate::spec::document::Entity;
use crate::spec::shorthand::{self, Additions, EntityLine, ShorthandError};

/// The keys of a spec in the order in which people read them; others follow as they were given.
const ORDER: [&str; 10] =
    ["project", "sources", "blueprint", "tenancy", "roles", "enums", "services", "entities", "rules", "apps"];

/// Turns what was answered into a tree that is a spec, in the order in which people read it.
///
/// Lines of entities may point to each other in any order. Whether the spec is right is for `spec` to say.
pub fn assemble(answers: Answers) -> Result<Map<String, Value>, ShorthandError> {
    let mut tree = answers.into_tree();
    assemble_entities(&mut tree)?;
    replace_lines(&mut tree, "services", |line| {
        let (name, entities) = shorthand::service_line(line)?;
        Ok((name, json!(entities)))
    })?;
    replace_lines(&mut tree, "roles", |line| {
        let (name, description) = shorthand::role_line(line)?;
        Ok((name, Value::String(description)))
    })?;
    if let Some(Value::Object(project)) = tree.get_mut("project") {
        project.retain(|_, value| !is_nothing(value));
    }
    tree.retain(|_, value| !is_nothing(value));
    let mut ordered = Map::new();
    ordered.insert("fountane".to_owned(), tree.shift_remove("fountane").unwrap_or_else(|| 1.into()));
    for key in ORDER {
        if let Some(value) = tree.shift_remove(key) {
            ordered.insert(key.to_owned(), value);
        }
    }
    ordered.extend(tree);
    Ok(ordered)
}

fn assemble_entities(tree: &mut Map<String, Value>) -> Result<(), ShorthandError> {
    let Some(Value::Array(lines)) = tree.get("entities") else { return Ok(()) };
    let lines =
        lines.iter().map(|line| EntityLine::parse(line.as_str().unwrap_or_default())).collect::<Result<Vec<_>, _>>()?;
    let mut document = Document::named("draft");
    for line in &lines {
        if document.entities.insert(line.name.clone(), Entity::default()).is_some() {
            return Err(ShorthandError::Twice { name: line.name.clone() });
        }
    }
    for line in &lines {
        let Additions { fields, relations, enums } = shorthand::additions(&line.name, &line.arguments, &mut document)?;
        document.entities.insert(line.name.clone(), Entity { fields, relations, ..Entity::default() });
        document.enums.extend(enums);
    }
    let mut made = serde_json::to_value(&document).unwrap_or_default();
    let mut enums = match made["enums"].take() {
        Value::Object(enums) => enums,
        _ => Map::new(),
    };
    if let Some(Value::Object(given)) = tree.get("enums") {
        enums.extend(given.clone());
    }
    tree.insert("entities".to_owned(), made["entities"].take());
    tree.insert("enums".to_owned(), Value::Object(enums));
    Ok(())
}

fn replace_lines(
    tree: &mut Map<String, Value>,
    key: &str,
    read: impl Fn(&str) -> Result<(String, Value), ShorthandError>,
) -> Result<(), ShorthandError> {
    let Some(Value::Array(lines)) = tree.get(key) else { return Ok(()) };
    let mut map = Map::new();
    for line in lines {
        let (name, value) = read(line.as_str().unwrap_or_default())?;
        if map.contains_key(&name) {
            return Err(ShorthandError::Twice { name });
        }
        map.insert(name, value);
    }
    tree.insert(key.to_owned(), Value::Object(map));
    Ok(())
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Object(map) => map.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::String(text) => text.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_a_spec_in_the_order_of_reading() {
        let text = "
entities: ['Pet name:string! owner:Owner! state:well|ill', 'Owner name:string!']
roles: [viewer Reads everything, admin]
services: [clinic Owner Pet]
tenancy: none
project: { name: shop, description: '' }
";
        let tree = assemble(Answers::read("a", text).unwrap()).unwrap();
        insta::assert_snapshot!(serde_json::to_string_pretty(&tree).unwrap(), @r#"
        {
          "fountane": 1,
          "project": {
            "name": "shop"
          },
          "tenancy": "none",
          "roles": {
            "viewer": "Reads everything",
            "admin": ""
          },
          "enums": {
            "PetState": [
              "well",
              "ill"
            ]
          },
          "services": {
            "clinic": [
              "Owner",
              "Pet"
            ]
          },
          "entities": {
            "Pet": {
              "fields": {
                "name": "string!",
                "state": "PetState"
              },
              "relations": {
                "owner": {
                  "many-to-one": "Owner",
                  "required": true
                }
              }
            },
            "Owner": {
              "fields": {
                "name": "string!"
              }
            }
          }
        }
        "#);
    }

    #[test]
    fn the_specs_own_shape_passes() {
        let text = "entities: { Pet: { fields: { name: string! } } }\n";
        let tree = assemble(Answers::read("a", text).unwrap()).unwrap();
        assert_eq!(
            Value::Object(tree),
            json!({ "fountane": 1, "entities": { "Pet": { "fields": { "name": "string!" } } } })
        );
    }
}
