//! What becomes of a service's migrations when its spec changes: each kind of step, and what a person did in between.

use camino::Utf8PathBuf;
use serde_json::{Value, json};

use super::*;
use crate::blueprint::tables::{snapshot, tables_of_service};
use crate::spec;
use crate::spec::model::ServiceId;

const FOLDER: &str = "apps/services/zoo/migrations";

/// A workspace of which nothing stands but migrations.
struct Zoo {
    _guard: tempfile::TempDir,
    root: Utf8PathBuf,
}

impl Zoo {
    /// With the first migration of these entities.
    fn new(entities: &str) -> Self {
        let guard = tempfile::tempdir().unwrap();
        let root = Utf8PathBuf::from_path_buf(guard.path().to_owned()).unwrap();
        let zoo = Self { _guard: guard, root };
        let planned = planned(entities);
        zoo.write("0000_init.sql", "-- The first.\n");
        zoo.write("meta/0000_snapshot.json", &snapshot::snapshot(planned.tables).to_string());
        zoo.write("meta/_journal.json", &snapshot::journal().to_string());
        zoo
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.root.join(FOLDER).join(path);
        fs_err::create_dir_all(path.parent().unwrap()).unwrap();
        fs_err::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs_err::read_to_string(self.root.join(FOLDER).join(path)).unwrap()
    }

    fn remove(&self, path: &str) {
        fs_err::remove_file(self.root.join(FOLDER).join(path)).unwrap();
    }

    fn json(&self, path: &str) -> Value {
        serde_json::from_str(&self.read(path)).unwrap()
    }

    /// The next migration, written to its place.
    fn next(&self, entities: &str) -> Option<(Migration, String)> {
        self.renamed(entities, Renames::default())
    }

    fn renamed(&self, entities: &str, renames: Renames) -> Option<(Migration, String)> {
        let (migration, files) = self.follow(entities, renames).unwrap();
        for file in &files {
            fs_err::write(file.path.below(&self.root), &file.bytes).unwrap();
        }
        let migration = migration?;
        let script = files.iter().find(|file| file.path == migration.path).unwrap();
        let script = String::from_utf8(script.bytes.clone()).unwrap();
        Some((migration, script))
    }

    fn follow(
        &self,
        entities: &str,
        renames: Renames,
    ) -> Result<(Option<Migration>, Vec<RenderedFile>), MigrationError> {
        let past = Past { standing: Standing::of(&self.root, None), renames };
        let mut files = Vec::new();
        let migration = follow(&planned(entities), &past, &mut files)?;
        Ok((migration, files))
    }

    fn refused(&self, entities: &str) -> String {
        self.follow(entities, Renames::default()).unwrap_err().to_string()
    }

    /// What drizzle-kit does for `generate --custom`, or after an edit of the schema: a snapshot with an id of its own.
    fn drizzle_kit_adds(&self, number: u64, change: impl FnOnce(&mut Value)) {
        let mut snapshot = self.json(&format!("meta/{:04}_snapshot.json", number - 1));
        snapshot["prevId"] = snapshot["id"].clone();
        snapshot["id"] = json!(format!("7d2f8a52-0c1e-4f60-9d6f-0000000000{number:02}"));
        change(&mut snapshot["tables"]);
        let tag = format!("{number:04}_odd_name");
        let mut journal = self.json("meta/_journal.json");
        let entry = json!({ "idx": number, "version": "7", "when": 1_780_000_000_000_u64 + number, "tag": tag, "breakpoints": true });
        journal["entries"].as_array_mut().unwrap().push(entry);
        self.write(&format!("{tag}.sql"), "select 1;");
        self.write(&format!("meta/{number:04}_snapshot.json"), &snapshot.to_string());
        self.write("meta/_journal.json", &journal.to_string());
    }
}

