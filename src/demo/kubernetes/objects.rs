//! The objects that every demo's namespace begins with.

use std::collections::BTreeMap;

use jiff::Timestamp;
use k8s_openapi::api::core::v1::{Namespace, ServiceAccount};
use k8s_openapi::apimachinery::pkg::apis::meta::v1::ObjectMeta;
use serde::Serialize;
use serde_json::{Value, json};

use super::marks;
use super::network;
use super::size::Size;

/// What is written on a namespace.
#[derive(Debug, Clone)]
pub(super) struct Inscription {
    pub name: String,
    pub namespace: String,
    pub owner: String,
    pub customer: Option<String>,
    pub size: Option<String>,
    pub expires: Option<Timestamp>,
    pub decided: Timestamp,
    pub keep: Option<String>,
    /// Which state of the namespace it continues; none where it is new.
    pub version: Option<String>,
}

/// No pod without every restriction that Kubernetes knows; also warned of, and written down.
const POD_SECURITY: [(&str, &str); 3] = [
    ("pod-security.kubernetes.io/enforce", "restricted"),
    ("pod-security.kubernetes.io/audit", "restricted"),
    ("pod-security.kubernetes.io/warn", "restricted"),
];

/// What says whose a namespace is, and nothing else: it never changes, so it can be made where none is.
pub(super) fn bare_namespace(name: &str, namespace: &str) -> Namespace {
    let metadata = ObjectMeta { labels: Some(labels(name)), name: Some(namespace.to_owned()), ..ObjectMeta::default() };
    Namespace { metadata, ..Namespace::default() }
}

/// The namespace with all that is written on it.
pub(super) fn namespace(inscription: &Inscription) -> Namespace {
    let mut namespace = bare_namespace(&inscription.name, &inscription.namespace);
    let metadata = &mut namespace.metadata;
    metadata.resource_version.clone_from(&inscription.version);
    let security = POD_SECURITY.map(|(name, level)| (name.to_owned(), level.to_owned()));
    metadata.labels.get_or_insert_default().extend(security);
    let annotations = [
        (marks::OWNER, Some(inscription.owner.clone())),
        (marks::CUSTOMER, inscription.customer.clone()),
        (marks::SIZE, inscription.size.clone()),
        (marks::EXPIRES, inscription.expires.map(|time| time.to_string())),
        (marks::DECIDED, Some(inscription.decided.to_string())),
        (marks::KEEP, inscription.keep.clone()),
    ];
    let written = annotations.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    metadata.annotations = Some(written.collect());
    namespace
}

/// What stands in the namespace before anything else does.
pub(super) fn guards(name: &str, namespace: &str, size: Size, ingress: &[String]) -> Vec<Value> {
    let mut guards =
        vec![object(&size.quota(namespace)), object(&size.limits(namespace)), object(&service_account(namespace))];
    guards.extend(network::policies(namespace, ingress).iter().map(object));
    for guard in &mut guards {
        guard["metadata"]["labels"] = json!(labels(name));
    }
    guards
}

/// Whoever takes no account of its own cannot talk with the API server.
fn service_account(namespace: &str) -> ServiceAccount {
    ServiceAccount {
        automount_service_account_token: Some(false),
        metadata: named(namespace, "default"),
        ..ServiceAccount::default()
    }
}

/// As a part of a list that kubectl reads.
pub(super) fn object(object: &impl Serialize) -> Value {
    // Our own types have string keys only.
    serde_json::to_value(object).unwrap_or_default()
}

/// Several objects as one document.
pub(super) fn list(objects: &[Value]) -> Vec<u8> {
    json!({ "apiVersion": "v1", "kind": "List", "items": objects }).to_string().into_bytes()
}

pub(super) fn named(namespace: &str, name: &str) -> ObjectMeta {
    ObjectMeta { name: Some(name.to_owned()), namespace: Some(namespace.to_owned()), ..ObjectMeta::default() }
}

fn labels(name: &str) -> BTreeMap<String, String> {
    let pairs = [(marks::MANAGED_BY, marks::FIELD_MANAGER), (marks::DEMO, name)];
    pairs.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_objects_of_a_namespace_are_these() {
        let inscription = Inscription {
            name: "clinic".to_owned(),
            namespace: "fountane-clinic".to_owned(),
            owner: "ada".to_owned(),
            customer: Some("Acme & Söhne".to_owned()),
            size: Some("s".to_owned()),
            expires: Some("2026-12-03T10:00:00Z".parse().unwrap()),
            decided: "2026-11-30T10:00:00Z".parse().unwrap(),
            keep: None,
            version: None,
        };
        let mut objects = vec![object(&namespace(&inscription))];
        objects.extend(guards("clinic", "fountane-clinic", Size::S, &["traefik".to_owned()]));
        insta::assert_json_snapshot!(objects);
    }
}
