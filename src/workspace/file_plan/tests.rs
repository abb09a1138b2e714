use std::os::unix::fs::PermissionsExt as _;

use camino::Utf8PathBuf;

use super::*;
use crate::render::{Ownership, RenderedFile};
use crate::workspace::LockedFile;

/// Ten lines, so that edits have room beside each other.
const OLD: &str = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";
const NEW: &str = "1\n2\n3\n4\n5\n6\n7\n8\nnine\n10\n";
/// A person's edit far from, and at, what changes.
const FAR: &str = "1\nmine\n3\n4\n5\n6\n7\n8\n9\n10\n";
const NEAR: &str = "1\n2\n3\n4\n5\n6\n7\n8\nmine\n10\n";

struct Place {
    _guard: tempfile::TempDir,
    root: Utf8PathBuf,
}

fn place() -> Place {
    let guard = tempfile::tempdir().unwrap();
    let root = Utf8PathBuf::from_path_buf(guard.path().to_owned()).unwrap();
    Place { _guard: guard, root }
}

fn path(path: &str) -> WorkspacePath {
    WorkspacePath::new(path).unwrap()
}

fn file(name: &str, content: &str, ownership: Ownership) -> RenderedFile {
    let template = "web@1.0.0".into();
    RenderedFile { path: path(name), bytes: content.into(), ownership, template, executable: false, grown_from: None }
}

fn empty_lock() -> Lock {
    Lock::new("saas@1.0.0".into(), [].into(), "ab".into())
}

fn locked(content: &str, ownership: Ownership) -> LockedFile {
    let blob = BlobId::of(content.as_bytes());
    LockedFile { blob, ownership, template: "web".into(), executable: false, ejected: false, at: None }
}

fn lock_of(files: &[(&str, &str)]) -> Lock {
    let mut lock = empty_lock();
    for (name, content) in files {
        lock.files.insert(path(name), locked(content, Ownership::Generated));
    }
    lock
}

/// Knows what was written, as a repository would.
#[expect(clippy::unnecessary_wraps, reason = "the plan asks for a result")]
fn knows_old(blob: &BlobId) -> Result<Option<Vec<u8>>, WorkspaceError> {
    Ok([OLD, NEW].iter().find(|text| BlobId::of(text.as_bytes()) == *blob).map(|text| text.as_bytes().to_vec()))
}

fn wishes(relocated: &BTreeSet<WorkspacePath>) -> Wishes<'_> {
    Wishes { relocated, ..Wishes::NONE }
}

impl Place {
    fn write(&self, name: &str, content: &str) {
        let place = self.root.join(name);
        fs_err::create_dir_all(place.parent().unwrap()).unwrap();
        fs_err::write(place, content).unwrap();
    }

    fn decide(&self, rendered: &[(&str, &str)], old: &Lock) -> FilePlan {
        let rendered = rendered.iter().map(|(name, text)| file(name, text, Ownership::Generated)).collect();
        FilePlan::decide(&self.root, rendered, Some(old), empty_lock(), &knows_old, &wishes(&BTreeSet::new())).unwrap()
    }

    /// What would be done to `a.ts`, rendered as `NEW`, where the disk and the lock hold these.
    fn change(&self, disk: Option<&str>, in_lock: Option<&str>, ownership: Ownership) -> Change {
        if let Some(disk) = disk {
            self.write("a.ts", disk);
        } else {
            let _ = fs_err::remove_file(self.root.join("a.ts"));
        }
        let mut old = empty_lock();
        if let Some(content) = in_lock {
            old.files.insert(path("a.ts"), locked(content, ownership));
        }
        let rendered = vec![file("a.ts", NEW, ownership)];
        let none = BTreeSet::new();
        let plan =
            FilePlan::decide(&self.root, rendered, Some(&old), empty_lock(), &knows_old, &wishes(&none)).unwrap();
        plan.changes.into_iter().next().unwrap()
    }
}

#[test]
fn a_generated_file_is_written_only_where_nothing_is_lost() {
    let place = place();
    let check = |disk, lock, expect| {
        let change = place.change(disk, lock, Ownership::Generated);
        assert_eq!(change.action, expect, "disk {disk:?}, lock {lock:?}");
    };
    check(None, None, Action::Create);
    check(None, Some(OLD), Action::Deleted);
    check(None, Some(NEW), Action::Deleted);
    check(Some(NEW), None, Action::Skip);
    check(Some(NEW), Some(OLD), Action::Skip);
    check(Some(OLD), Some(OLD), Action::Update);
    check(Some(FAR), Some(OLD), Action::Merge);
    check(Some(FAR), Some(NEW), Action::Skip);
    check(Some(NEAR), Some(OLD), Action::Conflict(Conflict::Overlap));
    check(Some("mine"), Some("gone"), Action::Conflict(Conflict::NoBase));
    check(Some("a\0b"), Some(OLD), Action::Conflict(Conflict::Binary));
    check(Some("mine"), None, Action::Conflict(Conflict::InTheWay));
}

