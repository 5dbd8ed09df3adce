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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_holds_nothing_that_xml_cannot() {
        assert_eq!(escape("a<b>&\"\u{0}\u{8}\u{1b}\u{85}\u{fffe}中\n"), "a&lt;b&gt;&amp;&quot;     中\n");
    }
}
