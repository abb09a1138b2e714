//! The text of `LICENSE`.

use crate::spec::model::Project;

const MIT: &str = r#"Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"#;

/// None for software that is not licensed to anybody. Texts other than MIT's are pointed to, not copied.
pub(super) fn text(project: &Project) -> Option<String> {
    let holders = format!("Copyright (c) the authors of {}", project.title);
    match project.licence.as_str() {
        "UNLICENSED" | "" => None,
        "MIT" => Some(format!("MIT License\n\n{holders}\n\n{MIT}")),
        expression => {
            let texts: Vec<String> = expression
                .split(|c: char| c.is_whitespace() || c == '(' || c == ')')
                .filter(|word| !matches!(*word, "" | "AND" | "OR" | "WITH"))
                .map(|licence| format!("https://spdx.org/licenses/{licence}.html"))
                .collect();
            Some(format!("{holders}\n\nSPDX-License-Identifier: {expression}\n\n{}\n", texts.join("\n")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn licensed(licence: &str) -> Option<String> {
        text(&Project {
            name: "shop".to_owned(),
            title: "Shop".to_owned(),
            description: String::new(),
            licence: licence.to_owned(),
        })
    }

    #[test]
    fn writes_nothing_for_what_is_not_licensed() {
        assert_eq!(licensed("UNLICENSED"), None);
    }

    #[test]
    fn points_to_each_licence_of_an_expression() {
        insta::assert_snapshot!(licensed("(MIT OR Apache-2.0)").unwrap(), @"
        Copyright (c) the authors of Shop

        SPDX-License-Identifier: (MIT OR Apache-2.0)

        https://spdx.org/licenses/MIT.html
        https://spdx.org/licenses/Apache-2.0.html
        ");
    }

    #[test]
    fn names_who_grants_the_mit_licence() {
        assert!(licensed("MIT").unwrap().starts_with("MIT License\n\nCopyright (c) the authors of Shop\n\nPermission"));
    }
}
