//! Models of every format become workspaces in which the compiler and ESLint find nothing.
//!
//! Ten of them here, two at a time; `scripts/models` tries all, with 150 entities as the last, which takes an hour.
//!
//! One of each format comes with a web application. What differs between two models of a format shows in the contracts, the
//! services and the gateway, which blueprint `api` has; it takes three fifths of the time. One is `minimal`, whose story speaks
//! to the services.

use crate::bench::{Bench, fixture};
use crate::many;

macro_rules! compile_and_lint {
    ($blueprint:literal: $($(#[$attribute:meta])* $name:ident: $model:literal,)*) => {
        $($(#[$attribute])* #[test] fn $name() {
            println!("{}", compiles_and_lints(stringify!($name), $model, $blueprint));
        })*
    };
}

compile_and_lint! { "saas":
    jdl_hr: "jdl/jhipster-hr.jdl",
    sql_music: "sql/music-sqlite.sql",
    prisma_clinic: "prisma/clinic",
    openapi_petshop: "openapi/petshop.json",
    samples_shop: "samples/shop.json",
}

compile_and_lint! { "api":
    jdl_hospital: "jdl/hospital.jdl",
    sql_northwind: "sql/northwind-mssql.sql",
    prisma_festival: "prisma/festival-mongodb.prisma",
    openapi_library: "openapi/library.yaml",
}

compile_and_lint! { "minimal":
    prisma_blog: "prisma/blog.prisma",
}

compile_and_lint! { "saas":
    #[ignore = "for scripts/models"] jdl_fields: "jdl/fields.jdl",
    #[ignore = "for scripts/models"] jdl_hospital_web: "jdl/hospital.jdl",
    #[ignore = "for scripts/models"] jdl_odd_names: "jdl/odd-names.jdl",
    #[ignore = "for scripts/models"] jdl_relations: "jdl/relations.jdl",
    #[ignore = "for scripts/models"] jdl_store: "jdl/jhipster-store.jdl",
    #[ignore = "for scripts/models"] sql_erp: "sql/erp.sql",
    #[ignore = "for scripts/models"] sql_hospital_schemas: "sql/hospital-schemas.sql",
    #[ignore = "for scripts/models"] sql_northwind_web: "sql/northwind-mssql.sql",
    #[ignore = "for scripts/models"] sql_odd: "sql/odd.sql",
    #[ignore = "for scripts/models"] sql_rental: "sql/rental-pgdump.sql",
    #[ignore = "for scripts/models"] sql_shop: "sql/shop-mysqldump.sql",
    #[ignore = "for scripts/models"] prisma_blog_web: "prisma/blog.prisma",
    #[ignore = "for scripts/models"] prisma_festival_web: "prisma/festival-mongodb.prisma",
    #[ignore = "for scripts/models"] prisma_legacy: "prisma/legacy.prisma",
    #[ignore = "for scripts/models"] prisma_odd: "prisma/odd.prisma",
    #[ignore = "for scripts/models"] prisma_saas: "prisma/saas.prisma",
    #[ignore = "for scripts/models"] prisma_university: "prisma/university",
    #[ignore = "for scripts/models"] openapi_bikes: "openapi/bikes-swagger2.json",
    #[ignore = "for scripts/models"] openapi_city: "openapi/city.json",
    #[ignore = "for scripts/models"] openapi_invoicing: "openapi/invoicing.yaml",
    #[ignore = "for scripts/models"] openapi_library_web: "openapi/library.yaml",
    #[ignore = "for scripts/models"] openapi_logistics: "openapi/logistics.yaml",
    #[ignore = "for scripts/models"] openapi_odd: "openapi/odd.yaml",
    #[ignore = "for scripts/models"] samples_articles: "samples/articles.json",
    #[ignore = "for scripts/models"] samples_events: "samples/events.ndjson",
    #[ignore = "for scripts/models"] samples_inventory: "samples/inventory.csv",
    #[ignore = "for scripts/models"] samples_kunden: "samples/kunden.csv",
    #[ignore = "for scripts/models"] samples_measurements: "samples/measurements.tsv",
    #[ignore = "for scripts/models"] samples_odd_csv: "samples/odd.csv",
    #[ignore = "for scripts/models"] samples_odd_json: "samples/odd.json",
    #[ignore = "for scripts/models"] samples_school: "samples/school",
    #[ignore = "for scripts/models"] samples_settings: "samples/settings.json",
}

#[test]
#[ignore = "for scripts/models"]
fn warehouse_of_150_entities() {
    let bench = Bench::beside_others();
    let spec = bench.folder("warehouse.yaml");
    std::fs::write(&spec, many::spec(15)).unwrap();
    println!("{}", row("150 entities", "saas", &bench, "warehouse", spec.as_str()));
}

fn compiles_and_lints(name: &str, model: &str, blueprint: &str) -> String {
    row(model, blueprint, &Bench::beside_others(), &name.replace('_', "-"), &fixture(model))
}

/// One row of a table: what was read, what was made of it, how long each gate took.
fn row(title: &str, blueprint: &str, bench: &Bench, name: &str, model: &str) -> String {
    let flags = ["--blueprint", blueprint, "--yes", "--no-check", "--json"];
    let made = bench.fountane(&[&["new", name, "--from", model], flags.as_slice()].concat()).succeeds();
    let folder = bench.folder(name);
    let checked = bench
        .fountane(&["check", "--dir", folder.as_str(), "--only", "contracts,format,types,lint", "--json"])
        .succeeds();
    format!("| {title} | {blueprint} | {} | {} |", counts(&made), seconds(&checked).join(" | "))
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
