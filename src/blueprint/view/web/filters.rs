//! The filters of a list: which can be in its address, and which have a chip.

use serde_json::{Value, json};

use crate::blueprint::view::field::is_nullable;
use crate::blueprint::view::relation::input_name;
use crate::blueprint::view::stem::stem;
use crate::spec::Model;
use crate::spec::model::{Entity, Field, FieldKind};

/// `name` and `kind` of what the address may have; relations always, because other pages link to lists by them.
pub(super) fn kinds(entity: &Entity) -> Vec<Value> {
    let fields = filtered(entity).map(|field| json!({ "name": field.name, "kind": kind_of(field) }));
    let relations = entity.relations.iter().map(|relation| json!({ "name": input_name(relation), "kind": "choice" }));
    fields.chain(relations).collect()
}

/// The chips, in the order of the spec: component, field, label and what more the component takes.
pub(super) fn chips(model: &Model, entity: &Entity) -> Vec<Value> {
    entity
        .list
        .filter
        .iter()
        .filter_map(|name| {
            if let Some(relation) = entity.relations.iter().find(|relation| relation.name == *name) {
                let target = stem(&model.entity(relation.target).names.one.pascal);
                let source = format!("source={{use{target}Source()}}");
                return Some(chip("RelationFilter", &input_name(relation), name, &source));
            }
            let field = entity.fields.iter().find(|field| field.name == *name)?;
            let (component, more) = match &field.kind {
                FieldKind::Enum { id } => {
                    ("ChoiceFilter", format!("options={{use{}Options()}}", model.enumeration(*id).names.one.pascal))
                }
                FieldKind::Boolean => ("YesNoFilter", String::new()),
                FieldKind::Date => ("DateRangeFilter", String::new()),
                FieldKind::DateTime => ("DateRangeFilter", "moment".to_owned()),
                FieldKind::Int { .. }
                | FieldKind::Long { .. }
                | FieldKind::Decimal { .. }
                | FieldKind::Float { .. } => ("NumberRangeFilter", String::new()),
                FieldKind::Money { currency, .. } => ("NumberRangeFilter", format!("unit=\"{currency}\"")),
                FieldKind::Time => ("TimeRangeFilter", String::new()),
                FieldKind::Duration => ("DurationRangeFilter", String::new()),
                _ if kind_of(field) == "presence" => ("PresenceFilter", String::new()),
                _ => ("TextFilter", String::new()),
            };
            Some(chip(component, name, name, &more))
        })
        .collect()
}

fn chip(component: &str, field: &str, label: &str, more: &str) -> Value {
    json!({ "component": component, "field": field, "label": format!("t('fields.{label}')"), "more": more })
}

fn filtered(entity: &Entity) -> impl Iterator<Item = &Field> {
    entity.list.filter.iter().filter_map(|name| entity.fields.iter().find(|field| field.name == *name))
}

fn kind_of(field: &Field) -> &'static str {
    match field.kind {
        FieldKind::Enum { .. } => "choice",
        FieldKind::Boolean => "equals",
        FieldKind::Json | FieldKind::Bytes { .. } | FieldKind::File { .. } => "presence",
        FieldKind::Uuid => {
            if is_nullable(field) {
                "presence"
            } else {
                "equals"
            }
        }
        FieldKind::String { .. } | FieldKind::Text { .. } | FieldKind::Email | FieldKind::Url => "contains",
        _ => "range",
    }
}
