//! Whole documents, from text to spec.

mod relations;
mod rules;

use std::fmt::Write as _;

use camino::Utf8Path;
use proptest::prelude::*;

use super::{MAX_BYTES, read};
use crate::spec::{
    import::{
        Imported,
        testing::{damage, entity, notes, survives_writing, valid},
    },
    resolve, to_yaml,
};

/// Every document with its name.
fn fixtures() -> Vec<(String, String)> {
    let folder = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/openapi");
    let mut paths: Vec<_> = folder.read_dir_utf8().unwrap().map(|entry| entry.unwrap().into_path()).collect();
    paths.sort();
    let file =
        |path: &camino::Utf8PathBuf| (path.file_stem().unwrap().to_owned(), fs_err::read_to_string(path).unwrap());
    paths.iter().map(file).collect()
}

#[track_caller]
fn of(text: &str) -> Imported {
    valid(read(text, "model.yaml"))
}

#[test]
fn every_document_becomes_a_valid_spec() {
    let all = fixtures();
    assert!(all.len() >= 5);
    for (name, text) in all {
        let imported = of(&text);
        survives_writing(&imported);
        insta::assert_snapshot!(format!("notes-{name}"), notes(&imported));
        insta::assert_snapshot!(format!("spec-{name}"), to_yaml(&imported.document));
    }
}

/// A document with an entity `Thing` at a path of its own, and further schemas.
fn document(schemas: &str) -> String {
    let mut text = "openapi: 3.1.0\ninfo: { title: Trial }\npaths:\n".to_owned();
    for name in ["Thing", "Other"] {
        let lower = name.to_lowercase();
        let answer = format!("{{ $ref: '#/components/schemas/{name}' }}");
        let content = format!("content: {{ application/json: {{ schema: {answer} }} }}");
        let _ = writeln!(text, "  /{lower}s/{{id}}:\n    get: {{ responses: {{ '200': {{ {content} }} }} }}");
    }
    let _ = write!(text, "components:\n  schemas:\n{schemas}");
    text
}

/// The entities and enums of a document, as the spec has them.
#[track_caller]
fn spec_of(schemas: &str) -> String {
    let text = to_yaml(&of(&document(schemas)).document);
    let start = text.find("\nenums:").or_else(|| text.find("\nentities:")).unwrap_or_default();
    text[start..].trim().to_owned()
}

#[test]
fn the_project_is_named_after_the_title_or_the_file() {
    let schemas = "components: { schemas: { Pet: { properties: { id: { type: string }, a: { type: boolean } } } } }";
    let named = |title: &str, file: &str| {
        read(&format!("openapi: 3.0.0\ninfo: {{ title: {title} }}\n{schemas}"), file).unwrap().document.project.name
    };
    assert_eq!(named("'Swagger Petstore - OpenAPI 3.0'", "a.yaml"), "petstore");
    assert_eq!([named("''", "clinic/openapi.yaml"), named("API", "shop.json")], ["openapi", "shop"]);
}

#[test]
fn questions_forms_and_lists_of_a_logistics_company_are_what_they_say() {
    let text = fixtures().into_iter().find(|(name, _)| name == "logistics").unwrap().1;
    let imported = of(&text);
    let entities = &imported.document.entities;
    assert!(!entities.contains_key("Quote") && !entities.contains_key("ShipmentRef"), "{:?}", entities.keys());
    let told = notes(&imported);
    let line = |part: &str| told.lines().find(|line| line.contains(part)).unwrap_or_default().to_owned();
    assert!(line("requests and answers of their own").contains("`QuoteResponse`"));
    assert!(!line("schemas of failures").contains("ExceptionEvent"), "it is a form of an event");
    let level = entity(&imported, "ServiceLevel");
    assert!(level.relations.values().all(|one| one.many_to_one.is_none()), "{:?}", level.relations);
    assert_eq!(entity(&imported, "PickList").relations["shipment"].many_to_one.as_deref(), Some("Shipment"));
}

