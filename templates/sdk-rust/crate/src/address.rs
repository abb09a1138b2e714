//! Addresses of services, and how they are connected to.

use std::time::Duration;

use tonic::transport::Endpoint;

use crate::error::Error;

const FORM: &str = "it has to look like `http://127.0.0.1:50051`";
const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);

// Without these, a peer that vanished would be noticed by nothing but the time-outs of calls.
const KEEP_ALIVE_INTERVAL: Duration = Duration::from_secs(20);
const KEEP_ALIVE_TIMEOUT: Duration = Duration::from_secs(10);

/// Where a service answers; an error where the address cannot be one.
pub(crate) fn endpoint(address: &str) -> Result<Endpoint, Error> {
    let refused = |mend, source| Error::Address {
        address: address.to_owned(),
        mend,
        source,
    };
    let endpoint = Endpoint::from_shared(address.to_owned())
        .map_err(|source| refused(FORM, Some(source)))?;
    let endpoint = match endpoint.uri().scheme_str() {
        Some("http") => endpoint,
        Some("https") => {
            with_tls(endpoint).map_err(|(mend, source)| refused(mend, source))?
        }
        _ => return Err(refused(FORM, None)),
    };
    Ok(endpoint
        .connect_timeout(CONNECT_TIMEOUT)
        .http2_keep_alive_interval(KEEP_ALIVE_INTERVAL)
        .keep_alive_timeout(KEEP_ALIVE_TIMEOUT))
}

/// What is to be done instead, and what is the matter.
type Problem = (&'static str, Option<tonic::transport::Error>);

#[cfg(not(feature = "tls"))]
fn with_tls(_: Endpoint) -> Result<Endpoint, Problem> {
    Err(("`https` needs the feature `tls` of this crate", None))
}

#[cfg(feature = "tls")]
fn with_tls(endpoint: Endpoint) -> Result<Endpoint, Problem> {
    let config = tonic::transport::ClientTlsConfig::new().with_native_roots();
    endpoint.tls_config(config).map_err(|source| {
        ("`https` needs certificates that this machine trusts", Some(source))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_address_is_refused_with_the_form_of_one() {
        for address in ["127.0.0.1:50051", "localhost", "", "ftp://127.0.0.1", "http://"]
        {
            let error = endpoint(address).unwrap_err();
            assert!(matches!(error, Error::Address { .. }), "{error:?}");
            assert!(error.to_string().contains("http://127.0.0.1:50051"), "{error}");
        }
    }

    #[test]
    fn connections_are_not_waited_for_without_end() {
        let endpoint = endpoint("http://127.0.0.1:50051").unwrap();
        assert_eq!(endpoint.get_connect_timeout(), Some(CONNECT_TIMEOUT));
    }

    #[cfg(not(feature = "tls"))]
    #[test]
    fn https_asks_for_the_feature() {
        let error = endpoint("https://127.0.0.1").unwrap_err();
        assert!(error.to_string().contains("feature `tls`"), "{error}");
    }

    #[cfg(feature = "tls")]
    #[test]
    fn https_is_an_address_with_the_feature() {
        endpoint("https://127.0.0.1").unwrap();
    }
}
