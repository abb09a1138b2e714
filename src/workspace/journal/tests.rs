//! What a journal does when all goes well, when it is killed, and when somebody is in its way.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt as _;

use camino::Utf8PathBuf;

use super::*;
use crate::fs::write_atomic;
use crate::render::{Ownership, RenderedFile};
use crate::workspace::Lock;
use crate::workspace::file_plan::Wishes;

type Tree = BTreeMap<String, String>;

struct Place {
    _guard: tempfile::TempDir,
    root: Utf8PathBuf,
}

fn place() -> Place {
    let guard = tempfile::tempdir().unwrap();
    let root = Utf8PathBuf::from_path_buf(guard.path().to_owned()).unwrap();
    Place { _guard: guard, root }
}

impl Place {
    fn plan(&self, files: &[(&str, &str)]) -> FilePlan {
        let rendered = files.iter().map(|(path, content)| RenderedFile {
            path: WorkspacePath::new(*path).unwrap(),
            bytes: (*content).into(),
            ownership: Ownership::Generated,
            template: "web@1.0.0".into(),
            executable: false,
            grown_from: None,
        });
        let lock = Lock::new("saas@1.0.0".into(), [].into(), "ab".into());
        let old = Lock::read(&self.root).unwrap();
        let no_base = |_: &BlobId| Ok(None);
        FilePlan::decide(&self.root, rendered.collect(), old.as_ref(), lock, &no_base, &Wishes::NONE).unwrap()
    }

    fn tree(&self) -> Tree {
        fn walk(root: &Utf8Path, folder: &Utf8Path, tree: &mut Tree) {
            for entry in folder.read_dir_utf8().unwrap() {
                let entry = entry.unwrap();
                if entry.file_type().unwrap().is_dir() {
                    walk(root, entry.path(), tree);
                } else {
                    let name = entry.path().strip_prefix(root).unwrap().to_string();
                    tree.insert(name, fs_err::read_to_string(entry.path()).unwrap());
                }
            }
        }
        let mut tree = Tree::new();
        walk(&self.root, &self.root, &mut tree);
        tree
    }
}

#[test]
fn files_come_change_and_go_with_their_folders() {
    let place = place();
    apply(&place.root, &place.plan(&[("a.ts", "1"), ("deep/down/b.ts", "2")]), &[]).unwrap();
    apply(&place.root, &place.plan(&[("a.ts", "3")]), &[]).unwrap();
    let tree = place.tree();
    assert_eq!(tree.keys().collect::<Vec<_>>(), ["a.ts", LOCK_FILE]);
    assert_eq!(tree["a.ts"], "3");
    assert!(!place.root.join("deep").exists());
}

#[test]
fn a_second_time_writes_nothing() {
    let place = place();
    apply(&place.root, &place.plan(&[("a.ts", "1")]), &[]).unwrap();
    let before = fs_err::metadata(place.root.join(LOCK_FILE)).unwrap().modified().unwrap();
    apply(&place.root, &place.plan(&[("a.ts", "1")]), &[]).unwrap();
    assert_eq!(fs_err::metadata(place.root.join(LOCK_FILE)).unwrap().modified().unwrap(), before);
}

/// Stages two updates and a removal, performs the first `done` steps, and is killed.
fn killed_after(place: &Place, done: usize, with_journal: bool) -> (Tree, Tree) {
    apply(&place.root, &place.plan(&[("a.ts", "1"), ("b.ts", "1"), ("c/c.ts", "1")]), &[]).unwrap();
    let before = place.tree();
    let plan = place.plan(&[("a.ts", "2"), ("b.ts", "2"), ("d/d.ts", "2")]);
    let mut staging = Staging::begin(&place.root).unwrap();
    for change in plan.writes() {
        staging.add(&change.path, change.before.as_deref(), change.after.as_ref()).unwrap();
    }
    if with_journal {
        let journal = serde_json::json!({ "steps": staging.steps });
        write_atomic(&staging.folder.join(JOURNAL), journal.to_string().as_bytes(), 0o644).unwrap();
    }
    for (number, step) in staging.steps.iter().enumerate().take(done) {
        staging.perform_step(number, step).unwrap();
    }
    let mut after = before.clone();
    after.extend([("a.ts", "2"), ("b.ts", "2"), ("d/d.ts", "2")].map(|(path, text)| (path.into(), text.into())));
    after.remove("c/c.ts");
    (before, after)
}

