//! What is to be rendered: made by a blueprint, read by the renderer and by previews.

use std::borrow::Cow;
use std::sync::Arc;

use handlebars::Context;
use serde::{Deserialize, Serialize};

use crate::workspace_path::WorkspacePath;

/// All files of a workspace, not yet rendered.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// In the order of the blueprint's templates.
    pub files: Vec<PlannedFile>,
    /// Words of the templates' own example project and what this project says instead, longest first.
    pub stand_ins: Vec<(String, String)>,
    /// From which the workspace's own lockfile is made.
    pub lockfiles: Option<Lockfiles>,
}

/// Lockfiles that a package manager wrote for workspaces like this one.
#[derive(Debug, Clone)]
pub struct Lockfiles {
    /// `name@version` of the template that has them.
    pub template: String,
    /// Their texts.
    pub known: Vec<Cow<'static, str>>,
}

/// One file to be rendered.
#[derive(Debug, Clone)]
pub struct PlannedFile {
    /// Where it goes.
    pub path: WorkspacePath,
    /// What it is made of.
    pub source: Source,
    /// What the template may speak of; shared by the files of one entity or service.
    pub context: Arc<Context>,
    /// Whose it is.
    pub ownership: Ownership,
    /// `name@version` of the template.
    pub template: String,
    /// The file inside the template, for errors.
    pub source_file: String,
    /// Whether it may be run.
    pub executable: bool,
}

/// What a file is made of.
#[derive(Debug, Clone)]
pub enum Source {
    /// A Handlebars template.
    Handlebars(Cow<'static, str>),
    /// Text in which only stand-ins change.
    Verbatim(Cow<'static, str>),
    /// Anything else, such as an image or a font: copied.
    Bytes(Cow<'static, [u8]>),
}

/// Whose a file is once it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Ownership {
    /// fountane's: kept up to date; a person's edit is merged, never lost.
    Generated,
    /// Written once, then the person's.
    Seeded,
    /// Both add to it, by structure and not by lines.
    Shared,
}
