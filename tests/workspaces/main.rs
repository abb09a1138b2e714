//! Whole workspaces on real tools: Node and pnpm that fountane fetches, tsc, ESLint, Prettier, Vitest, PostgreSQL, Chromium.
//!
//! Minutes, not seconds. One workspace at a time: each of its tools keeps the machine busy.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test, which starts what it tests")]

mod bench;
mod layout;

use bench::Bench;

#[test]
fn a_workspace_of_one_entity_compiles_and_lints_and_does_not_change_when_generated_again() {
    let bench = Bench::new();
    bench.fountane(&["new", "note", "--from", &bench::fixture("specs/note.yaml"), "--yes", "--no-check"]).succeeds();
    let note = bench.folder("note");
    assert!(bench.git(&note, &["status", "--porcelain"]).is_empty(), "all is committed");
    for gate in ["format", "contracts", "types", "lint"] {
        bench.fountane(&["check", "--dir", note.as_str(), "--only", gate]).succeeds();
    }
    let again = bench.fountane(&["generate", "--dir", note.as_str(), "--check"]).succeeds();
    assert!(bench.git(&note, &["status", "--porcelain"]).is_empty(), "{again}");
    layout::agrees_with(&bench, &note.join("node_modules/prettier"));
}

#[test]
fn a_workspace_from_a_model_of_jhipster_compiles_and_lints() {
    let bench = Bench::new();
    let model = bench::fixture("jdl/jhipster-hr.jdl");
    bench.fountane(&["new", "hr", "--from", &model, "--yes", "--no-check"]).succeeds();
    for gate in ["format", "contracts", "types", "lint"] {
        bench.fountane(&["check", "--dir", bench.folder("hr").as_str(), "--only", gate]).succeeds();
    }
}
