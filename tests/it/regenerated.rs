//! Whatever a person did to a workspace and however its spec changed: no line of theirs is lost, what is taken back is as it
//! was, and a second run has nothing to do.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use camino::{Utf8Path, Utf8PathBuf};
use fountane::blueprint::migrations::Past;
use fountane::blueprint::{self, Library};
use fountane::render::{Ownership, RenderedFile};
use fountane::spec;
use fountane::workspace::file_plan::Wishes;
use fountane::workspace::journal;
use fountane::workspace::undecided::Undecided;
use fountane::workspace::{Action, BlobId, FilePlan, Lock};
use fountane::workspace_path::WorkspacePath;
use proptest::prelude::*;
use proptest::sample::Index;

const NOTE: &str = include_str!("../fixtures/specs/note.yaml");
const MARK: &str = "\u{feff}";
const CLINIC: &str = include_str!("../fixtures/specs/clinic.yaml");

/// What a person does to a workspace.
#[derive(Debug, Clone)]
enum Deed {
    Insert {
        file: Index,
        at: Index,
        line: String,
    },
    Change {
        file: Index,
        at: Index,
        line: String,
    },
    DeleteLines {
        file: Index,
        at: Index,
        count: usize,
    },
    /// Other indentation, as another formatter would have it.
    Reformat {
        file: Index,
    },
    /// As a formatter with other settings would have it: other quotes, imports one name a line.
    Restyle {
        file: Index,
    },
    /// The endings of Windows.
    Windows {
        file: Index,
    },
    /// A mark of byte order.
    Mark {
        file: Index,
    },
    Program {
        file: Index,
    },
    Add {
        name: String,
        text: String,
    },
    Delete {
        file: Index,
    },
    Rename {
        file: Index,
        name: String,
    },
    /// The folder of a file gets another place, with all that is in it.
    RenameFolder {
        file: Index,
        name: String,
    },
    /// In the place of a file there is a folder of its name.
    FileToFolder {
        file: Index,
    },
    /// In the place of a file's folder there is a file.
    FolderToFile {
        file: Index,
    },
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let line = || "[ -~]{0,30}";
    let name = || "[a-z]{3,8}";
    let deed = prop_oneof![
        4 => (any::<Index>(), any::<Index>(), line()).prop_map(|(file, at, line)| Deed::Insert { file, at, line }),
        4 => (any::<Index>(), any::<Index>(), line()).prop_map(|(file, at, line)| Deed::Change { file, at, line }),
        2 => (any::<Index>(), any::<Index>(), 1..5_usize)
            .prop_map(|(file, at, count)| Deed::DeleteLines { file, at, count }),
        1 => any::<Index>().prop_map(|file| Deed::Reformat { file }),
        1 => any::<Index>().prop_map(|file| Deed::Restyle { file }),
        1 => any::<Index>().prop_map(|file| Deed::Windows { file }),
        1 => any::<Index>().prop_map(|file| Deed::Mark { file }),
        1 => any::<Index>().prop_map(|file| Deed::Program { file }),
        1 => (name(), "([ -~]{0,20}\n){0,4}").prop_map(|(name, text)| Deed::Add { name, text }),
        1 => any::<Index>().prop_map(|file| Deed::Delete { file }),
        1 => (any::<Index>(), name()).prop_map(|(file, name)| Deed::Rename { file, name }),
        1 => (any::<Index>(), name()).prop_map(|(file, name)| Deed::RenameFolder { file, name }),
    ];
    // What is in the way makes most runs be refused, so that it is rare.
    let rare = prop_oneof![
        any::<Index>().prop_map(|file| Deed::FileToFolder { file }),
        any::<Index>().prop_map(|file| Deed::FolderToFile { file }),
    ];
    (prop::collection::vec(deed, 0..12), prop::option::weighted(0.1, rare))
        .prop_map(|(deeds, rare)| deeds.into_iter().chain(rare).collect())
}

/// A line of TypeScript as a formatter with other settings would have it.
fn restyled(line: &str) -> String {
    let line = if line.contains(['"', '`']) { line.to_owned() } else { line.replace('\'', "\"") };
    let import = line.strip_prefix("import { ").and_then(|rest| rest.split_once(" } from "));
    match import {
        Some((names, from)) => format!("import {{\n  {},\n}} from {from}", names.replace(", ", ",\n  ")),
        None => line,
    }
}

