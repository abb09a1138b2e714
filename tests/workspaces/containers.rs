//! The images of a workspace, built on a real engine, run beside a demo, and asked for their health.

use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use camino::Utf8Path;
use serde_json::Value;

use crate::bench::Bench;
use crate::engine::Engine;

/// Bytes of the largest image.
const MOST: u64 = 200_000_000;
const PATIENCE: Duration = Duration::from_secs(90);

/// Builds the images of one service, the gateway and the web application, and starts them in place of the demo's own.
pub fn are_built_and_run(bench: &Bench, workspace: &Utf8Path, project: &str, service: &str) {
    let engine = Engine::start(bench);
    engine.has_node();
    let demo = Demo::of(workspace);
    let grpc = free_port();
    let ports = [(service, free_port()), ("gateway", free_port()), ("web", free_port())];
    let replaced = [
        ("GRPC_PORT", grpc.to_string()),
        ("HTTP_PORT", ports[0].1.to_string()),
        ("GATEWAY_PORT", ports[1].1.to_string()),
        ("PORT", ports[2].1.to_string()),
        ("HOSTNAME", "0.0.0.0".to_owned()),
        (&format!("{}_URL", service.to_uppercase()), format!("http://127.0.0.1:{grpc}")),
        ("GATEWAY_URL", format!("http://127.0.0.1:{}/trpc", ports[1].1)),
    ];
    for (name, _) in ports {
        let folder = if name == service { format!("apps/services/{name}") } else { format!("apps/{name}") };
        let image = format!("{project}-{name}");
        engine.docker(workspace, &["build", "--quiet", "-f", &format!("{folder}/Dockerfile"), "-t", &image, "."]);
        let size: u64 = engine.inspect(&image, "{{.Size}}").parse().unwrap();
        println!("{image}: {} MB", size / 1_000_000);
        assert!(size <= MOST, "{image} has {size} bytes");
        assert_eq!(engine.inspect(&image, "{{.Config.User}}"), "1000:1000");

        let mut environment = demo.environment("processes", name);
        for (key, value) in &replaced {
            environment.iter_mut().filter(|(known, _)| known == key).for_each(|(_, old)| old.clone_from(value));
        }
        in_production(&engine, workspace, &["--detach", "--name", name], &image, &environment, &[]);
    }
    for (name, _) in ports {
        engine.becomes_healthy(name);
    }
    // Being healthy is no more than being alive.
    becomes_ready(service, ports[0].1);
    // Against the database of the demo, where both find done what they would do.
    for task in ["migrate", "seed"] {
        let environment = demo.environment("tasks", &format!("{task}-{service}"));
        let script = format!("dist/{task}.js");
        in_production(&engine, workspace, &["--rm"], &format!("{project}-{service}"), &environment, &["node", &script]);
    }
    let folder = engine.folder.clone();
    drop(engine);
    let mounts = fs_err::read_to_string("/proc/mounts").unwrap();
    assert!(!mounts.contains(folder.as_str()), "the engine left something mounted:\n{mounts}");
}

/// As in production: nothing can be written but `/tmp`, nothing is allowed that a process does not need.
fn in_production(
    engine: &Engine,
    workspace: &Utf8Path,
    options: &[&str],
    image: &str,
    environment: &[(String, String)],
    command: &[&str],
) {
    let set: Vec<String> = environment.iter().map(|(key, value)| format!("--env={key}={value}")).collect();
    let fixed = ["--network=host", "--read-only", "--tmpfs=/tmp", "--cap-drop=ALL", "--security-opt=no-new-privileges"];
    let mut args = vec!["run"];
    args.extend(options.iter().chain(&fixed));
    args.extend(set.iter().map(String::as_str));
    args.push(image);
    args.extend(command);
    engine.docker(workspace, &args);
}

/// What a running demo gives its processes.
struct Demo {
    manifest: Value,
    kept: Value,
}

impl Demo {
    fn of(workspace: &Utf8Path) -> Self {
        let read = |file: &str| serde_json::from_str(&fs_err::read_to_string(workspace.join(file)).unwrap()).unwrap();
        Self { manifest: read("fountane.demo.json"), kept: read(".fountane/demo/kept.json") }
    }

    /// Of one of its `processes` or `tasks`.
    fn environment(&self, kind: &str, name: &str) -> Vec<(String, String)> {
        let all = self.manifest[kind].as_array().unwrap();
        let given = all.iter().find(|each| each["name"] == name).unwrap()["env"].as_object().unwrap();
        given.iter().map(|(key, value)| (key.clone(), self.filled(value.as_str().unwrap()))).collect()
    }

    /// The placeholders that applications and their tasks use.
    fn filled(&self, text: &str) -> String {
        let Some((before, rest)) = text.split_once('{') else { return text.to_owned() };
        let (placeholder, after) = rest.split_once('}').unwrap();
        let port = |name: &str| self.kept["ports"][name].to_string();
        let value = match placeholder.split(':').collect::<Vec<_>>()[..] {
            ["port", name] => port(name),
            ["url", name] => format!("http://127.0.0.1:{}", port(name)),
            ["secret", name] => self.secret(name),
            ["database", name, role @ ("app" | "owner")] => {
                let databases = self.manifest["postgres"]["databases"].as_array().unwrap();
                let database = databases.iter().find(|database| database["name"] == name).unwrap();
                let user = database[role].as_str().unwrap();
                let password = self.secret(&format!("postgres/{user}"));
                format!("postgres://{user}:{password}@127.0.0.1:{}/{name}", port("postgres"))
            }
            _ => panic!("{placeholder}"),
        };
        format!("{before}{value}{}", self.filled(after))
    }

    fn secret(&self, name: &str) -> String {
        self.kept["secrets"][name].as_str().unwrap_or_else(|| panic!("no secret {name}")).to_owned()
    }
}

/// Waits until a service says that it can work, which it does not without its database.
fn becomes_ready(name: &str, port: u16) {
    let start = Instant::now();
    let mut answer = String::new();
    while !answer.starts_with("HTTP/1.1 200") {
        assert!(start.elapsed() < PATIENCE, "{name} is not ready: {answer}");
        std::thread::sleep(Duration::from_millis(200));
        answer = readiness(port).unwrap_or_else(|error| error.to_string());
    }
}

fn readiness(port: u16) -> io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.write_all(b"GET /readyz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}
