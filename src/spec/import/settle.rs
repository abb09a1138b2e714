//! The last word on a spec that was imported: what the spec's own checks refuse is left out, and told.
//!
//! An importer knows most of what can be wrong and says so in its own words. This is for what it does not know, such
//! as a default that breaks a pattern, so that an import never ends in a spec that somebody must mend before anything works.

use super::{fault::Fault, notes::Notes, rename, span::Span};
use crate::spec::{
    Document,
    document::{Entity, Field, Relation},
    naming,
    problem::{Path, Problem, Segment, Severity},
    resolve,
};

/// Leaving one thing out may bring another to light, but not for long.
const MOST_ROUNDS: usize = 8;

/// Who knows where the things of a document stand in its source.
pub(super) trait Origin {
    /// The place that a problem is about.
    fn span(&self, path: &Path) -> Span;

    /// Where to tell what is left out.
    fn notes(&mut self) -> &mut Notes;

    /// A type is called otherwise from now on.
    fn renamed(&mut self, from: &str, to: &str);
}

/// Makes the document pass every check.
///
/// # Errors
/// What is still wrong when nothing is left that could be left out.
pub(super) fn settle(document: &mut Document, origin: &mut dyn Origin) -> Result<(), Vec<Fault>> {
    for _ in 0..MOST_ROUNDS {
        let Err(problems) = resolve(document) else { return Ok(()) };
        let mut helped = false;
        for problem in problems.iter().filter(|problem| problem.severity == Severity::Error) {
            helped |= leave_out(document, origin, problem) || renamed(document, origin, problem);
        }
        if !helped {
            break;
        }
    }
    let Err(problems) = resolve(document) else { return Ok(()) };
    Err(problems.iter().map(|problem| fault(problem, origin)).collect())
}

fn fault(problem: &Problem, origin: &dyn Origin) -> Fault {
    let fault = Fault::new(origin.span(&problem.path), format!("{}: {}", problem.path, problem.message));
    match &problem.mend {
        Some(mend) => fault.help(mend.clone()),
        None => fault,
    }
}

fn leave_out(document: &mut Document, origin: &mut dyn Origin, problem: &Problem) -> bool {
    let keys = problem.path.keys();
    let helped = match keys.as_slice() {
        ["entities", entity, rest @ ..] => {
            document.entities.get_mut(*entity).is_some_and(|entity| of_entity(entity, rest))
        }
        ["services", ..] => !std::mem::take(&mut document.services).is_empty(),
        ["apps", ..] => document.apps.take().is_some(),
        ["project", "name"] if document.project.name != "imported" => {
            "imported".clone_into(&mut document.project.name);
            true
        }
        _ => false,
    };
    if helped {
        let mend = problem.mend.as_ref().map_or(String::new(), |mend| format!("; {mend}"));
        let place = origin.span(&problem.path);
        origin.notes().dropped(place, describe(&keys), format!("{}{mend}", problem.message));
    }
    helped
}

/// Gives a type another name where its own cannot stay, such as `ProductFilter` beside a `Product`.
fn renamed(document: &mut Document, origin: &mut dyn Origin, problem: &Problem) -> bool {
    let [Segment::Key(section), Segment::Key(name)] = problem.path.segments() else { return false };
    let suffix = match section.as_str() {
        "entities" => "Entry",
        "enums" => "Choice",
        _ => return false,
    };
    let other = format!("{name}{suffix}");
    let is_known = |name: &str| document.entities.contains_key(name) || document.enums.contains_key(name);
    if name.ends_with(suffix) || is_known(&other) || !is_known(name) {
        return false;
    }
    let place = origin.span(&problem.path);
    origin.notes().changed(place, format!("`{name}`"), format!("called `{other}`, because {}", problem.message));
    origin.renamed(name, &other);
    rename::of_type(document, name, &other);
    true
}

/// What is left out, in words: `` `default` of `Customer.name` ``.
fn describe(keys: &[&str]) -> String {
    match keys {
        ["entities", entity, "fields" | "relations", member, key, ..] => format!("`{key}` of `{entity}.{member}`"),
        ["entities", entity, "fields" | "relations", member] => format!("`{entity}.{member}`"),
        ["entities", entity, key, ..] => format!("`{key}` of `{entity}`"),
        _ => format!("`{}`", keys.join(".")),
    }
}

fn of_entity(entity: &mut Entity, keys: &[&str]) -> bool {
    match keys {
        ["fields", field, rest @ ..] => {
            let part = rest.first().zip(entity.fields.get_mut(*field)).is_some_and(|(key, given)| of_field(given, key));
            part || entity.fields.shift_remove(*field).is_some()
        }
        ["relations", relation, rest @ ..] => {
            let given = entity.relations.get_mut(*relation);
            let part = given.is_some_and(|given| match rest {
                [key, ..] => of_relation(given, key),
                [] => moved_links(relation, given),
            });
            part || entity.relations.shift_remove(*relation).is_some()
        }
        ["display", ..] => entity.display.take().is_some(),
        [] | ["table", ..] => entity.table.take().is_some(),
        ["list", ..] => entity.list.take().is_some(),
        ["access", ..] => entity.access.take().is_some(),
        ["plural", ..] => entity.plural.take().is_some(),
        _ => false,
    }
}

/// A table of links can have another name.
fn moved_links(name: &str, relation: &mut Relation) -> bool {
    let moves = relation.many_to_many.is_some() && relation.column.is_none();
    if moves {
        relation.column = Some(naming::identifier(&[naming::column(name).as_str(), "links"]));
    }
    moves
}

fn of_field(field: &mut Field, key: &str) -> bool {
    match key {
        "default" => field.default.take().is_some(),
        "pattern" => field.pattern.take().is_some(),
        "min" => field.min.take().is_some(),
        "max" => field.max.take().is_some(),
        "max-size" => field.max_size.take().is_some(),
        "column" => field.column.take().is_some(),
        "description" => field.description.take().is_some(),
        "unique" => std::mem::take(&mut field.unique),
        "required" => std::mem::take(&mut field.required),
        _ => false,
    }
}

fn of_relation(relation: &mut Relation, key: &str) -> bool {
    match key {
        "on-delete" => relation.on_delete.take().is_some(),
        "inverse" => relation.inverse.take().is_some(),
        "column" => relation.column.take().is_some(),
        "description" => relation.description.take().is_some(),
        "required" => std::mem::take(&mut relation.required),
        _ => false,
    }
}
