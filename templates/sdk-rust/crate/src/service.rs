//! Calls of one service.

use std::sync::Arc;

use prost::Message;
use tonic::client::Grpc;
use tonic::codegen::http::uri::PathAndQuery;
use tonic::metadata::{Ascii, MetadataValue};
use tonic::transport::{Channel, Endpoint};
use tonic::{Code, Request, Status};
use tonic_prost::ProstCodec;

use crate::error::Error;
use crate::options::Options;

/// A connection to one service, made when it is first needed and again when it is lost.
#[derive(Debug, Clone)]
pub(crate) struct Service {
    channel: Channel,
    options: Arc<Options>,
}

impl Service {
    pub(crate) fn new(address: &str, options: &Arc<Options>) -> Result<Self, Error> {
        let endpoint = endpoint(address).map_err(|source| Error::Address {
            address: address.to_owned(),
            source,
        })?;
        Ok(Self {
            channel: endpoint.connect_lazy(),
            options: Arc::clone(options),
        })
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
        self.call(path, request, self.options.retry.attempts).await
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
        self.call(path, request, 1).await
    }

    async fn call<Q, A>(
        &self,
        path: &'static str,
        request: Q,
        attempts: u32,
    ) -> Result<A, Error>
    where
        Q: Message + Clone + 'static,
        A: Message + Default + 'static,
    {
        let answer = tokio::time::timeout(
            self.options.timeout,
            self.attempts(path, request, attempts),
        );
        answer.await.unwrap_or(Err(Error::Timeout))
    }

    async fn attempts<Q, A>(
        &self,
        path: &'static str,
        request: Q,
        attempts: u32,
    ) -> Result<A, Error>
    where
        Q: Message + Clone + 'static,
        A: Message + Default + 'static,
    {
        let authorization = self.authorization().await?;
        let mut made = 1;
        loop {
            let mut request = Request::new(request.clone());
            let metadata = request.metadata_mut();
            metadata.insert("authorization", authorization.clone());
            match self.attempt(path, request).await {
                Err(status) if status.code() == Code::Unavailable && made < attempts => {
                    tokio::time::sleep(self.options.retry.pause(made)).await;
                    made += 1;
                }
                answer => return answer.map_err(Error::from),
            }
        }
    }

    async fn authorization(&self) -> Result<MetadataValue<Ascii>, Error> {
        let token = self.options.token.get().await.map_err(Error::Token)?;
        let mut value: MetadataValue<Ascii> = format!("Bearer {token}")
            .parse()
            .map_err(|error| Error::Token(Box::new(error)))?;
        value.set_sensitive(true);
        Ok(value)
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

#[cfg(not(feature = "tls"))]
fn endpoint(address: &str) -> Result<Endpoint, tonic::transport::Error> {
    Endpoint::from_shared(address.to_owned())
}

#[cfg(feature = "tls")]
fn endpoint(address: &str) -> Result<Endpoint, tonic::transport::Error> {
    let endpoint = Endpoint::from_shared(address.to_owned())?;
    if endpoint.uri().scheme_str() != Some("https") {
        return Ok(endpoint);
    }
    endpoint.tls_config(tonic::transport::ClientTlsConfig::new().with_native_roots())
}