fn planned(entities: &str) -> Planned {
    let text = format!("fountane: 1\nproject: {{ name: zoo }}\n{entities}");
    let (_, model) = spec::load(&text, "fountane.yaml").unwrap_or_else(|problems| panic!("{problems:#?}"));
    let tables = snapshot::tables(&tables_of_service(&model, ServiceId(0)), "zoo_app");
    Planned { folder: FOLDER.to_owned(), template: "service@1.0.0".to_owned(), tables }
}

/// A pet with these fields.
fn pet(fields: &str) -> String {
    format!("entities:\n  Pet: {{ fields: {{ {fields} }} }}\n")
}

/// The migration from one state of the spec to another: its name, what is told of it, and its script.
fn told(before: &str, after: &str) -> String {
    describe(Zoo::new(before).next(after))
}

fn describe(made: Option<(Migration, String)>) -> String {
    let Some((Migration { path, steps, losses, hurdles, .. }, script)) = made else { return "nothing".to_owned() };
    let mut lines = vec![path.as_str().rsplit('/').next().unwrap().to_owned()];
    lines.extend(steps.iter().map(|step| format!("does:  {step}")));
    lines.extend(losses.iter().map(|loss| format!("loses: {loss:?}")));
    lines.extend(hurdles.iter().map(|hurdle| format!("fails: {hurdle:?}")));
    format!("{}\n\n{script}", lines.join("\n"))
}

macro_rules! kinds_of_steps {
    ($($name:ident: $before:expr => $after:expr;)*) => {$(
        #[test]
        fn $name() {
            let (before, after): (String, String) = ($before.into(), $after.into());
            insta::assert_snapshot!(told(&before, &after));
        }
    )*};
}

kinds_of_steps! {
    a_new_field_is_a_new_column: pet("name: string!") => pet("name: string!, price: decimal");
    a_new_field_with_a_default_fills_the_rows_that_are_there:
        pet("name: string!") => pet("name: string!, legs: { type: int, default: 4, min: 0 }");
    a_new_field_that_is_required_is_added_filled_and_required:
        pet("name: string!") => pet("name: string!, chip: { type: string, max: 20, required: true, unique: true }");
    a_field_that_goes_is_a_loss: pet("name: string!, price: decimal") => pet("name: string!");
    a_wider_type_loses_nothing:
        pet("name: { type: string, max: 80 }, legs: int") => pet("name: { type: string, max: 200 }, legs: long");
    a_narrower_text_is_cut_before_its_type_changes:
        pet("name: { type: string, max: 80 }") => pet("name: { type: string, max: 40 }");
    numbers_that_may_be_too_great_are_told: pet("name: string!, legs: long") => pet("name: string!, legs: int");
    text_becomes_numbers_where_it_is_some: pet("name: string!, legs: string") => pet("name: string!, legs: int");
    what_cannot_become_another_type_is_lost:
        pet("name: string!, chip: uuid!") => pet("name: string!, chip: { type: int, required: true, default: 7 }");
    what_is_required_now_is_filled_with_its_default:
        pet("name: string!, legs: int") => pet("name: string!, legs: { type: int, default: 4 }");
    what_is_required_now_and_has_no_default_is_filled_by_a_person:
        pet("name: string!, legs: int") => pet("name: string!, legs: int!");
    what_is_optional_now_may_be_empty: pet("name: string!") => pet("name: string!, x: int").replace("name: string!, x: int", "name: string");
    another_default_is_for_rows_to_come:
        pet("name: { type: string, default: Rex }") => pet("name: { type: string, default: \"O'Rex\" }");
    a_looser_bound_cannot_fail: pet("legs: { type: int, min: 2 }") => pet("legs: { type: int, min: 0 }");
    a_tighter_bound_may_fail: pet("legs: { type: int, min: 0 }") => pet("legs: { type: int, min: 2, max: 8 }");
    a_unique_field_may_have_twins: pet("name: string!") => pet("name: { type: string, required: true, unique: true }");
    an_index_comes_and_another_goes:
        "entities:\n  Pet: { fields: { name: string!, town: string }, indexes: [[name, town]] }\n".to_owned() =>
        "entities:\n  Pet: { fields: { name: string!, town: string }, indexes: [[town, name]] }\n".to_owned();
    soft_removal_makes_names_free_again:
        pet("name: { type: string, unique: true }") =>
        "entities:\n  Pet: { fields: { name: { type: string, unique: true } }, soft-delete: true }\n".to_owned();
    without_soft_removal_what_was_removed_is_there_again:
        "entities:\n  Pet: { fields: { name: { type: string, unique: true } }, soft-delete: true }\n".to_owned() =>
        pet("name: { type: string, unique: true }");
    a_new_entity_is_a_new_table:
        pet("name: string!") =>
        "entities:\n  Pet: { fields: { name: string! } }\n  Visit: { fields: { on: date! }, relations: { pet: { many-to-one: Pet, inverse: visits, required: true } } }\n".to_owned();
    an_entity_that_goes_takes_its_rows_with_it:
        "entities:\n  Pet: { fields: { name: string! } }\n  Visit: { fields: { on: date! }, relations: { pet: { many-to-one: Pet, inverse: visits } } }\n".to_owned() =>
        pet("name: string!");
    entities_that_point_to_each_other_go_together:
        "entities:\n  Pet: { fields: { name: string! } }\n  Ox: { fields: { on: date! }, relations: { yak: { many-to-one: Yak, inverse: oxen } } }\n  Yak: { fields: { on: date! }, relations: { ox: { many-to-one: Ox, inverse: yaks } } }\n".to_owned() =>
        pet("name: string!");
    a_history_begins: pet("name: string!") => "entities:\n  Pet: { fields: { name: string! }, audit: true }\n".to_owned();
}

