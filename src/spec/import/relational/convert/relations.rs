//! Foreign keys to relations.

use std::collections::HashMap;

use super::{Converter, Draft, fields::kept_column, joins::Join, prepare, words};
use crate::spec::{
    document::{Relation, RelationType},
    import::{
        NoteKind,
        cycles::closing_edges,
        database_name::is_database_name,
        member_names::member,
        plurals::plural,
        relational::schema::{Action, ForeignKey, ImplicitLink, TableName},
        span::Span,
    },
    model::OnDelete,
    naming::{self, Names},
};

/// A relation on its way into the spec.
struct Pending {
    holder: usize,
    target: usize,
    kind: RelationType,
    required: bool,
    key: ForeignKey,
    /// What it is called, as somebody said or as its column says.
    plain: String,
    /// What its other end is called, where somebody said so.
    inverse: Option<String>,
    /// The table of links.
    links: Option<String>,
}

/// Takes over every foreign key, and every table that only links two others.
pub(super) fn convert(joins: &[Join], implicit: &[ImplicitLink], converter: &mut Converter) {
    let mut pending = of_keys(converter);
    pending.extend(joins.iter().filter_map(|join| of_join(join, converter)));
    pending.extend(implicit.iter().filter_map(|link| of_link(link, converter)));
    relax(&mut pending, converter);
    let names: Vec<String> = pending.iter().map(|one| own_name(one, converter)).collect();
    let crowded = crowded(&pending);
    for (one, name) in pending.iter().zip(&names) {
        add(one, name, crowded.contains_key(&(one.target, one.holder)), converter);
    }
}

fn of_keys(converter: &mut Converter) -> Vec<Pending> {
    let mut pending = Vec::new();
    for holder in 0..converter.drafts.len() {
        let at = converter.drafts[holder].table;
        for link in converter.links[at].clone() {
            let Some(target) = converter.index.get(&link.target).copied() else { continue };
            let table = &converter.tables[at];
            let columns: Vec<_> = link.key.columns.iter().filter_map(|column| table.column(column)).collect();
            let required = columns.iter().all(|column| column.required);
            let is_one = table.is_key(&link.key.columns);
            let plain = link.key.member.as_ref().map_or_else(
                || {
                    let stem = match link.key.columns.as_slice() {
                        [only] => words::stem(only),
                        _ => String::new(),
                    };
                    if stem.is_empty() { Names::of(&converter.drafts[target].name).one.camel } else { member(&stem) }
                },
                |name| words::member(name),
            );
            let is_own_key = table
                .primary_key
                .as_ref()
                .is_some_and(|key| key.columns.len() == 1 && table.is_in_primary_key(&link.key.columns[0]));
            if is_own_key && link.key.columns.len() == 1 {
                converter.notes.changed(
                    link.key.span,
                    format!("the primary key `{}.{}`, which is a foreign key", table.name.name, link.key.columns[0]),
                    "every row has an `id` of its own; this is a relation beside it",
                );
            }
            if link.key.columns.len() > 1 {
                converter.notes.changed(
                    link.key.span,
                    format!("the foreign key `{}` of `{}`", link.key.columns.join(", "), table.name.name),
                    format!(
                        "one relation, by the `id` of `{}`, instead of these columns",
                        converter.drafts[target].name
                    ),
                );
            }
            pending.push(Pending {
                holder,
                target,
                kind: if is_one { RelationType::OneToOne } else { RelationType::ManyToOne },
                required,
                plain,
                inverse: link.key.inverse.clone(),
                links: None,
                key: link.key,
            });
        }
    }
    pending
}

fn of_join(join: &Join, converter: &mut Converter) -> Option<Pending> {
    let links = converter.links[join.table].clone();
    let [one, other] = links.as_slice() else { return None };
    let (holder_link, target_link) = if join.holder == 0 { (one, other) } else { (other, one) };
    let holder = *converter.index.get(&holder_link.target)?;
    let target = *converter.index.get(&target_link.target)?;
    let table = &converter.tables[join.table];
    let named = |link: &prepare::Link, end: usize| {
        let stem = words::stem(&link.key.columns[0]);
        if stem.is_empty() { Names::of(&converter.drafts[end].name).many.camel } else { plural(&member(&stem)) }
    };
    let plain = named(target_link, target);
    let role = words::stem(&holder_link.key.columns[0]);
    let is_role = !role.is_empty() && member(&role) != Names::of(&converter.drafts[holder].name).one.camel;
    let inverse = (holder != target || is_role).then(|| named(holder_link, holder));
    let given: Vec<String> = table
        .columns
        .iter()
        .filter(|column| converter.given[join.table].contains_key(&column.name.to_ascii_lowercase()))
        .map(|column| format!("`{}`", column.name))
        .collect();
    let without = if given.is_empty() { String::new() } else { format!("; its {} are left out", given.join(", ")) };
    converter.notes.changed(
        table.span,
        format!("{} `{}`", converter.terms.table, table.name.written()),
        format!(
            "many to many between `{}` and `{}`, because it only links them{without}",
            converter.drafts[holder].name, converter.drafts[target].name
        ),
    );
    Some(Pending {
        holder,
        target,
        kind: RelationType::ManyToMany,
        required: false,
        key: ForeignKey {
            span: table.span,
            comment: table.comment.clone(),
            on_delete: None,
            ..target_link.key.clone()
        },
        plain,
        inverse,
        links: Some(table.name.name.clone()),
    })
}

