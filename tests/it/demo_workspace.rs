//! A tiny workspace with a demo, and the ways to look at it from outside.

use std::sync::Mutex;
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use fountane::demo::{Demo, DemoError, Report, Running, UpOptions};
use fountane::env_vars::FOUNTANE_DEMO;
use fountane::process::{Cancel, Limits, Program};
use fountane::runs::{Event, EventSink, Outcome};
use serde_json::{Value, json};

const SERVER: &str = r"
import { createServer } from 'node:http';
import { appendFileSync } from 'node:fs';
const { PORT, NAME, SECRET, DATA, ENDS_AFTER } = process.env;
appendFileSync(`${DATA}/starts`, `${process.pid}\n`);
console.log(`${NAME} listens on ${PORT} with ${SECRET}`);
const server = createServer((request, response) => {
  if (request.url === '/crash') process.exit(7);
  response.end(JSON.stringify({ name: NAME, pid: process.pid, secret: SECRET, path: process.env.PATH, home: process.env.npm_config_registry ?? null }));
});
if (ENDS_AFTER) setTimeout(() => process.exit(3), Number(ENDS_AFTER));
else server.listen(Number(PORT), '127.0.0.1');
";
const TASK: &str = "
import { appendFileSync } from 'node:fs';
appendFileSync(`${process.env.DATA}/tasks`, 'done\\n');
console.log('the task is done');
";
const BUILD: &str = "
import { cpSync, appendFileSync } from 'node:fs';
cpSync('src', 'dist', { recursive: true });
appendFileSync('.data', 'built\\n');
";

/// A workspace in a folder of its own. Its demo is taken down when the test ends, also when it fails.
pub struct Workspace {
    guard: tempfile::TempDir,
    pub path: Utf8PathBuf,
    pub demo: Demo,
    pub told: Told,
}

/// Every event so far.
#[derive(Default)]
pub struct Told(Mutex<Vec<Event>>);

impl EventSink for Told {
    fn emit(&self, event: Event) {
        self.0.lock().unwrap().push(event);
    }
}

impl Told {
    pub fn warnings(&self) -> Vec<String> {
        let events = self.0.lock().unwrap();
        let warnings = events.iter().filter_map(|event| match event {
            Event::Warning { message, .. } => Some(message.clone()),
            _ => None,
        });
        warnings.collect()
    }

    /// How each step that ended did so, in order.
    pub fn steps(&self) -> Vec<(&'static str, Outcome)> {
        let events = self.0.lock().unwrap();
        let steps = events.iter().filter_map(|event| match event {
            Event::StepFinished { step, outcome, .. } if step.starts_with("demo:") => Some((*step, *outcome)),
            _ => None,
        });
        steps.collect()
    }

    pub fn lines(&self) -> Vec<(String, String)> {
        let events = self.0.lock().unwrap();
        let lines = events.iter().filter_map(|event| match event {
            Event::Output { source, line } => Some((source.clone(), line.clone())),
            _ => None,
        });
        lines.collect()
    }

    pub fn clear(&self) {
        self.0.lock().unwrap().clear();
    }
}

/// The manifest that most tests use: a task, a service after it, another one after that.
pub fn manifest() -> Value {
    let process = |name: &str, after: &[&str]| {
        json!({
            "name": name,
            "script": "dist/server.mjs",
            "env": { "NAME": name, "PORT": format!("{{port:{name}}}"), "SECRET": "{secret:shared}", "DATA": "{data:both}" },
            "after": after,
            "health": { "http": { "port": name, "path": "/" } },
            "timeout-seconds": 20
        })
    };
    json!({
        "version": 1,
        "name": "Tiny",
        "open": "http://localhost:{port:web}/start",
        "people": [{ "name": "Ada", "role": "admin" }],
        "build": { "steps": [{ "name": "build", "pnpm": ["run", "build"] }] },
        "ports": ["api", "web"],
        "tasks": [{ "name": "seed", "script": "dist/task.mjs", "env": { "DATA": "{data:both}" } }],
        "processes": [process("api", &["seed"]), process("web", &["api"])],
        "restart": { "attempts": 3, "first-wait-ms": 50, "steady-after-seconds": 60 }
    })
}

