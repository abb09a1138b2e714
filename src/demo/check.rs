//! Whether a manifest makes sense: names, paths, placeholders, order.

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8Path;

use super::manifest::{Manifest, Restart};
use super::{DemoError, placeholders};
use crate::fs::safe_join;

/// The name under which the database server shows up in states and logs.
pub(super) const POSTGRES: &str = "postgres";
/// The name of its port.
pub(super) const POSTGRES_PORT: &str = "postgres";

/// The root of the workspace, as a path in a manifest.
pub(super) const ROOT: &str = ".";

/// What tasks and processes have in common.
struct Unit<'a> {
    name: &'a str,
    script: &'a str,
    cwd: Option<&'a str>,
    args: &'a [String],
    env: &'a BTreeMap<String, serde_json::Value>,
    after: &'a [String],
}

pub(super) fn check(manifest: &Manifest, workspace: &Utf8Path) -> Result<(), DemoError> {
    let units = units(manifest);
    names(manifest, &units)?;
    paths(manifest, &units, workspace)?;
    times(manifest)?;
    values(manifest, &units)?;
    order(&units)
}

fn units(manifest: &Manifest) -> Vec<Unit<'_>> {
    let tasks = manifest.tasks.iter().map(|task| Unit {
        name: &task.name,
        script: &task.script,
        cwd: task.cwd.as_deref(),
        args: &task.args,
        env: &task.env,
        after: &task.after,
    });
    let processes = manifest.processes.iter().map(|process| Unit {
        name: &process.name,
        script: &process.script,
        cwd: process.cwd.as_deref(),
        args: &process.args,
        env: &process.env,
        after: &process.after,
    });
    tasks.chain(processes).collect()
}

