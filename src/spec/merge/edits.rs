//! A merge as edits of a text.

use serde_json::{Map, Value};

use super::{Changed, Merge};
use crate::spec::{
    document::FieldForm,
    edit::{Edit, EditError, edit},
    problem::Path,
};

/// The text with all that is added and changed.
pub(super) fn apply(merge: &Merge, text: &str) -> Result<String, EditError> {
    let text = additions(merge).iter().try_fold(text.to_owned(), |text, change| edit(&text, change))?;
    merge.changed.iter().try_fold(text, |text, changed| change(&text, changed))
}

fn additions(merge: &Merge) -> Vec<Edit> {
    let additions = &merge.additions;
    let mut edits = Vec::new();
    for (name, values) in &additions.enums {
        edits.push(Edit::Enum { name: name.clone(), values: values.clone() });
    }
    for (name, values) in &additions.values {
        edits.extend(values.iter().map(|(value, label)| Edit::EnumValue {
            name: name.clone(),
            value: value.clone(),
            label: label.clone(),
        }));
    }
    for (name, new) in &additions.entities {
        let (name, entity, service) = (name.clone(), Box::new(new.entity.clone()), new.service.clone());
        edits.push(Edit::Entity { name, entity, service });
    }
    for (entity, members) in &additions.members {
        let entity = || entity.clone();
        edits.extend(members.fields.iter().map(|(name, field)| Edit::Field {
            entity: entity(),
            name: name.clone(),
            field: Box::new(field.clone()),
        }));
        edits.extend(members.relations.iter().map(|(name, relation)| Edit::Relation {
            entity: entity(),
            name: name.clone(),
            relation: Box::new(relation.clone()),
        }));
    }
    for (name, service) in &additions.services {
        edits.push(Edit::Service { name: name.clone(), service: service.clone() });
    }
    edits
}

fn change(text: &str, changed: &Changed) -> Result<String, EditError> {
    let (path, whole, before, after) = match changed {
        Changed::Field { entity, name, before, after } => {
            let path = Path::of(&["entities", entity, "fields", name]);
            (path, json(&FieldForm::from(&**after)), json(before), json(after))
        }
        Changed::Relation { entity, name, before, after } => {
            let path = Path::of(&["entities", entity, "relations", name]);
            (path, json(after), json(before), json(after))
        }
    };
    match edit(text, &Edit::Set { path: path.clone(), value: whole }) {
        Err(EditError::Section { .. }) => key_by_key(text, &path, &before, &after),
        edited => edited,
    }
}

/// Something over several lines keeps them and their comments. No key of it is taken away.
fn key_by_key(text: &str, path: &Path, before: &Value, after: &Value) -> Result<String, EditError> {
    let nothing = Map::new();
    let before = before.as_object().unwrap_or(&nothing);
    let after = after.as_object().unwrap_or(&nothing);
    let mut text = text.to_owned();
    for key in before.keys().filter(|key| !after.contains_key(*key)) {
        if !matches!(key.as_str(), "required" | "unique") {
            return Err(EditError::Section { path: path.clone() });
        }
        text = edit(&text, &Edit::Set { path: path.key(key), value: false.into() })?;
    }
    for (key, value) in after.iter().filter(|(key, value)| before.get(*key) != Some(value)) {
        text = edit(&text, &Edit::Set { path: path.key(key), value: value.clone() })?;
    }
    Ok(text)
}

fn json<T: serde::Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}
