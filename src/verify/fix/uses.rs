//! What a person's own code says of things that get another name: the LanguageService knows, as long as the old names
//! are on disk.

use camino::{Utf8Path, Utf8PathBuf};

use serde::{Deserialize, Serialize, Serializer};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::language::Language;
use super::style::Style;
use super::{FixError, Project};
use crate::process::Cancel;
use crate::toolchain::NodeRuntime;

/// A file that fountane makes, before and after names change.
#[derive(Debug, Clone, Serialize)]
pub struct Renamed {
    /// Where it is, as an absolute path.
    pub path: Utf8PathBuf,
    /// Where it will be.
    pub to: Utf8PathBuf,
    /// As it was made.
    pub before: String,
    /// As it will be made; none where that is the same.
    pub after: Option<String>,
    /// What in it is a person's own.
    pub own: Own,
}

/// What in a file is a person's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Own {
    /// Nothing: it is as it was made.
    Nothing,
    /// These lines, from 0 on.
    Lines(Vec<usize>),
    /// The whole file.
    All,
}

impl serde::Serialize for Own {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => out.serialize_none(),
            Self::Lines(lines) => lines.serialize(out),
            Self::All => out.serialize_str("all"),
        }
    }
}

impl Own {
    /// The lines of a text that are not as they were made.
    pub fn lines(made: &str, text: &str) -> Self {
        let (made, text): (Vec<&str>, Vec<&str>) = (made.lines().collect(), text.lines().collect());
        let differing = capture_diff_slices(Algorithm::Myers, &made, &text).into_iter();
        let lines: Vec<usize> =
            differing.filter(|step| !matches!(step, DiffOp::Equal { .. })).flat_map(|step| step.new_range()).collect();
        if lines.is_empty() { Self::Nothing } else { Self::Lines(lines) }
    }
}

/// A value of an enum that gets another name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RenamedValue {
    /// What it is called.
    pub from: String,
    /// What it shall be called.
    pub to: String,
    /// All values of the enum, by which it is told from others.
    pub texts: Vec<String>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Found {
    /// Files that change.
    pub files: Vec<Used>,
    /// Whether all was searched in the time that there is.
    pub complete: bool,
    /// Whether packages see others as they were: what these are compiled to is older than their sources.
    pub stale: bool,
}

/// A file in which a person speaks of what gets another name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Used {
    /// Which, as an absolute path.
    pub file: Utf8PathBuf,
    /// Its text as it was read, without a byte order mark.
    pub before: String,
    /// Its text with the new names, without a byte order mark.
    pub text: String,
    /// In how many places.
    pub places: usize,
}

/// Asks what changes in a person's own text. Files that Prettier had laid out are laid out anew; nothing is written.
///
/// # Errors
/// There is no `tsconfig.json`; a script of ours failed; the person wishes to stop.
pub async fn uses(
    project: &Project,
    node: &NodeRuntime,
    typescript: &Utf8Path,
    files: &[Renamed],
    values: &[RenamedValue],
    cancel: &Cancel,
) -> Result<Found, FixError> {
    let configs = project.configs();
    if configs.is_empty() {
        return Err(FixError::NoConfig(project.root.clone()));
    }
    let mut language = Language::open(node, typescript, &project.root, &configs, cancel).await?;
    let found = language.uses(files, values).await;
    language.stop().await;
    let mut found = found?;
    let is_whole = |used: &&mut Used| !files.iter().any(|file| file.path == used.file && file.own != Own::All);
    let mut whole = found.files.iter_mut().filter(is_whole).peekable();
    if whole.peek().is_none() {
        return Ok(found);
    }
    let Some(mut style) = Style::open(project, node, cancel).await? else { return Ok(found) };
    for used in whole {
        let laid_out = lay_out(&mut style, used).await;
        // What Prettier cannot read stays as it is.
        if let Err(FixError::Stopped) = laid_out {
            return Err(FixError::Stopped);
        }
    }
    style.stop().await;
    Ok(found)
}

async fn lay_out(style: &mut Style, used: &mut Used) -> Result<(), FixError> {
    if style.format(&used.file, &used.before).await?.as_ref() != Some(&used.before) {
        return Ok(());
    }
    if let Some(text) = style.format(&used.file, &used.text).await? {
        used.text = text;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_a_person_added_or_changed_are_their_own() {
        let made = "a\nb\nc\nd\n";
        assert_eq!(Own::lines(made, made), Own::Nothing);
        assert_eq!(Own::lines(made, "a\r\nb\r\nc\r\nd\r\n"), Own::Nothing);
        assert_eq!(Own::lines(made, "a\nmine\nb\nC\nd\n"), Own::Lines(vec![1, 3]));
        assert_eq!(Own::lines(made, "a\nd\n"), Own::Nothing);
    }
}
