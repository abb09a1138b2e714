//! `fountane fix` on faults of many sorts in small ordinary projects and in a generated workspace, with real tools. Counts what it repairs, what it
//! leaves, and that nothing gets worse and nothing is "repaired" by silencing or deleting.
//!
//! Minutes, not seconds.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "in a test it is how a failure shows")]

#[path = "../it/fix_project.rs"]
#[allow(dead_code, reason = "shared with the tests of the command line")]
mod fix_project;
mod judge;
mod mutate;
#[path = "../it/registry.rs"]
#[allow(dead_code, reason = "shared with the tests of the command line")]
mod registry;
#[path = "../it/test_env.rs"]
#[allow(dead_code, reason = "shared with the tests of the command line")]
mod test_env;
mod workspace;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Mutex;

use camino::{Utf8Path, Utf8PathBuf};
use fastrand::Rng;
use mutate::{Fault, Files};
use test_env::{Ran, TestEnv};
use workspace::Workspace;

const PROJECTS: [&str; 3] = ["shop", "queue", "notes"];
const COMMON: [&str; 3] = ["package.json", "tsconfig.json", "eslint.config.js"];
/// Of each sort, and of each mixture.
const EACH: u64 = 9;
/// What the rules of today repair. Faults that need an opinion (a missing check for null, wrong arguments) are left.
const LEAST_REPAIRED: usize = 90;
/// The same in a generated workspace, whose tests need a database and their time.
const EACH_GENERATED: u64 = 1;
const LEAST_REPAIRED_GENERATED: usize = 6;
/// Sorts of faults, and mixtures, of which each has a place somewhere.
const SORTS: usize = Fault::ALL.len() + 2;
/// Node fills a core by itself.
const AT_ONCE: usize = 2;

/// A project with faults in it.
struct Case {
    sort: String,
    seed: u64,
    files: Files,
    original: Files,
}

/// What became of the cases of one sort.
#[derive(Default)]
struct Count {
    cases: usize,
    /// Nothing is left.
    repaired: usize,
    /// Of these, the text is what it was before the fault.
    restored: usize,
    /// Fewer are left than there were.
    partly: usize,
    left: usize,
    /// The fault was none to any tool.
    unseen: usize,
}

fn fixtures() -> Utf8PathBuf {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/fix")
}

fn project(name: &str) -> Files {
    let folder = fixtures().join(name).join("src");
    let files = folder.read_dir_utf8().unwrap().map(|entry| {
        let entry = entry.unwrap();
        (format!("src/{}", entry.file_name()), fs_err::read_to_string(entry.path()).unwrap())
    });
    files.collect()
}

/// Cases of each sort in one of these projects.
fn cases(seeds: Range<u64>, projects: &[Files]) -> Vec<Case> {
    let singles = Fault::ALL.map(|fault| (format!("{fault:?}"), vec![fault]));
    let mut cases = Vec::new();
    for seed in seeds {
        for (sort, faults) in &singles {
            cases.extend(case(sort, seed, faults, projects));
        }
        for several in [2, 3] {
            let mut rng = Rng::with_seed(1_000 * several + seed);
            let faults: Vec<Fault> = (0..several).map(|_| Fault::ALL[rng.usize(0..Fault::ALL.len())]).collect();
            cases.extend(case(&format!("{several} at once"), seed, &faults, projects));
        }
    }
    cases
}

/// Looks for a project that has a place for the faults, by a seed; a generated one has nothing to override.
fn case(sort: &str, seed: u64, faults: &[Fault], projects: &[Files]) -> Option<Case> {
    let mut rng = Rng::with_seed(seed * 7_919 + sort.len() as u64);
    for _ in 0..100 {
        let original = projects[rng.usize(0..projects.len())].clone();
        let mut files = original.clone();
        if faults.iter().all(|fault| fault.put(&mut files, &mut rng)) {
            return Some(Case { sort: sort.to_owned(), seed, files, original });
        }
    }
    None
}

/// Runs one case in a project of its own.
fn run(case: &Case, tools: &Utf8Path, counts: &Mutex<BTreeMap<String, Count>>) {
    let env = TestEnv::new();
    for file in COMMON {
        env.write(file, &fs_err::read_to_string(fixtures().join(file)).unwrap());
    }
    for (file, text) in &case.files {
        env.write(file, text);
    }
    std::os::unix::fs::symlink(tools, env.work().join("node_modules")).unwrap();
    let files = || case.files.keys().map(|file| (file.clone(), env.read(file))).collect();
    let fix = |args: &[&str]| env.run(&[&["fix"], args].concat());
    judged(case, &fix, &files, counts);
}

/// Runs one case in the workspace, which is then as it was.
fn run_in(workspace: &Workspace, case: &Case, counts: &Mutex<BTreeMap<String, Count>>) {
    workspace.put(&case.files);
    judged(case, &|args| workspace.fix(args), &|| workspace.files(), counts);
    workspace.put(&case.original);
}

