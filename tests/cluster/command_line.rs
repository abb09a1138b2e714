//! What a person types.

use std::process::Command;

use serde_json::{Value, json};

use crate::control_plane::{cluster, done, object, plane, wish};
use crate::served::{Ran, environment, ran};

fn fountane(args: &[&str]) -> Ran {
    ran(&mut command(env!("CARGO_BIN_EXE_fountane"), args, "admin"), "")
}

fn command(program: &str, args: &[&str], who: &str) -> Command {
    let mut command = Command::new(program);
    command.env_clear().envs(environment(&plane().run).iter()).env("KUBECONFIG", plane().kubeconfig(who)).args(args);
    command.current_dir(&plane().run);
    command
}

#[tokio::test]
async fn demos_are_listed_extended_and_taken_down() {
    cluster().await.prepare(&wish("typed")).await.unwrap();
    let listed = fountane(&["demo", "list", "--target", "kubernetes"]);
    let row = listed.out.lines().find(|line| line.contains("typed")).unwrap_or_else(|| panic!("{listed:?}"));
    assert!(row.contains("Acme & Söhne") && row.contains(" in ") && row.contains("admin"), "{row}");
    let as_json = fountane(&["demo", "list", "--json"]);
    let lines = as_json.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let demo = lines.map(|line| line["demo"].clone()).find(|demo| demo["name"] == "typed").unwrap();
    assert_eq!((&demo["size"], &demo["namespace"]), (&json!("s"), &json!("fountane-typed")));

    let kept = fountane(&["demo", "extend", "typed", "--keep", "a fair"]);
    assert_eq!(kept.out, "`typed` is kept: a fair\n", "{kept:?}");
    let extended = fountane(&["demo", "extend", "typed", "--ttl", "3d"]);
    assert!(extended.ok && extended.out.contains("in 3 d") || extended.out.contains("in 2 d"), "{extended:?}");
    let past = fountane(&["demo", "extend", "typed", "--until", "2020-01-01T00:00Z"]);
    assert!(!past.ok && past.err.contains("for the API server it is"), "{past:?}");

    let down = fountane(&["demo", "down", "typed", "--target", "kubernetes"]);
    assert!(down.ok && down.err.contains("`typed` is gone; nothing of it is left"), "{down:?}");
    let again = fountane(&["demo", "down", "typed", "--target", "kubernetes"]);
    assert!(again.ok && again.err.contains("there is no demo `typed`"), "{again:?}");
}

#[tokio::test]
async fn a_stuck_demo_is_told_with_what_holds_it_up_and_ends_with_1() {
    cluster().await.prepare(&wish("held")).await.unwrap();
    let held = json!({ "apiVersion": "v1", "kind": "ConfigMap", "metadata": { "name": "it", "finalizers": ["example.com/never"] } });
    done(&["create", "-n", "fountane-held", "-f", "-"], &held.to_string());
    let down = || fountane(&["demo", "down", "held", "--target", "kubernetes", "--wait", "1s"]);
    assert!(!down().ok);
    done(&["wait", "--for=condition=NamespaceContentRemaining", "--timeout=60s", "namespace/fountane-held"], "");
    let down = down();
    assert!(!down.ok && down.err.contains("configmaps it waits for example.com/never"), "{down:?}");
    assert!(down.err.contains("`held` is still there"), "{down:?}");
    done(
        &[
            "patch",
            "configmap",
            "it",
            "-n",
            "fountane-held",
            "--type=merge",
            "-p",
            r#"{"metadata":{"finalizers":null}}"#,
        ],
        "",
    );
}

