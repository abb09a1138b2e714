//! `fountane add`: the spec is edited, read again, and the workspace brought up to it, all or nothing.

use serde_json::{Map, Value};

use super::generate::Manner;
use super::project::Project;
use super::respec::{self, Edited};
use super::session::Session;
use super::{fault, package};
use crate::cli::{
    AddApp, AddArgs, AddCommand, AddEntity, AddEnum, AddField, AddRelation, AddService, AppKind, RelationKind,
};
use crate::error::CliError;
use crate::spec::ONLY_SERVICE;
use crate::spec::document::{Document, Entity, Enum, Relation, RelationType, Service};
use crate::spec::edit::Edit;
use crate::spec::problem::Path;
use crate::spec::shorthand::{self, Additions};

pub(super) fn run(session: &Session, args: &AddArgs) -> Result<(), CliError> {
    let project = Project::open(session, args.edit.workspace.dir.as_ref(), !args.edit.write.dry_run)?;
    if let AddCommand::Package(package) = &args.what {
        return package::add(session, &project, package, &args.edit.write);
    }
    let edits = edits(&project.document, &args.what)?;
    let edited = Edited::read(session, respec::edited(&project, &edits)?)?;
    let manner = Manner::of("add", &args.edit.merge, &args.edit.write);
    respec::write(session, project, edited, args.edit.no_generate, &manner)
}

fn edits(document: &Document, what: &AddCommand) -> Result<Vec<Edit>, CliError> {
    match what {
        AddCommand::Entity(args) => entity(document, args),
        AddCommand::Field(args) => fields(document, args),
        AddCommand::Relation(args) => relation(document, args),
        AddCommand::Enum(args) => Ok(vec![enumeration(args)?]),
        AddCommand::Service(args) => service(document, args),
        AddCommand::App(args) => Ok(app(args)),
        AddCommand::Package(_) => Ok(Vec::new()),
    }
}

fn entity(document: &Document, args: &AddEntity) -> Result<Vec<Edit>, CliError> {
    shorthand::check_entity_name(&args.name)?;
    let Additions { fields, relations, enums } = shorthand::additions(&args.name, &args.fields, &mut document.clone())?;
    let entity = Entity { description: args.description.clone(), fields, relations, ..Entity::default() };
    let mut edits: Vec<Edit> = enums.into_iter().map(|(name, values)| Edit::Enum { name, values }).collect();
    edits.push(Edit::Entity { name: args.name.clone(), entity: Box::new(entity), service: args.service.clone() });
    Ok(edits)
}

fn fields(document: &Document, args: &AddField) -> Result<Vec<Edit>, CliError> {
    known_entity(document, &args.entity)?;
    let Additions { fields, relations, enums } =
        shorthand::additions(&args.entity, &args.fields, &mut document.clone())?;
    let entity = &args.entity;
    let enums = enums.into_iter().map(|(name, values)| Edit::Enum { name, values });
    let fields =
        fields.into_iter().map(|(name, field)| Edit::Field { entity: entity.clone(), name, field: Box::new(field) });
    let relations = relations.into_iter().map(|(name, relation)| Edit::Relation {
        entity: entity.clone(),
        name,
        relation: Box::new(relation),
    });
    Ok(enums.chain(fields).chain(relations).collect())
}

fn relation(document: &Document, args: &AddRelation) -> Result<Vec<Edit>, CliError> {
    known_entity(document, &args.entity)?;
    known_entity(document, &args.target)?;
    let kind = match args.kind {
        RelationKind::ManyToOne => RelationType::ManyToOne,
        RelationKind::OneToOne => RelationType::OneToOne,
        RelationKind::ManyToMany => RelationType::ManyToMany,
    };
    let relation =
        Relation { required: args.required, inverse: args.inverse.clone(), ..Relation::of(kind, &args.target) };
    let mut edits =
        vec![Edit::Relation { entity: args.entity.clone(), name: args.name.clone(), relation: Box::new(relation) }];
    if let Some(on_delete) = &args.on_delete {
        let path = Path::of(&["entities", &args.entity, "relations", &args.name, "on-delete"]);
        edits.push(Edit::Set { path, value: on_delete.clone().into() });
    }
    Ok(edits)
}

fn enumeration(args: &AddEnum) -> Result<Edit, CliError> {
    let value = |text: &String| text.split_once('=').map_or(text.clone(), |(value, _)| value.to_owned());
    let mut seen = std::collections::BTreeSet::new();
    if let Some(twice) = args.values.iter().map(value).find(|value| !seen.insert(value.clone())) {
        return Err(CliError::usage(format!("`{twice}` is given twice")).hint("name each value once"));
    }
    let has_labels = args.values.iter().any(|value| value.contains('='));
    if !has_labels {
        return Ok(Edit::Enum { name: args.name.clone(), values: Enum::of(args.values.iter().map(String::as_str)) });
    }
    let labels: Map<String, Value> = args
        .values
        .iter()
        .map(|value| value.split_once('=').unwrap_or((value, value)))
        .map(|(value, label)| (value.to_owned(), label.into()))
        .collect();
    Ok(Edit::Set { path: Path::of(&["enums", &args.name]), value: Value::Object(labels) })
}

fn service(document: &Document, args: &AddService) -> Result<Vec<Edit>, CliError> {
    args.entities.iter().try_for_each(|entity| known_entity(document, entity))?;
    let mut edits = Vec::new();
    let rest: Vec<String> = document.entities.keys().filter(|name| !args.entities.contains(name)).cloned().collect();
    if document.services.is_empty() && !rest.is_empty() {
        // Entities that no service lists belong to the first, and the new one must not become that.
        let service = Service { description: None, entities: rest };
        edits.push(Edit::Service { name: ONLY_SERVICE.to_owned(), service });
    }
    let service = Service { description: args.description.clone(), entities: args.entities.clone() };
    edits.push(Edit::Service { name: args.name.clone(), service });
    Ok(edits)
}

fn app(args: &AddApp) -> Vec<Edit> {
    let name = match args.kind {
        AppKind::Web => "web",
        AppKind::Mobile => "mobile",
    };
    let mut edits = vec![Edit::App { name: name.to_owned() }];
    if !args.locales.is_empty() {
        let path = Path::of(&["apps", name, "locales"]);
        edits.push(Edit::Set { path, value: args.locales.clone().into() });
    }
    edits
}

fn known_entity(document: &Document, name: &str) -> Result<(), CliError> {
    if document.entities.contains_key(name) {
        return Ok(());
    }
    let names: Vec<&str> = document.entities.keys().map(String::as_str).collect();
    Err(CliError::user(format!("there is no entity `{name}`"))
        .maybe_hint(fault::did_you_mean(name, names.iter().copied()))
        .hint(format!("the entities are {}", names.join(", "))))
}