const OWNER: &str = "  Owner: { fields: { name: string! } }\n";

fn owned(relation: &str) -> String {
    format!("entities:\n{OWNER}  Pet: {{ fields: {{ name: string! }}, relations: {{ {relation} }} }}\n")
}

kinds_of_steps! {
    a_new_relation_is_a_column_a_key_and_an_index: owned("") => owned("owner: { many-to-one: Owner, inverse: pets }");
    a_new_relation_that_is_required_is_filled_by_a_person:
        owned("") => owned("owner: { many-to-one: Owner, inverse: pets, required: true }");
    another_rule_of_removal_is_another_key:
        owned("owner: { many-to-one: Owner, inverse: pets, on-delete: restrict }") =>
        owned("owner: { many-to-one: Owner, inverse: pets, on-delete: set-null }");
    a_relation_of_many_is_a_table: owned("") => owned("owners: { many-to-many: Owner, inverse: pets }");
    a_key_to_what_was_in_another_service_may_be_broken:
        format!("services: {{ core: [Pet], other: [Owner] }}\n{}", owned("owner: { many-to-one: Owner, inverse: pets }")) =>
        owned("owner: { many-to-one: Owner, inverse: pets }");
    a_relation_that_goes_is_a_loss: owned("owner: { many-to-one: Owner, inverse: pets }") => owned("");
}

fn enums(values: &str, field: &str) -> String {
    format!("enums:\n  Kind: [{values}]\nentities:\n  Pet: {{ fields: {{ name: string!, kind: {field} }} }}\n")
}

kinds_of_steps! {
    a_new_value_of_an_enum_is_let_through: enums("cat, dog", "Kind!") => enums("cat, dog, owl", "Kind!");
    rows_with_a_value_that_goes_get_the_default:
        enums("cat, dog, owl", "{ type: Kind, default: cat }") => enums("cat, dog", "{ type: Kind, default: cat }");
    rows_with_a_value_that_goes_are_emptied_where_they_may_be:
        enums("cat, dog, owl", "Kind") => enums("cat, dog", "Kind");
    rows_with_a_value_that_goes_are_a_persons_matter_elsewhere:
        enums("cat, dog, owl", "Kind!") => enums("cat, dog", "Kind!");
    an_enum_of_short_values_becomes_a_text: enums("cat, dog", "Kind!") => enums("cat, dog", "string!");
}

