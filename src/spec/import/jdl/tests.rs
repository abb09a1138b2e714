//! Whole files, from text to spec.

use camino::{Utf8Path, Utf8PathBuf};
use proptest::prelude::*;

use super::{MAX_BYTES, read};
use crate::spec::{
    import::{
        Imported, NoteKind,
        testing::{entity, notes, survives_writing, valid},
    },
    resolve, to_yaml,
};

fn fixtures(folder: &str) -> Vec<(String, String)> {
    let folder = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder);
    let entries = fs_err::read_dir(folder.as_std_path()).unwrap();
    let paths = entries.map(|entry| Utf8PathBuf::try_from(entry.unwrap().path()).unwrap());
    let mut paths: Vec<Utf8PathBuf> = paths.filter(|path| path.extension() == Some("jdl")).collect();
    paths.sort();
    paths.iter().map(|path| (path.file_name().unwrap().to_owned(), fs_err::read_to_string(path).unwrap())).collect()
}

fn fixture(name: &str) -> Imported {
    let (_, source) = fixtures("jdl").into_iter().find(|(file, _)| file == name).unwrap();
    imported(&source)
}

#[track_caller]
fn imported(source: &str) -> Imported {
    valid(read(source, "model.jdl"))
}

fn yaml(imported: &Imported) -> String {
    to_yaml(&imported.document)
}

#[test]
fn broken_files_are_told_with_their_place_and_a_mend() {
    let broken = fixtures("broken-jdl");
    assert!(broken.len() >= 12);
    for (file, source) in broken {
        let problems = read(&source, &file).expect_err(&file);
        assert!(!problems.is_empty(), "{file}");
        insta::assert_snapshot!(format!("broken-{}", file.trim_end_matches(".jdl")), problems.render(false));
    }
}

#[test]
fn every_model_becomes_a_valid_spec() {
    for (file, source) in fixtures("jdl") {
        let imported = read(&source, &file).unwrap_or_else(|problems| panic!("{}", problems.render(false)));
        let model = resolve(&imported.document).unwrap_or_else(|problems| panic!("{file} {problems:#?}"));
        assert!(!model.entities.is_empty());
        survives_writing(&imported);
        insta::assert_snapshot!(format!("notes-{}", file.trim_end_matches(".jdl")), notes(&imported));
    }
}

#[test]
fn types_and_validations_come_along() {
    insta::assert_snapshot!("fields", yaml(&fixture("fields.jdl")));
}

#[test]
fn every_kind_of_relationship_comes_along() {
    insta::assert_snapshot!("relations", yaml(&fixture("relations.jdl")));
}

#[test]
fn names_that_mean_something_else_are_changed() {
    insta::assert_snapshot!("odd-names", yaml(&fixture("odd-names.jdl")));
}

#[test]
fn a_model_of_jhipsters_own_comes_along_with_links_choices_and_a_reference_to_itself() {
    let imported = fixture("jhipster-hr.jdl");
    assert_eq!(entity(&imported, "Employee").relations["manager"].many_to_one.as_deref(), Some("Employee"));
    assert_eq!(entity(&imported, "Job").relations["chores"].many_to_many.as_deref(), Some("Task"));
    assert_eq!(imported.document.enums.len(), 2);
    insta::assert_snapshot!("hr", yaml(&imported));
}

