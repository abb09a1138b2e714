//! Calls of one service.

use std::sync::Arc;

use prost::Message;
use tokio::runtime::Handle;
use tonic::client::Grpc;
use tonic::codegen::http::uri::PathAndQuery;
use tonic::transport::Channel;
use tonic::{Code, Request, Status};
use tonic_prost::ProstCodec;

use crate::address;
use crate::caller::Caller;
use crate::error::Error;
use crate::options::{Options, Token};

/// What a call does, and so whether it may be repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Read { attempts: u32 },
    Write,
}

impl Kind {
    /// Whether there may be another attempt after so many.
    fn allows_after(self, made: u32) -> bool {
        matches!(self, Self::Read { attempts } if made < attempts)
    }
}

/// A connection to one service, made when it is first needed and again when it is lost.
#[derive(Debug, Clone)]
pub(crate) struct Service {
    channel: Channel,
    options: Arc<Options>,
    caller: Caller,
}

impl Service {
    pub(crate) fn new(address: &str, options: &Arc<Options>) -> Result<Self, Error> {
        let endpoint = address::endpoint(address)?;
        // A channel has a task of its own, and making one without a runtime would panic.
        Handle::try_current().map_err(|_| Error::NoRuntime)?;
        Ok(Self {
            channel: endpoint.connect_lazy(),
            options: Arc::clone(options),
            caller: Caller::new(options.token.clone()),
        })
    }

    /// The same connection for calls of the token's owner.
    pub(crate) fn with_token(&self, token: &Token) -> Self {
        let caller = self.caller.with_token(token.clone());
        Self { caller, ..self.clone() }
    }

    /// The same connection for calls that belong to a request.
    pub(crate) fn with_request_id(&self, id: &str) -> Self {
        let caller = self.caller.with_request_id(id.to_owned());
        Self { caller, ..self.clone() }
    }

    /// A call that changes nothing: repeated while the service is unavailable.
    pub(crate) async fn read<Q, A>(
        &self,
        path: &'static str,
        request: Q,
    ) -> Result<A, Error>
    where
        Q: Message + Clone + 'static,
        A: Message + Default + 'static,
    {
        let attempts = self.options.retry.attempts;
        self.call(path, request, Kind::Read { attempts }).await
    }

    /// A call that changes something: made once.
    pub(crate) async fn write<Q, A>(
        &self,
        path: &'static str,
        request: Q,
    ) -> Result<A, Error>
    where
        Q: Message + Clone + 'static,
        A: Message + Default + 'static,
    {
        self.call(path, request, Kind::Write).await
    }

    async fn call<Q, A>(
        &self,
        path: &'static str,
        request: Q,
        kind: Kind,
    ) -> Result<A, Error>
    where
        Q: Message + Clone + 'static,
        A: Message + Default + 'static,
    {
        let answer = self.attempts(path, request, kind);
        let in_time = tokio::time::timeout(self.options.timeout, answer).await;
        in_time.unwrap_or(Err(Error::Timeout {
            may_be_done: kind == Kind::Write,
        }))
    }

    async fn attempts<Q, A>(
        &self,
        path: &'static str,
        request: Q,
        kind: Kind,
    ) -> Result<A, Error>
    where
        Q: Message + Clone + 'static,
        A: Message + Default + 'static,
    {
        let metadata = self.caller.metadata().await?;
        let mut made = 1;
        loop {
            let mut request = Request::new(request.clone());
            *request.metadata_mut() = metadata.clone();
            match self.attempt(path, request).await {
                Err(status)
                    if status.code() == Code::Unavailable && kind.allows_after(made) =>
                {
                    tokio::time::sleep(self.options.retry.pause(made)).await;
                    made += 1;
                }
                answer => {
                    let is_write = kind == Kind::Write;
                    return answer.map_err(|status| Error::of(status, is_write));
                }
            }
        }
    }

    async fn attempt<Q, A>(
        &self,
        path: &'static str,
        request: Request<Q>,
    ) -> Result<A, Status>
    where
        Q: Message + 'static,
        A: Message + Default + 'static,
    {
        let mut grpc = Grpc::new(self.channel.clone())
            .max_decoding_message_size(self.options.max_message_bytes);
        grpc.ready().await.map_err(|error| Status::unavailable(error.to_string()))?;
        let path = PathAndQuery::from_static(path);
        let answer = grpc.unary(request, path, ProstCodec::default()).await?;
        Ok(answer.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;
    use std::time::Duration;

    use super::*;
    use crate::options::Retry;
    use crate::wire::{ById, Nothing};

    /// An address at which nothing listens any more.
    fn closed() -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    }

    fn options() -> Arc<Options> {
        let retry = Retry {
            attempts: 2,
            first_pause: Duration::from_millis(1),
            ..Retry::default()
        };
        Arc::new(Options {
            retry,
            ..Options::new(Token::fixed("a.b.c"))
        })
    }

    #[test]
    fn without_a_runtime_there_is_an_error_and_no_panic() {
        let error = Service::new("http://127.0.0.1:1", &options()).unwrap_err();
        assert!(matches!(error, Error::NoRuntime), "{error:?}");
        assert!(error.to_string().contains("#[tokio::main]"), "{error}");
    }

    #[tokio::test]
    async fn what_was_never_sent_was_not_done() {
        let service = Service::new(&closed(), &options()).unwrap();
        let answer = service.write::<_, Nothing>("/none", ById::of("1")).await;
        let error = answer.unwrap_err();
        let is_known = matches!(error, Error::Unavailable { may_be_done: false, .. });
        assert!(is_known, "{error:?}");
    }

    #[tokio::test]
    async fn a_write_without_an_answer_may_have_been_done_and_a_read_was_not() {
        let silent = TcpListener::bind("127.0.0.1:0").unwrap();
        let service = impatient(&silent);
        let written = service.write::<_, Nothing>("/none", ById::of("1")).await;
        assert!(matches!(written, Err(Error::Timeout { may_be_done: true })));
        let read = service.read::<_, Nothing>("/none", ById::of("1")).await;
        assert!(matches!(read, Err(Error::Timeout { may_be_done: false })));
    }

    #[tokio::test]
    async fn callers_share_a_connection() {
        let silent = TcpListener::bind("127.0.0.1:0").unwrap();
        let ada = impatient(&silent);
        let bob = ada.with_token(&Token::fixed("d.e.f")).with_request_id("request-1");
        for service in [ada, bob] {
            let answer = service.read::<_, Nothing>("/none", ById::of("1")).await;
            assert!(matches!(answer, Err(Error::Timeout { .. })), "{answer:?}");
        }
        silent.set_nonblocking(true).unwrap();
        let connections = std::iter::from_fn(|| silent.accept().ok());
        assert_eq!(connections.count(), 1);
    }

    /// A service that takes connections and says nothing, and is not waited for long.
    fn impatient(silent: &TcpListener) -> Service {
        let address = format!("http://{}", silent.local_addr().unwrap());
        let options = Options {
            timeout: Duration::from_millis(50),
            ..options().as_ref().clone()
        };
        Service::new(&address, &Arc::new(options)).unwrap()
    }
}
