//! `fountane new`: nothing half-made, nothing asked of nobody, the same bytes for the same answers.

use crate::test_env::{SPEC, TestEnv};

const TINY: [&str; 5] = ["new", "shop", "--blueprint", "tiny", "--no-install"];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    TINY.iter().copied().chain(more.iter().copied()).collect()
}

#[test]
fn a_workspace_from_answers() {
    let env = TestEnv::new();
    let ran = env.run(&with(&["--yes", "--set", "entities=Toy name:string! state:new|used; Owner name:string!"]));
    let ran = ran.succeeds();
    assert!(ran.out.is_empty(), "{}", ran.out);
    insta::assert_snapshot!(ran.err, @r"
    ✓ render     8 files  [TIME]

    Shop in shop
    2 entities, 3 fields, 1 service, 8 files from tiny@1.2.0
      .fountane/                 2 files
      docs/                      2 files
        owners/                  1 file
        toys/                    1 file
      (root)                     4 files

    ✓ write      shop  [TIME]
    – install    left out by --no-install  [TIME]
    ✓ commit     first commit [ID]  [TIME]

    shop is ready. Next:
      cd shop
      fountane check   installs and runs every gate

    The same again, without questions:
      fountane new shop --blueprint tiny --templates [TEMPLATES] --set 'entities=Toy name:string! state:new|used; Owner name:string!' --no-install --yes
    ");
    insta::assert_snapshot!(env.read("shop/fountane.yaml"), @r"
    # yaml-language-server: $schema=.fountane/schema.json
    fountane: 1                       # version of this format

    project:
      name: shop
      title: Shop

    blueprint: tiny@^1                # name and semver range; exact versions are pinned in fountane.lock

    tenancy: rls                      # rls | schema | hybrid | none

    enums:
      ToyState: [new, used]

    entities:
      Toy:
        fields:
          name: string!
          state: ToyState

      Owner:
        fields:
          name: string!
    ");
    assert_eq!(env.read("shop/docs/toys/entity.md"), "# Toy\n\nKept in `toys`.\n");
    assert!(!env.work().join("shop/.fountane/new.json").exists());
    assert!(env.work().join("shop/.git").is_dir());
}

#[test]
fn the_replay_makes_the_same_bytes() {
    let env = TestEnv::new();
    env.write("answers.yaml", "project: { title: My shop }\ntenancy: none\nentities: ['Toy name:string!']\n");
    env.run(&[
        "new",
        "shop",
        "--dir",
        "one",
        "--blueprint",
        "tiny",
        "--answers",
        "answers.yaml",
        "--no-install",
        "--yes",
    ])
    .succeeds();
    env.run(&[
        "new",
        "shop",
        "--dir",
        "two",
        "--blueprint",
        "tiny",
        "--answers",
        "answers.yaml",
        "--no-install",
        "--yes",
    ])
    .succeeds();
    let tree = env.tree();
    let below = |folder: &str| -> Vec<(String, Vec<u8>)> {
        let files =
            tree.iter().filter_map(|(path, bytes)| Some((path.strip_prefix(folder)?.to_owned(), bytes.clone())));
        files.collect()
    };
    assert_eq!(below("one/"), below("two/"));
    assert!(below("one/").len() > 5);
}

#[test]
fn a_spec_keeps_its_comments_also_where_something_is_set() {
    let env = TestEnv::new();
    env.write("shop.yaml", SPEC);
    env.run(&["new", "store", "--from", "shop.yaml", "--set", "tenancy=none", "--no-install"]).succeeds();
    insta::assert_snapshot!(env.read("store/fountane.yaml"), @r"
    # Comments stay.
    fountane: 1
    project: { name: store, title: Shop } # behind it
    blueprint: tiny@^1

    entities:
      # The things we sell.
      Toy:
        fields:
          name: string!

    tenancy: none                     # rls | schema | hybrid | none
    ");
}

#[test]
fn jdl_comes_with_notes_of_what_could_not_come_along() {
    let env = TestEnv::new();
    env.write("shop.jdl", "entity Toy {\n  name String required\n}\npaginate Toy with infinite-scroll\n");
    let ran = env
        .run(&["new", "shop", "--from", "shop.jdl", "--blueprint", "tiny@^1", "--no-install", "--no-git"])
        .succeeds();
    assert!(ran.err.contains("what happens instead"), "{}", ran.err);
    assert!(env.read("shop/fountane.yaml").contains("name: string!"));
}

#[test]
fn tables_are_known_by_what_stands_in_a_file_whatever_its_letters_are() {
    let env = TestEnv::new();
    fs_err::write(
        env.work().join("dump.txt"),
        b"-- gr\xfc\xdfe\ncreate table toys (id serial primary key, name text not null);\n",
    )
    .unwrap();
    let ran = env
        .run(&["new", "shop", "--from", "dump.txt", "--blueprint", "tiny@^1", "--no-install", "--no-git"])
        .succeeds();
    assert!(ran.err.contains("read as Latin-1") && ran.err.contains("every row has its own `id`"), "{}", ran.err);
    assert!(env.read("shop/fountane.yaml").contains("Toy:"));
}

#[test]
fn one_thing_is_as_it_is_and_several_are_as_they_are() {
    let env = TestEnv::new();
    env.write("one.sql", "CREATE TABLE toys (id uuid PRIMARY KEY, size int);");
    env.write("two.sql", "CREATE TABLE toys (id uuid PRIMARY KEY, name text);");
    let said = |file: &str| env.run(&with(&["--from", file, "--yes", "--dry-run"])).succeeds().err;
    assert!(
        said("one.sql").starts_with("1 thing of `one.sql` could not come along as it is:\n"),
        "{}",
        said("one.sql")
    );
    assert!(
        said("two.sql").starts_with("2 things of `two.sql` could not come along as they are:\n"),
        "{}",
        said("two.sql")
    );
}

#[test]
fn a_spec_that_is_no_utf_8_is_refused() {
    let env = TestEnv::new();
    fs_err::write(env.work().join("latin.yaml"), b"fountane: 1 # gr\xfc\xdfe").unwrap();
    let ran = env.run(&with(&["--from", "latin.yaml", "--yes"])).ends_with(1);
    assert!(ran.err.contains("`latin.yaml` is no UTF-8") && ran.err.contains("save it as UTF-8"), "{}", ran.err);
}

#[test]
fn a_document_of_openapi_is_told_from_a_spec_by_its_key() {
    let env = TestEnv::new();
    env.write(
        "api.yaml",
        "openapi: 3.1.0\ncomponents:\n  schemas:\n    Toy: { required: [name], properties: { id: { type: string }, \
         name: { type: string, maxLength: 9 } } }\n",
    );
    let ran = env
        .run(&["new", "shop", "--from", "api.yaml", "--blueprint", "tiny@^1", "--no-install", "--no-git"])
        .succeeds();
    assert!(ran.err.contains("every row has a UUID of its own"), "{}", ran.err);
    assert!(env.read("shop/fountane.yaml").contains("name: { type: string, required: true, max: 9 }"));
}

#[test]
fn a_folder_of_tables_is_a_model_and_its_notes_name_their_files() {
    let env = TestEnv::new();
    env.write("rows/toys.csv", "id,name,maker_id\n1,Ball,1\n2,Kite,1\n");
    env.write("rows/makers.json", "[{\"id\": 1, \"name\": \"Acme\"}]\n");
    let ran =
        env.run(&["new", "shop", "--from", "rows", "--blueprint", "tiny@^1", "--no-install", "--no-git"]).succeeds();
    assert!(ran.err.contains("toys.csv:1") && ran.err.contains("assumed from its name"), "{}", ran.err);
    assert!(env.read("shop/fountane.yaml").contains("maker: { many-to-one: Maker }"));
}

#[test]
fn without_a_terminal_every_missing_answer_is_named() {
    let ran = TestEnv::new().run(&["new", "--blueprint", "tiny"]).ends_with(2);
    insta::assert_snapshot!(ran.err, @r"
    missing, and there is no terminal to ask on:
      --set project.name=…  Name
      --set project.title=…  Title
      --set tenancy=…  How are customers kept apart?  (default: rls)
      --set entities=…  Entity

    error: answers are missing: `project.name`, `project.title`, `tenancy`, `entities`
    hint: give them with `--set PATH=VALUE`, or all together with `--answers FILE`
    hint: `--yes` takes the defaults
    ");
}

#[test]
fn yes_takes_defaults_and_names_the_rest() {
    let ran = TestEnv::new().run(&["new", "shop", "--blueprint", "tiny", "--yes"]).ends_with(2);
    insta::assert_snapshot!(ran.err, @r"
    missing, and there is no terminal to ask on:
      --set entities=…  Entity

    error: an answer is missing: `entities`
    hint: give them with `--set PATH=VALUE`, or all together with `--answers FILE`
    ");
}

#[test]
fn an_answer_that_will_not_do_says_what_would() {
    let ran = TestEnv::new().run(&["new", "My Shop", "--blueprint", "tiny", "--yes"]).ends_with(2);
    insta::assert_snapshot!(ran.err, @r"
    error: `project.name`: `My Shop` will not do: write small letters, digits and dashes, such as `pet-clinic`
    hint: give another with `--set project.name=…`
    ");
}

#[test]
fn a_faulty_spec_is_shown_at_its_place() {
    let env = TestEnv::new();
    env.write("shop.yaml", &SPEC.replace("string!", "strin!"));
    let ran = env.run(&["new", "--from", "shop.yaml"]).ends_with(1);
    insta::assert_snapshot!(ran.err, @r"
    error: there is no type `strin`
      --> shop.yaml:10:13
       |
    10 |       name: strin!
       |             ^^^^^^
       |
       = help: did you mean `string`?

    error: `shop.yaml` has 1 problem
    ");
}

#[test]
fn what_is_in_the_way_is_listed_and_stays() {
    let env = TestEnv::new();
    env.write("shop.yaml", SPEC);
    env.write("shop/notes.txt", "mine");
    let before = env.tree();
    let ran = env.run(&["new", "--from", "shop.yaml"]).ends_with(1);
    insta::assert_snapshot!(ran.err, @r"
    in the way:
      notes.txt

    error: `[TMP]/work/shop` is not empty
    hint: nothing was written; choose another folder with `--dir`
    ");
    assert_eq!(env.tree(), before);
}

#[test]
fn a_dry_run_writes_nothing() {
    let env = TestEnv::new();
    env.write("shop.yaml", SPEC);
    let before = env.tree();
    let ran = env.run(&["new", "--from", "shop.yaml", "--dry-run"]).succeeds();
    assert_eq!(env.tree(), before);
    insta::assert_snapshot!(ran.out, @r"
    + .fountane/.gitignore
    + .fountane/schema.json
    + .gitignore
    + NOTES.md
    + README.md
    + docs/toys/entity.md
    + package.json
    ");
    let ran = env.run(&["new", "--from", "shop.yaml", "--dry-run", "--diff"]).succeeds();
    assert!(ran.out.contains("--- /dev/null\n+++ b/README.md\n"), "{}", ran.out);
    assert_eq!(env.tree(), before);
}

#[test]
fn every_line_of_json_is_an_object_with_a_version() {
    let env = TestEnv::new();
    env.write("shop.yaml", SPEC);
    let ran = env.run(&["new", "--from", "shop.yaml", "--no-install", "--json"]).succeeds();
    let lines = ran.json();
    assert!(ran.err.is_empty(), "{}", ran.err);
    let last = lines.last().unwrap();
    assert_eq!((&last["type"], &last["command"]), (&"result".into(), &"new".into()));
    assert!(lines.iter().any(|line| line["type"] == "event" && line["event"] == "step-finished"));
}

#[test]
fn quiet_says_nothing() {
    let env = TestEnv::new();
    env.write("shop.yaml", SPEC);
    let ran = env.run(&["new", "--from", "shop.yaml", "--no-install", "--quiet"]).succeeds();
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", ""));
}

#[test]
fn without_an_identity_there_is_a_repository_and_a_hint() {
    let env = TestEnv::new();
    fs_err::remove_file(env.home().join(".gitconfig")).unwrap();
    env.write("shop.yaml", SPEC);
    let ran = env.run(&["new", "--from", "shop.yaml", "--no-install"]).succeeds();
    assert!(ran.err.contains("git does not know who you are"), "{}", ran.err);
    assert!(env.work().join("shop/.git").is_dir());
}

#[test]
fn a_workspace_that_is_not_finished_is_refused_and_taken_up_again() {
    let env = TestEnv::new();
    env.shop();
    let spec = env.read("shop/fountane.lock");
    let digest = spec.lines().find_map(|line| line.trim().strip_prefix("\"spec\": \"")).unwrap();
    let digest = digest.trim_end_matches("\",");
    let marker =
        format!(r#"{{ "state": "incomplete", "resume": "fountane new shop", "done": [], "spec": "{digest}" }}"#);
    env.write("shop/.fountane/new.json", &marker);
    for command in [&["generate"][..], &["check"], &["demo", "up"], &["add", "field", "Toy", "size:int"]] {
        let args: Vec<&str> = command.iter().copied().chain(["--dir", "shop"]).collect();
        let ran = env.run(&args).ends_with(1);
        assert!(ran.err.contains("`fountane new shop` goes on where it stood"), "{command:?}: {}", ran.err);
    }
    let ran = env.run(&["new", "shop", "--no-install"]).succeeds();
    assert!(ran.err.contains("going on with `shop`"), "{}", ran.err);
    assert!(!env.work().join("shop/.fountane/new.json").exists());
}