#[tokio::test]
async fn a_clock_that_is_days_ahead_ends_no_demo_and_is_told() {
    cluster().await.prepare(&wish("ahead")).await.unwrap();
    let args = ["-f", "+2d", env!("CARGO_BIN_EXE_fountane"), "demo", "gc"];
    let ahead = ran(&mut command("/usr/bin/faketime", &args, "admin"), "");
    assert!(ahead.ok && ahead.err.contains("this machine's clock is off by 4"), "apt-get install faketime: {ahead:?}");
    assert!(!ahead.out.contains("ahead"), "it would go: {ahead:?}");
    let extended = ran(
        &mut command(
            "/usr/bin/faketime",
            &["-f", "+2d", env!("CARGO_BIN_EXE_fountane"), "demo", "extend", "ahead", "--ttl", "2h"],
            "admin",
        ),
        "",
    );
    assert!(extended.ok, "{extended:?}");
    let expires: jiff::Timestamp =
        object(&["namespace", "fountane-ahead"])["metadata"]["annotations"]["fountane/expires"]
            .as_str()
            .unwrap()
            .parse()
            .unwrap();
    let lasts = expires.duration_since(jiff::Timestamp::now());
    assert!(lasts.as_hours() < 3, "{lasts}");
}

#[test]
fn who_has_no_rights_or_no_name_is_told_the_mend() {
    let run = |args: &[&str], who: &str| ran(&mut command(env!("CARGO_BIN_EXE_fountane"), args, who), "");
    let nobody = run(&["demo", "gc", "--delete"], "nobody");
    assert!(!nobody.ok && nobody.err.contains("no rights: ") && nobody.err.contains("fountane doctor"), "{nobody:?}");
    let expired = run(&["demo", "list"], "expired");
    assert!(!expired.ok && expired.err.contains("does not accept the credentials"), "{expired:?}");
    let nameless = run(&["demo", "down", "--target", "kubernetes"], "admin");
    assert!(!nameless.ok && nameless.err.contains("which demo of the cluster"), "{nameless:?}");
    let elsewhere = run(&["demo", "list", "--context", "elsewhere"], "admin");
    assert!(!elsewhere.ok && elsewhere.err.contains("there is: local"), "{elsewhere:?}");
}

#[test]
fn doctor_looks_at_the_cluster_and_prints_no_credential() {
    let doctor = |who: &str| ran(&mut command(env!("CARGO_BIN_EXE_fountane"), &["doctor", "--json"], who), "");
    let finding = |ran: &Ran, what: &str| -> (String, String) {
        let lines = ran.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let found = lines.into_iter().find(|line| line["what"] == what).unwrap_or_else(|| panic!("no {what}: {ran:?}"));
        (found["verdict"].as_str().unwrap().to_owned(), found["found"].as_str().unwrap().to_owned())
    };
    let class = r#"{ "apiVersion": "networking.k8s.io/v1", "kind": "IngressClass", "metadata": { "name": "traefik",
        "annotations": { "ingressclass.kubernetes.io/is-default-class": "true" } }, "spec": { "controller": "traefik.io/ingress-controller" } }"#;
    done(&["apply", "-f", "-"], class);
    let admin = doctor("admin");
    assert_eq!(finding(&admin, "cluster").1, "local answers, to admin");
    assert_eq!(finding(&admin, "rights").1, "all that a demo takes");
    assert_eq!(finding(&admin, "ingress class").1, "traefik by default");
    assert_eq!(finding(&admin, "storage class").1, "there is none");
    assert_eq!(finding(&admin, "cert-manager").1, "is not in the cluster");
    assert!(finding(&admin, "helm").1.starts_with("v4"));
    let nobody = doctor("nobody");
    assert!(finding(&nobody, "rights").1.starts_with("you may not create namespaces, "), "{nobody:?}");
    let expired = doctor("expired");
    assert_eq!(finding(&expired, "cluster").0, "note");
    let kubeconfig = fs_err::read_to_string(plane().kubeconfig("admin")).unwrap();
    let key = kubeconfig.split("client-key-data: ").nth(1).unwrap().split('}').next().unwrap();
    assert!(!admin.out.contains(key) && !admin.err.contains(key));
}
