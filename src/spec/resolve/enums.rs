//! Enums with the constants and labels of their values.

use std::collections::HashMap;

use crate::spec::{
    Document,
    model::{Enum, EnumId, EnumValue},
    naming::{self, Names},
    problem::{Path, Problem},
};

/// In the order of the document.
pub(super) fn enums(document: &Document, problems: &mut Vec<Problem>) -> Vec<Enum> {
    let mut enums = Vec::new();
    for (at, (name, given)) in document.enums.iter().enumerate() {
        let path = Path::of(&["enums", name]);
        if given.values.is_empty() {
            problems.push(
                Problem::of_key(path.clone(), format!("the enum `{name}` has no values"))
                    .mend("list some: `[open, closed]`"),
            );
        }
        if given.values.len() > MAX_VALUES {
            let message =
                format!("the enum `{name}` has {} values; at most {MAX_VALUES} make sense", given.values.len());
            problems.push(Problem::of_key(path.clone(), message).mend("make it an entity"));
        }
        let values = given.values.iter().map(|(value, label)| EnumValue {
            value: value.clone(),
            label: label.clone().unwrap_or_else(|| naming::label(value)),
            constant: naming::constant(value),
        });
        let names = Names::of(name);
        let values: Vec<EnumValue> = values.collect();
        check_constants(&values, &names, &path, problems);
        enums.push(Enum { id: EnumId(at), names, values, description: given.description.clone().unwrap_or_default() });
    }
    enums
}

const MAX_VALUES: usize = 200;

fn check_constants(values: &[EnumValue], names: &Names, path: &Path, problems: &mut Vec<Problem>) {
    let mut seen: HashMap<&str, &str> = HashMap::new();
    for EnumValue { value, constant, .. } in values {
        let fits = value.len() <= 60
            && value.starts_with(|first: char| first.is_ascii_alphanumeric())
            && value.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_');
        let here = path.key(value);
        if !fits {
            let message = format!("`{}` cannot be a value of an enum", value.escape_debug());
            problems.push(
                Problem::new(here, message)
                    .mend("use ASCII letters, digits and hyphens, and give a label: `no-show: Did not come`"),
            );
            continue;
        }
        if constant == "UNSPECIFIED" {
            let message = "protobuf keeps `UNSPECIFIED` for a value that is not there";
            problems.push(Problem::new(here.clone(), message).mend("call it `unknown`"));
        }
        if let Some(other) = seen.insert(constant, value) {
            let message = format!("`{other}` and `{value}` both become `{}_{constant}`", names.one.shouty);
            problems
                .push(Problem::new(here, message).mend("give them names that differ in more than case and hyphens"));
        }
    }
}
