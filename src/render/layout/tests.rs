//! The layout against files that Prettier 3.10.1 printed.

use std::fmt::Write;

use camino::{Utf8Path, Utf8PathBuf};
use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};
use proptest::sample::Index;

use super::{LayoutError, Options, is_kept, json, json_value, typescript, typescript_with};

const VERIFIED: Options = Options { prune_imports: false, verify: true };
/// As a template's text is laid out.
const PRUNED: Options = Options { prune_imports: true, verify: true };

fn fixtures(folder: &str) -> Vec<(Utf8PathBuf, String)> {
    let folder = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/layout").join(folder);
    let mut files: Vec<_> = folder.read_dir_utf8().unwrap().map(|entry| entry.unwrap().into_path()).collect();
    files.sort();
    files.into_iter().map(|path| (path.clone(), fs_err::read_to_string(path).unwrap())).collect()
}

fn lay_out(path: &Utf8Path, text: &str) -> Result<String, LayoutError> {
    let path = path.as_str();
    if path.ends_with(".json") { json(path, text) } else { typescript_with(path, text, VERIFIED) }
}

/// Names of files that the layout prints differently, each with the first line that differs.
fn differing(files: impl Iterator<Item = (Utf8PathBuf, String, String)>) -> String {
    let mut report = String::new();
    let mut count = 0;
    for (path, given, wanted) in files {
        count += 1;
        let got = lay_out(&path, &given).unwrap_or_else(|error| error.to_string());
        if got != wanted {
            let line = got.lines().zip(wanted.lines()).find(|(got, wanted)| got != wanted);
            let _ = writeln!(report, "{path}: {line:?}");
        }
    }
    assert!(count > 20, "only {count} fixtures");
    report
}

#[test]
fn the_archetype_is_already_laid_out() {
    let files = fixtures("golden");
    assert!(files.len() >= 60, "only {} fixtures", files.len());
    assert_eq!(differing(files.into_iter().map(|(path, text)| (path, text.clone(), text))), "");
}

#[test]
fn the_archetype_has_tidy_imports() {
    for (path, text) in fixtures("golden") {
        if path.extension() != Some("json") {
            assert_eq!(typescript_with(path.as_str(), &text, PRUNED).unwrap(), text, "{path}");
        }
    }
}

fn pairs() -> Vec<(Utf8PathBuf, String, String)> {
    let given = fixtures("pairs").into_iter().filter(|(path, _)| path.as_str().contains(".given."));
    given
        .map(|(path, text)| {
            let wanted = Utf8PathBuf::from(path.as_str().replace(".given.", "."));
            let text_wanted = fs_err::read_to_string(&wanted).unwrap();
            (wanted, text, text_wanted)
        })
        .collect()
}

#[test]
fn other_ways_to_write_the_same_end_up_as_prettier_prints_them() {
    assert_eq!(differing(pairs().into_iter()), "");
}

#[test]
fn laying_out_again_changes_nothing() {
    for (path, given, _) in pairs() {
        let once = lay_out(&path, &given).unwrap();
        assert_eq!(lay_out(&path, &once).unwrap(), once, "{path}");
    }
}

#[test]
fn a_syntax_error_says_where_it_is() {
    let error = typescript("src/a.ts", "const a = 1;\nconst = 2;\n").unwrap_err();
    insta::assert_snapshot!(error, @"`src/a.ts` line 2, column 7: Unexpected token");
    let error = json("nx.json", "{\n  \"a\": ü\n}").unwrap_err();
    insta::assert_snapshot!(error, @"`nx.json` line 2, column 8: expected a value");
}

#[test]
fn what_the_layout_does_not_know_is_refused() {
    let error = typescript("src/a.ts", "\nexport const query = gql`query { a }`;\n").unwrap_err();
    insta::assert_snapshot!(error, @"`src/a.ts` line 2, column 25: the layout does not know a template in another language (css, graphql, markdown)");
}

