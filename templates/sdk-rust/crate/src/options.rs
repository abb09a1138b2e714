//! How calls are made.

use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use crate::error::BoxError;

/// How calls are made, whichever service they go to.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Options {
    /// Who calls, where [`Client::with_token`](crate::Client::with_token) names nobody else.
    pub token: Token,
    /// How long a call may take, with all its attempts. 10 seconds.
    pub timeout: Duration,
    /// How reads are repeated.
    pub retry: Retry,
    /// How large an answer may be. 64 MiB, since rows and files may be.
    pub max_message_bytes: usize,
}

impl Options {
    /// Options for calls of the token's owner.
    pub fn new(token: Token) -> Self {
        Self {
            token,
            timeout: Duration::from_secs(10),
            retry: Retry::default(),
            max_message_bytes: 64 * 1024 * 1024,
        }
    }
}

/// How reads are repeated while a service is unavailable. Writes are never repeated: the first may have been done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retry {
    /// How often a call is tried in all; 1 repeats nothing.
    pub attempts: u32,
    /// The longest pause before the second attempt; it doubles with each further one.
    pub first_pause: Duration,
    /// The longest pause there is.
    pub longest_pause: Duration,
}

impl Default for Retry {
    fn default() -> Self {
        Self {
            attempts: 4,
            first_pause: Duration::from_millis(100),
            longest_pause: Duration::from_secs(2),
        }
    }
}

impl Retry {
    /// The pause after so many attempts: anything up to the longest, so that many clients do not come back as one.
    pub(crate) fn pause(&self, attempts: u32) -> Duration {
        let doubled = 2_u32.saturating_pow(attempts.saturating_sub(1));
        let longest = self.first_pause.saturating_mul(doubled);
        longest.min(self.longest_pause).mul_f64(fastrand::f64())
    }
}

/// Where the access token of each call comes from.
#[derive(Clone)]
pub struct Token(Arc<Fetch>);

type Fetch = dyn Fn() -> BoxFuture<'static, Result<String, BoxError>> + Send + Sync;

impl Token {
    /// The same token for every call, until it expires.
    pub fn fixed(token: impl Into<String>) -> Self {
        let token = token.into();
        Self::fetched(move || std::future::ready(Ok(token.clone())))
    }

    /// A token that is asked for before every call: keep it until shortly before it expires, and fetch another then.
    pub fn fetched<F, Fut>(fetch: F) -> Self
    where
        F: Fn() -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<String, BoxError>> + Send + 'static,
    {
        Self(Arc::new(move || fetch().boxed()))
    }

    pub(crate) async fn get(&self) -> Result<String, BoxError> {
        (self.0)().await
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_the_longest() {
        let retry = Retry::default();
        for _ in 0..100 {
            assert!(retry.pause(1) <= Duration::from_millis(100));
            assert!(retry.pause(3) <= Duration::from_millis(400));
            assert!(retry.pause(u32::MAX) <= retry.longest_pause);
        }
    }

    #[test]
    fn a_token_is_not_shown() {
        let options = Options::new(Token::fixed("secret"));
        assert!(!format!("{options:?}").contains("secret"));
    }
}
