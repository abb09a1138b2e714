//! `fountane rename`: names change in the spec, the files and the database, and nothing is lost.

use crate::test_env::TestEnv;

const ZOO: &str = "\
fountane: 1
project: { name: zoo }
blueprint: minimal@^1

enums:
  Kind: [cat, dog] # as of now

entities:
  # Those we look after.
  Pet:
    fields:
      name: string!
      kind: { type: Kind, required: true, default: dog }
    relations:
      owner: { many-to-one: Owner }
    list: { filter: [kind, owner] }
  Owner:
    table: people # older than we are
    fields:
      name: string!
";

const MIGRATIONS: &str = "zoo/apps/services/core/migrations";

/// A finished workspace with tables and migrations, without packages, all of it committed.
fn zoo() -> TestEnv {
    let env = TestEnv::new();
    env.write("zoo.yaml", ZOO);
    env.run(&["new", "--from", "zoo.yaml", "--no-install"]).succeeds();
    env
}

/// A workspace of a page for each entity.
fn shop() -> TestEnv {
    let env = TestEnv::new();
    env.shop();
    env
}

fn commit(env: &TestEnv, workspace: &str) {
    for args in [&["add", "--all"][..], &["commit", "--quiet", "--no-verify", "--message", "mine"]] {
        let mut git = env.tool("git");
        let output = git.args(args).current_dir(env.work().join(workspace)).output().unwrap();
        env.ran(&output).succeeds();
    }
}

/// Lines of the spec that are not as they were.
fn new_lines(before: &str, after: &str) -> String {
    let old: Vec<&str> = before.lines().collect();
    after.lines().filter(|line| !old.contains(line)).map(str::trim).collect::<Vec<_>>().join("\n")
}

/// The script of the second migration, and that the workspace is what its spec says.
fn migration(env: &TestEnv) -> String {
    env.run(&["generate", "--check", "--dir", "zoo"]).succeeds();
    let tree = env.tree().into_keys();
    let mut scripts = tree.filter(|path| path.starts_with(&format!("{MIGRATIONS}/0001_")));
    let script = scripts.next().unwrap_or_default();
    if script.is_empty() { script } else { format!("{}\n{}", script.replace(MIGRATIONS, ""), env.read(&script)) }
}

