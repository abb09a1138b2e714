//! Structural insertion: what a template adds to a TypeScript file goes into the file as a person has it by now.
//!
//! `base` is what was generated last time, `theirs` what would be generated today. Where the two differ only by things that
//! came in (an import, a name in an import's braces, an element of an array, a property of an object, a member of a class or
//! interface, a statement), these are put at their place in `ours`, by byte offset: not a character else is touched.
//! Whether they differ by nothing else is proven first: the same insertions into `base` must give `theirs`.

use super::outline::{Container, Entry, Outline, OutlineError};
use crate::render::layout::{self, LayoutError};

/// Why a file cannot be brought up to date by insertion.
#[derive(Debug, thiserror::Error)]
pub enum InsertError {
    /// One of the three is not TypeScript.
    #[error(transparent)]
    Syntax(#[from] OutlineError),
    /// The result cannot be laid out.
    #[error(transparent)]
    Layout(#[from] LayoutError),
    /// Something was changed or removed, not only added.
    #[error("`{0}` changed in ways that are not insertions")]
    NotInsertions(String),
    /// The place is no longer there.
    #[error("`{path}` has lost `{container}`, where `{entry}` would go")]
    PlaceIsGone {
        /// The file.
        path: String,
        /// The object, array or class, by its way from the module: `appRouter/router()/0`.
        container: String,
        /// What would be inserted.
        entry: String,
    },
}

/// Brings the additions of `theirs` over `base` into `ours`.
///
/// `path` names the file in errors and tells TypeScript from TSX. Returns the new text of the file; what is there already,
/// because a person added it, is not added twice. A file that was laid out as Prettier would stays so.
pub fn typescript(path: &str, base: &str, ours: &str, theirs: &str) -> Result<String, InsertError> {
    let wanted = Outline::of(path, theirs)?;
    let before = Outline::of(path, base)?;
    let additions = additions(&before, &wanted);

    let proof = apply(path, base, &before, &wanted, &additions)?;
    if layout::typescript(path, &proof)? != layout::typescript(path, theirs)? {
        return Err(InsertError::NotInsertions(path.to_owned()));
    }
    let inserted = apply(path, ours, &Outline::of(path, ours)?, &wanted, &additions)?;
    let was_laid_out = layout::typescript(path, ours)? == ours;
    Ok(if was_laid_out { layout::typescript(path, &inserted)? } else { inserted })
}

/// What `wanted` has and `before` lacks, in containers that both have: container and entry, by index.
fn additions(before: &Outline<'_>, wanted: &Outline<'_>) -> Vec<(usize, usize)> {
    let mut additions = Vec::new();
    for (index, container) in wanted.containers.iter().enumerate() {
        let Some(old) = before.find(&container.path) else { continue };
        let new_entries = container.entries.iter().enumerate().filter(|(_, entry)| old.position(&entry.key).is_none());
        additions.extend(new_entries.map(|(entry, _)| (index, entry)));
    }
    additions
}

fn apply(
    path: &str,
    text: &str,
    outline: &Outline<'_>,
    wanted: &Outline<'_>,
    additions: &[(usize, usize)],
) -> Result<String, InsertError> {
    let mut splices: Vec<(usize, String)> = Vec::new();
    for &(container, entry) in additions {
        let container = &wanted.containers[container];
        let addition = &container.entries[entry];
        let Some(place) = outline.find(&container.path) else {
            return Err(InsertError::PlaceIsGone {
                path: path.to_owned(),
                container: container.path.clone(),
                entry: addition.key.clone(),
            });
        };
        if place.position(&addition.key).is_none() {
            splices.push(splice(text, place, container, entry));
        }
    }
    // Stable, so that several entries at one place keep their order; from the end, so that offsets stay true.
    splices.sort_by_key(|(at, _)| *at);
    let mut result = text.to_owned();
    for (at, insertion) in splices.iter().rev() {
        result.insert_str(*at, insertion);
    }
    Ok(result)
}

/// Where an entry of the wanted container goes in the place, and with which text around it.
fn splice(text: &str, place: &Container, wanted: &Container, entry: usize) -> (usize, String) {
    let addition = &wanted.entries[entry];
    let before = wanted.entries[..entry].iter().rev().find_map(|sibling| place.position(&sibling.key));
    if let Some(sibling) = before {
        let is_last = sibling + 1 == place.entries.len();
        return after(text, place, &place.entries[sibling], is_last, addition);
    }
    match place.entries.first() {
        Some(first) => ahead(text, place, first, addition),
        None => (place.inner_start, format!("{}{}", addition.text, place.kind.separator())),
    }
}

fn after(text: &str, place: &Container, sibling: &Entry, is_last: bool, addition: &Entry) -> (usize, String) {
    let indent = indent_of(text, sibling.start);
    let own_line = indent.is_some();
    let separator = place.kind.separator();
    // The separator that is there already, and a comment behind it on the same line, stay with the sibling.
    let rest = &text[sibling.end..];
    let has_separator = !separator.is_empty() && rest.trim_start().starts_with(separator);
    let behind = if has_separator { rest.find(separator).map_or(0, |at| at + separator.len()) } else { 0 };
    let line_end = rest[behind..].find('\n').map_or(rest.len(), |at| behind + at);
    let needs_separator = is_last && !has_separator;
    if own_line {
        let at = sibling.end + line_end;
        let indent = indent.unwrap_or_default();
        let blank = if addition.after_blank_line { "\n" } else { "" };
        let lead = if needs_separator { separator } else { "" };
        // A comma that was missing belongs right behind the sibling, in front of its comment: only lists of one line
        // lack it in laid out files, so a comment cannot follow.
        return (at, format!("{lead}\n{blank}{indent}{}{separator}", addition.text));
    }
    if has_separator {
        return (sibling.end + behind, format!(" {}{separator}", addition.text));
    }
    (sibling.end, format!("{separator} {}", addition.text))
}

fn ahead(text: &str, place: &Container, first: &Entry, addition: &Entry) -> (usize, String) {
    let separator = place.kind.separator();
    match indent_of(text, first.start) {
        Some(indent) => (first.start, format!("{}{separator}\n{indent}", addition.text)),
        None => (first.start, format!("{}{separator} ", addition.text)),
    }
}

/// The white space before an entry, where it is the first on its line.
fn indent_of(text: &str, start: usize) -> Option<&str> {
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let before = &text[line_start..start];
    before.chars().all(char::is_whitespace).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &str = "\
import { Module } from '@nestjs/common';

import { OwnersModule } from './owners/owners.module.js';
import { PetsModule } from './pets/pets.module.js';

@Module({
  imports: [
    // First, so that what is refused is measured too.
    ObservabilityModule.forRoot({ logLevel }),
    OwnersModule,
    PetsModule,
  ],
})
export class AppModule {}
";

    fn with_toys(text: &str) -> String {
        text.replace(
            "import { PetsModule } from './pets/pets.module.js';\n",
            "import { PetsModule } from './pets/pets.module.js';\nimport { ToysModule } from './toys/toys.module.js';\n",
        )
        .replace("    PetsModule,\n", "    PetsModule,\n    ToysModule,\n")
    }

    #[test]
    fn registers_a_module_among_what_a_person_wrote() {
        let ours = MODULE
            .replace("import { Module }", "import { Logger, Module }")
            .replace("    PetsModule,\n", "    PetsModule, // the pets\n    OursModule.forRoot(\"ours\"),\n")
            .replace("export class AppModule {}", "/** Ours. */\nexport class AppModule {}");
        insta::assert_snapshot!(typescript("app.module.ts", MODULE, &ours, &with_toys(MODULE)).unwrap(), @r#"
        import { Logger, Module } from '@nestjs/common';

        import { OwnersModule } from './owners/owners.module.js';
        import { PetsModule } from './pets/pets.module.js';
        import { ToysModule } from './toys/toys.module.js';

        @Module({
          imports: [
            // First, so that what is refused is measured too.
            ObservabilityModule.forRoot({ logLevel }),
            OwnersModule,
            PetsModule, // the pets
            ToysModule,
            OursModule.forRoot("ours"),
          ],
        })
        /** Ours. */
        export class AppModule {}
        "#);
    }

    #[test]
    fn adds_nothing_twice() {
        let theirs = with_toys(MODULE);
        assert_eq!(typescript("app.module.ts", MODULE, &theirs, &theirs).unwrap(), theirs);
    }

    #[test]
    fn adds_to_a_list_of_one_line_and_to_the_braces_of_an_import() {
        let base = "import { a } from './x.js';\n\nexport const all = [a];\nexport const map = { a };\n";
        let theirs = "import { a, b, type C } from './x.js';\n\nexport const all = [a, b];\nexport const map = { a, c: {} as C };\n";
        let ours = base.replace("[a]", "[a, mine]");
        insta::assert_snapshot!(typescript("x.ts", base, &ours, theirs).unwrap(), @"
        import { a, b, type C } from './x.js';

        export const all = [a, b, mine];
        export const map = { a, c: {} as C };
        ");
    }

    #[test]
    fn adds_a_first_entry() {
        let base = "export const all = [];\nexport interface Services {}\n";
        let theirs = "export const all = [a];\nexport interface Services {}\n";
        assert_eq!(typescript("x.ts", base, base, theirs).unwrap(), theirs);
    }

    #[test]
    fn refuses_a_change_that_is_not_an_insertion() {
        let error =
            typescript("x.ts", "const a = 1;\n", "const a = 1;\nconst mine = 2;\n", "const a = 3;\n").unwrap_err();
        assert_eq!(error.to_string(), "`x.ts` changed in ways that are not insertions");
    }

    #[test]
    fn says_when_the_place_is_gone() {
        let ours = MODULE.replace("  imports: [\n", "  imports: modules([\n").replace("  ],\n", "  ]),\n");
        let error = typescript("app.module.ts", MODULE, &ours, &with_toys(MODULE)).unwrap_err();
        insta::assert_snapshot!(error, @"`app.module.ts` has lost `AppModule/@/Module()/imports/[]`, where `ToysModule` would go");
    }
}
