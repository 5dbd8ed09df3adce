//! Columns that would tell the sensitive ones among the folded records.
//!
//! An office that handles nothing but disputes names them without the word. A column of folded records is published only when
//! each of its values, and their lack, stands with as many ordinary records as sensitive ones; else it is empty for all of
//! them. The tier is no such column: deadlines follow from it, and promises are judged in public. Released sentences are never
//! published.

use std::collections::BTreeMap;

use crate::model::{Issues, WITHHELD, Words};

/// Takes away what would tell, and gives the fields that were.
pub fn withhold(
    issues: &mut Issues,
    is_folded: &dyn Fn(usize) -> bool,
    is_sensitive: &dyn Fn(usize) -> bool,
) -> Vec<&'static str> {
    let folded: Vec<usize> = (0..issues.len()).filter(|&record| is_folded(record)).collect();
    let tells = |value: &dyn Fn(usize) -> Option<usize>| {
        let mut found = BTreeMap::<Option<usize>, (usize, usize)>::new();
        for &record in &folded {
            let (sensitive, ordinary) = found.entry(value(record)).or_default();
            *(if is_sensitive(record) { sensitive } else { ordinary }) += 1;
        }
        found.values().any(|(sensitive, ordinary)| sensitive > ordinary)
    };
    let mut fields = Vec::new();

    let kinds = tells(&|record| issues.kinds.get(record).map(|kind| kind as usize));
    let origins = tells(&|record| issues.origins.get(record).map(|origin| origin as usize));
    let teams = tells(&|record| issues.teams.get(record).map(|team| team.0 as usize));
    let columns = issues.columns_mut();
    if kinds {
        columns.kinds.withhold(is_folded);
        fields.push("kind");
    }
    if origins {
        columns.origins.withhold(is_folded);
        fields.push("origin");
    }
    if teams {
        columns.teams.withhold(is_folded);
        fields.push("team");
    }

    let records = issues.len();
    // That there is a reason counts: the deadline holds or the issue is outside. Its words do not.
    let words: [(&'static str, &mut Words, bool); 5] = [
        ("channel", &mut issues.channels, false),
        ("department", &mut issues.departments, false),
        ("topic", &mut issues.topics, false),
        ("extension_reason", &mut issues.extension_reasons, true),
        ("excluded", &mut issues.excluded, true),
    ];
    for (field, column, is_reason) in words {
        if tells(&|record| column.position(record)) {
            *column = column.rewritten(records, |record| match column.get(record) {
                Some(_) if is_folded(record) => is_reason.then_some(WITHHELD),
                word => word,
            });
            fields.push(field);
        }
    }
    fields
}
