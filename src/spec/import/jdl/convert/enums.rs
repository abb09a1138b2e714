//! Enums: values stay as they are stored, their texts become labels.

use crate::spec::{
    document,
    import::{
        enum_values::EnumValues,
        jdl::ast::{Enum, EnumValue},
        notes::Notes,
    },
    naming,
};

/// One enum of the file.
pub(super) fn convert(one: &Enum, notes: &mut Notes) -> document::Enum {
    let mut values = EnumValues::default();
    let mut converted = document::Enum { description: one.doc.clone(), ..document::Enum::default() };
    for value in &one.values {
        let name = distinct(value, &mut values, notes);
        let label = value.value.map(|label| label.text.trim()).filter(|label| !label.is_empty());
        let label = label.map(str::to_owned).filter(|label| *label != naming::label(&name));
        if let Some(doc) = &value.doc {
            notes.dropped(
                value.name.span,
                format!("the comment on `{}`", value.name.text),
                format!("values have a label and no description; it said: {}", shortened(doc)),
            );
        }
        converted.values.insert(name, label);
    }
    converted
}

fn distinct(value: &EnumValue, values: &mut EnumValues, notes: &mut Notes) -> String {
    let written = value.name.text;
    let name = values.claim(written);
    if name != written {
        notes.changed(
            value.name.span,
            format!("value `{written}`"),
            format!(
                "stored as `{name}`, because generated code could not tell it from another value, or could not hold it"
            ),
        );
    }
    name
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(80).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
