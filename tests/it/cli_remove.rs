//! `fountane remove` and `fountane eject`.

use crate::test_env::TestEnv;

/// A workspace with a second entity that belongs to the first.
fn shop() -> TestEnv {
    let env = TestEnv::new();
    env.shop();
    env.run(&["add", "entity", "Game", "name:string!", "rules:text", "toy:Toy", "--dir", "shop"]).succeeds();
    env
}

#[test]
fn an_entity_goes_with_its_files_and_edited_ones_stay() {
    let env = shop();
    env.run(&["remove", "entity", "Game", "--dir", "shop"]).succeeds();
    assert!(!env.read("shop/fountane.yaml").contains("Game"));
    assert!(env.read("shop/fountane.yaml").contains("# The things we sell."));
    assert!(!env.work().join("shop/docs/games").exists());

    let env = shop();
    env.write("shop/docs/games/entity.md", "mine\n");
    let ran = env.run(&["remove", "entity", "Game", "--dir", "shop"]).succeeds();
    assert!(ran.out.contains("o docs/games/entity.md"), "{}", ran.out);
    assert_eq!(env.read("shop/docs/games/entity.md"), "mine\n");
}

#[test]
fn an_entity_that_others_point_to_goes_only_with_their_relations() {
    let env = shop();
    let before = env.tree();
    let ran = env.run(&["remove", "entity", "Toy", "--dir", "shop"]).ends_with(1);
    assert!(ran.err.contains("Game.toy") && ran.err.contains("--cascade"), "{}", ran.err);
    assert_eq!(env.tree(), before);
    env.run(&["remove", "entity", "Toy", "--cascade", "--dir", "shop"]).succeeds();
    let spec = env.read("shop/fountane.yaml");
    assert!(!spec.contains("Toy") && !spec.contains("relations"), "{spec}");
}

#[test]
fn fields_and_relations_go() {
    let env = shop();
    env.run(&["remove", "field", "Game", "rules", "--dir", "shop"]).succeeds();
    env.run(&["remove", "relation", "Game", "toy", "--dir", "shop"]).succeeds();
    let spec = env.read("shop/fountane.yaml");
    assert!(!spec.contains("rules") && !spec.contains("toy:"), "{spec}");
    let ran = env.run(&["remove", "field", "Game", "nmae", "--dir", "shop"]).ends_with(1);
    assert!(ran.err.contains("did you mean `name`"), "{}", ran.err);
}

#[test]
fn an_enum_that_is_in_use_is_kept_and_a_value_of_it_goes() {
    let env = shop();
    env.run(&["add", "enum", "Size", "small", "large", "--dir", "shop"]).succeeds();
    env.run(&["add", "field", "Game", "size:Size", "--dir", "shop"]).succeeds();
    let before = env.tree();
    env.run(&["remove", "enum", "Size", "--dir", "shop"]).ends_with(1);
    assert_eq!(env.tree(), before);
    env.run(&["remove", "enum", "Size", "large", "--dir", "shop"]).succeeds();
    assert!(env.read("shop/fountane.yaml").contains("Size: [small]"));
}

#[test]
fn the_entities_of_a_service_go_to_another() {
    let env = shop();
    env.run(&["add", "service", "play", "Game", "--dir", "shop"]).succeeds();
    let ran = env.run(&["remove", "service", "play", "--dir", "shop"]).ends_with(1);
    assert!(ran.err.contains("--into"), "{}", ran.err);
    env.run(&["remove", "service", "play", "--into", "core", "--dir", "shop"]).succeeds();
    let spec = env.read("shop/fountane.yaml");
    assert!(!spec.contains("play") && spec.contains("Game"), "{spec}");
}

#[test]
fn an_ejected_file_is_never_touched_until_it_is_given_back() {
    let env = TestEnv::new();
    env.shop();
    env.run(&["eject", "shop/README.md", "--dry-run", "--dir", "shop"]).succeeds();
    let ran = env.run(&["eject", "shop/README.md", "--dir", "shop"]).succeeds();
    assert_eq!(ran.out, "o README.md\n");
    let readme = env.read("shop/README.md");
    env.write("shop/fountane.yaml", &env.read("shop/fountane.yaml").replace("title: Shop", "title: Store"));
    env.run(&["generate", "--dir", "shop"]).succeeds();
    env.run(&["generate", "--check", "--dir", "shop"]).succeeds();
    assert_eq!(env.read("shop/README.md"), readme);

    env.run(&["eject", "--back", "shop/README.md", "--dir", "shop"]).succeeds();
    env.run(&["generate", "--dir", "shop"]).succeeds();
    assert!(env.read("shop/README.md").starts_with("# Store\n"));
    let ran = env.run(&["eject", "shop/nothing.md", "--dir", "shop"]).ends_with(1);
    assert!(ran.err.contains("no file that fountane generates"), "{}", ran.err);
}

#[test]
fn only_a_part_is_generated_where_that_is_wished() {
    let env = shop();
    let spec = env.read("shop/fountane.yaml").replace("title: Shop", "title: Store");
    env.write("shop/fountane.yaml", &spec.replace("  Game:", "  Game:\n    table: matches"));
    env.run(&["generate", "--only", "Game", "--dir", "shop"]).succeeds();
    assert!(env.read("shop/README.md").starts_with("# Shop\n"));
    env.run(&["generate", "--check", "--dir", "shop"]).ends_with(1);
    let ran = env.run(&["generate", "--only", "Gaem", "--dir", "shop"]).ends_with(1);
    assert!(ran.err.contains("did you mean `Game`"), "{}", ran.err);
    env.run(&["generate", "--dir", "shop"]).succeeds();
    assert!(env.read("shop/README.md").starts_with("# Store\n"));
    env.run(&["generate", "--check", "--dir", "shop"]).succeeds();
}
