//! From what a component says of its health to a program in the container. Engines run it, whoever started the container.

use super::component::{Container, Health, HttpClient, TcpClient};

/// The program; pages and ports were checked with the component.
pub(super) fn command(health: &Health, container: &Container) -> Vec<String> {
    let number = |port: &str| container.ports.get(port).map_or(0, |port| port.container);
    if let Some(http) = &health.http {
        return page(http.with, number(&http.port), &http.path, health.timeout.0.ceil());
    }
    if let Some(tcp) = &health.tcp {
        return port(tcp.with, number(&tcp.port));
    }
    health.command.clone()
}

fn page(with: HttpClient, port: u16, path: &str, seconds: f64) -> Vec<String> {
    let url = format!("http://127.0.0.1:{port}{path}");
    let script = |text: String| ["bash", "-c", &text].map(str::to_owned).to_vec();
    match with {
        HttpClient::Curl => {
            ["curl", "--fail", "--silent", "--output", "/dev/null", "--max-time", &seconds.to_string(), &url]
                .map(str::to_owned)
                .to_vec()
        }
        HttpClient::Wget => {
            ["wget", "-q", "-T", &seconds.to_string(), "-O", "/dev/null", &url].map(str::to_owned).to_vec()
        }
        HttpClient::Node => {
            let text =
                format!("fetch('{url}').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))");
            ["node", "-e", &text].map(str::to_owned).to_vec()
        }
        HttpClient::Bash => script(format!(
            "exec 3<>/dev/tcp/127.0.0.1/{port} && printf 'GET {path} HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 \
             && read -r -t {seconds} line <&3 && [[ $line == *' 2'* ]]"
        )),
    }
}

fn port(with: TcpClient, port: u16) -> Vec<String> {
    match with {
        TcpClient::Bash => vec!["bash".to_owned(), "-c".to_owned(), format!("exec 3<>/dev/tcp/127.0.0.1/{port}")],
        TcpClient::Nc => ["nc", "-z", "127.0.0.1", &port.to_string()].map(str::to_owned).to_vec(),
    }
}
