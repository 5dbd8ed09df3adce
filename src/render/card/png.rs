//! PNG files of sixteen colours.

use crate::text::zlib;

/// The file of a picture whose pixels are numbers of colours, four bits each.
pub fn indexed(pixels: &[u8], width: usize, palette: &[[u8; 3]; 16]) -> Vec<u8> {
    let mut rows = Vec::with_capacity(pixels.len() / 2 + pixels.len() / width.max(1));
    for row in pixels.chunks(width.max(1)) {
        // No filter: rows of one colour, and rows like the one above, are found by the compression.
        rows.push(0);
        rows.extend(row.chunks(2).map(|pair| pair.first().unwrap_or(&0) << 4 | pair.get(1).unwrap_or(&0)));
    }
    let side = |length: usize| u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes();
    let mut header = Vec::with_capacity(13);
    header.extend(side(width));
    header.extend(side(pixels.len() / width.max(1)));
    // Four bits a pixel, by palette; deflate, no filter method but the one, not interlaced.
    header.extend([4, 3, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut file, *b"IHDR", &header);
    chunk(&mut file, *b"PLTE", palette.as_flattened());
    chunk(&mut file, *b"IDAT", &zlib::packed(&rows));
    chunk(&mut file, *b"IEND", &[]);
    file
}

fn chunk(file: &mut Vec<u8>, kind: [u8; 4], content: &[u8]) {
    file.extend(u32::try_from(content.len()).unwrap_or(u32::MAX).to_be_bytes());
    file.extend(kind);
    file.extend(content);
    file.extend(crc32(kind.iter().chain(content)).to_be_bytes());
}

/// The checksum of a chunk, as PNG defines it.
fn crc32<'a>(bytes: impl Iterator<Item = &'a u8>) -> u32 {
    !bytes.fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_one_of_the_format() {
        assert_eq!(crc32(b"IEND".iter()), 0xae42_6082);
    }

    #[test]
    fn pixels_come_back() {
        let file = indexed(&[1, 2, 3, 4, 5, 6], 3, &[[9; 3]; 16]);
        let start = file.windows(4).position(|word| word == b"IDAT").unwrap();
        let length = u32::from_be_bytes(file[start - 4..start].try_into().unwrap()) as usize;
        let rows = zlib::unpacked(&file[start + 4..start + 4 + length], 100).unwrap();
        assert_eq!(rows, [0, 0x12, 0x30, 0, 0x45, 0x60]);
        assert_eq!(&file[16..24], [0, 0, 0, 3, 0, 0, 0, 2]);
    }
}
