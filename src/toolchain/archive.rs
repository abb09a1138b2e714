//! Taking a few files out of a package's archive, whatever else its maker put there.

use std::io::Read;
use std::os::unix::fs::OpenOptionsExt as _;

use camino::{Utf8Path, Utf8PathBuf};
use flate2::read::GzDecoder;
use fs_err as fs;
use tar::{Archive, EntryType};

use crate::fs::stays_inside;

/// Node's program alone is 120 MB; its package unpacks to 190 MB.
const LARGEST_CONTENT: u64 = 2 << 30;

/// A file to take out: where it lies in the package, and its permissions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub(super) path: &'static str,
    pub(super) mode: u32,
    pub(super) required: bool,
}

/// Unpacks the wanted files into a folder; says why the archive cannot be used.
///
/// One entry that would leave the folder condemns the archive, wanted or not.
pub(super) fn unpack(archive: impl Read, wanted: &[Wanted], folder: &Utf8Path) -> Result<(), String> {
    unpack_some(archive, wanted, None, folder)
}

/// Unpacks every plain file, those wanted among them with their own permissions.
pub(super) fn unpack_all(archive: impl Read, wanted: &[Wanted], folder: &Utf8Path) -> Result<(), String> {
    unpack_some(archive, wanted, Some(0o644), folder)
}

/// `mode` is for files that nobody asked for; without it they are left out.
fn unpack_some(archive: impl Read, wanted: &[Wanted], mode: Option<u32>, folder: &Utf8Path) -> Result<(), String> {
    let bounded = GzDecoder::new(archive).take(LARGEST_CONTENT);
    let mut archive = Archive::new(bounded);
    let mut missing: Vec<&str> = wanted.iter().filter(|each| each.required).map(|each| each.path).collect();
    for entry in archive.entries().map_err(broken)? {
        let mut entry = entry.map_err(broken)?;
        let kind = entry.header().entry_type();
        if matches!(kind, EntryType::XGlobalHeader | EntryType::XHeader) {
            continue;
        }
        let path = path_in_package(&entry.path_bytes())?;
        let wanted = wanted.iter().find(|wanted| path == wanted.path);
        let Some(mode) = wanted.map(|wanted| wanted.mode).or(mode) else { continue };
        if wanted.is_none() && !matches!(kind, EntryType::Regular) {
            continue;
        }
        if !matches!(kind, EntryType::Regular | EntryType::Continuous) {
            return Err(format!("`{path}` is no plain file"));
        }
        write(&mut entry, &folder.join(&path), mode).map_err(broken)?;
        missing.retain(|wanted| path != **wanted);
    }
    missing.first().map_or(Ok(()), |path| Err(format!("`{path}` is not in it")))
}

/// The path below the archive's one top folder (npm calls it `package`, others otherwise).
fn path_in_package(path: &[u8]) -> Result<Utf8PathBuf, String> {
    let path = std::str::from_utf8(path).map_err(|_| "a path in it is not UTF-8".to_owned())?;
    if !stays_inside(path) {
        return Err(format!("`{}` would leave its folder", path.escape_debug()));
    }
    Ok(Utf8Path::new(path).components().skip(1).collect())
}

fn write(content: &mut impl Read, path: &Utf8Path, mode: u32) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // `create_new`: a second entry of the same name is refused instead of followed.
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true).mode(mode);
    let mut file = options.open(path)?;
    std::io::copy(content, &mut file)?;
    file.sync_all()
}

#[expect(clippy::needless_pass_by_value, reason = "for `map_err`")]
fn broken(error: std::io::Error) -> String {
    format!("it is broken ({error})")
}

#[cfg(test)]
pub(super) mod tests {
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use tar::{Builder, Header};

    use super::*;

    const NODE: Wanted = Wanted { path: "bin/node", mode: 0o755, required: true };

    /// An archive with files of these names; names are written as they are, hostile ones too.
    pub(in crate::toolchain) fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut builder = Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
        for (name, content) in files {
            let mut header = Header::new_gnu();
            header.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
            header.set_size(content.len() as u64);
            header.set_mode(0o644);
            header.set_cksum();
            builder.append(&header, *content).unwrap();
        }
        builder.into_inner().unwrap().finish().unwrap()
    }

    fn unpacked(bytes: &[u8]) -> (tempfile::TempDir, Result<(), String>) {
        let folder = tempfile::tempdir().unwrap();
        let inner = Utf8Path::from_path(folder.path()).unwrap().join("inner");
        fs::create_dir(&inner).unwrap();
        let outcome = unpack(bytes, &[NODE], &inner);
        (folder, outcome)
    }

    #[test]
    fn only_what_is_wanted_is_unpacked() {
        let (folder, outcome) = unpacked(&archive(&[("package/bin/node", b"#!"), ("package/bin/evil", b"x")]));
        assert_eq!(outcome, Ok(()));
        assert_eq!(fs::read(folder.path().join("inner/bin/node")).unwrap(), b"#!");
        assert_eq!(fs::read_dir(folder.path().join("inner/bin")).unwrap().count(), 1);
    }

    #[test]
    fn an_entry_that_would_leave_condemns_the_archive() {
        for hostile in ["package/../../evil", "/etc/evil", "package/..\\evil", "../bin/node"] {
            let (folder, outcome) = unpacked(&archive(&[(hostile, b"x"), ("package/bin/node", b"#!")]));
            let shown = hostile.escape_debug();
            assert_eq!(outcome, Err(format!("`{shown}` would leave its folder")));
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        }
    }

    #[test]
    fn a_wanted_file_must_be_plain_and_there_once() {
        let mut builder = Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
        let mut header = Header::new_gnu();
        header.set_entry_type(EntryType::Symlink);
        header.set_size(0);
        builder.append_link(&mut header, "package/bin/node", "/etc/passwd").unwrap();
        let link = builder.into_inner().unwrap().finish().unwrap();
        assert_eq!(unpacked(&link).1, Err("`bin/node` is no plain file".to_owned()));

        let twice = archive(&[("package/bin/node", b"one"), ("package/bin/node", b"two")]);
        assert!(unpacked(&twice).1.unwrap_err().starts_with("it is broken"));
        assert_eq!(unpacked(&archive(&[])).1, Err("`bin/node` is not in it".to_owned()));
    }

    #[test]
    fn a_truncated_archive_is_broken() {
        let noise: Vec<u8> =
            (0..50_000_u32).flat_map(|number| number.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
        let whole = archive(&[("package/bin/node", &noise)]);
        let (_folder, outcome) = unpacked(&whole[..whole.len() / 2]);
        assert!(outcome.unwrap_err().starts_with("it is broken"));
    }
}
