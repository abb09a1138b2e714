//! What can go wrong with a demo in a cluster, and what mends it.

use std::time::Duration;

use crate::process::ProcessError;

/// A demo in a cluster could not be looked at or changed.
#[derive(Debug, thiserror::Error)]
pub enum KubernetesError {
    /// A program of the person's is not there.
    #[error("`{tool}` is not on PATH")]
    NoTool {
        /// `kubectl` or `helm`.
        tool: &'static str,
    },
    /// The kubeconfig says nothing about where to go.
    #[error("kubectl knows no cluster: no context is current")]
    NoContext,
    /// The context is not in the kubeconfig.
    #[error("there is no context `{context}` in the kubeconfig")]
    UnknownContext {
        /// What was asked for.
        context: String,
        /// What there is.
        known: Vec<String>,
    },
    /// The kubeconfig cannot be read.
    #[error("the kubeconfig cannot be used: {said}")]
    Kubeconfig {
        /// What kubectl said.
        said: String,
    },
    /// It looks like production, and nobody said that it is meant.
    #[error("the context `{context}` looks like production: `{word}` is in {place}")]
    Production {
        /// The context.
        context: String,
        /// What gave it away.
        word: String,
        /// Where it stands.
        place: &'static str,
    },
    /// Nobody answers, or only now and then.
    #[error("the API server of `{context}` does not answer ({tries} tries): {said}")]
    Unreachable {
        /// The context.
        context: String,
        /// How often it was asked.
        tries: u32,
        /// What kubectl said last.
        said: String,
    },
    /// The server is another than the kubeconfig expects, or its certificate has expired.
    #[error("the certificate of the API server of `{context}` is not trusted: {said}")]
    Untrusted {
        /// The context.
        context: String,
        /// What kubectl said.
        said: String,
    },
    /// The credentials are not, or no longer, good.
    #[error("the API server of `{context}` does not accept the credentials: {said}")]
    Credentials {
        /// The context.
        context: String,
        /// What kubectl said.
        said: String,
    },
    /// The person may not do it.
    #[error("no rights: {said}")]
    Forbidden {
        /// What the API server said: who may not do what where.
        said: String,
    },
    /// What was asked for is not there.
    #[error("{said}")]
    NotFound {
        /// What the API server said.
        said: String,
    },
    /// What was to be made is there already.
    #[error("{said}")]
    AlreadyThere {
        /// What the API server said.
        said: String,
    },
    /// Somebody else has changed it, or holds a field of it.
    #[error("somebody else has changed it: {said}")]
    Conflict {
        /// What the API server said.
        said: String,
    },
    /// The API server, or something that it asks, does not want it.
    #[error("the API server refuses it: {said}")]
    Refused {
        /// What it said.
        said: String,
    },
    /// The namespace is not fountane's.
    #[error("the namespace `{namespace}` is not a demo of fountane: {why}")]
    Foreign {
        /// The namespace.
        namespace: String,
        /// What it lacks.
        why: String,
    },
    /// There is no such demo.
    #[error("there is no demo `{name}` in `{context}`")]
    NoDemo {
        /// What was asked for.
        name: String,
        /// Where.
        context: String,
        /// What there is.
        known: Vec<String>,
    },
    /// The demo goes away already.
    #[error("the demo `{name}` is being taken down")]
    Ending {
        /// Its name.
        name: String,
    },
    /// A demo may not be called so.
    #[error("`{name}` cannot be the name of a demo: {why}")]
    Name {
        /// The name.
        name: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// It ends too early or too late, or that is no time.
    #[error("a demo cannot end {when}: {why}")]
    Expiry {
        /// What was wished.
        when: String,
        /// What is wrong with it.
        why: String,
    },
    /// helm did not do it.
    #[error("helm could not {doing}: {said}")]
    Helm {
        /// What it was to do.
        doing: String,
        /// What it said.
        said: String,
    },
    /// An answer is not of the shape.
    #[error("the answer of `{program}` cannot be understood")]
    Answer {
        /// Who answered.
        program: String,
        /// Where and why.
        #[source]
        source: serde_json::Error,
    },
    /// It took too long.
    #[error("`{program}` did not end within {} s", .limit.as_secs())]
    TimedOut {
        /// What did.
        program: String,
        /// How long it had.
        limit: Duration,
    },
    /// A program could not be started or watched, or somebody asked to stop.
    #[error(transparent)]
    Process(#[from] ProcessError),
}

impl KubernetesError {
    /// What a person can do about it, where there is something to do.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::NoTool { tool } => return Some(format!("install {tool}, or put the folder it is in on PATH")),
            Self::NoContext => {
                "name one with `--context`, a kubeconfig with `--kubeconfig`, or `kubectl config use-context NAME`"
            }
            Self::UnknownContext { known, .. } if known.is_empty() => {
                "the kubeconfig has none at all: name another with `--kubeconfig` or KUBECONFIG"
            }
            Self::UnknownContext { known, .. } => return Some(format!("there is: {}", known.join(", "))),
            Self::Kubeconfig { .. } => "`kubectl config view` tells more; name another with `--kubeconfig`",
            Self::Production { .. } => "`--allow-production` says that it is meant; `--context NAME` takes another",
            Self::Unreachable { .. } => {
                "see whether the cluster runs and your VPN is up, then do the same again: nothing is done twice"
            }
            Self::Untrusted { .. } => "fetch the kubeconfig of the cluster anew; never turn the check off",
            Self::Credentials { .. } => {
                "sign in to the cluster again (as your provider has it), or fetch the kubeconfig anew"
            }
            Self::Forbidden { .. } => {
                "ask whoever runs the cluster for the rights; `fountane doctor` lists which are missing"
            }
            Self::Conflict { .. } => "look at it, then do the same again",
            Self::Foreign { .. } => {
                "take another name, or look at it yourself with kubectl: fountane does not touch it"
            }
            Self::NoDemo { known, .. } if known.is_empty() => {
                "there are none at all; `--context NAME` looks into another cluster"
            }
            Self::NoDemo { known, .. } => return Some(format!("there is: {}", known.join(", "))),
            Self::Ending { .. } => {
                "`fountane demo down NAME --target kubernetes` waits for it, and says what holds it up"
            }
            Self::Name { .. } => "letters a to z, digits and dashes, such as `clinic-acme`",
            Self::Expiry { .. } => {
                "a length such as `--ttl 72h` or `--ttl 3d`, or a time such as `--until 2027-01-31T18:00+01:00`"
            }
            Self::Helm { .. } => {
                "`helm list --namespace NAMESPACE` tells how it stands; do the same again once it is mended"
            }
            Self::TimedOut { .. } => "do the same again: nothing is done twice",
            Self::NotFound { .. }
            | Self::AlreadyThere { .. }
            | Self::Refused { .. }
            | Self::Answer { .. }
            | Self::Process(_) => {
                return None;
            }
        };
        Some(hint.to_owned())
    }
}
