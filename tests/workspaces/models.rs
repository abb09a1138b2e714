//! Models of every format become workspaces in which the compiler and ESLint find nothing.
//!
//! Ten of them here, two at a time; `scripts/models` tries all, which takes an hour.

use crate::bench::{Bench, fixture};

macro_rules! compile_and_lint {
    ($($(#[$attribute:meta])* $name:ident: $model:literal,)*) => {
        $($(#[$attribute])* #[test] fn $name() {
            println!("{}", compiles_and_lints(stringify!($name), $model));
        })*
    };
}

compile_and_lint! {
    jdl_hr: "jdl/jhipster-hr.jdl",
    jdl_hospital: "jdl/hospital.jdl",
    sql_music: "sql/music-sqlite.sql",
    sql_northwind: "sql/northwind-mssql.sql",
    prisma_blog: "prisma/blog.prisma",
    prisma_clinic: "prisma/clinic",
}

compile_and_lint! {
    #[ignore = "for scripts/models"] jdl_fields: "jdl/fields.jdl",
    #[ignore = "for scripts/models"] jdl_odd_names: "jdl/odd-names.jdl",
    #[ignore = "for scripts/models"] jdl_relations: "jdl/relations.jdl",
    #[ignore = "for scripts/models"] jdl_store: "jdl/jhipster-store.jdl",
    #[ignore = "for scripts/models"] sql_erp: "sql/erp.sql",
    #[ignore = "for scripts/models"] sql_hospital_schemas: "sql/hospital-schemas.sql",
    #[ignore = "for scripts/models"] sql_odd: "sql/odd.sql",
    #[ignore = "for scripts/models"] sql_rental: "sql/rental-pgdump.sql",
    #[ignore = "for scripts/models"] sql_shop: "sql/shop-mysqldump.sql",
    #[ignore = "for scripts/models"] prisma_legacy: "prisma/legacy.prisma",
    #[ignore = "for scripts/models"] prisma_odd: "prisma/odd.prisma",
    #[ignore = "for scripts/models"] prisma_saas: "prisma/saas.prisma",
    #[ignore = "for scripts/models"] openapi_bikes: "openapi/bikes-swagger2.json",
    #[ignore = "for scripts/models"] openapi_city: "openapi/city.json",
    #[ignore = "for scripts/models"] openapi_invoicing: "openapi/invoicing.yaml",
    #[ignore = "for scripts/models"] openapi_library: "openapi/library.yaml",
    #[ignore = "for scripts/models"] openapi_odd: "openapi/odd.yaml",
    #[ignore = "for scripts/models"] openapi_petshop: "openapi/petshop.json",
    #[ignore = "for scripts/models"] samples_articles: "samples/articles.json",
    #[ignore = "for scripts/models"] samples_events: "samples/events.ndjson",
    #[ignore = "for scripts/models"] samples_inventory: "samples/inventory.csv",
    #[ignore = "for scripts/models"] samples_kunden: "samples/kunden.csv",
    #[ignore = "for scripts/models"] samples_measurements: "samples/measurements.tsv",
    #[ignore = "for scripts/models"] samples_odd_csv: "samples/odd.csv",
    #[ignore = "for scripts/models"] samples_odd_json: "samples/odd.json",
    #[ignore = "for scripts/models"] samples_school: "samples/school",
    #[ignore = "for scripts/models"] samples_settings: "samples/settings.json",
    #[ignore = "for scripts/models"] samples_shop: "samples/shop.json",
}

/// One row of a table: what was read, what was made of it, how long each gate took.
fn compiles_and_lints(name: &str, model: &str) -> String {
    let bench = Bench::beside_others();
    let name = name.replace('_', "-");
    let made = bench.fountane(&["new", &name, "--from", &fixture(model), "--yes", "--no-check", "--json"]).succeeds();
    let folder = bench.folder(&name);
    let checked = bench
        .fountane(&["check", "--dir", folder.as_str(), "--only", "contracts,format,types,lint", "--json"])
        .succeeds();
    format!("| {model} | {} | {} |", counts(&made), seconds(&checked).join(" | "))
}

/// Entities, fields, services and files of a plan.
fn counts(made: &str) -> String {
    let plan = lines(made).find(|line| line["type"] == "plan").unwrap();
    ["entities", "fields", "services", "files"].map(|what| plan[what].to_string()).join(" | ")
}

/// How long each gate took, in the order that they ran.
fn seconds(checked: &str) -> Vec<String> {
    let steps = lines(checked).filter(|line| line["event"] == "step-finished");
    let gates = steps.filter(|line| ["types", "lint"].iter().any(|gate| line["step"] == **gate));
    gates.map(|line| format!("{} s", line["milliseconds"].as_u64().unwrap() / 1000)).collect()
}

fn lines(text: &str) -> impl Iterator<Item = serde_json::Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap())
}
