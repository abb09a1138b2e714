//! `fountane demo list|extend|gc`, and `down` of a demo in a cluster.

use std::time::Duration;

use jiff::SignedDuration;
use jiff::Timestamp;
use serde_json::json;

use super::interrupt;
use super::session::Session;
use crate::cli::{ChangedClusterArgs, ClusterArgs, DemoDown, DemoExtend, DemoGc, DemoList};
use crate::demo::kubernetes::{
    self, Access, Cluster, DemoRecord, Due, End, Fate, GcOptions, KubernetesError, Patience, Remains, Sweep, TakenDown,
    Verdict,
};
use crate::error::CliError;
use crate::ui::{Style, Table, Ui, count};

/// How to get to the cluster that was typed.
pub(super) fn access(session: &Session, args: &ClusterArgs) -> Access {
    Access {
        environment: session.environment.clone(),
        kubeconfig: args.kubeconfig.as_ref().map(|file| session.absolute(file)),
        context: args.context.clone(),
        allow_production: false,
        patience: Patience::default(),
    }
}

fn access_to_change(session: &Session, args: &ChangedClusterArgs) -> Access {
    Access { allow_production: args.allow_production, ..access(session, &args.which) }
}

pub(super) fn list(session: &Session, args: &DemoList) -> Result<(), CliError> {
    let ui = &session.ui;
    let access = access(session, &args.cluster);
    let options = GcOptions { most: kubernetes::length(&args.max_ttl)?, delete: false, patience: Duration::ZERO };
    let sweep =
        interrupt::run(ui, |cancel| async move { Ok(Cluster::choose(access, &cancel).await?.gc(&options).await?) })?;
    for Verdict { demo, due, .. } in &sweep.verdicts {
        ui.json("demo", &json!({ "demo": demo, "due": due }))?;
    }
    table(ui, sweep.verdicts.iter(), sweep.now, |_| String::new())?;
    if sweep.verdicts.is_empty() {
        ui.say("there are no demos");
    }
    tell_aside(ui, &sweep);
    Ok(())
}

pub(super) fn extend(session: &Session, args: &DemoExtend) -> Result<(), CliError> {
    let ui = &session.ui;
    let access = access_to_change(session, &args.cluster);
    let most = kubernetes::length(&args.max_ttl)?;
    let end = end(args)?;
    let name = args.name.clone();
    let (demo, now) = interrupt::run(ui, |cancel| async move {
        let cluster = Cluster::choose_to_change(access, &cancel).await?;
        let demo = cluster.extend(&name, &end, most).await?;
        Ok((demo, cluster.time().await?.now()))
    })?;
    ui.json("result", &json!({ "command": "demo extend", "demo": demo }))?;
    ui.data(&match (&demo.keep, demo.expires) {
        (Some(why), _) => format!("`{}` is kept: {why}", demo.name),
        (None, Some(expires)) => format!("`{}` ends at {expires}, {}", demo.name, from_now(expires, now)),
        (None, None) => format!("`{}` says nothing about its end", demo.name),
    })?;
    if demo.keep.is_some() && args.keep.is_none() {
        let mend = format!("kubectl annotate namespace {} {}-", demo.namespace, kubernetes::KEEP);
        ui.warning("somebody else keeps it, so it does not end by itself", Some(&mend));
    }
    Ok(())
}

fn end(args: &DemoExtend) -> Result<End, KubernetesError> {
    if let Some(why) = &args.keep {
        return Ok(End::Kept(why.clone()));
    }
    if let Some(until) = &args.until {
        return Ok(End::At(kubernetes::moment(until)?));
    }
    // clap sees to it that one of the three is there.
    Ok(End::After(kubernetes::length(args.ttl.as_deref().unwrap_or_default())?))
}

pub(super) fn gc(session: &Session, args: &DemoGc) -> Result<(), CliError> {
    let ui = &session.ui;
    let access = access_to_change(session, &args.cluster);
    let options =
        GcOptions { most: kubernetes::length(&args.max_ttl)?, delete: args.delete, patience: patience(&args.wait)? };
    let sweep = interrupt::run(ui, |cancel| async move {
        let chosen = if options.delete {
            Cluster::choose_to_change(access, &cancel).await
        } else {
            Cluster::choose(access, &cancel).await
        };
        Ok(chosen?.gc(&options).await?)
    })?;
    for verdict in &sweep.verdicts {
        ui.json("demo", verdict)?;
    }
    let concerned = || sweep.verdicts.iter().filter(|verdict| verdict.fate != Fate::Stays);
    table(ui, concerned(), sweep.now, |verdict| fate(verdict.fate).to_owned())?;
    tell_aside(ui, &sweep);
    for down in concerned().filter_map(|verdict| verdict.down.as_ref()) {
        tell_what_is_left(ui, down);
    }
    for verdict in concerned().filter(|verdict| verdict.why.is_some()) {
        ui.warning(&format!("`{}`: {}", verdict.demo.name, verdict.why.as_deref().unwrap_or_default()), None);
    }
    let of = |fate| sweep.verdicts.iter().filter(|verdict| verdict.fate == fate).count();
    let looked = count(sweep.verdicts.len(), "demo was looked at", "demos were looked at");
    if !args.delete {
        ui.say(&format!("{looked}, {} would go; `--delete` takes them down", of(Fate::WouldGo)));
        return Ok(());
    }
    ui.say(&format!("{looked}, {} are gone", of(Fate::Gone)));
    match of(Fate::Stuck) + of(Fate::Failed) {
        0 => Ok(()),
        left => Err(CliError::user(format!("{} could not be taken down", count(left, "demo", "demos")))),
    }
}

