//! Words of the application: those of the spec, escaped for ICU messages, and sentences around them in each language.
//!
//! General sentences are kept in `templates/web/english` and `templates/web/german`; every other language begins with the
//! English ones, in files of its own, for a translator to work in. Names of entities, fields and values are the spec's in
//! every language.

use serde_json::{Value, json};

use crate::spec::model::{Entity, Field};

/// Which sentences a language gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    English,
    German,
}

impl Tongue {
    /// Of a BCP 47 tag.
    pub(super) fn of(locale: &str) -> Self {
        if locale.split('-').next() == Some("de") { Self::German } else { Self::English }
    }
}

/// A text as an ICU message that says just that: braces, angle brackets and apostrophes would mean something.
pub(super) fn icu(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\'' => escaped.push_str("''"),
            '{' | '}' | '<' | '>' => escaped.extend(['\'', c, '\'']),
            c => escaped.push(c),
        }
    }
    escaped
}

/// The texts of an entity.
pub(super) fn of_entity(entity: &Entity, tongue: Tongue) -> Value {
    let one = icu(&entity.names.one.phrase);
    let many = icu(&entity.names.many.phrase);
    let (one_title, many_title) = (icu(&entity.names.one.title), icu(&entity.names.many.title));
    let fields = entity
        .fields
        .iter()
        .map(|field| (&field.name, &field.label))
        .chain(entity.relations.iter().map(|relation| (&relation.name, &relation.label)))
        .map(|(name, label)| (name.clone(), json!(icu(label))))
        .collect::<serde_json::Map<_, _>>();
    let hints = entity
        .fields
        .iter()
        .filter_map(|field| Some((field.name.clone(), json!(worded(&hint(field)?, tongue)))))
        .chain(
            entity
                .relations
                .iter()
                .filter(|relation| !relation.description.is_empty())
                .map(|relation| (relation.name.clone(), json!(icu(&relation.description)))),
        )
        .collect::<serde_json::Map<_, _>>();
    let relations = entity
        .inverses
        .iter()
        .map(|inverse| (inverse.name.clone(), json!(icu(&inverse.label))))
        .collect::<serde_json::Map<_, _>>();
    let sentences = match tongue {
        Tongue::English => Sentences {
            search: format!("Search {many}"),
            new: format!("New {one}"),
            edit: format!("Edit {one}"),
            count: format!("{{count, plural, =1 {{1 {one}}} other {{# {many}}}}}"),
            empty: format!("No {many} yet"),
            first: format!("The first {one} that someone adds shows up here."),
        },
        Tongue::German => Sentences {
            search: format!("{many_title} durchsuchen"),
            new: format!("Neu: {one_title}"),
            edit: format!("{one_title} bearbeiten"),
            count: format!("{{count, plural, =1 {{1 {one_title}}} other {{# {many_title}}}}}"),
            empty: "Noch keine Einträge".to_owned(),
            first: "Sobald jemand etwas anlegt, steht es hier.".to_owned(),
        },
    };
    json!({
        "title": many_title,
        "one": one_title,
        "description": icu(&entity.description),
        "search": sentences.search,
        "new": sentences.new,
        "edit": sentences.edit,
        "count": sentences.count,
        "empty": { "title": sentences.empty, "text": sentences.first },
        "fields": fields,
        "hints": hints,
        "relations": relations,
    })
}

struct Sentences {
    search: String,
    new: String,
    edit: String,
    count: String,
    empty: String,
    first: String,
}

/// What stands beneath an input.
pub(super) enum Hint<'a> {
    /// The field's description.
    Words(&'a str),
    /// A value to go by.
    Example(String),
}

/// The hint of a field: its description, or else its example.
pub(super) fn hint(field: &Field) -> Option<Hint<'_>> {
    if !field.description.is_empty() {
        return Some(Hint::Words(&field.description));
    }
    match field.example.as_ref()? {
        Value::String(text) if text.len() <= 60 => Some(Hint::Example(text.clone())),
        Value::Number(number) => Some(Hint::Example(number.to_string())),
        _ => None,
    }
}

fn worded(hint: &Hint<'_>, tongue: Tongue) -> String {
    match (hint, tongue) {
        (Hint::Words(words), _) => icu(words),
        (Hint::Example(example), Tongue::English) => format!("For example {}", icu(example)),
        (Hint::Example(example), Tongue::German) => format!("Zum Beispiel {}", icu(example)),
    }
}

/// A role for people: `billing-clerk` becomes `Billing clerk`.
pub(super) fn role_title(role: &str) -> String {
    let words = role.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_the_spec_means_only_itself() {
        assert_eq!(icu("Bob's {new} <b>"), "Bob''s '{'new'}' '<'b'>'");
    }

    #[test]
    fn languages_without_sentences_of_their_own_begin_in_english() {
        assert_eq!(Tongue::of("de-AT"), Tongue::German);
        assert_eq!(Tongue::of("den"), Tongue::English);
        assert_eq!(Tongue::of("fr"), Tongue::English);
    }
}
