//! A model that was imported, brought into a spec that is there.
//!
//! What is there wins: what only the model has is added, what differs is told, and what only the spec has stays. Nothing
//! here touches a text but [`Merge::apply`], which makes the edits that keep comments and order.

mod additions;
mod counterparts;
mod differs;
mod edits;
mod owners;
mod relations;
mod tell;
mod trial;

use indexmap::IndexMap;
use serde::Serialize;

use super::{
    Document, Model,
    document::{Entity, Enum, Field, Relation, Service},
    edit::EditError,
    resolve::attempt,
};

/// What is wished of a merge.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// Only these entities, by the model's name or the spec's; all where none is named.
    pub only: Vec<String>,
    /// Whether the model wins where a field or relation differs.
    pub theirs: bool,
}

/// What becomes of one thing of the model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Difference {
    /// What becomes of it.
    pub kind: Kind,
    /// What it is: `Pet`, `Pet.nickname`, `Species.bird`.
    pub name: String,
    /// How the spec has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// How the model has it, or why it does not come along.
    pub after: String,
}

/// What becomes of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Only the model has it: it is added.
    Added,
    /// Both have it, and the model has it otherwise.
    Differs,
    /// Only the model has it, and it cannot be added.
    LeftOut,
}

/// How much only the spec has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct OnlyHere {
    /// Entities.
    pub entities: usize,
    /// Fields of entities that both have.
    pub fields: usize,
    /// Relations of entities that both have.
    pub relations: usize,
    /// Enums.
    pub enums: usize,
}

/// What there is to do, in the order of the model.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Merge {
    /// What is added, what differs and what is left out.
    pub differences: Vec<Difference>,
    /// What the model does not have.
    pub only_here: OnlyHere,
    additions: Additions,
    changed: Vec<Changed>,
}

/// What is added to a spec.
#[derive(Debug, Clone, Default, PartialEq)]
struct Additions {
    enums: IndexMap<String, Enum>,
    /// By enum, values with their labels.
    values: IndexMap<String, IndexMap<String, Option<String>>>,
    services: IndexMap<String, Service>,
    entities: IndexMap<String, NewEntity>,
    /// By entity that is there.
    members: IndexMap<String, Members>,
}

#[derive(Debug, Clone, PartialEq)]
struct NewEntity {
    entity: Entity,
    /// A service that is there; without it, a new one lists it or the first has it.
    service: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Members {
    fields: IndexMap<String, Field>,
    relations: IndexMap<String, Relation>,
}

/// A field or relation as the model has it.
#[derive(Debug, Clone, PartialEq)]
enum Changed {
    Field { entity: String, name: String, before: Box<Field>, after: Box<Field> },
    Relation { entity: String, name: String, before: Box<Relation>, after: Box<Relation> },
}

/// A spec as written and what it means.
#[derive(Debug, Clone, Copy)]
struct Side<'s> {
    document: &'s Document,
    model: &'s Model,
}

/// Why a model cannot be merged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// `--only` names what the model does not have.
    #[error("the model has no entity `{name}`")]
    NoEntity {
        /// What was named.
        name: String,
        /// What there is.
        names: Vec<String>,
    },
}

/// Compares a spec with a model, and says what to add.
///
/// `here` and `model` are one spec, as written and as meant. Things are matched by name, else by their name in the database.
///
/// # Errors
/// Where the wish names an entity that the model does not have.
pub fn merge(here: &Document, model: &Model, theirs: &Document, wish: &Wish) -> Result<Merge, MergeError> {
    let here = Side { document: here, model };
    let original = attempt(theirs).0;
    let (theirs, renamed) = counterparts::renamed(here, Side { document: theirs, model: &original });
    let chosen = counterparts::chosen(&theirs, &renamed, &wish.only)?;
    let meant = attempt(&theirs).0;
    let theirs = Side { document: &theirs, model: &meant };
    let mut merge = Merge::default();
    differs::compare(here, theirs, &chosen, &mut merge);
    if !wish.theirs {
        merge.changed.clear();
    }
    merge.additions = additions::additions(here, theirs, &chosen, wish, &mut merge.differences);
    owners::assign(here, theirs, &mut merge.additions);
    trial::settle(here, &mut merge);
    merge.tell(here);
    Ok(merge)
}

impl Merge {
    /// Whether nothing of the spec would change.
    pub fn is_empty(&self) -> bool {
        let Additions { enums, values, services, entities, members } = &self.additions;
        enums.is_empty()
            && values.is_empty()
            && services.is_empty()
            && entities.is_empty()
            && members.is_empty()
            && self.changed.is_empty()
    }

    /// The text of the spec with all that is added.
    ///
    /// # Errors
    /// Where the text is laid out in a way that cannot be changed without touching other lines.
    pub fn apply(&self, text: &str) -> Result<String, EditError> {
        edits::apply(self, text)
    }
}

#[cfg(test)]
mod tests;
