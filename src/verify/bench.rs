//! Running the gates, in an order that suits a machine of two cores.

use std::time::{Duration, Instant};

use camino::Utf8Path;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::judge::{failure, judge};
use super::lint::has_linted;
use super::memory::{Memory, Pass};
use super::places::Places;
use super::tools::Tools;
use super::{Diagnostic, Gate};
use crate::process::{Cancel, Captured, ProcessError};
use crate::runs::{Event, EventSink, Outcome};
use crate::toolchain::Toolchain;

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
    /// Whether what was passed before, and would be again, is passed at once.
    pub remembers: bool,
    /// Whether types come first, and what one compiler finds at once is told without asking others for more.
    pub is_hasty: bool,
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
    /// Whether no tool was asked, because nothing has changed since one found nothing.
    pub cached: bool,
    /// What was found, sorted by place.
    #[serde(skip)]
    pub diagnostics: Vec<Diagnostic>,
}

impl Bench<'_> {
    /// Runs gates. Each report is told as soon as it is there; all of them come back.
    pub async fn run(
        &self,
        gates: &[Gate],
        tell: &mut dyn FnMut(&GateReport),
    ) -> Result<Vec<GateReport>, ProcessError> {
        let memory = self.remembers.then(|| Memory::of(self.root, self.toolchain)).flatten();
        let surroundings = memory.as_ref().map(Memory::surroundings);
        let tools = Tools::of(self.root, self.toolchain, self.cancel, surroundings.as_deref());
        let places = Places::of(self.root);
        let mut run = Run { bench: self, gates, tools, places, memory, is_compiled: true, tell, reports: Vec::new() };
        run.all().await?;
        Ok(run.reports)
    }
}

/// One run of gates.
struct Run<'a> {
    bench: &'a Bench<'a>,
    gates: &'a [Gate],
    tools: Tools<'a>,
    places: Places,
    memory: Option<Memory<'a>>,
    /// Whether the compiler found nothing: what ESLint and tests find is not worth remembering elsewhere.
    is_compiled: bool,
    tell: &'a mut dyn FnMut(&GateReport),
    reports: Vec<GateReport>,
}

