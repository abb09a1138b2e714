//! How long the way from a spec to the bytes of a workspace takes, step by step: `cargo bench --bench generate`.
//!
//! No disk is written: `benches/compare.rs` measures that, against `cp -r`.

use fountane::blueprint::{Library, generate, plan};
use fountane::render::render;
use fountane::spec::{self, Model};

/// As in `main.rs`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

const SPECS: [&str; 3] = ["note", "clinic", "shop"];

fn text(name: &str) -> String {
    fs_err::read_to_string(format!("{}/tests/fixtures/specs/{name}.yaml", env!("CARGO_MANIFEST_DIR"))).expect("a spec")
}

fn model(text: &str) -> Model {
    spec::load(text, "fountane.yaml").expect("a valid spec").1
}

/// A spec of many entities, each with a few fields and a relation to the one before.
fn many(entities: usize) -> String {
    let mut text = "fountane: 1\nproject: { name: many }\nblueprint: saas@^1\nentities:\n".to_owned();
    for n in 0..entities {
        text.push_str(&format!(
            "  Thing{n}:\n    fields: {{ name: string!, price: decimal, madeOn: date, size: int }}\n"
        ));
        if n > 0 {
            text.push_str(&format!(
                "    relations: {{ previous: {{ many-to-one: Thing{}, inverse: next{n} }} }}\n",
                n - 1
            ));
        }
    }
    text
}

#[divan::bench(args = SPECS)]
fn load(bencher: divan::Bencher, name: &str) {
    let text = text(name);
    bencher.bench(|| model(&text));
}

#[divan::bench(args = SPECS)]
fn plan_files(bencher: divan::Bencher, name: &str) {
    let (library, model) = (Library::embedded(), model(&text(name)));
    bencher.bench(|| plan(&library, &model).expect("a plan"));
}

#[divan::bench(args = SPECS)]
fn render_files(bencher: divan::Bencher, name: &str) {
    let plan = plan(&Library::embedded(), &model(&text(name))).expect("a plan");
    bencher.bench(|| render(&plan).expect("files"));
}

#[divan::bench(args = [10, 100, 1_000], max_time = 30, sample_count = 5)]
fn generate_entities(bencher: divan::Bencher, entities: usize) {
    let (library, model) = (Library::embedded(), model(&many(entities)));
    bencher.bench(|| generate(&library, &model).expect("files"));
}
