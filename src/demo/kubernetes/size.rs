//! How much a demo may take: sizes s, m and l.

use std::collections::BTreeMap;
use std::str::FromStr;

use k8s_openapi::api::core::v1::{LimitRange, LimitRangeItem, LimitRangeSpec, ResourceQuota, ResourceQuotaSpec};
use k8s_openapi::apimachinery::pkg::api::resource::Quantity;
use serde::Serialize;

use super::objects::named;

/// How much a demo may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Size {
    /// A handful of entities, shown by one person.
    S,
    /// A dozen of services.
    M,
    /// Everything, shown to many.
    L,
}

impl Size {
    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            Self::S => "s",
            Self::M => "m",
            Self::L => "l",
        }
    }

    fn amounts(self) -> Amounts {
        match self {
            Self::S => Amounts { cpu: 2, memory: 4, pods: 20, volumes: 5, storage: 10 },
            Self::M => Amounts { cpu: 4, memory: 8, pods: 40, volumes: 10, storage: 30 },
            Self::L => Amounts { cpu: 8, memory: 16, pods: 80, volumes: 20, storage: 100 },
        }
    }

    /// What all of a namespace may take together. It may have no load balancer and no port of a node: those cost money, or
    /// are open to strangers. It is shown through the cluster's ingress.
    pub(super) fn quota(self, namespace: &str) -> ResourceQuota {
        let amounts = self.amounts();
        let hard = quantities([
            // Requests are half of what may be used at most: demos idle, and few do not at the same time.
            ("requests.cpu", format!("{}m", amounts.cpu * 500)),
            ("requests.memory", format!("{}Mi", amounts.memory * 512)),
            ("limits.cpu", amounts.cpu.to_string()),
            ("limits.memory", format!("{}Gi", amounts.memory)),
            ("requests.ephemeral-storage", format!("{}Gi", amounts.storage)),
            ("limits.ephemeral-storage", format!("{}Gi", 2 * amounts.storage)),
            ("requests.storage", format!("{}Gi", amounts.storage)),
            ("persistentvolumeclaims", amounts.volumes.to_string()),
            ("pods", amounts.pods.to_string()),
            ("services.loadbalancers", "0".to_owned()),
            ("services.nodeports", "0".to_owned()),
        ]);
        let spec = ResourceQuotaSpec { hard: Some(hard), ..ResourceQuotaSpec::default() };
        ResourceQuota { metadata: named(namespace, "fountane"), spec: Some(spec), status: None }
    }

    /// What one container takes where it says nothing, and the most that one may take.
    pub(super) fn limits(self, namespace: &str) -> LimitRange {
        let amounts = self.amounts();
        let container = LimitRangeItem {
            type_: "Container".to_owned(),
            default_request: Some(quantities([
                ("cpu", "50m".to_owned()),
                ("memory", "128Mi".to_owned()),
                ("ephemeral-storage", "64Mi".to_owned()),
            ])),
            default: Some(quantities([
                ("cpu", "500m".to_owned()),
                ("memory", "256Mi".to_owned()),
                ("ephemeral-storage", "512Mi".to_owned()),
            ])),
            max: Some(quantities([("cpu", amounts.cpu.to_string()), ("memory", format!("{}Gi", amounts.memory / 2))])),
            ..LimitRangeItem::default()
        };
        let claim = LimitRangeItem {
            type_: "PersistentVolumeClaim".to_owned(),
            max: Some(quantities([("storage", format!("{}Gi", amounts.storage))])),
            ..LimitRangeItem::default()
        };
        let spec = LimitRangeSpec { limits: vec![container, claim] };
        LimitRange { metadata: named(namespace, "fountane"), spec: Some(spec) }
    }
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let sizes = [Self::S, Self::M, Self::L];
        sizes.into_iter().find(|size| size.name() == text).ok_or_else(|| format!("`{text}` is no size: s, m or l"))
    }
}

/// Processors, memory and storage in Gi, numbers of pods and claims.
struct Amounts {
    cpu: u32,
    memory: u32,
    pods: u32,
    volumes: u32,
    storage: u32,
}

fn quantities<const N: usize>(pairs: [(&str, String); N]) -> BTreeMap<String, Quantity> {
    pairs.into_iter().map(|(name, amount)| (name.to_owned(), Quantity(amount))).collect()
}
