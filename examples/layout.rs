//! Lays out every TypeScript and JSON file below one folder into another: `layout FROM TO [prune] [verify]`.
//!
//! For comparing with Prettier over many files at once; see `tests/layout/`.
#![allow(clippy::print_stdout, reason = "a tool for developers that talks on the terminal")]

use std::error::Error;
use std::time::Instant;

use camino::{Utf8Path, Utf8PathBuf};
use fountane::render::layout;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [from, to, words @ ..] = arguments.as_slice() else {
        return Err("give a folder to read and a folder to write".into());
    };
    let has = |word: &str| words.iter().any(|given| given == word);
    let options = layout::Options { prune_imports: has("prune"), verify: has("verify") };
    let (from, to) = (Utf8Path::new(from), Utf8Path::new(to));
    let mut files = Vec::new();
    collect(from, &mut files)?;
    let sources: Vec<(Utf8PathBuf, String)> = files
        .into_iter()
        .map(|file| Ok((file.clone(), fs_err::read_to_string(&file)?)))
        .collect::<Result<_, std::io::Error>>()?;
    let start = Instant::now();
    let results: Vec<_> = sources
        .iter()
        .map(|(file, source)| {
            if file.extension() == Some("json") {
                layout::json(file.as_str(), source)
            } else {
                layout::typescript_with(file.as_str(), source, options)
            }
        })
        .collect();
    let took = start.elapsed();
    let mut failed = 0;
    for ((file, _), result) in sources.iter().zip(results) {
        let target = to.join(file.strip_prefix(from)?);
        if let Some(folder) = target.parent() {
            fs_err::create_dir_all(folder)?;
        }
        match result {
            Ok(text) => fs_err::write(target, text)?,
            Err(error) => {
                failed += 1;
                println!("{error}");
            }
        }
    }
    println!("{} files, {failed} failed, {took:?}", sources.len());
    Ok(())
}

fn collect(folder: &Utf8Path, files: &mut Vec<Utf8PathBuf>) -> Result<(), std::io::Error> {
    for entry in folder.read_dir_utf8()? {
        let path = entry?.into_path();
        if path.is_dir() {
            if path.file_name() != Some("node_modules") {
                collect(&path, files)?;
            }
        } else if matches!(path.extension(), Some("ts" | "tsx" | "mts" | "mjs" | "json")) {
            files.push(path);
        }
    }
    Ok(())
}
