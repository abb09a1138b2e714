//! Hostile texts: whatever is in a file, reading it ends, and ends well.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::{check, load, to_yaml};

const SPECS: [&str; 3] = [
    include_str!("../../tests/fixtures/specs/clinic.yaml"),
    include_str!("../../tests/fixtures/specs/shop.yaml"),
    include_str!("../../tests/fixtures/specs/note.yaml"),
];

/// A change to a text: at a place in thousandths, some characters go and others come.
fn mutation() -> impl Strategy<Value = (usize, usize, String)> {
    let bits = prop_oneof![
        "[ -~]{0,3}",
        ".{0,3}",
        prop::sample::select(vec![
            "\n",
            "\t",
            ": ",
            "{",
            "}",
            "[",
            "]",
            "*a",
            "&a ",
            "!!str ",
            "- ",
            "#",
            "'",
            "\"",
            "\\",
            "\u{202e}",
            "\0",
            "null",
            "true",
            "-1",
            "99999999999999999999",
            "@",
            "<<: ",
            "|\n",
            "---\n"
        ])
        .prop_map(str::to_owned),
    ];
    (0_usize..1000, 0_usize..12, bits)
}

fn mutated(text: &str, mutations: &[(usize, usize, String)]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for (place, remove, add) in mutations {
        let at = letters.len() * place / 1000;
        let end = (at + remove).min(letters.len());
        letters.splice(at..end, add.chars());
    }
    letters.into_iter().collect()
}

/// Moves whole lines about, which keeps more of the sense.
fn shuffled(text: &str, moves: &[(usize, usize)]) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    for (from, to) in moves {
        let line = lines.remove(lines.len() * from / 1000);
        lines.insert((lines.len() + 1) * to / 1000, line);
    }
    lines.join("\n")
}

fn ends_well(text: &str) -> Result<(), TestCaseError> {
    let checked = check(text, "fountane.yaml");
    prop_assert_eq!(checked.model.is_none(), checked.problems.has_errors());
    let rendered = checked.problems.render(true);
    prop_assert_eq!(rendered.is_empty(), checked.problems.is_empty());
    for problem in &checked.problems.problems {
        prop_assert!(problem.span.end <= text.len() && text.is_char_boundary(problem.span.start), "{problem:?}");
    }
    if let (Some(document), Some(model)) = (checked.document, checked.model) {
        let (again, same) = load(&to_yaml(&document), "fountane.yaml")
            .map_err(|problems| TestCaseError::fail(problems.render(false)))?;
        prop_assert_eq!(again, document);
        prop_assert_eq!(same, model);
    }
    Ok(())
}

proptest! {
    #[test]
    fn a_mutated_spec_is_read_or_refused(spec in prop::sample::select(SPECS.to_vec()), mutations in prop::collection::vec(mutation(), 1..6)) {
        ends_well(&mutated(spec, &mutations))?;
    }

    #[test]
    fn a_shuffled_spec_is_read_or_refused(spec in prop::sample::select(SPECS.to_vec()), moves in prop::collection::vec((0_usize..1000, 0_usize..1000), 1..6)) {
        ends_well(&shuffled(spec, &moves))?;
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(fountane|entities|[a-z]{1,4}|[:{}\\[\\]&*!|>'\"%@#,?-]|[ \n]){0,60}") {
        ends_well(&text)?;
    }
}

#[test]
fn a_large_product_is_read_quickly() {
    let mut text = "fountane: 1\nproject: { name: large }\nentities:\n".to_owned();
    for number in 0..1000 {
        let _ = writeln!(text, "  Thing{number}:\n    fields:\n      name: string!");
        for field in 0..15 {
            let _ = writeln!(text, "      field{field}: {{ type: string, required: true, max: 80 }}");
        }
        let _ = writeln!(text, "    relations: {{ previous: {{ many-to-one: Thing{} }} }}", number / 2);
    }
    let started = std::time::Instant::now();
    let checked = check(&text, "fountane.yaml");
    assert_eq!(checked.problems.render(false), "");
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}
