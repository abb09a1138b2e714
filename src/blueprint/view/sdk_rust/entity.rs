//! One entity.

use crate::blueprint::view::contracts::{self, Member};
use crate::blueprint::view::{field, relation};
use crate::render::markdown;
use crate::render::rust::description::{Conditions, Count, Entity, Filter, Input, Kind, Output};
use crate::render::rust::entity_names;
use crate::spec::Model;
use crate::spec::model::{self, Field, FieldKind, Relation};
use crate::spec::naming::column;

pub(super) fn described(model: &Model, entity: &model::Entity) -> Entity {
    let service = model.service(entity.service);
    let one = &entity.names.one;
    Entity {
        names: entity_names(&entity.names),
        a_row: format!("{} {}", contracts::article(&one.phrase), one.phrase),
        description: sentence(&entity.description),
        rpc_service: format!("{}.{}Service", contracts::package(model, service), entity.names.many.pascal),
        rpc_one: one.pascal.clone(),
        rpc_many: entity.names.many.pascal.clone(),
        soft_delete: entity.soft_delete,
        audit: entity.audit,
        outputs: outputs(model, entity),
        inputs: inputs(model, entity),
        filters: filters(model, entity),
        sorts: entity.list.sortable.clone(),
        files: contracts::files(entity).into_iter().map(str::to_owned).collect(),
    }
}

fn outputs(model: &Model, entity: &model::Entity) -> Vec<Output> {
    let common = contracts::common_package(model, model.service(entity.service));
    let fields = entity.fields.iter().map(|each| (&each.name, kind(model, &each.kind), about(each)));
    let relations = entity.relations.iter().map(|each| (&each.name, row(model, each), about_relation(each)));
    let members = contracts::outputs(model, entity, &common);
    let output = |((contract_name, kind, doc), member): ((&String, Kind, String), &Member)| Output {
        name: member.name.clone(),
        contract_name: contract_name.clone(),
        number: number(member),
        count: count(member),
        kind,
        doc,
    };
    fields.chain(relations).zip(&members).map(output).collect()
}

/// The inputs; the count of one tells that it must be given, unlike the label of its message.
pub(super) fn inputs(model: &Model, entity: &model::Entity) -> Vec<Input> {
    let common = contracts::common_package(model, model.service(entity.service));
    let members = contracts::inputs(model, entity, &common);
    let (of_fields, of_relations) = members.split_at(entity.fields.len());
    let fields = entity.fields.iter().zip(of_fields).map(|(each, member)| Input {
        name: member.name.clone(),
        number: number(member),
        count: if each.required && each.default.is_none() { Count::One } else { Count::Optional },
        nullable: field::is_nullable(each),
        immutable: each.immutable,
        kind: kind(model, &each.kind),
        doc: about(each),
    });
    let relations = entity.relations.iter().zip(of_relations).map(|(each, member)| Input {
        name: member.name.clone(),
        number: number(member),
        count: match (relation::is_many(each), each.required) {
            (true, _) => Count::Many,
            (false, true) => Count::One,
            (false, false) => Count::Optional,
        },
        nullable: !each.required,
        immutable: false,
        kind: row(model, each),
        doc: about_relation(each),
    });
    fields.chain(relations).collect()
}

fn filters(model: &Model, entity: &model::Entity) -> Vec<Filter> {
    let filter = |(number, (name, _)): (u32, (String, String))| {
        let of_field = entity.fields.iter().find(|each| each.name == name);
        let of_relation = entity.relations.iter().find(|each| relation::input_name(each) == name);
        let conditions = match (of_field, of_relation) {
            (Some(each), _) => conditions(model, &each.kind),
            (None, Some(each)) => Conditions::Choice(row(model, each)),
            (None, None) => Conditions::Presence,
        };
        Filter { name: column(&name), number, conditions }
    };
    (1..).zip(contracts::filters(model, entity)).map(filter).collect()
}

fn conditions(model: &Model, of: &FieldKind) -> Conditions {
    match of {
        FieldKind::String { .. } | FieldKind::Text { .. } | FieldKind::Email | FieldKind::Url => Conditions::Text,
        FieldKind::Boolean => Conditions::Flag,
        FieldKind::Json | FieldKind::Bytes { .. } | FieldKind::File { .. } => Conditions::Presence,
        FieldKind::Uuid | FieldKind::Enum { .. } => Conditions::Choice(kind(model, of)),
        _ => Conditions::Range(kind(model, of)),
    }
}

fn kind(model: &Model, kind: &FieldKind) -> Kind {
    match kind {
        FieldKind::Int { .. } => Kind::Int,
        FieldKind::Long { .. } => Kind::Long,
        FieldKind::Float { .. } => Kind::Float,
        FieldKind::Boolean => Kind::Flag,
        FieldKind::Date => Kind::Date,
        FieldKind::Time => Kind::Time,
        FieldKind::DateTime => Kind::Moment,
        FieldKind::Uuid => Kind::Uuid,
        FieldKind::Json => Kind::Json,
        FieldKind::Bytes { .. } => Kind::Bytes,
        FieldKind::File { .. } => Kind::File,
        FieldKind::Enum { id } => Kind::Enum(model.enumeration(*id).names.one.pascal.clone()),
        FieldKind::String { .. }
        | FieldKind::Text { .. }
        | FieldKind::Decimal { .. }
        | FieldKind::Money { .. }
        | FieldKind::Duration
        | FieldKind::Email
        | FieldKind::Url => Kind::Text,
    }
}

fn row(model: &Model, relation: &Relation) -> Kind {
    Kind::Row(entity_names(&model.entity(relation.target).names))
}

fn number(member: &Member) -> u32 {
    u32::try_from(member.number).expect("an entity has fewer fields than protobuf has numbers")
}

fn count(member: &Member) -> Count {
    match member.label {
        "optional" => Count::Optional,
        "repeated" => Count::Many,
        _ => Count::One,
    }
}

/// What a field is, and what its Rust type does not say of it.
fn about(each: &Field) -> String {
    let what = if each.description.trim().is_empty() { &each.label } else { &each.description };
    let words = sentence(what);
    let unit = each.unit.as_ref().map(|unit| format!(" In {}.", markdown::escape(unit)));
    match &each.kind {
        FieldKind::Decimal { .. } => format!("{words} A decimal number.{}", unit.unwrap_or_default()),
        FieldKind::Money { currency, .. } => format!("{words} An exact amount in {currency}."),
        FieldKind::Duration => format!("{words} ISO 8601, such as `PT20M`."),
        _ => format!("{words}{}", unit.unwrap_or_default()),
    }
}

fn about_relation(each: &Relation) -> String {
    let what = if each.description.trim().is_empty() { &each.label } else { &each.description };
    sentence(what)
}

/// A person's words, unable to become markup; nothing where there are none.
fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() { String::new() } else { field::with_full_stop(&markdown::escape(text)) }
}
