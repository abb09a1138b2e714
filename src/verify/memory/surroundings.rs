//! What decides what a gate finds besides the files of the workspace: its tools, the machine, the environment.

use camino::{Utf8Path, Utf8PathBuf};
use sha2::{Digest as _, Sha256};

use super::inputs::{Digest, Inputs};
use crate::toolchain::Toolchain;

/// What pnpm has installed, as opposed to what the workspace's lockfile asks for.
const INSTALLED: &str = "node_modules/.pnpm/lock.yaml";

/// Variables that name a terminal or a session, which no tool that is captured asks for. All others may be read by a test.
const OF_SESSIONS: [&str; 21] = [
    "_",
    "COLORTERM",
    "COLUMNS",
    "DBUS_SESSION_BUS_ADDRESS",
    "GPG_TTY",
    "LINES",
    "OLDPWD",
    "PWD",
    "SHLVL",
    "SSH_AUTH_SOCK",
    "SSH_CLIENT",
    "SSH_CONNECTION",
    "SSH_TTY",
    "TERM",
    "TERM_PROGRAM",
    "TERM_PROGRAM_VERSION",
    "TERM_SESSION_ID",
    "TMUX",
    "TMUX_PANE",
    "WINDOWID",
    "XDG_SESSION_ID",
];

/// One digest of it all; none where something of it cannot be known, so that nothing may be remembered.
pub(super) fn surroundings(root: &Utf8Path, toolchain: &Toolchain, inputs: &Inputs) -> Option<Digest> {
    let installed = fs_err::read(root.join(INSTALLED)).ok()?;
    if leads_out(root, inputs) {
        return None;
    }
    let mut hash = Sha256::new();
    let mut add = |part: &[u8]| {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    };
    let (node, pnpm) = (toolchain.node(), toolchain.pnpm());
    add(env!("CARGO_PKG_VERSION").as_bytes());
    add(std::env::consts::OS.as_bytes());
    add(std::env::consts::ARCH.as_bytes());
    add(root.as_str().as_bytes());
    add(format!("{} {} {} {}", node.version, node.path, pnpm.version, pnpm.path).as_bytes());
    add(&installed);
    for (name, value) in toolchain.environment().iter().filter(|(name, _)| !OF_SESSIONS.contains(name)) {
        add(name.as_bytes());
        add(value.as_bytes());
    }
    Some(hash.finalize().into())
}

/// Whether a package or a file is linked from elsewhere on this machine: what is there is none of the workspace's files.
fn leads_out(root: &Utf8Path, inputs: &Inputs) -> bool {
    let Ok(real_root) = root.canonicalize_utf8() else { return true };
    let Ok(real_modules) = root.join("node_modules").canonicalize_utf8() else { return true };
    let packages = inputs.paths().filter(|path| path.file_name() == Some("package.json"));
    let modules = packages.filter_map(Utf8Path::parent).map(|package| root.join(package).join("node_modules"));
    let own = inputs.paths().map(|path| root.join(path)).filter(|path| path.is_symlink());
    let mut links = modules.flat_map(|modules| links(&modules)).chain(own);
    links.any(|link| {
        // A link that leads nowhere is no package.
        let real = link.canonicalize_utf8().ok();
        real.is_some_and(|real| !real.starts_with(&real_root) && !real.starts_with(&real_modules))
    })
}

/// Links in a `node_modules`, and in its scopes.
fn links(modules: &Utf8Path) -> Vec<Utf8PathBuf> {
    let entries = |folder: &Utf8Path| {
        folder.read_dir_utf8().into_iter().flatten().flatten().map(camino::Utf8DirEntry::into_path).collect::<Vec<_>>()
    };
    let is_scope = |path: &Utf8PathBuf| path.file_name().is_some_and(|name| name.starts_with('@'));
    let (scopes, packages): (Vec<_>, Vec<_>) = entries(modules).into_iter().partition(is_scope);
    let inner = scopes.iter().flat_map(|scope| entries(scope));
    packages.into_iter().chain(inner).filter(|path| path.is_symlink()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_that_is_linked_from_elsewhere_is_noticed() {
        let (guard, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let root = Utf8Path::from_path(guard.path()).unwrap();
        for folder in ["node_modules/.pnpm/a", "b/node_modules/@s"] {
            fs_err::create_dir_all(root.join(folder)).unwrap();
        }
        fs_err::write(root.join("b/package.json"), "{}").unwrap();
        fs_err::write(root.join("package.json"), "{}").unwrap();
        std::os::unix::fs::symlink(".pnpm/a", root.join("node_modules/a")).unwrap();
        std::os::unix::fs::symlink("../../node_modules/.pnpm/a", root.join("b/node_modules/a")).unwrap();
        let inputs = Inputs::read(root).unwrap();
        assert!(!leads_out(root, &inputs));
        std::os::unix::fs::symlink(elsewhere.path(), root.join("b/node_modules/@s/x")).unwrap();
        assert!(leads_out(root, &inputs));
    }

    #[test]
    fn a_file_that_is_linked_from_elsewhere_is_noticed() {
        let (guard, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let root = Utf8Path::from_path(guard.path()).unwrap();
        fs_err::create_dir_all(root.join("node_modules")).unwrap();
        fs_err::write(root.join("a.ts"), "").unwrap();
        std::os::unix::fs::symlink(root.join("a.ts"), root.join("b.ts")).unwrap();
        assert!(!leads_out(root, &Inputs::read(root).unwrap()));
        std::os::unix::fs::symlink(elsewhere.path(), root.join("shared")).unwrap();
        assert!(leads_out(root, &Inputs::read(root).unwrap()));
    }
}
