//! `enums:` and other words with labels.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::spec::naming;

/// A closed list of values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Enum {
    /// By value, its label for people; without one it is the value as words.
    pub values: IndexMap<String, Option<String>>,
    /// For people.
    pub description: Option<String>,
}

impl Enum {
    /// Of values without labels.
    pub fn of<S: Into<String>>(values: impl IntoIterator<Item = S>) -> Self {
        Self { values: values.into_iter().map(|value| (value.into(), None)).collect(), description: None }
    }
}

/// A list of values, or a map of value and label, or a map with `values` and a `description`.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum EnumForm {
    /// The long form.
    Long(LongEnum),
    /// The short forms.
    Short(WordsForm),
}

/// Values with a description of the whole.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LongEnum {
    /// For people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    /// A list of values, or a map of value and label.
    values: WordsForm,
}

/// A list of words, or a map of word and label.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum WordsForm {
    /// Words whose labels follow from them.
    List(Vec<String>),
    /// Words with their labels for people.
    Labels(IndexMap<String, String>),
}

impl From<WordsForm> for IndexMap<String, Option<String>> {
    fn from(form: WordsForm) -> Self {
        match form {
            WordsForm::List(words) => words.into_iter().map(|word| (word, None)).collect(),
            WordsForm::Labels(labels) => labels.into_iter().map(|(word, label)| (word, Some(label))).collect(),
        }
    }
}

impl From<&IndexMap<String, Option<String>>> for WordsForm {
    fn from(words: &IndexMap<String, Option<String>>) -> Self {
        if words.values().all(Option::is_none) {
            return Self::List(words.keys().cloned().collect());
        }
        let labelled = |(word, label): (&String, &Option<String>)| {
            (word.clone(), label.clone().unwrap_or_else(|| naming::label(word)))
        };
        Self::Labels(words.iter().map(labelled).collect())
    }
}

impl From<EnumForm> for Enum {
    fn from(form: EnumForm) -> Self {
        match form {
            EnumForm::Long(LongEnum { description, values }) => Self { values: values.into(), description },
            EnumForm::Short(values) => Self { values: values.into(), description: None },
        }
    }
}

impl From<&Enum> for EnumForm {
    fn from(enumeration: &Enum) -> Self {
        let values = WordsForm::from(&enumeration.values);
        match &enumeration.description {
            Some(description) => Self::Long(LongEnum { description: Some(description.clone()), values }),
            None => Self::Short(values),
        }
    }
}

/// Words and labels in either form.
pub mod words {
    use super::{IndexMap, WordsForm};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// Writes the shorter form that suffices.
    pub fn serialize<S: Serializer>(words: &IndexMap<String, Option<String>>, out: S) -> Result<S::Ok, S::Error> {
        WordsForm::from(words).serialize(out)
    }

    /// Reads either form.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<IndexMap<String, Option<String>>, D::Error> {
        WordsForm::deserialize(from).map(Into::into)
    }
}

/// Enums in any of their forms.
pub mod enums {
    use super::{Enum, EnumForm, IndexMap};
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes the shortest form that suffices.
    pub fn serialize<S: Serializer>(enums: &IndexMap<String, Enum>, out: S) -> Result<S::Ok, S::Error> {
        out.collect_map(enums.iter().map(|(name, value)| (name, EnumForm::from(value))))
    }

    /// Reads any form.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<IndexMap<String, Enum>, D::Error> {
        let forms = IndexMap::<String, EnumForm>::deserialize(from)?;
        Ok(forms.into_iter().map(|(name, form)| (name, form.into())).collect())
    }
}
