//! Fields of an entity, and inputs of a rule.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::is_false;

/// One value of a row.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Field {
    /// What it holds: `string` (one line), `text` (many lines), `int`, `long`, `decimal`, `float`, `boolean`, `date`, `time`,
    /// `datetime`, `duration`, `uuid`, `json`, `bytes`, `file`, `email`, `url`, `money`, or the name of an enum.
    /// What a type needs may stand in brackets: `string(80)`, `decimal(6, 2)`, `money(EUR)`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Whether it must be given. Otherwise it may be empty.
    #[serde(default, skip_serializing_if = "is_false")]
    pub required: bool,
    /// Whether no two rows of a tenant may have the same.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unique: bool,
    /// Whether it is fixed once written.
    #[serde(default, skip_serializing_if = "is_false")]
    pub immutable: bool,
    /// What a new row has where nothing is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<Value>,
    /// A valid value, shown as a hint and used in tests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<Value>,
    /// Smallest number, or fewest characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Bound>")]
    pub min: Option<Value>,
    /// Greatest number, or most characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Bound>")]
    pub max: Option<Value>,
    /// A regular expression as JavaScript reads it, without slashes, for a `string`. Use `^` and `$` to mean the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// All digits of a `decimal`, 1 to 38.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<u8>,
    /// Digits after the point of a `decimal`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<u8>,
    /// Shown behind a number: `kg`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The currency of `money`: `EUR`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Which media types a `file` may have: `[image/png, image/*]`. Without it: any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accept: Vec<String>,
    /// How large a `file` or `bytes` may be: `2MB`, `512KB`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_size: Option<String>,
    /// For people, where the name as words does not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// For people: what belongs here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The database's own name, where it differs from the name in snake case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
}

impl Field {
    /// Of a type and nothing else.
    pub fn of(kind: &str) -> Self {
        Self { kind: kind.to_owned(), ..Self::default() }
    }

    /// Of a type, and it must be given.
    pub fn required(kind: &str) -> Self {
        Self { required: true, ..Self::of(kind) }
    }

    fn is_short(&self) -> bool {
        *self == Self { kind: self.kind.clone(), required: self.required, ..Self::default() }
    }
}

/// Only for the schema: a number, or text where a number cannot hold all digits.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "read by schemars alone")]
enum Bound {
    Number(f64),
    Text(String),
}

/// A type, with `!` behind it where the field is required (`string!`), or a map.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum FieldForm {
    /// `string!`
    Short(String),
    /// The long form.
    Long(Box<Field>),
}

impl From<FieldForm> for Field {
    fn from(form: FieldForm) -> Self {
        match form {
            FieldForm::Short(text) => match text.strip_suffix('!') {
                Some(kind) => Self::required(kind.trim_end()),
                None => Self::of(&text),
            },
            FieldForm::Long(field) => *field,
        }
    }
}

impl From<&Field> for FieldForm {
    fn from(field: &Field) -> Self {
        if !field.is_short() {
            return Self::Long(Box::new(field.clone()));
        }
        Self::Short(if field.required { format!("{}!", field.kind) } else { field.kind.clone() })
    }
}

/// One field in either form.
pub mod form {
    use super::{Field, FieldForm};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// Writes the shorter form that suffices.
    pub fn serialize<S: Serializer>(field: &Field, out: S) -> Result<S::Ok, S::Error> {
        FieldForm::from(field).serialize(out)
    }

    /// Reads either form.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Field, D::Error> {
        FieldForm::deserialize(from).map(Into::into)
    }
}

/// Fields by name, each in either form.
pub mod fields {
    use super::{Field, FieldForm};
    use indexmap::IndexMap;
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes the shorter form that suffices.
    pub fn serialize<S: Serializer>(fields: &IndexMap<String, Field>, out: S) -> Result<S::Ok, S::Error> {
        out.collect_map(fields.iter().map(|(name, value)| (name, FieldForm::from(value))))
    }

    /// Reads either form.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<IndexMap<String, Field>, D::Error> {
        let forms = IndexMap::<String, FieldForm>::deserialize(from)?;
        Ok(forms.into_iter().map(|(name, form)| (name, form.into())).collect())
    }
}
