//! Tags as services, where each has several entities.

use super::{build::Built, operations::Operations, select::Selected};

/// Entities that a tag has on average, at least.
const LEAST: usize = 2;

/// Gives every entity to the service of its tag.
pub(super) fn assign(built: &mut Built, selected: &Selected, operations: &Operations) {
    let groups = selected.groups.iter();
    let mut tags: Vec<Option<String>> =
        groups.map(|group| tag(group.base.as_str(), &group.members, operations)).collect();
    for at in 0..tags.len() {
        inherit(at, selected, &mut tags);
    }
    let said: Vec<(usize, &String)> =
        built.table_of.iter().filter_map(|(group, table)| Some((*table, tags[*group].as_ref()?))).collect();
    let distinct: std::collections::HashSet<&String> = said.iter().map(|(_, tag)| *tag).collect();
    if distinct.len() < 2 || said.len() < distinct.len() * LEAST {
        return;
    }
    for (table, tag) in said {
        built.tables[table].service = Some(tag.clone());
    }
}

/// The tag of its own paths, or else the one with which its schemas are used most.
fn tag(base: &str, members: &[(&str, super::twins::Role)], operations: &Operations) -> Option<String> {
    let most = |tags: &[(String, usize)]| {
        let most = tags.iter().map(|(_, times)| *times).max()?;
        tags.iter().find(|(_, times)| *times == most).map(|(tag, _)| tag.clone())
    };
    let mut endings = super::twins::endings(base);
    let own = endings.find_map(|ending| operations.tags.get(ending)).and_then(|tags| most(tags));
    own.or_else(|| {
        let mut uses = members.iter().filter_map(|(name, _)| operations.uses.get(name));
        uses.find_map(|uses| most(&uses.tags))
    })
}

/// What has no tag goes with what leads to it.
fn inherit(at: usize, selected: &Selected, tags: &mut [Option<String>]) {
    let mut owner = selected.groups[at].owner;
    for _ in 0..16 {
        let Some(one) = owner.filter(|_| tags[at].is_none()) else { return };
        let tag = tags[one].clone();
        tags[at] = tag;
        owner = selected.groups[one].owner;
    }
}
