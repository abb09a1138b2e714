//! Asking a registry: proxies, certificates, redirects that leak nothing, second tries.

use std::time::Duration;

use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderValue, LOCATION, RETRY_AFTER};
use reqwest::{Certificate, Client, NoProxy, Proxy, Response, StatusCode, Url, redirect};

use super::{NpmConfig, ToolchainError};
use crate::process::Cancel;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(15);
/// Between two pieces of an answer; a whole download may take long on a slow line.
const SILENCE: Duration = Duration::from_mins(1);
const REDIRECTS: usize = 5;
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// How often a request is tried, and how long to wait in between: doubled each time.
#[derive(Debug, Clone, Copy)]
pub struct Retry {
    /// Tries in all, the first included; at least one.
    pub tries: u32,
    /// The wait after the first failure.
    pub first_wait: Duration,
}

impl Default for Retry {
    fn default() -> Self {
        Self { tries: 4, first_wait: Duration::from_millis(500) }
    }
}

/// A client that speaks as the npm configuration says.
pub(super) struct Http<'a> {
    client: Client,
    config: &'a NpmConfig,
    retry: Retry,
    cancel: &'a Cancel,
}

impl<'a> Http<'a> {
    pub(super) fn new(config: &'a NpmConfig, retry: Retry, cancel: &'a Cancel) -> Result<Self, ToolchainError> {
        // `no_proxy` switches off reqwest's own look at the environment: ours is a snapshot, and npm's settings win.
        let mut builder = Client::builder()
            .no_proxy()
            .redirect(redirect::Policy::none())
            .connect_timeout(CONNECT_TIMEOUT)
            .read_timeout(SILENCE)
            .user_agent(concat!("fountane/", env!("CARGO_PKG_VERSION")))
            .tls_danger_accept_invalid_certs(!config.strict_ssl());
        let no_proxy = config.no_proxy().and_then(NoProxy::from_string);
        for scheme in ["http", "https"] {
            let Some(address) = config.proxy(scheme) else { continue };
            let proxy = if scheme == "http" { Proxy::http(address) } else { Proxy::https(address) };
            let proxy = proxy.map_err(|_| setting("proxy", "it is no address"))?;
            builder = builder.proxy(proxy.no_proxy(no_proxy.clone()));
        }
        for (key, pem) in config.certificates()? {
            let certificates = Certificate::from_pem_bundle(&pem).map_err(|error| setting(&key, &error.to_string()))?;
            builder = builder.tls_certs_merge(certificates);
        }
        let client = builder.build().map_err(|error| setting("cafile", &error.to_string()))?;
        Ok(Self { client, config, retry, cancel })
    }

    /// Gets an address and does something with the answer; the whole of it is tried again when it fails on the way.
    pub(super) async fn get<T>(
        &self,
        url: &Url,
        accept: &'static str,
        mut read: impl AsyncFnMut(Response) -> Result<T, Failure>,
    ) -> Result<T, ToolchainError> {
        let host = host(url);
        let mut tried = 0;
        loop {
            let attempt = async { read(self.follow(url, accept).await?).await };
            let outcome = tokio::select! {
                outcome = attempt => outcome,
                () = self.cancel.cancelled() => return Err(ToolchainError::Cancelled),
            };
            tried += 1;
            let (wait, error) = match outcome {
                Ok(done) => return Ok(done),
                Err(Failure::Final(error)) => return Err(error),
                Err(Failure::Passing(source)) => (
                    None,
                    ToolchainError::Unreachable { host: host.clone(), tries: tried, source: source.without_url() },
                ),
                Err(Failure::Busy(status, wait)) => {
                    let package = url.path().to_owned();
                    (wait, ToolchainError::Refused { host: host.clone(), status: status.as_u16(), package })
                }
            };
            if tried >= self.retry.tries {
                return Err(error);
            }
            let wait = wait.unwrap_or_else(|| self.retry.first_wait * 2_u32.pow(tried - 1)).min(LONGEST_WAIT);
            tokio::select! {
                () = tokio::time::sleep(wait) => (),
                () = self.cancel.cancelled() => return Err(ToolchainError::Cancelled),
            }
        }
    }

    /// Follows redirects by hand: credentials go only to the place that they are configured for.
    async fn follow(&self, url: &Url, accept: &'static str) -> Result<Response, Failure> {
        let mut at = url.clone();
        for _ in 0..=REDIRECTS {
            let mut request = self.client.get(at.clone()).header(ACCEPT, accept);
            if let Some(header) = self.config.authorization(&at).filter(|_| at.origin() == url.origin()) {
                let value = HeaderValue::from_str(header.reveal());
                let mut value =
                    value.map_err(|_| setting("_authToken", "it has characters that a header cannot have"))?;
                value.set_sensitive(true);
                request = request.header(AUTHORIZATION, value);
            }
            let response = request.send().await?;
            let status = response.status();
            if !status.is_redirection() {
                return judged(response, url);
            }
            let target = response.headers().get(LOCATION).and_then(|target| target.to_str().ok());
            let target = target.and_then(|target| at.join(target).ok());
            let downgrade = |target: &Url| at.scheme() == "https" && target.scheme() != "https";
            at = target.filter(|target| !downgrade(target)).ok_or_else(|| refused(url, status))?;
        }
        Err(refused(url, StatusCode::LOOP_DETECTED))
    }
}

/// Why an attempt failed.
pub(super) enum Failure {
    /// It may go well the next time.
    Passing(reqwest::Error),
    /// The registry asks for patience, perhaps for so long.
    Busy(StatusCode, Option<Duration>),
    /// It would fail again.
    Final(ToolchainError),
}

impl From<reqwest::Error> for Failure {
    fn from(error: reqwest::Error) -> Self {
        Self::Passing(error)
    }
}

impl From<ToolchainError> for Failure {
    fn from(error: ToolchainError) -> Self {
        Self::Final(error)
    }
}

fn judged(response: Response, asked: &Url) -> Result<Response, Failure> {
    let status = response.status();
    if status.is_success() {
        return Ok(response);
    }
    let passing = status.is_server_error() || matches!(status.as_u16(), 408 | 425 | 429);
    if !passing {
        return Err(refused(asked, status));
    }
    let wait = response.headers().get(RETRY_AFTER).and_then(|wait| wait.to_str().ok()?.parse().ok());
    Err(Failure::Busy(status, wait.map(Duration::from_secs)))
}

fn refused(url: &Url, status: StatusCode) -> Failure {
    let package = url.path().trim_start_matches('/').to_owned();
    Failure::Final(ToolchainError::Refused { host: host(url), status: status.as_u16(), package })
}

/// The host with its port, for messages: no path, no query, no credentials.
pub(super) fn host(url: &Url) -> String {
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    format!("{}{port}", url.host_str().unwrap_or_default())
}

fn setting(key: &str, why: &str) -> ToolchainError {
    ToolchainError::Setting { key: key.to_owned(), why: why.to_owned() }
}
