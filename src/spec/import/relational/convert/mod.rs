//! Tables to entities, foreign keys to relations, and a note of all that is otherwise.

mod bounds;
mod enums;
mod fields;
mod given;
mod initial;
mod joins;
mod keys;
mod origin;
mod prepare;
mod relations;
mod services;
pub(in crate::spec::import) mod words;

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use self::{given::Given, prepare::Link};
use super::schema::{Schema, Table, Terms};
use crate::spec::{
    document::{self, Document, Project},
    import::{
        Imported, NoteKind,
        database_name::is_database_name,
        fault::Fault,
        member_names::MemberNames,
        notes::Notes,
        place::Places,
        project::named_after,
        settle::settle,
        type_names::{ENTITY, TypeNames, pascal},
    },
    naming::{self, Names},
};

/// An entity on its way into the spec.
#[derive(Debug, Default)]
struct Draft {
    /// Its table, by its place in the schema.
    table: usize,
    name: String,
    entity: document::Entity,
    members: MemberNames,
    /// What the spec calls the value of a column, by the column's name in small letters.
    by_column: HashMap<String, String>,
    /// Columns of the database that are taken.
    columns: HashSet<String>,
    /// Names that the database cannot keep as they are, with what they become.
    respelled: Vec<(String, String)>,
    service: String,
}

/// Everything that is known so far.
struct Converter {
    tables: Vec<Table>,
    terms: Terms,
    /// By table: foreign keys whose other end is known.
    links: Vec<Vec<Link>>,
    /// By table: columns that every row has anyhow, by their names in small letters.
    given: Vec<HashMap<String, Given>>,
    notes: Notes,
    names: TypeNames,
    enums: IndexMap<String, document::Enum>,
    /// Named enums of the source: what the spec calls them and their values.
    named_enums: HashMap<String, enums::Named>,
    drafts: Vec<Draft>,
    /// By table, its place in `drafts`.
    index: HashMap<usize, usize>,
    /// Tables of the database that are taken, by service.
    taken_tables: HashSet<(String, String)>,
}

/// Makes a spec of a schema.
///
/// # Errors
/// What keeps it from being one, where even leaving out what is wrong did not help.
pub(in crate::spec::import) fn convert(
    schema: Schema,
    notes: Notes,
    source: &str,
    file: &str,
) -> Result<Imported, Vec<Fault>> {
    let mut converter = Converter {
        tables: schema.tables,
        terms: schema.terms,
        links: Vec::new(),
        given: Vec::new(),
        notes,
        names: TypeNames::default(),
        enums: IndexMap::new(),
        named_enums: HashMap::new(),
        drafts: Vec::new(),
        index: HashMap::new(),
        taken_tables: HashSet::new(),
    };
    prepare::links(&mut converter);
    given::find(&mut converter);
    let services = services::assign(&converter);
    let joins = joins::find(&converter, &services);
    name_entities(&mut converter, &joins, &services);
    enums::declare(&schema.enums, &mut converter);
    given::tell(&mut converter);
    for at in 0..converter.drafts.len() {
        fields::convert(at, &mut converter);
    }
    relations::convert(&joins, &schema.links, &mut converter);
    for at in 0..converter.drafts.len() {
        keys::convert(at, &mut converter);
        fill(at, &mut converter);
        tell_respelled(at, &mut converter);
    }
    let project = Project { name: named_after(file), ..Project::default() };
    let mut document = Document { project, ..Document::named("") };
    document.services = services::declare(&converter.drafts);
    document.enums = std::mem::take(&mut converter.enums);
    for draft in &mut converter.drafts {
        document.entities.insert(draft.name.clone(), std::mem::take(&mut draft.entity));
    }
    settle(&mut document, &mut converter)?;
    Ok(Imported { document, notes: std::mem::take(&mut converter.notes).into_list(&Places::of(source)) })
}

