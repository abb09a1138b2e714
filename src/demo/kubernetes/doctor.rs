//! What stands between this machine and demos in a cluster. None of it is needed for a workspace, so nothing is bad.

use std::time::Duration;

use k8s_openapi::api::authorization::v1::SelfSubjectAccessReview;
use k8s_openapi::apimachinery::pkg::apis::meta::v1::ObjectMeta;
use serde::Deserialize;
use serde_json::json;

use super::cluster::{Access, Cluster, Patience, find};
use super::error::KubernetesError;
use super::list::{Bare, Items};
use crate::process::Cancel;
use crate::toolchain::{Finding, Verdict};

/// A doctor is asked while somebody waits.
const PATIENCE: Patience = Patience { call: Duration::from_secs(10), tries: Duration::from_secs(2) };

/// What a demo's namespace takes: verb, group, resource.
const RIGHTS: [(&str, &str, &str); 15] = [
    ("create", "", "namespaces"),
    ("patch", "", "namespaces"),
    ("delete", "", "namespaces"),
    ("list", "", "namespaces"),
    ("patch", "", "resourcequotas"),
    ("patch", "", "limitranges"),
    ("patch", "", "serviceaccounts"),
    ("patch", "networking.k8s.io", "networkpolicies"),
    ("create", "networking.k8s.io", "ingresses"),
    ("create", "apps", "deployments"),
    ("create", "", "services"),
    ("create", "", "secrets"),
    ("list", "", "secrets"),
    ("get", "", "pods/log"),
    ("list", "", "persistentvolumes"),
];

/// Looks at kubectl, helm and the cluster that is current, as [`Access`] has it; changes nothing.
pub async fn doctor(access: Access, cancel: &Cancel) -> Vec<Finding> {
    if let Err(error) = find("kubectl", &access.environment) {
        return vec![note("kubectl", "is not installed; only demos in a cluster need it", Some(&error))];
    }
    let access = Access { patience: PATIENCE, ..access };
    let cluster = match Cluster::choose(access, cancel).await {
        Ok(cluster) => cluster,
        Err(error) => return vec![note("cluster", &error.to_string(), Some(&error))],
    };
    let mut findings = vec![kubectl(&cluster).await, helm(&cluster).await];
    let (reachable, finding) = reached(&cluster).await;
    findings.push(finding);
    if reachable {
        let (rights, ingress, storage, issuer) =
            tokio::join!(rights(&cluster), ingress_class(&cluster), storage_class(&cluster), cert_manager(&cluster));
        findings.extend([rights, ingress, storage, issuer]);
    }
    findings
}

