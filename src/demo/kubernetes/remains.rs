//! What keeps a namespace from going away.

use k8s_openapi::api::core::v1::Namespace;
use serde::Serialize;

use super::cluster::Cluster;
use super::error::KubernetesError;
use super::list::{Bare, Items};

/// An object that does not go away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Remaining {
    /// Its kind, as kubectl takes it (`configmaps`, `widgets.example.com`).
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Who has not done yet what is to be done before it goes.
    pub finalizers: Vec<String>,
}

/// Why a namespace is still there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Remains {
    /// What is still in it.
    pub objects: Vec<Remaining>,
    /// What the cluster says about it.
    pub said: Vec<String>,
}

impl Cluster {
    /// What is still in a namespace that is going away: by what the cluster says, and each object by its name.
    pub(super) async fn remains(&self, namespace: &Namespace) -> Result<Remains, KubernetesError> {
        let mut remains = Remains::default();
        let name = namespace.metadata.name.clone().unwrap_or_default();
        let conditions = namespace.status.iter().flat_map(|status| status.conditions.iter().flatten());
        for condition in conditions.filter(|condition| condition.status == "True") {
            let message = condition.message.clone().unwrap_or_default();
            if condition.type_ == "NamespaceContentRemaining" {
                for kind in kinds(&message) {
                    remains.objects.extend(self.remaining(&name, kind).await?);
                }
            }
            remains.said.push(message);
        }
        Ok(remains)
    }

    async fn remaining(&self, namespace: &str, kind: &str) -> Result<Vec<Remaining>, KubernetesError> {
        let place = format!("--namespace={namespace}");
        let found: Items<Bare> = match self.ask(&["get", kind, &place, "-o", "json"], None).await {
            Ok(found) => found,
            // It went meanwhile, or we may not look: the cluster's own words are told in any case.
            Err(
                KubernetesError::Refused { .. } | KubernetesError::NotFound { .. } | KubernetesError::Forbidden { .. },
            ) => {
                return Ok(Vec::new());
            }
            Err(error) => return Err(error),
        };
        let remaining = found.items.into_iter().map(|object| Remaining {
            kind: kind.to_owned(),
            name: object.metadata.name.unwrap_or_default(),
            finalizers: object.metadata.finalizers.unwrap_or_default(),
        });
        Ok(remaining.collect())
    }
}

/// `Some resources are remaining: configmaps. has 1 resource instances, widgets.example.com has 2 resource instances`.
fn kinds(message: &str) -> Vec<&str> {
    let Some((_, list)) = message.split_once(": ") else { return Vec::new() };
    let words = list.split(", ").filter_map(|part| part.split_once(" has "));
    let kinds = words.map(|(kind, _)| kind.trim_end_matches('.'));
    // It goes to kubectl as an argument.
    kinds.filter(|kind| kind.starts_with(|letter: char| letter.is_ascii_lowercase())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_read_from_what_the_cluster_says() {
        let message = "Some resources are remaining: configmaps. has 1 resource instances, widgets.example.com has 2 resource instances";
        assert_eq!(kinds(message), ["configmaps", "widgets.example.com"]);
        assert_eq!(kinds("Some resources are remaining: --all has 1 resource instances"), [""; 0]);
        assert_eq!(kinds("something else"), [""; 0]);
    }
}
