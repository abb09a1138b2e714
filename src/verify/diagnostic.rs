//! The one shape for what any tool finds.

use serde::Serialize;

/// Something that a tool finds fault with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Diagnostic {
    /// `prettier`, `buf`, `tsc`, `eslint`, `vitest`.
    pub tool: &'static str,
    /// From the root of the workspace; none where it is about no file.
    pub file: Option<String>,
    /// From 1.
    pub line: Option<u32>,
    /// From 1.
    pub column: Option<u32>,
    /// The tool's own name for it: `TS2322`, `no-unused-vars`.
    pub code: Option<String>,
    /// In the tool's own words, without line breaks.
    pub message: String,
    /// How bad it is.
    pub severity: Severity,
}

/// How bad something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The gate does not pass.
    Error,
    /// It passes all the same.
    Warning,
}

impl Diagnostic {
    /// An error about no place in particular.
    pub fn error(tool: &'static str, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { tool, file: None, line: None, column: None, code: None, message, severity: Severity::Error }
    }

    /// `apps/web/a.ts:3:5`; empty where it is about no file.
    pub fn place(&self) -> String {
        let Some(file) = &self.file else { return String::new() };
        match (self.line, self.column) {
            (Some(line), Some(column)) => format!("{file}:{line}:{column}"),
            (Some(line), None) => format!("{file}:{line}"),
            _ => file.clone(),
        }
    }
}
