//! Identifiers: whatever a spec calls its things, Rust has a name for them.

use heck::ToUpperCamelCase;
use proc_macro2::{Ident, Span};

use super::description::{EntityNames, Enum};
use crate::spec::naming::Names;

/// Types that generated modules use by their bare name.
const TAKEN_TYPES: &[&str] = &[
    "Addresses",
    "AsRef",
    "Box",
    "Client",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Drop",
    "Err",
    "Error",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "Into",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Options",
    "Read",
    "Result",
    "Self",
    "Send",
    "Service",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
    "Write",
];

/// What is added to the name of a row for the types that belong to it.
const DERIVED: &[&str] = &["", "Id", "Input", "Changes", "Filter", "Sort", "Query", "File"];

/// What an entity of these names is called in Rust.
pub fn entity_names(names: &Names) -> EntityNames {
    let row = free_type(&names.one.pascal, "Record");
    let is_derived = |name: &str| name.strip_prefix(row.as_str()).is_some_and(|rest| DERIVED.contains(&rest));
    let calls = free_type(&names.many.pascal, "Calls");
    let calls = if is_derived(&calls) { format!("{calls}Calls") } else { calls };
    EntityNames {
        row,
        calls,
        module: names.many.snake.clone(),
        variable: names.one.snake.clone(),
        phrase: names.one.phrase.clone(),
        phrases: names.many.phrase.clone(),
    }
}

/// `pet-clinic-client` as programs import it.
pub fn module_of_crate(name: &str) -> String {
    name.replace('-', "_")
}

/// A type by its bare name, or another where that is taken.
fn free_type(name: &str, instead: &str) -> String {
    if TAKEN_TYPES.contains(&name) { format!("{name}{instead}") } else { name.to_owned() }
}

/// The type of an enum. Where its name is taken it gets a mark that no name of a spec has: all enums are in one module.
pub(super) fn enum_type(name: &str) -> Ident {
    type_ident(&free_type(name, "_"))
}

/// A type whose name is known to be free.
pub(super) fn type_ident(name: &str) -> Ident {
    ident(name)
}

/// A field, variable, method or module.
pub(super) fn ident(name: &str) -> Ident {
    // These are words that no `r#` makes identifiers.
    if matches!(name, "self" | "Self" | "super" | "crate" | "_") {
        return Ident::new(&format!("{name}_"), Span::call_site());
    }
    match syn::parse_str::<Ident>(name) {
        // A keyword since edition 2024, of which syn does not know.
        Ok(ident) if ident != "gen" => ident,
        _ => Ident::new_raw(name, Span::call_site()),
    }
}

/// The client's method for an entity.
pub(super) fn method_ident(names: &EntityNames) -> Ident {
    // These are methods of the client itself.
    match names.module.as_str() {
        taken @ ("new" | "with_token" | "with_request_id") => ident(&format!("{taken}_")),
        free => ident(free),
    }
}

/// Variants for words in any casing, each unlike those before it.
pub(super) fn variants<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<Ident> {
    let mut taken: Vec<String> = Vec::new();
    for word in words {
        let mut name = word.to_upper_camel_case();
        if name.starts_with(|first: char| first.is_ascii_digit()) {
            name.insert(0, '_');
        }
        while name == "Self" || taken.contains(&name) {
            name.push('_');
        }
        taken.push(name);
    }
    taken.iter().map(|name| ident(name)).collect()
}

/// The variants of an enum's values, and that of a value which is not known.
pub(super) fn enum_variants(each: &Enum) -> (Vec<Ident>, Ident) {
    let is_free = |word: &&str| each.values.iter().all(|value| value.constant != *word);
    let unknown = ["UNKNOWN", "UNLISTED", "OUT_OF_LIST"].into_iter().find(is_free).unwrap_or("UNKNOWN");
    let mut all = variants(each.values.iter().map(|value| value.constant.as_str()).chain([unknown]));
    let unknown = all.pop().expect("one was added");
    (all, unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_rust_become_identifiers() {
        let idents = ["type", "async", "gen", "self", "crate", "born_on"].map(|name| ident(name).to_string());
        assert_eq!(idents, ["r#type", "r#async", "r#gen", "self_", "crate_", "born_on"]);
    }

    #[test]
    fn types_that_modules_use_stay_what_they_are() {
        let names = entity_names(&Names::of("Result"));
        assert_eq!((names.row.as_str(), names.calls.as_str()), ("ResultRecord", "Results"));
        let names = entity_names(&Names::of("Option"));
        assert_eq!((names.row.as_str(), names.calls.as_str()), ("OptionRecord", "OptionsCalls"));
        let names = entity_names(&Names::with_plural("Pet", "PetInput"));
        assert_eq!(names.calls, "PetInputCalls");
    }

    #[test]
    fn no_entity_takes_a_method_of_the_client() {
        let methods = ["new", "with_token", "with_request_id", "pets"]
            .map(|plural| method_ident(&entity_names(&Names::with_plural("Pet", plural))).to_string());
        assert_eq!(methods, ["new_", "with_token_", "with_request_id_", "pets"]);
    }

    #[test]
    fn variants_differ() {
        let names =
            variants(["NO_SHOW", "A_1", "A1", "2XL", "SELF"]).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(names, ["NoShow", "A1", "A1_", "_2xl", "Self_"]);
    }
}
