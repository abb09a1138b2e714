//! The only place that starts programs: each in a process group of its own, so that nothing it started outlives it.

mod cancel;
mod child;
mod detached;
mod exit;
mod group;
mod lines;
mod replace;
mod run;

use std::ffi::OsString;
use std::os::unix::process::CommandExt as _;
use std::path::Path;

use camino::{Utf8Path, Utf8PathBuf};

pub use cancel::Cancel;
pub use child::Child;
pub use exit::Exit;
pub use group::{GRACE, StopSignal, kill_everything, signal};
pub use lines::{Line, Stream};
pub use run::{Captured, Limits};

/// A program to start: what, where, with which environment, as whom.
///
/// Nothing is read from a terminal: standard input is empty, or the bytes of [`Program::stdin`].
#[derive(Debug, Clone)]
pub struct Program {
    file: Utf8PathBuf,
    args: Vec<OsString>,
    cwd: Option<Utf8PathBuf>,
    clear_env: bool,
    env: Vec<(String, Option<String>)>,
    stdin: Option<Vec<u8>>,
    user: Option<(u32, u32)>,
}

/// A program could not be started, or did not end well.
#[derive(Debug, thiserror::Error)]
pub enum ProcessError {
    /// It did not start: not there, not executable, no such folder.
    #[error("`{program}` could not be started")]
    Start {
        /// The program.
        program: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// Reading its output or waiting for its end failed.
    #[error("lost track of `{program}`")]
    Lost {
        /// The program.
        program: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// It ended with something else than success.
    #[error("`{program}` ended with {exit}{}", shown(.tail))]
    Failed {
        /// The program and its arguments.
        program: String,
        /// How it ended.
        exit: Exit,
        /// The last lines it wrote.
        tail: Vec<String>,
    },
    /// It took too long and was stopped with all that it had started.
    #[error("`{program}` was stopped: it took longer than {} s{}", .limit.as_secs(), shown(.tail))]
    TimedOut {
        /// The program and its arguments.
        program: String,
        /// How long it was allowed to take.
        limit: std::time::Duration,
        /// The last lines it wrote.
        tail: Vec<String>,
    },
    /// Somebody asked to stop; it was stopped with all that it had started.
    #[error("`{program}` was stopped on request")]
    Cancelled {
        /// The program and its arguments.
        program: String,
    },
}

impl Program {
    /// A program by its path, or by a name that is looked up on `PATH`.
    pub fn new(file: impl Into<Utf8PathBuf>) -> Self {
        Self {
            file: file.into(),
            args: Vec::new(),
            cwd: None,
            clear_env: false,
            env: Vec::new(),
            stdin: None,
            user: None,
        }
    }

    /// Adds one argument.
    #[must_use]
    pub fn arg(mut self, arg: impl Into<OsString>) -> Self {
        self.args.push(arg.into());
        self
    }

    /// Adds arguments.
    #[must_use]
    pub fn args<A: Into<OsString>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.args.extend(args.into_iter().map(Into::into));
        self
    }

    /// Runs it in this folder instead of ours.
    #[must_use]
    pub fn cwd(mut self, folder: impl Into<Utf8PathBuf>) -> Self {
        self.cwd = Some(folder.into());
        self
    }

    /// Sets a variable of its environment.
    #[must_use]
    pub fn env(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.env.push((name.into(), Some(value.into())));
        self
    }

    /// Takes a variable out of its environment.
    #[must_use]
    pub fn env_remove(mut self, name: impl Into<String>) -> Self {
        self.env.push((name.into(), None));
        self
    }

    /// Starts from an empty environment instead of ours.
    #[must_use]
    pub fn clear_env(mut self) -> Self {
        self.clear_env = true;
        self
    }

    /// Gives it these bytes to read.
    #[must_use]
    pub fn stdin(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.stdin = Some(bytes.into());
        self
    }

    /// Runs it as another user and group (and no supplementary group); only root may.
    #[must_use]
    pub fn run_as(mut self, user: u32, group: u32) -> Self {
        self.user = Some((user, group));
        self
    }

    /// The program and its arguments as one line, for messages.
    pub fn shown(&self) -> String {
        let name = self.file.file_name().unwrap_or(self.file.as_str());
        let args = self.args.iter().map(|arg| arg.to_string_lossy());
        std::iter::once(name.into()).chain(args).collect::<Vec<_>>().join(" ")
    }

    fn command(&self) -> tokio::process::Command {
        let mut command = self.plain_command();
        command.process_group(0);
        command.into()
    }

    /// What it is and where it runs, in whatever process group.
    fn plain_command(&self) -> std::process::Command {
        #[expect(clippy::disallowed_methods, reason = "this is what everything else starts programs through")]
        let mut command = std::process::Command::new(Path::new(self.file.as_str()));
        command.args(&self.args);
        if self.clear_env {
            command.env_clear();
        }
        for (name, value) in &self.env {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        if let Some(folder) = &self.cwd {
            command.current_dir(Utf8Path::as_std_path(folder));
        }
        if let Some((user, group)) = self.user {
            command.uid(user).gid(group);
        }
        command
    }
}

fn shown(tail: &[String]) -> String {
    if tail.is_empty() { String::new() } else { format!(":\n{}", tail.join("\n")) }
}
