//! `fountane doctor`.

use std::time::Duration;

use super::session::Session;
use super::{demo_kubernetes, interrupt, project};
use crate::cli::DoctorArgs;
use crate::demo::kubernetes;
use crate::error::CliError;
use crate::process::{Limits, Program};
use crate::stack::Engine;
use crate::toolchain::{Finding, Search, Verdict, doctor};
use crate::ui::{Style, Table, count};

pub(super) fn run(session: &Session, args: &DoctorArgs) -> Result<(), CliError> {
    let ui = &session.ui;
    let folder = args.workspace.dir.as_ref().map_or_else(|| session.cwd.clone(), |dir| session.absolute(dir));
    // Outside a workspace it judges the machine for the versions that a new one would want.
    let folder = project::find_root(&folder).unwrap_or(folder);
    let search = Search::new(session.environment.clone());
    let access = demo_kubernetes::access(session, &args.cluster);
    let findings = interrupt::run(ui, |cancel| async move {
        let mut findings = doctor(&folder, &search).await;
        findings.extend([engine(session).await, compose(session).await]);
        findings.extend(kubernetes::doctor(access, &cancel).await);
        Ok(findings)
    })?;
    let mut table = Table::new(["", "what", "found"]);
    for finding in &findings {
        ui.json("finding", finding)?;
        let mark = match finding.verdict {
            Verdict::Good => ui.out().paint("✓", Style::Good),
            Verdict::Note => ui.out().paint("•", Style::Hint),
            Verdict::Bad => ui.out().paint("✗", Style::Error),
        };
        let mend = finding.mend.as_ref().map(|mend| format!("\n{}", ui.out().paint(mend, Style::Dim)));
        table.row([mark, finding.what.to_owned(), format!("{}{}", finding.found, mend.unwrap_or_default())]);
    }
    for line in table.lines(ui.out()) {
        ui.data(&line)?;
    }
    match findings.iter().filter(|finding| finding.verdict == Verdict::Bad).count() {
        0 => Ok(()),
        bad => Err(CliError::user(format!("{} to mend", count(bad, "thing is there", "things are there")))),
    }
}

/// What `fountane stack` comes up on. Whoever has no use for it lacks nothing.
async fn engine(session: &Session) -> Finding {
    const WHAT: &str = "container engine";
    match Engine::connect(&session.environment).await {
        Ok(engine) => Finding { what: WHAT, found: engine.shown(), verdict: Verdict::Good, mend: None },
        Err(error) => {
            let mend = format!("for `fountane stack` alone: {}", error.hints().pop().unwrap_or_default());
            Finding { what: WHAT, found: error.to_string(), verdict: Verdict::Note, mend: Some(mend) }
        }
    }
}

/// What brings up the files of `fountane stack export`.
async fn compose(session: &Session) -> Finding {
    const WHAT: &str = "Docker Compose";
    let limits = Limits::time(Duration::from_secs(10));
    for (program, args) in
        [("docker", &["compose", "version", "--short"][..]), ("podman", &["compose", "version", "--short"])]
    {
        if session.environment.find_program(program).is_none() {
            continue;
        }
        let asked = Program::new(program).args(args.iter().copied()).capture(&limits).await;
        if let Ok(captured) = asked
            && captured.exit.is_success()
        {
            let found = format!("{} by `{program} compose`", captured.out.trim());
            return Finding { what: WHAT, found, verdict: Verdict::Good, mend: None };
        }
    }
    let mend = "only for files of `fountane stack export`: install the Compose plugin of Docker".to_owned();
    Finding { what: WHAT, found: "there is none".to_owned(), verdict: Verdict::Note, mend: Some(mend) }
}
