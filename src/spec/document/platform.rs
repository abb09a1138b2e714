//! Sections of which each brings a service of the platform: `auth:`, `queue:`, `realtime:`, `features:`, and smaller ones.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::is_false;

/// Languages of client libraries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sdk {
    /// Every workspace has it: `libs/contracts`, with all services as Connect makes typed clients of them, and the schemas of all inputs.
    Typescript,
    /// A crate in `sdks/rust` that calls the services.
    Rust,
}

/// How people sign in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Auth {
    /// Who says who somebody is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub providers: Vec<AuthProvider>,
    /// Whether a second factor is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mfa: Option<Mfa>,
}

/// Who says who somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AuthProvider {
    /// A password that the product's own sign-in keeps.
    Password,
    /// A link by e-mail.
    MagicLink,
    /// A passkey of the device.
    Passkey,
    /// Google.
    Google,
    /// Apple.
    Apple,
    /// Microsoft.
    Microsoft,
    /// GitHub.
    Github,
    /// Any OpenID Connect provider.
    Oidc,
    /// A customer's own SAML provider.
    Saml,
}

/// Whether a second factor is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mfa {
    /// Never.
    Off,
    /// Who wants, may.
    Optional,
    /// Of everybody.
    Required,
}

/// Work that is done later, or again and again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Queue {
    /// The kinds of work, by kebab-case name.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub jobs: IndexMap<String, Job>,
}

/// One kind of work.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Job {
    /// When it starts by itself, as five fields of cron: `"0 7 * * *"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<String>,
    /// How often it is tried again after a failure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retries: Option<u32>,
    /// What it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// What people see change without asking again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Realtime {
    /// What can be listened to, by kebab-case name.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub channels: IndexMap<String, Channel>,
}

/// Something that can be listened to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Channel {
    /// Whose changes it carries.
    pub entity: String,
    /// Whether one sees who else listens.
    #[serde(default, skip_serializing_if = "is_false")]
    pub presence: bool,
    /// How many messages are kept for those who come late.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub history: Option<u32>,
}

/// A feature flag.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Feature {
    /// Whether it is on where nobody decided.
    #[serde(default)]
    pub default: bool,
    /// Ways in which it can be on, for experiments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<String>,
    /// What it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// What other products can do with this one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Integrations {
    /// Events that Zapier can start from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zapier: Option<EventList>,
    /// Events that are sent to addresses of the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webhooks: Option<EventList>,
    /// Products that this one talks to, by kebab-case name: `slack`, `google-sheets`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub connectors: Vec<String>,
}

/// Events of entities.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct EventList {
    /// `Visit.created`, `Visit.updated`, `Visit.deleted`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<String>,
}

/// Rules that a product must obey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Compliance {
    /// European data protection.
    Gdpr,
    /// Health data in the United States.
    Hipaa,
    /// Trust services criteria.
    Soc2,
    /// Payment cards.
    PciDss,
}

/// How a demo of the product is set up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Demo {
    /// How long it lives: `72h`, `7d`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ttl: Option<String>,
    /// How much it may use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<DemoSize>,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
}

/// How much a demo may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DemoSize {
    /// For one person who clicks around.
    S,
    /// For a team.
    M,
    /// For a load test.
    L,
}
