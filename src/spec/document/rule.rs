//! `rules:`

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Field, FieldForm, field};

/// A business rule in words and examples; the examples become tests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rule {
    /// Which service knows it. Without it: the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// What it says, in plain sentences.
    pub words: String,
    /// What it decides upon, by camelCase name; types as for fields. All of it is required.
    #[serde(with = "field::fields")]
    #[schemars(with = "IndexMap<String, FieldForm>")]
    pub input: IndexMap<String, Field>,
    /// What comes out of it; a type as for fields.
    #[serde(with = "field::form")]
    #[schemars(with = "FieldForm")]
    pub output: Field,
    /// What comes out for what goes in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<RuleExample>,
}

/// What comes out for what goes in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RuleExample {
    /// Why it is worth telling; becomes the name of the test.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A value for each input.
    pub given: IndexMap<String, Value>,
    /// What the rule answers.
    pub expect: Value,
}
