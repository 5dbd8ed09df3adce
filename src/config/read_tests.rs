use super::*;
use crate::config::ColumnSpec;
use crate::diag::Group;

/// Names of the faults of a text, with their lines.
fn faults(text: &str) -> Vec<(&'static str, u32)> {
    let problems = parse(text).unwrap_err();
    let examples = problems.groups().flat_map(|group: &Group| &group.examples);
    let mut faults: Vec<_> = examples.map(|one| (one.rule.name, one.at.as_ref().map_or(0, |at| at.row))).collect();
    faults.sort_by_key(|(_, line)| *line);
    faults
}

#[test]
fn a_title_is_enough() {
    let config = parse("[site]\ntitle = \"公示\"\n").unwrap();
    assert_eq!(config.levels.get(config.community_level).map(|level| level.id.as_str()), Some("community"));
    assert_eq!((config.site.utc_offset, config.site.theme.as_str(), config.site.lang), (480, "default", Lang::Zh));
    assert_eq!(config.places.blank, Blank::Error);
}

#[test]
fn a_full_file_is_understood() {
    let config = parse(
        "[site]\ntitle = \"t\"\nlang = \"en\"\nbase_url = \"https://x.cn/a\"\nas_of = 2026-10-31\ntime_zone = \"-05:30\"\naccent = \"#AABBCC\"\n\
         [site.contact]\nphone = \"12345\"\n[[level]]\nid = \"a\"\nname = \"A\"\n[[level]]\nid = \"b\"\nname = \"B\"\npages = true\n\
         [places]\nfrom = \"data\"\nnot_given = \"?\"\n[places.ids]\n\"甲\" = \"jia\"\n[rules]\nL038 = \"warning\"\nunknown-place = \"note\"\n\
         [[source]]\ntable = \"issues\"\nfiles = [\"*.csv\"]\nencoding = \"gb18030\"\nseparator = \"tab\"\ndate_order = \"mdy\"\npublic = [\"summary\"]\n\
         [source.columns]\nid = { row_number = \"r\" }\nplace = [\"x\", \"y\"]\nreceived_at = { date = \"d\", time = \"t\" }\ncategory = { join = [\"a\", \"b\"] }\nteam = []\n",
    )
    .unwrap();
    assert_eq!(config.site.base_url.as_deref(), Some("https://x.cn/a/"));
    assert_eq!(config.site.as_of.map(|day| day.to_string()).as_deref(), Some("2026-10-31"));
    assert_eq!((config.site.utc_offset, config.site.accent.as_str(), config.community_level), (-330, "#aabbcc", 1));
    assert_eq!(config.rules.get("L036"), Some(&Level::Note));
    let source = &config.sources[0];
    assert_eq!((source.line, source.separator), (25, Some(b'\t')));
    assert_eq!(source.columns["team"], ColumnSpec::Header(vec![]));
    assert_eq!(
        source.columns["category"],
        ColumnSpec::Join { headers: vec!["a".into(), "b".into()], with: String::new() }
    );
}

#[test]
fn faults_stand_at_their_lines() {
    let site = "[site]\ntitle = \"t\"\n";
    for (text, expected) in [
        ("base_url = \"x.cn\"", ("bad-setting", 3)),
        ("time_zone = \"8\"", ("bad-setting", 3)),
        ("accent = \"green\"", ("bad-setting", 3)),
        ("as_of = 2026-10-31T00:00:00", ("bad-setting", 3)),
        ("as_of = 1900-10-31", ("bad-setting", 3)),
        ("lang = \"fr\"", ("unknown-name", 3)),
        ("[[level]]\nid = \"a\"\nname = \"A\"", ("community-level", 3)),
        ("[[tier]]\nid = \"a\"\nname = \"A\"\n[[tier]]\nid = \"a\"\nname = \"B\"", ("declared-twice", 6)),
        ("[[source]]\ntable = \"isues\"\nfiles = [\"a\"]", ("unknown-name", 4)),
        ("[[source]]\ntable = \"issues\"\nfiles = [\"a\"]\n[source.columns]\nrecieved_at = \"x\"", ("unknown-name", 7)),
        (
            "[[source]]\ntable = \"issues\"\nfiles = [\"a\"]\n[source.columns]\nid = { date = \"x\" }",
            ("bad-setting", 7),
        ),
        ("[[source]]\ntable = \"issues\"\nfiles = [\"a\"]\nrows = \"participation\"", ("bad-setting", 6)),
        ("[[source]]\ntable = \"issues\"\nfiles = [\"a\"]\n[source.values.colour]\n\"a\" = \"b\"", ("unknown-name", 6)),
        ("[rules]\nL999 = \"note\"", ("unknown-name", 4)),
        ("[rules]\nL038 = \"mild\"", ("unknown-name", 4)),
        ("[rules]\nL003 = \"note\"", ("fixed-rule", 4)),
        ("[places]\nfrom = \"data\"\n[[source]]\ntable = \"places\"\nfiles = [\"a\"]", ("two-origins", 5)),
        ("[places.ids]\n\"甲\" = \"甲\"", ("bad-setting", 4)),
    ] {
        assert_eq!(faults(&format!("{site}{text}\n")), [expected], "{text}");
    }
    assert_eq!(faults("[site]\ntitle = \"t\"\ncolour = 1\n").len(), 1);
    assert_eq!(faults("").len(), 1);
}

#[test]
fn the_nearest_name_is_offered_under_the_caret() {
    let problems = parse("[site]\ntitle = \"t\"\n[[source]]\ntable = \"isues\"\nfiles = [\"a\"]\n").unwrap_err();
    let problem = &problems.groups().next().unwrap().examples[0];
    let excerpt = problem.excerpt.as_ref().unwrap();
    assert_eq!(&excerpt.line[excerpt.mark.clone()], "\"isues\"");
    assert!(problem.remedy(Lang::Zh).ends_with("最接近的是 issues"));
}
