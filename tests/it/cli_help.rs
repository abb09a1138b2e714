//! What the program says of itself, and what it makes of a wrong command line.

use crate::test_env::TestEnv;

#[test]
fn the_help_names_every_command() {
    let ran = TestEnv::new().run(&["-h"]).succeeds();
    insta::assert_snapshot!(ran.out, @r#"
    From answers about a product to a TypeScript monorepo that compiles, lints and passes its tests

    Usage: fountane [OPTIONS] <COMMAND>

    Commands:
      new          Make a new workspace from answers, a spec or a model
      generate     Render the workspace again from its spec
      check        Run every gate: format, contracts, types, lint and tests
      fix          Repair what the compiler and ESLint find, as far as it needs no opinion
      add          Add something to the spec, then generate
      remove       Take something out of the spec, then generate
      rename       Give something another name, in the spec, the code and the database
      import       Bring a model into the spec, then generate
      upgrade      Bring the workspace to the templates of this fountane
      eject        Make generated files yours
      adopt        Take a repository that is there under fountane
      exec         Start a program with the workspace's Node and pnpm
      blueprint    Look at blueprints
      template     Look at templates and test them
      source       Blueprints and templates from elsewhere
      trust        What of blueprints and templates from elsewhere you trust
      demo         Run the workspace as a demo, on this machine; look after demos in a cluster
      stack        Run the workspace and the servers that it needs in containers
      doctor       Find out whether this machine has what it takes
      schema       Print the JSON Schema of `fountane.yaml`
      completions  Print a completion script for a shell
      help         Print this message or the help of the given subcommand(s)

    Options:
      -h, --help     Print help (see more with '--help')
      -V, --version  Print version

    Global options:
          --json             Print JSON Lines on stdout: one object a line, each with `"v":1` and a
                             `type`
      -q, --quiet            Print only errors and what was asked for
      -v, --verbose          Print what tools print, too
          --color <WHEN>     When to use colour; `NO_COLOR` turns it off where this is not given
                             [possible values: auto, always, never]
      -y, --yes              Ask nothing: take every default
          --templates <DIR>  A folder with templates and blueprints that come before those of fountane
          --trust <ADDRESS>  Trust blueprints and templates of this address as they are now, as if you
                             had been asked; may be given several times

    Start with `fountane new`. `fountane help COMMAND` tells more about a command.
    "#);
}

#[test]
fn a_misspelt_command_is_a_wrong_command_line_with_a_guess() {
    let ran = TestEnv::new().run(&["generat"]).ends_with(2);
    assert!(ran.out.is_empty());
    insta::assert_snapshot!(ran.err, @r"
    error: unrecognized subcommand 'generat'

      tip: a similar subcommand exists: 'generate'

    Usage: fountane [OPTIONS] <COMMAND>

    For more information, try '--help'.
    ");
}

#[test]
fn a_misspelt_value_gets_a_guess() {
    let ran = TestEnv::new().run(&["check", "--only", "lnit"]).ends_with(2);
    insta::assert_snapshot!(ran.err, @r"
    error: invalid value 'lnit' for '--only <GATE>'
      [possible values: format, contracts, types, lint, tests]

      tip: a similar value exists: 'lint'

    For more information, try '--help'.
    ");
}

#[test]
fn a_misspelt_blueprint_gets_a_guess() {
    let ran = TestEnv::new().run(&["blueprint", "show", "minmal"]).ends_with(2);
    insta::assert_snapshot!(ran.err, @r"
    error: there is no blueprint `minmal`
    hint: did you mean `minimal`?
    hint: `fountane blueprint list` shows all: api, minimal, saas, tiny
    ");
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
    insta::assert_snapshot!(env.ran(&output).succeeds().out, @r#"
    {
      "json": {
        "value": true,
        "origin": {
          "from": "flag",
          "name": "--json"
        }
      },
      "telling": {
        "value": "normal",
        "origin": {
          "from": "default"
        }
      },
      "color": {
        "value": "always",
        "origin": {
          "from": "file",
          "name": "[TMP]/home/.config/fountane/config.yaml"
        }
      },
      "yes": {
        "value": false,
        "origin": {
          "from": "default"
        }
      },
      "ci": {
        "value": true,
        "origin": {
          "from": "environment",
          "name": "CI"
        }
      },
      "templates": {
        "value": "[TEMPLATES]",
        "origin": {
          "from": "environment",
          "name": "FOUNTANE_TEMPLATES"
        }
      },
      "mirrors": {
        "value": {},
        "origin": {
          "from": "default"
        }
      }
    }
    "#);
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
