//! Tier 1: Handlebars, strict, without HTML escaping, with the helpers that template authors need.

use std::collections::HashMap;

use handlebars::{Context, Handlebars, RenderErrorReason, Template};
use rayon::prelude::*;

use super::helpers;

/// What Handlebars said about a template or its data.
#[derive(Debug, thiserror::Error)]
#[error("line {line}, column {column}: {message}")]
pub struct TextError {
    /// 1-based; 0 where it is not known.
    pub line: usize,
    /// 1-based; 0 where it is not known.
    pub column: usize,
    /// What is wrong.
    pub message: String,
}

/// A set of compiled templates.
pub struct Engine {
    registry: Handlebars<'static>,
}

impl Engine {
    /// Compiles templates, in parallel; each is named by its own text's key.
    ///
    /// Returns the first that does not compile, by its key.
    pub fn compile(sources: &HashMap<&str, &str>) -> Result<Self, (String, TextError)> {
        let compiled = sources
            .par_iter()
            .map(|(key, text)| {
                Template::compile(text)
                    .map(|template| ((*key).to_owned(), template))
                    .map_err(|error| ((*key).to_owned(), syntax_error(&error)))
            })
            .collect::<Result<Vec<_>, _>>()?;
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        registry.register_escape_fn(handlebars::no_escape);
        helpers::register(&mut registry);
        for (key, template) in compiled {
            registry.register_template(&key, template);
        }
        Ok(Self { registry })
    }

    /// Renders the template of a key.
    pub fn render(&self, key: &str, context: &Context) -> Result<String, TextError> {
        self.registry.render_with_context(key, context).map_err(|error| {
            let message = match error.reason() {
                RenderErrorReason::MissingVariable(Some(name)) => format!("`{name}` is not in the template's data"),
                reason => reason.to_string(),
            };
            TextError { line: error.line_no.unwrap_or(0), column: error.column_no.unwrap_or(0), message }
        })
    }
}

/// Renders one short text, such as a file's path.
pub fn render_once(text: &str, context: &Context) -> Result<String, TextError> {
    let engine = Engine::compile(&HashMap::from([("path", text)])).map_err(|(_, error)| error)?;
    engine.render("path", context)
}

fn syntax_error(error: &handlebars::TemplateError) -> TextError {
    let (line, column) = error.pos().unwrap_or((0, 0));
    TextError { line, column, message: error.reason().to_string() }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn render(text: &str, data: &serde_json::Value) -> Result<String, TextError> {
        render_once(text, &Context::wraps(data).unwrap())
    }

    #[test]
    fn writes_what_it_is_given_without_escaping() {
        assert_eq!(render("{{a}} && {{a}}", &json!({ "a": "<b>" })).unwrap(), "<b> && <b>");
    }

    #[test]
    fn refuses_a_name_that_the_data_does_not_have() {
        let error = render("x\n  {{missing}}", &json!({})).unwrap_err();
        insta::assert_snapshot!(error, @"line 2, column 3: `missing` is not in the template's data");
    }

    #[test]
    fn refuses_a_block_that_is_not_closed() {
        let error = render("{{#if a}}", &json!({ "a": 1 })).unwrap_err();
        assert_eq!((error.line, error.column), (1, 10), "{error}");
        assert!(error.message.starts_with("invalid handlebars syntax"), "{error}");
    }
}
