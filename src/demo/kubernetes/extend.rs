//! When a demo ends, decided anew.

use jiff::{SignedDuration, Timestamp};

use super::cluster::Cluster;
use super::error::KubernetesError;
use super::expiry;
use super::marks::DemoRecord;
use super::objects::Inscription;

/// When a demo shall end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// So long from now.
    After(SignedDuration),
    /// Then.
    At(Timestamp),
    /// Not before somebody decides anew; for this reason.
    Kept(String),
}

impl Cluster {
    /// Decides anew when a demo ends, at most `most` from now by the API server's clock; what is on it otherwise stays. A
    /// demo that was kept is no longer, unless it shall be.
    ///
    /// Fails where there is no such demo, it is being taken down, or somebody changes it at the same time.
    pub async fn extend(&self, name: &str, end: &End, most: SignedDuration) -> Result<DemoRecord, KubernetesError> {
        let demo = self.demo(name).await?;
        if demo.ending {
            return Err(KubernetesError::Ending { name: name.to_owned() });
        }
        let time = self.time().await?;
        let now = time.now();
        let expires = match end {
            End::After(length) => Some(now.checked_add(*length).unwrap_or(Timestamp::MAX)),
            End::At(moment) => Some(*moment),
            End::Kept(_) => None,
        };
        let expires = match expires {
            Some(expires) => Some(expiry::bounded(expires, now, most)?),
            None => demo.expires,
        };
        let keep = if let End::Kept(why) = end { Some(why.clone()) } else { None };
        let inscription = Inscription {
            name: demo.name,
            namespace: demo.namespace,
            owner: demo.owner.unwrap_or(time.user),
            customer: demo.customer,
            size: demo.size,
            expires,
            decided: now,
            keep,
            version: Some(demo.version),
        };
        match self.inscribe(&inscription).await {
            // The answer to our first try may have been lost, and this is the second.
            Err(error @ KubernetesError::Conflict { .. }) => {
                let standing = self.standing(&inscription.namespace).await?;
                let is_ours = |demo: &DemoRecord| {
                    demo.decided == Some(inscription.decided)
                        && demo.expires == expires
                        && demo.keep == inscription.keep
                };
                standing.filter(is_ours).ok_or(error)
            }
            ended => ended,
        }
    }
}
