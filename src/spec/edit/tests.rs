use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::spec::{argument, document::RelationType, load, parse};

const CLINIC: &str = include_str!("../../../tests/fixtures/specs/clinic.yaml");
const SHOP: &str = include_str!("../../../tests/fixtures/specs/shop.yaml");
const NOTE: &str = include_str!("../../../tests/fixtures/specs/note.yaml");

fn entity(fields: &[(&str, &str)]) -> Box<Entity> {
    let fields = fields.iter().map(|(name, kind)| {
        ((*name).to_owned(), Field::from(crate::spec::document::FieldForm::Short((*kind).to_owned())))
    });
    Box::new(Entity { fields: fields.collect(), ..Entity::default() })
}

fn toy() -> Edit {
    Edit::Entity {
        name: "Toy".to_owned(),
        entity: entity(&[("name", "string!"), ("price", "money(EUR)")]),
        service: Some("clinic".to_owned()),
    }
}

/// What a change adds and takes away, line by line.
fn difference(before: &str, after: &str) -> String {
    let diff = similar::TextDiff::from_lines(before, after);
    let changes = diff.iter_all_changes().filter(|change| change.tag() != similar::ChangeTag::Equal);
    changes.map(|change| format!("{}{}", change.tag(), change.value().trim_end())).collect::<Vec<_>>().join("\n")
}

fn set(path: &[&str], value: Value) -> Edit {
    Edit::Set { path: Path::of(path), value }
}

