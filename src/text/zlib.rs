//! Compressed bytes: the only file that names `miniz_oxide`.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// How hard to press; more gains a few per cent and takes more than twice as long.
const LEVEL: u8 = 4;

/// Makes bytes shorter (RFC 1950).
#[must_use]
pub fn packed(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec_zlib(bytes, LEVEL)
}

/// The bytes as they were; `None` when they are damaged, or more than `most`.
#[must_use]
pub fn unpacked(bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    decompress_to_vec_zlib_with_limit(bytes, most).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_and_a_flood_does_not() {
        let zeros = packed(&[0; 5000]);
        assert!(zeros.len() < 100);
        assert_eq!(unpacked(&zeros, 5000), Some(vec![0; 5000]));
        assert_eq!(unpacked(&zeros, 4999), None);
        assert_eq!(unpacked(b"nothing of the kind", 5000), None);
    }
}