#[test]
fn the_same_spec_needs_no_migration_also_in_another_order() {
    assert_eq!(told(&pet("name: string!, legs: int"), &pet("name: string!, legs: int")), "nothing");
    let zoo = Zoo::new(&pet("name: string!, legs: int"));
    assert_eq!(describe(zoo.next(&pet("name: string!, legs: int"))), "nothing");
}

#[test]
fn another_policy_takes_the_place_of_the_one_that_stands() {
    let zoo = Zoo::new(&pet("name: string!"));
    let mut snapshot = zoo.json("meta/0000_snapshot.json");
    snapshot["tables"]["public.pets"]["policies"]["tenant_isolation"]["to"] = json!(["old_app"]);
    snapshot["id"] = snapshot::snapshot(snapshot["tables"].as_object().unwrap().clone())["id"].clone();
    zoo.write("meta/0000_snapshot.json", &snapshot.to_string());
    let (migration, script) = zoo.next(&pet("name: string!")).unwrap();
    assert_eq!(migration.steps, ["policy tenant_isolation of pets"]);
    assert!(
        script.starts_with("DROP POLICY \"tenant_isolation\" ON \"pets\";--> statement-breakpoint\nCREATE POLICY"),
        "{script}"
    );
}

#[test]
fn each_migration_follows_the_last_and_no_other_is_touched() {
    let zoo = Zoo::new(&pet("name: string!"));
    let first = [zoo.read("0000_init.sql"), zoo.read("meta/0000_snapshot.json")];
    zoo.next(&pet("name: string!, legs: int")).unwrap();
    let second = [zoo.read("0001_pets_add_legs.sql"), zoo.read("meta/0001_snapshot.json")];
    assert!(zoo.next(&pet("name: string!, legs: int")).is_none());
    // Back to what the first one made: the snapshot is another all the same.
    let (migration, _) = zoo.next(&pet("name: string!")).unwrap();
    assert!(migration.path.as_str().ends_with("/0002_pets_drop_legs.sql"));
    assert_eq!(first, [zoo.read("0000_init.sql"), zoo.read("meta/0000_snapshot.json")]);
    assert_eq!(second, [zoo.read("0001_pets_add_legs.sql"), zoo.read("meta/0001_snapshot.json")]);
    let snapshots = ["0000", "0001", "0002"].map(|number| zoo.json(&format!("meta/{number}_snapshot.json")));
    for pair in snapshots.windows(2) {
        assert_eq!(pair[1]["prevId"], pair[0]["id"]);
    }
    assert_ne!(snapshots[0]["id"], snapshots[2]["id"]);
    assert_eq!(snapshots[0]["tables"], snapshots[2]["tables"]);
    insta::assert_snapshot!(zoo.read("meta/_journal.json"));
}

#[test]
fn a_snapshot_has_the_tables_as_drizzle_kit_finds_them_in_the_schema() {
    let zoo = Zoo::new(&pet("name: string!"));
    let after = pet("legs: int, name: string!");
    zoo.next(&after).unwrap();
    let tables = zoo.json("meta/0001_snapshot.json")["tables"].to_string();
    assert_eq!(tables, Value::Object(planned(&after).tables).to_string());
}

