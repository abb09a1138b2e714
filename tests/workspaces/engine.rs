//! A Docker Engine for tests.

use std::process::Command;
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};

use crate::bench::{Bench, Ran, cache, ran, toolchain};

const PATIENCE: Duration = Duration::from_secs(90);

/// An engine of its own, which ends with the test and leaves nothing.
pub struct Engine {
    pub folder: Utf8PathBuf,
}

impl Engine {
    pub fn start(bench: &Bench) -> Self {
        let engine = Self { folder: bench.folder("engine") };
        ran("engine.sh", &["start"], engine.script("engine.sh").args(["start", engine.folder.as_str()])).succeeds();
        engine
    }

    /// Gives it what stands in for an image of Debian, and says what that is called.
    pub fn has_debian(&self) -> &'static str {
        ran("debian.sh", &[], self.script("debian.sh").arg(cache("fountane-test"))).succeeds();
        "debian:12-slim"
    }

    /// Gives it what stands in for an image of Node.
    pub fn has_node(&self) {
        let node = toolchain().into_iter().next().unwrap();
        ran("base.sh", &[], self.script("base.sh").args([cache("fountane-test"), node])).succeeds();
    }

    fn script(&self, name: &str) -> Command {
        let mut command = Command::new(format!("{}/tests/containers/{name}", env!("CARGO_MANIFEST_DIR")));
        command.env("DOCKER_HOST", self.host());
        command
    }

    fn host(&self) -> String {
        format!("unix://{}/docker.sock", self.folder)
    }

    pub fn docker(&self, folder: &Utf8Path, args: &[&str]) -> String {
        self.asked(folder, args).succeeds()
    }

    pub fn asked(&self, folder: &Utf8Path, args: &[&str]) -> Ran {
        let mut command = Command::new("/usr/bin/docker");
        command.args(args).current_dir(folder).env("DOCKER_HOST", self.host()).env("DOCKER_BUILDKIT", "0");
        ran("docker", args, &mut command)
    }

    pub fn inspect(&self, what: &str, format: &str) -> String {
        self.docker(&self.folder, &["inspect", "--format", format, what]).trim().to_owned()
    }

    pub fn becomes_healthy(&self, name: &str) {
        let start = Instant::now();
        while self.inspect(name, "{{.State.Health.Status}}") != "healthy" {
            let runs = start.elapsed() < PATIENCE && self.inspect(name, "{{.State.Running}}") == "true";
            assert!(runs, "{name} is not healthy:\n{}", self.asked(&self.folder, &["logs", name]));
            std::thread::sleep(Duration::from_millis(500));
        }
        println!("{name} is healthy after {:.1} s", start.elapsed().as_secs_f64());
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        let containers = self.asked(&self.folder, &["ps", "--quiet"]).to_string();
        let ids = containers.split_whitespace().filter(|word| word.len() == 12);
        let args: Vec<&str> = ["rm", "--force"].into_iter().chain(ids).collect();
        if args.len() > 2 {
            self.asked(&self.folder, &args);
        }
        ran("engine.sh", &["stop"], self.script("engine.sh").args(["stop", self.folder.as_str()]));
    }
}
