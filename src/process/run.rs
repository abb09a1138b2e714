//! Running a program to its end.

use std::collections::VecDeque;
use std::time::Duration;

use super::{Cancel, Exit, GRACE, Line, ProcessError, Program, StopSignal, Stream};

/// How many of the last lines an error shows.
const TAIL: usize = 20;

/// What bounds a run.
#[derive(Debug, Clone)]
pub struct Limits {
    /// How long it may take.
    pub time: Duration,
    /// A wish to stop it.
    pub cancel: Cancel,
}

impl Limits {
    /// This long, and no wish to stop.
    pub fn time(time: Duration) -> Self {
        Self { time, cancel: Cancel::new() }
    }

    /// This long, or until somebody wishes to stop.
    pub fn new(time: Duration, cancel: &Cancel) -> Self {
        Self { time, cancel: cancel.clone() }
    }
}

/// What a program wrote, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Captured {
    /// How it ended.
    pub exit: Exit,
    /// Standard output: lines joined by line breaks.
    pub out: String,
    /// Standard error, alike.
    pub err: String,
}

impl Program {
    /// Runs it to its end, gives each line away as it comes, and fails unless it ends with code 0.
    pub async fn run(&self, limits: &Limits, on_line: &mut (dyn FnMut(&Line) + Send)) -> Result<(), ProcessError> {
        let mut tail = VecDeque::new();
        let mut keep = |line: Line| {
            on_line(&line);
            if tail.len() == TAIL {
                tail.pop_front();
            }
            tail.push_back(line.text);
        };
        let ended = self.follow(limits, &mut keep).await;
        let tail = Vec::from(tail);
        match ended {
            Ok(exit) if exit.is_success() => Ok(()),
            Ok(exit) => Err(ProcessError::Failed { program: self.shown(), exit, tail }),
            Err(ProcessError::TimedOut { program, limit, .. }) => Err(ProcessError::TimedOut { program, limit, tail }),
            Err(error) => Err(error),
        }
    }

    /// Runs it to its end and keeps what it wrote. Any exit code is fine.
    pub async fn capture(&self, limits: &Limits) -> Result<Captured, ProcessError> {
        let (mut out, mut err) = (Joined::default(), Joined::default());
        let mut keep = |line: Line| match line.stream {
            Stream::Out => out.add(&line),
            Stream::Err => err.add(&line),
        };
        let exit = self.follow(limits, &mut keep).await?;
        Ok(Captured { exit, out: out.text, err: err.text })
    }

    async fn follow(&self, limits: &Limits, on_line: &mut (dyn FnMut(Line) + Send)) -> Result<Exit, ProcessError> {
        if limits.cancel.is_cancelled() {
            return Err(ProcessError::Cancelled { program: self.shown() });
        }
        let mut child = self.spawn()?;
        let stopped = tokio::select! {
            exit = child.follow(on_line) => return exit,
            () = tokio::time::sleep(limits.time) => {
                ProcessError::TimedOut { program: self.shown(), limit: limits.time, tail: Vec::new() }
            }
            () = limits.cancel.cancelled() => ProcessError::Cancelled { program: self.shown() },
        };
        child.stop(StopSignal::Terminate, GRACE).await;
        Err(stopped)
    }
}

/// Lines joined by line breaks; one that came in pieces is whole again.
#[derive(Debug, Default)]
struct Joined {
    text: String,
    begun: bool,
    cut: bool,
}

