//! Per kind of file: what merges, into which text, and what stays a conflict.

use super::super::{Labels, Merged, Sides, merge};
use crate::workspace_path::WorkspacePath;

fn merged(name: &str, base: &str, ours: &str, theirs: &str) -> Merged {
    let sides = Sides { base: base.as_bytes(), ours: ours.as_bytes(), theirs: theirs.as_bytes() };
    merge(&WorkspacePath::new(name).unwrap(), sides, &Labels::default())
}

#[track_caller]
fn clean(name: &str, base: &str, ours: &str, theirs: &str) -> String {
    match merged(name, base, ours, theirs) {
        Merged::Clean(content) => String::from_utf8(content).unwrap(),
        Merged::Conflicted { with_markers, .. } => panic!("a conflict:\n{}", String::from_utf8_lossy(&with_markers)),
        Merged::Binary => panic!("binary"),
    }
}

#[track_caller]
fn conflict(name: &str, base: &str, ours: &str, theirs: &str) -> String {
    match merged(name, base, ours, theirs) {
        Merged::Clean(content) => panic!("clean:\n{}", String::from_utf8_lossy(&content)),
        Merged::Conflicted { with_markers, .. } => String::from_utf8(with_markers).unwrap(),
        Merged::Binary => panic!("binary"),
    }
}

/// A text with parts replaced; each must be there.
#[track_caller]
fn with(text: &str, replacements: &[(&str, &str)]) -> String {
    replacements.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from:?} in {text}");
        text.replacen(from, to, 1)
    })
}

const PACKAGE: &str = r#"{
  "name": "@shop/pets",
  "scripts": {
    "build": "tsc",
    "test": "vitest run"
  },
  "dependencies": {
    "@nestjs/common": "11.0.0",
    "drizzle-orm": "0.44.0",
    "zod": "4.0.0"
  }
}
"#;

