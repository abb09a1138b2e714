//! The steps after the files are there: tools, packages, gates, repository. Each can be taken up again.

use std::time::Duration;

use camino::Utf8Path;
use serde_json::json;

use crate::cli::NewArgs;
use crate::commands::events::{skipped, step};
use crate::commands::session::Session;
use crate::commands::{check, install};
use crate::error::CliError;
use crate::process::{Cancel, Limits};
use crate::runs::{Event, EventSink};
use crate::toolchain::{Toolchain, Which};
use crate::ui::Style;
use crate::verify::Gate;
use crate::workspace::git::{self, FirstCommit};
use crate::workspace::marker::Marker;
use crate::workspace::{Bases, Lock};

const HOOKS_LIMIT: Duration = Duration::from_mins(1);

/// What the steps need.
pub(super) struct Finish<'a> {
    pub session: &'a Session,
    pub args: &'a NewArgs,
    pub root: &'a Utf8Path,
    pub marker: Marker,
    pub replay: String,
    pub cancel: &'a Cancel,
}

impl Finish<'_> {
    /// Does what is still to be done; whatever fails leaves the marker, so that the same command can go on.
    pub async fn run(mut self, name: &str) -> Result<(), CliError> {
        match self.steps(name).await {
            Ok(()) => {
                Marker::remove(self.root)?;
                self.farewell()
            }
            Err(error) => Err(self.unfinished(error)),
        }
    }

    async fn steps(&mut self, name: &str) -> Result<(), CliError> {
        let events = self.session.ui.events();
        let toolchain = if self.args.no_install {
            skipped(&*events, "install", "left out by --no-install");
            None
        } else {
            let toolchain = install::toolchain(self.session, self.root, &*events, self.cancel).await?;
            if !self.marker.is_done("install") {
                install::install_packages(self.root, &toolchain, &*events, self.cancel).await?;
                self.marker.step_done("install", self.root)?;
            }
            self.check(&toolchain, &*events).await?;
            Some(toolchain)
        };
        if self.args.no_git {
            skipped(&*events, "commit", "left out by --no-git");
            return Ok(());
        }
        self.commit(name, &*events)?;
        if let Some(toolchain) = toolchain {
            self.hooks(&toolchain, &*events).await;
        }
        Ok(())
    }

    /// Hooks belong to a repository, which was not there when the packages were installed.
    async fn hooks(&self, toolchain: &Toolchain, events: &dyn EventSink) {
        let prepare = toolchain.command(Which::Pnpm, &["run", "--if-present", "prepare"], self.root);
        let ended = prepare.run(&Limits::new(HOOKS_LIMIT, self.cancel), &mut |_| {}).await;
        if let Err(error) = ended {
            let hint = "`fountane exec pnpm run prepare` tries again".to_owned();
            events.emit(Event::Warning { message: format!("git has no hooks: {error}"), hint: Some(hint) });
        }
    }

    async fn check(&mut self, toolchain: &Toolchain, events: &dyn EventSink) -> Result<(), CliError> {
        if self.args.no_check {
            skipped(events, "check", "left out by --no-check");
        } else if !self.marker.is_done("check") {
            let passed = check::pass(&self.session.ui, self.root, toolchain, &Gate::ALL, self.cancel).await;
            passed.map_err(|error| error.hint("mend what was found, or leave the gates out with `--no-check`"))?;
            self.marker.step_done("check", self.root)?;
        }
        Ok(())
    }

    fn commit(&self, name: &str, events: &dyn EventSink) -> Result<(), CliError> {
        let message = format!("Create {name} with fountane {}", env!("CARGO_PKG_VERSION"));
        let made = step(events, "commit", || {
            let made = git::first_commit(self.root, &message)?;
            if let Some(lock) = Lock::read(self.root)? {
                Bases::of(self.root).keep_written(self.root, &lock)?;
            }
            let told = match &made {
                FirstCommit::Made { id } => format!("first commit {id}"),
                FirstCommit::NoIdentity => "repository without a commit".to_owned(),
                FirstCommit::Inside { root } => format!("left to the repository in {root}"),
            };
            Ok((made, told))
        })?;
        if made == FirstCommit::NoIdentity {
            let hint = "`git config --global user.name NAME` and `user.email`, then `git add -A && git commit`";
            let message = "git does not know who you are, so nothing is committed".to_owned();
            events.emit(Event::Warning { message, hint: Some(hint.to_owned()) });
        }
        Ok(())
    }

    fn farewell(&self) -> Result<(), CliError> {
        let ui = &self.session.ui;
        let shown = self.session.shown(self.root);
        let line = json!({ "command": "new", "written": true, "path": self.root, "replay": self.replay });
        ui.json("result", &line)?;
        let command = |text: &str| ui.err().paint(text, Style::Hint);
        ui.say("");
        ui.say(&format!("{} is ready. Next:", ui.err().paint(&shown, Style::Heading)));
        ui.say(&format!("  {}", command(&format!("cd {shown}"))));
        if self.args.no_install {
            ui.say(&format!("  {}   installs and runs every gate", command("fountane check")));
        } else {
            ui.say(&format!("  {}   runs it on this machine, with demo data", command("fountane demo up")));
        }
        ui.say("");
        ui.say("The same again, without questions:");
        ui.say(&format!("  {}", command(&self.replay)));
        Ok(())
    }

    fn unfinished(&self, error: CliError) -> CliError {
        let shown = self.session.shown(self.root);
        let rest = format!("`{shown}` is not finished; the same command goes on where it stood: `{}`", self.replay);
        error.hint(rest)
    }
}
