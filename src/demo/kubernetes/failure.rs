//! What kubectl's last words mean.

use super::error::KubernetesError;

/// How a failed call is to be taken.
#[derive(Debug)]
pub(super) enum Failure {
    /// It may work the next time: nobody answered, or somebody who could not.
    Passing(String),
    /// It will not work the next time either.
    Lasting(KubernetesError),
}

/// Words of a connection that was not made or broke off, or of a server that has too much to do. kubectl has no exit
/// codes that tell, so its words have to.
const PASSING: [&str; 18] = [
    "was refused - did you specify the right host or port",
    "connection refused",
    "connection reset",
    "connection lost",
    "broken pipe",
    "no route to host",
    "network is unreachable",
    "no such host",
    "i/o timeout",
    "TLS handshake timeout",
    "Client.Timeout exceeded",
    "context deadline exceeded",
    "EOF",
    "tls: first record does not look like a TLS handshake",
    "etcdserver: ",
    "the server is currently unable to handle the request",
    "the server was unable to return a response in the time allotted",
    "couldn't get current server API group list",
];
/// Reasons of the API server's own answers that pass.
const PASSING_REASONS: [&str; 5] =
    ["ServiceUnavailable", "InternalError", "Timeout", "ServerTimeout", "TooManyRequests"];

/// What it means that kubectl ended with these words on standard error.
pub(super) fn read(context: &str, err: &str) -> Failure {
    let said = said(err);
    let context = || context.to_owned();
    if err.contains("x509: ") || err.contains("tls: failed to verify certificate") {
        return Failure::Lasting(KubernetesError::Untrusted { context: context(), said });
    }
    if [
        "(Unauthorized)",
        "must be logged in to the server",
        "asked for the client to provide credentials",
        "getting credentials:",
    ]
    .iter()
    .any(|words| err.contains(words))
    {
        return Failure::Lasting(KubernetesError::Credentials { context: context(), said });
    }
    if err.contains("does not exist") && err.contains("context ") || err.contains("context was not found") {
        return Failure::Lasting(KubernetesError::UnknownContext { context: context(), known: Vec::new() });
    }
    if let Some(reason) = reason(err) {
        return of_reason(reason, said);
    }
    if PASSING.iter().any(|words| err.contains(words)) {
        return Failure::Passing(said);
    }
    if err.contains("Error in configuration")
        || err.contains("error loading config file")
        || err.starts_with("error: stat ")
    {
        return Failure::Lasting(KubernetesError::Kubeconfig { said });
    }
    if err.contains("Apply failed with") && err.contains("conflict") {
        return Failure::Lasting(KubernetesError::Conflict { said });
    }
    Failure::Lasting(KubernetesError::Refused { said })
}

fn of_reason(reason: &str, said: String) -> Failure {
    if PASSING_REASONS.contains(&reason) {
        return Failure::Passing(said);
    }
    Failure::Lasting(match reason {
        "Forbidden" if is_about_rights(&said) => KubernetesError::Forbidden { said },
        "NotFound" => KubernetesError::NotFound { said },
        "AlreadyExists" => KubernetesError::AlreadyThere { said },
        "Conflict" => KubernetesError::Conflict { said },
        _ => KubernetesError::Refused { said },
    })
}

/// Quota and Pod Security say `Forbidden` as well; who has no rights is told who they are and what they may not do.
fn is_about_rights(said: &str) -> bool {
    said.contains("User \"") && said.contains(" cannot ")
}

/// `Error from server (NotFound): …`: the API server's own word for why.
fn reason(err: &str) -> Option<&str> {
    let (_, rest) = err.split_once("Error from server (")?;
    Some(rest.split_once(')')?.0)
}

/// kubectl's message without what says only that there is one, on one line.
pub(super) fn said(err: &str) -> String {
    let lines = err.lines().map(str::trim).filter(|line| !line.is_empty() && !is_noise(line));
    let text = lines.collect::<Vec<_>>().join(" ");
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    let text = text.strip_prefix("Error from server ").unwrap_or(text);
    let text: String = text.chars().filter(|letter| !letter.is_control()).collect();
    if text.is_empty() { "it said nothing".to_owned() } else { text }
}

/// Warnings, and what the client library logs (`E1130 11:14:18.123456   42 memcache.go:265] …`) before the message.
fn is_noise(line: &str) -> bool {
    let bytes = line.as_bytes();
    let logged = matches!(bytes.first(), Some(b'E' | b'W' | b'I'))
        && bytes.len() > 5
        && bytes[1..5].iter().all(u8::is_ascii_digit);
    logged || line.starts_with("Warning: ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lasting(err: &str) -> KubernetesError {
        match read("here", err) {
            Failure::Lasting(error) => error,
            Failure::Passing(said) => panic!("passing: {said}"),
        }
    }

    #[test]
    fn a_connection_that_breaks_off_passes_and_logged_lines_are_left_out() {
        let err =
            "E1130 11:14:18.123456   42 memcache.go:265] \"Unhandled Error\"\nUnable to connect to the server: EOF";
        let Failure::Passing(said) = read("here", err) else { panic!("it lasts") };
        assert_eq!(said, "Unable to connect to the server: EOF");
    }

    #[test]
    fn reasons_of_the_server_are_told_apart() {
        let no_rights =
            "Error from server (Forbidden): namespaces is forbidden: User \"eve\" cannot list resource \"namespaces\"";
        assert!(matches!(lasting(no_rights), KubernetesError::Forbidden { .. }));
        let quota = "Error from server (Forbidden): error when creating \"STDIN\": services \"x\" is forbidden: exceeded quota: fountane";
        assert!(matches!(lasting(quota), KubernetesError::Refused { .. }));
        let gone = "Error from server (NotFound): namespaces \"x\" not found";
        assert!(matches!(lasting(gone), KubernetesError::NotFound { .. }));
        let busy = "Error from server (TooManyRequests): try later";
        assert!(matches!(read("here", busy), Failure::Passing(_)));
    }

    #[test]
    fn credentials_and_certificates_do_not_pass() {
        assert!(matches!(
            lasting("error: You must be logged in to the server (Unauthorized)"),
            KubernetesError::Credentials { .. }
        ));
        let other = "Unable to connect to the server: tls: failed to verify certificate: x509: certificate signed by unknown authority";
        assert!(matches!(lasting(other), KubernetesError::Untrusted { .. }));
        assert!(matches!(lasting("error: context \"x\" does not exist"), KubernetesError::UnknownContext { .. }));
    }

    #[test]
    fn who_says_nothing_is_told_as_such() {
        assert_eq!(lasting("").to_string(), "the API server refuses it: it said nothing");
    }
}
