//! Which kind of model a file is.

/// The kinds of models that can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JHipster's.
    Jdl,
    /// A script of SQL.
    Sql,
    /// A schema of Prisma.
    Prisma,
}

impl Format {
    /// By the ending of a file's name, or else by what stands in it.
    pub fn of(extension: Option<&str>, text: &str) -> Option<Self> {
        match extension.map(str::to_ascii_lowercase).as_deref() {
            Some("jdl" | "jh") => Some(Self::Jdl),
            Some("sql" | "ddl") => Some(Self::Sql),
            Some("prisma") => Some(Self::Prisma),
            _ => Self::of_text(text),
        }
    }

    fn of_text(text: &str) -> Option<Self> {
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
}