#[test]
fn what_is_merged_has_both_changes() {
    let change = place().change(Some(FAR), Some(OLD), Ownership::Generated);
    assert_eq!(change.after.unwrap().bytes, b"1\nmine\n3\n4\n5\n6\n7\n8\nnine\n10\n");
    assert_eq!(change.theirs.unwrap(), NEW.as_bytes());
}

#[test]
fn a_seeded_file_is_written_once_even_if_it_was_deleted() {
    let place = place();
    let check = |disk, lock, expect| {
        assert_eq!(place.change(disk, lock, Ownership::Seeded).action, expect, "disk {disk:?}, lock {lock:?}");
    };
    check(None, None, Action::Create);
    check(None, Some(OLD), Action::Skip);
    check(Some("mine"), Some(OLD), Action::Skip);
    check(Some("mine"), None, Action::Skip);
}

#[test]
fn a_deleted_file_comes_back_only_where_it_is_wished() {
    let place = place();
    let old = lock_of(&[("a/b.ts", OLD), ("c.ts", OLD)]);
    let rendered = vec![file("a/b.ts", NEW, Ownership::Generated), file("c.ts", NEW, Ownership::Generated)];
    let restored = |path: &WorkspacePath| path.as_str().starts_with("a/");
    let wishes = Wishes { restored: &restored, ..Wishes::NONE };
    let plan = FilePlan::decide(&place.root, rendered, Some(&old), empty_lock(), &knows_old, &wishes).unwrap();
    assert_eq!([plan.changes[0].action, plan.changes[1].action], [Action::Create, Action::Deleted]);
}

#[test]
fn what_is_no_longer_made_goes_only_if_untouched() {
    let place = place();
    let mut old = lock_of(&[("edited.ts", OLD), ("same.ts", OLD), ("windows.ts", OLD), ("moved.ts", OLD)]);
    old.files.insert(path("seeded.ts"), locked(OLD, Ownership::Seeded));
    place.write("edited.ts", FAR);
    place.write("same.ts", OLD);
    place.write("seeded.ts", OLD);
    place.write("windows.ts", &OLD.replace('\n', "\r\n"));
    place.write("mine/moved.ts", OLD);
    let plan = place.decide(&[], &old);
    let actions: Vec<_> = plan.changes.iter().map(|change| (change.path.as_str(), change.action)).collect();
    assert_eq!(
        actions,
        [
            ("edited.ts", Action::Release),
            ("mine/moved.ts", Action::Release),
            ("same.ts", Action::Remove),
            ("seeded.ts", Action::Release),
            ("windows.ts", Action::Remove),
        ]
    );
    assert!(plan.lock.files.is_empty());
}

#[test]
fn links_are_never_written_through() {
    let place = place();
    let outside = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(outside.path(), place.root.join("out")).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", place.root.join("link.ts")).unwrap();
    place.write("file", "");
    let rendered = ["out/a.ts", "link.ts", "file/a.ts"].map(|name| file(name, "new", Ownership::Generated));
    let mut plan = FilePlan::of_new(&place.root, rendered.into(), empty_lock()).unwrap();
    for wish in [None, Some(OnConflict::Theirs), Some(OnConflict::Markers), Some(OnConflict::SideFile)] {
        plan.settle(wish);
        assert_eq!(plan.conflicts().len(), 3, "{wish:?}");
    }
    assert!(plan.conflicts().iter().all(|(_, conflict)| *conflict == Conflict::NotAFile));
}

#[test]
fn a_link_that_a_person_made_stays_as_long_as_nothing_changes() {
    let place = place();
    std::os::unix::fs::symlink("other.ts", place.root.join("a.ts")).unwrap();
    let plan = place.decide(&[("a.ts", OLD)], &lock_of(&[("a.ts", OLD)]));
    assert_eq!(plan.changes[0].action, Action::Skip);
}

#[test]
fn lines_with_the_endings_of_windows_are_no_edit_and_stay_so() {
    let change = place().change(Some(&OLD.replace('\n', "\r\n")), Some(OLD), Ownership::Generated);
    assert_eq!(change.action, Action::Update);
    assert_eq!(change.after.unwrap().bytes, NEW.replace('\n', "\r\n").into_bytes());
}

