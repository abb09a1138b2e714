//! `fountane remove`: something is taken out of the spec, and the workspace follows, all or nothing.

use super::fault;
use super::generate::Manner;
use super::project::Project;
use super::respec::{self, Edited};
use super::session::Session;
use crate::cli::{AppKind, RemoveArgs, RemoveCommand, RemoveEntity, RemoveEnum, RemoveMembers, RemoveService};
use crate::error::CliError;
use crate::spec::Document;
use crate::spec::document::Relation;
use crate::spec::edit::Edit;
use crate::spec::problem::Path;

pub(super) fn run(session: &Session, args: &RemoveArgs) -> Result<(), CliError> {
    let project = Project::open(session, args.edit.workspace.dir.as_ref(), !args.edit.write.dry_run)?;
    let edits = edits(&project.document, &args.what)?;
    let edited = Edited::read(session, respec::edited(&project, &edits)?)
        .map_err(|error| error.hint("change first what still refers to it; nothing was written"))?;
    let manner = Manner::of("remove", &args.edit.merge, &args.edit.write);
    respec::write(session, project, edited, args.edit.no_generate, &manner)
}

fn edits(document: &Document, what: &RemoveCommand) -> Result<Vec<Edit>, CliError> {
    match what {
        RemoveCommand::Entity(args) => entity(document, args),
        RemoveCommand::Field(args) => Ok(members(args, "fields")),
        RemoveCommand::Relation(args) => Ok(members(args, "relations")),
        RemoveCommand::Enum(args) => Ok(enumeration(args)),
        RemoveCommand::Service(args) => service(document, args),
        RemoveCommand::App(args) => {
            let name = match args.kind {
                AppKind::Web => "web",
                AppKind::Mobile => "mobile",
            };
            Ok(vec![Edit::Remove { path: Path::of(&["apps", name]) }])
        }
    }
}

fn entity(document: &Document, args: &RemoveEntity) -> Result<Vec<Edit>, CliError> {
    let relations: Vec<(&str, &str)> = document
        .entities
        .iter()
        .filter(|(name, _)| **name != args.name)
        .flat_map(|(name, entity)| entity.relations.iter().map(move |relation| (name, relation)))
        .filter(|(_, (_, relation))| points_to(relation, &args.name))
        .map(|(entity, (relation, _))| (entity.as_str(), relation.as_str()))
        .collect();
    if !relations.is_empty() && !args.cascade {
        let lines: Vec<String> = relations.iter().map(|(entity, relation)| format!("  {entity}.{relation}")).collect();
        return Err(CliError::user(format!("other entities have relations to `{}`", args.name))
            .report(lines.join("\n"))
            .hint("`--cascade` removes those relations, too"));
    }
    let relations = relations.iter().map(|(entity, relation)| member(entity, "relations", relation));
    Ok(relations.chain([Edit::RemoveEntity { name: args.name.clone() }]).collect())
}

fn points_to(relation: &Relation, entity: &str) -> bool {
    let ends = [&relation.many_to_one, &relation.one_to_many, &relation.one_to_one, &relation.many_to_many];
    ends.into_iter().any(|end| end.as_deref() == Some(entity))
}

fn members(args: &RemoveMembers, section: &str) -> Vec<Edit> {
    args.names.iter().map(|name| member(&args.entity, section, name)).collect()
}

fn member(entity: &str, section: &str, name: &str) -> Edit {
    Edit::Remove { path: Path::of(&["entities", entity, section, name]) }
}

fn enumeration(args: &RemoveEnum) -> Vec<Edit> {
    if args.values.is_empty() {
        return vec![Edit::Remove { path: Path::of(&["enums", &args.name]) }];
    }
    let value = |value: &String| Edit::RemoveEnumValue { name: args.name.clone(), value: value.clone() };
    args.values.iter().map(value).collect()
}

/// Which services a spec names.
pub(super) fn services_of(names: &[&str]) -> String {
    if names.is_empty() {
        "the spec names no services, so one has all entities; `fountane add service` begins to tell them apart"
            .to_owned()
    } else {
        format!("the services are {}", names.join(", "))
    }
}

fn service(document: &Document, args: &RemoveService) -> Result<Vec<Edit>, CliError> {
    let names: Vec<&str> = document.services.keys().map(String::as_str).collect();
    let known = |name: &str| {
        let missing = || {
            CliError::user(format!("there is no service `{name}`"))
                .maybe_hint(fault::did_you_mean(name, names.iter().copied()))
                .hint(services_of(&names))
        };
        document.services.get(name).ok_or_else(missing)
    };
    let gone = known(&args.name)?;
    let removal = Edit::Remove { path: Path::of(&["services", &args.name]) };
    if gone.entities.is_empty() {
        return Ok(vec![removal]);
    }
    let Some(into) = &args.into else {
        let others: Vec<&str> = names.into_iter().filter(|name| *name != args.name).collect();
        return Err(CliError::user(format!("`{}` owns {}", args.name, gone.entities.join(", ")))
            .hint(format!("`--into SERVICE` gives them to another: {}", others.join(", ")))
            .hint("`fountane remove entity` removes them"));
    };
    known(into)?;
    let move_over = |entity: &String| Edit::MoveEntity { name: entity.clone(), service: into.clone() };
    Ok(gone.entities.iter().map(move_over).chain([removal]).collect())
}
