//! Where images are fetched from: registries that stand in for others, and what the person's Docker knows to sign in with.

use std::collections::BTreeMap;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bollard::auth::DockerCredentials;
use camino::Utf8PathBuf;
use serde::Deserialize;

use crate::env_vars::{DOCKER_CONFIG, Environment, HOME};
use crate::process::{Limits, Program};

/// Registries by those that they stand in for: `docker.io` and where its images are instead.
pub type Mirrors = BTreeMap<String, String>;

const HUB: &str = "docker.io";
/// What Docker calls its own registry in its configuration.
const HUB_IN_CONFIGURATION: &str = "https://index.docker.io/v1/";
const HELPER_LIMIT: Duration = Duration::from_secs(20);

/// Where an image is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// The registry.
    pub host: String,
    /// The image with it, as engines take it.
    pub name: String,
}

/// Where the image of this name is to be fetched from.
pub(super) fn name_at(image: &str, mirrors: &Mirrors) -> Place {
    let (host, path) = match image.split_once('/') {
        Some((first, rest)) if first.contains(['.', ':']) || first == "localhost" => (first, rest.to_owned()),
        Some(_) => (HUB, image.to_owned()),
        None => (HUB, format!("library/{image}")),
    };
    match mirrors.get(host) {
        Some(mirror) => {
            let mirror = mirror.trim_end_matches('/');
            let host = mirror.split('/').next().unwrap_or_default().to_owned();
            Place { host, name: format!("{mirror}/{path}") }
        }
        None => Place { host: host.to_owned(), name: image.to_owned() },
    }
}

#[derive(Debug, Default, Deserialize)]
struct Configuration {
    #[serde(default)]
    auths: BTreeMap<String, Entry>,
    #[serde(default, rename = "credHelpers")]
    helpers: BTreeMap<String, String>,
    #[serde(default, rename = "credsStore")]
    store: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Entry {
    auth: Option<String>,
    identitytoken: Option<String>,
}

/// What a credential helper answers.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Answer {
    username: String,
    secret: String,
}

/// What the person's Docker signs in with at a registry; nothing where it knows nothing.
pub(super) async fn credentials(host: &str, environment: &Environment) -> Result<Option<DockerCredentials>, String> {
    let Some(configuration) = read(environment) else { return Ok(None) };
    let key = if host == HUB { HUB_IN_CONFIGURATION } else { host };
    if let Some(helper) = configuration.helpers.get(key).or(configuration.store.as_ref()) {
        return ask(helper, key).await;
    }
    Ok(configuration.auths.get(key).and_then(|entry| written(entry, key)))
}

fn read(environment: &Environment) -> Option<Configuration> {
    let below_home = || Some(environment.path(HOME)?.join(".docker"));
    let folder: Utf8PathBuf = environment.path(DOCKER_CONFIG).or_else(below_home)?;
    serde_json::from_slice(&fs_err::read(folder.join("config.json")).ok()?).ok()
}

fn written(entry: &Entry, key: &str) -> Option<DockerCredentials> {
    let decoded = String::from_utf8(STANDARD.decode(entry.auth.as_ref()?).ok()?).ok()?;
    let (username, password) = decoded.split_once(':')?;
    Some(DockerCredentials {
        username: Some(username.to_owned()),
        password: Some(password.to_owned()),
        identitytoken: entry.identitytoken.clone(),
        serveraddress: Some(key.to_owned()),
        ..DockerCredentials::default()
    })
}

/// The helper is a program that Docker and fountane both call, so the person has set it up.
async fn ask(helper: &str, key: &str) -> Result<Option<DockerCredentials>, String> {
    if !helper.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)) {
        return Err(format!("`{}` in Docker's configuration is no name of a helper", helper.escape_debug()));
    }
    let program = Program::new(format!("docker-credential-{helper}")).arg("get").stdin(key);
    let captured = program.capture(&Limits::time(HELPER_LIMIT)).await.map_err(|error| error.to_string())?;
    if !captured.exit.is_success() {
        // It knows nothing of this registry, which may want to know nothing either.
        return Ok(None);
    }
    let answer: Answer = serde_json::from_str(&captured.out)
        .map_err(|_| format!("`docker-credential-{helper}` answered what is no answer"))?;
    let token = answer.username == "<token>";
    Ok(Some(DockerCredentials {
        username: (!token).then_some(answer.username),
        password: (!token).then(|| answer.secret.clone()),
        identitytoken: token.then_some(answer.secret),
        serveraddress: Some(key.to_owned()),
        ..DockerCredentials::default()
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mirror_stands_in_for_its_registry_alone() {
        let mirrors = Mirrors::from([("docker.io".to_owned(), "mirror.example:5000/hub/".to_owned())]);
        let at = |image| name_at(image, &mirrors);
        assert_eq!(
            at("postgres"),
            Place { host: "mirror.example:5000".into(), name: "mirror.example:5000/hub/library/postgres".into() }
        );
        assert_eq!(at("getlago/api").name, "mirror.example:5000/hub/getlago/api");
        assert_eq!(
            at("quay.io/keycloak/keycloak"),
            Place { host: "quay.io".into(), name: "quay.io/keycloak/keycloak".into() }
        );
        assert_eq!(name_at("redis", &Mirrors::new()), Place { host: "docker.io".into(), name: "redis".into() });
    }

    #[tokio::test]
    async fn what_docker_signs_in_with_is_used() {
        let guard = tempfile::tempdir().unwrap();
        let folder = guard.path().to_str().unwrap();
        let config = format!(
            r#"{{"auths":{{"a.example":{{"auth":"{}"}}}},"credHelpers":{{"b.example":"../x"}}}}"#,
            STANDARD.encode("ada:pass:word")
        );
        fs_err::write(guard.path().join("config.json"), config).unwrap();
        let environment: Environment = [(DOCKER_CONFIG, folder)].into_iter().collect();
        let known = credentials("a.example", &environment).await.unwrap().unwrap();
        assert_eq!((known.username.as_deref(), known.password.as_deref()), (Some("ada"), Some("pass:word")));
        assert_eq!(credentials("c.example", &environment).await.unwrap(), None);
        assert!(credentials("b.example", &environment).await.is_err(), "a helper is a name and no path");
    }
}
