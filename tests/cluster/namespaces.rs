//! The namespace of a demo: what it is made of, what it holds off, whose it is.

use fountane::demo::kubernetes::{KubernetesError, Size, Wish};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::control_plane::{cluster, done, kubectl, object, wish};

/// A pod that asks for nothing that is not allowed, or for what `security` says.
fn pod(security: serde_json::Value) -> String {
    let container = json!({ "name": "it", "image": "docker.io/local/pause:1", "securityContext": security });
    json!({
        "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "it" }, "spec": { "containers": [container] },
    })
    .to_string()
}

fn restricted() -> serde_json::Value {
    json!({
        "allowPrivilegeEscalation": false, "runAsNonRoot": true, "runAsUser": 65535,
        "capabilities": { "drop": ["ALL"] }, "seccompProfile": { "type": "RuntimeDefault" },
    })
}

#[tokio::test]
async fn a_namespace_has_its_marks_and_guards_and_doing_it_again_changes_no_guard() {
    let cluster = cluster().await;
    let made = cluster.prepare(&wish("marked")).await.unwrap();
    assert_eq!(
        (made.owner.as_deref(), made.customer.as_deref(), made.size.as_deref()),
        (Some("admin"), Some("Acme & Söhne"), Some("s"))
    );
    assert!(made.expires.is_some_and(|expires| expires.subsec_nanosecond() == 0));

    let guards = || object(&["resourcequota,limitrange,networkpolicy,serviceaccount", "-n", "fountane-marked"]);
    let before = guards();
    let names: Vec<&str> =
        before["items"].as_array().unwrap().iter().map(|item| item["metadata"]["name"].as_str().unwrap()).collect();
    let expected = [
        "fountane",
        "fountane",
        "fountane-allow-dns",
        "fountane-allow-ingress-controller",
        "fountane-allow-same-namespace",
        "fountane-deny-all",
        "default",
    ];
    assert_eq!(names, expected);
    let account = object(&["serviceaccount", "default", "-n", "fountane-marked"]);
    assert_eq!(account["automountServiceAccountToken"], false);
    let namespace = object(&["namespace", "fountane-marked"]);
    for mode in ["enforce", "audit", "warn"] {
        assert_eq!(namespace["metadata"]["labels"][format!("pod-security.kubernetes.io/{mode}")], "restricted");
    }

    let again = cluster.prepare(&Wish { customer: None, ..wish("marked") }).await.unwrap();
    assert_eq!((again.created, again.customer), (made.created, None));
    let after = guards();
    let versions = |list: &serde_json::Value| -> Vec<String> {
        let items = list["items"].as_array().unwrap().iter().filter(|item| item["kind"] != "ResourceQuota");
        items.map(|item| item["metadata"]["resourceVersion"].to_string()).collect()
    };
    assert_eq!(versions(&before), versions(&after));
    cluster.take_down("marked", std::time::Duration::from_mins(1)).await.unwrap();
}

#[tokio::test]
async fn pod_security_refuses_a_pod_that_may_become_root() {
    cluster().await.prepare(&wish("secured")).await.unwrap();
    let refused = kubectl(&["create", "-n", "fountane-secured", "-f", "-"], &pod(json!({ "privileged": true })));
    assert!(!refused.ok && refused.err.contains("violates PodSecurity \"restricted:latest\""), "{}", refused.err);
    done(&["create", "-n", "fountane-secured", "-f", "-"], &pod(restricted()));
    let pod = object(&["pod", "it", "-n", "fountane-secured"]);
    let resources = &pod["spec"]["containers"][0]["resources"];
    assert_eq!((&resources["limits"]["memory"], &resources["requests"]["cpu"]), (&json!("256Mi"), &json!("50m")));
    let token = pod["spec"]["volumes"].as_array().is_none_or(Vec::is_empty);
    assert!(token, "no token of the API server is mounted: {}", pod["spec"]["volumes"]);
}

