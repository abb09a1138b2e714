//! The pages about interfaces say what the protos, the routers and the schemas say, no less and no more.

mod page;
mod sources;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use fountane::blueprint::{Generated, Library, generate};
use fountane::spec;

use page::Page;

const SPECS: [&str; 5] = ["clinic", "diary", "golden", "note", "shop"];
const BLUEPRINTS: [&str; 3] = ["saas", "api", "minimal"];

fn made(text: &str, blueprint: &str) -> Generated {
    let without: String =
        text.lines().filter(|line| !line.starts_with("blueprint:")).map(|line| format!("{line}\n")).collect();
    let (_, model) = spec::load(&format!("{without}blueprint: {blueprint}@^1\n"), "spec.yaml").unwrap();
    generate(&Library::embedded(), &model).unwrap()
}

/// Every fixture with every blueprint.
static WORKSPACES: LazyLock<Vec<(String, Generated)>> = LazyLock::new(|| {
    let cases = SPECS.into_iter().flat_map(|name| {
        let file = format!("{}/tests/fixtures/specs/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
        let text = fs_err::read_to_string(file).unwrap();
        BLUEPRINTS.map(|blueprint| (format!("{blueprint}/{name}"), made(&text, blueprint)))
    });
    cases.collect()
});

fn text<'a>(workspace: &'a Generated, path: &str) -> &'a str {
    let file = workspace.files.iter().find(|file| file.path.as_str() == path);
    std::str::from_utf8(&file.unwrap_or_else(|| panic!("no {path}")).bytes).unwrap()
}

/// The pages by their names.
fn pages(workspace: &Generated) -> Vec<(&str, Page<'_>)> {
    let paths = workspace.files.iter().map(|file| file.path.as_str());
    let pages: Vec<_> = paths
        .filter_map(|path| path.strip_prefix("docs/api/"))
        .map(|name| (name, Page::read(text(workspace, &format!("docs/api/{name}")))))
        .collect();
    assert!(pages.len() > 1);
    pages
}

fn service_pages(workspace: &Generated) -> impl Iterator<Item = (&str, Page<'_>)> {
    let of_services = pages(workspace).into_iter().filter(|(name, _)| *name != "README.md");
    of_services.map(|(name, page)| (name.trim_end_matches(".md"), page))
}

#[test]
fn every_method_of_the_protos_is_on_its_page_and_no_other() {
    for (case, workspace) in WORKSPACES.iter() {
        for (service, page) in service_pages(workspace) {
            let of_protos = sources::methods(workspace, service);
            assert!(of_protos.len() >= 6, "{case}: {of_protos:?}");
            for header in ["What it does", "Response"] {
                let of_page: BTreeSet<String> = page
                    .rows("Method", header)
                    .map(|(section, row)| format!("{section}.{}", page::bare(row[0])))
                    .collect();
                assert_eq!(of_page, of_protos, "{case}: {service}, {header}");
            }
        }
    }
}

#[test]
fn messages_have_the_fields_of_the_protos() {
    for (case, workspace) in WORKSPACES.iter() {
        for (service, page) in service_pages(workspace) {
            let of_protos = sources::messages(workspace, service);
            for (message, fields) in &of_protos {
                let told = if let Some(method) = message.strip_suffix("Request") {
                    page.in_code("Method", "Response", method, 1)
                } else if let Some(method) = message.strip_suffix("Response") {
                    page.in_code("Method", "Response", method, 2)
                } else {
                    page.fields(message)
                };
                let is_filter = message.ends_with("Filter");
                let expected: Vec<String> = fields
                    .iter()
                    .map(|(name, kind)| if is_filter { name.clone() } else { format!("{name}: {kind}") })
                    .collect();
                assert_eq!(told, expected, "{case}: {service}, {message}");
            }
        }
    }
}

#[test]
fn enums_have_the_values_of_the_protos() {
    for (case, workspace) in WORKSPACES.iter() {
        for (service, page) in service_pages(workspace) {
            let of_page: BTreeSet<String> = page
                .rows("gRPC", "Meaning")
                .map(|(section, row)| format!("{section}.{}", page::bare(row[0])))
                .collect();
            assert_eq!(of_page, sources::enum_values(workspace, service), "{case}: {service}");
        }
    }
}

#[test]
fn messages_that_services_share_are_those_of_the_protos() {
    for (case, workspace) in WORKSPACES.iter() {
        let readme = Page::read(text(workspace, "docs/api/README.md"));
        let mut told: Vec<(String, Vec<(String, String)>)> = Vec::new();
        for (_, row) in readme.rows("Message", "Meaning") {
            if !row[0].is_empty() {
                told.push((page::bare(row[0]), Vec::new()));
            }
            told.last_mut().unwrap().1.push((page::bare(row[1]), page::bare(row[2])));
        }
        told.sort();
        let of_protos: Vec<_> = sources::messages(workspace, "common").into_iter().collect();
        assert_eq!(told, of_protos, "{case}");
    }
}

#[test]
fn every_procedure_of_the_routers_is_on_its_page_with_its_role_and_no_other() {
    for (case, workspace) in WORKSPACES.iter() {
        let has_gateway = !case.starts_with("minimal");
        for (service, page) in service_pages(workspace) {
            let roles: Vec<(String, String)> =
                page.rows("Method", "What it does").map(|(_, row)| (page::bare(row[0]), page::bare(row[1]))).collect();
            let role = |method: &str| &roles.iter().find(|(name, _)| name == method).unwrap().1;
            let of_page: BTreeSet<String> = page
                .rows("Procedure", "Calls")
                .map(|(_, row)| {
                    let cells: Vec<String> = row.iter().map(|cell| page::bare(cell)).collect();
                    format!("{} {} {}", cells.join(" "), "for", role(&cells[4]))
                })
                .collect();
            assert_eq!(of_page, sources::procedures(workspace, service), "{case}: {service}");
            assert_eq!(of_page.is_empty(), !has_gateway, "{case}: {service}");
        }
        let readme = text(workspace, "docs/api/README.md");
        assert_eq!(readme.contains("`session.me` (query)"), has_gateway, "{case}");
    }
}

#[test]
fn links_lead_to_headings_that_are_there() {
    for (case, workspace) in WORKSPACES.iter() {
        let pages = pages(workspace);
        for (name, page) in &pages {
            for link in page.links() {
                let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
                let file = if file.is_empty() { name } else { file };
                let target = pages.iter().find(|(other, _)| *other == file);
                let (_, target) = target.unwrap_or_else(|| panic!("{case}: {name} links to {link}"));
                assert!(anchor.is_empty() || target.anchors().contains(anchor), "{case}: {name} links to {link}");
            }
        }
    }
}

/// What people write in a spec.
const HOSTILE: &str = include_str!("reference_pages/hostile.yaml");

#[test]
fn words_of_a_spec_stay_in_their_cells_and_make_no_markup() {
    for blueprint in BLUEPRINTS {
        let workspace = made(HOSTILE, blueprint);
        for (name, page) in pages(&workspace) {
            page.assert_even(name);
            assert!(page.links().iter().all(|link| !link.contains("nowhere")), "{name}");
        }
        let bar = Page::read(text(&workspace, "docs/api/bar.md"));
        let headings: Vec<&str> = bar.headings().collect();
        let expected =
            "Bar service, Calls from TypeScript, ThingsService, Thing, ThingInput, ThingFilter, Values of enums, Kind";
        assert_eq!(headings.join(", "), expected);
    }
}
