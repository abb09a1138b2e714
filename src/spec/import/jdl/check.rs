//! Whether a file that can be read also makes sense: every name stands for something, and for one thing only.
//!
//! What JHipster itself would refuse is a fault; what only fountane cannot carry over becomes a note, later.

use indexmap::{IndexMap, IndexSet};

use super::ast::{Entity, Jdl, LiteralKind, OptionUse, Selection, Word};
use crate::spec::import::{fault::Fault, span::Span};

/// More entities than anybody models, and few enough that nothing below takes long.
const MOST_ENTITIES: usize = 1_000;

/// More fields than an entity of the spec takes.
const MOST_FIELDS: usize = 200;

/// More relationships than a file of that many entities has use for.
const MOST_RELATIONSHIPS: usize = 5_000;

/// More options than a file of that many entities has use for.
const MOST_OPTIONS: usize = 5_000;

/// More values than anybody chooses from.
const MOST_VALUES: usize = 200;

/// The types of JDL besides its enums.
pub(super) const TYPES: [&str; 19] = [
    "String",
    "Integer",
    "Long",
    "BigDecimal",
    "Float",
    "Double",
    "Boolean",
    "LocalDate",
    "LocalTime",
    "ZonedDateTime",
    "Instant",
    "Duration",
    "UUID",
    "Blob",
    "AnyBlob",
    "ImageBlob",
    "TextBlob",
    "ByteBuffer",
    "OffsetDateTime",
];

/// The entities that JHipster has without being told.
pub(super) const BUILT_IN: [&str; 2] = ["User", "Authority"];

/// Everything that is wrong, in the order of the file.
pub(super) fn check(jdl: &Jdl) -> Vec<Fault> {
    let mut checker = Checker { faults: Vec::new(), entities: IndexMap::new(), enums: IndexMap::new() };
    checker.declarations(jdl);
    if checker.faults.is_empty() {
        checker.fields(jdl);
        checker.references(jdl);
    }
    let mut faults = checker.faults;
    faults.sort_by_key(|fault| fault.span);
    faults.truncate(super::parser::MOST_FAULTS);
    faults
}

struct Checker<'a> {
    faults: Vec<Fault>,
    /// By name, where it is declared.
    entities: IndexMap<&'a str, Span>,
    enums: IndexMap<&'a str, Span>,
}

impl<'a> Checker<'a> {
    fn declarations(&mut self, jdl: &Jdl<'a>) {
        if let Some(entity) = jdl.entities.get(MOST_ENTITIES) {
            self.faults.push(
                Fault::new(entity.name.span, format!("there are more than {MOST_ENTITIES} entities"))
                    .help("divide the file and import its parts into projects of their own"),
            );
            return;
        }
        let options = jdl.options.len() + jdl.applications.iter().map(|one| one.options.len()).sum::<usize>();
        if let Some(option) = jdl.options.get(MOST_OPTIONS).or(jdl.options.last()).filter(|_| options > MOST_OPTIONS) {
            self.faults.push(Fault::new(option.span, format!("there are more than {MOST_OPTIONS} options")));
            return;
        }
        if let Some(relationship) = jdl.relationships.get(MOST_RELATIONSHIPS) {
            let message = format!("there are more than {MOST_RELATIONSHIPS} relationships");
            self.faults.push(Fault::new(relationship.from.entity.span, message));
            return;
        }
        for entity in &jdl.entities {
            self.declare_entity(entity.name);
            if let Some(field) = entity.fields.get(MOST_FIELDS).filter(|_| !self.is_full()) {
                self.faults.push(
                    Fault::new(field.name.span, format!("`{}` has more than {MOST_FIELDS} fields", entity.name.text))
                        .help("move some into an entity of their own, with a relationship to it"),
                );
            }
        }
        for one in &jdl.enums {
            let first = self.entities.get(one.name.text).or(self.enums.get(one.name.text)).copied();
            match first {
                Some(first) => self.faults.push(double_fault("enum", one.name, first)),
                None => drop(self.enums.insert(one.name.text, one.name.span)),
            }
            if let Some(value) = one.values.get(MOST_VALUES) {
                self.faults.push(
                    Fault::new(value.name.span, format!("enum `{}` has more than {MOST_VALUES} values", one.name.text))
                        .help("make it an entity, with a relationship to it"),
                );
            }
            self.declare_once("value", one.values.iter().map(|value| value.name));
        }
        self.declare_once("constant", jdl.constants.iter().map(|constant| constant.name));
        if jdl.entities.is_empty() && self.faults.is_empty() {
            self.faults.push(
                Fault::new(Span { start: 0, end: 0 }, "there is no entity in this file")
                    .help("write at least one, as in `entity Customer { name String required }`"),
            );
        }
    }

    fn declare_entity(&mut self, name: Word<'a>) {
        if TYPES.contains(&name.text) {
            self.faults.push(
                Fault::new(name.span, format!("`{}` is a type of JDL and cannot name an entity", name.text))
                    .help(format!("call it `{}Entry`, for example", name.text)),
            );
        }
        match self.entities.get(name.text) {
            Some(first) => self.faults.push(double_fault("entity", name, *first)),
            None => drop(self.entities.insert(name.text, name.span)),
        }
    }

