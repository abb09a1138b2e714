//! A PostgreSQL of a workspace, and what its catalog knows of a database.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdout, Command, Stdio};

use camino::Utf8Path;
use tokio_postgres::{NoTls, SimpleQueryMessage};

use super::bench::toolchain;

/// A server that the workspace's own testing library starts.
pub struct Server {
    child: Child,
    said: BufReader<ChildStdout>,
}

impl Server {
    pub fn start(zoo: &Utf8Path) -> Self {
        let node = format!("{}/node", toolchain()[0]);
        let mut command = Command::new(node);
        command.args([&story("postgres.mjs"), zoo.as_str()]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let said = BufReader::new(child.stdout.take().unwrap());
        let mut server = Self { child, said };
        assert_eq!(server.line(), "ready");
        server
    }

    /// Makes a database; its address, as the role that owns it.
    pub fn database(&mut self, name: &str) -> String {
        writeln!(self.child.stdin.as_mut().unwrap(), "{name}").unwrap();
        self.line()
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.said.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }
}

/// It ends with its input, also where the test fails.
impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        self.child.wait().unwrap();
    }
}

pub fn as_superuser(address: &str) -> String {
    address.replace("zoo_owner@", "postgres@")
}

/// Runs statements; rows with a space between their values.
pub fn query(address: &str, statements: &str) -> Vec<String> {
    attempt(address, statements).unwrap_or_else(|refused| panic!("{refused}\n{statements}"))
}

/// The same; what PostgreSQL says where it refuses.
pub fn attempt(address: &str, statements: &str) -> Result<Vec<String>, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(address, NoTls).await.unwrap();
        let driver = tokio::spawn(connection);
        let messages = client.simple_query(statements).await;
        drop(client);
        driver.await.unwrap().unwrap();
        let row = |message| match message {
            SimpleQueryMessage::Row(row) => {
                let values = (0..row.len()).map(|at| row.get(at).unwrap_or("-").to_owned());
                Some(values.collect::<Vec<_>>().join(" "))
            }
            _ => None,
        };
        let messages = messages.map_err(|error| error.as_db_error().map_or(error.to_string(), ToString::to_string))?;
        Ok(messages.into_iter().filter_map(row).collect())
    })
}

/// All that the catalog knows of the tables but the order of columns.
pub fn catalog(address: &str) -> Vec<String> {
    let all = "
select 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid)
from pg_class c join pg_attribute a on a.attrelid = c.oid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped;
select 'constraint', conrelid::regclass, conname, convalidated, pg_get_constraintdef(oid)
from pg_constraint where connamespace = 'public'::regnamespace;
select 'index', indexdef from pg_indexes where schemaname = 'public';
select 'policy', tablename, policyname, permissive, roles, cmd, qual, with_check from pg_policies where schemaname = 'public';
select 'guard', relname, relrowsecurity, relforcerowsecurity
from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace;";
    let mut lines = query(&as_superuser(address), all);
    lines.sort();
    lines
}

/// A script beside these tests.
pub fn story(name: &str) -> String {
    format!("{}/tests/workspaces/story/{name}", env!("CARGO_MANIFEST_DIR"))
}
