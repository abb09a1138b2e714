//! What calls say of who makes them.

use tonic::metadata::{Ascii, MetadataMap, MetadataValue};

use crate::error::Error;
use crate::options::Token;

/// Who calls, and which request of theirs it is for.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    token: Token,
    request_id: Option<String>,
}

impl Caller {
    pub(crate) fn new(token: Token) -> Self {
        Self { token, request_id: None }
    }

    /// Somebody else, within the same request.
    pub(crate) fn with_token(&self, token: Token) -> Self {
        Self { token, ..self.clone() }
    }

    pub(crate) fn with_request_id(&self, id: String) -> Self {
        Self {
            request_id: Some(id),
            ..self.clone()
        }
    }

    /// The metadata of a call.
    pub(crate) async fn metadata(&self) -> Result<MetadataMap, Error> {
        let mut metadata = MetadataMap::new();
        if let Some(id) = &self.request_id {
            let value = id.parse().map_err(|_| Error::RequestId(id.clone()))?;
            metadata.insert("x-request-id", value);
        }
        metadata.insert("authorization", self.authorization().await?);
        Ok(metadata)
    }

    async fn authorization(&self) -> Result<MetadataValue<Ascii>, Error> {
        let token = self.token.get().await.map_err(Error::Token)?;
        let mut value: MetadataValue<Ascii> = format!("Bearer {token}")
            .parse()
            .map_err(|error| Error::Token(Box::new(error)))?;
        value.set_sensitive(true);
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn calls_carry_the_token_and_the_request_of_their_own_caller() {
        let ada = Caller::new(Token::fixed("ada"));
        let bob = ada.with_request_id("7".to_owned()).with_token(Token::fixed("bob"));
        let (ada, bob) = (ada.metadata().await.unwrap(), bob.metadata().await.unwrap());
        assert_eq!(ada.get("authorization").unwrap(), "Bearer ada");
        assert!(ada.get("x-request-id").is_none());
        assert_eq!(bob.get("authorization").unwrap(), "Bearer bob");
        assert_eq!(bob.get("x-request-id").unwrap(), "7");
    }

    #[tokio::test]
    async fn what_no_header_can_hold_is_refused() {
        let caller = Caller::new(Token::fixed("a\nb"));
        assert!(matches!(caller.metadata().await, Err(Error::Token(_))));
        let caller = Caller::new(Token::fixed("a")).with_request_id("a\nb".to_owned());
        let error = caller.metadata().await.unwrap_err();
        assert!(matches!(&error, Error::RequestId(id) if id == "a\nb"), "{error:?}");
    }
}
