//! Repositories of others that try to get out of the cache, to read or write what is not theirs, to run something, or to use up
//! the machine: each is refused, and nothing is written.

use camino::Utf8PathBuf;
use git2::{ObjectType, Oid, Repository};

use crate::cli_sources::Elsewhere;

impl Elsewhere {
    fn repository(&self) -> Repository {
        Repository::open_bare(self.place("origin.git")).unwrap()
    }

    /// The same files as before and one more entry, written as no git would, as `v1.0.1`.
    fn publish_raw(&self, mode: &str, name: &str, entry: Oid) {
        let repository = self.repository();
        let before = repository.head().unwrap().peel_to_commit().unwrap();
        let odb = repository.odb().unwrap();
        let mut tree = odb.read(before.tree_id()).unwrap().data().to_vec();
        tree.extend(format!("{mode} {name}\0").into_bytes());
        tree.extend(entry.as_bytes());
        let tree = repository.find_tree(odb.write(ObjectType::Tree, &tree).unwrap()).unwrap();
        let who = before.author().to_owned();
        let commit = repository.commit(None, &who, &who, "hostile", &tree, &[&before]).unwrap();
        repository.reference("refs/tags/v1.0.1", commit, true, "hostile").unwrap();
    }

    fn blob(&self, content: &[u8]) -> Oid {
        self.repository().blob(content).unwrap()
    }

    fn tree_of(&self, mode: &str, name: &str, entry: Oid) -> Oid {
        let mut tree = format!("{mode} {name}\0").into_bytes();
        tree.extend(entry.as_bytes());
        self.repository().odb().unwrap().write(ObjectType::Tree, &tree).unwrap()
    }

    /// Everything around the person, but for the cache and the other one's repository.
    fn around(&self) -> Vec<Utf8PathBuf> {
        let mut found = Vec::new();
        let mut folders = vec![self.place("")];
        while let Some(folder) = folders.pop() {
            for entry in folder.read_dir_utf8().unwrap() {
                let entry = entry.unwrap();
                let path = entry.path().to_owned();
                if path == self.place("origin.git") || path == self.env.home().join(".cache") {
                    continue;
                }
                if entry.file_type().unwrap().is_dir() {
                    folders.push(path.clone());
                }
                found.push(path);
            }
        }
        found.sort();
        found
    }

    /// It is refused for this reason though the person trusts the address, and everything is as it was.
    #[track_caller]
    fn is_refused(&self, reason: &str) {
        self.env.write("outside/secret.txt", "secret\n");
        let before = (self.around(), self.env.tree());
        let ran = self.new_shop(&["--trust", &self.url()]).ends_with(1);
        assert!(ran.err.contains(reason), "not for `{reason}`: {}", ran.err);
        assert!(!ran.err.contains("panicked") && !ran.err.contains("secret"), "{}", ran.err);
        assert!(!ran.err.contains('\u{1b}'), "{}", ran.err);
        assert_eq!((self.around(), self.env.tree()), before);
    }
}

#[test]
fn links_and_submodules_in_a_tree_are_refused() {
    let them = Elsewhere::with("^1");
    them.publish_raw("120000", "zz-stolen.txt", them.blob(b"../../../work/outside/secret.txt"));
    them.is_refused("`zz-stolen.txt` is a link or a device");

    let them = Elsewhere::with("^1");
    let commit = them.repository().head().unwrap().target().unwrap();
    them.publish_raw("160000", "zz-module", commit);
    them.is_refused("`zz-module` is a submodule");
}

