//! The lines that a program writes, while it writes them.

use tokio::io::{AsyncBufReadExt as _, AsyncRead, BufReader};
use tokio::sync::mpsc;

/// A longer line is cut here: a program that never breaks its line must not fill our memory.
const LONGEST: usize = 64 * 1024;

/// Where a line was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// A line, without its line break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where it was written.
    pub stream: Stream,
    /// What was written; bytes that are not UTF-8 are replaced.
    pub text: String,
    /// Whether it was too long to be told at once, and the next one goes on with it.
    pub cut: bool,
}

/// Reads to the end, sends each line; stops early when nobody listens any more.
pub(super) async fn read(source: impl AsyncRead + Unpin, stream: Stream, lines: mpsc::Sender<Line>) {
    let mut source = BufReader::new(source);
    let mut line = Vec::new();
    loop {
        let (taken, complete) = match source.fill_buf().await {
            Ok([]) | Err(_) => break,
            Ok(available) => take(available, &mut line),
        };
        source.consume(taken);
        if (complete || line.len() >= LONGEST) && !send(&mut line, stream, !complete, &lines).await {
            return;
        }
    }
    if !line.is_empty() {
        send(&mut line, stream, false, &lines).await;
    }
}

fn take(available: &[u8], line: &mut Vec<u8>) -> (usize, bool) {
    let room = &available[..available.len().min(LONGEST - line.len())];
    let line_break = room.iter().position(|byte| *byte == b'\n');
    line.extend_from_slice(&room[..line_break.unwrap_or(room.len())]);
    line_break.map_or((room.len(), false), |at| (at + 1, true))
}

async fn send(line: &mut Vec<u8>, stream: Stream, cut: bool, lines: &mpsc::Sender<Line>) -> bool {
    let text = String::from_utf8_lossy(line).trim_end_matches('\r').to_owned();
    line.clear();
    lines.send(Line { stream, text, cut }).await.is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn lines_of(bytes: &[u8]) -> Vec<String> {
        let (sender, mut receiver) = mpsc::channel(1024);
        read(bytes, Stream::Out, sender).await;
        let mut lines = Vec::new();
        while let Some(line) = receiver.recv().await {
            lines.push(line.text);
        }
        lines
    }

    #[tokio::test]
    async fn lines_lose_their_break_and_the_last_needs_none() {
        assert_eq!(lines_of(b"one\r\n\ntwo\xff\nthree").await, ["one", "", "two\u{fffd}", "three"]);
    }

    #[tokio::test]
    async fn a_line_without_end_is_cut() {
        let lines = lines_of(&vec![b'x'; LONGEST + 10]).await;
        assert_eq!(lines.iter().map(String::len).collect::<Vec<_>>(), [LONGEST, 10]);
    }
}
