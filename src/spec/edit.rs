//! Changes to the text of `fountane.yaml` that leave every other character as it is: comments, order, blank lines, the
//! style around them. A change is an insertion or a replacement at places that [`yaml::parse`] knows; afterwards the text
//! is read again and must mean what the change says, or the change is refused.

mod place;
mod remove;
mod rename;
mod set;

use serde_json::Value;

pub use rename::Named;
pub use set::parse_value;

use super::{
    Document,
    document::{Entity, Enum, Field, Relation, Service},
    naming,
    problem::Path,
    shape::did_you_mean,
    write::Spec,
};
use crate::yaml::{self, Content, Node, YamlError};
use place::Text;

/// One change.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Another entity at the end of `entities:`, listed in a service if the spec has any.
    Entity {
        /// PascalCase.
        name: String,
        /// What it is.
        entity: Box<Entity>,
        /// Which service owns it; without it, the first does, without a word in the file.
        service: Option<String>,
    },
    /// Another field at the end of an entity's `fields:`.
    Field {
        /// Of which entity.
        entity: String,
        /// camelCase.
        name: String,
        /// What it is.
        field: Box<Field>,
    },
    /// Another relation at the end of an entity's `relations:`.
    Relation {
        /// Of which entity.
        entity: String,
        /// camelCase.
        name: String,
        /// What it is.
        relation: Box<Relation>,
    },
    /// Another enum at the end of `enums:`.
    Enum {
        /// PascalCase.
        name: String,
        /// Its values.
        values: Enum,
    },
    /// Another value at the end of an enum.
    EnumValue {
        /// Of which enum.
        name: String,
        /// As stored.
        value: String,
        /// For people; written where the others have one, too.
        label: Option<String>,
    },
    /// Another service at the end of `services:`. Entities that it lists are taken from the service that had them.
    Service {
        /// kebab-case.
        name: String,
        /// What it owns.
        service: Service,
    },
    /// An application, `web` or `mobile`, with its defaults.
    App {
        /// Which.
        name: String,
    },
    /// Without something that is there, with the comments above it. What is empty after that goes, too.
    Remove {
        /// Where.
        path: Path,
    },
    /// Without an entity, and without its name in the service that lists it.
    RemoveEntity {
        /// PascalCase.
        name: String,
    },
    /// Without a value of an enum.
    RemoveEnumValue {
        /// Of which enum.
        name: String,
        /// As stored.
        value: String,
    },
    /// Another name for something, wherever the spec speaks of it. `table`, `column` and `plural` stay.
    Rename {
        /// What.
        what: Named,
        /// What it is called.
        from: String,
        /// What it shall be called.
        to: String,
    },
    /// An entity goes from the service that lists it to another.
    MoveEntity {
        /// PascalCase.
        name: String,
        /// Which service gets it.
        service: String,
    },
    /// A value at any place; what leads there is made where it is missing.
    Set {
        /// Where.
        path: Path,
        /// What.
        value: Value,
    },
}

/// Why a text was not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The text cannot be read to begin with.
    #[error("the spec cannot be read")]
    Yaml(#[from] YamlError),
    /// There is no such thing to add to.
    #[error("there is no {what} `{name}`{}", suggestion.as_ref().map_or_else(String::new, |name| format!("; did you mean `{name}`?")))]
    NotThere {
        /// `entity`, `service`
        what: &'static str,
        /// Its name.
        name: String,
        /// The closest there is.
        suggestion: Option<String>,
    },
    /// It is there already.
    #[error("`{path}` is there already")]
    AlreadyThere {
        /// Where.
        path: Path,
    },
    /// The place is shared through an alias, so a change would be made elsewhere as well.
    #[error("`{path}` is an alias of another place; write it out first")]
    Alias {
        /// Where.
        path: Path,
    },
    /// A section over several lines, with its comments, would be replaced.
    #[error("`{path}` is a whole section; set one of its keys instead")]
    Section {
        /// Where.
        path: Path,
    },
    /// A key below something that has no keys.
    #[error("`{path}` has no keys to set")]
    NoKeys {
        /// Where.
        path: Path,
    },
    /// The layout around the place is one that cannot be changed safely.
    #[error("the text around `{path}` cannot be changed without touching other lines; change it by hand")]
    Unfaithful {
        /// Where.
        path: Path,
    },
}

