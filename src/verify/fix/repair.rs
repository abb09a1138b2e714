//! A repair from the first look to the last word of the project's own tools.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use camino::Utf8PathBuf;

use super::adviser::Proposal;
use super::compiler::Compiler;
use super::draft::Draft;
use super::language::{Language, Text};
use super::polish::Polish;
use super::rounds::Rounds;
use super::style::{Lint, Style};
use super::suites::{Results, Suites};
use super::tally::Tally;
use super::{Change, FixError, Fixer, Outcome, Verdict};
use crate::runs::{Event, Outcome as StepOutcome, Step};
use crate::verify::Diagnostic;

/// How often an adviser is asked: most is gained in the first two rounds.
const ADVISER_ROUNDS: usize = 2;
/// Each trial takes back what was found worse; after these all of it is taken back.
const TRIALS: usize = 3;

/// What is at work on a project.
pub(super) struct Repair<'a> {
    fixer: &'a Fixer<'a>,
    compiler: Compiler,
    language: Language,
    style: Option<Style>,
    draft: Draft,
    changes: Vec<Change>,
}

/// What the project's tools find in it, as it lies on disk.
struct Look {
    lints: Vec<Lint>,
    /// All errors.
    found: Vec<Diagnostic>,
}

impl<'a> Repair<'a> {
    pub async fn begin(fixer: &'a Fixer<'a>) -> Result<Self, FixError> {
        let Fixer { project, node, cancel, .. } = fixer;
        let compiler = Compiler::of(project)?;
        let language = Language::open(node, fixer.typescript, &project.root, &project.configs(), cancel).await?;
        let style = Style::open(project, node, cancel).await?;
        let draft = Draft::new(&project.root);
        Ok(Self { fixer, compiler, language, style, draft, changes: Vec::new() })
    }

    pub async fn run(mut self) -> Result<Outcome, FixError> {
        let before = self.step("look", |look: &Look| format!("{} found", look.found.len()), Self::look).await?;
        let outcome = self.mend(&before).await;
        self.language.stop().await;
        if let Some(style) = self.style {
            style.stop().await;
        }
        outcome
    }

    async fn mend(&mut self, before: &Look) -> Result<Outcome, FixError> {
        // To see that there is nothing, the LanguageService would have to read the whole project, too.
        if before.found.is_empty() {
            return Ok(self.outcome(before, Vec::new(), Verdict::Unjudged));
        }
        self.repair(before).await?;
        if self.fixer.writes { self.write(before).await } else { self.dry(before).await }
    }

    /// Everything in memory.
    async fn repair(&mut self, before: &Look) -> Result<(), FixError> {
        let began = Instant::now();
        self.fixer.sink.emit(Event::StepStarted { step: "repair", total: None });
        let mut rounds = Rounds::new(&mut self.language, self.style.as_mut(), &mut self.draft);
        rounds.run().await?;
        self.changes.append(&mut rounds.changes);
        self.polish(&before.lints).await?;
        for _ in 0..ADVISER_ROUNDS {
            let (types, lints) = self.find_in_draft(before).await?;
            let left: Vec<Diagnostic> = types.into_iter().chain(lints).collect();
            let proposals = if left.is_empty() { Vec::new() } else { self.fixer.adviser.advise(&left) };
            if proposals.is_empty() {
                break;
            }
            self.consider(proposals).await?;
            self.polish(&before.lints).await?;
        }
        let files = self.draft.texts().count();
        let message = format!("{} in {files} {}", self.changes.len(), if files == 1 { "file" } else { "files" });
        self.tell("repair", began, StepOutcome::Done, message);
        Ok(())
    }

    async fn polish(&mut self, lints: &[Lint]) -> Result<(), FixError> {
        let Some(style) = &mut self.style else { return Ok(()) };
        let (language, draft, changes) = (&mut self.language, &mut self.draft, &mut self.changes);
        Polish { language, style, draft, changes }.run(lints).await
    }

