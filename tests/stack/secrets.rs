//! Where secrets are, and where they are not.

use crate::engine::{Stack, is_closed};
use crate::life::WANTED;

pub fn are_nowhere_but_in_their_folder(stack: &Stack<'_>) {
    let kept = stack.kept();
    let secrets: Vec<&str> =
        kept["secrets"].as_object().unwrap().values().map(|value| value.as_str().unwrap()).collect();
    assert!(secrets.len() >= 6 && secrets.iter().all(|secret| secret.len() >= 43));
    let folder = stack.root.join(".fountane/stack");
    assert!(is_closed(&folder), "others can enter {folder}");
    assert!(is_closed(&folder.join("kept.json")));

    let engine = stack.engine;
    let ids = stack.containers();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let events = stack.run(&[&["up", "--json", "--verbose"][..], &WANTED].concat()).to_string();
    let logs = stack.run(&["logs", "--lines", "100000"]).succeeds();
    let exported = stack.run(&["export", "--all", "-o", "-"]).succeeds();
    let status = stack.run(&["status", "--json"]).succeeds();
    let format = "{{json .Config.Labels}} {{json .Args}} {{json .Path}} {{json .Config.Healthcheck}}";
    let inspected = engine.docker(&[&["inspect", "--format", format], &ids[..]].concat()).succeeds();
    let places = [
        ("process lists", command_lines()),
        ("events", events),
        ("logs", logs),
        ("the compose file", exported),
        ("the status", status),
        ("labels and commands of containers", inspected),
    ];
    for (place, text) in places {
        assert!(!text.is_empty(), "{place}");
        let found = secrets.iter().filter(|secret| text.contains(**secret)).count();
        assert_eq!(found, 0, "secrets are in {place}");
    }
    assert_eq!(std::fs::read_to_string(folder.join(".gitignore")).unwrap(), "*\n");
}

/// Of all processes, those of containers among them: this engine runs on this machine.
fn command_lines() -> String {
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    processes
        .filter_map(|entry| std::fs::read(entry.path().join("cmdline")).ok())
        .map(|bytes| String::from_utf8_lossy(&bytes).replace('\0', " ") + "\n")
        .collect()
}
