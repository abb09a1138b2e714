//! Properties that lead to other entities: both ends of a relation joined into one.

use std::collections::{HashMap, HashSet};

use heck::{ToLowerCamelCase, ToSnakeCase};

use super::{
    build::Built,
    operations::Operations,
    select::{Selected, id_of},
    twins,
};
use crate::spec::import::{
    NoteKind,
    notes::Notes,
    plurals::plural,
    relational::{
        convert::words,
        schema::{Column, ForeignKey, ImplicitLink, Key, Kind, Schema, Table},
    },
    span::Span,
};

/// A property that leads to an entity.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    /// Groups, by their places.
    pub holder: usize,
    pub target: usize,
    pub name: String,
    pub is_many: bool,
    pub is_required: bool,
    pub span: Span,
    pub comment: Option<String>,
}

/// Turns them into keys and links of the schema.
pub(super) fn link(
    mut built: Built,
    selected: &Selected,
    operations: &Operations,
    schema: &mut Schema,
    notes: &mut Notes,
) {
    by_id(&mut built, selected, notes);
    let references = merged(std::mem::take(&mut built.references));
    let pairs = pairs(&references);
    let mut is_done = vec![false; references.len()];
    let owners = owners(&references);
    for (at, one) in references.iter().enumerate() {
        if is_done[at] {
            continue;
        }
        is_done[at] = true;
        let other = pairs.get(&at).copied();
        if let Some(other) = other {
            is_done[other] = true;
        }
        let other = other.map(|other| &references[other]);
        match (one.is_many, other.map(|other| other.is_many)) {
            (false, Some(true) | None) => key(one, other.map(|other| other.name.clone()), &mut built),
            (true, Some(false)) => {
                if let Some(other) = other {
                    key(other, Some(one.name.clone()), &mut built);
                }
            }
            (false, Some(false)) => one_to_one(one, other, &mut built),
            (true, Some(true)) => many(one, other, &built, schema),
            (true, None) => one_way(one, &owners, (selected, operations), &mut built, schema, notes),
        }
    }
    schema.tables = built.tables;
}

/// `customerId` and `tagIds`, where there is an entity of that name.
fn by_id(built: &mut Built, selected: &Selected, notes: &mut Notes) {
    let bases: HashMap<&str, usize> =
        built.table_of.keys().map(|at| (selected.groups[*at].base.as_str(), *at)).collect();
    let mut by_holder: HashMap<usize, HashMap<String, usize>> = HashMap::new();
    for (at, one) in built.references.iter().enumerate() {
        by_holder.entry(one.holder).or_default().entry(stem(&one.name)).or_insert(at);
    }
    let mut groups: Vec<(usize, usize)> = built.table_of.iter().map(|(group, table)| (*group, *table)).collect();
    groups.sort_unstable();
    for (group, at) in groups {
        let table = &mut built.tables[at];
        let own = table.primary_key.clone().unwrap_or_default().columns;
        let mut gone: HashSet<String> = HashSet::new();
        let whole: HashMap<String, usize> = by_holder.get(&group).cloned().unwrap_or_default();
        for column in table.columns.iter().filter(|column| !own.contains(&column.name)) {
            let is_list = matches!(column.kind, Kind::Foreign { why, .. } if why == super::shape::NO_LIST);
            let same = id_stem(column, is_list).and_then(|own| whole.get(&stem(&own)));
            if let Some(same) = same {
                built.references[*same].is_required |= column.required && !is_list;
                gone.insert(column.name.clone());
                continue;
            }
            let Some((target, name)) = named_by(column, is_list, group, &bases) else { continue };
            let note = format!("`{}.{}`", table.name.name, column.name);
            let why = "a relation, because there is an entity of that name";
            notes.grouped(column.span, NoteKind::Changed, "ids of other entities:", note, why);
            gone.insert(column.name.clone());
            built.references.push(Reference {
                holder: group,
                target,
                name,
                is_many: is_list,
                is_required: column.required,
                span: column.span,
                comment: column.comment.clone(),
            });
        }
        table.columns.retain(|column| !gone.contains(&column.name));
        table.checks.retain(|check| !check.facts.iter().flatten().any(|fact| gone.contains(fact.column())));
    }
}

