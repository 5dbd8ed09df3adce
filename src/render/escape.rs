//! Text for HTML and XML.

/// Text in content and between double quotes; characters that XML has no place for become blanks.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => out.push(' '),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A finished page without characters that HTML has no place for: titles and prose may bring them along. Each becomes a blank.
#[must_use]
pub fn printable(page: Vec<u8>) -> Vec<u8> {
    let is_odd = |(at, &byte): (usize, &u8)| {
        let next = |step: usize| page.get(at + step).copied().unwrap_or(0);
        match byte {
            b'\n' | b'\t' | b'\r' => false,
            0..b' ' | 0x7f => true,
            0xc2 => next(1) < 0xa0,
            0xef => next(1) == 0xb7 || (next(1) == 0xbf && next(2) >= 0xbe),
            _ => false,
        }
    };
    if !page.iter().enumerate().any(is_odd) {
        return page;
    }
    match String::from_utf8(page) {
        Ok(text) => text.replace(is_forbidden, " ").into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

fn is_forbidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
        || matches!(c, '\u{fdd0}'..='\u{fdef}')
        || c as u32 & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_holds_nothing_that_xml_cannot() {
        assert_eq!(printable("a\u{7}b\u{85}\u{fdd0}c\n（）".into()), "a b  c\n（）".as_bytes());
        assert_eq!(printable(vec![b'a', 0xff]), [b'a', 0xff]);
        assert_eq!(escape("a<b>&\"\u{0}\u{8}\u{1b}\u{85}\u{fffe}中\n"), "a&lt;b&gt;&amp;&quot;     中\n");
    }
}
