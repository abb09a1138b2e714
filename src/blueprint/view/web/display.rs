//! What stands for a row, and for one that is only referred to.

use crate::blueprint::view::field::is_nullable;
use crate::blueprint::view::relation::is_many;
use crate::blueprint::view::stem::stem;
use crate::spec::Model;
use crate::spec::model::{Display, Entity, Field, FieldKind, Relation};

/// The field that stands for a row, unless its id does.
pub(super) fn field(entity: &Entity) -> Option<&Field> {
    match &entity.display {
        Display::Field { name } => entity.fields.iter().find(|field| field.name == *name),
        Display::Id => None,
    }
}

/// What a row's own page and the first column of lists are headed by.
pub(super) enum Title<'a> {
    /// A value of the row: what stands for it, or else when it takes place.
    Field(&'a Field),
    /// The row that it belongs to.
    Relation(&'a Relation),
    /// Nothing better than the start of its id.
    Id,
}

/// Where only the id stands for a row, its moment (a visit) or its owner (a profile) tells people more.
pub(super) fn title<'a>(model: &Model, entity: &'a Entity) -> Title<'a> {
    if let Some(field) = field(entity) {
        return Title::Field(field);
    }
    let moment = |field: &&Field| field.required && matches!(field.kind, FieldKind::DateTime | FieldKind::Date);
    if let Some(field) = entity.fields.iter().find(moment) {
        return Title::Field(field);
    }
    let owner = |relation: &&Relation| {
        relation.required
            && !is_many(relation)
            && relation.target != entity.id
            && self::field(model.entity(relation.target)).is_some()
            && label_body(model, model.entity(relation.target)).is_none()
    };
    entity.relations.iter().find(owner).map_or(Title::Id, Title::Relation)
}

/// How a value that stands for a row becomes text.
pub(super) enum Text {
    /// It is text.
    Plain,
    /// A function of `useFormats()`, with what follows its value.
    Formats(String),
    /// The texts of an enum.
    Enum(String),
}

/// How the display field's values become text.
pub(super) fn text(model: &Model, field: &Field) -> Text {
    match &field.kind {
        FieldKind::Enum { id } => Text::Enum(model.enumeration(*id).names.one.pascal.clone()),
        kind => format(kind, field.unit.as_deref()).map_or(Text::Plain, Text::Formats),
    }
}

/// The call on `formats` that tells a value of a kind, `{}` standing for the value; none where it is told as it is.
pub(super) fn format(kind: &FieldKind, unit: Option<&str>) -> Option<String> {
    let unit = unit.map(|unit| format!(", {}", crate::render::ts::string_literal(unit))).unwrap_or_default();
    Some(match kind {
        FieldKind::Int { .. } | FieldKind::Float { .. } => format!("formats.number({{}}{unit})"),
        FieldKind::Long { .. } | FieldKind::Decimal { .. } => format!("formats.decimal({{}}{unit})"),
        FieldKind::Money { currency, .. } => {
            format!("formats.money({{}}, {})", crate::render::ts::string_literal(currency))
        }
        FieldKind::Boolean => "formats.yesNo({})".to_owned(),
        FieldKind::Date => "formats.date({})".to_owned(),
        FieldKind::Time => "formats.time({})".to_owned(),
        FieldKind::DateTime => "formats.dateTime({})".to_owned(),
        FieldKind::Duration => "formats.duration({})".to_owned(),
        _ => return None,
    })
}

/// The call of a value: `formats.date(pet.bornOn)`.
pub(super) fn call(format: &str, value: &str) -> String {
    format.replacen("{}", value, 1)
}

/// Of a display field: whether labels of references to it must be put into words first, and the body that does so.
pub(super) fn label_body(model: &Model, entity: &Entity) -> Option<String> {
    let field = field(entity)?;
    match text(model, field) {
        Text::Plain => None,
        Text::Enum(_) => Some("options.find(({ value }) => value === label)?.label ?? label".to_owned()),
        Text::Formats(format) => {
            let value = match field.kind {
                FieldKind::Int { .. } | FieldKind::Float { .. } => "Number(label)",
                FieldKind::Boolean => "label === 'true'",
                _ => "label",
            };
            Some(format!("{} ?? label", call(&format, value)))
        }
    }
}

/// The expression of a row's name, `row` being the variable that holds it.
pub(super) fn name_body(model: &Model, entity: &Entity, row: &str) -> String {
    let fallback = format!("shortId({row}.id)");
    let field = match title(model, entity) {
        Title::Field(field) => field,
        Title::Relation(relation) => return format!("{row}.{}.label", relation.name),
        Title::Id => return fallback,
    };
    let value = match field.kind {
        FieldKind::File { .. } => format!("{row}.{}?.name", field.name),
        FieldKind::Json => return fallback,
        _ => format!("{row}.{}", field.name),
    };
    match (text(model, field), is_nullable(field)) {
        (Text::Plain, false) => value,
        (Text::Plain, true) => format!("{value} ?? {fallback}"),
        (Text::Enum(_), false) => format!("t({value})"),
        (Text::Enum(_), true) => format!("{value} ? t({value}) : {fallback}"),
        (Text::Formats(format), _) => format!("{} ?? {fallback}", call(&format, &value)),
    }
}

/// What a reference to an entity is called, in a component that has `label_hook` at hand.
pub(super) fn reference_label(model: &Model, target: &Entity, reference: &str) -> String {
    match label_body(model, target) {
        None => format!("{reference}.label"),
        Some(_) => format!("label{}({reference}.label)", stem(&target.names.one.pascal)),
    }
}

/// The line that brings the function of `reference_label` into a component.
pub(super) fn label_hook(model: &Model, target: &Entity) -> Option<String> {
    label_body(model, target)?;
    let stem = stem(&target.names.one.pascal);
    Some(format!("const label{stem} = use{stem}Label();"))
}