/// The name of a property, in the singular.
fn stem(name: &str) -> String {
    twins::of_segment(name)
}

/// What the id in a column is that of, by the column's name.
fn id_stem(column: &Column, is_list: bool) -> Option<String> {
    let is_id = matches!(column.kind, Kind::Uuid | Kind::Int { .. } | Kind::Line(_));
    if (!is_id && !is_list) || column.name.contains('.') {
        return None;
    }
    let snake = words::ascii(&column.name).to_snake_case();
    let ending: &[&str] = if is_list { &["_ids"] } else { &["_id", "_uuid"] };
    ending.iter().find_map(|ending| snake.strip_suffix(ending)).map(str::to_owned)
}

/// The entity whose id a column is by its name, and what the relation is called.
fn named_by(column: &Column, is_list: bool, group: usize, bases: &HashMap<&str, usize>) -> Option<(usize, String)> {
    let stem = id_stem(column, is_list)?;
    let ending = twins::endings(&stem).find_map(|ending| bases.get(ending).copied());
    let target = ending.or_else(|| (stem == "parent").then_some(group))?;
    let name = stem.to_lower_camel_case();
    Some((target, if is_list { plural(&name) } else { name }))
}

/// An object and its id, side by side, are one relation.
fn merged(references: Vec<Reference>) -> Vec<Reference> {
    let mut kept: Vec<Reference> = Vec::new();
    let mut places: HashMap<(usize, usize, bool, String), usize> = HashMap::new();
    for one in references {
        let stem = stem(&one.name);
        let at = *places.entry((one.holder, one.target, one.is_many, stem)).or_insert(kept.len());
        if at < kept.len() {
            kept[at].is_required |= one.is_required;
        } else {
            kept.push(one);
        }
    }
    kept
}

/// Both ends of a relation, each by the other: the one of that name, or the only ones between two entities.
fn pairs(references: &[Reference]) -> HashMap<usize, usize> {
    let mut between: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
    for (at, one) in references.iter().enumerate() {
        between.entry((one.holder, one.target)).or_default().push(at);
    }
    let mut pairs: HashMap<usize, usize> = HashMap::new();
    for (at, one) in references.iter().enumerate() {
        let back = between.get(&(one.target, one.holder)).map(Vec::as_slice).unwrap_or_default();
        let forth = &between[&(one.holder, one.target)];
        let is_self = one.holder == one.target;
        let other = match (back, forth.as_slice()) {
            ([only], [_]) if !is_self => Some(*only),
            // A tree: its parent and its children.
            ([first, second], _) if is_self && references[*first].is_many != references[*second].is_many => {
                Some(if *first == at { *second } else { *first })
            }
            _ => None,
        };
        if let Some(other) = other
            && !pairs.contains_key(&at)
            && !pairs.contains_key(&other)
        {
            pairs.insert(at, other);
            pairs.insert(other, at);
        }
    }
    pairs
}

/// How many lists lead to an entity.
fn owners(references: &[Reference]) -> HashMap<usize, usize> {
    let mut owners: HashMap<usize, usize> = HashMap::new();
    for one in references.iter().filter(|one| one.is_many) {
        *owners.entry(one.target).or_default() += 1;
    }
    owners
}

fn key(one: &Reference, inverse: Option<String>, built: &mut Built) {
    let target = built.tables[built.table_of[&one.target]].name.clone();
    let table = &mut built.tables[built.table_of[&one.holder]];
    let mut name = one.name.clone();
    while table.column(&name).is_some() {
        name.push_str("Key");
    }
    table.columns.push(column(&name, one));
    table.foreign_keys.push(ForeignKey {
        span: one.span,
        columns: vec![name],
        table: target,
        on_delete: None,
        on_update: false,
        member: Some(one.name.replace('.', "_")),
        inverse,
        comment: one.comment.clone(),
    });
}

