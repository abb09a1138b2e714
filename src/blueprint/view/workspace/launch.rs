//! What Visual Studio Code can start and stop at a breakpoint in.

use serde_json::{Value, json};

use super::Service;
use crate::blueprint::context::Place;

pub(super) fn configurations(place: Place<'_>, services: &[Service]) -> Value {
    let mut configurations: Vec<Value> = services
        .iter()
        .map(|service| {
            let folder = format!("apps/services/{}", service.kebab);
            let own = format!("${{workspaceFolder}}/{folder}/.env.development");
            program(&service.kebab, &folder, &[&own])
        })
        .collect();
    if place.has("gateway") {
        configurations.push(program("gateway", "apps/gateway", &[]));
    }
    if place.has("dev-identity") {
        configurations.push(program("dev-identity", "tools/dev-identity", &[]));
    }
    if place.has("web") {
        configurations.push(json!({
            "name": "web",
            "type": "node-terminal",
            "request": "launch",
            "command": "pnpm dev",
            "cwd": "${workspaceFolder}/apps/web",
        }));
    }
    json!(configurations)
}

/// Built before: `pnpm build`.
fn program(name: &str, folder: &str, environments: &[&str]) -> Value {
    let mut arguments =
        vec!["--enable-source-maps".to_owned(), "--env-file=${workspaceFolder}/.env.development".to_owned()];
    arguments.extend(environments.iter().map(|file| format!("--env-file={file}")));
    json!({
        "name": name,
        "type": "node",
        "request": "launch",
        "program": format!("${{workspaceFolder}}/{folder}/dist/main.js"),
        "cwd": format!("${{workspaceFolder}}/{folder}"),
        "runtimeArgs": arguments,
        "outFiles": ["${workspaceFolder}/**/dist/**/*.js", "!**/node_modules/**"],
        "skipFiles": ["<node_internals>/**"],
    })
}
