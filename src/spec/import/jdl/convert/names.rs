//! Names as the spec wants them.

use heck::ToSnakeCase;
use indexmap::{IndexMap, IndexSet};

use super::notes::Notes;
use crate::spec::{
    document::{self, Document, Field, Service},
    import::jdl::ast::{Entity, Jdl, Word},
    naming::{self, Names, field_name},
    resolve,
};

/// What the entities and enums of a file are called in the spec.
#[derive(Debug, Default)]
pub(super) struct TypeNames<'a> {
    entities: IndexMap<&'a str, String>,
    enums: IndexMap<&'a str, String>,
    /// Every identifier that a name claims.
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

    /// A free name for an entity that the file does not have.
    pub fn invent(&mut self, plain: &str) -> String {
        let numbered = (2..).map(|count| format!("{plain}{count}"));
        let candidates = [plain.to_owned(), format!("{plain}Link")].into_iter().chain(numbered);
        let name = candidates.into_iter().find(|name| !is_refused_type(name) && self.is_free(name)).unwrap_or_default();
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
        let mut count = 1;
        while !self.is_free(&name) {
            why = "another type has that name in the singular or in the plural";
            name = if count == 1 { format!("{plain}{suffix}") } else { format!("{plain}{suffix}{count}") };
            count += 1;
        }
        self.take(&name);
        if name != written.text {
            notes.changed(written.span, format!("`{}`", written.text), format!("called `{name}`, because {why}"));
        }
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
    let mut trial = Document::named("trial");
    let entity = document::Entity { fields: [("name".to_owned(), Field::of("string"))].into(), ..Default::default() };
    trial.entities.insert(name.to_owned(), entity);
    resolve(&trial).is_err()
}

/// Whether the spec refuses the name of a service.
pub(super) fn is_refused_service(name: &str) -> bool {
    let mut trial = Document::named("trial");
    let entity = document::Entity { fields: [("name".to_owned(), Field::of("string"))].into(), ..Default::default() };
    trial.entities.insert("Note".to_owned(), entity);
    trial.services.insert(name.to_owned(), Service { entities: vec!["Note".to_owned()], ..Service::default() });
    resolve(&trial).is_err()
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

/// What every object of JavaScript has.
const EVERY_OBJECT: [&str; 10] = [
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "prototype",
    "then",
    "toJson",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// Characters of a name, with room for an ending.
const LONGEST: usize = 40;

fn shortened(name: &str) -> String {
    name.chars().take(LONGEST).collect()
}

impl MemberNames {
    /// Whether every row has a value of that name.
    pub fn is_given(name: &str) -> bool {
        EVERY_ROW.contains(&name)
    }

    fn is_free(&self, name: &str) -> bool {
        !Self::is_given(name) && !EVERY_OBJECT.contains(&name) && !self.0.contains(name)
    }

    /// A relation `owner` is written as `ownerId`, or `ownerIds`, which a field may be called as well.
    fn is_free_relation(&self, name: &str) -> bool {
        self.is_free(name) && keys(name).iter().all(|key| !self.0.contains(key))
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
        self.0.extend(keys(&name));
        self.0.insert(name.clone());
        name
    }
}

/// What a relation is called where its ids are written.
fn keys(name: &str) -> [String; 2] {
    [format!("{name}Id"), format!("{}Ids", naming::singular(name))]
}

fn first_free(candidates: &[String], is_free: impl Fn(&str) -> bool) -> String {
    // A name that was cut may end within a word.
    let candidates: Vec<String> = candidates.iter().map(|name| if name.len() > LONGEST + 6 { field_name(&shortened(name)) } else { name.clone() }).collect();
    let numbered = candidates.last().into_iter().flat_map(|base| (2..).map(move |count| format!("{base}{count}")));
    candidates.clone().into_iter().chain(numbered).find(|name| is_free(name)).unwrap_or_default()
}

/// `URLPath`, `url_path` become `urlPath`.
pub(super) fn member(written: &str) -> String {
    let name = field_name(&shortened(&field_name(written)));
    if name.starts_with(|first: char| first.is_ascii_lowercase()) { name } else { format!("field{}", Names::of(&name).one.pascal) }
}
