//! The person's helm, 3 or 4, and what it has installed in a namespace.

use std::collections::BTreeSet;

use super::cluster::Cluster;
use super::error::KubernetesError;

/// How long helm may wait for what it takes away.
const UNINSTALL: &str = "--timeout=90s";

/// Which helm it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helm {
    /// As it tells it, such as `v3.20.2`.
    pub version: String,
    major: u64,
}

impl Helm {
    /// Reads what `helm version` tells. Fails below 3, which had a server in the cluster, and where it is no version.
    fn read(version: &str) -> Result<Self, KubernetesError> {
        let version = version.trim().to_owned();
        let digits: String = version.trim_start_matches('v').chars().take_while(char::is_ascii_digit).collect();
        match digits.parse() {
            Ok(major) if major >= 3 => Ok(Self { version, major }),
            _ => Err(KubernetesError::Helm {
                doing: "be used".to_owned(),
                said: format!("its version is `{version}`; fountane works with helm 3 and 4"),
            }),
        }
    }

    /// The flag of `install` and `upgrade` that takes back what failed: helm 4 has given it another name.
    pub fn rollback_flag(&self) -> &'static str {
        if self.major >= 4 { "--rollback-on-failure" } else { "--atomic" }
    }
}

/// A release of helm.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Release {
    pub namespace: String,
    pub name: String,
}

impl Cluster {
    /// Which helm there is.
    pub async fn helm_version(&self) -> Result<Helm, KubernetesError> {
        Helm::read(&self.helm(&["version", "--template={{.Version}}"]).await?)
    }

    /// What helm has installed, in whatever state, in one namespace or in all. `helm list` leaves out states, each version
    /// others; its secrets have every release. Only their names are fetched.
    pub(super) async fn releases(&self, namespace: Option<&str>) -> Result<Vec<Release>, KubernetesError> {
        let place = namespace.map_or("--all-namespaces".to_owned(), |name| format!("--namespace={name}"));
        let args = ["get", "secrets", &place, "--selector=owner=helm", "--no-headers"];
        let table = self.kubectl(&args, None).await?;
        let rows = table.lines().map(|row| row.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        let found = rows.filter_map(|row| {
            let (namespace, secret) = match namespace {
                Some(namespace) => (namespace.to_owned(), row.first()?.clone()),
                None => (row.first()?.clone(), row.get(1)?.clone()),
            };
            Some(Release { namespace, name: release_of(&secret)?.to_owned() })
        });
        Ok(found.collect::<BTreeSet<_>>().into_iter().collect())
    }

    /// Takes a release away; one that is gone already is fine.
    pub(super) async fn uninstall(&self, release: &Release) -> Result<(), KubernetesError> {
        let namespace = format!("--namespace={}", release.namespace);
        match self.helm(&["uninstall", &release.name, &namespace, "--wait", UNINSTALL]).await {
            Ok(_) => Ok(()),
            Err(KubernetesError::Refused { said }) if said.contains("not found") => Ok(()),
            Err(KubernetesError::Refused { said }) => {
                Err(KubernetesError::Helm { doing: format!("uninstall `{}`", release.name), said })
            }
            Err(error) => Err(error),
        }
    }
}

/// `sh.helm.release.v1.NAME.v3` is the third revision of NAME.
fn release_of(secret: &str) -> Option<&str> {
    let (name, revision) = secret.strip_prefix("sh.helm.release.v1.")?.rsplit_once(".v")?;
    revision.bytes().all(|digit| digit.is_ascii_digit()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_helm_is_told_to_take_back_what_failed_by_its_own_flag() {
        assert_eq!(Helm::read("v3.20.2\n").unwrap().rollback_flag(), "--atomic");
        assert_eq!(Helm::read("v4.1").unwrap().rollback_flag(), "--rollback-on-failure");
        for version in ["v2.17.0", "", "dev"] {
            assert!(Helm::read(version).is_err(), "{version}");
        }
    }

    #[test]
    fn a_release_is_known_by_its_secret() {
        assert_eq!(release_of("sh.helm.release.v1.clinic.v12"), Some("clinic"));
        assert_eq!(release_of("sh.helm.release.v1.a.v2.b.v1"), Some("a.v2.b"));
        assert_eq!(release_of("mine.v1"), None);
        assert_eq!(release_of("sh.helm.release.v1.clinic.vx"), None);
    }
}
