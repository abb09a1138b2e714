//! `entities:`

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Field, FieldForm, Relation, field, is_false};

/// A thing that people keep records of. Every row also has `id`, `version`, `createdAt` and `updatedAt`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Entity {
    /// One or two sentences for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Several of them, in PascalCase, where English would say something else: `Staff`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plural: Option<String>,
    /// The database's own name, where it differs from the plural in snake case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// Its values, by camelCase name. `name: string!` is short for `name: { type: string, required: true }`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty", with = "field::fields")]
    #[schemars(with = "IndexMap<String, FieldForm>")]
    pub fields: IndexMap<String, Field>,
    /// What it belongs to or goes with, by camelCase name.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub relations: IndexMap<String, Relation>,
    /// The field that stands for a row in pickers and links. Without it: `name`, `title`, a unique text or another required text that tells rows apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// How lists of it behave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<ListOptions>,
    /// Whether a deleted row stays and can be restored.
    #[serde(default, skip_serializing_if = "is_false")]
    pub soft_delete: bool,
    /// Whether it is kept who changed what, when.
    #[serde(default, skip_serializing_if = "is_false")]
    pub audit: bool,
    /// Who may do what. Without it, the first role reads, the middle one writes, the last one deletes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access: Option<Access>,
    /// Further indexes, by names of fields and relations: `[[owner, name]]`. Lists, keys and uniqueness have theirs already.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indexes: Vec<Vec<String>>,
    /// Demo rows, by names of fields and relations. `"@Ada Byron"` refers to another row by what stands for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seed: Vec<IndexMap<String, Value>>,
}

/// How lists behave.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ListOptions {
    /// Rows on a page, 1 to 200.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("default" = 25))]
    pub page_size: Option<u32>,
    /// The order where none is asked for: `[name, -createdAt]`, with `-` from great to small.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<Vec<String>>,
    /// What may be filtered by: fields and relations. Without it: all short texts, choices, days and relations to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<Vec<String>>,
    /// Texts that the search looks through. Without it: all short texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<Vec<String>>,
}

/// Who may do what, by role. Roles above a role may do the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Access {
    /// The least role that lists and reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read: Option<String>,
    /// The least role that creates and changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub write: Option<String>,
    /// The least role that deletes and restores.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delete: Option<String>,
}