/// The text with one change made.
pub fn edit(text: &str, edit: &Edit) -> Result<String, EditError> {
    match edit {
        Edit::Entity { name, entity, service } => add_entity(text, name, entity, service.as_deref()),
        Edit::Field { entity, name, field } => {
            let form = super::document::FieldForm::from(&**field);
            add_member(text, entity, "fields", name, &json(&form))
        }
        Edit::Relation { entity, name, relation } => add_member(text, entity, "relations", name, &json(relation)),
        Edit::Enum { name, values } => {
            let mut document = Document::named("x");
            document.enums.insert(name.clone(), values.clone());
            add(text, &["enums"], name, &json(&document)["enums"][name])
        }
        Edit::EnumValue { name, value, label } => add_enum_value(text, name, value, label.as_deref()),
        Edit::Service { name, service } => add_service(text, name, service),
        Edit::App { name } => add_app(text, name),
        Edit::Remove { path } => remove::remove(text, path),
        Edit::RemoveEntity { name } => {
            let text = unlist(text, name)?;
            remove::remove(&text, &Path::of(&["entities", name]))
        }
        Edit::RemoveEnumValue { name, value } => remove_enum_value(text, name, value),
        Edit::Rename { what, from, to } => rename::rename(text, what, from, to),
        Edit::MoveEntity { name, service } => list_in_service(&unlist(text, name)?, service, name),
        Edit::Set { path, value } => set::set(text, path, value),
    }
}

fn add_entity(text: &str, name: &str, entity: &Entity, service: Option<&str>) -> Result<String, EditError> {
    let text = match service {
        Some(service) => list_in_service(text, service, name)?,
        None => text.to_owned(),
    };
    add(&text, &["entities"], name, &json(entity))
}

fn add_member(text: &str, entity: &str, section: &str, name: &str, value: &Value) -> Result<String, EditError> {
    let root = yaml::parse(text)?.root;
    known(&root, &["entities"], "entity", entity)?;
    let other = if section == "fields" { "relations" } else { "fields" };
    if place::find(&root, &["entities", entity, other, name]).is_some() {
        return Err(EditError::AlreadyThere { path: Path::of(&["entities", entity, other, name]) });
    }
    add(text, &["entities", entity, section], name, value)
}

fn add_enum_value(text: &str, name: &str, value: &str, label: Option<&str>) -> Result<String, EditError> {
    let root = yaml::parse(text)?.root;
    let long = ["enums", name, "values"];
    let path = values_of(&root, &long)?;
    let Some(Node { content: Content::List { items, .. }, .. }) = place::find(&root, path) else {
        let label = label.map_or_else(|| naming::label(value), str::to_owned);
        return add(text, path, value, &label.into());
    };
    let whole: Vec<&str> = path.iter().copied().chain([value]).collect();
    if items.iter().any(|item| item.value() == value) {
        return Err(EditError::AlreadyThere { path: Path::of(&whole) });
    }
    append(text, &root, path, value)
}

fn remove_enum_value(text: &str, name: &str, value: &str) -> Result<String, EditError> {
    let root = yaml::parse(text)?.root;
    let long = ["enums", name, "values"];
    let path = values_of(&root, &long)?;
    let whole: Vec<&str> = path.iter().copied().chain([value]).collect();
    let Some(Node { content: Content::List { items, .. }, .. }) = place::find(&root, path) else {
        return remove::remove(text, &Path::of(&whole));
    };
    let Some(at) = items.iter().position(|item| item.value() == value) else {
        return Err(EditError::NotThere { what: "value", name: value.to_owned(), suggestion: None });
    };
    let mut expected = root.value();
    if let Some(list) = pointer(&mut expected, path).and_then(Value::as_array_mut) {
        list.remove(at);
    }
    let changed = Text::new(text, &root).remove_item(path, at)?;
    faithful(changed, &expected, path)
}

