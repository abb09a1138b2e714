//! A folder to work in, and the programs that tests start there.

use std::fmt;
use std::process::{Command, Output};
use std::sync::{Mutex, MutexGuard, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

pub struct Bench {
    folder: tempfile::TempDir,
    _turn: MutexGuard<'static, ()>,
}

/// What a program did and said.
pub struct Ran {
    what: String,
    output: Output,
}

impl Bench {
    /// Waits until no other test works.
    pub fn new() -> Self {
        let turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        Self { folder: tempfile::tempdir().unwrap(), _turn: turn }
    }

    pub fn root(&self) -> &Utf8Path {
        Utf8Path::from_path(self.folder.path()).unwrap()
    }

    pub fn folder(&self, name: &str) -> Utf8PathBuf {
        self.root().join(name)
    }

    pub fn fountane(&self, args: &[&str]) -> Ran {
        self.run(env!("CARGO_BIN_EXE_fountane"), self.root(), args)
    }

    /// The Node and pnpm that fountane fetched.
    pub fn pnpm(&self, workspace: &Utf8Path, args: &[&str]) -> Ran {
        let mut command = self.command("pnpm", workspace, args);
        let inherited = std::env::var("PATH").unwrap();
        ran("pnpm", args, command.env("PATH", format!("{}:{inherited}", toolchain().join(":"))))
    }

    pub fn git(&self, workspace: &Utf8Path, args: &[&str]) -> String {
        self.run("git", workspace, args).succeeds()
    }

    /// The page behind an address, redirects followed.
    pub fn get(&self, url: &str) -> String {
        let script = "const page = await fetch(process.argv[1]); console.log(await page.text()); process.exit(page.ok ? 0 : 1)";
        self.node(&["--input-type=module", "--eval", script, url]).succeeds()
    }

    pub fn node(&self, args: &[&str]) -> Ran {
        let node = toolchain().into_iter().map(|folder| format!("{folder}/node")).next().unwrap();
        self.run(&node, self.root(), args)
    }

    fn run(&self, program: &str, folder: &Utf8Path, args: &[&str]) -> Ran {
        ran(program, args, &mut self.command(program, folder, args))
    }

    fn command(&self, program: &str, folder: &Utf8Path, args: &[&str]) -> Command {
        let config = self.root().join("gitconfig");
        std::fs::write(&config, "[user]\n\tname = Ada\n\temail = ada@example.com\n").unwrap();
        let mut command = Command::new(program);
        command.args(args).current_dir(folder).env("GIT_CONFIG_GLOBAL", config).env("CI", "true");
        command
    }
}

fn ran(program: &str, args: &[&str], command: &mut Command) -> Ran {
    let what = format!("{program} {}", args.join(" "));
    let output = command.output().unwrap_or_else(|error| panic!("`{what}` did not start: {error}"));
    Ran { what, output }
}

impl Ran {
    /// What it wrote to stdout; panics with all that it said where it failed.
    pub fn succeeds(self) -> String {
        assert!(self.output.status.success(), "{self}");
        String::from_utf8(self.output.stdout).unwrap()
    }
}

impl fmt::Display for Ran {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (out, err) = (String::from_utf8_lossy(&self.output.stdout), String::from_utf8_lossy(&self.output.stderr));
        write!(f, "`{}`: {}\n{out}\n{err}", self.what, self.output.status)
    }
}

pub fn fixture(path: &str) -> String {
    format!("{}/tests/fixtures/{path}", env!("CARGO_MANIFEST_DIR"))
}

/// The address that `demo up --json` tells.
pub fn url_in(lines: &str) -> String {
    let urls = lines.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    urls.filter_map(|line| line["url"].as_str().map(str::to_owned))
        .next_back()
        .unwrap_or_else(|| panic!("no address in {lines}"))
}

/// Command lines of what runs with a path of the workspace in it, as Linux tells.
pub fn processes_below(workspace: &Utf8Path) -> Vec<String> {
    let entries = std::fs::read_dir("/proc").unwrap().flatten();
    entries
        .filter_map(|entry| std::fs::read(entry.path().join("cmdline")).ok())
        .map(|line| String::from_utf8_lossy(&line).replace('\0', " "))
        .filter(|line| line.contains(workspace.as_str()))
        .collect()
}

/// Folders of the cache with the programs in them.
fn toolchain() -> Vec<String> {
    let home = std::env::var("XDG_CACHE_HOME").unwrap_or_else(|_| format!("{}/.cache", std::env::var("HOME").unwrap()));
    let entries = std::fs::read_dir(format!("{home}/fountane/toolchain")).unwrap().flatten();
    let names = entries.filter_map(|entry| Utf8PathBuf::from_path_buf(entry.path()).ok());
    names
        .filter(|path| path.file_name().is_some_and(|name| name.starts_with("bin-")))
        .map(Utf8PathBuf::into_string)
        .collect()
}
