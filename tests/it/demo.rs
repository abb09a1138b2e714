//! A demo from `up` to `down`, and what happens to it when things go wrong on the way.

use std::net::TcpListener;
use std::time::{Duration, Instant};

use fountane::demo::{Demo, DemoError, Phase, Status};
use fountane::env_vars::Environment;
use fountane::process::{Cancel, StopSignal, signal};
use fountane::runs::{NullSink, Outcome};
use serde_json::json;

use crate::demo_workspace::{Workspace, ask, manifest, options, test_program};

/// Not a test: the supervisor that `up` starts in all the others is this program, told to run this.
#[tokio::test]
#[ignore = "run by the other tests as their supervisor"]
async fn supervisor() {
    let environment = Environment::current();
    let Some(workspace) = environment.path("FOUNTANE_TEST_SUPERVISE") else { return };
    Demo::open(&workspace).unwrap().supervise(&environment).await.unwrap();
}

/// Not a test: an `up` in a process of its own, that another test can kill.
#[tokio::test]
#[ignore = "run by another test"]
async fn upper() {
    let Some(workspace) = Environment::current().path("FOUNTANE_TEST_UP") else { return };
    let demo = Demo::open(&workspace).unwrap();
    demo.up(&options(&workspace).await, &NullSink, &Cancel::new()).await.unwrap();
}

#[tokio::test]
async fn a_demo_comes_up_answers_tells_its_logs_and_leaves_nothing() {
    let workspace = Workspace::new(&manifest());
    let running = workspace.up().await.unwrap();
    let report = workspace.demo.status().await.unwrap();
    assert_eq!(report.phase, Phase::Ready);
    let web = workspace.service("web").await;
    let port = web.port.unwrap();
    assert_eq!(running.url, format!("http://localhost:{port}/start"));
    assert_eq!(running.people[0].name, "Ada");
    assert_eq!((web.status, web.answers), (Status::Ready, Some(Ok(()))));
    assert_eq!(workspace.service("seed").await.status, Status::Done);
    assert_eq!(workspace.told.steps().last(), Some(&("demo:start", Outcome::Done)));

    // The environment is the manifest's, not the user's; its secret is in no log.
    let said = ask(port, "/").await.unwrap();
    assert_eq!((said["name"].as_str(), said["home"].as_str()), (Some("web"), None));
    let secret = said["secret"].as_str().unwrap();
    assert_eq!(secret.len(), 64);
    let logs = workspace.demo.logs(None, 100).unwrap();
    let listens = format!("web listens on {port} with [redacted]");
    assert!(logs.iter().any(|line| line.service == "web" && line.line == listens), "{logs:?}");
    assert!(logs.iter().all(|line| !line.line.contains(secret)));

    let supervisor = workspace.supervisor();
    let running = workspace.processes();
    assert!(running.contains(&supervisor) && running.len() == 3, "{running:?}");
    let downed = workspace.demo.down(false).await.unwrap();
    assert!(downed.was_running);
    assert!(workspace.processes().is_empty());
    assert!(TcpListener::bind(("127.0.0.1", port)).is_ok());
    assert_eq!(workspace.demo.status().await.unwrap().phase, Phase::Stopped);
    assert!(!workspace.demo.down(false).await.unwrap().was_running);
}

