//! `fountane template test`: every blueprint with sample models, compared with what was rendered before.

use camino::Utf8PathBuf;
use serde_json::json;

use super::session::Session;
use crate::blueprint::{self, Library, quality};
use crate::cli::TemplateTest;
use crate::error::{CliError, Kind};
use crate::fs::write_atomic;
use crate::spec;
use crate::ui::{Style, count};

/// Specs that between them have every type of field, every kind of relation, and next to nothing.
const SAMPLES: [(&str, &str); 3] = [
    ("clinic", include_str!("../../tests/fixtures/specs/clinic.yaml")),
    ("shop", include_str!("../../tests/fixtures/specs/shop.yaml")),
    ("note", include_str!("../../tests/fixtures/specs/note.yaml")),
];

/// What came of one blueprint with one sample.
enum Came {
    /// As expected, or nothing was expected.
    Well { files: usize },
    /// Something else.
    Differently { differences: Vec<String> },
    /// It does not render.
    Not { error: CliError },
}

pub(super) fn run(session: &Session, args: &TemplateTest) -> Result<(), CliError> {
    let library = session.library();
    let blueprints = if args.names.is_empty() { library.blueprint_names()? } else { args.names.clone() };
    let expected = session.settings.templates.value.as_ref().map(|dir| session.absolute(dir).join("expected"));
    if args.bless && expected.is_none() {
        return Err(CliError::usage("`--bless` needs a folder to write to").hint("name it with `--templates DIR`"));
    }
    let mut failed = 0;
    for blueprint in &blueprints {
        library.blueprint(blueprint)?;
        for (sample, text) in SAMPLES {
            let kept = expected.as_ref().map(|folder| folder.join(format!("{blueprint}-{sample}.tree")));
            let came = test(&library, blueprint, text, kept, args.bless);
            failed += usize::from(!matches!(came, Came::Well { .. }));
            tell(session, blueprint, sample, &came)?;
        }
    }
    if failed == 0 {
        return Ok(());
    }
    Err(CliError::user(format!("{} not as expected", count(failed, "rendering is", "renderings are")))
        .hint("`--bless` takes what is rendered now for what is expected"))
}

fn test(library: &Library, blueprint: &str, text: &str, kept: Option<Utf8PathBuf>, bless: bool) -> Came {
    match compare(library, blueprint, text, kept, bless) {
        Ok(came) => came,
        Err(error) => Came::Not { error },
    }
}

fn compare(
    library: &Library,
    blueprint: &str,
    text: &str,
    kept: Option<Utf8PathBuf>,
    bless: bool,
) -> Result<Came, CliError> {
    let (_, mut model) = spec::load(text, "sample").map_err(|problems| CliError::config(problems.render(false)))?;
    blueprint.clone_into(&mut model.blueprint.name);
    "*".clone_into(&mut model.blueprint.range);
    let first = blueprint::generate(library, &model)?;
    if blueprint::generate(library, &model)? != first {
        return Err(CliError::new(Kind::User, "it renders differently each time"));
    }
    let tree = quality::tree(&first.files);
    let files = first.files.len();
    let Some(kept) = kept else { return Ok(Came::Well { files }) };
    if bless {
        write_atomic(&kept, tree.as_bytes(), 0o644)?;
    }
    match fs_err::read_to_string(&kept) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Came::Well { files }),
        Err(error) => Err(error.into()),
        Ok(before) => {
            let differences: Vec<String> =
                quality::differences(&before, &tree).iter().map(ToString::to_string).collect();
            Ok(if differences.is_empty() { Came::Well { files } } else { Came::Differently { differences } })
        }
    }
}

fn tell(session: &Session, blueprint: &str, sample: &str, came: &Came) -> Result<(), CliError> {
    let ui = &session.ui;
    let (passed, lines) = match came {
        Came::Well { files } => (true, vec![count(*files, "file", "files")]),
        Came::Differently { differences } => (false, differences.clone()),
        Came::Not { error } => (false, std::iter::once(error.message()).chain(error.causes()).collect()),
    };
    let line = json!({ "blueprint": blueprint, "sample": sample, "passed": passed, "what": lines });
    ui.json("template-test", &line)?;
    let mark = if passed { ui.out().paint("✓", Style::Good) } else { ui.out().paint("✗", Style::Error) };
    ui.data(&format!("{mark} {blueprint} with {sample}: {}", lines.join("\n    ")))?;
    Ok(())
}