/// Renderings of specs that come from one another by the changes that people make.
static VERSIONS: LazyLock<Vec<Vec<RenderedFile>>> = LazyLock::new(|| {
    let field =
        |spec: &str, name: &str| spec.replacen("    fields:\n", &format!("    fields:\n      {name}: string\n"), 1);
    let specs = [
        NOTE.to_owned(),
        field(NOTE, "nickname"),
        field(&field(NOTE, "nickname"), "remark"),
        NOTE.replacen("name: notebook", "name: notebook\n  title: Another", 1),
        CLINIC.to_owned(),
        field(CLINIC, "nickname"),
    ];
    let library = Library::embedded();
    let render = |text: &String| {
        let model = spec::check(text, "fountane.yaml").model.expect("a spec of these tests is right");
        blueprint::generation(&library, &model, &Past::none()).expect("it is generated").files
    };
    specs.iter().map(render).collect()
});

/// Some files of two versions: those that change between them, and a few others.
fn parts(from: usize, to: usize, seed: usize) -> [Vec<RenderedFile>; 2] {
    let (from, to) = (&VERSIONS[from], &VERSIONS[to]);
    let text = |files: &'static [RenderedFile]| -> HashMap<&'static str, &'static RenderedFile> {
        files.iter().map(|file| (file.path.as_str(), file)).collect()
    };
    let (old, new) = (text(from), text(to));
    let mut names: Vec<&str> = old.keys().chain(new.keys()).copied().collect();
    names.sort_unstable();
    names.dedup();
    let changes = |name: &&str| old.get(name).map(|file| &file.bytes) != new.get(name).map(|file| &file.bytes);
    let (changing, same): (Vec<&str>, Vec<&str>) = names.into_iter().partition(changes);
    let few = |names: Vec<&'static str>, number: usize| -> Vec<&'static str> {
        let length = names.len().max(1);
        names.into_iter().cycle().skip(seed % length).take(number.min(length)).collect()
    };
    let mut chosen = few(changing, 16);
    chosen.extend(few(same, 6));
    let of = |files: &HashMap<&str, &RenderedFile>| -> Vec<RenderedFile> {
        let mut found: Vec<RenderedFile> =
            chosen.iter().filter_map(|name| files.get(name)).map(|file| (*file).clone()).collect();
        found.sort_by(|one, other| one.path.cmp(&other.path));
        found.dedup_by(|one, other| one.path == other.path);
        found
    };
    [of(&old), of(&new)]
}

type Tree = BTreeMap<String, (Vec<u8>, bool)>;

struct Workspace {
    _guard: tempfile::TempDir,
    root: Utf8PathBuf,
}

impl Workspace {
    fn new() -> Self {
        // Thousands of workspaces are written with care for a power cut: in memory, where there is such a place.
        let memory = Utf8Path::new("/dev/shm");
        let guard = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
        let root = Utf8PathBuf::from_path_buf(guard.path().to_owned()).unwrap();
        Self { _guard: guard, root }
    }

    fn plan(&self, rendered: &[RenderedFile], bases: &HashMap<BlobId, Vec<u8>>) -> FilePlan {
        let lock = Lock::new("saas@1.0.0".into(), [].into(), "ab".into());
        let old = Lock::read(&self.root).unwrap();
        let wishes = Wishes::NONE;
        let find = |blob: &BlobId| Ok(bases.get(blob).cloned());
        let mut plan = FilePlan::decide(&self.root, rendered.to_vec(), old.as_ref(), lock, &find, &wishes).unwrap();
        plan.settle(None);
        plan
    }

    fn write(&self, plan: &FilePlan) {
        let kept = Undecided::of(&self.root, plan, &[]).unwrap();
        journal::apply(&self.root, plan, &kept).unwrap();
    }

    fn tree(&self) -> Tree {
        fn walk(root: &Utf8Path, folder: &Utf8Path, tree: &mut Tree) {
            use std::os::unix::fs::PermissionsExt as _;
            for entry in folder.read_dir_utf8().unwrap() {
                let entry = entry.unwrap();
                if entry.file_type().unwrap().is_dir() {
                    walk(root, entry.path(), tree);
                    continue;
                }
                let name = entry.path().strip_prefix(root).unwrap().to_string();
                let executable = entry.metadata().unwrap().permissions().mode() & 0o111 != 0;
                tree.insert(name, (fs_err::read(entry.path()).unwrap(), executable));
            }
        }
        let mut tree = Tree::new();
        walk(&self.root, &self.root, &mut tree);
        tree
    }

    fn names(&self) -> Vec<String> {
        self.tree().into_keys().filter(|name| name != "fountane.lock").collect()
    }

    fn read(&self, name: &str) -> String {
        String::from_utf8(fs_err::read(self.root.join(name)).unwrap()).unwrap_or_default()
    }

