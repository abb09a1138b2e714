use std::collections::HashMap;

use proptest::prelude::*;

use super::*;

fn path(name: &str) -> WorkspacePath {
    WorkspacePath::new(name).unwrap()
}

/// The merge of a file without structure.
fn text(base: impl AsRef<[u8]>, ours: impl AsRef<[u8]>, theirs: impl AsRef<[u8]>) -> Merged {
    let sides = Sides { base: base.as_ref(), ours: ours.as_ref(), theirs: theirs.as_ref() };
    merge(&path("notes.txt"), sides, &Labels::default())
}

fn clean(content: impl AsRef<[u8]>) -> Merged {
    Merged::Clean(content.as_ref().to_vec())
}

const BASE: &str = "one\ntwo\nthree\nfour\nfive\nsix\n";

#[test]
fn edits_at_different_places_merge() {
    let ours = BASE.replace("one", "mine");
    let theirs = BASE.replace("five", "new");
    assert_eq!(text(BASE, ours, theirs), clean("mine\ntwo\nthree\nfour\nnew\nsix\n"));
}

#[test]
fn the_same_edit_on_both_sides_is_no_conflict() {
    let both = BASE.replace("two", "2");
    let theirs = both.replace("six", "6");
    assert_eq!(text(BASE, &both, &theirs), clean(theirs));
}

