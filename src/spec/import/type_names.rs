//! Names of entities and enums, and of services, as the spec wants them.

use std::collections::{HashMap, HashSet};

use super::member_names::shortened;
use crate::spec::{
    document::{Document, Entity, Enum, Field, Service},
    naming::{Names, is_split_by_digit},
    resolve,
};

/// The names of all entities and enums of a spec, which must differ in the singular and in the plural.
#[derive(Debug, Default)]
pub(super) struct TypeNames {
    /// Every identifier that a name claims.
    claimed: HashSet<String>,
    /// How far the numbers behind a name have come.
    counts: HashMap<String, usize>,
}

/// What a name is given to: that decides what it may not be, and which word makes another of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sort {
    ending: &'static str,
    trial: fn(&str) -> Document,
}

/// What the source has as an entity.
pub(super) const ENTITY: Sort = Sort { ending: "Entry", trial: entity_trial };
/// Who signs in, where the source only speaks of them.
pub(super) const ACCOUNT: Sort = Sort { ending: "Account", trial: entity_trial };
/// A list of values.
pub(super) const ENUM: Sort = Sort { ending: "Choice", trial: enum_trial };

/// Why a name could not stay as it was.
pub(super) const IS_REFUSED: &str = "the name means something else in TypeScript or in generated files";
/// Why a name could not stay as it was.
pub(super) const IS_TAKEN: &str = "another type has that name in the singular or in the plural";

impl TypeNames {
    /// Takes the plain name where it is free and may be used, or else one with the sort's ending, and says why.
    pub fn claim(&mut self, plain: &str, sort: Sort) -> (String, Option<&'static str>) {
        let ending = sort.ending;
        let mut name = plain.to_owned();
        let mut why = None;
        if is_refused(&name, sort) {
            name = format!("{plain}{ending}");
            why = Some(IS_REFUSED);
        }
        if !self.is_free(&name) {
            why = Some(IS_TAKEN);
            name = self.numbered(&format!("{plain}{ending}"));
        }
        self.take(&name);
        (name, why)
    }

    /// Takes the first of the names that is free and may be used.
    pub fn claim_first(&mut self, candidates: &[String]) -> Option<String> {
        let name = candidates.iter().find(|name| self.is_free(name) && !is_refused(name, ENTITY))?;
        self.take(name);
        Some(name.clone())
    }

    /// A free name for an entity that the source does not have.
    pub fn invent(&mut self, plain: &str) -> String {
        let plain = shortened(plain);
        let fits = !is_refused(&plain, ENTITY) && self.is_free(&plain);
        let name = if fits { plain } else { self.numbered(&format!("{plain}Link")) };
        self.take(&name);
        name
    }

    /// The name itself where it is free, or with a number. Counting goes on where it stopped, so that many of the same name
    /// take no longer than as many different ones.
    fn numbered(&mut self, base: &str) -> String {
        let mut count = self.counts.get(base).copied().unwrap_or(1);
        let mut name = base.to_owned();
        while !self.is_free(&name) {
            count += 1;
            name = format!("{base}{count}");
        }
        self.counts.insert(base.to_owned(), count);
        name
    }

    fn is_free(&self, name: &str) -> bool {
        identifiers(name).iter().all(|identifier| !self.claimed.contains(identifier))
    }

    fn take(&mut self, name: &str) {
        self.claimed.extend(identifiers(name));
    }
}

/// Everything that generated code derives from the name of a type: files and types, and variables where they differ.
fn identifiers(name: &str) -> [String; 4] {
    let Names { one, many } = Names::of(name);
    [one.snake, many.snake, format!("${}", one.variable), format!("${}", many.variable)]
}

/// `order_item` becomes `OrderItem`; what is in PascalCase already stays as it is.
pub(super) fn pascal(written: &str) -> String {
    let name = Names::of(written).one.pascal;
    let is_named = name.starts_with(|first: char| first.is_ascii_alphabetic());
    shortened(&apart(&if is_named { name } else { format!("Type{name}") }))
}

/// A letter behind a digit begins a word, or protobuf would make it one: `Type1st` becomes `Type1St`.
fn apart(name: &str) -> String {
    let mut apart = String::with_capacity(name.len());
    for letter in name.chars() {
        let begins = apart.ends_with(|last: char| last.is_ascii_digit());
        apart.push(if begins { letter.to_ascii_uppercase() } else { letter });
    }
    if !is_split_by_digit(&apart) {
        return apart;
    }
    let letters: String = name.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    Names::of(&letters).one.pascal
}

/// Whether the spec refuses the name of a type: asked of its own checks, so that there is one list of such names.
fn is_refused(name: &str, sort: Sort) -> bool {
    resolve(&(sort.trial)(name)).is_err()
}

/// Whether the spec refuses the name of a service.
pub(super) fn is_refused_service(name: &str) -> bool {
    let mut trial = entity_trial("Note");
    trial.services.insert(name.to_owned(), Service { entities: vec!["Note".to_owned()], ..Service::default() });
    resolve(&trial).is_err()
}

fn enum_trial(name: &str) -> Document {
    let mut trial = entity_trial("Note");
    trial.enums.insert(name.to_owned(), Enum::of(["ACTIVE"]));
    trial
}

fn entity_trial(entity: &str) -> Document {
    let mut trial = Document::named("trial");
    let fields = [("name".to_owned(), Field::of("string"))].into();
    trial.entities.insert(entity.to_owned(), Entity { fields, ..Entity::default() });
    trial
}

#[cfg(test)]
mod tests {
    use super::pascal;

    #[test]
    fn no_letter_sticks_to_a_digit() {
        assert_eq!(
            ["1st", "order_2nd", "H2O", "oauth2_client", "line2"].map(pascal),
            ["Type1St", "Order2Nd", "Ho", "Oauth2Client", "Line2"]
        );
    }
}
