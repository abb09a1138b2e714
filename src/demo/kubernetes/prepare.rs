//! The namespace of a demo: made, or brought up to what is wished.

use jiff::{SignedDuration, Timestamp};
use k8s_openapi::api::core::v1::Namespace;
use serde_json::Value;

use super::cluster::Cluster;
use super::error::KubernetesError;
use super::expiry;
use super::marks::{self, DemoRecord, FIELD_MANAGER};
use super::objects::{self, Inscription};
use super::size::Size;

/// A demo that is to be.
#[derive(Debug, Clone)]
pub struct Wish {
    /// Its name.
    pub name: String,
    /// Whom it is shown to.
    pub customer: Option<String>,
    /// How much it may take.
    pub size: Size,
    /// When it ends.
    pub expires: Timestamp,
    /// The most that may be from now.
    pub most: SignedDuration,
    /// The namespaces of ingress controllers, which may reach it.
    pub ingress: Vec<String>,
}

impl Cluster {
    /// Makes the namespace of a demo with all that bounds it (Pod Security, quota, limits, network policies), or brings one
    /// that is there up to the wish. Doing it again changes nothing but when it ends.
    ///
    /// The API server looks at every object before the first is changed. Fails where the namespace is somebody else's,
    /// is going away, or the wish is refused; what was made by then is taken away again.
    pub async fn prepare(&self, wish: &Wish) -> Result<DemoRecord, KubernetesError> {
        let namespace = marks::namespace_of(&wish.name)?;
        let time = self.time().await?;
        let now = time.now();
        let expires = expiry::bounded(wish.expires, now, wish.most)?;
        let standing = self.standing(&namespace).await?;
        if standing.as_ref().is_some_and(|demo| demo.ending) {
            return Err(KubernetesError::Ending { name: wish.name.clone() });
        }
        let inscription = Inscription {
            name: wish.name.clone(),
            namespace: namespace.clone(),
            owner: standing.as_ref().and_then(|demo| demo.owner.clone()).unwrap_or(time.user),
            customer: wish.customer.clone(),
            size: Some(wish.size.name().to_owned()),
            expires: Some(expires),
            decided: now,
            keep: standing.as_ref().and_then(|demo| demo.keep.clone()),
            version: None,
        };
        let guards = objects::guards(&wish.name, &namespace, wish.size, &wish.ingress);
        self.rehearse(&inscription, &guards, standing.is_some()).await?;
        let made = if standing.is_none() { self.make(&wish.name, &namespace).await? } else { None };
        let prepared = self.put(&inscription, &guards).await;
        if let (Err(_), Some(made)) = (&prepared, &made) {
            // What is told is why it failed, not that cleaning up did.
            let _ = self.delete_namespace(made, false).await;
        }
        prepared
    }

    /// The namespace as a demo, where there is one of that name; fails where it is somebody else's.
    pub(super) async fn standing(&self, namespace: &str) -> Result<Option<DemoRecord>, KubernetesError> {
        match self.ask::<Namespace>(&["get", "namespace", namespace, "-o", "json"], None).await {
            Ok(found) => DemoRecord::read(found).map(Some),
            Err(KubernetesError::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Lets the API server look at everything and change nothing.
    async fn rehearse(
        &self,
        inscription: &Inscription,
        guards: &[Value],
        is_there: bool,
    ) -> Result<(), KubernetesError> {
        self.apply(&[objects::object(&objects::namespace(inscription))], true).await?;
        if is_there {
            return self.apply(guards, true).await.map(drop);
        }
        // Nothing can be tried in a namespace that is not there; `default` always is.
        let elsewhere: Vec<Value> = guards.iter().cloned().map(|guard| moved(guard, "default")).collect();
        match self.apply(&elsewhere, true).await {
            // Who may make namespaces need not have rights in others: then it is tried in the new one alone.
            Ok(_) | Err(KubernetesError::Forbidden { .. } | KubernetesError::Conflict { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Makes the namespace where there is none, and tells it; nothing where somebody was faster, who makes the same demo.
    async fn make(&self, name: &str, namespace: &str) -> Result<Option<DemoRecord>, KubernetesError> {
        let bare = objects::object(&objects::bare_namespace(name, namespace)).to_string();
        let manager = format!("--field-manager={FIELD_MANAGER}");
        match self.ask::<Namespace>(&["create", &manager, "-o", "json", "-f", "-"], Some(bare.as_bytes())).await {
            Ok(made) => DemoRecord::read(made).map(Some),
            // Or the answer to our first try was lost; whoever it was, it has to be ours.
            Err(error @ KubernetesError::AlreadyThere { .. }) => {
                self.standing(namespace).await?.map(|_| None).ok_or(error)
            }
            Err(error) => Err(error),
        }
    }

    async fn put(&self, inscription: &Inscription, guards: &[Value]) -> Result<DemoRecord, KubernetesError> {
        let demo = self.inscribe(inscription).await?;
        self.apply(guards, true).await?;
        self.apply(guards, false).await?;
        Ok(demo)
    }

    /// Writes on the namespace.
    pub(super) async fn inscribe(&self, inscription: &Inscription) -> Result<DemoRecord, KubernetesError> {
        let written = self.apply(&[objects::object(&objects::namespace(inscription))], false).await?;
        let namespace: Namespace = serde_json::from_value(written)
            .map_err(|source| KubernetesError::Answer { program: "kubectl apply".to_owned(), source })?;
        DemoRecord::read(namespace)
    }

    /// Applies objects on the server's side, as fountane; what came of it: one object, or a list of several.
    async fn apply(&self, objects: &[Value], rehearsal: bool) -> Result<Value, KubernetesError> {
        let manager = format!("--field-manager={FIELD_MANAGER}");
        let mut args = vec!["apply", "--server-side", &manager, "--validate=strict", "-o", "json", "-f", "-"];
        if rehearsal {
            args.push("--dry-run=server");
        }
        self.ask(&args, Some(&objects::list(objects))).await
    }
}

fn moved(mut object: Value, namespace: &str) -> Value {
    object["metadata"]["namespace"] = Value::from(namespace);
    object
}
