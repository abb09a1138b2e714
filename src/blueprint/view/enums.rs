//! Which enums a service needs, and what protobuf-es calls their values.

use std::collections::BTreeSet;

use crate::spec::Model;
use crate::spec::model::{Enum, EnumId, EnumValue, FieldKind, ServiceId};

/// The enums that a service's entities have fields of, in the order of the spec.
pub(super) fn of_service(model: &Model, service: ServiceId) -> Vec<&Enum> {
    let used: BTreeSet<EnumId> = model
        .service(service)
        .entities
        .iter()
        .flat_map(|id| &model.entity(*id).fields)
        .filter_map(|field| match field.kind {
            FieldKind::Enum { id } => Some(id),
            _ => None,
        })
        .collect();
    used.into_iter().map(|id| model.enumeration(id)).collect()
}

/// The member of the enum that protobuf-es makes of a value. It takes the enum's name away from before its values, unless
/// what is left of one of them could not be an identifier.
pub(super) fn member(owner: &Enum, value: &EnumValue) -> String {
    let bare = owner.values.iter().all(|each| !each.constant.starts_with(|first: char| first.is_ascii_digit()));
    if bare { value.constant.clone() } else { format!("{}_{}", owner.names.one.shouty, value.constant) }
}

/// The member that stands for no value.
pub(super) fn unspecified(owner: &Enum) -> String {
    let bare = owner.values.iter().all(|each| !each.constant.starts_with(|first: char| first.is_ascii_digit()));
    if bare { "UNSPECIFIED".to_owned() } else { format!("{}_UNSPECIFIED", owner.names.one.shouty) }
}
