//! Enums: values stay as they are stored, their texts become labels.

use indexmap::IndexSet;

use super::notes::Notes;
use crate::spec::{
    document,
    import::jdl::ast::{Enum, EnumValue},
    naming,
};

/// One enum of the file.
pub(super) fn convert(one: &Enum, notes: &mut Notes) -> document::Enum {
    // protobuf keeps it for a value that is not there.
    let mut constants = IndexSet::from(["UNSPECIFIED".to_owned()]);
    let mut converted = document::Enum { description: one.doc.clone(), ..document::Enum::default() };
    for value in &one.values {
        let name = distinct(value, &mut constants, notes);
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

/// `A_B` and `a_b` are the same constant in generated code.
fn distinct(value: &EnumValue, constants: &mut IndexSet<String>, notes: &mut Notes) -> String {
    let written = value.name.text;
    let mut name: String = written.trim_matches(['_', '-']).chars().take(50).collect();
    if naming::constant(&name).is_empty() {
        "VALUE".clone_into(&mut name);
    }
    let base = name.clone();
    let mut count = 2;
    while !constants.insert(naming::constant(&name)) {
        name = format!("{base}_{count}");
        count += 1;
    }
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
