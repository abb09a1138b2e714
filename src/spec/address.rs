//! Where blueprints and templates from elsewhere are, and which of their versions is wanted, as a spec or a manifest writes it.
//!
//! What is accepted here is handed to the `git` program later: nothing that could be read as an option of it, that starts another
//! program (`ext::`), or that travels unencrypted is.

use std::fmt;

use semver::{Version, VersionReq};
use serde::{Serialize, Serializer};

use super::document::TemplateSource;

/// The key of an error whose value is not to be shown.
pub const SECRET: &str = "";

/// Where a source is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Address {
    /// A repository: `https://…`, `ssh://…`, `user@host:path`, `file:///…` or an absolute path.
    Git(String),
    /// A folder, from the workspace's own.
    Folder(String),
}

/// Which version of a repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// The newest tag that is a version in this range: `^1.2`.
    Range(VersionReq),
    /// This tag: `v1.2.0`.
    Tag(String),
    /// This commit, by its whole id.
    Commit(String),
}

/// Why an address or a version is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct AddressError {
    /// What is wrong with it.
    pub reason: &'static str,
    /// What to write instead.
    pub mend: &'static str,
    /// The key of the source that it is about.
    pub key: &'static str,
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Git(text) | Self::Folder(text) => f.write_str(text),
        }
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Range(range) => write!(f, "{range}"),
            Self::Tag(text) | Self::Commit(text) => f.write_str(text),
        }
    }
}

impl Serialize for At {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl Address {
    /// Whether it is on this machine: what comes from elsewhere may not send us there.
    pub fn is_local(&self) -> bool {
        match self {
            Self::Git(url) => url.starts_with('/') || url.starts_with("file://"),
            Self::Folder(_) => true,
        }
    }
}

/// The address and the wanted version of a source as it is written.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn read(source: &TemplateSource) -> Result<(Address, Option<At>), AddressError> {
    match (&source.git, &source.folder) {
        (Some(url), _) => {
            check_url(url)?;
            let at = source.at.as_deref().ok_or(AddressError {
                reason: "a repository needs `at`",
                mend: "write `at: ^1.2` (the newest version of that range), `at: v1.2.0` (a tag) or a whole commit id",
                key: "git",
            })?;
            Ok((Address::Git(url.clone()), Some(version(at)?)))
        }
        (None, Some(folder)) => {
            check_folder(folder)?;
            if source.at.is_some() {
                return Err(AddressError {
                    reason: "a folder has no versions",
                    mend: "leave `at` out, or write `git:` instead of `folder:`",
                    key: "at",
                });
            }
            Ok((Address::Folder(folder.clone()), None))
        }
        (None, None) => {
            Err(AddressError { reason: "it has no address", mend: "write `git:` or `folder:`", key: "git" })
        }
    }
}

const MOST_LETTERS: usize = 500;

fn check_url(url: &str) -> Result<(), AddressError> {
    let refuse = |reason, mend| Err(AddressError { reason, mend, key: "git" });
    let kinds =
        "write one that begins with `https://`, `ssh://` or `file:///`, or `user@host:path`, or an absolute path";
    if url.is_empty() || url.len() > MOST_LETTERS || url.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return refuse("the address is empty, too long, or has a space in it", kinds);
    }
    if url.starts_with('-') {
        return refuse("the address begins with a dash, which git would read as an option", kinds);
    }
    if url.contains("::") {
        return refuse("addresses with `::` start a program of their own, which is never done", kinds);
    }
    if url.starts_with('/') {
        return Ok(());
    }
    let Some((scheme, rest)) = url.split_once("://") else {
        return if is_scp(url) { Ok(()) } else { refuse("the address is of no known kind", kinds) };
    };
    let host = rest.split('/').next().unwrap_or_default();
    let user = host.rsplit_once('@').map(|(user, _)| user);
    let is_secret = |user: &str| user.contains(':') || user.to_ascii_lowercase().contains("%3a") || is_token(user);
    if user.is_some_and(is_secret) || scheme == "https" && rest.contains(['?', '#']) {
        return Err(AddressError {
            reason: "the address has a password or a token in it, which would be committed with the spec",
            mend: "leave it out; git asks its own credential helper",
            key: SECRET,
        });
    }
    if host.rsplit('@').next().is_some_and(|host| host.starts_with('-')) || host.starts_with('-') {
        return refuse("the host begins with a dash, which ssh would read as an option", kinds);
    }
    match scheme {
        "https" | "ssh" if !host.is_empty() => Ok(()),
        "file" if host.is_empty() => Ok(()),
        "http" | "git" => refuse("the address is not encrypted: anybody on the way could change what comes", kinds),
        _ => refuse("the address is of no known kind", kinds),
    }
}

