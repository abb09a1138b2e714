//! Blueprints and templates from elsewhere, out of real repositories: pinned, asked about, composed, and never given more than
//! the place of a template.

use std::os::unix::fs::PermissionsExt as _;

use camino::Utf8PathBuf;

use crate::test_env::{Ran, SPEC, TestEnv};

const BLUEPRINT: &str = "\
name: audit
version: 1.0.0
summary: A page on who did what
description: One page.
templates: [{ name: ./audit, version: ^1 }]
";
const MANIFEST: &str = "name: audit\nversion: 1.0.0\nsummary: A page\nfiles: [{ from: files }]\n";

/// Somebody else's repository of templates, and a person who uses it.
pub struct Elsewhere {
    pub env: TestEnv,
}

impl Elsewhere {
    /// With a blueprint `audit`, and nothing published yet.
    fn new() -> Self {
        let this = Self { env: TestEnv::new() };
        this.make("origin");
        this.their("origin", "blueprints/audit.yaml", BLUEPRINT);
        this.their("origin", "audit/template.yaml", MANIFEST);
        this.their("origin", "audit/files/AUDIT.md.hbs", "# Audit of {{project.title}}\n");
        this
    }

    /// One version, and a spec that asks for it with `at`.
    pub fn with(at: &str) -> Self {
        let this = Self::new();
        this.publish("v1.0.0");
        this.spec(at);
        this
    }

    pub fn place(&self, path: &str) -> Utf8PathBuf {
        self.env.work().parent().unwrap().join(path)
    }

    pub fn make(&self, name: &str) {
        self.git(&["init", "--quiet", "--bare", self.place(&format!("{name}.git")).as_str()]);
        fs_err::create_dir_all(self.place(name)).unwrap();
    }

    fn url_of(&self, name: &str) -> String {
        format!("file://{}", self.place(&format!("{name}.git")))
    }

    pub fn url(&self) -> String {
        self.url_of("origin")
    }

    pub fn their(&self, name: &str, path: &str, text: &str) {
        let path = self.place(name).join(path);
        fs_err::create_dir_all(path.parent().unwrap()).unwrap();
        fs_err::write(path, text).unwrap();
    }

    #[track_caller]
    fn git(&self, args: &[&str]) {
        let ran = self.env.ran(&self.env.tool("git").args(args).output().unwrap());
        assert_eq!(ran.code, Some(0), "git {args:?}: {}{}", ran.out, ran.err);
    }

    #[track_caller]
    fn publish_of(&self, name: &str, tag: &str) {
        let (git_dir, tree) = (self.place(&format!("{name}.git")), self.place(name));
        let with = [format!("--git-dir={git_dir}"), format!("--work-tree={tree}")];
        let run = |args: &[&str]| self.git(&[&[with[0].as_str(), with[1].as_str()], args].concat());
        run(&["add", "--all"]);
        run(&["commit", "--quiet", "--allow-empty", "--message", tag]);
        run(&["tag", "--force", "--annotate", "--message", tag, tag]);
    }

    #[track_caller]
    pub fn publish(&self, tag: &str) {
        self.publish_of("origin", tag);
    }

    pub fn spec(&self, at: &str) {
        self.spec_of(
            &format!("sources:\n  acme: {{ git: \"{}\", at: \"{at}\" }}\n", self.url()),
            "[tiny@^1, acme/audit@^1]",
        );
    }

    pub fn spec_of(&self, sources: &str, blueprints: &str) {
        let spec = SPEC.replace("blueprint: tiny@^1\n", &format!("{sources}blueprint: {blueprints}\n"));
        self.env.write("shop.yaml", &spec);
    }

    pub fn new_shop(&self, more: &[&str]) -> Ran {
        self.env.run(&[&["new", "--from", "shop.yaml", "--no-install"], more].concat())
    }

