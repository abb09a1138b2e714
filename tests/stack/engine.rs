//! An engine of its own with stand-ins for images, and a workspace whose stack comes up on it.

use std::process::Command;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::Value;

use crate::bench::{Bench, Ran, cache, ran};

/// Ends with the test and leaves nothing.
pub struct Engine<'a> {
    pub bench: &'a Bench,
    folder: Utf8PathBuf,
}

/// A workspace that is a spec and nothing else: its applications are the business of other tests.
pub struct Stack<'a> {
    pub engine: &'a Engine<'a>,
    pub root: Utf8PathBuf,
    pub name: String,
}

impl<'a> Engine<'a> {
    pub fn start(bench: &'a Bench, images: &[&str]) -> Self {
        let engine = Self::named(bench, "engine");
        let cache = cache("fountane-test");
        ran("debian.sh", &[], engine.script("debian.sh").arg(&cache)).succeeds();
        ran("images.sh", images, engine.script("images.sh").arg(&cache).args(images)).succeeds();
        ran("compose.sh", &[], engine.script("compose.sh").arg(&cache)).succeeds();
        engine
    }

    /// With no image at all.
    pub fn named(bench: &'a Bench, name: &str) -> Self {
        let engine = Self { bench, folder: bench.folder(name) };
        ran("engine.sh", &["start"], engine.script("engine.sh").args(["start", engine.folder.as_str()])).succeeds();
        engine
    }

    pub fn host(&self) -> String {
        format!("unix://{}/docker.sock", self.folder)
    }

    pub fn workspace(&'a self, name: &str) -> Stack<'a> {
        let root = self.bench.folder(name);
        std::fs::create_dir(&root).unwrap();
        let spec = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/stack/spec.yaml");
        std::fs::copy(spec, root.join("fountane.yaml")).unwrap();
        Stack { engine: self, root: root.canonicalize_utf8().unwrap(), name: name.to_owned() }
    }

    pub fn docker(&self, args: &[&str]) -> Ran {
        let mut command = Command::new("/usr/bin/docker");
        command.args(args).current_dir(self.bench.root()).env("DOCKER_HOST", self.host());
        ran("docker", args, command.env("DOCKER_CONFIG", format!("{}/compose", cache("fountane-test"))))
    }

    fn script(&self, name: &str) -> Command {
        let mut command = Command::new(format!("{}/tests/containers/{name}", env!("CARGO_MANIFEST_DIR")));
        command.env("DOCKER_HOST", self.host());
        command
    }
}

impl Drop for Engine<'_> {
    fn drop(&mut self) {
        let containers = self.docker(&["ps", "--quiet"]).to_string();
        let ids: Vec<&str> = containers.split_whitespace().filter(|word| word.len() == 12).collect();
        if !ids.is_empty() {
            self.docker(&[&["rm", "--force"], &ids[..]].concat());
        }
        ran("engine.sh", &["stop"], self.script("engine.sh").args(["stop", self.folder.as_str()]));
    }
}

impl Stack<'_> {
    /// `fountane stack …`.
    pub fn run(&self, args: &[&str]) -> Ran {
        self.run_at(&self.engine.host(), args)
    }

    pub fn run_at(&self, host: &str, args: &[&str]) -> Ran {
        ran("fountane stack", args, &mut self.command(host, args))
    }

    pub fn command(&self, host: &str, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fountane"));
        command.arg("stack").args(args).current_dir(&self.root).env("DOCKER_HOST", host).env("CI", "true");
        command
    }

    /// The result of a command in JSON Lines.
    pub fn result(&self, args: &[&str]) -> Value {
        let said = self.run(&[args, &["--json"]].concat()).succeeds();
        let mut lines = said.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        lines.find(|line| ["result", "stack"].contains(&line["type"].as_str().unwrap())).unwrap()
    }

    /// Units with what was done with them: `keep`, `create`, `recreate`, `start`.
    pub fn up(&self, args: &[&str]) -> Vec<(String, String)> {
        let result = self.result(&[&["up"], args].concat());
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        result["units"].as_array().unwrap().iter().map(|unit| (text(&unit["unit"]), text(&unit["action"]))).collect()
    }

    /// Units that were not left alone.
    pub fn changed(&self, args: &[&str]) -> Vec<String> {
        self.up(args).into_iter().filter(|(_, action)| action != "keep").map(|(unit, _)| unit).collect()
    }

    /// Each unit and its state.
    pub fn states(&self) -> Vec<(String, String)> {
        let status = self.result(&["status"]);
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        status["units"].as_array().unwrap().iter().map(|unit| (text(&unit["unit"]), text(&unit["state"]))).collect()
    }

    pub fn is_healthy(&self) {
        let states = self.states();
        assert!(!states.is_empty());
        assert!(states.iter().all(|(_, state)| ["healthy", "done"].contains(&state.as_str())), "{states:?}");
    }

    pub fn kept(&self) -> Value {
        serde_json::from_str(&std::fs::read_to_string(self.root.join(".fountane/stack/kept.json")).unwrap()).unwrap()
    }

    pub fn port(&self, name: &str) -> u16 {
        u16::try_from(self.kept()["ports"][name].as_u64().unwrap()).unwrap()
    }

    /// Ids of all its containers.
    pub fn containers(&self) -> Vec<String> {
        let label = format!("label=fountane.stack={}", self.name);
        let said = self.engine.docker(&["ps", "--all", "--no-trunc", "--quiet", "--filter", &label]).succeeds();
        said.lines().map(str::to_owned).collect()
    }

    /// Writes a component of the workspace's own: the one in the program, with something replaced.
    pub fn changes_component(&self, name: &str, from: &str, to: &str) {
        let shipped = format!("{}/src/stack/components/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(shipped).unwrap();
        assert!(text.contains(from), "{from}");
        self.writes_component(name, &text.replace(from, to));
    }

    pub fn writes_component(&self, name: &str, text: &str) {
        let folder = self.root.join(".fountane/components");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("{name}.yaml")), text).unwrap();
    }

    pub fn removes_component(&self, name: &str) {
        std::fs::remove_file(self.root.join(format!(".fountane/components/{name}.yaml"))).unwrap();
    }

    /// A page of a published port, with the headers.
    pub fn page(&self, port: &str, path: &str) -> String {
        page(self.port(port), path, "localhost")
    }
}

/// The answer of a server on this machine.
pub fn page(port: u16, path: &str, host: &str) -> String {
    use std::io::{Read as _, Write as _};
    let mut stream = std::net::TcpStream::connect(("127.0.0.1", port)).unwrap();
    let ask = format!("GET {path} HTTP/1.1\r\nhost: {host}:{port}\r\nconnection: close\r\n\r\n");
    stream.write_all(ask.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// Whether a folder has nothing in it that others could read.
pub fn is_closed(folder: &Utf8Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    format!("{:o}", folder.metadata().unwrap().permissions().mode()).ends_with("00")
}
