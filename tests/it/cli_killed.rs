//! Stopped or killed at any moment: nothing half-made passes for done, nothing is left behind for good.

use std::time::Duration;

use crate::test_env::{SPEC, TestEnv};

/// A model large enough that writing it takes a while.
fn many_entities() -> String {
    let entities = (0..400).map(|number| format!("  Thing{number}A:\n    fields: {{ name: string! }}\n"));
    let head = SPEC.split("entities:").next().unwrap();
    format!("{head}entities:\n{}", entities.collect::<String>())
}

#[test]
fn killed_at_any_moment_no_half_made_folder_passes_for_done() {
    let env = TestEnv::new();
    env.write("shop.yaml", &many_entities());
    for wait in (0..24).map(|step| Duration::from_millis(step * 12)) {
        let mut child = env
            .command(&["new", "--from", "shop.yaml", "--no-install"])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(wait);
        child.kill().unwrap();
        let ended = child.wait().unwrap();
        let shop = env.work().join("shop");
        if shop.exists() {
            // What is there has all of its files, and says whether it is finished.
            let finished = !shop.join(".fountane/new.json").exists();
            assert!(finished || !ended.success(), "after {wait:?}");
            let lock: serde_json::Value = serde_json::from_str(&env.read("shop/fountane.lock")).unwrap();
            let files = lock["files"].as_object().unwrap();
            assert!(files.keys().all(|path| shop.join(path).is_file()), "after {wait:?}");
            if !finished {
                env.run(&["generate", "--dir", "shop"]).ends_with(1);
            }
        }
        // The next run finishes what is there, or makes it; nothing stays beside it.
        if !shop.exists() || shop.join(".fountane/new.json").exists() {
            env.run(&["new", "shop", "--from", "shop.yaml", "--no-install"]).succeeds();
        }
        env.run(&["generate", "--check", "--dir", "shop"]).succeeds();
        let left: Vec<String> =
            env.work().read_dir_utf8().unwrap().map(|entry| entry.unwrap().file_name().to_owned()).collect();
        assert!(left.iter().all(|name| !name.starts_with('.')), "after {wait:?}: {left:?}");
        fs_err::remove_dir_all(&shop).unwrap();
    }
}

/// A `pnpm` that takes its time, and a `node` that is new enough.
fn slow_tools(env: &TestEnv) -> String {
    use std::os::unix::fs::PermissionsExt as _;
    let bin = env.work().join("../bin");
    fs_err::create_dir_all(&bin).unwrap();
    let node = "#!/bin/sh\necho 24.21.0\necho \"$0\"\n";
    let pnpm = "#!/bin/sh\ncase \"$1\" in --version|-v) echo 12.21.0;; *) echo at work; sleep 600;; esac\n";
    for (name, script) in [("node", node), ("pnpm", pnpm)] {
        fs_err::write(bin.join(name), script).unwrap();
        fs_err::set_permissions(bin.join(name), std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    format!("{bin}:/usr/bin:/bin")
}

#[test]
fn ctrl_c_in_a_slow_step_ends_with_130_and_says_how_to_go_on() {
    use nix::sys::signal::{Signal, kill};
    let env = TestEnv::new();
    env.write("shop.yaml", SPEC);
    let path = slow_tools(&env);
    let mut command = env.command(&["new", "--from", "shop.yaml", "--verbose"]);
    let mut child = command
        .env("PATH", path)
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut err = std::io::BufReader::new(child.stderr.take().unwrap());
    let mut said = String::new();
    while !said.contains("at work") {
        use std::io::BufRead as _;
        assert!(err.read_line(&mut said).unwrap() > 0, "it ended: {said}");
    }
    let pid = nix::unistd::Pid::from_raw(i32::try_from(child.id()).unwrap());
    kill(pid, Signal::SIGINT).unwrap();
    std::io::Read::read_to_string(&mut err, &mut said).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130), "{said}");
    assert!(said.contains("goes on where it stood: `fountane new shop --from shop.yaml "), "{said}");
    assert!(env.work().join("shop/.fountane/new.json").exists());
    env.run(&["generate", "--dir", "shop"]).ends_with(1);
    env.run(&["new", "shop", "--no-install"]).succeeds();
}
