//! Whole scripts, from text to spec.

use camino::{Utf8Path, Utf8PathBuf};
use proptest::prelude::*;

use super::{MAX_BYTES, read};
use crate::spec::{
    import::{
        Imported,
        testing::{damage, entity, notes, survives_writing, valid},
        text::decode,
    },
    resolve, to_yaml,
};

fn fixtures() -> Vec<(String, String)> {
    let folder = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sql");
    let entries = fs_err::read_dir(folder.as_std_path()).unwrap();
    let mut paths: Vec<Utf8PathBuf> =
        entries.map(|entry| Utf8PathBuf::try_from(entry.unwrap().path()).unwrap()).collect();
    paths.sort();
    paths.iter().map(|path| (path.file_name().unwrap().to_owned(), decode(fs_err::read(path).unwrap()).0)).collect()
}

fn fixture(name: &str) -> Imported {
    let (_, source) = fixtures().into_iter().find(|(file, _)| file == name).unwrap();
    imported(&source)
}

#[track_caller]
fn imported(source: &str) -> Imported {
    valid(read(source, "model.sql"))
}

#[test]
fn every_script_becomes_a_valid_spec() {
    let all = fixtures();
    assert!(all.len() >= 7);
    for (file, source) in all {
        let imported = read(&source, &file).unwrap_or_else(|problems| panic!("{}", problems.render(false)));
        resolve(&imported.document).unwrap_or_else(|problems| panic!("{file} {problems:#?}"));
        survives_writing(&imported);
        let name = file.trim_end_matches(".sql");
        insta::assert_snapshot!(format!("notes-{name}"), notes(&imported));
        insta::assert_snapshot!(format!("spec-{name}"), to_yaml(&imported.document));
    }
}

#[test]
fn a_dump_of_postgresql_comes_along() {
    let imported = fixture("rental-pgdump.sql");
    let film = entity(&imported, "Film");
    assert_eq!(film.relations["actors"].many_to_many.as_deref(), Some("Actor"));
    assert_eq!(film.fields["rating"].kind, "MpaaRating");
    assert!(entity(&imported, "Store").relations["managerStaff"].one_to_one.is_some());
    assert!(!imported.document.entities.keys().any(|name| name.contains("2022")));
    assert_eq!(entity(&imported, "Customer").description.as_deref(), Some("Somebody who rents; it's a person."));
}

#[test]
fn one_service_owns_a_small_model_and_several_a_large_one() {
    assert!(fixture("rental-pgdump.sql").document.services.is_empty());
    let services = |file: &str| fixture(file).document.services.keys().cloned().collect::<Vec<_>>();
    assert_eq!(services("erp.sql"), ["hr", "crm", "sales", "buy", "stock", "make", "fin"]);
    assert_eq!(services("hospital-schemas.sql"), ["registry", "care", "lab", "pharmacy", "billing"]);
}

#[test]
fn a_condition_becomes_an_enum_or_a_bound() {
    let imported = imported(
        "CREATE TABLE a (x varchar(9) CHECK (x IN ('new one', 'old')), y int CHECK (y > 0 AND y <= 10), z text CHECK (z <> w), w text);",
    );
    assert_eq!(imported.document.enums["AX"].values.keys().collect::<Vec<_>>(), ["new-one", "old"]);
    let fields = &entity(&imported, "A").fields;
    assert_eq!((fields["y"].min.clone(), fields["y"].max.clone()), (Some(1.into()), Some(10.into())));
    assert!(notes(&imported).contains("the condition `z <> w`"), "{}", notes(&imported));
}

#[test]
fn a_statement_that_cannot_be_read_costs_no_other() {
    let imported =
        imported("CREATE TABLE a (x int); CREATE TABLE b (y ??? what, z int); ALTER TABLE a FROBNICATE; WHAT;");
    assert!(entity(&imported, "B").fields.contains_key("z"));
    assert!(entity(&imported, "A").fields.contains_key("x"));
    assert_eq!(imported.notes.iter().filter(|note| note.to_string().contains("cannot be read")).count(), 2);
}

#[test]
fn a_byte_order_mark_and_windows_lines_mean_nothing() {
    let imported = imported("\u{feff}CREATE TABLE a (\r\n  x int, -- one\r\n  y text\r\n);\r\nWHAT;\r\n");
    assert_eq!(entity(&imported, "A").fields.len(), 2);
    assert!(imported.notes.iter().any(|note| note.line == 5 && note.what.contains("WHAT")));
}

