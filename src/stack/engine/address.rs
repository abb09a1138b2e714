//! Where the container engine of this machine is: what the person says, then what Docker's own client would take, then the
//! places where engines of users and Podman listen.

use camino::{Utf8Path, Utf8PathBuf};
use data_encoding::HEXLOWER;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use crate::env_vars::{DOCKER_CONFIG, DOCKER_CONTEXT, DOCKER_HOST, Environment, HOME, XDG_RUNTIME_DIR};

/// A place where an engine may be, and who named it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    /// `unix:///var/run/docker.sock`.
    pub host: String,
    /// `DOCKER_HOST`, `the context desktop`, `the usual place`.
    pub origin: String,
    /// Whether somebody chose it: then there is no looking elsewhere.
    pub chosen: bool,
}

impl Address {
    /// The socket; none where the address is of another kind.
    pub(super) fn socket(&self) -> Option<&Utf8Path> {
        self.host.strip_prefix("unix://").map(Utf8Path::new)
    }
}

/// All places, the first that answers is taken. One where somebody chose.
pub(super) fn addresses(environment: &Environment) -> Vec<Address> {
    if let Some(host) = environment.get(DOCKER_HOST) {
        return vec![Address { host: host.to_owned(), origin: DOCKER_HOST.to_owned(), chosen: true }];
    }
    if let Some((name, host)) = of_context(environment) {
        return vec![Address { host, origin: format!("the Docker context `{name}`"), chosen: true }];
    }
    let usual = |path: Utf8PathBuf| Address {
        host: format!("unix://{path}"),
        origin: "the usual place".to_owned(),
        chosen: false,
    };
    let runtime = environment.path(XDG_RUNTIME_DIR);
    let home = environment.path(HOME);
    let docker = [
        Some(Utf8PathBuf::from("/var/run/docker.sock")),
        runtime.as_ref().map(|folder| folder.join("docker.sock")),
        home.as_ref().map(|home| home.join(".docker/run/docker.sock")),
    ];
    let podman =
        [runtime.map(|folder| folder.join("podman/podman.sock")), Some(Utf8PathBuf::from("/run/podman/podman.sock"))];
    docker.into_iter().chain(podman).flatten().map(usual).collect()
}

/// The context that Docker's client would take, where that is not the default one.
fn of_context(environment: &Environment) -> Option<(String, String)> {
    let folder = environment.path(DOCKER_CONFIG).or_else(|| Some(environment.path(HOME)?.join(".docker")))?;
    let name = environment.get(DOCKER_CONTEXT).map(str::to_owned).or_else(|| current_context(&folder))?;
    if name == "default" {
        return None;
    }
    // A context that is named and not there: its name as an address, which is told as one that cannot be used.
    let host = host_of_context(&folder, &name).unwrap_or_default();
    Some((name, host))
}

fn current_context(folder: &Utf8Path) -> Option<String> {
    #[derive(Deserialize)]
    struct Config {
        #[serde(rename = "currentContext")]
        current: Option<String>,
    }
    let config: Config = serde_json::from_slice(&fs_err::read(folder.join("config.json")).ok()?).ok()?;
    config.current.filter(|name| !name.is_empty())
}

/// Docker keeps each context in a folder that is called by the digest of its name.
fn host_of_context(folder: &Utf8Path, name: &str) -> Option<String> {
    let digest = HEXLOWER.encode(&Sha256::digest(name));
    let meta: serde_json::Value =
        serde_json::from_slice(&fs_err::read(folder.join("contexts/meta").join(digest).join("meta.json")).ok()?)
            .ok()?;
    Some(meta["Endpoints"]["docker"]["Host"].as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts(vars: &[(&str, &str)]) -> Vec<String> {
        let environment: Environment = vars.iter().copied().collect();
        addresses(&environment).into_iter().map(|address| format!("{} ({})", address.host, address.origin)).collect()
    }

    #[test]
    fn what_is_said_comes_before_what_is_usual() {
        let guard = tempfile::tempdir().unwrap();
        let home = Utf8Path::from_path(guard.path()).unwrap();
        let digest = HEXLOWER.encode(&Sha256::digest("desktop"));
        let meta = home.join(".docker/contexts/meta").join(digest);
        fs_err::create_dir_all(&meta).unwrap();
        fs_err::write(meta.join("meta.json"), r#"{"Name":"desktop","Endpoints":{"docker":{"Host":"unix:///d.sock"}}}"#)
            .unwrap();
        let base = [(HOME, home.as_str()), (XDG_RUNTIME_DIR, "/run/user/7")];
        let with = |more: &[(&'static str, &'static str)]| hosts(&[&base[..], more].concat());

        assert_eq!(
            with(&[(DOCKER_HOST, "unix:///a.sock"), (DOCKER_CONTEXT, "desktop")]),
            ["unix:///a.sock (DOCKER_HOST)"]
        );
        assert_eq!(with(&[(DOCKER_CONTEXT, "desktop")]), ["unix:///d.sock (the Docker context `desktop`)"]);
        assert_eq!(with(&[(DOCKER_CONTEXT, "gone")]), [" (the Docker context `gone`)"]);
        assert_eq!(with(&[]).len(), 5, "Docker as root, rootless and Desktop, Podman of the user and of root");
        fs_err::write(home.join(".docker/config.json"), r#"{"currentContext":"desktop"}"#).unwrap();
        assert_eq!(with(&[]), ["unix:///d.sock (the Docker context `desktop`)"]);
        assert_eq!(with(&[(DOCKER_CONTEXT, "default")]).len(), 5);
    }
}