#[test]
fn what_a_persons_migration_added_stays_and_counts() {
    let zoo = Zoo::new(&pet("name: string!"));
    zoo.drizzle_kit_adds(1, |tables| {
        let pets = &mut tables["public.pets"];
        pets["columns"]["own"] = json!({ "name": "own", "type": "text", "primaryKey": false, "notNull": false });
        pets["columns"]["name"]["type"] = json!("varchar(999)");
    });
    assert!(zoo.next(&pet("name: string!")).is_none(), "nothing of the spec has changed");
    let (migration, script) = zoo.next(&pet("name: string!, legs: int")).unwrap();
    assert!(migration.path.as_str().ends_with("/0002_pets_add_legs.sql"), "{}", migration.path);
    assert_eq!(script.matches("ALTER TABLE").count(), 1, "{script}");
    let columns = &zoo.json("meta/0002_snapshot.json")["tables"]["public.pets"]["columns"];
    assert_eq!((&columns["own"]["type"], &columns["name"]["type"]), (&json!("text"), &json!("varchar(999)")));
    let entries = zoo.json("meta/_journal.json")["entries"].clone();
    assert_eq!(entries[2]["when"], json!(entries[1]["when"].as_u64().unwrap() + 1));
    // Also when fountane's own snapshot came last.
    assert!(zoo.next(&pet("name: string!, legs: int")).is_none());
    let (migration, _) = zoo.next(&pet("name: { type: string, max: 100 }, legs: int")).unwrap();
    assert_eq!(migration.losses[0].column.as_deref(), Some("name"), "the spec changed it, so the spec is right");
}

#[test]
fn a_persons_migration_may_have_no_snapshot() {
    let zoo = Zoo::new(&pet("name: string!"));
    zoo.drizzle_kit_adds(1, |_| {});
    zoo.remove("meta/0001_snapshot.json");
    let (migration, _) = zoo.next(&pet("name: string!, legs: int")).unwrap();
    assert!(migration.path.as_str().ends_with("/0002_pets_add_legs.sql"));
    assert_eq!(zoo.json("meta/0002_snapshot.json")["prevId"], zoo.json("meta/0000_snapshot.json")["id"]);
}

fn names(from: &str, to: &str) -> (String, String) {
    (from.to_owned(), to.to_owned())
}

fn column(table: &str, from: &str, to: &str) -> ColumnRename {
    ColumnRename { table: table.to_owned(), from: from.to_owned(), to: to.to_owned() }
}

#[test]
fn a_column_that_is_renamed_keeps_what_it_holds() {
    let zoo = Zoo::new(&pet("name: { type: string, unique: true }, legs: { type: int, min: 0 }"));
    let renames =
        Renames { columns: vec![column("pets", "legs", "feet"), column("pets", "name", "call")], ..Renames::default() };
    let made = zoo.renamed(&pet("call: { type: string, unique: true }, feet: { type: int, min: 0 }"), renames);
    insta::assert_snapshot!(describe(made));
}

#[test]
fn a_table_that_is_renamed_keeps_its_rows_and_those_that_point_to_it() {
    let before = "enums:\n  Kind: [cat, dog]\nentities:\n  Pet: { fields: { kind: Kind! } }\n  Visit: { fields: { on: date! }, relations: { pet: { many-to-one: Pet, inverse: visits } } }\n";
    let after = "enums:\n  Kind: [cat, dog]\nentities:\n  Animal: { fields: { kind: Kind! } }\n  Visit: { fields: { on: date! }, relations: { animal: { many-to-one: Animal, inverse: visits } } }\n";
    let zoo = Zoo::new(before);
    let renames = Renames {
        tables: vec![names("pets", "animals")],
        columns: vec![column("visits", "pet_id", "animal_id")],
        ..Renames::default()
    };
    insta::assert_snapshot!(describe(zoo.renamed(after, renames.clone())));
    assert!(zoo.renamed(after, renames).is_none(), "what is done is not done again");
}

#[test]
fn columns_may_change_places() {
    let zoo = Zoo::new(&pet("name: string, call: { type: string, max: 20 }"));
    let renames =
        Renames { columns: vec![column("pets", "name", "call"), column("pets", "call", "name")], ..Renames::default() };
    let (migration, script) = zoo.renamed(&pet("call: string, name: { type: string, max: 20 }"), renames).unwrap();
    assert_eq!(migration.losses, []);
    insta::assert_snapshot!(script);
}

