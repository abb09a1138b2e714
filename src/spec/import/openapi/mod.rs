//! Documents of OpenAPI 3.0 and 3.1 and of Swagger 2.0, in YAML or JSON: the things that an API is about.
//!
//! A document describes what is sent and answered, not what is kept. What is an entity, and which schemas are the same one,
//! is told by paths, names and what they have in common; `docs/import-openapi.md` says how.

mod build;
mod facts;
mod forms;
mod leftovers;
mod links;
mod members;
mod objects;
mod operations;
mod scalars;
mod select;
mod services;
mod shape;
mod source;
#[cfg(test)]
mod tests;
mod twins;

use self::source::{Source, text, value};
use super::{
    Imported,
    fault::{Fault, problems},
    notes::Notes,
    project::{kebab, named_after},
    relational::{
        convert::{convert, words},
        schema::{Schema, Terms},
    },
    span::Span,
};
use crate::{
    spec::problem::Problems,
    yaml::{Limits, Node, parse_within},
};

/// Bytes of the largest document; a larger one is refused before it is read.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// Values of the largest document.
const MOST_NODES: usize = 2_000_000;

/// More named schemas, and more entities, than anybody has.
const MOST_SCHEMAS: usize = 5_000;
const MOST_ENTITIES: usize = 1_000;

/// Reads a document.
///
/// `name` is that of the file, for messages, and for the project where the document has no title. The spec that comes out
/// passes every check that a hand-written one must pass; what it cannot say is in the notes.
///
/// # Errors
/// That it is no document of OpenAPI, that there is nothing in it that could be kept, or more than anybody has.
pub fn read(text: &str, name: &str) -> Result<Imported, Problems> {
    import(text, name).map_err(|fault| problems(text, name, vec![*fault]))
}

fn import(text: &str, name: &str) -> Result<Imported, Box<Fault>> {
    let limits = Limits { bytes: MAX_BYTES, nodes: MOST_NODES };
    let tree = parse_within(text, limits).map_err(|error| {
        let at = error.at().min(text.len());
        Fault::new(Span { start: at, end: at }, error.to_string())
    })?;
    if version(&tree.root).is_none() {
        let fault = Fault::new(Span::default(), "it is no document of OpenAPI");
        return Err(Box::new(fault.help("such a document has a key `openapi: 3.1.0`, or `swagger: \"2.0\"`")));
    }
    let source = Source::of(&tree.root);
    if source.schemas.len() > MOST_SCHEMAS {
        return Err(Box::new(too_many(&format!("{MOST_SCHEMAS} named schemas"))));
    }
    let mut notes = Notes::default();
    for duplicate in &tree.duplicates {
        let span = Span { start: duplicate.again.start, end: duplicate.again.end };
        notes.dropped(span, format!("`{}`", duplicate.key), "it stands twice, and the first one counts");
    }
    let operations = operations::operations(&source);
    let selected = select::select(&source, &operations);
    let enums = build::enums(&source);
    let mut built = build::build(&source, &selected, &enums, &mut notes);
    if built.tables.is_empty() {
        let fault = Fault::new(Span::default(), "there is nothing in it that could be kept");
        return Err(Box::new(
            fault.help("an entity is a named schema with properties that a path such as `/pets/{id}` answers"),
        ));
    }
    if built.tables.len() > MOST_ENTITIES {
        return Err(Box::new(too_many(&format!("{MOST_ENTITIES} entities"))));
    }
    services::assign(&mut built, &selected, &operations);
    let terms = Terms { table: "schema", column: "property", is_database: false };
    let mut schema = Schema { enums, terms, ..Schema::default() };
    links::link(built, &selected, &operations, &mut schema, &mut notes);
    used_enums(&mut schema);
    leftovers::tell(&source, &selected, &operations, &mut notes);
    if source.is_cut() {
        let why = "its schemas refer to each other more often than anybody waits for; some are read as `json`";
        notes.changed(Span::default(), "the document", why);
    }
    convert(schema, notes, text, &project(&tree.root, name)).map_err(|faults| {
        Box::new(faults.into_iter().next().unwrap_or_else(|| Fault::new(Span::default(), "it cannot be read")))
    })
}

fn version(root: &Node) -> Option<&str> {
    text(root, "openapi").or_else(|| text(root, "swagger"))
}

fn too_many(what: &str) -> Fault {
    let fault = Fault::new(Span::default(), format!("there are more than {what}"));
    fault.help("divide it, and import its parts one by one")
}

/// Lists of words that only failures and parameters have are nobody's.
fn used_enums(schema: &mut Schema) {
    let kinds = schema.tables.iter().flat_map(|table| &table.columns).map(|column| &column.kind);
    let used: std::collections::HashSet<String> = kinds
        .filter_map(|kind| match kind {
            super::relational::schema::Kind::Enum(name) => Some(name.name.clone()),
            _ => None,
        })
        .collect();
    schema.enums.retain(|one| used.contains(&one.name.name));
}

/// Words of titles that say only what kind of document it is.
const USUAL: [&str; 8] = ["api", "rest", "openapi", "swagger", "specification", "spec", "the", "service"];

/// What the product is called by the document's title, or else by its file.
fn project(root: &Node, file: &str) -> String {
    let title = value(root, "info").and_then(|info| text(info, "title")).unwrap_or_default();
    let plain = words::ascii(title).to_ascii_lowercase();
    let kept: Vec<&str> = plain
        .split('_')
        .filter(|word| {
            !word.is_empty() && !USUAL.contains(word) && !word.starts_with(|first: char| first.is_ascii_digit())
        })
        .take(5)
        .collect();
    kebab(&kept.join("-")).unwrap_or_else(|| named_after(file))
}
