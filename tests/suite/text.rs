//! Text as tests compare it: what a reader of a page sees, and the difference of two texts.

use std::fmt::Write as _;

/// Elements that stand within a line: their tags part no words.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "cite", "code", "data", "del", "em", "i", "ins", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "time", "tspan", "u",
];

/// Elements that begin a line of their own.
const LINES: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "caption",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "head",
    "header",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "summary",
    "svg",
    "table",
    "title",
    "tr",
    "ul",
];

/// The words of a page without its markup, a line per block: tags stripped, entities decoded, white space folded.
pub fn visible(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(&decoded(&before.replace(['\n', '\r', '\t'], " ")));
        if let Some(after) = after.strip_prefix("!--") {
            rest = after.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        rest = after;
        if (name == "style" || name == "script") && !tag.starts_with('/') {
            rest = rest.split_once(&format!("</{name}")).map_or("", |(_, rest)| rest);
            rest = rest.split_once('>').map_or("", |(_, rest)| rest);
        }
        if LINES.contains(&name.as_str()) {
            text.push('\n');
        } else if !INLINE.contains(&name.as_str()) {
            text.push(' ');
        }
    }
    text.push_str(&decoded(rest));
    let lines: Vec<String> = text.lines().map(folded).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// White space of any kind and length as one blank.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn decoded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        rest = after;
        if let Some((name, behind)) = after.split_once(';')
            && let Some(c) = entity(name)
        {
            out.push(c);
            rest = behind;
        } else {
            out.push('&');
        }
    }
    out + rest
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}

/// Two texts line by line: `-` expected and missing, `+` there and not expected; equal stretches are cut short.
pub fn difference(expected: &str, found: &str) -> String {
    const AROUND: usize = 2;
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let mut rows: Vec<(char, &str)> = Vec::new();
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    rows.extend(old[..head].iter().map(|line| (' ', *line)));
    rows.extend(changed(&old[head..old.len() - tail], &new[head..new.len() - tail]));
    rows.extend(old[old.len() - tail..].iter().map(|line| (' ', *line)));
    let mut out = String::new();
    let mut skipped = false;
    for (at, (sign, line)) in rows.iter().enumerate() {
        let near =
            rows[at.saturating_sub(AROUND)..(at + AROUND + 1).min(rows.len())].iter().any(|(sign, _)| *sign != ' ');
        if near {
            let _ = writeln!(out, "{sign} {line}");
        } else if !skipped {
            out.push_str("  …\n");
        }
        skipped = !near;
    }
    out
}

/// The shortest way from one text to the other, by the longest common subsequence of lines.
fn changed<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(char, &'a str)> {
    let mut longest = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for (i, a) in old.iter().enumerate().rev() {
        for (j, b) in new.iter().enumerate().rev() {
            longest[i][j] = if a == b { longest[i + 1][j + 1] + 1 } else { longest[i + 1][j].max(longest[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut rows) = (0, 0, Vec::new());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            rows.push((' ', old[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && longest[i + 1][j] >= longest[i][j + 1]) {
            rows.push(('-', old[i]));
            i += 1;
        } else {
            rows.push(('+', new[j]));
            j += 1;
        }
    }
    rows
}

#[test]
fn a_page_is_read_as_people_see_it() {
    let html = "<!-- note --><h1>南关  社区</h1>\n<p>受理 <b>3</b>件，&lt;b&gt; &#22909;</p><style>p{}</style>";
    assert_eq!(visible(html), "南关 社区\n受理 3件，<b> 好");
}

#[test]
fn a_difference_shows_what_changed() {
    assert_eq!(difference("a\nb\nc\nd\ne\nf", "a\nb\nc\nx\ne\nf"), "  …\n  b\n  c\n- d\n+ x\n  e\n  f\n");
}
