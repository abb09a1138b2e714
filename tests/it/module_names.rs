//! Whatever a person calls types: no generated module binds a name twice.

use std::collections::BTreeSet;

use camino::Utf8PathBuf;
use fountane::blueprint::{Library, generate};
use fountane::render::RenderedFile;
use fountane::spec::document::{Document, Entity, Enum, Field};
use fountane::spec::{self, to_yaml};
use oxc::allocator::Allocator;
use oxc::parser::Parser;
use oxc::semantic::{Semantic, SemanticBuilder};
use oxc::span::SourceType;

#[test]
fn enums_may_be_called_like_anything_that_generated_modules_bind() {
    let mut document = Document::named("trial");
    for name in type_names_of_modules() {
        let mut trial = document.clone();
        trial.enums.insert(name.clone(), Enum::of(["ACTIVE", "CLOSED"]));
        let fields = [("name".to_owned(), Field::of("string")), ("kind".to_owned(), Field::of(&name))];
        trial.entities.insert(format!("Trial{name}"), Entity { fields: fields.into(), ..Entity::default() });
        if spec::resolve(&trial).is_ok() {
            document = trial;
        }
    }
    assert!(document.enums.len() > 60, "{}", document.enums.len());
    binds_no_name_twice(&document);
}

#[test]
fn entities_may_be_called_like_anything_that_generated_modules_bind() {
    let mut document = Document::named("trial");
    for name in type_names_of_modules() {
        let mut trial = document.clone();
        let fields = [("name".to_owned(), Field::of("string"))];
        trial.entities.insert(name, Entity { fields: fields.into(), ..Entity::default() });
        if spec::resolve(&trial).is_ok() {
            document = trial;
        }
    }
    assert!(document.entities.len() > 60, "{}", document.entities.len());
    binds_no_name_twice(&document);
}

#[track_caller]
fn binds_no_name_twice(document: &Document) {
    let mut faults = Vec::new();
    for file in modules(&rendered(&to_yaml(document))) {
        let allocator = Allocator::default();
        let program = Parser::new(&allocator, &file.1, SourceType::from_path(&file.0).unwrap()).parse().program;
        let built = SemanticBuilder::new().with_check_syntax_error(true).build(&program);
        faults.extend(built.diagnostics.iter().map(|error| format!("{}: {error}", file.0)));
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// Every name in PascalCase that some module of a workspace imports, declares, or takes from the language.
fn type_names_of_modules() -> BTreeSet<String> {
    let path = Utf8PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/specs/note.yaml");
    let mut names = BTreeSet::new();
    for (path, text) in modules(&rendered(&fs_err::read_to_string(path).unwrap())) {
        let allocator = Allocator::default();
        let program = Parser::new(&allocator, &text, SourceType::from_path(&path).unwrap()).parse().program;
        let semantic = SemanticBuilder::new().build(&program).semantic;
        let is_type =
            |name: &String| name.starts_with(|first: char| first.is_ascii_uppercase()) && !name.contains("Note");
        names.extend(names_of(&semantic).filter(is_type));
    }
    assert!(["Role", "Transport", "Response"].iter().all(|name| names.contains(*name)), "{names:?}");
    names
}

fn names_of(semantic: &Semantic<'_>) -> impl Iterator<Item = String> {
    let scoping = semantic.scoping();
    let bound = scoping.symbol_names().map(ToOwned::to_owned);
    let global = scoping.root_unresolved_references().keys().map(|name| name.as_str().to_owned());
    bound.chain(global).collect::<Vec<_>>().into_iter()
}

fn rendered(yaml: &str) -> Vec<RenderedFile> {
    let (_, model) = spec::load(yaml, "trial").unwrap();
    generate(&Library::embedded(), &model).unwrap_or_else(|error| panic!("{error}")).files
}

fn modules(files: &[RenderedFile]) -> Vec<(String, String)> {
    let typescript = |file: &&RenderedFile| [".ts", ".tsx"].iter().any(|ending| file.path.as_str().ends_with(ending));
    let read = |file: &RenderedFile| (file.path.as_str().to_owned(), String::from_utf8(file.bytes.clone()).unwrap());
    files.iter().filter(typescript).map(read).collect()
}
