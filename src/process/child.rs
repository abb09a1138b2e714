//! A program that runs.

use std::process::Stdio;
use std::time::Duration;

use tokio::io::AsyncWriteExt as _;
use tokio::process::ChildStdin;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until, timeout};

use super::group::Group;
use super::lines::{self, Line, Stream};
use super::{Exit, GRACE, ProcessError, Program, StopSignal};

/// How long we read on after a program's end when something it started still holds its output open.
const LINGER: Duration = Duration::from_millis(500);

/// A running program. Dropping it stops its whole group: politely where a runtime is there to wait, at once elsewhere.
#[derive(Debug)]
pub struct Child {
    shown: String,
    pid: u32,
    parts: Option<Parts>,
}

#[derive(Debug)]
struct Parts {
    child: tokio::process::Child,
    group: Group,
    lines: mpsc::Receiver<Line>,
    /// Open as long as more may be said.
    stdin: Option<ChildStdin>,
}

impl Program {
    /// Starts it, with its output as lines.
    pub fn spawn(&self) -> Result<Child, ProcessError> {
        self.start(self.stdin.is_some())
    }

    /// Starts it to talk with it: what [`Child::say`] says is its input, which stays open until it is stopped or dropped.
    pub fn converse(&self) -> Result<Child, ProcessError> {
        self.start(true)
    }

    fn start(&self, has_input: bool) -> Result<Child, ProcessError> {
        let shown = self.shown();
        let mut command = self.command();
        command.stdin(if has_input { Stdio::piped() } else { Stdio::null() });
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|source| ProcessError::Start { program: shown.clone(), source })?;
        // It was just spawned and not waited for, so it has a number.
        let pid = child.id().unwrap_or_default();
        let (sender, lines) = mpsc::channel(256);
        if let Some(out) = child.stdout.take() {
            tokio::spawn(lines::read(out, Stream::Out, sender.clone()));
        }
        if let Some(err) = child.stderr.take() {
            tokio::spawn(lines::read(err, Stream::Err, sender));
        }
        let mut stdin = child.stdin.take();
        if let Some((bytes, mut stdin)) = self.stdin.clone().and_then(|bytes| Some((bytes, stdin.take()?))) {
            // A program that does not read its input to the end is not wrong.
            tokio::spawn(async move { stdin.write_all(&bytes).await });
        }
        Ok(Child { shown, pid, parts: Some(Parts { child, group: Group::led_by(pid), lines, stdin }) })
    }
}

impl Child {
    /// Its number, which is also its group's.
    pub fn pid(&self) -> u32 {
        self.pid
    }

    /// The program and its arguments as one line, for messages.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// Reads its lines until it has ended. Dropping the future loses no line: it can be called again.
    pub async fn follow(&mut self, on_line: &mut (dyn FnMut(Line) + Send)) -> Result<Exit, ProcessError> {
        let Some(parts) = &mut self.parts else { return Ok(Exit::Code(0)) };
        let followed = parts.follow(on_line).await;
        followed.map_err(|source| ProcessError::Lost { program: self.shown.clone(), source })
    }

    /// Writes a line to the input of a program that was started by [`Program::converse`].
    pub async fn say(&mut self, line: &str) -> Result<(), ProcessError> {
        let closed = || std::io::Error::from(std::io::ErrorKind::BrokenPipe);
        let said = match self.parts.as_mut().and_then(|parts| parts.stdin.as_mut()) {
            Some(stdin) => stdin.write_all(format!("{line}\n").as_bytes()).await,
            None => Err(closed()),
        };
        said.map_err(|source| ProcessError::Lost { program: self.shown.clone(), source })
    }

    /// The next line that it writes; none where it writes no more. Dropping the future loses no line.
    pub async fn hear(&mut self) -> Option<Line> {
        self.parts.as_mut()?.lines.recv().await
    }

    /// Asks the group to end, and kills what is left of it after `grace`. What it still writes is read and dropped.
    pub async fn stop(mut self, signal: StopSignal, grace: Duration) {
        if let Some(parts) = self.parts.take() {
            parts.stop(signal, grace).await;
        }
    }
}

impl Parts {
    async fn follow(&mut self, on_line: &mut (dyn FnMut(Line) + Send)) -> std::io::Result<Exit> {
        let mut open = true;
        let mut exit = None;
        let mut patience = Instant::now();
        loop {
            tokio::select! {
                line = self.lines.recv(), if open => match line {
                    Some(line) => on_line(line),
                    None => open = false,
                },
                status = self.child.wait(), if exit.is_none() => {
                    exit = Some(Exit::from(status?));
                    patience = Instant::now() + LINGER;
                }
                () = sleep_until(patience), if exit.is_some() && open => {
                    // Somebody of the group lives on and holds the pipe.
                    self.group.signal(StopSignal::Kill);
                    open = false;
                }
            }
            if let (Some(exit), false) = (exit, open) {
                self.group.done();
                return Ok(exit);
            }
        }
    }

    async fn stop(mut self, signal: StopSignal, grace: Duration) {
        if self.group.is_done() {
            return;
        }
        self.group.signal(signal);
        if timeout(grace, self.follow(&mut |_| ())).await.is_err() {
            self.group.signal(StopSignal::Kill);
            let _ = timeout(GRACE, self.follow(&mut |_| ())).await;
        }
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        let Some(parts) = self.parts.take().filter(|parts| !parts.group.is_done()) else { return };
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(parts.stop(StopSignal::Terminate, GRACE));
        }
    }
}
