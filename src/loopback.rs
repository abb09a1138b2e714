//! Free ports on the loopback, the same ones each time as long as they are free.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener};

/// No port is free.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("no free port was found for `{name}`")]
pub struct NoPort {
    /// What it is for.
    pub name: String,
}

/// Below what systems give to outgoing connections, so that a kept port is not taken by chance.
const FIRST: u16 = 20_000;
const COUNT: u16 = 10_000;

/// Gives each name a free port. Returns what a person should know: which kept ports had to change.
pub fn choose(names: &[&str], kept: &mut BTreeMap<String, u16>) -> Result<Vec<String>, NoPort> {
    let mut notes = Vec::new();
    // Held until all are chosen: no two get the same.
    let mut held: Vec<TcpListener> = Vec::new();
    for name in names {
        let known = kept.get(*name).copied();
        if let Some(listener) = known.and_then(listen) {
            held.push(listener);
            continue;
        }
        let (port, listener) = any().ok_or_else(|| NoPort { name: (*name).to_owned() })?;
        if let Some(known) = known {
            notes.push(format!("port {known} of `{name}` is taken by another program, it is {port} now"));
        }
        kept.insert((*name).to_owned(), port);
        held.push(listener);
    }
    Ok(notes)
}

fn any() -> Option<(u16, TcpListener)> {
    let mut random = [0; 2];
    getrandom::fill(&mut random).ok()?;
    let start = u16::from_le_bytes(random) % COUNT;
    let ports = (0..COUNT).map(|step| FIRST + (start + step) % COUNT);
    ports.take(1000).find_map(|port| Some((port, listen(port)?)))
}

/// Free for us: nobody listens on it, also not on the other loopback, which `localhost` may mean.
fn listen(port: u16) -> Option<TcpListener> {
    let taken = |error: &std::io::Error| error.kind() == std::io::ErrorKind::AddrInUse;
    let sixth = TcpListener::bind((Ipv6Addr::LOCALHOST, port));
    if sixth.as_ref().is_err_and(taken) {
        return None;
    }
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ports_stay_while_they_are_free_and_change_with_a_word_when_not() {
        let mut kept = BTreeMap::new();
        assert!(choose(&["a", "b"], &mut kept).unwrap().is_empty());
        let (a, b) = (kept["a"], kept["b"]);
        assert_ne!(a, b);
        assert!(choose(&["a", "b"], &mut kept).unwrap().is_empty());
        assert_eq!((kept["a"], kept["b"]), (a, b));

        let _taken = TcpListener::bind(("127.0.0.1", a)).unwrap();
        let notes = choose(&["a", "b"], &mut kept).unwrap();
        assert_eq!(notes, [format!("port {a} of `a` is taken by another program, it is {} now", kept["a"])]);
        assert_ne!(kept["a"], a);
        assert_eq!(kept["b"], b);
    }
}
