//! How much room a text takes in print, told without a font: at least what the usual sans-serif fonts take, so that what fits
//! here fits on paper.

/// What stands for the rest of a text that was cut.
const CUT: char = '…';
/// Thousandths of the size that a line of several can lose, because no line of Chinese begins with a stop or bracket.
const RAGGED: u32 = 1_000;

/// Width of a character in thousandths of its size: the widest of the bold faces of Source Sans and Noto Sans, Segoe UI, Helvetica
/// and Arial.
#[must_use]
pub fn char_width(c: char) -> u32 {
    match c {
        ' ' => 290,
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '·' => 330,
        'f' | 'I' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' | '"' | '’' => 430,
        'c' | 's' | 'z' => 530,
        'v' | 'x' | 'y' => 570,
        'a' | 'e' | 'g' | 'k' | '0'..='9' => 610,
        'm' | 'M' | 'W' | '@' | '%' | '—' => 1_000,
        'w' => 860,
        'a'..='z' | '–' | '+' | '=' | '_' => 650,
        'A'..='Z' | '&' | '#' => 760,
        c if super::width::char_width(c) == 0 => 0,
        _ => 1_000,
    }
}

/// Width of a text in thousandths of its size.
#[must_use]
pub fn width(text: &str) -> u32 {
    text.chars().map(char_width).fold(0, u32::saturating_add)
}

/// Whether a text of a size stands on one line of `room`, both in the same unit.
#[must_use]
pub fn fits(text: &str, size: u32, room: u32) -> bool {
    u64::from(width(text)) * u64::from(size) <= u64::from(room) * 1_000
}

/// The largest of some sizes, given from large to small, in which a text stands on one line.
#[must_use]
pub fn largest(text: &str, sizes: &[u32], room: u32) -> Option<u32> {
    sizes.iter().copied().find(|&size| fits(text, size, room))
}

/// A text on one line; an ellipsis says that something was cut.
#[must_use]
pub fn cut(text: &str, size: u32, room: u32) -> String {
    if fits(text, size, room) {
        return text.to_owned();
    }
    let room = thousandths(size, room).saturating_sub(char_width(CUT));
    let mut used = 0;
    let kept = |c: &char| {
        used += char_width(*c);
        used <= room
    };
    let kept: String = text.chars().take_while(kept).collect();
    format!("{}{CUT}", kept.trim_end())
}

/// On how many lines of `room` a text stands at most.
#[must_use]
pub fn lines(text: &str, size: u32, room: u32) -> u32 {
    let paragraphs = text.lines().map(|line| {
        if fits(line, size, room) {
            return 1;
        }
        let mut count = 1;
        let mut used = 0;
        let is_chinese = line.chars().any(|c| super::width::char_width(c) > 1);
        let most = thousandths(size, room).saturating_sub(if is_chinese { RAGGED } else { 0 }).max(RAGGED);
        for word in words(line) {
            let wide = width(word);
            if used > 0 && used + width(word.trim_end()) > most {
                count += 1;
                used = 0;
            }
            used += wide;
            // A word longer than a line is broken.
            count += used.saturating_sub(1) / most;
            used = if used > most { (used - 1) % most + 1 } else { used };
        }
        count
    });
    paragraphs.sum::<u32>().max(1)
}

