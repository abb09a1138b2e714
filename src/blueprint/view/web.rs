//! `web`: what its files need beyond names. Lists, forms and pages of an entity in the modules below; here what is shared.

mod columns;
mod detail;
mod display;
mod filters;
mod form;
mod home;
mod icons;
mod shown;
mod tests_of;
mod texts;
mod theme;
mod tones;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::enums;
use super::relation::{input_name, is_many};
use super::stem::{row_type, stem};
use crate::blueprint::context::Place;
use crate::spec::Model;
use crate::spec::model::{Entity, Enum, FieldKind};
use texts::{Tongue, icu};

/// From so many entities on, the navigation folds up and can be searched.
const MANY: usize = 9;

/// For files of one entity.
pub(super) fn entity(place: Place<'_>) -> Value {
    let model = place.model;
    let Some(entity) = place.entity.map(|id| model.entity(id)) else { return Value::Null };
    let row = &entity.names.one.variable;
    let stem = stem(&entity.names.one.pascal);
    let inputs = form::inputs(model, entity);
    let presets = |many: bool| -> Vec<String> {
        entity.relations.iter().filter(|relation| is_many(relation) == many).map(input_name).collect()
    };
    json!({
        "stem": stem,
        "row": row_type(&entity.names.one.pascal),
        "renamed": row_type(&entity.names.one.pascal) != entity.names.one.pascal,
        "path": path(entity),
        "route": &path(entity)[1..],
        "icon": icons::icon_of(&entity.names.one),
        // Others point to it, so it is picked somewhere.
        "related": !entity.inverses.is_empty(),
        "a": article(&entity.names.one.phrase),
        "name": name(model, entity),
        "columns": columns::columns(model, entity, row),
        "columnFormats": columns::columns(model, entity, row).iter().any(|column| mentions(column, "formats.")),
        "columnImports": imports(columns::fields(model, entity).into_iter().map(|field| &field.kind), model, "Badge"),
        "columnHooks": label_hooks(model, columns::relations(model, entity).into_iter().map(|relation| model.entity(relation.target))),
        "columnLabels": label_imports(model, entity, columns::relations(model, entity).into_iter().map(|relation| model.entity(relation.target))),
        "columnOuter": outer(model, entity),
        "filterKinds": filters::kinds(entity),
        "toolbar": !entity.list.search.is_empty() || !entity.list.filter.is_empty() || entity.soft_delete,
        "labels": labels(entity),
        "chips": filters::chips(model, entity),
        "optionImports": option_imports(model, entity.list.filter.iter().filter_map(|name| entity.fields.iter().find(|field| field.name == *name)).map(|field| &field.kind)),
        "sourceImports": source_imports(entity, entity.relations.iter().filter(|relation| entity.list.filter.contains(&relation.name)).map(|relation| model.entity(relation.target))),
        "searchable": !entity.list.search.is_empty(),
        "inputs": inputs,
        "formComponents": components(&inputs),
        "formOptionImports": option_imports(model, entity.fields.iter().map(|field| &field.kind)),
        "formSourceImports": source_imports(entity, entity.relations.iter().map(|relation| model.entity(relation.target))),
        "blanks": form::blanks(entity),
        "values": form::values(entity, row),
        "requiredFiles": form::required_files(entity),
        "presets": { "one": presets(false), "many": presets(true), "any": !entity.relations.is_empty() },
        "detail": detail::detail(model, entity),
        "roles": {
            "read": allowed(model, &entity.access.read),
            "write": allowed(model, &entity.access.write),
        },
        "test": tests_of::entity(model, entity),
    })
}

/// For files of the application as a whole.
pub(super) fn workspace(place: Place<'_>) -> Value {
    let model = place.model;
    let Some(web) = &model.apps.web else { return Value::Null };
    let sections: Vec<Value> = model
        .services
        .iter()
        .map(|service| {
            let entities: Vec<Value> = service
                .entities
                .iter()
                .map(|id| {
                    let entity = model.entity(*id);
                    json!({
                        "one": entity.names.one,
                        "many": entity.names.many,
                        "path": path(entity),
                        "icon": icons::icon_of(&entity.names.one),
                    })
                })
                .collect();
            json!({ "one": service.names.one, "entities": entities })
        })
        .collect();
    let mut icons: Vec<&str> = model.entities.iter().map(|entity| icons::icon_of(&entity.names.one)).collect();
    icons.sort_unstable();
    icons.dedup();
    let locales: Vec<Value> = web
        .locales
        .iter()
        .map(|tag| json!({ "tag": tag, "variable": locale_variable(tag), "plain": locale_variable(tag) == *tag }))
        .collect();
    json!({
        "sections": sections,
        "icons": icons,
        "large": model.entities.len() >= MANY,
        "several": locales.len() > 1,
        "second": web.locales.get(1),
        "bodyLimit": super::gateway::body_limit(model),
        "usesRouter": locales.len() > 1 || model.entities.len() >= MANY,
        "locales": locales,
        "first": locales[0],
        "english": web.locales.iter().find(|tag| tag.as_str() == "en"),
        "german": web.locales.iter().find(|tag| tag.as_str() == "de"),
        "enums": used_enums(model),
        "enumImports": enum_imports(model),
        "most": model.roles.last().map(|role| &role.name),
        "least": model.roles.first().map(|role| &role.name),
        "oneRole": model.roles.len() == 1,
        "ranks": model.roles.iter().enumerate().map(|(rank, role)| json!({ "name": role.name, "rank": rank })).collect::<Vec<_>>(),
        "palette": theme::palette(&web.primary),
        "initial": model.project.title.chars().next().map(|first| first.to_uppercase().to_string()),
        "home": home::home(model),
        "test": tests_of::workspace(model),
    })
}

