//! All blueprints and templates of a workspace: those of its sources are pinned, fetched where they are not here, and trusted.

use std::collections::BTreeMap;
use std::sync::Arc;

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

use super::ask::{Offer, ask, is_trusted};
use crate::blueprint::{self, Library, Needed, Sourced};
use crate::commands::interrupt;
use crate::commands::session::Session;
use crate::error::{CliError, Kind};
use crate::process::Cancel;
use crate::sources::{Choice, FetchError, Files, Store, TreeError, Wish, choose, digest, fits, read_folder};
use crate::spec::Model;
use crate::spec::address::{Address, At};
use crate::spec::model::{BlueprintRef, SourceRef};
use crate::workspace::{Lock, LockedSource};

/// Blueprints whose sources name further sources, and so on.
const MOST_ROUNDS: usize = 10;

/// Which version of a source is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::commands) enum Take {
    /// What the lock has; what it does not have is found and fetched.
    Pinned,
    /// What the lock has, if it is here. Nothing is fetched.
    Offline,
    /// The newest that fits.
    Newest,
}

/// What a library is gathered for.
#[derive(Clone, Copy)]
pub(in crate::commands) struct Gather<'a> {
    pub session: &'a Session,
    /// The workspace, which need not be there yet: folders are found from it.
    pub root: &'a Utf8Path,
    pub lock: Option<&'a Lock>,
    pub take: Take,
}

/// A source, and all that is wanted of it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Wanted {
    name: String,
    wishes: Vec<Wish>,
}

/// What is wanted, by address, in an order that depends on nothing but the spec and the manifests.
type All = BTreeMap<Address, Wanted>;

