//! What the tests of every importer ask of what was read.

use proptest::sample::Index;

use super::Imported;
use crate::spec::document::Entity;
use crate::spec::problem::Problems;
use crate::spec::{load, resolve, to_yaml};

/// What was read, which must always be a valid spec.
#[track_caller]
pub(super) fn valid(read: Result<Imported, Problems>) -> Imported {
    let imported = read.unwrap_or_else(|problems| panic!("{}", problems.render(false)));
    resolve(&imported.document).unwrap_or_else(|problems| panic!("{problems:#?}"));
    imported
}

/// The entity of that name.
#[track_caller]
pub(super) fn entity<'i>(imported: &'i Imported, name: &str) -> &'i Entity {
    imported.document.entities.get(name).unwrap_or_else(|| panic!("{:?}", imported.document.entities.keys()))
}

/// What is written into `fountane.yaml` must mean the same when it is read back.
#[track_caller]
pub(super) fn survives_writing(imported: &Imported) {
    let text = to_yaml(&imported.document);
    let (_, model) = load(&text, "fountane.yaml").unwrap_or_else(|problems| panic!("{}", problems.render(false)));
    assert!(resolve(&imported.document).is_ok_and(|meant| meant == model), "{text}");
}

/// All notes, a line each.
pub(super) fn notes(imported: &Imported) -> String {
    imported.notes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Replaces pieces of a text: each by where it begins, how many letters it has, and what comes in its place.
pub(super) fn damage(text: &mut String, cuts: &[(Index, usize, &str)]) {
    for (at, length, part) in cuts {
        let letters: Vec<(usize, char)> = text.char_indices().collect();
        let start = at.index(letters.len());
        let from = letters[start].0;
        let to = letters.get(start + length).map_or(text.len(), |(at, _)| *at);
        text.replace_range(from..to, part);
    }
}