#[test]
fn unique_within_a_tenant_is_unique() {
    let imported = fixture("odd.sql");
    assert!(entity(&imported, "Invoice").fields["number"].unique);
    assert!(!entity(&imported, "Invoice").fields.contains_key("tenantId"));
}

#[test]
fn a_script_without_tables_and_too_large_a_one_are_refused() {
    assert!(read("SELECT 1;", "a.sql").unwrap_err().render(false).contains("no table"));
    assert!(read("", "a.sql").is_err());
    assert!(read(&" ".repeat(MAX_BYTES + 1), "a.sql").unwrap_err().render(false).contains("at most"));
}

#[test]
fn hostile_sizes_are_refused_or_read_without_taking_long() {
    let ands = format!("CREATE TABLE a (x int, CHECK ({}))", vec!["x > 1"; 20_000].join(" AND "));
    assert!(notes(&imported(&ands)).contains("longer than"));
    let parens = format!("CREATE TABLE a (x int, y int DEFAULT {}1{})", "(".repeat(5_000), ")".repeat(5_000));
    assert!(entity(&imported(&parens), "A").fields.contains_key("x"));
    let wide: Vec<String> = (0..2_000).map(|at| format!("c{at} int")).collect();
    assert_eq!(entity(&imported(&format!("CREATE TABLE a ({})", wide.join(","))), "A").fields.len(), 200);
    let many: String = (0..1_001).map(|at| format!("CREATE TABLE t{at}x (a int);\n")).collect();
    assert!(read(&many, "many.sql").is_err());
    for source in ["'".repeat(200_000), "/*".repeat(200_000), "$a$ $b$ ".repeat(50_000), "(".repeat(200_000)] {
        assert!(read(&source, "a.sql").is_err());
    }
    let blanks = format!("CREATE TABLE a (x int);{}SELECT", " ".repeat(1_000_000));
    imported(&blanks);
}

const PARTS: [&str; 48] = [
    "CREATE TABLE",
    "ALTER TABLE",
    "a",
    "b",
    "c",
    "\"A b\"",
    "`d`",
    "[e]",
    "(",
    ")",
    ",",
    ";",
    "id",
    "int",
    "text",
    "varchar(10)",
    "PRIMARY KEY",
    "NOT NULL",
    "REFERENCES",
    "UNIQUE",
    "CHECK (a > 1)",
    "DEFAULT 1",
    "FOREIGN KEY (a)",
    "ADD CONSTRAINT x",
    "CREATE TYPE",
    "AS ENUM ('x', 'y')",
    "GO\n",
    "\n",
    "'",
    "$$",
    "--",
    "/*",
    "*/",
    "COPY",
    "FROM stdin",
    "\\.",
    "COMMENT ON",
    "IS 'x'",
    "INDEX",
    "ON",
    "BEGIN",
    "END",
    "CREATE TRIGGER",
    "DELIMITER",
    "numeric(5,2)",
    "tenant_id",
    "created_at timestamp",
    "DROP TABLE",
];

/// Scripts small enough to be changed often.
fn small() -> &'static [String] {
    static SMALL: std::sync::LazyLock<Vec<String>> = std::sync::LazyLock::new(|| {
        let all = fixtures().into_iter().filter(|(file, _)| !file.starts_with("erp") && !file.starts_with("hospital"));
        all.map(|(_, source)| source).collect()
    });
    &SMALL
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_makes_it_panic(source in any::<String>()) {
        let _ = read(&source, &source);
    }

    #[test]
    fn whatever_is_read_is_valid(parts in proptest::collection::vec(proptest::sample::select(&PARTS[..]), 0..80)) {
        if let Ok(imported) = read(&parts.join(" "), "soup.sql") {
            prop_assert!(resolve(&imported.document).is_ok());
        }
    }

    #[test]
    fn changed_scripts_still_become_valid_specs(
        which in 0..5_usize,
        cuts in proptest::collection::vec((any::<proptest::sample::Index>(), 0..40_usize, proptest::sample::select(&PARTS[..])), 1..6),
    ) {
        let mut source = small()[which % small().len()].clone();
        damage(&mut source, &cuts);
        if let Ok(imported) = read(&source, "changed.sql") {
            let resolved = resolve(&imported.document);
            prop_assert!(resolved.is_ok(), "{resolved:?}");
            survives_writing(&imported);
        }
    }
}
