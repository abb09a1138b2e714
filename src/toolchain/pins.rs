//! Which Node and pnpm a workspace wants.

use camino::Utf8Path;
use fs_err as fs;
use semver::{Version, VersionReq};

use super::ToolchainError;

/// What a workspace gets that does not say which Node it wants.
pub const DEFAULT_NODE_RANGE: &str = ">=24.3.0 <25";
/// The Node that is fetched where no installed one will do.
pub const DEFAULT_NODE: &str = "24.21.0";
/// What a workspace gets that does not say which pnpm it wants.
pub const DEFAULT_PNPM: &str = "12.21.0";

/// Which Node and pnpm a workspace wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pins {
    /// The Node versions that will do, as npm writes ranges (`>=24.3.0 <25`).
    pub node_range: NodeRange,
    /// The Node that is fetched where no installed one will do; lies in the range.
    pub node: Version,
    /// The pnpm, exactly: lockfiles differ between versions.
    pub pnpm: Version,
    /// The sha512 that the Node package must have (`sha512-…`), whatever the registry says.
    pub node_integrity: Option<String>,
    /// The sha512 that the pnpm package of this platform must have, whatever the registry says.
    pub pnpm_integrity: Option<String>,
}

impl Pins {
    /// Reads `engines.node` and `packageManager` from the workspace's `package.json`; what it does not say is default.
    pub fn read(workspace: &Utf8Path) -> Result<Self, ToolchainError> {
        let file = workspace.join("package.json");
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::from("{}"),
            Err(source) => return Err(ToolchainError::Io { doing: "reading the workspace's manifest", source }),
        };
        let manifest: Manifest =
            serde_json::from_str(&text).map_err(|source| ToolchainError::Manifest { file: file.clone(), source })?;
        let range = manifest.engines.and_then(|engines| engines.node).unwrap_or_else(|| DEFAULT_NODE_RANGE.to_owned());
        let node_range = NodeRange::parse(&range).ok_or_else(|| refused("engines.node", &range))?;
        Self::of(node_range, range, &manifest.package_manager.unwrap_or_else(default_manager))
    }

    /// This Node, and the pnpm of those who ask for none.
    pub(super) fn with_node(node_range: NodeRange) -> Result<Self, ToolchainError> {
        let range = node_range.to_string();
        Self::of(node_range, range, &default_manager())
    }

    /// The default Node, if it is in the range, which is told as it was written; the pnpm of a `packageManager`.
    fn of(node_range: NodeRange, range: String, manager: &str) -> Result<Self, ToolchainError> {
        let node = version(DEFAULT_NODE).filter(|node| node_range.holds(node));
        let node = node.ok_or(ToolchainError::NoNodeInRange { range, known: DEFAULT_NODE })?;
        let pnpm = pnpm_version(manager).ok_or_else(|| refused("packageManager", manager))?;
        Ok(Self { node_range, node, pnpm, node_integrity: None, pnpm_integrity: None })
    }
}

fn default_manager() -> String {
    format!("pnpm@{DEFAULT_PNPM}")
}

fn refused(field: &'static str, value: &str) -> ToolchainError {
    ToolchainError::Pin { field, value: value.to_owned() }
}

/// `pnpm@12.21.0`, with or without Corepack's hash (which is that of the wrapper package, not of what is fetched here).
fn pnpm_version(manager: &str) -> Option<Version> {
    let pinned = manager.strip_prefix("pnpm@")?;
    version(pinned.split('+').next().unwrap_or(pinned))
}

fn version(text: &str) -> Option<Version> {
    Version::parse(text).ok()
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase")]
struct Manifest {
    engines: Option<Engines>,
    package_manager: Option<String>,
}

#[derive(serde::Deserialize)]
struct Engines {
    node: Option<String>,
}

/// A range as npm writes it: alternatives apart by `||`, each a list of comparators apart by spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NodeRange {
    alternatives: Vec<VersionReq>,
}

impl NodeRange {
    /// Reads a range; `None` where it is none.
    pub fn parse(range: &str) -> Option<Self> {
        let alternatives = range.split("||").map(alternative).collect::<Option<Vec<_>>>()?;
        Some(Self { alternatives })
    }

