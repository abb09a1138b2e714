//! The database server of a demo: found in the workspace's packages, set up once, started like any other process.

use std::os::unix::fs::PermissionsExt as _;
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use data_encoding::HEXLOWER;
use fs_err as fs;
use nix::unistd::{Gid, Uid, chown, geteuid};
use sha2::{Digest as _, Sha256};

use super::DemoError;
use super::check::POSTGRES_PORT;
use super::error::io;
use super::folder::Folder;
use super::kept::Kept;
use super::manifest::Postgres;
use super::{postgres_programs, postgres_sql};
use crate::fs::{create_folder, write_atomic};
use crate::process::{Cancel, Limits, ProcessError, Program};

/// `nobody`: PostgreSQL refuses to run as root.
const NOBODY: u32 = 65_534;
const SETUP_LIMIT: Duration = Duration::from_mins(2);
/// Only the roles we made, only from this machine, only with their password.
const WHO_MAY_CONNECT: &str = "host all all 127.0.0.1/32 scram-sha-256\n";

/// A database server that is set up and can be started.
#[derive(Debug)]
pub(super) struct Server {
    programs: Utf8PathBuf,
    data: Utf8PathBuf,
    user: Option<u32>,
    port: u16,
}

impl Server {
    /// Makes everything ready: programs, data folder, roles with their passwords, databases. Nothing of it runs after.
    pub(super) async fn prepare(
        workspace: &Utf8Path,
        wanted: &Postgres,
        folder: &Folder,
        kept: &mut Kept,
        cancel: &Cancel,
    ) -> Result<Self, DemoError> {
        let user = geteuid().is_root().then_some(NOBODY);
        let home = home(folder, kept, user)?;
        let programs = postgres_programs::provide(workspace, &wanted.package_in, &home, user)?;
        let port = kept.ports.get(POSTGRES_PORT).copied().unwrap_or_default();
        let server = Self { programs, data: home.join("data"), user, port };
        server.clear_stale_lock();
        server.create(&home, cancel).await?;
        server.provision(wanted, &home, kept, cancel).await?;
        Ok(server)
    }

    /// The server itself: on the loopback only, with no socket in the file system.
    pub(super) fn program(&self) -> Program {
        let settings = [
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            // What a demo commits in the last moments before a power cut may be lost; the database stays whole.
            "synchronous_commit=off",
            "shared_buffers=32MB",
            "max_connections=200",
        ];
        let port = self.port.to_string();
        let program = self.tool("postgres").args(["-D", self.data.as_str(), "-p", &port]);
        settings.iter().fold(program, |program, setting| program.arg("-c").arg(*setting))
    }

    pub(super) fn port(&self) -> u16 {
        self.port
    }

    fn tool(&self, name: &str) -> Program {
        let program = Program::new(self.programs.join("bin").join(name)).cwd("/").clear_env();
        let program = program.env("LC_ALL", "C").env("LD_LIBRARY_PATH", self.programs.join("lib").as_str());
        self.user.map_or(program.clone(), |user| program.run_as(user, user))
    }

    /// A killed server leaves its lock behind; the number in it may be another program's by now.
    fn clear_stale_lock(&self) {
        let lock = self.data.join("postmaster.pid");
        let Some(pid) = fs::read_to_string(&lock).ok().and_then(|text| text.lines().next()?.trim().parse::<u32>().ok())
        else {
            return;
        };
        if !super::census::is_named(pid, "postgres") {
            let _ = fs::remove_file(&lock);
        }
    }

    /// `initdb` into a folder that becomes the data folder only when it is whole.
    async fn create(&self, home: &Utf8Path, cancel: &Cancel) -> Result<(), DemoError> {
        if self.data.is_dir() {
            return Ok(());
        }
        let new = home.join("data.new");
        let doing = "making the database's folder";
        if new.exists() {
            fs::remove_dir_all(&new).map_err(io(doing))?;
        }
        create_folder(&new, 0o700).map_err(io(doing))?;
        self.own(&new).map_err(io(doing))?;
        // `reject`: no one comes in without the file that we write below.
        let arguments = ["--username", "postgres", "--auth", "reject", "--encoding", "UTF8", "--locale", "C"];
        let initdb = self.tool("initdb").arg("--pgdata").arg(new.as_str()).args(arguments);
        run(&initdb, "making the database", cancel).await?;
        let access = new.join("pg_hba.conf");
        write_atomic(&access, WHO_MAY_CONNECT.as_bytes(), 0o600).map_err(io(doing))?;
        self.own(&access).map_err(io(doing))?;
        fs::rename(&new, &self.data).map_err(io(doing))
    }

