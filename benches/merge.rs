//! How long it takes to bring a person's edits and a changed spec together: `cargo bench --bench merge`.
//!
//! 800 files of a workspace of fourteen entities, to each of which a field was added; a person edited 100 of those that change.

use fountane::blueprint::{Library, generate};
use fountane::merge::{Labels, Merged, Sides, merge};
use fountane::spec;
use fountane::workspace_path::WorkspacePath;

/// As in `main.rs`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

const FILES: usize = 800;
const EDITED: usize = 100;

struct File {
    path: WorkspacePath,
    base: Vec<u8>,
    ours: Vec<u8>,
    theirs: Vec<u8>,
}

/// Where a person edits.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// Where nothing else changes.
    Apart,
    /// Where something else changes, too: lines conflict, and structure has to be looked at.
    Beside,
}

fn rendered(fields: &str) -> Vec<(WorkspacePath, Vec<u8>)> {
    let entities = (0..14).map(|n| format!("  Thing{n}:\n    fields: {{ {fields} }}\n")).collect::<String>();
    let text = format!("fountane: 1\nproject: {{ name: many }}\nblueprint: saas@^1\nentities:\n{entities}");
    let (_, model) = spec::load(&text, "fountane.yaml").expect("a valid spec");
    generate(&Library::embedded(), &model)
        .expect("files")
        .files
        .into_iter()
        .map(|file| (file.path, file.bytes))
        .collect()
}

fn files(place: Place) -> Vec<File> {
    let before = rendered("name: string!, price: decimal");
    let after: std::collections::HashMap<_, _> =
        rendered("name: string!, price: decimal, colour: string").into_iter().collect();
    let mut edits = 0;
    let file = |(path, base): (WorkspacePath, Vec<u8>)| {
        let theirs = after.get(&path).cloned().unwrap_or_else(|| base.clone());
        let mut ours = base.clone();
        if theirs != base && edits < EDITED {
            edits += 1;
            ours = edited(&base, &theirs, place);
        }
        File { path, base, ours, theirs }
    };
    let files: Vec<File> = before.into_iter().map(file).take(FILES).collect();
    assert!(edits == EDITED || files.len() < FILES, "{edits} of {} files edited", files.len());
    files
}

/// A line more, in the first line or in that where theirs begins to differ.
fn edited(base: &[u8], theirs: &[u8], place: Place) -> Vec<u8> {
    let differs = base.iter().zip(theirs).take_while(|(one, other)| one == other).count();
    let line = base[..differs].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let at = match place {
        Place::Apart => 0,
        Place::Beside => line,
    };
    let mut ours = base.to_vec();
    ours.splice(at..at, *b"// mine\n");
    ours
}

#[divan::bench(args = [Place::Apart, Place::Beside])]
fn merge_files(bencher: divan::Bencher, place: Place) {
    let files = files(place);
    let labels = Labels::default();
    bencher.bench(|| {
        let merged = |file: &File| {
            let sides = Sides { base: &file.base, ours: &file.ours, theirs: &file.theirs };
            merge(&file.path, sides, &labels)
        };
        files.iter().map(merged).filter(|merged| matches!(merged, Merged::Clean(_))).count()
    });
}
