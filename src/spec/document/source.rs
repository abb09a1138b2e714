//! `sources:` and `blueprint:`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Blueprints and templates from elsewhere: a repository or a folder with `blueprints/NAME.yaml` and `NAME/template.yaml`.
/// What is taken is pinned in `fountane.lock`, asked about before its first use, and never run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(extend("oneOf" = [{ "required": ["git"] }, { "required": ["folder"] }]))]
pub struct TemplateSource {
    /// A repository: `https://…`, `ssh://…`, `user@host:path`, `file:///…` or an absolute path.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub git: Option<String>,
    /// Which version of the repository: a range of versions (`^1.2`, of tags such as `v1.2.3`), a tag, or a whole commit id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// A folder, from the workspace's own: `../templates`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub folder: Option<String>,
}

/// One blueprint, or several.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum BlueprintForm {
    /// `saas@^1`
    One(String),
    /// `[saas@^1, acme/audit@^2]`
    Several(Vec<String>),
}

/// Blueprints in either form; none where nothing is said.
pub mod blueprints {
    use super::BlueprintForm;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// Writes the shorter form that suffices.
    pub fn serialize<S: Serializer>(names: &[String], out: S) -> Result<S::Ok, S::Error> {
        match names {
            [only] => only.serialize(out),
            several => several.serialize(out),
        }
    }

    /// Reads either form.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
        Ok(match BlueprintForm::deserialize(from)? {
            BlueprintForm::One(name) => vec![name],
            BlueprintForm::Several(names) => names,
        })
    }
}
