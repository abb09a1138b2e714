//! `fountane source` and `fountane trust`.

use clap::Subcommand;

use super::WorkspaceArgs;

/// Blueprints and templates from elsewhere, as `sources:` of the spec names them
#[derive(Debug, Clone, Subcommand)]
pub enum SourceCommand {
    /// List the sources of the workspace: where they are, what is wanted, what is pinned
    List(WorkspaceArgs),
    /// Fetch what `fountane.lock` pins, for commands that have no network
    Fetch(WorkspaceArgs),
}

/// What of blueprints and templates from elsewhere you trust
#[derive(Debug, Clone, Subcommand)]
pub enum TrustCommand {
    /// List what is trusted: addresses, and digests of what was there
    List,
    /// Trust an address no longer: its next use asks again
    Revoke {
        /// Which, as `fountane trust list` tells it
        address: String,
    },
}
