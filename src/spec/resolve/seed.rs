//! Demo rows as the model has them: values of fields written for good, references as they are.

use crate::spec::{
    Document,
    model::{Entity, Enum},
    value::normalize,
};

/// Gives entities their demo rows; what does not fit is left as it is, and told by `validate`.
pub(super) fn attach(entities: &mut [Entity], document: &Document, enums: &[Enum]) {
    for entity in entities.iter_mut() {
        let Some((_, given)) = document.entities.get_index(entity.id.0) else { continue };
        let mut seed = given.seed.clone();
        for (name, value) in seed.iter_mut().flatten().filter(|(_, value)| !value.is_null()) {
            let field = entity.fields.iter().find(|field| field.name == *name);
            if let Some(good) = field.and_then(|field| normalize(value, &field.kind, enums).ok()) {
                *value = good;
            }
        }
        entity.seed = seed;
    }
}
