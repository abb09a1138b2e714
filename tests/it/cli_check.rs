//! `fountane check` on a small workspace: what is remembered, and what is watched.

use crate::check_workspace::Workspace;

fn gates(cached: &[(&str, bool)]) -> Vec<(String, bool)> {
    cached.iter().map(|(gate, cached)| ((*gate).to_owned(), *cached)).collect()
}

const WRONG: &str = "export const one: number = 'one';\n";

#[tokio::test]
async fn what_was_passed_is_not_asked_again_until_something_changes() {
    let workspace = Workspace::new().await;
    let only = ["--only", "types,lint"];
    assert_eq!(workspace.cached(&only, 0), gates(&[("types", false), ("lint", false)]));
    assert_eq!(workspace.cached(&only, 0), gates(&[("types", true), ("lint", true)]));
    assert_eq!(
        workspace.cached(&["--only", "types,lint", "--no-cache"], 0),
        gates(&[("types", false), ("lint", false)])
    );

    let right = workspace.env.read("one/src/one.ts");
    workspace.env.write("one/src/one.ts", WRONG);
    for _ in 0..2 {
        assert_eq!(workspace.cached(&["--only", "types"], 1), gates(&[("types", false)]));
    }
    workspace.env.write("one/src/one.ts", &right);
    assert_eq!(workspace.cached(&only, 0), gates(&[("types", true), ("lint", true)]));
    let ran = workspace.check(&only).succeeds();
    assert!(ran.err.contains("types      nothing found (unchanged since 2"), "{}", ran.err);
}

#[tokio::test]
async fn eslint_looks_again_at_what_changed_and_at_what_names_it() {
    let workspace = Workspace::new().await;
    let lint = || workspace.check(&["--only", "lint"]);
    lint().succeeds();
    assert_eq!(workspace.linted(), ["one/src/plain.js", "three/src/plain.js", "two/src/plain.js"]);
    workspace.env.write("one/src/one.ts", "export const one = 2;\n");
    lint().succeeds();
    assert_eq!(workspace.linted(), ["one/src/plain.js", "two/src/plain.js"]);
    workspace.env.write("three/src/plain.js", "debugger;\n");
    lint().ends_with(1);
    workspace.env.write("one/src/one.ts", "export const one = 3;\n");
    lint().ends_with(1);
    assert_eq!(workspace.linted().iter().filter(|file| *file == "three/src/plain.js").count(), 2);
    workspace.env.write("README.md", "Every package may depend on what lies at the root.\n");
    workspace.env.write("three/src/plain.js", "export {};\n");
    lint().succeeds();
    assert_eq!(workspace.linted().len(), 3);
}

#[tokio::test]
async fn a_watched_workspace_is_checked_as_its_files_change_until_ctrl_c() {
    let workspace = Workspace::new().await;
    let right = workspace.env.read("one/src/one.ts");
    let watching = workspace.watch(&["--only", "types"]);
    let first = watching.until("result");
    assert_eq!((&first.last().unwrap()["passed"], &first.last().unwrap()["round"]), (&true.into(), &1.into()));

    workspace.env.write("one/src/one.ts", WRONG);
    let second = watching.until("result");
    assert_eq!(second[0]["type"], "round");
    assert_eq!(second[0]["changed"], serde_json::json!(["one/src/one.ts"]));
    let found = second.iter().find(|line| line["type"] == "diagnostic").unwrap();
    assert_eq!((&found["file"], &found["code"]), (&"one/src/one.ts".into(), &"TS2322".into()));
    assert_eq!(second.last().unwrap()["failed"], serde_json::json!(["types"]));

    workspace.env.write("one/src/one.ts", &right);
    assert_eq!(watching.until("result").last().unwrap()["passed"], true);
    // What tools write is no change.
    assert!(watching.is_silent());
    assert_eq!(watching.interrupt(), Some(0));
    assert_eq!(workspace.processes(), [""; 0]);
}

#[tokio::test]
async fn changes_during_a_round_are_one_more_round_and_ctrl_c_ends_what_runs() {
    let workspace = Workspace::new().await;
    let watching = workspace.watch(&["--only", "types,lint"]);
    watching.until("round");
    watching.until("event");
    for number in 0..5 {
        workspace.env.write("one/src/one.ts", &format!("export const one = {number};\n"));
    }
    let lines: Vec<_> = watching.until("result");
    assert_eq!(lines.iter().filter(|line| line["type"] == "round").count(), 1, "{lines:?}");
    assert_eq!(lines.last().unwrap()["round"], 2);
    assert!(watching.is_silent());
    workspace.env.write("two/src/two.ts", "export const two = 2;\n");
    watching.until("round");
    watching.until("event");
    assert_eq!(watching.interrupt(), Some(0));
    assert_eq!(workspace.processes(), [""; 0]);
}
