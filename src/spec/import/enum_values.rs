//! Values of an enum, as generated code can hold them.

use std::collections::HashSet;

use crate::spec::naming;

/// The values of one enum, whose constants must differ.
#[derive(Debug)]
pub(super) struct EnumValues {
    constants: HashSet<String>,
}

impl Default for EnumValues {
    fn default() -> Self {
        // protobuf keeps it for a value that is not there.
        Self { constants: HashSet::from(["UNSPECIFIED".to_owned()]) }
    }
}

impl EnumValues {
    /// A value that generated code can tell from the others: `A_B` and `a_b` are the same constant.
    pub fn claim(&mut self, written: &str) -> String {
        let mut name: String = written.trim_matches(['_', '-']).chars().take(50).collect();
        if naming::constant(&name).is_empty() {
            "VALUE".clone_into(&mut name);
        }
        let base = name.clone();
        let mut count = 2;
        while !self.constants.insert(naming::constant(&name)) {
            name = format!("{base}_{count}");
            count += 1;
        }
        name
    }
}
