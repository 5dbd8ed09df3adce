//! The name that was probably meant.

/// The candidate nearest to a word, if one is near enough to have been meant: at most a third of the letters differ.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = folded(word);
    candidates
        .into_iter()
        .map(|candidate| (distance(&word, &folded(candidate)), candidate))
        .filter(|(distance, candidate)| distance * 3 <= word.len().max(candidate.chars().count()))
        .min()
        .map(|(_, candidate)| candidate)
}

/// The candidates most like a word, nearest first, however far they are.
#[must_use]
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let word = folded(word);
    let mut found: Vec<(usize, &str)> =
        candidates.into_iter().map(|candidate| (distance(&word, &folded(candidate)), candidate)).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, candidate)| candidate).take(most).collect()
}

fn folded(text: &str) -> Vec<char> {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Letters to insert, remove or replace to turn `a` into `b` (Levenshtein).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (row, from) in a.iter().enumerate() {
        let mut line = Vec::with_capacity(above.len());
        let mut left = row + 1;
        line.push(left);
        for (to, pair) in b.iter().zip(above.windows(2)) {
            let (diagonal, up) = match pair {
                [diagonal, up] => (*diagonal, *up),
                _ => (0, 0),
            };
            left = (diagonal + usize::from(from != to)).min(up + 1).min(left + 1);
            line.push(left);
        }
        above = line;
    }
    above.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_recognised() {
        assert_eq!(nearest("recieved_at", ["received_at", "replied_at"]), Some("received_at"));
        assert_eq!(nearest("受理日期", ["受理时间日期", "受理日 期", "工单编号"]), Some("受理日 期"));
    }

    #[test]
    fn something_else_is_not() {
        assert_eq!(nearest("电话", ["工单编号", "社区"]), None);
        assert_eq!(nearest("", ["a"]), None);
    }
}
