//! `fountane add`: the spec is edited, read again, and the workspace brought up to it, all or nothing.

use serde_json::{Map, Value, json};

use super::generate::{Manner, regenerate};
use super::project::{self, Project};
use super::session::Session;
use super::{fault, package, summary};
use crate::cli::{
    AddApp, AddArgs, AddCommand, AddEntity, AddEnum, AddField, AddRelation, AddService, AppKind, RelationKind,
};
use crate::error::CliError;
use crate::spec::document::{Document, Entity, Enum, Relation, RelationType, Service};
use crate::spec::edit::{Edit, edit};
use crate::spec::problem::Path;
use crate::spec::shorthand::{self, Additions};
use crate::workspace::journal::{self, Extra};
use crate::workspace::{Action, Change, NewFile, SPEC_FILE};
use crate::workspace_path::WorkspacePath;

pub(super) fn run(session: &Session, args: &AddArgs) -> Result<(), CliError> {
    let project = Project::open(session, args.workspace.dir.as_ref(), !args.write.dry_run)?;
    if let AddCommand::Package(package) = &args.what {
        return package::add(session, &project, package, &args.write);
    }
    let edits = edits(&project.document, &args.what)?;
    let text = edits.iter().try_fold(project.spec.clone(), |text, change| edit(&text, change))?;
    let (document, model) = project::read(&session.ui, SPEC_FILE, &text)?;
    let path = WorkspacePath::new(SPEC_FILE).expect("a constant that is a path");
    let change = Change {
        path: path.clone(),
        action: Action::Update,
        before: Some(project.spec.clone().into_bytes()),
        after: Some(NewFile { bytes: text.clone().into_bytes(), executable: false }),
    };
    session.ui.json("change", &json!({ "action": "update", "path": SPEC_FILE }))?;
    session.ui.data(&format!("{} {SPEC_FILE}", session.ui.out().paint("~", crate::ui::Style::Hint)))?;
    if args.write.diff || args.write.dry_run {
        summary::print_one_diff(&session.ui, &change)?;
    }
    let extra = Extra { path, before: Some(project.spec.clone().into_bytes()), after: text.clone().into_bytes() };
    if args.no_generate {
        if !args.write.dry_run {
            journal::write(&project.root, &[extra])?;
        }
        return Ok(session.ui.json("result", &json!({ "command": "add", "written": !args.write.dry_run }))?);
    }
    let changed = project.with(text, document, model);
    let manner = Manner { command: "add", check: false, keep_edited: args.keep_edited, write: args.write.clone() };
    regenerate(session, &changed, &[extra], &manner)
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

/// The service that a spec without any has for all of its entities.
const ONLY_SERVICE: &str = "core";

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