#[test]
fn a_document_without_paths_is_all_about_its_schemas() {
    let text = "openapi: 3.1.0\ncomponents:\n  schemas:\n    A: { properties: { name: { type: string } } }";
    assert!(entity(&of(text), "A").fields.contains_key("name"));
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place() {
    let refused = |text: &str| read(text, "a.yaml").unwrap_err().render(false);
    assert!(refused("openapi: 3.1.0\npaths: {").contains("a.yaml:2"));
    assert!(refused("name: shop").contains("no document of OpenAPI"));
    assert!(refused("openapi: 3.1.0").contains("nothing in it that could be kept"));
    assert!(refused(&" ".repeat(MAX_BYTES + 1)).contains("at most"));
    assert!(refused(&format!("openapi: 3.1.0\na: {}", "[".repeat(100_000))).contains("a.yaml:2"));
}

#[test]
fn schemas_that_refer_to_each_other_without_end_take_little_time() {
    let mut schemas = String::new();
    for at in 0..40 {
        let next = (0..40).map(|to| format!("{{ $ref: '#/components/schemas/S{to}' }}"));
        let all = next.collect::<Vec<_>>().join(", ");
        let _ = writeln!(schemas, "    S{at}: {{ oneOf: [{all}], properties: {{ p{at}: {{ allOf: [{all}] }} }} }}");
    }
    schemas.push_str("    Thing: { properties: { id: { type: string }, a: { $ref: '#/components/schemas/S1' } } }\n");
    let imported = of(&document(&schemas));
    assert!(entity(&imported, "Thing").fields.contains_key("a") || !entity(&imported, "Thing").relations.is_empty());
}

#[test]
fn a_large_document_takes_time_in_proportion() {
    let mut schemas = String::new();
    for at in 0..900 {
        let other = (at + 1) % 900;
        let fields: String = (0..20).map(|field| format!("f{field}: {{ type: string, maxLength: 9 }}, ")).collect();
        let link = format!("other: {{ $ref: '#/components/schemas/Part{other}x' }}");
        let _ = writeln!(schemas, "    Part{at}x: {{ properties: {{ id: {{ type: string }}, {fields} {link} }} }}");
    }
    schemas
        .push_str("    Thing: { properties: { id: { type: string }, a: { $ref: '#/components/schemas/Part1x' } } }\n");
    assert_eq!(of(&document(&schemas)).document.entities.len(), 901);
}

const PARTS: [&str; 30] = [
    "type: object",
    "type: [string, 'null']",
    "$ref: '#/components/schemas/Pet'",
    "$ref: 'x.yaml'",
    "allOf: []",
    "oneOf: [{ type: string }]",
    "properties: { id: { type: string } }",
    "required: [id]",
    "enum: [a, 1, null]",
    "items: { $ref: '#/components/schemas/Copy' }",
    "type: array",
    "nullable: true",
    "default: x",
    "format: date-time",
    "minimum: 1",
    "pattern: '('",
    "discriminator: { propertyName: id }",
    "additionalProperties: {}",
    "paths:",
    "components:",
    "schemas:",
    "{",
    "}",
    "[",
    "]",
    "\n",
    "  ",
    ": ",
    "&a",
    "*a",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_makes_it_panic(source in any::<String>()) {
        let _ = read(&source, &source);
        let _ = read(&format!("openapi: 3.0.0\n{source}"), "a.yaml");
    }

    #[test]
    fn changed_documents_still_become_valid_specs(
        which in 0..6_usize,
        cuts in proptest::collection::vec((any::<proptest::sample::Index>(), 0..30_usize, proptest::sample::select(&PARTS[..])), 1..5),
    ) {
        let all: Vec<(String, String)> = fixtures().into_iter().filter(|(_, text)| text.len() < 20_000).collect();
        let mut source = all[which % all.len()].1.clone();
        damage(&mut source, &cuts);
        if let Ok(imported) = read(&source, "changed.yaml") {
            let resolved = resolve(&imported.document);
            prop_assert!(resolved.is_ok(), "{resolved:?}");
            survives_writing(&imported);
        }
    }
}
