//! The workspace from which the templates are cut, made again from its domain: every file of it comes out, or is named
//! here with the reason.

use std::collections::BTreeSet;

use fountane::blueprint::{Library, generate};
use fountane::spec;

/// Files of the archetype that are not made, by the beginning of their paths.
const LEFT_OUT: &[(&str, &str)] = &[
    ("apps/mobile/", "the Expo application is not generated yet"),
    ("apps/services/clinic/src/testing.ts", "it became a folder: one file for the app, one for the database"),
    ("apps/web/messages/de/", "the messages of entities moved into a folder of their own"),
    ("apps/web/messages/en/", "the messages of entities moved into a folder of their own"),
    ("apps/web/next-env.d.ts", "Next writes it, and git ignores it"),
    ("apps/web/src/lib/server/gateway.ts", "nothing called it"),
    ("libs/core/logger/", "nothing logged with it"),
    ("apps/web/src/entities/entities.test.tsx", "each entity has its own tests"),
    ("apps/web/src/entities/pets/pet-", "the tests of list, form and page are one file for each entity"),
];

/// Files that the archetype does not have, by the beginning of their paths.
const ADDED: &[(&str, &str)] = &[
    (".dockerignore", "images hold what git does"),
    (".editorconfig", "editors agree with Prettier"),
    (".env.example", "what production needs"),
    (".gitattributes", "line ends are the same everywhere"),
    (".husky/", "staged files are linted before a commit"),
    (".lintstagedrc.json", "staged files are linted before a commit"),
    (".node-version", "version managers find Node 24"),
    (".nvmrc", "version managers find Node 24"),
    (".vscode/", "settings, extensions and breakpoints"),
    (".github/", "changes are checked, main is built and scanned"),
    (".fountane/", "the schema that editors complete the spec with"),
    ("AGENTS.md", "where to change what"),
    ("docs/api/", "what can be called, for those who call it"),
    ("fountane.demo.json", "what a demo consists of"),
    ("apps/gateway/Dockerfile", "it can be shipped"),
    ("apps/web/Dockerfile", "it can be shipped"),
    ("apps/gateway/src/", "limits of request bodies, tests of messages"),
    ("apps/services/clinic/.env.development", "each service has a database of its own"),
    ("apps/services/clinic/Dockerfile", "each service can be shipped"),
    ("apps/services/clinic/src/", "what tests of several entities share"),
    ("apps/web/messages/", "the messages of entities have a folder of their own"),
    ("apps/web/src/entities/", "names, sections and tests of each entity"),
    ("apps/web/src/records/", "what the entities' files had in common"),
    ("apps/web/src/testing/", "what the entities' tests have in common"),
    ("libs/backend/", "files, stable ids of seeds, rows of other services"),
    ("libs/contracts/", "files"),
    ("libs/frontend/ui/src/", "fields for times, JSON and files"),
    ("tools/bundle/", "images hold few files"),
    ("tools/dev-identity/src/", "access tokens for the command line"),
    ("tools/e2e/src/", "the story is told for any spec"),
];

#[test]
fn the_archetype_comes_out_of_its_own_domain() {
    let text = include_str!("../fixtures/specs/golden.yaml");
    let (_, model) = spec::load(text, "golden.yaml").unwrap();
    let generated = generate(&Library::embedded(), &model).unwrap();
    let made: BTreeSet<&str> = generated.files.iter().map(|file| file.path.as_str()).collect();
    let archetype: BTreeSet<&str> = include_str!("../fixtures/golden-files.txt").lines().collect();

    let is_named = |path: &str, reasons: &[(&str, &str)]| reasons.iter().any(|(start, _)| path.starts_with(start));
    let missing: Vec<&&str> = archetype.difference(&made).filter(|path| !is_named(path, LEFT_OUT)).collect();
    assert!(missing.is_empty(), "not made, and no reason given: {missing:#?}");
    let surplus: Vec<&&str> = made.difference(&archetype).filter(|path| !is_named(path, ADDED)).collect();
    assert!(surplus.is_empty(), "made, and no reason given: {surplus:#?}");
}

#[test]
fn every_reason_is_still_needed() {
    let (_, model) = spec::load(include_str!("../fixtures/specs/golden.yaml"), "golden.yaml").unwrap();
    let generated = generate(&Library::embedded(), &model).unwrap();
    let made: BTreeSet<&str> = generated.files.iter().map(|file| file.path.as_str()).collect();
    let archetype: BTreeSet<&str> = include_str!("../fixtures/golden-files.txt").lines().collect();
    for (start, reason) in LEFT_OUT {
        assert!(archetype.difference(&made).any(|path| path.starts_with(start)), "`{start}` is made by now ({reason})");
    }
}
