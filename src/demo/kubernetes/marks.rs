//! What fountane writes on a namespace, and a demo read back from it: the cluster itself is the record of demos.

use std::collections::BTreeMap;

use jiff::Timestamp;
use k8s_openapi::api::core::v1::Namespace;
use k8s_openapi::apimachinery::pkg::apis::meta::v1::Time;
use serde::Serialize;

use super::error::KubernetesError;

/// As whom fountane applies objects.
pub const FIELD_MANAGER: &str = "fountane";
/// What the namespace of every demo begins with.
pub const PREFIX: &str = "fountane-";
/// The label that says who manages an object.
pub const MANAGED_BY: &str = "app.kubernetes.io/managed-by";
/// The label with the demo's name.
pub const DEMO: &str = "fountane/demo";
/// The annotation that says who made it, as the API server knows them.
pub const OWNER: &str = "fountane/owner";
/// The annotation that says whom it is shown to.
pub const CUSTOMER: &str = "fountane/customer";
/// The annotation with its size.
pub const SIZE: &str = "fountane/size";
/// The annotation that says when it ends, in UTC to the second.
pub const EXPIRES: &str = "fountane/expires";
/// The annotation that says when that was decided.
pub const DECIDED: &str = "fountane/decided";
/// The annotation that keeps `gc` away for as long as it is there; its value says why.
pub const KEEP: &str = "fountane/keep";
/// Namespaces of demos.
pub(super) const SELECTOR: &str = "app.kubernetes.io/managed-by=fountane,fountane/demo";

/// The longest name of a namespace is 63 letters.
const LONGEST: usize = 63 - PREFIX.len();

/// A demo as its namespace tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct DemoRecord {
    /// Its name.
    pub name: String,
    /// Its namespace.
    pub namespace: String,
    /// Who made it.
    pub owner: Option<String>,
    /// Whom it is shown to.
    pub customer: Option<String>,
    /// Its size, as it stands there.
    pub size: Option<String>,
    /// When it was made.
    pub created: Option<Timestamp>,
    /// When it ends; none where nothing readable is there.
    pub expires: Option<Timestamp>,
    /// When that was decided.
    pub decided: Option<Timestamp>,
    /// Why `gc` leaves it alone.
    pub keep: Option<String>,
    /// Whether it is being taken down.
    pub ending: bool,
    /// Which namespace of that name it is.
    #[serde(skip)]
    pub(super) uid: String,
    /// Which state of it was read.
    #[serde(skip)]
    pub(super) version: String,
}

impl DemoRecord {
    /// Reads a namespace. Fails where it is not fountane's: the prefix, the manager and the demo's name must all be there.
    pub(super) fn read(namespace: Namespace) -> Result<Self, KubernetesError> {
        let meta = namespace.metadata;
        let full = meta.name.unwrap_or_default();
        let labels = meta.labels.unwrap_or_default();
        let foreign = |why: String| Err(KubernetesError::Foreign { namespace: full.clone(), why });
        let Some(name) = full.strip_prefix(PREFIX) else {
            return foreign(format!("its name does not begin with `{PREFIX}`"));
        };
        if labels.get(MANAGED_BY).map(String::as_str) != Some(FIELD_MANAGER) {
            return foreign(format!("it has no label `{MANAGED_BY}={FIELD_MANAGER}`"));
        }
        if labels.get(DEMO).map(String::as_str) != Some(name) {
            return foreign(format!("it has no label `{DEMO}={name}`"));
        }
        let annotations = meta.annotations.unwrap_or_default();
        let ending = meta.deletion_timestamp.is_some();
        Ok(Self {
            name: name.to_owned(),
            owner: text(&annotations, OWNER),
            customer: text(&annotations, CUSTOMER),
            size: text(&annotations, SIZE),
            created: meta.creation_timestamp.as_ref().and_then(timestamp),
            expires: time(&annotations, EXPIRES),
            decided: time(&annotations, DECIDED),
            keep: text(&annotations, KEEP),
            ending,
            uid: meta.uid.unwrap_or_default(),
            version: meta.resource_version.unwrap_or_default(),
            namespace: full,
        })
    }
}

