//! Stacks of specs among the fixtures, whole.

use std::collections::BTreeMap;

use camino::Utf8Path;

use super::*;
use crate::spec::{self, Checked};

fn spec_of(name: &str) -> (spec::Document, spec::Model) {
    let path = format!("{}/tests/fixtures/specs/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
    let Checked { document, model, .. } = spec::check(&fs_err::read_to_string(path).unwrap(), name);
    (document.unwrap(), model.unwrap())
}

fn all_apps(model: &spec::Model) -> Apps {
    let services = model.services.iter().map(|service| service.names.one.kebab.clone()).collect();
    Apps { services, gateway: true, web: true, sources: "sources".to_owned() }
}

fn stack_of(name: &str, wanted: &Wanted) -> Result<Stack, StackError> {
    let (document, model) = spec_of(name);
    let apps = all_apps(&model);
    let catalog = Catalog::embedded()?;
    assemble(Parts { document: &document, model: &model, apps: &apps, catalog: &catalog, name }, wanted)
}

fn names(stack: &Stack) -> Vec<&str> {
    stack.units.iter().map(|unit| unit.name.as_str()).collect()
}

/// Everything but chance.
fn kept_of(stack: &Stack) -> Kept {
    let ports: BTreeMap<String, u16> = stack.published().into_iter().zip(20_001..).collect();
    let secrets: BTreeMap<&str, String> =
        stack.secrets.keys().map(|name| (name.as_str(), format!("SECRET-{}-SECRET", name.replace('/', "-")))).collect();
    serde_json::from_value(serde_json::json!({ "ports": ports, "secrets": secrets })).unwrap()
}

#[test]
fn only_what_the_spec_needs_is_there() {
    assert_eq!(
        names(&stack_of("diary", &Wanted::Needed).unwrap()),
        ["postgres", "postgres-databases", "keycloak", "migrate-diary", "seed-diary", "diary", "gateway", "web"]
    );
    let clinic = stack_of("clinic", &Wanted::Needed).unwrap();
    let components: std::collections::BTreeSet<&str> =
        clinic.units.iter().map(|unit| unit.component.as_str()).collect();
    // It has a section for each but for Traefik, which no spec asks for.
    let expected = "apps centrifugo keycloak lago n8n object-storage postgres redis unleash";
    assert_eq!(components.into_iter().collect::<Vec<_>>().join(" "), expected);
}

#[test]
fn what_is_named_brings_what_it_needs_and_nothing_else() {
    let wanted = Wanted::Named(vec!["unleash".to_owned()]);
    assert_eq!(
        names(&stack_of("diary", &wanted).unwrap()),
        ["postgres", "postgres-databases", "unleash", "unleash-flags"]
    );
    let wrong = stack_of("diary", &Wanted::Named(vec!["mysql".to_owned()])).unwrap_err();
    assert_eq!(wrong.to_string(), "there is no `mysql` in this stack");
    assert!(wrong.hints()[0].starts_with("there is: centrifugo, keycloak, lago"), "{:?}", wrong.hints());
}

#[test]
fn all_of_a_spec_with_every_section_as_a_compose_file() {
    let stack = stack_of("clinic", &Wanted::All).unwrap();
    let file = compose(&stack, &kept_of(&stack), Utf8Path::new(".fountane/stack"), Utf8Path::new("."));
    insta::assert_snapshot!(file);
    assert!(!file.contains("SECRET-"), "a secret is in the compose file");
}

#[test]
fn files_of_containers_have_what_the_spec_says() {
    let stack = stack_of("clinic", &Wanted::All).unwrap();
    let kept = kept_of(&stack);
    let mut shown = String::new();
    for unit in &stack.units {
        for (place, content) in unit.files.iter().filter(|(place, _)| !place.starts_with("/run/secrets/")) {
            let content = content.resolve(&kept);
            if content.starts_with(['{', '[']) {
                serde_json::from_str::<serde_json::Value>(&content)
                    .unwrap_or_else(|error| panic!("{place}: {error}\n{content}"));
            }
            shown.push_str(&format!("=== {}: {place}\n{content}", unit.name));
        }
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn each_unit_is_closed_limited_and_told_apart_by_its_digest() {
    let stack = stack_of("clinic", &Wanted::All).unwrap();
    let kept = kept_of(&stack);
    for unit in &stack.units {
        assert!(unit.limits.memory.0 > 0 && unit.limits.cpus > 0.0 && unit.limits.pids > 0, "{}", unit.name);
        assert!(unit.once || unit.health.is_some(), "{}", unit.name);
    }
    let digest = |unit: &Unit, kept: &Kept| unit.digest(&|text| text.resolve(kept));
    let redis = stack.unit("redis").unwrap();
    let mut other = redis.clone();
    other.limits.pids += 1;
    assert_eq!(digest(redis, &kept), digest(redis, &kept));
    assert_ne!(digest(redis, &kept), digest(&other, &kept));
    let rotated: Kept =
        serde_json::from_value(serde_json::json!({ "secrets": { "redis/password": "another-one" } })).unwrap();
    assert_ne!(digest(redis, &kept), digest(redis, &rotated), "a new password makes a new container");
}

fn added(text: &str) -> Result<Stack, StackError> {
    let (document, model) = spec_of("note");
    let mut catalog = Catalog::embedded()?;
    catalog.add(".fountane/components/cache.yaml", text.to_owned().into())?;
    let apps = Apps::default();
    let parts = Parts { document: &document, model: &model, apps: &apps, catalog: &catalog, name: "note" };
    assemble(parts, &Wanted::Named(vec!["cache".to_owned()]))
}

const CACHE: &str = "component: 1
summary: A cache
secrets: { password: hex }
services:
  cache:
    image: { name: memcached, tag: 1.6-alpine }
    env: { NAME: '{{project.name}}', SASL_PASSWORD: '{{secret.password}}' }
    ports: { main: { container: 11211 } }
    health: { tcp: { port: main, with: nc } }
    limits: { memory: 64MiB, cpus: 0.5, pids: 20 }
";

#[test]
fn a_component_of_a_workspace_needs_no_more_than_its_file() {
    let stack = added(CACHE).unwrap();
    assert_eq!(names(&stack), ["cache"]);
    assert_eq!(stack.units[0].health.as_ref().unwrap().command, ["nc", "-z", "127.0.0.1", "11211"].map(Text::plain));
}

#[test]
fn what_is_wrong_with_a_component_is_told_with_its_place() {
    let said = |from: &str, to: &str| {
        assert!(CACHE.contains(from), "{from}");
        let error = added(&CACHE.replace(from, to)).unwrap_err();
        match &error {
            StackError::Problems(problems) => {
                let first = &problems.problems[0];
                format!("{}:{}:{} {}", problems.file, first.line, first.column, first.problem.message)
            }
            other => other.to_string(),
        }
    };
    let cases = [
        ("{{secret.password}}", "{{secret.pasword}}"),
        ("{{secret.password}}", "hunter2"),
        ("{{project.name}}", "{{project.nam}}"),
        ("{{project.name}}", "{{service.postgres.host}}"),
        ("{{project.name}}", "{{secret.keycloak.admin}}"),
        ("1.6-alpine", "latest"),
        ("port: main", "port: mian"),
        ("with: nc", "with: telnet"),
        ("64MiB", "64MB"),
        ("pids: 20", "pids: 0"),
        ("  cache:\n", "  redis:\n"),
        ("    limits: { memory: 64MiB, cpus: 0.5, pids: 20 }\n", ""),
        ("ports:", "prots:"),
        ("component: 1", "component: 2"),
        ("    health: { tcp: { port: main, with: nc } }\n", ""),
        ("    ports:", "    capabilities: [SYS_ADMIN]\n    ports:"),
        ("    ports:", "    volumes: { data: /a/../b }\n    ports:"),
        ("    ports:", "    after: [postgres]\n    ports:"),
        ("    ports:", "    files: [{ to: /a }]\n    ports:"),
    ];
    let all: Vec<String> = cases.iter().map(|(from, to)| said(from, to)).collect();
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn what_waits_for_each_other_is_refused() {
    let circle = CACHE.replace("    ports:", "    after: [cache-two]\n    ports:")
        + "  cache-two:
    image: { name: memcached, tag: 1.6-alpine }
    ports: { main: { container: 11211 } }
    health: { tcp: { port: main, with: nc } }
    limits: { memory: 64MiB, cpus: 0.5, pids: 20 }
    after: [cache]
";
    let error = added(&circle).unwrap_err();
    assert_eq!(error.to_string(), "these wait for each other in a circle: cache, cache-two");
}