impl Workspace {
    pub fn new(manifest: &Value) -> Self {
        let guard = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::from_path_buf(guard.path().canonicalize().unwrap()).unwrap();
        let write = |file: &str, text: &str| {
            fs_err::create_dir_all(path.join(file).parent().unwrap()).unwrap();
            fs_err::write(path.join(file), text).unwrap();
        };
        write("package.json", r#"{"name":"tiny","private":true,"type":"module","scripts":{"build":"node build.mjs"}}"#);
        write("build.mjs", BUILD);
        write("src/server.mjs", SERVER);
        write("src/task.mjs", TASK);
        write("fountane.demo.json", &manifest.to_string());
        let demo = Demo::open(&path).unwrap();
        Self { guard, path, demo, told: Told::default() }
    }

    pub fn write_manifest(&self, manifest: &Value) {
        fs_err::write(self.path.join("fountane.demo.json"), manifest.to_string()).unwrap();
    }

    pub async fn up(&self) -> Result<Running, DemoError> {
        self.demo.up(&options(&self.path).await, &self.told, &Cancel::new()).await
    }

    /// The number of the supervisor, as the state tells it.
    pub fn supervisor(&self) -> u32 {
        let state: Value = serde_json::from_slice(&fs_err::read(self.state_file()).unwrap()).unwrap();
        u32::try_from(state["supervisor"]["pid"].as_u64().unwrap()).unwrap()
    }

    /// Kills the supervisor, and only it.
    pub async fn kill_supervisor(&self) {
        let supervisor = self.supervisor();
        fountane::process::signal(supervisor, fountane::process::StopSignal::Kill);
        while self.processes().contains(&supervisor) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    pub fn state_file(&self) -> Utf8PathBuf {
        self.path.join(".fountane/demo/state.json")
    }

    /// Numbers of all living processes that carry the demo's mark. Not through fountane's own eyes.
    pub fn processes(&self) -> Vec<u32> {
        let Ok(kept) = fs_err::read(self.path.join(".fountane/demo/kept.json")) else { return Vec::new() };
        let kept: Value = serde_json::from_slice(&kept).unwrap();
        let mark = format!("{FOUNTANE_DEMO}={}", kept["id"].as_str().unwrap());
        let numbers = fs_err::read_dir("/proc").unwrap().flatten();
        let numbers = numbers.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        let marked = |pid: &u32| {
            let environment = fs_err::read(format!("/proc/{pid}/environ")).unwrap_or_default();
            environment.split(|byte| *byte == 0).any(|entry| entry == mark.as_bytes())
        };
        numbers.filter(marked).collect()
    }

    pub async fn service(&self, name: &str) -> fountane::demo::Service {
        let report = self.demo.status().await.unwrap();
        report.services.into_iter().find(|service| service.name == name).unwrap()
    }

    /// Looks again and again until the report is as wanted.
    pub async fn until(&self, what: &str, wanted: impl Fn(&Report) -> bool) -> Report {
        for _ in 0..1200 {
            let report = self.demo.status().await.unwrap();
            if wanted(&report) {
                return report;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("not {what}: {:?}", self.demo.status().await.unwrap());
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        for pid in self.processes() {
            fountane::process::signal(pid, fountane::process::StopSignal::Kill);
        }
        let _ = &self.guard;
    }
}

/// Options whose supervisor is this test program, told to run the test `demo::supervisor`.
pub async fn options(workspace: &Utf8Path) -> UpOptions {
    let program = Utf8PathBuf::from_path_buf(std::env::current_exe().unwrap()).unwrap();
    let script = format!(
        "FOUNTANE_TEST_SUPERVISE='{workspace}' exec '{program}' --exact demo::supervisor --ignored --nocapture"
    );
    let supervisor = (Utf8PathBuf::from("/bin/sh"), vec!["-c".to_owned(), script]);
    UpOptions { search: crate::registry::search().await, supervisor }
}

/// This program, told to run one of its ignored tests.
pub fn test_program(test: &str) -> Program {
    let program = Utf8PathBuf::from_path_buf(std::env::current_exe().unwrap()).unwrap();
    Program::new(program).args(["--exact", test, "--ignored", "--nocapture"])
}

/// What a service says about itself.
pub async fn ask(port: u16, path: &str) -> Option<Value> {
    let script = format!("fetch('http://127.0.0.1:{port}{path}').then(async (r) => console.log(await r.text()))");
    let program = Program::new("node").args(["-e", &script]);
    let said = program.capture(&Limits::time(Duration::from_secs(20))).await.unwrap();
    serde_json::from_str(&said.out).ok()
}