#[tokio::test]
async fn up_again_is_quick_keeps_ports_and_secrets_and_restarts_only_after_a_change() {
    let workspace = Workspace::new(&manifest());
    let first = workspace.up().await.unwrap();
    let supervisor = workspace.supervisor();
    let again = workspace.up().await.unwrap();
    assert!(again.already && !first.already);
    assert_eq!(workspace.supervisor(), supervisor);
    let secret = ask(workspace.service("web").await.port.unwrap(), "/").await.unwrap()["secret"].clone();

    workspace.demo.down(false).await.unwrap();
    workspace.told.clear();
    let second = workspace.up().await.unwrap();
    assert_eq!(second.url, first.url);
    let skipped = Outcome::Skipped;
    let steps = [("demo:install", skipped), ("demo:build", skipped), ("demo:start", Outcome::Done)];
    assert_eq!(workspace.told.steps(), steps);
    assert_eq!(ask(workspace.service("web").await.port.unwrap(), "/").await.unwrap()["secret"], secret);

    let changed = fs_err::read_to_string(workspace.path.join("src/server.mjs")).unwrap() + "\n// changed\n";
    fs_err::write(workspace.path.join("src/server.mjs"), changed).unwrap();
    let third = workspace.up().await.unwrap();
    assert!(!third.already);
    assert!(fs_err::read_to_string(workspace.path.join("dist/server.mjs")).unwrap().ends_with("// changed\n"));

    // Data outlives `down`, but not `down --purge`.
    let starts = workspace.path.join(".fountane/demo/data/both/starts");
    workspace.demo.down(false).await.unwrap();
    assert_eq!(fs_err::read_to_string(&starts).unwrap().lines().count(), 6);
    workspace.demo.down(true).await.unwrap();
    assert!(!workspace.path.join(".fountane/demo").exists());
}

#[tokio::test]
async fn a_crashed_service_is_started_again() {
    let workspace = Workspace::new(&manifest());
    workspace.up().await.unwrap();
    let api = workspace.service("api").await;
    ask(api.port.unwrap(), "/crash").await;
    let again = |report: &fountane::demo::Report| {
        report.services.iter().any(|it| it.name == "api" && it.restarts == 1 && it.status == Status::Ready)
    };
    let report = workspace.until("started again", again).await;
    assert_eq!(report.phase, Phase::Ready);
    let after = workspace.service("api").await;
    assert_ne!(after.pid, api.pid);
    assert_eq!(serde_json::to_value(after.last_exit).unwrap(), json!({ "code": 7 }));
}

#[tokio::test]
async fn a_service_that_keeps_crashing_is_given_up_and_the_others_are_stopped() {
    let mut manifest = manifest();
    manifest["processes"][1]["env"]["ENDS_AFTER"] = json!("10");
    let workspace = Workspace::new(&manifest);
    let error = workspace.up().await.unwrap_err();
    let DemoError::DidNotStart { name, reason, tail } = &error else { panic!("{error}") };
    assert_eq!((name.as_str(), reason.as_str()), ("web", "it ended with exit code 3, 4 times in a row"));
    assert!(tail.iter().any(|line| line.contains("web listens on")), "{tail:?}");
    assert!(workspace.processes().is_empty());
    let report = workspace.demo.status().await.unwrap();
    assert!(matches!(report.phase, Phase::Failed { ref name, .. } if name == "web"), "{report:?}");
    assert_eq!(report.services.iter().find(|it| it.name == "api").unwrap().status, Status::Stopped);

    // Mended, it comes up.
    manifest["processes"][1]["env"]["ENDS_AFTER"] = json!("");
    workspace.write_manifest(&manifest);
    workspace.up().await.unwrap();
}

#[tokio::test]
async fn a_failing_task_keeps_what_is_after_it_from_starting() {
    let mut manifest = manifest();
    manifest["tasks"][0]["env"] = json!({});
    let workspace = Workspace::new(&manifest);
    let error = workspace.up().await.unwrap_err();
    assert!(matches!(&error, DemoError::DidNotStart { name, .. } if name == "seed"), "{error}");
    assert!(!workspace.path.join(".fountane/demo/data/both/starts").exists());
    assert!(workspace.processes().is_empty());
}

