//! Publishing, as seen in the folder.

use std::path::PathBuf;
use std::time::SystemTime;

use super::super::manifest::ReleaseInput;
use super::super::verify::verify;
use super::*;
use crate::text::Lang;

/// A site folder in a temporary place, published into `public`.
struct Home {
    root: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        Self { root: tempfile::tempdir().unwrap() }
    }

    fn out(&self) -> PathBuf {
        self.root.path().join("public")
    }

    fn open(&self) -> Result<Staging, Problem> {
        Staging::open(&self.out(), self.root.path())
    }

    fn publish(&self, as_of: &str, files: &[(&str, &str)]) -> Result<Published, Problems> {
        let staging = self.open().map_err(|problem| all([problem]))?;
        for (address, text) in files {
            staging.put(address, text.as_bytes()).map_err(|problem| all([problem]))?;
        }
        staging.finish(&release(as_of))
    }

    /// Puts a file into the output folder, as a person would.
    fn write(&self, address: &str, text: &str) {
        let path = self.out().join(address);
        if path.exists() {
            let changed = self.root.path().join("changed");
            disk::write_new(&changed, text.as_bytes()).unwrap();
            disk::rename(&changed, &path).unwrap();
        } else {
            disk::write_new(&path, text.as_bytes()).unwrap();
        }
    }

    fn read(&self, address: &str) -> Option<String> {
        disk::read(&self.out().join(address)).unwrap().map(|bytes| String::from_utf8(bytes).unwrap())
    }

    fn modified(&self, address: &str) -> SystemTime {
        self.out().join(address).metadata().unwrap().modified().unwrap()
    }

    /// Everything below the site folder: path, bytes and time.
    fn everything(&self) -> Vec<(String, Option<Vec<u8>>, SystemTime)> {
        let files = disk::list(self.root.path()).unwrap().files;
        let root = self.root.path();
        let seen = |path: &PathBuf| {
            let path = root.join(path);
            (path.display().to_string(), disk::read(&path).unwrap(), path.metadata().unwrap().modified().unwrap())
        };
        files.keys().map(seen).collect()
    }

    fn addresses(&self) -> Vec<String> {
        disk::list(self.root.path()).unwrap().files.keys().map(|path| address_of(path)).collect()
    }
}

fn release(as_of: &str) -> Release {
    let input = ReleaseInput { bytes: 2, path: "site.toml".into(), sha256: hash::of(b"x\n") };
    Release { as_of: as_of.into(), program: "gongshi 0.1.0", address: String::new(), inputs: vec![input] }
}

fn told(problems: &Problems) -> Vec<String> {
    let one = |problem: &Problem| format!("{} {}", problem.rule.code, problem.says(Lang::En));
    problems.groups().flat_map(|group| &group.examples).map(one).collect()
}

const SITE: &[(&str, &str)] =
    &[("index.html", "<a href='a/b.html#x'>b</a>"), ("a/b.html", "<p id=x>1</p>"), ("a/c.csv", "n\n1\n")];

#[test]
fn the_first_build_makes_the_folder_and_the_manifest() {
    let home = Home::new();
    let published = home.publish("2026-10-31", SITE).unwrap();
    assert_eq!((published.files, published.written, published.unchanged, published.removed), (3, 3, 0, 0));
    assert_eq!(home.addresses(), ["public/a/b.html", "public/a/c.csv", "public/index.html", "public/manifest.json"]);
    let manifest = home.read("manifest.json").unwrap();
    assert!(
        manifest.starts_with("{\n  \"address\": \"\",\n  \"as_of\": \"2026-10-31\",\n  \"code\": \"")
            && manifest.ends_with("}\n")
    );
    assert!(manifest.contains("\"schema\": \"gongshi-manifest/3\""));
    assert!(manifest.contains(&published.release));
    assert!(told(&published.notes).is_empty());
}

#[test]
fn the_same_again_changes_nothing() {
    let home = Home::new();
    let first = home.publish("2026-10-31", SITE).unwrap();
    let before = home.everything();
    let second = home.publish("2026-10-31", SITE).unwrap();
    assert_eq!((second.written, second.unchanged), (0, 3));
    assert_eq!(first.release, second.release);
    assert_eq!(home.everything(), before);
}

