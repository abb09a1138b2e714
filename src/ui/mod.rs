//! The only place that prints. Built once, passed to whoever has something to say.
//!
//! stdout carries data, stderr carries talk. With `--json` every line of stdout is one JSON object (`"v":1`, a `type`), and
//! stderr is silent.

mod progress;
mod prompt;
mod raw;
mod style;
mod table;

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::Serialize;
use serde_json::{Map, Value};

pub use progress::Progress;
pub use prompt::Prompt;
pub use raw::{RawTerminal, raw_output};
pub use style::{Paint, Style};
pub use table::Table;

/// The version of the JSON Lines.
const VERSION: u32 = 1;

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verbosity {
    /// Errors and what was asked for.
    Quiet,
    /// Steps and summaries too.
    Normal,
    /// What tools print, too.
    Verbose,
}

/// How the person and the program talk.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// JSON Lines instead of text.
    pub json: bool,
    /// How much is told.
    pub verbosity: Verbosity,
    /// Colour: always, never, or where there is a terminal.
    pub color: Option<bool>,
    /// Whether questions may be asked where there is a terminal.
    pub may_ask: bool,
}

/// The only thing that prints; clones share everything.
#[derive(Debug, Clone)]
pub struct Ui {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    manner: Manner,
    out: Paint,
    err: Paint,
    out_is_terminal: bool,
    err_is_terminal: bool,
    can_ask: bool,
    progress: Mutex<Option<Progress>>,
}

impl Ui {
    /// Looks at the terminal once.
    pub fn new(manner: Manner) -> Self {
        let (input, out, err) = (io::stdin().is_terminal(), io::stdout().is_terminal(), io::stderr().is_terminal());
        let paint = |terminal: bool| Paint::new(manner.color.unwrap_or(terminal));
        let inner = Inner {
            manner,
            out: paint(out),
            err: paint(err),
            out_is_terminal: out,
            err_is_terminal: err,
            can_ask: manner.may_ask && !manner.json && input && err,
            progress: Mutex::new(None),
        };
        Self { inner: Arc::new(inner) }
    }

    /// Whether there is somebody to ask.
    pub fn can_ask(&self) -> bool {
        self.inner.can_ask
    }

    /// Whether stdout is JSON Lines.
    pub fn is_json(&self) -> bool {
        self.inner.manner.json
    }

    /// Whether what tools print is shown.
    pub fn is_verbose(&self) -> bool {
        self.inner.manner.verbosity == Verbosity::Verbose
    }

    /// How text on stdout is coloured.
    pub fn out(&self) -> Paint {
        self.inner.out
    }

    /// How text on stderr is coloured.
    pub fn err(&self) -> Paint {
        self.inner.err
    }

    /// How many columns talk can take; as many as it likes where it goes to no terminal.
    pub fn columns(&self) -> usize {
        console::Term::stderr().size_checked().map_or(usize::MAX, |(_, columns)| columns.into())
    }

    /// A line of data; not with `--json`, which says the same by [`Ui::json`].
    pub fn data(&self, line: &str) -> io::Result<()> {
        if self.is_json() { Ok(()) } else { out_line(line) }
    }

    /// Data as it is, also with `--json`: a completion script, a schema.
    pub fn raw(&self, text: &str) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()
    }

    /// One JSON line of a type; only with `--json`.
    pub fn json(&self, kind: &str, body: &impl Serialize) -> io::Result<()> {
        if !self.is_json() {
            return Ok(());
        }
        let mut line = Map::new();
        line.insert("v".to_owned(), VERSION.into());
        line.insert("type".to_owned(), kind.into());
        match serde_json::to_value(body).map_err(io::Error::other)? {
            Value::Object(body) => line.extend(body),
            Value::Null => (),
            other => {
                line.insert("value".to_owned(), other);
            }
        }
        out_line(&Value::Object(line).to_string())
    }

    /// A line of talk.
    pub fn say(&self, line: &str) {
        if self.inner.manner.verbosity >= Verbosity::Normal {
            self.talk(line);
        }
    }

    /// Something that a person should know though all goes on.
    pub fn warning(&self, message: &str, hint: Option<&str>) {
        let err = self.err();
        self.talk(&format!("{} {message}", err.paint("warning:", Style::Warning)));
        if let Some(hint) = hint {
            self.talk(&format!("{} {hint}", err.paint("hint:", Style::Hint)));
        }
    }

    /// An error: a block, the message, causes, and what to do next.
    pub fn error(&self, block: Option<&str>, message: &str, causes: &[String], hints: &[String]) {
        let err = self.err();
        if let Some(block) = block {
            self.talk(block.trim_end());
            self.talk("");
        }
        self.talk(&format!("{} {message}", err.paint("error:", Style::Error)));
        for cause in causes {
            self.talk(&format!("  caused by: {cause}"));
        }
        for hint in hints {
            self.talk(&format!("{} {hint}", err.paint("hint:", Style::Hint)));
        }
    }

    /// The end of a step, as a line: `✓ render   412 files   0.4 s`.
    pub fn step(&self, symbol: &str, style: Style, name: &str, message: &str, took: Duration) {
        let err = self.err();
        let took = err.paint(&seconds(took), Style::Dim);
        self.say(&format!("{} {name:<10} {message}  {took}", err.paint(symbol, style)));
    }

    /// Where events go: lines and progress for people, JSON Lines for programs.
    pub fn events(&self) -> Arc<dyn crate::runs::EventSink> {
        Arc::new(progress::Sink::new(self.clone()))
    }

    /// Begins with an empty screen, where both streams are on one.
    pub fn clear(&self) {
        if self.inner.out_is_terminal && self.inner.err_is_terminal && !self.is_json() {
            let _ = console::Term::stdout().clear_screen();
        }
    }

    /// Questions on the terminal.
    pub fn prompt(&self) -> Prompt {
        Prompt::new(self.clone())
    }

    /// Says that the wish to stop has arrived.
    pub fn stopping(&self) {
        self.set_progress(None);
        self.say("stopping; press Ctrl-C again to stop at once");
    }

    /// Puts the terminal back as it was: the cursor shown, no half-drawn progress.
    pub fn restore(&self) {
        self.set_progress(None);
        if self.inner.err_is_terminal {
            let _ = console::Term::stderr().show_cursor();
        }
    }

    fn shows_progress(&self) -> bool {
        self.inner.err_is_terminal && !self.is_json() && self.inner.manner.verbosity == Verbosity::Normal
    }

    fn set_progress(&self, progress: Option<Progress>) {
        *self.inner.progress.lock().unwrap_or_else(PoisonError::into_inner) = progress;
    }

    fn with_progress(&self, work: impl FnOnce(&Progress)) {
        if let Some(progress) = &*self.inner.progress.lock().unwrap_or_else(PoisonError::into_inner) {
            work(progress);
        }
    }

    /// Who reads stderr may be gone; there is nobody left to tell.
    fn talk(&self, line: &str) {
        if !self.is_json() {
            let mut err = io::stderr().lock();
            let _ = writeln!(err, "{line}");
        }
    }
}

fn out_line(line: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(line.as_bytes())?;
    out.write_all(b"\n")?;
    out.flush()
}

/// `0.4 s`, `12 s`, `3 min 5 s`.
pub fn seconds(took: Duration) -> String {
    let seconds = took.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", took.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

/// `1 file`, `2 files`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_well() {
        let shown = [0.04, 9.96, 12.3, 185.0].map(|time| seconds(Duration::from_secs_f64(time)));
        assert_eq!(shown, ["0.0 s", "10.0 s", "12 s", "3 min 5 s"]);
    }
}