#[test]
fn imports_that_nothing_uses_go_and_the_others_are_merged_and_sorted() {
    let source = "\
import 'reflect-metadata';
import React, { useState, useMemo, type ReactNode } from 'react';

import type { Unused } from './unused.js';

import * as all from './all.js';
import { b, A } from './a.js';
import { type D, A, C as c } from './a.js';
import type { E } from './a.js';
// stays
import { unused } from './b.js';
import { /* why */ kept } from './c.js';
import def from './d.js';
import { named } from './d.js';
import { Part } from './part.js';
import { Service } from './service.js';

@Injectable()
export class Thing<T extends ReactNode> {
  constructor(private readonly service: Service, private readonly everything: typeof all) {
    useState<E>(A, b, c as D, def, named, <Part />);
  }
}
export { useMemo };
";
    insta::assert_snapshot!(typescript_with("a.tsx", source, PRUNED).unwrap(), @"
    import 'reflect-metadata';
    import { useMemo, useState, type ReactNode } from 'react';

    import * as all from './all.js';
    import { A, b, C as c, type D } from './a.js';
    import type { E } from './a.js';
    // stays
    import { /* why */ kept } from './c.js';
    import def, { named } from './d.js';
    import { Part } from './part.js';
    import { Service } from './service.js';

    @Injectable()
    export class Thing<T extends ReactNode> {
      constructor(
        private readonly service: Service,
        private readonly everything: typeof all,
      ) {
        useState<E>(A, b, c as D, def, named, <Part />);
      }
    }
    export { useMemo };
    ");
}

#[test]
fn a_value_becomes_json_with_one_member_per_line() {
    let value = serde_json::json!({ "b": { "a": [1, 2] }, "e": {}, "l": ["x", { "y": null }] });
    insta::assert_snapshot!(json_value("a.json", &value).unwrap(), @r#"
    {
      "b": {
        "a": [1, 2]
      },
      "e": {},
      "l": [
        "x",
        {
          "y": null
        }
      ]
    }
    "#);
    insta::assert_snapshot!(json_value("libs/a/package.json", &value).unwrap(), @r#"
    {
      "b": {
        "a": [
          1,
          2
        ]
      },
      "e": {},
      "l": [
        "x",
        {
          "y": null
        }
      ]
    }
    "#);
}

#[test]
fn line_ends_of_windows_become_ours() {
    assert_eq!(typescript("a.ts", "a();\r\n\r\n\r\nb();\r\n").unwrap(), "a();\n\nb();\n");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn no_text_makes_the_layout_panic(text in "\\PC{0,200}") {
        let _ = typescript("a.tsx", &text);
        let _ = json("a.json", &text);
    }

    #[test]
    fn no_torn_file_makes_the_layout_panic(file in any::<Index>(), from in any::<Index>(), to in any::<Index>()) {
        let files = pairs();
        let (path, text, _) = &files[file.index(files.len())];
        let marks: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let (one, other) = (marks[from.index(marks.len())], marks[to.index(marks.len())]);
        let torn = format!("{}{}", &text[..one.min(other)], &text[one.max(other)..]);
        if let Ok(printed) = typescript(path.as_str(), &torn) {
            prop_assert_eq!(typescript(path.as_str(), &printed).is_ok(), true);
        }
    }
}

#[test]
fn a_module_is_laid_out_anew_unless_only_whole_lines_that_fit_changed() {
    let module =
        "import { a } from '@golden/a';\nimport {\n  b,\n} from '@golden/b';\n\nexport const c = a(b, '@golden/c');\n";
    let kept = |from: &str, to: &str| is_kept(module, &module.replace(from, to));
    assert!(kept("", ""));
    assert!(kept("@golden/a", "@shop/a"));
    assert!(!kept("@golden/a", &format!("@{}/a", "x".repeat(120))), "too long for its line");
    assert!(!kept("@golden/b", "@shop/b"), "what is broken over lines may fit now");
    assert!(!kept("@golden/c", "@shop/c"), "a call may be laid out another way");
}
