//! Every environment variable that fountane reads, and the one place where it reads them.

use std::collections::BTreeMap;
use std::ffi::OsString;

use camino::Utf8PathBuf;
use etcetera::BaseStrategy as _;

/// Where programs are looked for.
pub const PATH: &str = "PATH";
/// The user's home folder.
pub const HOME: &str = "HOME";
/// Where the user's settings are (XDG base directories); `$HOME/.config` without it.
pub const XDG_CONFIG_HOME: &str = "XDG_CONFIG_HOME";
/// Set to anything on machines of continuous integration: nobody can be asked there.
pub const CI: &str = "CI";
/// Set to anything to have no colour; `--color` wins.
pub const NO_COLOR: &str = "NO_COLOR";
/// `auto`, `always` or `never`; `--color` and `NO_COLOR` win.
pub const FOUNTANE_COLOR: &str = "FOUNTANE_COLOR";
/// `1` takes every default instead of asking, as `--yes` does.
pub const FOUNTANE_YES: &str = "FOUNTANE_YES";
/// A folder with templates and blueprints that come before those of fountane, as `--templates` has it.
pub const FOUNTANE_TEMPLATES: &str = "FOUNTANE_TEMPLATES";
/// The password of a database whose address has none, as PostgreSQL's own tools read it.
pub const PGPASSWORD: &str = "PGPASSWORD";
/// Where programs keep what they did (XDG base directories); `$HOME/.local/state` without it.
pub const XDG_STATE_HOME: &str = "XDG_STATE_HOME";
/// Where caches go (XDG base directories); `$HOME/.cache` without it.
pub const XDG_CACHE_HOME: &str = "XDG_CACHE_HOME";
/// Where npm keeps the user's settings; `$HOME/.npmrc` without it. npm reads it in any case.
pub const NPM_CONFIG_USERCONFIG: &str = "npm_config_userconfig";
/// Where npm keeps the machine's settings; beside the installed npm without it.
pub const NPM_CONFIG_GLOBALCONFIG: &str = "npm_config_globalconfig";
/// What every environment setting of npm starts with (`npm_config_registry`), in any case.
pub const NPM_CONFIG_PREFIX: &str = "npm_config_";
/// A file with certificates that Node trusts besides its own.
pub const NODE_EXTRA_CA_CERTS: &str = "NODE_EXTRA_CA_CERTS";
/// A file with certificates that OpenSSL and its users trust.
pub const SSL_CERT_FILE: &str = "SSL_CERT_FILE";
/// The proxy for `https` addresses; read in lower case too.
pub const HTTPS_PROXY: &str = "HTTPS_PROXY";
/// The proxy for `http` addresses; read in lower case only, as curl does: a CGI server sets the other from a header.
pub const HTTP_PROXY: &str = "http_proxy";
/// The proxy for all addresses; read in lower case too.
pub const ALL_PROXY: &str = "ALL_PROXY";
/// How git reaches a host by ssh, where the person says so.
pub const GIT_SSH_COMMAND: &str = "GIT_SSH_COMMAND";
/// The program that git uses for ssh, where the person names one.
pub const GIT_SSH: &str = "GIT_SSH";
/// Hosts that are reached without a proxy; read in lower case too.
pub const NO_PROXY: &str = "NO_PROXY";
/// Where the container engine is, as Docker's own client reads it: `unix:///var/run/docker.sock`.
pub const DOCKER_HOST: &str = "DOCKER_HOST";
/// Which of Docker's contexts is taken where `DOCKER_HOST` says nothing.
pub const DOCKER_CONTEXT: &str = "DOCKER_CONTEXT";
/// The folder of Docker's client; `$HOME/.docker` without it.
pub const DOCKER_CONFIG: &str = "DOCKER_CONFIG";
/// Where sockets of the user's own services are (XDG base directories).
pub const XDG_RUNTIME_DIR: &str = "XDG_RUNTIME_DIR";
/// Registries of images that stand in for others: `docker.io=mirror.example/hub,quay.io=…`.
pub const FOUNTANE_REGISTRY_MIRRORS: &str = "FOUNTANE_REGISTRY_MIRRORS";
/// Marks every process of a demo with the demo's id, so that none is lost when its supervisor is killed.
pub const FOUNTANE_DEMO: &str = "FOUNTANE_DEMO";
/// What a supervised process keeps of the caller's environment, besides what its manifest gives it.
pub const KEPT_FOR_SERVICES: [&str; 7] = [PATH, HOME, "TMPDIR", "TZ", "LANG", "LC_ALL", "LC_CTYPE"];

