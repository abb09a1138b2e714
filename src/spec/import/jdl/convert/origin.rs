//! Where in the file the things of the spec come from.

use super::Converter;
use crate::spec::{
    import::{notes::Notes, settle::Origin, span::Span},
    problem::{Path, Segment},
};

impl Origin for Converter<'_> {
    /// Where the file has the enum or the entity, and if possible the field, that a problem is about.
    fn span(&self, path: &Path) -> Span {
        let start = Span { start: 0, end: 0 };
        let [Segment::Key(section), Segment::Key(name), rest @ ..] = path.segments() else { return start };
        if section == "enums" {
            let one = self.jdl.enums.iter().find(|one| self.names.enumeration(one.name.text) == Some(name));
            return one.map_or(start, |one| one.name.span);
        }
        let Some(at) = self.drafts.iter().position(|draft| draft.name == *name) else { return start };
        let Some(entity) = self.jdl.entities.get(at) else { return start };
        let [_, Segment::Key(member), ..] = rest else { return entity.name.span };
        let written = self.drafts[at].fields.iter().find(|(_, called)| *called == member).map(|(written, _)| written);
        let field = entity
            .fields
            .iter()
            .find(|field| written.is_some_and(|written| field.name.text.eq_ignore_ascii_case(written)));
        field.map_or(entity.name.span, |field| field.name.span)
    }

    fn notes(&mut self) -> &mut Notes {
        &mut self.notes
    }

    fn renamed(&mut self, from: &str, to: &str) {
        for draft in self.drafts.iter_mut().filter(|draft| draft.name == from) {
            to.clone_into(&mut draft.name);
        }
    }
}
