//! What changes in the tables of a service becomes its next migration; what would lose data is refused.

use serde_json::Value;

use crate::test_env::{Ran, TestEnv};

const FOLDER: &str = "zoo/apps/services/core/migrations";

/// A workspace `zoo` of one entity with these fields.
fn zoo(fields: &str) -> TestEnv {
    let env = TestEnv::new();
    env.write("zoo.yaml", &spec(fields));
    env.run(&["new", "--from", "zoo.yaml", "--no-install"]).succeeds();
    env
}

fn spec(fields: &str) -> String {
    format!(
        "fountane: 1\nproject: {{ name: zoo }}\nblueprint: minimal@^1\n\nentities:\n  Pet:\n    fields:\n{}",
        fields.split("; ").map(|field| format!("      {field}\n")).collect::<String>()
    )
}

fn generate(env: &TestEnv, fields: &str, options: &[&str]) -> Ran {
    env.write("zoo/fountane.yaml", &spec(fields));
    let all: Vec<&str> = ["generate", "--dir", "zoo"].iter().chain(options).copied().collect();
    env.run(&all)
}

fn migrations(env: &TestEnv) -> Vec<String> {
    let tree = env.tree().into_keys();
    tree.filter_map(|path| path.strip_prefix(&format!("{FOLDER}/")).map(str::to_owned)).collect()
}

fn read(env: &TestEnv, file: &str) -> String {
    env.read(&format!("{FOLDER}/{file}"))
}

#[test]
fn a_changed_field_is_the_next_migration_and_those_before_stay_as_they_are() {
    let env = zoo("name: string!");
    let first = ["0000_init.sql", "meta/0000_snapshot.json"].map(|file| read(&env, file));
    let ran = generate(&env, "name: string!; price: decimal", &[]).succeeds();
    let told: Vec<&str> = ran.err.lines().filter(|line| line.contains("migration")).collect();
    insta::assert_snapshot!(told.join("\n"), @"migration `apps/services/core/migrations/0001_pets_add_price.sql`: add column pets.price");
    assert!(ran.out.contains("+ apps/services/core/migrations/0001_pets_add_price.sql\n"), "{}", ran.out);
    assert!(ran.out.contains("~ apps/services/core/migrations/meta/_journal.json\n"), "{}", ran.out);
    generate(&env, "name: string!; price: decimal", &["--check"]).succeeds();

    let second = ["0001_pets_add_price.sql", "meta/0001_snapshot.json"].map(|file| read(&env, file));
    generate(&env, "name: { type: string, max: 300, required: true }; price: decimal", &[]).succeeds();
    assert_eq!(
        migrations(&env),
        [
            "0000_init.sql",
            "0001_pets_add_price.sql",
            "0002_pets_name_type.sql",
            "meta/0000_snapshot.json",
            "meta/0001_snapshot.json",
            "meta/0002_snapshot.json",
            "meta/_journal.json",
        ]
    );
    assert_eq!(first, ["0000_init.sql", "meta/0000_snapshot.json"].map(|file| read(&env, file)));
    assert_eq!(second, ["0001_pets_add_price.sql", "meta/0001_snapshot.json"].map(|file| read(&env, file)));
    let ran = generate(&env, "name: { type: string, max: 300, required: true }; price: decimal", &[]).succeeds();
    assert!(ran.out.is_empty(), "{}", ran.out);
}

#[test]
fn a_migration_that_loses_data_is_refused_until_that_is_allowed() {
    let env = zoo("name: string!; price: decimal");
    let before = env.tree();
    let ran = generate(&env, "name: { type: string, max: 20, required: true }", &[]).ends_with(1);
    insta::assert_snapshot!(ran.err.lines().filter(|line| !line.contains('✓')).collect::<Vec<_>>().join("\n"));
    env.write("zoo/fountane.yaml", &spec("name: string!; price: decimal"));
    assert_eq!(env.tree(), before, "nothing was written");
    let less = "name: { type: string, max: 20, required: true }";
    generate(&env, less, &["--dry-run"]).ends_with(1);
    generate(&env, less, &["--allow-destructive"]).succeeds();
    let script = read(&env, "0001_pets_name_type_and_1_more.sql");
    assert_eq!(script.matches("-- DESTRUCTIVE").count(), 2, "{script}");
    generate(&env, less, &["--check"]).succeeds();
}

