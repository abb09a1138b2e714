//! Problems of a component's file, with their line and column.

use super::error::StackError;
use crate::spec::problem::{Problem, Problems};
use crate::yaml;

/// Fails where there are problems.
pub(super) fn problems(file: &str, text: &str, problems: Vec<Problem>) -> Result<(), StackError> {
    if problems.is_empty() {
        return Ok(());
    }
    // What a description was made of without a text has no places; that is a fault of ours.
    let root = yaml::parse(text).map_or_else(|_| yaml::empty(), |tree| tree.root);
    Err(StackError::Problems(Problems::locate(file, text, &root, problems)))
}
