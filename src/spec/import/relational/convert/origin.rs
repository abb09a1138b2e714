//! Where in the source the things of the spec come from.

use super::Converter;
use crate::spec::{
    import::{notes::Notes, settle::Origin, span::Span},
    problem::{Path, Segment},
};

impl Origin for Converter {
    fn span(&self, path: &Path) -> Span {
        let [Segment::Key(section), Segment::Key(name), rest @ ..] = path.segments() else { return Span::default() };
        if section != "entities" {
            return Span::default();
        }
        let Some(draft) = self.drafts.iter().find(|draft| draft.name == *name) else { return Span::default() };
        let table = &self.tables[draft.table];
        let [_, Segment::Key(member), ..] = rest else { return table.span };
        let column = draft.by_column.iter().find(|(_, called)| *called == member).map(|(column, _)| column);
        column.and_then(|column| table.column(column)).map_or(table.span, |column| column.span)
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