    fn put(&self, name: &str, text: &str) {
        let place = self.root.join(name);
        fs_err::create_dir_all(place.parent().unwrap()).unwrap();
        fs_err::write(place, text).unwrap();
    }

    fn edit(&self, file: Index, change: impl FnOnce(&mut Vec<String>)) {
        let names = self.names();
        if names.is_empty() {
            return;
        }
        let name = file.get(&names);
        let text = self.read(name);
        let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
        change(&mut lines);
        self.put(name, &lines.concat());
    }

    /// The folder that a file is in; none for those at the root.
    fn folder_of(&self, name: &str) -> Option<Utf8PathBuf> {
        let folder = self.root.join(Utf8Path::new(name).parent()?);
        // Where fountane's own folder is something else, it refuses to work at all.
        (folder != self.root && !name.starts_with(".fountane/")).then_some(folder)
    }

    fn perform(&self, deed: &Deed) {
        use std::os::unix::fs::PermissionsExt as _;
        let names = self.names();
        match deed {
            Deed::Insert { file, at, line } => self.edit(*file, |lines| {
                let at = at.index(lines.len() + 1);
                lines.insert(at, format!("{line}\n"));
            }),
            Deed::Change { file, at, line } => self.edit(*file, |lines| {
                if !lines.is_empty() {
                    let at = at.index(lines.len());
                    lines[at] = format!("{line}\n");
                }
            }),
            Deed::DeleteLines { file, at, count } => self.edit(*file, |lines| {
                if !lines.is_empty() {
                    let at = at.index(lines.len());
                    lines.drain(at..(at + count).min(lines.len()));
                }
            }),
            Deed::Reformat { file } => self.edit(*file, |lines| {
                for line in lines {
                    *line = line.replace("  ", "\t");
                }
            }),
            Deed::Restyle { file } => self.edit(*file, |lines| {
                for line in lines {
                    *line = restyled(line);
                }
            }),
            Deed::Mark { file } => self.edit(*file, |lines| {
                if let Some(first) = lines.first_mut().filter(|first| !first.starts_with(MARK)) {
                    first.insert_str(0, MARK);
                }
            }),
            Deed::Windows { file } => self.edit(*file, |lines| {
                for line in lines {
                    *line = line.replace("\r\n", "\n").replace('\n', "\r\n");
                }
            }),
            Deed::Add { name, text } => self.put(&format!("mine/{name}.ts"), text),
            Deed::Program { file } if !names.is_empty() => {
                let place = self.root.join(file.get(&names));
                fs_err::set_permissions(place, std::fs::Permissions::from_mode(0o755)).unwrap();
            }
            Deed::Delete { file } if !names.is_empty() => {
                fs_err::remove_file(self.root.join(file.get(&names))).unwrap();
            }
            Deed::Rename { file, name } if !names.is_empty() => {
                let from = Utf8Path::new(file.get(&names));
                let ending = from.extension().map(|ending| format!(".{ending}")).unwrap_or_default();
                self.put(&format!("moved/{name}{ending}"), &self.read(from.as_str()));
                fs_err::remove_file(self.root.join(from)).unwrap();
            }
            Deed::RenameFolder { file, name } if !names.is_empty() => {
                if let Some(folder) = self.folder_of(file.get::<String>(&names)) {
                    let to = self.root.join("elsewhere").join(name);
                    fs_err::create_dir_all(to.parent().unwrap()).unwrap();
                    // Where something is already it stays where it was.
                    if !to.starts_with(&folder) && !to.exists() {
                        fs_err::rename(folder, to).unwrap();
                    }
                }
            }
            Deed::FileToFolder { file } if !names.is_empty() => {
                let name = file.get(&names);
                fs_err::remove_file(self.root.join(name)).unwrap();
                self.put(&format!("{name}/mine.txt"), "mine\n");
            }
            Deed::FolderToFile { file } if !names.is_empty() => {
                if let Some(folder) = self.folder_of(file.get::<String>(&names)) {
                    fs_err::remove_dir_all(&folder).unwrap();
                    fs_err::write(folder, "mine\n").unwrap();
                }
            }
            Deed::Program { .. }
            | Deed::Delete { .. }
            | Deed::Rename { .. }
            | Deed::RenameFolder { .. }
            | Deed::FileToFolder { .. }
            | Deed::FolderToFile { .. } => {}
        }
    }
}

/// How often each line stands in a text. Where a structure is merged, commas come and go with the neighbours.
fn lines(text: &str) -> HashMap<&str, usize> {
    let mut lines = HashMap::new();
    for line in text.lines() {
        let line = line.trim().trim_start_matches(MARK);
        *lines.entry(line.strip_suffix(',').unwrap_or(line)).or_default() += 1;
    }
    lines
}

