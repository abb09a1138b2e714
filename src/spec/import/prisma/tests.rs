//! Whole schemas, from text to spec.

use camino::{Utf8Path, Utf8PathBuf};
use proptest::prelude::*;

use super::read;
use crate::spec::{
    import::{
        Imported, NoteKind,
        testing::{damage, entity, notes, survives_writing, valid},
    },
    resolve, to_yaml,
};

type Files = Vec<(String, String)>;

/// Every schema: a file, or a folder of them.
fn fixtures() -> Vec<(String, Files)> {
    let folder = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/prisma");
    let sorted = |folder: &Utf8Path| {
        let entries = fs_err::read_dir(folder.as_std_path()).unwrap();
        let mut paths: Vec<Utf8PathBuf> =
            entries.map(|entry| Utf8PathBuf::try_from(entry.unwrap().path()).unwrap()).collect();
        paths.sort();
        paths
    };
    let file = |path: &Utf8PathBuf| (path.file_name().unwrap().to_owned(), fs_err::read_to_string(path).unwrap());
    let schemas = sorted(&folder).into_iter().map(|path| {
        let files = if path.is_dir() { sorted(&path).iter().map(file).collect() } else { vec![file(&path)] };
        (path.file_stem().unwrap().to_owned(), files)
    });
    schemas.collect()
}

fn fixture(name: &str) -> Imported {
    let (_, files) = fixtures().into_iter().find(|(file, _)| file == name).unwrap();
    imported(&files)
}

#[track_caller]
fn imported(files: &Files) -> Imported {
    valid(read(files, "model.prisma"))
}

fn of(source: &str) -> Imported {
    imported(&vec![("schema.prisma".to_owned(), source.to_owned())])
}

#[test]
fn every_schema_becomes_a_valid_spec() {
    let all = fixtures();
    assert!(all.len() >= 5);
    for (name, files) in all {
        let imported = imported(&files);
        survives_writing(&imported);
        insta::assert_snapshot!(format!("notes-{name}"), notes(&imported));
        insta::assert_snapshot!(format!("spec-{name}"), to_yaml(&imported.document));
    }
}

#[test]
fn relations_keep_the_names_of_both_ends() {
    let imported = fixture("blog");
    let user = entity(&imported, "User");
    assert_eq!(user.relations["followers"].many_to_many.as_deref(), Some("User"));
    assert_eq!(user.relations["followers"].inverse.as_deref(), Some("following"));
    assert_eq!(user.relations["mentor"].inverse.as_deref(), Some("mentees"));
    let post = entity(&imported, "Post");
    assert_eq!(post.relations["author"].inverse, None);
    assert_eq!(post.relations["editor"].inverse.as_deref(), Some("edited"));
    assert!(post.relations.contains_key("tags") ^ entity(&imported, "Tag").relations.contains_key("posts"));
    assert!(entity(&imported, "Profile").relations["user"].one_to_one.is_some());
}

#[test]
fn the_databases_own_names_stay() {
    let imported = fixture("legacy");
    let order = entity(&imported, "Order");
    assert_eq!(order.table.as_deref(), Some("tbl_orders"));
    assert!(entity(&imported, "CustomerAccount").fields.contains_key("loginName"));
    assert!(notes(&imported).contains("view"));
}

#[test]
fn lists_of_ids_at_both_ends_are_one_many_to_many() {
    let imported = fixture("festival-mongodb");
    let act = entity(&imported, "Act");
    assert_eq!(act.relations["members"].many_to_many.as_deref(), Some("Artist"));
    assert_eq!(act.relations["members"].inverse, None, "it is called `acts` anyhow");
    assert!(entity(&imported, "Artist").relations.is_empty());
    assert!(
        !act.fields.contains_key("memberIds") && !notes(&imported).contains("memberIds"),
        "the relation keeps them"
    );
    let visitor = entity(&imported, "Visitor");
    assert_eq!(visitor.fields["friendIds"].kind, "json", "a list that no relation keeps its ids in is a field");
}

