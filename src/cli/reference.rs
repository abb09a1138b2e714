//! `docs/cli.md`: every command with its options, from the same structures that parse them.

use std::fmt::Write as _;

use clap::{Arg, Command, CommandFactory as _};

use super::Cli;

/// The reference of the command line, as Markdown.
pub fn reference() -> String {
    let mut root = Cli::command();
    root.build();
    let mut text = String::from(
        "# The command line\n\n<!-- Written by the program: FOUNTANE_BLESS=1 cargo test --test it written -->\n\n",
    );
    text.push_str(
        "stdout carries data, stderr carries talk. With `--json` every line of stdout is one JSON object with `\"v\":1` and\n\
         a `type`: `event`, `change`, `diff`, `diagnostic`, `gate`, `problem`, `finding`, `result`, `error` and others.\n\n\
         Exit codes: 0 done, 1 the work could not be done or found something (a conflict, a drift, a failed gate),\n\
         2 the command line is wrong or an answer is missing, 130 stopped by Ctrl-C.\n\n\
         Settings come from flags, then the environment (`NO_COLOR`, `CI`, `FOUNTANE_COLOR`, `FOUNTANE_YES`,\n\
         `FOUNTANE_TEMPLATES`, `FOUNTANE_REGISTRY_MIRRORS`), then `fountane/config.yaml` in the folder for configuration\n\
         (`color`, `templates`, `stack`), then defaults.\n\n## Options of every command\n\n",
    );
    let everywhere: Vec<&Arg> = root.get_arguments().filter(|arg| arg.is_global_set()).collect();
    for arg in &everywhere {
        option(&mut text, arg);
    }
    let known: Vec<&str> = everywhere.iter().map(|arg| arg.get_id().as_str()).collect();
    for sub in root.get_subcommands() {
        command(&mut text, sub, "fountane", 2, &known);
    }
    text
}

/// `known` are the options that a command above has told of already.
fn command(text: &mut String, command: &Command, parent: &str, level: usize, known: &[&str]) {
    if command.is_hide_set() || command.get_name() == "help" {
        return;
    }
    let name = format!("{parent} {}", command.get_name());
    let _ = write!(text, "\n{} `{name}`\n\n", "#".repeat(level));
    let about = command.get_long_about().or(command.get_about());
    if let Some(about) = about {
        let _ = write!(text, "{}\n\n", about.to_string().trim());
    }
    let own = command.get_arguments().filter(|arg| !known.contains(&arg.get_id().as_str()) && !arg.is_hide_set());
    let own: Vec<&Arg> = own.filter(|arg| arg.get_id() != "help" && arg.get_id() != "version").collect();
    for arg in &own {
        option(text, arg);
    }
    let below = own.iter().filter(|arg| arg.is_global_set()).map(|arg| arg.get_id().as_str());
    let known: Vec<&str> = known.iter().copied().chain(below).collect();
    if let Some(after) = command.get_after_help() {
        let _ = write!(text, "\n```text\n{}\n```\n", after.to_string().trim());
    }
    for sub in command.get_subcommands() {
        self::command(text, sub, &name, (level + 1).min(4), &known);
    }
}

fn option(text: &mut String, arg: &Arg) {
    if arg.is_hide_set() || arg.get_id() == "help" {
        return;
    }
    let value = arg.get_value_names().map(|names| names.join(" ")).filter(|_| arg.get_action().takes_values());
    let shown = match (arg.get_long(), arg.get_short(), value) {
        (None, _, value) => {
            let name = value.unwrap_or_else(|| arg.get_id().to_string());
            if arg.is_required_set() { format!("<{name}>") } else { format!("[{name}]") }
        }
        (Some(long), short, value) => {
            let short = short.map(|short| format!("-{short}, ")).unwrap_or_default();
            let value = value.map(|value| format!(" <{value}>")).unwrap_or_default();
            format!("{short}--{long}{value}")
        }
    };
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let values: Vec<String> = arg
        .get_possible_values()
        .iter()
        .filter(|_| arg.get_action().takes_values())
        .map(|value| format!("`{}`", value.get_name()))
        .collect();
    let values = if values.is_empty() { String::new() } else { format!(": {}", values.join(", ")) };
    let _ = writeln!(text, "- `{shown}` {help}{values}");
}
