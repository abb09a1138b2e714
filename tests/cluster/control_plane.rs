//! One control plane for the tests of this program that do not mind each other's demos.

use std::sync::LazyLock;

use camino::Utf8PathBuf;
use fountane::demo::kubernetes::{Access, Cluster, Size, Wish};
use fountane::process::Cancel;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use crate::served::{Ran, Served};

/// Ends with the process: what serves it reads our end of a pipe.
static PLANE: LazyLock<Served> = LazyLock::new(|| Served::start("control-plane"));

/// The longest that demos of these tests last.
pub const MONTH: SignedDuration = SignedDuration::from_hours(30 * 24);

pub fn plane() -> &'static Served {
    &PLANE
}

pub fn access(who: &str) -> Access {
    plane().access(who)
}

pub fn access_by(kubeconfig: Utf8PathBuf) -> Access {
    plane().access_by(kubeconfig)
}

/// The control plane, as its admin.
pub async fn cluster() -> Cluster {
    Cluster::choose(access("admin"), &Cancel::new()).await.unwrap()
}

/// A small demo that ends in an hour.
pub fn wish(name: &str) -> Wish {
    Wish {
        name: name.to_owned(),
        customer: Some("Acme & Söhne".to_owned()),
        size: Size::S,
        expires: Timestamp::now() + SignedDuration::from_hours(1),
        most: MONTH,
        ingress: vec!["traefik".to_owned()],
    }
}

pub fn kubectl(args: &[&str], input: &str) -> Ran {
    plane().kubectl(args, input)
}

pub fn done(args: &[&str], input: &str) -> String {
    plane().done(args, input)
}

pub fn object(args: &[&str]) -> Value {
    plane().object(args)
}
