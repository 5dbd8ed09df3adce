//! Every page forbids what it does not need, in both built-in themes and on a site full of payloads.

use std::collections::BTreeMap;
use std::path::Path;

use crate::markup::read;
use crate::payloads;
use crate::publishing::{copy_site, sample, sample_tree};
use crate::site::{run, tree};

/// The policies of the built-in themes: pages with scripts of their own, and pages without.
// Auditors of pages, Lighthouse among them, fetch robots.txt through the page: the site may ask itself, and nobody else.
const SCRIPTED: &str = "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' data: file:; connect-src 'self'; base-uri 'none'; form-action 'self' file:";
const PLAIN: &str =
    "default-src 'none'; style-src 'self' file:; img-src 'self' data: file:; base-uri 'none'; form-action 'none'";

fn check(name: &str, tree: &BTreeMap<String, Vec<u8>>, scripts: bool) {
    let pages = tree.iter().filter(|(address, _)| Path::new(address).extension().is_some_and(|kind| kind == "html"));
    let mut count = 0;
    for (address, bytes) in pages {
        count += 1;
        let page = read(std::str::from_utf8(bytes).unwrap());
        let first = page.tags.iter().position(|tag| tag.value("http-equiv") == "Content-Security-Policy");
        let first = first.unwrap_or_else(|| panic!("{name} {address}: no policy"));
        let before: Vec<&str> = page.tags[..first].iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(before, ["html", "head", "meta"], "{name} {address}");
        let policy = page.tags[first].value("content");
        let known = policy == PLAIN || (scripts && policy == SCRIPTED);
        assert!(known, "{name} {address}: {policy}");
        for tag in &page.tags {
            let inline =
                tag.attributes.iter().any(|(name, _)| name == "style" || name == "srcdoc" || name.starts_with("on"));
            assert!(!inline && tag.name != "style", "{name} {address}: <{}>", tag.name);
            let script = tag.name == "script";
            assert!(
                !script || (scripts && policy == SCRIPTED && !tag.value("src").is_empty()),
                "{name} {address}: a script"
            );
            assert!(
                !["iframe", "object", "embed", "base"].contains(&tag.name.as_str()),
                "{name} {address}: <{}>",
                tag.name
            );
            assert!(!tag.value("href").trim().to_ascii_lowercase().starts_with("javascript:"), "{name} {address}");
        }
        assert!(page.code.iter().all(String::is_empty), "{name} {address}");
    }
    assert!(count > 20, "{name}: {count} pages");
}

#[test]
fn every_page_of_the_sample_has_a_strict_policy_and_needs_no_weaker_one() {
    check("default", &sample_tree(), true);
}

#[test]
fn the_plain_theme_allows_no_script_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let (site, out) = (folder.path().join("site"), folder.path().join("out"));
    copy_site(Path::new(sample()), &site);
    let settings = std::fs::read_to_string(site.join("site.toml")).unwrap();
    std::fs::write(site.join("site.toml"), settings.replace("theme = \"default\"", "theme = \"plain\"")).unwrap();
    let said = run(&["build", "--quiet", "--site", site.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    check("plain", &tree(&out), false);
}

#[test]
fn every_page_full_of_payloads_has_a_strict_policy_too() {
    check("payloads", payloads::hostile(), true);
}
