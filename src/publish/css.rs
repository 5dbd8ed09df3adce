//! Addresses in style sheets: `url(...)` and `@import`.

use std::borrow::Cow;

/// Calls `found` with every address that a style sheet or a `style` attribute loads.
pub fn addresses(css: &str, mut found: impl FnMut(&str)) {
    let css = without_comments(css);
    let mut rest = css.as_ref();
    while let Some(at) = rest.find("url(") {
        rest = rest.get(at + "url(".len()..).unwrap_or_default();
        found(argument(rest, ')'));
    }
    for import in css.split("@import").skip(1) {
        // `@import url(...)` was found above.
        let quoted = import.trim_start();
        if quoted.starts_with(['"', '\'']) {
            found(argument(quoted, ';'));
        }
    }
}

/// The text of `"x"`, `'x'`, or `x` up to `end`.
fn argument(text: &str, end: char) -> &str {
    let text = text.trim_start();
    let mut chars = text.chars();
    match chars.next() {
        Some(quote @ ('"' | '\'')) => chars.as_str().split(quote).next().unwrap_or_default(),
        _ => text.split(end).next().unwrap_or_default().trim_end(),
    }
}

fn without_comments(css: &str) -> Cow<'_, str> {
    if !css.contains("/*") {
        return Cow::Borrowed(css);
    }
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_a_style_sheet_loads() {
        let mut all = Vec::new();
        addresses(
            "@import \"base.css\"; @import url('print.css'); /* url(no.png) */ a{background:url( x.png )} b{fill:url(#g)}",
            |address| all.push(address.to_owned()),
        );
        assert_eq!(all, ["print.css", "x.png", "#g", "base.css"]);
    }
}
