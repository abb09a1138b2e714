//! TypeScript's LanguageService, asked for what it finds and how it would mend it.

use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::FixError;
use super::sidecar::Sidecar;
use super::uses::{Found, Renamed, RenamedValue};
use crate::process::Cancel;
use crate::toolchain::NodeRuntime;
use crate::verify::{Diagnostic, Severity};

const SCRIPT: &str = concat!(
    include_str!("sidecar/types.cjs"),
    include_str!("sidecar/names.cjs"),
    include_str!("sidecar/derived.cjs"),
    include_str!("sidecar/uses.cjs")
);

/// A LanguageService over the projects of a workspace.
#[derive(Debug)]
pub(super) struct Language {
    sidecar: Sidecar,
    root: Utf8PathBuf,
    /// How the compiler itself is asked about all of them.
    pub units: Vec<Unit>,
}

/// A configuration that the compiler is started with.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Unit {
    pub config: Utf8PathBuf,
    /// Whether it refers to others, and so wants `tsc -b`.
    pub builds: bool,
}

/// An error of the compiler, with where exactly it is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct TypeError {
    pub file: Option<Utf8PathBuf>,
    /// In UTF-16 units, as all of the service.
    start: u32,
    length: u32,
    line: Option<u32>,
    column: Option<u32>,
    code: u32,
    message: String,
    #[serde(default)]
    project: usize,
}

/// A way to mend an error.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Remedy {
    /// TypeScript's name for the kind of it: `import`, `spelling`.
    pub name: String,
    /// In its own words.
    pub description: String,
    /// Files as they would be.
    pub files: Vec<Text>,
    /// For a corrected name: whether the workspace itself declares it.
    pub here: bool,
}

/// A file with its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Text {
    pub file: Utf8PathBuf,
    pub text: String,
}

#[derive(Deserialize)]
struct Opened {
    units: Vec<Unit>,
}

impl Language {
    /// Opens projects by their configurations, and those that they refer to.
    pub async fn open(
        node: &NodeRuntime,
        typescript: &Utf8Path,
        root: &Utf8Path,
        configs: &[Utf8PathBuf],
        cancel: &Cancel,
    ) -> Result<Self, FixError> {
        let mut sidecar = Sidecar::start("TypeScript's LanguageService", SCRIPT, node, root, cancel)?;
        let question = json!({ "typescript": typescript, "root": root, "configs": configs });
        let opened: Opened = sidecar.ask("open", &question).await?;
        Ok(Self { sidecar, root: root.to_owned(), units: opened.units })
    }

    /// What it finds, in these files or in all.
    pub async fn diagnose(&mut self, files: Option<&[Utf8PathBuf]>) -> Result<Vec<TypeError>, FixError> {
        self.sidecar.ask("diagnose", &json!({ "files": files })).await
    }

    /// What it finds, in the shape that all tools share.
    pub async fn diagnose_shown(&mut self, files: Option<&[Utf8PathBuf]>) -> Result<Vec<Diagnostic>, FixError> {
        let found = self.diagnose(files).await?;
        Ok(found.iter().map(|error| self.shown(error)).collect())
    }

    /// What a file declares and never uses.
    pub async fn unused(&mut self, file: &Utf8Path) -> Result<Vec<TypeError>, FixError> {
        self.sidecar.ask("unused", &json!({ "file": file })).await
    }

    /// How it would mend an error.
    pub async fn remedies(&mut self, error: &TypeError) -> Result<Vec<Remedy>, FixError> {
        let TypeError { file, start, length, code, project, .. } = error;
        let question = json!({ "project": project, "file": file, "start": start, "length": length, "code": code });
        self.sidecar.ask("fixes", &question).await
    }

    /// What changes in a person's own text where these files get other names.
    pub async fn uses(&mut self, files: &[Renamed], values: &[RenamedValue]) -> Result<Found, FixError> {
        self.sidecar.ask("uses", &json!({ "files": files, "values": values })).await
    }

    /// Lets it see a file as it shall be; `None` as it is on disk.
    pub async fn put(&mut self, file: &Utf8Path, text: Option<&str>) -> Result<(), FixError> {
        self.sidecar.ask("put", &json!({ "files": [{ "file": file, "text": text }] })).await
    }

    /// An error in the shape that all tools share.
    pub fn shown(&self, error: &TypeError) -> Diagnostic {
        let file = error.file.as_ref().map(|file| file.strip_prefix(&self.root).unwrap_or(file).to_string());
        Diagnostic {
            tool: "tsc",
            file,
            line: error.line,
            column: error.column,
            code: Some(format!("TS{}", error.code)),
            message: error.message.clone(),
            severity: Severity::Error,
        }
    }

    /// Ends it.
    pub async fn stop(self) {
        self.sidecar.stop().await;
    }
}
