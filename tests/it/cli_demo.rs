//! `fountane demo` as a person types it, on a tiny demo.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Stdio};

use fountane::process::{StopSignal, signal};

use crate::demo_workspace::{Workspace, ask, manifest};
use crate::registry;
use crate::test_env::{SPEC, TestEnv};

/// `demo up --attach --open` on this workspace once it is up, what it writes to stdout after that, and its address.
async fn attached(env: &TestEnv, workspace: &Workspace) -> (Child, BufReader<ChildStdout>, String) {
    fs_err::write(workspace.path.join("fountane.yaml"), SPEC).unwrap();
    let args = ["demo", "up", "--attach", "--open", "--dir", workspace.path.as_str()];
    let mut command = env.command(&args);
    command.env("XDG_CACHE_HOME", registry::CACHE).env("npm_config_registry", registry::address().await);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut url = String::new();
    out.read_line(&mut url).unwrap();
    (child, out, url.trim().to_owned())
}

fn said(child: &mut Child) -> String {
    let mut text = String::new();
    child.stderr.take().unwrap().read_to_string(&mut text).unwrap();
    text
}

#[tokio::test]
async fn attached_it_streams_what_services_write_and_ctrl_c_takes_the_demo_down() {
    let (env, workspace) = (TestEnv::new(), Workspace::new(&manifest()));
    let (mut child, mut out, url) = attached(&env, &workspace).await;
    assert!(url.starts_with("http://localhost:"), "{url}");

    ask(workspace.service("api").await.port.unwrap(), "/crash").await;
    let mut line = String::new();
    while !line.starts_with("api | api listens on ") {
        line.clear();
        assert!(out.read_line(&mut line).unwrap() > 0, "it ended");
    }

    signal(child.id(), StopSignal::Interrupt);
    let status = child.wait().unwrap();
    let err = said(&mut child);
    assert!(status.success() && err.contains("the demo is down; its data stays"), "{status} {err}");
    assert!(err.contains("could not open a browser"), "there is none on this PATH: {err}");
    assert_eq!(workspace.processes(), [] as [u32; 0]);
}

#[tokio::test]
async fn attached_it_ends_with_an_error_when_somebody_else_takes_the_demo_down() {
    let (env, workspace) = (TestEnv::new(), Workspace::new(&manifest()));
    let (mut child, _out, _) = attached(&env, &workspace).await;
    env.run(&["demo", "down", "--purge", "--yes", "--dir", workspace.path.as_str()]).succeeds();
    let status = child.wait().unwrap();
    let err = said(&mut child);
    assert!(status.code() == Some(1) && err.contains("the demo is no longer up"), "{status} {err}");
}
