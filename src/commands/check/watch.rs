//! `fountane check --watch`: rounds of gates, one after the other, as files change.

use std::cell::Cell;
use std::pin::pin;

use camino::Utf8Path;
use serde_json::json;

use super::findings::{Findings, write_sarif};
use super::{Look, failed};
use crate::error::CliError;
use crate::process::Cancel;
use crate::ui::count;
use crate::verify::{Bench, Gate, GateReport, Watch};

/// More names of changed files help nobody.
const SHOWN: usize = 3;

/// Gates, again and again.
pub(super) struct Rounds<'a> {
    pub look: Look<'a>,
    /// Where what a round found is written, too.
    pub sarif: Option<&'a Utf8Path>,
    /// A wish to stop: that is how one ends it, so it is no failure.
    pub cancel: &'a Cancel,
}

/// How a round ended.
enum Ended {
    /// All gates were run.
    Done(Vec<GateReport>),
    /// These files changed meanwhile, so the next has begun to be due.
    Outdated(Vec<String>),
    /// Nobody wants to know.
    Stopped,
}

impl Rounds<'_> {
    /// Runs rounds until somebody wishes to stop.
    pub async fn run(&self) -> Result<(), CliError> {
        let mut watch = Watch::begin(self.look.root)?;
        let mut changed = Vec::new();
        for number in 1_u64.. {
            self.announce(number, &changed)?;
            changed = match self.round(&mut watch).await? {
                Ended::Outdated(changed) => changed,
                Ended::Stopped => break,
                Ended::Done(reports) => {
                    self.conclude(number, &reports)?;
                    tokio::select! {
                        changed = watch.changed() => changed?,
                        () = self.cancel.cancelled() => break,
                    }
                }
            };
        }
        Ok(())
    }

    fn announce(&self, number: u64, changed: &[String]) -> Result<(), CliError> {
        let ui = self.look.ui;
        ui.json("round", &json!({ "number": number, "changed": changed }))?;
        if number == 1 {
            return Ok(());
        }
        ui.clear();
        let names = changed.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = if changed.len() > SHOWN { format!(" and {} more", changed.len() - SHOWN) } else { String::new() };
        ui.say(&format!("changed: {names}{more}"));
        Ok(())
    }

    /// One round. A change makes it void: it is cut short as soon as the compiler, which writes what others read, is done.
    async fn round(&self, watch: &mut Watch) -> Result<Ended, CliError> {
        let Look { ui, root, toolchain, gates, remembers } = self.look;
        let (stop, events) = (Cancel::new(), ui.events());
        let compiles = gates.contains(&Gate::Types) || gates.contains(&Gate::Lint);
        let (may_stop, is_outdated) = (Cell::new(!compiles), Cell::new(false));
        let heed = || {
            if may_stop.get() && is_outdated.get() {
                stop.cancel();
            }
        };
        let mut told = Ok(());
        let mut tell = |report: &GateReport| {
            may_stop.set(may_stop.get() || report.gate == Gate::Types);
            heed();
            if told.is_ok() && !stop.is_cancelled() {
                told = self.tell(report);
            }
        };
        let bench = Bench { root, toolchain, sink: &*events, cancel: &stop, remembers, is_hasty: true };
        let mut changed = None;
        let ended = {
            let mut run = pin!(bench.run(gates, &mut tell));
            loop {
                tokio::select! {
                    ended = &mut run => break ended,
                    files = watch.changed(), if changed.is_none() => {
                        changed = Some(files?);
                        is_outdated.set(true);
                        heed();
                    }
                    () = self.cancel.cancelled(), if !stop.is_cancelled() => stop.cancel(),
                }
            }
        };
        told?;
        if self.cancel.is_cancelled() {
            return Ok(Ended::Stopped);
        }
        match changed {
            Some(changed) => Ok(Ended::Outdated(changed)),
            None => Ok(Ended::Done(ended?)),
        }
    }

    /// What a gate found, as soon as it is known.
    fn tell(&self, report: &GateReport) -> Result<(), CliError> {
        let findings = Findings::of(std::slice::from_ref(report));
        findings.json(self.look.ui)?;
        self.look.ui.json("gate", report)?;
        findings.show(self.look.ui)
    }

    fn conclude(&self, number: u64, reports: &[GateReport]) -> Result<(), CliError> {
        if let Some(file) = self.sarif {
            write_sarif(file, reports)?;
        }
        let ui = self.look.ui;
        let failed = failed(reports);
        let body = json!({ "command": "check", "passed": failed.is_empty(), "failed": failed, "round": number });
        ui.json("result", &body)?;
        let found = match Findings::of(reports).len() {
            0 => "no findings".to_owned(),
            found => count(found, "finding", "findings"),
        };
        ui.say(&format!("{found}, watching…"));
        Ok(())
    }
}