/// For files of one language.
pub(super) fn locale(place: Place<'_>) -> Value {
    let model = place.model;
    let locale = place.locale.unwrap_or_default();
    let german = Tongue::of(locale) == Tongue::German;
    let roles = model.roles.iter().map(|role| (role.name.clone(), json!(icu(&texts::role_title(&role.name)))));
    let none = if german { "Keine Rolle" } else { "No role" };
    let roles: serde_json::Map<_, _> = roles.chain([("none".to_owned(), json!(none))]).collect();
    let services: serde_json::Map<_, _> = model
        .services
        .iter()
        .map(|service| (service.names.one.camel.clone(), json!(icu(&service.names.one.title))))
        .collect();
    let enums: serde_json::Map<_, _> = used_enum_models(model)
        .map(|owner| {
            let values: serde_json::Map<_, _> =
                owner.values.iter().map(|value| (value.value.clone(), json!(icu(&value.label)))).collect();
            (owner.names.one.pascal.clone(), Value::Object(values))
        })
        .collect();
    let entities: Vec<Value> =
        model.entities.iter().map(|entity| json!({ "one": entity.names.one, "many": entity.names.many })).collect();
    json!({
        "english": !german,
        "german": german,
        "title": icu(&model.project.title),
        "description": icu(&model.project.description),
        "signIn": if german { format!("Bei {} anmelden", icu(&model.project.title)) } else { format!("Sign in to {}", icu(&model.project.title)) },
        "roles": roles,
        "services": services,
        "enums": enums,
        "entities": entities,
    })
}

/// For files of one entity in one language.
pub(super) fn entity_locale(place: Place<'_>) -> Value {
    let Some(entity) = place.entity.map(|id| place.model.entity(id)) else { return Value::Null };
    json!({ "texts": texts::of_entity(entity, Tongue::of(place.locale.unwrap_or_default())) })
}

/// Where an entity's pages are; beside those that every application has.
fn path(entity: &Entity) -> String {
    let many = &entity.names.many.kebab;
    if matches!(many.as_str(), "admin" | "api" | "auth" | "sign-in" | "signed-out") {
        return format!("/{many}-list");
    }
    format!("/{many}")
}

fn name(model: &Model, entity: &Entity) -> Value {
    let body = display::name_body(model, entity, &entity.names.one.variable);
    let label = display::label_body(model, entity);
    let title = display::title(model, entity);
    let field = if let display::Title::Field(field) = title { Some(field) } else { None };
    let heading = match title {
        display::Title::Field(field) => Some(&field.name),
        display::Title::Relation(relation) => Some(&relation.name),
        display::Title::Id => None,
    };
    let texts = field.and_then(|field| match display::text(model, field) {
        display::Text::Enum(pascal) => Some(pascal),
        _ => None,
    });
    let formats = body.contains("formats.");
    let sortable = field.is_some_and(|field| entity.list.sortable.contains(&field.name));
    json!({
        "body": body,
        "label": label,
        "field": heading,
        "sortable": sortable,
        "texts": texts,
        "formats": formats,
        "short": body.contains("shortId("),
        "dependencies": if formats { "formats" } else if texts.is_some() { "t" } else { "" },
    })
}

/// Whether the columns need something of other entities.
fn outer(model: &Model, entity: &Entity) -> bool {
    columns::fields(model, entity).iter().any(|field| matches!(field.kind, FieldKind::Enum { .. }))
        || columns::relations(model, entity)
            .iter()
            .any(|relation| display::label_hook(model, model.entity(relation.target)).is_some())
}

/// Names that have a label.
fn labels(entity: &Entity) -> Vec<&str> {
    let relations = entity.relations.iter().map(|relation| relation.name.as_str());
    entity.fields.iter().map(|field| field.name.as_str()).chain(relations).collect()
}

fn mentions(column: &Value, what: &str) -> bool {
    column["cell"].as_str().is_some_and(|cell| cell.contains(what))
}

/// `an` before a vowel that is spoken as one.
fn article(phrase: &str) -> &'static str {
    let vowel = phrase.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']);
    let spoken_otherwise = ["one", "once", "eu", "ewe"].iter().any(|start| phrase.starts_with(start));
    let silent = ["hour", "heir", "honest", "honour", "honor"].iter().any(|start| phrase.starts_with(start));
    if (vowel && !spoken_otherwise) || silent { "an" } else { "a" }
}

