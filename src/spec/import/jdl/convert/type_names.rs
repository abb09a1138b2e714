//! Names of entities and enums, and of services, as the spec wants them.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use super::{member_names::shortened, notes::Notes};
use crate::spec::{
    document::{Document, Entity, Field, Service},
    import::jdl::ast::{Jdl, Word},
    naming::Names,
    resolve,
};

/// What the entities and enums of a file are called in the spec.
#[derive(Debug, Default)]
pub(super) struct TypeNames<'a> {
    entities: IndexMap<&'a str, String>,
    enums: IndexMap<&'a str, String>,
    /// Every identifier that a name claims.
    claimed: HashSet<String>,
    /// How far the numbers behind a name have come.
    counts: HashMap<String, usize>,
}

impl<'a> TypeNames<'a> {
    /// Names everything that is declared. What has to be renamed is noted.
    pub fn of(jdl: &Jdl<'a>, notes: &mut Notes) -> Self {
        let mut names = Self::default();
        for entity in &jdl.entities {
            let name = names.claim(entity.name, "Entry", notes);
            names.entities.insert(entity.name.text, name);
        }
        for one in &jdl.enums {
            let name = names.claim(one.name, "Choice", notes);
            names.enums.insert(one.name.text, name);
        }
        names
    }

    /// Names an entity that is not declared.
    pub fn add(&mut self, written: Word<'a>, notes: &mut Notes) -> String {
        let name = self.claim(written, "Account", notes);
        self.entities.insert(written.text, name.clone());
        name
    }

    /// A free name for an entity that the file does not have.
    pub fn invent(&mut self, plain: &str) -> String {
        let plain = shortened(plain);
        let fits = !is_refused_type(&plain) && self.is_free(&plain);
        let name = if fits { plain } else { self.numbered(&format!("{plain}Link")) };
        self.take(&name);
        name
    }

    /// The name in the spec of an entity of the file.
    pub fn entity(&self, written: &str) -> Option<&str> {
        self.entities.get(written).map(String::as_str)
    }

    /// The name in the spec of an enum of the file.
    pub fn enumeration(&self, written: &str) -> Option<&str> {
        self.enums.get(written).map(String::as_str)
    }

    fn claim(&mut self, written: Word, suffix: &str, notes: &mut Notes) -> String {
        let plain = pascal(written.text);
        let mut name = plain.clone();
        let mut why = "names of types are short and in PascalCase";
        if is_refused_type(&name) {
            name = format!("{plain}{suffix}");
            why = "the name means something else in TypeScript or in generated files";
        }
        if !self.is_free(&name) {
            why = "another type has that name in the singular or in the plural";
            name = self.numbered(&format!("{plain}{suffix}"));
        }
        self.take(&name);
        if name != written.text {
            notes.changed(written.span, format!("`{}`", written.text), format!("called `{name}`, because {why}"));
        }
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
fn pascal(written: &str) -> String {
    let name = Names::of(written).one.pascal;
    let mut letters = name.chars();
    match letters.next() {
        Some(first) if first.is_ascii_alphabetic() => shortened(&name),
        _ => shortened(&format!("Type{name}")),
    }
}

/// Whether the spec refuses the name of a type: asked of its own checks, so that there is one list of such names.
fn is_refused_type(name: &str) -> bool {
    resolve(&trial(name)).is_err()
}

/// Whether the spec refuses the name of a service.
pub(super) fn is_refused_service(name: &str) -> bool {
    let mut trial = trial("Note");
    trial.services.insert(name.to_owned(), Service { entities: vec!["Note".to_owned()], ..Service::default() });
    resolve(&trial).is_err()
}

fn trial(entity: &str) -> Document {
    let mut trial = Document::named("trial");
    let fields = [("name".to_owned(), Field::of("string"))].into();
    trial.entities.insert(entity.to_owned(), Entity { fields, ..Entity::default() });
    trial
}