#[test]
fn a_changed_file_is_written_the_others_are_kept_and_the_chain_grows() {
    let home = Home::new();
    let first = home.publish("2026-10-31", SITE).unwrap();
    let times = (home.modified("index.html"), home.modified("a/b.html"));
    let second = home.publish("2026-10-31", &[SITE[0], SITE[1], ("a/c.csv", "n\n2\n")]).unwrap();
    assert_eq!((second.written, second.unchanged, second.removed), (1, 2, 0));
    assert_eq!(home.read("a/c.csv").unwrap(), "n\n2\n");
    assert_eq!((home.modified("index.html"), home.modified("a/b.html")), times);
    let manifest = Manifest::parse(home.read("manifest.json").unwrap().as_bytes()).unwrap();
    assert_eq!(manifest.previous.as_ref(), Some(&first.release));
    assert_eq!(manifest.history.len(), 1);
    assert!(told(&second.notes).is_empty());
    assert!(verify(&home.out()).unwrap().is_whole());
}

#[test]
fn a_file_that_is_no_longer_made_goes() {
    let home = Home::new();
    home.publish("2026-10-31", SITE).unwrap();
    let published = home.publish("2026-10-31", &[SITE[0], SITE[1]]).unwrap();
    assert_eq!((published.removed, published.unchanged), (1, 2));
    assert_eq!(home.addresses(), ["public/a/b.html", "public/index.html", "public/manifest.json"]);
}

#[test]
fn what_others_put_there_stays_and_is_told() {
    let home = Home::new();
    home.publish("2026-10-31", SITE).unwrap();
    home.write("verify-domain.txt", "mine");
    home.write("a/附件.pdf", "pdf");
    disk::make_folder(&home.out().join("empty/folder")).unwrap();
    let linking = ("index.html", "<a href='a/%E9%99%84%E4%BB%B6.pdf'>pdf</a>");
    let published = home.publish("2026-11-30", &[linking, SITE[1]]).unwrap();
    assert_eq!(published.foreign, ["a/附件.pdf", "verify-domain.txt"]);
    assert_eq!(
        told(&published.notes),
        [
            "P019 `a/附件.pdf` in the output folder was not published by this program and was kept",
            "P019 `verify-domain.txt` in the output folder was not published by this program and was kept",
        ]
    );
    assert_eq!((home.read("a/附件.pdf"), home.read("verify-domain.txt")), (Some("pdf".into()), Some("mine".into())));
    assert!(home.out().join("empty/folder").is_dir());
    assert!(!published.notes.stop(true));
}

#[test]
fn what_others_changed_is_told() {
    let home = Home::new();
    home.publish("2026-10-31", SITE).unwrap();
    home.write("a/b.html", "<p id=x>9</p>");
    home.write("a/c.csv", "n\n1000\n");
    let published = home.publish("2026-10-31", &[SITE[0], SITE[1]]).unwrap();
    assert_eq!(
        told(&published.notes),
        [
            "P020 the published file `a/b.html` had been changed by someone and was replaced",
            "P021 `a/c.csv` was published before, was changed by someone and is no longer made; it was kept",
        ]
    );
    assert_eq!(home.read("a/b.html").unwrap(), SITE[1].1);
    assert_eq!(home.read("a/c.csv").unwrap(), "n\n1000\n");
}

