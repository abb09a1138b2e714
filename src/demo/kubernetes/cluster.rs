//! A cluster by the person's own kubectl: their kubeconfig, their sign-in, always one context, bounded in time.

use std::time::{Duration, Instant};

use backon::{ExponentialBuilder, Retryable as _};
use camino::{Utf8Path, Utf8PathBuf};
use serde::de::DeserializeOwned;

use super::context::{Config, Context};
use super::error::KubernetesError;
use super::failure::{self, Failure};
use crate::env_vars::Environment;
use crate::process::{Cancel, Limits, ProcessError, Program};

/// How long one request of kubectl may take; a call may make several.
const REQUEST: &str = "--request-timeout=15s";
const FIRST_WAIT: Duration = Duration::from_millis(200);
const LONGEST_WAIT: Duration = Duration::from_secs(3);

/// How to get to a cluster.
#[derive(Debug, Clone)]
pub struct Access {
    /// Where kubectl and helm are looked for, and what they are started with.
    pub environment: Environment,
    /// A kubeconfig; kubectl's own rules (`KUBECONFIG`, `~/.kube/config`) without it.
    pub kubeconfig: Option<Utf8PathBuf>,
    /// A context; the current one without it.
    pub context: Option<String>,
    /// Whether a context that looks like production is meant.
    pub allow_production: bool,
    /// How long to wait.
    pub patience: Patience,
}

/// How long to wait for a cluster.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// For one call of kubectl.
    pub call: Duration,
    /// From the first call that nobody answers to the last try.
    pub tries: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { call: Duration::from_mins(1), tries: Duration::from_mins(1) }
    }
}

/// A cluster that was chosen. Nothing was asked of it yet.
#[derive(Debug, Clone)]
pub struct Cluster {
    access: Access,
    context: Context,
    kubectl: Utf8PathBuf,
    cancel: Cancel,
}

impl Cluster {
    /// Chooses a cluster: the context that `access` names, or the current one. All calls heed `cancel`.
    ///
    /// Fails where there is no kubectl, no readable kubeconfig, or no such context.
    pub async fn choose(access: Access, cancel: &Cancel) -> Result<Self, KubernetesError> {
        let kubectl = find("kubectl", &access.environment)?;
        let mut view = program(&kubectl, &access.environment).args(["config", "view", "-o", "json"]);
        if let Some(file) = &access.kubeconfig {
            view = view.arg(format!("--kubeconfig={file}"));
        }
        let answer = view.capture(&Limits::new(access.patience.call, cancel)).await?;
        if !answer.exit.is_success() {
            return Err(KubernetesError::Kubeconfig { said: failure::said(&answer.err) });
        }
        let config: Config = serde_json::from_str(&answer.out).map_err(understood("kubectl config view"))?;
        let context = config.choose(access.context.as_deref())?;
        Ok(Self { access, context, kubectl, cancel: cancel.clone() })
    }

    /// Chooses a cluster that is to be changed: as [`Cluster::choose`], and fails where it looks like production and
    /// nobody said that it is meant.
    pub async fn choose_to_change(access: Access, cancel: &Cancel) -> Result<Self, KubernetesError> {
        let cluster = Self::choose(access, cancel).await?;
        if !cluster.access.allow_production {
            cluster.context.refuse_production()?;
        }
        Ok(cluster)
    }

    /// The wish to stop that all calls heed.
    pub(super) fn cancel(&self) -> &Cancel {
        &self.cancel
    }

    /// Which cluster it is.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// Runs kubectl with these arguments until it succeeds, fails for good, or patience ends; what it wrote to stdout.
    ///
    /// Whatever is asked must be harmless when it is done twice: an answer may have been lost on its way.
    pub(super) async fn kubectl(&self, args: &[&str], input: Option<&[u8]>) -> Result<String, KubernetesError> {
        let mut program = program(&self.kubectl, &self.access.environment)
            .arg(format!("--context={}", self.context.name))
            .arg(REQUEST);
        if let Some(file) = &self.access.kubeconfig {
            program = program.arg(format!("--kubeconfig={file}"));
        }
        self.run(program.args(args), "kubectl", input).await
    }

    /// As [`Cluster::kubectl`], and reads the answer as JSON.
    pub(super) async fn ask<T: DeserializeOwned>(
        &self,
        args: &[&str],
        input: Option<&[u8]>,
    ) -> Result<T, KubernetesError> {
        let answer = self.kubectl(args, input).await?;
        serde_json::from_str(&answer).map_err(understood(&format!("kubectl {}", args.join(" "))))
    }

    /// Runs helm with these arguments, likewise.
    pub(super) async fn helm(&self, args: &[&str]) -> Result<String, KubernetesError> {
        let mut program = program(&find("helm", &self.access.environment)?, &self.access.environment);
        program = program.arg(format!("--kube-context={}", self.context.name));
        if let Some(file) = &self.access.kubeconfig {
            program = program.arg(format!("--kubeconfig={file}"));
        }
        self.run(program.args(args), "helm", None).await
    }

    async fn run(
        &self,
        mut program: Program,
        tool: &'static str,
        input: Option<&[u8]>,
    ) -> Result<String, KubernetesError> {
        if let Some(bytes) = input {
            program = program.stdin(bytes);
        }
        let began = Instant::now();
        let mut tries = 0;
        let again =
            |failure: &Failure| matches!(failure, Failure::Passing(_)) && began.elapsed() < self.access.patience.tries;
        let call = || {
            tries += 1;
            self.once(&program, tool)
        };
        let ended = tokio::select! {
            ended = call.retry(self.waits()).when(again) => ended,
            () = self.cancel.cancelled() => return Err(ProcessError::Cancelled { program: program.shown() }.into()),
        };
        ended.map_err(|failure| match failure {
            Failure::Lasting(error) => error,
            Failure::Passing(said) => KubernetesError::Unreachable { context: self.context.name.clone(), tries, said },
        })
    }

    async fn once(&self, program: &Program, tool: &'static str) -> Result<String, Failure> {
        let limits = Limits::new(self.access.patience.call, &self.cancel);
        match program.capture(&limits).await {
            Ok(ended) if ended.exit.is_success() => Ok(ended.out),
            Ok(ended) => Err(failure::read(&self.context.name, &ended.err)),
            Err(ProcessError::TimedOut { limit, .. }) => {
                Err(Failure::Passing(format!("{tool} was stopped after {} s", limit.as_secs())))
            }
            Err(error) => Err(Failure::Lasting(error.into())),
        }
    }

    /// Longer and longer, and by chance, so that many who wait do not come back at once.
    fn waits(&self) -> ExponentialBuilder {
        ExponentialBuilder::default()
            .with_min_delay(FIRST_WAIT)
            .with_max_delay(LONGEST_WAIT)
            .with_jitter()
            .without_max_times()
            .with_total_delay(Some(self.access.patience.tries))
    }
}

/// A program of the person's with their environment, which their sign-in may need.
fn program(file: &Utf8Path, environment: &Environment) -> Program {
    environment.iter().fold(Program::new(file).clear_env(), |program, (name, value)| program.env(name, value))
}

/// Where a program of the person's is.
pub(super) fn find(tool: &'static str, environment: &Environment) -> Result<Utf8PathBuf, KubernetesError> {
    environment.find_program(tool).ok_or(KubernetesError::NoTool { tool })
}

fn understood(program: &str) -> impl FnOnce(serde_json::Error) -> KubernetesError {
    let program = program.to_owned();
    move |source| KubernetesError::Answer { program, source }
}
