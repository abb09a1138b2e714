//! `fountane.yaml` as a person writes it: one type for each section, whose comments are the documentation of its keys.
//!
//! JSON Schema, `docs/spec.md` and the check of a file's shape all follow from these types; see [`schema`](super::schema).
//! Short forms (`name: string!`, `clinic: [Pet]`) are read into the same types and written again where they suffice.

mod apps;
mod entity;
mod enumeration;
mod field;
mod platform;
mod pricing;
mod project;
mod relation;
mod rule;
mod service;
mod source;
mod workflow;

pub use apps::{Apps, MobileApp, Theme, WebApp};
pub use entity::{Access, Entity, ListOptions};
pub use enumeration::Enum;
pub use field::{Field, FieldForm};
pub use platform::{
    Auth, AuthProvider, Channel, Compliance, Demo, DemoSize, EventList, Feature, Integrations, Job, Mfa, Queue,
    Realtime, Sdk,
};
pub use pricing::{Billing, Meter, Plan};
pub use project::Project;
pub use relation::{Relation, RelationType};
pub use rule::{Rule, RuleExample};
pub use service::Service;
pub use source::TemplateSource;
pub use workflow::{Call, EntityEvent, Notify, OnError, Send, SetFields, Step, Trigger, Wait, Workflow};

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::model::{Forge, Tenancy};

/// The version of the format that this program reads and writes.
pub const FORMAT: u32 = 1;

/// A product: its entities, who may do what with them, and what is built around them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(title = "fountane.yaml")]
pub struct Document {
    /// Version of this format: `1`.
    #[schemars(range(min = 1, max = 1))]
    pub fountane: u32,
    /// What the product is called, and whose it is.
    pub project: Project,
    /// Blueprints and templates from elsewhere, by the kebab-case name that they go by here:
    /// `acme: { git: https://example.com/templates.git, at: ^1.2 }`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub sources: IndexMap<String, TemplateSource>,
    /// Which blueprint makes files of this, and a semver range for it: `saas@^1`; one of a source is `acme/audit@^1`. A list
    /// composes several: `[saas@^1, acme/audit@^1]`. Exact versions are pinned in `fountane.lock`.
    #[serde(default, skip_serializing_if = "Vec::is_empty", with = "source::blueprints")]
    #[schemars(with = "source::BlueprintForm", extend("default" = "saas@^1"))]
    pub blueprint: Vec<String>,
    /// How customers are kept apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("default" = "rls"))]
    pub tenancy: Option<Tenancy>,
    /// Who there is, from least to most; each role includes those before it. Without it: `viewer`, `member`, `admin`.
    /// A map of role and what it may do, or a list of roles.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty", with = "enumeration::words")]
    #[schemars(with = "enumeration::WordsForm")]
    pub roles: IndexMap<String, Option<String>>,
    /// Closed lists of values, by their PascalCase name. `Species: [dog, cat]`, or with labels `Species: { dog: Dog }`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty", with = "enumeration::enums")]
    #[schemars(with = "IndexMap<String, enumeration::EnumForm>")]
    pub enums: IndexMap<String, Enum>,
    /// Which service owns which entities, by its kebab-case name. An entity left out goes to the first; without this
    /// section there is one service for all. `clinic: [Pet]` is short for `clinic: { entities: [Pet] }`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty", with = "service::services")]
    #[schemars(with = "IndexMap<String, service::ServiceForm>")]
    pub services: IndexMap<String, Service>,
    /// What people keep records of, by its PascalCase name in the singular.
    pub entities: IndexMap<String, Entity>,
    /// Business rules in words and examples, by kebab-case name; the examples become tests.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub rules: IndexMap<String, Rule>,
    /// Which applications are made. Without it: a web application.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apps: Option<Apps>,
    /// Client libraries for those who build upon the product.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sdk: Vec<Sdk>,
    /// How people sign in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub auth: Option<Auth>,
    /// Work that is done later, or again and again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<Queue>,
    /// What people see change without asking again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub realtime: Option<Realtime>,
    /// Feature flags, by kebab-case name.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub features: IndexMap<String, Feature>,
    /// What customers pay for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billing: Option<Billing>,
    /// What happens by itself when something else happened, by kebab-case name.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub workflows: IndexMap<String, Workflow>,
    /// What other products can do with this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub integrations: Option<Integrations>,
    /// Which rules the product must obey.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub compliance: Vec<Compliance>,
    /// Which fields tell something about a person, by entity.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub pii: IndexMap<String, Vec<String>>,
    /// Whose pipelines check and ship the workspace. Without it: GitHub's; `[]` makes none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("default" = ["github"]))]
    pub pipelines: Option<Vec<Forge>>,
    /// How a demo of the product is set up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub demo: Option<Demo>,
}

impl Document {
    /// A product of this kebab-case name with nothing in it yet. It is valid once it has an entity.
    pub fn named(name: &str) -> Self {
        Self {
            fountane: FORMAT,
            project: Project { name: name.to_owned(), ..Project::default() },
            sources: IndexMap::new(),
            blueprint: Vec::new(),
            tenancy: None,
            roles: IndexMap::new(),
            enums: IndexMap::new(),
            services: IndexMap::new(),
            entities: IndexMap::new(),
            rules: IndexMap::new(),
            apps: None,
            sdk: Vec::new(),
            auth: None,
            queue: None,
            realtime: None,
            features: IndexMap::new(),
            billing: None,
            workflows: IndexMap::new(),
            integrations: None,
            compliance: Vec::new(),
            pii: IndexMap::new(),
            pipelines: None,
            demo: None,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(value: &bool) -> bool {
    !value
}
