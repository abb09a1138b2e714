//! Business rules: known types, and examples that fit them.

use crate::spec::{
    Document, Model,
    document::Field,
    model,
    problem::{Path, Problem},
    resolve::{field, unknown_member},
    shape::{did_you_mean, listed},
    value::normalize,
};

pub(super) fn check(document: &Document, model: &Model, problems: &mut Vec<Problem>) {
    for (name, rule) in &document.rules {
        let path = Path::of(&["rules", name]);
        if let Some(service) = &rule.service {
            let names: Vec<&str> = model.services.iter().map(|service| service.names.one.kebab.as_str()).collect();
            if !names.contains(&service.as_str()) {
                problems.push(unknown_service(path.key("service"), service, &names));
            }
        }
        if rule.words.trim().is_empty() {
            problems.push(
                Problem::new(path.key("words"), "the rule says nothing")
                    .mend("write what it decides, in plain sentences"),
            );
        }
        if rule.input.is_empty() {
            problems.push(
                Problem::of_key(path.key("input"), "the rule decides upon nothing")
                    .mend("name what it looks at: `input: { fee: money }`"),
            );
        }
        let mut resolve = |name: &str, given: &Field, path: &Path| {
            field(document, name, &in_rule(given), path, &model.enums, problems)
        };
        let inputs: Vec<(String, Option<model::Field>)> = rule
            .input
            .iter()
            .map(|(name, given)| (name.clone(), resolve(name, given, &path.key("input").key(name))))
            .collect();
        let output = resolve("output", &rule.output, &path.key("output"));
        for (at, example) in rule.examples.iter().enumerate() {
            let here = path.key("examples").index(at);
            for (name, field) in &inputs {
                match example.given.get(name) {
                    None => problems.push(
                        Problem::of_key(here.key("given"), format!("the example says nothing of `{name}`"))
                            .mend("give it a value"),
                    ),
                    Some(value) => fits(field.as_ref(), value, here.key("given").key(name), model, problems),
                }
            }
            for name in example.given.keys().filter(|name| !rule.input.contains_key(*name)) {
                let choices = rule.input.keys().map(String::as_str);
                problems.push(unknown_member(here.key("given").key(name), name, "input", choices));
            }
            fits(output.as_ref(), &example.expect, here.key("expect"), model, problems);
        }
    }
}

/// Money needs no currency in a rule: it decides upon amounts of whichever the product has.
fn in_rule(given: &Field) -> Field {
    let mut given = given.clone();
    if given.kind == "money" && given.currency.is_none() {
        given.currency = Some("EUR".to_owned());
    }
    given
}

fn fits(
    field: Option<&model::Field>,
    value: &serde_json::Value,
    path: Path,
    model: &Model,
    problems: &mut Vec<Problem>,
) {
    let Some(field) = field else { return };
    if let Err(misfit) = normalize(value, &field.kind, &model.enums) {
        let mut problem = Problem::new(path, misfit.message);
        problem.mend = misfit.mend;
        problems.push(problem);
    }
}

fn unknown_service(path: Path, name: &str, names: &[&str]) -> Problem {
    let problem = Problem::new(path, format!("there is no service `{}`", name.escape_debug()));
    match did_you_mean(name, names.iter().copied()) {
        Some(meant) => problem.mend(format!("did you mean `{meant}`?")),
        None => problem.mend(format!("the services are {}", listed(names, "and"))),
    }
}
