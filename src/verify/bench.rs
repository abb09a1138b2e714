//! Running the gates, in an order that suits a machine of two cores.

use std::time::{Duration, Instant};

use camino::Utf8Path;
use serde::Serialize;

use super::places::Places;
use super::{Diagnostic, Gate, Severity, lint, read};
use crate::process::{Cancel, Captured, Limits, ProcessError, Program};
use crate::runs::{Event, EventSink, Outcome};
use crate::toolchain::{Toolchain, Which};

/// A gate that takes longer hangs.
const LIMIT: Duration = Duration::from_mins(15);
/// How many of the last lines stand for a failure that no reader understood.
const TAIL: usize = 12;
/// Longer lines are cut: a line of JSON can hold a whole project.
const WIDEST: usize = 300;

/// A workspace on the bench.
#[derive(Clone, Copy)]
pub struct Bench<'a> {
    /// Its root; packages must be installed.
    pub root: &'a Utf8Path,
    /// Its Node and pnpm.
    pub toolchain: &'a Toolchain,
    /// Who hears of it.
    pub sink: &'a dyn EventSink,
    /// A wish to stop.
    pub cancel: &'a Cancel,
}

/// What came of a gate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct GateReport {
    /// Which.
    pub gate: Gate,
    /// Whether the workspace passed.
    pub passed: bool,
    /// One line on what came of it.
    pub summary: String,
    /// What was found, sorted by place.
    #[serde(skip)]
    pub diagnostics: Vec<Diagnostic>,
}

impl Bench<'_> {
    /// Runs gates, in an order that suits them: code that others need is generated and compiled first.
    pub async fn run(&self, gates: &[Gate]) -> Result<Vec<GateReport>, ProcessError> {
        let wants = |gate: Gate| gates.contains(&gate);
        let places = Places::of(self.root);
        let mut reports = Vec::new();
        let (format, contracts) = tokio::join!(
            self.maybe(wants(Gate::Format), Gate::Format, &places),
            self.maybe(wants(Gate::Contracts), Gate::Contracts, &places),
        );
        reports.extend(format?);
        reports.extend(contracts?);
        if wants(Gate::Types) || wants(Gate::Lint) || wants(Gate::Tests) {
            reports.extend(self.generate_code().await?);
            // ESLint reads types from what the compiler wrote, so it runs after it even where only lint is wanted.
            let types = self.maybe(wants(Gate::Types) || wants(Gate::Lint), Gate::Types, &places).await?;
            reports.extend(types.filter(|_| wants(Gate::Types)));
        }
        // Both fill two cores on their own; beside each other, tests run into their time-outs.
        reports.extend(self.maybe(wants(Gate::Lint), Gate::Lint, &places).await?);
        reports.extend(self.maybe(wants(Gate::Tests), Gate::Tests, &places).await?);
        Ok(reports)
    }

    async fn maybe(&self, wanted: bool, gate: Gate, places: &Places) -> Result<Option<GateReport>, ProcessError> {
        if !wanted {
            return Ok(None);
        }
        self.sink.emit(Event::StepStarted { step: gate.name(), total: None });
        let began = Instant::now();
        let captured = self.capture(gate, places).await?;
        let report = judge(gate, &captured, places);
        let outcome = if report.passed { Outcome::Done } else { Outcome::Failed };
        let message = report.summary.clone();
        self.sink.emit(Event::StepFinished { step: gate.name(), outcome, took: began.elapsed(), message });
        Ok(Some(report))
    }

    async fn capture(&self, gate: Gate, places: &Places) -> Result<Captured, ProcessError> {
        let limits = Limits::new(LIMIT, self.cancel);
        let program = match gate {
            Gate::Format => self.pnpm(&["exec", "prettier", "--list-different", "."]),
            Gate::Contracts => self.pnpm(&["run", "lint:proto", "--error-format=json"]),
            Gate::Types => {
                self.compile_at_once(&limits).await?;
                self.many("typecheck", &[])
            }
            Gate::Lint => {
                let eslint = |part: &[&str]| self.pnpm(&[&["exec", "eslint", "--format=json"], part].concat());
                return lint::run(places, &limits, eslint).await;
            }
            Gate::Tests => self.many("test", &["--reporter=default", "--reporter=github-actions"]),
        };
        program.capture(&limits).await
    }

    /// Code from the protocol; a failure is a finding of the contracts.
    async fn generate_code(&self) -> Result<Option<GateReport>, ProcessError> {
        let generate = self.pnpm(&["exec", "nx", "run-many", "-t", "generate", "--outputStyle=static"]);
        let captured = generate.capture(&Limits::new(LIMIT, self.cancel)).await?;
        if captured.exit.is_success() {
            return Ok(None);
        }
        let diagnostics = vec![Diagnostic::error("buf", tail(&captured))];
        let summary = "code could not be generated".to_owned();
        Ok(Some(GateReport { gate: Gate::Contracts, passed: false, summary, diagnostics }))
    }

    /// One compiler reads what projects share once; Nx starts one for each, which then finds its project compiled. What it
    /// finds fault with is found again by those.
    async fn compile_at_once(&self, limits: &Limits) -> Result<(), ProcessError> {
        if self.root.join("tsconfig.json").is_file() {
            self.pnpm(&["exec", "tsc", "-b"]).capture(limits).await?;
        }
        Ok(())
    }

    fn many(&self, target: &str, args: &[&str]) -> Program {
        let fixed = ["exec", "nx", "run-many", "-t", target, "--outputStyle=static", "--nxBail=false", "--parallel=2"];
        self.pnpm(&[&fixed, args].concat())
    }

    fn pnpm(&self, args: &[&str]) -> Program {
        // A daemon of Nx would outlive us; its terminal interface would draw over what we read.
        let command = self.toolchain.command(Which::Pnpm, args, self.root);
        command.env("NX_DAEMON", "false").env("NX_TUI", "false").env("NO_COLOR", "1").env_remove("FORCE_COLOR")
    }
}

