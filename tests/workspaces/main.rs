//! Whole workspaces on real tools.
