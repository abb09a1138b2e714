//! Whole workspaces on real tools: Node and pnpm that fountane fetches, tsc, ESLint, Prettier, Vitest, PostgreSQL, Chromium.
//!
//! Minutes, not seconds. One workspace at a time: each of its tools keeps the machine busy.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test, which starts what it tests")]

mod bench;
mod layout;

use bench::Bench;

#[test]
fn a_workspace_of_one_entity_passes_every_gate_and_does_not_change_when_generated_again() {
    let bench = Bench::new();
    bench.fountane(&["new", "note", "--from", &bench::fixture("specs/note.yaml"), "--yes"]).succeeds();
    let note = bench.folder("note");
    assert!(bench.git(&note, &["status", "--porcelain"]).is_empty(), "all is committed");
    let again = bench.fountane(&["generate", "--dir", note.as_str(), "--check"]).succeeds();
    assert!(bench.git(&note, &["status", "--porcelain"]).is_empty(), "{again}");
    layout::agrees_with(&bench, &note.join("node_modules/prettier"));
}

#[test]
fn a_workspace_of_ten_entities_passes_every_gate_and_its_demo_tells_its_story_in_a_browser() {
    let bench = Bench::new();
    bench.fountane(&["new", "shop", "--from", &bench::fixture("specs/shop.yaml"), "--yes"]).succeeds();
    let shop = bench.folder("shop");

    let up = bench.fountane(&["demo", "up", "--dir", shop.as_str(), "--json"]).succeeds();
    let url = bench::url_in(&up);
    let signed_out = bench.get(&url);
    assert!(signed_out.contains("Harbour Goods"), "{signed_out}");
    bench.fountane(&["demo", "down", "--dir", shop.as_str()]).succeeds();
    assert_eq!(bench::processes_below(&shop), Vec::<String>::new(), "nothing is left running");

    // Signs in as people of both tenants and every role; creates, edits, filters, deletes; axe on each page, pictures of it.
    bench.pnpm(&shop, &["run", "e2e"]).succeeds();
}

#[test]
fn a_workspace_from_a_model_of_jhipster_passes_every_gate() {
    let bench = Bench::new();
    bench.fountane(&["new", "hr", "--from", &bench::fixture("jdl/jhipster-hr.jdl"), "--yes"]).succeeds();
}

#[test]
fn a_workspace_of_forty_six_entities_from_jdl_compiles_and_lints() {
    let bench = Bench::new();
    let hospital = bench::fixture("jdl/hospital.jdl");
    bench.fountane(&["new", "hospital", "--from", &hospital, "--yes", "--no-check"]).succeeds();
    let folder = bench.folder("hospital");
    for gate in ["format", "contracts", "types", "lint"] {
        bench.fountane(&["check", "--dir", folder.as_str(), "--only", gate]).succeeds();
    }
}
