//! QR codes as vectors; the only file that names `fast_qr`.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder};

use super::escape::escape;

/// Modules of blank paper on every side, as the standard asks for.
const QUIET: usize = 4;
/// The smallest side of a module, in hundredths of a millimetre: telephones read it from an arm's length, photocopied as well.
const SMALLEST: usize = 80;

/// The code of an address that is printed in a square of so many millimetres: with a quarter of redundancy where that leaves
/// modules large enough, with less where it does not, and `None` where they are too small even so.
pub fn svg(address: &str, side: u32) -> Option<String> {
    let side = usize::try_from(side).ok()? * 100;
    let codes = [ECL::Q, ECL::M].into_iter().filter_map(|level| QRBuilder::new(address).ecl(level).build().ok());
    let mut codes = codes.filter(|code| side / (code.size + QUIET * 2) >= SMALLEST);
    let code = codes.next()?;
    let whole = code.size + QUIET * 2;
    let mut path = String::with_capacity(4096);
    for (y, row) in code.data.chunks(code.size).take(code.size).enumerate() {
        let mut x = 0;
        while let Some(start) = row.iter().skip(x).position(|module| module.value()).map(|found| x + found) {
            let long = row.iter().skip(start).take_while(|module| module.value()).count();
            // Writing into a string cannot fail.
            let _ = write!(path, "M{} {}h{long}v1h-{long}z", start + QUIET, y + QUIET);
            x = start + long;
        }
    }
    Some(format!(
        "<svg class=\"qr\" data-address=\"{}\" viewBox=\"0 0 {whole} {whole}\" aria-hidden=\"true\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{whole}v{whole}h-{whole}z\"/><path d=\"{path}\"/></svg>",
        escape(address)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_never_too_small() {
        let whole = |bytes: usize| {
            let drawing = svg(&"a".repeat(bytes), 40)?;
            drawing.split('"').nth(5)?.rsplit(' ').next()?.parse::<u32>().ok()
        };
        // Redundancy Q up to 74 bytes, M up to 106: then a module of 40 mm / 49 is as small as it may be.
        assert_eq!([whole(46), whole(74), whole(75), whole(106)], [Some(41), Some(49), Some(45), Some(49)]);
        assert_eq!(whole(107), None);
    }
}
