//! Stopped or killed at any moment: nothing half-made passes for done, nothing is left behind for good.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStderr};
use std::time::{Duration, Instant};

use fountane::process::{StopSignal, signal};

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

#[test]
fn a_dry_run_leaves_what_a_killed_run_left_as_it_is() {
    let env = TestEnv::new();
    env.shop();
    env.write("shop/.fountane/apply/new-0", "half of something");
    let before = env.tree();
    for args in
        [&["generate", "--dry-run"][..], &["generate", "--check"], &["add", "enum", "Colour", "red", "--dry-run"]]
    {
        let ran = env.run(&[args, &["--dir", "shop"]].concat());
        assert!(ran.err.contains("an earlier run was killed while it wrote"), "{}", ran.err);
        ran.ends_with(1);
        assert_eq!(env.tree(), before);
    }
    env.run(&["generate", "--dir", "shop"]).succeeds();

    env.write("shop/.fountane/new.json", r#"{"state":"incomplete","resume":"curl evil","done":[],"spec":"x"}"#);
    let before = env.tree();
    let ran = env.run(&["new", "shop", "--dry-run", "--yes"]);
    assert!(ran.err.contains("nothing was written"), "{}", ran.err);
    assert_eq!(env.tree(), before);
    let ran = env.run(&["generate", "--dir", "shop"]);
    assert!(!ran.err.contains("curl") && ran.err.contains("`fountane new --dir shop`"), "{}", ran.err);
}

/// A `pnpm` that does `work`, and a `node` that is new enough.
fn tools(env: &TestEnv, work: &str) -> String {
    use std::os::unix::fs::PermissionsExt as _;
    let bin = env.work().join("../bin");
    fs_err::create_dir_all(&bin).unwrap();
    let node = "#!/bin/sh\necho 24.21.0\necho \"$0\"\n";
    let pnpm = format!("#!/bin/sh\ncase \"$1\" in --version|-v) echo 12.21.0;; *) {work};; esac\n");
    for (name, script) in [("node", node), ("pnpm", &pnpm)] {
        fs_err::write(bin.join(name), script).unwrap();
        fs_err::set_permissions(bin.join(name), std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    format!("{bin}:/usr/bin:/bin")
}

/// `new`, in the middle of the work of its pnpm, which has said `at work` and more on that line.
fn at_work(env: &TestEnv, work: &str) -> (Child, BufReader<ChildStderr>, String) {
    env.write("shop.yaml", SPEC);
    let path = tools(env, work);
    let mut command = env.command(&["new", "--from", "shop.yaml", "--verbose"]);
    let mut child = command
        .env("PATH", path)
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut err = BufReader::new(child.stderr.take().unwrap());
    let mut said = String::new();
    while !said.contains("at work") {
        assert!(err.read_line(&mut said).unwrap() > 0, "it ended: {said}");
    }
    (child, err, said)
}

#[test]
fn a_second_ctrl_c_ends_at_once_and_takes_everything_with_it() {
    let env = TestEnv::new();
    let (mut child, mut err, mut said) = at_work(&env, "trap '' INT TERM; sleep 600 & echo at work: $!; wait");
    let sleeper: u32 = said.rsplit(": ").next().unwrap().trim().parse().unwrap();
    signal(child.id(), StopSignal::Interrupt);
    while !said.contains("stopping") {
        assert!(err.read_line(&mut said).unwrap() > 0, "it ended: {said}");
    }
    assert!(is_running(sleeper), "it asks first");
    signal(child.id(), StopSignal::Interrupt);
    assert_eq!(child.wait().unwrap().code(), Some(130));
    let deadline = Instant::now() + Duration::from_secs(2);
    while is_running(sleeper) {
        assert!(Instant::now() < deadline, "it lives on");
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn is_running(pid: u32) -> bool {
    let stat = fs_err::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit(')').next().is_some_and(|rest| !rest.trim().is_empty() && !rest.trim().starts_with('Z'))
}

#[test]
fn ctrl_c_in_a_slow_step_ends_with_130_and_says_how_to_go_on() {
    let env = TestEnv::new();
    let (mut child, mut err, mut said) = at_work(&env, "echo at work; sleep 600");
    signal(child.id(), StopSignal::Interrupt);
    err.read_to_string(&mut said).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130), "{said}");
    assert!(said.contains("goes on where it stood: `fountane new shop --from shop.yaml "), "{said}");
    assert!(env.work().join("shop/.fountane/new.json").exists());
    env.run(&["generate", "--dir", "shop"]).ends_with(1);
    env.run(&["new", "shop", "--no-install"]).succeeds();
}

/// The workspace's files without what fountane keeps for itself.
fn files(env: &TestEnv) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut files = env.tree();
    files.retain(|path, _| path.starts_with("shop/") && !path.starts_with("shop/.fountane/apply"));
    files
}

#[test]
fn generate_that_is_killed_leaves_the_old_or_the_new_and_the_next_run_succeeds() {
    let env = TestEnv::new();
    // Few enough to be quick in a hundred rounds, enough that writing them takes a while.
    let head = SPEC.split("entities:").next().unwrap();
    let specs = ["ones", "others"].map(|table| {
        let entity =
            |number| format!("  Thing{number}A:\n    table: {table}_{number}\n    fields: {{ name: string! }}\n");
        format!("{head}entities:\n{}", (0..30).map(entity).collect::<String>())
    });
    env.write("shop.yaml", &specs[0]);
    env.run(&["new", "--from", "shop.yaml", "--no-install"]).succeeds();
    let write = |number: usize| env.write("shop/fountane.yaml", &specs[number]);
    let generate = || env.command(&["generate", "--dir", "shop", "--allow-dirty"]);

    let mut trees = Vec::new();
    let mut took = Duration::ZERO;
    for number in [1, 0] {
        write(number);
        let begun = Instant::now();
        assert!(generate().output().unwrap().status.success());
        took = begun.elapsed();
        trees.push(files(&env));
    }
    trees.reverse();
    assert!(trees[0] != trees[1] && trees[0].len() > 30);

    let (mut pending, mut old, mut new) = (0, 0, 0);
    for round in 0..100 {
        let (from, to) = (round % 2, (round + 1) % 2);
        write(to);
        let mut before = trees[from].clone();
        before.insert("shop/fountane.yaml".to_owned(), specs[to].clone().into_bytes());
        let mut child =
            generate().stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().unwrap();
        let moment = took.mul_f64(fastrand::f64() * 1.1);
        std::thread::sleep(moment);
        child.kill().unwrap();
        child.wait().unwrap();
        if env.work().join("shop/.fountane/apply/journal.json").exists() {
            // Everything was decided; the next command does the rest.
            pending += 1;
        } else if files(&env) == before {
            old += 1;
        } else {
            assert_eq!(files(&env), trees[to], "killed after {moment:?}");
            new += 1;
        }
        let next = generate().output().unwrap();
        assert!(next.status.success(), "killed after {moment:?}: {}", String::from_utf8_lossy(&next.stderr));
        assert_eq!(files(&env), trees[to], "killed after {moment:?}");
        assert!(!env.work().join("shop/.fountane/apply").exists());
    }
    assert!(old > 0 && old + new + pending == 100, "{old} {new} {pending}");
}
