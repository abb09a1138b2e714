//! The one mechanism that fills `{{…}}` in components: names that are known become a [`Text`], all others are refused.

use serde_json::Value;

use super::text::{Piece, Text};

/// What a component may speak of.
pub(super) struct Scope<'a> {
    /// What the spec says, by dotted paths.
    pub facts: &'a Value,
    /// The component's own name.
    pub component: &'a str,
    /// Whether it has a database of its own.
    pub database: bool,
    /// Secrets of components that it may name, each as `component/name`.
    pub secrets: &'a dyn Fn(&str) -> bool,
    /// The container's number of a port of a service that it may name.
    pub port: &'a dyn Fn(&str, &str) -> Option<u16>,
    /// Whether there is a service of this name that it may name.
    pub service: &'a dyn Fn(&str) -> bool,
}

impl Scope<'_> {
    /// Fills a text.
    ///
    /// # Errors
    /// The placeholder that means nothing, and why.
    pub(super) fn text(&self, text: &str, item: Option<&Value>) -> Result<Text, String> {
        let mut filled = Text::default();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{") {
            let Some((inside, behind)) = after.split_once("}}") else {
                return Err(format!("`{{{{{}` has no end", shortened(after)));
            };
            filled.push(Piece::Plain(before.to_owned()));
            filled.extend(self.placeholder(inside.trim(), item)?);
            rest = behind;
        }
        filled.push(Piece::Plain(rest.to_owned()));
        Ok(filled)
    }

    /// JSON with its texts filled. A text that is one placeholder and nothing else becomes the value of the fact, and
    /// `{ each: LIST, give: VALUE }` a list, with `key: TEXT` a map.
    pub(super) fn json(&self, value: &Value, item: Option<&Value>) -> Result<Text, String> {
        let mut out = Text::default();
        self.write(value, item, &mut out)?;
        out.push(Piece::Plain("\n".to_owned()));
        Ok(out)
    }

    fn write(&self, value: &Value, item: Option<&Value>, out: &mut Text) -> Result<(), String> {
        match value {
            Value::String(text) => self.write_text(text, item, out),
            Value::Array(items) => {
                let each = items.iter().map(|inner| (inner, item));
                self.write_list(each, out)
            }
            Value::Object(entries) => match (entries.get("each"), entries.get("key"), entries.get("give")) {
                (Some(Value::String(list)), Some(Value::String(key)), Some(give)) => {
                    let items = self.list(list)?;
                    self.write_map(items.iter().map(|item| (key.as_str(), give, Some(item))), out)
                }
                (Some(Value::String(list)), None, Some(give)) => {
                    let items = self.list(list)?;
                    self.write_list(items.iter().map(|item| (give, Some(item))), out)
                }
                _ => self.write_map(entries.iter().map(|(key, inner)| (key.as_str(), inner, item)), out),
            },
            other => {
                out.push(Piece::Plain(other.to_string()));
                Ok(())
            }
        }
    }

    fn write_list<'v>(
        &self,
        values: impl Iterator<Item = (&'v Value, Option<&'v Value>)>,
        out: &mut Text,
    ) -> Result<(), String> {
        out.push(Piece::Plain("[".to_owned()));
        for (index, (value, item)) in values.enumerate() {
            out.push(Piece::Plain(if index > 0 { "," } else { "" }.to_owned()));
            self.write(value, item, out)?;
        }
        out.push(Piece::Plain("]".to_owned()));
        Ok(())
    }

    fn write_map<'v>(
        &self,
        entries: impl Iterator<Item = (&'v str, &'v Value, Option<&'v Value>)>,
        out: &mut Text,
    ) -> Result<(), String> {
        out.push(Piece::Plain("{".to_owned()));
        for (index, (key, value, item)) in entries.enumerate() {
            out.push(Piece::Plain(if index > 0 { "," } else { "" }.to_owned()));
            self.write_text(key, item, out)?;
            out.push(Piece::Plain(":".to_owned()));
            self.write(value, item, out)?;
        }
        out.push(Piece::Plain("}".to_owned()));
        Ok(())
    }

    fn write_text(&self, text: &str, item: Option<&Value>, out: &mut Text) -> Result<(), String> {
        if let Some(fact) = self.lone_fact(text, item) {
            out.push(Piece::Plain(fact.to_string()));
            return Ok(());
        }
        out.push(Piece::Plain("\"".to_owned()));
        for piece in self.text(text, item)?.pieces() {
            out.push(match piece {
                // Secrets and ports have no character that JSON escapes.
                Piece::Plain(plain) => {
                    let quoted = Value::from(plain.as_str()).to_string();
                    Piece::Plain(quoted[1..quoted.len() - 1].to_owned())
                }
                other => other.clone(),
            });
        }
        out.push(Piece::Plain("\"".to_owned()));
        Ok(())
    }

    /// The fact that a text is nothing but the placeholder of, where that is no text itself.
    fn lone_fact<'v>(&'v self, text: &str, item: Option<&'v Value>) -> Option<&'v Value> {
        let path = text.trim().strip_prefix("{{")?.strip_suffix("}}")?.trim();
        let fact = self.fact(path, item)?;
        (!fact.is_string() && piece_of(fact).is_none()).then_some(fact)
    }

    /// The items of a list of facts.
    pub(super) fn list(&self, path: &str) -> Result<&Vec<Value>, String> {
        self.fact(path, None).and_then(Value::as_array).ok_or_else(|| format!("there is no list of facts `{path}`"))
    }

    fn placeholder(&self, path: &str, item: Option<&Value>) -> Result<Text, String> {
        let parts: Vec<&str> = path.split('.').collect();
        match parts.as_slice() {
            ["secret", name] => self.secret(format!("{}/{name}", self.component), path),
            ["secret", component, name] => self.secret(format!("{component}/{name}"), path),
            ["service", name, "host"] if (self.service)(name) => Ok(Text::plain(*name)),
            ["service", name, "port", port] => match (self.port)(name, port) {
                Some(number) => Ok(Text::plain(number.to_string())),
                None => Err(unknown(path)),
            },
            ["service", name, "published", port] if (self.port)(name, port).is_some() => {
                let mut text = Text::default();
                text.push(Piece::Published(format!("{name}/{port}")));
                Ok(text)
            }
            ["service", name, "address", port] if (self.port)(name, port).is_some() => {
                let mut text = Text::default();
                text.push(Piece::Address(format!("{name}/{port}")));
                Ok(text)
            }
            ["database", what] if self.database => self.of_database(what).ok_or_else(|| unknown(path)),
            _ => self.of_fact(path, item),
        }
    }

    fn secret(&self, name: String, path: &str) -> Result<Text, String> {
        if !(self.secrets)(&name) {
            return Err(unknown(path));
        }
        let mut text = Text::default();
        text.push(Piece::Secret(name));
        Ok(text)
    }

    fn of_database(&self, what: &str) -> Option<Text> {
        let name = database_name(self.component);
        let password = Piece::Secret(role_secret(&name));
        let mut text = Text::default();
        match what {
            "host" => return Some(Text::plain(POSTGRES)),
            "port" => return Some(Text::plain("5432")),
            "name" | "user" => return Some(Text::plain(name)),
            "password" => text.push(password),
            "url" => {
                text.push(Piece::Plain(format!("postgres://{name}:")));
                text.push(password);
                text.push(Piece::Plain(format!("@{POSTGRES}:5432/{name}")));
            }
            _ => return None,
        }
        Some(text)
    }

    fn of_fact(&self, path: &str, item: Option<&Value>) -> Result<Text, String> {
        let fact = self.fact(path, item).ok_or_else(|| unknown(path))?;
        if let Some(piece) = piece_of(fact) {
            let mut text = Text::default();
            text.push(piece);
            return Ok(text);
        }
        match fact {
            Value::String(text) => Ok(Text::plain(text)),
            Value::Number(_) | Value::Bool(_) => Ok(Text::plain(fact.to_string())),
            _ => Err(format!("`{{{{{path}}}}}` is no text")),
        }
    }

    fn fact<'v>(&'v self, path: &str, item: Option<&'v Value>) -> Option<&'v Value> {
        let (root, path) = match path.strip_prefix("item").filter(|rest| rest.is_empty() || rest.starts_with('.')) {
            Some(rest) => (item?, rest.trim_start_matches('.')),
            None => (self.facts, path),
        };
        if path.is_empty() {
            return Some(root);
        }
        path.split('.').try_fold(root, |value, key| value.get(key))
    }
}