    /// A finished workspace whose sources are trusted.
    #[track_caller]
    fn shop(&self) {
        self.new_shop(&["--trust", &self.url()]).succeeds();
    }

    fn run(&self, args: &[&str]) -> Ran {
        self.env.run(&[args, &["--dir", "shop"]].concat())
    }

    fn forget_cache(&self) {
        fs_err::remove_dir_all(self.env.home().join(".cache/fountane")).unwrap();
    }

    fn lose_origin(&self) {
        fs_err::remove_dir_all(self.place("origin.git")).unwrap();
    }

    /// What a person would see of commits and digests, whatever they are.
    fn shown(ran: &Ran) -> String {
        let hex = regress::Regex::new(r"\b[0-9a-f]{40}\b|sha256:[0-9a-f]{64}|\[ID\][0-9a-f]{32}").unwrap();
        hex.replace_all(&format!("{}{}", ran.out, ran.err), "[ID]")
    }
}

#[test]
fn what_nobody_said_they_trust_is_shown_and_not_used() {
    let them = Elsewhere::with("v1.0.0");
    them.their("origin", "audit/files/package.json", "{ \"scripts\": { \"prepare\": \"sh x.sh\" } }\n");
    them.publish("v1.0.0");
    let before = them.env.tree();
    for more in [&[][..], &["--yes"], &["--trust", "https://example.com/other"]] {
        let ran = them.new_shop(more).ends_with(2);
        assert_eq!(them.env.tree(), before);
        insta::assert_snapshot!("not_trusted", Elsewhere::shown(&ran));
    }
    assert!(!them.env.home().join(".config").exists());
}

#[test]
fn what_is_trusted_is_pinned_remembered_and_not_asked_about_again() {
    let them = Elsewhere::with("v1.0.0");
    them.shop();
    assert_eq!(them.env.read("shop/AUDIT.md"), "# Audit of Shop\n");
    assert!(them.env.read("shop/README.md").contains("Shop"));
    let lock: serde_json::Value = serde_json::from_str(&them.env.read("shop/fountane.lock")).unwrap();
    assert_eq!(lock["blueprint"], "tiny@1.2.0 + acme/audit@1.0.0");
    assert_eq!(lock["templates"]["acme/audit"], "1.0.0");
    let pin = &lock["sources"][them.url().as_str()];
    assert_eq!((&pin["wanted"], &pin["tag"]), (&"v1.0.0".into(), &"v1.0.0".into()));
    assert_eq!(pin["commit"].as_str().unwrap().len(), 40);
    assert!(pin["digest"].as_str().unwrap().starts_with("sha256:"));

    them.run(&["generate", "--check"]).succeeds();
    let ran = them.run(&["generate"]).succeeds();
    assert!(ran.err.contains("nothing to do"), "{}", ran.err);

    let file = them.env.home().join(".config/fountane/trusted-sources.json");
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let ran = them.env.run(&["trust", "list"]).succeeds();
    assert!(ran.out.contains("[TMP]/origin.git"), "{}", ran.out);
    them.env.run(&["trust", "revoke", &them.url()]).succeeds();
    them.run(&["generate", "--check"]).ends_with(2);
    them.run(&["generate", "--check", "--trust", &them.url()]).succeeds();
    them.env.run(&["trust", "revoke", "https://example.com/x"]).ends_with(1);
}

