//! JHipster Domain Language: text to tokens to a tree to a spec, and a list of what could not come along.

mod ast;
mod check;
mod fault;
mod lexer;
mod parser;
mod token;

#[cfg(test)]
mod tests {
    #[test]
    fn show() {
        let mut names: Vec<_> = std::env::var("SHOW").unwrap().split_whitespace().flat_map(|d| std::fs::read_dir(d).unwrap()).map(|e| e.unwrap().path()).filter(|p| p.is_file()).collect();
        names.sort();
        for n in names {
            let s = std::fs::read_to_string(&n).unwrap();
            let (j, mut f) = super::parser::parse(&s);
            if f.is_empty() { f = super::check::check(&j); }
            println!("== {} e{} r{}", n.file_name().unwrap().to_string_lossy(), j.entities.len(), j.relationships.len());
            for f in f { println!("   {:?} {} | {}", &s[f.span.range()].chars().take(30).collect::<String>(), f.message, f.help.unwrap_or_default()); }
        }
    }
}
