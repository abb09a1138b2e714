//! Many to many between entities of different services.
//!
//! A table of links has two foreign keys, and so one database. Across services the link becomes an entity of its own, which the
//! holder's service owns: a key for the one, a checked id for the other.

use super::{Converter, Draft, links::Link};
use crate::spec::{
    document::{Relation, RelationType},
    import::member_names::member,
    model::OnDelete,
    naming::{Names, singular},
};

/// Whether a link needs an entity of its own.
pub(super) fn is_needed(converter: &Converter, link: &Link) -> bool {
    link.kind == RelationType::ManyToMany && is_across(converter, link)
}

/// Whether holder and target are owned by different services.
pub(super) fn is_across(converter: &Converter, link: &Link) -> bool {
    let service = |written: &str| converter.drafts[converter.index[written]].service.as_str();
    service(link.holder.text) != service(link.target.text)
}

/// Adds the entity of a link that is called `name` at its holder and `inverse` at its target.
pub(super) fn add<'a>(converter: &mut Converter<'a>, link: &Link<'a>, name: &str, inverse: &str) {
    let draft = |written: &str| &converter.drafts[converter.index[written]];
    let (holder, target) = (draft(link.holder.text), draft(link.target.text));
    let (holder_name, target_name, service) = (holder.name.clone(), target.name.clone(), holder.service.clone());
    let one = singular(name);
    let entity = converter.names.invent(&format!("{holder_name}{}", Names::of(&one).one.pascal));
    let mut joined = Draft { name: entity.clone(), service, ..Draft::default() };
    joined.entity.description = link.doc.clone().or_else(|| link.inverse_doc.clone());
    let holder_end = joined.members.relation(&[Names::of(&holder_name).one.camel], false);
    let target_end = joined.members.relation(&[member(&one), Names::of(&target_name).one.camel], false);
    let end = |target: &str, inverse: &str| Relation {
        inverse: Some(inverse.to_owned()),
        required: true,
        ..Relation::of(RelationType::ManyToOne, target)
    };
    let to_holder = Relation { on_delete: Some(OnDelete::Cascade), ..end(&holder_name, name) };
    joined.entity.relations.insert(holder_end, to_holder);
    joined.entity.relations.insert(target_end, end(&target_name, inverse));
    converter.drafts.push(joined);
    converter.notes.changed(
        link.span(),
        format!("many to many {}", link.describe()),
        format!("the entity `{entity}` with a relation to each, because different services own `{holder_name}` and `{target_name}`"),
    );
}