/// Without what is only how a text is written down.
fn plain(text: &str) -> String {
    text.trim_start_matches(MARK).replace("\r\n", "\n")
}

/// Lines of a person that are not in what became of their file.
fn lost<'a>(base: &str, mine: &'a str, now: &str) -> Vec<&'a str> {
    let (base, now) = (lines(base), lines(now));
    let number = |of: &HashMap<&str, usize>, line: &str| of.get(line).copied().unwrap_or_default();
    let is_lost =
        |(line, count): &(&'a str, usize)| !line.is_empty() && *count > number(&base, line) && number(&now, line) == 0;
    lines(mine).into_iter().filter(is_lost).map(|(line, _)| line).collect()
}

/// Whether all signs of a line stand, in their order, in one line of a text: where both lengthened a list that one of them had
/// restyled, theirs is among them.
fn is_lengthened(line: &str, now: &str) -> bool {
    let stands_in = |other: &str| {
        let mut signs = other.chars();
        line.chars().all(|sign| signs.any(|other| other == sign))
    };
    now.lines().any(stands_in)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_line_of_a_person_is_lost(
        (from, to) in prop::sample::select(vec![(0, 1), (0, 2), (1, 0), (1, 2), (0, 3), (3, 2), (4, 5), (5, 4), (2, 2)]),
        seed in any::<usize>(),
        deeds in deeds(),
    ) {
        let [old, new] = parts(from, to, seed);
        let workspace = Workspace::new();
        let bases: HashMap<BlobId, Vec<u8>> =
            old.iter().chain(&new).map(|file| (BlobId::of(&file.bytes), file.bytes.clone())).collect();
        workspace.write(&workspace.plan(&old, &bases));
        let first = Lock::read(&workspace.root).unwrap().unwrap();
        for deed in &deeds {
            workspace.perform(deed);
        }

        let before = workspace.tree();
        let plan = workspace.plan(&new, &bases);
        if !plan.conflicts().is_empty() {
            // Refused, whole: nothing is written, so nothing is lost.
            return Ok(());
        }
        workspace.write(&plan);
        let after = workspace.tree();

        for (name, (mine, _)) in &before {
            if name == "fountane.lock" {
                continue;
            }
            // What has a name that no generated file may have (`nul` is a device elsewhere) is nobody's but the person's.
            let Ok(path) = WorkspacePath::new(name.as_str()) else {
                prop_assert!(after.get(name).is_some_and(|(now, _)| now == mine), "`{name}` changed");
                continue;
            };
            // A file that was moved is compared with what it was made from.
            let at = |lock: &Lock| lock.files.iter().find(|(_, file)| file.at.as_ref() == Some(&path)).map(|(_, file)| file.blob.clone());
            let moved_from = plan.lock.files.iter().find(|(_, file)| file.at.as_ref() == Some(&path)).map(|(path, _)| path.clone());
            let base = first.files.get(moved_from.as_ref().unwrap_or(&path)).map(|file| file.blob.clone()).or_else(|| at(&first));
            let base = base.and_then(|blob| bases.get(&blob)).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
            let mine = String::from_utf8_lossy(mine);
            let Some((now, _)) = after.get(name) else {
                prop_assert!(base.is_some_and(|base| plain(&base) == plain(&mine)), "`{name}` is gone");
                continue;
            };
            let now = String::from_utf8_lossy(now);
            let mut lost = lost(&base.unwrap_or_default(), &mine, &now);
            if deeds.iter().any(|deed| matches!(deed, Deed::Restyle { .. })) {
                lost.retain(|line| !is_lengthened(line, &now));
            }
            prop_assert!(lost.is_empty(), "`{}` lost {:?}; now:\n{}", name, lost, now);
        }
        for change in plan.changes.iter().filter(|change| change.action == Action::Deleted) {
            prop_assert!(!after.contains_key(change.path.as_str()));
        }
        for file in new.iter().filter(|file| file.ownership != Ownership::Seeded) {
            prop_assert!(plan.lock.files.contains_key(&file.path));
        }

        let again = workspace.plan(&new, &bases);
        prop_assert_eq!(again.writes().map(|change| change.path.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());

        if let Some(undecided) = Undecided::read(&workspace.root).unwrap() {
            prop_assert!(plan.undecided().next().is_some());
            undecided.abort(&workspace.root).unwrap();
            let back = workspace.tree();
            let names = before.keys().chain(back.keys());
            let other: Vec<&String> = names.filter(|name| before.get(*name) != back.get(*name)).collect();
            prop_assert_eq!(other, Vec::<&String>::new());
        }
    }
}