impl Run<'_> {
    /// Code that others need is generated and compiled first.
    async fn all(&mut self) -> Result<(), ProcessError> {
        if self.bench.is_hasty {
            self.compile().await?;
            self.look_at_texts().await?;
        } else {
            self.look_at_texts().await?;
            self.compile().await?;
        }
        // Both fill two cores on their own; beside each other, tests run into their time-outs.
        for gate in [Gate::Lint, Gate::Tests] {
            let report = self.maybe(gate).await?;
            self.add(report);
        }
        Ok(())
    }

    async fn look_at_texts(&mut self) -> Result<(), ProcessError> {
        let (format, contracts) = tokio::join!(self.maybe(Gate::Format), self.maybe(Gate::Contracts));
        self.add(format?);
        self.add(contracts?);
        Ok(())
    }

    /// Generates code and compiles, where somebody needs it.
    async fn compile(&mut self) -> Result<(), ProcessError> {
        let runs = |gate| self.gates.contains(&gate) && self.recall(gate).is_none();
        // ESLint reads types from what the compiler wrote, so that runs before it even where it was passed or is not wanted.
        let is_needed = runs(Gate::Types) || runs(Gate::Lint);
        if is_needed || runs(Gate::Tests) {
            let failed = self.generate_code().await?;
            self.add(failed);
        }
        let types = if is_needed { Some(self.ask(Gate::Types).await?) } else { self.maybe(Gate::Types).await? };
        self.is_compiled = types.as_ref().is_none_or(|types| types.passed);
        self.add(types.filter(|_| self.gates.contains(&Gate::Types)));
        Ok(())
    }

    fn add(&mut self, report: Option<GateReport>) {
        if let Some(report) = report {
            (self.tell)(&report);
            self.reports.push(report);
        }
    }

    fn recall(&self, gate: Gate) -> Option<&Pass> {
        self.memory.as_ref()?.recall(gate)
    }

    /// A gate's report, where it is wanted: remembered, or asked for.
    async fn maybe(&self, gate: Gate) -> Result<Option<GateReport>, ProcessError> {
        if !self.gates.contains(&gate) {
            return Ok(None);
        }
        let Some(Pass { summary, since }) = self.recall(gate) else { return self.ask(gate).await.map(Some) };
        let at = since.to_zoned_datetime(TimeZone::system()).strftime("%Y-%m-%d %H:%M");
        self.finished(gate, true, Duration::ZERO, format!("{summary} (unchanged since {at})"));
        let (summary, diagnostics) = (summary.clone(), Vec::new());
        Ok(Some(GateReport { gate, passed: true, summary, cached: true, diagnostics }))
    }

    /// Asks a gate's tool.
    async fn ask(&self, gate: Gate) -> Result<GateReport, ProcessError> {
        self.bench.sink.emit(Event::StepStarted { step: gate.name(), total: None });
        let began = Instant::now();
        let report = match gate {
            Gate::Format => judge(gate, &self.tools.format().await?, &self.places),
            Gate::Contracts => judge(gate, &self.tools.contracts().await?, &self.places),
            Gate::Types => judge(gate, &self.types().await?, &self.places),
            Gate::Lint => self.lint().await?,
            Gate::Tests => judge(gate, &self.tools.tests().await?, &self.places),
        };
        self.finished(gate, report.passed, began.elapsed(), report.summary.clone());
        if let Some(memory) = &self.memory
            && report.passed
            && report.diagnostics.is_empty()
            && self.is_compiled
        {
            memory.keep(gate, &report.summary);
        }
        Ok(report)
    }

    async fn types(&self) -> Result<Captured, ProcessError> {
        let at_once = self.tools.compile_at_once().await?.filter(|_| self.bench.is_hasty);
        match at_once {
            Some(found) if !found.exit.is_success() => Ok(found),
            _ => self.tools.types().await,
        }
    }

    /// ESLint leaves out packages in which it found nothing, as long as nothing that they read has changed.
    async fn lint(&self) -> Result<GateReport, ProcessError> {
        let lints = self.memory.as_ref().map(Memory::lints);
        let left_out = lints.as_ref().map(|lints| lints.left_out()).unwrap_or_default();
        let captured = self.tools.lint(&self.places, &left_out).await?;
        let report = judge(Gate::Lint, &captured, &self.places);
        if let (Some(memory), Some(lints)) = (&self.memory, &lints)
            && self.is_compiled
            && has_linted(&captured)
            && let Some(files) = report.diagnostics.iter().map(file_inside).collect::<Option<Vec<_>>>()
        {
            memory.keep_lints(lints, |folder| files.iter().any(|file| file.starts_with(folder)));
        }
        Ok(report)
    }

    /// Code from the protocol; a failure is a finding of the contracts.
    async fn generate_code(&self) -> Result<Option<GateReport>, ProcessError> {
        let captured = self.tools.generate_code().await?;
        if captured.exit.is_success() {
            return Ok(None);
        }
        let diagnostics = vec![failure("buf", &captured)];
        let summary = "code could not be generated".to_owned();
        Ok(Some(GateReport { gate: Gate::Contracts, passed: false, summary, cached: false, diagnostics }))
    }

    fn finished(&self, gate: Gate, passed: bool, took: Duration, message: String) {
        let outcome = if passed { Outcome::Done } else { Outcome::Failed };
        self.bench.sink.emit(Event::StepFinished { step: gate.name(), outcome, took, message });
    }
}

/// The file of a finding; none where it is about no file, or about one that is not in the workspace.
fn file_inside(found: &Diagnostic) -> Option<&Utf8Path> {
    found.file.as_deref().map(Utf8Path::new).filter(|file| file.is_relative())
}
