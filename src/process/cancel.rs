//! A wish to stop, shared by those who may express it and those who must heed it.

use std::sync::Arc;

use tokio::sync::watch;

/// A wish to stop. Clones share it; once expressed it stays.
#[derive(Debug, Clone)]
pub struct Cancel(Arc<watch::Sender<bool>>);

impl Cancel {
    /// Nobody wishes to stop yet.
    pub fn new() -> Self {
        Self(Arc::new(watch::Sender::new(false)))
    }

    /// Expresses the wish.
    pub fn cancel(&self) {
        self.0.send_replace(true);
    }

    /// Whether somebody wishes to stop.
    pub fn is_cancelled(&self) -> bool {
        *self.0.borrow()
    }

    /// Resolves as soon as somebody wishes to stop.
    pub async fn cancelled(&self) {
        let mut wish = self.0.subscribe();
        // The sender lives as long as `self`, so this only ends when the wish is there.
        let _ = wish.wait_for(|wished| *wished).await;
    }
}

impl Default for Cancel {
    fn default() -> Self {
        Self::new()
    }
}
