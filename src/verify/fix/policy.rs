//! Which of the compiler's remedies are tried, and in which order.

use super::language::Remedy;

/// Kinds of remedies by TypeScript's own names (`expectedMark` is ours), the surest first. What is not here is never tried: it would guess types,
/// invent values or declare what is missing.
const KINDS: [&str; 21] = [
    "import",
    "convertToTypeOnlyImport",
    "splitTypeOnlyImport",
    "convertToTypeOnlyExport",
    "fixAwaitInSyncFunction",
    "addMissingAwait",
    "fixReturnTypeInAsyncFunction",
    "fixOverrideModifier",
    "addMissingConst",
    "constructorForDerivedNeedSuperCall",
    "classSuperMustPrecedeThisAccess",
    "extendsInterfaceBecomesImplements",
    "forgottenThisPropertyAccess",
    "fixExpectedComma",
    "expectedMark",
    "fixPropertyAssignment",
    "wrapJsxInFragment",
    "fixNaNEquality",
    "returnValueCorrect",
    "spelling",
    "unusedIdentifier",
];

/// The remedies to try for one error, in order. A missing import is only repaired where there is one way to do it, or one module
/// among several from which the file imports already.
pub(super) fn candidates(remedies: Vec<Remedy>) -> Vec<Remedy> {
    let imports = remedies.iter().filter(|remedy| remedy.name == "import").count();
    let known = remedies.iter().filter(|remedy| is_of_known_module(remedy)).count();
    let mut ranked: Vec<(usize, Remedy)> = remedies
        .into_iter()
        .filter(|remedy| remedy.name != "import" || imports == 1 || (known == 1 && is_of_known_module(remedy)))
        .filter(|remedy| remedy.name != "spelling" || remedy.here)
        .filter_map(|remedy| Some((rank(&remedy)?, remedy)))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, remedy)| remedy).collect()
}

/// Whether a remedy belongs behind all others: while errors are left, an import may only seem unused.
pub(super) fn is_for_last(remedy: &Remedy) -> bool {
    remedy.name == "unusedIdentifier"
}

/// `Update import from "./a"`: the name joins an import that is there.
fn is_of_known_module(remedy: &Remedy) -> bool {
    remedy.name == "import" && remedy.description.starts_with("Update import from")
}

fn rank(remedy: &Remedy) -> Option<usize> {
    let rank = KINDS.iter().position(|kind| *kind == remedy.name)?;
    // The other ways to be rid of an unused name change or delete code.
    let fits = remedy.name != "unusedIdentifier" || is_about_import(&remedy.description);
    fits.then_some(rank)
}

/// `Remove import from './a'`, `Remove unused declaration for: 'a'`: the guard refuses where that is no import.
fn is_about_import(description: &str) -> bool {
    description.starts_with("Remove import") || description.starts_with("Remove unused declaration for:")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remedy(name: &str, description: &str, here: bool) -> Remedy {
        Remedy { name: name.to_owned(), description: description.to_owned(), files: Vec::new(), here }
    }

    fn names(remedies: Vec<Remedy>) -> Vec<String> {
        candidates(remedies).into_iter().map(|remedy| remedy.name).collect()
    }

    #[test]
    fn what_guesses_or_declares_is_never_tried() {
        let guessing = ["inferFromUsage", "fixMissingProperties", "addMissingMember", "fixMissingFunctionDeclaration"];
        assert!(names(guessing.iter().map(|name| remedy(name, "", true)).collect()).is_empty());
    }

    #[test]
    fn an_import_is_added_only_where_there_is_one_way() {
        let import = || remedy("import", "Add import from './a'", false);
        assert_eq!(names(vec![import()]), ["import"]);
        assert!(names(vec![import(), import()]).is_empty());
        let known = || remedy("import", "Update import from './b'", false);
        let chosen = candidates(vec![import(), known(), import()]);
        assert_eq!(chosen.iter().map(|one| one.description.as_str()).collect::<Vec<_>>(), ["Update import from './b'"]);
        assert!(names(vec![known(), known(), import()]).is_empty());
    }

    #[test]
    fn names_are_corrected_only_to_those_of_the_project_and_after_imports() {
        assert!(names(vec![remedy("spelling", "Change spelling to 'FormData'", false)]).is_empty());
        let both = vec![remedy("spelling", "Change spelling to 'a'", true), remedy("import", "Add import", false)];
        assert_eq!(names(both), ["import", "spelling"]);
    }

    #[test]
    fn of_unused_names_only_imports_go() {
        let (import, prefix) = ("Remove import from './a'", "Prefix 'a' with an underscore");
        let both = vec![remedy("unusedIdentifier", prefix, false), remedy("unusedIdentifier", import, false)];
        assert_eq!(candidates(both).len(), 1);
    }
}
