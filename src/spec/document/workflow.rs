//! `workflows:`

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What happens by itself when something else happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Workflow {
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What starts it.
    pub trigger: Trigger,
    /// What is done, in order.
    pub steps: Vec<Step>,
    /// What is done when a step fails.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_error: Option<OnError>,
}

/// What starts a workflow: an event of an entity, or a time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(extend("oneOf" = [{ "required": ["entity"] }, { "required": ["schedule"] }]))]
pub struct Trigger {
    /// Which entity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// What happens to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<EntityEvent>,
    /// When, as five fields of cron: `"0 7 * * *"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<String>,
}

/// What can happen to an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EntityEvent {
    /// A row is there that was not.
    Create,
    /// A row is changed.
    Update,
    /// A row is gone.
    Delete,
}

/// One thing to do. Exactly one of the keys.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(extend("oneOf" = [
    { "required": ["wait"] }, { "required": ["send"] }, { "required": ["set"] }, { "required": ["call"] }, { "required": ["notify"] }
]))]
pub struct Step {
    /// Lets time pass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait: Option<Wait>,
    /// Sends a message to somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub send: Option<Send>,
    /// Changes the row that started it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set: Option<SetFields>,
    /// Calls an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<Call>,
    /// Tells people within the product.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notify: Option<Notify>,
}

/// How long to wait.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(extend("oneOf" = [{ "required": ["until"] }, { "required": ["for"] }]))]
pub struct Wait {
    /// A moment of the row, with a duration before or after it: `startsAt - PT24H`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// An ISO 8601 duration: `PT1H`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#for: Option<String>,
}

/// A message to somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Send {
    /// Where the address stands, from the row that started it: `pet.owner.email`.
    pub email: String,
    /// Which text, by kebab-case name.
    pub template: String,
}

/// Values by field of the row that started it.
pub type SetFields = IndexMap<String, Value>;

/// An address to call.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Call {
    /// `https://…`
    pub url: String,
}

/// Whom to tell what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Notify {
    /// Everybody of this role.
    pub role: String,
    /// Which text, by kebab-case name.
    pub template: String,
}

/// What is done when a step fails.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OnError {
    /// How often it is tried again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry: Option<u32>,
    /// What is done when that does not help: `notify-` and a role, or the name of another workflow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub then: Option<String>,
}
