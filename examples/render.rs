//! Renders a spec into a folder: `cargo run --example render -- <spec.yaml> <folder> [<overrides>]`. For template authors.

use camino::Utf8PathBuf;
use fountane::blueprint::{Library, generate};
use fountane::spec;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(file), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("usage: render <spec.yaml> <folder> [<overrides>]".into());
    };
    let folder = Utf8PathBuf::from(folder);
    let library = arguments.next().map_or_else(Library::embedded, |own| Library::with_overrides(own.into()));
    let (_, model) = spec::load(&fs_err::read_to_string(&file)?, &file).map_err(|problems| format!("{problems:#?}"))?;
    let generated = generate(&library, &model)?;
    for file in &generated.files {
        let path = folder.join(file.path.as_str());
        if let Some(parent) = path.parent() {
            fs_err::create_dir_all(parent)?;
        }
        fs_err::write(path, &file.bytes)?;
    }
    generated.without_lockfile.map_or(Ok(()), |reason| Err(format!("no lockfile: {reason}").into()))
}
