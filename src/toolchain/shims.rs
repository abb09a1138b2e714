//! A folder with `node` and `pnpm` and nothing else.
//!
//! Putting the tools' own folders on PATH would not do: beside an installed Node 24 may lie another pnpm, and beside an
//! installed pnpm another Node.

use camino::{Utf8Path, Utf8PathBuf};
use data_encoding::HEXLOWER;
use fs_err as fs;
use sha2::{Digest as _, Sha256};

use super::{Origin, Tool, ToolchainError};
use crate::fs::write_atomic;

/// The folder for this pair of tools; made where it is not there yet.
pub(super) fn folder(cache: &Utf8Path, node: &Tool, pnpm: &Tool) -> Result<Utf8PathBuf, ToolchainError> {
    let sum = Sha256::digest(format!("1\0{}\0{}", node.path, pnpm.path));
    let name = format!("bin-{}", HEXLOWER.encode(&sum[..8]));
    let folder = cache.join(name);
    let io = |source| ToolchainError::Io { doing: "putting node and pnpm on PATH", source };
    fs::create_dir_all(&folder).map_err(io)?;
    link(&folder.join("node"), &node.path).map_err(io)?;
    if pnpm.origin == Origin::System {
        // An installed pnpm may be a script that looks for its files beside itself: a link would mislead it.
        let script = format!("#!/bin/sh\nexec {} \"$@\"\n", quoted(pnpm.path.as_str()));
        write_atomic(&folder.join("pnpm"), script.as_bytes(), 0o755).map_err(io)?;
    } else {
        link(&folder.join("pnpm"), &pnpm.path).map_err(io)?;
    }
    Ok(folder)
}

fn link(at: &Utf8Path, target: &Utf8Path) -> std::io::Result<()> {
    match std::os::unix::fs::symlink(target, at) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        made => made,
    }
}

fn quoted(path: &str) -> String {
    format!("'{}'", path.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use semver::Version;

    use super::*;
    use crate::process::{Limits, Program};

    fn tool(path: &Utf8Path, origin: Origin) -> Tool {
        Tool { version: Version::new(1, 0, 0), path: path.to_owned(), origin }
    }

    #[tokio::test]
    async fn an_installed_pnpm_still_finds_what_lies_beside_it() {
        let guard = tempfile::tempdir().unwrap();
        let home = Utf8Path::from_path(guard.path()).unwrap().join("it's here");
        write_atomic(&home.join("beside"), b"found", 0o644).unwrap();
        write_atomic(&home.join("pnpm"), b"#!/bin/sh\ncat \"$(dirname \"$0\")/beside\"; echo \" $1\"", 0o755).unwrap();
        let node = tool(Utf8Path::new("/bin/true"), Origin::System);
        let pnpm = tool(&home.join("pnpm"), Origin::System);
        for _ in 0..2 {
            let folder = folder(&home.join("cache"), &node, &pnpm).unwrap();
            let limits = Limits::time(std::time::Duration::from_secs(10));
            let said = Program::new(folder.join("pnpm")).arg("a b").capture(&limits).await.unwrap();
            assert_eq!(said.out, "found a b");
            assert_eq!(fs::read_link(folder.join("node")).unwrap().to_str(), Some("/bin/true"));
        }
    }
}
