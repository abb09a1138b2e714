//! `services:`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A deployable that owns entities.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Service {
    /// One or two sentences for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Names of the entities that it owns.
    #[serde(default)]
    pub entities: Vec<String>,
}

/// A list of entities, or a map with `entities` and a `description`.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum ServiceForm {
    /// `[Owner, Pet]`
    Short(Vec<String>),
    /// The long form.
    Long(Service),
}

impl From<ServiceForm> for Service {
    fn from(form: ServiceForm) -> Self {
        match form {
            ServiceForm::Short(entities) => Self { description: None, entities },
            ServiceForm::Long(service) => service,
        }
    }
}

impl From<&Service> for ServiceForm {
    fn from(service: &Service) -> Self {
        match service.description {
            None => Self::Short(service.entities.clone()),
            Some(_) => Self::Long(service.clone()),
        }
    }
}

/// Services in either form.
pub mod services {
    use super::{Service, ServiceForm};
    use indexmap::IndexMap;
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes the shorter form that suffices.
    pub fn serialize<S: Serializer>(services: &IndexMap<String, Service>, out: S) -> Result<S::Ok, S::Error> {
        out.collect_map(services.iter().map(|(name, value)| (name, ServiceForm::from(value))))
    }

    /// Reads either form.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<IndexMap<String, Service>, D::Error> {
        let forms = IndexMap::<String, ServiceForm>::deserialize(from)?;
        Ok(forms.into_iter().map(|(name, form)| (name, form.into())).collect())
    }
}
