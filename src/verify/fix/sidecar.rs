//! A Node process that is kept warm and asked again and again: questions and answers are JSON, one a line.

use std::time::Duration;

use camino::Utf8Path;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::FixError;
use crate::process::{Cancel, Child, GRACE, StopSignal, Stream};
use crate::toolchain::NodeRuntime;

const WIRE: &str = include_str!("sidecar/wire.cjs");
/// An answer that takes longer never comes.
const PATIENCE: Duration = Duration::from_mins(5);
/// No answer about a workspace is longer.
const LONGEST: usize = 256 << 20;
/// Of what it wrote to stderr, the last lines stand in errors.
const TAIL: usize = 8;

/// A running script of ours.
#[derive(Debug)]
pub(super) struct Sidecar {
    name: &'static str,
    child: Child,
    cancel: Cancel,
    tail: Vec<String>,
    _script: tempfile::TempDir,
}

#[derive(Serialize)]
struct Question<'a, Q: Serialize> {
    op: &'a str,
    #[serde(flatten)]
    body: &'a Q,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Answer<A> {
    Ok(A),
    Error(String),
}

impl Sidecar {
    /// Starts a script in a folder. `name` stands in errors.
    pub fn start(
        name: &'static str,
        script: &str,
        node: &NodeRuntime,
        folder: &Utf8Path,
        cancel: &Cancel,
    ) -> Result<Self, FixError> {
        let scratch = tempfile::tempdir()?;
        let file = scratch.path().join("sidecar.cjs");
        fs_err::write(&file, format!("{WIRE}\n{script}"))?;
        // Large workspaces need more than Node's own limit.
        let program = node.script(&["--max-old-space-size=8192"], folder).arg(file).env("NO_COLOR", "1");
        let child = program.converse()?;
        Ok(Self { name, child, cancel: cancel.clone(), tail: Vec::new(), _script: scratch })
    }

    /// Asks one question and waits for its answer.
    ///
    /// # Errors
    /// The script failed, ended, or took too long; the person wishes to stop.
    pub async fn ask<A: DeserializeOwned>(&mut self, op: &str, body: &impl Serialize) -> Result<A, FixError> {
        let question = serde_json::to_string(&Question { op, body }).map_err(|error| self.fault(error.to_string()))?;
        self.child.say(&question).await?;
        let cancel = self.cancel.clone();
        let text = tokio::select! {
            text = self.answer() => text?,
            () = tokio::time::sleep(PATIENCE) => return Err(self.fault(format!("no answer to `{op}` in 5 minutes"))),
            () = cancel.cancelled() => return Err(FixError::Stopped),
        };
        match serde_json::from_str(&text) {
            Ok(Answer::Ok(answer)) => Ok(answer),
            Ok(Answer::Error(reason)) => Err(self.fault(reason)),
            Err(error) => Err(self.fault(error.to_string())),
        }
    }

    /// Ends it.
    pub async fn stop(self) {
        self.child.stop(StopSignal::Terminate, GRACE).await;
    }

    async fn answer(&mut self) -> Result<String, FixError> {
        let mut text = String::new();
        while let Some(line) = self.child.hear().await {
            if line.stream == Stream::Err {
                self.tail.push(line.text);
                self.tail.drain(..self.tail.len().saturating_sub(TAIL));
                continue;
            }
            let (is_last, piece) = match line.text.split_at_checked(1) {
                Some(("=", piece)) => (true, piece),
                Some(("+", piece)) => (false, piece),
                _ => return Err(self.fault("it wrote something that is no answer".to_owned())),
            };
            text.push_str(piece);
            if is_last {
                return Ok(text);
            }
            if text.len() > LONGEST {
                return Err(self.fault("its answer does not end".to_owned()));
            }
        }
        Err(self.fault("it ended".to_owned()))
    }

    fn fault(&self, reason: String) -> FixError {
        let lines: Vec<&str> = reason.lines().take(TAIL).chain(self.tail.iter().map(String::as_str)).collect();
        FixError::Sidecar { name: self.name, reason: lines.join("\n") }
    }
}
