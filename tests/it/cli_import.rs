//! `fountane import`: a model is brought into a spec that is there, which keeps its comments and order.

use crate::test_env::{Ran, TestEnv};

const SHOP: &str = "\
# Ours.
fountane: 1
project: { name: shop, title: Shop }
blueprint: tiny@^1

enums:
  Size: [small, large] # in the hand

services:
  catalogue: [Toy]
  people: [Owner]

entities:
  # The things we sell.
  Toy:
    fields:
      name: string! # as printed on the box
      # never shown
      price: { type: decimal, precision: 8, scale: 2, min: 0 }
      size: Size
    relations:
      owner: { many-to-one: Owner, inverse: toys } # may be nobody

  Owner:
    table: person
    fields:
      name: string!
      nickname: string
";

const MODEL: &str = "\
entity Toy { name String required maxlength(80), price BigDecimal required min(0), size Size, colour String maxlength(20) }
entity Person (person) { name String required, email String }
entity Part { label String required }
entity Invoice { number String required unique }
enum Size { small, large, huge }
relationship ManyToOne { Part{toy required} to Toy{parts} }
relationship ManyToOne { Invoice{payer} to Person{invoices} }
";

fn shop() -> TestEnv {
    let env = TestEnv::new();
    env.write("shop.yaml", SHOP);
    env.run(&["new", "--from", "shop.yaml", "--no-install"]).succeeds();
    env.write("shop.jdl", MODEL);
    env
}

fn import(env: &TestEnv, args: &[&str]) -> Ran {
    let all: Vec<&str> = ["import"].iter().chain(args).copied().chain(["--dir", "shop"]).collect();
    env.run(&all)
}