#[test]
fn different_edits_of_one_place_stand_between_markers() {
    let Merged::Conflicted { with_markers, hunks } =
        text(BASE, BASE.replace("three", "mine"), BASE.replace("three", "new").replace("six", "6"))
    else {
        panic!("a conflict")
    };
    assert_eq!(hunks, 1);
    insta::assert_snapshot!(String::from_utf8(with_markers).unwrap(), @"
    one
    two
    <<<<<<< yours
    mine
    ||||||| generated before
    three
    =======
    new
    >>>>>>> fountane
    four
    five
    6
    ");
}

#[test]
fn a_line_that_looks_like_a_marker_makes_markers_longer() {
    let ours = BASE.replace("one\n", "one\n=======\n").replace("four", "mine");
    let Merged::Conflicted { with_markers, .. } = text(BASE, ours, BASE.replace("four", "new")) else {
        panic!("a conflict")
    };
    let shown = String::from_utf8(with_markers).unwrap();
    assert!(
        shown.contains("\n<<<<<<<< yours\nmine\n|||||||| generated before\nfour\n========\nnew\n>>>>>>>> fountane\n")
    );
}

#[test]
fn other_line_ends_stay_ours() {
    let crlf = |text: &str| text.replace('\n', "\r\n");
    let ours = crlf(&BASE.replace("one", "mine"));
    assert_eq!(text(BASE, &ours, BASE.replace("six", "6\n7")), clean(crlf("mine\ntwo\nthree\nfour\nfive\n6\n7\n")));
    let Merged::Conflicted { with_markers, .. } = text(BASE, &ours, BASE.replace("one", "new")) else {
        panic!("a conflict")
    };
    let shown = String::from_utf8(with_markers).unwrap();
    assert!(
        shown.starts_with("<<<<<<< yours\r\nmine\r\n||||||| generated before\r\none\r\n=======\r\nnew\r\n>>>>>>> fo")
    );
    assert_eq!(shown.matches('\n').count(), shown.matches("\r\n").count());
}

#[test]
fn line_ends_that_are_generated_anew_come_where_ours_did_not_change_them() {
    let theirs = BASE.replace('\n', "\r\n");
    assert_eq!(text(BASE, BASE.replace("one", "mine"), &theirs), clean(theirs.replace("one", "mine")));
}

#[test]
fn mixed_line_ends_are_left_alone() {
    let ours = "one\r\ntwo\nthree\nfour\r\nfive\r\nsix\n";
    let expected = "one\r\n2\r\ntwo\nthree\nfour\r\nfive\r\n6\r\n";
    assert_eq!(text(BASE, ours, BASE.replace("one", "one\n2").replace("six", "6")), clean(expected));
}

#[test]
fn a_byte_order_mark_stays_as_ours_has_it() {
    let marked = format!("\u{feff}{BASE}");
    let theirs = BASE.replace("six", "6");
    assert_eq!(text(BASE, &marked, &theirs), clean(format!("\u{feff}{theirs}")));
    assert_eq!(text(&marked, BASE, format!("\u{feff}{theirs}")), clean(theirs));
}

#[test]
fn a_last_line_without_an_end_stays_so() {
    let ours = BASE.trim_end();
    assert_eq!(text(BASE, ours, format!("{BASE}seven\n")), clean(format!("{BASE}seven")));
    assert_eq!(text(ours, BASE, format!("{BASE}seven")), clean(format!("{BASE}seven\n")));
}

#[test]
fn a_conflict_at_the_end_of_a_file_ends_its_lines() {
    let Merged::Conflicted { with_markers, .. } = text("a\nb", "a\nmine", "a\nnew") else { panic!("a conflict") };
    let expected = "a\n<<<<<<< yours\nmine\n||||||| generated before\nb\n=======\nnew\n>>>>>>> fountane\n";
    assert_eq!(String::from_utf8(with_markers).unwrap(), expected);
}

#[test]
fn latin_1_stays_latin_1() {
    let base = "für\ntwo\nthree\nfour\n";
    let ours = b"f\xfcr\ntwo\nmine \xe4\nfour\n";
    assert_eq!(text(base, ours, base.replace("für", "grün")), clean(b"gr\xfcn\ntwo\nmine \xe4\nfour\n"));
}

#[test]
fn bytes_that_are_no_text_merge_by_lines_too() {
    assert_eq!(text(b"\xff\nb\nc\n", b"\xff\nb\nc\xfe\n", b"\xfd\nb\nc\n"), clean(b"\xfd\nb\nc\xfe\n"));
}

#[test]
fn a_binary_file_is_taken_whole_or_not_at_all() {
    assert_eq!(text(b"a\0", b"a\0", b"b\0"), clean(b"b\0"));
    assert_eq!(text(b"a\0", b"b\0", b"a\0"), clean(b"b\0"));
    assert_eq!(text(b"a\0", b"b\0", b"c\0"), Merged::Binary);
    assert_eq!(text("a", b"b\0", "c"), Merged::Binary);
}

#[test]
fn what_one_side_emptied_and_the_other_edited_is_a_conflict() {
    assert!(matches!(text(BASE, "", BASE.replace("two", "2")), Merged::Conflicted { hunks: 1, .. }));
    assert!(matches!(text(BASE, BASE.replace("two", "2"), ""), Merged::Conflicted { hunks: 1, .. }));
}

#[test]
fn a_hundred_thousand_lines_without_order_end_soon() {
    let lines = |seed: u64| {
        let mut random = fastrand::Rng::with_seed(seed);
        (0..100_000).map(|_| format!("{}\n", random.u8(0..4))).collect::<String>()
    };
    let started = std::time::Instant::now();
    let _ = text(lines(1), lines(2), lines(3));
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

/// One edit: where, how many lines go, which come.
type Edit = (prop::sample::Index, usize, Vec<String>);

fn edits(alphabet: &'static [&'static str]) -> impl Strategy<Value = Vec<Edit>> {
    let line = prop::sample::select(alphabet).prop_map(str::to_owned);
    prop::collection::vec((any::<prop::sample::Index>(), 0..4_usize, prop::collection::vec(line, 0..4)), 0..6)
}

fn edited(base: &[String], edits: &[Edit]) -> Vec<String> {
    let mut lines = base.to_vec();
    for (place, gone, come) in edits {
        let at = place.index(lines.len() + 1);
        let end = (at + gone).min(lines.len());
        lines.splice(at..end, come.iter().cloned());
    }
    lines
}

fn joined(lines: &[String]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn counts<'a>(lines: impl IntoIterator<Item = &'a str>) -> HashMap<&'a str, usize> {
    let mut counts = HashMap::new();
    for line in lines {
        *counts.entry(line).or_default() += 1;
    }
    counts
}

/// What stands when every conflict is decided for ours.
fn yours(content: &str) -> Vec<&str> {
    let mut shown = true;
    let mut lines = Vec::new();
    for line in content.lines() {
        match line {
            "<<<<<<< yours" => shown = true,
            "||||||| generated before" | "=======" => shown = false,
            ">>>>>>> fountane" => shown = true,
            line if shown => lines.push(line),
            _ => {}
        }
    }
    lines
}

const COMMON: &[&str] = &["}", "", "a", "b", "  return;", "c"];
const NEW: &[&str] = &["new 1", "new 2", "new 3", "new 4"];

fn base() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(prop::sample::select(COMMON).prop_map(str::to_owned), 0..30)
}