    async fn consider(&mut self, proposals: Vec<Proposal>) -> Result<(), FixError> {
        let mut rounds = Rounds::new(&mut self.language, self.style.as_mut(), &mut self.draft);
        for Proposal { file, text, mends, why } in proposals {
            rounds.consider(vec![Text { file, text }], mends, why).await?;
        }
        self.changes.append(&mut rounds.changes);
        Ok(())
    }

    /// Says what would be left, by the LanguageService and ESLint: the compiler itself reads what is on disk.
    async fn dry(&mut self, before: &Look) -> Result<Outcome, FixError> {
        let old = Tally::of(&before.found);
        for _ in 0..TRIALS {
            let (types, lints) = self.find_in_draft(before).await?;
            let left: Vec<Diagnostic> = types.into_iter().chain(lints).collect();
            let worse = old.grown_in(&Tally::of(&left));
            if worse.is_empty() {
                return Ok(self.outcome(before, left, Verdict::Unjudged));
            }
            self.give_up(&worse).await?;
        }
        self.give_up(&[]).await?;
        Ok(self.outcome(before, before.found.clone(), Verdict::Unjudged))
    }

    /// Writes, and takes back what the project's own tools find worse.
    async fn write(&mut self, before: &Look) -> Result<Outcome, FixError> {
        if self.draft.is_empty() {
            return Ok(self.outcome(before, before.found.clone(), Verdict::Unjudged));
        }
        let old = Tally::of(&before.found);
        let tests = self.test_before().await?;
        for _ in 0..TRIALS {
            if self.draft.is_empty() {
                break;
            }
            let files = self.draft.changes();
            let pending = self.fixer.records.begin(&files)?;
            let judged = self.judge(&old, tests.as_ref()).await;
            match judged {
                Ok(Judgement::Better(left, verdict)) => {
                    pending.keep()?;
                    return Ok(self.outcome(before, left, verdict));
                }
                Ok(Judgement::Worse(files)) => {
                    pending.take_back()?;
                    self.give_up(&files).await?;
                }
                Err(error) => {
                    pending.take_back()?;
                    return Err(error);
                }
            }
        }
        self.give_up(&[]).await?;
        Ok(self.outcome(before, before.found.clone(), Verdict::TakenBack))
    }

    async fn test_before(&mut self) -> Result<Option<Results>, FixError> {
        let Some(suites) = self.suites() else { return Ok(None) };
        let Fixer { node, cancel, .. } = *self.fixer;
        let began = Instant::now();
        self.fixer.sink.emit(Event::StepStarted { step: "tests", total: None });
        let results = suites.run(node, cancel).await?;
        self.tell("tests", began, StepOutcome::Done, format!("{} passed before", results.passed()));
        Ok(Some(results))
    }

