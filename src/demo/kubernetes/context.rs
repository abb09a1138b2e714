//! Which cluster is meant, and whether it looks like production.

use serde::Deserialize;

use super::error::KubernetesError;

/// What `kubectl config view -o json` tells; it leaves out what is secret.
#[derive(Debug, Deserialize)]
pub(super) struct Config {
    #[serde(default, rename = "current-context")]
    current: String,
    #[serde(default, deserialize_with = "null_is_none")]
    contexts: Vec<Named<Pair>>,
    #[serde(default, deserialize_with = "null_is_none")]
    clusters: Vec<Named<Server>>,
}

#[derive(Debug, Deserialize)]
struct Named<T> {
    name: String,
    #[serde(alias = "context", alias = "cluster", rename = "context")]
    what: T,
}

#[derive(Debug, Deserialize)]
struct Pair {
    #[serde(default)]
    cluster: String,
}

#[derive(Debug, Deserialize)]
struct Server {
    #[serde(default)]
    server: String,
}

/// A cluster as the kubeconfig names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The context's name.
    pub name: String,
    /// The name of its cluster.
    pub cluster: String,
    /// Where its API server is.
    pub server: String,
}

impl Config {
    /// The context that was asked for, or the current one.
    pub(super) fn choose(self, wanted: Option<&str>) -> Result<Context, KubernetesError> {
        let name = wanted.map_or(self.current, str::to_owned);
        if name.is_empty() {
            return Err(KubernetesError::NoContext);
        }
        let Some(context) = self.contexts.iter().find(|context| context.name == name) else {
            let known = self.contexts.into_iter().map(|context| context.name).collect();
            return Err(KubernetesError::UnknownContext { context: name, known });
        };
        let cluster = context.what.cluster.clone();
        let server = self.clusters.into_iter().find(|known| known.name == cluster);
        Ok(Context { name, server: server.map(|known| known.what.server).unwrap_or_default(), cluster })
    }
}

impl Context {
    /// Fails where the name of the context or its cluster, or the server's address, has a word of production in it:
    /// `prod`, `production`, `prd` or `live` between other letters than a to z, or at the end of such a word (`eu-myprod`),
    /// but not `nonprod`.
    pub fn refuse_production(&self) -> Result<(), KubernetesError> {
        let places = [
            (&self.name, "its name"),
            (&self.cluster, "the name of its cluster"),
            (&self.server, "the address of its server"),
        ];
        for (text, place) in places {
            if let Some(word) = word_of_production(text) {
                return Err(KubernetesError::Production { context: self.name.clone(), word, place });
            }
        }
        Ok(())
    }
}

fn word_of_production(text: &str) -> Option<String> {
    let text = text.to_lowercase();
    let mut words = text.split(|letter: char| !letter.is_ascii_alphabetic());
    let is_one = |word: &&str| {
        ["prd", "live"].contains(word) || (word.ends_with("prod") && *word != "nonprod") || word.ends_with("production")
    };
    words.find(is_one).map(str::to_owned)
}

/// kubectl writes `null` for a list that has nothing in it.
fn null_is_none<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Deserialize<'de>,
{
    Ok(Option::<Vec<T>>::deserialize(deserializer)?.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(text: &str) -> Config {
        serde_json::from_str(text).unwrap()
    }

    const TWO: &str = r#"{ "current-context": "dev", "contexts": [
        { "name": "dev", "context": { "cluster": "kind", "user": "me" } }, { "name": "shop-prod", "context": { "cluster": "a" } } ],
        "clusters": [ { "name": "kind", "cluster": { "server": "https://127.0.0.1:6443" } } ] }"#;

    #[test]
    fn the_current_context_is_taken_where_none_is_named() {
        let context = config(TWO).choose(None).unwrap();
        assert_eq!((context.name.as_str(), context.server.as_str()), ("dev", "https://127.0.0.1:6443"));
        context.refuse_production().unwrap();
    }

    #[test]
    fn a_context_that_is_not_there_is_told_with_those_that_are() {
        let error = config(TWO).choose(Some("dve")).unwrap_err();
        assert_eq!(error.hint().unwrap(), "there is: dev, shop-prod");
        let none = config(r#"{ "contexts": null, "clusters": null, "current-context": "" }"#).choose(None).unwrap_err();
        assert!(matches!(none, KubernetesError::NoContext));
    }

    #[test]
    fn words_of_production_are_found_as_words() {
        for name in [
            "prod",
            "shop-prod",
            "PROD_eu",
            "gke_shop_europe_live",
            "prd1",
            "myprod",
            "pre-production",
            "arn:aws:eks:1:cluster/prod",
        ] {
            assert!(word_of_production(name).is_some(), "{name}");
        }
        for name in ["dev", "products", "delivery", "nonprod", "alive-not", "producer", "kind-clinic"] {
            assert!(word_of_production(name).is_none(), "{name}");
        }
    }
}
