//! Fetching from a registry on the loopback that speaks plain HTTP and can be made to misbehave.

use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha512};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::super::archive::tests::archive;
use super::super::{Retry, Toolchain};
use super::*;
use crate::runs::NullSink;

/// What the registry saw: path and `Authorization`.
type Seen = Arc<Mutex<Vec<(String, Option<String>)>>>;
type Answer = (u16, Vec<(&'static str, String)>, Vec<u8>);

struct Fake {
    address: String,
    seen: Seen,
}

impl Fake {
    /// Answers each request (path, how many came before, own address) until the test ends.
    async fn start(answer: impl Fn(&str, usize, &str) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let seen = Seen::default();
        let (own, log, answer) = (address.clone(), seen.clone(), Arc::new(answer));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (own, log, answer) = (own.clone(), log.clone(), answer.clone());
                tokio::spawn(async move { serve(stream, &own, &log, &*answer).await });
            }
        });
        Self { address, seen }
    }

    fn requests(&self) -> usize {
        self.seen.lock().unwrap().len()
    }

    fn authorization_of(&self, part: &str) -> Option<String> {
        let seen = self.seen.lock().unwrap();
        seen.iter().find(|(path, _)| path.contains(part)).unwrap().1.clone()
    }
}

async fn serve(mut stream: TcpStream, own: &str, seen: &Seen, answer: &(dyn Fn(&str, usize, &str) -> Answer + Sync)) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let Ok(byte) = stream.read_u8().await else { return };
        head.push(byte);
    }
    let head = String::from_utf8(head).unwrap();
    let path = head.split(' ').nth(1).unwrap().to_owned();
    let authorization = head.lines().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        name.eq_ignore_ascii_case("authorization").then(|| value.to_owned())
    });
    let before = {
        let mut seen = seen.lock().unwrap();
        seen.push((path.clone(), authorization));
        seen.len() - 1
    };
    let (status, headers, body) = answer(&path, before, own);
    let mut reply = format!("HTTP/1.1 {status} X\r\nConnection: close\r\n");
    if !headers.iter().any(|(name, _)| *name == "Content-Length") {
        reply = format!("{reply}Content-Length: {}\r\n", body.len());
    }
    for (name, value) in headers {
        reply = format!("{reply}{name}: {value}\r\n");
    }
    let _ = stream.write_all(format!("{reply}\r\n").as_bytes()).await;
    let _ = stream.write_all(&body).await;
}

fn is_archive(path: &str) -> bool {
    path.strip_suffix(".tgz").is_some()
}

fn ok(body: impl Into<Vec<u8>>) -> Answer {
    (200, Vec::new(), body.into())
}

fn script(version: &str) -> Vec<u8> {
    format!("#!/bin/sh\necho {version}\n").into_bytes()
}

/// Node's archive: a script that says it is Node in the pinned version.
fn node_archive() -> Vec<u8> {
    archive(&[("package/bin/node", &script("v24.21.0")), ("package/LICENSE", b"MIT")])
}

fn sum(bytes: &[u8]) -> String {
    format!("sha512-{}", BASE64.encode(Sha512::digest(bytes)))
}