fn judge(gate: Gate, captured: &Captured, places: &Places) -> GateReport {
    let out = console::strip_ansi_codes(&captured.out);
    let err = console::strip_ansi_codes(&captured.err);
    let mut diagnostics = match gate {
        Gate::Format => read::prettier(&out, &err, places),
        Gate::Contracts => read::buf(&out, places),
        Gate::Types => read::tsc(&out, places),
        Gate::Lint => read::eslint(&out, places).unwrap_or_default(),
        Gate::Tests => read::vitest(&out, places),
    };
    let passed = captured.exit.is_success();
    if !passed && !diagnostics.iter().any(|found| found.severity == Severity::Error) {
        diagnostics.push(Diagnostic::error(gate.tool(), tail(captured)));
    }
    diagnostics.sort_by(|one, other| {
        (&one.file, one.line, one.column, one).cmp(&(&other.file, other.line, other.column, other))
    });
    let errors = diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
    let warnings = diagnostics.len() - errors;
    let summary = match (gate, errors, warnings) {
        (Gate::Tests, 0, _) => format!("{} passed", read::passed(&out)),
        (_, 0, 0) => "nothing found".to_owned(),
        (_, errors, 0) => format!("{errors} found"),
        (_, errors, warnings) => format!("{errors} found, {warnings} more to look at"),
    };
    GateReport { gate, passed, summary, diagnostics }
}

/// The last lines that a tool wrote.
fn tail(captured: &Captured) -> String {
    let both = format!("{}\n{}", captured.out, captured.err);
    let both = console::strip_ansi_codes(&both).into_owned();
    let lines: Vec<String> = both
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
        .map(|line| line.chars().take(WIDEST).collect())
        .collect();
    format!("failed:\n{}", lines[lines.len().saturating_sub(TAIL)..].join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process::Exit;

    fn captured(exit: i32, out: &str) -> Captured {
        Captured { exit: Exit::Code(exit), out: out.to_owned(), err: String::new() }
    }

    #[test]
    fn a_failure_that_nobody_understands_still_fails_with_its_last_lines() {
        let places = Places::of("/nowhere".into());
        let report = judge(Gate::Lint, &captured(2, "Oops!\nCannot find module"), &places);
        assert!(!report.passed);
        assert_eq!(report.diagnostics[0].message, "failed:\nOops!\nCannot find module");
    }

    #[test]
    fn passing_tests_are_counted() {
        let places = Places::of("/nowhere".into());
        let report = judge(Gate::Tests, &captured(0, "  Tests  12 passed (12)"), &places);
        assert_eq!((report.passed, report.summary.as_str()), (true, "12 passed"));
    }
}
