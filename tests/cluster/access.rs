//! Getting to a cluster, and what is told where that fails.

use std::time::{Duration, Instant};

use fountane::demo::kubernetes::{Access, Cluster, KubernetesError, Patience};
use fountane::process::{Cancel, ProcessError};

use crate::control_plane::{access, access_by, cluster, plane, wish};
use crate::flapping::Flapping;
use crate::served::environment;

async fn chosen(access: Access) -> Cluster {
    Cluster::choose(access, &Cancel::new()).await.unwrap()
}

#[tokio::test]
async fn the_server_tells_who_we_are_and_what_time_it_is() {
    let time = cluster().await.time().await.unwrap();
    assert_eq!(time.user, "admin");
    let behind = jiff::Timestamp::now().duration_since(time.now());
    assert!(!time.is_skewed() && !behind.is_negative() && behind.as_secs() <= 2, "{behind}");
}

#[tokio::test]
async fn expired_credentials_are_told_at_once_with_the_mend() {
    let began = Instant::now();
    let error = chosen(access("expired")).await.demos().await.unwrap_err();
    assert!(matches!(error, KubernetesError::Credentials { .. }), "{error}");
    assert!(error.hint().unwrap().contains("sign in to the cluster again"));
    assert!(began.elapsed() < Duration::from_secs(20), "it was tried again and again");
}

#[tokio::test]
async fn who_has_no_rights_is_told_which() {
    let nobody = chosen(access("nobody")).await;
    for error in [nobody.demos().await.unwrap_err(), nobody.prepare(&wish("forbidden")).await.unwrap_err()] {
        assert!(matches!(error, KubernetesError::Forbidden { .. }), "{error}");
        assert!(error.to_string().contains("User \"nobody\" cannot"), "{error}");
    }
    assert!(cluster().await.demos().await.unwrap().demos.iter().all(|demo| demo.name != "forbidden"));
}

#[tokio::test]
async fn a_context_that_is_not_there_is_told_with_those_that_are() {
    let access = Access { context: Some("elsewhere".to_owned()), ..access("admin") };
    let error = Cluster::choose(access, &Cancel::new()).await.unwrap_err();
    assert_eq!(error.to_string(), "there is no context `elsewhere` in the kubeconfig");
    assert_eq!(error.hint().unwrap(), "there is: local");
}

#[tokio::test]
async fn a_kubeconfig_that_is_none_is_told() {
    let file = plane().run.join("broken.kubeconfig");
    fs_err::write(&file, "{ not: [yaml").unwrap();
    let error = Cluster::choose(access_by(file), &Cancel::new()).await.unwrap_err();
    assert!(matches!(error, KubernetesError::Kubeconfig { .. }), "{error}");
    let error = Cluster::choose(access_by(plane().run.join("nowhere")), &Cancel::new()).await.unwrap_err();
    assert!(matches!(error, KubernetesError::Kubeconfig { .. } | KubernetesError::NoContext), "{error}");
}

#[tokio::test]
async fn without_kubectl_the_mend_is_to_install_it() {
    let nothing = [("PATH", "/nowhere")].into_iter().collect();
    let error = Cluster::choose(Access { environment: nothing, ..access("admin") }, &Cancel::new()).await.unwrap_err();
    assert!(matches!(error, KubernetesError::NoTool { tool: "kubectl" }), "{error}");
}

#[tokio::test]
async fn a_context_that_looks_like_production_is_changed_only_where_that_is_meant() {
    let text = fs_err::read_to_string(plane().kubeconfig("admin")).unwrap();
    let file = plane().run.join("production.kubeconfig");
    fs_err::write(
        &file,
        text.replace("current-context: local", "current-context: shop-prod")
            .replace("{name: local, context", "{name: shop-prod, context"),
    )
    .unwrap();
    let production = access_by(file);
    let looked = Cluster::choose(production.clone(), &Cancel::new()).await.unwrap();
    looked.demos().await.unwrap();
    let error = Cluster::choose_to_change(production.clone(), &Cancel::new()).await.unwrap_err();
    assert!(matches!(error, KubernetesError::Production { .. }), "{error}");
    Cluster::choose_to_change(Access { allow_production: true, ..production }, &Cancel::new()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_api_server_that_drops_every_other_connection_is_asked_until_it_answers() {
    let flapping = Flapping::start(50).await;
    let cluster = chosen(access_by(flapping.kubeconfig())).await;
    let demo = cluster.prepare(&wish("flapping")).await.unwrap();
    assert_eq!(demo.name, "flapping");
    let down = cluster.take_down("flapping", Duration::from_mins(1)).await.unwrap();
    assert!(down.left_nothing(), "{down:?}");
    let (dropped, let_through) = flapping.counted();
    println!("{dropped} connections were dropped, {let_through} were not");
    assert!(dropped > 3, "{dropped}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_api_server_that_never_answers_is_given_up_in_bounded_time() {
    let flapping = Flapping::start(100).await;
    let patience = Patience { call: Duration::from_secs(20), tries: Duration::from_secs(3) };
    let cluster = chosen(Access { patience, ..access_by(flapping.kubeconfig()) }).await;
    let began = Instant::now();
    let error = cluster.time().await.unwrap_err();
    assert!(matches!(error, KubernetesError::Unreachable { tries: 2.., .. }), "{error}");
    assert!(began.elapsed() < Duration::from_secs(30));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wish_to_stop_is_heeded_between_tries() {
    let (flapping, cancel) = (Flapping::start(100).await, Cancel::new());
    let cluster = Cluster::choose(access_by(flapping.kubeconfig()), &cancel).await.unwrap();
    let stops = cancel.clone();
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_secs(1)).await;
        stops.cancel();
    });
    let began = Instant::now();
    let error = cluster.time().await.unwrap_err();
    assert!(matches!(error, KubernetesError::Process(ProcessError::Cancelled { .. })), "{error}");
    assert!(began.elapsed() < Duration::from_secs(10));
}

#[tokio::test]
async fn helm_3_and_helm_4_are_told_apart() {
    use crate::served::programs;
    let home = plane().run.join("helm3");
    fs_err::create_dir_all(&home).unwrap();
    if !home.join("helm").exists() {
        fs_err::os::unix::fs::symlink(programs().join("helm3"), home.join("helm")).unwrap();
    }
    let four = cluster().await.helm_version().await.unwrap();
    assert_eq!((four.rollback_flag(), four.version.starts_with("v4")), ("--rollback-on-failure", true));
    let path = format!("{home}:{}", programs());
    let environment = environment(&plane().run).iter().chain([("PATH", path.as_str())]).collect();
    let three = chosen(Access { environment, ..access("admin") }).await.helm_version().await.unwrap();
    assert_eq!((three.rollback_flag(), three.version.starts_with("v3")), ("--atomic", true));
}
