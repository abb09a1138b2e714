//! Blueprints and templates from elsewhere: fetched into the person's cache, read without ever being checked out, pinned by
//! what they hold, and trusted by a person.
//!
//! The network is the business of the person's own `git`, which knows their keys, proxies and helpers; what it brought is read
//! with libgit2 from the objects. So no hook, filter, link or submodule of theirs comes to be on this machine.

mod fetch;
mod folder;
mod objects;
mod tree;
mod trust;
mod versions;

pub use fetch::{FetchError, RemoteTag, Store};
pub use folder::read_folder;
pub use tree::{Files, TreeError, digest, run_by_tools};
pub use trust::{Trust, TrustError, Trusted};
pub use versions::{Choice, Conflict, Wish, choose, fits};