#[test]
fn a_value_of_an_enum_that_is_renamed_is_renamed_in_rows() {
    let of = |values: &str, default: &str| {
        format!(
            "enums:\n  Kind: [{values}]\nentities:\n  Pet: {{ fields: {{ kind: {{ type: Kind, default: {default} }} }} }}\n"
        )
    };
    let zoo = Zoo::new(&of("cat, dog", "dog"));
    let value = |from: &str, to: &str| ValueRename {
        table: "pets".to_owned(),
        column: "kind".to_owned(),
        from: from.to_owned(),
        to: to.to_owned(),
    };
    let renames = Renames { values: vec![value("dog", "hound")], ..Renames::default() };
    let after = of("cat, hound", "hound");
    insta::assert_snapshot!(describe(zoo.renamed(&after, renames.clone())));
    assert!(zoo.renamed(&after, renames).is_none(), "what is done is not done again");
}

#[test]
fn files_that_are_not_what_they_should_be_are_named() {
    let after = pet("name: string!, legs: int");
    let zoo = Zoo::new(&pet("name: string!"));
    zoo.write("meta/0001_snapshot.json", "{}");
    assert_eq!(zoo.refused(&after), format!("`{FOLDER}/meta/0001_snapshot.json` is in no entry of `_journal.json`"));
    zoo.remove("meta/0001_snapshot.json");
    zoo.write("0001_mine.sql", "select 1;");
    assert_eq!(zoo.refused(&after), format!("`{FOLDER}/0001_mine.sql` is in no entry of `_journal.json`"));
    zoo.remove("0001_mine.sql");
    let mut snapshot = zoo.json("meta/0000_snapshot.json");
    snapshot["tables"]["public.pets"]["columns"]["name"] = json!({ "name": "name" });
    zoo.write("meta/0000_snapshot.json", &snapshot.to_string());
    assert_eq!(
        zoo.refused(&after),
        format!(
            "`{FOLDER}/meta/0000_snapshot.json` is not a snapshot of tables: table `public.pets`: `columns`, `name`: \
             missing field `type`"
        )
    );
    zoo.write("meta/0000_snapshot.json", "<<<<<<< HEAD\n");
    assert_eq!(
        zoo.refused(&after),
        format!("`{FOLDER}/meta/0000_snapshot.json` is not a snapshot of tables: expected value at line 1 column 1")
    );
    zoo.remove("meta/0000_snapshot.json");
    assert_eq!(
        zoo.refused(&after),
        format!("`{FOLDER}` has migrations, and in `{FOLDER}/meta` there is no snapshot of any")
    );
    zoo.write("meta/_journal.json", "[");
    assert_eq!(
        zoo.refused(&after),
        format!(
            "`{FOLDER}/meta/_journal.json` is not a journal of migrations: EOF while parsing a list at line 1 column 1"
        )
    );
}

/// A snapshot as fountane would have written it, with a column of this name besides.
fn with_column(zoo: &Zoo, name: &str) {
    let mut snapshot = zoo.json("meta/0000_snapshot.json");
    let column = json!({ "name": name, "type": "text", "primaryKey": false, "notNull": false });
    snapshot["tables"]["public.pets"]["columns"][name] = column;
    snapshot["id"] = snapshot::snapshot(snapshot["tables"].as_object().unwrap().clone())["id"].clone();
    zoo.write("meta/0000_snapshot.json", &snapshot.to_string());
}

#[test]
fn names_cannot_leave_their_place_in_a_script() {
    let zoo = Zoo::new(&pet("name: string!"));
    with_column(&zoo, "x\"; DROP TABLE pets; --");
    let (migration, script) = zoo.next(&pet("name: string!")).unwrap();
    assert!(script.ends_with("DROP COLUMN \"x\"\"; DROP TABLE pets; --\";\n"), "{script}");
    assert_eq!(migration.path.as_str(), format!("{FOLDER}/0001_pets_drop_x___drop_table_pets.sql"));

    let zoo = Zoo::new(&pet("name: string!"));
    with_column(&zoo, "x\n--> statement-breakpoint\nDROP TABLE pets;");
    let refused = zoo.refused(&pet("name: string!"));
    assert!(refused.ends_with("`x\\n--> statement-breakpoint\\nDROP TABLE pets;` is not a name"), "{refused}");
}
