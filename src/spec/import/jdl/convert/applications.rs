//! Applications: what the project is called, which languages it speaks, and which service owns which entities.

use indexmap::IndexMap;

use super::{Converter, Draft, links::Link, options::targets};
use crate::spec::{
    document::{Apps, Project, Service, WebApp},
    import::{
        jdl::ast::{Application, Setting},
        project::{kebab, named_after},
        type_names::is_refused_service,
    },
};

/// Names the project after its gateway, its monolith, its first application, or the file.
pub(super) fn project(converter: &Converter, file: &str) -> Project {
    let applications = &converter.jdl.applications;
    let of_type = |kind: &str| applications.iter().find(|one| text(one, "applicationType") == Some(kind));
    let main = of_type("gateway").or_else(|| of_type("monolith")).or(applications.first());
    let name = main.and_then(|main| text(main, "baseName")).and_then(kebab).map(|name| {
        // A gateway is named after what it stands before.
        name.strip_suffix("-gateway").map_or(name.clone(), str::to_owned)
    });
    let name = name.filter(|name| name != "gateway").unwrap_or_else(|| named_after(file));
    Project { name, ..Project::default() }
}

/// Gives every entity its service: the microservice that lists it, the one that `microservice` names, or the gateway or
/// monolith that lists it; what is left goes where most is that points to it.
pub(super) fn assign(converter: &mut Converter, links: &[Link]) {
    let owners: Vec<Option<String>> = owners(converter).into_iter().map(|owner| owner.map(service)).collect();
    let first = owners.iter().flatten().next().cloned().unwrap_or_else(|| "main".to_owned());
    for (draft, owner) in converter.drafts.iter_mut().zip(&owners) {
        draft.service = owner.clone().unwrap_or_else(|| first.clone());
    }
    for at in converter.jdl.entities.len()..converter.drafts.len() {
        let mut votes: IndexMap<&str, usize> = IndexMap::new();
        for link in links.iter().filter(|link| link.target.text == converter.drafts[at].written) {
            let holder = converter.index[link.holder.text];
            if holder != at {
                *votes.entry(converter.drafts[holder].service.as_str()).or_default() += 1;
            }
        }
        let most = votes.values().copied().max();
        let winner = votes.iter().find(|(_, count)| Some(**count) == most).map(|(service, _)| (*service).to_owned());
        if let Some(winner) = winner {
            converter.drafts[at].service = winner;
        }
    }
}

/// A name that the workspace does not need for a folder of its own.
fn service(name: String) -> String {
    if is_refused_service(&name) { format!("{name}-service") } else { name }
}

/// The services and what they own; none where one service owns all.
pub(super) fn services(drafts: &[Draft]) -> IndexMap<String, Service> {
    let mut services: IndexMap<String, Service> = IndexMap::new();
    for draft in drafts {
        services.entry(draft.service.clone()).or_default().entities.push(draft.name.clone());
    }
    if services.len() < 2 { IndexMap::new() } else { services }
}

fn owners(converter: &mut Converter) -> Vec<Option<String>> {
    let mut owners: Vec<Option<String>> = vec![None; converter.drafts.len()];
    let jdl = converter.jdl;
    let micro = |one: &&Application| text(one, "applicationType") == Some("microservice");
    for application in jdl.applications.iter().filter(micro) {
        claim(converter, application, &mut owners);
    }
    for (at, draft) in converter.drafts.iter().enumerate() {
        if owners[at].is_none() {
            owners[at] = draft.chosen.microservice.and_then(kebab);
        }
    }
    for application in jdl.applications.iter().filter(|one| !micro(one)) {
        claim(converter, application, &mut owners);
    }
    owners
}

fn claim(converter: &mut Converter, application: &Application, owners: &mut [Option<String>]) {
    let Some(entities) = &application.entities else { return };
    let Some(name) = text(application, "baseName").and_then(kebab) else { return };
    for at in targets(converter, entities) {
        if owners[at].is_none() {
            owners[at] = Some(name.clone());
        }
    }
}