#[test]
fn packages_that_both_sides_added_stay_sorted() {
    let ours = with(PACKAGE, &[(r#""zod": "4.0.0""#, "\"lodash\": \"4.17.0\",\n    \"zod\": \"4.0.0\"")]);
    let theirs = with(PACKAGE, &[(r#""zod": "4.0.0""#, "\"nestjs-pino\": \"4.4.0\",\n    \"zod\": \"4.0.1\"")]);
    let dependencies = r#"    "drizzle-orm": "0.44.0",
    "lodash": "4.17.0",
    "nestjs-pino": "4.4.0",
    "zod": "4.0.1"
"#;
    let result = clean("services/pets/package.json", PACKAGE, &ours, &theirs);
    assert_eq!(result, with(PACKAGE, &[("    \"drizzle-orm\": \"0.44.0\",\n    \"zod\": \"4.0.0\"\n", dependencies)]));
}

#[test]
fn a_script_follows_the_one_that_it_follows_where_it_was_generated() {
    let ours = with(PACKAGE, &[("\"vitest run\"\n", "\"vitest run\",\n    \"mine\": \"./mine.sh\"\n")]);
    let theirs = with(PACKAGE, &[("\"vitest run\"\n", "\"vitest run\",\n    \"lint\": \"eslint .\"\n")]);
    let result = clean("package.json", PACKAGE, &ours, &theirs);
    let scripts = "\"test\": \"vitest run\",\n    \"lint\": \"eslint .\",\n    \"mine\": \"./mine.sh\"\n  }";
    assert!(result.contains(scripts), "{result}");
}

#[test]
fn one_script_changed_in_two_ways_is_a_conflict() {
    let ours = with(PACKAGE, &[("\"tsc\"", "\"tsc -b\"")]);
    let theirs = with(PACKAGE, &[("\"tsc\"", "\"swc\"")]);
    let shown = conflict("package.json", PACKAGE, &ours, &theirs);
    assert!(shown.contains("<<<<<<< yours\n    \"build\": \"tsc -b\",\n||||||| generated before\n"), "{shown}");
}

#[test]
fn a_package_that_one_side_removed_and_the_other_changed_is_a_conflict() {
    let ours = with(PACKAGE, &[("    \"drizzle-orm\": \"0.44.0\",\n", "")]);
    conflict("package.json", PACKAGE, &ours, &with(PACKAGE, &[("0.44.0", "0.45.0")]));
    conflict("package.json", PACKAGE, &with(PACKAGE, &[("0.44.0", "0.45.0")]), &ours);
}

#[test]
fn removals_and_additions_at_the_end_leave_commas_right() {
    let ours = with(PACKAGE, &[(",\n    \"zod\": \"4.0.0\"\n", "\n")]);
    let theirs = with(PACKAGE, &[("\"4.0.0\"\n", "\"4.0.0\",\n    \"zx\": \"8.0.0\"\n")]);
    let result = clean("package.json", PACKAGE, &ours, &theirs);
    assert!(result.contains("\"drizzle-orm\": \"0.44.0\",\n    \"zx\": \"8.0.0\"\n  }\n"), "{result}");
}

#[test]
fn a_key_that_both_added_in_different_places_stands_once() {
    let ours = with(PACKAGE, &[("  \"scripts\"", "  \"type\": \"module\",\n  \"scripts\"")]);
    let theirs = with(PACKAGE, &[("\"zod\": \"4.0.0\"\n  }", "\"zod\": \"4.0.0\"\n  },\n  \"type\": \"module\"")]);
    assert_eq!(clean("package.json", PACKAGE, &ours, &theirs), ours);
    let theirs = with(&theirs, &[("\"module\"", "\"commonjs\"")]);
    let shown = conflict("package.json", PACKAGE, &ours, &theirs);
    assert!(shown.contains("  \"type\": \"module\",\n") && shown.contains("  \"type\": \"commonjs\"\n"), "{shown}");
}

#[test]
fn a_file_that_was_indented_anew_takes_in_what_is_new() {
    let ours = PACKAGE.replace("  ", "\t");
    let theirs = with(PACKAGE, &[("\"4.0.0\"\n", "\"4.0.1\",\n    \"zx\": \"8.0.0\"\n")]);
    assert_eq!(clean("package.json", PACKAGE, &ours, &theirs), theirs.replace("  ", "\t"));
}

const TSCONFIG: &str = r#"{
  // What all packages share.
  "extends": "./base.json",
  "compilerOptions": {
    "strict": true, // always
    "lib": ["es2024"],
  },
  "references": [
    { "path": "../a" }, /* first */
    { "path": "../b" },
  ],
}
"#;

#[test]
fn comments_and_trailing_commas_stay_where_they_are() {
    let ours = with(TSCONFIG, &[("[\"es2024\"]", "[\"es2024\", \"dom\"]"), ("../b\" },", "../b\" }, // mine")]);
    let theirs = with(
        TSCONFIG,
        &[
            ("[\"es2024\"]", "[\"es2024\", \"esnext.disposable\"]"),
            ("../b\" },", "../b\" },\n    { \"path\": \"../c\" },"),
        ],
    );
    let expected = with(
        TSCONFIG,
        &[
            ("[\"es2024\"]", "[\"es2024\", \"esnext.disposable\", \"dom\"]"),
            ("../b\" },", "../b\" }, // mine\n    { \"path\": \"../c\" },"),
        ],
    );
    assert_eq!(clean("tsconfig.json", TSCONFIG, &ours, &theirs), expected);
}

#[test]
fn objects_of_an_array_are_told_by_their_names() {
    let ours = with(TSCONFIG, &[("\"path\": \"../b\"", "\"path\": \"../b\", \"prepend\": true")]);
    let theirs = with(TSCONFIG, &[("\"path\": \"../b\"", "\"path\": \"../b\", \"circular\": false")]);
    let result = clean("tsconfig.json", TSCONFIG, &ours, &theirs);
    assert!(result.contains(r#"{ "path": "../b", "circular": false, "prepend": true },"#), "{result}");
}

#[test]
fn a_file_that_a_person_broke_is_merged_by_lines() {
    let ours = with(PACKAGE, &[("\"name\": \"@shop/pets\",", "\"name\": ")]);
    let theirs = with(PACKAGE, &[("4.0.0", "4.0.1")]);
    assert_eq!(clean("package.json", PACKAGE, &ours, &theirs), with(&ours, &[("4.0.0", "4.0.1")]));
}

#[test]
fn line_ends_of_ours_stay_in_files_with_structure() {
    let ours = with(PACKAGE, &[(r#""zod": "4.0.0""#, "\"lodash\": \"4.17.0\",\n    \"zod\": \"4.0.0\"")]);
    let theirs = with(PACKAGE, &[(r#""zod": "4.0.0""#, "\"nestjs-pino\": \"4.4.0\",\n    \"zod\": \"4.0.0\"")]);
    let plain = clean("package.json", PACKAGE, &ours, &theirs);
    let crlf = clean("package.json", PACKAGE, &ours.replace('\n', "\r\n"), &theirs);
    assert_eq!(crlf, plain.replace('\n', "\r\n"));
}

const PIPELINE: &str = "\
# Runs for each change.
name: ci

on:
  push:
    branches: [main]

jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - name: Install
        run: pnpm install
      - name: Test
        run: |
          pnpm lint
          pnpm test
        env:
          CI: 'true' # for Vitest
";

#[test]
fn steps_of_a_pipeline_are_told_by_their_names() {
    let ours = with(
        PIPELINE,
        &[
            ("[main]", "[main, staging]"),
            ("        run: pnpm install\n", "        run: pnpm install\n      - run: ./mine\n"),
        ],
    );
    let theirs = with(
        PIPELINE,
        &[
            ("[main]", "[main, 'release/**']"),
            (
                "        run: pnpm install\n",
                "        run: pnpm install --frozen-lockfile\n      - name: Build\n        run: pnpm build\n",
            ),
            ("@v4", "@v5"),
        ],
    );
    let result = clean(".github/workflows/ci.yml", PIPELINE, &ours, &theirs);
    let expected = with(
        PIPELINE,
        &[
            ("[main]", "[main, 'release/**', staging]"),
            (
                "        run: pnpm install\n",
                "        run: pnpm install --frozen-lockfile\n      - name: Build\n        run: pnpm build\n      - run: ./mine\n",
            ),
            ("@v4", "@v5"),
        ],
    );
    assert_eq!(result, expected);
}

#[test]
fn keys_at_the_end_of_a_map_are_united() {
    let ours = format!("{PIPELINE}          MINE: 'yes'\n");
    let theirs = format!("{PIPELINE}          NODE_ENV: test # for Next.js\n");
    let expected = format!("{PIPELINE}          NODE_ENV: test # for Next.js\n          MINE: 'yes'\n");
    assert_eq!(clean("ci.yaml", PIPELINE, &ours, &theirs), expected);
}

#[test]
fn a_scalar_changed_in_two_ways_is_a_conflict() {
    let ours = with(PIPELINE, &[("ubuntu-24.04", "macos-15")]);
    let theirs = with(PIPELINE, &[("ubuntu-24.04", "ubuntu-26.04")]);
    let shown = conflict("ci.yaml", PIPELINE, &ours, &theirs);
    assert!(shown.contains("macos-15\n|||||||"), "{shown}");
}

#[test]
fn a_key_of_yaml_is_never_there_twice() {
    let ours = with(PIPELINE, &[("name: ci\n", "name: ci\npermissions: { contents: read }\n")]);
    let theirs = format!("{PIPELINE}\npermissions: {{ contents: read }}\n");
    assert_eq!(clean("ci.yaml", PIPELINE, &ours, &theirs), ours);
    conflict("ci.yaml", PIPELINE, &ours, &theirs.replace("read }", "write }"));
}

#[test]
fn yaml_with_anchors_is_merged_by_lines() {
    let base = "a: &a { x: 1 }\nb: *a\nc: 1\n";
    conflict("x.yaml", base, &format!("{base}d: 1\n"), &format!("{base}e: 1\n"));
}

#[test]
fn lines_of_ignore_files_are_united() {
    let base = "node_modules\n\n# what is built\ndist\n";
    let result = clean(".gitignore", base, &format!("{base}mine\n"), &format!("{base}.next\n"));
    assert_eq!(result, "node_modules\n\n# what is built\ndist\n.next\nmine\n");
    conflict(".gitignore", base, &base.replace("dist", "build"), &base.replace("dist", "out"));
}

#[test]
fn variables_are_told_by_their_names() {
    let base = "# The database.\nDATABASE_URL=postgres://localhost/shop\nPORT=3000\n";
    let ours = with(base, &[("localhost", "db"), ("PORT=3000\n", "PORT=3000\nMINE=1\n")]);
    let theirs = with(base, &[("PORT=3000\n", "PORT=3001\n\n# For mail.\nSMTP_URL=\n")]);
    let expected = with(base, &[("localhost", "db"), ("PORT=3000\n", "PORT=3001\n\n# For mail.\nSMTP_URL=\nMINE=1\n")]);
    assert_eq!(clean("services/pets/.env.example", base, &ours, &theirs), expected);
    conflict(".env.example", base, &base.replace("3000", "4000"), &base.replace("3000", "3001"));
}

#[test]
fn a_very_large_file_is_merged_by_lines() {
    let base = format!("[\n  1\n{}]\n", " \n".repeat(1 << 20));
    conflict("x.json", &base, &base.replace("  1\n", "  1,\n  2\n"), &base.replace("  1\n", "  1,\n  3\n"));
}

#[test]
fn lines_that_are_alike_are_not_taken_for_one_another() {
    let base = "d: {}\nc:\n  a: 0\n  b: 0\nb:\n  a: 0\n  b: 0\n";
    let ours = "d: {}\nc:\n  a: 0\n  b: 0\nb:\n  a: 1\n  b: 0\na:\n  a: 0\n";
    let theirs = "c:\n  a: 0\n  b: 0\nb:\n  a: 0\n";
    assert_eq!(clean("x.yaml", base, ours, theirs), "c:\n  a: 0\n  b: 0\nb:\n  a: 1\na:\n  a: 0\n");
}
