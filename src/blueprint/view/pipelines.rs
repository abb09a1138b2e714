//! What pipelines build: one image for each application.

use serde_json::{Value, json};

use crate::blueprint::context::Place;

pub(super) fn view(place: Place<'_>) -> Value {
    let services = place.model.services.iter().map(|service| {
        let name = &service.names.one.kebab;
        image(name, &format!("apps/services/{name}"))
    });
    let others = ["gateway", "web"].into_iter().filter(|part| place.has(part));
    let images: Vec<Value> = services.chain(others.map(|part| image(part, &format!("apps/{part}")))).collect();
    json!({ "images": images })
}

fn image(name: &str, folder: &str) -> Value {
    json!({ "name": name, "dockerfile": format!("{folder}/Dockerfile") })
}