#[test]
fn what_is_pinned_needs_no_network() {
    let them = Elsewhere::with("^1");
    them.shop();
    them.lose_origin();
    them.run(&["generate", "--check"]).succeeds();
    them.run(&["generate"]).succeeds();
    them.run(&["add", "entity", "Book", "title:string!"]).succeeds();
    assert!(them.env.work().join("shop/docs/books/entity.md").is_file());
    them.forget_cache();
    let ran = them.run(&["generate", "--check"]).ends_with(1);
    insta::assert_snapshot!(Elsewhere::shown(&ran), @r"
    error: `file://[TMP]/origin.git` at [ID] is not on this machine, and nothing is fetched here
    hint: `fountane source fetch` brings it
    ");
    let before = them.env.tree();
    let ran = them.run(&["generate"]).ends_with(1);
    assert!(ran.err.contains("could not be fetched"), "{}", ran.err);
    assert_eq!(them.env.tree(), before);
}

#[test]
fn what_is_pinned_is_fetched_where_it_is_not_here() {
    let them = Elsewhere::with("^1");
    them.shop();
    them.forget_cache();
    let ran = them.run(&["source", "fetch"]).succeeds();
    assert!(ran.err.contains("1 source is on this machine"), "{}", ran.err);
    them.run(&["generate", "--check"]).succeeds();
    let ran = them.run(&["source", "list", "--json"]).succeeds();
    let line = &ran.json()[0];
    assert_eq!((&line["name"], &line["wanted"], &line["pin"]["tag"]), (&"acme".into(), &"^1".into(), &"v1.0.0".into()));
    let ran = them
        .env
        .ran(&them.env.command(&["template", "list"]).current_dir(them.env.work().join("shop")).output().unwrap());
    assert!(ran.out.contains("acme/audit"), "{}", ran.out);
}

#[test]
fn a_tag_that_moved_changes_nothing_until_somebody_says_so() {
    let them = Elsewhere::with("v1.0.0");
    them.shop();
    them.their("origin", "audit/files/AUDIT.md.hbs", "# Something else\n");
    them.publish("v1.0.0");
    let before = them.env.tree();
    them.run(&["generate"]).succeeds();
    assert_eq!(them.env.tree(), before);

    // Another repository at the same address, in which the commit never was.
    them.lose_origin();
    them.forget_cache();
    them.make("origin");
    them.publish("v1.0.0");
    let ran = them.run(&["generate"]).ends_with(1);
    insta::assert_snapshot!(Elsewhere::shown(&ran), @r"
    fetching file://[TMP]/origin.git at [ID]
    error: the tag `v1.0.0` of `file://[TMP]/origin.git` moved: it was [ID], it is [ID] now
    hint: ask those who own it why; nothing of the new one was taken
    hint: `fountane upgrade` pins what is there now, after showing it
    ");
    assert_eq!(them.env.tree(), before);

    let ran = them.run(&["upgrade"]).ends_with(2);
    assert!(ran.err.contains("beware      the tag `v1.0.0` moved"), "{}", ran.err);
    assert_eq!(them.env.tree(), before);
    them.run(&["upgrade", "--trust", &them.url()]).succeeds();
    assert_eq!(them.env.read("shop/AUDIT.md"), "# Something else\n");
}

#[test]
fn a_lock_that_says_otherwise_is_refused() {
    let them = Elsewhere::with("v1.0.0");
    them.shop();
    let lock = them.env.read("shop/fountane.lock");
    let at = lock.find("sha256:").unwrap() + 7;
    them.env.write("shop/fountane.lock", &format!("{}{}{}", &lock[..at], "0".repeat(64), &lock[at + 64..]));
    let before = them.env.tree();
    for args in [&["generate"][..], &["generate", "--check"]] {
        let ran = them.run(args).ends_with(1);
        assert!(ran.err.contains("is not what `fountane.lock` has of it"), "{}", ran.err);
    }
    assert_eq!(them.env.tree(), before);
}

#[test]
fn a_commit_that_the_lock_calls_by_a_tag_of_another_is_doubted_before_it_is_trusted() {
    let them = Elsewhere::with("^1");
    them.shop();
    them.their("origin", "audit/files/AUDIT.md.hbs", "# Another\n");
    them.publish("v1.1.0");
    let lock = them.env.read("shop/fountane.lock");
    let asked = |lock: &str, args: &[&str]| {
        them.env.write("shop/fountane.lock", lock);
        let _ = them.env.run(&["trust", "revoke", &them.url()]);
        them.run(args).ends_with(2).err
    };
    assert!(!asked(&lock, &["generate"]).contains("beware"), "it is that tag");
    let called = |tag: &str| lock.replace("\"tag\":\"v1.0.0\"", tag).replace("\"tag\": \"v1.0.0\"", tag);
    assert_ne!(called(""), lock);
    let said = asked(&called("\"tag\":\"v1.1.0\""), &["generate"]);
    assert!(said.contains("beware      `fountane.lock` calls it `v1.1.0`, which is the commit "), "{said}");
    let said = asked(&called("\"tag\":\"v1.7.0\""), &["generate"]);
    assert!(said.contains("calls it `v1.7.0`, and there is no such tag"), "{said}");
    // Where nothing is asked of the network, that is said.
    let said = asked(&lock, &["generate", "--check"]);
    assert!(said.contains("only `fountane.lock` says that this is `v1.0.0`"), "{said}");
    them.lose_origin();
    let said = asked(&lock, &["generate"]);
    assert!(said.contains("the repository could not be asked"), "{said}");
}

#[test]
fn a_range_takes_the_newest_and_moves_on_by_upgrade_alone() {
    let them = Elsewhere::new();
    for tag in ["v1.0.0", "v1.10.0", "v1.9.0", "v2.0.0", "v2.0.0-beta.1", "nightly"] {
        them.their("origin", "audit/files/AUDIT.md.hbs", &format!("# {tag}\n"));
        them.publish(tag);
    }
    them.spec("^1");
    them.shop();
    assert_eq!(them.env.read("shop/AUDIT.md"), "# v1.10.0\n");

    them.their("origin", "audit/files/AUDIT.md.hbs", "# v1.11.0\n");
    them.their("origin", "audit/template.yaml", &MANIFEST.replace("1.0.0", "1.1.0"));
    them.publish("v1.11.0");
    them.run(&["generate"]).succeeds();
    assert_eq!(them.env.read("shop/AUDIT.md"), "# v1.10.0\n");
    them.run(&["upgrade"]).ends_with(2);
    let ran = them.run(&["upgrade", "--trust", &them.url()]).succeeds();
    assert!(ran.err.contains("`acme`: v1.10.0 → v1.11.0"), "{}", ran.err);
    assert!(ran.err.contains("acme/audit 1.0.0 → 1.1.0"), "{}", ran.err);
    assert_eq!(them.env.read("shop/AUDIT.md"), "# v1.11.0\n");
    them.run(&["generate", "--check"]).succeeds();
}

#[test]
fn a_commit_is_taken_by_its_id() {
    let them = Elsewhere::with("v1.0.0");
    let head =
        them.env.tool("git").args(["-C", them.place("origin.git").as_str(), "rev-parse", "HEAD"]).output().unwrap();
    let head = String::from_utf8(head.stdout).unwrap();
    them.their("origin", "audit/files/AUDIT.md.hbs", "# Later\n");
    them.publish("v1.1.0");
    them.spec(head.trim());
    them.shop();
    assert_eq!(them.env.read("shop/AUDIT.md"), "# Audit of Shop\n");
}

#[test]
fn a_range_that_nothing_fits_tells_what_there_is() {
    let them = Elsewhere::with("^7");
    let ran = them.new_shop(&["--trust", &them.url()]).ends_with(1);
    insta::assert_snapshot!(Elsewhere::shown(&ran), @r"
    looking for ^7 of file://[TMP]/origin.git
    error: `file://[TMP]/origin.git` has no version that is `^7`
      `acme` in fountane.yaml wants ^7
      there are v1.0.0
    ");
}

/// `acme` and `other` both have a blueprint that needs `base`.
fn both_need(acme: &str, other: &str) -> Elsewhere {
    let them = Elsewhere::new();
    for name in ["base", "other"] {
        them.make(name);
    }
    them.their("base", "page/template.yaml", &MANIFEST.replace("audit", "page"));
    for tag in ["v1.0.0", "v1.1.0", "v2.0.0"] {
        them.their("base", "page/files/PAGE.md", &format!("# {tag}\n"));
        them.publish_of("base", tag);
    }
    let blueprint = |at: &str| {
        let sources = format!("sources: {{ base: {{ git: \"{}\", at: \"{at}\" }} }}\n", them.url_of("base"));
        BLUEPRINT.replace("./audit", "base/page") + &sources
    };
    them.their("origin", "blueprints/audit.yaml", &blueprint(acme));
    them.their("other", "blueprints/more.yaml", &blueprint(other).replace("name: audit", "name: more"));
    them.publish("v1.0.0");
    them.publish_of("other", "v1.0.0");
    let source = |name: &str, of: &str| format!("  {name}: {{ git: \"{}\", at: ^1 }}\n", them.url_of(of));
    let sources = format!("sources:\n{}{}", source("acme", "origin"), source("other", "other"));
    them.spec_of(&sources, "[tiny@^1, acme/audit, other/more]");
    them
}

#[test]
fn blueprints_that_need_one_source_get_the_version_that_all_can_use() {
    let them = both_need("^1", ">=1, <1.1");
    let urls = ["origin", "other", "base"].map(|name| them.url_of(name));
    them.new_shop(&["--trust", &urls[0], "--trust", &urls[1], "--trust", &urls[2]]).succeeds();
    assert_eq!(them.env.read("shop/PAGE.md"), "# v1.0.0\n");
    them.run(&["generate", "--check"]).succeeds();
    let lock: serde_json::Value = serde_json::from_str(&them.env.read("shop/fountane.lock")).unwrap();
    assert_eq!(lock["sources"][urls[2].as_str()]["tag"], "v1.0.0");
    assert_eq!(lock["files"]["PAGE.md"]["template"], "acme.base/page");
}

#[test]
fn blueprints_that_need_what_does_not_go_together_are_told_who_wants_what() {
    let them = both_need("^1", "^2");
    let urls = ["origin", "other", "base"].map(|name| them.url_of(name));
    let before = them.env.tree();
    let ran = them.new_shop(&["--trust", &urls[0], "--trust", &urls[1], "--trust", &urls[2]]).ends_with(1);
    let (_, error) = ran.err.split_once("error: ").unwrap();
    insta::assert_snapshot!(error, @r"
    no version of `file://[TMP]/base.git` is what all want
      the blueprint `acme/audit` wants ^1
      the blueprint `other/more` wants ^2
      there are v2.0.0, v1.1.0, v1.0.0
    ");
    assert_eq!(them.env.tree(), before);
}

#[test]
fn two_templates_that_write_one_file_are_told_with_those_who_bring_them() {
    let them = Elsewhere::with("^1");
    them.their("origin", "audit/files/README.md", "# Another\n");
    them.publish("v1.0.1");
    let ran = them.new_shop(&["--trust", &them.url()]).ends_with(1);
    let (_, error) = ran.err.split_once("error: ").unwrap();
    insta::assert_snapshot!(error, @r"
    `README.md` is made by `base` (of `tiny`) and `acme/audit` (of `acme/audit`): two templates write it, and files of its kind cannot be merged
    hint: a blueprint that means to replace a template says so: `instead-of: NAME` where it lists its own
    hint: or leave one of the blueprints out of `blueprint` in fountane.yaml
    ");
}

#[test]
fn a_template_takes_the_place_of_another_only_where_that_is_said() {
    let them = Elsewhere::new();
    // The same name as one of fountane's own means nothing.
    them.their("origin", "base/template.yaml", &MANIFEST.replace("audit", "base").replace("1.0.0", "1.5.0"));
    them.their("origin", "base/files/ONLY.md", "# Only this\n");
    them.publish("v1.0.0");
    them.spec("^1");
    them.shop();
    assert!(them.env.work().join("shop/README.md").is_file());

    them.their(
        "origin",
        "blueprints/audit.yaml",
        &BLUEPRINT.replace("{ name: ./audit,", "{ name: ./base, instead-of: base,"),
    );
    them.publish("v1.1.0");
    let ran = them.run(&["upgrade", "--trust", &them.url()]).succeeds();
    assert!(ran.err.contains("`acme/base` takes the place of `base`"), "{}", ran.err);
    assert!(them.env.work().join("shop/ONLY.md").is_file());
    assert!(!them.env.work().join("shop/README.md").is_file());
}

#[test]
fn a_folder_is_pinned_too() {
    let them = Elsewhere::new();
    fs_err::rename(them.place("origin"), them.env.work().join("theirs")).unwrap();
    them.spec_of("sources:\n  acme: { folder: ../theirs }\n", "[tiny@^1, acme/audit@^1]");
    them.new_shop(&[]).ends_with(2);
    them.new_shop(&["--trust", "../theirs"]).succeeds();
    assert_eq!(them.env.read("shop/AUDIT.md"), "# Audit of Shop\n");
    them.run(&["generate", "--check"]).succeeds();
    them.env.write("theirs/audit/files/AUDIT.md.hbs", "# Changed\n");
    let ran = them.run(&["generate"]).ends_with(1);
    assert!(ran.err.contains("the folder `../theirs` is not what `fountane.lock` has of it"), "{}", ran.err);
    them.run(&["upgrade", "--trust", "../theirs"]).succeeds();
    assert_eq!(them.env.read("shop/AUDIT.md"), "# Changed\n");
}

#[test]
fn the_interview_asks_what_every_blueprint_asks() {
    let them = Elsewhere::new();
    let question = "\
questions:
  - { path: project.title, section: Project, ask: Another title, kind: text, default: Never asked }
  - { path: project.description, section: Project, ask: What is kept, kind: text, default: Who did what }
";
    them.their("origin", "blueprints/audit.yaml", &(BLUEPRINT.to_owned() + question));
    them.publish("v1.0.0");
    let answers = "project: { name: shop }\nblueprint: [tiny, acme/audit]\nentities: [\"Toy name:string!\"]\n";
    them.env.write("answers.yaml", answers);
    let (git, at) = (format!("sources.acme.git={}", them.url()), "sources.acme.at=^1");
    let args = ["new", "--answers", "answers.yaml", "--set", &git, "--set", at, "--yes", "--no-install"];
    them.env.run(&args).ends_with(2);
    them.env.run(&[&args[..], &["--trust", &them.url()]].concat()).succeeds();
    let spec = them.env.read("shop/fountane.yaml");
    for part in ["blueprint: [tiny@^1, acme/audit@^1]", "description: Who did what", "title: Shop", "acme: {"] {
        assert!(spec.contains(part), "{part}: {spec}");
    }
    assert_eq!(them.env.read("shop/AUDIT.md"), "# Audit of Shop\n");
    them.run(&["generate", "--check"]).succeeds();
}

#[test]
fn without_git_it_says_what_is_missing() {
    let them = Elsewhere::with("^1");
    let mut command = them.env.command(&["new", "--from", "shop.yaml", "--no-install", "--trust", &them.url()]);
    let ran = them.env.ran(&command.env("PATH", "/nowhere").output().unwrap()).ends_with(1);
    assert!(ran.err.contains("there is no `git` on the PATH"), "{}", ran.err);
    assert!(!them.env.work().join("shop").exists());
}

#[test]
fn a_workspace_with_a_source_can_be_renamed_in() {
    let elsewhere = Elsewhere::with("^1");
    elsewhere.shop();
    elsewhere.run(&["rename", "entity", "Toy", "Game"]).succeeds();
    assert!(elsewhere.env.read("shop/docs/games/entity.md").starts_with("# Game"));
    elsewhere.run(&["generate", "--check"]).succeeds();
}
