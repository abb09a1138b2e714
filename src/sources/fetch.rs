//! Repositories of others, in the person's cache: the person's `git` fetches into a bare repository, and nothing else of git is
//! used there.

use std::collections::BTreeMap;
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use data_encoding::HEXLOWER;
use git2::{Config, Oid, Repository, RepositoryInitOptions};
use sha2::{Digest as _, Sha256};

use super::objects::read_commit;
use super::tree::{Files, TreeError};
use crate::env_vars::{Environment, GIT_SSH, GIT_SSH_COMMAND};
use crate::process::{Cancel, Captured, Exit, Limits, ProcessError, Program};

/// Large repositories over slow lines take their time.
const LIMIT: Duration = Duration::from_mins(5);
/// No file that git writes is larger, in blocks of 512 bytes: 512 MB. What a source may have is far less.
const MOST_BLOCKS: usize = 1024 * 1024;
/// What would have git work on another repository than ours.
const NOT_OURS: [&str; 7] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
];

/// The cache of repositories.
#[derive(Debug, Clone)]
pub struct Store {
    folder: Utf8PathBuf,
    environment: Environment,
}

/// A tag of a repository elsewhere, and the commit that it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemoteTag {
    /// Without `refs/tags/`.
    pub name: String,
    /// The commit's id.
    pub commit: String,
}

