//! The exported file, in the hands of Docker Compose.

use std::process::Command;

use crate::bench::{Bench, cache, fixture, ran};
use crate::engine::{Stack, page};
use crate::life::WANTED;

/// Without fountane: what it wrote has to be enough.
pub fn comes_up_by_the_exported_file_alone(stack: &Stack<'_>) {
    stack.run(&[&["export", "-o", "docker-compose.yml"][..], &WANTED].concat()).succeeds();
    let file = stack.root.join("docker-compose.yml");
    let compose = |args: &[&str]| stack.engine.docker(&[&["compose", "--file", file.as_str()], args].concat());
    compose(&["config", "--quiet"]).succeeds();
    compose(&["up", "--wait"]).succeeds();
    let listed = compose(&["ps", "--all", "--format", "{{.Service}} {{.State}} {{.Health}}"]).succeeds();
    for line in [
        "keycloak running healthy",
        "object-storage running healthy",
        "postgres running healthy",
        "redis running healthy",
        "traefik running healthy",
    ] {
        assert!(listed.lines().any(|found| found == line), "{line}: {listed}");
    }
    let realm = page(stack.port("keycloak/http"), "/realms/notes/.well-known/openid-configuration", "localhost");
    assert!(realm.starts_with("HTTP/1.1 200"), "{realm}");
    compose(&["down", "--volumes"]).succeeds();
    assert_eq!(stack.engine.docker(&["ps", "--all", "--quiet"]).succeeds().trim(), "");
    std::fs::remove_file(file).unwrap();
}

/// Also those of which no image can be had here: Centrifugo, n8n and Lago. No engine is needed to read a file.
pub fn takes_all_components(bench: &Bench) {
    let cache = cache("fountane-test");
    let script = format!("{}/tests/containers/compose.sh", env!("CARGO_MANIFEST_DIR"));
    ran("compose.sh", &[], Command::new(script).arg(&cache)).succeeds();
    let root = bench.folder("clinic");
    std::fs::create_dir(&root).unwrap();
    std::fs::copy(fixture("specs/clinic.yaml"), root.join("fountane.yaml")).unwrap();
    bench.fountane(&["stack", "export", "--all", "--dir", root.as_str()]).succeeds();
    let args = ["compose", "config", "--format", "json"];
    let mut command = Command::new("/usr/bin/docker");
    command.args(args).current_dir(&root).env("DOCKER_CONFIG", format!("{cache}/compose"));
    let said = ran("docker", &args, &mut command).succeeds();
    let read: serde_json::Value = serde_json::from_str(&said).unwrap();
    let services = read["services"].as_object().unwrap();
    for name in ["centrifugo", "n8n", "n8n-runners", "lago-api", "lago-migrate", "lago-front", "keycloak", "postgres"] {
        let service = services.get(name).unwrap_or_else(|| panic!("no {name}: {said}"));
        assert_eq!(service["cap_drop"][0], "ALL", "{name}");
        assert!(service["mem_limit"].is_string() && service["pids_limit"].as_u64() > Some(0), "{name}");
        let published = service["ports"].as_array().into_iter().flatten();
        assert!(published.clone().all(|port| port["host_ip"] == "127.0.0.1"), "{name}: {:?}", service["ports"]);
    }
    let waits = &services["lago-api"]["depends_on"]["lago-migrate"]["condition"];
    assert_eq!(waits, "service_completed_successfully");
}
