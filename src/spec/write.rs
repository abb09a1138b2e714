//! A document as the text of `fountane.yaml`, in the style of one written by hand.

use serde_json::{Map, Value};

use super::{Document, document::Field};
use crate::yaml::write::{self, Layout, Style};

/// The line that tells editors where the schema is.
const HEADER: &str = "# yaml-language-server: $schema=.fountane/schema.json\n";

/// The text of a document: short forms where they suffice, comments where a reader may need them. Reading it gives the
/// same document again.
pub fn to_yaml(document: &Document) -> String {
    let Ok(Value::Object(map)) = serde_json::to_value(document) else { return HEADER.to_owned() };
    tree_to_yaml(&map)
}

/// The text of a tree of a document's shape, which need not be right: what is wrong can then be shown at its place.
pub fn tree_to_yaml(tree: &Map<String, Value>) -> String {
    format!("{HEADER}{}", write::document(tree, &Spec))
}

/// A field as it stands in the file: `string!`, or a map in braces.
pub fn field_to_yaml(field: &Field) -> String {
    let form = super::document::FieldForm::from(field);
    serde_json::to_value(form).map(|value| write::flow(&value)).unwrap_or_default()
}

/// Sections with a line for each of their entries.
const SECTIONS: &[&str] =
    &["project", "entities", "services", "enums", "rules", "workflows", "features", "apps", "roles", "sources"];

/// How `fountane.yaml` is laid out.
pub(super) struct Spec;

impl Style for Spec {
    fn layout(&self, path: &[&str]) -> Layout {
        let is_block = match path {
            [section] => SECTIONS.contains(section),
            ["entities" | "rules" | "workflows", _] => true,
            ["entities", _, key] => ["fields", "relations", "seed"].contains(key),
            ["rules", _, key] => *key == "examples",
            ["workflows", _, key] => *key == "steps",
            _ => false,
        };
        if is_block { Layout::Block } else { Layout::Flow }
    }

    fn spaced(&self, path: &[&str]) -> bool {
        matches!(path, [key] if *key != "fountane") || matches!(path, ["entities", _])
    }

    fn above(&self, _path: &[&str]) -> Option<&str> {
        None
    }

    fn behind(&self, path: &[&str]) -> Option<&str> {
        Some(match path {
            ["fountane"] => "version of this format",
            ["blueprint"] => "name and semver range; exact versions are pinned in fountane.lock",
            ["tenancy"] => "rls | schema | hybrid | none",
            ["roles"] => "from least to most; each includes those before it",
            ["services"] => "which service owns which entities",
            ["rules"] => "business rules in words and examples; the examples become tests",
            ["pipelines"] => "github | gitlab",
            ["compliance"] => "gdpr | hipaa | soc2 | pci-dss",
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{
        document::{Entity, Enum, Relation, RelationType, Service},
        load, parse,
    };

    fn made_in_memory() -> Document {
        let mut document = Document::named("library");
        document.project.title = Some("Library: no. 1".to_owned());
        document.enums.insert("Genre".to_owned(), Enum::of(["crime", "no"]));
        document.services.insert(
            "books".to_owned(),
            Service { description: None, entities: vec!["Author".to_owned(), "Book".to_owned()] },
        );
        let author = Entity { fields: [("name".to_owned(), Field::required("string"))].into(), ..Entity::default() };
        let mut title = Field::required("string");
        title.max = Some(200.into());
        title.pattern = Some(r"^\S".to_owned());
        title.example = Some("Emma".into());
        let fields = [
            ("title".to_owned(), title),
            ("genre".to_owned(), Field::of("Genre")),
            ("price".to_owned(), Field::of("money(EUR)")),
        ];
        let relation = Relation { required: true, ..Relation::of(RelationType::ManyToOne, "Author") };
        let book = Entity {
            fields: fields.into(),
            relations: [("author".to_owned(), relation)].into(),
            audit: true,
            ..Entity::default()
        };
        document.entities.insert("Author".to_owned(), author);
        document.entities.insert("Book".to_owned(), book);
        document
    }

    #[test]
    fn a_document_made_in_memory_reads_like_one_written_by_hand() {
        let document = made_in_memory();
        let text = to_yaml(&document);
        insta::assert_snapshot!(text, @r#"
        # yaml-language-server: $schema=.fountane/schema.json
        fountane: 1                       # version of this format

        project:
          name: library
          title: "Library: no. 1"

        enums:
          Genre: [crime, "no"]

        services:                         # which service owns which entities
          books: [Author, Book]

        entities:
          Author:
            fields:
              name: string!

          Book:
            fields:
              title: { type: string, required: true, example: Emma, max: 200, pattern: '^\S' }
              genre: Genre
              price: money(EUR)
            relations:
              author: { many-to-one: Author, required: true }
            audit: true
        "#);
        assert_eq!(load(&text, "fountane.yaml").unwrap().0, document);
    }

    #[test]
    fn the_main_specs_survive_being_written() {
        for spec in ["clinic", "shop", "note"] {
            let path = format!("tests/fixtures/specs/{spec}.yaml");
            let document = parse(&fs_err::read_to_string(&path).unwrap(), &path).unwrap();
            let text = to_yaml(&document);
            assert_eq!(parse(&text, &path).unwrap(), document, "{text}");
            assert_eq!(to_yaml(&parse(&text, &path).unwrap()), text);
        }
    }

    #[test]
    fn the_example_is_written_in_its_own_style() {
        let path = "tests/fixtures/specs/clinic.yaml";
        let document = parse(&fs_err::read_to_string(path).unwrap(), path).unwrap();
        insta::assert_snapshot!(to_yaml(&document));
    }
}
