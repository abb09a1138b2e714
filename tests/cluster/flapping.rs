//! An API server that answers every other time, or not at all: a proxy between kubectl and a real one.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use camino::Utf8PathBuf;
use tokio::net::{TcpListener, TcpStream};

use crate::control_plane::plane;

/// A proxy to the control plane that drops connections by chance.
pub struct Flapping {
    port: u16,
    dropped: Arc<AtomicU32>,
    let_through: Arc<AtomicU32>,
}

impl Flapping {
    /// Drops each connection with this chance, in hundredths.
    pub async fn start(chance: u32) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (dropped, let_through) = (Arc::default(), Arc::default());
        let flapping = Self { port, dropped: Arc::clone(&dropped), let_through: Arc::clone(&let_through) };
        tokio::spawn(async move {
            let mut chances = fastrand::Rng::with_seed(6);
            while let Ok((client, _)) = listener.accept().await {
                if chances.u32(0..100) < chance {
                    dropped.fetch_add(1, Ordering::Relaxed);
                    continue;
                }
                let_through.fetch_add(1, Ordering::Relaxed);
                tokio::spawn(forward(client));
            }
        });
        flapping
    }

    /// The admin's kubeconfig, by way of this proxy.
    pub fn kubeconfig(&self) -> Utf8PathBuf {
        let text = fs_err::read_to_string(plane().kubeconfig("admin")).unwrap();
        let text = text.replace(&format!(":{}", plane().port), &format!(":{}", self.port));
        let file = plane().run.join(format!("flapping-{}.kubeconfig", self.port));
        fs_err::write(&file, text).unwrap();
        file
    }

    /// How many connections were dropped, and how many were not.
    pub fn counted(&self) -> (u32, u32) {
        (self.dropped.load(Ordering::Relaxed), self.let_through.load(Ordering::Relaxed))
    }
}

async fn forward(mut client: TcpStream) {
    if let Ok(mut server) = TcpStream::connect(("127.0.0.1", plane().port)).await {
        // Whoever hangs up first ends it.
        let _ = tokio::io::copy_bidirectional(&mut client, &mut server).await;
    }
}