#[test]
fn an_entity_gets_its_name_in_the_spec_its_files_and_its_table() {
    let env = zoo();
    env.run(&["rename", "entity", "Pet", "Animal", "--dir", "zoo"]).succeeds();
    insta::assert_snapshot!(new_lines(ZOO, &env.read("zoo/fountane.yaml")), @"Animal:");
    insta::assert_snapshot!(migration(&env), @r#"
    /0001_rename_pets_to_animals.sql
    ALTER TABLE "pets" RENAME TO "animals";--> statement-breakpoint
    ALTER TABLE "animals" RENAME CONSTRAINT "pets_pkey" TO "animals_pkey";--> statement-breakpoint
    ALTER TABLE "animals" RENAME CONSTRAINT "pets_kind_values" TO "animals_kind_values";--> statement-breakpoint
    ALTER TABLE "animals" RENAME CONSTRAINT "pets_owner_id_fkey" TO "animals_owner_id_fkey";--> statement-breakpoint
    ALTER INDEX "pets_owner_id_idx" RENAME TO "animals_owner_id_idx";--> statement-breakpoint
    ALTER INDEX "pets_kind_idx" RENAME TO "animals_kind_idx";--> statement-breakpoint
    ALTER INDEX "pets_name_idx" RENAME TO "animals_name_idx";--> statement-breakpoint
    ALTER INDEX "pets_created_at_idx" RENAME TO "animals_created_at_idx";
    "#);
    let tree = env.tree();
    assert!(tree.contains_key("zoo/apps/services/core/src/animals/animals.table.ts"));
    assert!(!tree.contains_key("zoo/apps/services/core/src/pets/pets.table.ts"));
}

#[test]
fn a_table_that_the_spec_names_keeps_its_name() {
    let env = zoo();
    let ran = env.run(&["rename", "entity", "Owner", "Keeper", "--dir", "zoo"]).succeeds();
    assert!(ran.out.contains("keepers.table.ts  (it was `"), "{}", ran.out);
    insta::assert_snapshot!(new_lines(ZOO, &env.read("zoo/fountane.yaml")), @r"
    owner: { many-to-one: Keeper }
    Keeper:
    ");
    assert_eq!(migration(&env), "");
}

#[test]
fn a_plural_is_given_with_the_name() {
    let env = zoo();
    env.run(&["rename", "entity", "Pet", "Staff", "--plural", "StaffMembers", "--dir", "zoo"]).succeeds();
    assert!(env.read("zoo/fountane.yaml").contains("    plural: StaffMembers\n"));
    assert!(migration(&env).contains("ALTER TABLE \"pets\" RENAME TO \"staff_members\";"));
}

#[test]
fn fields_and_relations_get_their_names_in_columns_that_stay() {
    let env = zoo();
    env.run(&["rename", "field", "Pet", "kind", "sort", "--dir", "zoo"]).succeeds();
    insta::assert_snapshot!(migration(&env), @r#"
    /0001_pets_rename_kind_to_sort.sql
    ALTER TABLE "pets" RENAME COLUMN "kind" TO "sort";--> statement-breakpoint
    ALTER TABLE "pets" RENAME CONSTRAINT "pets_kind_values" TO "pets_sort_values";--> statement-breakpoint
    ALTER INDEX "pets_kind_idx" RENAME TO "pets_sort_idx";
    "#);
    let env = zoo();
    env.run(&["rename", "relation", "Pet", "owner", "keeper", "--dir", "zoo"]).succeeds();
    insta::assert_snapshot!(new_lines(ZOO, &env.read("zoo/fountane.yaml")), @r"
    keeper: { many-to-one: Owner }
    list: { filter: [kind, keeper] }
    ");
    insta::assert_snapshot!(migration(&env), @r#"
    /0001_pets_rename_owner_id_to_keeper_id.sql
    ALTER TABLE "pets" RENAME COLUMN "owner_id" TO "keeper_id";--> statement-breakpoint
    ALTER TABLE "pets" RENAME CONSTRAINT "pets_owner_id_fkey" TO "pets_keeper_id_fkey";--> statement-breakpoint
    ALTER INDEX "pets_owner_id_idx" RENAME TO "pets_keeper_id_idx";
    "#);
}

#[test]
fn a_field_that_stands_for_its_rows_goes_on_doing_so() {
    let env = zoo();
    env.run(&["rename", "field", "Owner", "name", "category", "--dir", "zoo"]).succeeds();
    insta::assert_snapshot!(new_lines(ZOO, &env.read("zoo/fountane.yaml")), @r"
    category: string!
    display: category
    ");
}

#[test]
fn a_relation_that_only_its_other_end_tells_of_gets_a_name_there() {
    let env = zoo();
    env.run(&["rename", "relation", "Owner", "pets", "animals", "--dir", "zoo"]).succeeds();
    insta::assert_snapshot!(new_lines(ZOO, &env.read("zoo/fountane.yaml")), @"owner: { many-to-one: Owner, inverse: animals }");
    assert_eq!(migration(&env), "");
}

#[test]
fn an_enum_changes_no_table_and_a_value_of_it_changes_the_rows() {
    let env = zoo();
    env.run(&["rename", "enum", "Kind", "Species", "--dir", "zoo"]).succeeds();
    assert_eq!(migration(&env), "");
    env.run(&["rename", "value", "Species", "dog", "hound", "--dir", "zoo"]).succeeds();
    insta::assert_snapshot!(new_lines(ZOO, &env.read("zoo/fountane.yaml")), @r"
    Species: [cat, hound] # as of now
    kind: { type: Species, required: true, default: hound }
    ");
    insta::assert_snapshot!(migration(&env), @r#"
    /0001_pets_rename_value_of_kind_and_1_more.sql
    ALTER TABLE "pets" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
    ALTER TABLE "pets" DROP CONSTRAINT "pets_kind_values";--> statement-breakpoint
    -- Backfill: rows become what they must be.
    ALTER TABLE "pets" ALTER COLUMN "kind" SET DEFAULT 'hound';--> statement-breakpoint
    UPDATE "pets" SET "kind" = 'hound' WHERE "kind" = 'dog';--> statement-breakpoint
    -- Contract: what holds from now on.
    ALTER TABLE "pets" ADD CONSTRAINT "pets_kind_values" CHECK ("pets"."kind" in ('cat', 'hound'));--> statement-breakpoint
    ALTER TABLE "pets" FORCE ROW LEVEL SECURITY;
    "#);
}

#[test]
fn edits_move_along_and_are_merged() {
    let env = shop();
    let page = env.read("shop/docs/toys/entity.md");
    env.write("shop/docs/toys/entity.md", &format!("{page}\nWe sell many.\n"));
    let before = env.tree();
    let ran = env.run(&["rename", "entity", "Toy", "Game", "--dir", "shop"]).ends_with(1);
    assert!(ran.err.contains("no commit holds the edits"), "{}", ran.err);
    assert_eq!(env.tree(), before);

    commit(&env, "shop");
    let ran = env.run(&["rename", "entity", "Toy", "Game", "--dir", "shop"]).succeeds();
    assert!(ran.out.contains("m docs/games/entity.md  (it was `docs/toys/entity.md`)\n"), "{}", ran.out);
    assert_eq!(env.read("shop/docs/games/entity.md"), "# Game\n\nKept in `games`.\n\nWe sell many.\n");
    assert!(!env.work().join("shop/docs/toys").exists());
    env.run(&["generate", "--check", "--dir", "shop"]).succeeds();
}

#[test]
fn edits_that_no_commit_holds_are_merged_where_that_is_allowed() {
    let env = shop();
    env.write("shop/docs/toys/entity.md", "# Toy\n\nKept in `toys`.\n\nMine.\n");
    env.run(&["rename", "entity", "Toy", "Game", "--allow-dirty", "--dir", "shop"]).succeeds();
    assert_eq!(env.read("shop/docs/games/entity.md"), "# Game\n\nKept in `games`.\n\nMine.\n");
}

#[test]
fn a_file_that_was_ejected_stays_the_persons_in_its_new_place() {
    let env = shop();
    env.run(&["eject", "shop/docs/toys/entity.md", "--dir", "shop"]).succeeds();
    env.write("shop/docs/toys/entity.md", "All mine.\n");
    env.run(&["rename", "entity", "Toy", "Game", "--dir", "shop"]).succeeds();
    assert_eq!(env.read("shop/docs/games/entity.md"), "All mine.\n");
    assert!(!env.work().join("shop/docs/toys").exists());
    let lock = env.read("shop/fountane.lock");
    let line = lock.lines().find(|line| line.contains("docs/games/entity.md")).unwrap();
    assert!(line.contains("\"ejected\": true") && !line.contains("\"at\""), "{line}");
    env.run(&["generate", "--check", "--dir", "shop"]).succeeds();
}

#[test]
fn a_deleted_file_stays_deleted() {
    let env = shop();
    fs_err::remove_file(env.work().join("shop/docs/toys/entity.md")).unwrap();
    env.run(&["rename", "entity", "Toy", "Game", "--dir", "shop"]).succeeds();
    assert!(!env.work().join("shop/docs/games").exists());
}

#[test]
fn what_would_be_done_is_told_and_nothing_is_written() {
    let env = zoo();
    let before = env.tree();
    let ran = env.run(&["rename", "field", "Pet", "name", "call", "--dry-run", "--dir", "zoo"]).succeeds();
    assert!(ran.out.contains("+      call: string!"), "{}", ran.out);
    assert!(ran.err.contains("nothing was written; it would be: `fountane.yaml` edited, "), "{}", ran.err);
    assert_eq!(env.tree(), before);
}

#[test]
fn all_of_it_is_told_as_json() {
    let env = zoo();
    let ran = env.run(&["rename", "entity", "Pet", "Animal", "--json", "--dir", "zoo"]).succeeds();
    let lines = ran.json();
    let of = |kind: &str| lines.iter().filter(|line| line["type"] == kind).collect::<Vec<_>>();
    assert_eq!(of("uses")[0]["followed"], false);
    assert_eq!(
        of("uses")[0]["reason"],
        "the packages of the workspace are not installed (`fountane exec pnpm install`)"
    );
    assert_eq!(of("migration")[0]["steps"][0], "rename table pets to animals");
    let moved = of("change").into_iter().find(|line| line["path"] == "apps/services/core/src/animals/animals.table.ts");
    assert_eq!(moved.unwrap()["moved-from"], "apps/services/core/src/pets/pets.table.ts");
    let result = of("result")[0];
    assert_eq!((&result["command"], &result["written"]), (&"rename".into(), &true.into()));
}

#[test]
fn without_packages_a_persons_own_code_is_left_and_that_is_told() {
    let env = zoo();
    env.write("zoo/apps/services/core/src/own.ts", "export * from './pets/pets.table.js';\n");
    commit(&env, "zoo");
    let ran = env.run(&["rename", "entity", "Pet", "Animal", "--dir", "zoo"]).succeeds();
    let told = "warning: your own code does not follow: the packages of the workspace are not installed (`fountane exec pnpm install`)";
    assert!(
        ran.err.contains(told) && ran.err.contains("`fountane check --only types` shows what is left"),
        "{}",
        ran.err
    );
    assert_eq!(env.read("zoo/apps/services/core/src/own.ts"), "export * from './pets/pets.table.js';\n");
}

#[test]
fn the_spec_alone_gets_another_name_where_that_is_wished() {
    let env = zoo();
    let mut before = env.tree();
    env.run(&["rename", "entity", "Pet", "Animal", "--no-generate", "--dir", "zoo"]).succeeds();
    let mut after = env.tree();
    assert!(after.remove("zoo/fountane.yaml") != before.remove("zoo/fountane.yaml"));
    assert_eq!(after, before);
}

#[test]
fn what_cannot_be_renamed_is_told_and_nothing_is_written() {
    let env = zoo();
    let before = env.tree();
    for (args, said) in [
        (&["entity", "Pte", "Animal"][..], "there is no entity `Pte`; did you mean `Pet`?"),
        (&["entity", "Pet", "Owner"], "`entities.Owner` is there already"),
        (&["entity", "Pet", "animal"], "choose another name"),
        (&["field", "Pet", "nmae", "call"], "there is no field `nmae`; did you mean `name`?"),
        (&["field", "Pet", "name", "id"], "choose another name"),
        (&["field", "Pet", "kind", "owner"], "`entities.Pet.relations.owner` is there already"),
        (&["relation", "Pet", "onwer", "keeper"], "there is no relation `onwer`; did you mean `owner`?"),
        (&["enum", "Knid", "Species"], "there is no enum `Knid`; did you mean `Kind`?"),
        (&["value", "Kind", "dgo", "hound"], "there is no value `dgo`; did you mean `dog`?"),
        (&["service", "croe", "main"], "there is no service `croe`"),
    ] {
        let ran = env.run(&[&["rename"], args, &["--dir", "zoo"]].concat()).ends_with(1);
        assert!(ran.err.contains(said), "{args:?}: {}", ran.err);
        assert_eq!(env.tree(), before);
    }
    let ran = env.run(&["rename", "entity", "Pet", "Pet", "--dir", "zoo"]).ends_with(2);
    assert!(ran.err.contains("it is called `Pet` already"), "{}", ran.err);
}

#[test]
fn a_service_keeps_its_name_and_the_reason_is_told() {
    let env = TestEnv::new();
    env.write("zoo.yaml", &ZOO.replace("enums:", "services: { care: [Pet], billing: [Owner] }\nenums:"));
    env.run(&["new", "--from", "zoo.yaml", "--no-install"]).succeeds();
    let before = env.tree();
    let ran = env.run(&["rename", "service", "billing", "sales", "--dir", "zoo"]).ends_with(1);
    assert!(ran.err.contains("its database is called after it"), "{}", ran.err);
    assert_eq!(env.tree(), before);

    // What it says to do instead.
    env.write("zoo/fountane.yaml", &env.read("zoo/fountane.yaml").replace("billing", "sales"));
    env.run(&["generate", "--dir", "zoo"]).succeeds();
    assert!(env.work().join("zoo/apps/services/sales/migrations/0000_init.sql").exists());
}

#[test]
fn a_line_that_a_person_changed_is_marked_where_the_name_is_in_it_and_can_be_taken_back() {
    let env = shop();
    env.write("shop/docs/toys/entity.md", "# Toys for all\n\nKept in `toys`.\n\nMine.\n");
    commit(&env, "shop");
    let before = env.tree();
    let ran = env.run(&["rename", "entity", "Toy", "Game", "--dir", "shop"]).ends_with(1);
    assert!(ran.out.contains("! docs/games/entity.md"), "{}", ran.out);
    insta::assert_snapshot!(env.read("shop/docs/games/entity.md"), @r"
    <<<<<<< yours
    # Toys for all
    ||||||| generated before
    # Toy
    =======
    # Game
    >>>>>>> fountane

    Kept in `games`.

    Mine.
    ");
    env.run(&["generate", "--abort", "--dir", "shop"]).succeeds();
    assert_eq!(env.tree(), before);

    env.run(&["rename", "entity", "Toy", "Game", "--conflict", "ours", "--dir", "shop"]).succeeds();
    assert_eq!(env.read("shop/docs/games/entity.md"), "# Toys for all\n\nKept in `games`.\n\nMine.\n");
}

#[test]
fn names_change_only_where_nothing_else_does() {
    let env = shop();
    env.write("shop/fountane.yaml", &env.read("shop/fountane.yaml").replace("title: Shop", "title: Store"));
    let before = env.tree();
    let ran = env.run(&["rename", "entity", "Toy", "Game", "--dir", "shop"]).ends_with(1);
    assert!(ran.err.contains("run `fountane generate` first"), "{}", ran.err);
    assert_eq!(env.tree(), before);
}

#[test]
fn a_file_that_stands_where_a_renamed_one_would_be_is_never_written_over() {
    let env = shop();
    env.write("shop/docs/games/entity.md", "mine\n");
    let before = env.tree();
    let ran = env.run(&["rename", "entity", "Toy", "Game", "--dir", "shop"]).ends_with(1);
    assert!(ran.err.contains("docs/games/entity.md") && ran.err.contains("in the way"), "{}", ran.err);
    assert_eq!(env.tree(), before);
}
