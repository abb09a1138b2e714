//! `template.yaml` and `blueprints/*.yaml`: what they may say.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use semver::{Version, VersionReq};
use serde::{Deserialize, Serialize};

use crate::render::Ownership;
use crate::spec::document::TemplateSource;
use crate::spec::question::Question;
use crate::workspace_path::WorkspacePath;

/// `templates/<name>/template.yaml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TemplateManifest {
    /// The folder's name.
    pub name: String,
    /// Raised when the output changes; `fountane.lock` keeps it.
    #[schemars(with = "String")]
    pub version: Version,
    /// One line for `fountane template list`.
    pub summary: String,
    /// What can be set, by name, each a JSON Schema with a `description`; the blueprint gives values.
    #[serde(default)]
    pub params: BTreeMap<String, Param>,
    /// Capabilities that other templates of the blueprint must provide.
    #[serde(default)]
    pub requires: Vec<String>,
    /// Capabilities that this one adds to a workspace.
    #[serde(default)]
    pub provides: Vec<String>,
    /// Which files it makes, in order.
    pub files: Vec<FileRule>,
    /// A folder of the template with lockfiles that pnpm wrote for workspaces like those it is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lockfiles: Option<String>,
    /// What changed, by version, for those who upgrade.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "BTreeMap<String, Upgrade>")]
    pub upgrades: BTreeMap<Version, Upgrade>,
}

/// What a version of a template brings to workspaces that have an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Upgrade {
    /// What people have to know or do, in Markdown.
    pub notes: String,
    /// Whether a person's own code may have to change.
    #[serde(default)]
    pub breaking: bool,
    /// Files and folders that have another place from this version on; edits move with them.
    #[serde(default)]
    pub moves: Vec<Move>,
}

/// A file or folder that has another place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Move {
    /// Where it was.
    #[schemars(with = "String")]
    pub from: WorkspacePath,
    /// Where it is.
    #[schemars(with = "String")]
    pub to: WorkspacePath,
}

/// A parameter of a template.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Param {
    /// What it is for.
    pub description: String,
    /// JSON Schema of the value.
    pub schema: serde_json::Value,
    /// What holds where the blueprint says nothing.
    pub default: serde_json::Value,
}

/// A set of files of a template and where they go.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FileRule {
    /// A folder of the template; all files below it are made, `.hbs` falling off their names.
    pub from: String,
    /// Where the folder goes; may hold `{{…}}`. Empty for the workspace's root.
    #[serde(default)]
    pub to: String,
    /// Makes them once for each of these; once for the workspace where nothing is said.
    #[serde(default)]
    pub for_each: Scope,
    /// A condition on the data, such as `entity.audit`; a `!` before it turns it round, `&&` joins several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Whose the files are.
    #[serde(default = "generated")]
    pub ownership: Ownership,
    /// Names the generator (a Rust function) that prepares further data for these files, as `view`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<String>,
}

fn generated() -> Ownership {
    Ownership::Generated
}

/// What a file rule is repeated for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Once.
    #[default]
    Workspace,
    /// Every service.
    Service,
    /// Every entity.
    Entity,
    /// Every language of the web application.
    Locale,
    /// Every entity in every language of the web application.
    EntityLocale,
}

/// `blueprints/<name>.yaml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct BlueprintManifest {
    /// The file's name.
    pub name: String,
    /// What `blueprint: saas@^1` is compared with.
    #[schemars(with = "String")]
    pub version: Version,
    /// One line for `fountane blueprint list`.
    pub summary: String,
    /// A paragraph for `fountane blueprint show`.
    pub description: String,
    /// Its templates, in the order in which they are composed.
    pub templates: Vec<TemplateUse>,
    /// What the interview asks.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Sources whose templates it uses as `NAME/TEMPLATE`, for a blueprint that comes from elsewhere itself.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sources: BTreeMap<String, TemplateSource>,
}

/// A template of a blueprint, with its parameters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TemplateUse {
    /// Which: `web` is fountane's, `./audit` is of the blueprint's own source, `base/audit` of one of its `sources`.
    pub name: String,
    /// Which versions of it will do.
    #[schemars(with = "String")]
    pub version: VersionReq,
    /// Values of its parameters.
    #[serde(default)]
    pub params: BTreeMap<String, serde_json::Value>,
    /// A condition on the data, as in a file rule: the whole template is left out where it does not hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// A template whose place it takes. Without this nothing replaces another by its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<String>,
}
