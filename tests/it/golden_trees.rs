//! What each blueprint makes of the example specs, file by file: a change that nobody meant shows here.
//!
//! `FOUNTANE_BLESS=1 cargo test golden_trees` writes the trees anew; review them as you review code.

use camino::Utf8PathBuf;
use fountane::blueprint::quality::{differences, lint_all, tree};
use fountane::blueprint::{Generated, Library, generate};
use fountane::spec;

/// A tree, its spec, and the files that are kept in full, so that a review sees text and not only digests.
const CASES: &[(&str, &str, &[&str])] = &[
    (
        "saas/clinic",
        "saas",
        &["package.json", "nx.json", "README.md", "AGENTS.md", "fountane.demo.json", ".env.development"],
    ),
    ("saas/shop", "saas", &["tools/e2e/src/samples.ts", "pnpm-workspace.yaml"]),
    ("saas/note", "saas", &["eslint.config.mjs", "tsconfig.json"]),
    ("api/clinic", "api", &["package.json", "README.md", "fountane.demo.json", "tools/e2e/src/samples.ts"]),
    ("minimal/note", "minimal", &["package.json", "README.md", "fountane.demo.json", "tools/e2e/src/samples.ts"]),
];

fn generated(case: &str, blueprint: &str) -> Generated {
    let name = case.rsplit('/').next().unwrap();
    let text = fs_err::read_to_string(folder("specs").join(format!("{name}.yaml"))).unwrap();
    let without: String =
        text.lines().filter(|line| !line.starts_with("blueprint:")).map(|line| format!("{line}\n")).collect();
    let (_, model) = spec::load(&format!("{without}blueprint: {blueprint}@^1\n"), name).unwrap();
    generate(&Library::embedded(), &model).unwrap()
}

