//! Relations of an entity.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::is_false;
use crate::spec::model::OnDelete;

/// How rows of two entities belong together. Exactly one of the four kinds names the other entity.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(extend("oneOf" = [
    { "required": ["many-to-one"] }, { "required": ["one-to-many"] }, { "required": ["one-to-one"] }, { "required": ["many-to-many"] }
]))]
pub struct Relation {
    /// Many of these belong to one of those: a pet to its owner. The key is kept here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub many_to_one: Option<String>,
    /// One of these has many of those: the same as `many-to-one` over there, told from here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one_to_many: Option<String>,
    /// One of these belongs to one of those, and no other does. The key is kept here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one_to_one: Option<String>,
    /// Many of these go with many of those. The links are kept in a table of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub many_to_many: Option<String>,
    /// What the relation is called from the other entity. Without it: this entity's name, in the plural where there are many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inverse: Option<String>,
    /// Whether there must be one. Not for `many-to-many`.
    #[serde(default, skip_serializing_if = "is_false")]
    pub required: bool,
    /// What happens to rows that hold the key when what they point to is deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("default" = "restrict"))]
    pub on_delete: Option<OnDelete>,
    /// For people, where the name as words does not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// For people: what it means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The database's own name of the key, or of the table of links.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
}

/// How many on either side, as declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelationType {
    /// `many-to-one`
    ManyToOne,
    /// `one-to-many`
    OneToMany,
    /// `one-to-one`
    OneToOne,
    /// `many-to-many`
    ManyToMany,
}

impl RelationType {
    /// As written: `many-to-one`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ManyToOne => "many-to-one",
            Self::OneToMany => "one-to-many",
            Self::OneToOne => "one-to-one",
            Self::ManyToMany => "many-to-many",
        }
    }
}

impl Relation {
    /// Of a kind and the entity it points to, and nothing else.
    pub fn of(kind: RelationType, target: &str) -> Self {
        let mut relation = Self::default();
        let slot = match kind {
            RelationType::ManyToOne => &mut relation.many_to_one,
            RelationType::OneToMany => &mut relation.one_to_many,
            RelationType::OneToOne => &mut relation.one_to_one,
            RelationType::ManyToMany => &mut relation.many_to_many,
        };
        *slot = Some(target.to_owned());
        relation
    }

    /// Its kind and the name of the entity it points to; none where none or several are given.
    pub fn target(&self) -> Option<(RelationType, &str)> {
        let mut given = [
            (RelationType::ManyToOne, &self.many_to_one),
            (RelationType::OneToMany, &self.one_to_many),
            (RelationType::OneToOne, &self.one_to_one),
            (RelationType::ManyToMany, &self.many_to_many),
        ]
        .into_iter()
        .filter_map(|(kind, target)| target.as_deref().map(|target| (kind, target)));
        let first = given.next()?;
        given.next().is_none().then_some(first)
    }
}
