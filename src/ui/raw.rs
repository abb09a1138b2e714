//! A terminal that belongs to a program elsewhere: every key goes there, everything it writes comes here.

use std::io::{self, Write as _};

use nix::sys::termios::{SetArg, Termios, cfmakeraw, tcgetattr, tcsetattr};

/// Keys are neither shown nor taken for signals as long as this lives.
pub struct RawTerminal {
    before: Termios,
}

impl RawTerminal {
    /// Begins.
    ///
    /// # Errors
    /// Standard input is no terminal.
    pub fn begin() -> io::Result<Self> {
        let before = tcgetattr(io::stdin())?;
        let mut raw = before.clone();
        cfmakeraw(&mut raw);
        tcsetattr(io::stdin(), SetArg::TCSANOW, &raw)?;
        Ok(Self { before })
    }
}

impl Drop for RawTerminal {
    fn drop(&mut self) {
        let _ = tcsetattr(io::stdin(), SetArg::TCSANOW, &self.before);
    }
}

/// Bytes of a program elsewhere, as they are.
///
/// # Errors
/// Who reads it is gone.
pub fn raw_output(bytes: &[u8], is_error: bool) -> io::Result<()> {
    if is_error {
        let mut err = io::stderr().lock();
        err.write_all(bytes)?;
        return err.flush();
    }
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}