#[test]
fn a_program_stays_one_and_a_file_that_a_person_made_one_too() {
    let place = place();
    place.write("a.ts", OLD);
    fs_err::set_permissions(place.root.join("a.ts"), std::fs::Permissions::from_mode(0o755)).unwrap();
    let plan = place.decide(&[("a.ts", NEW)], &lock_of(&[("a.ts", OLD)]));
    assert!(plan.changes[0].after.as_ref().unwrap().executable);
}

#[test]
fn a_moved_file_is_followed_and_remembered() {
    let place = place();
    place.write("mine/here.ts", FAR);
    place.write("mine/other.ts", "something else\n");
    let plan = place.decide(&[("a.ts", NEW)], &lock_of(&[("a.ts", OLD)]));
    assert_eq!(plan.changes[0].path.as_str(), "mine/here.ts");
    assert_eq!(plan.changes[0].action, Action::Merge);
    assert_eq!(plan.lock.files[&path("a.ts")].at, Some(path("mine/here.ts")));

    // Rewritten until nothing is alike, it is still known by the lock.
    place.write("mine/here.ts", "quite another\n");
    let plan = place.decide(&[("a.ts", NEW)], &plan.lock);
    assert_eq!((plan.changes[0].path.as_str(), plan.changes[0].action), ("mine/here.ts", Action::Skip));
}

#[test]
fn a_moved_file_is_known_by_its_content_where_no_repository_is() {
    let place = place();
    place.write("mine/here.ts", "gone\n");
    let old = lock_of(&[("a.ts", "gone\n")]);
    let plan = place.decide(&[("a.ts", NEW)], &old);
    assert_eq!((plan.changes[0].path.as_str(), plan.changes[0].action), ("mine/here.ts", Action::Update));
}

#[test]
fn a_file_of_another_kind_is_not_taken_for_one_that_was_moved() {
    let place = place();
    place.write("notes.md", OLD);
    let plan = place.decide(&[("a.ts", NEW)], &lock_of(&[("a.ts", OLD)]));
    assert_eq!((plan.changes[0].path.as_str(), plan.changes[0].action), ("a.ts", Action::Deleted));
}

/// What a plan with an overlap comes to.
fn settled(wish: Option<OnConflict>) -> FilePlan {
    let place = place();
    place.write("a.ts", NEAR);
    let mut plan = place.decide(&[("a.ts", NEW)], &lock_of(&[("a.ts", OLD)]));
    plan.settle(wish);
    plan
}

#[test]
fn an_overlap_is_marked_unless_something_else_is_wished() {
    let plan = settled(None);
    assert_eq!(plan.changes[0].action, Action::Marked { places: 1 });
    let text = String::from_utf8(plan.changes[0].after.clone().unwrap().bytes).unwrap();
    assert_eq!(
        text,
        "1\n2\n3\n4\n5\n6\n7\n8\n<<<<<<< yours\nmine\n||||||| generated before\n9\n=======\nnine\n>>>>>>> fountane\n10\n"
    );
    assert_eq!(plan.lock.files[&path("a.ts")].blob, BlobId::of(NEW.as_bytes()));
    assert_eq!(plan.rendered().collect::<Vec<_>>(), [NEW.as_bytes()]);
}

#[test]
fn an_overlap_is_settled_for_one_side_where_that_is_wished() {
    let ours = settled(Some(OnConflict::Ours));
    assert_eq!(ours.changes[0].action, Action::Skip);
    let theirs = settled(Some(OnConflict::Theirs));
    assert_eq!(theirs.changes[0].action, Action::Merge);
    assert_eq!(theirs.changes[0].after.as_ref().unwrap().bytes, NEW.as_bytes());
}

#[test]
fn a_side_file_leaves_the_persons_alone() {
    let plan = settled(Some(OnConflict::SideFile));
    let actions: Vec<_> = plan.changes.iter().map(|change| (change.path.as_str(), change.action)).collect();
    assert_eq!(actions, [("a.ts", Action::Aside), ("a.ts.fountane", Action::Create)]);
    assert_eq!(plan.changes[1].after.as_ref().unwrap().bytes, NEW.as_bytes());
}

#[test]
fn what_has_no_base_is_settled_only_by_a_wish() {
    let place = place();
    place.write("a.ts", "mine\n");
    let old = lock_of(&[("a.ts", "gone")]);
    let after = |wish| {
        let mut plan = place.decide(&[("a.ts", NEW)], &old);
        plan.settle(wish);
        plan.changes[0].action
    };
    assert_eq!(after(None), Action::Conflict(Conflict::NoBase));
    assert_eq!(after(Some(OnConflict::Markers)), Action::Marked { places: 1 });
    assert_eq!(after(Some(OnConflict::Ours)), Action::Skip);
    assert_eq!(after(Some(OnConflict::Theirs)), Action::Overwrite);
    assert_eq!(after(Some(OnConflict::SideFile)), Action::Aside);
}