    /// The `engines.node` of a project, where it says one that can be read.
    pub(super) fn asked_for_by(project: &Utf8Path) -> Option<Self> {
        let text = fs::read_to_string(project.join("package.json")).ok()?;
        let manifest: Manifest = serde_json::from_str(&text).ok()?;
        Self::parse(&manifest.engines?.node?)
    }

    /// Whether the version lies in the range.
    pub fn holds(&self, version: &Version) -> bool {
        self.alternatives.iter().any(|alternative| alternative.matches(version))
    }
}

impl std::fmt::Display for NodeRange {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let shown: Vec<String> = self.alternatives.iter().map(|each| each.to_string().replace(',', "")).collect();
        formatter.write_str(&shown.join(" || "))
    }
}

fn alternative(text: &str) -> Option<VersionReq> {
    if let Some((low, high)) = text.split_once(" - ") {
        return VersionReq::parse(&format!(">={}, <={}", low.trim(), high.trim())).ok();
    }
    // `>= 24` is written apart by some, and our parser wants commas between comparators.
    let mut comparators: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match comparators.last_mut() {
            Some(last) if last.ends_with(['<', '>', '=', '^', '~']) => last.push_str(word),
            _ => comparators.push(word.to_owned()),
        }
    }
    if comparators.is_empty() {
        return Some(VersionReq::STAR);
    }
    let comparators: Vec<String> = comparators.iter().map(|comparator| comparator_for_cargo(comparator)).collect();
    VersionReq::parse(&comparators.join(", ")).ok()
}

/// Without an operator npm means that version, or all that begin so; Cargo would mean `^`.
fn comparator_for_cargo(comparator: &str) -> String {
    let bare = comparator.strip_prefix('v').unwrap_or(comparator);
    if !bare.starts_with(|first: char| first.is_ascii_digit()) || bare.contains(['x', 'X', '*']) {
        return comparator.to_owned();
    }
    if bare.split('.').count() == 3 { format!("={bare}") } else { format!("~{bare}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(range: &str, version: &str) -> bool {
        NodeRange::parse(range).unwrap().holds(&Version::parse(version).unwrap())
    }

    #[test]
    fn ranges_mean_what_npm_means() {
        for range in
            [">=24.3.0 <25", ">= 24.3.0", "^24", "24", "24.x", "24.21", "22 || >=24", "24.0.0 - 24.30.0", "*", ""]
        {
            assert!(holds(range, "24.21.0"), "{range}");
        }
        for range in ["24.3.0", "24.2", "^25", "20 || 22", ">24.21.0", "~26.1"] {
            assert!(!holds(range, "24.21.0"), "{range}");
        }
        assert!(!holds(">=24.3.0 <25", "25.0.0"));
        assert!(NodeRange::parse("latest").is_none());
    }

    fn read(manifest: &str) -> Result<Pins, ToolchainError> {
        let folder = tempfile::tempdir().unwrap();
        let folder = Utf8Path::from_path(folder.path()).unwrap();
        fs::write(folder.join("package.json"), manifest).unwrap();
        Pins::read(folder)
    }

    #[test]
    fn a_workspace_says_what_it_wants() {
        let pins = read(r#"{"engines":{"node":">=24.3.0"},"packageManager":"pnpm@12.20.1+sha512.abc"}"#).unwrap();
        assert_eq!((pins.node.to_string(), pins.pnpm.to_string()), ("24.21.0".into(), "12.20.1".into()));
        assert_eq!(pins.node_range.to_string(), ">=24.3.0");
    }

    #[test]
    fn a_workspace_that_says_nothing_gets_the_defaults() {
        let pins = read("{}").unwrap();
        assert_eq!(pins.pnpm.to_string(), DEFAULT_PNPM);
        assert_eq!(pins.node_range.to_string(), DEFAULT_NODE_RANGE);
    }

    #[test]
    fn what_cannot_be_had_is_refused() {
        let said = |manifest| read(manifest).unwrap_err().to_string();
        assert_eq!(
            said(r#"{"packageManager":"yarn@4.0.0"}"#),
            "`packageManager` in package.json is `yarn@4.0.0`, which is no pnpm version"
        );
        assert_eq!(
            said(r#"{"engines":{"node":"^20"}}"#),
            "`engines.node` is `^20`, and the Node this fountane knows (24.21.0) is not in it"
        );
        assert_eq!(
            said(r#"{"engines":{"node":"new"}}"#),
            "`engines.node` in package.json is `new`, which is no version range"
        );
    }
}