/// A snapshot of environment variables: read once at the edge, passed down, made up in tests.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    vars: BTreeMap<String, String>,
}

impl Environment {
    /// What this process was started with. Variables that are not UTF-8 are left out.
    pub fn current() -> Self {
        std::env::vars_os().filter_map(|(name, value)| Some((utf8(name)?, utf8(value)?))).collect()
    }

    /// The value of a variable; an empty one counts as not set.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.vars.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// The value of a variable whose name is looked for as given, then in the other case (`HTTPS_PROXY`, `https_proxy`).
    pub fn get_any_case(&self, name: &str) -> Option<&str> {
        self.get(name).or_else(|| {
            let found = self.vars.iter().find(|(key, value)| key.eq_ignore_ascii_case(name) && !value.is_empty());
            found.map(|(_, value)| value.as_str())
        })
    }

    /// The value of a variable that names a folder or file.
    pub fn path(&self, name: &str) -> Option<Utf8PathBuf> {
        self.get(name).map(Utf8PathBuf::from)
    }

    /// The user's folder for state (XDG); an error where the environment names none.
    pub fn state_folder(&self) -> std::io::Result<Utf8PathBuf> {
        let configured = self.path(XDG_STATE_HOME).filter(|folder| folder.is_absolute());
        let below_home = || Some(self.path(HOME)?.join(".local/state"));
        configured
            .or_else(below_home)
            .ok_or_else(|| std::io::Error::new(std::io::ErrorKind::NotFound, "neither HOME nor XDG_STATE_HOME is set"))
    }

    /// fountane's folder in the user's configuration (XDG); none where the environment names none.
    pub fn config_folder(&self) -> Option<Utf8PathBuf> {
        let home = || self.path(HOME).map(|home| home.join(".config"));
        Some(self.path(XDG_CONFIG_HOME).or_else(home)?.join("fountane"))
    }

    /// fountane's folder in the user's cache (XDG); none where neither the environment nor the account names one.
    pub fn cache_folder(&self) -> Option<Utf8PathBuf> {
        // The XDG rules want an absolute path and tell to pass over any other.
        let configured = self.path(XDG_CACHE_HOME).filter(|folder| folder.is_absolute());
        let below_home = || Some(self.path(HOME)?.join(".cache"));
        let of_account = || Utf8PathBuf::from_path_buf(etcetera::choose_base_strategy().ok()?.cache_dir()).ok();
        Some(configured.or_else(below_home).or_else(of_account)?.join("fountane"))
    }

    /// Every variable, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.vars.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The folders on `PATH`, in order; relative ones are left out, they would depend on where we stand.
    pub fn search_path(&self) -> Vec<Utf8PathBuf> {
        let folders = self.get(PATH).unwrap_or_default().split(':');
        folders.filter(|folder| folder.starts_with('/')).map(Utf8PathBuf::from).collect()
    }

    /// The first file of this name in those folders.
    pub fn find_program(&self, name: &str) -> Option<Utf8PathBuf> {
        self.search_path().into_iter().map(|folder| folder.join(name)).find(|file| file.is_file())
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Environment {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(vars: I) -> Self {
        Self { vars: vars.into_iter().map(|(name, value)| (name.into(), value.into())).collect() }
    }
}

fn utf8(text: OsString) -> Option<String> {
    text.into_string().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_variable_counts_as_not_set() {
        let environment: Environment = [(HOME, ""), (HTTPS_PROXY, "")].into_iter().collect();
        assert_eq!(environment.get(HOME), None);
        assert_eq!(environment.get_any_case(HTTPS_PROXY), None);
    }

    #[test]
    fn a_variable_is_found_in_the_other_case() {
        let environment: Environment = [("NPM_CONFIG_REGISTRY", "x")].into_iter().collect();
        assert_eq!(environment.get_any_case("npm_config_registry"), Some("x"));
    }

    #[test]
    fn relative_folders_on_the_search_path_are_left_out() {
        let environment: Environment = [(PATH, "/usr/bin::bin:/bin")].into_iter().collect();
        assert_eq!(environment.search_path(), ["/usr/bin", "/bin"]);
    }
}