/// The component that keeps the databases of the others.
pub(super) const POSTGRES: &str = "postgres";

/// The database, and the role, that a component has.
pub(super) fn database_name(component: &str) -> String {
    component.replace('-', "_")
}

/// The secret that is the password of a role of PostgreSQL.
pub(super) fn role_secret(role: &str) -> String {
    format!("{POSTGRES}/role-{role}")
}

/// A fact that stands for a secret.
pub(super) fn secret_fact(name: &str) -> Value {
    serde_json::json!({ "secret": name })
}

/// A fact that stands for the address of a port, by `service/port`.
pub(super) fn address_fact(name: &str) -> Value {
    serde_json::json!({ "address": name })
}

fn piece_of(fact: &Value) -> Option<Piece> {
    let entries = fact.as_object().filter(|entries| entries.len() == 1)?;
    let (kind, name) = entries.iter().next()?;
    match kind.as_str() {
        "secret" => Some(Piece::Secret(name.as_str()?.to_owned())),
        "address" => Some(Piece::Address(name.as_str()?.to_owned())),
        _ => None,
    }
}

fn unknown(path: &str) -> String {
    format!("`{{{{{path}}}}}` means nothing here")
}

fn shortened(text: &str) -> &str {
    text.split(['\n', ' ']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    struct Shown;

    impl super::super::text::Values for Shown {
        fn secret(&self, name: &str) -> String {
            format!("<{name}>")
        }
        fn published(&self, name: &str) -> String {
            format!("<port {name}>")
        }
    }

    fn filled(work: impl Fn(&Scope<'_>) -> Result<Text, String>) -> Result<String, String> {
        let facts = json!({
            "project": { "name": "shop" },
            "people": [{ "name": "Ada \"A\"", "on": true, "password": { "secret": "keycloak/people" } }],
        });
        let scope = Scope {
            facts: &facts,
            component: "cache",
            database: true,
            secrets: &|name| name == "cache/password",
            port: &|service, port| (service == "cache" && port == "main").then_some(6379),
            service: &|service| service == "cache",
        };
        work(&scope).map(|text| text.resolve(&Shown))
    }

    #[test]
    fn known_names_are_filled_and_unknown_ones_refused_by_name() {
        let text = |text: &'static str| filled(|scope| scope.text(text, None));
        assert_eq!(
            text("{{project.name}}:{{ secret.password }}@{{service.cache.host}}:{{service.cache.port.main}}"),
            Ok("shop:<cache/password>@cache:6379".to_owned())
        );
        assert_eq!(text("{{service.cache.published.main}}"), Ok("<port cache/main>".to_owned()));
        assert_eq!(
            text("{{database.url}}"),
            Ok("postgres://cache:<postgres/role-cache>@postgres:5432/cache".to_owned())
        );
        for wrong in
            ["secret.other", "service.db.host", "service.cache.port.x", "people", "item.name", "database.x", ""]
        {
            let said = filled(|scope| scope.text(&format!("a {{{{{wrong}}}}}"), None)).unwrap_err();
            assert!(said.contains(&format!("{{{{{wrong}}}}}")), "{said}");
        }
        assert_eq!(text("{{project.name"), Err("`{{project.name` has no end".to_owned()));
    }

    #[test]
    fn json_repeats_values_keeps_types_and_escapes_what_facts_say() {
        let value = json!({ "users": { "each": "people", "give": {
            "name": "{{item.name}}", "enabled": "{{item.on}}", "password": "{{item.password}}"
        } }, "at": "x{{secret.password}}" });
        assert_eq!(
            filled(|scope| scope.json(&value, None)),
            Ok("{\"users\":[{\"name\":\"Ada \\\"A\\\"\",\"enabled\":true,\"password\":\"<keycloak/people>\"}],\
                \"at\":\"x<cache/password>\"}\n"
                .to_owned())
        );
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[{}a-z. ]{0,40}") {
            let _ = filled(|scope| scope.text(&text, None));
        }
    }
}
