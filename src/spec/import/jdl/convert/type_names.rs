//! What the entities and enums of a file are called in the spec.

use indexmap::IndexMap;

use crate::spec::import::{
    jdl::ast::{Jdl, Word},
    notes::Notes,
    type_names::{self, ACCOUNT, ENTITY, ENUM, Sort, pascal},
};

/// What the entities and enums of a file are called in the spec.
#[derive(Debug, Default)]
pub(super) struct TypeNames<'a> {
    entities: IndexMap<&'a str, String>,
    enums: IndexMap<&'a str, String>,
    names: type_names::TypeNames,
}

impl<'a> TypeNames<'a> {
    /// Names everything that is declared. What has to be renamed is noted.
    pub fn of(jdl: &Jdl<'a>, notes: &mut Notes) -> Self {
        let mut names = Self::default();
        for entity in &jdl.entities {
            let name = names.claim(entity.name, ENTITY, notes);
            names.entities.insert(entity.name.text, name);
        }
        for one in &jdl.enums {
            let name = names.claim(one.name, ENUM, notes);
            names.enums.insert(one.name.text, name);
        }
        names
    }

    /// Names an entity that is not declared.
    pub fn add(&mut self, written: Word<'a>, notes: &mut Notes) -> String {
        let name = self.claim(written, ACCOUNT, notes);
        self.entities.insert(written.text, name.clone());
        name
    }

    /// A free name for an entity that the file does not have.
    pub fn invent(&mut self, plain: &str) -> String {
        self.names.invent(plain)
    }

    /// The name in the spec of an entity of the file.
    pub fn entity(&self, written: &str) -> Option<&str> {
        self.entities.get(written).map(String::as_str)
    }

    /// The name in the spec of an enum of the file.
    pub fn enumeration(&self, written: &str) -> Option<&str> {
        self.enums.get(written).map(String::as_str)
    }

    fn claim(&mut self, written: Word, sort: Sort, notes: &mut Notes) -> String {
        let (name, why) = self.names.claim(&pascal(written.text), sort);
        if name != written.text {
            let why = why.unwrap_or("names of types are short and in PascalCase");
            notes.changed(written.span, format!("`{}`", written.text), format!("called `{name}`, because {why}"));
        }
        name
    }
}
