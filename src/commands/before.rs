//! What fountane wrote last time, rendered again: for merges whose base is in no repository.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::session::Session;
use super::sources::{Gather, Take};
use crate::blueprint;
use crate::blueprint::migrations::Past;
use crate::spec;
use crate::workspace::{BlobId, Lock, SPEC_FILE, Standing, git};

use super::project::Project;

/// The spec is looked for in so many commits.
const COMMITS: usize = 200;

/// The last rendering, made when it is first asked for.
pub(super) struct Before<'a> {
    session: &'a Session,
    project: &'a Project,
    lock: Option<&'a Lock>,
    rendered: OnceCell<HashMap<BlobId, Vec<u8>>>,
}

impl<'a> Before<'a> {
    pub fn of(session: &'a Session, project: &'a Project, lock: Option<&'a Lock>) -> Self {
        Self { session, project, lock, rendered: OnceCell::new() }
    }

    /// A content by its id; none where this fountane, from the spec of then, renders another.
    pub fn rendered(&self, blob: &BlobId) -> Option<Vec<u8>> {
        self.rendered.get_or_init(|| self.again().unwrap_or_default()).get(blob).cloned()
    }

    fn again(&self) -> Option<HashMap<BlobId, Vec<u8>>> {
        let wanted = &self.lock?.spec;
        let root = &self.project.root;
        // The spec on disk is the one of then where something else changed, such as a template.
        let on_disk = fs_err::read(root.join(SPEC_FILE)).ok();
        let committed = git::committed_versions(root, SPEC_FILE, COMMITS).unwrap_or_default();
        on_disk.into_iter().chain(committed).find_map(|text| {
            let text = String::from_utf8(text).ok()?;
            let model = spec::check(&text, SPEC_FILE).model?;
            let digest = blueprint::digest(&model);
            if digest != *wanted {
                return None;
            }
            let past = Past { standing: Standing::of(root, self.lock.cloned()), ..Past::none() };
            let gather = Gather { session: self.session, root, lock: self.lock, take: Take::Offline };
            let generation = blueprint::generation(&gather.library(&model).ok()?, &model, &past).ok()?;
            Some(generation.files.into_iter().map(|file| (BlobId::of(&file.bytes), file.bytes)).collect())
        })
    }
}
