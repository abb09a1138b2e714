//! A plan of files turned into their bytes, in memory: no disk, no clock, no network.
//!
//! Tier 1 is Handlebars ([`text`]), tier 2 lays out what it wrote as Prettier would ([`layout`]) or makes Rust as syntax
//! ([`rust`]), tier 3 composes what several templates say about one file ([`compose`]).

pub mod bounds;
mod collisions;
pub mod compose;
mod helpers;
pub mod layout;
pub mod markdown;
pub mod plan;
pub mod rust;
mod sections;
mod stand_ins;
pub mod text;

/// Pieces of TypeScript and SQL, for those who prepare data for templates.
pub mod ts {
    pub use super::helpers::{property_key, sql_literal, string_literal};
}

use std::borrow::Cow;
use std::collections::HashMap;

use rayon::prelude::*;

use bounds::Budget;
pub use plan::{Lockfiles, Ownership, Plan, PlannedFile, Source};
use stand_ins::StandIns;
use text::{Engine, TextError};

use crate::workspace_path::WorkspacePath;

/// A file as it should be in the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedFile {
    /// Where.
    pub path: WorkspacePath,
    /// What.
    pub bytes: Vec<u8>,
    /// Whose it is.
    pub ownership: Ownership,
    /// `name@version` of the template it came from; the first one, where several contribute.
    pub template: String,
    /// Whether it may be run.
    pub executable: bool,
    /// What stands on disk that this continues, such as a journal with one more entry: where just that stands it is written,
    /// whoever the file belongs to. Empty for a new file, which is written though one of its name was removed once.
    pub grown_from: Option<Vec<u8>>,
}

/// Why a plan could not be rendered. These are faults of templates, hence they name the template's file.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// Handlebars refused it.
    #[error("template `{template}`, `{source_file}` for `{path}`: {source}")]
    Text {
        /// `name@version`.
        template: String,
        /// The file inside the template.
        source_file: String,
        /// The file it would become.
        path: WorkspacePath,
        /// What Handlebars said.
        #[source]
        source: TextError,
    },
    /// What came out is not the language its name promises.
    #[error("template `{template}`, `{source_file}` for `{path}`: {source}")]
    Layout {
        /// `name@version`.
        template: String,
        /// The file inside the template.
        source_file: String,
        /// The file it would become.
        path: WorkspacePath,
        /// Where and why.
        #[source]
        source: layout::LayoutError,
    },
    /// Only one of two paths can be a file.
    #[error("`{one}` and `{other}` cannot both be files: one is inside the other, or they differ in case alone")]
    Collision {
        /// The one.
        one: WorkspacePath,
        /// The other.
        other: WorkspacePath,
    },
    /// Two templates say different things about one file.
    #[error("`{path}`: {source}")]
    Compose {
        /// The file both write.
        path: WorkspacePath,
        /// `name@version` of both.
        templates: [String; 2],
        /// Where they disagree.
        #[source]
        source: compose::ComposeError,
    },
}

/// Renders all files of a plan, in parallel; the result is sorted by path and depends on nothing but the plan.
///
/// Files of the same path are composed in the order in which the plan lists them.
pub fn render(plan: &Plan) -> Result<Vec<RenderedFile>, RenderError> {
    let stand_ins = StandIns::new(&plan.stand_ins);
    let sources = sources(plan, &stand_ins);
    let renderer = Renderer { engine: compile(plan, &sources)?, stand_ins, budget: Budget::default() };
    let mut files = plan.files.par_iter().map(|file| renderer.render(file)).collect::<Result<Vec<_>, _>>()?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let files = compose_twins(files)?;
    match collisions::find(&files) {
        Some((one, other)) => Err(RenderError::Collision { one: one.clone(), other: other.clone() }),
        None => Ok(files),
    }
}

/// Templates by their file. Their words stand in for the project's before they are told anything: what they are told may
/// have them too, in a project called `golden-web`.
fn sources<'p>(plan: &'p Plan, stand_ins: &StandIns) -> HashMap<&'p str, Cow<'p, str>> {
    let source = |file: &'p PlannedFile| match &file.source {
        Source::Handlebars(text) => Some((file.source_file.as_str(), stand_ins.replace(text))),
        Source::Verbatim(_) | Source::Bytes(_) => None,
    };
    plan.files.iter().filter_map(source).collect()
}

/// Each template is compiled once, however many files it makes.
fn compile<'s>(plan: &Plan, sources: &'s HashMap<&str, Cow<'_, str>>) -> Result<Engine<'s>, RenderError> {
    Engine::compile(sources).map_err(|(key, source)| {
        let file =
            plan.files.iter().find(|file| file.source_file == key).expect("the key came from a file of the plan");
        text_error(file, source)
    })
}

struct Renderer<'p> {
    engine: Engine<'p>,
    stand_ins: StandIns,
    budget: Budget,
}

impl Renderer<'_> {
    fn render(&self, file: &PlannedFile) -> Result<RenderedFile, RenderError> {
        let text = match &file.source {
            Source::Bytes(bytes) => return Ok(finished(file, bytes.to_vec())),
            Source::Verbatim(text) => {
                let replaced = self.stand_ins.replace(text);
                // Templates are kept as Prettier would have them, so only what changed is laid out anew.
                if layout::is_kept(text, &replaced) {
                    return Ok(finished(file, replaced.into_owned().into_bytes()));
                }
                replaced.into_owned()
            }
            Source::Handlebars(_) => self
                .engine
                .render(&file.source_file, &file.context, &self.budget)
                .map_err(|source| text_error(file, source))?,
        };
        let laid_out = lay_out(file, text).map_err(|source| RenderError::Layout {
            template: file.template.clone(),
            source_file: file.source_file.clone(),
            path: file.path.clone(),
            source,
        })?;
        Ok(finished(file, laid_out.into_bytes()))
    }
}

fn text_error(file: &PlannedFile, source: TextError) -> RenderError {
    RenderError::Text {
        template: file.template.clone(),
        source_file: file.source_file.clone(),
        path: file.path.clone(),
        source,
    }
}

fn lay_out(file: &PlannedFile, text: String) -> Result<String, layout::LayoutError> {
    let path = file.path.as_str();
    if file.path.extension() == Some("md") {
        return Ok(markdown::pad_tables(&text));
    }
    let options =
        layout::Options { prune_imports: matches!(file.source, Source::Handlebars(_)), ..layout::Options::default() };
    layout::file(path, &text, options).unwrap_or(Ok(text))
}

fn finished(file: &PlannedFile, bytes: Vec<u8>) -> RenderedFile {
    RenderedFile {
        path: file.path.clone(),
        bytes,
        ownership: file.ownership,
        template: file.template.clone(),
        executable: file.executable,
        grown_from: None,
    }
}

fn compose_twins(files: Vec<RenderedFile>) -> Result<Vec<RenderedFile>, RenderError> {
    let mut composed: Vec<RenderedFile> = Vec::with_capacity(files.len());
    for file in files {
        match composed.last_mut() {
            Some(last) if last.path == file.path => {
                last.bytes = compose::files(&last.path, &last.bytes, &file.bytes).map_err(|source| {
                    let templates = [last.template.clone(), file.template.clone()];
                    RenderError::Compose { path: file.path.clone(), templates, source }
                })?;
                last.ownership = Ownership::Shared;
            }
            _ => composed.push(file),
        }
    }
    Ok(composed)
}