#[test]
fn a_file_that_an_upgrade_moves_takes_its_edits_along() {
    let place = place();
    for (name, content) in [("old/edited.ts", FAR), ("old/same.ts", OLD), ("old/overlaps.ts", NEAR)] {
        place.write(name, content);
    }
    let mut old = empty_lock();
    for name in ["edited.ts", "same.ts", "overlaps.ts"] {
        let at = Some(path(&format!("old/{name}")));
        old.files.insert(path(&format!("new/{name}")), LockedFile { at, ..locked(OLD, Ownership::Generated) });
    }
    let rendered = [("new/edited.ts", OLD), ("new/same.ts", NEW), ("new/overlaps.ts", NEW)]
        .map(|(name, text)| file(name, text, Ownership::Generated));
    let relocated = old.files.keys().cloned().collect();
    let mut plan =
        FilePlan::decide(&place.root, rendered.into(), Some(&old), empty_lock(), &knows_old, &wishes(&relocated))
            .unwrap();
    plan.settle(None);
    let told: Vec<_> = plan.changes.iter().map(|change| (change.path.as_str(), change.action)).collect();
    assert_eq!(
        told,
        [
            ("new/edited.ts", Action::Move),
            ("new/overlaps.ts", Action::Marked { places: 1 }),
            ("new/same.ts", Action::Update)
        ]
    );
    crate::workspace::journal::apply(&place.root, &plan, &[]).unwrap();
    assert_eq!(fs_err::read_to_string(place.root.join("new/edited.ts")).unwrap(), FAR);
    assert_eq!(fs_err::read_to_string(place.root.join("new/same.ts")).unwrap(), NEW);
    assert!(!place.root.join("old").exists());
    assert!(plan.lock.files.values().all(|file| file.at.is_none()));
}

#[test]
fn what_continues_a_file_of_the_persons_is_written_where_just_that_stands() {
    let place = place();
    let grown = |from: &str| RenderedFile {
        grown_from: Some(from.into()),
        ..file("journal.json", "one, two", Ownership::Seeded)
    };
    let mut old = empty_lock();
    old.files.insert(path("journal.json"), locked("older", Ownership::Seeded));
    let none = BTreeSet::new();
    let action = |from: &str| {
        let rendered = vec![grown(from)];
        let plan =
            FilePlan::decide(&place.root, rendered, Some(&old), empty_lock(), &knows_old, &wishes(&none)).unwrap();
        (plan.changes[0].action, plan.lock.files[&path("journal.json")].blob == BlobId::of(b"one, two"))
    };
    assert_eq!(action(""), (Action::Create, true), "it was removed once, and is needed now");
    fs_err::write(place.root.join("journal.json"), "one").unwrap();
    assert_eq!(action("one"), (Action::Update, true));
    assert_eq!(action("none"), (Action::Skip, false));
}

#[test]
fn names_change_in_a_persons_own_text_only_where_it_is_as_it_was_read() {
    let place = place();
    for name in ["same.ts", "own.ts", "saved.ts", "ejected.ts"] {
        place.write(name, FAR);
    }
    let mut old = lock_of(&[("same.ts", OLD), ("ejected.ts", OLD)]);
    old.files.get_mut(&path("ejected.ts")).unwrap().eject(true);
    let of = |before: &str| Followed { before: before.into(), after: FAR.replace("mine", "ours").into() };
    let followed = [("same.ts", FAR), ("own.ts", FAR), ("saved.ts", OLD), ("ejected.ts", FAR)]
        .map(|(name, before)| (path(name), of(before)));
    let wishes = Wishes { followed: &followed.into(), ..Wishes::NONE };
    let rendered = ["same.ts", "ejected.ts"].map(|name| file(name, OLD, Ownership::Generated));
    let plan = FilePlan::decide(&place.root, rendered.into(), Some(&old), empty_lock(), &knows_old, &wishes).unwrap();
    crate::workspace::journal::apply(&place.root, &plan, &[]).unwrap();
    let read = |name: &str| fs_err::read_to_string(place.root.join(name)).unwrap();
    for name in ["same.ts", "own.ts", "ejected.ts"] {
        assert_eq!(read(name), FAR.replace("mine", "ours"), "{name}");
    }
    assert_eq!(read("saved.ts"), FAR);
    assert_eq!(plan.lock.files.values().map(|file| file.ejected).collect::<Vec<_>>(), [true, false]);
    assert!(plan.lock.files.values().all(|file| file.blob == BlobId::of(OLD.as_bytes())));
}
