//! Demos that have ended, found and taken down.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::cluster::Cluster;
use super::down::{RELEASES, TakenDown, VOLUMES, unless_forbidden};
use super::error::KubernetesError;
use super::expiry::{self, Due};
use super::helm::Release;
use super::marks::DemoRecord;
use crate::process::ProcessError;

/// So many calls of kubectl at once: more only make each slower.
const AT_ONCE: usize = 4;
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// What to do with demos that have ended.
#[derive(Debug, Clone, Copy)]
pub struct GcOptions {
    /// The longest that a demo lasts since that was decided.
    pub most: SignedDuration,
    /// Take them down; without it they are only told.
    pub delete: bool,
    /// How long to wait until they are gone.
    pub patience: Duration,
}

/// What becomes of a demo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// It is left alone: it has not ended, or is kept.
    Stays,
    /// It has ended, and would be taken down.
    WouldGo,
    /// It is gone.
    Gone,
    /// It is on its way, and something holds it up.
    Stuck,
    /// Somebody has changed it since it was looked at, so it stays.
    Changed,
    /// It could not be taken down.
    Failed,
}

/// A demo, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Verdict {
    /// The demo.
    #[serde(flatten)]
    pub demo: DemoRecord,
    /// Whether it has ended.
    pub due: Due,
    /// What becomes of it.
    pub fate: Fate,
    /// What is known of one that was taken down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub down: Option<TakenDown>,
    /// Why it could not be taken down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// What came of looking for demos that have ended.
#[derive(Debug, Clone)]
pub struct Sweep {
    /// The API server's time that was judged by.
    pub now: Timestamp,
    /// How far our clock is ahead of it, where that matters to people.
    pub skew: Option<SignedDuration>,
    /// Every demo, by name.
    pub verdicts: Vec<Verdict>,
    /// Namespaces that only look like demos; nothing was done to them.
    pub strangers: Vec<String>,
    /// What could not be looked at.
    pub notes: Vec<String>,
}

impl Cluster {
    /// Judges every demo by the API server's clock, and takes down those that have ended where that is wished. One that is
    /// changed between the judgement and its end (extended, kept) stays.
    pub async fn gc(&self, options: &GcOptions) -> Result<Sweep, KubernetesError> {
        let census = self.demos().await?;
        let time = self.time().await?;
        let now = time.now();
        let verdicts = census.demos.into_iter().map(|demo| {
            let due = expiry::due(&demo, now, options.most);
            let goes = matches!(due, Due::Ended(_)) || demo.ending;
            let fate = if goes { Fate::WouldGo } else { Fate::Stays };
            Verdict { demo, due, fate, down: None, why: None }
        });
        let mut sweep = Sweep {
            now,
            skew: time.is_skewed().then_some(time.skew),
            verdicts: verdicts.collect(),
            strangers: census.strangers,
            notes: Vec::new(),
        };
        let goes = sweep.verdicts.iter().any(|verdict| verdict.fate == Fate::WouldGo);
        if options.delete && goes {
            self.sweep(&mut sweep, options.patience).await?;
        }
        Ok(sweep)
    }

    async fn sweep(&self, sweep: &mut Sweep, patience: Duration) -> Result<(), KubernetesError> {
        let releases = self.releases_by_namespace(&mut sweep.notes).await?;
        let room = Arc::new(Semaphore::new(AT_ONCE));
        let mut ends = JoinSet::new();
        for (at, verdict) in sweep.verdicts.iter().enumerate().filter(|(_, verdict)| verdict.fate == Fate::WouldGo) {
            let (cluster, demo, room) = (self.clone(), verdict.demo.clone(), room.clone());
            let releases = releases.get(&demo.namespace).cloned().unwrap_or_default();
            ends.spawn(async move {
                // It is never closed.
                let _permit = room.acquire().await;
                (at, cluster.end(&demo, releases).await)
            });
        }
        while let Some(ended) = ends.join_next().await {
            let Ok((at, ended)) = ended else { continue };
            let verdict = &mut sweep.verdicts[at];
            match ended {
                Ok(down) => (verdict.fate, verdict.down) = (Fate::Stuck, Some(down)),
                Err(KubernetesError::Conflict { .. }) => verdict.fate = Fate::Changed,
                Err(KubernetesError::Process(error @ ProcessError::Cancelled { .. })) => return Err(error.into()),
                // Others may well go.
                Err(error) => (verdict.fate, verdict.why) = (Fate::Failed, Some(error.to_string())),
            }
        }
        self.wait_for_all(sweep, patience).await
    }