/// The namespace of a demo of this name. Fails where no demo may be called so.
pub fn namespace_of(name: &str) -> Result<String, KubernetesError> {
    let refuse = |why| Err(KubernetesError::Name { name: name.to_owned(), why });
    if name.is_empty() {
        return refuse("it is empty");
    }
    if name.len() > LONGEST {
        return refuse("it has more than 54 letters");
    }
    if !name.bytes().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-') {
        return refuse("it has other letters than a to z, 0 to 9 and `-`");
    }
    if name.starts_with('-') || name.ends_with('-') {
        return refuse("it begins or ends with `-`");
    }
    Ok(format!("{PREFIX}{name}"))
}

/// The time of the API, in the time of ours: two versions of one library.
pub(super) fn timestamp(time: &Time) -> Option<Timestamp> {
    Timestamp::from_second(time.0.as_second()).ok()
}

/// Whoever may write on a namespace writes on the terminals of those who list it: no letters that steer them.
fn text(annotations: &BTreeMap<String, String>, name: &str) -> Option<String> {
    Some(annotations.get(name)?.chars().filter(|letter| !letter.is_control()).collect())
}

fn time(annotations: &BTreeMap<String, String>, name: &str) -> Option<Timestamp> {
    annotations.get(name)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn namespace(name: &str, labels: &[(&str, &str)], annotations: &[(&str, &str)]) -> Namespace {
        let map = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
        };
        let mut namespace = Namespace::default();
        namespace.metadata.name = Some(name.to_owned());
        namespace.metadata.labels = Some(map(labels));
        namespace.metadata.annotations = Some(map(annotations));
        namespace
    }

    const OURS: [(&str, &str); 2] = [(MANAGED_BY, "fountane"), (DEMO, "clinic")];

    #[test]
    fn a_namespace_is_ours_by_prefix_and_by_both_labels() {
        assert_eq!(DemoRecord::read(namespace("fountane-clinic", &OURS, &[])).unwrap().name, "clinic");
        for (name, labels) in [
            ("clinic", &OURS[..]),
            ("fountane-other", &OURS),
            ("fountane-clinic", &OURS[..1]),
            ("fountane-clinic", &OURS[1..]),
            ("fountane-clinic", &[(MANAGED_BY, "Helm"), (DEMO, "clinic")]),
        ] {
            let error = DemoRecord::read(namespace(name, labels, &[])).unwrap_err();
            assert!(matches!(error, KubernetesError::Foreign { .. }), "{name}: {error}");
        }
    }

    #[test]
    fn a_time_with_an_offset_is_the_same_moment_and_one_without_is_none() {
        let of = |text| DemoRecord::read(namespace("fountane-clinic", &OURS, &[(EXPIRES, text)])).unwrap().expires;
        assert_eq!(of("2026-10-25T02:30:00+02:00"), of("2026-10-25T00:30:00Z"));
        assert_eq!(of("2026-10-25T02:30:00"), None);
        assert_eq!(of("soon"), None);
    }

    #[test]
    fn letters_that_steer_a_terminal_are_left_out() {
        let hostile = namespace("fountane-clinic", &OURS, &[(CUSTOMER, "Acme\u{1b}]0;x\u{7}\r\nSöhne")]);
        assert_eq!(DemoRecord::read(hostile).unwrap().customer.unwrap(), "Acme]0;xSöhne");
    }

    #[test]
    fn names_are_those_that_a_namespace_and_a_label_may_have() {
        assert_eq!(namespace_of("clinic-2").unwrap(), "fountane-clinic-2");
        let long = "x".repeat(55);
        for name in ["", "Clinic", "a b", "-a", "a-", "../x", "--all", &long] {
            assert!(namespace_of(name).is_err(), "{name}");
        }
        assert_eq!(namespace_of(&long[1..]).unwrap().len(), 63);
    }
}
