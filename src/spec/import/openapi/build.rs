//! Entities to tables, their properties to columns and links.

use std::collections::{HashMap, HashSet};

use heck::ToSnakeCase;

use super::{
    facts::{fact, initial},
    links::Reference,
    members::{Member, members},
    objects::Property,
    select::{Group, MOST_PARTS, Selected, id_of, is_parts},
    shape::{self, NO_LIST, Read, Shape},
    source::{Source, value},
};
use crate::{
    spec::import::{
        NoteKind,
        notes::Notes,
        relational::{
            convert::words,
            schema::{Check, Column, EnumType, EnumValue, Initial, Key, Kind, Table, TableName},
        },
        span::Span,
    },
    yaml::Node,
};

const NO_PARTS: &str = "the spec has no fields within fields; an entity may suit better";

/// Tables and what they refer to.
pub(super) struct Built {
    pub tables: Vec<Table>,
    pub references: Vec<Reference>,
    /// By group, its place among the tables.
    pub table_of: HashMap<usize, usize>,
}

/// What is needed to read an entity's properties.
struct Reader<'s, 'a> {
    source: &'s Source<'a>,
    selected: &'s Selected<'a>,
    notes: &'s mut Notes,
    references: Vec<Reference>,
    enums: HashSet<String>,
}

/// Makes a table of every entity.
pub(super) fn build<'a>(source: &Source<'a>, selected: &Selected<'a>, enums: &[EnumType], notes: &mut Notes) -> Built {
    let enums = enums.iter().map(|one| one.name.name.clone()).collect();
    let mut reader = Reader { source, selected, notes, references: Vec::new(), enums };
    let mut tables = Vec::new();
    let mut table_of = HashMap::new();
    for (at, group) in selected.groups.iter().enumerate().filter(|(at, _)| selected.is_entity[*at]) {
        table_of.insert(at, tables.len());
        let table = reader.table(at, group);
        tables.push(table);
    }
    Built { tables, references: reader.references, table_of }
}

/// Every named list of words.
pub(super) fn enums(source: &Source) -> Vec<EnumType> {
    let named = source.schemas.iter().filter_map(|(name, component)| {
        let Shape::Value(Kind::Choice(values)) = shape::read(component.node, name, source).shape else { return None };
        // Another name of a list is that list.
        (source.target(component.node).is_none() && value(component.node, "enum").is_some()).then(|| EnumType {
            name: TableName { schema: None, name: (*name).to_owned() },
            span: component.span,
            comment: super::source::text(component.node, "description").map(str::to_owned),
            values: values.into_iter().map(|value| EnumValue { value, label: None }).collect(),
        })
    });
    named.collect()
}