/// How much a role may, beginning with nought.
fn rank(model: &Model, role: &str) -> usize {
    model.roles.iter().position(|each| each.name == *role).unwrap_or(0)
}

/// Roles from the most powerful down to the one that is needed; empty where everybody holds it.
fn allowed<'a>(model: &'a Model, least: &str) -> Vec<&'a str> {
    let from = rank(model, least);
    if from == 0 { Vec::new() } else { model.roles[from..].iter().rev().map(|role| role.name.as_str()).collect() }
}

fn imports<'a>(kinds: impl Iterator<Item = &'a FieldKind>, model: &Model, suffix: &str) -> Vec<String> {
    let mut names: Vec<String> = kinds
        .filter_map(|kind| match kind {
            FieldKind::Enum { id } => Some(format!("{}{suffix}", model.enumeration(*id).names.one.pascal)),
            _ => None,
        })
        .collect();
    names.sort();
    names.dedup();
    names
}

fn option_imports<'a>(model: &Model, kinds: impl Iterator<Item = &'a FieldKind>) -> Vec<String> {
    imports(kinds, model, "Options").into_iter().map(|name| format!("use{name}")).collect()
}

/// Hooks of other entities, by the file they are in; the entity's own come apart.
fn source_imports<'a>(entity: &Entity, targets: impl Iterator<Item = &'a Entity>) -> Vec<Value> {
    per_target(entity, targets, |target| Some((format!("use{}Source", stem(&target.names.one.pascal)), "source")))
}

fn label_imports<'a>(model: &Model, entity: &Entity, targets: impl Iterator<Item = &'a Entity>) -> Vec<Value> {
    per_target(entity, targets, |target| {
        display::label_body(model, target)?;
        Some((format!("use{}Label", stem(&target.names.one.pascal)), "name"))
    })
}

fn label_hooks<'a>(model: &Model, targets: impl Iterator<Item = &'a Entity>) -> Vec<String> {
    let mut hooks: Vec<String> = targets.filter_map(|target| display::label_hook(model, target)).collect();
    hooks.sort();
    hooks.dedup();
    hooks
}

fn per_target<'a>(
    entity: &Entity,
    targets: impl Iterator<Item = &'a Entity>,
    what: impl Fn(&Entity) -> Option<(String, &'static str)>,
) -> Vec<Value> {
    let found: BTreeMap<String, String> = targets
        .filter_map(|target| {
            let (name, file) = what(target)?;
            let one = &target.names.one.kebab;
            let from = if target.id == entity.id {
                format!("./{one}-{file}")
            } else {
                format!("../{}/{one}-{file}", target.names.many.kebab)
            };
            Some((from, name))
        })
        .collect();
    found.into_iter().map(|(from, name)| json!({ "own": from.starts_with("./"), "from": from, "name": name })).collect()
}

fn components(inputs: &[Value]) -> Vec<String> {
    let mut names: Vec<String> =
        inputs.iter().filter_map(|input| input["component"].as_str().map(str::to_owned)).collect();
    names.sort();
    names.dedup();
    names
}

fn used_enum_models(model: &Model) -> impl Iterator<Item = &Enum> {
    model.enums.iter().filter(|owner| {
        model
            .entities
            .iter()
            .flat_map(|entity| &entity.fields)
            .any(|field| field.kind == FieldKind::Enum { id: owner.id })
    })
}

fn used_enums(model: &Model) -> Vec<Value> {
    used_enum_models(model)
        .map(|owner| {
            let tones = tones::tones_of(owner).map(|tones| {
                tones.into_iter().map(|(value, tone)| json!({ "value": value, "tone": tone })).collect::<Vec<_>>()
            });
            json!({ "one": owner.names.one, "many": owner.names.many, "tones": tones })
        })
        .collect()
}

/// Each enum is imported from the first service that has it.
fn enum_imports(model: &Model) -> Vec<Value> {
    let mut seen = Vec::new();
    model
        .services
        .iter()
        .filter_map(|service| {
            let fresh: Vec<Value> = enums::of_service(model, service.id)
                .into_iter()
                .filter(|owner| {
                    let new = !seen.contains(&owner.id);
                    seen.push(owner.id);
                    new
                })
                .map(|owner| json!({ "one": owner.names.one, "many": owner.names.many }))
                .collect();
            (!fresh.is_empty()).then(|| json!({ "service": service.names.one, "enums": fresh }))
        })
        .collect()
}

fn locale_variable(tag: &str) -> String {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default().to_lowercase();
    // `in` and `is` are words of TypeScript.
    let language = if matches!(language.as_str(), "in" | "is" | "as" | "do" | "if") {
        format!("{language}Texts")
    } else {
        language
    };
    parts.fold(language, |mut variable, part| {
        let mut letters = part.chars();
        variable.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        variable.extend(letters.map(|letter| letter.to_ascii_lowercase()));
        variable
    })
}