#[tokio::test]
async fn what_a_killed_supervisor_leaves_is_ended_by_status_and_up_works_again() {
    let workspace = Workspace::new(&manifest());
    let first = workspace.up().await.unwrap();
    workspace.kill_supervisor().await;
    assert_eq!(workspace.processes().len(), 2);
    let report = workspace.demo.status().await.unwrap();
    assert_eq!(report.phase, Phase::Stopped);
    assert_eq!(report.notes, ["an earlier run had been killed; 2 processes that it left were ended"]);
    assert!(workspace.processes().is_empty());
    assert_eq!(workspace.up().await.unwrap().url, first.url);

    // And without a look in between.
    workspace.kill_supervisor().await;
    assert_eq!(workspace.up().await.unwrap().url, first.url);
    assert_eq!(workspace.processes().len(), 3);

    // Even when the state knows nothing: the mark is enough.
    workspace.kill_supervisor().await;
    fs_err::remove_file(workspace.state_file()).unwrap();
    assert!(workspace.demo.down(false).await.unwrap().was_running);
    assert!(workspace.processes().is_empty());
}

#[tokio::test]
async fn where_what_it_keeps_is_damaged_that_is_said_and_down_ends_it_all_the_same() {
    let workspace = Workspace::new(&manifest());
    workspace.up().await.unwrap();
    let running = workspace.processes();
    assert_eq!(running.len(), 3);
    fs_err::write(workspace.path.join(".fountane/demo/kept.json"), "{").unwrap();
    assert!(matches!(workspace.demo.status().await, Err(DemoError::Kept { .. })));
    let downed = workspace.demo.down(true).await.unwrap();
    assert!(downed.was_running && downed.purged);
    // One that has ended and that nobody has waited for has no environment.
    let lives =
        |pid: &u32| fs_err::read(format!("/proc/{pid}/environ")).is_ok_and(|environment| !environment.is_empty());
    assert!(!running.iter().any(lives));
    workspace.up().await.unwrap();
}

