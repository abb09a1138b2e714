//! The root of the workspace: which projects there are, where they listen, and what the guides say of them.

mod guide;
mod launch;
mod licence;
mod services;

use serde_json::{Value, json};

use super::Place;
use super::dev_identity;

pub(super) use services::{Service, services};

/// For the files at the root.
pub(super) fn view(place: Place<'_>) -> Value {
    let model = place.model;
    let services = services(model);
    let guide = guide::Guide { place, services: &services };
    json!({
        "title": guide.title(),
        "description": guide.description(),
        "blueprint": model.blueprint.name,
        "path": guide.path(),
        "story": guide.story(),
        "first": guide.first(),
        "folders": guide.folders(),
        "changes": guide.changes(),
        "admin": { "email": dev_identity::people(model)[0].email },
        "audience": model.audience(),
        "clients": clients(place),
        "references": references(place, &services),
        "launch": launch::configurations(place, &services),
        "licence": licence::text(&model.project),
        "processes": processes(place, &services),
        "services": services.iter().map(|service| json!({
            "kebab": service.kebab,
            "shouty": service.shouty,
            "database": service.database,
            "grpcPort": service.grpc_port,
            "keeps": guide.keeps(service),
        })).collect::<Vec<_>>(),
    })
}

/// For the files of one service.
pub(super) fn of_service(place: Place<'_>) -> Value {
    let services = services(place.model);
    let service = place.service.map(|id| &services[id.0]);
    json!(service.map(|service| json!({
        "grpcPort": service.grpc_port,
        "httpPort": service.http_port,
        "database": service.database,
    })))
}

/// The applications that the development provider knows. The text stands between single quotes in an environment file.
fn clients(place: Place<'_>) -> String {
    let project = &place.model.project;
    let mut clients = Vec::new();
    if place.has("web") {
        clients.push(json!({
            "id": format!("{}-web", project.name),
            "name": project.title,
            "secret": "development-only-client-secret",
            "redirectUris": ["http://localhost:3000/auth/callback"],
            "postLogoutRedirectUris": ["http://localhost:3000/signed-out"],
        }));
    }
    clients.push(json!({
        "id": format!("{}-cli", project.name),
        "name": format!("{} for the command line", project.title),
        "redirectUris": ["http://127.0.0.1/callback"],
    }));
    json!(clients).to_string().replace('\'', "\\u0027")
}

/// Everything that `tsc -b` builds, in the order of dependence.
fn references(place: Place<'_>, services: &[Service]) -> Value {
    const CORE: [&str; 4] = ["types", "errors", "config", "testing"];
    const BACKEND: [&str; 5] = ["auth", "database", "grpc", "mocks", "observability"];
    let mut paths: Vec<String> = CORE.iter().map(|name| format!("libs/core/{name}")).collect();
    paths.push("libs/contracts".to_owned());
    paths.extend(BACKEND.iter().map(|name| format!("libs/backend/{name}")));
    paths.extend(services.iter().map(|service| format!("apps/services/{}", service.kebab)));
    for (part, path) in [("gateway", "apps/gateway"), ("dev-identity", "tools/dev-identity"), ("e2e", "tools/e2e")] {
        if place.has(part) {
            paths.push(path.to_owned());
        }
    }
    paths.into_iter().map(|path| json!({ "path": path })).collect()
}

/// How many programs `pnpm dev` runs side by side; Nx wants room for one more.
fn processes(place: Place<'_>, services: &[Service]) -> usize {
    let others = ["gateway", "web", "dev-identity"].into_iter().filter(|part| place.has(part)).count();
    services.len() + others + 1
}
