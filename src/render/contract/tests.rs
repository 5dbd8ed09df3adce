use std::path::Path;

use super::*;
use crate::render::builtin;

type Files = BTreeMap<String, String>;

/// The templates of a built-in theme, named as the engine knows them.
fn theme(name: &str) -> Files {
    let files = builtin::find(name).unwrap().files.iter();
    let is_template = |path: &str| Path::new(path).extension().is_some_and(|end| end == "html" || end == "css");
    let templates = files.filter(|(path, _)| is_template(path));
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    templates.map(|(path, bytes)| (path.trim_start_matches("templates/").to_owned(), text(bytes))).collect()
}

/// The words that every theme has.
fn words(lang: &str) -> Files {
    let path = format!("words/{lang}.toml");
    let files = builtin::find(builtin::DEFAULT).unwrap().files;
    let (_, bytes) = files.iter().find(|(known, _)| *known == path).unwrap();
    toml::from_str(std::str::from_utf8(bytes).unwrap()).unwrap()
}

/// What is said of a theme whose pages are all empty, but for these templates.
fn said(templates: &[(&str, &str)]) -> Vec<String> {
    let mut files: Files = Contract::new().pages.iter().map(|(page, _)| ((*page).to_owned(), String::new())).collect();
    files.extend(templates.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    let words = Files::from([("home".to_owned(), "首页".to_owned())]);
    for (name, text) in &files {
        assert!(tags::template(text).is_some(), "{name} is not read");
    }
    let faults = check(&files, &words).faults;
    faults
        .into_iter()
        .map(|(template, span, problem)| {
            let marked = files.get(&template).and_then(|text| text.get(span)).unwrap_or_default();
            let name = problem.values.iter().find(|(key, _)| *key == "name").map(|(_, name)| name.as_str());
            assert!(problem.rule.code == "T006" || Some(marked) == name, "{marked} and {name:?}");
            format!("{template} {} {marked}", problem.rule.code)
        })
        .collect()
}

#[test]
fn the_built_in_themes_name_only_what_is_there_and_nothing_in_them_goes_unchecked() {
    let mut used = BTreeSet::new();
    for builtin in &builtin::THEMES {
        let files = theme(builtin.name);
        assert!(files.values().all(|text| tags::template(text).is_some()));
        for lang in ["zh", "en"] {
            let checked = check(&files, &words(lang));
            assert!(checked.faults.is_empty(), "{}: {:?}", builtin.name, checked.faults);
            assert!(checked.unreached.is_empty(), "{}: {:?}", builtin.name, checked.unreached);
            assert!(checked.blind.is_empty(), "{}: {:?}", builtin.name, checked.blind);
            used.extend(words(lang).into_keys().filter(|word| !checked.unspoken.contains(word)));
        }
    }
    let all: BTreeSet<String> = words("zh").into_keys().collect();
    assert_eq!(all, words("en").into_keys().collect(), "the languages have other words");
    assert_eq!(all, used, "words that no theme uses");
}

#[test]
fn a_misspelt_field_in_any_built_in_template_is_found() {
    for builtin in &builtin::THEMES {
        let files = theme(builtin.name);
        for (name, text) in &files {
            let tokens = tokens::tokens(text);
            let field = tokens.windows(2).rev().find(|pair| pair[0].text == "." && pair[0].sort == tokens::Sort::Sign);
            let Some([_, field]) = field else { continue };
            let mut broken = files.clone();
            broken.insert(name.clone(), format!("{}zz{}", &text[..field.at], &text[field.at..]));
            let faults = check(&broken, &words("zh")).faults;
            assert!(
                faults.iter().any(|(_, span, _)| span.start == field.at),
                "{}: {name}: {}",
                builtin.name,
                field.text
            );
        }
    }
}

#[test]
fn names_are_followed_through_conditions_loops_and_what_is_set() {
    let page = "{% if typo %}{% endif %}{{ shell.titel or typa }}{% if shell.crumbs is defined and typi is defined %}{% endif %}\
        {% for link in shell.crumbs %}{% if loop.first and link.txt %}{% endif %}{% else %}{{ link }}{% endfor %}\
        {% set first = shell.crumbs | first %}{{ first.adress }}{{ shell.crumbs[0].tekst }}{{ shell['rot'] }}\
        {% set all = shell.crumbs if shell.titles else [] %}{% for one in all %}{{ one.x }}{% endfor %}\
        {{ [l.texts for l in shell.crumbs if l.more] | join }}{{ shell.title.size }}{{ shell.crumbs.length }}\
        {{ shell.crumbs | sort(attribute='texte') }}{{ shell | get(key='way') }}{{ words.home ~ words.hom }}";
    assert_eq!(
        said(&[("404.html", page)]).iter().filter_map(|line| line.rsplit(' ').next()).collect::<Vec<_>>(),
        [
            "typo", "titel", "typa", "typi", "txt", "link", "adress", "tekst", "rot", "titles", "x", "texts", "more",
            "size", "length", "texte", "way", "hom",
        ]
    );
}

#[test]
fn legal_names_are_left_alone() {
    let page = "{% set_global seen = true %}{% for k, v in svg %}{{ k }}{{ v }}{% set_global last = v %}{% endfor %}{{ last }}\
        {% for l in shell.crumbs %}{% if later %}{% endif %}{% set_global later = l %}{% endfor %}{{ svg[shell.title] }}\
        {{ __tera_context }}{% set x %}text{% endset %}{{ x }}{% set m = {\"a\": 1} %}{{ m.a }}{{ m.b }}{{ svg.any }}\
        {% filter upper %}{{ prose_html | safe }}{% endfilter %}{{ site.contact?.phone }}{{ range(end=3)[0] }}\
        {% raw %}{{ nothing.at.all }}{% endraw %}{# {{ nothing }} #}{{ words[shell.title] }}{{ seen }}";
    assert_eq!(said(&[("404.html", page)]), [""; 0]);
}

#[test]
fn what_only_some_branches_set_is_either() {
    let either = "{% if shell.title %}{% set x = shell %}{% else %}{% set x = shell.crumbs | first %}{% endif %}{{ x.title }}{{ x.text }}";
    let kept = "{% set x = shell %}{% if shell.title %}{% set x = shell.crumbs | first %}{% endif %}{{ x.title }}";
    let outer = "{% if shell.title %}{% set shell = shell.crumbs | first %}{% endif %}{{ shell.title }}";
    let looped = "{% set x = shell %}{% for l in shell.crumbs %}{% set_global x = l %}{% endfor %}{{ x.title }}";
    for page in [either, kept, outer, looped] {
        assert_eq!(said(&[("404.html", page)]), [""; 0], "{page}");
    }
    let same = "{% if shell.title %}{% set x = shell.crumbs | last %}{% else %}{% set x = shell.crumbs | first %}{% endif %}{{ x.title }}";
    let within = "{% if shell.title %}{% set x = shell %}{% elif shell.root %}{% set x = shell.crumbs | first %}{{ x.title }}{% endif %}";
    for page in [same, within] {
        assert_eq!(said(&[("404.html", page)]), ["404.html T004 title"], "{page}");
    }
}

#[test]
fn blocks_and_includes_see_what_every_page_that_uses_them_is_given() {
    let base = "{% set frame = shell %}{% if cards %}{% endif %}{% block main %}{{ typo }}{% endblock main %}";
    let home = "{% extends 'base.html' %}{% block main %}{{ super() }}{{ frame.title }}{{ frame.x }}{% include 'part.html' %}{% endblock %}";
    let part = "{% for card in cards %}{{ card.name }}{{ card.nmae }}{% endfor %}{% set inside = 1 %}";
    let templates =
        [("base.html", base), ("home.html", home), ("404.html", "{% extends 'base.html' %}"), ("part.html", part)];
    // The page 404 has no cards.
    assert_eq!(
        said(&templates),
        ["base.html T004 cards", "base.html T004 typo", "home.html T004 x", "part.html T004 nmae"]
    );
}

#[test]
fn components_are_followed_with_what_they_are_given() {
    let parts = "{% component row(row: map, note: string = \"\", @words) %}{% if row.adress %}{% endif %}{{ row.text }}{{ note }}\
        {{ words.hom }}{{ site.title }}{{ body }}{% endcomponent row %}\
        {% component rows(rows: array) %}{% for row in rows %}{{ <row row={row}/> }}{% endfor %}{% endcomponent %}\
        {% component idle(x, @site) %}{{ x.y }}{{ site.titel }}{% endcomponent %}";
    let page =
        "{{ <rows rows={shell.crumbs}/> }}{% <row row={site.menu[0]} nota=\"x\"> %}{{ typo }}{% </row> %}{{ <rows/> }}";
    assert_eq!(
        said(&[("components.html", parts), ("404.html", page)]),
        [
            "404.html T004 nota",
            "404.html T004 typo",
            "404.html T006 rows",
            "components.html T004 adress",
            "components.html T005 hom",
            "components.html T004 site",
            "components.html T004 titel",
        ]
    );
}

#[test]
fn a_component_that_calls_itself_is_not_followed_for_ever() {
    let parts = "{% component tree(of) %}{% if of %}{{ <tree of={[of]}/> }}{{ of.x }}{% endif %}{% endcomponent %}";
    let said = said(&[("components.html", parts), ("404.html", "{{ <tree of={shell.title}/> }}")]);
    assert_eq!(said, ["components.html T004 x"]);
}

#[test]
fn style_sheets_know_the_site_alone() {
    assert_eq!(said(&[("assets/x.css", "{{ site.accent }}{{ shell.title }}")]), ["assets/x.css T004 shell"]);
}
