//! Templates from elsewhere that try to get out of the workspace, to read what is not theirs, to run something, or to use up
//! the machine: each is refused, and nothing is written anywhere.

use std::os::unix::fs::symlink;

use camino::Utf8PathBuf;

use crate::test_env::{SPEC, TestEnv};

/// A template folder of somebody else's.
struct Attempt {
    env: TestEnv,
}

impl Attempt {
    /// With a blueprint that uses one template, which has these rules for its files.
    fn with_rules(rules: &str) -> Self {
        let env = TestEnv::new();
        env.write("shop.yaml", &SPEC.replace("tiny@^1", "evil@^1"));
        let blueprint =
            "name: evil\nversion: 1.0.0\nsummary: s\ndescription: d\ntemplates: [{ name: evil, version: ^1 }]\n";
        env.write("theirs/blueprints/evil.yaml", blueprint);
        let manifest = format!("name: evil\nversion: 1.0.0\nsummary: s\nfiles:\n{rules}\n");
        env.write("theirs/evil/template.yaml", &manifest);
        env.write("theirs/evil/files/a.txt", "a\n");
        env.write("outside/secret.txt", "secret\n");
        Self { env }
    }

    fn with_file(name: &str, text: &str) -> Self {
        let attempt = Self::with_rules("  - from: files");
        attempt.env.write(&format!("theirs/evil/files/{name}"), text);
        attempt
    }

    fn place(&self, path: &str) -> Utf8PathBuf {
        self.env.work().join(path)
    }

    /// It is refused for this reason, and everything is as it was.
    fn is_refused(&self, reason: &str) {
        let before = self.around();
        let ran = self.env.run(&["new", "--from", "shop.yaml", "--yes", "--no-install", "--templates", "theirs"]);
        assert!([Some(1), Some(2)].contains(&ran.code), "{:?}: {}{}", ran.code, ran.out, ran.err);
        assert!(ran.err.contains(reason), "not for `{reason}`: {}", ran.err);
        assert!(!ran.err.contains("panicked") && !ran.err.contains("secret"), "{}", ran.err);
        assert_eq!(self.around(), before);
    }

    /// What is beside the template, which may hold what nobody should read.
    fn around(&self) -> Vec<String> {
        let folders = [self.env.home(), self.place(""), self.place("outside"), "/tmp".into()];
        let entries = folders.iter().flat_map(|folder| folder.read_dir_utf8().unwrap());
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().path().to_string()).collect();
        // Other tests come and go there.
        names.retain(|name| !name.starts_with("/tmp/") || name.contains("was-here"));
        names.sort();
        names
    }
}

#[test]
fn folders_that_lead_out_are_refused() {
    for (to, reason) in [
        ("/tmp/fountane-was-here", "absolute"),
        ("../outside", "a dot or two"),
        ("a/../../outside", "a dot or two"),
        ("'a\\..\\..\\outside'", "backslash"),
        ("~/.ssh/../../outside", "a dot or two"),
        ("'{{entity.one.title}}/../..'", "a dot or two"),
        ("\"a\\u0000b\"", "not every file system takes"),
        ("\"a\\nb\"", "not every file system takes"),
        ("'C:/Windows'", "not every file system takes"),
        ("'a//b'", "an empty part"),
    ] {
        Attempt::with_rules(&format!("  - {{ from: files, to: {to}, for-each: entity }}")).is_refused(reason);
    }
}

#[test]
fn folders_of_git_and_of_fountane_are_refused() {
    for (to, reason) in [(".git/hooks", "`.git`"), ("a/.GIT/hooks", "`.git`"), (".fountane/apply", "fountane keeps")] {
        Attempt::with_rules(&format!("  - {{ from: files, to: {to} }}")).is_refused(reason);
    }
    for name in ["fountane.yaml", "fountane.lock"] {
        Attempt::with_file(name, "fountane: 1\n").is_refused("fountane keeps that file itself");
    }
}

#[test]
fn names_that_are_devices_elsewhere_are_refused() {
    for name in ["NUL", "com1.txt", "a/aux.ts"] {
        Attempt::with_file(name, "a\n").is_refused("a device on Windows");
    }
}

#[test]
fn names_that_collide_are_refused() {
    Attempt::with_file("A.TXT", "a\n").is_refused("cannot both be files");
    let inside = Attempt::with_rules("  - from: files\n  - { from: files, to: a.txt }");
    inside.is_refused("cannot both be files");
}

#[test]
fn names_without_end_are_refused() {
    let name = vec!["a".repeat(200); 6].join("/");
    Attempt::with_rules(&format!("  - {{ from: files, to: {name} }}")).is_refused("longer than 1,000 bytes");
}

