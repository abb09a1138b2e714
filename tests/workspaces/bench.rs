//! A folder to work in, and the programs that tests start there.

use std::fmt;
use std::io::Write;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};
use fountane::process::{StopSignal, signal};

/// Held for writing by what must have the machine for itself.
static MACHINE: RwLock<()> = RwLock::new(());
/// More than the slowest program takes on a slow machine with empty caches. What takes longer hangs, and what it said until then
/// has to be seen.
const LONGEST: Duration = Duration::from_mins(15);
/// What is told while tests run, so that a slow run shows where its time went.
const WORTH_TELLING: Duration = Duration::from_secs(10);

pub struct Bench {
    folder: tempfile::TempDir,
    _turn: Turn,
}

#[expect(dead_code, reason = "held, never read")]
enum Turn {
    Alone(RwLockWriteGuard<'static, ()>),
    Beside(RwLockReadGuard<'static, ()>),
}

/// What a program did and said.
pub struct Ran {
    what: String,
    status: ExitStatus,
    out: String,
    err: String,
}

impl Bench {
    /// For tests with time-outs, their own or those of what they run: waits until no other test works.
    pub fn alone() -> Self {
        Self::on(Turn::Alone(MACHINE.write().unwrap_or_else(PoisonError::into_inner)))
    }

    /// For compilers and linters, which take as long as they take: others of the kind may work beside it.
    pub fn beside_others() -> Self {
        Self::on(Turn::Beside(MACHINE.read().unwrap_or_else(PoisonError::into_inner)))
    }

    fn on(turn: Turn) -> Self {
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

    /// Runs fountane and kills it after this time, if it has not ended by then.
    pub fn killed_after(&self, moment: Duration, args: &[&str]) {
        let mut command = self.command(env!("CARGO_BIN_EXE_fountane"), self.root(), args);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(moment);
        child.kill().unwrap();
        child.wait().unwrap();
    }

    pub fn git(&self, workspace: &Utf8Path, args: &[&str]) -> String {
        self.run("git", workspace, args).succeeds()
    }

    /// Runs a script with the Node that fountane fetched.
    pub fn node(&self, args: &[&str]) -> Ran {
        let node = toolchain().into_iter().map(|folder| format!("{folder}/node")).next().unwrap();
        self.run(&node, self.root(), args)
    }

    /// Runs pnpm, and the Node that fountane fetched, in a workspace.
    pub fn pnpm(&self, workspace: &Utf8Path, args: &[&str], environment: &[(&str, &str)]) -> Ran {
        let mut path = toolchain().join(":");
        path.push(':');
        path.push_str(&std::env::var("PATH").unwrap());
        let mut command = self.command("pnpm", workspace, args);
        // A daemon of Nx would outlive the test.
        command.env("PATH", path).env("NX_DAEMON", "false").envs(environment.iter().copied());
        ran("pnpm", args, &mut command)
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

/// A demo that a failed test left up is taken down.
impl Drop for Bench {
    fn drop(&mut self) {
        for entry in
            self.root().read_dir_utf8().unwrap().flatten().filter(|it| it.path().join(".fountane/demo").is_dir())
        {
            let path = entry.path().as_str();
            self.fountane(&["demo", "down", "--dir", path]);
        }
    }
}

/// Runs a program to its end, or to the end of the patience.
///
/// What it writes goes to files: a pipe stays open for as long as anything that the program left behind holds it.
pub fn ran(program: &str, args: &[&str], command: &mut Command) -> Ran {
    let what = format!("{program} {}", args.join(" "));
    let (out, err) = (tempfile::NamedTempFile::new().unwrap(), tempfile::NamedTempFile::new().unwrap());
    command.stdin(Stdio::null()).stdout(out.reopen().unwrap()).stderr(err.reopen().unwrap());
    let mut child = command.spawn().unwrap_or_else(|error| panic!("`{what}` did not start: {error}"));
    let begun = Instant::now();
    let ended = ended_within(LONGEST, &mut child);
    if begun.elapsed() > WORTH_TELLING {
        // Past the harness, which keeps what a test prints until it has failed.
        let _ = writeln!(std::io::stderr(), "  {:>4} s  {what}", begun.elapsed().as_secs());
    }
    let text =
        |file: tempfile::NamedTempFile| String::from_utf8_lossy(&std::fs::read(file.path()).unwrap()).into_owned();
    let (out, err) = (text(out), text(err));
    let status = ended.unwrap_or_else(|| panic!("`{what}` did not end within {LONGEST:?}\n{out}\n{err}"));
    Ran { what, status, out, err }
}

/// How it ended, or nothing where it had to be ended.
fn ended_within(patience: Duration, child: &mut Child) -> Option<ExitStatus> {
    let deadline = Instant::now() + patience;
    while Instant::now() < deadline {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status);
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    // fountane takes along what it has started.
    signal(child.id(), StopSignal::Terminate);
    std::thread::sleep(Duration::from_secs(20));
    child.kill().unwrap();
    child.wait().unwrap();
    None
}

impl Ran {
    /// What it wrote to stdout; panics with all that it said where it failed.
    pub fn succeeds(self) -> String {
        assert!(self.status.success(), "{self}");
        self.out
    }

    /// All that it wrote; panics where it did not fail.
    pub fn fails(self) -> String {
        assert!(!self.status.success(), "{self}");
        self.to_string()
    }
}

impl fmt::Display for Ran {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}\n{}\n{}", self.what, self.status, self.out, self.err)
    }
}

pub fn fixture(path: &str) -> String {
    format!("{}/tests/fixtures/{path}", env!("CARGO_MANIFEST_DIR"))
}

/// A folder of the user's cache.
pub fn cache(name: &str) -> String {
    let home = std::env::var("XDG_CACHE_HOME").unwrap_or_else(|_| format!("{}/.cache", std::env::var("HOME").unwrap()));
    format!("{home}/{name}")
}

/// Folders of the cache with the programs in them.
pub fn toolchain() -> Vec<String> {
    let entries = std::fs::read_dir(cache("fountane/toolchain")).unwrap().flatten();
    let names = entries.filter_map(|entry| Utf8PathBuf::from_path_buf(entry.path()).ok());
    names
        .filter(|path| path.file_name().is_some_and(|name| name.starts_with("bin-")))
        .map(Utf8PathBuf::into_string)
        .collect()
}
