//! What can go wrong, each with what is said of it. The stack is up before and after.

use std::net::TcpListener;

use crate::engine::Stack;
use crate::life::WANTED;

const BROKEN: &str = "component: 1
summary: Something that does not work
secrets: { password: hex }
services:
  broken:
    image: { name: redis, tag: 7.2-alpine }
    command: [COMMAND]
    env: { PASSWORD: '{{secret.password}}' }
    health: { command: [HEALTH], interval: 1s, timeout: 1s, retries: 2 }
    limits: { memory: 64MiB, cpus: 0.5, pids: 20 }
";

pub fn tells_what_went_wrong_and_how_to_mend_it(stack: &Stack<'_>) {
    no_engine(stack);
    images_that_are_not_there(stack);
    containers_that_do_not_come_up(stack);
    names_that_are_taken(stack);
    ports_that_are_taken(stack);
    specs_and_components_with_faults(stack);
    two_at_once(stack);
    stack.run(&[&["up"], &WANTED[..]].concat()).succeeds();
    stack.is_healthy();
}

fn says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "`{part}` is not said: {said}");
    }
}

fn no_engine(stack: &Stack<'_>) {
    let at = |host: &str| stack.run_at(host, &["status"]).fails();
    says(&at("unix:///nowhere.sock"), &["there is no container engine", "/nowhere.sock", "DOCKER_HOST=unix:///PATH"]);
    says(&at("tcp://10.0.0.1:2375"), &["tcp://10.0.0.1:2375", "another machine's loopback"]);
    says(&at("ssh://ada@elsewhere"), &["ssh can forward its socket"]);
    says(&at("nonsense"), &["it is no socket of this machine"]);
}

fn images_that_are_not_there(stack: &Stack<'_>) {
    let never = stack.run(&["up", "centrifugo", "--pull", "never"]).fails();
    says(&never, &["these images are not there: centrifugo/centrifugo:v6", "fountane stack images load"]);
    // No registry can be reached from here.
    let missing = stack.run(&["up", "centrifugo"]).fails();
    says(&missing, &["the image `centrifugo/centrifugo:v6` could not be pulled", "stack.mirrors"]);
}

fn containers_that_do_not_come_up(stack: &Stack<'_>) {
    let broken = |command: &str, health: &str| {
        stack.writes_component("broken", &BROKEN.replace("COMMAND", command).replace("HEALTH", health));
        stack.run(&["up", "broken", "--wait-timeout", "8"]).fails()
    };
    let unhealthy = broken("sh, -c, 'echo my password is $PASSWORD; sleep 600'", "sh, -c, 'echo no way; exit 1'");
    says(
        &unhealthy,
        &[
            "`broken` did not come up",
            "not healthy (no way)",
            "my password is [redacted]",
            "fountane stack logs broken",
        ],
    );
    says(&broken("sh, -c, 'echo goodbye; exit 3'", "'true'"), &["it ended with 3", "goodbye"]);
    says(&broken("no-such-program", "'true'"), &["starting `broken`", "no-such-program"]);
    says(&broken("sh, -c, 'sleep 600'", "sleep, '60'"), &["did not come up"]);
    let eats = "sh, -c, 'x=aaaaaaaa; while :; do x=$x$x; done'";
    says(&broken(eats, "'true'"), &["it needed more than its 64 MiB of memory"]);
    stack.removes_component("broken");
    stack.engine.docker(&["rm", "--force", "notes-broken-1"]).succeeds();
}

fn names_that_are_taken(stack: &Stack<'_>) {
    let engine = stack.engine;
    stack.writes_component("broken", &BROKEN.replace("COMMAND", "redis-server").replace("HEALTH", "'true'"));
    engine.docker(&["run", "--detach", "--name", "notes-broken-1", "redis:7.2-alpine"]).succeeds();
    says(
        &stack.run(&["up", "broken"]).fails(),
        &["there is a container `notes-broken-1` that is not of this stack", "--name"],
    );
    engine.docker(&["inspect", "notes-broken-1"]).succeeds();
    engine.docker(&["rm", "--force", "notes-broken-1"]).succeeds();
    stack.removes_component("broken");
    engine.docker(&["network", "create", "another_default"]).succeeds();
    says(&stack.run(&["up", "redis", "--name", "another"]).fails(), &["there is a network `another_default`"]);
    engine.docker(&["network", "rm", "another_default"]).succeeds();
    says(&stack.run(&["status", "--name", "../x"]).fails(), &["`../x` is no name of a stack"]);
}

fn ports_that_are_taken(stack: &Stack<'_>) {
    let port = stack.port("redis/redis");
    stack.engine.docker(&["rm", "--force", "notes-redis-1"]).succeeds();
    let listener = TcpListener::bind(("127.0.0.1", port)).unwrap();
    let said = stack.run(&["up", "redis"]).to_string();
    says(&said, &[&format!("port {port} of `redis/redis` is taken by another program")]);
    assert_ne!(stack.port("redis/redis"), port);
    drop(listener);
}

fn specs_and_components_with_faults(stack: &Stack<'_>) {
    says(&stack.run(&["up", "rediss"]).fails(), &["there is no `rediss` in this stack", "did you mean `redis`?"]);
    stack.changes_component("redis", "requirepass {{secret.password}}", "requirepass {{secret.passwort}}");
    says(
        &stack.run(&["up", "redis"]).fails(),
        &[".fountane/components/redis.yaml:", "`{{secret.passwort}}` means nothing here"],
    );
    stack.changes_component("redis", "read-only: true", "read-only: maybe");
    says(&stack.run(&["up", "redis"]).fails(), &[".fountane/components/redis.yaml", "line 12"]);
    stack.removes_component("redis");
    let spec = stack.root.join("fountane.yaml");
    let text = std::fs::read_to_string(&spec).unwrap();
    std::fs::write(&spec, text.replace("string!", "strnig!")).unwrap();
    says(&stack.run(&["up", "redis"]).fails(), &["fountane.yaml", "strnig"]);
    std::fs::write(&spec, text).unwrap();
    let kept = stack.root.join(".fountane/stack/kept.json");
    let text = std::fs::read_to_string(&kept).unwrap();
    std::fs::write(&kept, "{").unwrap();
    says(&stack.run(&["up", "redis"]).fails(), &["kept.json` cannot be understood", "down --volumes"]);
    std::fs::write(&kept, text).unwrap();
}

fn two_at_once(stack: &Stack<'_>) {
    let folder = stack.root.join(".fountane/stack/lock");
    let lock = std::fs::File::options().write(true).open(folder).unwrap();
    lock.lock().unwrap();
    says(&stack.run(&["up", "redis"]).fails(), &["another `fountane stack` command is at work"]);
    says(&stack.run(&["down"]).fails(), &["another `fountane stack` command is at work"]);
    stack.is_healthy();
}