fn names(manifest: &Manifest, units: &[Unit<'_>]) -> Result<(), DemoError> {
    let mut seen = BTreeSet::from([POSTGRES, "supervisor", "build"]);
    for unit in units {
        if !is_name(unit.name) {
            return Err(wrong(unit.name, "a name has small letters, digits and `-` only"));
        }
        if !seen.insert(unit.name) {
            return Err(wrong(unit.name, "two have this name, or fountane needs it itself"));
        }
    }
    let mut ports = BTreeSet::from([POSTGRES_PORT]);
    for port in &manifest.ports {
        if !is_name(port) || !ports.insert(port) {
            return Err(wrong(port, "it is no name for a port, or the second of this name"));
        }
    }
    for database in manifest.postgres.iter().flat_map(|postgres| &postgres.databases) {
        for name in [&database.name, &database.owner, &database.app] {
            if !is_identifier(name) {
                return Err(wrong(name, "names in a database have small letters, digits and `_` only"));
            }
        }
    }
    if manifest.processes.is_empty() {
        return Err(wrong("processes", "a demo has at least one process"));
    }
    Ok(())
}

fn paths(manifest: &Manifest, units: &[Unit<'_>], workspace: &Utf8Path) -> Result<(), DemoError> {
    let scripts = units.iter().flat_map(|unit| [Some(unit.script), unit.cwd]).flatten();
    let outputs = manifest.build.outputs.iter().map(String::as_str);
    let copies = manifest.build.copies.iter().flat_map(|copy| [copy.from.as_str(), copy.to.as_str()]);
    let package = manifest.postgres.iter().map(|postgres| postgres.package_in.as_str());
    let all = scripts.chain(outputs).chain(copies).chain(package);
    for path in all.filter(|path| *path != ROOT) {
        safe_join(workspace, path).map_err(|source| DemoError::Path { source })?;
    }
    Ok(())
}

/// The longest that anything is waited for, in seconds: a day.
const LONGEST: u64 = 24 * 60 * 60;

fn times(manifest: &Manifest) -> Result<(), DemoError> {
    let tasks = manifest.tasks.iter().map(|task| (task.name.as_str(), task.timeout_seconds));
    let processes = manifest.processes.iter().map(|process| (process.name.as_str(), process.timeout_seconds));
    for (name, seconds) in tasks.chain(processes) {
        if !(1..=LONGEST).contains(&seconds) {
            let why = format!("{seconds} seconds is not between one second and a day ({LONGEST})");
            return Err(wrong(&format!("{name}.timeout-seconds"), &why));
        }
    }
    let Restart { first_wait_ms, steady_after_seconds, .. } = manifest.restart;
    if first_wait_ms > LONGEST * 1000 || steady_after_seconds > LONGEST {
        return Err(wrong("restart", "no wait may be longer than a day"));
    }
    Ok(())
}

fn values(manifest: &Manifest, units: &[Unit<'_>]) -> Result<(), DemoError> {
    placeholders::check(&manifest.open, manifest).map_err(|why| wrong("open", &why))?;
    for unit in units {
        for arg in unit.args {
            placeholders::check(arg, manifest).map_err(|why| wrong(&format!("{}.args", unit.name), &why))?;
        }
        for (name, value) in unit.env {
            let named = !name.is_empty() && !name.contains(['=', '\0']);
            let outcome =
                if named { placeholders::check_value(value, manifest) } else { Err("that is no name".to_owned()) };
            outcome.map_err(|why| wrong(&format!("{}.env.{name}", unit.name), &why))?;
        }
    }
    for process in &manifest.processes {
        let port = process.health.port();
        if !manifest.ports.iter().any(|known| known == port) {
            return Err(wrong(&format!("{}.health", process.name), &format!("there is no port `{port}`")));
        }
    }
    Ok(())
}

/// Everything that is waited for is there, and nothing waits for itself in the end.
fn order(units: &[Unit<'_>]) -> Result<(), DemoError> {
    let mut waiting: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for unit in units {
        if let Some(unknown) = unit.after.iter().find(|name| !units.iter().any(|other| other.name == name.as_str())) {
            return Err(wrong(&format!("{}.after", unit.name), &format!("there is no `{unknown}`")));
        }
        waiting.insert(unit.name, unit.after.iter().map(String::as_str).collect());
    }
    while !waiting.is_empty() {
        let free: Vec<&str> = waiting.iter().filter(|(_, after)| after.is_empty()).map(|(name, _)| *name).collect();
        if free.is_empty() {
            let names: Vec<&str> = waiting.into_keys().collect();
            return Err(wrong(&names.join(", "), "they wait for each other"));
        }
        waiting.retain(|name, _| !free.contains(name));
        for after in waiting.values_mut() {
            after.retain(|name| !free.contains(name));
        }
    }
    Ok(())
}

fn is_name(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.len() <= 63 && text.bytes().all(plain) && !text.starts_with('-')
}

fn is_identifier(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    let reserved = text.starts_with("pg_") || ["postgres", "template0", "template1"].contains(&text);
    !text.is_empty() && text.len() <= 63 && text.bytes().all(plain) && !text.as_bytes()[0].is_ascii_digit() && !reserved
}

fn wrong(at: &str, why: &str) -> DemoError {
    DemoError::Manifest { at: at.to_owned(), why: why.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOLDEN: &str = include_str!("../../tests/fixtures/demo/golden.json");

    fn error_of(from: &str, to: &str) -> String {
        assert!(GOLDEN.contains(from), "{from}");
        let error = Manifest::parse(&GOLDEN.replacen(from, to, 1), Utf8Path::new("/nowhere")).unwrap_err();
        let cause = std::error::Error::source(&error).map(|cause| format!(": {cause}")).unwrap_or_default();
        format!("{error}{cause}")
    }

    #[test]
    fn the_sample_is_fine() {
        let manifest = Manifest::parse(GOLDEN, Utf8Path::new("/nowhere")).unwrap();
        assert_eq!(manifest.processes.len(), 4);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        let shown = [
            error_of("\"version\": 1", "\"version\": 2"),
            error_of("\"open\"", "\"opens\""),
            error_of("apps/gateway/dist/main.js", "../outside.js"),
            error_of("apps/gateway/dist/main.js", "/etc/passwd"),
            error_of("\"name\": \"gateway\",", "\"name\": \"gateway\", \"timeout-seconds\": 18446744073709551615,"),
            error_of("{port:gateway}", "{port:gate}"),
            error_of("{port:gateway}", "{prt:gateway}"),
            error_of("{database:golden:owner}", "{database:golden:root}"),
            error_of("\"name\": \"gateway\"", "\"name\": \"clinic\""),
            error_of("\"name\": \"gateway\"", "\"name\": \"Gate Way\""),
            error_of("\"name\": \"golden\", \"owner\"", "\"name\": \"golden; drop\", \"owner\""),
            error_of("\"after\": [\"migrate-clinic\"]", "\"after\": [\"migrate\"]"),
            error_of("\"after\": [\"migrate-clinic\"]", "\"after\": [\"clinic\"]"),
        ];
        insta::assert_snapshot!(shown.join("\n"), @r"
        fountane.demo.json has version 2, this fountane knows version 1
        fountane.demo.json is not what it should be: unknown field `opens`, expected one of `version`, `name`, `open`, `people`, `build`, `postgres`, `ports`, `tasks`, `processes`, `restart` at line 4 column 9
        a path in fountane.demo.json is refused: `../outside.js` is not a path inside its folder
        a path in fountane.demo.json is refused: `/etc/passwd` is not a path inside its folder
        fountane.demo.json, `gateway.timeout-seconds`: 18446744073709551615 seconds is not between one second and a day (86400)
        fountane.demo.json, `gateway.env.GATEWAY_PORT`: `{port:gate}`: there is no such port
        fountane.demo.json, `gateway.env.GATEWAY_PORT`: `{prt:gateway}` is no placeholder
        fountane.demo.json, `migrate-clinic.env.MIGRATION_DATABASE_URL`: `{database:golden:root}` is no placeholder
        fountane.demo.json, `clinic`: two have this name, or fountane needs it itself
        fountane.demo.json, `Gate Way`: a name has small letters, digits and `-` only
        fountane.demo.json, `golden; drop`: names in a database have small letters, digits and `_` only
        fountane.demo.json, `seed-clinic.after`: there is no `migrate`
        fountane.demo.json, `clinic, gateway, seed-clinic, web`: they wait for each other
        ");
    }
}