    fn suites(&self) -> Option<Suites<'a>> {
        let changed = self.draft.texts().map(|(file, _)| file.to_owned());
        let suites = (self.fixer.tests && !self.draft.is_empty()).then(|| Suites::of(self.fixer.project, changed))?;
        (!suites.is_empty()).then_some(suites)
    }

    async fn judge(&mut self, old: &Tally, tests: Option<&Results>) -> Result<Judgement, FixError> {
        let look = self.step("judge", |look: &Look| format!("{} left", look.found.len()), Self::look).await?;
        let worse = old.grown_in(&Tally::of(&look.found));
        if !worse.is_empty() {
            return Ok(Judgement::Worse(worse));
        }
        let (Some(tests), Some(suites)) = (tests, self.suites()) else {
            return Ok(Judgement::Better(look.found, Verdict::Judged { tests: None }));
        };
        let Fixer { node, cancel, .. } = *self.fixer;
        let began = Instant::now();
        let mut after = suites.run(node, cancel).await?;
        if !tests.broken_in(&after).is_empty() {
            // Once more: a test that fails now and then is not broken by a repair.
            after = suites.run(node, cancel).await?;
        }
        let broken = tests.broken_in(&after);
        let outcome = if broken.is_empty() { StepOutcome::Done } else { StepOutcome::Failed };
        self.tell("tests", began, outcome, format!("{} passed after", after.passed()));
        match broken.first() {
            None => Ok(Judgement::Better(look.found, Verdict::Judged { tests: Some(after.passed()) })),
            Some(first) => {
                let message = format!("the repairs break a test and are taken back: {first}");
                self.fixer.sink.emit(Event::Warning { message, hint: None });
                Ok(Judgement::Worse(Vec::new()))
            }
        }
    }

    async fn look(&mut self) -> Result<Look, FixError> {
        let Fixer { node, cancel, .. } = *self.fixer;
        let types = if self.fixer.writes {
            self.compiler.check(&self.language.units, node, cancel).await?
        } else {
            self.language.diagnose_shown(None).await?
        };
        let (lints, shown) = match &mut self.style {
            None => (Vec::new(), Vec::new()),
            Some(style) => {
                let lints = style.lint_all().await?;
                let errors: Vec<Lint> = lints.iter().filter(|lint| lint.is_error()).cloned().collect();
                (lints, style.shown(&errors))
            }
        };
        let found = types.into_iter().chain(shown).collect();
        Ok(Look { lints, found })
    }

    /// What would be found if the draft were on disk.
    async fn find_in_draft(&mut self, before: &Look) -> Result<(Vec<Diagnostic>, Vec<Diagnostic>), FixError> {
        let types = self.language.diagnose_shown(None).await?;
        let Some(style) = &mut self.style else { return Ok((types, Vec::new())) };
        let touched: BTreeMap<Utf8PathBuf, String> =
            self.draft.texts().map(|(file, text)| (file.to_owned(), text.to_owned())).collect();
        let mut lints: Vec<Lint> =
            before.lints.iter().filter(|lint| !touched.contains_key(&lint.file)).cloned().collect();
        for (file, text) in &touched {
            lints.extend(style.lint(file, text).await?);
        }
        lints.retain(Lint::is_error);
        Ok((types, style.shown(&lints)))
    }

    /// Takes back what was done in files; in all where none of them was touched.
    async fn give_up(&mut self, files: &[String]) -> Result<(), FixError> {
        let all = self.draft.changes();
        let worse: BTreeSet<&String> = all.keys().filter(|file| files.contains(file)).collect();
        let goes = |file: &String| worse.is_empty() || worse.contains(file);
        let mut earlier = self.draft.clone();
        for file in all.keys().filter(|file| goes(file)) {
            earlier.forget(&self.fixer.project.root.join(file));
        }
        self.changes.retain(|change| !goes(&change.file));
        Rounds::new(&mut self.language, self.style.as_mut(), &mut self.draft).restore(earlier).await
    }

    fn outcome(&self, before: &Look, left: Vec<Diagnostic>, verdict: Verdict) -> Outcome {
        let (changes, files) = (self.changes.clone(), self.draft.changes());
        Outcome { changes, files, before: before.found.len(), left, verdict }
    }

    async fn step(
        &mut self,
        step: Step,
        message: impl Fn(&Look) -> String,
        work: impl AsyncFn(&mut Self) -> Result<Look, FixError>,
    ) -> Result<Look, FixError> {
        self.fixer.sink.emit(Event::StepStarted { step, total: None });
        let began = Instant::now();
        let ended = work(self).await;
        let (outcome, message) = match &ended {
            Ok(look) => (StepOutcome::Done, message(look)),
            Err(_) => (StepOutcome::Failed, "failed".to_owned()),
        };
        self.tell(step, began, outcome, message);
        ended
    }

    fn tell(&self, step: Step, began: Instant, outcome: StepOutcome, message: String) {
        self.fixer.sink.emit(Event::StepFinished { step, outcome, took: began.elapsed(), message });
    }
}

enum Judgement {
    /// What is left.
    Better(Vec<Diagnostic>, Verdict),
    /// Files in which something is worse.
    Worse(Vec<String>),
}