/// The languages of the main application, its native one first.
pub(super) fn apps(converter: &Converter) -> Option<Apps> {
    let jdl = converter.jdl;
    let with_languages = jdl.applications.iter().find(|one| setting(one, "languages").is_some())?;
    let mut locales: Vec<String> = Vec::new();
    let native = text(with_languages, "nativeLanguage");
    let others = setting(with_languages, "languages").map(|setting| setting.values.as_slice()).unwrap_or_default();
    for language in native.into_iter().chain(others.iter().map(|value| value.text)) {
        let tag = locale(language);
        if is_language(&tag) && !locales.contains(&tag) {
            locales.push(tag);
        }
    }
    let plain = locales.is_empty() || locales == ["en"];
    (!plain).then(|| Apps { web: Some(WebApp { locales, ..WebApp::default() }), mobile: None })
}

/// `pt-br` as BCP 47 has it: `pt-BR`; `zh-cn` likewise; `ar-ly` too.
fn locale(language: &str) -> String {
    match language.split_once(['-', '_']) {
        Some((tongue, region)) if region.len() == 2 => {
            format!("{}-{}", tongue.to_ascii_lowercase(), region.to_ascii_uppercase())
        }
        Some((tongue, _)) => tongue.to_ascii_lowercase(),
        None => language.to_ascii_lowercase(),
    }
}

fn is_language(tag: &str) -> bool {
    let tongue = tag.split('-').next().unwrap_or(tag);
    matches!(tongue.len(), 2 | 3) && tongue.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Tells what of applications and deployments is not taken over.
pub(super) fn tell(converter: &mut Converter) {
    let jdl = converter.jdl;
    for application in &jdl.applications {
        settings(converter, application);
        if text(application, "applicationType") == Some("gateway") {
            converter.notes.changed(
                application.span,
                format!("the gateway `{}`", text(application, "baseName").unwrap_or("application")),
                "the workspace has one gateway, and one web application before it, for all services",
            );
        }
    }
    for deployment in &jdl.deployments {
        let kind = deployment.settings.iter().find(|one| one.key.text == "deploymentType");
        let kind = kind.and_then(|one| one.values.first()).map_or("", |value| value.text);
        converter.notes.dropped(
            deployment.span,
            format!("the deployment `{kind}`").replace(" ``", ""),
            "the workspace brings its own containers and charts",
        );
    }
}

/// Settings that are taken over, or are said once for all.
const CARRIED: [&str; 4] = ["baseName", "applicationType", "languages", "nativeLanguage"];

/// Settings about who signs in, and how.
const SIGN_IN: [&str; 6] =
    ["authenticationType", "skipUserManagement", "jwtSecretKey", "rememberMeKey", "uaaBaseName", "syncUserWithIdp"];

fn settings(converter: &mut Converter, application: &Application) {
    let name = text(application, "baseName").unwrap_or("application").to_owned();
    let (mut sign_in, mut foreign, mut stack) = (Vec::new(), Vec::new(), Vec::new());
    for setting in &application.settings {
        match (setting.namespace, setting.key.text) {
            (Some(_), _) => foreign.push(setting),
            (None, key) if CARRIED.contains(&key) => {}
            (None, key) if SIGN_IN.contains(&key) => sign_in.push(setting),
            _ => stack.push(setting),
        }
    }
    let reasons = [
        (sign_in, "how people sign in is said in `auth:`, and secrets are made anew for each environment"),
        (foreign, "they are for a blueprint of JHipster"),
        (stack, "the workspace brings its own stack, ports and tests"),
    ];
    for (group, reason) in reasons {
        let Some(first) = group.first() else { continue };
        let written: Vec<String> = group.iter().map(|setting| written(setting)).collect();
        converter.notes.dropped(first.span, format!("settings of `{name}`: {}", written.join(", ")), reason);
    }
}

/// As it stands there, except for secrets.
fn written(setting: &Setting) -> String {
    let key = setting.key.text;
    let lower = key.to_ascii_lowercase();
    if ["secret", "password", "key", "token"].iter().any(|word| lower.contains(word)) {
        return format!("`{key}`");
    }
    let values: Vec<&str> = setting.values.iter().map(|value| value.text).collect();
    format!("`{key} {}`", values.join(" ").chars().take(80).collect::<String>())
}

/// JHipster takes the last of several settings of a name.
fn setting<'s, 'a>(application: &'s Application<'a>, key: &str) -> Option<&'s Setting<'a>> {
    application.settings.iter().rfind(|setting| setting.namespace.is_none() && setting.key.text == key)
}

fn text<'a>(application: &Application<'a>, key: &str) -> Option<&'a str> {
    setting(application, key)?.values.first().map(|value| value.text)
}