#[tokio::test]
async fn a_supervisor_killed_at_any_moment_of_coming_up_leaves_nothing_that_the_next_up_cannot_mend() {
    let workspace = Workspace::new(&manifest());
    workspace.up().await.unwrap();
    workspace.demo.down(false).await.unwrap();
    for wait in [0, 20, 60, 120, 200, 300, 450] {
        let up = workspace.up();
        let killer = async {
            // Measured from the moment when there is a supervisor.
            let began = Instant::now();
            while workspace.processes().is_empty() && began.elapsed() < Duration::from_secs(10) {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            tokio::time::sleep(Duration::from_millis(wait)).await;
            for pid in workspace.processes() {
                let line = fs_err::read_to_string(format!("/proc/{pid}/cmdline")).unwrap_or_default();
                if line.contains("demo::supervisor") {
                    signal(pid, StopSignal::Kill);
                }
            }
        };
        let (outcome, ()) = tokio::join!(up, killer);
        if let Err(error) = outcome {
            assert!(matches!(error, DemoError::SupervisorGone { .. }), "{error}");
        }
    }
    workspace.up().await.unwrap();
    assert_eq!(workspace.processes().len(), 3);
    workspace.demo.down(false).await.unwrap();
    assert!(workspace.processes().is_empty());
}

#[tokio::test]
async fn an_up_killed_at_any_moment_leaves_nothing_that_the_next_up_cannot_mend() {
    let workspace = Workspace::new(&manifest());
    let build = fs_err::read_to_string(workspace.path.join("build.mjs")).unwrap();
    let slow = format!("await new Promise((done) => setTimeout(done, 700));\n{build}");
    fs_err::write(workspace.path.join("build.mjs"), slow).unwrap();
    for wait in [0, 300, 600, 900, 1200, 1600, 2000] {
        let upper = test_program("demo::upper").env("FOUNTANE_TEST_UP", workspace.path.as_str());
        let mut upper = upper.spawn().unwrap();
        let pid = upper.pid();
        let killer = async {
            // Measured from the moment when it has begun.
            let began = Instant::now();
            while workspace.processes().is_empty() && began.elapsed() < Duration::from_secs(20) {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            tokio::time::sleep(Duration::from_millis(wait)).await;
            signal(pid, StopSignal::Kill);
        };
        let mut ignore = |_| ();
        let (ended, ()) = tokio::join!(upper.follow(&mut ignore), killer);
        ended.unwrap();
    }
    workspace.up().await.unwrap();
    assert_eq!(workspace.processes().len(), 3);
    workspace.demo.down(false).await.unwrap();
    assert!(workspace.processes().is_empty());
}

#[tokio::test]
async fn up_that_is_cancelled_stops_what_it_had_started() {
    let mut manifest = manifest();
    manifest["processes"][1]["env"]["ENDS_AFTER"] = json!("60000");
    let workspace = Workspace::new(&manifest);
    let cancel = Cancel::new();
    let options = options(&workspace.path).await;
    let up = workspace.demo.up(&options, &workspace.told, &cancel);
    let canceller = async {
        workspace
            .until("half up", |report| report.services.iter().any(|it| it.name == "api" && it.status == Status::Ready))
            .await;
        cancel.cancel();
    };
    let (outcome, ()) = tokio::join!(up, canceller);
    assert!(matches!(outcome, Err(DemoError::Cancelled)), "{outcome:?}");
    assert!(workspace.processes().is_empty());
}

#[tokio::test]
async fn a_port_that_somebody_took_is_changed_with_a_word() {
    let workspace = Workspace::new(&manifest());
    workspace.up().await.unwrap();
    let (web, api) = (workspace.service("web").await.port.unwrap(), workspace.service("api").await.port.unwrap());
    workspace.demo.down(false).await.unwrap();
    let _taken = TcpListener::bind(("127.0.0.1", web)).unwrap();
    workspace.told.clear();
    workspace.up().await.unwrap();
    let now = workspace.service("web").await.port.unwrap();
    assert_ne!(now, web);
    assert_eq!(workspace.service("api").await.port.unwrap(), api);
    let said = format!("port {web} of `web` is taken by another program, it is {now} now");
    assert_eq!(workspace.told.warnings(), [said]);
}

#[tokio::test]
async fn logs_can_be_followed() {
    let workspace = Workspace::new(&manifest());
    workspace.up().await.unwrap();
    workspace.told.clear();
    let cancel = Cancel::new();
    let follow = workspace.demo.follow(Some("api"), &workspace.told, &cancel);
    let api = workspace.service("api").await.port.unwrap();
    let crash = async {
        ask(api, "/crash").await;
        let began = Instant::now();
        while workspace.told.lines().len() < 2 && began.elapsed() < Duration::from_secs(10) {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        cancel.cancel();
    };
    let (followed, ()) = tokio::join!(follow, crash);
    followed.unwrap();
    let lines = workspace.told.lines();
    assert_eq!(lines[0], ("api".to_owned(), "[fountane] it ended with exit code 7".to_owned()));
    assert_eq!(lines[1].1, format!("api listens on {api} with [redacted]"));
    let unknown = workspace.demo.logs(Some("nobody"), 1).unwrap_err();
    assert_eq!(unknown.to_string(), "there is no `nobody` in this demo");
}

#[tokio::test]
async fn a_bad_manifest_is_refused_before_anything_is_touched() {
    let mut manifest = manifest();
    manifest["processes"][0]["script"] = json!("../outside.mjs");
    let workspace = Workspace::new(&manifest);
    let error = workspace.up().await.unwrap_err();
    assert_eq!(error.to_string(), "a path in fountane.demo.json is refused");
    assert!(!workspace.path.join(".fountane").exists());
    fs_err::remove_file(workspace.path.join("fountane.demo.json")).unwrap();
    let error = workspace.up().await.unwrap_err();
    assert!(matches!(error, DemoError::NoManifest { .. }), "{error}");
    assert!(error.hint().unwrap().contains("fountane generate"));
}

#[tokio::test]
async fn a_build_that_fails_shows_its_last_lines() {
    let workspace = Workspace::new(&manifest());
    fs_err::write(workspace.path.join("build.mjs"), "console.error('no way'); process.exit(1)").unwrap();
    let error = workspace.up().await.unwrap_err();
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(error.to_string(), "the build step `build` failed");
    assert!(source.contains("no way"), "{source}");
}
