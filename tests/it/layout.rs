//! The layout against a real Prettier, on many variants of the fixtures.

use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use fountane::env_vars::{Environment, FOUNTANE_TEST_PRETTIER};
use fountane::process::{Limits, Program};
use fountane::render::layout;

const VARIANTS: &str = "12";

#[tokio::test]
async fn variants_of_real_files_are_laid_out_as_prettier_does() {
    let prettier = Environment::current().path(FOUNTANE_TEST_PRETTIER).unwrap_or_else(|| {
        panic!("run `npm install prettier@3.10.1` in some folder and set {FOUNTANE_TEST_PRETTIER} to its node_modules/prettier")
    });
    let guard = tempfile::tempdir().unwrap();
    let out = Utf8Path::from_path(guard.path()).unwrap();
    let tests = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let said = Program::new("node")
        .arg(tests.join("layout/variants.mjs").as_str())
        .args([tests.join("fixtures/layout/golden").as_str(), prettier.as_str(), out.as_str(), VARIANTS])
        .capture(&Limits::time(Duration::from_mins(5)))
        .await
        .unwrap();
    assert!(said.exit.is_success(), "{said:?}");

    let mut differing = Vec::new();
    let mut count = 0;
    for file in files_below(&out.join("in")) {
        let given = fs_err::read_to_string(&file).unwrap();
        let wanted = fs_err::read_to_string(file.as_str().replacen("/in/", "/want/", 1)).unwrap();
        let name = file.as_str();
        let got = if file.extension() == Some("json") {
            layout::json(name, &given)
        } else {
            layout::typescript(name, &given)
        };
        count += 1;
        if got.as_ref().ok() != Some(&wanted) {
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