#[test]
fn what_is_added_by_a_command_comes_with_its_migration() {
    let env = zoo("name: string!");
    let ran = env.run(&["add", "field", "Pet", "chip:string!", "--dir", "zoo"]).succeeds();
    insta::assert_snapshot!(ran.err.lines().filter(|line| !line.contains('✓')).collect::<Vec<_>>().join("\n"));
    assert!(read(&env, "0001_pets_add_chip.sql").contains("ALTER COLUMN \"chip\" SET NOT NULL;"));
}

#[test]
fn a_model_that_takes_something_away_is_refused_with_the_spec_as_it_was() {
    let env = zoo("name: { type: string, required: true, max: 80 }");
    env.write("less.sql", "create table pets (id uuid primary key, name varchar(20) not null);");
    let before = env.tree();
    let ran = env.run(&["import", "less.sql", "--theirs", "--dir", "zoo", "--yes"]).ends_with(1);
    assert!(ran.err.contains("pets.name  (what stands behind the first 20 characters of a text)"), "{}", ran.err);
    assert!(ran.err.contains("--no-generate"), "{}", ran.err);
    assert_eq!(env.tree(), before);
}

#[test]
fn json_tells_what_a_migration_does_and_loses() {
    let env = zoo("name: string!; price: decimal");
    let ran = generate(&env, "name: string!; chip: string!", &["--json"]).ends_with(1);
    let lines = ran.json();
    let migration = lines.iter().find(|line| line["type"] == "migration").unwrap();
    assert_eq!(migration["path"], "apps/services/core/migrations/0001_pets_add_chip_and_1_more.sql");
    assert_eq!(migration["steps"][1], "drop column pets.price");
    assert_eq!(
        (&migration["losses"][0]["table"], &migration["losses"][0]["column"]),
        (&"pets".into(), &"price".into())
    );
    assert_eq!(migration["hurdles"][0]["column"], "chip");
}

#[test]
fn a_migration_that_was_taken_back_is_written_anew() {
    let env = zoo("name: string!");
    let journal = read(&env, "meta/_journal.json");
    generate(&env, "name: string!; legs: int", &[]).succeeds();
    let written = migrations(&env).into_iter().filter(|file| file.contains("0001"));
    for file in written {
        fs_err::remove_file(env.work().join(FOLDER).join(file)).unwrap();
    }
    env.write(&format!("{FOLDER}/meta/_journal.json"), &journal);
    generate(&env, "name: string!; legs: int", &[]).succeeds();
    let journal: Value = serde_json::from_str(&read(&env, "meta/_journal.json")).unwrap();
    assert_eq!(journal["entries"][1]["tag"], "0001_pets_add_legs");
    assert!(read(&env, "0001_pets_add_legs.sql").contains("ADD COLUMN \"legs\" integer"));
    generate(&env, "name: string!; legs: int", &["--check"]).succeeds();
}

#[test]
fn a_persons_migration_is_the_persons() {
    let env = zoo("name: string!");
    let mut journal: Value = serde_json::from_str(&read(&env, "meta/_journal.json")).unwrap();
    let entry = serde_json::json!({ "idx": 1, "version": "7", "when": 1_790_000_000_000_u64, "tag": "0001_mine", "breakpoints": true });
    journal["entries"].as_array_mut().unwrap().push(entry);
    env.write(&format!("{FOLDER}/meta/_journal.json"), &journal.to_string());
    env.write(&format!("{FOLDER}/0001_mine.sql"), "create view names as select name from pets;");
    generate(&env, "name: string!", &["--check"]).succeeds();
    generate(&env, "name: string!; legs: int", &[]).succeeds();
    assert_eq!(read(&env, "0001_mine.sql"), "create view names as select name from pets;");
    let lock: Value = serde_json::from_str(&env.read("zoo/fountane.lock")).unwrap();
    assert!(lock["files"].get("apps/services/core/migrations/0001_mine.sql").is_none());
    assert!(lock["files"].get("apps/services/core/migrations/0002_pets_add_legs.sql").is_some());
}

#[test]
fn a_journal_with_the_marks_of_a_merge_is_named_with_its_mend() {
    let env = zoo("name: string!");
    let journal = read(&env, "meta/_journal.json");
    env.write(&format!("{FOLDER}/meta/_journal.json"), &format!("<<<<<<< HEAD\n{journal}"));
    let ran = generate(&env, "name: string!; legs: int", &[]).ends_with(1);
    insta::assert_snapshot!(ran.err);
}

