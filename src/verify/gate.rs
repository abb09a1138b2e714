//! What a workspace must pass.

use serde::Serialize;

/// One gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gate {
    /// Everything looks as Prettier would have it.
    Format,
    /// The protocol's files are as Buf wants them.
    Contracts,
    /// The compiler finds no fault.
    Types,
    /// ESLint finds no fault.
    Lint,
    /// Every test passes.
    Tests,
}

impl Gate {
    /// All, the quick ones first.
    pub const ALL: [Self; 5] = [Self::Format, Self::Contracts, Self::Types, Self::Lint, Self::Tests];

    /// As it stands in events and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Contracts => "contracts",
            Self::Types => "types",
            Self::Lint => "lint",
            Self::Tests => "tests",
        }
    }

    /// The tool behind it.
    pub fn tool(self) -> &'static str {
        match self {
            Self::Format => "prettier",
            Self::Contracts => "buf",
            Self::Types => "tsc",
            Self::Lint => "eslint",
            Self::Tests => "vitest",
        }
    }
}
