//! One file per verb: resolve what was typed, call the domain, print.

mod add;
mod adopt;
mod before;
mod blueprint;
mod browse;
mod check;
mod completions;
mod demo;
mod demo_kubernetes;
mod doctor;
mod eject;
mod events;
mod exec;
mod fault;
mod fix;
mod found;
mod generate;
mod import;
mod install;
mod interrupt;
mod new;
mod only;
mod package;
mod project;
mod refusal;
mod remove;
mod rename;
mod renaming;
mod respec;
mod schema;
mod session;
mod source;
mod sources;
mod stack;
mod summary;
mod template;
mod template_test;
mod undecided;
mod upgrade;
mod uses;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser as _;
use clap::error::ErrorKind;

use crate::cli::{Cli, Command};
use crate::env_vars::Environment;
use crate::error::{CliError, Kind};
use crate::settings::{Settings, UserFile};
use crate::ui::Ui;
use session::Session;

/// Runs a command line to its end; what a process ends with.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let cli = match Cli::try_parse_from(&args) {
        Ok(cli) => cli,
        Err(error) => return not_understood(&error, args.iter().any(|arg| arg == "--json")),
    };
    let environment = Environment::current();
    let flags = session::flags(&cli.global);
    let file = UserFile::read(&environment);
    let settings = Settings::resolve(&flags, &environment, file.as_ref().unwrap_or(&UserFile::default()));
    let ui = Ui::new(session::manner(&settings));
    let ended = file.map_err(CliError::from).and_then(|_| {
        if cli.global.show_settings {
            return session::show_settings(&ui, &settings);
        }
        let session = Session::new(ui.clone(), settings, environment, cli.global.trust)?;
        dispatch(&session, cli.command)
    });
    ui.restore();
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => ExitCode::from(report(&ui, &error)),
    }
}

fn dispatch(session: &Session, command: Command) -> Result<(), CliError> {
    match command {
        Command::New(args) => new::run(session, args),
        Command::Generate(args) => generate::run(session, &args),
        Command::Check(args) => check::run(session, &args),
        Command::Fix(args) => fix::run(session, &args),
        Command::Adopt(args) => adopt::run(session, &args),
        Command::Add(args) => add::run(session, &args),
        Command::Remove(args) => remove::run(session, &args),
        Command::Rename(args) => rename::run(session, &args),
        Command::Upgrade(args) => upgrade::run(session, &args),
        Command::Eject(args) => eject::run(session, &args),
        Command::Import(args) => import::run(session, &args),
        Command::Demo(command) => demo::run(session, &command),
        Command::Stack(args) => stack::run(session, &args),
        Command::Exec(args) => exec::run(session, &args),
        Command::Blueprint(command) => blueprint::run(session, &command),
        Command::Template(command) => template::run(session, &command),
        Command::Source(command) => sources::run(session, &command),
        Command::Trust(command) => sources::trust(session, &command),
        Command::Doctor(args) => doctor::run(session, &args),
        Command::Schema(args) => schema::run(session, &args),
        Command::Completions(args) => completions::run(session, &args),
    }
}

/// Tells of an error where it is looked for; what the process ends with.
fn report(ui: &Ui, error: &CliError) -> u8 {
    let code = error.kind().exit_code();
    if error.kind() == Kind::BrokenPipe {
        return code;
    }
    if ui.is_json() {
        let line = serde_json::json!({
            "kind": error.kind().name(),
            "message": error.message(),
            "causes": error.causes(),
            "hints": error.hints(),
            "exit-code": code,
        });
        let _ = ui.json("error", &line);
    } else {
        ui.error(error.block(), &error.message(), &error.causes(), error.hints());
    }
    code
}

/// clap lists missing arguments on lines of their own, below a colon.
fn with_arguments(message: &str, rest: &str) -> String {
    let arguments: Vec<&str> = rest.lines().take_while(|line| line.starts_with("  ")).map(str::trim).collect();
    format!("{} {}", message.trim(), arguments.join(", ")).trim_end().to_owned()
}

/// clap's own words, on the right stream; as a JSON line where JSON was asked for.
fn not_understood(error: &clap::Error, json: bool) -> ExitCode {
    let is_help = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if json && !is_help {
        let text = error.render().to_string();
        let (message, rest) = text.trim_start_matches("error: ").split_once('\n').unwrap_or((&text, ""));
        let message = with_arguments(message, rest);
        let hints = rest.lines().map(str::trim).filter_map(|line| line.strip_prefix("tip: ")).map(str::to_owned);
        let usage = hints.fold(CliError::usage(message), CliError::hint);
        let manner = session::manner_of_json();
        return ExitCode::from(report(&Ui::new(manner), &usage));
    }
    // Who reads it may be gone.
    let _ = error.print();
    ExitCode::from(if is_help { 0 } else { Kind::Usage.exit_code() })
}