fn of_link(link: &ImplicitLink, converter: &mut Converter) -> Option<Pending> {
    let place = |name: &TableName| {
        prepare::place(&converter.tables, name).and_then(|table| converter.index.get(&table)).copied()
    };
    let (holder, target) = (place(&link.holder)?, place(&link.target)?);
    let key = ForeignKey {
        span: link.span,
        columns: Vec::new(),
        table: link.target.clone(),
        on_delete: None,
        on_update: false,
        member: Some(link.member.clone()),
        inverse: link.inverse.clone(),
        comment: link.comment.clone(),
    };
    let plain = words::member(&link.member);
    let is_across = converter.drafts[holder].service != converter.drafts[target].service;
    if is_across {
        joined(link, holder, target, &plain, converter);
        return None;
    }
    Some(Pending {
        holder,
        target,
        kind: RelationType::ManyToMany,
        required: false,
        key,
        plain,
        inverse: link.inverse.clone(),
        links: None,
    })
}

/// Across services the link becomes an entity of its own, which the holder's service owns.
fn joined(link: &ImplicitLink, holder: usize, target: usize, name: &str, converter: &mut Converter) {
    let (one, other) = (converter.drafts[holder].name.clone(), converter.drafts[target].name.clone());
    let entity = converter.names.invent(&format!("{one}{}", Names::of(&naming::singular(name)).one.pascal));
    converter.notes.changed(
        link.span,
        format!("many to many `{}`", link.member),
        format!("the entity `{entity}` with a relation to each, because different services own `{one}` and `{other}`"),
    );
    let service = converter.drafts[holder].service.clone();
    let table = converter.drafts[holder].table;
    let mut draft = Draft { name: entity, service, table, ..Draft::default() };
    for (end, at) in [(&one, holder), (&other, target)] {
        let member = draft.members.relation(&[Names::of(end).one.camel], false);
        let default = Names::of(&draft.name).many.camel;
        let inverse = converter.drafts[at].members.claim(&[default.clone(), format!("{default}Links")]);
        let inverse = (inverse != default).then_some(inverse);
        let relation = Relation { required: true, inverse, ..Relation::of(RelationType::ManyToOne, end) };
        draft.entity.relations.insert(member, relation);
    }
    converter.drafts.push(draft);
}

/// Rings of required relations get an optional one, so that a first row can be written.
fn relax(pending: &mut [Pending], converter: &mut Converter) {
    let required: Vec<usize> = (0..pending.len()).filter(|at| pending[*at].required).collect();
    let edges: Vec<(usize, usize)> = required.iter().map(|at| (pending[*at].holder, pending[*at].target)).collect();
    let must = if converter.terms.is_database { "`NOT NULL`" } else { "`required`" };
    for edge in closing_edges(converter.drafts.len(), &edges) {
        let one = &mut pending[required[edge]];
        one.required = false;
        converter.notes.changed(
            one.key.span,
            format!("{must} of `{}.{}`", converter.drafts[one.holder].name, one.plain),
            "optional, because each row of the ring that it closes would need another one before it",
        );
    }
}

fn own_name(one: &Pending, converter: &mut Converter) -> String {
    let many = one.kind == RelationType::ManyToMany;
    let target = converter.drafts[one.target].name.clone();
    let role = Names::of(&target).one.pascal;
    let candidates = [one.plain.clone(), format!("{}{role}", one.plain), format!("{}Reference", one.plain)];
    let name = converter.drafts[one.holder].members.relation(&candidates, many);
    if name != one.plain {
        converter.notes.changed(
            one.key.span,
            format!("the relation `{}.{}`", converter.drafts[one.holder].name, one.plain),
            format!("called `{name}`, because another member has that name, or has its key"),
        );
    }
    name
}

