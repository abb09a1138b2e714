//! `fountane add`: the spec keeps its comments and order, the workspace follows.

use crate::test_env::{Ran, TestEnv};

fn add(env: &TestEnv, args: &[&str]) -> Ran {
    let all: Vec<&str> = ["add"].iter().chain(args).copied().chain(["--dir", "shop"]).collect();
    env.run(&all)
}

#[test]
fn entities_fields_and_relations_are_added_below_what_is_there() {
    let env = TestEnv::new();
    env.shop();
    add(&env, &["entity", "Owner", "name:string!", "kind:person|shelter"]).succeeds();
    add(&env, &["field", "Toy", "price:money,min=0", "owner:Owner"]).succeeds();
    add(&env, &["relation", "Toy", "seller", "Owner", "--inverse", "sales", "--required"]).succeeds();
    add(&env, &["enum", "Size", "small", "large"]).succeeds();
    add(&env, &["service", "people", "Owner"]).succeeds();
    insta::assert_snapshot!(env.read("shop/fountane.yaml"), @r"
    # Comments stay.
    fountane: 1
    project: { name: shop, title: Shop } # behind it
    blueprint: tiny@^1

    entities:
      # The things we sell.
      Toy:
        fields:
          name: string!
          price: { type: money, min: 0, currency: EUR }
        relations:
          owner: { many-to-one: Owner }
          seller: { many-to-one: Owner, inverse: sales, required: true }

      Owner:
        fields:
          name: string!
          kind: OwnerKind

    enums:
      OwnerKind: [person, shelter]
      Size: [small, large]

    services:                         # which service owns which entities
      core: [Toy]
      people: [Owner]
    ");
    assert_eq!(env.read("shop/docs/owners/entity.md"), "# Owner\n\nKept in `owners`.\n");
    env.run(&["generate", "--check", "--dir", "shop"]).succeeds();
}

#[test]
fn a_dry_run_shows_the_change_and_writes_nothing() {
    let env = TestEnv::new();
    env.shop();
    let before = env.tree();
    let ran = add(&env, &["field", "Toy", "size:int", "--dry-run"]).succeeds();
    insta::assert_snapshot!(ran.out, @r"
    ~ fountane.yaml
    --- a/fountane.yaml
    +++ b/fountane.yaml
    @@ -8,3 +8,4 @@
       Toy:
         fields:
           name: string!
    +      size: int
    ");
    assert_eq!(env.tree(), before);
}

#[test]
fn where_generate_is_refused_the_spec_stays_as_it_was() {
    let env = TestEnv::new();
    env.shop();
    env.write("shop/docs/games/entity.md", "mine\n");
    let before = env.tree();
    add(&env, &["entity", "Game", "size:int"]).ends_with(1);
    assert_eq!(env.tree(), before);
}

#[test]
fn faults_say_what_was_meant() {
    let env = TestEnv::new();
    env.shop();
    let before = env.tree();
    let said: Vec<String> = [
        &["field", "Toi", "size:int"][..],
        &["field", "Toy", "size:itn"],
        &["field", "Toy", "name:string"],
        &["entity", "Toy", "name:string"],
        &["entity", "toy", "name:string"],
        &["field", "Toy", "size"],
    ]
    .iter()
    .map(|args| {
        let ran = add(&env, args);
        assert!(matches!(ran.code, Some(1 | 2)), "{args:?}");
        ran.err
    })
    .collect();
    insta::assert_snapshot!(said.join("----\n"), @r"
    error: there is no entity `Toi`
    hint: did you mean `Toy`?
    hint: the entities are Toy
    ----
    error: there is no type `itn`
      --> fountane.yaml:11:13
       |
    11 |       size: itn
       |             ^^^
       |
       = help: did you mean `int`?

    error: `fountane.yaml` has 1 problem
    ----
    error: `entities.Toy.fields.name` is there already
    ----
    error: `entities.Toy` is there already
    ----
    error: `toy` is not the name of an entity: capital letter first, such as `Pet` or `InvoiceLine`
    hint: a field is `name:type`, such as `name:string!` or `price:money,min=0`
    ----
    error: a type is missing
      size
      ^^^^ write name and type, such as `name:string!`
    hint: a field is `name:type`, such as `name:string!` or `price:money,min=0`
    ");
    assert_eq!(env.tree(), before);
}

#[test]
fn a_package_is_the_persons_own() {
    let env = TestEnv::new();
    env.shop();
    let ran = add(&env, &["package", "pricing"]).succeeds();
    insta::assert_snapshot!(ran.out, @r"
    + libs/pricing/package.json
    + libs/pricing/tsconfig.json
    + libs/pricing/vitest.config.mjs
    + libs/pricing/src/index.ts
    + libs/pricing/src/index.test.ts
    ");
    assert!(env.read("shop/libs/pricing/package.json").contains("\"@shop/pricing\""));
    env.run(&["generate", "--check", "--dir", "shop"]).succeeds();
    add(&env, &["package", "pricing"]).ends_with(1);
}