/// Why something is not fetched.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// There is no `git`, or it was stopped.
    #[error(transparent)]
    Process(#[from] ProcessError),
    /// There is no git to fetch with.
    #[error("there is no `git` on the PATH, and it is what fetches sources")]
    NoGit,
    /// git said no.
    #[error("`{url}` could not be fetched:\n{said}")]
    Refused {
        /// From where.
        url: String,
        /// The last lines of git.
        said: String,
    },
    /// It is larger than any source.
    #[error("`{url}` is larger than 512 MB; a source has templates only")]
    TooLarge {
        /// From where.
        url: String,
    },
    /// Its files are not taken.
    #[error("`{url}`: {source}")]
    Tree {
        /// From where.
        url: String,
        /// Why.
        #[source]
        source: TreeError,
    },
    /// The cache cannot be written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The cache is not as it should be.
    #[error(transparent)]
    Git(#[from] git2::Error),
}

impl Store {
    /// In fountane's folder of the person's cache.
    pub fn new(cache: &Utf8Path, environment: &Environment) -> Self {
        Self { folder: cache.join("sources"), environment: environment.clone() }
    }

    /// Where a repository is kept.
    pub fn place(&self, url: &str) -> Utf8PathBuf {
        let name = HEXLOWER.encode(&Sha256::digest(url.as_bytes()));
        self.folder.join(format!("{name}.git"))
    }

    /// The files of a commit; none where it was not fetched yet. Never goes to the network.
    pub fn read(&self, url: &str, commit: &str) -> Result<Option<Files>, FetchError> {
        let Ok(repository) = Repository::open_bare(self.place(url)) else { return Ok(None) };
        let Ok(commit) = Oid::from_str(commit) else { return Ok(None) };
        read_commit(&repository, commit).map_err(|source| FetchError::Tree { url: url.to_owned(), source })
    }

    /// All tags of a repository elsewhere.
    pub async fn tags(&self, url: &str, cancel: &Cancel) -> Result<Vec<RemoteTag>, FetchError> {
        let git_dir = format!("--git-dir={}", self.ready(url)?);
        let listed = self.git(url, &[&git_dir, "ls-remote", "--quiet", "--tags", "--", url], cancel).await?;
        let mut tags = BTreeMap::new();
        for line in listed.out.lines() {
            let Some((commit, name)) = line.split_once("\trefs/tags/") else { continue };
            if !is_plain(commit, name.trim_end_matches("^{}")) {
                continue;
            }
            // A tag with a message is an object of its own; the line behind it has the commit.
            match name.strip_suffix("^{}") {
                Some(name) => tags.insert(name.to_owned(), commit.to_owned()),
                None => Some(tags.entry(name.to_owned()).or_insert_with(|| commit.to_owned()).clone()),
            };
        }
        Ok(tags.into_iter().map(|(name, commit)| RemoteTag { name, commit }).collect())
    }

    /// Brings a commit into the cache, by its tag where it has one. Whether it came is seen by reading it.
    pub async fn fetch(&self, url: &str, tag: Option<&str>, commit: &str, cancel: &Cancel) -> Result<(), FetchError> {
        let place = self.ready(url)?;
        let depth = ["--depth=1"];
        // By its id: what a tag names may be another commit by now.
        let by_id = self.fetch_into(&place, url, &depth, &[commit], cancel).await;
        let ended = match (by_id, tag) {
            (Err(FetchError::Refused { .. }), Some(tag)) => {
                self.fetch_into(&place, url, &depth, &[&format!("refs/tags/{tag}")], cancel).await
            }
            (ended, _) => ended,
        };
        match ended {
            Ok(()) if self.has(url, commit) => Ok(()),
            // Not every server gives out a commit by its id.
            Ok(()) | Err(FetchError::Refused { .. }) => {
                let all = ["+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"];
                self.fetch_into(&place, url, &[], &all, cancel).await
            }
            Err(error) => Err(error),
        }
    }

    /// The repository in which this one is kept. git is told of it always: left to itself it reads the configuration of whatever it is
    /// started in, and a workspace from elsewhere could name a program there.
    fn ready(&self, url: &str) -> Result<Utf8PathBuf, FetchError> {
        let place = self.place(url);
        if Repository::open_bare(&place).is_err() {
            // Without the person's own template of a repository, which may have hooks.
            let mut options = RepositoryInitOptions::new();
            options.bare(true).mkpath(true).external_template(false);
            Repository::init_opts(place.as_std_path(), &options)?;
        }
        Ok(place)
    }

    async fn fetch_into(
        &self,
        place: &Utf8Path,
        url: &str,
        how: &[&str],
        what: &[&str],
        cancel: &Cancel,
    ) -> Result<(), FetchError> {
        let git_dir = format!("--git-dir={place}");
        let fetch = [&git_dir, "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head"];
        let args = [&fetch[..], how, &["--", url], what].concat();
        self.git(url, &args, cancel).await.map(|_| ())
    }

    /// Whether the cache has a commit.
    fn has(&self, url: &str, commit: &str) -> bool {
        let found = Repository::open_bare(self.place(url));
        found.is_ok_and(|repository| Oid::from_str(commit).is_ok_and(|id| repository.find_commit(id).is_ok()))
    }

    /// Runs the person's git with what it must not do switched off. Arguments behind `--` are never read as options.
    async fn git(&self, url: &str, args: &[&str], cancel: &Cancel) -> Result<Captured, FetchError> {
        // The shell only sets a bound for the size of files; what it starts is told by arguments, which it does not read.
        let script = format!("ulimit -f {MOST_BLOCKS}; exec git \"$@\"");
        let settings = [
            "core.hooksPath=/dev/null",
            "core.fsmonitor=false",
            "gc.auto=0",
            "maintenance.auto=false",
            "fetch.recurseSubmodules=no",
            "protocol.allow=never",
            "protocol.https.allow=always",
            "protocol.ssh.allow=always",
            "protocol.file.allow=always",
        ];
        let mut program = Program::new("/bin/sh")
            .args(["-c", &script, "git"])
            .args(settings.iter().flat_map(|setting| ["-c", setting]))
            .args(args.iter().copied())
            .env("GIT_ALLOW_PROTOCOL", "https:ssh:file")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("LC_ALL", "C")
            .cwd(self.folder.clone());
        for name in NOT_OURS {
            program = program.env_remove(name);
        }
        if !self.has_own_ssh() {
            // There is nobody to ask for a passphrase: an agent has it, or it fails at once.
            program = program.env(GIT_SSH_COMMAND, "ssh -oBatchMode=yes");
        }
        let ended = program.capture(&Limits::new(LIMIT, cancel)).await?;
        if ended.exit.is_success() {
            return Ok(ended);
        }
        // What a shell ends with where it finds no such program.
        if ended.exit == Exit::Code(127) {
            return Err(FetchError::NoGit);
        }
        if ended.err.contains("signal 25") || ended.err.contains("File too large") {
            return Err(FetchError::TooLarge { url: url.to_owned() });
        }
        // A server's words are shown, but not what would move the cursor.
        let lines: Vec<&str> = ended.err.lines().collect();
        let last = &lines[lines.len().saturating_sub(10)..];
        let said = last.iter().map(|line| format!("  {}", line.replace(|c: char| c.is_control(), " ")));
        Err(FetchError::Refused { url: url.to_owned(), said: said.collect::<Vec<_>>().join("\n") })
    }

    fn has_own_ssh(&self) -> bool {
        let in_config = || Config::open_default().and_then(|config| config.get_string("core.sshCommand")).is_ok();
        self.environment.get(GIT_SSH_COMMAND).is_some() || self.environment.get(GIT_SSH).is_some() || in_config()
    }
}

/// Whether what a server says can be handed to git again: a whole id, and a name that cannot be a rule of what is fetched.
fn is_plain(commit: &str, name: &str) -> bool {
    let letters = |byte: u8| byte.is_ascii_alphanumeric() || b"._-+/".contains(&byte);
    commit.len() == 40
        && commit.bytes().all(|byte| byte.is_ascii_hexdigit())
        && !name.is_empty()
        && !name.contains("..")
        && name.bytes().all(letters)
}
