//! npm's settings files: `key = value` lines, `;` and `#` comments, `${VARIABLE}`.

use crate::env_vars::Environment;

/// The settings of one file, in order. Keys may repeat (`ca[]`); a later one of the same key wins.
#[derive(Clone, Default)]
pub(super) struct Npmrc {
    entries: Vec<(String, String)>,
}

impl Npmrc {
    pub(super) fn parse(text: &str, environment: &Environment) -> Self {
        let lines = text.lines().map(str::trim);
        let settings = lines.filter(|line| !line.is_empty() && !line.starts_with([';', '#', '[']));
        let entries = settings.map(|line| {
            let (key, value) = line.split_once('=').unwrap_or((line, "true"));
            (expand(key.trim(), environment), expand(unquoted(value.trim()), environment))
        });
        Self { entries: entries.collect() }
    }

    /// What the environment says: `npm_config_registry`, in any case; `_` stands for `-` except in front.
    pub(super) fn from_environment(environment: &Environment) -> Self {
        let prefix = crate::env_vars::NPM_CONFIG_PREFIX;
        let entries = environment.iter().filter_map(|(name, value)| {
            let start = name.get(..prefix.len())?;
            let key = start.eq_ignore_ascii_case(prefix).then(|| &name[prefix.len()..])?;
            (!key.is_empty() && !value.is_empty()).then(|| (environment_key(key), value.to_owned()))
        });
        Self { entries: entries.collect() }
    }

    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.entries.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    pub(super) fn all(&self, key: &str) -> impl Iterator<Item = &str> {
        self.entries.iter().filter(move |(name, _)| name == key).map(|(_, value)| value.as_str())
    }
}

fn environment_key(key: &str) -> String {
    // `//host/:_authToken` and `@scope:registry` keep their case and underscores.
    if key.starts_with("//") || key.starts_with('@') {
        return key.to_owned();
    }
    let (lead, rest) = if let Some(rest) = key.strip_prefix('_') { ("_", rest) } else { ("", key) };
    format!("{lead}{}", rest.to_ascii_lowercase().replace('_', "-"))
}

fn unquoted(value: &str) -> &str {
    let quoted = |quote| value.len() > 1 && value.starts_with(quote) && value.ends_with(quote);
    if quoted('"') || quoted('\'') { &value[1..value.len() - 1] } else { value }
}

/// `${NAME}` becomes the variable, `${NAME?}` the variable or nothing. A variable that is not set stays as written,
/// as in npm: the request then fails with a visible name instead of an empty token.
fn expand(text: &str, environment: &Environment) -> String {
    let mut expanded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("${") {
        let Some(end) = rest[start..].find('}').map(|end| start + end) else { break };
        let name = &rest[start + 2..end];
        let optional = name.strip_suffix('?');
        expanded.push_str(&rest[..start]);
        match (environment.get(optional.unwrap_or(name)), optional) {
            (Some(value), _) => expanded.push_str(value),
            (None, Some(_)) => (),
            (None, None) => expanded.push_str(&rest[start..=end]),
        }
        rest = &rest[end + 1..];
    }
    expanded + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_settings_file_is_read_as_npm_reads_it() {
        let environment: Environment = [("TOKEN", "abc"), ("EMPTY", "")].into_iter().collect();
        let text = "; comment\n# comment\nregistry = \"https://one.example/npm/\"\nregistry=https://two.example/\n\
            //two.example/:_authToken=${TOKEN}\nproxy=${MISSING}\nnoproxy=${MISSING?}\nstrict-ssl\nca[]=one\nca[]=two\n";
        let npmrc = Npmrc::parse(text, &environment);
        assert_eq!(npmrc.get("registry"), Some("https://two.example/"));
        assert_eq!(npmrc.get("//two.example/:_authToken"), Some("abc"));
        assert_eq!(npmrc.get("proxy"), Some("${MISSING}"));
        assert_eq!(npmrc.get("noproxy"), Some(""));
        assert_eq!(npmrc.get("strict-ssl"), Some("true"));
        assert_eq!(npmrc.all("ca[]").collect::<Vec<_>>(), ["one", "two"]);
    }

    #[test]
    fn the_environment_is_read_in_any_case() {
        let vars = [("NPM_CONFIG_STRICT_SSL", "false"), ("npm_config_registry", "https://x.example"), ("PATH", "/bin")];
        let npmrc = Npmrc::from_environment(&vars.into_iter().collect());
        assert_eq!(npmrc.get("strict-ssl"), Some("false"));
        assert_eq!(npmrc.get("registry"), Some("https://x.example"));
        assert_eq!(npmrc.entries.len(), 2);
    }
}