#[test]
fn links_and_devices_in_a_template_are_refused() {
    let attempt = Attempt::with_rules("  - from: files");
    symlink(attempt.place("outside/secret.txt"), attempt.place("theirs/evil/files/stolen.txt")).unwrap();
    attempt.is_refused("is a link or a device");

    let attempt = Attempt::with_rules("  - from: files");
    symlink(attempt.place("outside"), attempt.place("theirs/evil/files/stolen")).unwrap();
    attempt.is_refused("is a link or a device");

    let attempt = Attempt::with_rules("  - from: files");
    fs_err::rename(attempt.place("theirs/evil"), attempt.place("outside/evil")).unwrap();
    symlink(attempt.place("outside/evil"), attempt.place("theirs/evil")).unwrap();
    attempt.is_refused("is a link or a device");

    // Whoever reads a pipe waits for ever.
    let attempt = Attempt::with_rules("  - from: files");
    let made = attempt.env.tool("mkfifo").arg(attempt.place("theirs/evil/files/pipe")).status().unwrap();
    assert!(made.success());
    attempt.is_refused("is a link or a device");
}

#[test]
fn templates_elsewhere_are_not_named_by_a_blueprint() {
    let attempt = Attempt::with_rules("  - from: files");
    let blueprint =
        "name: evil\nversion: 1.0.0\nsummary: s\ndescription: d\ntemplates: [{ name: ../outside/evil, version: ^1 }]\n";
    attempt.env.write("theirs/blueprints/evil.yaml", blueprint);
    fs_err::rename(attempt.place("theirs/evil"), attempt.place("outside/evil")).unwrap();
    attempt.is_refused("there is no template `../outside/evil`");
}

#[test]
fn ten_gigabytes_from_one_line_are_refused() {
    // A thousand letters, for each of ten roles within each of ten roles, and so on.
    let mut text = "x".repeat(1_000);
    for level in (0..7).rev() {
        text = format!("{{{{#each {}roles.names}}}}{text}{{{{/each}}}}", "../".repeat(level));
    }
    let attempt = Attempt::with_file("big.txt.hbs", &text);
    let roles = "roles: [ra, rb, rc, rd, re, rf, rg, rh, ri, rj]\nentities:";
    attempt.env.write("shop.yaml", &SPEC.replace("tiny@^1", "evil@^1").replace("entities:", roles));
    attempt.is_refused("more than 512 MB");
}

#[test]
fn templates_that_hold_themselves_are_refused() {
    Attempt::with_file("a.txt.hbs", "{{#*inline \"a\"}}{{> a}}{{/inline}}{{> a}}").is_refused("no partials");
    Attempt::with_file("b.txt.hbs", &"{{#if project}}".repeat(100_000)).is_refused("more than 64 deep");
    Attempt::with_file("c.txt.hbs", &format!("{{{{#if {}}}}}", "(not ".repeat(100_000)))
        .is_refused("more than 64 deep");
}

#[test]
fn manifests_that_grow_when_they_are_read_are_refused() {
    let attempt = Attempt::with_rules("  - from: files");
    let mut bomb =
        "name: evil\nversion: 1.0.0\nsummary: s\nfiles: [{ from: files }]\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            .to_owned();
    for level in 1..10 {
        let reference = format!("*a{}", level - 1);
        bomb.push_str(&format!("a{level}: &a{level} [{}]\n", vec![reference; 10].join(", ")));
    }
    attempt.env.write("theirs/evil/template.yaml", &bomb);
    attempt.is_refused("template.yaml");
}

#[test]
fn a_folder_larger_than_any_template_is_refused() {
    let attempt = Attempt::with_rules("  - from: files");
    let large = fs_err::File::create(attempt.place("theirs/evil/files/large.bin")).unwrap();
    // Takes no room on this disk, and would in the workspace.
    large.set_len(10_000_000_000).unwrap();
    attempt.is_refused("64 MB");
}

#[test]
fn nothing_of_a_template_is_run() {
    let script = "#!/bin/sh\ntouch ../../outside/ran\n";
    let attempt = Attempt::with_file("prepare.sh", script);
    attempt.env.write("theirs/evil/files/package.json", "{ \"scripts\": { \"prepare\": \"sh prepare.sh\" } }\n");
    attempt.env.write("theirs/evil/build.rs", "fn main() {}\n");
    let args = ["new", "--from", "shop.yaml", "--yes", "--no-install", "--templates", "theirs"];
    attempt.env.run(&args).succeeds();
    assert!(attempt.place("shop/prepare.sh").is_file());
    assert!(!attempt.place("outside/ran").exists());
}
