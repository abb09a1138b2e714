//! Whole samples, from text to spec.

use camino::{Utf8Path, Utf8PathBuf};
use proptest::prelude::*;

use super::{MAX_BYTES, read};
use crate::spec::{
    import::{
        Imported,
        testing::{damage, entity, notes, survives_writing, valid},
        text::decode,
    },
    resolve, to_yaml,
};

type Files = Vec<(String, String)>;

/// Every sample: a file, or a folder of them.
fn fixtures() -> Vec<(String, Files)> {
    let folder = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/samples");
    let sorted = |folder: &Utf8Path| {
        let mut paths: Vec<Utf8PathBuf> =
            folder.read_dir_utf8().unwrap().map(|entry| entry.unwrap().into_path()).collect();
        paths.sort();
        paths
    };
    let file = |path: &Utf8PathBuf| {
        (path.file_name().unwrap().to_owned(), decode(fs_err::read(path.as_std_path()).unwrap()).0)
    };
    let samples = sorted(&folder).into_iter().map(|path| {
        let files = if path.is_dir() { sorted(&path).iter().map(file).collect() } else { vec![file(&path)] };
        (path.file_name().unwrap().replace('.', "-"), files)
    });
    samples.collect()
}

#[track_caller]
fn of(name: &str, text: &str) -> Imported {
    valid(read(&[(name.to_owned(), text.to_owned())], name))
}

/// The entities and enums of a sample, as the spec has them.
#[track_caller]
fn spec_of(name: &str, text: &str) -> String {
    let text = to_yaml(&of(name, text).document);
    let start = text.find("\nenums:").or_else(|| text.find("\nentities:")).unwrap_or_default();
    text[start..].trim().to_owned()
}

#[test]
fn every_sample_becomes_a_valid_spec() {
    let all = fixtures();
    assert!(all.len() >= 10);
    for (name, files) in all {
        let imported = valid(read(&files, &name));
        survives_writing(&imported);
        insta::assert_snapshot!(format!("notes-{name}"), notes(&imported));
        insta::assert_snapshot!(format!("spec-{name}"), to_yaml(&imported.document));
    }
}

