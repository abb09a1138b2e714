//! From what a person wrote to what it means: defaults filled in, names in every casing, relations with both ends.
//!
//! Everything is tried, so that all problems come at once; only a document without an error becomes a [`Model`].

mod access;
mod ends;
mod entities;
mod enums;
mod fields;
mod kinds;
mod lists;
mod relations;
mod seed;
mod services;

pub(super) use access::unknown_role;
pub(super) use fields::field;
pub(super) use lists::unknown_member;
pub use services::ONLY_SERVICE;

use indexmap::IndexMap;

use super::{
    Document, Model, address,
    document::{Apps, WebApp},
    model::{self, BlueprintRef, EntityId, SourceRef},
    naming,
    problem::{Path, Problem, Severity},
    validate,
};

/// What a valid document means.
///
/// # Errors
/// All that is wrong with it, in no particular order; warnings only together with errors.
pub fn resolve(document: &Document) -> Result<Model, Vec<Problem>> {
    let (model, problems) = attempt(document);
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(problems);
    }
    Ok(model)
}

/// What a document means as far as it makes sense, and all that is wrong with it. Without an error the model is sound.
pub(super) fn attempt(document: &Document) -> (Model, Vec<Problem>) {
    let mut problems = Vec::new();
    validate::before(document, &mut problems);
    let ids: IndexMap<&str, EntityId> =
        document.entities.keys().enumerate().map(|(at, name)| (name.as_str(), EntityId(at))).collect();
    let roles = access::roles(document);
    let enums = enums::enums(document, &mut problems);
    let owners = services::owners(document, &ids, &mut problems);
    let mut entities = entities::entities(document, &ids, &enums, &roles, &owners, &mut problems);
    let ends = ends::ends(document, &ids, &mut problems);
    relations::attach(&mut entities, document, &ends, &mut problems);
    lists::attach(&mut entities, document, &mut problems);
    seed::attach(&mut entities, document, &enums);
    let model = Model {
        project: project(document),
        blueprint: blueprint(document.blueprint.first().map_or(DEFAULT_BLUEPRINT, String::as_str)),
        more_blueprints: document.blueprint.iter().skip(1).map(|written| blueprint(written)).collect(),
        sources: sources(document),
        tenancy: document.tenancy.unwrap_or(model::Tenancy::Rls),
        services: services::services(document, &entities),
        apps: apps(document, &ids),
        pipelines: document.pipelines.clone().unwrap_or_else(|| vec![model::Forge::Github]),
        sdk: document.sdk.clone(),
        roles,
        enums,
        entities,
    };
    validate::after(document, &model, &mut problems);
    (model, problems)
}

fn project(document: &Document) -> model::Project {
    let project = &document.project;
    let title = || {
        let words = naming::label(&project.name);
        words.split(' ').map(capitalized).collect::<Vec<_>>().join(" ")
    };
    model::Project {
        name: project.name.clone(),
        title: project.title.clone().unwrap_or_else(title),
        description: project.description.clone().unwrap_or_default(),
        licence: project.licence.clone().unwrap_or_else(|| "UNLICENSED".to_owned()),
    }
}

fn blueprint(written: &str) -> BlueprintRef {
    let (name, range) = written.split_once('@').unwrap_or((written, "*"));
    BlueprintRef { name: name.to_owned(), range: range.to_owned() }
}

/// Those whose address can be read; of the others a problem tells.
fn sources(document: &Document) -> Vec<SourceRef> {
    let read = |(name, source): (&String, _)| {
        let (address, at) = address::read(source).ok()?;
        Some(SourceRef { name: name.clone(), address, at })
    };
    document.sources.iter().filter_map(read).collect()
}

/// Where a document names no blueprint.
const DEFAULT_BLUEPRINT: &str = "saas@^1";

/// Where a document names no colour.
pub const DEFAULT_PRIMARY: &str = "#0f766e";

fn apps(document: &Document, ids: &IndexMap<&str, EntityId>) -> model::Apps {
    let default = Apps { web: Some(WebApp::default()), mobile: None };
    let Apps { web, mobile } = document.apps.as_ref().unwrap_or(&default);
    model::Apps {
        web: web.as_ref().map(|web| model::WebApp {
            locales: if web.locales.is_empty() { vec!["en".to_owned()] } else { web.locales.clone() },
            pwa: web.pwa,
            primary: web
                .theme
                .as_ref()
                .and_then(|theme| theme.primary.as_deref())
                .unwrap_or(DEFAULT_PRIMARY)
                .to_ascii_lowercase(),
        }),
        mobile: mobile.as_ref().map(|mobile| model::MobileApp {
            biometrics: mobile.biometrics,
            push: mobile.push,
            offline: mobile.offline.iter().filter_map(|name| ids.get(name.as_str()).copied()).collect(),
        }),
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Where an entity stands in the document.
fn entity_path(name: &str) -> Path {
    Path::of(&["entities", name])
}