fn column(name: &str, one: &Reference) -> Column {
    Column {
        name: name.to_owned(),
        member: None,
        span: one.span,
        comment: None,
        kind: Kind::Uuid,
        written: "object".to_owned(),
        required: one.is_required,
        is_numbered: false,
        is_touched: false,
        default: None,
    }
}

/// Whoever must have the other holds the key.
fn one_to_one(one: &Reference, other: Option<&Reference>, built: &mut Built) {
    let Some(other) = other else { return };
    let (holder, inverse) = if one.is_required && !other.is_required { (one, other) } else { (other, one) };
    key(holder, Some(inverse.name.clone()), built);
    let table = &mut built.tables[built.table_of[&holder.holder]];
    if let Some(column) = table.columns.last() {
        let key = Key { columns: vec![column.name.clone()], span: holder.span };
        table.uniques.push(key);
    }
}

fn many(one: &Reference, other: Option<&Reference>, built: &Built, schema: &mut Schema) {
    let name = |group: usize| -> &Table { &built.tables[built.table_of[&group]] };
    schema.links.push(ImplicitLink {
        span: one.span,
        holder: name(one.holder).name.clone(),
        target: name(one.target).name.clone(),
        member: one.name.clone(),
        inverse: other.map(|other| other.name.clone()),
        comment: one.comment.clone(),
    });
}

/// Whether a thing is little more than its name, and has an id by which several can refer to it: a tag, a category.
fn is_word(target: usize, selected: &Selected) -> bool {
    let group = &selected.groups[target];
    let object = &selected.things[group.head].object;
    let has_name = ["name", "title", "label"].iter().any(|name| object.properties.contains_key(name));
    id_of(object, &group.base).is_some() && has_name && object.properties.len() <= 3
}

/// Whether all paths of the target stand in those of the holder.
fn is_within(one: &Reference, selected: &Selected, operations: &Operations) -> bool {
    let holder = &selected.groups[one.holder].base;
    let mut endings = twins::endings(&selected.groups[one.target].base);
    endings.find_map(|ending| operations.parents.get(ending)).is_some_and(|parent| parent.as_ref() == Some(holder))
}

/// Whether there is a list of all of the target, whoever they belong to.
fn stands_alone(one: &Reference, selected: &Selected, operations: &Operations) -> bool {
    operations.parents.get(&selected.groups[one.target].base) == Some(&None)
}

/// A list whose things do not say whose they are: those without paths of their own belong to one, others to several.
fn one_way(
    one: &Reference,
    owners: &HashMap<usize, usize>,
    (selected, operations): (&Selected, &Operations),
    built: &mut Built,
    schema: &mut Schema,
    notes: &mut Notes,
) {
    let place = format!("`{}.{}`", selected.groups[one.holder].head, one.name);
    let has_path = selected.groups[one.target].has_path || stands_alone(one, selected, operations);
    let is_part = (!has_path || is_within(one, selected, operations))
        && owners.get(&one.target) == Some(&1)
        && !is_word(one.target, selected);
    if !is_part || one.holder == one.target {
        let why = "many to many, because nothing says that they belong to one only";
        notes.grouped(one.span, NoteKind::Changed, "lists of other entities:", place, why);
        many(one, None, built, schema);
        return;
    }
    let why = "each of them belongs to one, because only that leads to them";
    notes.grouped(one.span, NoteKind::Changed, "lists of other entities:", place, why);
    let owner = selected.groups[one.holder].base.to_lower_camel_case();
    let back = Reference {
        holder: one.target,
        target: one.holder,
        name: owner,
        is_many: false,
        is_required: true,
        comment: None,
        ..one.clone()
    };
    key(&back, Some(one.name.clone()), built);
}
