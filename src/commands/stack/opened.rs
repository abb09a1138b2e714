//! The workspace of a stack: where it is, what it is called, and what it is made of once that is asked for.

use camino::Utf8PathBuf;

use crate::cli::StackArgs;
use crate::commands::project;
use crate::commands::session::Session;
use crate::error::CliError;
use crate::spec::{Document, Model};
use crate::stack::{Apps, Catalog, Folder, Owner, Parts, Stack, Wanted, assemble};
use crate::workspace::{SPEC_FILE, digest};

/// A workspace as a stack sees it. The spec is read with it; components, which somebody may be writing, when they are needed.
pub(super) struct Opened {
    pub root: Utf8PathBuf,
    pub folder: Folder,
    pub owner: Owner,
    document: Document,
    model: Model,
}

impl Opened {
    pub fn open(session: &Session, args: &StackArgs) -> Result<Self, CliError> {
        let root = project::finished_root(session, args.workspace.dir.as_ref())?;
        // Containers and their labels name it: the same folder by another path is the same workspace.
        let root = root.canonicalize_utf8()?;
        let spec = fs_err::read_to_string(root.join(SPEC_FILE))?;
        let (document, model) = project::read(&session.ui, SPEC_FILE, &spec)?;
        let stack = args.name.clone().unwrap_or_else(|| model.project.name.clone());
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
        if !stack.starts_with(|c: char| c.is_ascii_alphanumeric()) || !stack.chars().all(fits) || stack.len() > 60 {
            return Err(CliError::usage(format!("`{stack}` is no name of a stack"))
                .hint("small letters, digits, `-` and `_`, at most 60"));
        }
        Ok(Self { folder: Folder::of(&root), owner: Owner { stack, workspace: root.clone() }, root, document, model })
    }

    /// What `names` and `all` mean together.
    pub fn wanted(names: &[String], all: bool) -> Wanted {
        match (all, names) {
            (true, _) => Wanted::All,
            (false, []) => Wanted::Needed,
            (false, names) => Wanted::Named(names.to_vec()),
        }
    }

    /// The stack of what is wanted.
    pub fn stack(&self, wanted: &Wanted) -> Result<Stack, CliError> {
        let catalog = Catalog::read(&self.root)?;
        let apps = self.apps();
        let parts = Parts {
            document: &self.document,
            model: &self.model,
            apps: &apps,
            catalog: &catalog,
            name: &self.owner.stack,
        };
        Ok(assemble(parts, wanted)?)
    }

    /// What tells one state of the workspace from another.
    pub fn sources(&self) -> Result<String, CliError> {
        Ok(digest::digests(&self.root)?.sources)
    }

    /// Applications whose Dockerfile is there.
    fn apps(&self) -> Apps {
        let mut apps = Apps::default();
        for (name, dockerfile) in Apps::dockerfiles(&self.model) {
            if !self.root.join(&dockerfile).is_file() {
                continue;
            }
            match dockerfile.as_str() {
                "apps/gateway/Dockerfile" => apps.gateway = true,
                "apps/web/Dockerfile" => apps.web = true,
                _ => apps.services.push(name),
            }
        }
        apps
    }
}
