//! Streams whose reader may leave early.

use std::io::{self, ErrorKind, Write};

/// Writes on into the void when the reader has seen enough, as `head` does: the run and its status stay the same.
pub(super) struct Patient<W>(pub W);

impl<W: Write> Write for Patient<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        unless_gone(self.0.write(bytes), bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        unless_gone(self.0.flush(), ())
    }
}

fn unless_gone<T>(result: io::Result<T>, instead: T) -> io::Result<T> {
    match result {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(instead),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Failing(ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(self.0.into())
        }
    }

    #[test]
    fn a_reader_that_left_is_no_failure_but_a_full_disk_is() {
        assert!(writeln!(Patient(Failing(ErrorKind::BrokenPipe)), "x").is_ok());
        assert!(Patient(Failing(ErrorKind::BrokenPipe)).flush().is_ok());
        assert!(writeln!(Patient(Failing(ErrorKind::StorageFull)), "x").is_err());
    }
}
