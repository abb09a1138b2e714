//! A cluster that a script serves for as long as a test holds on to it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};
use fountane::demo::kubernetes::{Access, Patience};
use fountane::env_vars::Environment;
use serde_json::Value;

/// A cluster. It ends when this is dropped, and when the process of the test ends, however it does.
pub struct Served {
    child: Child,
    /// What its programs write; away with it.
    pub run: Utf8PathBuf,
    /// Where its API server listens.
    pub port: u16,
}

impl Served {
    /// Starts `control-plane` or `node` and waits until it is ready.
    pub fn start(kind: &str) -> Self {
        let began = Instant::now();
        let folder = tempfile::Builder::new().prefix("fountane-cluster-").tempdir().unwrap().keep();
        let run = Utf8PathBuf::from_path_buf(folder).unwrap();
        let [port, etcd, peer] = free_ports();
        let mut command = Command::new(script("serve.sh"));
        command
            .arg(kind)
            .env("BIN", programs())
            .env("RUN", &run)
            .env("NODE_DIR", format!("{run}-node"))
            .env("LOCK", cache().join("cluster/node.lock"))
            .env("K8S_PORT", port.to_string())
            .env("ETCD_PORT", etcd.to_string())
            .env("ETCD_PEER_PORT", peer.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit());
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let served = Self { child, run, port };
        assert_eq!(line.trim(), "ready", "the cluster did not start, see above");
        println!("{kind}: ready in {:.1} s", began.elapsed().as_secs_f64());
        served
    }

    /// The kubeconfig of `admin`, `nobody` or `expired`.
    pub fn kubeconfig(&self, who: &str) -> Utf8PathBuf {
        self.run.join(format!("pki/{who}.kubeconfig"))
    }

    /// How `admin`, `nobody` or `expired` gets to it.
    pub fn access(&self, who: &str) -> Access {
        self.access_by(self.kubeconfig(who))
    }

    /// How one gets to it with this kubeconfig.
    pub fn access_by(&self, kubeconfig: Utf8PathBuf) -> Access {
        Access {
            environment: environment(&self.run),
            kubeconfig: Some(kubeconfig),
            context: None,
            allow_production: false,
            patience: Patience { call: Duration::from_mins(1), tries: Duration::from_mins(1) },
        }
    }

    /// The number of the process that serves it.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// kubectl as the admin, past fountane.
    pub fn kubectl(&self, args: &[&str], input: &str) -> Ran {
        let mut command = Command::new(programs().join("kubectl"));
        command.arg("--kubeconfig").arg(self.kubeconfig("admin")).args(args).env("HOME", &self.run);
        ran(&mut command, input)
    }

    /// kubectl, which must succeed; what it wrote.
    pub fn done(&self, args: &[&str], input: &str) -> String {
        let ran = self.kubectl(args, input);
        assert!(ran.ok, "kubectl {}: {}", args.join(" "), ran.err);
        ran.out
    }

    /// An object as the API server has it.
    pub fn object(&self, args: &[&str]) -> Value {
        let mut all = vec!["get", "-o", "json"];
        all.extend(args);
        serde_json::from_str(&self.done(&all, "")).unwrap()
    }
}

/// What a program came to.
#[derive(Debug)]
pub struct Ran {
    pub ok: bool,
    pub out: String,
    pub err: String,
}

/// Runs a program to its end with something to read.
pub fn ran(command: &mut Command, input: &str) -> Ran {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Who has seen enough of it hangs up.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { ok: output.status.success(), out: text(output.stdout), err: text(output.stderr) }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It ends when its input does.
        drop(self.child.stdin.take());
        self.child.wait().unwrap();
        // Of a test that fails, the failure is what matters.
        assert!(std::thread::panicking() || !self.run.exists(), "the cluster left {}", self.run);
    }
}

/// What a person at a machine has that knows nothing else: our kubectl and helm, a home of their own.
pub fn environment(home: &Utf8Path) -> Environment {
    [("PATH", format!("{}:/usr/bin:/bin", programs())), ("HOME", home.to_string())].into_iter().collect()
}

/// The folder with kubectl, helm and all that a cluster consists of; built where it is not there yet.
pub fn programs() -> &'static Utf8Path {
    static BUILT: OnceLock<Utf8PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let mut command = Command::new(script("build.sh"));
        // What it says is for whoever waits.
        let built = command.arg(cache()).stderr(Stdio::inherit()).output().unwrap();
        assert!(built.status.success(), "the Kubernetes of the tests could not be built, see above");
        Utf8PathBuf::from(String::from_utf8(built.stdout).unwrap().trim())
    })
}

/// The folder that clones share, as scripts/test has it.
fn cache() -> Utf8PathBuf {
    let named = |name| std::env::var(name).ok().filter(|value| !value.is_empty()).map(Utf8PathBuf::from);
    let below_home = || named("HOME").unwrap().join(".cache");
    named("FOUNTANE_TEST_CACHE")
        .unwrap_or_else(|| named("XDG_CACHE_HOME").unwrap_or_else(below_home).join("fountane-test"))
}

fn script(name: &str) -> String {
    format!("{}/tests/cluster/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Three ports that nobody had a moment ago.
fn free_ports() -> [u16; 3] {
    let held = [(); 3].map(|()| std::net::TcpListener::bind("127.0.0.1:0").unwrap());
    held.map(|listener| listener.local_addr().unwrap().port())
}
