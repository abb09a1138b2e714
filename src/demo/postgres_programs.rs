//! PostgreSQL's programs, from the package `@embedded-postgres/<platform>` in the workspace.

use std::os::unix::fs::PermissionsExt as _;

use camino::{Utf8Path, Utf8PathBuf};
use fs_err as fs;
use serde::Deserialize;

use super::DemoError;
use super::copy::copy_folder;
use super::error::io;
use super::postgres::is_passable;
use crate::fs::safe_join;
use crate::toolchain::Platform;

/// The folder with `bin`, `lib` and `share`; a copy in `home` where `user` could not reach the package itself.
pub(super) fn provide(
    workspace: &Utf8Path,
    package_in: &str,
    home: &Utf8Path,
    user: Option<u32>,
) -> Result<Utf8PathBuf, DemoError> {
    let looked_in = workspace.join(package_in).join("node_modules");
    let name = Platform::current().postgres_package().unwrap_or_else(|| Platform::current().to_string());
    let missing = || DemoError::NoPostgres { package: name.clone(), looked_in: looked_in.clone() };
    // pnpm links packages; the real folder is in its store.
    let package = looked_in.join(&name).canonicalize_utf8().map_err(|_| missing())?;
    let native = package.join("native");
    if !native.join("bin/postgres").is_file() {
        return Err(missing());
    }
    let doing = "preparing PostgreSQL's programs";
    link_libraries(&package).map_err(io(doing))?;
    if user.is_none() || is_reachable(&native) {
        return Ok(native);
    }
    let version = fs::metadata(native.join("bin/postgres")).map_err(io(doing))?.len();
    let copy = home.join(format!("programs-{version}"));
    if !copy.is_dir() {
        copy_folder(&native, &copy).map_err(io(doing))?;
    }
    Ok(copy)
}

fn is_reachable(native: &Utf8Path) -> bool {
    let program = native.join("bin/postgres");
    let runs = program.metadata().is_ok_and(|meta| meta.permissions().mode() & 0o005 == 0o005);
    runs && is_passable(&native.join("bin")) && is_passable(&native.join("lib")) && is_passable(&native.join("share"))
}

#[derive(Deserialize)]
struct Link {
    source: String,
    target: String,
}

/// An npm package cannot hold symlinks, so its install script makes them. Where scripts were not allowed, we do.
fn link_libraries(package: &Utf8Path) -> std::io::Result<()> {
    let Ok(text) = fs::read_to_string(package.join("native/pg-symlinks.json")) else { return Ok(()) };
    let links: Vec<Link> = serde_json::from_str(&text).unwrap_or_default();
    for link in links {
        let (Ok(source), Ok(target)) = (safe_join(package, &link.source), safe_join(package, &link.target)) else {
            continue;
        };
        if target.symlink_metadata().is_ok() || source.parent() != target.parent() {
            continue;
        }
        if let Some(name) = source.file_name() {
            std::os::unix::fs::symlink(name, &target)?;
        }
    }
    Ok(())
}
