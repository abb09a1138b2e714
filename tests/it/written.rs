//! Files that the program writes about itself: completions, man pages, the reference. `FOUNTANE_BLESS=1` rewrites them.

use camino::Utf8Path;
use clap::CommandFactory as _;
use clap_complete::Shell;
use fountane::cli::Cli;

fn check(path: &str, expected: &[u8]) {
    let path = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    #[expect(clippy::disallowed_methods, reason = "asks the one who runs the tests")]
    if std::env::var_os("FOUNTANE_BLESS").is_some() {
        fs_err::create_dir_all(path.parent().unwrap()).unwrap();
        fs_err::write(&path, expected).unwrap();
    }
    let found = fs_err::read(&path).unwrap_or_default();
    let same = found == expected;
    assert!(same, "{path} is not what the program writes; FOUNTANE_BLESS=1 cargo test --test it written rewrites it");
}

#[test]
fn completions() {
    let shells = [
        (Shell::Bash, "fountane.bash"),
        (Shell::Zsh, "_fountane"),
        (Shell::Fish, "fountane.fish"),
        (Shell::PowerShell, "_fountane.ps1"),
    ];
    for (shell, name) in shells {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut Cli::command(), "fountane", &mut script);
        check(&format!("completions/{name}"), &script);
    }
}

#[test]
fn man_pages() {
    fn pages(command: &clap::Command, name: &str, found: &mut Vec<(String, Vec<u8>)>) {
        let mut page = Vec::new();
        clap_mangen::Man::new(command.clone()).title(name).render(&mut page).unwrap();
        found.push((format!("man/{name}.1"), page));
        for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set() && sub.get_name() != "help") {
            pages(sub, &format!("{name}-{}", sub.get_name()), found);
        }
    }
    let mut found = Vec::new();
    let mut command = Cli::command();
    command.build();
    pages(&command, "fountane", &mut found);
    assert!(found.len() > 20, "{}", found.len());
    for (path, page) in found {
        check(&path, &page);
    }
}

#[test]
fn the_reference() {
    check("docs/cli.md", fountane::cli::reference().as_bytes());
}

#[test]
fn the_schema_of_components() {
    check("docs/component.schema.json", fountane::stack::component_schema().as_bytes());
}