fn metadata(tarball: &str, integrity: &str) -> Answer {
    ok(format!(r#"{{"versions":{{"24.21.0":{{"dist":{{"tarball":"{tarball}","integrity":"{integrity}"}}}}}}}}"#))
}

fn well_behaved(path: &str, own: &str) -> Answer {
    let bytes = node_archive();
    if is_archive(path) { ok(bytes) } else { metadata(&format!("{own}/x/-/x.tgz"), &sum(&bytes)) }
}

struct Place {
    guard: tempfile::TempDir,
    search: Search,
}

impl Place {
    fn new(registry: &str, npmrc: &str) -> Self {
        let guard = tempfile::tempdir().unwrap();
        let folder = Utf8Path::from_path(guard.path()).unwrap();
        fs::write(folder.join(".npmrc"), npmrc).unwrap();
        let vars = [("npm_config_registry", registry), ("PATH", "/nowhere"), ("HOME", "/nowhere")];
        let search = Search {
            environment: vars.into_iter().collect(),
            cache: Some(folder.join("cache")),
            retry: Retry { tries: 3, first_wait: Duration::from_millis(5) },
        };
        Self { guard, search }
    }

    fn folder(&self) -> &Utf8Path {
        Utf8Path::from_path(self.guard.path()).unwrap()
    }

    async fn node(&self) -> Result<Tool, ToolchainError> {
        self.node_with(&NullSink, &Cancel::new()).await
    }

    async fn node_with(&self, sink: &dyn EventSink, cancel: &Cancel) -> Result<Tool, ToolchainError> {
        let store = self.search.store()?;
        let fetcher = Fetcher { workspace: self.folder(), search: &self.search, store, sink, cancel };
        fetcher.node(&Pins::read(self.folder())?).await
    }

    fn left_in_cache(&self) -> Vec<String> {
        let entries = self.folder().join("cache").read_dir_utf8().unwrap().flatten();
        let names = entries.map(|entry| entry.file_name().to_owned());
        names.filter(|name| name.strip_suffix(".lock").is_none()).collect()
    }
}

#[tokio::test]
async fn a_package_is_fetched_once_and_then_comes_from_the_cache_without_a_network() {
    let fake = Fake::start(|path, _, own| well_behaved(path, own)).await;
    let place = Place::new(&fake.address, "");
    let node = place.node().await.unwrap();
    assert_eq!((node.version.to_string().as_str(), node.origin), ("24.21.0", Origin::Fetched));
    assert_eq!(fs::read(&node.path).unwrap(), script("v24.21.0"));
    assert_eq!(place.left_in_cache(), [format!("node-24.21.0-{}", Platform::current())]);

    let mut offline = place;
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    offline.search.environment = [("npm_config_registry", format!("http://{closed}"))].into_iter().collect();
    assert_eq!(offline.node().await.unwrap().origin, Origin::Cache);
    assert_eq!(fake.requests(), 2);
}

#[tokio::test]
async fn progress_is_told_in_bytes() {
    struct Told(Mutex<Vec<Event>>);
    impl EventSink for Told {
        fn emit(&self, event: Event) {
            self.0.lock().unwrap().push(event);
        }
    }
    let fake = Fake::start(|path, _, own| well_behaved(path, own)).await;
    let told = Told(Mutex::default());
    Place::new(&fake.address, "").node_with(&told, &Cancel::new()).await.unwrap();
    let events = told.0.into_inner().unwrap();
    let size = node_archive().len() as u64;
    assert_eq!(events.first(), Some(&Event::StepStarted { step: "toolchain:node", total: Some(size) }));
    assert!(
        events.iter().any(|event| matches!(event, Event::StepProgress { done, .. } if *done == size)),
        "{events:?}"
    );
    assert!(matches!(events.last(), Some(Event::StepFinished { outcome: Outcome::Done, .. })), "{events:?}");
}

#[tokio::test]
async fn another_content_than_promised_is_refused() {
    let fake = Fake::start(|path, _, own| {
        if is_archive(path) { ok(node_archive()) } else { metadata(&format!("{own}/x.tgz"), &sum(b"something else")) }
    })
    .await;
    let place = Place::new(&fake.address, "");
    let error = place.node().await.unwrap_err();
    let package = Platform::current().node_package().unwrap();
    assert_eq!(error.to_string(), format!("`{package}@24.21.0` was thrown away: its sha512 is not the promised one"));
    assert!(place.left_in_cache().is_empty());
}

#[tokio::test]
async fn a_registry_that_promises_nothing_is_refused() {
    let fake = Fake::start(|_, _, own| metadata(&format!("{own}/x.tgz"), "sha1-AAAA")).await;
    let error = Place::new(&fake.address, "").node().await.unwrap_err();
    assert!(error.to_string().ends_with("cannot be used: no sha512 is promised"), "{error}");
}

#[tokio::test]
async fn a_download_that_breaks_off_is_tried_again() {
    let fake = Fake::start(|path, before, own| {
        let bytes = node_archive();
        if is_archive(path) && before < 2 {
            let length = ("Content-Length", bytes.len().to_string());
            return (200, vec![length], bytes[..bytes.len() / 2].to_vec());
        }
        well_behaved(path, own)
    })
    .await;
    assert_eq!(Place::new(&fake.address, "").node().await.unwrap().origin, Origin::Fetched);
    assert_eq!(fake.requests(), 3);
}

#[tokio::test]
async fn a_download_that_always_breaks_off_leaves_nothing() {
    let fake = Fake::start(|path, _, own| {
        if is_archive(path) {
            (200, vec![("Content-Length", "1000000".to_owned())], b"half".to_vec())
        } else {
            well_behaved(path, own)
        }
    })
    .await;
    let place = Place::new(&fake.address, "");
    let error = place.node().await.unwrap_err();
    assert!(matches!(error, ToolchainError::Unreachable { tries: 3, .. }), "{error}");
    assert!(place.left_in_cache().is_empty());
}

#[tokio::test]
async fn a_hostile_archive_is_refused_even_with_the_promised_sum() {
    let fake = Fake::start(|path, _, own| {
        let bytes = archive(&[("package/../../../evil", b"x"), ("package/bin/node", b"#!")]);
        if is_archive(path) { ok(bytes) } else { metadata(&format!("{own}/x.tgz"), &sum(&bytes)) }
    })
    .await;
    let place = Place::new(&fake.address, "");
    let error = place.node().await.unwrap_err().to_string();
    assert!(error.ends_with("cannot be used: `package/../../../evil` would leave its folder"), "{error}");
    assert!(place.left_in_cache().is_empty());
    assert!(!place.folder().join("evil").exists());
}

#[tokio::test]
async fn a_busy_registry_is_asked_again_and_a_refusal_is_not() {
    let busy = Fake::start(|path, before, own| match before {
        0 => (503, Vec::new(), Vec::new()),
        1 => (429, vec![("Retry-After", "0".to_owned())], Vec::new()),
        _ => well_behaved(path, own),
    })
    .await;
    assert!(Place::new(&busy.address, "").node().await.is_ok());
    assert_eq!(busy.requests(), 4);

    let closed = Fake::start(|_, _, _| (403, Vec::new(), Vec::new())).await;
    let error = Place::new(&closed.address, "").node().await.unwrap_err();
    assert!(matches!(error, ToolchainError::Refused { status: 403, .. }), "{error}");
    assert_eq!(error.hint(), Some("sign in to the registry: npm login"));
    assert_eq!(closed.requests(), 1);
}

#[tokio::test]
async fn credentials_reach_their_registry_and_not_the_place_it_redirects_to() {
    let storage = Fake::start(|_, _, _| ok(node_archive())).await;
    let target = format!("{}/storage/x.tgz", storage.address);
    let fake = Fake::start(move |path, _, own| {
        if is_archive(path) {
            (302, vec![("Location", target.clone())], Vec::new())
        } else {
            metadata(&format!("{own}/x.tgz"), &sum(&node_archive()))
        }
    })
    .await;
    let host = |fake: &Fake| fake.address.trim_start_matches("http:").to_owned();
    // Even with a token for the other place: the redirect was not asked for by the user.
    let npmrc = format!("{}/:_authToken=first\n{}/:_authToken=second\n", host(&fake), host(&storage));
    Place::new(&fake.address, &npmrc).node().await.unwrap();
    assert_eq!(fake.authorization_of("node-"), Some("Bearer first".to_owned()));
    assert_eq!(fake.authorization_of(".tgz"), Some("Bearer first".to_owned()));
    assert_eq!(storage.authorization_of(".tgz"), None);
}

#[tokio::test]
async fn a_mirror_that_repeats_a_foreign_address_is_asked_itself_first() {
    let fake = Fake::start(|path, _, _| match path {
        path if path.contains("/-/node-") => ok(node_archive()),
        _ => metadata("http://127.0.0.1:1/x.tgz", &sum(&node_archive())),
    })
    .await;
    assert!(Place::new(&fake.address, "").node().await.is_ok());
}

#[tokio::test]
async fn redirects_without_end_are_refused() {
    let fake = Fake::start(|_, _, own| (302, vec![("Location", format!("{own}/again"))], Vec::new())).await;
    let error = Place::new(&fake.address, "").node().await.unwrap_err();
    assert!(matches!(error, ToolchainError::Refused { status: 508, .. }), "{error}");
}

#[tokio::test]
async fn two_at_once_fetch_once() {
    let fake = Fake::start(|path, _, own| well_behaved(path, own)).await;
    let place = Place::new(&fake.address, "");
    let (one, other) = tokio::join!(place.node(), place.node());
    let mut origins = [one.unwrap().origin, other.unwrap().origin];
    origins.sort_by_key(|origin| *origin != Origin::Fetched);
    assert_eq!(origins, [Origin::Fetched, Origin::Cache]);
    assert_eq!(fake.requests(), 2);
}

#[tokio::test]
async fn a_program_that_does_not_run_here_is_refused() {
    let fake = Fake::start(|path, _, own| {
        let bytes = archive(&[("package/bin/node", b"\x7fELF for somebody else")]);
        if is_archive(path) { ok(bytes) } else { metadata(&format!("{own}/x.tgz"), &sum(&bytes)) }
    })
    .await;
    let place = Place::new(&fake.address, "");
    let error = place.node().await.unwrap_err();
    assert_eq!(error.to_string(), "the fetched node does not run here: `node --version` could not be started");
    assert!(place.left_in_cache().is_empty());
}

#[tokio::test]
async fn a_wish_to_stop_is_heeded_while_the_registry_is_silent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let place = Place::new(&address, "");
    let cancel = Cancel::new();
    let wish = cancel.clone();
    tokio::spawn(async move {
        let _held = listener.accept().await;
        wish.cancel();
        std::future::pending::<()>().await;
    });
    assert!(matches!(place.node_with(&NullSink, &cancel).await, Err(ToolchainError::Cancelled)));
}

#[tokio::test]
async fn without_a_registry_the_error_says_what_to_write() {
    let mut place = Place::new("", "");
    place.search.environment = [("PATH", "/nowhere"), ("HOME", "/nowhere")].into_iter().collect();
    if BUILT_IN_REGISTRY.is_none() {
        let error = place.node().await.unwrap_err();
        assert_eq!(error.to_string(), "no npm registry is configured, and no npm is there to ask for its default");
        assert!(error.hint().unwrap().contains("~/.npmrc"));
    }
}

#[tokio::test]
async fn installed_tools_are_used_where_they_fit_and_children_find_both() {
    let place = Place::new("http://127.0.0.1:1", "");
    let installed = place.folder().join("installed");
    let node =
        format!("#!/bin/sh\ncase \"$1\" in -e) echo 24.9.0; echo '{installed}/node';; *) echo node \"$@\";; esac\n");
    crate::fs::write_atomic(&installed.join("node"), node.as_bytes(), 0o755).unwrap();
    crate::fs::write_atomic(&installed.join("pnpm"), b"#!/bin/sh\necho 12.21.0\n", 0o755).unwrap();
    let mut search = place.search.clone();
    search.environment =
        [("PATH", format!("/nowhere:{installed}:/usr/bin:/bin")), ("KEPT", "yes".to_owned())].into_iter().collect();
    let toolchain = Toolchain::provide(place.folder(), &search, &NullSink, &Cancel::new()).await.unwrap();
    assert_eq!((toolchain.node().origin, toolchain.pnpm().origin), (Origin::System, Origin::System));
    assert_eq!(toolchain.node().version, Version::new(24, 9, 0));

    let limits = Limits::time(Duration::from_secs(10));
    let said = toolchain.command(super::super::Which::Node, &["x"], place.folder()).capture(&limits).await.unwrap();
    assert_eq!(said.out, "node x");
    let script = Program::new("/bin/sh").args(["-c", "node inner; pnpm; echo $KEPT"]).env("PATH", toolchain.path());
    assert_eq!(script.capture(&limits).await.unwrap().out, "node inner\n12.21.0\n");
}
