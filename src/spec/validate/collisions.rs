//! Names that differ to a person and are the same to a tool.

use std::collections::{HashMap, HashSet};

use super::names::ROW_MEMBERS;
use crate::spec::{
    Document, Model,
    model::{Entity, EntityId, RelationKind, ServiceId},
    naming::{self, Names},
    problem::{Path, Problem},
};

pub(super) fn check(document: &Document, model: &Model, problems: &mut Vec<Problem>) {
    let told = types(model, document, problems);
    variables(model, document, &told, problems);
    enums(model, document, problems);
    derived(model, document, problems);
    tables(model, document, &told, problems);
    for entity in &model.entities {
        let Some((name, _)) = document.entities.get_index(entity.id.0) else { continue };
        members(entity, document, name, problems);
        columns(entity, document, name, problems);
    }
    services(document, model, problems);
}

/// A register of what has which name, in words for people.
type Seen = HashMap<String, String>;

/// Gives a name to its first owner; tells every other.
fn claim(
    seen: &mut Seen,
    name: String,
    owner: String,
    problem: impl FnOnce(&str) -> Problem,
    problems: &mut Vec<Problem>,
) -> bool {
    if let Some(other) = seen.get(&name) {
        problems.push(problem(other));
        return false;
    }
    seen.insert(name, owner);
    true
}

/// Entities in the singular and in the plural share the names of types, files and folders. Returns those that collide:
/// nothing more need be said of them.
fn types(model: &Model, document: &Document, problems: &mut Vec<Problem>) -> HashSet<EntityId> {
    let (mut seen, mut told) = (Seen::new(), HashSet::new());
    for entity in &model.entities {
        let Some((name, _)) = document.entities.get_index(entity.id.0) else { continue };
        for (casings, what) in [(&entity.names.one, "the entity"), (&entity.names.many, "the plural of the entity")] {
            let problem = |other: &str| {
                let message = format!("{what} `{name}` and {other} are both called `{}` in code", casings.pascal);
                Problem::of_key(Path::of(&["entities", name]), message)
                    .mend("rename one, or give it a `plural:` of its own")
            };
            if !told.contains(&entity.id)
                && !claim(&mut seen, casings.snake.clone(), format!("{what} `{name}`"), problem, problems)
            {
                told.insert(entity.id);
            }
        }
    }
    told
}

fn variables(model: &Model, document: &Document, told: &HashSet<EntityId>, problems: &mut Vec<Problem>) {
    let mut seen = Seen::new();
    for entity in model.entities.iter().filter(|entity| !told.contains(&entity.id)) {
        let Some((name, _)) = document.entities.get_index(entity.id.0) else { continue };
        for casings in [&entity.names.one, &entity.names.many] {
            let problem = |other: &str| {
                let message = format!("`{name}` and {other} would both be the variable `{}`", casings.variable);
                Problem::of_key(Path::of(&["entities", name]), message).mend("rename one of them")
            };
            claim(&mut seen, casings.variable.clone(), format!("`{name}`"), problem, problems);
        }
    }
}

fn enums(model: &Model, document: &Document, problems: &mut Vec<Problem>) {
    let mut seen = Seen::new();
    for entity in &model.entities {
        for casings in [&entity.names.one, &entity.names.many] {
            seen.insert(casings.snake.clone(), format!("the entity `{}`", entity.names.one.pascal));
        }
    }
    for enumeration in &model.enums {
        let Some((name, _)) = document.enums.get_index(enumeration.id.0) else { continue };
        let names = &enumeration.names.one;
        let problem = |other: &str| {
            let message = format!("the enum `{name}` and {other} have the same name in code");
            Problem::of_key(Path::of(&["enums", name]), message).mend(format!("call the enum `{}Kind`", names.pascal))
        };
        claim(&mut seen, names.snake.clone(), format!("the enum `{name}`"), problem, problems);
    }
}

