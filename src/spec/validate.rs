//! Rules that a document must obey beyond its shape. Each file knows one subject; all of them only add problems.

mod collisions;
mod cycles;
mod names;
mod platform;
mod project;
mod rules;
mod seeds;
mod sources;
mod workflows;

pub(super) use names::{ROW_MEMBERS, TRAPS};

use super::{
    Document, Model,
    problem::{Path, Problem},
    shape::did_you_mean,
};

/// What can be said of the document alone.
pub(super) fn before(document: &Document, problems: &mut Vec<Problem>) {
    project::check(document, problems);
    sources::check(document, problems);
    names::check(document, problems);
}

/// What can be said once it is known what the document means. The model may lack what made no sense.
pub(super) fn after(document: &Document, model: &Model, problems: &mut Vec<Problem>) {
    collisions::check(document, model, problems);
    cycles::check(document, model, problems);
    seeds::check(document, model, problems);
    rules::check(document, model, problems);
    platform::check(document, model, problems);
    workflows::check(document, model, problems);
}

/// A name of no entity.
pub(super) fn unknown_entity(path: Path, name: &str, document: &Document) -> Problem {
    let problem = Problem::new(path, format!("there is no entity `{}`", name.escape_debug()));
    match did_you_mean(name, document.entities.keys().map(String::as_str)) {
        Some(meant) => problem.mend(format!("did you mean `{meant}`?")),
        None => problem.mend(format!("add it to `entities:` as `{}`", heck::AsUpperCamelCase(name))),
    }
}