impl Gather<'_> {
    /// The library for a model. Where its spec names no source that is the program's own, at no cost.
    pub fn library(&self, model: &Model) -> Result<Library, CliError> {
        if model.sources.is_empty() {
            return Ok(self.session.library());
        }
        interrupt::run(&self.session.ui, |cancel| async move { self.gather(model, &cancel).await })
    }

    /// As [`Gather::library`], for those who run already.
    pub async fn gather(&self, model: &Model, cancel: &Cancel) -> Result<Library, CliError> {
        let blueprints: Vec<BlueprintRef> = model.blueprints().cloned().collect();
        self.gather_for(&model.sources, &blueprints, cancel).await
    }

    /// The library for these blueprints out of these sources, and all that the blueprints name besides.
    pub async fn gather_for(
        &self,
        from: &[SourceRef],
        blueprints: &[BlueprintRef],
        cancel: &Cancel,
    ) -> Result<Library, CliError> {
        let mut wanted = of_spec(from);
        let mut taken: BTreeMap<Address, (Wanted, Sourced)> = BTreeMap::new();
        for _ in 0..MOST_ROUNDS {
            let mut library = self.session.library();
            for (address, all) in &wanted {
                if taken.get(address).is_none_or(|(before, _)| before != all) {
                    let sourced = self.take(address, all, cancel).await?;
                    taken.insert(address.clone(), (all.clone(), sourced));
                }
                if let Some((_, sourced)) = taken.get(address) {
                    library.add_source(&all.name, sourced.clone());
                }
            }
            let further = blueprint::needed(&library, blueprints)?;
            let next = with_needed(of_spec(from), &further);
            if next == wanted {
                return Ok(with_aliases(library, &wanted, &further));
            }
            wanted = next;
        }
        Err(CliError::config("blueprints of sources name further sources without end"))
    }

    async fn take(&self, address: &Address, wanted: &Wanted, cancel: &Cancel) -> Result<Sourced, CliError> {
        let pin = self.lock.and_then(|lock| lock.sources.get(&address.to_string()));
        let (files, pin_now) = match address {
            Address::Folder(folder) => self.of_folder(folder, pin)?,
            Address::Git(url) => self.of_repository(url, &wanted.wishes, pin, cancel).await?,
        };
        let key = match address {
            Address::Git(url) => url.clone(),
            Address::Folder(folder) => self.folder(folder).canonicalize_utf8()?.to_string(),
        };
        let sourced = Sourced {
            address: address.clone(),
            files: Arc::new(files),
            pin: pin_now.clone(),
            aliases: BTreeMap::new(),
        };
        if !is_trusted(self.session, &key, &pin_now.digest)? {
            let doubt = self.doubt(address, pin, &pin_now, cancel).await?;
            ask(
                self.session,
                &Offer { address: &address.to_string(), key: &key, sourced: &sourced, before: pin, doubt },
            )?;
        }
        if let Some(before) = pin.filter(|before| before.digest != pin_now.digest) {
            self.session.ui.say(&format!("`{}`: {} → {}", wanted.name, before.version(), pin_now.version()));
        }
        Ok(sourced)
    }

    /// What speaks against that a commit is the tag that the lock calls it: anybody who can change the lock can call it by any.
    /// A version that was chosen just now was asked for by its tag.
    async fn doubt(
        &self,
        address: &Address,
        before: Option<&LockedSource>,
        now: &LockedSource,
        cancel: &Cancel,
    ) -> Result<Option<String>, CliError> {
        let (Address::Git(url), Some(tag), Some(commit)) = (address, &now.tag, &now.commit) else { return Ok(None) };
        if before.is_none_or(|before| before.tag != now.tag || before.commit != now.commit) {
            return Ok(None);
        }
        if self.take == Take::Offline {
            return Ok(Some(format!(
                "only `fountane.lock` says that this is `{tag}`; `fountane source fetch` asks the repository"
            )));
        }
        let tags = match self.store()?.tags(url, cancel).await {
            Ok(tags) => tags,
            Err(FetchError::Refused { .. } | FetchError::NoGit) => {
                return Ok(Some(format!(
                    "only `fountane.lock` says that this is `{tag}`; the repository could not be asked"
                )));
            }
            Err(error) => return Err(error.into()),
        };
        Ok(match tags.iter().find(|found| found.name == *tag) {
            Some(found) if found.commit == *commit => None,
            Some(found) => {
                Some(format!("`fountane.lock` calls it `{tag}`, which is the commit {} there", found.commit))
            }
            None => Some(format!("`fountane.lock` calls it `{tag}`, and there is no such tag")),
        })
    }

    fn of_folder(&self, folder: &str, pin: Option<&LockedSource>) -> Result<(Files, LockedSource), CliError> {
        let files = read_folder(&self.folder(folder))?;
        let digest = digest(&files);
        match pin {
            None if self.take == Take::Offline => return Err(not_pinned(folder)),
            Some(pin) if pin.digest != digest && self.take != Take::Newest => {
                return Err(CliError::user(format!("the folder `{folder}` is not what `fountane.lock` has of it"))
                    .hint("`fountane upgrade` takes it as it is now")
                    .hint("while you write templates, `--templates DIR` takes them as they are, each time"));
            }
            _ => {}
        }
        Ok((files, LockedSource { wanted: String::new(), tag: None, commit: None, digest }))
    }

    async fn of_repository(
        &self,
        url: &str,
        wishes: &[Wish],
        pin: Option<&LockedSource>,
        cancel: &Cancel,
    ) -> Result<(Files, LockedSource), CliError> {
        let store = self.store()?;
        let wanted = wishes.iter().map(|wish| wish.at.to_string()).collect::<Vec<_>>().join(" and ");
        if let Some((pin, commit)) = pin.filter(|_| self.take != Take::Newest).and_then(|pin| {
            let commit = pin.commit.as_deref()?;
            let is_commit = |wish: &Wish| matches!(wish.at, At::Commit(_));
            // A commit that the spec names no lock overrules.
            let as_before = pin.wanted == wanted && !wishes.iter().any(is_commit);
            let fits = || wishes.iter().all(|wish| fits(wish, pin.tag.as_deref(), commit));
            (as_before || fits()).then_some((pin, commit))
        }) {
            let files = self.pinned(&store, url, pin, commit, cancel).await?;
            return Ok((files, LockedSource { wanted, ..pin.clone() }));
        }
        if self.take == Take::Offline {
            return Err(not_pinned(url));
        }
        self.session.ui.say(&format!("looking for {wanted} of {url}"));
        let tags = store.tags(url, cancel).await?;
        let Choice { tag, commit } =
            choose(url, wishes, &tags).map_err(|conflict| CliError::new(Kind::Config, conflict))?;
        let mut files = store.read(url, &commit)?;
        if files.is_none() {
            store.fetch(url, tag.as_deref(), &commit, cancel).await?;
            files = store.read(url, &commit)?;
        }
        let files = files.ok_or_else(|| CliError::user(format!("`{url}` has no commit {commit}")))?;
        let digest = digest(&files);
        Ok((files, LockedSource { wanted, tag, commit: Some(commit), digest }))
    }

    /// What the lock names, and nothing else.
    async fn pinned(
        &self,
        store: &Store,
        url: &str,
        pin: &LockedSource,
        commit: &str,
        cancel: &Cancel,
    ) -> Result<Files, CliError> {
        let mut files = store.read(url, commit)?;
        if files.is_none() && self.take == Take::Offline {
            return Err(CliError::user(format!(
                "`{url}` at {commit} is not on this machine, and nothing is fetched here"
            ))
            .hint("`fountane source fetch` brings it"));
        }
        if files.is_none() {
            self.session.ui.say(&format!("fetching {url} at {commit}"));
            let fetched = store.fetch(url, pin.tag.as_deref(), commit, cancel).await;
            files = store.read(url, commit)?;
            if files.is_none() {
                fetched?;
                return Err(self.gone(store, url, pin, commit, cancel).await?);
            }
        }
        let files = files.unwrap_or_default();
        if digest(&files) == pin.digest {
            return Ok(files);
        }
        Err(CliError::user(format!("`{url}` at {commit} is not what `fountane.lock` has of it"))
            .hint("`git log -p fountane.lock` tells who changed the lock")
            .hint("`fountane upgrade` pins it anew, after showing it"))
    }

    /// Why a commit cannot be had.
    async fn gone(
        &self,
        store: &Store,
        url: &str,
        pin: &LockedSource,
        commit: &str,
        cancel: &Cancel,
    ) -> Result<CliError, CliError> {
        let tags = store.tags(url, cancel).await?;
        let moved = tags.iter().find(|tag| Some(&tag.name) == pin.tag.as_ref());
        let message = match moved {
            Some(tag) => format!("the tag `{}` of `{url}` moved: it was {commit}, it is {} now", tag.name, tag.commit),
            None => format!("`{url}` no longer has the commit {commit}"),
        };
        Ok(CliError::user(message)
            .hint("ask those who own it why; nothing of the new one was taken")
            .hint("`fountane upgrade` pins what is there now, after showing it"))
    }

    /// Where a folder of the spec is. By its words: a workspace that is only about to be made has no `..` on the disk.
    fn folder(&self, folder: &str) -> Utf8PathBuf {
        let mut place = Utf8PathBuf::new();
        for part in self.root.join(folder).components() {
            match part {
                Utf8Component::ParentDir => drop(place.pop()),
                Utf8Component::CurDir => {}
                part => place.push(part),
            }
        }
        place
    }

    fn store(&self) -> Result<Store, CliError> {
        let environment = &self.session.environment;
        let cache = environment.cache_folder().ok_or_else(|| CliError::user("there is no folder for a cache"))?;
        Ok(Store::new(&cache, environment))
    }
}

