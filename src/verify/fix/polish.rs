//! What ESLint and Prettier would mend, after the compiler: each file alone, each rule by itself where all together go too far.

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};

use super::change::Change;
use super::draft::Draft;
use super::language::{Language, TypeError};
use super::style::{Lint, Style};
use super::tally::Tally;
use super::{FixError, guard};

/// More rules with something to mend in one file are a change of style, not a repair.
const MOST_RULES: usize = 30;
/// Unused imports of one file.
const MOST_IMPORTS: usize = 200;

/// Files being polished.
pub(super) struct Polish<'a> {
    pub language: &'a mut Language,
    pub style: &'a mut Style,
    pub draft: &'a mut Draft,
    pub changes: &'a mut Vec<Change>,
}

impl Polish<'_> {
    /// Mends errors of ESLint in files that have some, and lays out every file that was touched.
    pub async fn run(&mut self, lints: &[Lint]) -> Result<(), FixError> {
        let touched = self.draft.texts().map(|(file, _)| file.to_owned());
        let faulty = lints.iter().filter(|lint| lint.is_error()).map(|lint| lint.file.clone());
        let files: BTreeSet<Utf8PathBuf> = touched.chain(faulty).collect();
        for file in files {
            self.drop_unused_imports(&file).await?;
            self.mend(&file).await?;
        }
        let touched: Vec<Utf8PathBuf> = self.draft.texts().map(|(file, _)| file.to_owned()).collect();
        for file in touched {
            self.format(&file).await?;
        }
        Ok(())
    }

    async fn mend(&mut self, file: &Utf8Path) -> Result<(), FixError> {
        let Ok(text) = self.draft.text(file) else { return Ok(()) };
        let found = self.style.lint(file, &text).await?;
        let rules: BTreeSet<&str> = found
            .iter()
            .filter(|lint| lint.fixable && lint.is_error())
            .filter_map(|lint| lint.rule.as_deref())
            .take(MOST_RULES)
            .collect();
        if rules.is_empty() || self.try_to_mend(file, &found, None).await? {
            return Ok(());
        }
        for rule in rules {
            self.try_to_mend(file, &found, Some(rule)).await?;
        }
        Ok(())
    }

    /// Takes what ESLint makes of a file, if it has fewer errors then and nothing is worse.
    async fn try_to_mend(&mut self, file: &Utf8Path, found: &[Lint], rule: Option<&str>) -> Result<bool, FixError> {
        let Ok(text) = self.draft.text(file) else { return Ok(false) };
        let Some(mended) = self.style.mend(file, &text, rule).await? else { return Ok(false) };
        let Some(left) = self.accept(file, &text, &mended).await? else { return Ok(false) };
        let gone = |lint: &&Lint| {
            let is_same = |other: &&Lint| other.rule == lint.rule && other.message == lint.message;
            lint.is_error() && lint.fixable && !left.iter().any(|other| is_same(&other))
        };
        for lint in found.iter().filter(gone) {
            let shown = self.style.shown(std::slice::from_ref(lint)).remove(0);
            self.changes.push(Change::new(shown, "mended by ESLint".to_owned()));
        }
        Ok(true)
    }

    /// Imports that ESLint finds unused go by the compiler's remedy: ESLint itself has none.
    async fn drop_unused_imports(&mut self, file: &Utf8Path) -> Result<(), FixError> {
        for _ in 0..MOST_IMPORTS {
            let Ok(text) = self.draft.text(file) else { return Ok(()) };
            let found = self.style.lint(file, &text).await?;
            let is_unused = |lint: &&Lint| {
                lint.is_error() && lint.rule.as_deref().is_some_and(|rule| rule.ends_with("no-unused-vars"))
            };
            let unused: Vec<&Lint> = found.iter().filter(is_unused).collect();
            if unused.is_empty() || !self.drop_one_import(file, &text, &unused).await? {
                return Ok(());
            }
        }
        Ok(())
    }

    async fn drop_one_import(&mut self, file: &Utf8Path, text: &str, unused: &[&Lint]) -> Result<bool, FixError> {
        for faded in self.language.unused(file).await? {
            let is_it = |lint: &&&Lint| lint.line.is_some() && lint.line == self.language.shown(&faded).line;
            let Some(lint) = unused.iter().find(is_it) else { continue };
            if self.drop_import(file, text, &faded, lint).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn drop_import(
        &mut self,
        file: &Utf8Path,
        text: &str,
        faded: &TypeError,
        lint: &Lint,
    ) -> Result<bool, FixError> {
        for remedy in super::policy::candidates(self.language.remedies(faded).await?) {
            let [only] = remedy.files.as_slice() else { continue };
            if only.file == file && self.accept(file, text, &only.text).await?.is_some() {
                let shown = self.style.shown(std::slice::from_ref(lint)).remove(0);
                self.changes.push(Change::new(shown, remedy.description));
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn format(&mut self, file: &Utf8Path) -> Result<(), FixError> {
        let Ok(text) = self.draft.text(file) else { return Ok(()) };
        // A file that it cannot read is left as it is.
        let Ok(Some(formatted)) = self.style.format(file, &text).await else { return Ok(()) };
        if formatted == text || guard::judge(file.as_str(), &text, &formatted).is_err() {
            return Ok(());
        }
        let before = self.types(file).await?;
        self.put(file, &formatted).await?;
        // Even layout can change what is said of a file: without its brackets an expression is called by another name.
        if !before.grown_in(&self.types(file).await?).is_empty() {
            self.put(file, &text).await?;
        }
        Ok(())
    }

    /// Takes a text if guards allow it, ESLint finds fewer errors in it and nobody finds more; what ESLint still finds.
    async fn accept(&mut self, file: &Utf8Path, before: &str, after: &str) -> Result<Option<Vec<Lint>>, FixError> {
        if before == after || guard::judge(file.as_str(), before, after).is_err() {
            return Ok(None);
        }
        let (types, lints) = self.find(file, before).await?;
        if self.put(file, after).await?.is_none() {
            return Ok(None);
        }
        let now = self.draft.text(file).unwrap_or_default();
        let (types_now, lints_now) = self.find(file, &now).await?;
        let (old, new) = (self.tally(&lints), self.tally(&lints_now));
        let is_better =
            new.total() < old.total() && old.grown_in(&new).is_empty() && types.grown_in(&types_now).is_empty();
        if !is_better {
            self.put(file, before).await?;
            return Ok(None);
        }
        Ok(Some(lints_now))
    }

    async fn find(&mut self, file: &Utf8Path, text: &str) -> Result<(Tally, Vec<Lint>), FixError> {
        Ok((self.types(file).await?, self.style.lint(file, text).await?))
    }

    async fn types(&mut self, file: &Utf8Path) -> Result<Tally, FixError> {
        Ok(Tally::of(&self.language.diagnose_shown(Some(&[file.to_owned()])).await?))
    }

    fn tally(&self, lints: &[Lint]) -> Tally {
        Tally::of(&self.style.shown(lints))
    }

    async fn put(&mut self, file: &Utf8Path, text: &str) -> Result<Option<()>, FixError> {
        if self.draft.put(file, text).is_err() {
            return Ok(None);
        }
        let text = self.draft.drafted(file);
        self.language.put(file, text).await?;
        Ok(Some(()))
    }
}
