//! The commands behind the gates.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use camino::{Utf8Path, Utf8PathBuf};

use super::lint;
use super::places::Places;
use crate::process::{Cancel, Captured, Limits, ProcessError, Program};
use crate::toolchain::{Toolchain, Which};
use crate::workspace::own_folder;

/// A gate that takes longer hangs.
const LIMIT: Duration = Duration::from_mins(15);
/// Caches for so many versions of tools and environments are kept.
const KEPT: usize = 3;

/// A workspace's own tools.
pub(super) struct Tools<'a> {
    root: &'a Utf8Path,
    toolchain: &'a Toolchain,
    limits: Limits,
    /// Where tools keep what they know from the last time; without it they begin anew.
    cache: Option<Utf8PathBuf>,
}

impl<'a> Tools<'a> {
    /// Tools that keep what they know under a word for everything but the files, such as versions: a cache of one tool
    /// does not know all that decides what another finds.
    pub fn of(root: &'a Utf8Path, toolchain: &'a Toolchain, cancel: &Cancel, surroundings: Option<&str>) -> Self {
        let cache = surroundings.and_then(|surroundings| cache(root, surroundings));
        Self { root, toolchain, limits: Limits::new(LIMIT, cancel), cache }
    }

    /// What Prettier finds.
    pub async fn format(&self) -> Result<Captured, ProcessError> {
        let mut prettier = self.pnpm(&["exec", "prettier", "--list-different", "."]);
        if let Some(cache) = &self.cache {
            let location = ["--cache", "--cache-strategy", "content", "--cache-location"];
            prettier = prettier.args(location).arg(cache.join("prettier.json"));
        }
        prettier.capture(&self.limits).await
    }

    /// What Buf finds.
    pub async fn contracts(&self) -> Result<Captured, ProcessError> {
        self.pnpm(&["run", "lint:proto", "--error-format=json"]).capture(&self.limits).await
    }

    /// Generates code from the protocol.
    pub async fn generate_code(&self) -> Result<Captured, ProcessError> {
        self.many("generate", &[]).capture(&self.limits).await
    }

    /// One compiler reads what projects share once; Nx starts one for each, which then finds its project compiled. What it
    /// finds fault with is found again by those. None where there is no configuration of all projects.
    pub async fn compile_at_once(&self) -> Result<Option<Captured>, ProcessError> {
        if !self.root.join("tsconfig.json").is_file() {
            return Ok(None);
        }
        let force = self.cache.is_none().then_some("--force");
        self.pnpm(&["exec", "tsc", "-b", "--pretty", "false"]).args(force).capture(&self.limits).await.map(Some)
    }

    /// What the compiler finds in every package.
    pub async fn types(&self) -> Result<Captured, ProcessError> {
        self.many("typecheck", &[]).capture(&self.limits).await
    }

    /// What ESLint finds, except in these folders.
    pub async fn lint(&self, places: &Places, left_out: &[&Utf8Path]) -> Result<Captured, ProcessError> {
        let eslint = |part: &[String]| self.pnpm(&["exec", "eslint", "--format=json"]).args(part);
        lint::run(&lint::parts(places, left_out), &self.limits, eslint).await
    }

    /// What Vitest finds in every package.
    pub async fn tests(&self) -> Result<Captured, ProcessError> {
        self.many("test", &["--reporter=default", "--reporter=github-actions"]).capture(&self.limits).await
    }

    fn many(&self, target: &str, args: &[&str]) -> Program {
        let fixed = ["exec", "nx", "run-many", "-t", target, "--outputStyle=static", "--nxBail=false", "--parallel=2"];
        let nx = self.pnpm(&fixed);
        let nx = match &self.cache {
            Some(cache) => nx
                .env("NX_CACHE_DIRECTORY", cache.join("nx/cache").as_str())
                .env("NX_WORKSPACE_DATA_DIRECTORY", cache.join("nx/data").as_str()),
            None => nx.arg("--skipNxCache"),
        };
        nx.args(args.iter().copied())
    }

    fn pnpm(&self, args: &[&str]) -> Program {
        // A daemon of Nx would outlive us; its terminal interface would draw over what we read.
        let command = self.toolchain.command(Which::Pnpm, args, self.root);
        command.env("NX_DAEMON", "false").env("NX_TUI", "false").env("NO_COLOR", "1").env_remove("FORCE_COLOR")
    }
}

/// The folder of caches under this word. Those under others go, but for the latest: whoever works in two terminals with
/// two environments goes to and fro.
fn cache(root: &Utf8Path, surroundings: &str) -> Option<Utf8PathBuf> {
    let all = own_folder(root, "cache").and_then(|_| own_folder(root, "cache/tools")).ok()?;
    let folder = all.join(surroundings.get(..16)?);
    fs_err::create_dir_all(&folder).ok()?;
    fs_err::write(folder.join("used"), "").ok()?;
    let entries = all.read_dir_utf8().into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    let mut others: Vec<(SystemTime, Utf8PathBuf)> = folders
        .map(camino::Utf8DirEntry::into_path)
        .map(|path| (path.join("used").metadata().and_then(|used| used.modified()).unwrap_or(UNIX_EPOCH), path))
        .collect();
    others.sort();
    for (_, old) in others.iter().rev().skip(KEPT) {
        let _ = fs_err::remove_dir_all(old);
    }
    Some(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn caches_of_other_surroundings_do_not_pile_up() {
        let guard = tempfile::tempdir().unwrap();
        let root = Utf8Path::from_path(guard.path()).unwrap();
        let folders: Vec<Utf8PathBuf> =
            (0..=KEPT).map(|number| cache(root, &format!("{number:0<64}")).unwrap()).collect();
        let left: Vec<bool> = folders.iter().map(|folder| folder.is_dir()).collect();
        assert_eq!(left.iter().filter(|left| **left).count(), KEPT);
        assert!(left[KEPT]);
    }

    #[test]
    fn nothing_is_kept_behind_a_link() {
        let (guard, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let root = Utf8Path::from_path(guard.path()).unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), root.join(".fountane")).unwrap();
        assert_eq!(cache(root, &"0".repeat(64)), None);
        assert_eq!(fs_err::read_dir(elsewhere.path()).unwrap().count(), 0);
    }
}
