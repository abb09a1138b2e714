//! One event per thing worth telling; the terminal, `--json` and later stores all read the same stream.

use std::time::Duration;

use serde::Serialize;

/// Something that happened in a run. Serialised as one line of `--json` output, tagged by `event`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Event {
    /// A step began. Steps do not nest; `total` is known where the step counts something (files, bytes, tests).
    StepStarted {
        /// Which step.
        step: Step,
        /// How many units it will do, where that is known beforehand.
        #[serde(skip_serializing_if = "Option::is_none")]
        total: Option<u64>,
    },
    /// A step moved on. `done` counts the units of `StepStarted::total`; `message` says what it is at.
    StepProgress {
        /// Which step.
        step: Step,
        /// Units done so far.
        done: u64,
        /// What it is at now, for people.
        message: String,
    },
    /// A step ended.
    StepFinished {
        /// Which step.
        step: Step,
        /// How it ended.
        outcome: Outcome,
        /// How long it took.
        #[serde(rename = "milliseconds", serialize_with = "as_milliseconds")]
        took: Duration,
        /// One line on what came of it, for people (`412 files`, `0 errors`).
        message: String,
    },
    /// A line that a tool or a supervised process wrote.
    Output {
        /// The tool or process.
        source: String,
        /// The line, without its line break and with secrets redacted.
        line: String,
    },
    /// Something a person should know that does not stop the run.
    Warning {
        /// The sentence, lower case, without a full stop.
        message: String,
        /// What to do about it, where there is something.
        #[serde(skip_serializing_if = "Option::is_none")]
        hint: Option<String>,
    },
}

/// The name of a step, as it stands in events and summaries (`render`, `install`, `demo:migrate`).
pub type Step = &'static str;

/// How a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It did what it is for.
    Done,
    /// There was nothing to do.
    Skipped,
    /// It failed; the command's error says why.
    Failed,
}

/// Where events go. Sinks never fail: what cannot be shown is dropped.
pub trait EventSink: Send + Sync {
    /// Takes note of one event.
    fn emit(&self, event: Event);
}

/// Drops every event; for tests and for callers that only want the result.
#[derive(Debug, Clone, Copy, Default)]
pub struct NullSink;

impl EventSink for NullSink {
    fn emit(&self, _event: Event) {}
}

fn as_milliseconds<S: serde::Serializer>(took: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u64(u64::try_from(took.as_millis()).unwrap_or(u64::MAX))
}
