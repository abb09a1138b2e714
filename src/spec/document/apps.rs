//! `apps:`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::is_false;

/// Which applications are made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Apps {
    /// An application for browsers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub web: Option<WebApp>,
    /// An application for phones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobile: Option<MobileApp>,
}

/// An application for browsers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct WebApp {
    /// Its languages as BCP 47 tags; the first is the default.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("default" = ["en"]))]
    pub locales: Vec<String>,
    /// Whether it can be installed and works without a network.
    #[serde(default, skip_serializing_if = "is_false")]
    pub pwa: bool,
    /// How it looks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<Theme>,
}

/// How an application looks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Theme {
    /// The one colour that all others follow from, as `"#rrggbb"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub primary: Option<String>,
}

/// An application for phones.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MobileApp {
    /// Whether it unlocks with face or finger.
    #[serde(default, skip_serializing_if = "is_false")]
    pub biometrics: bool,
    /// Whether it receives push messages.
    #[serde(default, skip_serializing_if = "is_false")]
    pub push: bool,
    /// Entities that are kept on the device.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offline: Vec<String>,
}
