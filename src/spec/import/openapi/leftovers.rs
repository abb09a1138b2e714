//! What is not carried over: schemas that are no entities, calls that are no lists or records, and what is around them.

use std::collections::HashSet;

use super::{
    operations::{Operation, Operations, end_of},
    select::{Reason, Selected},
    source::{Source, entries, value},
    twins,
};
use crate::spec::import::{NoteKind, notes::Notes};

/// Tells all of it.
pub(super) fn tell(source: &Source, selected: &Selected, operations: &Operations, notes: &mut Notes) {
    schemas(source, selected, notes);
    calls(selected, operations, notes);
    around(source, notes);
}

fn schemas(source: &Source, selected: &Selected, notes: &mut Notes) {
    for (name, reason) in &selected.left {
        let (head, why, kind) = match reason {
            Reason::Failure => {
                ("schemas of failures:", "the workspace has its own, told alike everywhere", NoteKind::NotCarried)
            }
            Reason::Wrapping => {
                ("schemas around others:", "lists and answers have their own wrapping", NoteKind::NotCarried)
            }
            Reason::Act => (
                "schemas of requests and answers of their own:",
                "they are no things that are kept; write them as actions of the service",
                NoteKind::NotCarried,
            ),
            Reason::Unused => {
                ("schemas that nothing refers to:", "no path and no entity leads to them", NoteKind::NotCarried)
            }
            Reason::Parts => (
                "schemas without an id and a path of their own:",
                "what they consist of is kept in what holds them",
                NoteKind::Changed,
            ),
        };
        notes.grouped(source.schemas[*name].span, kind, head, format!("`{name}`"), why);
    }
}

fn calls(selected: &Selected, operations: &Operations, notes: &mut Notes) {
    let all = selected.groups.iter().enumerate().filter(|(at, _)| selected.is_entity[*at]);
    let known: HashSet<&str> = all.flat_map(|(_, group)| twins::endings(&group.base)).collect();
    for call in &operations.all {
        let shown = format!("`{} {}`", call.method.to_ascii_uppercase(), call.path);
        if !is_usual(call, &known) {
            let why = "neither a list nor a record of an entity; write it as an action of the service";
            notes.grouped(call.span, NoteKind::NotCarried, "operations:", shown, why);
            continue;
        }
        for name in &call.filters {
            let why = "lists are searched, filtered and sorted by their fields anyhow";
            let item = format!("`{name}` of {shown}");
            notes.grouped(call.span, NoteKind::NotCarried, "parameters of lists:", item, why);
        }
    }
}

/// Whether the workspace can do the same with its entities.
fn is_usual(call: &Operation, known: &HashSet<&str>) -> bool {
    let Some((segment, is_record)) = end_of(call.path) else { return false };
    let methods: &[&str] =
        if is_record { &["get", "put", "patch", "delete", "head"] } else { &["get", "post", "head"] };
    let name = twins::of_segment(segment);
    methods.contains(&call.method) && twins::endings(&name).any(|ending| known.contains(ending))
}

fn around(source: &Source, notes: &mut Notes) {
    const BROUGHT: &str = "the workspace brings its own addresses, sign-in and documentation";
    let own = entries(source.root).filter(|(key, ..)| {
        !matches!(*key, "openapi" | "swagger" | "info" | "paths" | "components" | "definitions" | "tags")
            && !matches!(*key, "parameters" | "responses" | "consumes" | "produces" | "jsonSchemaDialect")
    });
    let parts = value(source.root, "components").into_iter().flat_map(entries);
    let parts = parts.filter(|(key, ..)| matches!(*key, "securitySchemes" | "callbacks" | "links" | "webhooks"));
    for (key, span, _) in own.chain(parts) {
        notes.grouped(span, NoteKind::NotCarried, "parts of the document:", format!("`{key}`"), BROUGHT);
    }
}
