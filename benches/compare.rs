//! The whole of it against a peer, in one run: `cargo bench --bench compare`.
//!
//! Renders, lays out and writes the workspace of ten entities into a fresh folder, in turn with `cp -r` of the result, and
//! prints medians and their ratio; then the growth from 100 to 1,000 entities and the peak memory of this process.
//! Fresh folders each time: re-creating one path in a loop drifts on ext4. It also looks long for an inode that was not freed
//! just now, whoever asks: wait five minutes after a run (which removes what it wrote), or anything else that removes much.

#![allow(clippy::print_stdout, reason = "what it measured goes to whoever ran it")]

use std::time::{Duration, Instant};

use camino::Utf8Path;
use fountane::blueprint::migrations::Past;
use fountane::blueprint::{Generation, Library, generate, generation, plan};
use fountane::process::Cancel;
use fountane::spec;
use fountane::workspace::marker::Marker;
use fountane::workspace::new_tree;

const ROUNDS: usize = 11;

/// As in `main.rs`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let shop = read("shop");
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let scratch = Utf8Path::from_path(scratch.path()).expect("a UTF-8 path");

    write(&shop, &scratch.join("warm"));
    println!("peak memory for ten entities: {} MB", peak_megabytes());
    let (mut ours, mut copies) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let made = scratch.join(format!("made-{round}"));
        settle();
        ours.push(timed(|| write(&shop, &made)));
        let copy = scratch.join(format!("copy-{round}"));
        settle();
        copies.push(timed(|| copy_tree(&made, &copy)));
    }
    let (ours, copies) = (Times::of(ours), Times::of(copies));
    settle();
    phases(&shop, &scratch.join("phases"));
    println!("files: {}", count(&scratch.join("made-0")));
    println!("render + format + write: {ours}, of {ROUNDS}");
    println!("cp -r of the result:     {copies}, of {ROUNDS}");
    let ratio = |ours: Duration, copies: Duration| ours.as_secs_f64() / copies.as_secs_f64();
    println!("ratio: median {:.2}, least {:.2}", ratio(ours.median, copies.median), ratio(ours.least, copies.least));

    let (small, large) = (many(100), many(1_000));
    let small = median((0..3).map(|_| timed(|| render(&small))).collect());
    let large = median((0..3).map(|_| timed(|| render(&large))).collect());
    println!(
        "100 entities: {} ms, 1,000 entities: {} ms, growth {:.1}",
        small.as_millis(),
        large.as_millis(),
        large.as_secs_f64() / small.as_secs_f64()
    );
}

/// The least says what the work costs, the median also what else the machine was doing.
struct Times {
    median: Duration,
    least: Duration,
}

impl Times {
    fn of(times: Vec<Duration>) -> Self {
        Self { least: times.iter().copied().min().unwrap_or_default(), median: median(times) }
    }
}

impl std::fmt::Display for Times {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "median {} ms, least {} ms", self.median.as_millis(), self.least.as_millis())
    }
}

/// Where the time goes; `folder` is written several times, each time beside the last.
fn phases(text: &str, folder: &Utf8Path) {
    let library = Library::embedded();
    let (_, model) = spec::load(text, "fountane.yaml").expect("a valid spec");
    let planned = plan(&library, &model).expect("a plan");
    let of = |work: &dyn Fn()| median((0..ROUNDS).map(|_| timed(work)).collect()).as_secs_f64() * 1000.0;
    let load = of(&|| drop(spec::load(text, "fountane.yaml")));
    let plans = of(&|| drop(plan(&library, &model)));
    let renders = of(&|| drop(fountane::render::render(&planned)));
    let all = of(&|| drop(generation(&library, &model, &Past::none())));
    let made = generation(&library, &model, &Past::none()).expect("files");
    let copies = std::cell::Cell::new(0);
    let write = of(&|| {
        copies.set(copies.get() + 1);
        write_made(text, &made, &folder.join(copies.get().to_string()));
    });
    println!(
        "spec {load:.1} ms, plan {plans:.1} ms, render {renders:.1} ms, all in memory {all:.1} ms, write {write:.1} ms"
    );
}

fn read(name: &str) -> String {
    fs_err::read_to_string(format!("{}/tests/fixtures/specs/{name}.yaml", env!("CARGO_MANIFEST_DIR"))).expect("a spec")
}

fn many(entities: usize) -> String {
    let mut text = "fountane: 1\nproject: { name: many }\nblueprint: saas@^1\nentities:\n".to_owned();
    for n in 0..entities {
        text.push_str(&format!(
            "  Thing{n}:\n    fields: {{ name: string!, price: decimal, madeOn: date, size: int }}\n"
        ));
    }
    text
}

fn render(text: &str) -> Vec<fountane::render::RenderedFile> {
    let (_, model) = spec::load(text, "fountane.yaml").expect("a valid spec");
    generate(&Library::embedded(), &model).expect("files").files
}

/// As `fountane new` does it: marker, files, spec and lock beside the place, then one rename.
fn write(text: &str, folder: &Utf8Path) {
    let (_, model) = spec::load(text, "fountane.yaml").expect("a valid spec");
    write_made(text, &generation(&Library::embedded(), &model, &Past::none()).expect("files"), folder);
}

fn write_made(text: &str, made: &Generation, folder: &Utf8Path) {
    let lock = made.complete_lock();
    let marker = Marker::begun("fountane new".to_owned(), lock.spec.clone());
    let claim = new_tree::write(folder, text, &made.files, &lock, &marker, &Cancel::new()).expect("a folder");
    assert!(claim.is_some(), "nobody stopped it");
}

#[expect(clippy::disallowed_methods, reason = "the peer is a program, and nothing of it needs supervision")]
fn copy_tree(from: &Utf8Path, to: &Utf8Path) {
    let status = std::process::Command::new("cp").args(["-r", from.as_str(), to.as_str()]).status().expect("cp");
    assert!(status.success());
}

/// Brings what was written so far to the disk: it would be at the cost of what is measured next.
#[expect(clippy::disallowed_methods, reason = "a program that ends at once")]
fn settle() {
    assert!(std::process::Command::new("sync").status().expect("sync").success());
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let result = work();
    let took = start.elapsed();
    drop(result);
    took
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn count(folder: &Utf8Path) -> usize {
    let entries = fs_err::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
    entries
        .map(
            |entry| {
                if entry.path().is_dir() { count(Utf8Path::from_path(&entry.path()).expect("a UTF-8 path")) } else { 1 }
            },
        )
        .sum()
}

/// Resident at most so far, as Linux tells.
fn peak_megabytes() -> u64 {
    let status = fs_err::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok()).unwrap_or(0) / 1024
}
