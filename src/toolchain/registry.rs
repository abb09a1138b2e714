//! Packages of an npm registry: where their archive lies, what it must be, getting it.

use std::io::Write as _;

use camino::Utf8Path;
use fs_err as fs;
use reqwest::Url;
use semver::Version;
use sha2::{Digest as _, Sha512};

use super::http::{Failure, Http, host};
use super::integrity::Integrity;
use super::{NpmConfig, ToolchainError};

const METADATA: &str = "application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8";
const ARCHIVE: &str = "application/octet-stream, */*; q=0.1";
/// A package's list of versions is a few megabytes at most.
const LARGEST_METADATA: usize = 64 << 20;
/// Node's archive is about 60 MB.
const LARGEST_ARCHIVE: u64 = 512 << 20;

/// A package in a version.
#[derive(Debug, Clone)]
pub(super) struct Package {
    pub(super) name: String,
    pub(super) version: Version,
}

impl std::fmt::Display for Package {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}@{}", self.name, self.version)
    }
}

/// Where an archive may lie, the likeliest first, and what it must be.
#[derive(Debug)]
pub(super) struct Dist {
    addresses: Vec<Url>,
    integrity: Integrity,
}

pub(super) struct Registry<'a> {
    pub(super) http: Http<'a>,
    pub(super) config: &'a NpmConfig,
    /// Asked where the configuration names no registry.
    pub(super) default: Option<Url>,
}

impl Registry<'_> {
    fn address(&self, package: &str) -> Result<Url, ToolchainError> {
        self.config.registry_for(package)?.or_else(|| self.default.clone()).ok_or(ToolchainError::NoRegistry)
    }

    /// Looks a package up. `promised` is a sha512 that is known beforehand and outranks what the registry says.
    pub(super) async fn dist(&self, package: &Package, promised: Option<&str>) -> Result<Dist, ToolchainError> {
        let registry = self.address(&package.name)?;
        let url = joined(&registry, &package.name.replace('/', "%2F"), package)?;
        let answer = |why: String| ToolchainError::Answer { host: host(&url), package: package.to_string(), why };
        let body = self.http.get(&url, METADATA, async |response| Ok(bounded(response, &answer).await?)).await?;
        let mut metadata: Metadata = serde_json::from_slice(&body).map_err(|error| answer(error.to_string()))?;
        let version = metadata.versions.remove(&package.version.to_string());
        let dist = version.ok_or_else(|| answer("it has no such version".to_owned()))?.dist;

        let integrity = promised.map(ToOwned::to_owned).or(dist.integrity).unwrap_or_default();
        let integrity = Integrity::parse(&integrity).ok_or_else(|| answer("no sha512 is promised".to_owned()))?;
        let told = url.join(&dist.tarball).map_err(|error| answer(error.to_string()))?;
        let addresses = addresses(&registry, told, package)?;
        Ok(Dist { addresses, integrity })
    }

    /// Gets an archive into a file and refuses it unless it is what was promised. Bytes done and in all go to `told`.
    pub(super) async fn download(
        &self,
        package: &Package,
        dist: &Dist,
        file: &Utf8Path,
        told: &mut (dyn FnMut(u64, Option<u64>) + Send),
    ) -> Result<(), ToolchainError> {
        let mut outcome = Err(ToolchainError::NoRegistry);
        for url in &dist.addresses {
            outcome = self.http.get(url, ARCHIVE, async |response| written(response, package, file, told).await).await;
            if !matches!(outcome, Err(ToolchainError::Refused { status: 404, .. })) {
                break;
            }
        }
        if dist.integrity.is_kept_by(outcome?) {
            return Ok(());
        }
        // What was not promised must not lie about.
        let _ = fs::remove_file(file);
        Err(ToolchainError::Integrity { package: package.to_string() })
    }
}

/// A mirror may repeat the address of the registry it mirrors. So where the told address is elsewhere, the place
/// where every registry keeps archives is tried first.
fn addresses(registry: &Url, told: Url, package: &Package) -> Result<Vec<Url>, ToolchainError> {
    if told.origin() == registry.origin() {
        return Ok(vec![told]);
    }
    let base = package.name.rsplit('/').next().unwrap_or(&package.name);
    let usual = joined(registry, &format!("{}/-/{base}-{}.tgz", package.name, package.version), package)?;
    let safe = matches!(told.scheme(), "https") || registry.scheme() == "http";
    Ok(if safe { vec![usual, told] } else { vec![usual] })
}

async fn bounded(
    mut response: reqwest::Response,
    answer: &dyn Fn(String) -> ToolchainError,
) -> Result<Vec<u8>, Failure> {
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await? {
        body.extend_from_slice(&piece);
        if body.len() > LARGEST_METADATA {
            return Err(answer("it is far too long".to_owned()).into());
        }
    }
    Ok(body)
}

async fn written(
    mut response: reqwest::Response,
    package: &Package,
    file: &Utf8Path,
    told: &mut (dyn FnMut(u64, Option<u64>) + Send),
) -> Result<Sha512, Failure> {
    let io = |source| ToolchainError::Io { doing: "writing a download", source };
    let mut target = fs::File::create(file).map_err(io)?;
    let mut sum = Sha512::new();
    let total = response.content_length();
    let mut done = 0;
    while let Some(piece) = response.chunk().await? {
        done += piece.len() as u64;
        if done > LARGEST_ARCHIVE {
            let why = format!("it is larger than {} MB", LARGEST_ARCHIVE >> 20);
            return Err(ToolchainError::Archive { package: package.to_string(), why }.into());
        }
        sum.update(&piece);
        target.write_all(&piece).map_err(io)?;
        told(done, total);
    }
    Ok(sum)
}

fn joined(registry: &Url, path: &str, package: &Package) -> Result<Url, ToolchainError> {
    registry.join(path).map_err(|error| ToolchainError::Answer {
        host: host(registry),
        package: package.to_string(),
        why: error.to_string(),
    })
}

#[derive(serde::Deserialize)]
struct Metadata {
    versions: std::collections::HashMap<String, VersionMetadata>,
}

#[derive(serde::Deserialize)]
struct VersionMetadata {
    dist: DistMetadata,
}

#[derive(serde::Deserialize)]
struct DistMetadata {
    tarball: String,
    integrity: Option<String>,
}
