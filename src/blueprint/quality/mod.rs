//! What keeps templates good: [`lint`] reads them, [`tree`] fixes what they make.

mod lint;
mod tree;

pub use lint::{Finding, lint, lint_all};
pub use tree::{Difference, differences, tree};