/// Lines of which none is there twice, so that there is one way to align them.
fn distinct() -> impl Strategy<Value = Vec<String>> {
    (0..30_usize).prop_map(|count| (0..count).map(|number| format!("line {number}")).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn no_line_of_ours_vanishes(base in base(), ours in edits(COMMON), theirs in edits(COMMON)) {
        let (ours, theirs) = (edited(&base, &ours), edited(&base, &theirs));
        let result = match text(joined(&base), joined(&ours), joined(&theirs)) {
            Merged::Clean(content) => content,
            Merged::Conflicted { with_markers, .. } => with_markers,
            Merged::Binary => unreachable!("no byte is zero"),
        };
        let result = String::from_utf8(result).unwrap();
        let (before, after) = (counts(base.iter().map(String::as_str)), counts(result.lines()));
        for (line, count) in counts(ours.iter().map(String::as_str)) {
            let added = count.saturating_sub(before.get(line).copied().unwrap_or(0));
            prop_assert!(after.get(line).copied().unwrap_or(0) >= added, "{line:?} of ours in\n{result}");
        }
        for (line, count) in counts(theirs.iter().map(String::as_str)) {
            let added = count.saturating_sub(before.get(line).copied().unwrap_or(0));
            prop_assert!(after.get(line).copied().unwrap_or(0) >= added, "{line:?} of theirs in\n{result}");
        }
    }

    #[test]
    fn decided_for_ours_only_what_theirs_removed_is_missing(base in distinct(), ours in edits(COMMON), theirs in edits(NEW)) {
        let (ours, theirs) = (edited(&base, &ours), edited(&base, &theirs));
        let (Merged::Clean(result) | Merged::Conflicted { with_markers: result, .. }) =
            text(joined(&base), joined(&ours), joined(&theirs)) else { unreachable!("no byte is zero") };
        let result = String::from_utf8(result).unwrap();
        let kept: Vec<&str> = yours(&result).into_iter().filter(|line| !NEW.contains(line)).collect();
        let mut rest = ours.iter().map(String::as_str);
        prop_assert!(kept.iter().all(|line| rest.any(|other| other == *line)), "out of order:\n{result}");
        let (before, now) = (counts(base.iter().map(String::as_str)), counts(theirs.iter().map(String::as_str)));
        let kept = counts(kept);
        for (line, count) in counts(ours.iter().map(String::as_str)) {
            let removed = before.get(line).copied().unwrap_or(0).saturating_sub(now.get(line).copied().unwrap_or(0));
            prop_assert!(kept.get(line).copied().unwrap_or(0) + removed >= count, "{line:?} in\n{result}");
        }
    }

    #[test]
    fn one_side_alone_wins_whole(base in base(), other in edits(COMMON), crlf in any::<bool>(), ended in any::<bool>()) {
        let mut other = joined(&edited(&base, &other));
        if crlf {
            other = other.replace('\n', "\r\n");
        }
        if !ended {
            other.truncate(other.trim_end().len());
        }
        let base = joined(&base);
        prop_assert_eq!(text(&base, &base, &other), clean(&other));
        prop_assert_eq!(text(&base, &other, &base), clean(&other));
        prop_assert_eq!(text(&base, &other, &other), clean(&other));
    }

    #[test]
    fn the_same_again_gives_the_same(base in base(), ours in edits(COMMON), theirs in edits(COMMON)) {
        let (ours, theirs) = (joined(&edited(&base, &ours)), joined(&edited(&base, &theirs)));
        let base = joined(&base);
        let merged = text(&base, &ours, &theirs);
        prop_assert_eq!(&text(&base, &ours, &theirs), &merged);
        if let Merged::Clean(content) = merged {
            // Merged once, what is generated is in it: merging it again changes nothing.
            prop_assert_eq!(text(&theirs, &content, &theirs), clean(&content));
        }
    }

    #[test]
    fn chunks_cover_all_three_and_say_what_is_true(
        base in prop::collection::vec(0..5_u32, 0..40),
        ours in prop::collection::vec(0..5_u32, 0..40),
        theirs in prop::collection::vec(0..5_u32, 0..40),
    ) {
        let (mut at, mut ours_at, mut theirs_at) = (0, 0, 0);
        for chunk in diff3::align(&base, &ours, &theirs) {
            prop_assert_eq!((chunk.base.start, chunk.ours.start, chunk.theirs.start), (at, ours_at, theirs_at));
            (at, ours_at, theirs_at) = (chunk.base.end, chunk.ours.end, chunk.theirs.end);
            let (base, ours, theirs) = (&base[chunk.base], &ours[chunk.ours], &theirs[chunk.theirs]);
            match chunk.kind {
                diff3::Kind::Unchanged => prop_assert!(base == ours && base == theirs),
                diff3::Kind::Ours => prop_assert!(base == theirs && base != ours),
                diff3::Kind::Theirs => prop_assert!(base == ours && base != theirs),
                diff3::Kind::Both => prop_assert!(ours == theirs),
                diff3::Kind::Conflict => prop_assert!(ours != theirs),
            }
        }
        prop_assert_eq!((at, ours_at, theirs_at), (base.len(), ours.len(), theirs.len()));
    }
}