    fn declare_once(&mut self, kind: &str, names: impl Iterator<Item = Word<'a>>) {
        let mut seen: IndexMap<&str, Span> = IndexMap::new();
        for name in names {
            match seen.get(name.text) {
                Some(first) if !self.is_full() => self.faults.push(double_fault(kind, name, *first)),
                Some(_) => return,
                None => drop(seen.insert(name.text, name.span)),
            }
        }
    }

    fn fields(&mut self, jdl: &Jdl<'a>) {
        let constants: IndexSet<&str> = jdl.constants.iter().map(|constant| constant.name.text).collect();
        for entity in &jdl.entities {
            self.fields_of(entity, &constants);
        }
    }

    fn fields_of(&mut self, entity: &Entity<'a>, constants: &IndexSet<&str>) {
        self.declare_once("field", entity.fields.iter().map(|field| field.name));
        for field in &entity.fields {
            if self.is_full() {
                return;
            }
            if !TYPES.contains(&field.kind.text) && !self.enums.contains_key(field.kind.text) {
                let fault = self.unknown_type(field.name, field.kind);
                self.faults.push(fault);
            }
            for validation in &field.validations {
                let Some(value) = validation.value.filter(|value| value.kind == LiteralKind::Name) else { continue };
                if !constants.contains(value.text) {
                    self.faults.push(
                        Fault::new(value.span, format!("there is no constant `{}`", value.text)).did_you_mean(
                            value.text,
                            constants.iter().copied(),
                            || format!("declare it, as in `{} = 20`", value.text),
                        ),
                    );
                }
            }
        }
    }

    /// Whether there is more to tell than anybody reads; what costs time to tell is then left out.
    fn is_full(&self) -> bool {
        self.faults.len() >= super::parser::MOST_FAULTS
    }

    fn unknown_type(&self, field: Word, kind: Word) -> Fault {
        if self.entities.contains_key(kind.text) {
            return Fault::new(kind.span, format!("`{}` is an entity, so it cannot be the type of a field", kind.text))
                .help(format!(
                    "use a relationship, as in `relationship ManyToOne {{ …{{{}}} to {} }}`",
                    field.text, kind.text
                ));
        }
        let names = TYPES.into_iter().chain(self.enums.keys().copied());
        let fault = Fault::new(kind.span, format!("there is no type `{}`", kind.text));
        match foreign_type(kind.text) {
            Some(type_name) => fault.help(format!("did you mean `{type_name}`?")),
            None => fault.did_you_mean(kind.text, names, || {
                format!("use one of {}, or declare `enum {} {{ … }}`", TYPES[..18].join(", "), kind.text)
            }),
        }
    }

    fn references(&mut self, jdl: &Jdl<'a>) {
        for relationship in &jdl.relationships {
            for side in [&relationship.from, &relationship.to] {
                if !BUILT_IN.contains(&side.entity.text) {
                    self.entity(side.entity);
                }
            }
        }
        self.options(&jdl.options);
        for application in &jdl.applications {
            if let Some(selection) = &application.entities {
                self.selection(selection);
            }
            self.options(&application.options);
        }
    }

    fn options(&mut self, options: &[OptionUse<'a>]) {
        for option in options {
            self.selection(&option.on);
        }
    }

    fn selection(&mut self, selection: &Selection<'a>) {
        for name in selection.names.iter().chain(&selection.except) {
            if !BUILT_IN.contains(&name.text) {
                self.entity(*name);
            }
        }
    }

    fn entity(&mut self, name: Word<'a>) {
        if self.entities.contains_key(name.text) || self.is_full() {
            return;
        }
        let fault = if self.enums.contains_key(name.text) {
            Fault::new(name.span, format!("`{}` is an enum, not an entity", name.text))
                .help(format!("give the entity a field of that type, as in `kind {}`", name.text))
        } else {
            Fault::new(name.span, format!("there is no entity `{}`", name.text)).did_you_mean(
                name.text,
                self.entities.keys().copied(),
                || format!("declare it, as in `entity {} {{ name String }}`", name.text),
            )
        };
        self.faults.push(fault);
    }
}

/// What each constant stands for.
pub(super) fn constants<'a>(jdl: &Jdl<'a>) -> IndexMap<&'a str, &'a str> {
    jdl.constants.iter().map(|constant| (constant.name.text, constant.value.text)).collect()
}

fn double_fault(kind: &str, name: Word, first: Span) -> Fault {
    Fault::new(name.span, format!("{kind} `{}` is declared twice", name.text))
        .help("rename or remove one of them")
        .other(first, "declared here before")
}

/// What people write who come from another language.
fn foreign_type(name: &str) -> Option<&'static str> {
    Some(match name.to_ascii_lowercase().as_str() {
        "int" | "short" | "number" | "byte" => "Integer",
        "bool" => "Boolean",
        "text" | "clob" => "TextBlob",
        "varchar" | "char" | "email" | "url" => "String",
        "date" => "LocalDate",
        "datetime" | "timestamp" | "localdatetime" => "Instant",
        "time" => "LocalTime",
        "decimal" | "money" | "numeric" => "BigDecimal",
        "real" => "Double",
        "image" | "picture" => "ImageBlob",
        "file" | "binary" | "bytes" => "AnyBlob",
        "guid" => "UUID",
        _ => return None,
    })
}