    /// Takes down one that has ended, without waiting for it.
    async fn end(&self, demo: &DemoRecord, releases: Vec<Release>) -> Result<TakenDown, KubernetesError> {
        let mut down = TakenDown::of(&demo.name, &demo.namespace);
        down.was_there = true;
        if demo.ending {
            return Ok(down);
        }
        self.delete_namespace_as_judged(demo, &releases, &mut down).await?;
        Ok(down)
    }

    /// helm takes its time, and what it does shows on no namespace: so it is looked once more before it begins.
    async fn delete_namespace_as_judged(
        &self,
        demo: &DemoRecord,
        releases: &[Release],
        down: &mut TakenDown,
    ) -> Result<(), KubernetesError> {
        if !releases.is_empty() {
            let standing = self.standing(&demo.namespace).await?;
            if standing.is_some_and(|standing| standing.version != demo.version) {
                return Err(KubernetesError::Conflict { said: format!("`{}` was changed", demo.name) });
            }
        }
        for release in releases {
            self.uninstall(release).await?;
            down.releases.push(release.name.clone());
        }
        self.delete_namespace(demo, true).await
    }

    /// One question for all of them, again and again.
    async fn wait_for_all(&self, sweep: &mut Sweep, patience: Duration) -> Result<(), KubernetesError> {
        let began = Instant::now();
        loop {
            let standing: Vec<String> = self.demos().await?.demos.into_iter().map(|demo| demo.uid).collect();
            let gone = |verdict: &&mut Verdict| verdict.fate == Fate::Stuck && !standing.contains(&verdict.demo.uid);
            for verdict in sweep.verdicts.iter_mut().filter(gone) {
                verdict.fate = Fate::Gone;
                if let Some(down) = &mut verdict.down {
                    down.gone = true;
                }
            }
            let waits = sweep.verdicts.iter().any(|verdict| verdict.fate == Fate::Stuck);
            if !waits || began.elapsed() >= patience {
                break;
            }
            self.pause(LOOK_EVERY).await?;
        }
        for verdict in sweep.verdicts.iter_mut().filter(|verdict| verdict.fate == Fate::Stuck) {
            let Some(down) = &mut verdict.down else { continue };
            self.wait_for_the_end(&verdict.demo, down, Duration::ZERO).await?;
            if down.gone {
                verdict.fate = Fate::Gone;
            }
        }
        self.volumes_of_all(sweep).await
    }

    async fn volumes_of_all(&self, sweep: &mut Sweep) -> Result<(), KubernetesError> {
        let volumes = unless_forbidden(self.volumes().await, VOLUMES, &mut sweep.notes)?;
        for down in sweep.verdicts.iter_mut().filter_map(|verdict| verdict.down.as_mut()) {
            down.volumes = volumes.iter().filter(|volume| volume.namespace == down.namespace).cloned().collect();
        }
        Ok(())
    }

    async fn releases_by_namespace(
        &self,
        notes: &mut Vec<String>,
    ) -> Result<BTreeMap<String, Vec<Release>>, KubernetesError> {
        let mut found: BTreeMap<String, Vec<Release>> = BTreeMap::new();
        for release in unless_forbidden(self.releases(None).await, RELEASES, notes)? {
            found.entry(release.namespace.clone()).or_default().push(release);
        }
        Ok(found)
    }
}
