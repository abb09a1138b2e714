//! Tier 1: Handlebars, strict, without HTML escaping, with the helpers that template authors need.

use std::borrow::Cow;
use std::collections::HashMap;

use handlebars::{
    Context, Handlebars, Output as _, RenderContext, RenderError, RenderErrorReason, Renderable as _, Template,
};
use rayon::prelude::*;

use super::bounds::{self, Budget, Output};
use super::{helpers, sections};

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
pub struct Engine<'t> {
    helpers: Handlebars<'static>,
    templates: HashMap<&'t str, Vec<Section<'t>>>,
}

enum Section<'t> {
    Plain(&'t str),
    Compiled { template: Template, before: &'t str },
}

impl<'t> Engine<'t> {
    /// Compiles templates, in parallel; each is named by its own text's key.
    ///
    /// Returns the first that does not compile, by its key.
    pub fn compile(sources: &'t HashMap<&str, Cow<'_, str>>) -> Result<Self, (String, TextError)> {
        let templates = sources
            .par_iter()
            .map(|(key, text)| {
                bounds::check(text).map_err(|error| ((*key).to_owned(), error))?;
                let compiled = sections::cut(text).into_iter().map(|section| compile(text, section));
                compiled
                    .collect::<Result<_, _>>()
                    .map(|sections| (*key, sections))
                    .map_err(|error| ((*key).to_owned(), error))
            })
            .collect::<Result<_, _>>()?;
        let mut helpers = Handlebars::new();
        helpers.set_strict_mode(true);
        helpers.register_escape_fn(handlebars::no_escape);
        helpers::register(&mut helpers);
        Ok(Self { helpers, templates })
    }

    /// Renders the template of a key, as long as the budget lasts.
    ///
    /// # Panics
    ///
    /// If no template of that key was compiled.
    pub fn render(&self, key: &str, context: &Context, budget: &Budget) -> Result<String, TextError> {
        let mut out = Output { text: String::new(), budget };
        let refused = |error: std::io::Error| TextError { line: 0, column: 0, message: error.to_string() };
        for section in &self.templates[key] {
            match section {
                Section::Plain(text) => out.write(text).map_err(refused)?,
                Section::Compiled { template, before } => template
                    .render(&self.helpers, context, &mut RenderContext::new(None), &mut out)
                    .map_err(|error| render_error(&error, before))?,
            }
        }
        Ok(out.text)
    }
}

fn compile(text: &str, section: sections::Section) -> Result<Section<'_>, TextError> {
    let (before, part) = (&text[..section.range.start], &text[section.range]);
    if section.is_plain {
        return Ok(Section::Plain(part));
    }
    let template = Template::compile(part).map_err(|error| syntax_error(&error, before))?;
    Ok(Section::Compiled { template, before })
}

/// Renders one short text, such as a file's path.
pub fn render_once(text: &str, context: &Context) -> Result<String, TextError> {
    let sources = HashMap::from([("path", Cow::Borrowed(text))]);
    let engine = Engine::compile(&sources).map_err(|(_, error)| error)?;
    engine.render("path", context, &Budget::default())
}

fn syntax_error(error: &handlebars::TemplateError, before: &str) -> TextError {
    let (line, column) = error.pos().map_or((0, 0), |(line, column)| (before.lines().count() + line, column));
    TextError { line, column, message: error.reason().to_string() }
}

fn render_error(error: &RenderError, before: &str) -> TextError {
    let message = match error.reason() {
        RenderErrorReason::MissingVariable(Some(name)) => format!("`{name}` is not in the template's data"),
        reason => reason.to_string(),
    };
    let line = error.line_no.map_or(0, |line| before.lines().count() + line);
    TextError { line, column: error.column_no.unwrap_or(0), message }
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
    fn an_error_is_at_its_line_of_the_whole_template() {
        let error = render("a\nb\nc\n{{a}}\nd\ne\nf\n  {{missing}}\ng\n", &json!({ "a": 1 })).unwrap_err();
        assert_eq!((error.line, error.column), (8, 3), "{error}");
        let error = render("a\nb\nc\n{{a}}\nd\ne\nf\n{{a b=}}\ng\n", &json!({ "a": 1 })).unwrap_err();
        assert_eq!(error.line, 8, "{error}");
    }

    #[test]
    fn refuses_a_block_that_is_not_closed() {
        let error = render("{{#if a}}", &json!({ "a": 1 })).unwrap_err();
        assert_eq!((error.line, error.column), (1, 10), "{error}");
        assert!(error.message.starts_with("invalid handlebars syntax"), "{error}");
    }
}
