//! A file as the sequence of what it says, in which layout makes no difference.

use std::fmt::Write;

use super::comments::Comment;
use super::kind::{Key, Kind, flag};
use super::printer::number;
use super::tree::{NodeId, Tree};

/// A node or a comment, told so that two layouts of it read the same.
#[derive(Debug)]
pub(in crate::render::layout) struct Word {
    pub at: usize,
    pub text: String,
}

/// The nodes of a tree from the root down, then its comments.
pub(super) fn of_tree(tree: &Tree<'_>) -> Vec<Word> {
    let mut words = Vec::new();
    push(tree, tree.root, 0, &mut words);
    words.extend(tree.comments.iter().map(|comment| Word { at: comment.start, text: comment_text(comment) }));
    words
}

fn comment_text(comment: &Comment<'_>) -> String {
    comment.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn push(tree: &Tree<'_>, id: NodeId, depth: usize, words: &mut Vec<Word>) {
    let node = tree.node(id);
    let at = node.start;
    match node.kind {
        Kind::EmptyStatement if !tree.is_loop_or_branch_body(id) => return,
        Kind::JSXText => {
            words.extend(node.text.split_whitespace().map(|word| Word { at, text: word.to_owned() }));
            return;
        }
        Kind::JSXExpressionContainer if tree.key(id) == Key::Children => {
            let expression = tree.get(id, Key::Expression);
            if tree.kind(expression) == Kind::StringLiteral && tree.node(expression).extra == " " {
                return;
            }
        }
        Kind::StringLiteral | Kind::NumericLiteral | Kind::Identifier if matches!(node.key, Key::Key | Key::Id) => {
            let name = match node.kind {
                Kind::StringLiteral => node.extra.to_owned(),
                Kind::NumericLiteral => number(node.text),
                _ => node.text.to_owned(),
            };
            words.push(Word { at, text: format!("{depth} {name} {}", node.flags & !flag::HAS_COMMENTS) });
            push_children(tree, id, depth, words);
            return;
        }
        _ => {}
    }
    let mut text = format!("{depth} {:?}", node.kind);
    let flags = node.flags & !flag::HAS_COMMENTS;
    if flags != 0 {
        let _ = write!(text, " {flags}");
    }
    let said = match node.kind {
        Kind::StringLiteral if tree.parent_kind(id) == Kind::JSXAttribute => {
            node.extra.replace("&apos;", "'").replace("&quot;", "\"")
        }
        Kind::StringLiteral => node.extra.to_owned(),
        Kind::NumericLiteral => number(node.text),
        Kind::BigIntLiteral => node.text.to_ascii_lowercase(),
        Kind::RegExpLiteral => {
            let mut flags: Vec<char> = node.extra.chars().collect();
            flags.sort_unstable();
            format!("{} {}", node.text, flags.into_iter().collect::<String>())
        }
        _ if node.extra.is_empty() => node.text.to_owned(),
        _ => format!("{} {}", node.text, node.extra),
    };
    if !said.is_empty() {
        let _ = write!(text, " {said}");
    }
    words.push(Word { at, text });
    push_children(tree, id, depth, words);
}

fn push_children(tree: &Tree<'_>, id: NodeId, depth: usize, words: &mut Vec<Word>) {
    for &child in tree.children(id) {
        if child.is_some() {
            push(tree, child, depth + 1, words);
        } else {
            words.push(Word { at: tree.start(id), text: "hole".to_owned() });
        }
    }
}
