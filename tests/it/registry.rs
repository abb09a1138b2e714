//! The registry that this machine's npm is set up for, and a cache that outlives a test run.

use std::time::Duration;

use camino::Utf8Path;
use fountane::env_vars::Environment;
use fountane::process::{Limits, Program};
use fountane::toolchain::Search;
use tokio::sync::OnceCell;

/// What `XDG_CACHE_HOME` is for tests that fetch programs.
pub const CACHE: &str = env!("CARGO_TARGET_TMPDIR");

static ADDRESS: OnceCell<String> = OnceCell::const_new();

/// What npm says; asked once, it takes its time.
pub async fn address() -> String {
    ADDRESS.get_or_init(ask).await.clone()
}

async fn ask() -> String {
    let limits = Limits::time(Duration::from_mins(1));
    let asked = Program::new("npm").args(["config", "get", "registry"]).capture(&limits).await.unwrap();
    asked.out.trim().to_owned()
}

/// This machine's settings, with fetched programs kept beside the test programs.
pub async fn search() -> Search {
    let mut vars: Vec<(String, String)> =
        Environment::current().iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    vars.push(("npm_config_registry".to_owned(), address().await));
    let cache = Utf8Path::new(CACHE).join("fountane/toolchain");
    Search { cache: Some(cache), ..Search::new(vars.into_iter().collect()) }
}
