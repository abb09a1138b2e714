//! Files in which each line stands for itself: what the second has and the first lacks goes to the end.

pub(super) fn merge(first: &str, second: &str) -> String {
    let known: std::collections::HashSet<&str> = first.lines().collect();
    let mut merged = first.trim_end().to_owned();
    for line in second.lines().filter(|line| line.is_empty() || !known.contains(line)) {
        merged.push('\n');
        merged.push_str(line);
    }
    merged.truncate(merged.trim_end().len());
    merged.push('\n');
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn appends_only_what_is_not_there() {
        assert_eq!(merge("dist\nnode_modules\n", "node_modules\n.next\n"), "dist\nnode_modules\n.next\n");
    }
}
