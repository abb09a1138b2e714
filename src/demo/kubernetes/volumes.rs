//! Volumes that outlive the namespace whose claims they were bound to.

use k8s_openapi::api::core::v1::PersistentVolume;
use serde::Serialize;

use super::cluster::Cluster;
use super::error::KubernetesError;
use super::list::Items;

/// A volume that a demo had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Volume {
    /// Its name.
    pub name: String,
    /// Whose claim it was.
    pub namespace: String,
    /// What its claim was called.
    pub claim: String,
    /// How large it is.
    pub capacity: String,
    /// What the cluster does with it once it is not claimed: `Retain` keeps it, and what it costs.
    pub policy: String,
}

impl Cluster {
    /// Every volume that is, or was, bound to a claim.
    pub(super) async fn volumes(&self) -> Result<Vec<Volume>, KubernetesError> {
        let found: Items<PersistentVolume> = self.ask(&["get", "persistentvolumes", "-o", "json"], None).await?;
        Ok(found.items.into_iter().filter_map(volume).collect())
    }
}

fn volume(volume: PersistentVolume) -> Option<Volume> {
    let spec = volume.spec?;
    let claim = spec.claim_ref?;
    Some(Volume {
        name: volume.metadata.name?,
        namespace: claim.namespace?,
        claim: claim.name.unwrap_or_default(),
        capacity: spec.capacity.and_then(|mut capacity| capacity.remove("storage")).map(|it| it.0).unwrap_or_default(),
        policy: spec.persistent_volume_reclaim_policy.unwrap_or_default(),
    })
}
