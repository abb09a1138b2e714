//! Who may talk with whom inside a demo: nobody, but for what is listed here.

use std::collections::BTreeMap;

use k8s_openapi::api::networking::v1::{
    IPBlock, NetworkPolicy, NetworkPolicyEgressRule, NetworkPolicyIngressRule, NetworkPolicyPeer, NetworkPolicyPort,
    NetworkPolicySpec,
};
use k8s_openapi::apimachinery::pkg::apis::meta::v1::{LabelSelector, LabelSelectorRequirement};
use k8s_openapi::apimachinery::pkg::util::intstr::IntOrString;

use super::objects::named;

/// The label of pods that the ingress controller may reach.
pub const EXPOSED: &str = "fountane/exposed";
/// The label that every namespace has by itself.
const NAMESPACE_NAME: &str = "kubernetes.io/metadata.name";
/// Where the cache of names listens on every node that has one.
const NODE_LOCAL_DNS: &str = "169.254.20.10/32";

/// The policies of a namespace; `ingress` are the namespaces of ingress controllers.
pub(super) fn policies(namespace: &str, ingress: &[String]) -> Vec<NetworkPolicy> {
    vec![
        policy(namespace, "fountane-deny-all", NetworkPolicySpec { policy_types: Some(both()), ..everybody() }),
        policy(namespace, "fountane-allow-dns", dns()),
        policy(namespace, "fountane-allow-same-namespace", same_namespace()),
        policy(namespace, "fountane-allow-ingress-controller", from_ingress_controller(ingress)),
    ]
}

fn dns() -> NetworkPolicySpec {
    let port = |protocol: &str| NetworkPolicyPort {
        port: Some(IntOrString::Int(53)),
        protocol: Some(protocol.to_owned()),
        end_port: None,
    };
    let node_local = IPBlock { cidr: NODE_LOCAL_DNS.to_owned(), except: None };
    let rule = NetworkPolicyEgressRule {
        ports: Some(vec![port("UDP"), port("TCP")]),
        to: Some(vec![
            from_namespaces(&["kube-system".to_owned()]),
            NetworkPolicyPeer { ip_block: Some(node_local), ..NetworkPolicyPeer::default() },
        ]),
    };
    NetworkPolicySpec { policy_types: Some(types(&["Egress"])), egress: Some(vec![rule]), ..everybody() }
}

fn same_namespace() -> NetworkPolicySpec {
    let peer = || Some(vec![NetworkPolicyPeer { pod_selector: Some(LabelSelector::default()), ..Default::default() }]);
    NetworkPolicySpec {
        policy_types: Some(both()),
        ingress: Some(vec![NetworkPolicyIngressRule { from: peer(), ports: None }]),
        egress: Some(vec![NetworkPolicyEgressRule { to: peer(), ports: None }]),
        ..everybody()
    }
}

fn from_ingress_controller(namespaces: &[String]) -> NetworkPolicySpec {
    let exposed = BTreeMap::from([(EXPOSED.to_owned(), "true".to_owned())]);
    let rule = NetworkPolicyIngressRule { from: Some(vec![from_namespaces(namespaces)]), ports: None };
    NetworkPolicySpec {
        pod_selector: Some(LabelSelector { match_labels: Some(exposed), match_expressions: None }),
        policy_types: Some(types(&["Ingress"])),
        ingress: Some(vec![rule]),
        egress: None,
    }
}

fn from_namespaces(names: &[String]) -> NetworkPolicyPeer {
    let by_name = LabelSelectorRequirement {
        key: NAMESPACE_NAME.to_owned(),
        operator: "In".to_owned(),
        values: Some(names.to_vec()),
    };
    let selector = LabelSelector { match_expressions: Some(vec![by_name]), match_labels: None };
    NetworkPolicyPeer { namespace_selector: Some(selector), ..NetworkPolicyPeer::default() }
}

fn policy(namespace: &str, name: &str, spec: NetworkPolicySpec) -> NetworkPolicy {
    NetworkPolicy { metadata: named(namespace, name), spec: Some(spec) }
}

/// A selector that is there and empty selects every pod.
fn everybody() -> NetworkPolicySpec {
    NetworkPolicySpec { pod_selector: Some(LabelSelector::default()), ..NetworkPolicySpec::default() }
}

fn both() -> Vec<String> {
    types(&["Ingress", "Egress"])
}

fn types(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