/// A workspace `zoo` of a keeper and a pet in one service and a ticket in another.
fn two_services() -> TestEnv {
    let env = TestEnv::new();
    env.write("zoo.yaml", &spec_of_two("", ""));
    env.run(&["new", "--from", "zoo.yaml", "--no-install"]).succeeds();
    env
}

/// With these further fields of a keeper and of a pet.
fn spec_of_two(keeper: &str, pet: &str) -> String {
    format!(
        "fountane: 1\nproject: {{ name: zoo }}\nblueprint: minimal@^1\nservices: {{ core: [Keeper, Pet], shop: [Ticket] }}\n\n\
         entities:\n  Keeper: {{ fields: {{ name: string!{keeper} }} }}\n  \
         Pet: {{ fields: {{ name: string!{pet} }}, relations: {{ keepers: {{ many-to-many: Keeper, inverse: pets }} }} }}\n  \
         Ticket: {{ fields: {{ price: decimal! }} }}\n"
    )
}

fn only(env: &TestEnv, keeper: &str, pet: &str, options: &[&str]) -> Ran {
    env.write("zoo/fountane.yaml", &spec_of_two(keeper, pet));
    env.run(&[&["generate", "--dir", "zoo"], options].concat())
}

#[test]
fn the_migration_of_an_entity_comes_with_the_rest_of_it() {
    let env = two_services();
    let ran = only(&env, "", ", chip: string", &["--only", "Keeper"]).succeeds();
    assert!(!ran.err.contains("migration `"), "what is left out is not told of: {}", ran.err);
    assert!(!migrations(&env).iter().any(|file| file.contains("0001")), "{:?}", migrations(&env));

    let ran = only(&env, "", ", chip: string", &["--only", "Pet"]).succeeds();
    assert!(ran.err.contains("migration `apps/services/core/migrations/0001_pets_add_chip.sql`"), "{}", ran.err);
    assert!(ran.out.contains("~ apps/services/core/migrations/meta/_journal.json\n"), "{}", ran.out);
    assert!(read(&env, "meta/0001_snapshot.json").contains("chip"));
    only(&env, "", ", chip: string", &[]).succeeds();
    assert_eq!(migrations(&env).iter().filter(|file| file.ends_with(".sql")).count(), 2);
    only(&env, "", ", chip: string", &["--check"]).succeeds();
}

#[test]
fn a_migration_of_several_entities_is_no_part_of_one() {
    let env = two_services();
    env.write("zoo/fountane.yaml", &spec_of_two(", town: string", ", chip: string"));
    let before = env.tree();
    let ran = only(&env, ", town: string", ", chip: string", &["--only", "Pet"]).ends_with(1);
    insta::assert_snapshot!(ran.err.lines().filter(|line| !line.contains('✓')).collect::<Vec<_>>().join("\n"), @r"
      keepers  (of Keeper)

    error: the next migration in `apps/services/core/migrations` is about other tables as well; nothing was written
    hint: `--only Pet,Keeper` takes all that it is about
    hint: without `--only` everything is brought up to date
    ");
    assert_eq!(env.tree(), before);
    // Of another service there is nothing to ask.
    only(&env, ", town: string", ", chip: string", &["--only", "Ticket"]).succeeds();
    only(&env, ", town: string", ", chip: string", &["--only", "Pet,Keeper"]).succeeds();
    assert!(migrations(&env).iter().any(|file| file.starts_with("0001_")), "{:?}", migrations(&env));
}

#[test]
fn a_service_comes_with_its_migration_whoever_it_is_about() {
    let env = two_services();
    only(&env, ", town: string", ", chip: string", &["--only", "core"]).succeeds();
    assert!(migrations(&env).iter().any(|file| file.starts_with("0001_")), "{:?}", migrations(&env));
}

#[test]
fn a_loss_that_is_left_out_refuses_nothing() {
    let env = two_services();
    only(&env, "", ", chip: string", &[]).succeeds();
    only(&env, "", "", &["--only", "Ticket"]).succeeds();
    let ran = only(&env, "", "", &["--only", "Pet"]).ends_with(1);
    assert!(ran.err.contains("pets.chip"), "{}", ran.err);
    only(&env, "", "", &["--only", "Pet", "--allow-destructive"]).succeeds();
}
