//! What is secret: one Secret for each unit, made by whoever installs the chart.

use std::collections::BTreeMap;

use super::super::model::{Stack, Unit};
use super::super::text::{Text, Values};
use super::key;

/// The Secrets of a stack by name, with their entries. `values` knows the secrets, and the addresses of the cluster.
pub fn secrets(stack: &Stack, values: &dyn Values) -> BTreeMap<String, BTreeMap<String, String>> {
    let units = stack.units.iter().filter(|unit| !unit.local && has_any(unit));
    units.map(|unit| (name(unit), entries(unit, values))).collect()
}

fn entries(unit: &Unit, values: &dyn Values) -> BTreeMap<String, String> {
    let of_variables = unit.env.iter().filter(|(_, value)| value.is_secret()).map(|(name, value)| {
        let name = variable(name);
        (name, value.resolve(values))
    });
    let of_files = unit.files.iter().filter(|(_, content)| content.is_secret());
    of_variables.chain(of_files.map(|(place, content)| (key(place), content.resolve(values)))).collect()
}

/// Whether a unit has anything secret.
pub(super) fn has_any(unit: &Unit) -> bool {
    unit.env.values().chain(unit.files.values()).any(Text::is_secret)
}

/// What the Secret of a unit is called.
pub(super) fn name(unit: &Unit) -> String {
    format!("{}-secrets", unit.name)
}

/// The key of an environment variable; keys of files have no capitals before a dot.
pub(super) fn variable(name: &str) -> String {
    format!("ENV.{name}")
}