#[tokio::test]
async fn quota_refuses_what_costs_more_than_the_size_or_is_open_to_strangers() {
    cluster().await.prepare(&wish("bounded")).await.unwrap();
    let create = ["create", "-n", "fountane-bounded", "-f", "-"];
    for kind in ["LoadBalancer", "NodePort"] {
        let service = json!({
            "apiVersion": "v1", "kind": "Service", "metadata": { "name": kind.to_lowercase() },
            "spec": { "type": kind, "ports": [{ "port": 80 }] },
        });
        let refused = kubectl(&create, &service.to_string());
        assert!(!refused.ok && refused.err.contains("exceeded quota: fountane"), "{kind}: {}", refused.err);
    }
    let claim = json!({
        "apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": { "name": "large" },
        "spec": { "accessModes": ["ReadWriteOnce"], "resources": { "requests": { "storage": "200Gi" } } },
    });
    let refused = kubectl(&create, &claim.to_string());
    assert!(!refused.ok && refused.err.contains("is forbidden"), "{}", refused.err);
    let quota = object(&["resourcequota", "fountane", "-n", "fountane-bounded"]);
    assert_eq!(quota["spec"]["hard"]["limits.cpu"], "2");
    cluster().await.prepare(&Wish { size: Size::L, ..wish("bounded") }).await.unwrap();
    let quota = object(&["resourcequota", "fountane", "-n", "fountane-bounded"]);
    assert_eq!(quota["spec"]["hard"]["limits.cpu"], "8");
}

#[tokio::test]
async fn somebody_elses_namespace_is_refused_and_stays_as_it_is() {
    let cluster = cluster().await;
    done(&["create", "namespace", "fountane-foreign"], "");
    let before = object(&["namespace", "fountane-foreign"]);
    let patience = std::time::Duration::from_secs(5);
    for error in [
        cluster.prepare(&wish("foreign")).await.unwrap_err(),
        cluster.take_down("foreign", patience).await.unwrap_err(),
        cluster.demo("foreign").await.unwrap_err(),
    ] {
        assert!(matches!(error, KubernetesError::Foreign { .. }), "{error}");
    }
    assert_eq!(object(&["namespace", "fountane-foreign"]), before);
}

#[tokio::test]
async fn what_the_api_server_does_not_want_is_refused_before_anything_is_changed() {
    let cluster = cluster().await;
    // A label of a namespace's name must be one: this passes our eyes, not the API server's.
    let wrong = Wish { ingress: vec!["Not A Namespace!".to_owned()], ..wish("rehearsed") };
    let error = cluster.prepare(&wrong).await.unwrap_err();
    assert!(matches!(error, KubernetesError::Refused { .. }), "{error}");
    assert!(!kubectl(&["get", "namespace", "fountane-rehearsed"], "").ok, "the namespace was made");
}

#[tokio::test]
async fn an_end_in_the_past_or_too_far_away_is_refused() {
    let cluster = cluster().await;
    for expires in
        [Timestamp::now() - SignedDuration::from_secs(2), Timestamp::now() + SignedDuration::from_hours(24 * 31)]
    {
        let error = cluster.prepare(&Wish { expires, ..wish("timely") }).await.unwrap_err();
        assert!(matches!(error, KubernetesError::Expiry { .. }), "{error}");
    }
    assert!(!kubectl(&["get", "namespace", "fountane-timely"], "").ok);
}

#[tokio::test]
async fn a_field_that_somebody_else_holds_is_not_taken_from_them() {
    let cluster = cluster().await;
    cluster.prepare(&wish("shared")).await.unwrap();
    let theirs = r#"{ "spec": { "hard": { "pods": "7" } } }"#;
    done(&["patch", "resourcequota", "fountane", "-n", "fountane-shared", "--type=merge", "-p", theirs], "");
    let error = cluster.prepare(&wish("shared")).await.unwrap_err();
    assert!(matches!(error, KubernetesError::Conflict { .. }), "{error}");
    let quota = object(&["resourcequota", "fountane", "-n", "fountane-shared"]);
    assert_eq!(quota["spec"]["hard"]["pods"], "7");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_at_once_make_one_demo() {
    let (one, other) = (cluster().await, cluster().await);
    let (wish_of_one, wish_of_other) = (wish("twins"), wish("twins"));
    let (first, second) = tokio::join!(one.prepare(&wish_of_one), other.prepare(&wish_of_other));
    let (first, second) = (first.unwrap(), second.unwrap());
    assert_eq!(first.created, second.created);
}
