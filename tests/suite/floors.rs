//! The floors table of `src/README.md` is true: nothing imports upwards.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Modules by name with the modules they may use, as the table says.
fn table() -> BTreeMap<String, BTreeSet<String>> {
    let text = std::fs::read_to_string(root().join("src/README.md")).unwrap();
    let mut rows = BTreeMap::new();
    let mut below = BTreeSet::new();
    for line in text.lines().filter(|line| line.starts_with("| ") && line.contains('`')) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let modules: Vec<String> = cells[1].split(',').map(|name| name.trim().trim_matches('`').to_owned()).collect();
        let may: BTreeSet<String> = match cells[3] {
            "–" => BTreeSet::new(),
            "all steps" => below.clone(),
            list => list.split(',').map(|name| name.trim().to_owned()).collect(),
        };
        for module in modules {
            below.insert(module.clone());
            rows.insert(module, may.clone());
        }
    }
    rows
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Crate modules named in a file: `use crate::x`, `crate::x::y`, and lists `crate::{x, y}`.
fn named(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for after in line.split("crate::").skip(1) {
            let list = after.strip_prefix('{').and_then(|rest| rest.split('}').next()).unwrap_or(after);
            for name in list.split(',') {
                let name: String = name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if name.chars().next().is_some_and(char::is_lowercase) {
                    found.insert(name);
                }
                if !after.starts_with('{') {
                    break;
                }
            }
        }
    }
    found
}

#[test]
fn every_import_goes_down() {
    let table = table();
    assert!(table.len() >= 12, "the table was not understood: {table:?}");
    let source = root().join("src");
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let inside = file.strip_prefix(&source).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
        let module = first.trim_end_matches(".rs").to_owned();
        if module == "lib" || module == "main" {
            continue;
        }
        let may = table.get(&module).unwrap_or_else(|| panic!("`{module}` is not in the floors table"));
        for used in named(&std::fs::read_to_string(&file).unwrap()) {
            if used != module && !may.contains(&used) {
                wrong.push(format!("{} uses `{used}`", inside.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A record that can be written out would be published sooner or later: only what `view` makes of it can.
#[test]
fn nothing_below_the_pages_can_be_serialised() {
    let mut files = Vec::new();
    for module in ["model", "load", "measure", "guard"] {
        rust_files(&root().join("src").join(module), &mut files);
    }
    assert!(files.len() > 50);
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let found: Vec<&str> = code.filter(|line| line.contains("Serialize") || line.contains("Serializer")).collect();
        assert!(found.is_empty(), "{}: {found:?}", file.display());
    }
}

#[test]
fn every_step_opens_with_its_five_lines() {
    for module in table().keys().filter(|module| *module != "main") {
        let folder = root().join(format!("src/{module}/mod.rs"));
        let path = if folder.exists() { folder } else { root().join(format!("src/{module}.rs")) };
        let text = std::fs::read_to_string(&path).unwrap();
        for line in ["Takes:", "Gives:", "Promises:", "Never:", "Start reading at:"] {
            assert!(text.contains(&format!("//! {line}")), "{} lacks `{line}`", path.display());
        }
    }
}

#[test]
fn no_file_is_longer_than_a_person_reads() {
    let mut files = Vec::new();
    rust_files(&root().join("src"), &mut files);
    for file in files {
        let lines = std::fs::read_to_string(&file).unwrap().lines().count();
        // The register of metrics and the tables of rules are lists, not logic.
        let is_list = file.ends_with("measure/registry/entries.rs") || file.to_string_lossy().contains("diag/rules");
        assert!(lines <= 450 || is_list, "{}: {lines} lines", file.display());
    }
}
