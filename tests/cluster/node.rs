//! A demo's namespace on a real node: kubelet and containerd run what it lets through.

use std::os::unix::fs::PermissionsExt as _;
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};
use fountane::demo::kubernetes::{Access, Cluster};
use fountane::env_vars::Environment;
use fountane::process::Cancel;
use serde_json::json;

use crate::control_plane::wish;
use crate::served::{Served, programs, ran};

/// The network of the node is one of its own; kubectl and helm are started inside.
struct Node {
    served: Served,
    inside: Utf8PathBuf,
}

impl Node {
    fn start() -> Self {
        let served = Served::start("node");
        let process = process_inside(served.pid()).expect("a process with a network of its own");
        let inside = served.run.join("inside");
        fs_err::create_dir_all(&inside).unwrap();
        for tool in ["kubectl", "helm"] {
            let script =
                format!("#!/bin/sh\nexec /usr/bin/nsenter --target {process} --net -- {}/{tool} \"$@\"\n", programs());
            let file = inside.join(tool);
            fs_err::write(&file, script).unwrap();
            fs_err::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
        }
        Self { served, inside }
    }

    fn environment(&self) -> Environment {
        [("PATH", format!("{}:/usr/bin:/bin", self.inside)), ("HOME", self.served.run.to_string())]
            .into_iter()
            .collect()
    }

    fn kubectl(&self, args: &[&str], input: &str) -> String {
        let mut command = std::process::Command::new(self.inside.join("kubectl"));
        command.arg("--kubeconfig").arg(self.served.kubeconfig("admin")).args(args).env("HOME", &self.served.run);
        let ran = ran(&mut command, input);
        assert!(ran.ok, "kubectl {}: {}", args.join(" "), ran.err);
        ran.out
    }
}

/// The first process below this one whose network is not ours.
fn process_inside(pid: u32) -> Option<u32> {
    let network = |pid: &str| fs_err::read_link(format!("/proc/{pid}/ns/net")).ok();
    if network(&pid.to_string()) != network("self") {
        return Some(pid);
    }
    let children = fs_err::read_to_string(format!("/proc/{pid}/task/{pid}/children")).ok()?;
    children.split_whitespace().filter_map(|child| child.parse().ok()).find_map(process_inside)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restricted_pod_runs_in_the_namespace_of_a_demo_and_goes_with_it() {
    let node = Node::start();
    let access = Access { environment: node.environment(), ..node.served.access("admin") };
    let cluster = Cluster::choose(access, &Cancel::new()).await.unwrap();
    cluster.prepare(&wish("real")).await.unwrap();
    let pod = json!({
        "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "it" },
        "spec": {
            "securityContext": { "runAsNonRoot": true, "runAsUser": 65535, "seccompProfile": { "type": "RuntimeDefault" } },
            "containers": [{
                "name": "it", "image": "docker.io/local/pause:1", "imagePullPolicy": "Never",
                "securityContext": { "allowPrivilegeEscalation": false, "capabilities": { "drop": ["ALL"] } },
            }],
        },
    });
    let began = Instant::now();
    node.kubectl(&["create", "-n", "fountane-real", "-f", "-"], &pod.to_string());
    node.kubectl(&["wait", "--for=condition=Ready", "--timeout=60s", "-n", "fountane-real", "pod/it"], "");
    println!("the pod is ready after {:.1} s", began.elapsed().as_secs_f64());
    let used = node.kubectl(
        &["get", "resourcequota", "fountane", "-n", "fountane-real", "-o", "jsonpath={.status.used.pods}"],
        "",
    );
    assert_eq!(used, "1");

    let began = Instant::now();
    let down = cluster.take_down("real", Duration::from_secs(90)).await.unwrap();
    println!("the demo is gone after {:.1} s", began.elapsed().as_secs_f64());
    assert!(down.left_nothing(), "{down:?}");
    let run = node.served.run.clone();
    drop(node);
    let mounts = fs_err::read_to_string("/proc/mounts").unwrap();
    assert!(
        !mounts.contains(run.as_str()) && !Utf8Path::new(&format!("{run}-node")).exists(),
        "the node left something"
    );
}