#[test]
fn an_entity_goes_to_the_end_and_into_its_service() {
    let changed = edit(CLINIC, &toy()).unwrap();
    insta::assert_snapshot!(difference(CLINIC, &changed), @r"
    -  clinic: [Owner, Pet, Visit, Vaccine]
    +  clinic: [Owner, Pet, Visit, Vaccine, Toy]
    +  Toy:
    +    fields:
    +      name: string!
    +      price: money(EUR)
    ");
    load(&changed, "fountane.yaml").unwrap();
}

#[test]
fn a_field_goes_below_the_others_in_their_style() {
    let field = |entity: &str, name: &str, field: Field| Edit::Field {
        entity: entity.to_owned(),
        name: name.to_owned(),
        field: Box::new(field),
    };
    let mut changed = CLINIC.to_owned();
    let mut age = Field::of("int");
    age.min = Some(0.into());
    for (owner, name, what) in
        [("Pet", "age", age), ("Vaccine", "code", Field::of("string(20)")), ("InvoiceLine", "note", Field::of("text"))]
    {
        changed = edit(&changed, &field(owner, name, what)).unwrap();
    }
    insta::assert_snapshot!(difference(CLINIC, &changed), @r"
    +      age: { type: int, min: 0 }
    -    fields: { name: { type: string, required: true, unique: true } }
    +    fields: { name: { type: string, required: true, unique: true }, code: string(20) }
    -    fields: { text: string!, amount: { type: money, currency: EUR, required: true } }
    +    fields: { text: string!, amount: { type: money, currency: EUR, required: true }, note: text }
    ");
    load(&changed, "fountane.yaml").unwrap();
}

#[test]
fn what_a_section_needs_is_made() {
    let relation = Relation { inverse: Some("notes".to_owned()), ..Relation::of(RelationType::ManyToOne, "Folder") };
    let edits = [
        Edit::Entity { name: "Folder".to_owned(), entity: entity(&[("name", "string!")]), service: None },
        Edit::Relation { entity: "Note".to_owned(), name: "folder".to_owned(), relation: Box::new(relation) },
        Edit::Enum { name: "Colour".to_owned(), values: Enum::of(["red", "no"]) },
        Edit::Service {
            name: "notes".to_owned(),
            service: Service { description: None, entities: vec!["Note".to_owned(), "Folder".to_owned()] },
        },
        Edit::App { name: "mobile".to_owned() },
        set(&["project", "description"], json!("Notes: many")),
        set(&["entities", "Note", "fields", "title", "max"], json!(80)),
        set(&["entities", "Note", "list", "page-size"], json!(10)),
        set(&["services", "notes", "description"], json!("All of it")),
    ];
    let mut changed = NOTE.to_owned();
    for one in &edits {
        changed = edit(&changed, one).unwrap_or_else(|error| panic!("{error}: {one:?}\n{changed}"));
    }
    insta::assert_snapshot!(changed, @r#"
    # yaml-language-server: $schema=.fountane/schema.json
    fountane: 1

    project:
      name: notebook
      description: "Notes: many"

    entities:
      Note:
        fields:
          title: { type: string, required: true, max: 80 }
          body: text
        relations:
          folder: { many-to-one: Folder, inverse: notes }
        list: { page-size: 10 }

      Folder:
        fields:
          name: string!

    enums:
      Colour: [red, "no"]

    services:                         # which service owns which entities
      notes: { entities: [Note, Folder], description: All of it }

    apps:
      web: {}
      mobile: {}
    "#);
    load(&changed, "fountane.yaml").unwrap();
}

#[test]
fn a_value_changes_and_nothing_else() {
    let edits = [
        set(&["entities", "Pet", "list", "page-size"], json!(50)),
        set(&["tenancy"], json!("none")),
        set(&["entities", "Pet", "fields", "name", "max"], json!(40)),
        set(&["project", "title"], json!("no")),
        set(&["apps", "web", "locales"], json!(["de"])),
    ];
    let changed = edits.iter().fold(CLINIC.to_owned(), |text, one| edit(&text, one).unwrap());
    insta::assert_snapshot!(difference(CLINIC, &changed), @r##"
    -  title: Pet Clinic
    +  title: "no"
    -tenancy: rls                      # rls | schema | hybrid | none
    +tenancy: none                     # rls | schema | hybrid | none
    -      name: string!
    +      name: { type: string, required: true, max: 40 }
    -    list: { page-size: 25, sort: [name, -createdAt], filter: [species, owner], search: [name] }
    +    list: { page-size: 50, sort: [name, -createdAt], filter: [species, owner], search: [name] }
    -  web: { locales: [en, de], pwa: true, theme: { primary: "#0f766e" } }
    +  web: { locales: [de], pwa: true, theme: { primary: "#0f766e" } }
    "##);
}

#[test]
fn windows_line_ends_and_wide_indentation_are_kept() {
    let text = "fountane: 1\r\nproject:\r\n    name: a\r\nentities:\r\n    Note:\r\n        fields:\r\n            title: string! # first\r\n            # body: text\r\n";
    let field = Edit::Field { entity: "Note".to_owned(), name: "pages".to_owned(), field: Box::new(Field::of("int")) };
    let changed = edit(text, &field).unwrap();
    assert_eq!(
        changed,
        format!("{text}            pages: int")
            .replace("text\r\n            pages: int", "text\r\n            pages: int\r\n")
    );
}

#[test]
fn lists_of_several_lines_grow_by_a_line() {
    let text = "fountane: 1\nproject: { name: a }\nservices:\n  one:\n    - A # the first\n  two: [\n    B,\n  ]\nentities:\n  A: { fields: { x: int } }\n  B: { fields: { x: int } }\n";
    let add = |service: &str, name: &str| Edit::Entity {
        name: name.to_owned(),
        entity: entity(&[("x", "int")]),
        service: Some(service.to_owned()),
    };
    let changed = edit(&edit(text, &add("one", "C")).unwrap(), &add("two", "D")).unwrap();
    insta::assert_snapshot!(difference(text, &changed), @r"
    +    - C
    +    D,
    +  C:
    +    fields:
    +      x: int
    +  D:
    +    fields:
    +      x: int
    ");
}

#[test]
fn what_cannot_be_done_is_told() {
    let field = |entity: &str, name: &str| Edit::Field {
        entity: entity.to_owned(),
        name: name.to_owned(),
        field: Box::new(Field::of("int")),
    };
    let aliased = "entities:\n  A: &a\n    fields: { x: int }\n  B: *a\n";
    let told = [
        edit(CLINIC, &field("Pett", "age")),
        edit(CLINIC, &field("Pet", "name")),
        edit(CLINIC, &field("Pet", "owner")),
        edit(
            CLINIC,
            &Edit::Entity { name: "Toy".to_owned(), entity: entity(&[]), service: Some("clinics".to_owned()) },
        ),
        edit(CLINIC, &set(&["entities", "Pet"], json!(1))),
        edit(CLINIC, &set(&["project", "name", "x"], json!(1))),
        edit(aliased, &field("B", "y")),
        edit("a: [", &field("B", "y")),
    ];
    let told: Vec<String> = told.into_iter().map(|result| result.unwrap_err().to_string()).collect();
    insta::assert_snapshot!(told.join("\n"), @r"
    there is no entity `Pett`; did you mean `Pet`?
    `entities.Pet.fields.name` is there already
    `entities.Pet.relations.owner` is there already
    there is no service `clinics`; did you mean `clinic`?
    `entities.Pet` is a whole section; set one of its keys instead
    `project.name` has no keys to set
    `entities.B` is an alias of another place; write it out first
    the spec cannot be read
    ");
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let name = "[a-z][a-z0-9]{1,8}";
    let kind = prop::sample::select(vec!["string", "int", "decimal(6, 2)", "money(EUR)", "text"]);
    let owner = prop::sample::select(vec!["Pet", "Owner", "Visit", "Vaccine", "Order", "Tag", "Note", "Event"]);
    let field = (owner.clone(), name, kind, any::<bool>(), prop::option::of(".{0,10}")).prop_map(
        |(entity, name, kind, required, description)| Edit::Field {
            entity: entity.to_owned(),
            name,
            field: Box::new(Field { required, description, ..Field::of(kind) }),
        },
    );
    let relation =
        (owner, name, prop::sample::select(vec!["Pet", "Tag", "Note"])).prop_map(|(entity, name, target)| {
            Edit::Relation {
                entity: entity.to_owned(),
                name,
                relation: Box::new(Relation::of(RelationType::ManyToOne, target)),
            }
        });
    let new = ("[A-Z][a-z]{2,8}", prop::option::of(prop::sample::select(vec!["clinic", "billing", "sales"]))).prop_map(
        |(name, service)| Edit::Entity {
            name,
            entity: entity(&[("name", "string!")]),
            service: service.map(str::to_owned),
        },
    );
    let values = ("[A-Z][a-z]{2,8}", prop::collection::vec("[a-z-]{1,6}", 1..4))
        .prop_map(|(name, values)| Edit::Enum { name, values: Enum::of(values) });
    let title = ".{0,20}".prop_map(|title| set(&["project", "title"], json!(title)));
    prop_oneof![field, relation, new, values, title]
}

/// A spec in which everything that is to be removed has comments, spaces and neighbours.
const GARDEN: &str = "\
fountane: 1
project: { name: garden }

enums:
  Size: [small, large]
  # By the sun.
  Light:
    shade: In the shade
    sun: In the sun

services:
  beds: [Bed, Plant]
  shed: [Tool]

entities:
  # Where things grow.
  Bed:
    fields:
      name: string! # as people say it
      # In square metres.
      area: decimal

  Plant:
    fields:
      name: string!
    relations:
      bed: { many-to-one: Bed }

  # Kept dry.
  Tool:
    fields: { name: string!, size: Size }
";

fn without(edits: &[Edit]) -> String {
    edits.iter().fold(GARDEN.to_owned(), |text, one| edit(&text, one).unwrap())
}

fn remove(path: &[&str]) -> Edit {
    Edit::Remove { path: Path::of(path) }
}

#[test]
fn what_is_removed_goes_with_the_comments_above_it() {
    let changed = without(&[remove(&["entities", "Bed", "fields", "area"])]);
    assert_eq!(difference(GARDEN, &changed), "-      # In square metres.\n-      area: decimal");
    let changed = without(&[remove(&["entities", "Tool", "fields", "size"])]);
    assert_eq!(
        difference(GARDEN, &changed),
        "-    fields: { name: string!, size: Size }\n+    fields: { name: string! }"
    );
    let changed = without(&[remove(&["enums", "Light"])]);
    assert_eq!(difference(GARDEN, &changed).lines().count(), 4);
    assert!(changed.contains("[small, large]\n\nservices:"), "{changed}");
}

#[test]
fn a_removed_entity_leaves_its_service_and_no_gap() {
    let changed = without(&[Edit::RemoveEntity { name: "Tool".to_owned() }]);
    assert!(changed.contains("  shed: []\n"), "{changed}");
    assert!(changed.ends_with("      bed: { many-to-one: Bed }\n"), "{changed}");
    let changed = without(&[Edit::RemoveEntity { name: "Bed".to_owned() }]);
    assert!(changed.contains("entities:\n  Plant:\n"), "{changed}");
    assert!(changed.contains("  beds: [Plant]\n"), "{changed}");
}

#[test]
fn a_section_goes_with_its_last_entry() {
    let changed = without(&[remove(&["entities", "Plant", "relations", "bed"])]);
    assert!(!changed.contains("relations:"), "{changed}");
    let changed = without(&[remove(&["enums", "Light"]), remove(&["enums", "Size"])]);
    assert!(changed.contains("project: { name: garden }\n\nservices:"), "{changed}");
}

#[test]
fn a_value_goes_from_an_enum_however_it_is_written() {
    let value = |name: &str, value: &str| Edit::RemoveEnumValue { name: name.to_owned(), value: value.to_owned() };
    let changed = without(&[value("Size", "large"), value("Light", "shade")]);
    assert_eq!(difference(GARDEN, &changed), "-  Size: [small, large]\n+  Size: [small]\n-    shade: In the shade");
    let gone = edit(GARDEN, &value("Size", "huge")).unwrap_err();
    assert_eq!(gone.to_string(), "there is no value `huge`");
}

#[test]
fn an_entity_moves_from_one_service_to_another() {
    let changed = without(&[Edit::MoveEntity { name: "Tool".to_owned(), service: "beds".to_owned() }]);
    assert_eq!(
        difference(GARDEN, &changed),
        "-  beds: [Bed, Plant]\n-  shed: [Tool]\n+  beds: [Bed, Plant, Tool]\n+  shed: []"
    );
}

#[test]
fn what_is_not_there_is_not_removed() {
    let gone = edit(GARDEN, &remove(&["entities", "Bed", "fields", "aera"])).unwrap_err();
    assert_eq!(gone.to_string(), "there is no field `aera`; did you mean `area`?");
}

proptest! {
    #[test]
    fn whatever_is_added_all_other_lines_stay(spec in prop::sample::select(vec![CLINIC, SHOP, NOTE]), edits in prop::collection::vec(any_edit(), 1..6), crlf in any::<bool>()) {
        let mut text = if crlf { spec.replace('\n', "\r\n") } else { spec.to_owned() };
        for one in edits {
            let Ok(changed) = edit(&text, &one) else { continue };
            prop_assert!(parse(&changed, "fountane.yaml").is_ok(), "{}", changed);
            let diff = similar::TextDiff::from_lines(&text, &changed);
            let removed = diff.iter_all_changes().filter(|change| change.tag() == similar::ChangeTag::Delete).count();
            // A line that grows counts as one that goes and one that comes: a map or list in brackets, a title, a service.
            prop_assert!(removed <= 2, "{}", difference(&text, &changed));
            prop_assert_eq!(text.contains("\r\n"), changed.contains("\r\n"));
            prop_assert_eq!(changed.matches('\n').count(), changed.matches(if crlf { "\r\n" } else { "\n" }).count());
            text = changed;
        }
    }
}

#[test]
fn an_argument_becomes_a_field_in_the_file() {
    let document = parse(CLINIC, "fountane.yaml").unwrap();
    let argument::Member::Field { name, field } = argument::member("price:money(EUR)!=9.5,min=0", &document).unwrap()
    else {
        panic!("a field")
    };
    let changed = edit(CLINIC, &Edit::Field { entity: "Vaccine".to_owned(), name, field }).unwrap();
    insta::assert_snapshot!(difference(CLINIC, &changed), @r"
    -    fields: { name: { type: string, required: true, unique: true } }
    +    fields: { name: { type: string, required: true, unique: true }, price: { type: money(EUR), required: true, default: 9.5, min: 0 } }
    ");
}
