//! A stack as a Helm chart: one release in a namespace of its own, where services call each other by their names.
//!
//! No secret is in it, nor among its values: it names one Secret for each unit that has any, which [`secrets`] tells the
//! contents of. Whoever installs the chart puts them there before.

mod expression;
mod object;
mod pod;
mod prepared;
mod secrets;
mod values;

use std::collections::BTreeMap;

use camino::Utf8PathBuf;
use rust_embed::RustEmbed;
use serde_json::{Value, json};

use super::model::{Stack, Unit};
use super::text::Text;
pub use secrets::secrets;
pub use values::Size;

// A debug build reads the folder of this clone: without this line, a build of another clone passes for fresh.
const _: &str = env!("CARGO_MANIFEST_DIR");

/// What does not depend on the stack.
#[derive(RustEmbed)]
#[folder = "src/stack/chart/static/"]
struct Static;

/// The files of the chart, by their place in its folder. `title` is what people call the product.
pub fn chart(stack: &Stack, title: &str) -> BTreeMap<Utf8PathBuf, String> {
    let units: Vec<&Unit> = stack.units.iter().filter(|unit| !unit.local).collect();
    let mut files = BTreeMap::new();
    for name in Static::iter() {
        if let Some(file) = Static::get(&name) {
            files.insert(Utf8PathBuf::from(&*name), String::from_utf8_lossy(&file.data).into_owned());
        }
    }
    files.insert("Chart.yaml".into(), expression::document(about(&stack.name, title)));
    files.extend(values::files(stack, &units, title));
    for unit in &units {
        for (place, content) in plain_files(unit) {
            files.insert(packed(unit, place), expression::filled(content));
        }
        if let Some(text) = object::of_unit(stack, unit, &units) {
            files.insert(format!("templates/{}.yaml", unit.name).into(), text);
        }
    }
    files
}

fn about(name: &str, title: &str) -> Value {
    json!({
        "apiVersion": "v2",
        "name": name,
        "description": format!("{title}, with the servers that it needs"),
        "type": "application",
        "version": "1.0.0",
        // Pod Security by labels of a namespace, and Jobs that tell when they are done.
        "kubeVersion": ">=1.25.0-0",
    })
}

/// Files that containers find and that may be seen.
fn plain_files(unit: &Unit) -> impl Iterator<Item = (&String, &Text)> {
    unit.files.iter().filter(|(_, content)| !content.is_secret())
}

/// Where a file of a container lies in the chart.
fn packed(unit: &Unit, place: &str) -> Utf8PathBuf {
    format!("files/{}/{}", unit.name, key(place)).into()
}

/// A place in a container as a key of a `ConfigMap` or Secret, which has no slashes.
fn key(place: &str) -> String {
    place.trim_start_matches('/').replace('/', "--")
}
