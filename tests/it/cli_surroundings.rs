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

/// A repository that cannot be opened is no reason to find drift where there is none, and none to write what nobody could merge
/// from later.
fn is_refused(env: &TestEnv, folder: &str, told: &[&str]) {
    generate(env, folder, &["--check"]).succeeds();
    let file = |name: &str| format!("{folder}/{name}");
    env.write(&file("README.md"), &(env.read(&file("README.md")) + "\nMine.\n"));
    env.write(&file("fountane.yaml"), &env.read(&file("fountane.yaml")).replace("title: Shop", "title: Store"));
    let before = env.tree();
    for args in [&["--allow-dirty"][..], &["--check"], &["--dry-run"], &["--conflict=theirs", "--allow-dirty"]] {
        let ran = generate(env, folder, args).ends_with(1);
        assert!(told.iter().all(|told| ran.err.contains(told)), "{args:?}: {}", ran.err);
    }
    assert_eq!(env.tree(), before, "{folder}");
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

/// As gits of some years ago made a clone without contents.
#[test]
fn in_a_clone_whose_extension_cannot_be_read_it_refuses_with_a_mend_that_works() {
    let env = TestEnv::new();
    env.shop();
    git(&env, "shop", &["config", "uploadpack.allowFilter", "true"]);
    let origin = format!("file://{}", env.work().join("shop"));
    git(&env, ".", &["clone", "--quiet", "--filter=blob:none", &origin, "clone"]);
    git(&env, "clone", &["config", "core.repositoryFormatVersion", "1"]);
    git(&env, "clone", &["config", "extensions.partialClone", "origin"]);
    is_refused(&env, "clone", &["`partialclone`", "git config --unset extensions.partialClone"]);
    git(&env, "clone", &["checkout", "--quiet", "--", "."]);

    git(&env, "clone", &["config", "remote.origin.promisor", "true"]);
    git(&env, "clone", &["config", "--unset", "extensions.partialClone"]);
    works_in(&env, "clone");
}

#[test]
fn in_a_repository_whose_references_are_no_files_it_refuses() {
    let env = TestEnv::new();
    env.shop();
    // Made by a git that can, else as it would be configured by one.
    let made = env.tool("git").args(["init", "--quiet", "--ref-format=reftable", "other"]).output().unwrap();
    if made.status.success() {
        fs_err::remove_dir_all(env.work().join("shop/.git")).unwrap();
        fs_err::rename(env.work().join("other/.git"), env.work().join("shop/.git")).unwrap();
    } else {
        git(&env, "shop", &["config", "core.repositoryFormatVersion", "1"]);
        git(&env, "shop", &["config", "extensions.refStorage", "reftable"]);
    }
    is_refused(&env, "shop", &["`refstorage`", "git refs migrate --ref-format=files"]);
}

#[test]
fn in_a_repository_of_somebody_else_it_refuses_until_that_is_trusted() {
    let env = TestEnv::new();
    env.shop();
    let shop = env.work().join("shop");
    let given = env.tool("chown").args(["--recursive", "65534:65534", shop.as_str()]).status().unwrap();
    assert!(given.success(), "only root can give files away: run the tests as root, as `scripts/test` does");
    is_refused(&env, "shop", &["belongs to another user", "safe.directory"]);
    let status = env.tool("git").args(["status", "--short"]).current_dir(&shop).status().unwrap();
    assert!(!status.success(), "git itself refuses it, too");

    git(&env, ".", &["config", "--global", "--add", "safe.directory", shop.as_str()]);
    git(&env, "shop", &["checkout", "--quiet", "--", "."]);
    works_in(&env, "shop");
}

#[test]
fn nothing_is_made_inside_of_a_repository_that_cannot_be_opened() {
    let env = TestEnv::new();
    git(&env, ".", &["init", "--quiet"]);
    git(&env, ".", &["config", "core.repositoryFormatVersion", "1"]);
    git(&env, ".", &["config", "extensions.refStorage", "reftable"]);
    env.write("shop.yaml", crate::test_env::SPEC);
    let before = env.tree();
    let new = |more: &[&str]| env.run(&[&["new", "--from", "shop.yaml", "--no-install"], more].concat());
    assert!(new(&[]).ends_with(1).err.contains("git refs migrate"));
    assert_eq!(env.tree(), before);
    new(&["--no-git"]).succeeds();
}

#[test]
fn in_a_repository_with_a_configuration_for_each_worktree() {
    let env = TestEnv::new();
    env.shop();
    git(&env, "shop", &["config", "extensions.worktreeConfig", "true"]);
    git(&env, "shop", &["worktree", "add", "--quiet", "-b", "other", "../other"]);
    git(&env, "other", &["config", "--worktree", "core.autocrlf", "false"]);
    works_in(&env, "other");
    works_in(&env, "shop");
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