/// Messages and services that the protocol makes of an entity stand in one package with all entities and enums.
fn derived(model: &Model, document: &Document, problems: &mut Vec<Problem>) {
    let mut made: HashMap<String, &str> = HashMap::new();
    for entity in &model.entities {
        let Some((name, _)) = document.entities.get_index(entity.id.0) else { continue };
        let (one, many) = (&entity.names.one.pascal, &entity.names.many.pascal);
        made.extend(
            [format!("{one}Input"), format!("{one}Filter"), format!("{many}Service")]
                .map(|type_name| (type_name, name.as_str())),
        );
        for verb in ["Get", "Create", "Update", "Delete", "Restore"] {
            made.extend(["Request", "Response"].map(|part| (format!("{verb}{one}{part}"), name.as_str())));
        }
        made.extend(["Request", "Response"].map(|part| (format!("List{many}{part}"), name.as_str())));
    }
    let entities = document.entities.keys().map(|name| (Path::of(&["entities", name]), Names::of(name)));
    let enums = document.enums.keys().map(|name| (Path::of(&["enums", name]), Names::of(name)));
    for (path, names) in entities.chain(enums) {
        if let Some(owner) = made.get(&names.one.pascal) {
            let message = format!("`{}` is the name of a message that is made for `{owner}`", names.one.pascal);
            problems.push(Problem::of_key(path, message).mend("choose another word"));
        }
    }
}

/// Tables that every service's database has.
const TAKEN_TABLES: &[&str] = &["audit_entries", "spatial_ref_sys"];

fn tables(model: &Model, document: &Document, told: &HashSet<EntityId>, problems: &mut Vec<Problem>) {
    let mut seen: HashMap<(ServiceId, String), String> = HashMap::new();
    let mut claim = |service: ServiceId, table: &str, owner: String, path: Path, mend: &str| {
        if TAKEN_TABLES.contains(&table) {
            problems.push(Problem::of_key(path, format!("the table `{table}` is kept for fountane itself")).mend(mend));
        } else if let Some(other) = seen.get(&(service, table.to_owned())) {
            let message = format!("{owner} and {other} would both be kept in the table `{table}`");
            problems.push(Problem::of_key(path, message).mend(mend));
        } else {
            seen.insert((service, table.to_owned()), owner);
        }
    };
    for entity in model.entities.iter().filter(|entity| !told.contains(&entity.id)) {
        let Some((name, _)) = document.entities.get_index(entity.id.0) else { continue };
        claim(
            entity.service,
            &entity.table,
            format!("`{name}`"),
            Path::of(&["entities", name]),
            "give one of them a `table:`",
        );
    }
    for entity in &model.entities {
        let Some((name, _)) = document.entities.get_index(entity.id.0) else { continue };
        for relation in &entity.relations {
            let RelationKind::ManyToMany { table, .. } = &relation.kind else { continue };
            let path = declared(document, name, &relation.name, relation.target.0, &relation.inverse);
            let owner = format!("the links `{name}.{}`", relation.name);
            claim(entity.service, table, owner, path, "give the relation a `column:`, the name of its table");
        }
    }
}

