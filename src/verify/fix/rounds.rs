//! Rounds of repairs by the compiler's own remedies, in memory. The draft never gets worse: what does not mend is undone.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};

use super::change::Change;
use super::draft::Draft;
use super::language::{Language, Remedy, Text, TypeError};
use super::style::Style;
use super::tally::Tally;
use super::{FixError, guard, policy};
use crate::verify::Diagnostic;

/// A repair may unmask what the next round repairs; what is left after these is for a person.
const ROUNDS: usize = 6;
/// Of remedies for one error, more are guesses.
const TRIES: usize = 4;
/// Of repairs that unmask one another.
const CHAIN: usize = 3;
/// What is repaired by then is kept.
const BUDGET: Duration = Duration::from_mins(15);

/// The state of a repair.
pub(super) struct Rounds<'a> {
    pub language: &'a mut Language,
    pub draft: &'a mut Draft,
    style: Option<&'a mut Style>,
    root: Utf8PathBuf,
    /// What was done, in order.
    pub changes: Vec<Change>,
    /// What was tried and did not mend, so that it is not tried again: file, error, line, remedy.
    failed: BTreeSet<[String; 4]>,
    /// Whether every repair is judged by all files, not only by those that it changes.
    is_careful: bool,
    began: Instant,
}

impl<'a> Rounds<'a> {
    pub fn new(language: &'a mut Language, style: Option<&'a mut Style>, draft: &'a mut Draft) -> Self {
        let root = draft.root().to_owned();
        Self {
            language,
            draft,
            style,
            root,
            changes: Vec::new(),
            failed: BTreeSet::new(),
            is_careful: false,
            began: Instant::now(),
        }
    }

    /// Repairs until nothing more can be.
    pub async fn run(&mut self) -> Result<(), FixError> {
        let mut left = self.language.diagnose(None).await?;
        for _ in 0..ROUNDS {
            let (draft, done) = (self.draft.clone(), self.changes.len());
            if !self.round(&left).await? {
                break;
            }
            let before = self.tally(&left);
            left = self.language.diagnose(None).await?;
            let grown = before.grown_in(&self.tally(&left));
            if grown.is_empty() {
                continue;
            }
            // Each repair was right in its own files, and one was wrong for others: the round is done again with all files
            // in view, which takes longer.
            self.changes.truncate(done);
            self.restore(draft).await?;
            if self.is_careful {
                break;
            }
            self.is_careful = true;
            left = self.language.diagnose(None).await?;
        }
        Ok(())
    }

    /// One repair for every error that has one; whether there was any.
    async fn round(&mut self, errors: &[TypeError]) -> Result<bool, FixError> {
        let mut changed = false;
        let files: BTreeSet<Utf8PathBuf> = errors.iter().filter_map(|error| error.file.clone()).collect();
        for file in files {
            while self.began.elapsed() < BUDGET && self.repair_one(&file).await? {
                changed = true;
            }
        }
        Ok(changed)
    }

