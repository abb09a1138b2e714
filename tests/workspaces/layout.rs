//! The layout against a real Prettier, on many variants of the fixtures.

use camino::{Utf8Path, Utf8PathBuf};
use fountane::render::layout;

use crate::bench::Bench;

const VARIANTS: &str = "14";

/// `prettier` is the package's folder. Takes each fixture in many variants: renamed, joined, split, quoted otherwise.
pub fn agrees_with(bench: &Bench, prettier: &Utf8Path) {
    let guard = tempfile::tempdir().unwrap();
    let out = Utf8Path::from_path(guard.path()).unwrap();
    let tests = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let script = tests.join("layout/variants.mjs");
    let fixtures = tests.join("fixtures/layout/golden");
    bench.node(&[script.as_str(), fixtures.as_str(), prettier.as_str(), out.as_str(), VARIANTS]).succeeds();

    let mut differing = Vec::new();
    let mut count = 0;
    for file in files_below(&out.join("in")) {
        let given = fs_err::read_to_string(&file).unwrap();
        // Prettier lays out HTML in templates as well; the layout prints a template as it is given.
        if given.contains("html`") {
            continue;
        }
        let wanted = fs_err::read_to_string(file.as_str().replacen("/in/", "/want/", 1)).unwrap();
        let got = layout::file(file.as_str(), &given, layout::Options::default());
        count += 1;
        if got.is_none_or(|got| got.ok().as_ref() != Some(&wanted)) {
            differing.push(file);
        }
    }
    assert!(count > 600, "only {count} variants");
    assert_eq!(differing, [] as [Utf8PathBuf; 0]);
}

fn files_below(folder: &Utf8Path) -> Vec<Utf8PathBuf> {
    let entries = folder.read_dir_utf8().unwrap().map(|entry| entry.unwrap().into_path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}
