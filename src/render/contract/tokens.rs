//! The words and signs inside `{{ }}` and `{% %}` of a template. Text, comments and `raw` blocks are passed over.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// `{{`
    Print,
    /// `{%`
    Tag,
    /// `}}` or `%}`
    End,
    /// A name or a word of the language.
    Name,
    /// A quoted text; the token is what stands between the quotes.
    Text,
    /// A number.
    Number,
    /// An operator or bracket.
    Sign,
}

/// A token with its place in the template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    /// What it is.
    pub sort: Sort,
    /// Its letters.
    pub text: &'a str,
    /// The byte where they begin.
    pub at: usize,
}

/// Signs of more than one letter, the longest first.
const LONG: [&str; 10] = ["...", "//", "**", "==", "!=", ">=", "<=", "</", "?.", "?["];

/// The tokens of a template.
pub fn tokens(template: &str) -> Vec<Token<'_>> {
    let mut reader = Reader { template, at: 0, found: Vec::new() };
    while reader.text() {
        reader.code();
    }
    reader.found
}

struct Reader<'a> {
    template: &'a str,
    at: usize,
    found: Vec<Token<'a>>,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.template.get(self.at..).unwrap_or_default()
    }

    /// Takes the next `bytes` bytes as a token.
    fn take(&mut self, sort: Sort, bytes: usize) {
        let text = self.rest().get(..bytes).unwrap_or_default();
        self.found.push(Token { sort, text, at: self.at });
        self.at += bytes;
    }

    /// Passes over text, up to what stands between braces; `false` at the end of the template.
    fn text(&mut self) -> bool {
        loop {
            let Some(brace) = self.rest().find('{') else { return false };
            self.at += brace;
            let rest = self.rest();
            let after = |end: &str| rest.find(end).map_or(rest.len(), |at| at + end.len());
            if rest.starts_with("{#") {
                self.at += after("#}");
            } else if is_tag(rest, "raw") {
                let ends =
                    rest.match_indices("{%").find(|(at, _)| is_tag(rest.get(*at..).unwrap_or_default(), "endraw"));
                let end = ends.map_or(rest.len(), |(at, _)| at);
                self.at += end + rest.get(end..).and_then(|rest| rest.find("%}")).map_or(0, |close| close + 2);
            } else if rest.starts_with("{{") {
                self.take(Sort::Print, 2);
                return true;
            } else if rest.starts_with("{%") {
                self.take(Sort::Tag, 2);
                return true;
            } else {
                self.at += 1;
            }
        }
    }

    /// Reads up to the closing braces. A `-` at either end only trims white space.
    fn code(&mut self) {
        let is_print = self.found.last().is_some_and(|token| token.sort == Sort::Print);
        let end = if is_print { "}}" } else { "%}" };
        self.at += usize::from(self.rest().starts_with('-'));
        loop {
            let rest = self.rest();
            let Some(first) = rest.chars().next() else { return };
            if first.is_ascii_whitespace() {
                self.at += 1;
            } else if rest.starts_with(end) || rest.strip_prefix('-').is_some_and(|rest| rest.starts_with(end)) {
                self.at += usize::from(first == '-');
                return self.take(Sort::End, end.len());
            } else if matches!(first, '"' | '\'' | '`') {
                self.quoted(first);
            } else if first.is_ascii_alphabetic() || first == '_' {
                let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
                self.take(Sort::Name, rest.find(|c| !is_part(c)).unwrap_or(rest.len()));
            } else if first.is_ascii_digit() {
                self.take(Sort::Number, rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len()));
            } else {
                let long = LONG.iter().find(|sign| rest.starts_with(**sign));
                self.take(Sort::Sign, long.map_or(first.len_utf8(), |sign| sign.len()));
            }
        }
    }

    fn quoted(&mut self, quote: char) {
        let inside = self.rest().get(1..).unwrap_or_default();
        let mut escaped = false;
        let end = inside.find(|c| {
            let ends = c == quote && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        });
        self.at += 1;
        self.take(Sort::Text, end.unwrap_or(inside.len()));
        self.at += end.map_or(0, |_| 1);
    }
}

/// Whether a template goes on with the tag `{% name %}`.
fn is_tag(rest: &str, name: &str) -> bool {
    let inside = rest.strip_prefix("{%").map(|rest| rest.strip_prefix('-').unwrap_or(rest).trim_start());
    let after = inside.and_then(|rest| rest.strip_prefix(name)).map(str::trim_start);
    after.is_some_and(|rest| rest.strip_prefix('-').unwrap_or(rest).starts_with("%}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(template: &str) -> Vec<&str> {
        tokens(template).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn only_what_stands_between_braces_is_read() {
        assert_eq!(
            texts("a { b } {{- page.x-}} {# {{ no }} #}{%if a?.b%}"),
            ["{{", "page", ".", "x", "}}", "{%", "if", "a", "?.", "b", "%}"]
        );
        assert_eq!(texts("{% raw %}{{ no }}{% endraw -%}{{ yes }}"), ["{{", "yes", "}}"]);
        assert_eq!(
            texts("{{ 'a}}\\'' ~ \"社区\" | x(y=-1.5) }}"),
            ["{{", "a}}\\'", "~", "社区", "|", "x", "(", "y", "=", "-", "1.5", ")", "}}"]
        );
    }

    #[test]
    fn braces_of_a_map_do_not_end_the_code() {
        assert_eq!(
            texts("{{ <card card={row}/> }}"),
            ["{{", "<", "card", "card", "=", "{", "row", "}", "/", ">", "}}"]
        );
    }

    #[test]
    fn what_is_cut_off_ends_the_tokens() {
        for template in ["{{", "{% if", "{{ 'a", "{#", "{% raw %}x", "{{ 社", "{"] {
            let _ = tokens(template);
        }
    }
}
