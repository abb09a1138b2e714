//! What gates find: as a table, as JSON Lines, as SARIF.

use camino::Utf8Path;

use crate::error::CliError;
use crate::fs::write_atomic;
use crate::ui::{Style, Table, Ui};
use crate::verify::{Diagnostic, GateReport, Severity, sarif};

/// More rows help nobody.
const SHOWN: usize = 50;

/// Of one gate or of several.
pub(super) struct Findings<'a>(Vec<&'a Diagnostic>);

impl<'a> Findings<'a> {
    pub fn of(reports: &'a [GateReport]) -> Self {
        Self(reports.iter().flat_map(|report| &report.diagnostics).collect())
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// One line each; only with `--json`.
    pub fn json(&self, ui: &Ui) -> Result<(), CliError> {
        for diagnostic in &self.0 {
            ui.json("diagnostic", diagnostic)?;
        }
        Ok(())
    }

    /// A table; nothing where nothing was found.
    pub fn show(&self, ui: &Ui) -> Result<(), CliError> {
        if self.0.is_empty() {
            return Ok(());
        }
        let paint = ui.out();
        let mut table = Table::new(["", "where", "tool", "code", "what"]);
        for diagnostic in self.0.iter().take(SHOWN) {
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
        if self.0.len() > SHOWN {
            ui.data(&format!("and {} more; `--json` has all", self.0.len() - SHOWN))?;
        }
        Ok(())
    }
}

/// Writes all that was found.
pub(super) fn write_sarif(file: &Utf8Path, reports: &[GateReport]) -> Result<(), CliError> {
    let found: Vec<Diagnostic> = reports.iter().flat_map(|report| report.diagnostics.clone()).collect();
    let text = serde_json::to_string_pretty(&sarif(&found)).map_err(|error| CliError::user(error.to_string()))?;
    Ok(write_atomic(file, (text + "\n").as_bytes(), 0o644)?)
}
