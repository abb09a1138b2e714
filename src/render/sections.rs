//! A template cut into sections that are compiled one by one.
//!
//! Handlebars counts lines from the beginning of its text for each tag, so that compiling grows with the square of a
//! template's length, and it looks at plain text letter by letter. Sections are short, and plain ones need no compiling.

use std::ops::Range;

/// A part of a template that means by itself what it means in the whole: from the beginning of a line to the end of one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Section {
    /// Where it is in the template.
    pub range: Range<usize>,
    /// Without a tag: it is what it renders to.
    pub is_plain: bool,
}

/// A tag, and in how many blocks a reader is behind it.
struct Tag {
    range: Range<usize>,
    depth: usize,
}

/// Cuts a template between lines, outside of all blocks.
pub(super) fn cut(template: &str) -> Vec<Section> {
    let Some(tags) = tags(template) else { return vec![Section { range: 0..template.len(), is_plain: false }] };
    let mut sections: Vec<Section> = Vec::new();
    let mut start = 0;
    for end in places_to_cut(template, &tags) {
        let from = tags.partition_point(|tag| tag.range.end <= start);
        let is_plain = tags[from..].first().is_none_or(|tag| tag.range.start >= end);
        match sections.last_mut().filter(|last| last.is_plain && is_plain) {
            Some(last) => last.range.end = end,
            None => sections.push(Section { range: start..end, is_plain }),
        }
        start = end;
    }
    sections
}

/// The ends of lines that are neither in a block nor in a tag, and the end of the template.
fn places_to_cut(template: &str, tags: &[Tag]) -> impl Iterator<Item = usize> {
    let ends = template.split_inclusive('\n').scan(0, |end, line| {
        *end += line.len();
        Some(*end)
    });
    ends.filter(move |end| {
        let before = tags.partition_point(|tag| tag.range.start < *end);
        tags[..before].last().is_none_or(|tag| tag.depth == 0 && tag.range.end <= *end)
    })
}

/// The tags of a template in their order; none where a part might not mean the same by itself: what is not a value or a
/// block, tags that are escaped or reach over the white space beside them (`{{~`), blocks that are not closed.
fn tags(template: &str) -> Option<Vec<Tag>> {
    let mut tags: Vec<Tag> = Vec::new();
    let mut depth = 0_usize;
    let mut end = 0;
    while let Some(found) = template[end..].find("{{") {
        let start = end + found;
        end = start + template[start..].find("}}")? + 2;
        let inside = template[start + 2..end - 2].trim_start_matches('{').trim_start();
        let is_odd = inside.starts_with(['!', '^', '*', '>', '&']) || inside.contains('~');
        if is_odd || template[..start].ends_with('\\') || template[start..].starts_with("{{{{") {
            return None;
        }
        match inside.chars().next() {
            Some('#') if inside[1..].trim_start().starts_with(['*', '>']) => return None,
            Some('#') => depth += 1,
            Some('/') => depth = depth.checked_sub(1)?,
            _ => {}
        }
        tags.push(Tag { range: start..end, depth });
    }
    (depth == 0).then_some(tags)
}

#[cfg(test)]
mod tests {
    use handlebars::{Handlebars, no_escape};
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn texts(template: &str) -> Vec<&str> {
        cut(template).into_iter().map(|section| &template[section.range]).collect()
    }

    #[test]
    fn a_line_of_values_is_a_section() {
        let template = "a\nb\nc\n{{x}}\nd\ne\nf\n";
        assert_eq!(texts(template), ["a\nb\nc\n", "{{x}}\n", "d\ne\nf\n"]);
        let plain: Vec<bool> = cut(template).iter().map(|section| section.is_plain).collect();
        assert_eq!(plain, [true, false, true]);
    }

    #[test]
    fn a_block_is_never_cut() {
        let template = "a\n{{#if x}}\nd\ne\n{{/if}}\ng\n";
        assert_eq!(texts(template), ["a\n", "{{#if x}}\nd\ne\n{{/if}}\n", "g\n"]);
    }

    #[test]
    fn what_is_more_than_values_and_blocks_stays_whole() {
        for odd in [r"\{{x}}", "{{!-- }} --}}", "{{~x~}}", "{{{{raw}}}} {{{{/raw}}}}", "{{#*inline \"a\"}}{{/inline}}"]
        {
            let template = format!("a\nb\nc\n{odd}\nd\ne\nf\n");
            assert_eq!(texts(&template), [&template], "{odd}");
        }
    }

    fn render(template: &str) -> Option<String> {
        let mut engine = Handlebars::new();
        engine.register_escape_fn(no_escape);
        engine.render_template(template, &json!({ "yes": true, "no": false, "many": [1, 2], "name": "Ann" })).ok()
    }

    proptest! {
        #[test]
        fn the_sections_render_to_what_the_whole_does(
            pieces in prop::collection::vec(
                prop::sample::select(vec![
                    "\n", "\n", "\n", "text", "  more", " ", "{{name}}", "{{~name}}", "{{name~}}", "{{#if yes}}", "{{#if no}}",
                    "{{else}}", "{{~#if yes~}}", "{{~/if~}}", "{{/if}}", "{{#each many}}", "{{this}}", "{{/each}}", "{{", "}}",
                    "{{\nname\n}}", "{{{name}}}", "{", "\r\n",
                ]),
                0..40,
            )
        ) {
            let template = pieces.concat();
            if let Some(whole) = render(&template) {
                let parts: Option<String> = cut(&template)
                    .into_iter()
                    .map(|section| {
                        let text = &template[section.range];
                        if section.is_plain { Some(text.to_owned()) } else { render(text) }
                    })
                    .collect();
                prop_assert_eq!(parts, Some(whole), "{:?}", template);
            }
        }
    }
}
