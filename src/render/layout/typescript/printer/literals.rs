//! Numbers, strings, regular expressions.

use super::super::super::doc::Doc;
use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::{Printer, cat};

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_literal(&self, id: NodeId) -> Doc<'a> {
        let raw = self.name(id);
        match self.kind(id) {
            Kind::RegExpLiteral => {
                let mut flags: Vec<char> = self.node(id).extra.chars().collect();
                flags.sort_unstable();
                let flags: String = flags.into_iter().collect();
                cat![self; "/", raw, "/", self.b.text(&flags)]
            }
            Kind::BigIntLiteral => self.b.text(&raw.to_ascii_lowercase()),
            Kind::NumericLiteral => self.b.text(&number(raw)),
            Kind::StringLiteral if self.is_json() => raw.into(),
            Kind::StringLiteral if self.is_directive(id) => self.b.text(&directive(raw)),
            Kind::StringLiteral => self.print_string(id),
            _ => raw.into(),
        }
    }

    pub(super) fn print_string(&self, id: NodeId) -> Doc<'a> {
        let printed = self.b.arena.alloc_str(&string(self.name(id)));
        self.b.literal(printed)
    }

    fn is_directive(&self, id: NodeId) -> bool {
        self.key(id) == Key::Expression && self.is(self.parent(id), flag::DIRECTIVE)
    }
}

/// The string literal `raw` in the quotes that need fewer escapes, single ones if it does not matter.
pub(super) fn string(raw: &str) -> String {
    let body = &raw[1..raw.len() - 1];
    let quote = preferred_quote(body, b'\'', b'"');
    if raw.as_bytes()[0] == quote { raw.to_owned() } else { requote(body, char::from(quote)) }
}

/// `preferred`, unless it occurs in `text` more often than `other`.
pub(super) fn preferred_quote(text: &str, preferred: u8, other: u8) -> u8 {
    let count = |quote: u8| text.bytes().filter(|&byte| byte == quote).count();
    if count(preferred) > count(other) { other } else { preferred }
}

fn requote(body: &str, quote: char) -> String {
    let other = if quote == '"' { '\'' } else { '"' };
    let mut out = String::with_capacity(body.len() + 2);
    out.push(quote);
    let mut chars = body.chars();
    while let Some(c) = chars.next() {
        if c == '\\' {
            let Some(next) = chars.next() else {
                out.push(c);
                break;
            };
            if next != other {
                out.push(c);
            }
            out.push(next);
        } else {
            if c == quote {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out.push(quote);
    out
}

/// Directives keep their text; only the quotes change, and only if there are none inside.
fn directive(raw: &str) -> String {
    let body = &raw[1..raw.len() - 1];
    if body.contains(['"', '\'']) { raw.to_owned() } else { format!("'{body}'") }
}

/// The number literal `raw` in lower case, without needless signs, zeroes and dots.
pub(in crate::render::layout::typescript) fn number(raw: &str) -> String {
    let lower = raw.to_ascii_lowercase();
    if lower.len() == 1 || lower.starts_with("0x") || lower.starts_with("0b") || lower.starts_with("0o") {
        return lower;
    }
    let (mantissa, exponent) = lower.split_once('e').map_or((lower.as_str(), None), |(m, e)| (m, Some(e)));
    let plain = mantissa.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let exponent =
        exponent.and_then(|exponent| if plain { short_exponent(exponent) } else { Some(exponent.to_owned()) });
    let mut out = if mantissa.starts_with('.') { format!("0{mantissa}") } else { mantissa.to_owned() };
    if let Some(dot) = out.find('.') {
        let fraction = &out[dot + 1..];
        let first_is_digit = fraction.starts_with(|c: char| c.is_ascii_digit());
        if first_is_digit && fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            let kept = dot + 2 + out[dot + 2..].trim_end_matches('0').len();
            out.truncate(kept);
        }
        if out.ends_with('.') {
            out.pop();
        }
    }
    if let Some(exponent) = exponent {
        out.push('e');
        out.push_str(&exponent);
    }
    out
}

/// An exponent without plus sign and leading zeroes; `None` if it is zero.
fn short_exponent(exponent: &str) -> Option<String> {
    let (sign, digits) = exponent.strip_prefix('-').map_or(("", exponent.trim_start_matches('+')), |rest| ("-", rest));
    let digits = digits.trim_start_matches('0');
    (!digits.is_empty()).then(|| format!("{sign}{digits}"))
}

#[cfg(test)]
mod tests {
    use super::{number, string};

    #[test]
    fn numbers_lose_what_says_nothing() {
        for (raw, printed) in [
            ("0XAbC", "0xabc"),
            ("1.0", "1.0"),
            ("1.50", "1.5"),
            ("1.00", "1.0"),
            (".5", "0.5"),
            ("5.", "5"),
            ("1E+05", "1e5"),
            ("1e0", "1"),
            ("1e-0", "1"),
            ("1_000.50", "1_000.5"),
            ("0", "0"),
        ] {
            assert_eq!(number(raw), printed, "{raw}");
        }
    }

    #[test]
    fn strings_take_the_quotes_that_need_fewer_escapes() {
        for (raw, printed) in [
            (r#""a""#, "'a'"),
            (r#""it's""#, r#""it's""#),
            (r#""it\"s""#, r#"'it"s'"#),
            (r"'it\'s'", r#""it's""#),
            (r#""\'\"""#, r#"'\'"'"#),
            (r#""\d""#, r"'\d'"),
        ] {
            assert_eq!(string(raw), printed, "{raw}");
        }
    }
}
