//! `fountane rename`: something gets another name in the spec, and the workspace follows, all or nothing.

use super::generate::Manner;
use super::project::Project;
use super::remove::services_of;
use super::renaming::Renaming;
use super::respec::{self, Edited};
use super::session::Session;
use super::{fault, undecided};
use crate::cli::{RenameArgs, RenameCommand, RenameMember, RenameService};
use crate::error::CliError;
use crate::spec::document::Document;
use crate::spec::edit::{Edit, Named, edit};
use crate::spec::model::{Display, Entity, Model};
use crate::spec::problem::Path;
use crate::workspace::SPEC_FILE;

pub(super) fn run(session: &Session, args: &RenameArgs) -> Result<(), CliError> {
    let project = Project::open(session, args.edit.workspace.dir.as_ref(), !args.edit.write.dry_run)?;
    let edited = edited(session, &project, &args.what)?;
    let manner = Manner::of("rename", &args.edit.merge, &args.edit.write);
    if args.edit.no_generate {
        return respec::write(session, project, edited, true, &manner);
    }
    undecided::refuse(&session.ui, &project.root)?;
    let renaming = Renaming::of(session, &project, &edited.model)?;
    let library = Some(renaming.library.clone());
    respec::write(session, project, edited, false, &Manner { renaming: Some(renaming), library, ..manner })
}

/// The spec with the new name, and what it means.
fn edited(session: &Session, project: &Project, what: &RenameCommand) -> Result<Edited, CliError> {
    let read = |text: String| {
        Edited::read(session, text).map_err(|error| error.hint("choose another name; nothing was written"))
    };
    let edited = read(respec::edited(project, &edits(project, what)?)?)?;
    match lost_display(what, &project.model, &edited.model) {
        Some(display) => read(edit(&edited.text, &display)?),
        None => Ok(edited),
    }
}

fn edits(project: &Project, what: &RenameCommand) -> Result<Vec<Edit>, CliError> {
    let document = &project.document;
    let rename = |what, from: &str, to: &str| {
        if from == to {
            return Err(CliError::usage(format!("it is called `{to}` already")));
        }
        Ok(Edit::Rename { what, from: from.to_owned(), to: to.to_owned() })
    };
    match what {
        RenameCommand::Entity(args) => {
            let mut edits = vec![rename(Named::Entity, &args.from, &args.to)?];
            edits.extend(args.plural.iter().map(|plural| Edit::Set {
                path: Path::of(&["entities", &args.to, "plural"]),
                value: plural.clone().into(),
            }));
            Ok(edits)
        }
        RenameCommand::Field(args) => {
            Ok(vec![rename(Named::Field { entity: args.entity.clone() }, &args.from, &args.to)?])
        }
        RenameCommand::Relation(args) => {
            let rename = rename(Named::Relation { entity: args.entity.clone() }, &args.from, &args.to)?;
            Ok(said(document, &project.model, args).into_iter().chain([rename]).collect())
        }
        RenameCommand::Enum(args) => Ok(vec![rename(Named::Enum, &args.from, &args.to)?]),
        RenameCommand::Value(args) => {
            Ok(vec![rename(Named::EnumValue { name: args.name.clone() }, &args.from, &args.to)?])
        }
        RenameCommand::Service(args) => Err(service(document, args)),
    }
}

/// Writes down the name of a relation that is in the spec at its other end alone, and follows from other names there.
fn said(document: &Document, model: &Model, args: &RenameMember) -> Option<Edit> {
    let (at, _, given) = document.entities.get_full(&args.entity)?;
    if given.relations.contains_key(&args.from) {
        return None;
    }
    let entity = model.entities.get(at)?;
    let inverse = entity.inverses.iter().find(|inverse| inverse.name == args.from);
    let from_here = || entity.relations.iter().find(|relation| relation.name == args.from);
    let (other, relation) = match inverse {
        Some(inverse) => (inverse.source, &inverse.relation),
        None => from_here().map(|relation| (relation.target, &relation.inverse))?,
    };
    let (other, given) = document.entities.get_index(other.0)?;
    let is_unsaid = given.relations.get(relation)?.inverse.is_none();
    let path = Path::of(&["entities", other, "relations", relation, "inverse"]);
    is_unsaid.then(|| Edit::Set { path, value: args.from.clone().into() })
}

/// A field stands for its rows by its name: where the new one would not, the spec says so from now on.
fn lost_display(what: &RenameCommand, before: &Model, after: &Model) -> Option<Edit> {
    let RenameCommand::Field(args) = what else { return None };
    let shown = |entity: &Entity, field: &str| entity.display == Display::Field { name: field.to_owned() };
    let mut pairs = before.entities.iter().zip(&after.entities);
    let (old, new) = pairs.find(|(old, _)| old.names.one.pascal == args.entity)?;
    let is_lost = shown(old, &args.from) && !shown(new, &args.to);
    let path = Path::of(&["entities", &args.entity, "display"]);
    is_lost.then(|| Edit::Set { path, value: args.to.clone().into() })
}

/// Why a service keeps its name.
fn service(document: &Document, args: &RenameService) -> CliError {
    let names: Vec<&str> = document.services.keys().map(String::as_str).collect();
    if !names.contains(&args.from.as_str()) {
        let error = CliError::user(format!("there is no service `{}`", args.from));
        return error.maybe_hint(fault::did_you_mean(&args.from, names.iter().copied())).hint(services_of(&names));
    }
    CliError::user(format!("the service `{}` cannot be renamed: its database is called after it", args.from))
        .hint("its rows would have to move to another database, which no migration can do")
        .hint(format!(
            "without rows to keep, write `{}` in its place below `services` of `{SPEC_FILE}`, then `fountane generate`",
            args.to
        ))
}