    /// The first repair of a file that mends something.
    async fn repair_one(&mut self, file: &Utf8Path) -> Result<bool, FixError> {
        let errors = self.language.diagnose(Some(&[file.to_owned()])).await?;
        let mut last = Vec::new();
        for error in errors.iter().filter(|error| error.file.as_deref() == Some(file)) {
            for remedy in policy::candidates(self.language.remedies(error).await?).into_iter().take(TRIES) {
                if policy::is_for_last(&remedy) {
                    last.push((error, remedy));
                } else if self.attempt(error, remedy).await? {
                    return Ok(true);
                }
            }
        }
        for (error, remedy) in last {
            if self.attempt(error, remedy).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Tries a remedy; keeps it where it mends the error and makes nothing worse in the files it changes.
    async fn attempt(&mut self, error: &TypeError, remedy: Remedy) -> Result<bool, FixError> {
        let Some(file) = &error.file else { return Ok(false) };
        let target = self.language.shown(error);
        let key =
            [file.to_string(), target.message.clone(), self.line_of(file, target.line), remedy.description.clone()];
        if self.failed.contains(&key) || !self.is_allowed(&remedy.files) {
            return Ok(false);
        }
        let is_mended = self.consider(remedy.files, target, remedy.description).await?;
        if !is_mended {
            self.failed.insert(key);
        }
        Ok(is_mended)
    }

    /// Tries files as somebody would have them; keeps them where guards allow it, the target is mended and nothing is
    /// worse. What a repair unmasks may be repaired with it: an unknown name hides what is wrong with its members.
    pub async fn consider(&mut self, files: Vec<Text>, target: Diagnostic, why: String) -> Result<bool, FixError> {
        let of_target = target.file.as_ref().map(|file| self.root.join(file));
        let changed = files.iter().map(|text| text.file.clone());
        let concerned: BTreeSet<Utf8PathBuf> = changed.chain(of_target.clone()).collect();
        let concerned: Vec<Utf8PathBuf> = concerned.into_iter().collect();
        let view = (!self.is_careful).then_some(concerned.as_slice());
        let before = self.language.diagnose_shown(view).await?;
        let (draft, done) = (self.draft.clone(), self.changes.len());
        let mut next = Some((files, target.clone(), why));
        for _ in 0..CHAIN {
            let Some((files, of_step, why)) = next.take() else { break };
            if !self.is_allowed(&files) || !self.put(&files).await? {
                break;
            }
            self.changes.push(Change::new(of_step, why));
            let after = self.language.diagnose(view).await?;
            let shown: Vec<Diagnostic> = after.iter().map(|error| self.language.shown(error)).collect();
            let (old, new) = (Tally::of(&before), Tally::of(&shown));
            if old.is_mended_by(&new, &target) {
                if self.is_clean(&draft).await? {
                    return Ok(true);
                }
                break;
            }
            if old.has_lost(&new, &target)
                && let Some(at) = old.first_new(&shown)
            {
                next = self.unmasked(&after[at], &concerned).await?;
            }
        }
        self.changes.truncate(done);
        self.restore(draft).await?;
        Ok(false)
    }

    /// Whether ESLint finds no more than before in what was changed since; what it can mend itself does not count.
    async fn is_clean(&mut self, earlier: &Draft) -> Result<bool, FixError> {
        let Some(style) = &mut self.style else { return Ok(true) };
        let changed = self.draft.texts().filter(|(file, text)| earlier.drafted(file) != Some(text));
        for (file, text) in changed {
            let before = earlier.text(file).unwrap_or_default();
            let mut tallies = [Tally::default(), Tally::default()];
            for (tally, text) in tallies.iter_mut().zip([before.as_str(), text]) {
                let mut found = style.lint(file, text).await?;
                found.retain(|lint| !lint.fixable);
                *tally = Tally::of(&style.shown(&found));
            }
            if !tallies[0].grown_in(&tallies[1]).is_empty() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The surest remedy for what a repair unmasked, if it stays within the same files.
    async fn unmasked(
        &mut self,
        error: &TypeError,
        concerned: &[Utf8PathBuf],
    ) -> Result<Option<(Vec<Text>, Diagnostic, String)>, FixError> {
        let target = self.language.shown(error);
        let remedies = policy::candidates(self.language.remedies(error).await?);
        let fits = |remedy: &Remedy| {
            !policy::is_for_last(remedy) && remedy.files.iter().all(|text| concerned.contains(&text.file))
        };
        let first = remedies.into_iter().find(fits);
        Ok(first.map(|remedy| (remedy.files, target, remedy.description)))
    }

    /// A line without its indent: it says where something is while other lines come and go.
    fn line_of(&self, file: &Utf8Path, line: Option<u32>) -> String {
        let text = self.draft.text(file).unwrap_or_default();
        let line = line.and_then(|line| text.lines().nth((line as usize).saturating_sub(1)));
        line.unwrap_or_default().trim().to_owned()
    }

    fn is_allowed(&self, files: &[Text]) -> bool {
        let is_fine = |one: &Text| {
            let before = self.draft.text(&one.file);
            before.is_ok_and(|before| before != one.text && guard::judge(one.file.as_str(), &before, &one.text).is_ok())
        };
        !files.is_empty() && files.iter().all(is_fine)
    }

    /// Puts files into the draft and shows them to the compiler; whether all could be put.
    async fn put(&mut self, files: &[Text]) -> Result<bool, FixError> {
        for Text { file, text } in files {
            if self.draft.put(file, text).is_err() {
                return Ok(false);
            }
            let text = self.draft.text(file).unwrap_or_default();
            self.language.put(file, Some(&text)).await?;
        }
        Ok(true)
    }

    /// Goes back to an earlier draft.
    pub async fn restore(&mut self, earlier: Draft) -> Result<(), FixError> {
        let files: BTreeSet<Utf8PathBuf> =
            self.draft.texts().chain(earlier.texts()).map(|(file, _)| file.to_owned()).collect();
        for file in files {
            let text = earlier.drafted(&file);
            if text != self.draft.drafted(&file) {
                self.language.put(&file, text).await?;
            }
        }
        *self.draft = earlier;
        Ok(())
    }

    fn tally(&self, errors: &[TypeError]) -> Tally {
        let shown: Vec<_> = errors.iter().map(|error| self.language.shown(error)).collect();
        Tally::of(&shown)
    }
}
