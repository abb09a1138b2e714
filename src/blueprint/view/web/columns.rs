//! Which columns a list has: what names the row, how it stands, whom it belongs to, then what else fits.

use serde_json::{Value, json};

use super::display::{self, Title};
use super::shown;
use crate::blueprint::view::relation::is_many;
use crate::spec::Model;
use crate::spec::model::{Entity, Field, FieldKind, Relation};

/// More would not fit beside a sidebar.
const MOST: usize = 6;

enum Source<'a> {
    Field(&'a Field),
    Relation(&'a Relation),
}

/// The columns behind the first one, `row` being the variable that holds the row.
pub(super) fn columns(model: &Model, entity: &Entity, row: &str) -> Vec<Value> {
    chosen(model, entity)
        .into_iter()
        .enumerate()
        .filter_map(|(at, source)| {
            let first_state = matches!(&source, Source::Field(field) if at == 0 && is_state(field));
            let from = match at {
                _ if first_state => None,
                0 | 1 => Some("sm"),
                2 | 3 => Some("md"),
                _ => Some("lg"),
            };
            match source {
                Source::Field(field) => Some(json!({
                    "name": field.name,
                    "sortable": entity.list.sortable.contains(&field.name),
                    "end": shown::is_number(&field.kind),
                    "from": from,
                    "cell": shown::cell(model, field, row),
                })),
                Source::Relation(relation) => Some(json!({
                    "name": relation.name,
                    "sortable": false,
                    "end": false,
                    "from": from,
                    "cell": shown::related_cell(model, relation, row)?,
                })),
            }
        })
        .collect()
}

/// Names of the relations that are columns.
pub(super) fn relations<'a>(model: &Model, entity: &'a Entity) -> Vec<&'a Relation> {
    chosen(model, entity)
        .into_iter()
        .filter_map(|source| match source {
            Source::Relation(relation) => Some(relation),
            Source::Field(_) => None,
        })
        .collect()
}

/// The enums whose badges are in columns.
pub(super) fn fields<'a>(model: &Model, entity: &'a Entity) -> Vec<&'a Field> {
    chosen(model, entity)
        .into_iter()
        .filter_map(|source| match source {
            Source::Field(field) => Some(field),
            Source::Relation(_) => None,
        })
        .collect()
}

fn chosen<'a>(model: &Model, entity: &'a Entity) -> Vec<Source<'a>> {
    let title = match display::title(model, entity) {
        Title::Field(field) => Some(&field.name),
        Title::Relation(relation) => Some(&relation.name),
        Title::Id => None,
    };
    let fields = || entity.fields.iter().filter(|field| Some(&field.name) != title);
    let single = || entity.relations.iter().filter(|relation| !is_many(relation) && Some(&relation.name) != title);
    let states = fields().filter(|field| is_state(field)).map(Source::Field);
    let required = single().filter(|relation| relation.required).map(Source::Relation);
    let others = fields().filter(|field| fits(field)).map(Source::Field);
    let optional = single().filter(|relation| !relation.required && relation.target != entity.id).map(Source::Relation);
    states.chain(required).chain(others).chain(optional).take(MOST - 1).collect()
}

fn is_state(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Enum { .. })
}

fn fits(field: &Field) -> bool {
    !matches!(
        field.kind,
        FieldKind::Enum { .. }
            | FieldKind::Text { .. }
            | FieldKind::Json
            | FieldKind::Bytes { .. }
            | FieldKind::File { .. }
            | FieldKind::Uuid
            | FieldKind::Url
    )
}
