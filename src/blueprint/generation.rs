//! From a model, and what its migrations are so far, to everything that stands in its workspace, in memory: planned,
//! rendered, and the lock's facts.

use std::collections::BTreeMap;

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::lockfile::LockfileError;
use super::migrations::{self, Migration, Past, Pending};
use super::{Composition, GenerateError, Generated, Library, generate};
use crate::render::{Ownership, RenderedFile};
use crate::spec::{self, Model};
use crate::workspace::{Lock, OWN_FOLDER, SCHEMA_FILE};
use crate::workspace_path::WorkspacePath;

/// All files of a workspace, and the lock that they will have.
#[derive(Debug, Clone)]
pub struct Generation {
    /// Every file but the spec and the lock, sorted by path.
    pub files: Vec<RenderedFile>,
    /// Versions and the spec's digest; its files are filled in when they are compared with the disk.
    pub lock: Lock,
    /// Why `pnpm-lock.yaml` is not among the files; `pnpm install` writes it then.
    pub without_lockfile: Option<LockfileError>,
    /// Which template takes the place of which, and which blueprint says so.
    pub replacements: Vec<(String, String, String)>,
    /// Those among the files that continue what stands.
    pub migrations: Vec<Migration>,
    /// What the next migration of each service is about.
    pub pending: Vec<Pending>,
}

/// Everything that stands in a workspace. The same model, library and past give the same bytes.
pub fn generation(library: &Library, model: &Model, past: &Past) -> Result<Generation, GenerateError> {
    let Generated { mut files, without_lockfile, migrations: planned } = generate(library, model)?;
    let templates: BTreeMap<String, String> = files
        .iter()
        .filter_map(|file| file.template.split_once('@'))
        .map(|(name, version)| (name.to_owned(), version.to_owned()))
        .collect();
    let (mut migrations, mut pending) = (Vec::new(), Vec::new());
    for planned in &planned {
        let next = migrations::follow(planned, past, &mut files)?;
        pending.push(Pending::of(planned, next.as_ref()));
        migrations.extend(next);
    }
    files.extend(own_files());
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let composition = Composition::of(library, model.blueprints())?;
    let mut lock = Lock::new(composition.shown(), templates, digest(model));
    lock.sources = library.pins();
    let replacements = composition.replacements();
    let replacements = replacements.map(|(name, place, by)| (name.to_owned(), place.to_owned(), by)).collect();
    Ok(Generation { files, lock, without_lockfile, replacements, migrations, pending })
}

impl Generation {
    /// The lock of a workspace in which every file is as it was rendered.
    pub fn complete_lock(&self) -> Lock {
        let mut lock = self.lock.clone();
        lock.files = self.files.iter().map(|file| (file.path.clone(), file.into())).collect();
        lock
    }
}

/// SHA-256 of what the spec means: comments, order of keys and short forms do not count.
///
/// # Panics
/// Never: a model serialises.
pub fn digest(model: &Model) -> String {
    let bytes = serde_json::to_vec(model).expect("a model serialises");
    HEXLOWER.encode(&Sha256::digest(&bytes))
}

/// What fountane keeps in a workspace for itself and for editors.
fn own_files() -> [RenderedFile; 2] {
    let file = |path: &str, text: String| RenderedFile {
        path: WorkspacePath::new(path).expect("a constant that is a path"),
        bytes: text.into_bytes(),
        ownership: Ownership::Generated,
        template: concat!("fountane@", env!("CARGO_PKG_VERSION")).to_owned(),
        executable: false,
        grown_from: None,
    };
    let ignores = "*\n!.gitignore\n!schema.json\n".to_owned();
    [file(&format!("{OWN_FOLDER}/.gitignore"), ignores), file(SCHEMA_FILE, spec::schema::schema_text())]
}