#[test]
fn what_is_new_is_added_and_what_differs_is_told_and_stays() {
    let env = shop();
    let ran = import(&env, &["shop.jdl"]).succeeds();
    insta::assert_snapshot!(ran.out, @r"
    + Size.huge  value
    + Part  entity in catalogue with label, toy
    + Invoice  entity in people with number, payer
    + Toy.colour  { type: string, max: 20 }
    + Owner.email  string
    ~ Toy.name  string! → { type: string, required: true, max: 80 }
    ~ Toy.price  { type: decimal, min: 0, precision: 8, scale: 2 } → { type: decimal, required: true, min: 0, precision: 21, scale: 2 }
    · 1 field, 1 relation only here
    ~ fountane.yaml
    + docs/invoices/entity.md
    + docs/parts/entity.md
    ");
    insta::assert_snapshot!(ran.err, @r"
    2 things differ and stay as they are; `--theirs` takes the model's
    ✓ render     10 files  [TIME]
    ✓ write      2 created, 8 unchanged  [TIME]
    ");
    insta::assert_snapshot!(env.read("shop/fountane.yaml"), @r"
    # Ours.
    fountane: 1
    project: { name: shop, title: Shop }
    blueprint: tiny@^1

    enums:
      Size: [small, large, huge] # in the hand

    services:
      catalogue: [Toy, Part]
      people: [Owner, Invoice]

    entities:
      # The things we sell.
      Toy:
        fields:
          name: string! # as printed on the box
          # never shown
          price: { type: decimal, precision: 8, scale: 2, min: 0 }
          size: Size
          colour: { type: string, max: 20 }
        relations:
          owner: { many-to-one: Owner, inverse: toys } # may be nobody

      Owner:
        table: person
        fields:
          name: string!
          nickname: string
          email: string

      Part:
        fields:
          label: string!
        relations:
          toy: { many-to-one: Toy, required: true }

      Invoice:
        fields:
          number: { type: string, required: true, unique: true }
        relations:
          payer: { many-to-one: Owner }
    ");
    env.run(&["generate", "--check", "--dir", "shop"]).succeeds();
}

#[test]
fn a_second_import_changes_nothing() {
    let env = shop();
    import(&env, &["shop.jdl"]).succeeds();
    let before = env.tree();
    let ran = import(&env, &["shop.jdl"]).succeeds();
    assert!(ran.err.contains("nothing to do"), "{}", ran.err);
    assert!(!ran.out.contains('+'), "{}", ran.out);
    assert_eq!(env.tree(), before);
}

#[test]
fn with_theirs_the_model_wins_and_comments_stay() {
    let env = shop();
    import(&env, &["shop.jdl", "--theirs", "--no-generate"]).succeeds();
    insta::assert_snapshot!(env.read("shop/fountane.yaml"), @r"
    # Ours.
    fountane: 1
    project: { name: shop, title: Shop }
    blueprint: tiny@^1

    enums:
      Size: [small, large, huge] # in the hand

    services:
      catalogue: [Toy, Part]
      people: [Owner, Invoice]

    entities:
      # The things we sell.
      Toy:
        fields:
          name: { type: string, required: true, max: 80 } # as printed on the box
          # never shown
          price: { type: decimal, required: true, min: 0, precision: 21, scale: 2 }
          size: Size
          colour: { type: string, max: 20 }
        relations:
          owner: { many-to-one: Owner, inverse: toys } # may be nobody

      Owner:
        table: person
        fields:
          name: string!
          nickname: string
          email: string

      Part:
        fields:
          label: string!
        relations:
          toy: { many-to-one: Toy, required: true }

      Invoice:
        fields:
          number: { type: string, required: true, unique: true }
        relations:
          payer: { many-to-one: Owner }
    ");
    let before = env.tree();
    let ran = import(&env, &["shop.jdl", "--theirs"]).succeeds();
    assert!(ran.err.contains("nothing to do"), "{}", ran.err);
    assert_eq!(env.tree(), before);
}

#[test]
fn only_what_is_named_comes_along() {
    let env = shop();
    let ran = import(&env, &["shop.jdl", "--only", "Part,Person", "--dry-run"]).succeeds();
    insta::assert_snapshot!(ran.out, @r"
    + Part  entity in catalogue with label, toy
    + Owner.email  string
    · 1 field only here
    ~ fountane.yaml
    --- a/fountane.yaml
    +++ b/fountane.yaml
    @@ -7,7 +7,7 @@
       Size: [small, large] # in the hand
     
     services:
    -  catalogue: [Toy]
    +  catalogue: [Toy, Part]
       people: [Owner]
     
     entities:
    @@ -26,3 +26,10 @@
         fields:
           name: string!
           nickname: string
    +      email: string
    +
    +  Part:
    +    fields:
    +      label: string!
    +    relations:
    +      toy: { many-to-one: Toy, required: true }
    + docs/parts/entity.md
    ");
    let ran = import(&env, &["shop.jdl", "--only", "Parts"]).ends_with(2);
    insta::assert_snapshot!(ran.err, @r"
    error: the model has no entity `Parts`
    hint: did you mean `Part`?
    hint: its entities are Toy, Owner, Part, Invoice
    ");
}

#[test]
fn a_dry_run_writes_nothing_and_json_tells_the_same() {
    let env = shop();
    let before = env.tree();
    let ran = import(&env, &["shop.jdl", "--dry-run", "--no-generate", "--json"]).succeeds();
    let lines = ran.json();
    let told = |kind: &str| lines.iter().filter(|line| line["type"] == "difference" && line["kind"] == kind).count();
    assert_eq!((told("added"), told("differs"), told("left-out")), (5, 2, 0), "{}", ran.out);
    assert_eq!(lines.last().unwrap()["written"], false);
    assert_eq!(env.tree(), before);
}

#[test]
fn where_generate_is_refused_the_spec_stays_as_it_was() {
    let env = shop();
    env.write("shop/docs/parts/entity.md", "mine\n");
    let before = env.tree();
    import(&env, &["shop.jdl"]).ends_with(1);
    assert_eq!(env.tree(), before);
}

#[test]
fn what_clashes_is_told_and_the_rest_comes_along() {
    let env = shop();
    let model = "\
entity Size { code String required }
entity Toy { owner String, ownerId Long, shape Shape }
entity Owner { toys String }
entity Box { name String required, size Size2 }
enum Shape { round, square }
enum Size2 { small }
";
    env.write("clash.jdl", model);
    let ran = import(&env, &["clash.jdl", "--no-generate"]).succeeds();
    insta::assert_snapshot!(ran.out, @r"
    + Shape  enum of round, square
    + Size2  enum of small
    + Box  entity with name, size
    + Toy.shape  Shape
    ! Size  an enum of the spec has its name
    ! Toy.owner  a relation of the spec has its name
    ! Toy.ownerId  `owner` of the spec has its column `owner_id`
    ! Owner.toys  the other end of a relation of the spec has its name
    · 5 fields, 1 relation, 1 enum only here
    ~ fountane.yaml
    ");
}

#[test]
fn a_model_with_faults_ends_with_its_place() {
    let env = shop();
    env.write("faulty.jdl", "entity Toy {\n  name Strin\n}\n");
    let before = env.tree();
    let ran = import(&env, &["faulty.jdl"]).ends_with(1);
    assert!(ran.err.contains("faulty.jdl:2:8"), "{}", ran.err);
    assert_eq!(env.tree(), before);
}
