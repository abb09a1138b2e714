//! Enums: values stay as they are stored as far as generated code can hold them, their texts become labels.

use std::collections::HashMap;

use super::{Converter, words};
use crate::spec::direction;
use crate::spec::{
    document,
    import::{
        enum_values::EnumValues,
        relational::schema::EnumType,
        span::Span,
        type_names::{ENUM, pascal},
    },
    naming,
};

/// Values of the longest enum.
pub(super) const MOST_VALUES: usize = 200;

/// A named enum of the source.
#[derive(Debug, Clone)]
pub(super) struct Named {
    /// What the spec calls it.
    pub name: String,
    /// What the spec calls its values.
    pub values: HashMap<String, String>,
}

/// Takes over all named enums.
pub(super) fn declare(enums: &[EnumType], converter: &mut Converter) {
    for one in enums {
        let what = format!("enum `{}`", one.name.written());
        let key = one.name.written().to_ascii_lowercase();
        if one.values.is_empty() || one.values.len() > MOST_VALUES || converter.named_enums.contains_key(&key) {
            let why = match one.values.len() {
                0 => "it has no values".to_owned(),
                _ if one.values.len() > MOST_VALUES => {
                    format!("it has more than {MOST_VALUES} values; an entity suits better")
                }
                _ => "it is declared before, and the first one counts".to_owned(),
            };
            converter.notes.dropped(one.span, what, why);
            continue;
        }
        let plain = pascal(&words::ascii(&one.name.name));
        let values: Vec<(String, Option<String>)> =
            one.values.iter().map(|value| (value.value.clone(), value.label.clone())).collect();
        let mut named = add(&plain, &values, one.span, &what, converter);
        if let Some(one_of) = converter.enums.get_mut(&named.name) {
            one_of.description = one.comment.as_deref().and_then(words::description);
        }
        named.values.shrink_to_fit();
        converter.named_enums.insert(key, named);
    }
}

/// Adds an enum of values that are listed where they are used.
pub(super) fn inline(entity: &str, member: &str, values: &[String], span: Span, converter: &mut Converter) -> Named {
    let plain = pascal(&format!("{entity}_{}", naming::column(member)));
    let what = format!("the values of `{entity}.{member}`");
    let values: Vec<(String, Option<String>)> = values.iter().map(|value| (value.clone(), None)).collect();
    add(&plain, &values, span, &what, converter)
}

fn add(plain: &str, values: &[(String, Option<String>)], span: Span, what: &str, converter: &mut Converter) -> Named {
    let (name, _) = converter.names.claim(plain, ENUM);
    let mut claimed = EnumValues::default();
    let mut made = document::Enum::default();
    let mut renamed: HashMap<String, String> = HashMap::new();
    let mut changed = Vec::new();
    for (written, label) in values {
        if renamed.contains_key(written) {
            continue;
        }
        let value = claimed.claim(&value(written));
        let text = label.clone().unwrap_or_else(|| written.trim().to_owned());
        let text: String =
            text.chars().filter(|letter| !letter.is_control() && !direction::turns(*letter)).take(80).collect();
        let is_said = !text.is_empty() && text != value && text != naming::label(&value);
        if value != *written {
            changed.push(format!("`{}`", written.chars().take(40).collect::<String>()));
        }
        made.values.insert(value.clone(), is_said.then_some(text));
        renamed.insert(written.clone(), value);
    }
    if !changed.is_empty() {
        converter.notes.changed(
            span,
            format!("{what}: {}", changed.join(", ")),
            format!(
                "stored as {}, because generated code takes letters, digits and hyphens; people see them as before",
                values
                    .iter()
                    .filter_map(|(written, _)| renamed.get(written).filter(|value| *value != written))
                    .map(|value| format!("`{value}`"))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
        );
    }
    converter.enums.insert(name.clone(), made);
    Named { name, values: renamed }
}

/// A value of letters, digits and hyphens: `In progress` becomes `In-progress`.
fn value(written: &str) -> String {
    let mut out = String::new();
    for letter in words::ascii(written.trim()).chars() {
        match letter {
            '_' if out.ends_with(['-', '_']) => {}
            '_' if !written.contains('_') => out.push('-'),
            letter => out.push(letter),
        }
    }
    let trimmed = out.trim_matches(['-', '_']);
    if trimmed.is_empty() {
        if written.trim().is_empty() { "empty" } else { "value" }.to_owned()
    } else {
        trimmed.to_owned()
    }
}
