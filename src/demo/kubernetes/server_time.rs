//! What time it is for the API server. Demos end by its clock: it is one for all, and those of people differ.

use std::time::Instant;

use jiff::{SignedDuration, Timestamp};
use k8s_openapi::api::authentication::v1::SelfSubjectReview;
use serde_json::json;

use super::cluster::Cluster;
use super::error::KubernetesError;
use super::marks::timestamp;
use crate::clock;

/// What time it is for the API server, and for whom it takes us.
#[derive(Debug, Clone)]
pub struct ServerTime {
    said: Timestamp,
    heard: Instant,
    /// How far our own clock is ahead of the server's (or behind it), as far as whole seconds tell.
    pub skew: SignedDuration,
    /// For whom the server takes us.
    pub user: String,
}

impl ServerTime {
    /// Not later than the server's clock, and behind it by no more than a second and the way of an answer: nothing ends
    /// too early.
    pub fn now(&self) -> Timestamp {
        let since = SignedDuration::try_from(self.heard.elapsed()).unwrap_or(SignedDuration::ZERO);
        self.said.checked_add(since).unwrap_or(self.said)
    }

    /// Whether our clock differs so much that a time a person reads here means another there.
    pub fn is_skewed(&self) -> bool {
        self.skew.abs() > SignedDuration::from_secs(5)
    }
}

impl Cluster {
    /// Asks who we are, which everybody may who can sign in; the answer has the server's time on it.
    pub async fn time(&self) -> Result<ServerTime, KubernetesError> {
        const URL: &str = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
        let question = json!({ "apiVersion": "authentication.k8s.io/v1", "kind": "SelfSubjectReview" }).to_string();
        let before = clock::now();
        let answer: SelfSubjectReview =
            self.ask(&["create", "--raw", URL, "-f", "-"], Some(question.as_bytes())).await?;
        let (heard, after) = (Instant::now(), clock::now());
        let said = answer.metadata.creation_timestamp.as_ref().and_then(timestamp);
        let said = said.ok_or_else(|| KubernetesError::Refused {
            said: "it does not tell what time it is (Kubernetes 1.28 or newer does)".to_owned(),
        })?;
        let user = answer.status.and_then(|status| status.user_info?.username).unwrap_or_default();
        let skew = SignedDuration::from_secs(skew(said, before, after).as_secs());
        Ok(ServerTime { said, heard, skew, user })
    }
}

/// Nothing where the server's second lies between asking and hearing.
fn skew(said: Timestamp, before: Timestamp, after: Timestamp) -> SignedDuration {
    let second_ends = said.checked_add(SignedDuration::from_secs(1)).unwrap_or(said);
    if before > second_ends {
        return before.duration_since(second_ends);
    }
    if after < said {
        return after.duration_since(said);
    }
    SignedDuration::ZERO
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_clock_that_may_agree_is_not_called_skewed() {
        let said = at("2026-11-30T10:00:00Z");
        assert_eq!(skew(said, at("2026-11-30T10:00:00.200Z"), at("2026-11-30T10:00:00.900Z")), SignedDuration::ZERO);
        assert_eq!(skew(said, at("2026-11-30T09:59:59Z"), at("2026-11-30T10:00:02Z")), SignedDuration::ZERO);
        assert_eq!(skew(said, at("2026-11-30T10:01:01Z"), at("2026-11-30T10:01:02Z")), SignedDuration::from_secs(60));
        assert_eq!(skew(said, at("2026-11-30T09:58:59Z"), at("2026-11-30T09:59:00Z")), SignedDuration::from_secs(-60));
    }
}
