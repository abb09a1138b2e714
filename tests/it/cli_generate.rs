//! `fountane generate`: writes what changed, loses nothing.

use crate::test_env::TestEnv;

fn generate(env: &TestEnv, args: &[&str]) -> crate::test_env::Ran {
    let all: Vec<&str> = ["generate", "--dir", "shop"].iter().chain(args).copied().collect();
    env.run(&all)
}

#[test]
fn a_second_time_writes_nothing() {
    let env = TestEnv::new();
    env.shop();
    let times = |env: &TestEnv| {
        let paths = env.tree().into_keys();
        let time = |path: &String| fs_err::metadata(env.work().join(path)).unwrap().modified().unwrap();
        paths.map(|path| (time(&path), path)).collect::<Vec<_>>()
    };
    let before = times(&env);
    let ran = generate(&env, &[]).succeeds();
    assert!(ran.out.is_empty(), "{}", ran.out);
    assert_eq!(times(&env), before);
    generate(&env, &["--check"]).succeeds();
}

#[test]
fn a_comment_in_the_spec_is_no_change() {
    let env = TestEnv::new();
    env.shop();
    env.write("shop/fountane.yaml", &format!("# Another comment.\n{}", env.read("shop/fountane.yaml")));
    generate(&env, &["--check"]).succeeds();
}

#[test]
fn a_changed_spec_is_a_drift_until_it_is_generated() {
    let env = TestEnv::new();
    env.shop();
    let spec = env.read("shop/fountane.yaml").replace("title: Shop", "title: Store");
    env.write("shop/fountane.yaml", &spec);
    let before = env.tree();
    let ran = generate(&env, &["--check"]).ends_with(1);
    insta::assert_snapshot!(format!("{}{}", ran.out, ran.err), @r"
    ~ README.md
    ✓ render     7 files  [TIME]
    error: 1 file would change
    hint: `fountane generate` brings the workspace up to its spec
    ");
    let ran = generate(&env, &["--dry-run", "--diff"]).succeeds();
    insta::assert_snapshot!(ran.out, @r"
    --- a/README.md
    +++ b/README.md
    @@ -1,3 +1,3 @@
    -# Shop
    +# Store
     
     
    ~ README.md
    ");
    assert_eq!(env.tree(), before);
    generate(&env, &[]).succeeds();
    assert!(env.read("shop/README.md").starts_with("# Store\n"));
    generate(&env, &["--check"]).succeeds();
}

#[test]
fn what_is_the_persons_own_is_never_touched_again() {
    let env = TestEnv::new();
    env.shop();
    env.write("shop/NOTES.md", "mine\n");
    generate(&env, &[]).succeeds();
    assert_eq!(env.read("shop/NOTES.md"), "mine\n");
    fs_err::remove_file(env.work().join("shop/NOTES.md")).unwrap();
    generate(&env, &[]).succeeds();
    assert!(!env.work().join("shop/NOTES.md").exists());
}

#[test]
fn the_lock_knows_versions_and_every_file() {
    let env = TestEnv::new();
    env.shop();
    let lock: serde_json::Value = serde_json::from_str(&env.read("shop/fountane.lock")).unwrap();
    assert_eq!((&lock["blueprint"], &lock["templates"]["base"]), (&"tiny@1.2.0".into(), &"1.0.3".into()));
    let notes = &lock["files"]["NOTES.md"];
    assert_eq!(notes["ownership"], "seeded");
    assert_eq!(notes["blob"], "97e5e896b0a4504b66bae01909e75d09b29c3c63");
}

#[test]
fn links_out_of_the_workspace_are_not_followed() {
    let env = TestEnv::new();
    env.shop();
    let outside = env.work().join("outside");
    fs_err::create_dir(&outside).unwrap();
    fs_err::remove_dir_all(env.work().join("shop/docs")).unwrap();
    std::os::unix::fs::symlink(&outside, env.work().join("shop/docs")).unwrap();
    generate(&env, &[]).succeeds();
    env.write("shop/fountane.yaml", &env.read("shop/fountane.yaml").replace("Toy:", "Toy:\n    table: things"));
    generate(&env, &[]).ends_with(1);
    assert_eq!(outside.read_dir_utf8().unwrap().count(), 0);
}

#[test]
fn outside_a_workspace_it_says_where_to_go() {
    let ran = TestEnv::new().run(&["generate"]).ends_with(1);
    insta::assert_snapshot!(ran.err, @r"
    error: there is no `fountane.yaml` in `[TMP]/work` or above it
    hint: go into a workspace, or name one with `--dir`
    hint: `fountane new` makes one
    ");
}
