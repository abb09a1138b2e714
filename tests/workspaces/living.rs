//! A database that runs, and the script that made it.

use camino::Utf8Path;
use serde_json::Value;
use tokio_postgres::NoTls;

use crate::bench::{Bench, fixture};

/// Runs a script in the database of a demo, and imports both: the spec must be the same, and the password is told nowhere.
pub fn reads_as_its_script_does(bench: &Bench, demo: &Utf8Path, script: &str, schemas: &str) {
    let (manifest, kept) = (read(&demo.join("fountane.demo.json")), read(&demo.join(".fountane/demo/kept.json")));
    let database = &manifest["postgres"]["databases"][0];
    let (name, owner) = (database["name"].as_str().unwrap(), database["owner"].as_str().unwrap());
    let password = kept["secrets"][format!("postgres/{owner}")].as_str().unwrap();
    let address = format!("postgres://{owner}:{password}@127.0.0.1:{}/{name}", kept["ports"]["postgres"]);
    execute(&address, &std::fs::read_to_string(fixture(script)).unwrap());

    let living = spec_of(bench, &format!("{address}?schema={schemas}"), "living", password);
    let written = spec_of(bench, &fixture(script), "written", password);
    assert_eq!(living, written);
}

fn read(file: &Utf8Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

fn execute(address: &str, script: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(address, NoTls).await.unwrap();
        let driver = tokio::spawn(connection);
        client.batch_execute(script).await.unwrap();
        drop(client);
        driver.await.unwrap().unwrap();
    });
}

/// What a model becomes, in the folder of that name.
fn spec_of(bench: &Bench, from: &str, folder: &str, password: &str) -> Value {
    let options = ["--dir", folder, "--yes", "--no-install", "--no-check", "--no-git", "--json"];
    let said = bench.fountane(&[&["new", "imported", "--from", from], &options[..]].concat()).succeeds();
    assert!(!said.contains(password), "{said}");
    let text = std::fs::read_to_string(bench.folder(folder).join("fountane.yaml")).unwrap();
    let (document, _) = fountane::spec::load(&text, "fountane.yaml").unwrap();
    serde_json::to_value(document).unwrap()
}
