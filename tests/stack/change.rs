//! Changes to a stack that is up.

use crate::engine::{Engine, Stack};
use crate::life::WANTED;

pub fn makes_anew_only_what_has_changed(stack: &Stack<'_>) {
    let before = stack.containers();
    stack.changes_component("redis", "pids: 50", "pids: 60");
    assert_eq!(stack.changed(&WANTED), ["redis"]);
    let after = stack.containers();
    let same = before.iter().filter(|id| after.contains(id)).count();
    assert_eq!((same, after.len()), (before.len() - 1, before.len()));
    stack.removes_component("redis");
    assert_eq!(stack.changed(&WANTED), ["redis"]);
    stack.is_healthy();

    stack.engine.docker(&["stop", "notes-redis-1"]).succeeds();
    assert_eq!(stack.up(&["redis"]), [("redis".to_owned(), "start".to_owned())], "what was stopped is started");
    stack.engine.docker(&["rm", "--force", "notes-redis-1"]).succeeds();
    assert_eq!(stack.changed(&WANTED), ["redis"], "what somebody removed is there again");
}

pub fn deletes_the_data_of_what_is_reset_alone(stack: &Stack<'_>) {
    let script = |text: &str| {
        let text = format!("REDISCLI_AUTH=\"$(cat /run/secrets/redis-password)\" redis-cli {text}");
        stack.run(&["exec", "redis", "--", "sh", "-c", &text]).succeeds()
    };
    script("set colour blue");
    stack.run(&["restart", "redis"]).succeeds();
    assert_eq!(script("get colour").trim(), "blue", "a restart keeps data");
    let volume =
        |name: &str| stack.engine.docker(&["volume", "inspect", "--format", "{{.CreatedAt}}", name]).succeeds();
    let others = volume("notes_postgres-data");
    assert!(stack.run(&["reset", "redis"]).fails().contains("--yes"));
    stack.run(&["reset", "redis", "--yes"]).succeeds();
    assert_eq!(script("get colour").trim(), "");
    assert_eq!(volume("notes_postgres-data"), others);
    stack.is_healthy();
}

pub fn restarts_enters_and_reads(stack: &Stack<'_>) {
    let restarted = stack.run(&["restart", "traefik", "redis", "--json"]).succeeds();
    assert!(restarted.contains("\"restarted\":[\"redis\",\"traefik\"]"), "{restarted}");
    let failed = stack.run(&["exec", "redis", "--", "sh", "-c", "exit 7"]).fails();
    assert!(failed.contains("ended with 7"), "{failed}");
    let logs = stack.run(&["logs", "redis", "--since", "1h", "--lines", "500"]).succeeds();
    assert!(logs.lines().all(|line| line.starts_with("redis | ")) && logs.contains("Ready to accept"), "{logs}");
    assert!(stack.run(&["logs", "mysql"]).fails().contains("there is: keycloak"));
}

/// With `--pull never`, as behind a wall.
pub fn carries_images_to_an_engine_that_has_none(stack: &Stack<'_>) {
    stack.run(&["down", "--volumes", "--yes"]).succeeds();
    let other = Engine::named(stack.engine.bench, "other");
    let args = ["up", "redis", "--pull", "never"];
    let absent = stack.run_at(&other.host(), &args).fails();
    assert!(
        absent.contains("these images are not there: redis:7.2-alpine") && absent.contains("images load"),
        "{absent}"
    );
    let file = stack.engine.bench.folder("images.tar");
    let saved = stack.run(&["images", "save", file.as_str(), "redis"]).succeeds();
    assert_eq!(saved.trim(), "redis:7.2-alpine");
    let loaded = stack.run_at(&other.host(), &["images", "load", file.as_str()]).succeeds();
    assert_eq!(loaded.trim(), "redis:7.2-alpine");
    stack.run_at(&other.host(), &args).succeeds();
    stack.run_at(&other.host(), &["down", "--volumes", "--yes"]).succeeds();
}
