//! JHipster Domain Language: text to tokens to a tree to a spec, and a list of what could not come along.

mod ast;
mod fault;
mod lexer;
mod parser;
mod token;

pub fn tmp(s: &str) -> usize { let (a, b) = parser::parse(s); b.len() + a.entities.len() }
