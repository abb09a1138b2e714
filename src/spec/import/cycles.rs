//! Rings of required relations, in which no first row can ever be written.

/// Which of the edges must be relaxed so that no ring is left: those that lead back, when the graph is walked in the order
/// of its nodes and edges. Takes time in proportion to nodes and edges.
pub(super) fn closing_edges(nodes: usize, edges: &[(usize, usize)]) -> Vec<usize> {
    let mut outgoing: Vec<Vec<usize>> = vec![Vec::new(); nodes];
    for (at, (from, _)) in edges.iter().enumerate() {
        outgoing[*from].push(at);
    }
    let mut state = vec![State::New; nodes];
    let mut closing = Vec::new();
    for root in 0..nodes {
        walk(root, edges, &outgoing, &mut state, &mut closing);
    }
    closing.sort_unstable();
    closing
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    Open,
    Done,
}

fn walk(root: usize, edges: &[(usize, usize)], outgoing: &[Vec<usize>], state: &mut [State], closing: &mut Vec<usize>) {
    if state[root] != State::New {
        return;
    }
    state[root] = State::Open;
    let mut path = vec![(root, 0)];
    while let Some((node, next)) = path.last_mut() {
        let Some(edge) = outgoing[*node].get(*next) else {
            state[*node] = State::Done;
            path.pop();
            continue;
        };
        *next += 1;
        let target = edges[*edge].1;
        match state[target] {
            State::Open => closing.push(*edge),
            State::New => {
                state[target] = State::Open;
                path.push((target, 0));
            }
            State::Done => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::closing_edges;

    #[test]
    fn a_ring_is_opened_at_its_last_edge() {
        assert_eq!(closing_edges(3, &[(0, 1), (1, 2), (2, 0)]), [2]);
        assert_eq!(closing_edges(2, &[(0, 0), (0, 1), (0, 1)]), [0]);
        assert_eq!(closing_edges(3, &[(0, 1), (0, 2), (1, 2)]), [0_usize; 0]);
    }

    #[test]
    fn a_long_chain_is_walked_without_recursion() {
        let edges: Vec<_> = (0..200_000).map(|node| (node, (node + 1) % 200_000)).collect();
        assert_eq!(closing_edges(200_000, &edges), [199_999]);
    }
}
