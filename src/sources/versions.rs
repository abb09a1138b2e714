//! Which version of a source is taken, where one or several want it.

use std::fmt;

use super::fetch::RemoteTag;
use crate::spec::address::{At, version_of_tag};

/// What somebody wants of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Who: `fountane.yaml`, or a blueprint.
    pub by: String,
    /// What.
    pub at: At,
}

/// What is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// By which tag; none for a commit that none is on.
    pub tag: Option<String>,
    /// The commit's id.
    pub commit: String,
}

/// That nothing is as all want it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Conflict {
    /// Of which source.
    pub url: String,
    /// Who wants what.
    pub wishes: Vec<Wish>,
    /// The tags that there are, the newest version first.
    pub tags: Vec<String>,
}

/// So many tags a message lists.
const LISTED: usize = 12;

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.wishes.as_slice() {
            [only] => write!(f, "`{}` has no version that is `{}`", self.url, only.at)?,
            _ => write!(f, "no version of `{}` is what all want", self.url)?,
        }
        for wish in &self.wishes {
            write!(f, "\n  {} wants {}", wish.by, wish.at)?;
        }
        let more = self.tags.len().saturating_sub(LISTED);
        match self.tags.as_slice() {
            [] => write!(f, "\n  there are no tags"),
            tags => {
                write!(f, "\n  there are {}", tags[..tags.len() - more].join(", "))?;
                if more > 0 { write!(f, " and {more} more") } else { Ok(()) }
            }
        }
    }
}

/// Whether what is pinned is still what is wanted. Asks nobody.
pub fn fits(wish: &Wish, tag: Option<&str>, commit: &str) -> bool {
    match &wish.at {
        At::Range(range) => tag.and_then(version_of_tag).is_some_and(|version| range.matches(&version)),
        At::Tag(wanted) => tag == Some(wanted),
        At::Commit(wanted) => commit == wanted,
    }
}

/// The newest that all wishes fit.
///
/// # Errors
/// Nothing fits: who wants what, and what there is.
pub fn choose(url: &str, wishes: &[Wish], tags: &[RemoteTag]) -> Result<Choice, Conflict> {
    let tagged = tags.iter().map(|tag| Choice { tag: Some(tag.name.clone()), commit: tag.commit.clone() });
    let commits = wishes.iter().filter_map(|wish| match &wish.at {
        At::Commit(commit) => Some(Choice { tag: None, commit: commit.clone() }),
        At::Range(_) | At::Tag(_) => None,
    });
    // Named as it is wanted, it is found again in the lock; what has a version tells more than a bare commit.
    let rank = |choice: &Choice| {
        let as_wanted = wishes.iter().all(|wish| fits(wish, choice.tag.as_deref(), &choice.commit));
        (as_wanted, choice.tag.as_deref().map(|tag| (version_of_tag(tag), tag.to_owned())))
    };
    let fitting = tagged.chain(commits).filter(|choice| {
        wishes.iter().all(|wish| fits(wish, choice.tag.as_deref(), &choice.commit) || is_same(wish, choice, tags))
    });
    fitting.max_by_key(rank).ok_or_else(|| {
        let mut names: Vec<&RemoteTag> = tags.iter().collect();
        names.sort_by_key(|tag| std::cmp::Reverse(version_of_tag(&tag.name)));
        let tags = names.into_iter().map(|tag| tag.name.clone()).collect();
        Conflict { url: url.to_owned(), wishes: wishes.to_vec(), tags }
    })
}

/// Whether a tag that is wanted is on the very commit, under another name.
fn is_same(wish: &Wish, choice: &Choice, tags: &[RemoteTag]) -> bool {
    let At::Tag(wanted) = &wish.at else { return false };
    tags.iter().any(|tag| tag.name == *wanted && tag.commit == choice.commit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags() -> Vec<RemoteTag> {
        ["v1.0.0", "v1.2.0", "v1.10.0", "v2.0.0", "v3.0.0-beta.1", "nightly"]
            .iter()
            .enumerate()
            .map(|(at, name)| RemoteTag { name: (*name).to_owned(), commit: format!("{at}").repeat(40) })
            .collect()
    }

    fn range(by: &str, text: &str) -> Wish {
        Wish { by: by.to_owned(), at: At::Range(semver::VersionReq::parse(text).unwrap()) }
    }

    fn chosen(wishes: &[Wish]) -> Option<String> {
        choose("x", wishes, &tags()).ok().and_then(|choice| choice.tag)
    }

    #[test]
    fn the_newest_that_fits_all_is_taken() {
        assert_eq!(chosen(&[range("a", "^1")]).as_deref(), Some("v1.10.0"));
        assert_eq!(chosen(&[range("a", "^1"), range("b", "<1.10")]).as_deref(), Some("v1.2.0"));
        assert_eq!(chosen(&[range("a", "*")]).as_deref(), Some("v2.0.0"));
        let tag = Wish { by: "a".to_owned(), at: At::Tag("nightly".to_owned()) };
        assert_eq!(chosen(&[tag]).as_deref(), Some("nightly"));
        let commit = |id: &str| Wish { by: "a".to_owned(), at: At::Commit(id.repeat(40)) };
        assert_eq!(chosen(&[commit("1")]).as_deref(), Some("v1.2.0"));
        assert_eq!(chosen(&[commit("1"), range("b", "^1")]).as_deref(), Some("v1.2.0"));
        assert_eq!(chosen(&[commit("1"), range("b", "^2")]), None);
        assert_eq!(choose("x", &[commit("a")], &tags()).unwrap(), Choice { tag: None, commit: "a".repeat(40) });
    }

    #[test]
    fn a_conflict_tells_who_wants_what_and_what_there_is() {
        let error = choose(
            "https://example.com/x",
            &[range("`fountane.yaml`", "^1"), range("the blueprint `acme/audit`", "^2")],
            &tags(),
        );
        insta::assert_snapshot!(error.unwrap_err(), @r"
        no version of `https://example.com/x` is what all want
          `fountane.yaml` wants ^1
          the blueprint `acme/audit` wants ^2
          there are v3.0.0-beta.1, v2.0.0, v1.10.0, v1.2.0, v1.0.0, nightly
        ");
    }

    #[test]
    fn a_tag_is_taken_by_the_name_that_it_is_wanted_by() {
        let commit = "7".repeat(40);
        let tags = ["v1", "v1.2.0", "1.2.0"].map(|name| RemoteTag { name: name.to_owned(), commit: commit.clone() });
        for wanted in ["v1", "v1.2.0", "1.2.0"] {
            let wish = Wish { by: "acme".to_owned(), at: At::Tag(wanted.to_owned()) };
            let choice = choose("/x", std::slice::from_ref(&wish), &tags).unwrap();
            assert!(fits(&wish, choice.tag.as_deref(), &choice.commit), "{wanted}: {choice:?}");
        }
    }
}