fn folder(name: &str) -> Utf8PathBuf {
    Utf8PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

#[test]
fn a_project_may_be_called_much_like_the_one_that_templates_were_cut_from() {
    let text = fs_err::read_to_string(folder("specs").join("note.yaml")).unwrap();
    let (_, model) = spec::load(&text.replacen("name: notebook", "name: mgolden", 1), "note.yaml").unwrap();
    let made = generate(&Library::embedded(), &model).unwrap();
    let texts = || made.files.iter().map(|file| (file, String::from_utf8_lossy(&file.bytes)));
    assert!(texts().any(|(_, text)| text.contains("mgolden.common.v1")));
    let doubled: Vec<&str> =
        texts().filter(|(_, text)| text.contains("mmgolden")).map(|(file, _)| file.path.as_str()).collect();
    assert!(doubled.is_empty(), "{doubled:?}");
}

#[test]
fn trees_are_as_they_were() {
    let bless = fountane::env_vars::Environment::current().get("FOUNTANE_BLESS").is_some();
    let mut told = Vec::new();
    for (case, blueprint, kept) in CASES {
        let made = generated(case, blueprint);
        let home = folder("trees").join(case);
        let found = tree(&made.files);
        if bless {
            fs_err::create_dir_all(&home).unwrap();
            fs_err::write(home.join("tree.txt"), &found).unwrap();
        }
        let expected = fs_err::read_to_string(home.join("tree.txt")).unwrap_or_default();
        told.extend(differences(&expected, &found).iter().map(|difference| format!("{case}: {difference}")));
        for path in *kept {
            let file = made.files.iter().find(|file| file.path.as_str() == *path).unwrap();
            let copy = home.join(format!("{}.txt", path.replace('/', "_")));
            if bless {
                fs_err::write(&copy, &file.bytes).unwrap();
            }
            let before = fs_err::read_to_string(&copy).unwrap_or_default();
            same_text(case, path, &before, std::str::from_utf8(&file.bytes).unwrap());
        }
    }
    assert!(told.is_empty(), "{}\n`FOUNTANE_BLESS=1` accepts that", told.join("\n"));
}

fn same_text(case: &str, path: &str, before: &str, now: &str) {
    let diff = similar::TextDiff::from_lines(before, now);
    assert!(before == now, "{case}: `{path}`\n{}", diff.unified_diff().header("before", "now"));
}

#[test]
fn the_same_spec_makes_the_same_bytes() {
    assert_eq!(generated("saas/shop", "saas"), generated("saas/shop", "saas"));
}

/// Next cuts off what is longer than its own limit, with no more than a warning.
#[test]
fn the_web_lets_through_what_the_gateway_takes() {
    let shop = generated("saas/shop", "saas");
    let text = |path: &str| {
        let file = shop.files.iter().find(|file| file.path.as_str() == path).unwrap();
        std::str::from_utf8(&file.bytes).unwrap().to_owned()
    };
    assert!(text("apps/gateway/src/limits.ts").contains("BODY_LIMIT = 4 * 1024 * 1024;"));
    assert!(text("apps/web/next.config.ts").contains("proxyClientMaxBodySize: '4mb'"));
}

#[test]
fn every_blueprint_has_its_lockfile() {
    for (case, blueprint, _) in CASES {
        assert_eq!(generated(case, blueprint).without_lockfile, None, "{case}");
    }
}

/// What pnpm calls the catalog is exactly what projects ask it for, and every project that `tsc -b` builds is referred to.
#[test]
fn the_root_speaks_of_what_is_there() {
    for (case, blueprint, _) in CASES {
        let made = generated(case, blueprint);
        let text = |path: &str| {
            let file = made.files.iter().find(|file| file.path.as_str() == path).unwrap();
            String::from_utf8(file.bytes.clone()).unwrap()
        };
        let catalog = text("pnpm-workspace.yaml");
        let catalog: Vec<&str> = catalog
            .lines()
            .skip_while(|line| *line != "catalog:")
            .skip(1)
            .take_while(|line| line.starts_with("  "))
            .filter_map(|line| line.trim().rsplit_once(": ").map(|(name, _)| name.trim_matches('\'')))
            .collect();
        let manifests: Vec<String> = made
            .files
            .iter()
            .filter(|file| file.path.as_str().ends_with("package.json"))
            .map(|file| String::from_utf8(file.bytes.clone()).unwrap())
            .collect();
        for name in &catalog {
            let asked = format!("\"{name}\": \"catalog:\"");
            assert!(manifests.iter().any(|manifest| manifest.contains(&asked)), "{case}: nobody asks for {name}");
        }

        let root: serde_json::Value = serde_json::from_str(&text("tsconfig.json")).unwrap();
        for reference in root["references"].as_array().unwrap() {
            text(&format!("{}/tsconfig.json", reference["path"].as_str().unwrap()));
        }
    }
}

#[test]
fn images_are_built_with_the_workspaces_own_pnpm() {
    let shop = generated("saas/shop", "saas");
    let text = |path: &str| {
        let file = shop.files.iter().find(|file| file.path.as_str() == path).unwrap();
        std::str::from_utf8(&file.bytes).unwrap().to_owned()
    };
    let manifest = text("package.json");
    let pnpm = manifest.split("\"packageManager\": \"").nth(1).unwrap().split('"').next().unwrap();
    for app in ["gateway", "web", "services/catalogue"] {
        let dockerfile = text(&format!("apps/{app}/Dockerfile"));
        assert!(dockerfile.contains(&format!("npm install --global {pnpm}\n")), "{dockerfile}");
    }
    assert!(text(".dockerignore").lines().any(|line| line == ".data"));
}

#[test]
fn the_guide_names_files_that_are_there() {
    for (case, blueprint, _) in CASES {
        let made = generated(case, blueprint);
        let there = |path: &str| made.files.iter().any(|file| file.path.as_str() == path);
        let guide = made.files.iter().find(|file| file.path.as_str() == "AGENTS.md").unwrap();
        let guide = std::str::from_utf8(&guide.bytes).unwrap();
        let rows = guide.lines().filter(|line| line.starts_with('|'));
        let named: Vec<&str> = rows
            .flat_map(|row| row.split('`').skip(1).step_by(2))
            .filter(|word| word.contains('/') && !word.contains(' '))
            .collect();
        assert!(named.len() > 3, "{case}: {named:?}");
        let missing: Vec<&str> = named.into_iter().filter(|path| !there(path)).collect();
        assert!(missing.is_empty(), "{case}: {missing:?}");
    }
}

#[test]
fn templates_have_no_faults() {
    let findings: Vec<String> = lint_all(&Library::embedded()).unwrap().iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}