/// A text on at most so many lines; an ellipsis says that something was cut.
#[must_use]
pub fn cut_to_lines(text: &str, size: u32, room: u32, most: u32) -> String {
    if lines(text, size, room) <= most {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    // The longest beginning that stands on these lines with the ellipsis.
    let kept = ends.partition_point(|&end| {
        text.get(..end).is_some_and(|start| lines(&format!("{start}{CUT}"), size, room) <= most)
    });
    let start = kept.checked_sub(1).and_then(|last| text.get(..*ends.get(last)?)).unwrap_or_default();
    format!("{}{CUT}", start.trim_end())
}

/// A text as what stands on at most so many lines and the rest: parted behind a sentence, else between words, where it can be.
#[must_use]
pub fn split(text: &str, size: u32, room: u32, most: u32) -> (&str, &str) {
    if lines(text, size, room) <= most {
        return (text, "");
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(1).collect();
    let kept = ends.partition_point(|&end| text.get(..end).is_some_and(|start| lines(start, size, room) <= most));
    let fitting = ends.get(..kept.max(1)).unwrap_or_default();
    let parted = |end: &usize| text.split_at_checked(*end);
    let sentence = |end: &&usize| {
        parted(end).is_some_and(|(start, _)| {
            start.trim_end().ends_with(['。', '；', '.', ';']) && start.ends_with([' ', '。', '；'])
        })
    };
    let word = |end: &&usize| {
        parted(end).is_some_and(|(start, rest)| {
            let narrow = |c: Option<char>| c.is_some_and(|c| super::width::char_width(c) < 2 && c != ' ');
            let stop = rest.starts_with(|c: char| "，。、；：！？）》”".contains(c));
            !(stop || narrow(start.chars().next_back()) && narrow(rest.chars().next()))
        })
    };
    let late = fitting.get(fitting.len() / 2..).unwrap_or_default();
    let found = late.iter().rev().find(sentence).or_else(|| late.iter().rev().find(word)).or(fitting.last());
    let (start, rest) = found.and_then(parted).unwrap_or((text, ""));
    (start.trim_end(), rest.trim_start())
}

/// A text line by line, on at most so many, each of which fits; an ellipsis says that something was cut. Words and numbers stay
/// whole, and no line begins with a stop.
#[must_use]
pub fn wrapped(text: &str, size: u32, room: u32, most: u32) -> Vec<String> {
    let mut rest = text.trim();
    let mut lines = Vec::new();
    for left in (1..=most).rev() {
        if left == 1 || fits(rest, size, room) {
            lines.push(cut(rest, size, room));
            break;
        }
        let (line, others) = rest.split_at_checked(line_end(rest, size, room)).unwrap_or((rest, ""));
        lines.push(line.trim_end().to_owned());
        rest = others.trim_start();
    }
    lines
}

/// Where the first line of a text ends: the last place where it can be broken, else the last character that fits.
fn line_end(text: &str, size: u32, room: u32) -> usize {
    let whole = thousandths(size, room);
    let (mut used, mut last, mut last_break) = (0_u32, 0, 0);
    let mut before = None;
    for (at, c) in text.char_indices() {
        if at > 0 {
            last = at;
            if before.is_none_or(|before| can_break(before, c)) {
                last_break = at;
            }
        }
        used = used.saturating_add(char_width(c));
        // A blank at the end of a line takes no room.
        if used > whole && c != ' ' {
            break;
        }
        before = Some(c);
    }
    match (last_break, last) {
        (0, 0) => text.chars().next().map_or(0, char::len_utf8),
        (0, last) => last,
        (at, _) => at,
    }
}

/// Whether a line can end between two characters.
fn can_break(before: char, after: char) -> bool {
    let joins = |c: char| c.is_ascii_alphanumeric() || "-./:@_".contains(c);
    let closing = "，。、；：！？）》”’…,;!?)";
    // A number stays with its unit, a day with its month.
    let counts = before.is_ascii_digit() && super::width::char_width(after) == 2;
    let dates = "年月".contains(before) && after.is_ascii_digit();
    let inside = joins(before) && joins(after);
    let stops = closing.contains(after) || "（《“‘(".contains(before);
    !(inside || counts || dates || stops)
}

/// A room in thousandths of a size.
fn thousandths(size: u32, room: u32) -> u32 {
    u32::try_from(u64::from(room) * 1_000 / u64::from(size.max(1))).unwrap_or(u32::MAX)
}

/// What stays together on a line: words of letters with the blanks after them, other characters each.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let narrow = |c: char| super::width::char_width(c) < 2 && c != ' ';
        let end = if narrow(first) {
            let letters = rest.find(|c| !narrow(c)).unwrap_or(rest.len());
            let blanks = rest.get(letters..)?;
            letters + (blanks.len() - blanks.trim_start_matches(' ').len())
        } else {
            first.len_utf8()
        };
        let (word, others) = rest.split_at_checked(end)?;
        rest = others;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn han_characters_take_their_size() {
        assert_eq!(width("砚池社区"), 4_000);
        assert!(fits("砚池社区", 40, 160) && !fits("砚池社区", 40, 159));
        assert_eq!(largest("砚池社区", &[44, 40, 36], 160), Some(40));
        assert_eq!(largest("砚池社区", &[44, 40], 100), None);
    }

    #[test]
    fn a_cut_text_says_so_and_fits() {
        assert_eq!(cut("南关社区居民委员会", 10, 50), "南关社区…");
        assert_eq!(cut("南关", 10, 20), "南关");
    }

    #[test]
    fn lines_are_counted_by_words_and_characters() {
        assert_eq!(lines("", 10, 100), 1);
        assert_eq!(lines("一二三四五六七八九十", 10, 100), 1);
        // A line of several may lose a character.
        assert_eq!(lines("一二三四五六七八九十一", 10, 100), 2);
        assert_eq!(lines("one two three", 10, 50), 2);
        assert_eq!(lines("one two three", 10, 30), 3);
        assert_eq!(lines("incomprehensibilities", 10, 50), 3);
        assert_eq!(lines("一\n二", 10, 100), 2);
    }

    #[test]
    fn a_long_text_is_parted_behind_a_sentence() {
        assert_eq!(split("一二三。四五六七", 10, 50, 1), ("一二三。", "四五六七"));
        assert_eq!(split("一二三四五六七", 10, 50, 1).0, "一二三四五");
        assert_eq!(split("one two three", 10, 50, 1), ("one two", "three"));
        assert_eq!(split("一二三", 10, 50, 1), ("一二三", ""));
    }

    #[test]
    fn a_wrapped_text_keeps_words_and_numbers_whole() {
        let lines = |text: &str, room| wrapped(text, 10, room, 9);
        assert_eq!(lines("云汐社区服务大厅，0000-5550120", 100), ["云汐社区服务大厅，", "0000-5550120"]);
        assert_eq!(lines("一二三四五。六", 50), ["一二三四", "五。六"]);
        assert_eq!(lines("one two three", 50), ["one two", "three"]);
        assert_eq!(wrapped("一二三四五六七八", 10, 30, 2), ["一二三", "四五…"]);
        assert_eq!(lines("", 50), [""]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_by_parting(text in "[a-zA-Z0-9 ,，。一-龥]{0,80}", size in 8_u32..40, most in 1_u32..5) {
            let (start, rest) = split(&text, size, size * 6, most);
            prop_assert!(lines(start, size, size * 6) <= most);
            prop_assert!(rest.len() < text.len() || text.is_empty());
            let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(format!("{}{}", letters(start), letters(rest)), letters(&text));
        }

        #[test]
        fn wrapped_lines_fit_and_lose_nothing(text in "[a-zA-Z0-9 ,，。（）一-龥-]{0,80}", size in 8_u32..40, room in 40_u32..600) {
            let lines = wrapped(&text, size, room, 1_000);
            prop_assert!(lines.iter().all(|line| fits(line, size, room)), "{:?}", lines);
            let bare = |text: &str| text.replace(' ', "");
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
            prop_assert!(wrapped(&text, size, room, 2).len() <= 2);
        }

        #[test]
        fn what_was_cut_fits(text in "[a-zA-Z0-9 ,，。一-龥]{0,80}", size in 8_u32..40, room in 60_u32..600, most in 1_u32..5) {
            prop_assert!(fits(&cut(&text, size, room.max(size)), size, room.max(size)));
            let text = cut_to_lines(&text, size, room.max(size * 3), most);
            prop_assert!(lines(&text, size, room.max(size * 3)) <= most, "{}", text);
        }
    }
}