    /// Roles and databases, in the server's single-user mode: nobody can connect meanwhile. Skipped when unchanged.
    async fn provision(
        &self,
        wanted: &Postgres,
        home: &Utf8Path,
        kept: &Kept,
        cancel: &Cancel,
    ) -> Result<(), DemoError> {
        let roles = postgres_sql::roles(wanted, kept);
        let all: Vec<&str> = wanted.databases.iter().map(|database| database.name.as_str()).collect();
        let sum = Sha256::digest(format!("{roles}{all:?}"));
        let stamp = HEXLOWER.encode(&sum);
        let done = home.join("provisioned");
        if fs::read_to_string(&done).is_ok_and(|text| text == stamp) {
            return Ok(());
        }
        let there = self.single_user(&roles, "making the roles", cancel).await?;
        let there = postgres_sql::listed(&there);
        let databases = postgres_sql::databases(wanted, &there);
        self.single_user(&databases, "making the databases", cancel).await?;
        write_atomic(&done, stamp.as_bytes(), 0o600).map_err(io("noting what the database has"))
    }

    async fn single_user(&self, sql: &str, doing: &'static str, cancel: &Cancel) -> Result<String, DemoError> {
        let arguments = ["--single", "-c", "exit_on_error=true", "-D", self.data.as_str(), "postgres"];
        run(&self.tool("postgres").args(arguments).stdin(sql), doing, cancel).await
    }

    fn own(&self, path: &Utf8Path) -> std::io::Result<()> {
        let Some(user) = self.user else { return Ok(()) };
        let (user, group) = (Some(Uid::from_raw(user)), Some(Gid::from_raw(user)));
        chown(path.as_std_path(), user, group).map_err(Into::into)
    }
}

/// Where the database lives: in the demo's folder, unless the unprivileged user cannot get there (`/root` is closed).
fn home(folder: &Folder, kept: &mut Kept, user: Option<u32>) -> Result<Utf8PathBuf, DemoError> {
    let doing = "making the database's folder";
    if let Some(elsewhere) = kept.database_folder.clone().filter(|elsewhere| elsewhere.is_dir()) {
        return Ok(elsewhere);
    }
    if user.is_none() || is_passable(folder.path()) {
        kept.database_folder = None;
        let home = folder.postgres();
        create_folder(&home, 0o711).map_err(io(doing))?;
        return Ok(home);
    }
    let elsewhere = elsewhere(&kept.id);
    // Not `create_folder`: one that is there already, in a place open to all, may be somebody's trap.
    fs::create_dir(&elsewhere).map_err(io(doing))?;
    fs::set_permissions(&elsewhere, std::fs::Permissions::from_mode(0o711)).map_err(io(doing))?;
    kept.database_folder = Some(elsewhere.clone());
    kept.write(folder)?;
    Ok(elsewhere)
}

/// The folder for a database that cannot live in its workspace.
pub(super) fn elsewhere(id: &str) -> Utf8PathBuf {
    Utf8Path::new("/var/tmp").join(format!("fountane-demo-{id}"))
}

/// Whether everybody may pass through all folders down to this one.
pub(super) fn is_passable(path: &Utf8Path) -> bool {
    let open = |folder: &Utf8Path| folder.metadata().is_ok_and(|meta| meta.permissions().mode() & 0o001 != 0);
    path.canonicalize_utf8().is_ok_and(|real| real.ancestors().all(open))
}

async fn run(program: &Program, doing: &'static str, cancel: &Cancel) -> Result<String, DemoError> {
    let said = program.capture(&Limits::new(SETUP_LIMIT, cancel)).await;
    let said = said.map_err(|source| DemoError::Database { doing, source })?;
    if said.exit.is_success() {
        return Ok(said.out);
    }
    // Not the program's line: it could show more than it should.
    let tail = said.err.lines().rev().take(10).collect::<Vec<_>>().into_iter().rev();
    let tail = tail.filter(|line| !line.contains("PASSWORD")).map(ToOwned::to_owned).collect();
    let source = ProcessError::Failed { program: program.shown(), exit: said.exit, tail };
    Err(DemoError::Database { doing, source })
}
