//! Log files of a demo: written by the supervisor, bounded, read by people.

use std::collections::BTreeMap;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use fs_err as fs;

use crate::process::Cancel;
use crate::redact::Redactor;

/// A log that is larger is put aside; one older part is kept.
const LARGEST: u64 = 8 << 20;
/// How much of a log's end is looked at for its last lines.
const TAIL_BYTES: u64 = 256 << 10;
const LOOK_EVERY: Duration = Duration::from_millis(150);

/// Writes a log. What cannot be written is lost: a full disk must not stop the demo.
#[derive(Debug)]
pub(super) struct Log {
    path: Utf8PathBuf,
    redactor: Redactor,
    file: Option<std::fs::File>,
    size: u64,
}

impl Log {
    pub(super) fn open(path: Utf8PathBuf, redactor: Redactor) -> Self {
        let mut log = Self { path, redactor, file: None, size: 0 };
        log.reopen();
        log
    }

    pub(super) fn line(&mut self, line: &str) {
        if self.size >= LARGEST {
            let _ = fs::rename(&self.path, self.path.with_extension("log.1"));
            self.reopen();
        }
        let line = format!("{}\n", self.redactor.redact(line));
        if let Some(file) = &mut self.file {
            let _ = file.write_all(line.as_bytes());
            self.size += line.len() as u64;
        }
    }

    fn reopen(&mut self) {
        let opened = std::fs::OpenOptions::new().create(true).append(true).mode(0o600).open(&self.path);
        self.file = opened.ok();
        self.size = self.file.as_ref().and_then(|file| file.metadata().ok()).map_or(0, |meta| meta.len());
    }
}

/// The last lines of a log, oldest first; none where there is no log.
pub(super) fn tail(path: &Utf8Path, lines: usize) -> Vec<String> {
    let text = end_of(path).unwrap_or_default();
    let all: Vec<&str> = text.lines().collect();
    all[all.len().saturating_sub(lines)..].iter().map(|line| (*line).to_owned()).collect()
}

fn end_of(path: &Utf8Path) -> std::io::Result<String> {
    let mut file = std::fs::File::open(path)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(TAIL_BYTES)))?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Reads what is added to logs, through renewals, until somebody wishes to stop.
pub(super) async fn follow(logs: &BTreeMap<String, Utf8PathBuf>, cancel: &Cancel, told: &mut dyn FnMut(&str, String)) {
    let mut readers: Vec<_> = logs.iter().map(|(name, path)| (name, Reader::at_end(path.clone()))).collect();
    while !cancel.is_cancelled() {
        for (name, reader) in &mut readers {
            for line in reader.new_lines() {
                told(name, line);
            }
        }
        tokio::select! {
            () = tokio::time::sleep(LOOK_EVERY) => (),
            () = cancel.cancelled() => return,
        }
    }
}

struct Reader {
    path: Utf8PathBuf,
    inode: u64,
    at: u64,
    part: Vec<u8>,
}

impl Reader {
    fn at_end(path: Utf8PathBuf) -> Self {
        let meta = std::fs::metadata(&path).ok();
        let (inode, at) = meta.map_or((0, 0), |meta| (meta.ino(), meta.len()));
        Self { path, inode, at, part: Vec::new() }
    }

    fn new_lines(&mut self) -> Vec<String> {
        let Ok(meta) = std::fs::metadata(&self.path) else { return Vec::new() };
        if self.inode != 0 && meta.ino() != self.inode {
            // It was put aside: what was added to it since we last looked comes first.
            let _ = self.read(&self.path.with_extension("log.1"));
            self.at = 0;
        }
        self.inode = meta.ino();
        let path = self.path.clone();
        let _ = self.read(&path);
        let Some(end) = self.part.iter().rposition(|byte| *byte == b'\n') else { return Vec::new() };
        let whole: Vec<u8> = self.part.drain(..=end).collect();
        String::from_utf8_lossy(&whole).lines().map(ToOwned::to_owned).collect()
    }

    fn read(&mut self, path: &Utf8Path) -> std::io::Result<()> {
        let mut file = std::fs::File::open(path)?;
        file.seek(SeekFrom::Start(self.at))?;
        self.at += file.read_to_end(&mut self.part)? as u64;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::redact::Secret;

    #[tokio::test]
    async fn a_log_is_bounded_redacted_and_can_be_followed_through_its_renewal() {
        let guard = tempfile::tempdir().unwrap();
        let path = Utf8Path::from_path(guard.path()).unwrap().join("web.log");
        let mut log = Log::open(path.clone(), Redactor::new(&[Secret::new("s3cr3t-s3cr3t")]));
        log.line("old");
        let mut reader = Reader::at_end(path.clone());
        log.line("password=s3cr3t-s3cr3t");
        log.size = LARGEST;
        log.line("new");
        assert_eq!(reader.new_lines(), ["password=[redacted]", "new"]);
        assert!(reader.new_lines().is_empty());
        assert_eq!(tail(&path, 5), ["new"]);
        assert_eq!(tail(&path.with_extension("log.1"), 1), ["password=[redacted]"]);
    }
}