#[test]
fn types_are_taken_from_all_values() {
    let csv = "a,b,c,d,e,f,g,h,i\n1,1.5,true,2026-01-01,10:00,x@y.org,https://a.b,3000000000,007\n\
               2,2,no,2026-01-02,11:30,z@y.org,https://c.d,1,12\n3,,yes,,12:00,,https://e.f,2,0\n";
    insta::assert_snapshot!(spec_of("things.csv", csv), @r#"
    entities:
      Thing:
        fields:
          a: int!
          b: { type: decimal, precision: 10, scale: 2 }
          c: boolean!
          d: date
          e: time!
          f: email
          g: url!
          h: long!
          i: { type: string, required: true, max: 10 }
    "#);
}

#[test]
fn few_words_that_repeat_are_an_enum_and_names_are_not() {
    let rows: String =
        (0..9).map(|at| format!("{},{},{}\n", ["open", "shut"][at % 2], ["Ada", "Ben"][at % 2], at)).collect();
    insta::assert_snapshot!(spec_of("things.csv", &format!("state,name,note\n{rows}")), @r#"
    enums:
      ThingState: [open, shut]

    entities:
      Thing:
        fields:
          state: ThingState!
          name: { type: string, required: true, max: 10 }
          note: int!
    "#);
}

#[test]
fn what_was_removed_and_may_come_back_is_said_once() {
    let spec = spec_of(
        "pets.json",
        r#"[{ "name": "Rex", "deletedAt": "2026-05-02T10:00:00Z" }, { "name": "Tom", "deletedAt": null }]"#,
    );
    assert!(spec.contains("soft-delete: true") && !spec.contains("deletedAt"), "{spec}");
}

#[test]
fn what_is_assumed_is_told() {
    let imported = of("things.csv", "code,size\na,1.5\nb,2\nc,3\n");
    insta::assert_snapshot!(notes(&imported), @r#"
    1:1 lengths of texts: `things.code`: assumed: the longest one and half of it more
    1:1 required: `things.code`, `things.size`: assumed, because no row is without a value; take `required` away where one may be
    1:1 unique: `things.code`: assumed, because no two rows have the same; take `unique` away where they may
    1:1 without an id: `things`: every row gets an `id`
    1:6 digits of numbers: `things.size`: assumed: those of the longest one and some before the point
    "#);
}

#[test]
fn quotes_semicolons_and_line_breaks_within_values_are_read() {
    insta::assert_snapshot!(spec_of("things.csv", "\"name\";\"text\"\r\n\"a;b\";\"one\r\ntwo\"\r\n"), @r#"
    entities:
      Thing:
        fields:
          name: { type: string, max: 10 }
          text: text
    "#);
}

#[test]
fn a_name_with_quotes_in_it_is_a_name() {
    let imported = of("things.csv", "\"a\"\"é\"1,\"b\"\n1,2\n");
    assert_eq!(entity(&imported, "Thing").fields.keys().collect::<Vec<_>>(), ["aE1", "b"]);
}

#[test]
fn lists_within_objects_are_entities_of_their_own() {
    let json = r#"{"orders": [
        {"id": 1, "lines": [{"text": "a", "count": 1}, {"text": "b", "count": 2}], "tags": [{"id": 1, "name": "x"}]},
        {"id": 2, "lines": [{"text": "c", "count": 3}], "tags": [{"id": 1, "name": "x"}], "buyer": {"id": 5, "name": "Ada"}}
    ]}"#;
    insta::assert_snapshot!(spec_of("shop.json", json), @r#"
    entities:
      Order:
        relations:
          buyer: { many-to-one: Buyer }
          tags: { many-to-many: Tag }

      OrderLine:
        fields:
          text: { type: string, required: true, max: 10 }
          count: int!
        relations:
          order: { many-to-one: Order, inverse: lines, required: true }

      Tag:
        fields:
          name: { type: string, max: 10 }

      Buyer:
        fields:
          name: { type: string, max: 10 }
    "#);
}

#[test]
fn ids_are_relations_where_their_values_are_there() {
    let json = r#"{"users": [{"id": 1, "name": "a"}, {"id": 2, "name": "b"}],
        "posts": [{"id": 7, "userId": 1, "editor_user_id": 2, "parentId": null}, {"id": 8, "userId": 2, "parentId": 7}],
        "likes": [{"userId": 99}]}"#;
    insta::assert_snapshot!(spec_of("blog.json", json), @r#"
    entities:
      User:
        fields:
          name: { type: string, max: 10 }

      Post:
        relations:
          user: { many-to-one: User, inverse: postsAsUser }
          editorUser: { many-to-one: User, inverse: postsAsEditorUser }
          parent: { many-to-one: Post, inverse: postsAsParent }

      Like:
        fields:
          userId: int
    "#);
}

#[test]
fn one_object_a_line_is_a_row_a_line() {
    let imported = of("events.ndjson", "{\"a\": 1}\n\n{\"a\": 2, \"b\": \"x\"}\r\n");
    assert_eq!(entity(&imported, "Event").fields.keys().collect::<Vec<_>>(), ["a", "b"]);
    let broken = read(&[("x.ndjson".to_owned(), "{\"a\": 1}\n{\"a\": ".to_owned())], "x.ndjson").unwrap_err();
    assert!(broken.render(false).contains("x.ndjson:2"), "{}", broken.render(false));
}

#[test]
fn samples_without_rows_or_of_too_much_are_refused() {
    let refused = |text: &str, name: &str| read(&[(name.to_owned(), text.to_owned())], name).unwrap_err().render(false);
    for (text, name) in [("", "a.csv"), ("[]", "a.json"), ("3", "a.json"), ("a,b\n", "a.csv"), ("", "a.ndjson")] {
        assert!(refused(text, name).contains("no rows"), "{text}");
    }
    assert!(refused(&" ".repeat(MAX_BYTES + 1), "a.csv").contains("at most"));
    assert!(refused(&"[".repeat(100_000), "a.json").contains("a.json:1"));
    assert!(read(&Vec::new(), "a").is_err());
}

#[test]
fn many_rows_and_many_columns_take_time_in_proportion() {
    let long = format!("a,b,c\n{}", "1,x,2026-01-01\n".repeat(250_000));
    assert!(notes(&of("long.csv", &long)).contains("only the first 200000"));
    assert!(notes(&of("long.ndjson", &"{\"a\": 1}\n".repeat(200_001))).contains("only the first 200000"));
    let header: Vec<String> = (0..100_000).map(|at| format!("c{at}")).collect();
    let wide = format!("{}\n{}\n", header.join(","), vec!["1"; 100_000].join(","));
    assert_eq!(entity(&of("wide.csv", &wide), "Wide").fields.len(), 200);
}

const PARTS: [&str; 24] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"id\"",
    "\"a\"",
    "\"a_id\"",
    "1",
    "1.5",
    "null",
    "true",
    "\"x\"",
    "\n",
    ";",
    "\t",
    "\"",
    "a,b\n",
    "2026-01-01",
    "\"items\": [{\"id\": 1}]",
    "{\"id\": 2}",
    "é",
    "\r\n",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_text_makes_it_panic(source in any::<String>(), ending in proptest::sample::select(&super::ENDINGS[..])) {
        let _ = read(&[(format!("a.{ending}"), source.clone())], &source);
    }

    #[test]
    fn whatever_is_read_is_valid(
        parts in proptest::collection::vec(proptest::sample::select(&PARTS[..]), 0..60),
        ending in proptest::sample::select(&super::ENDINGS[..]),
    ) {
        if let Ok(imported) = read(&[(format!("soup.{ending}"), parts.concat())], "soup") {
            prop_assert!(resolve(&imported.document).is_ok());
        }
    }

    #[test]
    fn changed_samples_still_become_valid_specs(
        which in 0..10_usize,
        cuts in proptest::collection::vec((any::<proptest::sample::Index>(), 0..30_usize, proptest::sample::select(&PARTS[..])), 1..5),
    ) {
        let all = fixtures();
        let (name, files) = &all[which % all.len()];
        let mut files = files.clone();
        damage(&mut files[0].1, &cuts);
        if let Ok(imported) = read(&files, name) {
            let resolved = resolve(&imported.document);
            prop_assert!(resolved.is_ok(), "{resolved:?}");
            survives_writing(&imported);
        }
    }
}