#[test]
fn a_tenant_who_rents_a_room_is_a_relation_like_any_other() {
    let tenancy = entity(&fixture("university"), "Tenancy").clone();
    let to_students: Vec<_> =
        tenancy.relations.values().filter(|one| one.many_to_one.as_deref() == Some("Student")).collect();
    assert_eq!(to_students.len(), 1, "{:?}", tenancy.relations);
    assert!(!notes(&fixture("university")).contains("foreign keys to tenants"));
    let saas = entity(&fixture("saas"), "Member").clone();
    assert!(!saas.relations.contains_key("tenant"), "there it is the customer");
}

#[test]
fn what_is_said_of_every_model_is_said_once() {
    let imported = fixture("university");
    assert_eq!(imported.document.entities.len(), 74, "73 models, and one of links across services");
    let lines = imported.notes.len();
    assert!(lines < 45, "{lines} notes");
}

#[test]
fn the_project_is_named_after_what_holds_its_schema() {
    let name =
        |path: &str| read(&[(path.to_owned(), "model A { b Int }".to_owned())], path).unwrap().document.project.name;
    assert_eq!(
        ["shop/prisma/schema.prisma", "prisma/schema.prisma", "Toy Shop.prisma"].map(name),
        ["shop", "imported", "toy-shop"]
    );
}

#[test]
fn notes_of_several_files_name_theirs() {
    let imported = fixture("clinic");
    let note =
        imported.notes.iter().find(|note| note.what.contains("string[]") || note.what.contains("Pet.tags")).unwrap();
    assert_eq!((note.file.as_deref(), note.line), (Some("pets.prisma"), 10));
}

#[test]
fn a_line_that_cannot_be_read_costs_no_other() {
    let imported = of("model A {\n  id Int @id\n  what is = this\n  name String\n}\n???\nmodel B { x Int }");
    assert!(entity(&imported, "A").fields.contains_key("name") && entity(&imported, "B").fields.contains_key("x"));
    assert!(imported.notes.iter().any(|note| note.kind == NoteKind::NotCarried && note.line == 3));
}

#[test]
fn a_schema_without_models_is_refused_and_a_deep_one_is_read() {
    let file = |text: String| vec![("a.prisma".to_owned(), text)];
    assert!(read(&file(String::new()), "a").unwrap_err().render(false).contains("no model"));
    assert!(read(&Vec::new(), "a").is_err());
    for open in ["(", "[", "a(", "[(", "{"] {
        let _ = read(&file(format!("model A {{ id Int @default({}", open.repeat(100_000))), "a");
    }
    let many: String = (0..1_001).map(|at| format!("model T{at}x {{ a Int }}\n")).collect();
    assert!(read(&file(many), "a").is_err());
}

const PARTS: [&str; 34] = [
    "model",
    "enum",
    "view",
    "type",
    "A",
    "B",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "?",
    "@id",
    "@unique",
    "@default(1)",
    "@default(now())",
    "@relation(fields: [b], references: [id])",
    "@map(\"x\")",
    "@db.VarChar(10)",
    "@@id([a, b])",
    "@@unique([a])",
    "@@map(\"t\")",
    "@@index([b])",
    "a Int",
    "b String?",
    "c A[]",
    "d B",
    "e A?",
    "\n",
    "/// doc\n",
    "//",
    "\"",
    ",",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_text_makes_it_panic(source in any::<String>()) {
        let _ = read(&[("a".to_owned(), source.clone())], &source);
    }

    #[test]
    fn whatever_is_read_is_valid(parts in proptest::collection::vec(proptest::sample::select(&PARTS[..]), 0..80)) {
        if let Ok(imported) = read(&[("a".to_owned(), parts.join(" "))], "soup.prisma") {
            prop_assert!(resolve(&imported.document).is_ok());
        }
    }

    #[test]
    fn changed_schemas_still_become_valid_specs(
        which in 0..5_usize,
        cuts in proptest::collection::vec((any::<proptest::sample::Index>(), 0..40_usize, proptest::sample::select(&PARTS[..])), 1..6),
    ) {
        let all = fixtures();
        let mut source: String = all[which % all.len()].1.iter().map(|(_, text)| text.as_str()).collect();
        damage(&mut source, &cuts);
        if let Ok(imported) = read(&[("a".to_owned(), source)], "changed.prisma") {
            let resolved = resolve(&imported.document);
            prop_assert!(resolved.is_ok(), "{resolved:?}");
            survives_writing(&imported);
        }
    }
}
