//! When a demo ends, decided anew; taking it down; what is left of it.

use std::process::Command;
use std::time::Duration;

use fountane::demo::kubernetes::{End, KEEP, KubernetesError};
use jiff::SignedDuration;
use serde_json::json;

use crate::control_plane::{MONTH, cluster, done, kubectl, plane, wish};
use crate::served::{programs, ran};

const MINUTE: Duration = Duration::from_mins(1);

#[tokio::test]
async fn a_demo_is_extended_kept_and_let_go_and_nothing_else_on_it_changes() {
    let cluster = cluster().await;
    let made = cluster.prepare(&wish("extended")).await.unwrap();
    let day = SignedDuration::from_hours(24);
    let longer = cluster.extend("extended", &End::After(day), MONTH).await.unwrap();
    let lasts = longer.expires.unwrap().duration_since(longer.decided.unwrap());
    assert!((day - lasts).as_secs() <= 1, "{lasts}");
    assert_eq!((&longer.owner, &longer.customer, &longer.size), (&made.owner, &made.customer, &made.size));

    let kept = cluster.extend("extended", &End::Kept("a fair".to_owned()), MONTH).await.unwrap();
    assert_eq!((kept.keep.as_deref(), kept.expires), (Some("a fair"), longer.expires));
    // Bringing it up again is no decision about its end.
    assert_eq!(cluster.prepare(&wish("extended")).await.unwrap().keep.as_deref(), Some("a fair"));
    assert_eq!(cluster.extend("extended", &End::After(day), MONTH).await.unwrap().keep, None);
    let security = done(&["get", "namespace", "fountane-extended", "-o", "jsonpath={.metadata.labels}"], "");
    assert!(security.contains(r#""pod-security.kubernetes.io/enforce":"restricted""#), "{security}");

    let theirs = format!("{KEEP}=mine");
    done(&["annotate", "namespace", "fountane-extended", &theirs], "");
    let error = cluster.extend("extended", &End::Kept("ours".to_owned()), MONTH).await.unwrap_err();
    assert!(matches!(error, KubernetesError::Conflict { .. }), "{error}");
    assert_eq!(cluster.extend("extended", &End::After(day), MONTH).await.unwrap().keep.as_deref(), Some("mine"));
}

#[tokio::test]
async fn what_is_not_there_cannot_be_extended_and_what_there_is_is_told() {
    let cluster = cluster().await;
    cluster.prepare(&wish("known")).await.unwrap();
    let error = cluster.extend("unknown", &End::After(SignedDuration::from_hours(1)), MONTH).await.unwrap_err();
    assert!(matches!(&error, KubernetesError::NoDemo { known, .. } if known.contains(&"known".to_owned())), "{error}");
    let error = cluster.extend("known", &End::After(MONTH * 2), MONTH).await.unwrap_err();
    assert!(matches!(error, KubernetesError::Expiry { .. }), "{error}");
}

#[tokio::test]
async fn down_leaves_nothing_of_a_demo_and_of_what_helm_installed_and_tells_of_volumes_that_stay() {
    let cluster = cluster().await;
    cluster.prepare(&wish("down")).await.unwrap();
    // What helm takes away and a deleted namespace would not: an object of the whole cluster.
    let chart = plane().run.join("chart");
    fs_err::create_dir_all(chart.join("templates")).unwrap();
    fs_err::write(chart.join("Chart.yaml"), "apiVersion: v2\nname: chart\nversion: 1.0.0\n").unwrap();
    let role =
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: of-a-demo }\nrules: []\n";
    fs_err::write(chart.join("templates/role.yaml"), role).unwrap();
    let kubeconfig = plane().kubeconfig("admin");
    let args = ["--kubeconfig", kubeconfig.as_str(), "install", "app", chart.as_str(), "--namespace", "fountane-down"];
    let installed = ran(Command::new(programs().join("helm")).args(args).env("HOME", &plane().run), "");
    assert!(installed.ok, "{}", installed.err);
    done(&["create", "-f", "-"], &volume("kept-volume", "fountane-down").to_string());

    let down = cluster.take_down("down", MINUTE).await.unwrap();
    assert!(down.was_there && down.gone, "{down:?}");
    assert_eq!(down.releases, ["app"]);
    assert!(!kubectl(&["get", "clusterrole", "of-a-demo"], "").ok, "helm was not asked");
    let volumes: Vec<(&str, &str)> =
        down.volumes.iter().map(|volume| (volume.name.as_str(), volume.policy.as_str())).collect();
    assert_eq!(volumes, [("kept-volume", "Retain")]);
    assert!(!down.left_nothing());

    done(&["delete", "persistentvolume", "kept-volume"], "");
    let again = cluster.take_down("down", MINUTE).await.unwrap();
    assert!(!again.was_there && again.left_nothing(), "{again:?}");
}

fn volume(name: &str, namespace: &str) -> serde_json::Value {
    json!({
        "apiVersion": "v1", "kind": "PersistentVolume", "metadata": { "name": name },
        "spec": {
            "capacity": { "storage": "1Gi" }, "accessModes": ["ReadWriteOnce"], "hostPath": { "path": "/nowhere" },
            "persistentVolumeReclaimPolicy": "Retain", "claimRef": { "namespace": namespace, "name": "data" },
        },
    })
}

#[tokio::test]
async fn a_finalizer_that_holds_a_demo_up_is_told_and_left_alone() {
    let cluster = cluster().await;
    cluster.prepare(&wish("stuck")).await.unwrap();
    let stuck = json!({
        "apiVersion": "v1", "kind": "ConfigMap", "metadata": { "name": "held", "finalizers": ["example.com/never"] },
    });
    done(&["create", "-n", "fountane-stuck", "-f", "-"], &stuck.to_string());
    assert!(!cluster.take_down("stuck", Duration::from_secs(1)).await.unwrap().gone);
    // The cluster tells once it has tried.
    done(&["wait", "--for=condition=NamespaceContentRemaining", "--timeout=60s", "namespace/fountane-stuck"], "");
    let down = cluster.take_down("stuck", Duration::from_secs(1)).await.unwrap();
    assert!(!down.gone, "{down:?}");
    let held: Vec<(&str, &str, &str)> = down
        .remains
        .objects
        .iter()
        .map(|object| (object.kind.as_str(), object.name.as_str(), object.finalizers[0].as_str()))
        .collect();
    assert_eq!(held, [("configmaps", "held", "example.com/never")]);
    assert!(down.remains.said.iter().any(|said| said.contains("example.com/never")), "{:?}", down.remains.said);
    for error in [
        cluster.prepare(&wish("stuck")).await.unwrap_err(),
        cluster.extend("stuck", &End::After(SignedDuration::from_hours(1)), MONTH).await.unwrap_err(),
    ] {
        assert!(matches!(error, KubernetesError::Ending { .. }), "{error}");
    }

    let no_more = r#"{ "metadata": { "finalizers": null } }"#;
    done(&["patch", "configmap", "held", "-n", "fountane-stuck", "--type=merge", "-p", no_more], "");
    assert!(cluster.take_down("stuck", MINUTE).await.unwrap().left_nothing());
}
