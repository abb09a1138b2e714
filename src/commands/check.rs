//! `fountane check`.

use camino::Utf8Path;
use serde_json::json;

use super::session::Session;
use super::{install, interrupt, project};
use crate::cli::{self, CheckArgs};
use crate::error::CliError;
use crate::fs::write_atomic;
use crate::process::Cancel;
use crate::toolchain::Toolchain;
use crate::ui::{Style, Table, Ui, count};
use crate::verify::{Bench, Diagnostic, Gate, GateReport, Severity, sarif};

/// More rows help nobody.
const SHOWN: usize = 50;

pub(super) fn run(session: &Session, args: &CheckArgs) -> Result<(), CliError> {
    let root = project::finished_root(session, args.workspace.dir.as_ref())?;
    let gates = if args.only.is_empty() { Gate::ALL.to_vec() } else { args.only.iter().copied().map(gate).collect() };
    interrupt::run(&session.ui, |cancel| async move {
        let toolchain = install::ready(session, &root, &cancel).await?;
        let reports = look(&session.ui, &root, &toolchain, &gates, !args.no_cache, &cancel).await?;
        if let Some(file) = &args.sarif {
            write_sarif(&session.absolute(file), &reports)?;
        }
        verdict(&session.ui, &reports)
    })
}

fn write_sarif(file: &Utf8Path, reports: &[GateReport]) -> Result<(), CliError> {
    let found: Vec<Diagnostic> = reports.iter().flat_map(|report| report.diagnostics.clone()).collect();
    let text = serde_json::to_string_pretty(&sarif(&found)).map_err(|error| CliError::user(error.to_string()))?;
    Ok(write_atomic(file, (text + "\n").as_bytes(), 0o644)?)
}

/// Runs gates and shows what they find; an error unless all are passed.
pub(super) async fn pass(
    ui: &Ui,
    root: &Utf8Path,
    toolchain: &Toolchain,
    gates: &[Gate],
    cancel: &Cancel,
) -> Result<(), CliError> {
    verdict(ui, &look(ui, root, toolchain, gates, true, cancel).await?)
}

/// Runs gates and shows what they find.
async fn look(
    ui: &Ui,
    root: &Utf8Path,
    toolchain: &Toolchain,
    gates: &[Gate],
    remembers: bool,
    cancel: &Cancel,
) -> Result<Vec<GateReport>, CliError> {
    let events = ui.events();
    let bench = Bench { root, toolchain, sink: &*events, cancel, remembers, is_hasty: false };
    let reports = bench.run(gates, &mut |_| ()).await?;
    let found: Vec<&Diagnostic> = reports.iter().flat_map(|report| &report.diagnostics).collect();
    for diagnostic in &found {
        ui.json("diagnostic", diagnostic)?;
    }
    for report in &reports {
        ui.json("gate", report)?;
    }
    show(ui, &found)?;
    Ok(reports)
}

fn show(ui: &Ui, found: &[&Diagnostic]) -> Result<(), CliError> {
    if found.is_empty() {
        return Ok(());
    }
    let paint = ui.out();
    let mut table = Table::new(["", "where", "tool", "code", "what"]);
    for diagnostic in found.iter().take(SHOWN) {
        let mark = match diagnostic.severity {
            Severity::Error => paint.paint("✗", Style::Error),
            Severity::Warning => paint.paint("!", Style::Warning),
        };
        let code = diagnostic.code.clone().unwrap_or_default();
        table.row([mark, diagnostic.place(), diagnostic.tool.to_owned(), code, diagnostic.message.clone()]);
    }
    for line in table.lines(paint) {
        ui.data(&line)?;
    }
    if found.len() > SHOWN {
        ui.data(&format!("and {} more; `--json` has all", found.len() - SHOWN))?;
    }
    Ok(())
}

fn verdict(ui: &Ui, reports: &[GateReport]) -> Result<(), CliError> {
    let failed: Vec<&str> = reports.iter().filter(|report| !report.passed).map(|report| report.gate.name()).collect();
    ui.json("result", &json!({ "command": "check", "passed": failed.is_empty(), "failed": failed }))?;
    if failed.is_empty() {
        ui.say(&format!("{} passed", count(reports.len(), "gate", "gates")));
        return Ok(());
    }
    let gates = if failed.len() == 1 { "the gate" } else { "the gates" };
    Err(CliError::user(format!("{gates} {} did not pass", failed.join(", "))))
}

fn gate(gate: cli::Gate) -> Gate {
    match gate {
        cli::Gate::Format => Gate::Format,
        cli::Gate::Contracts => Gate::Contracts,
        cli::Gate::Types => Gate::Types,
        cli::Gate::Lint => Gate::Lint,
        cli::Gate::Tests => Gate::Tests,
    }
}