/// Repairs, takes that back, and counts what it came to. Nothing may be worse, cheated or kept from `--undo`.
fn judged(
    case: &Case,
    fix: &dyn Fn(&[&str]) -> Ran,
    files: &dyn Fn() -> Files,
    counts: &Mutex<BTreeMap<String, Count>>,
) {
    let name = format!("{} {}", case.sort, case.seed);
    let ran = fix(&["--json"]);
    let lines = ran.json();
    let result = lines.iter().find(|line| line["type"] == "result");
    let result = result.unwrap_or_else(|| panic!("{name}: {}\n{}", ran.out, ran.err));
    let (before, left) = (result["before"].as_u64().unwrap(), result["left"].as_u64().unwrap());
    let after = files();

    assert!(left <= before, "{name} is worse: {before} before, {left} after");
    assert_eq!(ran.code, Some(i32::from(left > 0)), "{name}");
    let cheat = judge::cheat(&case.files, &after);
    assert!(cheat.is_none(), "{name}: {}\n{}", cheat.unwrap(), changed(&case.files, &after));
    if result["repaired"] == 0 {
        assert!(after == case.files, "{name}: something was written that is not told");
    }
    fix(&["--undo"]).ends_with(i32::from(after == case.files));
    assert!(files() == case.files, "{name}: undo is not byte for byte");

    let mut counts = counts.lock().unwrap();
    let count = counts.entry(case.sort.clone()).or_default();
    count.cases += 1;
    match (before, left) {
        (0, _) => count.unseen += 1,
        (_, 0) => count.repaired += 1,
        (before, left) if left < before => count.partly += 1,
        _ => count.left += 1,
    }
    count.restored += usize::from(before > 0 && sorted(&after) == sorted(&case.original));
    if left > 0 {
        println!("{name}: {before} → {left}: {}", told(&lines));
    }
}

/// The files that differ, as they are now.
fn changed(before: &Files, after: &Files) -> String {
    let files = after.iter().filter(|(file, text)| before.get(*file) != Some(text));
    files.map(|(file, text)| format!("{file}:\n{text}")).collect()
}

/// Lines without regard to their order and quotes: an import may come back at another place.
fn sorted(files: &Files) -> Vec<String> {
    let names = |line: &str| {
        let mut words: Vec<&str> = line.split([' ', ',']).filter(|word| !word.is_empty()).collect();
        if line.starts_with("import") {
            words.sort_unstable();
        }
        words.join(" ")
    };
    let mut lines: Vec<String> = files.values().flat_map(|text| text.lines().map(names)).collect();
    lines.retain(|line| !line.is_empty());
    lines.sort();
    lines
}

fn told(lines: &[serde_json::Value]) -> String {
    let left = lines.iter().filter(|line| line["type"] == "diagnostic");
    let shown = left.map(|line| format!("{} {}", line["code"].as_str().unwrap_or(""), line["message"]));
    shown.take(2).collect::<Vec<_>>().join("; ")
}

#[tokio::test]
async fn faults_of_each_sort_are_repaired_or_left_and_nothing_gets_worse() {
    let all = tried(0..1).await;
    assert!(all.repaired >= 8, "{}", all.repaired);
}

#[tokio::test]
#[ignore = "ten minutes: for `just mutations`"]
async fn many_faults_are_repaired_or_left_and_nothing_gets_worse() {
    let all = tried(0..EACH).await;
    assert!(all.cases >= 150, "{}", all.cases);
    assert!(all.repaired >= LEAST_REPAIRED, "{}", all.repaired);
}

#[tokio::test]
#[ignore = "ten minutes: for `just mutations`"]
async fn faults_in_a_generated_workspace_are_repaired_or_left_and_nothing_gets_worse() {
    let workspace = Workspace::new().await;
    let counts = Mutex::new(BTreeMap::new());
    for case in cases(0..EACH_GENERATED, &[workspace.files()]) {
        run_in(&workspace, &case, &counts);
    }
    let (table, all) = table(&counts.into_inner().unwrap());
    println!("{table}");
    assert!(all.repaired >= LEAST_REPAIRED_GENERATED, "{}", all.repaired);
}

/// Tries each sort of fault once for each seed, and prints what became of them.
async fn tried(seeds: Range<u64>) -> Count {
    let tools = fix_project::tools().await;
    let wanted = SORTS * seeds.clone().count();
    let cases = cases(seeds, &PROJECTS.map(project));
    assert_eq!(cases.len(), wanted);
    let cases = Mutex::new(cases);
    let counts = Mutex::new(BTreeMap::new());
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(case) = { cases.lock().unwrap().pop() } {
                    run(&case, &tools, &counts);
                }
            });
        }
    });
    let (table, all) = table(&counts.into_inner().unwrap());
    println!("{table}");
    all
}

/// One row for each sort, and the sum of all.
fn table(counts: &BTreeMap<String, Count>) -> (String, Count) {
    let mut rows = vec![format!("{:<16} cases repaired (restored) partly left unseen", "")];
    let row = |name: &str, count: &Count| {
        let Count { cases, repaired, restored, partly, left, unseen } = count;
        format!("{name:<16} {cases:>5} {repaired:>8} {restored:>10} {partly:>6} {left:>4} {unseen:>6}")
    };
    let mut all = Count::default();
    for (name, count) in counts {
        rows.push(row(name, count));
        all.cases += count.cases;
        all.repaired += count.repaired;
        all.restored += count.restored;
        all.partly += count.partly;
        all.left += count.left;
        all.unseen += count.unseen;
    }
    rows.push(row("all", &all));
    (rows.join("\n"), all)
}
