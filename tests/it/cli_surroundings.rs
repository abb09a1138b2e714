//! `generate --check` and merges where a repository is not the usual one: clones, worktrees, submodules, none at all.

use crate::test_env::{Ran, TestEnv};

fn git(env: &TestEnv, folder: &str, args: &[&str]) -> String {
    let output = env.tool("git").args(args).current_dir(env.work().join(folder)).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn generate(env: &TestEnv, folder: &str, args: &[&str]) -> Ran {
    let all: Vec<&str> = ["generate", "--dir", folder].iter().chain(args).copied().collect();
    env.run(&all)
}

/// `--check` finds nothing and writes nothing; after another title and an edit it finds that, and both are merged.
fn works_in(env: &TestEnv, folder: &str) {
    let file = |name: &str| format!("{folder}/{name}");
    let before = env.tree();
    generate(env, folder, &["--check"]).succeeds();
    assert_eq!(env.tree(), before, "{folder}");

    env.write(&file("README.md"), &(env.read(&file("README.md")) + "\nMine.\n"));
    generate(env, folder, &["--check"]).succeeds();
    env.write(&file("fountane.yaml"), &env.read(&file("fountane.yaml")).replace("title: Shop", "title: Store"));
    let before = env.tree();
    let ran = generate(env, folder, &["--check", "--allow-dirty"]).ends_with(1);
    assert!(ran.out.contains("m README.md"), "{folder}: {}{}", ran.out, ran.err);
    assert_eq!(env.tree(), before, "{folder}");
    generate(env, folder, &["--allow-dirty"]).succeeds();
    let readme = env.read(&file("README.md"));
    assert!(readme.starts_with("# Store\n") && readme.ends_with("\nMine.\n"), "{folder}: {readme}");
    generate(env, folder, &["--check"]).succeeds();
}

#[test]
fn in_a_shallow_clone() {
    let env = TestEnv::new();
    env.shop();
    // So that the history has more than the clone gets.
    env.write("shop/mine.txt", "mine\n");
    git(&env, "shop", &["add", "--all"]);
    git(&env, "shop", &["commit", "--quiet", "--message", "Mine"]);
    let origin = format!("file://{}", env.work().join("shop"));
    git(&env, ".", &["clone", "--quiet", "--depth=1", &origin, "clone"]);
    works_in(&env, "clone");
}

#[test]
fn in_a_clone_without_contents() {
    let env = TestEnv::new();
    env.shop();
    git(&env, "shop", &["config", "uploadpack.allowFilter", "true"]);
    let origin = format!("file://{}", env.work().join("shop"));
    git(&env, ".", &["clone", "--quiet", "--filter=blob:none", &origin, "clone"]);
    works_in(&env, "clone");
}

#[test]
fn in_a_worktree() {
    let env = TestEnv::new();
    env.shop();
    git(&env, "shop", &["worktree", "add", "--quiet", "-b", "other", "../other"]);
    works_in(&env, "other");
    // The first worktree still has its own bases.
    works_in(&env, "shop");
}

#[test]
fn in_a_submodule() {
    let env = TestEnv::new();
    env.shop();
    fs_err::create_dir(env.work().join("outer")).unwrap();
    git(&env, "outer", &["init", "--quiet"]);
    git(&env, "outer", &["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "../shop", "inner"]);
    works_in(&env, "outer/inner");
}

#[test]
fn in_a_folder_of_a_larger_repository() {
    let env = TestEnv::new();
    git(&env, ".", &["init", "--quiet"]);
    env.shop();
    git(&env, ".", &["add", "--all"]);
    git(&env, ".", &["commit", "--quiet", "--message", "All"]);
    works_in(&env, "shop");
}

#[test]
fn below_names_with_spaces_and_letters_of_the_world() {
    let env = TestEnv::new();
    env.shop();
    fs_err::rename(env.work().join("shop"), env.work().join("Läden & 店 (neu)")).unwrap();
    works_in(&env, "Läden & 店 (neu)");
}

#[test]
fn without_git_it_checks_and_tells_of_an_edit_it_cannot_merge() {
    let env = TestEnv::new();
    env.shop();
    fs_err::remove_dir_all(env.work().join("shop/.git")).unwrap();
    let before = env.tree();
    generate(&env, "shop", &["--check"]).succeeds();
    env.write("shop/README.md", "mine\n");
    generate(&env, "shop", &["--check"]).succeeds();
    env.write("shop/fountane.yaml", &env.read("shop/fountane.yaml").replace("title: Shop", "title: Store"));
    let ran = generate(&env, "shop", &["--check", "--allow-dirty"]).ends_with(1);
    assert!(ran.err.contains("nowhere here"), "{}", ran.err);
    let changed: Vec<String> =
        env.tree().into_iter().filter(|(path, text)| before.get(path) != Some(text)).map(|(path, _)| path).collect();
    assert_eq!(changed, ["shop/README.md", "shop/fountane.yaml"]);
}

#[test]
fn in_a_checkout_that_nobody_may_write() {
    let env = TestEnv::new();
    env.shop();
    let shop = env.work().join("shop");
    let check = format!("{} generate --check --dir {shop}", env!("CARGO_BIN_EXE_fountane"));
    // Mounted once more, in a namespace of this process's own, without the right to write.
    let script = format!(
        "mount --bind {shop} {shop} && mount -o remount,bind,ro {shop} && ! touch {shop}/x 2>/dev/null && {check}"
    );
    let output = env.tool("unshare").args(["--map-root-user", "--mount", "sh", "-c", &script]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
