//! Node and pnpm really come from the registry that this machine's npm is set up for.

use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};
use fountane::env_vars::{Environment, HOME, PATH};
use fountane::process::{Cancel, Limits};
use fountane::runs::NullSink;
use fountane::toolchain::{Origin, Search, Toolchain, Verdict, Which, doctor};

const MINUTES: Duration = Duration::from_mins(5);

/// This machine's settings without any installed Node: only the folders of `sh` and `env`, and a made-up PATH.
async fn without_node(cache: Utf8PathBuf, bin: &Utf8Path) -> Search {
    let current = Environment::current();
    let mut vars: Vec<(String, String)> = current.iter().map(|(name, value)| (name.into(), value.into())).collect();
    vars.retain(|(name, _)| name != PATH && name != HOME);
    for tool in ["sh", "env", "sed", "dirname", "uname"] {
        std::os::unix::fs::symlink(Utf8Path::new("/bin").join(tool), bin.join(tool)).unwrap();
    }
    vars.push((PATH.to_owned(), bin.to_string()));
    vars.push((HOME.to_owned(), bin.to_string()));
    vars.push(("npm_config_registry".to_owned(), crate::registry::address().await));
    Search { cache: Some(cache), ..Search::new(vars.into_iter().collect()) }
}

#[tokio::test]
async fn node_and_pnpm_are_fetched_where_none_is_installed_and_run() {
    let guard = tempfile::tempdir().unwrap();
    let folder = Utf8Path::from_path(guard.path()).unwrap();
    let (bin, workspace) = (folder.join("bin"), folder.join("workspace"));
    fs_err::create_dir(&bin).unwrap();
    fs_err::create_dir(&workspace).unwrap();
    let manifest = r#"{"name":"it","private":true,"scripts":{"say":"node --version"},"packageManager":"pnpm@12.21.0"}"#;
    fs_err::write(workspace.join("package.json"), manifest).unwrap();
    let mut search = without_node(folder.join("cache"), &bin).await;

    let toolchain = Toolchain::provide(&workspace, &search, &NullSink, &Cancel::new()).await.unwrap();
    assert_eq!((toolchain.node().origin, toolchain.pnpm().origin), (Origin::Fetched, Origin::Fetched));
    let run = async |which, args: &[&str]| {
        let said = toolchain.command(which, args, &workspace).capture(&Limits::time(MINUTES)).await.unwrap();
        assert!(said.exit.is_success(), "{said:?}");
        said.out
    };
    assert_eq!(run(Which::Node, &["--version"]).await, "v24.21.0");
    assert_eq!(run(Which::Pnpm, &["--version"]).await, "12.21.0");
    // A script of the package finds our node, and only there could it find one.
    assert_eq!(run(Which::Pnpm, &["--silent", "run", "say"]).await, "v24.21.0");

    // Whatever a folder below asks for, the pnpm that was provided runs, and asks nobody for another one.
    let other = workspace.join("other");
    fs_err::create_dir(&other).unwrap();
    fs_err::write(other.join("package.json"), manifest.replace("12.21.0", "12.999.0")).unwrap();
    let said = toolchain.command(Which::Pnpm, &["--silent", "run", "say"], &other);
    let said = said.capture(&Limits::time(MINUTES)).await.unwrap();
    assert_eq!((said.exit.is_success(), said.out.as_str()), (true, "v24.21.0"), "{}", said.err);

    // Again, with nobody to ask.
    let vars = [(PATH, bin.as_str()), (HOME, bin.as_str()), ("npm_config_registry", "http://127.0.0.1:1")];
    search.environment = vars.into_iter().collect();
    let began = Instant::now();
    let again = Toolchain::provide(&workspace, &search, &NullSink, &Cancel::new()).await.unwrap();
    assert_eq!((again.node().origin, again.pnpm().origin), (Origin::Cache, Origin::Cache));
    assert!(began.elapsed() < Duration::from_secs(5));

    let findings = doctor(&workspace, &search).await;
    let verdict = |what| findings.iter().find(|finding| finding.what == what).unwrap().verdict;
    assert_eq!((verdict("node"), verdict("pnpm"), verdict("cache")), (Verdict::Good, Verdict::Good, Verdict::Good));
    assert_eq!(verdict("npm registry"), Verdict::Bad);
}