#[test]
fn killed_before_the_journal_everything_is_as_it_was() {
    let place = place();
    let (before, _) = killed_after(&place, 0, false);
    assert_eq!(finish(&place.root).unwrap(), Leftover::Dropped);
    assert_eq!(place.tree(), before);
    assert_eq!(finish(&place.root).unwrap(), Leftover::Nothing);
}

#[test]
fn killed_after_any_step_the_next_run_finishes() {
    for done in 0..=4 {
        let place = place();
        let (_, after) = killed_after(&place, done, true);
        assert_eq!(finish(&place.root).unwrap(), Leftover::Finished);
        assert_eq!(place.tree(), after, "after {done} steps");
    }
}

#[test]
fn what_was_tampered_with_after_the_kill_is_not_used() {
    let place = place();
    killed_after(&place, 1, true);
    let before = place.tree();
    fs_err::write(place.root.join(".fountane/apply/new-1"), "half").unwrap();
    assert!(matches!(finish(&place.root), Err(WorkspaceError::Journal { .. })));
    let mut after = place.tree();
    after.insert(".fountane/apply/new-1".to_owned(), before[".fountane/apply/new-1"].clone());
    assert_eq!(after, before);
}

#[test]
fn a_link_in_the_place_of_our_folder_is_refused_and_not_followed() {
    let (workspace, elsewhere) = (place(), place());
    fs_err::create_dir(elsewhere.root.join("apply")).unwrap();
    fs_err::write(elsewhere.root.join("apply/keep.txt"), "mine").unwrap();
    std::os::unix::fs::symlink(&elsewhere.root, workspace.root.join(".fountane")).unwrap();
    assert!(matches!(finish(&workspace.root), Err(WorkspaceError::NotOurs { .. })));
    assert!(apply(&workspace.root, &workspace.plan(&[("a.ts", "1")]), &[]).is_err());
    assert_eq!(elsewhere.tree()["apply/keep.txt"], "mine");
    assert!(!workspace.root.join("a.ts").exists());
}

#[test]
fn a_file_keeps_the_permissions_that_it_has() {
    let place = place();
    apply(&place.root, &place.plan(&[("a.ts", "1")]), &[]).unwrap();
    let mode = |mode| std::fs::Permissions::from_mode(mode);
    fs_err::set_permissions(place.root.join("a.ts"), mode(0o600)).unwrap();
    apply(&place.root, &place.plan(&[("a.ts", "2")]), &[]).unwrap();
    let now = fs_err::metadata(place.root.join("a.ts")).unwrap().permissions().mode() & 0o777;
    assert_eq!(now, 0o600);
}

#[test]
fn what_a_person_wrote_after_the_kill_stays() {
    let place = place();
    killed_after(&place, 1, true);
    fs_err::write(place.root.join("b.ts"), "mine").unwrap();
    finish(&place.root).unwrap();
    assert_eq!(place.tree()["b.ts"], "mine");
    assert_eq!(place.tree()["d/d.ts"], "2");
}

#[test]
fn a_step_that_fails_puts_everything_back() {
    let place = place();
    apply(&place.root, &place.plan(&[("a.ts", "1"), ("b.ts", "1")]), &[]).unwrap();
    let before = place.tree();
    let plan = place.plan(&[("a.ts", "2"), ("n/new.ts", "2"), ("z/z.ts", "2")]);
    // A file where the last one's folder should be: it appeared after the plan was made.
    fs_err::write(place.root.join("z"), "mine").unwrap();
    assert!(apply(&place.root, &plan, &[]).is_err());
    fs_err::remove_file(place.root.join("z")).unwrap();
    assert_eq!(place.tree(), before);
    assert!(!place.root.join("n").exists());
}

#[test]
fn a_file_that_was_saved_meanwhile_keeps_everything_as_it_was() {
    let place = place();
    apply(&place.root, &place.plan(&[("a.ts", "1"), ("b.ts", "1")]), &[]).unwrap();
    let plan = place.plan(&[("a.ts", "2"), ("b.ts", "2"), ("c.ts", "2")]);
    fs_err::write(place.root.join("b.ts"), "mine").unwrap();
    let before = place.tree();
    let refused = apply(&place.root, &plan, &[]).unwrap_err();
    assert!(matches!(refused, WorkspaceError::Changed { path } if path.as_str() == "b.ts"));
    assert_eq!(place.tree(), before);
}

