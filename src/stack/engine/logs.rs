//! What containers write, in lines, without secrets.

use bollard::container::LogOutput;
use bollard::query_parameters::LogsOptionsBuilder;
use futures_util::StreamExt as _;

use super::{Engine, told};
use crate::redact::Redactor;
use crate::stack::error::StackError;

/// A line is cut here.
const LONGEST: usize = 16 * 1024;

/// Which lines are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogOptions {
    /// Go on as lines come.
    pub follow: bool,
    /// Only what was written since, in seconds of Unix time.
    pub since: Option<i32>,
    /// How many of the last lines to begin with.
    pub lines: usize,
}

impl Engine {
    /// Gives each line away until there is none any more, or the receiver has enough.
    pub(in crate::stack) async fn logs(
        &self,
        id: &str,
        options: &LogOptions,
        redactor: &Redactor,
        on_line: &mut (dyn FnMut(String) -> bool + Send),
    ) -> Result<(), StackError> {
        let wanted = LogsOptionsBuilder::default()
            .stdout(true)
            .stderr(true)
            .follow(options.follow)
            .tail(&options.lines.to_string())
            .since(options.since.unwrap_or_default())
            .build();
        let mut stream = Box::pin(self.docker.logs(id, Some(wanted)));
        let (mut out, mut err) = (Lines::default(), Lines::default());
        while let Some(output) = stream.next().await {
            let output = output
                .map_err(|error| StackError::Engine { doing: "reading logs".to_owned(), message: told(&error) })?;
            let lines = if matches!(output, LogOutput::StdErr { .. }) { &mut err } else { &mut out };
            for line in lines.add(output.as_ref()) {
                if !on_line(redactor.redact(&line)) {
                    return Ok(());
                }
            }
        }
        for line in out.rest().into_iter().chain(err.rest()) {
            on_line(redactor.redact(&line));
        }
        Ok(())
    }

    /// The last lines.
    pub(in crate::stack) async fn tail(&self, id: &str, lines: usize, redactor: &Redactor) -> Vec<String> {
        let options = LogOptions { follow: false, since: None, lines };
        let mut tail = Vec::new();
        let mut keep = |line| {
            tail.push(line);
            true
        };
        // It is told beside an error: what cannot be read is not told.
        let _ = self.logs(id, &options, redactor, &mut keep).await;
        tail
    }
}

/// Lines out of pieces.
#[derive(Default)]
struct Lines {
    begun: Vec<u8>,
}

impl Lines {
    fn add(&mut self, bytes: &[u8]) -> Vec<String> {
        let mut whole = Vec::new();
        for byte in bytes {
            if *byte == b'\n' || self.begun.len() >= LONGEST {
                whole.extend(self.rest());
            }
            if *byte != b'\n' {
                self.begun.push(*byte);
            }
        }
        whole
    }

    fn rest(&mut self) -> Option<String> {
        if self.begun.is_empty() {
            return None;
        }
        let line = String::from_utf8_lossy(&std::mem::take(&mut self.begun)).into_owned();
        // Containers may write what moves a terminal's cursor.
        Some(line.chars().filter(|c| !c.is_control() || *c == '\t').collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_whole_whatever_pieces_they_come_in() {
        let mut lines = Lines::default();
        assert_eq!(lines.add(b"one\ntw"), ["one"]);
        assert_eq!(lines.add("o \u{1b}[31mgr\u{fc}n\r\n".as_bytes()), ["two [31mgrün"]);
        assert_eq!(lines.rest(), None);
        assert_eq!(lines.add(&vec![b'x'; LONGEST + 1]).len(), 1, "a line without an end is cut");
    }
}
