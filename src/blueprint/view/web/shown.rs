//! How values are shown: short in lists, whole on the page of a row.

use super::display::{self, call, format};
use crate::blueprint::view::field::is_nullable;
use crate::blueprint::view::relation::is_many;
use crate::render::ts::string_literal;
use crate::spec::Model;
use crate::spec::model::{Entity, Field, FieldKind, Relation};

/// The expression of a field's value in a cell, `row` being the variable that holds the row.
pub(super) fn cell(model: &Model, field: &Field, row: &str) -> String {
    let value = format!("{row}.{}", field.name);
    match &field.kind {
        FieldKind::Enum { id } => badge(&model.enumeration(*id).names.one.pascal, &value, is_nullable(field)),
        FieldKind::File { .. } => {
            if is_nullable(field) {
                format!("{value}?.name")
            } else {
                format!("{value}.name")
            }
        }
        FieldKind::Json => format!("JSON.stringify({value})"),
        kind => format(kind, field.unit.as_deref()).map_or_else(|| value.clone(), |format| call(&format, &value)),
    }
}

/// The expression of a field's value on the page of its row.
pub(super) fn whole(model: &Model, entity: &Entity, field: &Field, row: &str) -> String {
    let value = format!("{row}.{}", field.name);
    let element = match &field.kind {
        FieldKind::Email => format!("<EmailLink value={{{value}}} />"),
        FieldKind::Url => format!("<WebLink value={{{value}}} />"),
        FieldKind::Uuid => format!("<CodeText>{{{value}}}</CodeText>"),
        FieldKind::Json => {
            let json = format!("<JsonText value={{{value}}} />");
            return if is_nullable(field) { format!("{value} === null ? null : {json}") } else { json };
        }
        FieldKind::Bytes { .. } => {
            format!("<BytesLink name={{{}}} content={{{value}}} />", string_literal(&format!("{}.bin", field.name)))
        }
        FieldKind::File { .. } => format!(
            "<FileLink file={{{value}}} query={{trpc.{}.file.queryOptions({{ id: {row}.id, field: {} }})}} />",
            entity.names.many.camel,
            string_literal(&field.name),
        ),
        _ => return cell(model, field, row),
    };
    if is_nullable(field) { format!("{value} && {element}") } else { element }
}

/// The expression of a relation's other side in a cell; none for several.
pub(super) fn related_cell(model: &Model, relation: &Relation, row: &str) -> Option<String> {
    if is_many(relation) {
        return None;
    }
    let reference = format!("{row}.{}", relation.name);
    let target = model.entity(relation.target);
    let label = display::reference_label(model, target, &reference);
    Some(match (relation.required, display::label_hook(model, target)) {
        (true, _) => label,
        (false, None) => format!("{reference}?.label"),
        (false, Some(_)) => format!("{reference} && {label}"),
    })
}

/// The expression of a relation's other side on the page of its row, `path` leading to the target's pages.
pub(super) fn related_whole(model: &Model, relation: &Relation, row: &str, path: &str) -> String {
    let value = format!("{row}.{}", relation.name);
    let target = model.entity(relation.target);
    if is_many(relation) {
        let label = display::reference_label(model, target, "each");
        return format!(
            "{value}.length > 0 && (
              <RecordLinks
                links={{{value}.map((each) => ({{ href: `{path}/${{each.id}}`, label: {label} }}))}}
              />
            )"
        );
    }
    let label = display::reference_label(model, target, &value);
    let link = format!("<RecordLink href={{`{path}/${{{value}.id}}`}}>{{{label}}}</RecordLink>");
    if relation.required { link } else { format!("{value} && {link}") }
}

fn badge(pascal: &str, value: &str, nullable: bool) -> String {
    let element = format!("<{pascal}Badge value={{{value}}} />");
    if nullable { format!("{value} && {element}") } else { element }
}

/// Whether numbers of it stand under each other.
pub(super) fn is_number(kind: &FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::Int { .. }
            | FieldKind::Long { .. }
            | FieldKind::Decimal { .. }
            | FieldKind::Float { .. }
            | FieldKind::Money { .. }
            | FieldKind::Duration
    )
}

/// Whether it takes the whole width of a page.
pub(super) fn is_long(kind: &FieldKind) -> bool {
    matches!(kind, FieldKind::Text { .. } | FieldKind::Json)
}
