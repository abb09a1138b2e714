//! Names as the spec wants them.

use heck::ToSnakeCase;
use indexmap::{IndexMap, IndexSet};

use super::notes::Notes;
use crate::spec::{
    import::jdl::ast::{Entity, Jdl, Word},
    naming::{self, Names, field_name},
};

/// What the entities and enums of a file are called in the spec.
#[derive(Debug, Default)]
pub(super) struct TypeNames<'a> {
    entities: IndexMap<&'a str, String>,
    enums: IndexMap<&'a str, String>,
    /// Every identifier in snake_case that a name claims, in the singular and in the plural.
    claimed: IndexSet<String>,
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
        let mut why = "names of types are in PascalCase";
        if is_refused(&name) {
            name = format!("{plain}{suffix}");
            why = "the name means something else in TypeScript or in generated files";
        }
        let mut count = 1;
        while !self.is_free(&name) {
            why = "another type has that name in the singular or in the plural";
            name = if count == 1 { format!("{plain}{suffix}") } else { format!("{plain}{suffix}{count}") };
            count += 1;
        }
        let names = Names::of(&name);
        self.claimed.insert(names.one.snake);
        self.claimed.insert(names.many.snake);
        if name != written.text {
            notes.changed(written.span, format!("`{}`", written.text), format!("called `{name}`, because {why}"));
        }
        name
    }

    fn is_free(&self, name: &str) -> bool {
        let names = Names::of(name);
        !self.claimed.contains(&names.one.snake) && !self.claimed.contains(&names.many.snake)
    }
}

/// `order_item` becomes `OrderItem`; what is in PascalCase already stays as it is.
fn pascal(written: &str) -> String {
    let name = Names::of(written).one.pascal;
    let mut letters = name.chars();
    match letters.next() {
        Some(first) if first.is_ascii_alphabetic() => name,
        _ => format!("Type{name}"),
    }
}

/// The database's own name for an entity, where it has one: given by hand, or left over from a name that was changed.
pub(super) fn table(entity: &Entity, name: &str, notes: &mut Notes) -> Option<String> {
    let given = entity.table.map(|table| (naming::identifier(&[table.text.to_snake_case()]), table));
    let Some((table, written)) = given else {
        let own = entity.name.text.to_snake_case();
        let is_renamed = entity.name.text != name && own != Names::of(name).one.snake;
        return (is_renamed && is_database_name(&own)).then_some(own);
    };
    if !is_database_name(&table) {
        notes.dropped(written.span, format!("table `{}`", written.text), "PostgreSQL cannot call a table so");
        return None;
    }
    if table != written.text {
        notes.changed(written.span, format!("table `{}`", written.text), format!("called `{table}`, as the database spells it"));
    }
    (table != Names::of(name).many.snake).then_some(table)
}

/// Names that TypeScript, or what generated files import, needs for itself.
const REFUSED: [&str; 24] = [
    "Array", "Boolean", "Buffer", "Date", "Document", "Element", "Error", "Event", "File", "Function", "JSON", "Map",
    "Math", "Node", "Number", "Object", "Promise", "Proxy", "Record", "RegExp", "Request", "Response", "Set", "String",
];

fn is_refused(name: &str) -> bool {
    REFUSED.contains(&name)
}

/// Whether PostgreSQL takes it without quotes, and leaves it to us.
pub(super) fn is_database_name(name: &str) -> bool {
    name.len() <= naming::IDENTIFIER_MAX
        && !name.starts_with("pg_")
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// The names of one entity's fields, relations and inverses, which must differ.
#[derive(Debug, Default)]
pub(super) struct MemberNames(IndexSet<String>);

/// What every row has without being told.
const EVERY_ROW: [&str; 6] = ["id", "version", "createdAt", "updatedAt", "deletedAt", "tenantId"];

impl MemberNames {
    /// Whether every row has a value of that name.
    pub fn is_given(name: &str) -> bool {
        EVERY_ROW.contains(&name)
    }

    fn is_free(&self, name: &str) -> bool {
        !Self::is_given(name) && !self.0.contains(name)
    }

    /// A relation `owner` has its key in `owner_id`, which a field `ownerId` would have as well.
    fn is_free_relation(&self, name: &str) -> bool {
        self.is_free(name) && !self.0.contains(&format!("{name}Id"))
    }

    /// Takes the first of the candidates that is free, or else the last one with a number, for a field.
    pub fn field(&mut self, candidates: &[String]) -> String {
        let name = first_free(candidates, |name| self.is_free(name));
        self.0.insert(name.clone());
        name
    }

    /// The same for a relation or an inverse.
    pub fn relation(&mut self, candidates: &[String]) -> String {
        let name = first_free(candidates, |name| self.is_free_relation(name));
        self.0.insert(name.clone());
        name
    }
}

fn first_free(candidates: &[String], is_free: impl Fn(&str) -> bool) -> String {
    let numbered = candidates.last().into_iter().flat_map(|base| (2..).map(move |count| format!("{base}{count}")));
    candidates.iter().cloned().chain(numbered).find(|name| is_free(name)).unwrap_or_default()
}

/// `URLPath`, `url_path` become `urlPath`.
pub(super) fn member(written: &str) -> String {
    let name = field_name(written);
    if name.starts_with(|first: char| first.is_ascii_lowercase()) { name } else { format!("field{}", Names::of(written).one.pascal) }
}
