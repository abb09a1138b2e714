//! `fountane adopt`: a spec and a lock for a repository that fountane did not make.

use camino::Utf8Path;
use serde_json::{Value, json};

use super::project;
use super::session::Session;
use super::source::{self, Source};
use super::sources::{Gather, Take};
use super::{found, interrupt};
use crate::blueprint;
use crate::blueprint::migrations::Past;
use crate::cli::AdoptArgs;
use crate::error::CliError;
use crate::spec::edit::{Edit, edit};
use crate::spec::naming::Names;
use crate::spec::problem::Path;
use crate::spec::to_yaml;
use crate::ui::count;
use crate::workspace::journal::{self, Extra};
use crate::workspace::new_tree::Claim;
use crate::workspace::{LOCK_FILE, Lock, LockedFile, SPEC_FILE};
use crate::workspace_path::WorkspacePath;

pub(super) fn run(session: &Session, args: &AdoptArgs) -> Result<(), CliError> {
    let ui = &session.ui;
    let root = args.dir.as_ref().map_or_else(|| session.cwd.clone(), |dir| session.absolute(dir));
    let package = refuse_other(&root)?;
    let _claim = Claim::take(&root)?;
    let from = match &args.from {
        Some(from) => from.clone(),
        None => found::model(session, &root)?,
    };
    let name = args.name.clone().or_else(|| name_of(&package)).or_else(|| root.file_name().map(kebab));
    let text = spec(session, &from, name)?;
    let (_, model) = project::read(ui, SPEC_FILE, &text)?;
    let library = Gather { session, root: &root, lock: None, take: Take::Pinned }.library(&model)?;
    let generation = blueprint::generation(&library, &model, &Past::none())?;

    let mut lock = generation.lock.clone();
    let (mut same, mut differ, mut missing) = (0, 0, 0);
    for file in &generation.files {
        match fs_err::read(file.path.below(&root)) {
            Ok(bytes) => {
                let ejected = bytes != file.bytes;
                *(if ejected { &mut differ } else { &mut same }) += 1;
                lock.files.insert(file.path.clone(), LockedFile { ejected, ..file.into() });
            }
            Err(_) => missing += 1,
        }
    }
    if args.dry_run {
        ui.data(text.trim_end())?;
    } else {
        write(&root, &text, &lock)?;
    }
    let entities = count(model.entities.len(), "entity", "entities");
    let services = count(model.services.len(), "service", "services");
    ui.say(&format!("{entities} in {services}, from `{}`", session.shown(&session.absolute(&from))));
    if differ > 0 {
        let files = count(differ, "file", "files");
        ui.say(&format!(
            "{files} of yours where fountane would have its own: they stay yours (`fountane eject --back`)"
        ));
    }
    let files = count(missing, "file", "files");
    ui.say(&format!("`fountane generate --dry-run` tells of {files} that it would add"));
    let line = json!({
        "command": "adopt", "written": !args.dry_run, "model": from, "entities": model.entities.len(),
        "same": same, "yours": differ, "missing": missing,
    });
    Ok(ui.json("result", &line)?)
}

/// The manifest of the repository's own package. Refuses what is a workspace of fountane already, or no repository of packages.
fn refuse_other(root: &Utf8Path) -> Result<Value, CliError> {
    if root.join(SPEC_FILE).symlink_metadata().is_ok() {
        return Err(CliError::user(format!("there is a `{SPEC_FILE}` already"))
            .hint("`fountane import` brings a model into it, `fountane generate` renders it"));
    }
    let manifest = fs_err::read_to_string(root.join("package.json"))
        .map_err(|error| CliError::user(error.to_string()).hint("go to the root of a repository of packages"))?;
    let manifest: Value = serde_json::from_str(&manifest)
        .map_err(|error| CliError::user(format!("`package.json` cannot be read: {error}")))?;
    let has = |name: &str| root.join(name).is_file();
    if has("pnpm-workspace.yaml") || has("nx.json") || manifest.get("workspaces").is_some() {
        return Ok(manifest);
    }
    Err(CliError::user("this is one package, not a repository of several")
        .hint("it takes one with `pnpm-workspace.yaml`, `nx.json` or `workspaces` in `package.json`")
        .hint("`fountane new NAME --from MODEL` makes a workspace of its own"))
}

fn name_of(package: &Value) -> Option<String> {
    let name = package.get("name")?.as_str()?;
    let Some((scope, own)) = name.split_once('/') else { return Some(kebab(name)) };
    // What Nx calls the root of every repository says nothing: `@acme/source`.
    Some(kebab(if own == "source" { scope.trim_start_matches('@') } else { own }))
}

fn kebab(name: &str) -> String {
    Names::of(name).one.kebab
}

fn spec(session: &Session, from: &Utf8Path, name: Option<String>) -> Result<String, CliError> {
    let source = interrupt::run(&session.ui, |cancel| async move { source::read(session, from, &cancel).await })?;
    let text = match source {
        Source::Spec(text) => text,
        Source::Model(document) => to_yaml(&document),
    };
    let Some(name) = name else { return Ok(text) };
    Ok(edit(&text, &Edit::Set { path: Path::of(&["project", "name"]), value: name.into() })?)
}

fn write(root: &Utf8Path, spec: &str, lock: &Lock) -> Result<(), CliError> {
    let file = |name: &str, text: String| {
        let path = WorkspacePath::new(name).expect("a constant that is a path");
        let before = fs_err::read(path.below(root)).ok();
        Extra::text(path, before, text.into_bytes())
    };
    Ok(journal::write(root, &[file(SPEC_FILE, spec.to_owned()), file(LOCK_FILE, lock.to_text())])?)
}
