//! Themes are given what `docs/theme.md` says, and the plain one makes a whole site of it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use gongshi::diag::Problems;
use gongshi::source::Sources;
use gongshi::view::View;
use gongshi::view::chart::{self, ChartInProse};
use gongshi::view::contract::{Contract, Kind};
use gongshi::{config, guard, load, measure};
use serde_json::Value;

use crate::publishing::{copy_site, sample, sample_tree};
use crate::site::{run, tree};
use crate::text::visible;

/// How many pages of a template are looked at.
const ENOUGH: usize = 12;

/// What a value has that its kind does not say, or the other way round.
fn differences(contract: &Contract, kind: &Kind, value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match (kind, value) {
        (Kind::Text, Value::String(_)) | (Kind::Number, Value::Number(_)) | (Kind::Flag, Value::Bool(_)) => {}
        (Kind::List(inner), Value::Array(items)) => {
            for item in items {
                differences(contract, inner, item, &format!("{path}[]"), found);
            }
        }
        (Kind::Map(inner), Value::Object(entries)) => {
            for entry in entries.values() {
                differences(contract, inner, entry, &format!("{path}{{}}"), found);
            }
        }
        (Kind::Record(name), Value::Object(entries)) => {
            let fields = &contract.records[name].fields;
            for field in fields {
                match entries.get(&field.name) {
                    Some(Value::Null) if field.optional => {}
                    Some(value) => differences(contract, &field.kind, value, &format!("{path}.{}", field.name), found),
                    None => drop(found.insert(format!("{path} lacks {}", field.name))),
                }
            }
            let known = |key: &&String| fields.iter().any(|field| field.name == **key);
            found.extend(entries.keys().filter(|key| !known(key)).map(|key| format!("{path} also has {key}")));
        }
        _ => drop(found.insert(format!("{path} is no {kind:?}: {value}"))),
    }
}

#[test]
fn every_page_is_given_what_the_contract_says() {
    let contract = Contract::new();
    let mut templates: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = BTreeSet::new();
    for site in [Path::new(sample()), &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/nanguan/site")] {
        let sources = Sources::open(site).unwrap();
        let mut config = config::read(&sources).unwrap();
        let ledger = load::load(&sources, &config, &mut Problems::new());
        let as_of = config.site.as_of.or_else(|| measure::latest_day(&ledger)).unwrap();
        let (ledger, folded) = guard::fold(ledger, &config);
        let measures = measure::measure(&ledger, &config, as_of).unwrap();
        let cleared = guard::clear((ledger, folded), measures, &mut config).unwrap();
        let view = View::new(&cleared, &config);
        let site = serde_json::to_value(view.site()).unwrap();
        differences(&contract, &Kind::Record(contract.site.clone()), &site, "site", &mut found);
        for key in view.pages() {
            let page = view.page(key).unwrap();
            let in_prose = page.charts().first().map(|chart| ChartInProse { shell: page.shell(), chart });
            let in_prose = in_prose.map(|chart| (chart::IN_PROSE, serde_json::to_value(chart).unwrap()));
            for (template, value) in
                [(page.template, serde_json::to_value(&page.model).unwrap())].into_iter().chain(in_prose)
            {
                let seen = templates.entry(template).or_default();
                *seen += 1;
                if *seen > ENOUGH {
                    continue;
                }
                let (_, model) = contract.pages.iter().find(|(name, _)| *name == template).unwrap();
                differences(&contract, &Kind::Record(model.clone()), &value, template, &mut found);
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    let unseen: Vec<_> = contract.pages.iter().filter(|(template, _)| !templates.contains_key(template)).collect();
    assert!(unseen.is_empty(), "no site of the tests has {unseen:?}");
}

#[test]
fn the_plain_theme_builds_the_sample_in_silence_with_the_same_pages_and_data() {
    let folder = tempfile::tempdir().unwrap();
    let (site, out) = (folder.path().join("site"), folder.path().join("out"));
    copy_site(Path::new(sample()), &site);
    let settings = std::fs::read_to_string(site.join("site.toml")).unwrap();
    std::fs::write(site.join("site.toml"), settings.replace("theme = \"default\"", "theme = \"plain\"")).unwrap();
    let said = run(&["build", "--quiet", "--site", site.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    let (plain, full) = (tree(&out), sample_tree());
    let is_page = |address: &&String| Path::new(address).extension().is_some_and(|ending| ending == "html");
    let all = |files: &BTreeMap<String, Vec<u8>>| files.keys().filter(is_page).cloned().collect();
    let pages: BTreeSet<String> = all(&plain);
    assert_eq!(pages, all(&full));
    for address in full.keys().filter(|address| address.starts_with("data/") && !is_page(address)) {
        assert!(full[address] == plain[address], "{address}");
    }
    let style = &plain["assets/style.css"];
    assert!(style.len() < 2048, "{} bytes of style", style.len());
    for address in &pages {
        let html = String::from_utf8(plain[address].clone()).unwrap();
        assert_eq!(html.matches("<h1").count(), 1, "{address}");
        assert!(html.contains("href=\"#main\"") && html.contains("<main id=\"main\""), "{address}");
        // A number in a sentence or table leads to its parts in either theme.
        let numbers = |html: &str| html.matches("figures/").count() > 0;
        assert_eq!(numbers(&html), numbers(&String::from_utf8(full[address].clone()).unwrap()), "{address}");
        assert!(!visible(&html).contains("&lt;"), "{address}");
    }
}
