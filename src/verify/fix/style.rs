//! The project's own ESLint and Prettier, asked about files as they shall be.

use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::FixError;
use super::project::{Project, installed};
use super::sidecar::Sidecar;
use crate::process::Cancel;
use crate::toolchain::NodeRuntime;
use crate::verify::{Diagnostic, Severity};

const SCRIPT: &str = include_str!("sidecar/style.cjs");
const FLAT: [&str; 6] = [
    "eslint.config.js",
    "eslint.config.mjs",
    "eslint.config.cjs",
    "eslint.config.ts",
    "eslint.config.mts",
    "eslint.config.cts",
];
const LEGACY: [&str; 6] =
    [".eslintrc", ".eslintrc.js", ".eslintrc.cjs", ".eslintrc.json", ".eslintrc.yml", ".eslintrc.yaml"];
const PRETTIER: [&str; 13] = [
    ".prettierrc",
    ".prettierrc.json",
    ".prettierrc.yml",
    ".prettierrc.yaml",
    ".prettierrc.json5",
    ".prettierrc.js",
    ".prettierrc.mjs",
    ".prettierrc.cjs",
    ".prettierrc.toml",
    "prettier.config.js",
    "prettier.config.mjs",
    "prettier.config.cjs",
    "prettier.config.ts",
];

/// ESLint and Prettier of a project, as far as it is set up for them.
#[derive(Debug)]
pub(super) struct Style {
    sidecar: Sidecar,
    root: Utf8PathBuf,
    lints: bool,
    formats: bool,
}

/// A finding of ESLint.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Lint {
    pub file: Utf8PathBuf,
    pub rule: Option<String>,
    severity: u8,
    pub message: String,
    pub line: Option<u32>,
    column: Option<u32>,
    /// Whether ESLint says how to mend it.
    pub fixable: bool,
}

/// A folder with a configuration of ESLint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct LintUnit {
    folder: Utf8PathBuf,
    eslint: Utf8PathBuf,
    flat: bool,
}

impl Style {
    /// Starts what the project is set up for; none where that is nothing.
    pub async fn open(project: &Project, node: &NodeRuntime, cancel: &Cancel) -> Result<Option<Self>, FixError> {
        let units = lint_units(project);
        let prettier = project.installed_anywhere("prettier").filter(|_| wants_prettier(project));
        let (lints, formats) = (!units.is_empty(), prettier.is_some());
        if !lints && !formats {
            return Ok(None);
        }
        let mut sidecar = Sidecar::start("ESLint or Prettier", SCRIPT, node, &project.root, cancel)?;
        let _: Value = sidecar.ask("open", &json!({ "units": units, "prettier": prettier })).await?;
        Ok(Some(Self { sidecar, root: project.root.clone(), lints, formats }))
    }

    /// What ESLint finds in the project as it lies on disk.
    pub async fn lint_all(&mut self) -> Result<Vec<Lint>, FixError> {
        if self.lints { self.sidecar.ask("all", &json!({})).await } else { Ok(Vec::new()) }
    }

    /// What ESLint finds in a file with this text.
    pub async fn lint(&mut self, file: &Utf8Path, text: &str) -> Result<Vec<Lint>, FixError> {
        if !self.lints {
            return Ok(Vec::new());
        }
        self.sidecar.ask("text", &json!({ "file": file, "text": text })).await
    }

    /// The text with the errors mended that ESLint can mend: of one rule, or all. None where nothing would change.
    pub async fn mend(&mut self, file: &Utf8Path, text: &str, rule: Option<&str>) -> Result<Option<String>, FixError> {
        if !self.lints {
            return Ok(None);
        }
        self.sidecar.ask("mend", &json!({ "file": file, "text": text, "rule": rule })).await
    }

    /// The text as Prettier would have it; none for a file that is not for it.
    pub async fn format(&mut self, file: &Utf8Path, text: &str) -> Result<Option<String>, FixError> {
        if !self.formats {
            return Ok(None);
        }
        self.sidecar.ask("format", &json!({ "file": file, "text": text })).await
    }

    /// Findings in the shape that all tools share.
    pub fn shown(&self, lints: &[Lint]) -> Vec<Diagnostic> {
        lints.iter().map(|lint| self.shown_one(lint)).collect()
    }

    fn shown_one(&self, lint: &Lint) -> Diagnostic {
        Diagnostic {
            tool: "eslint",
            file: Some(lint.file.strip_prefix(&self.root).unwrap_or(&lint.file).to_string()),
            line: lint.line,
            column: lint.column,
            code: lint.rule.clone(),
            message: lint.message.clone(),
            severity: if lint.is_error() { Severity::Error } else { Severity::Warning },
        }
    }

    /// Ends it.
    pub async fn stop(self) {
        self.sidecar.stop().await;
    }
}

impl Lint {
    /// Whether ESLint fails for it.
    pub fn is_error(&self) -> bool {
        self.severity > 1
    }
}

fn lint_units(project: &Project) -> Vec<LintUnit> {
    let of = |folder: &Utf8PathBuf, manifest: &Value| {
        let flat = FLAT.iter().any(|name| folder.join(name).is_file());
        let legacy = LEGACY.iter().any(|name| folder.join(name).is_file()) || manifest.get("eslintConfig").is_some();
        let eslint = installed("eslint", folder).filter(|_| flat || legacy)?;
        Some(LintUnit { folder: folder.clone(), eslint, flat })
    };
    project.packages.iter().filter_map(|package| of(&package.folder, &package.manifest)).collect()
}

fn wants_prettier(project: &Project) -> bool {
    project.packages.iter().any(|package| {
        package.needs("prettier")
            || package.manifest.get("prettier").is_some()
            || PRETTIER.iter().any(|name| package.folder.join(name).is_file())
    })
}
