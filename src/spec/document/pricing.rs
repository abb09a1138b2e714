//! `billing:`

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::EntityEvent;

/// What customers pay for.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Billing {
    /// The currency of all prices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("default" = "EUR"))]
    pub currency: Option<String>,
    /// What is counted, by kebab-case name.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub meters: IndexMap<String, Meter>,
    /// What can be bought, by kebab-case name.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub plans: IndexMap<String, Plan>,
}

/// Something that is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Meter {
    /// Which entity.
    pub entity: String,
    /// What of it counts.
    pub on: EntityEvent,
}

/// Something that can be bought.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Plan {
    /// For people, where the name as words does not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Price of a month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<f64>")]
    pub monthly: Option<Value>,
    /// Price of a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<f64>")]
    pub yearly: Option<Value>,
    /// Days before the first payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trial_days: Option<u32>,
    /// How much of each meter a month includes.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub includes: IndexMap<String, u64>,
}
