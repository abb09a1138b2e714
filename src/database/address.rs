//! Where a database is: `postgres://user@host/name?schema=sales,stock`.

use std::fmt;

use tokio_postgres::Config;

/// A database, and which of its schemas to read. Shown without the password.
#[derive(Clone)]
pub struct Address {
    config: Config,
    schemas: Vec<String>,
    shown: String,
}

/// Why a text is not the address of a database.
#[derive(Debug, thiserror::Error)]
#[error("`{shown}` is not the address of a database: {reason}")]
pub struct AddressError {
    /// Without its password.
    shown: String,
    /// What the driver said.
    reason: String,
}

impl Address {
    /// Whether a text means a database, and not a file.
    pub fn is_one(text: &str) -> bool {
        ["postgres://", "postgresql://"].iter().any(|scheme| text.starts_with(scheme))
    }

    /// Reads an address as `libpq` does, and a `schema` of its own; `password` is for one that has none.
    pub fn parse(text: &str, password: Option<&str>) -> Result<Self, AddressError> {
        let shown = without_password(text);
        let (place, parameters) = text.split_once('?').unwrap_or((text, ""));
        let (ours, theirs): (Vec<&str>, Vec<&str>) = parameters
            .split('&')
            .filter(|parameter| !parameter.is_empty())
            .partition(|parameter| parameter.starts_with("schema="));
        let refused = |reason: String| AddressError { shown: shown.clone(), reason };
        let url = if theirs.is_empty() { place.to_owned() } else { format!("{place}?{}", theirs.join("&")) };
        let mut config: Config = url.parse().map_err(|error: tokio_postgres::Error| refused(error.to_string()))?;
        if config.get_dbname().is_none() {
            return Err(refused("it names no database behind the host".to_owned()));
        }
        if let (None, Some(password)) = (config.get_password(), password) {
            config.password(password);
        }
        config.application_name("fountane");
        let names = ours.iter().flat_map(|parameter| parameter["schema=".len()..].split(','));
        let schemas = names.filter(|name| !name.is_empty()).map(ToOwned::to_owned).collect();
        Ok(Self { config, schemas, shown })
    }

    /// For messages and command lines that people keep.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// The name of the database.
    pub fn database(&self) -> &str {
        self.config.get_dbname().unwrap_or_default()
    }

    pub(super) fn config(&self) -> &Config {
        &self.config
    }

    pub(super) fn schemas(&self) -> &[String] {
        &self.schemas
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Address").field(&self.shown).finish()
    }
}

/// An address with neither the password behind the user nor one among the parameters; any other text as it is.
pub fn without_password(text: &str) -> String {
    if !Address::is_one(text) {
        return text.to_owned();
    }
    let (scheme, rest) = text.split_once("://").unwrap_or_default();
    // Before the parameters are looked for: a password may have a `?` in it that nobody escaped.
    let open = match rest.rsplit_once('@') {
        Some((user, host)) => format!("{scheme}://{}@{host}", user.split(':').next().unwrap_or_default()),
        None => text.to_owned(),
    };
    let (place, parameters) = open.split_once('?').unwrap_or((&open, ""));
    let kept: Vec<&str> =
        parameters.split('&').filter(|part| !part.is_empty() && !part.starts_with("password=")).collect();
    if kept.is_empty() { place.to_owned() } else { format!("{place}?{}", kept.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        for text in [
            "postgres://ada:s3cret@db.example:5433/shop?sslmode=require&schema=sales,stock",
            "postgresql://ada:s3c@ret@db.example:5433/shop",
            "postgres://ada@db.example:5433/shop?password=s3cret",
        ] {
            let address = Address::parse(text, None).unwrap();
            assert!(!format!("{address:?} {}", address.shown()).contains("s3c"), "{text}");
            assert_eq!(address.database(), "shop");
            assert!(address.config().get_password().is_some(), "{text}");
        }
        for text in
            ["postgres://ada:s3cret@db.example:port/shop", "postgres://ada:s3?c@ret@db.example/shop?sslmode=odd"]
        {
            let broken = Address::parse(text, None).unwrap_err().to_string();
            assert!(!broken.contains("s3") && !broken.contains("ret"), "{broken}");
        }
    }

    #[test]
    fn schemas_are_ours_and_all_else_is_the_drivers() {
        let address = Address::parse("postgres://ada@h/shop?sslmode=disable&schema=sales,stock", Some("pw")).unwrap();
        assert_eq!(address.schemas(), ["sales", "stock"]);
        assert_eq!(address.config().get_password(), Some(b"pw".as_slice()));
        assert_eq!(address.shown(), "postgres://ada@h/shop?sslmode=disable&schema=sales,stock");
    }

    #[test]
    fn an_address_without_a_database_or_with_nonsense_is_refused() {
        for text in ["postgres://ada@h", "postgres://ada@h/shop?color=red"] {
            assert!(Address::parse(text, None).is_err(), "{text}");
        }
    }
}
