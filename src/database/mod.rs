//! A living PostgreSQL, read as the script that would make its tables.
//!
//! The catalog is asked for the statements that `pg_dump --schema-only` writes, so that one importer reads both, and comes to the
//! same spec. All queries are in one transaction that may only read, and that sees one moment.

mod address;

pub use address::{Address, AddressError, without_password};

use std::sync::Arc;
use std::time::Duration;

use tokio_postgres::Client;
use tokio_postgres_rustls::MakeRustlsConnect;

/// What the other queries begin with.
const SCOPE: &str = include_str!("catalog/scope.sql");

/// Each yields statements, in the order in which they can be executed.
const QUERIES: [&str; 6] = [
    include_str!("catalog/types.sql"),
    include_str!("catalog/tables.sql"),
    include_str!("catalog/constraints.sql"),
    include_str!("catalog/indexes.sql"),
    include_str!("catalog/comments.sql"),
    include_str!("catalog/others.sql"),
];

/// Names stand with their schema only where nothing is on the path.
const BEGIN: &str = "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; \
                     SET LOCAL search_path = ''; SET LOCAL statement_timeout = '60s'";

/// A server that does not answer.
const CONNECT_LIMIT: Duration = Duration::from_secs(15);

/// Why a database could not be read.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// Nobody answers, or not to us.
    #[error("`{address}` does not let us in: {}", reason(.source))]
    Connect {
        /// Without its password.
        address: String,
        /// What the driver or the server said.
        #[source]
        source: tokio_postgres::Error,
    },
    /// There is no answer at all.
    #[error("`{address}` does not answer within {} seconds", CONNECT_LIMIT.as_secs())]
    Silent {
        /// Without its password.
        address: String,
    },
    /// The catalog could not be read.
    #[error("the catalog of `{address}` cannot be read: {}", reason(.source))]
    Read {
        /// Without its password.
        address: String,
        /// What the server said.
        #[source]
        source: tokio_postgres::Error,
    },
    /// No certificates to trust.
    #[error("TLS cannot be set up: {0}")]
    Tls(#[from] rustls::Error),
}

/// The statements that would make what a database has: types, tables, keys, indexes, comments, views, functions, triggers.
///
/// Writes nothing, and locks nothing that a reader does not.
pub async fn script(address: &Address) -> Result<String, DatabaseError> {
    let shown = || address.shown().to_owned();
    let connecting = address.config().connect(tls()?);
    let connected = tokio::time::timeout(CONNECT_LIMIT, connecting).await;
    let (client, connection) = connected
        .map_err(|_| DatabaseError::Silent { address: shown() })?
        .map_err(|source| DatabaseError::Connect { address: shown(), source })?;
    let driver = tokio::spawn(connection);
    let script = read(&client, address.schemas()).await;
    drop(client);
    // It ends with the client; what it has to say, the queries have said.
    let _ = driver.await;
    script.map_err(|source| DatabaseError::Read { address: shown(), source })
}

async fn read(client: &Client, schemas: &[String]) -> Result<String, tokio_postgres::Error> {
    client.batch_execute(BEGIN).await?;
    let mut script = String::new();
    for query in QUERIES {
        for row in client.query(&format!("{SCOPE}{query}"), &[&schemas]).await? {
            script.push_str(row.try_get("statement")?);
            script.push_str("\n\n");
        }
    }
    client.batch_execute("ROLLBACK").await?;
    Ok(script)
}

/// Certificates are judged as the platform does. Whether TLS is used at all, the address says (`sslmode`).
fn tls() -> Result<MakeRustlsConnect, rustls::Error> {
    use rustls_platform_verifier::BuilderVerifierExt as _;
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_platform_verifier()?
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

/// What the server said, or else the innermost cause: the driver's own words are only `db error`.
fn reason(error: &tokio_postgres::Error) -> String {
    if let Some(answer) = error.as_db_error() {
        return answer.message().to_owned();
    }
    let mut innermost: &dyn std::error::Error = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}