/// Whether a name is one by which hosts of code let programs in: those are long, or begin with what tells their kind.
fn is_token(user: &str) -> bool {
    const KINDS: [&str; 6] = ["ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "x-token-auth"];
    user.len() >= 30 || KINDS.iter().any(|kind| user.starts_with(kind))
}

/// `git@host:path`, as git understands it.
fn is_scp(url: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('-')
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte))
    };
    let Some((user, rest)) = url.split_once('@') else { return false };
    let Some((host, path)) = rest.split_once(':') else { return false };
    plain(user) && plain(host) && !path.is_empty() && !path.starts_with('-')
}

fn check_folder(folder: &str) -> Result<(), AddressError> {
    if folder.is_empty() || folder.len() > MOST_LETTERS || folder.chars().any(char::is_control) {
        let mend = "write a path from the workspace, such as `../templates`";
        return Err(AddressError { reason: "that is no path of a folder", mend, key: "folder" });
    }
    Ok(())
}

/// A range, a tag or a commit.
fn version(text: &str) -> Result<At, AddressError> {
    let refuse = |reason| {
        let mend = "write a range such as `^1.2`, a tag such as `v1.2.0`, or a whole commit id";
        Err(AddressError { reason, mend, key: "at" })
    };
    if text.starts_with('-') {
        return refuse("`at` begins with a dash, which git would read as an option");
    }
    if text.len() == 40 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok(At::Commit(text.to_ascii_lowercase()));
    }
    if version_of_tag(text).is_none()
        && let Ok(range) = VersionReq::parse(text)
    {
        return Ok(At::Range(range));
    }
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-+/".contains(&byte);
    let hides = ["..", "//", "/."].iter().any(|part| text.contains(part)) || text.ends_with(".lock");
    let edge = text.starts_with(['/', '.']) || text.ends_with(['/', '.']);
    if text.is_empty() || text.len() > 200 || !text.bytes().all(plain) || hides || edge {
        return refuse("`at` is neither a range of versions, nor a tag, nor a commit");
    }
    Ok(At::Tag(text.to_owned()))
}

/// The version that a tag names: `v1.2.0` and `1.2.0`; none of any other tag.
pub fn version_of_tag(tag: &str) -> Option<Version> {
    Version::parse(tag.strip_prefix('v').unwrap_or(tag)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn git(url: &str, at: &str) -> Result<(Address, Option<At>), AddressError> {
        read(&TemplateSource { git: Some(url.to_owned()), at: Some(at.to_owned()), folder: None })
    }

    #[test]
    fn addresses_of_every_kind_are_taken() {
        for url in [
            "https://example.com/acme/templates.git",
            "https://ada@example.com:8443/templates",
            "ssh://git@example.com/acme/templates.git",
            "git@example.com:acme/templates.git",
            "file:///srv/templates.git",
            "/srv/templates.git",
        ] {
            assert!(git(url, "^1").is_ok(), "{url}");
        }
    }

    #[test]
    fn addresses_that_run_something_or_give_something_away_are_refused() {
        for (url, reason) in [
            ("ext::sh -c 'touch x'", "a space in it"),
            ("ext::sh", "start a program"),
            ("--upload-pack=touch", "begins with a dash"),
            ("-u", "begins with a dash"),
            ("ssh://-oProxyCommand=x/y", "the host begins with a dash"),
            ("ssh://git@-oProxyCommand=x/y", "the host begins with a dash"),
            ("git@-oProxyCommand=x:y", "of no known kind"),
            ("https://ada:secret@example.com/x", "a password"),
            ("https://ghp_abc@example.com/x", "a token"),
            ("https://ada%3Asecret@example.com/x", "a password"),
            ("https://example.com/x?private_token=y", "a token"),
            ("http://example.com/x", "not encrypted"),
            ("git://example.com/x", "not encrypted"),
            ("file://host/x", "of no known kind"),
            ("../templates.git", "of no known kind"),
            ("fd::17", "start a program"),
            ("", "empty"),
        ] {
            let error = git(url, "^1").unwrap_err();
            assert!(error.reason.contains(reason), "{url}: {}", error.reason);
        }
    }

    #[test]
    fn versions_are_ranges_tags_or_commits() {
        let at = |text: &str| git("/x", text).map(|(_, at)| at.unwrap());
        let commit = "ab".repeat(20);
        assert!(matches!(at("^1.2"), Ok(At::Range(_))));
        assert!(matches!(at("1.2"), Ok(At::Range(_))));
        assert!(matches!(at(">=1, <3"), Ok(At::Range(_))));
        assert_eq!(at("v1.2.0"), Ok(At::Tag("v1.2.0".to_owned())));
        assert_eq!(at("1.2.0"), Ok(At::Tag("1.2.0".to_owned())));
        assert_eq!(at("release/2026-01"), Ok(At::Tag("release/2026-01".to_owned())));
        assert_eq!(at(&commit.to_uppercase()), Ok(At::Commit(commit)));
        for hostile in
            ["--upload-pack=touch x", "-x", "a..b", "a b", "a:b", "../x", "a.lock", "refs^{}", "+a b", "", "a//b"]
        {
            assert!(at(hostile).is_err(), "{hostile}");
        }
    }
}
