//! `fountane generate` in a workspace that a person works in: their lines, files and moves are still theirs afterwards.

use crate::test_env::{Ran, TestEnv};

/// A workspace with a commit, and a spec with another title than the one that was generated.
fn retitled() -> TestEnv {
    let env = TestEnv::new();
    env.shop();
    env.write("shop/fountane.yaml", &env.read("shop/fountane.yaml").replace("title: Shop", "title: Store"));
    env
}

fn generate(env: &TestEnv, args: &[&str]) -> Ran {
    let all: Vec<&str> = ["generate", "--dir", "shop"].iter().chain(args).copied().collect();
    env.run(&all)
}

fn git(env: &TestEnv, args: &[&str]) -> String {
    let output = env.tool("git").args(args).current_dir(env.work().join("shop")).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn commit(env: &TestEnv) {
    git(env, &["add", "--all"]);
    git(env, &["commit", "--quiet", "--message", "Mine"]);
}

/// The readme with a line of the person's at its end, far from what changes.
fn edited(env: &TestEnv) -> String {
    env.read("shop/README.md") + "\nMine.\n"
}

#[test]
fn an_edit_and_a_change_in_one_file_are_both_kept() {
    let env = retitled();
    env.write("shop/README.md", &edited(&env));
    commit(&env);
    let ran = generate(&env, &[]).succeeds();
    insta::assert_snapshot!(format!("{}{}", ran.out, ran.err), @r"
    m README.md
    ✓ render     7 files  [TIME]
    ✓ write      1 merged with edits, 6 unchanged  [TIME]
    ");
    let readme = env.read("shop/README.md");
    assert!(readme.starts_with("# Store\n") && readme.ends_with("\nMine.\n"), "{readme}");
    let ran = generate(&env, &[]).succeeds();
    assert!(ran.out.is_empty(), "{}", ran.out);
    generate(&env, &["--check"]).succeeds();
}

#[test]
fn an_edit_alone_is_no_drift() {
    let env = TestEnv::new();
    env.shop();
    env.write("shop/README.md", &edited(&env));
    generate(&env, &["--check"]).succeeds();
    let ran = generate(&env, &[]).succeeds();
    assert!(ran.out.is_empty(), "{}", ran.out);
}

#[test]
fn edits_that_no_commit_holds_are_merged_into_only_where_that_is_said() {
    let env = retitled();
    env.write("shop/README.md", &edited(&env));
    let before = env.tree();
    let ran = generate(&env, &[]).ends_with(1);
    insta::assert_snapshot!(ran.err, @r"
    ✓ render     7 files  [TIME]
      README.md

    error: 1 file with edits would be merged into, and no commit holds the edits; nothing was written
    hint: commit or stash the edits, then run it again
    hint: `--allow-dirty` merges all the same; no edit is lost by it, but git cannot take it back
    ");
    assert_eq!(env.tree(), before);
    generate(&env, &["--dry-run"]).ends_with(1);
    generate(&env, &["--allow-dirty"]).succeeds();
    assert!(env.read("shop/README.md").ends_with("\nMine.\n"));
}

#[test]
fn what_was_generated_and_never_committed_is_merged_from_what_fountane_keeps() {
    let env = retitled();
    generate(&env, &[]).succeeds();
    env.write("shop/README.md", &edited(&env));
    env.write("shop/fountane.yaml", &env.read("shop/fountane.yaml").replace("title: Store", "title: Bazaar"));
    commit(&env);
    // The readme of the store is in no commit of a branch: only the hidden reference has it.
    git(&env, &["reflog", "expire", "--expire=now", "--all"]);
    git(&env, &["gc", "--quiet", "--prune=now"]);
    generate(&env, &[]).succeeds();
    let readme = env.read("shop/README.md");
    assert!(readme.starts_with("# Bazaar\n") && readme.ends_with("\nMine.\n"), "{readme}");
}

#[test]
fn without_what_it_kept_it_renders_again() {
    let env = retitled();
    env.write("shop/README.md", &edited(&env));
    generate(&env, &["--allow-dirty"]).succeeds();
    commit(&env);
    env.write("shop/fountane.yaml", &env.read("shop/fountane.yaml").replace("title: Store", "title: Bazaar"));
    // The readme of the store was never anywhere but in the reference, which a clone does not have.
    git(&env, &["update-ref", "-d", "refs/fountane/base"]);
    git(&env, &["reflog", "expire", "--expire=now", "--all"]);
    git(&env, &["gc", "--quiet", "--prune=now"]);
    generate(&env, &[]).succeeds();
    let readme = env.read("shop/README.md");
    assert!(readme.starts_with("# Bazaar\n") && readme.ends_with("\nMine.\n"), "{readme}");
}

#[test]
fn without_any_base_nothing_is_written_and_the_ways_out_are_told() {
    let env = retitled();
    env.write("shop/README.md", &edited(&env));
    fs_err::remove_dir_all(env.work().join("shop/.git")).unwrap();
    let before = env.tree();
    let ran = generate(&env, &["--allow-dirty"]).ends_with(1);
    insta::assert_snapshot!(ran.err, @r"
    ✓ render     7 files  [TIME]
      README.md  (edited, and what fountane had written is nowhere here)

    error: 1 file cannot be written without losing something; nothing was written
    hint: fountane keeps what it writes in the repository, and there is none here
    hint: `--conflict=side-file` leaves these files and writes what is rendered beside them
    hint: `--conflict=ours` leaves them as they are, `--conflict=theirs` overwrites them
    ");
    assert_eq!(env.tree(), before);

    let mine = env.read("shop/README.md");
    generate(&env, &["--conflict=side-file"]).ends_with(1);
    assert_eq!(env.read("shop/README.md"), mine);
    assert!(env.read("shop/README.md.fountane").starts_with("# Store\n"));
    generate(&env, &["--continue"]).ends_with(1);
    fs_err::remove_file(env.work().join("shop/README.md.fountane")).unwrap();
    generate(&env, &["--continue"]).succeeds();
    generate(&env, &["--check"]).succeeds();
}

/// A committed edit of the very line that changes, merged.
fn marked() -> TestEnv {
    let env = retitled();
    env.write("shop/README.md", &env.read("shop/README.md").replace("# Shop", "# My shop"));
    commit(&env);
    env
}

#[test]
fn an_overlap_is_marked_listed_and_known_to_git() {
    let env = marked();
    let ran = generate(&env, &[]).ends_with(1);
    insta::assert_snapshot!(format!("{}{}", ran.out, ran.err), @r"
    ! README.md  (both changed the same lines)
    ✓ render     7 files  [TIME]
    ✓ write      1 to decide on, 6 unchanged  [TIME]
      README.md  (1 place)

    error: 1 file to decide on: you and fountane changed the same lines
    hint: decide, in an editor or with `git mergetool`, then `fountane generate --continue`
    hint: `fountane generate --abort` takes all of it back
    ");
    let readme = env.read("shop/README.md");
    let place = "<<<<<<< yours\n# My shop\n||||||| generated before\n# Shop\n=======\n# Store\n>>>>>>> fountane\n";
    assert!(readme.starts_with(place), "{readme}");
    assert!(git(&env, &["status", "--short"]).contains("UU README.md"));
    let stages = git(&env, &["ls-files", "--unmerged", "README.md"]);
    assert_eq!(stages.lines().count(), 3, "{stages}");
    for (stage, title) in [("1", "# Shop"), ("2", "# My shop"), ("3", "# Store")] {
        assert!(git(&env, &["show", &format!(":{stage}:README.md")]).starts_with(title));
    }
}

#[test]
fn git_mergetool_works_on_what_is_marked() {
    let env = marked();
    generate(&env, &[]).ends_with(1);
    git(&env, &["config", "mergetool.mine.cmd", "cat \"$BASE\" \"$LOCAL\" \"$REMOTE\" | grep '^# ' > \"$MERGED\""]);
    git(&env, &["config", "mergetool.mine.trustExitCode", "true"]);
    git(&env, &["mergetool", "--no-prompt", "--tool=mine"]);
    assert_eq!(env.read("shop/README.md"), "# Shop\n# My shop\n# Store\n");
    generate(&env, &["--continue"]).succeeds();
    generate(&env, &["--check"]).succeeds();
    assert!(!git(&env, &["status", "--short"]).contains("UU"));
}

#[test]
fn a_run_is_ended_only_when_everything_is_decided() {
    let env = marked();
    generate(&env, &[]).ends_with(1);
    for args in [&[][..], &["--check"], &["--dry-run"], &["--continue"]] {
        let before = env.tree();
        generate(&env, args).ends_with(1);
        assert_eq!(env.tree(), before, "{args:?}");
    }
    let ran = generate(&env, &["--continue"]).ends_with(1);
    insta::assert_snapshot!(ran.err, @r"
      README.md:1

    error: 1 file is still to be decided on
    hint: keep what you want of what is between the marks, and remove the marks; `git mergetool` helps
    hint: `fountane generate --abort` takes all of it back
    ");
    env.write("shop/README.md", "# My store\n");
    let ran = generate(&env, &["--continue"]).succeeds();
    insta::assert_snapshot!(ran.err, @r"
    ended: what you decided stays, and is merged with whatever changes later
    ");
    assert!(!env.work().join("shop/.fountane/undecided").exists());
    assert_eq!(env.read("shop/README.md"), "# My store\n");
    assert_eq!(git(&env, &["status", "--short", "README.md"]), " M README.md\n");
    generate(&env, &["--check"]).succeeds();
}

#[test]
fn a_run_is_taken_back_byte_for_byte() {
    let env = marked();
    let before = env.tree();
    let status = git(&env, &["status", "--porcelain"]);
    generate(&env, &[]).ends_with(1);
    assert_ne!(env.tree(), before);
    generate(&env, &["--abort"]).succeeds();
    assert_eq!(env.tree(), before);
    assert_eq!(git(&env, &["status", "--porcelain"]), status);
    generate(&env, &["--abort"]).ends_with(1);
}

#[test]
fn what_add_changed_is_taken_back_too() {
    let env = marked();
    let before = env.tree();
    env.run(&["add", "entity", "Game", "name:string!", "--dir", "shop"]).ends_with(1);
    assert!(env.read("shop/fountane.yaml").contains("Game"));
    generate(&env, &["--abort"]).succeeds();
    assert_eq!(env.tree(), before);
}

#[test]
fn taking_back_spares_what_was_edited_since() {
    let env = marked();
    env.run(&["add", "entity", "Game", "name:string!", "--dir", "shop"]).ends_with(1);
    let added = "shop/docs/games/entity.md";
    let theirs = env.read(added) + "Mine.\n";
    env.write(added, &theirs);
    let ran = generate(&env, &["--abort"]).ends_with(1);
    insta::assert_snapshot!(ran.err, @r"
      docs/games/entity.md

    error: 1 file was edited since; taking the run back would lose that
    hint: commit the edits first, or give `--allow-dirty` to lose them
    ");
    assert_eq!(env.read(added), theirs);
}

#[test]
fn taking_back_spares_edits_in_files_to_be_decided_on() {
    let env = marked();
    generate(&env, &[]).ends_with(1);
    let resolved = env.read("shop/README.md").replace("<<<<<<< yours\n", "");
    env.write("shop/README.md", &resolved);
    let ran = generate(&env, &["--abort"]).ends_with(1);
    assert!(ran.err.contains("1 file was edited since"), "{}", ran.err);
    assert_eq!(env.read("shop/README.md"), resolved);
    generate(&env, &["--abort", "--allow-dirty"]).succeeds();
    assert!(env.read("shop/README.md").starts_with("# My shop\n"));
}

#[test]
fn taking_back_leaves_a_file_alone_that_another_was_put_beside() {
    let env = marked();
    generate(&env, &["--conflict", "side-file"]).ends_with(1);
    let later = env.read("shop/README.md") + "An hour of work.\n";
    env.write("shop/README.md", &later);
    generate(&env, &["--abort"]).succeeds();
    assert_eq!(env.read("shop/README.md"), later);
    assert!(!env.work().join("shop/README.md.fountane").exists());
}

#[test]
fn a_deleted_file_that_comes_back_as_it_was_is_brought_up_to_date() {
    let env = retitled();
    let old = env.read("shop/README.md");
    fs_err::remove_file(env.work().join("shop/README.md")).unwrap();
    generate(&env, &[]).succeeds();
    generate(&env, &[]).succeeds();
    env.write("shop/README.md", &old);
    generate(&env, &[]).succeeds();
    assert!(env.read("shop/README.md").starts_with("# Store\n"));
}

#[test]
fn a_file_in_the_way_is_overwritten_only_where_a_commit_holds_it() {
    let env = TestEnv::new();
    env.shop();
    env.write("shop/docs/games/entity.md", "Mine, in no commit.\n");
    let add = ["add", "entity", "Game", "name:string!", "--dir", "shop", "--conflict", "theirs"];
    let ran = env.run(&add).ends_with(1);
    assert!(ran.err.contains("docs/games/entity.md  (would be overwritten)"), "{}", ran.err);
    assert_eq!(env.read("shop/docs/games/entity.md"), "Mine, in no commit.\n");
    env.run(&[&add[..], &["--allow-dirty"]].concat()).succeeds();
    assert!(env.read("shop/docs/games/entity.md").starts_with("# Game"));
}

#[test]
fn a_copy_that_stood_beside_a_file_is_not_where_that_file_went() {
    let env = TestEnv::new();
    env.shop();
    let copy = env.read("shop/README.md") + "Our own copy.\n";
    env.write("shop/OURS.md", &copy);
    let git = |args: &[&str]| {
        assert!(env.tool("git").args(args).current_dir(env.work().join("shop")).status().unwrap().success());
    };
    git(&["add", "--all"]);
    git(&["commit", "--quiet", "--message", "Our own"]);
    fs_err::remove_file(env.work().join("shop/README.md")).unwrap();
    let spec = env.read("shop/fountane.yaml").replace("title: Shop", "title: Store");
    env.write("shop/fountane.yaml", &spec);
    generate(&env, &[]).succeeds();
    assert_eq!(env.read("shop/OURS.md"), copy);
}

#[test]
fn all_overlaps_can_be_decided_at_once() {
    for (wish, title) in [("ours", "# My shop\n"), ("theirs", "# Store\n")] {
        let env = marked();
        generate(&env, &["--conflict", wish]).succeeds();
        assert!(env.read("shop/README.md").starts_with(title), "{wish}");
        generate(&env, &["--check"]).succeeds();
    }
}

#[test]
fn a_deleted_file_stays_deleted_until_it_is_wished_back() {
    let env = retitled();
    fs_err::remove_file(env.work().join("shop/README.md")).unwrap();
    generate(&env, &[]).succeeds();
    assert!(!env.work().join("shop/README.md").exists());
    generate(&env, &["--check"]).succeeds();
    generate(&env, &["--restore", "shop/README.md"]).succeeds();
    assert!(env.read("shop/README.md").starts_with("# Store\n"));
}

#[test]
fn a_moved_file_is_followed() {
    let env = retitled();
    fs_err::create_dir(env.work().join("shop/handbook")).unwrap();
    env.write("shop/handbook/start.md", &edited(&env));
    fs_err::remove_file(env.work().join("shop/README.md")).unwrap();
    commit(&env);
    generate(&env, &[]).succeeds();
    assert!(!env.work().join("shop/README.md").exists());
    let moved = env.read("shop/handbook/start.md");
    assert!(moved.starts_with("# Store\n") && moved.ends_with("\nMine.\n"), "{moved}");
    generate(&env, &["--check"]).succeeds();
}

#[test]
fn a_dry_run_says_what_happens() {
    let env = marked();
    let before = env.tree();
    let said = generate(&env, &["--dry-run"]).ends_with(1);
    assert_eq!(env.tree(), before);
    let done = generate(&env, &[]).ends_with(1);
    assert_eq!(said.out, done.out);
}
