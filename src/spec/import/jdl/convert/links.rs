//! Relationships as the spec sees them: which end holds the key, what both ends are called.

use crate::spec::{
    document::RelationType,
    import::{
        jdl::ast::{Annotation, Relationship, RelationshipKind, Side, Word},
        span::Span,
    },
};

/// One relationship, told from the end that holds the key or owns the links.
#[derive(Debug)]
pub(super) struct Link<'a> {
    pub kind: RelationType,
    pub holder: Word<'a>,
    pub target: Word<'a>,
    /// What the holder calls the target.
    pub name: Option<Word<'a>>,
    /// What the target calls the holder.
    pub inverse: Option<Word<'a>>,
    /// Whether the holder must have one.
    pub required: Option<Span>,
    /// That the target must have a holder, which no key can keep.
    pub inverse_required: Option<Span>,
    /// What the holder shows of the target.
    pub display: Option<Word<'a>>,
    /// What the target shows of the holder.
    pub inverse_display: Option<Word<'a>>,
    /// What is said about the relation at the holder.
    pub doc: Option<String>,
    /// What is said about it at the target.
    pub inverse_doc: Option<String>,
    /// Annotations of both ends; JHipster means those before the target first.
    pub annotations: Vec<Annotation<'a>>,
    /// Behind `with`.
    pub options: Vec<Word<'a>>,
}

impl<'a> Link<'a> {
    /// Turns a relationship so that the key is at the holder.
    ///
    /// The key of one to many is at the many; that of one to one at the side that has a field for it, the first where both
    /// have; many to many likewise.
    pub fn of(written: &Relationship<'a>) -> Self {
        let Relationship { kind, from, to, .. } = written;
        let only_to = from.field.is_none() && to.field.is_some();
        let (kind, holder, target) = match kind {
            RelationshipKind::OneToMany => (RelationType::ManyToOne, to, from),
            RelationshipKind::ManyToOne => (RelationType::ManyToOne, from, to),
            RelationshipKind::OneToOne if only_to => (RelationType::OneToOne, to, from),
            RelationshipKind::OneToOne => (RelationType::OneToOne, from, to),
            RelationshipKind::ManyToMany if only_to => (RelationType::ManyToMany, to, from),
            RelationshipKind::ManyToMany => (RelationType::ManyToMany, from, to),
        };
        Self::between(kind, holder, target, written.options.clone())
    }

    fn between(kind: RelationType, holder: &Side<'a>, target: &Side<'a>, options: Vec<Word<'a>>) -> Self {
        Self {
            kind,
            holder: holder.entity,
            target: target.entity,
            name: holder.field,
            inverse: target.field,
            required: holder.required,
            inverse_required: target.required,
            display: holder.display,
            inverse_display: target.display,
            doc: holder.doc.clone(),
            inverse_doc: target.doc.clone(),
            annotations: target.annotations.iter().chain(&holder.annotations).copied().collect(),
            options,
        }
    }

    /// As it is called in a note: `` `Order` to `Customer` ``.
    pub fn describe(&self) -> String {
        match self.name {
            Some(name) => format!("`{}.{}`", self.holder.text, name.text),
            None => format!("`{}` to `{}`", self.holder.text, self.target.text),
        }
    }

    /// Where notes about it point.
    pub fn span(&self) -> Span {
        self.name.unwrap_or(self.holder).span
    }
}
