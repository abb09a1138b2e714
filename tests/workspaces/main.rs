//! Whole workspaces on real tools: Node and pnpm that fountane fetches, tsc, ESLint, Prettier, Vitest, PostgreSQL, Chromium.
//!
//! Minutes, not seconds.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test, which starts what it tests"
)]

mod bench;
mod containers;
mod engine;
mod layout;
mod leftovers;
mod living;
mod many;
mod migrations;
mod models;
mod pipelines;
mod recipe;
mod regenerated;
mod renamed;
mod sdk;
mod server;
mod walk;

use std::time::Duration;

use bench::{Bench, fixture};
use leftovers::Leftovers;

/// `new` ends well only when all gates do: format, contracts, types, lint, tests.
#[test]
fn a_workspace_of_one_entity_passes_its_gates_and_its_demo_survives_kills_at_any_moment() {
    let bench = Bench::alone();
    bench
        .fountane(&[
            "new",
            "diary",
            "--from",
            &fixture("specs/diary.yaml"),
            "--set",
            "pipelines=[github,gitlab]",
            "--yes",
        ])
        .succeeds();
    let diary = bench.folder("diary");
    assert!(bench.git(&diary, &["status", "--porcelain"]).is_empty(), "all is committed");
    let again = bench.fountane(&["generate", "--dir", diary.as_str(), "--check"]).succeeds();
    assert!(bench.git(&diary, &["status", "--porcelain"]).is_empty(), "{again}");
    let version = bench.fountane(&["exec", "--dir", diary.as_str(), "pnpm", "--version"]).succeeds();
    assert!(version.trim().starts_with("12."), "{version}");
    layout::agrees_with(&bench, &diary.join("node_modules/prettier"));
    pipelines::are_well_formed(&bench, &diary);
    pipelines::tell_what_breaks_clients(&bench, &diary, "libs/contracts/proto/diary/diary/v1/entries.proto");
    pipelines::validate_a_change(&bench, &diary);
    regenerated::keeps_every_edit(&bench, &diary);
    renamed::takes_a_persons_own_code_along(&bench, &diary);

    let up = ["demo", "up", "--dir", diary.as_str()];
    let down = ["demo", "down", "--dir", diary.as_str()];
    bench.fountane(&up).succeeds();
    let schemas = "registry,care,lab,pharmacy,billing";
    containers::are_built_and_run(&bench, &diary, "diary", "diary");
    living::reads_as_its_script_does(&bench, &diary, "sql/hospital-schemas.sql", schemas);
    for round in 0..20 {
        // A moment of coming up with nothing left to build, which takes some five seconds.
        let moment = Duration::from_millis(fastrand::u64(0..6000));
        bench.fountane(&down).succeeds();
        bench.killed_after(moment, &up);
        if round % 2 == 0 {
            Leftovers::of(&diary).kill_supervisor();
        }
        bench.fountane(&down).succeeds();
        Leftovers::of(&diary).assert_none(&format!("killed after {moment:?}"));
    }
    bench.fountane(&up).succeeds();
    bench.fountane(&down).succeeds();
    Leftovers::of(&diary).assert_none("taken down");
}

/// The main job: ten entities with every type of field and relation, from the spec to a signed-in browser.
#[test]
fn the_shop_passes_its_gates_and_its_demo_shows_each_tenant_its_own_in_a_browser() {
    let bench = Bench::alone();
    bench.fountane(&["new", "shop", "--from", &fixture("specs/shop.yaml"), "--yes"]).succeeds();
    let shop = bench.folder("shop");
    let said = bench.fountane(&["demo", "up", "--dir", shop.as_str()]).succeeds();
    assert!(said.starts_with("http://localhost:"), "{said}");
    let story = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/workspaces/story/main.mjs");
    let pictures = concat!(env!("CARGO_TARGET_TMPDIR"), "/pictures");
    println!("{}", bench.node(&[story, shop.as_str(), pictures]).succeeds());
    sdk::is_clean(&shop);
    sdk::tours(&bench, &shop);
    bench.fountane(&["demo", "down", "--dir", shop.as_str()]).succeeds();
    Leftovers::of(&shop).assert_none("taken down");
}

/// Entities, fields and enums that are called like keywords, types and methods of Rust.
#[test]
fn a_crate_compiles_whatever_things_are_called() {
    let bench = Bench::beside_others();
    let words = fixture("specs/rust-words.yaml");
    bench.fountane(&["new", "words", "--from", &words, "--no-install", "--yes"]).succeeds();
    sdk::is_clean(&bench.folder("words"));
}
