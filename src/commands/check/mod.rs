//! `fountane check`.

mod findings;
mod watch;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::json;

use super::session::Session;
use super::{install, interrupt, project};
use crate::cli::{self, CheckArgs};
use crate::error::CliError;
use crate::process::Cancel;
use crate::toolchain::Toolchain;
use crate::ui::{Ui, count};
use crate::verify::{Bench, Gate, GateReport};
use findings::Findings;
use watch::Rounds;

pub(super) fn run(session: &Session, args: &CheckArgs) -> Result<(), CliError> {
    let root = project::finished_root(session, args.workspace.dir.as_ref())?;
    let gates = if args.only.is_empty() { Gate::ALL.to_vec() } else { args.only.iter().copied().map(gate).collect() };
    let sarif: Option<Utf8PathBuf> = args.sarif.as_ref().map(|file| session.absolute(file));
    let ui = &session.ui;
    interrupt::run(ui, |cancel| async move {
        let toolchain = install::ready(session, &root, &cancel).await?;
        let look = Look { ui, root: &root, toolchain: &toolchain, gates: &gates, remembers: !args.no_cache };
        if args.watch {
            return Rounds { look, sarif: sarif.as_deref(), cancel: &cancel }.run().await;
        }
        let reports = look.once(&cancel).await?;
        if let Some(file) = &sarif {
            findings::write_sarif(file, &reports)?;
        }
        verdict(ui, &reports)
    })
}

/// Runs gates and shows what they find; an error unless all are passed.
pub(super) async fn pass(
    ui: &Ui,
    root: &Utf8Path,
    toolchain: &Toolchain,
    gates: &[Gate],
    cancel: &Cancel,
) -> Result<(), CliError> {
    let look = Look { ui, root, toolchain, gates, remembers: true };
    verdict(ui, &look.once(cancel).await?)
}

/// What is looked at, and how.
struct Look<'a> {
    ui: &'a Ui,
    root: &'a Utf8Path,
    toolchain: &'a Toolchain,
    gates: &'a [Gate],
    /// Whether what was passed before, and would be again, is passed at once.
    remembers: bool,
}

impl Look<'_> {
    /// Runs gates and shows what they find.
    async fn once(&self, cancel: &Cancel) -> Result<Vec<GateReport>, CliError> {
        let events = self.ui.events();
        let Self { root, toolchain, gates, remembers, .. } = *self;
        let bench = Bench { root, toolchain, sink: &*events, cancel, remembers, is_hasty: false };
        let reports = bench.run(gates, &mut |_| ()).await?;
        let findings = Findings::of(&reports);
        findings.json(self.ui)?;
        for report in &reports {
            self.ui.json("gate", report)?;
        }
        findings.show(self.ui)?;
        Ok(reports)
    }
}

fn verdict(ui: &Ui, reports: &[GateReport]) -> Result<(), CliError> {
    let failed = failed(reports);
    ui.json("result", &json!({ "command": "check", "passed": failed.is_empty(), "failed": failed }))?;
    if failed.is_empty() {
        ui.say(&format!("{} passed", count(reports.len(), "gate", "gates")));
        return Ok(());
    }
    let gates = if failed.len() == 1 { "the gate" } else { "the gates" };
    Err(CliError::user(format!("{gates} {} did not pass", failed.join(", "))))
}

fn failed(reports: &[GateReport]) -> Vec<&'static str> {
    reports.iter().filter(|report| !report.passed).map(|report| report.gate.name()).collect()
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
