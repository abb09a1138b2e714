//! What no repair may do, whoever thought of it.

use super::census::{Census, Uncounted};

/// Text that silences a tool, for files that do not parse and so cannot be counted.
const SILENCING: [&str; 8] =
    ["any", "as ", "!", "@ts-ignore", "@ts-expect-error", "@ts-nocheck", "eslint-disable", "prettier-ignore"];

/// Why a change is refused, as a part of a sentence: `it adds …`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Something that silences a tool.
    #[error("it adds {0}")]
    Adds(String),
    /// Code, an export, a test.
    #[error("it takes away {0}")]
    TakesAway(String),
    /// It makes a file that no longer parses.
    #[error("what comes of it does not parse")]
    Breaks,
    /// It cannot be judged.
    #[error("the file is too large or too deep to judge a change of it")]
    Unfit,
}

/// Judges a change of one file by what it was and what it would be.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn judge(path: &str, before: &str, after: &str) -> Result<(), Refusal> {
    let old = match Census::of(path, before) {
        Ok(census) => census,
        Err(Uncounted::Syntax) => return judge_repair_of_syntax(path, before, after),
        Err(Uncounted::Unfit) => return Err(Refusal::Unfit),
    };
    let new = Census::of(path, after).map_err(|uncounted| match uncounted {
        Uncounted::Syntax => Refusal::Breaks,
        Uncounted::Unfit => Refusal::Unfit,
    })?;
    let added = new.silencers.iter().find(|(name, number)| **number > old.silencers.get(*name).copied().unwrap_or(0));
    if let Some((name, _)) = added {
        return Err(Refusal::Adds((*name).to_owned()));
    }
    let lost = old.substance.iter().find(|(name, number)| **number > new.substance.get(*name).copied().unwrap_or(0));
    if let Some((name, _)) = lost {
        return Err(Refusal::TakesAway((*name).to_owned()));
    }
    let sets = [
        ("the export", &old.exports, &new.exports),
        ("the test", &old.tests, &new.tests),
        ("the import of", &old.effects, &new.effects),
    ];
    for (what, old, new) in sets {
        if let Some(name) = old.difference(new).next() {
            return Err(Refusal::TakesAway(format!("{what} `{name}`")));
        }
    }
    Ok(())
}

/// What does not parse can only be added to, and not with anything that silences.
fn judge_repair_of_syntax(path: &str, before: &str, after: &str) -> Result<(), Refusal> {
    if let Err(Uncounted::Unfit) = Census::of(path, after) {
        return Err(Refusal::Unfit);
    }
    let mut added = String::new();
    let mut rest = before.chars().filter(|letter| !letter.is_whitespace()).peekable();
    for letter in after.chars() {
        if rest.peek() == Some(&letter) {
            rest.next();
            added.push('\0');
        } else if !letter.is_whitespace() || !added.ends_with(['\0', ' ']) {
            added.push(letter);
        }
    }
    if rest.peek().is_some() {
        return Err(Refusal::TakesAway("text".to_owned()));
    }
    match SILENCING.iter().find(|word| added.contains(**word)) {
        Some(word) => Err(Refusal::Adds(format!("`{}`", word.trim()))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(before: &str, after: &str) -> String {
        judge("a.tsx", before, after).map_or_else(|refusal| refusal.to_string(), |()| "fine".to_owned())
    }

    #[test]
    fn ordinary_repairs_are_fine() {
        for (before, after) in [
            ("foo();", "import { foo } from './foo';\nfoo();"),
            ("import { a, b } from './foo';\nb();", "import { b } from './foo';\nb();"),
            ("colr();", "color();"),
            ("const f = () => { g(); };", "const f = async () => { await g(); };"),
            ("class A extends B { c() {} }", "class A extends B { override c() {} }"),
            ("let a = 1;", "const a = 1;"),
            ("const a = [1];", "const a = [1] as const;"),
            ("f(a as string);", "f(a);"),
        ] {
            assert_eq!(refusal(before, after), "fine", "{before} → {after}");
        }
    }

    #[test]
    fn what_silences_is_refused() {
        for (before, after, why) in [
            ("function f(a) {}", "function f(a: any) {}", "it adds `any`"),
            ("f(a);", "f(a as string);", "it adds a cast"),
            ("f(a);", "f(a as unknown as string);", "it adds a cast"),
            ("f(a.b);", "f(a!.b);", "it adds a `!`"),
            ("class A { b: string; }", "class A { b!: string; }", "it adds a `!`"),
            ("let a: string;", "let a!: string;", "it adds a `!`"),
            ("f();", "// @ts-ignore\nf();", "it adds @ts-ignore"),
            ("f();", "/* eslint-disable */\nf();", "it adds eslint-disable"),
            ("it('a', f);", "it.skip('a', f);", "it adds a test that does not run"),
        ] {
            assert_eq!(refusal(before, after), why, "{before} → {after}");
        }
        let cast = judge("a.ts", "f(a);", "f(<string>a);");
        assert_eq!(cast, Err(Refusal::Adds("a cast".to_owned())));
    }

    #[test]
    fn what_throws_code_away_is_refused() {
        for (before, after, why) in [
            ("f();\ng();", "g();", "it takes away a call"),
            ("const a = 1;\nexport const b = 2;", "export const b = 2;", "it takes away a statement"),
            ("export function f() {}", "function f() {}", "it takes away the export `f`"),
            ("export { a as b };\nconst a = 1;", "export { a };\nconst a = 1;", "it takes away the export `b`"),
            ("it('a', f);\nit('b', f);", "it('a', f);\nit('a', f);", "it takes away the test `it 'b'`"),
            ("import './polyfill';", "", "it takes away the import of `./polyfill`"),
            ("interface A { b: 1; c: 2 }", "interface A { b: 1 }", "it takes away a member"),
            ("function f(a, b) {}", "function f(a) {}", "it takes away a parameter"),
            ("const { a, b } = c;", "const { a } = c;", "it takes away a property"),
        ] {
            assert_eq!(refusal(before, after), why, "{before} → {after}");
        }
    }

    #[test]
    fn what_does_not_parse_can_only_be_added_to() {
        assert_eq!(refusal("f(a b);", "f(a, b);"), "fine");
        assert_eq!(refusal("f(a b);", "f(a);"), "it takes away text");
        assert_eq!(refusal("f(a b);", "f(a as b);"), "it adds `as`");
        assert_eq!(refusal("f(a);", "f(a;"), "what comes of it does not parse");
    }

    #[test]
    fn a_hostile_file_is_no_danger() {
        for (opening, closing) in [("(", ")"), ("[", "]"), ("!", ""), ("a+", ""), ("a?b:", ""), ("-", ""), ("a=", "")] {
            for depth in [400, 60_000, 400_000] {
                let text = format!("{}a{};", opening.repeat(depth), closing.repeat(depth));
                let _ = judge("a.ts", &text, &text);
            }
        }
        assert_eq!(judge("a.ts", &"(".repeat(9_000), "a;"), Err(Refusal::Unfit));
    }
}
