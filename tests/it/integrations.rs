//! What runs fountane elsewhere: pipelines, hooks, containers.

use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Output};

use crate::test_env::TestEnv;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A workspace whose commits are pushed to a repository beside it.
fn pushed() -> TestEnv {
    let env = TestEnv::new();
    env.shop();
    git(&env, &["init", "--quiet", "--bare", "../origin.git"]);
    git(&env, &["remote", "add", "origin", "../origin.git"]);
    git(&env, &["push", "--quiet", "origin", "main"]);
    env
}

fn retitle(env: &TestEnv) {
    env.write("shop/fountane.yaml", &env.read("shop/fountane.yaml").replace("title: Shop", "title: Store"));
    git(env, &["commit", "--quiet", "--all", "--message", "Another title"]);
}

fn git(env: &TestEnv, args: &[&str]) -> String {
    let output = env.tool("git").args(args).current_dir(env.work().join("shop")).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn regenerate(env: &TestEnv, settings: &[(&str, &str)]) -> Output {
    let mut command: Command = env.tool(&format!("{ROOT}/integrations/regenerate"));
    command.arg("shop").envs(settings.iter().copied()).env("FOUNTANE", env!("CARGO_BIN_EXE_fountane"));
    command.output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn a_pipeline_proposes_what_changed_on_a_branch() {
    let env = pushed();
    let output = regenerate(&env, &[]);
    assert!(output.status.success() && said(&output).contains("Nothing changed."), "{}", said(&output));

    retitle(&env);
    let output = regenerate(&env, &[]);
    assert!(output.status.success(), "{}", said(&output));
    let readme = git(&env, &["show", "origin/fountane/regenerate:README.md"]);
    assert!(readme.starts_with("# Store\n"), "{readme}");
    let log = git(&env, &["log", "--format=%s", "main..origin/fountane/regenerate"]);
    assert_eq!(log, "Bring the workspace up to its spec\n");
}

#[test]
fn a_pipeline_opens_a_pull_request_once() {
    let env = pushed();
    retitle(&env);
    // Stands in for the code host's own program, which no test can reach: it remembers what it was told.
    let gh = "#!/bin/sh\necho \"$1 $2\" >> ../gh.log\nif [ \"$2\" = list ]; then wc -l < ../open; else echo 1 >> ../open; fi\n";
    env.write("bin/gh", gh);
    fs_err::set_permissions(env.work().join("bin/gh"), std::fs::Permissions::from_mode(0o755)).unwrap();
    env.write("open", "");
    let path = format!("{}:{}", env.work().join("bin"), "/usr/bin:/bin");
    for _ in 0..2 {
        let output = regenerate(&env, &[("OPEN", "github"), ("PATH", &path)]);
        assert!(output.status.success(), "{}", said(&output));
        git(&env, &["switch", "--quiet", "main"]);
    }
    assert_eq!(env.read("gh.log"), "pr list\npr create\npr list\n");
}

#[test]
fn a_pipeline_pushes_nothing_where_a_person_has_to_decide() {
    let env = pushed();
    env.write("shop/README.md", &env.read("shop/README.md").replace("# Shop", "# My shop"));
    retitle(&env);
    let before = env.tree();
    let output = regenerate(&env, &[]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("README.md"), "{}", said(&output));
    assert_eq!(git(&env, &["ls-remote", "--heads", "origin"]).lines().count(), 1);
    assert_eq!(env.tree(), before);
}

#[test]
fn a_pipeline_replaces_its_own_change_and_nobody_elses() {
    let env = pushed();
    retitle(&env);
    assert!(regenerate(&env, &[]).status.success());
    git(&env, &["switch", "--quiet", "main"]);
    // Its own, of yesterday.
    assert!(regenerate(&env, &[]).status.success());
    git(&env, &["-c", "user.email=bob@example.com", "commit", "--quiet", "--allow-empty", "--message", "A fix"]);
    git(&env, &["push", "--quiet", "origin", "HEAD:fountane/regenerate"]);
    git(&env, &["switch", "--quiet", "main"]);
    let refused = regenerate(&env, &[]);
    assert!(!refused.status.success());
    assert!(said(&refused).contains("Somebody else has commits on fountane/regenerate"), "{}", said(&refused));
    let fix = git(&env, &["ls-remote", "origin", "refs/fountane/base"]);
    assert!(!fix.is_empty(), "what was generated is known to the next machine");
}

#[test]
fn what_is_not_committed_is_left_alone() {
    let env = pushed();
    env.write("shop/mine.txt", "mine\n");
    let output = regenerate(&env, &[]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("not committed"), "{}", said(&output));
}

#[test]
fn recipes_name_commands_that_there_are() {
    let read = |file: &str| fs_err::read_to_string(format!("{ROOT}/{file}")).unwrap();
    let recipes = ["action.yml", ".pre-commit-hooks.yaml", "integrations/gitlab.yml", "integrations/Containerfile"];
    let mut commands = Vec::new();
    for recipe in recipes {
        let text = read(recipe);
        if !recipe.ends_with("file") {
            let parsed = fountane::yaml::parse(&text);
            assert!(parsed.is_ok_and(|tree| tree.duplicates.is_empty()), "{recipe}");
        }
        let found = text.lines().filter_map(|line| Some(line.split_once("fountane generate ")?.1.to_owned()));
        commands.extend(found.map(|rest| (recipe, rest)));
    }
    assert!(commands.len() >= 4, "{commands:?}");
    let env = TestEnv::new();
    env.shop();
    for (recipe, rest) in commands {
        let flags: Vec<&str> =
            rest.split_whitespace().filter(|word| word.starts_with("--") && *word != "--dir").collect();
        let all: Vec<&str> = ["generate", "--dir", "shop"].into_iter().chain(flags).collect();
        assert_eq!(env.run(&all).code, Some(0), "{recipe}: {rest}");
    }
}

#[test]
fn actions_are_pinned_by_the_hash_of_a_commit() {
    let text = fs_err::read_to_string(format!("{ROOT}/action.yml")).unwrap();
    let uses: Vec<&str> = text.lines().filter_map(|line| line.trim().strip_prefix("uses: ")).collect();
    assert!(!uses.is_empty());
    for used in uses {
        let hash = used.split(['@', ' ']).nth(1).unwrap();
        assert!(hash.len() == 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{used}");
    }
}
