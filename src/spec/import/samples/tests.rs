//! Whole samples, from text to spec.

use camino::{Utf8Path, Utf8PathBuf};
use proptest::prelude::*;

use super::{MAX_BYTES, read};
use crate::spec::{
    import::{
        Imported,
        testing::{entity, notes, survives_writing, valid},
        text::decode,
    },
    resolve, to_yaml,
};

type Files = Vec<(String, String)>;

/// Every sample: a file, or a folder of them.
fn fixtures() -> Vec<(String, Files)> {
    let folder = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/samples");
    let sorted = |folder: &Utf8Path| {
        let mut paths: Vec<Utf8PathBuf> =
            folder.read_dir_utf8().unwrap().map(|entry| entry.unwrap().into_path()).collect();
        paths.sort();
        paths
    };
    let file = |path: &Utf8PathBuf| {
        (path.file_name().unwrap().to_owned(), decode(fs_err::read(path.as_std_path()).unwrap()).0)
    };
    let samples = sorted(&folder).into_iter().map(|path| {
        let files = if path.is_dir() { sorted(&path).iter().map(file).collect() } else { vec![file(&path)] };
        (path.file_name().unwrap().replace('.', "-"), files)
    });
    samples.collect()
}

#[track_caller]
fn of(name: &str, text: &str) -> Imported {
    valid(read(&[(name.to_owned(), text.to_owned())], name))
}

/// The entities and enums of a sample, as the spec has them.
#[track_caller]
fn spec_of(name: &str, text: &str) -> String {
    let text = to_yaml(&of(name, text).document);
    let start = text.find("\nenums:").or_else(|| text.find("\nentities:")).unwrap_or_default();
    text[start..].trim().to_owned()
}

#[test]
fn every_sample_becomes_a_valid_spec() {
    let all = fixtures();
    assert!(all.len() >= 10);
    for (name, files) in all {
        let imported = valid(read(&files, &name));
        survives_writing(&imported);
        insta::assert_snapshot!(format!("notes-{name}"), notes(&imported));
        insta::assert_snapshot!(format!("spec-{name}"), to_yaml(&imported.document));
    }
}
