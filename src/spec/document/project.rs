//! `project:`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the product is called, and whose it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Project {
    /// Kebab-case; folder, database and package scope (`@petclinic/…`) follow from it.
    pub name: String,
    /// For people: `Pet Clinic`. Without it: the name as words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// One or two sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// An SPDX expression such as `MIT`, or `UNLICENSED`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("default" = "UNLICENSED"))]
    pub licence: Option<String>,
}
