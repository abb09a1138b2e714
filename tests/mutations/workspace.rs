//! A workspace that fountane generated, for faults in what people get.

use std::process::Command;

use camino::{Utf8Path, Utf8PathBuf};

use crate::mutate::Files;
use crate::registry;
use crate::test_env::{Ran, TestEnv};

/// Where faults are put: what a person works on, and libraries that much depends on.
const FOLDERS: [&str; 4] =
    ["apps/services/core/src", "libs/backend/database/src", "libs/backend/grpc/src", "libs/backend/mocks/src"];

/// Installed and checked once; each case is put into it, and taken out again.
pub struct Workspace {
    env: TestEnv,
    registry: String,
}

impl Workspace {
    pub async fn new() -> Self {
        let workspace = Self { env: TestEnv::new(), registry: registry::address().await };
        let spec = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/specs/note.yaml");
        let spec = format!("{}\nblueprint: minimal@^1\n", fs_err::read_to_string(spec).unwrap());
        workspace.env.write("notebook.yaml", &spec);
        let made = workspace.command(&["new", "notebook", "--from", "notebook.yaml", "--yes", "--no-check"]);
        workspace.ran(made).succeeds();
        // What is made from protos, and what packages tell each other.
        let mut checked = workspace.command(&["check", "--only", "contracts,types,lint"]);
        checked.current_dir(workspace.folder());
        workspace.ran(checked).succeeds();
        workspace
    }

    pub fn files(&self) -> Files {
        let mut files = Files::new();
        for folder in FOLDERS {
            self.collect(&self.folder().join(folder), &mut files);
        }
        files
    }

    /// Puts these files in place of those of the same names.
    pub fn put(&self, files: &Files) {
        for (path, text) in files {
            let path = self.folder().join(path);
            if fs_err::read_to_string(&path).unwrap() != *text {
                fs_err::write(path, text).unwrap();
            }
        }
    }

    pub fn fix(&self, args: &[&str]) -> Ran {
        let args: Vec<&str> = ["fix"].iter().chain(args).copied().collect();
        let mut fix = self.command(&args);
        fix.current_dir(self.folder());
        self.ran(fix)
    }

    fn folder(&self) -> Utf8PathBuf {
        self.env.work().join("notebook")
    }

    fn collect(&self, folder: &Utf8Path, files: &mut Files) {
        for entry in folder.read_dir_utf8().unwrap() {
            let path = entry.unwrap().into_path();
            if path.is_dir() {
                self.collect(&path, files);
            } else if path.extension() == Some("ts") {
                let name = path.strip_prefix(self.folder()).unwrap().to_string();
                files.insert(name, fs_err::read_to_string(path).unwrap());
            }
        }
    }

    /// With the templates that people get, and programs that were fetched for other tests.
    fn command(&self, args: &[&str]) -> Command {
        let mut command = self.env.command(args);
        command
            .env_remove("FOUNTANE_TEMPLATES")
            .env("XDG_CACHE_HOME", registry::CACHE)
            .env("npm_config_registry", &self.registry)
            .env("CI", "true");
        command
    }

    fn ran(&self, mut command: Command) -> Ran {
        self.env.ran(&command.output().unwrap())
    }
}
