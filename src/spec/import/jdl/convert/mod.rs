//! The tree to a spec.

mod applications;
mod defaults;
mod display;
mod enums;
mod fields;
mod joins;
mod limits;
mod links;
mod lists;
mod options;
mod origin;
mod relations;
mod tables;
mod type_names;
mod users;

use indexmap::IndexMap;

use self::{links::Link, options::Chosen, type_names::TypeNames};
use super::{ast::Jdl, check::constants};
use crate::spec::{
    document::{self, Document},
    import::{Imported, fault::Fault, member_names::MemberNames, notes::Notes, place::Places, settle::settle},
};

/// An entity on its way into the spec.
#[derive(Debug, Default)]
struct Draft<'a> {
    /// What the file calls it.
    written: &'a str,
    /// What the spec calls it.
    name: String,
    entity: document::Entity,
    members: MemberNames,
    /// What the spec calls its fields, by what the file calls them in lower case.
    fields: IndexMap<String, String>,
    chosen: Chosen<'a>,
    /// Who owns it.
    service: String,
}

/// What the fields of a file refer to.
struct Lookup<'a> {
    constants: IndexMap<&'a str, &'a str>,
    names: TypeNames<'a>,
    /// By what the file calls them.
    enums: IndexMap<&'a str, document::Enum>,
}

/// Everything that is known so far.
struct Converter<'a> {
    jdl: &'a Jdl<'a>,
    names: TypeNames<'a>,
    notes: Notes,
    /// Those of the file in its order, then those that JHipster has built in.
    drafts: Vec<Draft<'a>>,
    /// Where in `drafts`, by what the file calls them.
    index: IndexMap<&'a str, usize>,
}

/// Makes a spec of a file that was checked.
///
/// # Errors
/// What keeps it from being one, where even leaving out what is wrong did not help.
pub(super) fn convert(jdl: &Jdl, source: &str, file: &str) -> Result<Imported, Vec<Fault>> {
    let mut notes = Notes::default();
    let names = TypeNames::of(jdl, &mut notes);
    let lookup = Lookup {
        constants: constants(jdl),
        enums: jdl.enums.iter().map(|one| (one.name.text, enums::convert(one, &mut notes))).collect(),
        names,
    };
    let mut drafts: Vec<Draft> = Vec::with_capacity(jdl.entities.len());
    for entity in &jdl.entities {
        let name = lookup.names.entity(entity.name.text).unwrap_or_default().to_owned();
        let mut draft = Draft { written: entity.name.text, name, ..Draft::default() };
        draft.entity.description.clone_from(&entity.doc);
        draft.entity.table = tables::table(entity, &draft.name, &mut notes);
        fields::convert(entity, &mut draft, &lookup, &mut notes);
        drafts.push(draft);
    }
    let index = jdl.entities.iter().enumerate().map(|(at, entity)| (entity.name.text, at)).collect();
    let Lookup { names, enums, .. } = lookup;
    let mut converter = Converter { jdl, names, notes, drafts, index };
    finish(&mut converter, file, enums, &Places::of(source))
}

fn finish<'a>(
    converter: &mut Converter<'a>,
    file: &str,
    enums: IndexMap<&'a str, document::Enum>,
    places: &Places,
) -> Result<Imported, Vec<Fault>> {
    let links: Vec<Link> = converter.jdl.relationships.iter().map(Link::of).collect();
    users::add(converter, &links);
    options::apply(converter);
    applications::assign(converter, &links);
    relations::convert(converter, &links);
    display::choose(converter, &links);
    for (at, draft) in converter.drafts.iter_mut().enumerate() {
        let span = converter.jdl.entities.get(at).map(|entity| entity.name.span);
        lists::apply(draft, span, &mut converter.notes);
    }
    fill(converter);
    applications::tell(converter);
    let project = applications::project(converter, file);
    let mut document = Document { project, ..Document::named("") };
    document.apps = applications::apps(converter);
    document.services = applications::services(&converter.drafts);
    for (written, one) in enums {
        document.enums.insert(converter.names.enumeration(written).unwrap_or(written).to_owned(), one);
    }
    for draft in &mut converter.drafts {
        document.entities.insert(draft.name.clone(), std::mem::take(&mut draft.entity));
    }
    settle(&mut document, converter)?;
    Ok(Imported { document, notes: std::mem::take(&mut converter.notes).into_list(places) })
}

/// Gives a name to entities that would have nothing at all.
fn fill(converter: &mut Converter) {
    for (at, draft) in converter.drafts.iter_mut().enumerate() {
        if !draft.entity.fields.is_empty() || !draft.entity.relations.is_empty() {
            continue;
        }
        let name = draft.members.claim(&["name".to_owned(), "ownName".to_owned()]);
        if let Some(entity) = converter.jdl.entities.get(at) {
            let what = format!("`{}`", entity.name.text);
            converter.notes.added(
                entity.name.span,
                what,
                format!("gets a field `{name}`, because it would have nothing to show"),
            );
        }
        draft.entity.fields.insert(name, document::Field::of("string"));
    }
}