/// Names an entity for every table that does not only link others.
fn name_entities(converter: &mut Converter, joins: &[joins::Join], services: &[String]) {
    let is_join: HashSet<usize> = joins.iter().map(|join| join.table).collect();
    for (at, service) in services.iter().enumerate() {
        if is_join.contains(&at) {
            continue;
        }
        let table = &converter.tables[at];
        let given = table.entity.as_ref().filter(|given| given.starts_with(|first: char| first.is_uppercase()));
        let written =
            given.cloned().unwrap_or_else(|| words::entity(table.entity.as_ref().unwrap_or(&table.name.name)));
        let plain = pascal(&words::ascii(&written));
        let qualified = table.name.schema.as_ref().map(|schema| pascal(&format!("{schema}_{written}")));
        let candidates: Vec<String> = std::iter::once(plain.clone()).chain(qualified).collect();
        let mut draft = Draft { table: at, service: service.clone(), ..Draft::default() };
        let claimed = converter.names.claim_first(&candidates);
        let is_plain = claimed.as_ref() == Some(&plain);
        draft.name = claimed.unwrap_or_else(|| {
            let (name, why) = converter.names.claim(&plain, ENTITY);
            converter.notes.changed(
                table.span,
                format!("{} `{}`", converter.terms.table, table.name.written()),
                format!("the entity `{name}`, because {}", why.unwrap_or("another one has its name")),
            );
            name
        });
        if !is_plain && candidates.contains(&draft.name) {
            converter.notes.changed(
                table.span,
                format!("{} `{}`", converter.terms.table, table.name.written()),
                format!("the entity `{}`, because another one has its name", draft.name),
            );
        }
        draft.entity.description = table.comment.as_deref().and_then(words::description);
        if converter.terms.is_database {
            let taken = &mut converter.taken_tables;
            draft.entity.table = table_name(table, &mut draft.respelled, &draft.name, service, taken);
        }
        if converter.terms.is_database && table.entity.as_ref() == Some(&table.name.name) {
            converter.notes.grouped(
                table.span,
                NoteKind::Changed,
                "names of the database where nothing maps them:",
                format!("`{}`", table.name.name),
                "in small letters and with underscores, tables in the plural",
            );
        }
        converter.index.insert(at, converter.drafts.len());
        converter.drafts.push(draft);
    }
}

/// The database's own name, where it differs from the one that follows from the entity's.
fn table_name(
    table: &Table,
    respelled: &mut Vec<(String, String)>,
    name: &str,
    service: &str,
    taken: &mut HashSet<(String, String)>,
) -> Option<String> {
    let default = naming::identifier(&[&Names::of(name).many.snake]);
    let is_free_to_choose = table.entity.as_ref() == Some(&table.name.name) && !is_database_name(&table.name.name);
    if is_free_to_choose && taken.insert((service.to_owned(), default.clone())) {
        return None;
    }
    let plain = words::database(&table.name.name);
    let qualified = table.name.schema.as_ref().map(|schema| words::database(&format!("{schema}_{}", table.name.name)));
    let candidates = std::iter::once(plain).chain(qualified).chain([default.clone()]);
    let mut free = candidates.filter(|name| is_database_name(name));
    let chosen = free.find(|name| taken.insert((service.to_owned(), name.clone()))).unwrap_or_else(|| default.clone());
    if chosen != table.name.name {
        respelled.push((table.name.name.clone(), chosen.clone()));
    }
    (chosen != default).then_some(chosen)
}

/// Gives a name to entities that would have nothing at all.
fn fill(at: usize, converter: &mut Converter) {
    let draft = &mut converter.drafts[at];
    if !draft.entity.fields.is_empty() || !draft.entity.relations.is_empty() {
        return;
    }
    let name = draft.members.claim(&["name".to_owned(), "ownName".to_owned()]);
    let table = &converter.tables[draft.table];
    converter.notes.added(
        table.span,
        format!("{} `{}`", converter.terms.table, table.name.written()),
        format!("gets a field `{name}`, because it would have nothing to show"),
    );
    draft.entity.fields.insert(name, document::Field::of("string"));
}

/// Tells which names the database has otherwise than before.
fn tell_respelled(at: usize, converter: &mut Converter) {
    let draft = &converter.drafts[at];
    if draft.respelled.is_empty() {
        return;
    }
    let list = |pick: fn(&(String, String)) -> &String| {
        draft.respelled.iter().map(|pair| format!("`{}`", pick(pair))).collect::<Vec<_>>().join(", ")
    };
    converter.notes.changed(
        converter.tables[draft.table].span,
        format!("the names {}", list(|pair| &pair.0)),
        format!("in the database {}, in small letters and with underscores", list(|pair| &pair.1)),
    );
}