async fn kubectl(cluster: &Cluster) -> Finding {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Versions {
        client_version: Client,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Client {
        git_version: String,
    }
    match cluster.ask::<Versions>(&["version", "--client", "-o", "json"], None).await {
        Ok(versions) => good("kubectl", versions.client_version.git_version),
        Err(error) => note("kubectl", &error.to_string(), Some(&error)),
    }
}

async fn helm(cluster: &Cluster) -> Finding {
    match cluster.helm_version().await {
        Ok(helm) => good("helm", helm.version),
        Err(error) => note("helm", &error.to_string(), Some(&error)),
    }
}

async fn reached(cluster: &Cluster) -> (bool, Finding) {
    let context = cluster.context();
    match cluster.time().await {
        Ok(time) if time.is_skewed() => {
            let found = format!("{} answers; our clock is off by {:#}", context.name, time.skew);
            (true, note("cluster", &found, None))
        }
        Ok(time) => {
            let production = context.refuse_production().err().map(|error| format!("; {error}")).unwrap_or_default();
            (true, good("cluster", format!("{} answers, to {}{production}", context.name, time.user)))
        }
        Err(error) => (false, note("cluster", &error.to_string(), Some(&error))),
    }
}

async fn rights(cluster: &Cluster) -> Finding {
    let mut missing = Vec::new();
    for (verb, group, resource) in RIGHTS {
        match may(cluster, verb, group, resource).await {
            Ok(true) => {}
            Ok(false) => missing.push(format!("{verb} {resource}")),
            Err(error) => return note("rights", &error.to_string(), Some(&error)),
        }
    }
    if missing.is_empty() {
        return good("rights", "all that a demo takes".to_owned());
    }
    let found = format!("you may not {}", missing.join(", "));
    let mend = "ask whoever runs the cluster for a ClusterRole that may";
    Finding { what: "rights", found, verdict: Verdict::Note, mend: Some(mend.to_owned()) }
}

/// As `kubectl auth can-i` asks.
async fn may(cluster: &Cluster, verb: &str, group: &str, resource: &str) -> Result<bool, KubernetesError> {
    const URL: &str = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    let (resource, part) = resource.split_once('/').unwrap_or((resource, ""));
    let question = json!({
        "apiVersion": "authorization.k8s.io/v1",
        "kind": "SelfSubjectAccessReview",
        "spec": { "resourceAttributes": { "verb": verb, "group": group, "resource": resource, "subresource": part } },
    });
    let input = question.to_string();
    let answer: SelfSubjectAccessReview =
        cluster.ask(&["create", "--raw", URL, "-f", "-"], Some(input.as_bytes())).await?;
    Ok(answer.status.is_some_and(|status| status.allowed))
}

async fn ingress_class(cluster: &Cluster) -> Finding {
    let default = "ingressclass.kubernetes.io/is-default-class";
    class(cluster, "ingress class", "ingressclasses", default, "install an ingress controller, such as Traefik").await
}

async fn storage_class(cluster: &Cluster) -> Finding {
    let default = "storageclass.kubernetes.io/is-default-class";
    class(cluster, "storage class", "storageclasses", default, "install one: what a demo stores needs volumes").await
}

/// Whether there is one that is taken where nothing is said: the annotation `default` says which.
async fn class(cluster: &Cluster, what: &'static str, kind: &str, default: &str, mend: &str) -> Finding {
    let classes = match cluster.ask::<Items<Bare>>(&["get", kind, "-o", "json"], None).await {
        Ok(found) => found.items.into_iter().map(|class| class.metadata),
        Err(error) => return note(what, &error.to_string(), Some(&error)),
    };
    let is_default = |meta: &ObjectMeta| {
        meta.annotations.as_ref().and_then(|marks| marks.get(default)).is_some_and(|value| value == "true")
    };
    let (defaults, others): (Vec<ObjectMeta>, Vec<ObjectMeta>) = classes.partition(is_default);
    if let Some(name) = defaults.into_iter().find_map(|meta| meta.name) {
        return good(what, format!("{name} by default"));
    }
    let names: Vec<String> = others.into_iter().filter_map(|meta| meta.name).collect();
    if names.is_empty() {
        return Finding {
            what,
            found: "there is none".to_owned(),
            verdict: Verdict::Note,
            mend: Some(mend.to_owned()),
        };
    }
    let found = format!("{}; none is the default", names.join(", "));
    let mend = format!("mark one with the annotation `{default}: \"true\"`");
    Finding { what, found, verdict: Verdict::Note, mend: Some(mend) }
}

async fn cert_manager(cluster: &Cluster) -> Finding {
    const WHAT: &str = "cert-manager";
    match cluster.kubectl(&["get", "--raw", "/apis/cert-manager.io/v1"], None).await {
        Ok(_) => good(WHAT, "is there".to_owned()),
        Err(KubernetesError::NotFound { .. }) => {
            let mend = "install it, so that demos get certificates that browsers trust".to_owned();
            Finding { what: WHAT, found: "is not in the cluster".to_owned(), verdict: Verdict::Note, mend: Some(mend) }
        }
        Err(error) => note(WHAT, &error.to_string(), Some(&error)),
    }
}

fn good(what: &'static str, found: String) -> Finding {
    Finding { what, found, verdict: Verdict::Good, mend: None }
}

fn note(what: &'static str, found: &str, error: Option<&KubernetesError>) -> Finding {
    let mend = error.and_then(KubernetesError::hint);
    Finding { what, found: found.to_owned(), verdict: Verdict::Note, mend }
}