pub(super) fn down(session: &Session, args: &DemoDown) -> Result<(), CliError> {
    let ui = &session.ui;
    let Some(name) = args.name.clone() else {
        return Err(CliError::usage("which demo of the cluster is to be taken down?")
            .hint("`fountane demo down NAME --target kubernetes`; `fountane demo list` lists them"));
    };
    let access = access_to_change(session, &args.cluster);
    let patience = patience(&args.wait)?;
    let down = interrupt::run(ui, |cancel| async move {
        Ok(Cluster::choose_to_change(access, &cancel).await?.take_down(&name, patience).await?)
    })?;
    ui.json("result", &json!({ "command": "demo down", "demo": down }))?;
    tell_what_is_left(ui, &down);
    if !down.gone {
        return Err(CliError::user(format!("`{}` is still there", down.name)).hint(
            "what holds it up has to be mended first; `--wait LENGTH` waits longer, and it goes by itself then",
        ));
    }
    ui.say(&match (down.was_there, down.volumes.is_empty()) {
        (false, _) => format!("there is no demo `{}` in this cluster", down.name),
        (true, true) => format!("`{}` is gone; nothing of it is left", down.name),
        (true, false) => format!("`{}` is gone, but for volumes", down.name),
    });
    Ok(())
}

fn patience(text: &str) -> Result<Duration, CliError> {
    let length = kubernetes::length(text)?;
    // It is positive.
    Ok(Duration::try_from(length).unwrap_or(Duration::MAX))
}

/// Demos, and what the last column says of each.
fn table<'a>(
    ui: &Ui,
    verdicts: impl Iterator<Item = &'a Verdict>,
    now: Timestamp,
    last: impl Fn(&Verdict) -> String,
) -> Result<(), CliError> {
    let mut table = Table::new(["name", "customer", "size", "owner", "ends", "", ""]);
    for verdict in verdicts {
        let demo = &verdict.demo;
        let (ends, distance) = ends(demo, verdict.due, now);
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        table.row([
            demo.name.clone(),
            text(&demo.customer),
            text(&demo.size),
            text(&demo.owner),
            ends,
            distance,
            last(verdict),
        ]);
    }
    if table.is_empty() {
        return Ok(());
    }
    for line in table.lines(ui.out()) {
        ui.data(&line)?;
    }
    Ok(())
}

fn ends(demo: &DemoRecord, due: Due, now: Timestamp) -> (String, String) {
    if demo.ending {
        return ("is being taken down".to_owned(), String::new());
    }
    match due {
        Due::Kept => ("kept".to_owned(), demo.keep.clone().unwrap_or_default()),
        Due::Ends(at) | Due::Ended(at) => (at.to_string(), from_now(at, now)),
    }
}

fn from_now(at: Timestamp, now: Timestamp) -> String {
    let distance = at.duration_since(now);
    let seconds = distance.as_secs().unsigned_abs();
    let length = match seconds {
        0..=119 => format!("{seconds} s"),
        120..=7_199 => format!("{} min", seconds / 60),
        7_200..=172_799 => format!("{} h", seconds / 3_600),
        _ => format!("{} d", seconds / 86_400),
    };
    if distance > SignedDuration::ZERO { format!("in {length}") } else { format!("{length} ago") }
}

fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Stays => "stays",
        Fate::WouldGo => "would go",
        Fate::Gone => "gone",
        Fate::Stuck => "stuck",
        Fate::Changed => "changed meanwhile, stays",
        Fate::Failed => "failed",
    }
}

fn tell_aside(ui: &Ui, sweep: &Sweep) {
    if let Some(skew) = sweep.skew {
        ui.warning(&format!("this machine's clock is off by {skew:#}; demos end by the API server's"), None);
    }
    for namespace in &sweep.strangers {
        ui.warning(&format!("`{namespace}` only looks like a demo; nothing is done to it"), None);
    }
    for note in &sweep.notes {
        ui.warning(note, None);
    }
}

fn tell_what_is_left(ui: &Ui, down: &TakenDown) {
    if !down.gone && down.remains == Remains::default() {
        ui.warning(&format!("`{}`: the cluster does not say yet what holds it up", down.name), None);
    }
    for object in &down.remains.objects {
        let waits = if object.finalizers.is_empty() {
            "does not go away".to_owned()
        } else {
            format!("waits for {}", object.finalizers.join(", "))
        };
        let what = ui.err().paint(&format!("{} {}", object.kind, object.name), Style::Heading);
        ui.warning(&format!("`{}`: {what} {waits}", down.name), None);
    }
    for said in &down.remains.said {
        ui.warning(&format!("`{}`: {said}", down.name), None);
    }
    for volume in &down.volumes {
        let mend = format!("kubectl delete persistentvolume {}, once its data is not needed", volume.name);
        ui.warning(
            &format!(
                "the volume `{}` ({}, claim `{}`) is still there: {}",
                volume.name, volume.capacity, volume.claim, volume.policy
            ),
            Some(&mend),
        );
    }
    for note in &down.notes {
        ui.warning(note, None);
    }
}
