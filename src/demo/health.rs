//! Asking a process whether it works.

use std::time::Duration;

use reqwest::{Client, redirect};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::manifest::Health;

const PATIENCE: Duration = Duration::from_secs(3);

/// What is asked, and where.
#[derive(Debug, Clone)]
pub(super) enum Probe {
    /// As the manifest says, on this port.
    Of(Health, u16),
    /// A PostgreSQL on this port.
    Postgres(u16),
}

impl Probe {
    /// Whether it works; says why not.
    pub(super) async fn ask(&self) -> Result<(), String> {
        let asked = async {
            match self {
                Self::Of(Health::Http { path, .. }, port) => http(*port, path).await,
                Self::Of(Health::Tcp { .. }, port) => tcp(*port).await.map(drop),
                Self::Of(Health::Grpc { service, .. }, port) => grpc(*port, service).await,
                Self::Postgres(port) => postgres(*port).await,
            }
        };
        timeout(PATIENCE, asked).await.unwrap_or_else(|_| Err("it does not answer in time".to_owned()))
    }
}

async fn tcp(port: u16) -> Result<TcpStream, String> {
    TcpStream::connect(("127.0.0.1", port)).await.map_err(|_| format!("nobody listens on port {port}"))
}

async fn http(port: u16, path: &str) -> Result<(), String> {
    let client = Client::builder().no_proxy().redirect(redirect::Policy::none()).build().map_err(shown)?;
    let response = client.get(format!("http://127.0.0.1:{port}{path}")).send().await.map_err(shown)?;
    let status = response.status();
    if status.as_u16() < 400 { Ok(()) } else { Err(format!("`{path}` answers {}", status.as_u16())) }
}

/// `grpc.health.v1.Health/Check`, by hand: the two messages have one field each.
async fn grpc(port: u16, service: &str) -> Result<(), String> {
    const SERVING: [u8; 7] = [0, 0, 0, 0, 2, 8, 1];
    let client = Client::builder().no_proxy().http2_prior_knowledge().build().map_err(shown)?;
    let request = client
        .post(format!("http://127.0.0.1:{port}/grpc.health.v1.Health/Check"))
        .header("content-type", "application/grpc")
        .header("te", "trailers")
        .body(health_request(service));
    let answer = request.send().await.map_err(shown)?.bytes().await.map_err(shown)?;
    if answer.as_ref() == SERVING { Ok(()) } else { Err("it does not serve yet".to_owned()) }
}

/// A frame (not compressed, length) around the message; field 1 is the service's name, left out when empty.
fn health_request(service: &str) -> Vec<u8> {
    let mut message = Vec::new();
    if let Some(length) = u8::try_from(service.len()).ok().filter(|length| (1..128).contains(length)) {
        message.extend([0x0A, length]);
        message.extend(service.as_bytes());
    }
    let mut frame = vec![0];
    frame.extend(u32::try_from(message.len()).unwrap_or_default().to_be_bytes());
    frame.extend(message);
    frame
}

/// PostgreSQL listens before it is ready. It is when it asks for a password instead of sending an error.
async fn postgres(port: u16) -> Result<(), String> {
    let mut stream = tcp(port).await?;
    let mut startup = Vec::from(196_608_u32.to_be_bytes());
    startup.extend(b"user\0postgres\0database\0postgres\0\0");
    let length = u32::try_from(startup.len() + 4).unwrap_or_default();
    stream.write_all(&length.to_be_bytes()).await.map_err(shown)?;
    stream.write_all(&startup).await.map_err(shown)?;
    match stream.read_u8().await.map_err(shown)? {
        b'R' => Ok(()),
        _ => Err("it is starting up".to_owned()),
    }
}

fn shown(error: impl std::error::Error) -> String {
    let root = std::iter::successors(error.source(), |error| error.source()).last();
    root.map_or_else(|| error.to_string(), ToString::to_string)
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use super::*;

    async fn server(answer: &'static [u8]) -> u16 {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut request = [0; 512];
                let _ = stream.read(&mut request).await;
                let _ = stream.write_all(answer).await;
            }
        });
        port
    }

    fn http_probe(port: u16) -> Probe {
        Probe::Of(Health::Http { port: "x".into(), path: "/livez".into() }, port)
    }

    #[tokio::test]
    async fn an_http_status_below_400_is_healthy() {
        let good = server(b"HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n").await;
        assert_eq!(http_probe(good).ask().await, Ok(()));
        let bad = server(b"HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n").await;
        assert_eq!(http_probe(bad).ask().await, Err("`/livez` answers 503".to_owned()));
    }

    #[tokio::test]
    async fn nobody_listening_is_told() {
        let port = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
        let probe = Probe::Of(Health::Tcp { port: "x".into() }, port);
        assert_eq!(probe.ask().await, Err(format!("nobody listens on port {port}")));
    }

    #[tokio::test]
    async fn a_database_that_starts_up_is_not_ready() {
        assert_eq!(Probe::Postgres(server(b"R\0\0\0\x17").await).ask().await, Ok(()));
        let starting = Probe::Postgres(server(b"E\0\0\0\x17").await).ask().await;
        assert_eq!(starting, Err("it is starting up".to_owned()));
    }

    #[test]
    fn the_health_message_names_its_service() {
        assert_eq!(health_request(""), [0, 0, 0, 0, 0]);
        assert_eq!(health_request("ab"), [0, 0, 0, 0, 4, 0x0A, 2, b'a', b'b']);
    }
}
