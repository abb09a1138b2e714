//! Conditions of lists. All conditions of a field have to hold; without any, the field may be anything.

use std::fmt::Display;

use crate::wire::FieldFilter;

/// Conditions on a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// What it has to be.
    pub equals: Option<String>,
    /// What it has to be one of, up to 100; anything where it is empty.
    pub one_of: Vec<String>,
    /// What it has to contain, in upper or lower case.
    pub contains: Option<String>,
    /// Whether there has to be none.
    pub is_empty: Option<bool>,
}

/// Conditions on what has an order: numbers, days, moments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range<T> {
    /// What it has to be.
    pub equals: Option<T>,
    /// Inclusive.
    pub from: Option<T>,
    /// Exclusive.
    pub to: Option<T>,
    /// Whether there has to be none.
    pub is_empty: Option<bool>,
}

/// Conditions on what is told apart and not compared: enums, ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice<T> {
    /// What it has to be.
    pub equals: Option<T>,
    /// What it has to be one of, up to 100; anything where it is empty.
    pub one_of: Vec<T>,
    /// Whether there has to be none.
    pub is_empty: Option<bool>,
}

/// Conditions on what is true or false.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Flag {
    /// What it has to be.
    pub equals: Option<bool>,
    /// Whether there has to be none.
    pub is_empty: Option<bool>,
}

/// A condition on what can only be there or not: files, bytes, JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Presence {
    /// Whether there has to be none.
    pub is_empty: Option<bool>,
}

impl Text {
    /// A text that contains another.
    pub fn containing(text: impl Into<String>) -> Self {
        Self {
            contains: Some(text.into()),
            ..Self::default()
        }
    }
}

impl<T> Choice<T> {
    /// Exactly this.
    pub fn is(value: T) -> Self {
        Self {
            equals: Some(value),
            ..Self::default()
        }
    }

    /// One of these.
    pub fn one_of(values: impl IntoIterator<Item = T>) -> Self {
        Self {
            one_of: values.into_iter().collect(),
            ..Self::default()
        }
    }
}

impl<T> Range<T> {
    /// From the first, which is included, to the second, which is not.
    pub fn between(from: T, to: T) -> Self {
        Self {
            from: Some(from),
            to: Some(to),
            ..Self::default()
        }
    }
}

// Not derived: that would ask the same of what is compared.
impl<T> Default for Choice<T> {
    fn default() -> Self {
        Self {
            equals: None,
            one_of: Vec::new(),
            is_empty: None,
        }
    }
}

impl<T> Default for Range<T> {
    fn default() -> Self {
        Self {
            equals: None,
            from: None,
            to: None,
            is_empty: None,
        }
    }
}

/// Conditions, as services read them.
pub(crate) trait Filter {
    fn into_wire(self) -> Option<FieldFilter>;
}

impl Filter for Text {
    fn into_wire(self) -> Option<FieldFilter> {
        given(FieldFilter {
            equals: self.equals,
            r#in: self.one_of,
            contains: self.contains,
            is_null: self.is_empty,
            ..FieldFilter::default()
        })
    }
}

impl<T: Display> Filter for Range<T> {
    fn into_wire(self) -> Option<FieldFilter> {
        given(FieldFilter {
            equals: text(self.equals),
            from: text(self.from),
            to: text(self.to),
            is_null: self.is_empty,
            ..FieldFilter::default()
        })
    }
}

impl<T: Display> Filter for Choice<T> {
    fn into_wire(self) -> Option<FieldFilter> {
        given(FieldFilter {
            equals: text(self.equals),
            r#in: self.one_of.iter().map(ToString::to_string).collect(),
            is_null: self.is_empty,
            ..FieldFilter::default()
        })
    }
}

impl Filter for Flag {
    fn into_wire(self) -> Option<FieldFilter> {
        given(FieldFilter {
            equals: text(self.equals),
            is_null: self.is_empty,
            ..FieldFilter::default()
        })
    }
}

impl Filter for Presence {
    fn into_wire(self) -> Option<FieldFilter> {
        given(FieldFilter {
            is_null: self.is_empty,
            ..FieldFilter::default()
        })
    }
}

fn text<T: Display>(value: Option<T>) -> Option<String> {
    value.map(|value| value.to_string())
}

/// The conditions, where there are any.
fn given(filter: FieldFilter) -> Option<FieldFilter> {
    (filter != FieldFilter::default()).then_some(filter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_written_as_text() {
        let written = Range::between(1, 5).into_wire().unwrap();
        assert_eq!(
            (written.from.as_deref(), written.to.as_deref()),
            (Some("1"), Some("5"))
        );
    }

    #[test]
    fn what_has_no_conditions_is_not_sent() {
        assert_eq!(Choice::<u8>::default().into_wire(), None);
        assert_eq!(Text::default().into_wire(), None);
    }
}
