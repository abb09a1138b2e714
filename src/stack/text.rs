//! A text whose secrets and chosen ports are not known yet: what a stack is described with, so that its description can be
//! shown, compared and exported.

use serde::Serialize;

/// A text with places for secrets and ports.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Text(Vec<Piece>);

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Piece {
    /// As it is.
    Plain(String),
    /// A secret, by `component/name`.
    Secret(String),
    /// The port of this machine on which a port of a service is published, by `service/port`.
    Published(String),
}

/// What stands for secrets and published ports.
pub trait Values {
    /// The value of a secret.
    fn secret(&self, name: &str) -> String;
    /// The number of a port.
    fn published(&self, name: &str) -> String;
}

impl Text {
    /// A text that is known.
    pub fn plain(text: impl Into<String>) -> Self {
        let mut made = Self::default();
        made.push(Piece::Plain(text.into()));
        made
    }

    /// Adds a piece; plain ones become one.
    pub fn push(&mut self, piece: Piece) {
        match (self.0.last_mut(), piece) {
            (_, Piece::Plain(added)) if added.is_empty() => {}
            (Some(Piece::Plain(last)), Piece::Plain(added)) => last.push_str(&added),
            (_, piece) => self.0.push(piece),
        }
    }

    /// Adds a text.
    pub fn extend(&mut self, other: Self) {
        other.0.into_iter().for_each(|piece| self.push(piece));
    }

    /// Its pieces, in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// Whether it must not be seen.
    pub fn is_secret(&self) -> bool {
        self.0.iter().any(|piece| matches!(piece, Piece::Secret(_)))
    }

    /// With everything in its place.
    pub fn resolve(&self, values: &dyn Values) -> String {
        self.0
            .iter()
            .map(|piece| match piece {
                Piece::Plain(text) => text.clone(),
                Piece::Secret(name) => values.secret(name),
                Piece::Published(name) => values.published(name),
            })
            .collect()
    }
}
