//! From nothing to healthy and back to nothing.

use std::process::Stdio;
use std::time::Duration;

use serde_json::Value;

use crate::engine::{Stack, page};

/// What the spec needs, of what can be had here; Traefik is there by name.
pub const WANTED: [&str; 4] = ["keycloak", "redis", "object-storage", "traefik"];

pub fn comes_up_from_nothing_to_healthy(stack: &Stack<'_>) {
    let planned = stack.run(&[&["up", "--dry-run"][..], &WANTED].concat()).succeeds();
    assert!(planned.contains("it is not there"), "{planned}");
    assert!(stack.containers().is_empty(), "a rehearsal makes nothing");
    let units = stack.up(&WANTED);
    let expected =
        ["keycloak", "object-storage", "object-storage-buckets", "postgres", "postgres-databases", "redis", "traefik"];
    let mut names: Vec<&str> = units.iter().map(|(unit, _)| unit.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, expected);
    assert!(units.iter().all(|(_, action)| action == "create"), "{units:?}");
    stack.is_healthy();
}

/// Asked of the servers themselves.
pub fn has_what_the_spec_says(stack: &Stack<'_>) {
    let realm = stack.page("keycloak/http", "/realms/notes/.well-known/openid-configuration");
    let issuer = format!("\"issuer\":\"http://localhost:{}/realms/notes\"", stack.port("keycloak/http"));
    assert!(realm.contains(&issuer), "the realm is imported, with the address that a browser uses: {realm}");

    let buckets =
        stack.run(&["exec", "object-storage", "--", "sh", "-c", "echo s3.bucket.list | weed shell"]).succeeds();
    assert!(buckets.contains("notes"), "{buckets}");

    let refused = stack.run(&["exec", "redis", "--", "redis-cli", "ping"]).succeeds();
    assert!(refused.contains("NOAUTH"), "without the password nothing is told: {refused}");

    let through =
        page(stack.port("traefik/web"), "/realms/notes/.well-known/openid-configuration", "keycloak.localhost");
    assert!(through.starts_with("HTTP/1.1 200"), "{through}");

    let databases = [
        "exec",
        "postgres",
        "--",
        "psql",
        "--username=postgres",
        "--host=/var/run/postgresql",
        "-Atc",
        "SELECT datname FROM pg_database",
    ];
    let databases = stack.run(&databases).succeeds();
    assert!(databases.lines().any(|name| name == "keycloak"), "{databases}");
    println!("pages: {}", stack.run(&["open", "keycloak", "--print"]).succeeds().trim());
}

pub fn is_seen_by_docker_compose(stack: &Stack<'_>) {
    let engine = stack.engine;
    let projects: Value =
        serde_json::from_str(&engine.docker(&["compose", "ls", "--all", "--format", "json"]).succeeds()).unwrap();
    let ours = projects.as_array().unwrap().iter().find(|project| project["Name"] == stack.name.as_str());
    assert!(ours.is_some_and(|project| project["Status"].as_str().unwrap().contains("running(5)")), "{projects}");
    let listed =
        engine.docker(&["compose", "-p", &stack.name, "ps", "--format", "{{.Service}} {{.Health}}"]).succeeds();
    assert!(listed.lines().any(|line| line == "postgres healthy"), "{listed}");
    let logs = engine.docker(&["compose", "-p", &stack.name, "logs", "redis"]).succeeds();
    assert!(logs.contains("Ready to accept connections"), "{logs}");
}

pub fn does_nothing_the_second_time(stack: &Stack<'_>) {
    let before = (stack.containers(), stack.kept());
    assert_eq!(stack.changed(&WANTED), [""; 0]);
    assert_eq!((stack.containers(), stack.kept()), before, "containers, ports and secrets are the same");
    let planned = stack.run(&[&["up", "--dry-run"][..], &WANTED].concat()).succeeds();
    assert!(planned.lines().skip(1).all(|line| line.contains("stays")), "{planned}");
}

pub fn leaves_nothing_behind_and_touches_nothing_else(stack: &Stack<'_>) {
    let engine = stack.engine;
    // Names that begin alike, a project of the same name by somebody else, and a volume that looks like one of ours.
    let foreign = ["notes-redis", "notes-redis-10", "xnotes-redis-1"];
    for name in foreign {
        engine.docker(&["run", "--detach", "--name", name, "redis:7.2-alpine"]).succeeds();
    }
    let theirs = ["--label", "com.docker.compose.project=notes", "--label", "fountane.stack=notes"];
    engine.docker(&[&["run", "--detach", "--name", "theirs"], &theirs[..], &["redis:7.2-alpine"]].concat()).succeeds();
    engine.docker(&["volume", "create", "notes_foreign"]).succeeds();

    let said = stack.run(&["down"]).succeeds();
    println!("{said}");
    let left = |what: &str| {
        engine
            .docker(&[what, "ls", "--quiet", "--filter", &format!("label=fountane.workspace={}", stack.root)])
            .succeeds()
    };
    assert_eq!(left("network").trim(), "");
    assert_ne!(left("volume").trim(), "", "data stays");
    assert_eq!(stack.up(&["redis"]), [("redis".to_owned(), "create".to_owned())]);
    assert!(stack.run(&["down", "--volumes"]).fails().contains("--yes"), "nobody can be asked here");
    stack.run(&["down", "--volumes", "--yes"]).succeeds();
    assert_eq!((left("network").trim(), left("volume").trim()), ("", ""));
    let running = engine.docker(&["ps", "--format", "{{.Names}}"]).succeeds();
    for name in foreign.into_iter().chain(["theirs"]) {
        assert!(running.lines().any(|line| line == name), "{name} was touched: {running}");
        engine.docker(&["rm", "--force", name]).succeeds();
    }
    engine.docker(&["volume", "rm", "notes_foreign"]).succeeds();
    assert_eq!(engine.docker(&["ps", "--all", "--quiet"]).succeeds().trim(), "");
}

pub fn survives_being_killed_at_any_moment(stack: &Stack<'_>) {
    let wanted = ["redis", "object-storage"];
    for round in 0..6 {
        let moment = Duration::from_millis(fastrand::u64(50..6000));
        let mut up = stack.command(&stack.engine.host(), &[&["up"], &wanted[..]].concat());
        let mut up = up.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(moment);
        up.kill().unwrap();
        up.wait().unwrap();
        if round % 2 == 0 {
            stack.run(&[&["up"], &wanted[..]].concat()).succeeds();
            stack.is_healthy();
        }
        stack.run(&["down", "--volumes", "--yes"]).succeeds();
        assert!(stack.containers().is_empty(), "killed after {moment:?}");
    }
}
