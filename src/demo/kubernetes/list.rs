//! The demos of a cluster, read from its namespaces.

use k8s_openapi::api::core::v1::Namespace;
use k8s_openapi::apimachinery::pkg::apis::meta::v1::ObjectMeta;
use serde::Deserialize;

use super::cluster::Cluster;
use super::error::KubernetesError;
use super::marks::{self, DemoRecord};

/// A list as kubectl prints it, whatever is in it.
#[derive(Debug, Deserialize)]
pub(super) struct Items<T> {
    pub items: Vec<T>,
}

/// Only what every object has.
#[derive(Debug, Deserialize)]
pub(super) struct Bare {
    pub metadata: ObjectMeta,
}

/// The demos of a cluster, and what only looks like one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Census {
    /// By name.
    pub demos: Vec<DemoRecord>,
    /// Namespaces with fountane's labels and another name, or labels that do not fit the name. Nothing is done to them.
    pub strangers: Vec<String>,
}

impl Cluster {
    /// Every demo of the cluster, by name.
    pub async fn demos(&self) -> Result<Census, KubernetesError> {
        let found: Items<Namespace> =
            self.ask(&["get", "namespaces", "--selector", marks::SELECTOR, "-o", "json"], None).await?;
        let mut census = Census::default();
        for namespace in found.items {
            match DemoRecord::read(namespace) {
                Ok(demo) => census.demos.push(demo),
                Err(KubernetesError::Foreign { namespace, .. }) => census.strangers.push(namespace),
                Err(error) => return Err(error),
            }
        }
        census.demos.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(census)
    }

    /// One demo; fails where there is none of that name, with the names that there are.
    pub async fn demo(&self, name: &str) -> Result<DemoRecord, KubernetesError> {
        if let Some(demo) = self.standing(&marks::namespace_of(name)?).await? {
            return Ok(demo);
        }
        let known = self.demos().await?.demos.into_iter().map(|demo| demo.name).collect();
        Err(KubernetesError::NoDemo { name: name.to_owned(), context: self.context().name.clone(), known })
    }
}