fn members(entity: &Entity, document: &Document, name: &str, problems: &mut Vec<Problem>) {
    let mut seen: Seen =
        ROW_MEMBERS.iter().map(|member| ((*member).to_owned(), "what every row has".to_owned())).collect();
    for field in &entity.fields {
        // Row members are refused by `names`, with better words.
        if !ROW_MEMBERS.contains(&field.name.as_str()) {
            seen.insert(field.name.clone(), format!("the field `{}`", field.name));
        }
    }
    for relation in &entity.relations {
        let declared = declared(document, name, &relation.name, relation.target.0, &relation.inverse);
        let owner = format!("the relation `{}`", relation.name);
        let problem = |other: &str| {
            Problem::of_key(declared.clone(), format!("{other} and {owner} have the same name in `{name}`"))
                .mend("rename one of them")
        };
        claim(&mut seen, relation.name.clone(), owner.clone(), problem, problems);
        let key = relation.key();
        let problem = |other: &str| {
            let message = format!("{owner} of `{name}` is kept as `{key}`, and so is {other}");
            Problem::of_key(declared.clone(), message)
                .mend("rename the relation, or leave the field out: the relation keeps the id")
        };
        claim(&mut seen, key.clone(), owner.clone(), problem, problems);
    }
    for inverse in &entity.inverses {
        let Some((source, _)) = document.entities.get_index(inverse.source.0) else { continue };
        let declared = declared(document, source, &inverse.relation, entity.id.0, &inverse.name);
        let has_inverse =
            document.entities[source].relations.get(&inverse.relation).is_some_and(|given| given.inverse.is_some());
        let here = if has_inverse { declared.key("inverse") } else { declared };
        let owner = format!("the other end of `{source}.{}`", inverse.relation);
        let problem = |other: &str| {
            let message = format!("{owner} would be called `{}` in `{name}`, and so is {other}", inverse.name);
            Problem::new(here.clone(), message).mend("give it another `inverse:`")
        };
        claim(&mut seen, inverse.name.clone(), owner.clone(), problem, problems);
    }
}

/// Where a relation stands in the document: at the end that holds the key, or told from the other as one-to-many.
fn declared(document: &Document, source: &str, relation: &str, target: usize, inverse: &str) -> Path {
    if document.entities.get(source).is_some_and(|entity| entity.relations.contains_key(relation)) {
        return Path::of(&["entities", source, "relations", relation]);
    }
    let target = document.entities.get_index(target).map_or("", |(name, _)| name);
    Path::of(&["entities", target, "relations", inverse])
}

const ROW_COLUMNS: &[&str] = &["id", "version", "created_at", "updated_at", "deleted_at", "tenant_id"];

fn columns(entity: &Entity, document: &Document, name: &str, problems: &mut Vec<Problem>) {
    let mut seen: Seen =
        ROW_COLUMNS.iter().map(|column| ((*column).to_owned(), "what every row has".to_owned())).collect();
    for field in entity.fields.iter().filter(|field| !ROW_MEMBERS.contains(&field.name.as_str())) {
        let problem = |other: &str| {
            let message = format!("`{}` would be kept in the column `{}`, and so is {other}", field.name, field.column);
            Problem::of_key(Path::of(&["entities", name, "fields", &field.name]), message)
                .mend("rename it, or give it a `column:`")
        };
        claim(&mut seen, field.column.clone(), format!("`{}`", field.name), problem, problems);
    }
    for relation in &entity.relations {
        let (RelationKind::ManyToOne { column } | RelationKind::OneToOne { column }) = &relation.kind else { continue };
        // The same words as a field in camelCase are told by `members`.
        if entity.fields.iter().any(|field| field.name == relation.key()) {
            continue;
        }
        let problem = |other: &str| {
            let message =
                format!("the relation `{}` would be kept in the column `{column}`, and so is {other}", relation.name);
            let path = declared(document, name, &relation.name, relation.target.0, &relation.inverse);
            Problem::of_key(path, message).mend("rename it, or give it a `column:`")
        };
        claim(&mut seen, column.clone(), format!("the relation `{}`", relation.name), problem, problems);
    }
}

/// A service's folder is a name among those of packages; its namespace in protobuf has no hyphens.
fn services(document: &Document, model: &Model, problems: &mut Vec<Problem>) {
    let mut seen = Seen::new();
    for service in &model.services {
        let Some((name, _)) = document.services.get_index(service.id.0) else { continue };
        let problem = |other: &str| {
            let message = format!("the services {other} and `{name}` are the same in code");
            Problem::of_key(Path::of(&["services", name]), message)
                .mend("give them names that differ in more than hyphens")
        };
        claim(&mut seen, naming::column(name).replace('_', ""), format!("`{name}`"), problem, problems);
    }
}