fn not_pinned(address: &str) -> CliError {
    CliError::user(format!("`{address}` is not in `fountane.lock` yet as the spec wants it"))
        .hint("`fountane generate` finds and pins it")
}

fn of_spec(sources: &[SourceRef]) -> All {
    let mut all = All::new();
    for source in sources {
        let wish = source.at.clone().map(|at| Wish { by: format!("`{}` in fountane.yaml", source.name), at });
        let first = || Wanted { name: source.name.clone(), wishes: Vec::new() };
        all.entry(source.address.clone()).or_insert_with(first).wishes.extend(wish);
    }
    all
}

fn with_needed(mut all: All, needed: &[Needed]) -> All {
    for Needed { by, source, alias, address, at } in needed {
        let wish = at.clone().map(|at| Wish { by: format!("the blueprint `{by}`"), at });
        let first = || Wanted { name: format!("{source}.{alias}"), wishes: Vec::new() };
        all.entry(address.clone()).or_insert_with(first).wishes.extend(wish);
    }
    all
}

/// Tells each source what the sources that it names go by here.
fn with_aliases(mut library: Library, wanted: &All, needed: &[Needed]) -> Library {
    for Needed { source, alias, address, .. } in needed {
        let (Some(here), Some(mut sourced)) = (wanted.get(address), library.source(source).cloned()) else { continue };
        sourced.aliases.insert(alias.clone(), here.name.clone());
        library.add_source(source, sourced);
    }
    library
}

impl From<TreeError> for CliError {
    fn from(error: TreeError) -> Self {
        let kind = if matches!(error, TreeError::Io(_)) { Kind::User } else { Kind::Config };
        Self::new(kind, error)
    }
}
