//! What helm fills in, within YAML. Names are quoted by backquotes, so that an expression can stand in any quotes.

use serde_json::Value;

use crate::stack::text::{Piece, Text, Values};
use crate::yaml::write::{self, Layout, Style};

const RAW: &str = "<raw:";
const END: &str = ":raw>";

/// A value that helm writes as JSON: a number, a list, a map, `null`.
pub(super) fn raw(expression: &str) -> Value {
    format!("{RAW}{{{{ {expression} }}}}{END}").into()
}

/// A text that helm writes.
pub(super) fn text(expression: &str) -> Value {
    format!("{{{{ {expression} }}}}").into()
}

/// A text of a stack, none of whose pieces is a secret: addresses are those of the cluster.
pub(super) fn filled(text: &Text) -> String {
    let escaped: Vec<Piece> = text.pieces().iter().map(escaped).collect();
    let mut whole = Text::default();
    for piece in escaped {
        whole.push(piece);
    }
    whole.resolve(&Expressions)
}

/// A document of YAML, in which [`raw`] values stand without quotes.
pub(super) fn document(value: Value) -> String {
    let Value::Object(entries) = value else { return String::new() };
    let quoted = write::document(&entries, &Look);
    let opened = quoted.replace(&format!("\"{RAW}"), "").replace(&format!("'{RAW}"), "");
    opened.replace(&format!("{END}\""), "").replace(&format!("{END}'"), "")
}

fn escaped(piece: &Piece) -> Piece {
    match piece {
        Piece::Plain(plain) => Piece::Plain(plain.replace("{{", "{{ `{{` }}")),
        other => other.clone(),
    }
}

struct Expressions;

impl Values for Expressions {
    /// Texts with secrets are not written into charts.
    fn secret(&self, _: &str) -> String {
        String::new()
    }

    /// Whatever is published in a cluster is so through its ingress.
    fn published(&self, _: &str) -> String {
        "443".to_owned()
    }

    fn address(&self, name: &str) -> String {
        let unit = name.split('/').next().unwrap_or(name);
        format!("{{{{ include `address` (list . `{unit}`) }}}}")
    }
}

struct Look;

impl Style for Look {
    fn layout(&self, _: &[&str]) -> Layout {
        Layout::Block
    }

    fn spaced(&self, _: &[&str]) -> bool {
        false
    }

    fn above(&self, _: &[&str]) -> Option<&str> {
        None
    }

    fn behind(&self, _: &[&str]) -> Option<&str> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_of_a_text_are_text_and_addresses_are_asked_for() {
        let mut text = Text::plain("{{ .Values }} at ");
        text.push(Piece::Address("keycloak/http".to_owned()));
        assert_eq!(filled(&text), "{{ `{{` }} .Values }} at {{ include `address` (list . `keycloak`) }}");
    }

    #[test]
    fn what_helm_writes_as_json_stands_without_quotes() {
        let value = serde_json::json!({ "replicas": raw(".Values.replicas"), "host": text(".Values.domain") });
        assert_eq!(document(value), "replicas: {{ .Values.replicas }}\nhost: \"{{ .Values.domain }}\"\n");
    }
}
