//! What must not be printed: mobile numbers and identity numbers of persons.

use crate::diag::rules::guard::{IDENTITY_NUMBER, MOBILE_NUMBER};
use crate::diag::{Problem, Rule};
use crate::text::personal::{self, Kind};

/// Every number in a text that must not be printed, as a problem. The problem hides the middle of the number.
pub fn scan(text: &str, allowed: &[String]) -> Vec<Problem> {
    let found = personal::find(text).into_iter().filter(|found| !allowed.contains(&found.digits));
    found
        .map(|found| {
            let rule: &'static Rule = match found.kind {
                Kind::Mobile => &MOBILE_NUMBER,
                Kind::Identity => &IDENTITY_NUMBER,
            };
            Problem::new(rule).with("found", text.get(found.range).unwrap_or_default())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_allowed_work_number_passes() {
        assert!(scan("13912345678", &["13912345678".to_owned()]).is_empty());
        assert_eq!(scan("13912345678", &[]).len(), 1);
    }

    #[test]
    fn the_message_hides_the_number() {
        let problems = scan("电话13912345678", &[]);
        assert_eq!(problems[0].values, [("found", "139******78".to_owned())]);
    }
}
