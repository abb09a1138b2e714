//! A small workspace with real tools, for `fountane check`: two packages, of which one needs the other.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use camino::Utf8PathBuf;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use serde_json::Value;

use crate::test_env::{Ran, TestEnv};
use crate::{fix_project, registry};

/// The tools of this workspace; another list is another folder.
const TOOLS: &str = r#"{
  "name": "tools-of-check", "private": true,
  "dependencies": { "eslint": "10.15.0", "nx": "24.0.6", "prettier": "3.10.1", "typescript": "6.0.3" }
}"#;

const FILES: [(&str, &str); 14] = [
    ("fountane.yaml", "fountane: 1\nproject: { name: small }\n"),
    (
        "package.json",
        r#"{ "name": "small", "private": true, "type": "module", "packageManager": "pnpm@12.21.0",
        "engines": { "node": ">=24.3.0" } }"#,
    ),
    (".gitignore", "dist\nnode_modules\n.nx\n.fountane\n*.tsbuildinfo\n"),
    ("pnpm-workspace.yaml", "packages: [one, two, three]\n"),
    (
        "nx.json",
        r#"{ "neverConnectToCloud": true, "analytics": false,
        "targetDefaults": { "typecheck": { "dependsOn": ["^typecheck"], "cache": true } } }"#,
    ),
    ("tsconfig.json", r#"{ "files": [], "references": [{ "path": "one" }, { "path": "two" }, { "path": "three" }] }"#),
    (
        // Says which files it looks at.
        "eslint.config.js",
        "import { appendFileSync } from 'node:fs';\n\
         const create = (context) => {\n  appendFileSync(process.env.LINTED, `${context.filename}\\n`);\n  return {};\n};\n\
         export default [{ files: ['*/src/*.js'], plugins: { it: { rules: { told: { create } } } },\n\
         rules: { 'it/told': 'error', 'no-debugger': 'error' } }];\n",
    ),
    ("one/package.json", r#"{ "name": "@small/one", "type": "module", "scripts": { "typecheck": "tsc -b" } }"#),
    ("two/package.json", r#"{ "name": "@small/two", "type": "module", "scripts": { "typecheck": "tsc -b" } }"#),
    ("three/package.json", r#"{ "name": "@small/three", "type": "module", "scripts": { "typecheck": "tsc -b" } }"#),
    ("one/src/one.ts", "export const one = 1;\n"),
    ("two/src/two.ts", "import { one } from '../../one/src/one.js';\n\nexport const two: number = one + one;\n"),
    ("three/src/three.ts", "export const three = 3;\n"),
    ("three/src/plain.js", "export const plain = 3;\n"),
];

/// The workspace, on a machine of its own.
pub struct Workspace {
    pub env: TestEnv,
    registry: String,
}

impl Workspace {
    pub async fn new() -> Self {
        let env = TestEnv::new();
        for (path, text) in FILES {
            env.write(path, text);
        }
        for (package, references) in [("one", ""), ("two", r#"{ "path": "../one" }"#), ("three", "")] {
            let config = format!(
                r#"{{ "compilerOptions": {{ "strict": true, "composite": true, "module": "nodenext", "target": "es2023",
                "types": [], "rootDir": "src", "outDir": "dist" }}, "include": ["src"], "references": [{references}] }}"#
            );
            env.write(&format!("{package}/tsconfig.json"), &config);
            env.write(&format!("{package}/src/plain.js"), "export const plain = 3;\n");
        }
        let modules = fix_project::install("check-tools", TOOLS).await;
        std::os::unix::fs::symlink(modules, env.work().join("node_modules")).unwrap();
        Self { env, registry: registry::address().await }
    }

    #[must_use]
    pub fn check(&self, args: &[&str]) -> Ran {
        self.env.ran(&self.command(args).output().unwrap())
    }

    /// Gates with whether no tool was asked.
    pub fn cached(&self, args: &[&str], code: i32) -> Vec<(String, bool)> {
        let ran = self.check(&[args, &["--json"]].concat()).ends_with(code);
        let gates = ran.json().into_iter().filter(|line| line["type"] == "gate");
        gates.map(|line| (line["gate"].as_str().unwrap().to_owned(), line["cached"].as_bool().unwrap())).collect()
    }

    /// Files that ESLint has looked at since this was last asked, by their packages.
    pub fn linted(&self) -> Vec<String> {
        let told = fs_err::read_to_string(self.told()).unwrap_or_default();
        let _ = fs_err::remove_file(self.told());
        let inside =
            |line: &str| line.strip_prefix(self.env.work().as_str()).unwrap().trim_start_matches('/').to_owned();
        let mut files: Vec<String> = told.lines().map(inside).collect();
        files.sort();
        files
    }

    /// Starts rounds.
    pub fn watch(&self, args: &[&str]) -> Watching {
        let args = [args, &["--watch", "--json"]].concat();
        let mut child = self.command(&args).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let (sender, lines) = channel();
        let out = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                let _ = sender.send(serde_json::from_str(&line).unwrap());
            }
        });
        Watching { child, lines }
    }

    /// Processes that stand in this workspace.
    pub fn processes(&self) -> Vec<String> {
        let all = fs_err::read_dir("/proc").unwrap().flatten();
        let here = all.filter(|entry| {
            fs_err::read_link(entry.path().join("cwd")).is_ok_and(|cwd| cwd.starts_with(self.env.work()))
        });
        let lines = here.map(|entry| fs_err::read_to_string(entry.path().join("cmdline")).unwrap_or_default());
        // One that ends at this moment has none.
        lines.filter(|line| !line.is_empty()).collect()
    }

    fn told(&self) -> Utf8PathBuf {
        self.env.home().join("linted")
    }

    fn command(&self, args: &[&str]) -> std::process::Command {
        let mut command = self.env.command(&[&["check"], args].concat());
        command.env("XDG_CACHE_HOME", registry::CACHE).env("npm_config_registry", &self.registry);
        command.env("LINTED", self.told());
        command
    }
}

/// A `fountane check --watch --json`.
pub struct Watching {
    child: Child,
    lines: Receiver<Value>,
}

impl Watching {
    /// All lines up to the first of this type.
    #[track_caller]
    pub fn until(&self, kind: &str) -> Vec<Value> {
        let mut lines: Vec<Value> = Vec::new();
        loop {
            let line = self.lines.recv_timeout(Duration::from_mins(2));
            lines.push(line.unwrap_or_else(|_| panic!("no `{kind}` after {lines:?}")));
            if lines.last().unwrap()["type"] == kind {
                return lines;
            }
        }
    }

    /// Whether another line comes within a second.
    pub fn is_silent(&self) -> bool {
        self.lines.recv_timeout(Duration::from_secs(1)).is_err()
    }

    /// Presses Ctrl-C; the exit code.
    pub fn interrupt(mut self) -> Option<i32> {
        let pid = Pid::from_raw(self.child.id().try_into().unwrap());
        kill(pid, Signal::SIGINT).unwrap();
        self.child.wait().unwrap().code()
    }
}
