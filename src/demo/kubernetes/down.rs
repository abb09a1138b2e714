//! A demo taken down, and the proof that nothing of it is left.

use std::time::{Duration, Instant};

use k8s_openapi::api::core::v1::Namespace;
use serde::Serialize;
use serde_json::json;

use super::cluster::Cluster;
use super::error::KubernetesError;
use super::marks::{self, DemoRecord};
use super::remains::Remains;
use super::volumes::Volume;
use crate::process::ProcessError;

/// What is looked for before a demo goes.
pub(super) const RELEASES: &str = "what helm has installed";
/// What is looked for after it.
pub(super) const VOLUMES: &str = "whether volumes are left";
const FIRST_LOOK: Duration = Duration::from_millis(200);
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// What became of a demo that was to go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct TakenDown {
    /// Its name.
    pub name: String,
    /// Its namespace.
    pub namespace: String,
    /// Whether it was there.
    pub was_there: bool,
    /// Whether its namespace is gone now, and everything in it.
    pub gone: bool,
    /// What helm has taken away before.
    pub releases: Vec<String>,
    /// What keeps it from going.
    pub remains: Remains,
    /// Volumes that are still there, and cost.
    pub volumes: Vec<Volume>,
    /// What could not be looked at.
    pub notes: Vec<String>,
}

/// Whether and what of a namespace is still there.
enum Sight {
    Gone,
    There(Box<Namespace>),
}

impl Cluster {
    /// Takes a demo down: what helm has installed, then the namespace with all that is in it; waits for `patience` until it is
    /// gone, and tells what is left. A finalizer that holds it up is told of and never removed: somebody may rely on it.
    ///
    /// A demo that is not there is fine. Fails where the namespace is somebody else's.
    pub async fn take_down(&self, name: &str, patience: Duration) -> Result<TakenDown, KubernetesError> {
        let namespace = marks::namespace_of(name)?;
        let mut down = TakenDown::of(name, &namespace);
        if let Some(demo) = self.standing(&namespace).await? {
            down.was_there = true;
            if !demo.ending {
                self.uninstall_all(&demo, &mut down).await?;
            }
            self.delete_namespace(&demo, false).await?;
            self.wait_for_the_end(&demo, &mut down, patience).await?;
        } else {
            down.gone = true;
        }
        self.look_for_volumes(&mut down).await?;
        Ok(down)
    }

    async fn uninstall_all(&self, demo: &DemoRecord, down: &mut TakenDown) -> Result<(), KubernetesError> {
        let found = self.releases(Some(&demo.namespace)).await;
        for release in unless_forbidden(found, RELEASES, &mut down.notes)? {
            self.uninstall(&release).await?;
            down.releases.push(release.name);
        }
        Ok(())
    }

    /// Deletes just the namespace that was read, not another that has its name by now; `as_read` also not one that was
    /// changed since.
    pub(super) async fn delete_namespace(&self, demo: &DemoRecord, as_read: bool) -> Result<(), KubernetesError> {
        let mut only = json!({ "uid": demo.uid });
        if as_read {
            only["resourceVersion"] = json!(demo.version);
        }
        let options = json!({ "apiVersion": "v1", "kind": "DeleteOptions", "preconditions": only }).to_string();
        let url = format!("/api/v1/namespaces/{}", demo.namespace);
        match self.kubectl(&["delete", "--raw", &url, "-f", "-"], Some(options.as_bytes())).await {
            Ok(_) | Err(KubernetesError::NotFound { .. }) => Ok(()),
            // It is on its way already.
            Err(KubernetesError::Conflict { .. }) if self.is_ending(demo).await? => Ok(()),
            Err(error) => Err(error),
        }
    }

    async fn is_ending(&self, demo: &DemoRecord) -> Result<bool, KubernetesError> {
        Ok(match self.sight(demo).await? {
            Sight::Gone => true,
            Sight::There(namespace) => namespace.metadata.deletion_timestamp.is_some(),
        })
    }

    pub(super) async fn wait_for_the_end(
        &self,
        demo: &DemoRecord,
        down: &mut TakenDown,
        patience: Duration,
    ) -> Result<(), KubernetesError> {
        let began = Instant::now();
        let mut pause = FIRST_LOOK;
        loop {
            let Sight::There(namespace) = self.sight(demo).await? else {
                down.gone = true;
                return Ok(());
            };
            if began.elapsed() >= patience {
                down.remains = self.remains(&namespace).await?;
                return Ok(());
            }
            self.pause(pause).await?;
            pause = (pause * 2).min(LOOK_EVERY);
        }
    }

    /// Another namespace that has its name by now is not it.
    async fn sight(&self, demo: &DemoRecord) -> Result<Sight, KubernetesError> {
        match self.ask::<Namespace>(&["get", "namespace", &demo.namespace, "-o", "json"], None).await {
            Ok(found) if found.metadata.uid.as_ref() == Some(&demo.uid) => Ok(Sight::There(Box::new(found))),
            Ok(_) | Err(KubernetesError::NotFound { .. }) => Ok(Sight::Gone),
            Err(error) => Err(error),
        }
    }

    /// Waits, unless somebody wishes to stop.
    pub(super) async fn pause(&self, time: Duration) -> Result<(), KubernetesError> {
        tokio::select! {
            () = tokio::time::sleep(time) => Ok(()),
            () = self.cancel().cancelled() => Err(ProcessError::Cancelled { program: "kubectl".to_owned() }.into()),
        }
    }

    async fn look_for_volumes(&self, down: &mut TakenDown) -> Result<(), KubernetesError> {
        let volumes = unless_forbidden(self.volumes().await, VOLUMES, &mut down.notes)?;
        down.volumes = volumes.into_iter().filter(|volume| volume.namespace == down.namespace).collect();
        Ok(())
    }
}

/// Nothing where we may not look; then a note says so. `what` is what we looked for.
pub(super) fn unless_forbidden<T>(
    found: Result<Vec<T>, KubernetesError>,
    what: &str,
    notes: &mut Vec<String>,
) -> Result<Vec<T>, KubernetesError> {
    match found {
        Err(KubernetesError::Forbidden { said }) => {
            notes.push(format!("{what} could not be looked at: {said}"));
            Ok(Vec::new())
        }
        found => found,
    }
}

impl TakenDown {
    pub(super) fn of(name: &str, namespace: &str) -> Self {
        Self {
            name: name.to_owned(),
            namespace: namespace.to_owned(),
            was_there: false,
            gone: false,
            releases: Vec::new(),
            remains: Remains::default(),
            volumes: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Whether nothing of it is left: neither the namespace nor a volume.
    pub fn left_nothing(&self) -> bool {
        self.gone && self.volumes.is_empty()
    }
}