#[test]
fn names_in_a_tree_that_lead_elsewhere_are_refused() {
    for (mode, name, reason) in [
        ("40000", "..", "a dot or two"),
        ("40000", ".", "a dot or two"),
        ("40000", ".git", "it leads into `.git`"),
        ("40000", ".GIT", "it leads into `.git`"),
        ("100644", "a/../../../was-here", "a dot or two"),
        ("100644", "a/b", "a slash"),
        ("100644", "a\\..\\b", "a backslash"),
        ("100644", "NUL", "a device on Windows"),
        ("100644", "\u{1b}[2Jcleared", "not every file system takes"),
    ] {
        let them = Elsewhere::with("^1");
        let blob = them.blob(b"was here\n");
        let entry = if mode == "40000" { them.tree_of("100644", "was-here", blob) } else { blob };
        them.publish_raw(mode, name, entry);
        them.is_refused(reason);
    }
}

#[test]
fn what_is_larger_than_any_template_is_refused() {
    let them = Elsewhere::with("^1");
    them.publish_raw("100644", "zz-large.bin", them.blob(&vec![0; 65 * 1024 * 1024]));
    them.is_refused("more than 10,000 files or 64 MB");
}

#[test]
fn folders_that_hold_folders_without_end_are_refused() {
    let them = Elsewhere::with("^1");
    // A few objects that are a hundred million folders, and not one file.
    let odb_tree = |entries: Vec<u8>| them.repository().odb().unwrap().write(ObjectType::Tree, &entries).unwrap();
    let mut tree = odb_tree(Vec::new());
    for _ in 0..8 {
        let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
        tree = odb_tree(
            names.iter().flat_map(|name| [format!("40000 {name}\0").as_bytes(), tree.as_bytes()].concat()).collect(),
        );
    }
    them.publish_raw("40000", "zz-deep", tree);
    them.is_refused("more than 10,000 files or 64 MB");
}

#[test]
fn addresses_that_would_run_something_are_refused_before_git_is_asked() {
    let them = Elsewhere::with("^1");
    let ran = them.env.work().join("ran");
    for url in [
        format!("ext::sh -c 'touch% {ran}'"),
        format!("ext::touch/{ran}"),
        format!("--upload-pack=touch${{IFS}}{ran}"),
        format!("ssh://-oProxyCommand=touch${{IFS}}{ran}/x"),
    ] {
        them.spec_of(&format!("sources:\n  acme: {{ git: \"{url}\", at: ^1 }}\n"), "[tiny@^1, acme/audit@^1]");
        let refused = them.new_shop(&[&format!("--trust={url}")]).ends_with(1);
        assert!(refused.err.contains("shop.yaml"), "{}", refused.err);
        assert!(!ran.exists());
    }
    for at in [format!("--upload-pack=touch {ran}"), "-x".to_owned(), "v1:refs/heads/x".to_owned(), "../v1".to_owned()]
    {
        them.spec(&at);
        let refused = them.new_shop(&["--trust", &them.url()]).ends_with(1);
        assert!(refused.err.contains("shop.yaml"), "{}", refused.err);
        assert!(!ran.exists());
    }
    assert!(!them.env.home().join(".cache").exists());
}

#[test]
fn no_hook_of_anybodys_is_run_by_fetching() {
    use std::os::unix::fs::PermissionsExt as _;
    let them = Elsewhere::with("^1");
    let ran = them.env.work().join("ran");
    for folder in ["hooks", "template/hooks"] {
        for hook in ["reference-transaction", "post-checkout", "post-merge", "pre-auto-gc"] {
            let path = them.env.home().join(folder).join(hook);
            fs_err::create_dir_all(path.parent().unwrap()).unwrap();
            fs_err::write(&path, format!("#!/bin/sh\ntouch {ran}\n")).unwrap();
            fs_err::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        }
    }
    let config = them.env.home().join(".gitconfig");
    let text = fs_err::read_to_string(&config).unwrap();
    let hooks = format!("[core]\n\thooksPath = {0}/hooks\n[init]\n\ttemplateDir = {0}/template\n", them.env.home());
    fs_err::write(&config, text + &hooks).unwrap();
    let ran_new = them.new_shop(&["--no-git", "--trust", &them.url()]);
    ran_new.succeeds();
    assert!(!ran.exists());
}

