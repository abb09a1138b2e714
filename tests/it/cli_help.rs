//! What the program says of itself, and what it makes of a wrong command line.

use crate::test_env::TestEnv;

#[test]
fn the_help_names_every_command() {
    let ran = TestEnv::new().run(&["-h"]).succeeds();
    insta::assert_snapshot!(ran.out, @"");
}

#[test]
fn a_misspelt_command_is_a_wrong_command_line_with_a_guess() {
    let ran = TestEnv::new().run(&["generat"]).ends_with(2);
    assert!(ran.out.is_empty());
    insta::assert_snapshot!(ran.err, @"");
}

#[test]
fn a_misspelt_value_gets_a_guess() {
    let ran = TestEnv::new().run(&["check", "--only", "lnit"]).ends_with(2);
    insta::assert_snapshot!(ran.err, @"");
}

#[test]
fn a_misspelt_blueprint_gets_a_guess() {
    let ran = TestEnv::new().run(&["blueprint", "show", "minmal"]).ends_with(2);
    insta::assert_snapshot!(ran.err, @"");
}

#[test]
fn with_json_a_wrong_command_line_is_a_line_too() {
    let ran = TestEnv::new().run(&["--json", "generat"]).ends_with(2);
    let lines = ran.json();
    assert_eq!(lines.len(), 1);
    assert_eq!((&lines[0]["type"], &lines[0]["kind"]), (&"error".into(), &"usage".into()));
    assert!(ran.err.is_empty(), "{}", ran.err);
}

#[test]
fn settings_say_where_they_come_from() {
    let env = TestEnv::new();
    let config = env.home().join(".config/fountane");
    fs_err::create_dir_all(&config).unwrap();
    fs_err::write(config.join("config.yaml"), "color: always\n").unwrap();
    let output = env.command(&["--show-settings", "--json", "doctor"]).env("CI", "true").output().unwrap();
    insta::assert_snapshot!(env.ran(&output).succeeds().out, @"");
}

#[test]
fn a_wrong_settings_file_is_named() {
    let env = TestEnv::new();
    let config = env.home().join(".config/fountane");
    fs_err::create_dir_all(&config).unwrap();
    fs_err::write(config.join("config.yaml"), "colour: always\n").unwrap();
    let ran = env.run(&["blueprint", "list"]).ends_with(1);
    assert!(ran.err.starts_with("error: `[TMP]/home/.config/fountane/config.yaml`: "), "{}", ran.err);
}

#[test]
fn who_stops_reading_is_no_error() {
    let env = TestEnv::new();
    let mut child = env.command(&["schema"]).stdout(std::process::Stdio::piped()).spawn().unwrap();
    // The schema is larger than a pipe holds, and nobody reads it.
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn completions_know_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let ran = TestEnv::new().run(&["completions", shell]).succeeds();
        assert!(ran.out.contains("blueprint") && ran.out.contains("generate"), "{shell}");
    }
}

#[test]
fn the_version_is_quick() {
    let env = TestEnv::new();
    let took = (0..5).map(|_| {
        let began = std::time::Instant::now();
        env.run(&["--version"]).succeeds();
        began.elapsed()
    });
    let best = took.min().unwrap();
    // Unoptimised and on a busy machine; what must not happen is that it loads templates or starts a runtime.
    assert!(best < std::time::Duration::from_millis(150), "{best:?}");
}
