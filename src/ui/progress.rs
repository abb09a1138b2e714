//! Events as a person wants to see them: a spinner while a step lasts, a line when it ends.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{Style, Ui};
use crate::runs::{Event, EventSink, Outcome};

/// What is over sooner needs no spinner.
const PATIENCE: Duration = Duration::from_millis(250);

/// A spinner or bar for the step at hand; gone when dropped.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    // Dropping it wakes the thread that would show the bar.
    _alive: Sender<()>,
}

impl Progress {
    /// A bar where `total` is known, a spinner elsewhere; shown after a quarter of a second.
    pub fn begin(step: &str, total: Option<u64>) -> Self {
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::hidden());
        let template = if total.is_some() {
            "{spinner} {prefix:<10} {bar:24} {pos}/{len} {wide_msg} {elapsed}"
        } else {
            "{spinner} {prefix:<10} {wide_msg} {elapsed}"
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style.tick_chars("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏ "));
        }
        bar.set_prefix(step.to_owned());
        let (alive, over) = mpsc::channel::<()>();
        let shown = bar.clone();
        thread::spawn(move || {
            if over.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                shown.set_draw_target(ProgressDrawTarget::stderr());
                shown.enable_steady_tick(Duration::from_millis(100));
            }
        });
        Self { bar, _alive: alive }
    }

    fn moved(&self, done: u64, message: String) {
        self.bar.set_position(done);
        self.bar.set_message(message);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.disable_steady_tick();
        self.bar.finish_and_clear();
    }
}

/// The sink behind [`Ui::events`].
pub(super) struct Sink {
    ui: Ui,
}

impl Sink {
    pub(super) fn new(ui: Ui) -> Self {
        Self { ui }
    }

    fn show(&self, event: Event) {
        let ui = &self.ui;
        match event {
            Event::StepStarted { step, total } if ui.shows_progress() => {
                ui.set_progress(Some(Progress::begin(step, total)));
            }
            Event::StepStarted { .. } => (),
            Event::StepProgress { done, message, .. } => ui.with_progress(|progress| progress.moved(done, message)),
            Event::StepFinished { step, outcome, took, message } => {
                ui.set_progress(None);
                let (symbol, style) = match outcome {
                    Outcome::Done => ("✓", Style::Good),
                    Outcome::Skipped => ("–", Style::Dim),
                    Outcome::Failed => ("✗", Style::Error),
                };
                ui.step(symbol, style, step, &message, took);
            }
            Event::Output { source, line } if ui.is_verbose() => {
                ui.say(&format!("{} {line}", ui.err().paint(&format!("{source} |"), Style::Dim)));
            }
            Event::Output { line, .. } => {
                ui.with_progress(|progress| progress.bar.set_message(console::strip_ansi_codes(&line).into_owned()));
            }
            Event::Warning { message, hint } => ui.warning(&message, hint.as_deref()),
        }
    }
}

impl EventSink for Sink {
    fn emit(&self, event: Event) {
        if self.ui.is_json() {
            // Who read the events is gone; the work goes on.
            let _ = self.ui.json("event", &event);
        } else {
            self.show(event);
        }
    }
}