#[test]
fn a_repository_that_the_environment_names_is_not_touched() {
    let them = Elsewhere::with("^1");
    let other = them.place("other.git");
    them.make("other");
    let mut command =
        them.env.command(&["new", "--from", "shop.yaml", "--no-install", "--no-git", "--trust", &them.url()]);
    let before = fs_err::read_dir(other.join("objects")).unwrap().count();
    them.env
        .ran(&command.env("GIT_DIR", &other).env("GIT_OBJECT_DIRECTORY", other.join("objects")).output().unwrap())
        .succeeds();
    assert_eq!(fs_err::read_dir(other.join("objects")).unwrap().count(), before);
}

#[test]
fn a_blueprint_from_elsewhere_names_no_folder_of_this_machine() {
    let them = Elsewhere::with("^1");
    let blueprint = fs_err::read_to_string(them.place("origin/blueprints/audit.yaml")).unwrap();
    them.their("origin", "blueprints/audit.yaml", &(blueprint + "sources: { mine: { folder: ../outside } }\n"));
    them.publish("v1.0.1");
    them.is_refused_once_trusted("it names a place on this machine");
}

#[test]
fn templates_are_those_of_their_own_source() {
    let them = Elsewhere::with("^1");
    let blueprint = fs_err::read_to_string(them.place("origin/blueprints/audit.yaml")).unwrap();
    for (name, reason) in [
        ("./../audit", "there is no template"),
        ("other/audit", "names no such source"),
        ("./a/b", "there is no template"),
    ] {
        them.their("origin", "blueprints/audit.yaml", &blueprint.replace("./audit", name));
        them.publish("v1.0.1");
        them.is_refused_once_trusted(reason);
    }
}

impl Elsewhere {
    /// What it brings can be looked at and trusted; what it says is refused.
    #[track_caller]
    fn is_refused_once_trusted(&self, reason: &str) {
        let before = self.env.tree();
        let ran = self.new_shop(&["--trust", &self.url()]);
        assert!([Some(1), Some(2)].contains(&ran.code), "{:?}: {}", ran.code, ran.err);
        assert!(ran.err.contains(reason), "not for `{reason}`: {}", ran.err);
        assert_eq!(self.env.tree(), before);
    }
}

#[test]
fn a_workspace_that_is_shaped_like_a_repository_configures_nothing() {
    let elsewhere = Elsewhere::with("^1");
    elsewhere.new_shop(&["--no-git", "--trust", &elsewhere.url()]).succeeds();
    let env = &elsewhere.env;
    env.write("shop/HEAD", "ref: refs/heads/main\n");
    for folder in ["objects", "refs"] {
        env.write(&format!("shop/{folder}/.keep"), "");
    }
    let stolen = format!("[url \"{}\"]\n\tinsteadOf = {}\n", elsewhere.place("nowhere.git"), elsewhere.url());
    env.write("shop/config", &stolen);
    elsewhere.publish("v1.1.0");
    let ran = env.tool(env!("CARGO_BIN_EXE_fountane"));
    let ran =
        { ran }.args(["upgrade", "--trust", &elsewhere.url()]).current_dir(env.work().join("shop")).output().unwrap();
    env.ran(&ran).succeeds();
    assert!(env.read("shop/fountane.lock").contains("v1.1.0"));
}

#[test]
fn what_a_lock_says_of_a_source_is_of_its_kind() {
    let elsewhere = Elsewhere::with("^1");
    elsewhere.new_shop(&["--trust", &elsewhere.url()]).succeeds();
    let lock = elsewhere.env.read("shop/fountane.lock");
    for hostile in ["\\u001b[2Kv1.0.0", "--upload-pack=touch x", "v1.0.0..v2"] {
        elsewhere.env.write("shop/fountane.lock", &lock.replace("\"v1.0.0\"", &format!("\"{hostile}\"")));
        let ran = elsewhere.env.run(&["generate", "--check", "--dir", "shop"]);
        assert!(ran.err.contains("is not what fountane writes"), "{hostile}: {}", ran.err);
    }
}