#[test]
fn applications_become_services() {
    let imported = fixture("jhipster-store.jdl");
    let services: Vec<_> = imported
        .document
        .services
        .iter()
        .map(|(name, service)| format!("{name}: {}", service.entities.join(", ")))
        .collect();
    insta::assert_snapshot!(services.join("\n"), @r"
    store: Customer, User
    product: Product, ProductCategory, ProductOrder, OrderItem
    invoice: Invoice, Shipment
    notification: Notification
    ");
    assert_eq!(imported.document.project.name, "store");
}

#[test]
fn a_large_model_with_several_services_comes_along() {
    let imported = fixture("hospital.jdl");
    let model = resolve(&imported.document).unwrap();
    assert_eq!(imported.document.project.name, "hospital");
    assert_eq!(model.services.len(), 4);
    assert!(model.entities.len() > 46, "46 of the file, `User`, and a link between services");
    let itself = model.entities.iter().flat_map(|entity| entity.relations.iter().filter(|one| one.target == entity.id));
    assert_eq!(itself.count(), 4);
    let ward = entity(&imported, "WardStaff");
    assert!(ward.relations.values().all(|relation| relation.many_to_one.is_some() && relation.required));
    let secret = notes(&imported);
    assert!(secret.contains("`jwtSecretKey`") && !secret.contains("not-a-real-secret"));
}

#[test]
fn the_project_is_named_after_the_file_where_nothing_else_names_it() {
    let name = |file: &str| read("entity A { name String }", file).unwrap().document.project.name;
    assert_eq!(name("models/Online Shop.v2.jdl"), "online-shop");
    assert_eq!(name("C:\\models\\shop.jh"), "shop");
    assert_eq!(name("7.jdl"), "imported");
    assert_eq!(name(""), "imported");
}

#[test]
fn options_reach_all_but_those_excepted() {
    let imported = imported(
        "entity A { name String }\nentity B { name String }\nentity C { name String, size Integer }\n\
         paginate * with pagination except B\nreadOnly A, B\nfilter all except A, B\nsearch C with elasticsearch",
    );
    let pages = ["A", "B", "C"].map(|name| entity(&imported, name).list.as_ref().and_then(|list| list.page_size));
    assert_eq!(pages, [Some(20), None, Some(20)]);
    assert!(entity(&imported, "A").access.is_some() && entity(&imported, "C").access.is_none());
    let list = entity(&imported, "C").list.clone().unwrap();
    assert_eq!((list.filter, list.search), (Some(vec!["name".into(), "size".into()]), Some(vec!["name".into()])));
}

#[test]
fn a_note_has_the_place_of_what_it_is_about() {
    let imported = imported("/* é */ entity A {\r\n\u{a0} version String\r\n}\r\nangularSuffix A with x");
    let places: Vec<_> = imported.notes.iter().map(|note| (note.line, note.column, note.kind)).collect();
    assert_eq!(places, [(2, 3, NoteKind::Changed), (4, 1, NoteKind::NotCarried)]);
}

#[test]
fn a_default_that_breaks_the_pattern_of_its_field_is_left_out_and_told() {
    let imported = imported("entity A {\n  @defaultValue(\"ABC\") code String pattern(/^[a-z]+$/)\n}");
    assert_eq!(entity(&imported, "A").fields["code"].default, None);
    assert!(notes(&imported).starts_with("2:"), "{}", notes(&imported));
}

#[test]
fn a_name_that_generated_code_makes_for_another_entity_is_changed_everywhere() {
    let imported = imported(
        "entity ProductFilter { kind ProductInput }\nentity Product { name String }\nenum ProductInput { A, B }\n\
         relationship OneToMany { Product to ProductFilter }",
    );
    let document = &imported.document;
    assert_eq!(document.entities.keys().collect::<Vec<_>>(), ["ProductFilterEntry", "Product"]);
    assert_eq!(document.entities["ProductFilterEntry"].fields["kind"].kind, "ProductInputChoice");
    assert!(document.entities["ProductFilterEntry"].relations.contains_key("product"));
    assert!(notes(&imported).starts_with("1:8 `ProductFilter`: called `ProductFilterEntry`"), "{}", notes(&imported));
    survives_writing(&imported);
}

#[test]
fn too_large_a_file_is_refused() {
    let problems = read(&" ".repeat(MAX_BYTES + 1), "large.jdl").unwrap_err();
    assert!(problems.render(false).contains("at most 4194304 are read"));
}

#[test]
fn more_than_anybody_models_is_refused_and_what_somebody_might_is_read() {
    let many = |count: usize| {
        (0..count).map(|at| format!("entity Thing{at}x {{ name String }}")).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(imported(&many(500)).document.entities.len(), 500);
    assert!(read(&many(1_001), "many.jdl").is_err());
}

#[test]
fn hostile_sizes_are_refused_or_read_without_taking_long() {
    let same_names: String = (0..300).map(|at| "entity A".to_owned() + &"_".repeat(at) + " { a String }\n").collect();
    let imported = imported(&same_names);
    assert_eq!(imported.document.entities.len(), 300);
    let long = format!("entity {} {{ {} String }}", "A".repeat(100_000), "b".repeat(100_000));
    assert!(notes(&self::imported(&long)).len() < 2_000);
    for (source, told) in [
        (format!("entity A {{ {} }}", "a String ".repeat(50_000)), "more than 200 fields"),
        (
            format!("entity A\nrelationship OneToMany {{ {} }}", "A to A ".repeat(50_000)),
            "more than 5000 relationships",
        ),
        (format!("entity A\n{}", "skipClient *\n".repeat(50_000)), "more than 5000 options"),
        ("{".repeat(500_000), "found `{`"),
        ("pattern(/[".repeat(100_000), "never closed"),
        ("entity A {\n".repeat(50_000), "is not closed"),
        (format!("entity A enum B {{ {} }}", "a ".repeat(200_000)), "is declared twice"),
    ] {
        let problems = read(&source, "hostile.jdl").unwrap_err();
        assert!(problems.problems.len() <= 20);
        assert!(problems.problems[0].problem.message.contains(told), "{}", problems.problems[0].problem.message);
    }
}

#[test]
fn a_pattern_that_would_take_ages_is_not_tried() {
    let source = format!("entity A {{ @defaultValue(\"{}!\") a String pattern(/^(a+)+$/) }}", "a".repeat(100));
    assert!(notes(&imported(&source)).contains("takes too long"));
}

const PARTS: [&str; 40] = [
    "entity",
    "enum",
    "relationship",
    "OneToMany",
    "ManyToOne",
    "OneToOne",
    "ManyToMany",
    "{",
    "}",
    "(",
    ")",
    "to",
    "A",
    "B",
    "C",
    "User",
    "name",
    "id",
    "version",
    "String",
    "Integer",
    "BigDecimal",
    "Blob",
    "required",
    "unique",
    "min(1)",
    "max(MAX)",
    "pattern(/^a+$/)",
    "/** doc */",
    "@Id",
    "@defaultValue(3)",
    "with",
    "except",
    "*",
    ",",
    "paginate",
    "pagination",
    "MAX = 3",
    "application { config { baseName x } entities * }",
    "\n",
];

proptest! {
    #[test]
    fn no_text_makes_it_panic(source in any::<String>()) {
        let _ = read(&source, &source);
    }

    #[test]
    fn whatever_is_read_is_valid(parts in proptest::collection::vec(proptest::sample::select(&PARTS[..]), 0..60)) {
        if let Ok(imported) = read(&parts.join(" "), "soup.jdl") {
            prop_assert!(resolve(&imported.document).is_ok());
        }
    }

    #[test]
    fn models_of_any_shape_become_valid(
        entities in proptest::collection::vec(("[A-Z][a-zA-Z0-9_]{0,8}", proptest::collection::vec(("[a-zA-Z][a-zA-Z0-9_]{0,8}", 0..18_usize), 0..5)), 1..6),
        links in proptest::collection::vec((0..4_usize, 0..6_usize, 0..6_usize, proptest::option::of("[a-z]{1,4}"), proptest::option::of("[a-z]{1,4}"), any::<bool>()), 0..8),
    ) {
        let source = model(&entities, &links);
        if let Ok(imported) = read(&source, "shape.jdl") {
            let resolved = resolve(&imported.document);
            prop_assert!(resolved.is_ok(), "{source}\n{resolved:?}");
            survives_writing(&imported);
        }
    }
}

type Link = (usize, usize, usize, Option<String>, Option<String>, bool);

fn model(entities: &[(String, Vec<(String, usize)>)], links: &[Link]) -> String {
    let mut source = Vec::new();
    for (name, fields) in entities {
        source.push(format!("entity {name} {{"));
        let field = |(field, kind): &(String, usize)| format!("  {field} {} required", super::check::TYPES[*kind]);
        source.extend(fields.iter().map(field));
        source.push("}".to_owned());
    }
    for (kind, from, to, there, back, required) in links {
        let end = |at: usize, field: &Option<String>| {
            let entity = &entities[at % entities.len()].0;
            let required = if *required { " required" } else { "" };
            field.as_ref().map_or(entity.clone(), |field| format!("{entity}{{{field}{required}}}"))
        };
        let kind = ["OneToMany", "ManyToOne", "OneToOne", "ManyToMany"][*kind];
        source.push(format!("relationship {kind} {{ {} to {} }}", end(*from, there), end(*to, back)));
    }
    source.join("\n")
}
