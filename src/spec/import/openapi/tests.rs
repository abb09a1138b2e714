//! Whole documents, from text to spec.

use camino::Utf8Path;

use super::read;
use crate::spec::{
    import::{
        Imported,
        testing::{notes, survives_writing, valid},
    },
    to_yaml,
};

/// Every document with its name.
fn fixtures() -> Vec<(String, String)> {
    let folder = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/openapi");
    let mut paths: Vec<_> = folder.read_dir_utf8().unwrap().map(|entry| entry.unwrap().into_path()).collect();
    paths.sort();
    let file =
        |path: &camino::Utf8PathBuf| (path.file_stem().unwrap().to_owned(), fs_err::read_to_string(path).unwrap());
    paths.iter().map(file).collect()
}

#[track_caller]
fn of(text: &str) -> Imported {
    valid(read(text, "model.yaml"))
}

#[test]
fn every_document_becomes_a_valid_spec() {
    let all = fixtures();
    assert!(all.len() >= 5);
    for (name, text) in all {
        let imported = of(&text);
        survives_writing(&imported);
        insta::assert_snapshot!(format!("notes-{name}"), notes(&imported));
        insta::assert_snapshot!(format!("spec-{name}"), to_yaml(&imported.document));
    }
}
