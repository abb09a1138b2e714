//! `fountane upgrade`: from the templates that made a workspace to newer ones, over several major versions.

use crate::test_env::{Ran, TestEnv};

/// A workspace, and newer templates: a major version of the template and of the blueprint later, with a file that has moved twice.
fn outdated() -> TestEnv {
    let env = TestEnv::new();
    env.shop();
    let from = format!("{}/tests/fixtures/templates", env!("CARGO_MANIFEST_DIR"));
    assert!(env.tool("cp").args(["-r", &from, "newer"]).status().unwrap().success());
    let manifest = env.read("newer/base/template.yaml").replace("version: 1.0.3", "version: 3.0.0").replace(
        "files:\n",
        "upgrades:\n  2.0.0:\n    notes: The handbook is in `handbook`.\n    moves: [{ from: docs, to: handbook }]\n  \
         3.0.0:\n    notes: |\n      Chapters have names of their own.\n      Links to them change.\n    breaking: true\n    \
         moves: [{ from: handbook/toys/entity.md, to: handbook/toys.md }]\nfiles:\n",
    );
    env.write("newer/base/template.yaml", &manifest.replace("docs/{{entity.many.kebab}}", "handbook"));
    fs_err::rename(
        env.work().join("newer/base/entity/entity.md.hbs"),
        env.work().join("newer/base/entity/{{entity.many.kebab}}.md.hbs"),
    )
    .unwrap();
    env.write(
        "newer/base/entity/{{entity.many.kebab}}.md.hbs",
        "# {{entity.one.title}}\n\nKept in the table `{{entity.table}}`.\n",
    );
    let blueprint = env.read("newer/blueprints/tiny.yaml");
    env.write("newer/blueprints/tiny.yaml", &blueprint.replace("version: 1.2.0", "version: 2.0.0").replace("^1", "^3"));
    env
}

fn run(env: &TestEnv, args: &[&str]) -> Ran {
    env.run(&[args, &["--dir", "shop", "--templates", "newer"]].concat())
}

#[test]
fn what_changed_is_told_in_order_and_edits_move_along() {
    let env = outdated();
    env.write("shop/docs/toys/entity.md", &("Mine.\n\n".to_owned() + &env.read("shop/docs/toys/entity.md")));
    let git = |args: &[&str]| {
        assert!(env.tool("git").args(args).current_dir(env.work().join("shop")).status().unwrap().success());
    };
    git(&["commit", "--quiet", "--all", "--message", "Mine"]);
    let before = env.tree();
    let ran = run(&env, &["upgrade", "--dry-run"]).succeeds();
    insta::assert_snapshot!(format!("{}{}", ran.out, ran.err), @r"
    m handbook/toys.md  (it was `docs/toys/entity.md`)
    `fountane.yaml`: blueprint: tiny@^2, which was tiny@^1
    ✓ render     7 files  [TIME]
    base 1.0.3 → 3.0.0
      2.0.0  The handbook is in `handbook`.
      3.0.0  breaking: Chapters have names of their own.
             Links to them change.
    warning: 1 template changes what your own code may rely on
    hint: `fountane check` tells what broke
    nothing was written; it would be: `fountane.yaml` edited, 1 merged with edits, 6 unchanged
    ");
    assert_eq!(env.tree(), before);

    run(&env, &["upgrade"]).succeeds();
    assert_eq!(env.read("shop/handbook/toys.md"), "Mine.\n\n# Toy\n\nKept in the table `toys`.\n");
    assert!(!env.work().join("shop/docs").exists());
    assert!(env.read("shop/fountane.yaml").contains("blueprint: tiny@^2"));
    run(&env, &["generate", "--check"]).succeeds();
}

#[test]
fn generate_does_not_break_what_relies_on_it() {
    let env = outdated();
    env.write("shop/fountane.yaml", &env.read("shop/fountane.yaml").replace("tiny@^1", "tiny@^2"));
    let before = env.tree();
    let ran = run(&env, &["generate"]).ends_with(1);
    insta::assert_snapshot!(ran.err, @r"
    ✓ render     7 files  [TIME]
    error: the workspace has `base` 1.0.3, this fountane has 3.0.0
    hint: `fountane upgrade --dry-run` tells what changed in between, `fountane upgrade` does it
    ");
    assert_eq!(env.tree(), before);
}

#[test]
fn it_is_done_on_a_branch_where_that_is_wished() {
    let env = outdated();
    run(&env, &["upgrade", "--branch", "newer-templates"]).succeeds();
    let head = fs_err::read_to_string(env.work().join("shop/.git/HEAD")).unwrap();
    assert_eq!(head, "ref: refs/heads/newer-templates\n");
    let ran = run(&env, &["upgrade", "--branch", "newer-templates"]).ends_with(1);
    assert!(ran.err.contains("already"), "{}", ran.err);
}

#[test]
fn what_a_newer_fountane_made_is_not_turned_back() {
    let env = outdated();
    run(&env, &["upgrade"]).succeeds();
    let before = env.tree();
    let older = format!("{}/tests/fixtures/templates", env!("CARGO_MANIFEST_DIR"));
    assert!(env.tool("cp").args(["-r", &older, "older"]).status().unwrap().success());
    let blueprint = env.read("older/blueprints/tiny.yaml");
    env.write("older/blueprints/tiny.yaml", &blueprint.replace("version: 1.2.0", "version: 2.0.0"));
    for command in ["generate", "upgrade"] {
        let ran = env.run(&[command, "--dir", "shop", "--templates", "older"]).ends_with(1);
        assert!(ran.err.contains("the workspace was made with `base` 3.0.0, this fountane has 1.0.3"), "{}", ran.err);
    }
    fs_err::remove_dir_all(env.work().join("older")).unwrap();
    assert_eq!(env.tree(), before);
}
