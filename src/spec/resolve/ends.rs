//! Relations with both of their ends, each told once: from the end that holds the key or owns the links.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::entity_path;
use crate::spec::{
    Document,
    document::{Relation, RelationType},
    model::EntityId,
    naming::Names,
    problem::{Path, Problem},
    validate::unknown_entity,
};

/// A relation, seen from the end that holds the key or owns the links; never one-to-many.
#[derive(Debug, Clone)]
pub(super) struct End {
    /// Who holds the key.
    pub source: EntityId,
    /// What it is called there.
    pub name: String,
    /// How many on either side.
    pub kind: RelationType,
    /// What it points to.
    pub target: EntityId,
    /// What it is called over there.
    pub inverse: String,
    /// Where it is declared.
    pub path: Path,
    /// Whether it is declared over there, as one-to-many.
    pub flipped: bool,
    /// As declared.
    pub given: Relation,
}

/// In the order of the document, those told as one-to-many last.
pub(super) fn ends(document: &Document, ids: &IndexMap<&str, EntityId>, problems: &mut Vec<Problem>) -> Vec<End> {
    let mut ends: Vec<End> = Vec::new();
    let mut told_from_one = Vec::new();
    for (at, (entity, given)) in document.entities.iter().enumerate() {
        for (name, relation) in &given.relations {
            let path = entity_path(entity).key("relations").key(name);
            let Some((kind, target)) = relation.target() else {
                let message =
                    "a relation is exactly one of `many-to-one`, `one-to-many`, `one-to-one` and `many-to-many`";
                problems.push(
                    Problem::of_key(path, message).mend("write `{ many-to-one: Owner }` with the entity it points to"),
                );
                continue;
            };
            let Some(&target) = ids.get(target) else {
                problems.push(unknown_entity(path.key(kind.key()), target, document));
                continue;
            };
            let end = End {
                source: EntityId(at),
                name: name.clone(),
                kind,
                target,
                inverse: relation.inverse.clone().unwrap_or_default(),
                path,
                flipped: false,
                given: relation.clone(),
            };
            match kind {
                RelationType::OneToMany => told_from_one.push(end),
                _ if is_told_already(&mut ends, &end, problems) => {}
                _ => ends.push(end),
            }
        }
    }
    for one in told_from_one {
        flip(&mut ends, one, document, problems);
    }
    name_inverses(&mut ends, document);
    ends
}

/// Whether a many-to-many or one-to-one is the other end of one that was told before.
fn is_told_already(ends: &mut [End], end: &End, problems: &mut Vec<Problem>) -> bool {
    let symmetric = matches!(end.kind, RelationType::ManyToMany | RelationType::OneToOne);
    let other = ends.iter_mut().find(|other| {
        symmetric
            && other.kind == end.kind
            && other.source == end.target
            && other.target == end.source
            && other.name == end.inverse
            && (other.inverse.is_empty() || other.inverse == end.name)
            && (other.source != other.target || other.name != end.name)
    });
    let Some(other) = other else { return false };
    other.inverse.clone_from(&end.name);
    refuse_settings(end, &other.path, problems);
    true
}

/// A one-to-many is the many-to-one of the other entity, which may be told there as well.
fn flip(ends: &mut Vec<End>, one: End, document: &Document, problems: &mut Vec<Problem>) {
    let other = ends.iter_mut().find(|other| {
        let by_name = !one.inverse.is_empty() && other.name == one.inverse;
        let by_inverse = one.inverse.is_empty() && other.inverse == one.name;
        other.kind == RelationType::ManyToOne
            && other.source == one.target
            && other.target == one.source
            && (by_name || by_inverse)
            && (other.inverse.is_empty() || other.inverse == one.name)
    });
    if let Some(other) = other {
        other.inverse.clone_from(&one.name);
        refuse_settings(&one, &other.path, problems);
        return;
    }
    let (source_name, _) =
        document.entities.get_index(one.source.0).map_or(("", None), |(name, entity)| (name.as_str(), Some(entity)));
    let name = if one.inverse.is_empty() { Names::of(source_name).one.camel } else { one.inverse };
    ends.push(End {
        source: one.target,
        name,
        kind: RelationType::ManyToOne,
        target: one.source,
        inverse: one.name,
        path: one.path,
        flipped: true,
        given: one.given,
    });
}

fn refuse_settings(end: &End, other: &Path, problems: &mut Vec<Problem>) {
    let given = &end.given;
    for (key, is_given) in
        [("required", given.required), ("on-delete", given.on_delete.is_some()), ("column", given.column.is_some())]
    {
        if is_given {
            let message = format!("this relation is told at `{other}` already");
            problems.push(Problem::of_key(end.path.key(key), message).mend(format!("set `{key}` there")));
        }
    }
}

/// Names the other ends that have none: `pets`, or `petsAsBreeder` where that is taken or would say little.
fn name_inverses(ends: &mut [End], document: &Document) {
    let mut taken: HashSet<(EntityId, String)> = HashSet::new();
    for (at, entity) in document.entities.values().enumerate() {
        taken.extend(entity.fields.keys().chain(entity.relations.keys()).map(|name| (EntityId(at), name.clone())));
    }
    for end in ends.iter() {
        taken.insert((end.source, end.name.clone()));
        taken.insert((end.target, end.inverse.clone()));
    }
    for end in ends.iter_mut().filter(|end| end.inverse.is_empty()) {
        let names = document.entities.get_index(end.source.0).map(|(name, entity)| match &entity.plural {
            Some(plural) => Names::with_plural(name, plural),
            None => Names::of(name),
        });
        let Some(names) = names else { continue };
        let base = if end.kind == RelationType::OneToOne { names.one.camel } else { names.many.camel };
        let role = format!("{base}As{}", Names::of(&end.name).one.pascal);
        let numbered = (2..).map(|number| format!("{role}{number}"));
        let plain = (end.source != end.target).then_some(base);
        let free = plain
            .into_iter()
            .chain([role.clone()])
            .chain(numbered)
            .find(|name| !taken.contains(&(end.target, name.clone())));
        end.inverse = free.unwrap_or_default();
        taken.insert((end.target, end.inverse.clone()));
    }
}
