//! A person at a machine of their own: no environment but what a test says, a home of its own, nothing to ask on.

use std::process::{Command, Output, Stdio};

use camino::{Utf8Path, Utf8PathBuf};

/// A machine that nobody else uses.
pub struct TestEnv {
    _guard: tempfile::TempDir,
    root: Utf8PathBuf,
}

/// What a command came to.
pub struct Ran {
    /// The exit code; none when a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error, filtered as output is.
    pub err: String,
}

const TEMPLATES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/templates");
/// A spec for the small blueprint of these tests.
pub const SPEC: &str = "\
# Comments stay.
fountane: 1
project: { name: shop, title: Shop } # behind it
blueprint: tiny@^1

entities:
  # The things we sell.
  Toy:
    fields:
      name: string!
";

impl TestEnv {
    pub fn new() -> Self {
        let guard = tempfile::tempdir().unwrap();
        let root = Utf8PathBuf::from_path_buf(guard.path().canonicalize().unwrap()).unwrap();
        for folder in ["home", "work"] {
            fs_err::create_dir(root.join(folder)).unwrap();
        }
        let identity = "[user]\n\tname = Ada\n\temail = ada@example.com\n";
        fs_err::write(root.join("home/.gitconfig"), identity).unwrap();
        Self { _guard: guard, root }
    }

    /// Where commands run.
    pub fn work(&self) -> Utf8PathBuf {
        self.root.join("work")
    }

    pub fn home(&self) -> Utf8PathBuf {
        self.root.join("home")
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.work().join(path);
        fs_err::create_dir_all(path.parent().unwrap()).unwrap();
        fs_err::write(path, text).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs_err::read_to_string(self.work().join(path)).unwrap()
    }

    /// A command that has not run yet.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = self.tool(env!("CARGO_BIN_EXE_fountane"));
        command.args(args);
        command
    }

    /// Another program, on the same machine.
    #[expect(clippy::disallowed_methods, reason = "tests start programs as a person would")]
    pub fn tool(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.work())
            .env_clear()
            .env("HOME", self.home())
            .env("PATH", "/usr/bin:/bin")
            .env("FOUNTANE_TEMPLATES", TEMPLATES)
            .stdin(Stdio::null());
        command
    }

    #[must_use]
    pub fn run(&self, args: &[&str]) -> Ran {
        self.ran(&self.command(args).output().unwrap())
    }

    #[must_use]
    pub fn ran(&self, output: &Output) -> Ran {
        let text = |bytes: &[u8]| self.filtered(core::str::from_utf8(bytes).unwrap());
        Ran { code: output.status.code(), out: text(&output.stdout), err: text(&output.stderr) }
    }

    /// A finished workspace `shop` of [`SPEC`], without packages.
    pub fn shop(&self) {
        self.write("shop.yaml", SPEC);
        self.run(&["new", "--from", "shop.yaml", "--no-install"]).succeeds();
    }

    /// Every file below the work folder with its content; repositories and installed packages are left out.
    pub fn tree(&self) -> std::collections::BTreeMap<String, Vec<u8>> {
        fn walk(root: &Utf8Path, folder: &Utf8Path, tree: &mut std::collections::BTreeMap<String, Vec<u8>>) {
            for entry in folder.read_dir_utf8().unwrap() {
                let entry = entry.unwrap();
                if [".git", "node_modules"].contains(&entry.file_name()) {
                    continue;
                }
                if entry.file_type().unwrap().is_dir() {
                    walk(root, entry.path(), tree);
                } else {
                    let name = entry.path().strip_prefix(root).unwrap().to_string();
                    tree.insert(name, fs_err::read(entry.path()).unwrap());
                }
            }
        }
        let mut tree = std::collections::BTreeMap::new();
        walk(&self.work(), &self.work(), &mut tree);
        tree
    }

    /// Named filters: what differs between machines and runs.
    fn filtered(&self, text: &str) -> String {
        let text = text.replace(self.root.as_str(), "[TMP]").replace(TEMPLATES, "[TEMPLATES]");
        let time = regex(r"\b\d+(\.\d+)? s\b");
        let commit = regex(r"commit [0-9a-f]{8}");
        let milliseconds = regex(r#""milliseconds":\d+"#);
        let text = replace(&time, &text, "[TIME]");
        let text = replace(&milliseconds, &text, "\"milliseconds\":[TIME]");
        replace(&commit, &text, "commit [ID]")
    }
}

impl Ran {
    #[track_caller]
    pub fn succeeds(self) -> Self {
        self.ends_with(0)
    }

    #[track_caller]
    pub fn ends_with(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "stdout:\n{}\nstderr:\n{}", self.out, self.err);
        self
    }

    /// Every line of stdout, which must be JSON of the version that is promised.
    #[track_caller]
    pub fn json(&self) -> Vec<serde_json::Value> {
        let lines = self.out.lines().map(|line| line.replace("[TIME]", "0"));
        let parsed: Vec<serde_json::Value> =
            lines.map(|line| serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect();
        for line in &parsed {
            assert_eq!(line["v"], 1, "{line}");
            assert!(line["type"].is_string(), "{line}");
        }
        parsed
    }
}

fn regex(pattern: &str) -> regress::Regex {
    regress::Regex::new(pattern).unwrap()
}

fn replace(regex: &regress::Regex, text: &str, instead: &str) -> String {
    regex.replace_all(text, instead)
}
