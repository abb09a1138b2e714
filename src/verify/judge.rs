//! What a tool's output comes to.

use super::places::Places;
use super::{Diagnostic, Gate, GateReport, Severity, read};
use crate::process::Captured;

/// How many of the last lines stand for a failure that no reader understood.
const TAIL: usize = 12;
/// Longer lines are cut: a line of JSON can hold a whole project.
const WIDEST: usize = 300;

/// The report of a gate whose tool has ended.
pub(super) fn judge(gate: Gate, captured: &Captured, places: &Places) -> GateReport {
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
        diagnostics.push(failure(gate.tool(), captured));
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
    GateReport { gate, passed, summary, cached: false, diagnostics }
}

/// A failure that no reader understood: the last lines that the tool wrote.
pub(super) fn failure(tool: &'static str, captured: &Captured) -> Diagnostic {
    let both = format!("{}\n{}", captured.out, captured.err);
    let both = console::strip_ansi_codes(&both).into_owned();
    let lines: Vec<String> = both
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
        .map(|line| line.chars().take(WIDEST).collect())
        .collect();
    Diagnostic::error(tool, format!("failed:\n{}", lines[lines.len().saturating_sub(TAIL)..].join("\n")))
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