impl<'a> Reader<'_, 'a> {
    fn table(&mut self, at: usize, group: &Group<'a>) -> Table {
        let head = &self.selected.things[group.head];
        let mut table = Table {
            name: TableName { schema: None, name: group.head.to_owned() },
            entity: Some(words::entity(&group.base)),
            span: self.source.schemas[group.head].span,
            comment: head.object.description.map(str::to_owned),
            ..Table::default()
        };
        self.told_twins(group, table.span);
        self.told_lost(group);
        let id = id_of(&head.object, &group.base);
        for (name, member) in members(group, self.selected) {
            if group.kind.as_ref().is_some_and(|(kind, _)| *kind == name) {
                continue;
            }
            self.member(at, name, "", &member, &mut table);
            if id == Some(name) && table.column(name).is_some() {
                own_id(name, &mut table);
            }
        }
        if let Some((kind, values)) = &group.kind {
            kind_column(kind, values, &mut table);
        }
        table
    }

    /// `prefix` is what the property is within, where it is a part of another.
    fn member(&mut self, at: usize, name: &'a str, prefix: &str, member: &Member<'a>, table: &mut Table) {
        let full = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") };
        let place = format!("`{}.{full}`", table.name.name);
        let span = member.property.span;
        let mut read = shape::read(member.property.node, name, self.source);
        for keyword in &read.without {
            let item = format!("{place} `{keyword}`");
            let why = "check it in the service where it matters";
            self.notes.grouped(span, NoteKind::NotCarried, "what the spec has nothing for:", item, why);
        }
        let is_required = member.is_required && !read.is_nullable;
        if table.column(&full).is_some() {
            self.notes.dropped(span, place, "another property has that name but for its casing");
            return;
        }
        let target = |name: &str, reader: &Self| reader.selected.of.get(name).copied();
        let (one, is_many) = match read.shape {
            Shape::One(name) => (target(name, self), false),
            Shape::Many(name) => (target(name, self), true),
            _ => (None, false),
        };
        if let Some(target) = one.filter(|target| self.selected.is_entity[*target]) {
            self.references.push(Reference {
                holder: at,
                target,
                name: full,
                is_many,
                is_required,
                span,
                comment: read.description.map(str::to_owned),
            });
            return;
        }
        let parts = match read.shape {
            Shape::Parts(node) => Some(node),
            Shape::One(name) if one.is_none_or(|at| is_parts(at, self.selected, self.source)) => {
                Some(self.source.schemas[name].node)
            }
            _ => None,
        };
        if let Some(node) = parts
            && prefix.is_empty()
            && self.parts(at, name, node, is_required, &place, table)
        {
            return;
        }
        let kind = match std::mem::replace(&mut read.shape, Shape::Value(Kind::Json)) {
            Shape::Value(Kind::Enum(name)) if !self.enums.contains(&name.name) => Kind::Line(None),
            Shape::Value(kind) => kind,
            Shape::One(_) | Shape::Parts(_) => Kind::Foreign { kept_as: "json", why: NO_PARTS },
            Shape::Many(_) | Shape::PartList => Kind::Foreign { kept_as: "json", why: NO_LIST },
        };
        self.column(full, name, kind, is_required, member, &read, table);
    }

    /// A small object becomes fields of what holds it.
    fn parts(
        &mut self,
        at: usize,
        name: &'a str,
        node: &'a Node,
        is_required: bool,
        place: &str,
        table: &mut Table,
    ) -> bool {
        let object = super::objects::object(node, self.source);
        let is_small = (1..=MOST_PARTS).contains(&object.properties.len()) && object.variants.len() < 2;
        let is_single = |(name, property): (&&str, &Property<'a>)| matches!(shape::read(property.node, name, self.source).shape, Shape::Value(kind) if !matches!(kind, Kind::Foreign { .. }));
        if !is_small || !object.properties.iter().all(is_single) {
            return false;
        }
        let span = object.properties.values().next().map_or_else(Span::default, |property| property.span);
        self.notes.grouped(
            span,
            NoteKind::Changed,
            "objects within objects:",
            place.to_owned(),
            "what they consist of becomes fields of their own, such as `addressStreet`",
        );
        for (part, property) in &object.properties {
            let is_needed = is_required && object.required.contains(part) && !property.is_of_variant;
            let member = Member { property: *property, is_required: is_needed, is_made: false };
            self.member(at, part, name, &member, table);
        }
        true
    }

    #[expect(clippy::too_many_arguments, reason = "all that is known of a column")]
    fn column(
        &mut self,
        full: String,
        name: &str,
        mut kind: Kind,
        is_required: bool,
        member: &Member,
        read: &Read,
        table: &mut Table,
    ) {
        let span = member.property.span;
        let place = || format!("`{}.{full}`", table.name.name);
        let snake = words::ascii(name).to_snake_case();
        let is_given = matches!(snake.as_str(), "created_at" | "updated_at" | "deleted_at");
        if is_given && matches!(kind, Kind::Line(_) | Kind::Int { .. }) {
            kind = Kind::Moment;
        }
        if !read.is_sized && !is_given && snake != "id" {
            let why = "an `int` of 32 bits; write `type: long` where that is too small";
            self.notes.grouped(span, NoteKind::Changed, "whole numbers without a format:", place(), why);
        }
        let is_touched = kind == Kind::Moment && (read.is_read_only || member.is_made);
        if read.is_read_only && !is_touched && snake != "id" && !snake.ends_with("_id") {
            let why = "a field that can be written; compute it in the service, and leave it out of forms";
            self.notes.grouped(span, NoteKind::Changed, "`readOnly` of", place(), why);
        }
        for fact in read.limits.iter().map(|limit| fact(&full, limit)) {
            table.checks.push(Check { span, written: String::new(), facts: Some(vec![fact]) });
        }
        let member_name = full.replace('.', "_");
        table.columns.push(Column {
            member: (member_name != full).then_some(member_name),
            span,
            comment: read.description.map(str::to_owned),
            kind,
            written: read.written.clone(),
            required: is_required,
            is_numbered: false,
            is_touched,
            default: read.default.map(initial),
            name: full,
        });
    }

    fn told_twins(&mut self, group: &Group, span: Span) {
        for (name, _) in group.members.iter().filter(|(name, _)| *name != group.head) {
            let why = "one entity, which has the properties of all of them";
            let item = format!("`{name}` with `{}`", group.head);
            self.notes.grouped(span, NoteKind::Changed, "schemas of the same thing:", item, why);
        }
        if let Some((kind, _)) = &group.kind {
            let why = format!("one entity whose `{kind}` tells them apart; what only some of them have is optional");
            self.notes.grouped(
                span,
                NoteKind::Changed,
                "schemas with several forms:",
                format!("`{}`", group.head),
                why,
            );
        }
    }

    fn told_lost(&mut self, group: &Group<'a>) {
        for (name, _) in &group.members {
            let object = &self.selected.things[*name].object;
            for (span, reference) in &object.lost {
                let why = "it leads out of the document, or nowhere; what it says is left out";
                self.notes.grouped(*span, NoteKind::NotCarried, "references:", format!("`{reference}`"), why);
            }
            if let Some(span) = object.further {
                let why = "the spec has no fields of any name; a `json` may suit";
                self.notes.grouped(span, NoteKind::NotCarried, "`additionalProperties` of", format!("`{name}`"), why);
            }
        }
    }
}

/// An id that is a text is made up, like any other.
fn own_id(name: &str, table: &mut Table) {
    let Some(column) = table.columns.iter_mut().find(|column| column.name == name) else { return };
    if matches!(column.kind, Kind::Line(_)) {
        column.default = Some(Initial::Computed("uuid".to_owned()));
    }
    column.required = true;
    table.primary_key = Some(Key { columns: vec![name.to_owned()], span: column.span });
    table.checks.retain(|check| !matches!(check.facts.as_deref(), Some([fact]) if fact.column() == name));
}

fn kind_column(kind: &str, values: &[String], table: &mut Table) {
    if table.column(kind).is_some() {
        return;
    }
    table.columns.push(Column {
        name: kind.to_owned(),
        member: None,
        span: table.span,
        comment: None,
        kind: if values.is_empty() { Kind::Line(None) } else { Kind::Choice(values.to_vec()) },
        written: "discriminator".to_owned(),
        required: true,
        is_numbered: false,
        is_touched: false,
        default: None,
    });
}
