//! Every model among the fixtures becomes a spec that renders, and what is rendered has no fault that can be seen in memory.

use camino::Utf8PathBuf;
use fountane::blueprint::{Library, generate};
use fountane::spec::import::{openapi, prisma, samples, sql, text::decode};
use fountane::spec::{self, to_yaml};

fn fixtures(of: &str) -> Vec<Utf8PathBuf> {
    folder(&Utf8PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(of))
}

fn folder(folder: &Utf8PathBuf) -> Vec<Utf8PathBuf> {
    let mut paths: Vec<Utf8PathBuf> = folder.read_dir_utf8().unwrap().map(|entry| entry.unwrap().into_path()).collect();
    paths.sort();
    paths
}

#[track_caller]
fn renders(document: &spec::Document, name: &str) {
    let (_, model) = spec::load(&to_yaml(document), name).unwrap();
    let made = generate(&Library::embedded(), &model).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(made.files.len() > model.entities.len() * 10, "{name}");
}

#[test]
fn scripts_of_sql_render() {
    for path in fixtures("sql") {
        let (source, _) = decode(fs_err::read(&path).unwrap());
        let imported = sql::read(&source, path.as_str()).unwrap_or_else(|faults| panic!("{}", faults.render(false)));
        renders(&imported.document, path.file_name().unwrap());
    }
}

#[test]
fn schemas_of_prisma_render() {
    for path in fixtures("prisma") {
        let files = if path.is_dir() { folder(&path) } else { vec![path.clone()] };
        let read = |file: &Utf8PathBuf| (file.file_name().unwrap().to_owned(), fs_err::read_to_string(file).unwrap());
        let files: Vec<(String, String)> = files.iter().map(read).collect();
        let imported = prisma::read(&files, path.as_str()).unwrap_or_else(|faults| panic!("{}", faults.render(false)));
        renders(&imported.document, path.file_name().unwrap());
    }
}

#[test]
fn documents_of_openapi_render() {
    for path in fixtures("openapi") {
        let text = fs_err::read_to_string(&path).unwrap();
        let imported = openapi::read(&text, path.as_str()).unwrap_or_else(|faults| panic!("{}", faults.render(false)));
        renders(&imported.document, path.file_name().unwrap());
    }
}

#[test]
fn samples_of_json_and_csv_render() {
    for path in fixtures("samples") {
        let files = if path.is_dir() { folder(&path) } else { vec![path.clone()] };
        let read = |file: &Utf8PathBuf| (file.file_name().unwrap().to_owned(), decode(fs_err::read(file).unwrap()).0);
        let files: Vec<(String, String)> = files.iter().map(read).collect();
        let imported = samples::read(&files, path.as_str()).unwrap_or_else(|faults| panic!("{}", faults.render(false)));
        renders(&imported.document, path.file_name().unwrap());
    }
}
