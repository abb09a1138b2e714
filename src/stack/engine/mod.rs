//! A container engine of this machine, by its API.

mod address;
mod body;
mod build;
mod containers;
mod exec;
mod images;
mod logs;
mod networks;

use std::time::Duration;

use bollard::{API_DEFAULT_VERSION, Docker};
use tokio::time::timeout;

pub use exec::Terminal;
pub use images::{Archive, Pull};
pub use logs::LogOptions;

pub use body::Owner;

pub(super) use body::Hash;
pub(super) use containers::{Found, State};
pub(super) use images::local;

use super::error::StackError;
use crate::env_vars::Environment;
use address::Address;

/// Seconds that the engine may take for an answer; what takes longer is asked for in another way.
const ANSWER: u64 = 120;
/// A socket that nobody serves any more takes a connection and says nothing.
const SIGN_OF_LIFE: Duration = Duration::from_secs(10);

/// A container engine that answers.
#[derive(Debug, Clone)]
pub struct Engine {
    docker: Docker,
    host: String,
    origin: String,
    version: String,
    api: (usize, usize),
}

impl Engine {
    /// The engine that the person chose, or the first that answers.
    ///
    /// # Errors
    /// None answers, or the one that was chosen is not on this machine.
    pub async fn connect(environment: &Environment) -> Result<Self, StackError> {
        let mut tried = Vec::new();
        for address in address::addresses(environment) {
            if address.chosen && address.socket().is_none() {
                return Err(elsewhere(address));
            }
            match Self::at(&address).await {
                Ok(engine) => return Ok(engine),
                Err(why) => tried.push(format!("{} ({}): {why}", address.host, address.origin)),
            }
        }
        Err(StackError::NoEngine { tried })
    }

    async fn at(address: &Address) -> Result<Self, String> {
        let Some(socket) = address.socket() else { return Err("it is no socket".to_owned()) };
        let unanswered = |error: bollard::errors::Error| match error {
            bollard::errors::Error::SocketNotFoundError(_) => "there is no socket".to_owned(),
            other => told(&other),
        };
        let docker = Docker::connect_with_unix(socket.as_str(), ANSWER, API_DEFAULT_VERSION).map_err(unanswered)?;
        let docker =
            timeout(SIGN_OF_LIFE, docker.negotiate_version()).await.map_err(|_| "it does not answer".to_owned())?;
        let docker = docker.map_err(unanswered)?;
        let version = docker.version().await.map_err(unanswered)?.version.unwrap_or_default();
        let client = docker.client_version();
        Ok(Self {
            docker,
            host: address.host.clone(),
            origin: address.origin.clone(),
            version,
            api: (client.major_version, client.minor_version),
        })
    }

    /// Its address.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// For people: which, and who named it.
    pub fn shown(&self) -> String {
        format!("{} at {} ({})", self.version, self.host, self.origin)
    }
}

fn elsewhere(address: Address) -> StackError {
    let why = match address.host.split("://").next() {
        Some("tcp" | "http" | "https") => "ports would be published on another machine's loopback",
        Some("ssh") => "ports would be published on another machine's loopback; ssh can forward its socket to this one",
        _ => "it is no socket of this machine",
    };
    StackError::Elsewhere { host: address.host, origin: address.origin, why }
}

/// For `map_err`: what we were doing, and what the engine said.
fn refused(doing: impl Into<String>) -> impl FnOnce(bollard::errors::Error) -> StackError {
    let doing = doing.into();
    move |error| StackError::Engine { doing, message: told(&error) }
}

/// What the engine said, without the library's own words about it.
fn told(error: &bollard::errors::Error) -> String {
    use bollard::errors::Error;
    match error {
        Error::DockerResponseServerError { message, .. } => message.trim().to_owned(),
        Error::DockerStreamError { error } => error.trim().to_owned(),
        Error::RequestTimeoutError => format!("it did not answer within {ANSWER} s"),
        other => {
            let other: &dyn std::error::Error = other;
            let causes = std::iter::successors(other.source(), |cause| cause.source());
            causes.fold(other.to_string(), |text, cause| format!("{text}: {cause}"))
        }
    }
}

/// The status of an answer that is a refusal.
fn status(error: &bollard::errors::Error) -> Option<u16> {
    match error {
        bollard::errors::Error::DockerResponseServerError { status_code, .. } => Some(*status_code),
        _ => None,
    }
}
