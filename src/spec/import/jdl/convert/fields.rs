//! Fields: what they hold, what they are called, and what of them every row has already.

use super::{Draft, Lookup, defaults, limits};
use crate::spec::{
    document::Field,
    import::{
        database_name::is_database_name,
        jdl::ast::{self, Annotation},
        member_names::{MemberNames, member},
        notes::Notes,
    },
    naming,
};

/// Every field of an entity.
pub(super) fn convert(entity: &ast::Entity, draft: &mut Draft, lookup: &Lookup, notes: &mut Notes) {
    for field in &entity.fields {
        if is_given(field, notes) {
            continue;
        }
        let name = name(field, &mut draft.members, notes);
        let mut converted = shape(field, lookup, notes);
        converted.description.clone_from(&field.doc);
        let column = naming::column(field.name.text);
        if column != naming::column(&name)
            && !MemberNames::is_given(&member(field.name.text))
            && is_database_name(&column)
        {
            converted.column = Some(column);
        }
        draft.fields.insert(field.name.text.to_ascii_lowercase(), name.clone());
        draft.entity.fields.insert(name, converted);
    }
}

/// Whether every row has this already, and it means the same.
fn is_given(field: &ast::Field, notes: &mut Notes) -> bool {
    let what = format!("field `{}`", field.name.text);
    let is_moment = matches!(field.kind.text, "Instant" | "ZonedDateTime" | "OffsetDateTime");
    match member(field.name.text).as_str() {
        "id" if field.kind.text == "UUID" => notes.dropped(field.name.span, what, "every row has an `id` of that type"),
        "id" => notes.dropped(
            field.name.span,
            what,
            format!("every row has an `id` of its own, a UUID instead of `{}`", field.kind.text),
        ),
        given @ ("createdAt" | "updatedAt") if is_moment => {
            notes.dropped(field.name.span, what, format!("every row has `{given}`, which is kept by itself"));
        }
        _ => return false,
    }
    true
}

fn name(field: &ast::Field, members: &mut MemberNames, notes: &mut Notes) -> String {
    let plain = member(field.name.text);
    let suffix = if is_number(field.kind.text) { "Number" } else { "Label" };
    let name = members.claim(&[plain.clone(), format!("{plain}{suffix}")]);
    if name == field.name.text {
        return name;
    }
    let why = if MemberNames::is_given(&plain) {
        format!("every row has a `{plain}` that means something else")
    } else if name == plain {
        "names of fields are in camelCase".to_owned()
    } else {
        "another field has that name".to_owned()
    };
    notes.changed(field.name.span, format!("field `{}`", field.name.text), format!("called `{name}`, because {why}"));
    name
}

fn is_number(kind: &str) -> bool {
    matches!(kind, "Integer" | "Long" | "BigDecimal" | "Float" | "Double")
}

fn shape(field: &ast::Field, lookup: &Lookup, notes: &mut Notes) -> Field {
    let mut converted = Field::of(&kind(field, lookup));
    if field.kind.text == "ImageBlob" {
        converted.accept = vec!["image/*".to_owned()];
    }
    limits::apply(field, &mut converted, lookup, notes);
    for annotation in &field.annotations {
        annotate(field, annotation, &mut converted, lookup, notes);
    }
    converted
}

fn kind(field: &ast::Field, lookup: &Lookup) -> String {
    let kind = match field.kind.text {
        "String" if limits::is_prose(field, lookup) => "text",
        "String" => "string",
        "Integer" => "int",
        "Long" => "long",
        "BigDecimal" => "decimal",
        "Float" | "Double" => "float",
        "Boolean" => "boolean",
        "LocalDate" => "date",
        "LocalTime" => "time",
        "Instant" | "ZonedDateTime" | "OffsetDateTime" => "datetime",
        "Duration" => "duration",
        "UUID" => "uuid",
        "TextBlob" => "text",
        "Blob" | "AnyBlob" | "ImageBlob" => "file",
        "ByteBuffer" => "bytes",
        other => lookup.names.enumeration(other).unwrap_or("string"),
    };
    kind.to_owned()
}

fn annotate(field: &ast::Field, annotation: &Annotation, converted: &mut Field, lookup: &Lookup, notes: &mut Notes) {
    let what = format!("`@{}` on `{}`", annotation.name.text, field.name.text);
    match annotation.name.text.to_ascii_lowercase().as_str() {
        "defaultvalue" | "default" => match annotation.value {
            Some(value) => defaults::apply(field, value, converted, lookup, notes),
            None => notes.dropped(annotation.span, what, "it gives no value"),
        },
        "id" => {
            converted.required = true;
            converted.unique = limits::can_be_unique(&converted.kind);
            notes.changed(
                annotation.span,
                what,
                "every row has an `id` of its own; this stays a field, which is required and unique",
            );
        }
        "unique" => converted.unique = limits::can_be_unique(&converted.kind),
        "required" => converted.required = true,
        "version" => {
            notes.dropped(annotation.span, what, "every row has a `version` against lost updates; this stays a field");
        }
        "transient" => notes.dropped(annotation.span, what, "every field is kept in the database"),
        _ => notes.dropped(annotation.span, what, "the annotation has no meaning here"),
    }
}
