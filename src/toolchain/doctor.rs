//! What stands between this machine and a running workspace, and how to mend it.

use std::time::Duration;

use camino::Utf8Path;
use fs_err as fs;
use serde::Serialize;

use super::fetch::default_registry;
use super::http::{Http, host};
use super::{NpmConfig, Pins, Platform, Retry, Search, ToolchainError, search};
use crate::process::Cancel;

/// Node, pnpm, `node_modules` of a large workspace and a database fit into this.
const ROOM_NEEDED: u64 = 5 << 30;
const FILES_NEEDED: u64 = 4096;
const WATCHES_NEEDED: u64 = 65_536;

/// How a finding is to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// As it should be.
    Good,
    /// It works, but something is worth knowing.
    Note,
    /// Something will not work.
    Bad,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What was looked at (`node`, `npm registry`).
    pub what: &'static str,
    /// What was found, for people.
    pub found: String,
    /// How to take it.
    pub verdict: Verdict,
    /// What to do, where there is something to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mend: Option<String>,
}

/// Looks at all that a workspace needs. Changes nothing but for a file in the cache that it takes away again.
pub async fn doctor(workspace: &Utf8Path, search: &Search) -> Vec<Finding> {
    let mut findings = vec![
        node(workspace, search).await,
        pnpm(workspace, search).await,
        registry(workspace, search).await,
        cache(search),
        git_identity(),
        room(workspace),
        postgres(),
        user(),
    ];
    findings.extend(limits());
    findings
}

async fn node(workspace: &Utf8Path, search: &Search) -> Finding {
    let pins = match Pins::read(workspace) {
        Ok(pins) => pins,
        Err(error) => return bad("node", error.to_string(), error.hint()),
    };
    if let Some(node) = search::node(&pins.node_range, &search.environment).await {
        return good("node", format!("{} at {}", node.version, node.path));
    }
    let installed = search::first_version("node", &search.environment).await;
    let installed = installed.map_or("none is installed".to_owned(), |version| format!("{version} is installed"));
    fetched_or_not("node", &pins.node.to_string(), &format!("{installed}, {} is wanted", pins.node_range), search)
}

async fn pnpm(workspace: &Utf8Path, search: &Search) -> Finding {
    let Ok(pins) = Pins::read(workspace) else {
        return bad("pnpm", "package.json does not say which".to_owned(), Some("mend package.json"));
    };
    if let Some(pnpm) = search::pnpm(&pins.pnpm, &search.environment).await {
        return good("pnpm", format!("{} at {}", pnpm.version, pnpm.path));
    }
    let version = pins.pnpm.to_string();
    fetched_or_not("pnpm", &version, &format!("{version} is wanted and not installed"), search)
}

fn fetched_or_not(what: &'static str, version: &str, found: &str, search: &Search) -> Finding {
    let entry = format!("{what}-{version}-{}", Platform::current());
    let cached = search.store().ok().and_then(|store| store.entry(&entry));
    let platform = Platform::current();
    let package = if what == "node" { platform.node_package() } else { platform.pnpm_package() };
    match (cached, package) {
        (Some(folder), _) => good(what, format!("{version}, fetched into {folder}")),
        (None, Ok(package)) => {
            let mend = format!("nothing to do: {package}@{version} is fetched when it is needed");
            Finding { what, found: found.to_owned(), verdict: Verdict::Note, mend: Some(mend) }
        }
        (None, Err(error)) => bad(what, format!("{found}; {error}"), error.hint()),
    }
}

async fn registry(workspace: &Utf8Path, search: &Search) -> Finding {
    const WHAT: &str = "npm registry";
    match ask_registry(workspace, search).await {
        Ok(host) => good(WHAT, format!("{host} answers")),
        Err(error) => bad(WHAT, error.to_string(), error.hint()),
    }
}

async fn ask_registry(workspace: &Utf8Path, search: &Search) -> Result<String, ToolchainError> {
    let config = NpmConfig::read(workspace, &search.environment)?;
    let configured = config.registry_for("pnpm")?;
    let url = match configured {
        Some(url) => url,
        None => default_registry(workspace, &search.environment).await?.ok_or(ToolchainError::NoRegistry)?,
    };
    let retry = Retry { tries: 2, first_wait: Duration::from_millis(300) };
    let cancel = Cancel::new();
    let http = Http::new(&config, retry, &cancel)?;
    match http.get(&url, "application/json", async |_| Ok(())).await {
        // Some registries have nothing at their root; an answer is an answer.
        Ok(()) | Err(ToolchainError::Refused { status: 404 | 405, .. }) => Ok(host(&url)),
        Err(error) => Err(error),
    }
}

