//! Forms of a thing: by `oneOf`, or by a base with a discriminator.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::{
    objects::Object,
    operations::Operations,
    select::{Group, Thing, index},
    twins::Role,
};

/// Forms of a thing that have no paths of their own are that thing, with a kind.
pub(super) fn inherit<'a>(groups: &mut Vec<Group<'a>>, things: &IndexMap<&'a str, Thing<'a>>, operations: &Operations) {
    let of = index(groups);
    let mut moved: HashMap<usize, usize> = HashMap::new();
    let mut kinds: HashMap<usize, (&'a str, Vec<String>)> = HashMap::new();
    for (name, thing) in things {
        let Some(&at) = of.get(name) else { continue };
        for variant in &thing.object.variants {
            let Some(&other) = of.get(variant) else { continue };
            if other != at && !groups[other].has_path {
                moved.entry(other).or_insert(at);
            }
        }
        if thing.object.variants.len() > 1 {
            kinds.entry(at).or_insert_with(|| {
                (thing.object.discriminator.unwrap_or("kind"), words(&thing.object, &thing.object.variants))
            });
        }
        for base in &thing.object.bases {
            let Some(&parent) = of.get(base) else { continue };
            let given = &things[*base].object;
            let is_used = groups[parent].has_path || operations.uses.contains_key(base);
            if let Some(discriminator) = given.discriminator
                && parent != at
                && is_used
                && !groups[at].has_path
            {
                moved.entry(at).or_insert(parent);
                let one = kinds.entry(parent).or_insert_with(|| (discriminator, Vec::new()));
                one.1.extend(words(given, &[*name]));
            }
        }
    }
    for (at, kind) in kinds {
        groups[at].kind = Some(kind);
    }
    fold(groups, &moved);
}

/// The words by which forms are told apart.
fn words<'a>(object: &Object<'a>, variants: &[&'a str]) -> Vec<String> {
    let word = |name: &&str| {
        let mapped = object.mapping.iter().find(|(_, target)| target == name).map(|(word, _)| *word);
        mapped.unwrap_or(name).to_owned()
    };
    variants.iter().map(word).collect()
}

/// Moves groups into others, which may themselves be moved.
fn fold(groups: &mut Vec<Group>, moved: &HashMap<usize, usize>) {
    let end = |mut at: usize| {
        for _ in 0..64 {
            match moved.get(&at) {
                Some(next) => at = *next,
                None => break,
            }
        }
        at
    };
    for at in 0..groups.len() {
        let target = end(at);
        if target != at && !moved.contains_key(&target) {
            let members = std::mem::take(&mut groups[at].members);
            let members = members.into_iter().map(|(name, _)| (name, Role::Update));
            let members: Vec<_> = members.collect();
            groups[target].members.extend(members);
        }
    }
    groups.retain(|group| !group.members.is_empty());
}