/// Pairs of target and holder with several relations whose other end has no name, so that one default would not do.
fn crowded(pending: &[Pending]) -> HashMap<(usize, usize), usize> {
    let mut counts: HashMap<(usize, usize), usize> = HashMap::new();
    for one in pending.iter().filter(|one| one.inverse.is_none()) {
        *counts.entry((one.target, one.holder)).or_default() += 1;
    }
    counts.retain(|_, count| *count > 1);
    counts
}

fn add(one: &Pending, name: &str, is_crowded: bool, converter: &mut Converter) {
    let (holder, target) = (one.holder, one.target);
    let target_name = converter.drafts[target].name.clone();
    let holder_names = Names::of(&converter.drafts[holder].name);
    let default =
        if one.kind == RelationType::OneToOne { holder_names.one.camel } else { holder_names.many.camel.clone() };
    let qualified = format!("{default}As{}", Names::of(name).one.pascal);
    let plain = match &one.inverse {
        Some(inverse) => words::member(inverse),
        None if is_crowded || holder == target => qualified.clone(),
        None => default.clone(),
    };
    let inverse = converter.drafts[target].members.claim(&[plain.clone(), qualified]);
    if inverse != plain {
        converter.notes.added(
            one.key.span,
            format!("the other end of `{}.{name}`", converter.drafts[holder].name),
            format!("called `{inverse}`, because every relation is seen from both ends and that name is free"),
        );
    }
    let mut relation = Relation::of(one.kind, &target_name);
    relation.inverse = (inverse != default).then_some(inverse);
    relation.required = one.required && one.kind != RelationType::ManyToMany;
    relation.description =
        one.key.comment.as_deref().or_else(|| column_comment(one, converter)).and_then(words::description);
    let is_across = converter.drafts[holder].service != converter.drafts[target].service;
    relation.on_delete = on_delete(one, relation.required, is_across, name, converter);
    relation.column = match (&one.links, one.key.columns.as_slice()) {
        (Some(table), _) => links_table(table, name, one, converter),
        (None, [only]) if one.kind != RelationType::ManyToMany => {
            let default = naming::identifier(&[naming::column(name), "id".to_owned()]);
            kept_column(only, &default, holder, converter)
        }
        _ => None,
    };
    let draft = &mut converter.drafts[holder];
    for column in &one.key.columns {
        if one.kind != RelationType::ManyToMany {
            draft.by_column.entry(column.to_ascii_lowercase()).or_insert_with(|| name.to_owned());
        }
    }
    draft.entity.relations.insert(name.to_owned(), relation);
}

fn column_comment<'c>(one: &Pending, converter: &'c Converter) -> Option<&'c str> {
    let [only] = one.key.columns.as_slice() else { return None };
    let table = &converter.tables[converter.drafts[one.holder].table];
    if one.kind == RelationType::ManyToMany {
        return None;
    }
    table.column(only)?.comment.as_deref()
}

/// The table of links keeps its name where that is free.
fn links_table(table: &str, name: &str, one: &Pending, converter: &mut Converter) -> Option<String> {
    if !converter.terms.is_database {
        return None;
    }
    let snake = Names::of(&converter.drafts[one.holder].name).one.snake;
    let default = naming::identifier(&[snake, naming::column(name)]);
    let chosen = words::database(table);
    let service = converter.drafts[one.holder].service.clone();
    let is_free = is_database_name(&chosen) && converter.taken_tables.insert((service, chosen.clone()));
    if !is_free {
        return None;
    }
    if chosen != table {
        converter.drafts[one.holder].respelled.push((table.to_owned(), chosen.clone()));
    }
    (chosen != default).then_some(chosen)
}

fn on_delete(
    one: &Pending,
    required: bool,
    is_across: bool,
    name: &str,
    converter: &mut Converter,
) -> Option<OnDelete> {
    let action = one.key.on_delete?;
    let place = format!("`{}.{name}`", converter.drafts[one.holder].name);
    let mut tell = |head: &'static str, span: Span, why: &'static str| {
        converter.notes.grouped(span, NoteKind::NotCarried, head, place.clone(), why);
    };
    match action {
        Action::Restrict => None,
        Action::Cascade | Action::SetNull if is_across => {
            tell(
                "`ON DELETE` of",
                one.key.span,
                "different services own both ends, so the database cannot do it; react to the deletion in a workflow",
            );
            None
        }
        Action::Cascade => Some(OnDelete::Cascade),
        Action::SetNull if !required => Some(OnDelete::SetNull),
        Action::SetNull => {
            tell(
                "`ON DELETE SET NULL` of",
                one.key.span,
                "the relation is required, so the deletion is refused instead",
            );
            None
        }
        Action::SetDefault => {
            tell("`ON DELETE SET DEFAULT` of", one.key.span, "there are `restrict`, `cascade` and `set-null` only");
            None
        }
    }
}
