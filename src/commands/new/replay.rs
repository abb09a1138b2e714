//! The one command line that does the same without questions.

use super::draft::Draft;
use crate::cli::NewArgs;
use crate::commands::session::Session;
use crate::database::without_password;
use crate::spec::Model;

/// As a person would type it into a POSIX shell.
pub(super) fn command(session: &Session, args: &NewArgs, draft: &Draft, model: &Model) -> String {
    let mut words = vec!["fountane".to_owned(), "new".to_owned(), model.project.name.clone()];
    let mut option = |name: &str, value: &str| words.extend([name.to_owned(), quoted(value)]);
    if let Some(dir) = &args.dir {
        option("--dir", dir.as_str());
    }
    if let Some(blueprint) = args.blueprint.as_ref().or(draft.chosen_blueprint.as_ref()) {
        option("--blueprint", blueprint);
    }
    if let Some(from) = &args.from {
        option("--from", &without_password(from.as_str()));
    }
    if let Some(answers) = &args.answers {
        option("--answers", answers.as_str());
    }
    if let Some(templates) = &session.settings.templates.value {
        option("--templates", templates.as_str());
    }
    for set in args.set.iter().chain(&draft.typed) {
        option("--set", set);
    }
    for (flag, is_set) in [("--no-install", args.no_install), ("--no-check", args.no_check), ("--no-git", args.no_git)]
    {
        if is_set {
            words.push(flag.to_owned());
        }
    }
    words.push("--yes".to_owned());
    words.join(" ")
}

/// Quoted where a shell would read something else.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=:@^,+%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn what_a_shell_would_read_otherwise_is_quoted() {
        let shown = ["a=b", "a b", "it's", "$x", ""].map(quoted);
        assert_eq!(shown, ["a=b", "'a b'", r"'it'\''s'", "'$x'", "''"]);
    }
}