impl Joined {
    fn add(&mut self, line: &Line) {
        if self.begun && !self.cut {
            self.text.push('\n');
        }
        self.text.push_str(&line.text);
        (self.begun, self.cut) = (true, line.cut);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    fn shell(script: &str) -> Program {
        Program::new("/bin/sh").arg("-c").arg(script)
    }

    fn minute() -> Limits {
        Limits::time(Duration::from_mins(1))
    }

    async fn alive(pid: &str) -> bool {
        // A killed process stays as a zombie until its new parent has waited for it.
        let script = format!("grep -q '^State:.*[RSD] ' /proc/{pid}/status");
        shell(&script).capture(&minute()).await.unwrap().exit.is_success()
    }

    /// A signal takes a moment to arrive, more on a busy machine.
    async fn is_gone(pid: &str) -> bool {
        let deadline = Instant::now() + Duration::from_secs(5);
        while alive(pid).await && Instant::now() < deadline {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        !alive(pid).await
    }

    #[tokio::test]
    async fn both_streams_are_captured_and_the_exit_code_is_told() {
        let captured = shell("echo out; echo err >&2; exit 3").capture(&minute()).await.unwrap();
        assert_eq!(captured, Captured { exit: Exit::Code(3), out: "out".into(), err: "err".into() });
    }

    #[tokio::test]
    async fn a_line_of_any_length_is_captured_as_one() {
        let captured = shell("head -c 200000 /dev/zero | tr '\\0' x; echo; echo end").capture(&minute()).await.unwrap();
        assert_eq!(captured.out, format!("{}\nend", "x".repeat(200_000)));
    }

    #[tokio::test]
    async fn a_failure_shows_the_last_lines() {
        let error = shell("seq 30; exit 1").run(&minute(), &mut |_| ()).await.unwrap_err();
        let shown = error.to_string();
        assert!(shown.starts_with("`sh -c seq 30; exit 1` ended with exit code 1:\n11\n12\n"), "{shown}");
        assert!(shown.ends_with("\n30"), "{shown}");
    }

    #[tokio::test]
    async fn the_environment_can_be_cleared_and_set() {
        let program = Program::new("/usr/bin/env").clear_env().env("ONE", "1").env("TWO", "2").env_remove("TWO");
        assert_eq!(program.capture(&minute()).await.unwrap().out, "ONE=1");
    }

    #[tokio::test]
    async fn input_is_given() {
        let program = Program::new("/bin/cat").stdin("hello\nyou");
        assert_eq!(program.capture(&minute()).await.unwrap().out, "hello\nyou");
    }

    #[tokio::test]
    async fn a_program_that_is_not_there_is_named() {
        let error = Program::new("/nowhere/tool").capture(&minute()).await.unwrap_err();
        assert_eq!(error.to_string(), "`tool` could not be started");
    }

    #[tokio::test]
    async fn what_takes_too_long_is_stopped_with_all_it_started() {
        let mut grandchild = String::new();
        let program = shell("sleep 600 & echo $!; wait");
        let limits = Limits::time(Duration::from_millis(300));
        let error = program.run(&limits, &mut |line| grandchild.clone_from(&line.text)).await.unwrap_err();
        assert!(matches!(error, ProcessError::TimedOut { .. }), "{error}");
        assert!(!grandchild.is_empty());
        assert!(is_gone(&grandchild).await);
    }

    #[tokio::test]
    async fn a_wish_to_stop_is_heeded() {
        let limits = minute();
        let cancel = limits.cancel.clone();
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_millis(100)).await;
            cancel.cancel();
        });
        let began = Instant::now();
        let error = shell("sleep 600").run(&limits, &mut |_| ()).await.unwrap_err();
        assert!(matches!(error, ProcessError::Cancelled { .. }), "{error}");
        assert!(began.elapsed() < Duration::from_secs(4));
    }

    #[tokio::test]
    async fn what_ignores_the_question_is_killed() {
        let mut child = shell("trap '' TERM; echo ready; while :; do sleep 1; done").spawn().unwrap();
        let (sender, ready) = tokio::sync::oneshot::channel();
        let mut sender = Some(sender);
        let mut on_line = |_| {
            sender.take().map(|sender| sender.send(()));
        };
        tokio::select! {
            _ = child.follow(&mut on_line) => panic!("it ended"),
            _ = ready => (),
        }
        let pid = child.pid().to_string();
        child.stop(StopSignal::Terminate, Duration::from_millis(100)).await;
        assert!(is_gone(&pid).await);
    }

    #[tokio::test]
    async fn a_dropped_program_is_stopped() {
        let child = shell("sleep 600").spawn().unwrap();
        let pid = child.pid().to_string();
        assert!(alive(&pid).await);
        drop(child);
        assert!(is_gone(&pid).await);
    }

    #[tokio::test]
    async fn something_left_behind_with_the_output_open_does_not_hold_us_up() {
        let began = Instant::now();
        let captured = shell("sleep 600 & echo $!").capture(&minute()).await.unwrap();
        assert!(began.elapsed() < Duration::from_secs(5));
        assert!(is_gone(&captured.out).await);
    }

    #[tokio::test]
    async fn something_left_behind_with_the_output_closed_is_ended_too() {
        let captured = shell("sleep 600 >/dev/null 2>&1 & echo $!").capture(&minute()).await.unwrap();
        assert!(is_gone(&captured.out).await);
    }
}