#[test]
fn the_lock_tells_of_a_file_that_stayed_a_persons_what_it_told_before() {
    let place = place();
    apply(&place.root, &place.plan(&[("a.ts", "1"), ("b.ts", "1")]), &[]).unwrap();
    let plan = place.plan(&[("a.ts", "2"), ("b.ts", "2")]);
    let mut staging = Staging::begin(&place.root).unwrap();
    for change in plan.writes() {
        staging.add(&change.path, change.before.as_deref(), change.after.as_ref()).unwrap();
    }
    let old = fs_err::read(place.root.join(LOCK_FILE)).unwrap();
    let new = NewFile { bytes: plan.lock.to_text().into_bytes(), executable: false };
    staging.add(&WorkspacePath::new(LOCK_FILE).unwrap(), Some(&old), Some(&new)).unwrap();
    let journal = serde_json::json!({ "steps": staging.steps });
    fs_err::write(staging.folder.join(JOURNAL), journal.to_string()).unwrap();
    fs_err::write(place.root.join("b.ts"), "mine").unwrap();

    finish(&place.root).unwrap();
    let lock = Lock::read(&place.root).unwrap().unwrap();
    let of = |path: &str| lock.files[&WorkspacePath::new(path).unwrap()].blob.clone();
    assert_eq!((of("a.ts"), of("b.ts")), (BlobId::of(b"2"), BlobId::of(b"1")));
    assert_eq!((place.tree()["a.ts"].as_str(), place.tree()["b.ts"].as_str()), ("2", "mine"));
}

#[test]
fn what_was_brought_back_after_the_kill_stays() {
    let place = place();
    killed_after(&place, 1, true);
    fs_err::write(place.root.join("a.ts"), "1").unwrap();
    assert_eq!(finish(&place.root).unwrap(), Leftover::Finished);
    assert_eq!((place.tree()["a.ts"].as_str(), place.tree()["b.ts"].as_str()), ("1", "2"));
}

#[test]
fn a_journal_that_cannot_be_finished_stays_until_it_can() {
    let place = place();
    let (_, after) = killed_after(&place, 1, true);
    fs_err::write(place.root.join("d"), "in the way").unwrap();
    assert!(finish(&place.root).is_err());
    assert!(is_pending(&place.root).unwrap());
    fs_err::remove_file(place.root.join("d")).unwrap();
    assert_eq!(finish(&place.root).unwrap(), Leftover::Finished);
    assert_eq!(place.tree(), after);
}

#[test]
fn nothing_is_written_through_a_link_nor_into_git() {
    let place = place();
    fs_err::create_dir_all(place.root.join(".git/hooks")).unwrap();
    fs_err::create_dir_all(place.root.join("folder")).unwrap();
    std::os::unix::fs::symlink(".git/hooks", place.root.join("x")).unwrap();
    std::os::unix::fs::symlink("folder", place.root.join("y")).unwrap();
    fs_err::create_dir_all(place.root.join(".fountane/apply")).unwrap();
    for path in ["x/pre-commit", "y/a.ts"] {
        fs_err::create_dir_all(place.root.join(".fountane/apply")).unwrap();
        fs_err::write(place.root.join(".fountane/apply/new-0"), "run").unwrap();
        let steps = serde_json::json!({ "steps": [{ "path": path, "before": null, "after": BlobId::of(b"run") }] });
        fs_err::write(place.root.join(".fountane/apply/journal.json"), steps.to_string()).unwrap();
        assert!(matches!(finish(&place.root), Err(WorkspaceError::Journal { .. })), "{path}");
    }
    assert_eq!(place.root.join(".git/hooks").read_dir_utf8().unwrap().count(), 0);
    assert_eq!(place.root.join("folder").read_dir_utf8().unwrap().count(), 0);
}

#[test]
fn a_program_becomes_one_though_its_text_stays() {
    let place = place();
    apply(&place.root, &place.plan(&[("a.sh", "1")]), &[]).unwrap();
    let path = WorkspacePath::new("a.sh").unwrap();
    let after = |executable| Some(NewFile { bytes: b"1".to_vec(), executable });
    let bits = || fs_err::metadata(place.root.join("a.sh")).unwrap().permissions().mode() & 0o111;
    for executable in [true, false] {
        let extra = Extra { path: path.clone(), before: Some(b"1".to_vec()), after: after(executable) };
        write(&place.root, &[extra]).unwrap();
        assert_eq!(bits() != 0, executable);
    }
}
