use proptest::prelude::*;

use super::*;
use crate::spec::{
    document::RelationType,
    import::{jdl, sql},
    load, parse,
};

const CLINIC: &str = include_str!("../../../tests/fixtures/specs/clinic.yaml");
const SHOP: &str = include_str!("../../../tests/fixtures/specs/shop.yaml");
const NOTE: &str = include_str!("../../../tests/fixtures/specs/note.yaml");

fn merged(text: &str, theirs: &Document, wish: &Wish) -> (Merge, String) {
    let (document, model) = load(text, "fountane.yaml").unwrap();
    let merge = merge(&document, &model, theirs, wish).unwrap();
    let text = merge.apply(text).unwrap();
    (merge, text)
}

/// A spec of these entities in YAML, which a model may be.
fn model(text: &str) -> Document {
    load(&format!("fountane: 1\nproject: {{ name: other }}\n{text}"), "model.yaml").unwrap().0
}

fn told(merge: &Merge) -> String {
    let line = |Difference { kind, name, before, after }: &Difference| {
        let before = before.as_ref().map_or(String::new(), |before| format!("{before} → "));
        format!("{kind:?} {name}: {before}{after}")
    };
    merge.differences.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_spec_merged_into_itself_changes_nothing() {
    for spec in [CLINIC, SHOP, NOTE] {
        for theirs in [false, true] {
            let document = parse(spec, "fountane.yaml").unwrap();
            let (merge, text) = merged(spec, &document, &Wish { theirs, ..Wish::default() });
            assert_eq!(told(&merge), "");
            assert!(merge.is_empty());
            assert_eq!(merge.only_here, OnlyHere::default());
            assert_eq!(text, spec);
        }
    }
}

#[test]
fn entities_of_another_name_are_found_by_their_table_and_fields_by_their_column() {
    let theirs = model(
        "entities:\n  Animal: { table: pets, fields: { called: { type: string, required: true, column: name }, age: int } }\n  Toy: { fields: { name: string! }, relations: { animal: { many-to-one: Animal, inverse: toys } } }\n",
    );
    let (merge, text) = merged(CLINIC, &theirs, &Wish::default());
    insta::assert_snapshot!(told(&merge), @r"
    Added Toy: entity in clinic with name, animal
    Added Pet.age: int
    ");
    load(&text, "fountane.yaml").unwrap();
    assert!(merged(&text, &theirs, &Wish::default()).0.is_empty());
}

#[test]
fn new_entities_go_where_they_refer_to_else_where_the_model_has_them() {
    let theirs = model(
        "services:\n  money: [Refund, Reason]\n  ware: [Shelf]\n  billing: [Till]\nentities:\n  Refund: { fields: { amount: int }, relations: { invoice: { many-to-one: Invoice, inverse: refunds } } }\n  Reason: { fields: { name: string! } }\n  Invoice: { fields: { number: { type: string, required: true, unique: true } } }\n  Shelf: { fields: { name: string! } }\n  Till: { fields: { name: string! } }\n",
    );
    let (_, text) = merged(CLINIC, &theirs, &Wish::default());
    let services = parse(&text, "fountane.yaml").unwrap().services;
    let owned = |name: &str| services[name].entities.join(" ");
    assert_eq!(owned("billing"), "Invoice InvoiceLine Refund Reason Till");
    assert_eq!(owned("ware"), "Shelf");
    assert!(!services.contains_key("money"));
}

#[test]
fn a_new_service_beside_none_leaves_the_others_in_their_own() {
    let theirs = model("services:\n  ware: [Shelf]\nentities:\n  Shelf: { fields: { name: string! } }\n");
    let (_, text) = merged(NOTE, &theirs, &Wish::default());
    let services = parse(&text, "fountane.yaml").unwrap().services;
    let names: Vec<&String> = services.keys().collect();
    assert_eq!(names, ["core", "ware"]);
    assert!(!services["core"].entities.contains(&"Shelf".to_owned()));
}

#[test]
fn what_the_model_does_not_say_of_a_field_is_no_difference() {
    let theirs = model(
        "entities:\n  Owner: { fields: { name: string!, email: { type: email, required: true, unique: true }, phone: string } }\n  Pet: { fields: { weight: { type: decimal, precision: 6, scale: 2, min: 0.00 }, name: { type: string, required: true, max: 60 } } }\n",
    );
    let (merge, _) = merged(CLINIC, &theirs, &Wish::default());
    insta::assert_snapshot!(told(&merge), @"Differs Pet.name: string! → { type: string, required: true, max: 60 }");
}

#[test]
fn what_the_checks_of_a_spec_refuse_is_left_out_and_told() {
    let theirs = model(
        "roles: [guest, boss]\nservices:\n  one: [Owner, Pet, Invoice, Photo]\nentities:\n  Owner: { fields: { name: string! } }\n  Pet: { fields: { name: string! } }\n  Invoice: { fields: { number: string! }, relations: { pets: { many-to-many: Pet, inverse: bills } } }\n  Photo: { fields: { name: string! }, access: { read: boss }, relations: { owner: { many-to-one: Owner, inverse: pets } } }\n",
    );
    let (merge, text) = merged(CLINIC, &theirs, &Wish::default());
    insta::assert_snapshot!(told(&merge), @r"
    Added Photo: entity in clinic with name, owner
    Differs Invoice.number: { type: string, required: true, unique: true, immutable: true } → { type: string, required: true, immutable: true }
    LeftOut Photo.access: there is no role `boss`
    LeftOut Invoice.pets: `Invoice` and `Pet` belong to different services and cannot share a table of links
    LeftOut Photo.owner.inverse: the other end of `Photo.owner` would be called `pets` in `Owner`, and so is the other end of `Pet.owner`
    ");
    load(&text, "fountane.yaml").unwrap();
}

#[test]
fn values_of_an_enum_are_added_in_each_of_its_forms() {
    let text = "fountane: 1\nproject: { name: a }\nenums:\n  A: [x, y] # short\n  B:\n    x: An X\n    # and more\n  C: { description: Some, values: [x] }\n  D:\n    - x\nentities:\n  E: { fields: { name: string!, a: A, b: B, c: C, d: D } }\n";
    let theirs = model(
        "enums:\n  A: [x, z]\n  B: { x: X, z: The Z }\n  C: [x, z]\n  D: [x, z]\nentities:\n  E: { fields: { name: string!, a: A, b: B, c: C, d: D } }\n",
    );
    let (_, changed) = merged(text, &theirs, &Wish::default());
    insta::assert_snapshot!(changed, @r"
    fountane: 1
    project: { name: a }
    enums:
      A: [x, y, z] # short
      B:
        x: An X
        # and more
        z: The Z
      C: { description: Some, values: [x, z] }
      D:
        - x
        - z
    entities:
      E: { fields: { name: string!, a: A, b: B, c: C, d: D } }
    ");
}

#[test]
fn with_theirs_a_field_over_several_lines_keeps_them() {
    let text = "fountane: 1\nproject: { name: a }\nentities:\n  E:\n    fields:\n      name:\n        type: string # plain\n        required: true\n        # as on the box\n        max: 80\n      size: int\n";
    let theirs = model("entities:\n  E: { fields: { name: { type: string, max: 40 }, size: long! } }\n");
    let (_, changed) = merged(text, &theirs, &Wish { theirs: true, ..Wish::default() });
    insta::assert_snapshot!(changed, @r"
    fountane: 1
    project: { name: a }
    entities:
      E:
        fields:
          name:
            type: string # plain
            required: false
            # as on the box
            max: 40
          size: long!
    ");
}

#[test]
fn models_of_importers_come_in_once() {
    let read = |path: &str| fs_err::read_to_string(format!("tests/fixtures/{path}")).unwrap();
    let models = [
        jdl::read(&read("jdl/hospital.jdl"), "hospital.jdl").unwrap().document,
        jdl::read(&read("jdl/jhipster-store.jdl"), "store.jdl").unwrap().document,
        sql::read(&read("sql/northwind-mssql.sql"), "northwind.sql").unwrap().document,
        sql::read(&read("sql/erp.sql"), "erp.sql").unwrap().document,
    ];
    for theirs in &models {
        for spec in [CLINIC, SHOP, NOTE] {
            let (first, text) = merged(spec, theirs, &Wish::default());
            assert!(!first.is_empty());
            let checked = crate::spec::check(&text, "fountane.yaml");
            assert!(checked.model.is_some(), "{}", checked.problems.render(false));
            let (again, same) = merged(&text, theirs, &Wish::default());
            assert!(again.is_empty(), "{}", told(&again));
            assert_eq!(same, text);
        }
    }
}

/// A model of a few entities, some of which the specs have as well. It is sound, as what importers make is.
fn any_model() -> impl Strategy<Value = Document> {
    let name = prop::sample::select(vec!["Pet", "Owner", "Order", "Tag", "Note", "Shelf", "Person", "Species"]);
    let member = prop::sample::select(vec!["name", "title", "owner", "pet", "price", "body", "status", "pets"]);
    let kind = prop::sample::select(vec!["string", "int", "text", "decimal(6, 2)", "money(EUR)", "date", "Status"]);
    let field = (member.clone(), kind, any::<bool>(), any::<bool>())
        .prop_map(|(name, kind, required, unique)| (name.to_owned(), Field { required, unique, ..Field::of(kind) }));
    let relation =
        (member, name.clone(), prop::sample::select(vec![RelationType::ManyToOne, RelationType::ManyToMany]))
            .prop_map(|(name, target, kind)| (name.to_owned(), Relation::of(kind, target)));
    let entity =
        (prop::collection::vec(field, 1..5), prop::collection::vec(relation, 0..3)).prop_map(|(fields, relations)| {
            let relations = relations.into_iter().map(|(name, relation)| (format!("{name}Of"), relation));
            Entity { fields: fields.into_iter().collect(), relations: relations.collect(), ..Entity::default() }
        });
    let services = prop::collection::vec(prop::sample::select(vec!["clinic", "sales", "other"]), 8);
    (prop::collection::vec((name, entity), 1..6), services)
        .prop_map(|(entities, services)| {
            let mut document = Document::named("model");
            document.enums.insert("Status".to_owned(), Enum::of(["open", "shut"]));
            document.entities.extend(entities.into_iter().map(|(name, entity)| (name.to_owned(), entity)));
            for (name, service) in document.entities.keys().zip(services) {
                document.services.entry(service.to_owned()).or_default().entities.push(name.clone());
            }
            document
        })
        .prop_filter("a spec", |document| crate::spec::resolve(document).is_ok())
}

fn comments(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.split_once("# ").map(|(_, comment)| comment)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_comes_in_comments_stay_and_the_second_time_nothing_comes(
        spec in prop::sample::select(vec![CLINIC, SHOP, NOTE]),
        theirs in any_model(),
        wins in any::<bool>(),
    ) {
        let wish = Wish { theirs: wins, ..Wish::default() };
        let (document, meant) = load(spec, "fountane.yaml").unwrap();
        let merge = merge(&document, &meant, &theirs, &wish).unwrap();
        // A section that cannot be changed is refused as a whole.
        let Ok(text) = merge.apply(spec) else { return Ok(()) };
        prop_assert!(comments(spec).iter().all(|comment| text.contains(comment)), "{}", text);
        let names = document.entities.keys().all(|name| text.contains(name.as_str()));
        prop_assert!(names);
        if let Ok((document, meant)) = load(&text, "fountane.yaml") {
            let again = super::merge(&document, &meant, &theirs, &wish).unwrap();
            prop_assert!(again.is_empty(), "{}\n{}", told(&again), text);
        }
    }
}
