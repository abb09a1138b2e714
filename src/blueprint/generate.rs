//! From a model to all files of its workspace, in memory.

use super::composition::Composition;
use super::library::Library;
use super::lockfile::{LockfileError, lockfile};
use super::migrations::{self, MigrationError, Planned};
use super::planner::{PlanError, plan};
use crate::render::compose::ComposeError;
use crate::render::{self, Ownership, RenderError, RenderedFile};
use crate::spec::Model;
use crate::workspace_path::WorkspacePath;

/// A workspace as it should be.
#[derive(Debug, Clone, PartialEq)]
pub struct Generated {
    /// Every file, sorted by path.
    pub files: Vec<RenderedFile>,
    /// Why there is no `pnpm-lock.yaml` among them. `pnpm install` writes it then: a template of the user's own may ask for
    /// packages that this fountane does not know.
    pub without_lockfile: Option<LockfileError>,
    /// The migrations of services among the files, as they are where nothing stands yet.
    pub migrations: Vec<Planned>,
}

/// Why a workspace could not be made.
#[derive(Debug, thiserror::Error)]
pub enum GenerateError {
    /// Blueprint, templates and spec do not go together.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// Two templates make one file, and what they make does not go together.
    #[error("`{path}` is made by {who}: {source}")]
    Clash {
        /// The file.
        path: WorkspacePath,
        /// The templates, and which blueprints bring them.
        who: String,
        /// Where they disagree.
        #[source]
        source: ComposeError,
    },
    /// A template is faulty.
    #[error(transparent)]
    Render(#[from] Box<RenderError>),
    /// The migrations that stand cannot be continued.
    #[error(transparent)]
    Migrations(#[from] MigrationError),
}

/// Plans, renders and adds the lockfile. The same model and templates make the same bytes.
///
/// # Panics
/// Never: the lockfile's name is a path.
pub fn generate(library: &Library, model: &Model) -> Result<Generated, GenerateError> {
    let plan = plan(library, model)?;
    let migrations = migrations::planned(&plan);
    let mut files = render::render(&plan).map_err(|error| clash(library, model, error))?;
    let mut without_lockfile = None;
    if let Some(origin) = &plan.lockfiles {
        let known: Vec<&str> = origin.known.iter().map(AsRef::as_ref).collect();
        match lockfile(&known, &files) {
            Ok(text) => files.push(RenderedFile {
                path: WorkspacePath::new("pnpm-lock.yaml").expect("a plain name is a path"),
                bytes: text.into_bytes(),
                ownership: Ownership::Generated,
                template: origin.template.clone(),
                executable: false,
                grown_from: None,
            }),
            Err(reason) => without_lockfile = Some(reason),
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
    }
    Ok(Generated { files, without_lockfile, migrations })
}

/// Names those who brought two templates of one file; any other error stays what it is.
fn clash(library: &Library, model: &Model, error: RenderError) -> GenerateError {
    let RenderError::Compose { path, templates: [one, other], source } = error else {
        return GenerateError::Render(Box::new(error));
    };
    let composition = Composition::of(library, model.blueprints());
    let who = |template: &str| {
        let name = template.split('@').next().unwrap_or(template);
        let uses = composition.as_ref().ok().and_then(|all| all.uses.iter().find(|used| used.name == name));
        uses.map_or_else(|| format!("`{name}`"), |used| format!("`{name}` (of {})", used.brought_by()))
    };
    let who = format!("{} and {}", who(&one), who(&other));
    GenerateError::Clash { path, who, source }
}
