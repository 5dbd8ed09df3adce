//! The order people expect of names: `2号院` stands before `10号院`.

use std::cmp::Ordering;

/// Compares two names, with runs of digits as numbers; equal only when the texts are equal.
#[must_use]
pub fn by_name(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    loop {
        let ((run_a, rest_a), (run_b, rest_b)) = (run(left), run(right));
        if run_a.is_empty() || run_b.is_empty() {
            return run_a.len().cmp(&run_b.len()).then_with(|| a.cmp(b));
        }
        let ordering = if is_number(run_a) && is_number(run_b) {
            let (a, b) = (run_a.trim_start_matches('0'), run_b.trim_start_matches('0'));
            a.len().cmp(&b.len()).then_with(|| a.cmp(b))
        } else {
            run_a.cmp(run_b)
        };
        if ordering != Ordering::Equal {
            return ordering;
        }
        (left, right) = (rest_a, rest_b);
    }
}

fn is_number(run: &str) -> bool {
    run.starts_with(|c: char| c.is_ascii_digit())
}

/// The digits, or the text without digits, that a name starts with, and the rest.
fn run(text: &str) -> (&str, &str) {
    let digits = is_number(text);
    let end = text.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(text.len());
    text.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_count() {
        let mut names = ["10", "2", "A10区", "A2区", "A区", "东关", "02"];
        names.sort_by(|a, b| by_name(a, b));
        assert_eq!(names, ["02", "2", "10", "A2区", "A10区", "A区", "东关"]);
    }
}