fn cache(search: &Search) -> Finding {
    const WHAT: &str = "cache";
    let store = match search.store() {
        Ok(store) => store,
        Err(error) => return bad(WHAT, error.to_string(), Some("set HOME or XDG_CACHE_HOME")),
    };
    let folder = store.folder();
    let written = fs::create_dir_all(folder).and_then(|()| tempfile::NamedTempFile::new_in(folder).map(drop));
    match written {
        Ok(()) => good(WHAT, folder.to_string()),
        Err(error) => {
            bad(WHAT, format!("{folder} cannot be written: {error}"), Some("set XDG_CACHE_HOME to a folder of yours"))
        }
    }
}

fn git_identity() -> Finding {
    const WHAT: &str = "git identity";
    let config = git2::Config::open_default().and_then(|mut config| config.snapshot());
    let value = |key| config.as_ref().ok().and_then(|config| config.get_string(key).ok()).filter(|it| !it.is_empty());
    match (value("user.name"), value("user.email")) {
        (Some(name), Some(email)) => good(WHAT, format!("{name} <{email}>")),
        _ => Finding {
            what: WHAT,
            found: "git does not know who you are".to_owned(),
            verdict: Verdict::Note,
            mend: Some("git config --global user.name '…' and git config --global user.email '…'".to_owned()),
        },
    }
}

fn room(workspace: &Utf8Path) -> Finding {
    const WHAT: &str = "disk space";
    let existing = workspace.ancestors().find(|folder| folder.is_dir()).unwrap_or(Utf8Path::new("/"));
    let Ok(stat) = nix::sys::statvfs::statvfs(existing.as_std_path()) else {
        return Finding { what: WHAT, found: "unknown".to_owned(), verdict: Verdict::Note, mend: None };
    };
    // The types differ between systems.
    #[allow(clippy::useless_conversion, clippy::unnecessary_fallible_conversions, reason = "u32 on macOS")]
    let free =
        u64::try_from(stat.blocks_available()).unwrap_or_default() * u64::try_from(stat.fragment_size()).unwrap_or(1);
    let found = format!("{} GB free", free >> 30);
    if free >= ROOM_NEEDED {
        good(WHAT, found)
    } else {
        bad(WHAT, found, Some("a workspace with its node_modules needs about 5 GB"))
    }
}

fn postgres() -> Finding {
    const WHAT: &str = "PostgreSQL for demos";
    match Platform::current().postgres_package() {
        Some(package) => good(WHAT, format!("{package} comes with the workspace")),
        None => Finding {
            what: WHAT,
            found: format!("no package for {}", Platform::current()),
            verdict: Verdict::Note,
            mend: Some("a demo needs another target here, such as docker".to_owned()),
        },
    }
}

fn user() -> Finding {
    if nix::unistd::geteuid().is_root() {
        let found = "root; PostgreSQL refuses root, so a demo runs it as nobody".to_owned();
        return Finding { what: "user", found, verdict: Verdict::Note, mend: None };
    }
    good("user", "an ordinary user".to_owned())
}

/// Limits that large workspaces run into; only where the system tells them as files.
fn limits() -> Vec<Finding> {
    let mut findings = Vec::new();
    let open_files = fs::read_to_string("/proc/self/limits").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("Max open files"))?.to_owned();
        line.split_whitespace().nth(3)?.parse::<u64>().ok()
    });
    if let Some(limit) = open_files.filter(|limit| *limit < FILES_NEEDED) {
        findings.push(Finding {
            what: "open files",
            found: format!("{limit} at most"),
            verdict: Verdict::Note,
            mend: Some(format!("ulimit -n {FILES_NEEDED}")),
        });
    }
    let watches = fs::read_to_string("/proc/sys/fs/inotify/max_user_watches").ok();
    if let Some(limit) = watches.and_then(|text| text.trim().parse::<u64>().ok()).filter(|it| *it < WATCHES_NEEDED) {
        findings.push(Finding {
            what: "file watches",
            found: format!("{limit} at most, `pnpm dev` may miss changes"),
            verdict: Verdict::Note,
            mend: Some(format!("sudo sysctl fs.inotify.max_user_watches={WATCHES_NEEDED}")),
        });
    }
    findings
}

fn good(what: &'static str, found: String) -> Finding {
    Finding { what, found, verdict: Verdict::Good, mend: None }
}

fn bad(what: &'static str, found: String, mend: Option<&str>) -> Finding {
    Finding { what, found, verdict: Verdict::Bad, mend: mend.map(ToOwned::to_owned) }
}
