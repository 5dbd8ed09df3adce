//! The sample's deadlines: those that its office wrote down are those that its promises give.

use std::collections::BTreeMap;
use std::path::Path;

use crate::publishing::{copy_site, sample, sample_tree};
use crate::site::{run, tree};

type Row = BTreeMap<String, String>;

/// The published issues by id.
fn issues(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Row> {
    let text = std::str::from_utf8(&files["data/issues.csv"]).unwrap().trim_start_matches('\u{feff}');
    let rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize::<Row>();
    rows.map(|row| row.unwrap()).map(|row| (row["id"].clone(), row)).collect()
}

/// The sample without the deadlines that the office wrote down.
fn without_deadlines() -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let (site, out) = (folder.path().join("site"), folder.path().join("public"));
    copy_site(Path::new(sample()), &site);
    let config = std::fs::read_to_string(site.join("site.toml")).unwrap();
    let taken = "due_at = [\"办理时限\", \"应办结时间\"]\n";
    assert_eq!(config.matches(taken).count(), 2, "one for each year");
    std::fs::write(site.join("site.toml"), config.replace(taken, "due_at = []\n")).unwrap();
    let said = run(&["build", "--site", site.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!((said.status, said.err.as_str()), (0, ""), "{}", said.err);
    tree(&out)
}

#[test]
fn the_deadlines_of_the_sample_are_those_of_its_tiers() {
    let (given, worked_out) = (issues(&sample_tree()), issues(&without_deadlines()));
    assert!(given.keys().eq(worked_out.keys()));
    // Deadlines are worked out for what is in scope, and an extended one is a decision of the office.
    let in_scope = given.values().filter(|row| row["in_received"] == "1");
    let promised: Vec<&Row> = in_scope.filter(|row| row["due_basis"] != "extended").collect();
    for row in &promised {
        let other = &worked_out[&row["id"]];
        assert_eq!(other["due_basis"], "tier", "{other:?}");
        for column in ["due_at", "in_due", "in_on_time"] {
            assert_eq!(row[column], other[column], "{column}\n- given      {row:?}\n- worked out {other:?}");
        }
    }
    let of = |basis: &str, tier: &str| {
        promised.iter().filter(|row| row["due_basis"] == basis && (tier.is_empty() || row["tier"] == tier)).count()
    };
    assert!(of("given", "") > 5_000, "{} deadlines given", of("given", ""));
    for tier in ["小事", "大事", "难事", "疑难"] {
        assert!(of("given", tier) > 100, "{} deadlines of {tier} given", of("given", tier));
    }
    // Where arrival is promised, the office writes no deadline for the finish.
    assert!(of("tier", "急事") > 30 && of("tier", "") == of("tier", "急事"), "{} worked out", of("tier", ""));
}