/// Where the values of an enum stand: below `values`, or right below its name.
fn values_of<'k>(root: &Node, long: &'k [&'k str; 3]) -> Result<&'k [&'k str], EditError> {
    known(root, &["enums"], "enum", long[1])?;
    Ok(match place::find(root, long).map(|node| &node.content) {
        Some(Content::Map { .. } | Content::List { .. }) => long,
        _ => &long[..2],
    })
}

fn add_service(text: &str, name: &str, service: &Service) -> Result<String, EditError> {
    let mut text = text.to_owned();
    for entity in &service.entities {
        known(&yaml::parse(&text)?.root, &["entities"], "entity", entity)?;
        text = unlist(&text, entity)?;
    }
    let mut document = Document::named("x");
    document.services.insert(name.to_owned(), service.clone());
    add(&text, &["services"], name, &json(&document)["services"][name])
}

/// Without `apps:` there is a web application: naming another alone would take it away.
fn add_app(text: &str, name: &str) -> Result<String, EditError> {
    let root = yaml::parse(text)?.root;
    let nothing = Value::Object(serde_json::Map::new());
    if root.entry("apps").is_none() && name != "web" {
        let text = add(text, &["apps"], "web", &nothing)?;
        return add(&text, &["apps"], name, &nothing);
    }
    add(text, &["apps"], name, &nothing)
}

fn list_in_service(text: &str, service: &str, entity: &str) -> Result<String, EditError> {
    let root = yaml::parse(text)?.root;
    known(&root, &["services"], "service", service)?;
    let long = ["services", service, "entities"];
    let path: &[&str] = if place::find(&root, &long).is_some() { &long } else { &long[..2] };
    append(text, &root, path, entity)
}

/// Another word at the end of a list.
fn append(text: &str, root: &Node, path: &[&str], word: &str) -> Result<String, EditError> {
    let mut expected = root.value();
    match pointer(&mut expected, path).and_then(Value::as_array_mut) {
        Some(list) => list.push(word.into()),
        None => return Err(EditError::NoKeys { path: Path::of(path) }),
    }
    let changed = Text::new(text, root).append(path, word)?;
    faithful(changed, &expected, path)
}

/// Takes an entity out of the service that lists it.
fn unlist(text: &str, entity: &str) -> Result<String, EditError> {
    let root = yaml::parse(text)?.root;
    let Some(services) = place::find(&root, &["services"]) else { return Ok(text.to_owned()) };
    let Content::Map { entries, .. } = &services.content else { return Ok(text.to_owned()) };
    for entry in entries {
        let long = ["services", entry.key.as_str(), "entities"];
        let path: &[&str] = if place::find(&root, &long).is_some() { &long } else { &long[..2] };
        let Some(Node { content: Content::List { items, .. }, .. }) = place::find(&root, path) else { continue };
        let Some(at) = items.iter().position(|item| item.value() == entity) else { continue };
        let mut expected = root.value();
        if let Some(list) = pointer(&mut expected, path).and_then(Value::as_array_mut) {
            list.remove(at);
        }
        let changed = Text::new(text, &root).remove_item(path, at)?;
        return faithful(changed, &expected, path);
    }
    Ok(text.to_owned())
}

/// Another entry at the end of a map, which is made where it is missing.
fn add(text: &str, path: &[&str], key: &str, value: &Value) -> Result<String, EditError> {
    let root = yaml::parse(text)?.root;
    let whole: Vec<&str> = path.iter().copied().chain([key]).collect();
    if place::find(&root, &whole).is_some() {
        return Err(EditError::AlreadyThere { path: Path::of(&whole) });
    }
    let mut expected = root.value();
    set::assign(&mut expected, &whole, value);
    let changed = Text::new(text, &root).insert(path, key, value)?;
    faithful(changed, &expected, &whole)
}

/// The changed text, if it means what it should.
fn faithful(changed: String, expected: &Value, path: &[&str]) -> Result<String, EditError> {
    match yaml::parse(&changed) {
        Ok(tree) if tree.root.value() == *expected => Ok(changed),
        _ => Err(EditError::Unfaithful { path: Path::of(path) }),
    }
}

fn known(root: &Node, section: &[&str], what: &'static str, name: &str) -> Result<(), EditError> {
    let names: Vec<&str> = match place::find(root, section).map(|node| &node.content) {
        Some(Content::Map { entries, .. }) => entries.iter().map(|entry| entry.key.as_str()).collect(),
        _ => Vec::new(),
    };
    if names.contains(&name) {
        return Ok(());
    }
    let suggestion = did_you_mean(name, names).map(str::to_owned);
    Err(EditError::NotThere { what, name: name.to_owned(), suggestion })
}

fn pointer<'v>(value: &'v mut Value, path: &[&str]) -> Option<&'v mut Value> {
    path.iter().try_fold(value, |value, key| value.get_mut(*key))
}

fn json<T: serde::Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

#[cfg(test)]
mod tests;
