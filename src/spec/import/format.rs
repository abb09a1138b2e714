//! Which kind of model a file is.

use super::samples;

/// The kinds of models that can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JHipster's.
    Jdl,
    /// A script of SQL.
    Sql,
    /// A schema of Prisma.
    Prisma,
    /// A document of OpenAPI or Swagger.
    OpenApi,
    /// Rows, in JSON or CSV.
    Samples,
}

impl Format {
    /// By the ending of a file's name, or else by what stands in it.
    pub fn of(extension: Option<&str>, text: &str) -> Option<Self> {
        match extension.map(str::to_ascii_lowercase).as_deref() {
            Some("jdl" | "jh") => Some(Self::Jdl),
            Some("sql" | "ddl") => Some(Self::Sql),
            Some("prisma") => Some(Self::Prisma),
            Some("yaml" | "yml") => is_openapi(text).then_some(Self::OpenApi),
            Some("json") if is_openapi(text) => Some(Self::OpenApi),
            Some(ending) if samples::ENDINGS.contains(&ending) => Some(Self::Samples),
            _ => Self::of_text(text),
        }
    }

    fn of_text(text: &str) -> Option<Self> {
        if is_openapi(text) {
            return Some(Self::OpenApi);
        }
        let mut lines = text.lines().take(20_000).map(str::trim_start);
        lines.find_map(|line| {
            let mut words =
                line.split(|letter: char| letter.is_whitespace() || letter == '{').filter(|word| !word.is_empty());
            let (first, second) = (words.next()?, words.next()?);
            match first {
                "datasource" | "model" | "generator" if line.contains('{') => Some(Self::Prisma),
                "entity" | "relationship" => Some(Self::Jdl),
                _ if first.eq_ignore_ascii_case("create") && second.eq_ignore_ascii_case("table") => Some(Self::Sql),
                _ => None,
            }
        })
    }
}

/// Whether a key says so: one at the beginning of a line of YAML, or one of JSON with a version behind it.
fn is_openapi(text: &str) -> bool {
    ["openapi", "swagger"].iter().any(|key| text.match_indices(key).any(|(at, _)| is_key(text, at, key.len())))
}

fn is_key(text: &str, at: usize, length: usize) -> bool {
    let (before, behind) = (&text[..at], &text[at + length..]);
    let (before, behind) = match (before.strip_suffix(['"', '\'']), behind.strip_prefix(['"', '\''])) {
        (Some(before), Some(behind)) => (before, behind),
        _ => (before, behind),
    };
    let Some(value) = behind.trim_start_matches([' ', '\t']).strip_prefix(':') else { return false };
    let is_version = value.trim_start().trim_start_matches(['"', '\'']).starts_with(['2', '3']);
    let before = before.strip_prefix('\u{feff}').unwrap_or(before);
    let is_in_json = before.trim_end().ends_with(['{', ',']);
    is_version && (before.is_empty() || before.ends_with(['\n', '\r']) || is_in_json)
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn a_file_is_known_by_its_name_or_by_its_text() {
        assert_eq!(Format::of(Some("SQL"), ""), Some(Format::Sql));
        assert_eq!(Format::of(Some("txt"), "-- a dump\ncreate table a (b int);"), Some(Format::Sql));
        assert_eq!(Format::of(None, "model User {"), Some(Format::Prisma));
        assert_eq!(Format::of(None, "entity User {"), Some(Format::Jdl));
        assert_eq!(Format::of(None, "hello world"), None);
    }

    #[test]
    fn what_is_no_document_in_json_or_csv_is_a_sample() {
        let of = |ending: &str, text: &str| Format::of(Some(ending), text);
        assert_eq!(of("json", "[{\"openapi\": true}]"), Some(Format::Samples));
        assert_eq!([of("CSV", "a,b"), of("ndjson", "{}")], [Some(Format::Samples); 2]);
    }

    #[test]
    fn a_document_of_openapi_is_known_by_its_key() {
        let documents = [
            "# hi\nopenapi: 3.0.3\n",
            "{\"info\":{},\"openapi\":\"3.1.0\"}",
            "swagger: \"2.0\"",
            "{\n\t\"swagger\" : \"2.0\"}",
        ];
        assert!(documents.iter().all(|text| Format::of(Some("yml"), text) == Some(Format::OpenApi)));
        let others =
            ["project:\n  name: openapi\n", "entities:\n  A:\n    openapi: 3", "openapi", "{\"a\": \"openapi: 3\"}"];
        assert!(others.iter().all(|text| Format::of(Some("yaml"), text).is_none()));
    }
}