#[test]
fn what_others_put_in_the_way_stops_the_build() {
    let home = Home::new();
    home.publish("2026-10-31", SITE).unwrap();
    home.write("new.html", "mine");
    home.write("folder", "mine");
    home.write("page/mine.txt", "mine");
    let before = home.everything();
    for address in ["new.html", "folder/new.html", "page"] {
        let problems = home.publish("2026-10-31", &[SITE[1], (address, "ours")]).unwrap_err();
        assert!(told(&problems)[0].starts_with("P018"), "{:?}", told(&problems));
        assert_eq!(home.everything(), before, "{address}");
    }
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_kept_and_never_followed() {
    let home = Home::new();
    home.publish("2026-10-31", SITE).unwrap();
    let outside = home.root.path().join("outside");
    disk::write_new(&outside.join("b.html"), SITE[1].1.as_bytes()).unwrap();
    disk::remove_tree(&home.out().join("a")).unwrap();
    std::os::unix::fs::symlink(&outside, home.out().join("a")).unwrap();
    let problems = home.publish("2026-11-30", SITE).unwrap_err();
    assert_eq!(told(&problems), ["P018 `a` in the output folder was put there by someone else and is in the way"]);
    let published = home.publish("2026-11-30", &[("b.html", "1")]).unwrap();
    assert_eq!(published.foreign, ["a"]);
    assert_eq!(disk::kind(&home.out().join("a")).unwrap(), Some(Kind::Other));
    assert!(outside.join("b.html").exists());
}

#[test]
fn a_failed_check_changes_nothing() {
    let home = Home::new();
    home.publish("2026-10-31", SITE).unwrap();
    let before = home.everything();
    let bad = "<a href='gone.html'>1</a><p id=a><p id=a><td>NaN</td><img src='https://x.cn/a.png'>";
    let problems = home.publish("2026-11-30", &[SITE[1], ("index.html", bad)]).unwrap_err();
    assert_eq!(
        told(&problems),
        [
            "P011 the page `index.html` links to `gone.html`, which does not exist",
            "P014 the page `index.html` loads `https://x.cn/a.png` from elsewhere, or links in a way that is not allowed",
            "P015 the id `a` occurs more than once on `index.html`",
            "P016 `index.html` shows `NaN` where a number belongs",
        ]
    );
    assert_eq!(home.everything(), before);
}

#[test]
fn an_unfinished_build_leaves_nothing() {
    let home = Home::new();
    let staging = home.open().unwrap();
    staging.put("index.html", b"1").unwrap();
    drop(staging);
    assert!(home.addresses().is_empty());
    home.publish("2026-10-31", SITE).unwrap();
    let before = home.everything();
    let staging = home.open().unwrap();
    staging.put("index.html", b"1").unwrap();
    assert_eq!(home.open().map(drop).unwrap_err().rule.code, "P005");
    drop(staging);
    assert_eq!(home.everything(), before);
}

#[test]
fn an_address_put_twice_cannot_be_published() {
    let home = Home::new();
    let staging = home.open().unwrap();
    staging.put("a/b.html", b"1").unwrap();
    assert_eq!(staging.put("A/b.html", b"2").unwrap_err().rule.code, "P010");
    assert_eq!(told(&staging.finish(&release("2026-10-31")).unwrap_err()).len(), 1);
    assert!(home.addresses().is_empty());
}

#[test]
fn an_altered_manifest_is_refused_and_an_empty_folder_is_welcome() {
    let home = Home::new();
    disk::make_folder(&home.out()).unwrap();
    home.publish("2026-10-31", SITE).unwrap();
    let altered = home.read("manifest.json").unwrap().replace("2026-10-31", "2026-10-30");
    home.write("manifest.json", &altered);
    let before = home.everything();
    let problem = home.open().map(drop).unwrap_err();
    assert_eq!(problem.rule.code, "P004");
    assert!(!disk::is_machine_fault(&problem));
    assert_eq!(home.everything(), before);
    assert_eq!(verify(&home.out()).unwrap_err().rule.code, "P004");
}

#[test]
fn verify_tells_what_is_missing_changed_and_extra() {
    let home = Home::new();
    home.publish("2026-10-31", SITE).unwrap();
    let verified = verify(&home.out()).unwrap();
    assert!(verified.is_whole() && verified.extra.is_empty());
    assert_eq!((verified.files, verified.as_of.as_str()), (3, "2026-10-31"));
    home.write("a/b.html", "<p id=x>9</p>");
    home.write("x.txt", "");
    disk::rename(&home.out().join("a/c.csv"), &home.root.path().join("c.csv")).unwrap();
    let verified = verify(&home.out()).unwrap();
    assert!(!verified.is_whole());
    assert_eq!((verified.missing, verified.changed), (vec!["a/c.csv".to_owned()], vec!["a/b.html".to_owned()]));
    assert_eq!(verified.extra, ["x.txt"]);
}

#[test]
fn many_threads_give_the_same_manifest() {
    let manifest = |parallel: bool| {
        let home = Home::new();
        let staging = home.open().unwrap();
        let put = |n: u32| staging.put(&format!("p/{n}.html"), format!("<a href='{}.html'>", n / 2).as_bytes());
        if parallel { (0..200).into_par_iter().try_for_each(put) } else { (0..200).try_for_each(put) }.unwrap();
        staging.finish(&release("2026-10-31")).unwrap();
        home.read("manifest.json").unwrap()
    };
    assert_eq!(manifest(true), manifest(false));
}
