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

/// How `fountane.yaml` is laid out.
pub(super) struct Spec;

impl Style for Spec {
    fn layout(&self, path: &[&str]) -> Layout {
        match path {
            ["project" | "entities" | "services" | "enums" | "rules" | "workflows" | "features" | "apps"]
            | ["entities", _]
            | ["entities", _, "fields" | "relations" | "seed"]
            | ["rules" | "workflows", _]
            | ["rules", _, "examples"]
            | ["workflows", _, "steps"] => Layout::Block,
            _ => Layout::Flow,
        }
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
        insta::assert_snapshot!(to_yaml(&document), @r##"
        # yaml-language-server: $schema=.fountane/schema.json
        fountane: 1                       # version of this format

        project:
          name: petclinic
          title: Pet Clinic
          description: Appointments and records for a small veterinary practice.
          licence: UNLICENSED

        blueprint: saas@^1                # name and semver range; exact versions are pinned in fountane.lock

        tenancy: rls                      # rls | schema | hybrid | none

        roles:                            # from least to most; each includes those before it
          viewer: Reads everything of its tenant
          member: Creates and changes
          admin: Deletes, manages people and settings

        enums:
          Species: [dog, cat, bird, other]
          VisitStatus: { booked: Booked, arrived: Has arrived, done: Done, no-show: Did not come }

        services:                         # which service owns which entities
          clinic: [Owner, Pet, Visit, Vaccine]
          billing: { description: Invoices and payments., entities: [Invoice, InvoiceLine] }

        entities:
          Owner:
            description: Someone who brings an animal.
            fields:
              name: { type: string, required: true, max: 80 }
              email: { type: email, required: true, unique: true }
              phone: { type: string, example: "+49 30 1234567", pattern: '^\+?[0-9 ]{6,20}$' }
              notes: text
            display: name
            seed:
              - { name: Ada Byron, email: ada@example.com }

          Pet:
            description: An animal that is treated.
            fields:
              name: string!
              species: { type: Species, required: true, default: dog }
              bornOn: date
              weight: { type: decimal, min: 0, precision: 6, scale: 2, unit: kg }
              photo: { type: file, accept: [image/png, image/jpeg], max-size: 2MB }
              chip: { type: uuid, unique: true }
            relations:
              owner: { many-to-one: Owner, inverse: pets, required: true, on-delete: restrict }
              vaccines: { many-to-many: Vaccine, inverse: pets }
              mother: { many-to-one: Pet, inverse: young }
            list: { page-size: 25, sort: [name, -createdAt], filter: [species, owner], search: [name] }
            soft-delete: true
            audit: true
            access: { read: viewer, write: member, delete: admin }
            indexes: [[owner, name]]
            seed:
              - { name: Rex, species: dog, owner: "@Ada Byron" }

          Visit:
            fields:
              startsAt: datetime!
              length: { type: duration, default: PT20M }
              status: { type: VisitStatus, default: booked }
              report: text
            relations:
              pet: { many-to-one: Pet, inverse: visits, required: true, on-delete: cascade }

          Vaccine:
            fields:
              name: { type: string, required: true, unique: true }

          Invoice:
            fields:
              number: { type: string, required: true, unique: true, immutable: true }
              total: { type: money, required: true, currency: EUR }
              paidAt: datetime
            relations:
              owner: { many-to-one: Owner, inverse: invoices, required: true }

          InvoiceLine:
            table: invoice_lines
            fields:
              text: string!
              amount: { type: money, required: true, currency: EUR }
            relations:
              invoice: { many-to-one: Invoice, inverse: lines, required: true, on-delete: cascade }

        rules:                            # business rules in words and examples; the examples become tests
          late-cancellation:
            service: billing
            words: A visit cancelled less than 24 hours before its start costs half of the fee; earlier, nothing.
            input: { startsAt: datetime, cancelledAt: datetime, fee: money }
            output: money
            examples:
              - { given: { startsAt: "2026-05-02T10:00:00Z", cancelledAt: "2026-05-01T12:00:00Z", fee: 40.0 }, expect: 20.0 }
              - { given: { startsAt: "2026-05-02T10:00:00Z", cancelledAt: "2026-04-30T12:00:00Z", fee: 40.0 }, expect: 0.0 }

        apps:
          web: { locales: [en, de], pwa: true, theme: { primary: "#0f766e" } }
          mobile: { biometrics: true, push: true, offline: [Pet, Visit] }

        sdk: [typescript, rust]

        auth: { providers: [password, google], mfa: optional }

        queue: { jobs: { send-reminder: { schedule: "0 7 * * *", retries: 5 } } }

        realtime: { channels: { visits: { entity: Visit, presence: true, history: 50 } } }

        features:
          new-calendar: { default: false, variants: [grid, timeline] }

        billing:
          meters: { visits: { entity: Visit, "on": create } }
          plans: { basic: { monthly: 19.0, includes: { visits: 100 } } }

        workflows:
          remind-owner:
            trigger: { entity: Visit, "on": create }
            steps:
              - { wait: { until: startsAt - PT24H } }
              - { send: { email: pet.owner.email, template: reminder } }
            on-error: { retry: 3, then: notify-admin }

        integrations: { zapier: { events: [Visit.created] }, connectors: [slack, google-sheets] }

        compliance: [gdpr]                # gdpr | hipaa | soc2 | pci-dss

        pii: { Owner: [name, email, phone] }

        demo: { ttl: 72h, size: s, customer: Example Vets }
        "##);
    }
}
