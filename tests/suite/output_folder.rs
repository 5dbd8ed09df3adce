//! The folder that is published into: whose it is, where it lies, what others did to it, and manifests that lie.

use std::fmt::Write as _;
use std::fs::{File, create_dir_all, read, remove_file, write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::publishing::{differing, left_beside, times, town};
use crate::site::{Said, Site, run, said, tree};

fn built() -> Site {
    let site = town(2, "南");
    assert_eq!(site.run(&["build"]).status, 0);
    site
}

/// Builds into a folder, and says so in English.
fn into(site: &Site, out: &Path) -> Said {
    site.run(&["build", "--lang", "en", "--out", out.to_str().unwrap()])
}

#[test]
fn folders_that_cannot_be_the_output_are_refused() {
    let site =
        town(2, "南").file("notes.txt", "mine").file("papers/a.txt", "mine").file("content/about.md", "一段。\n");
    let before = tree(site.path());
    let parent = site.path().parent().unwrap().to_owned();
    let mut cases = vec![
        ("", "P001"),
        (".", "P001"),
        ("data", "P023"),
        ("data/public", "P023"),
        ("content/new/public", "P023"),
        ("papers", "P002"),
        ("notes.txt", "P003"),
        ("data/../papers", "P002"),
    ];
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        symlink(site.path(), site.path().join("link-to-site")).unwrap();
        symlink(site.path().join("data"), site.path().join("link-to-data")).unwrap();
        symlink("nowhere", site.path().join("link-to-nothing")).unwrap();
        symlink("link-in-a-ring", site.path().join("link-in-a-ring")).unwrap();
        symlink(site.path().join("notes.txt"), site.path().join("link-to-file")).unwrap();
        cases.extend([
            ("link-to-site", "P001"),
            ("link-to-data", "P023"),
            ("link-to-data/public", "P023"),
            ("link-to-nothing", "P003"),
            ("link-in-a-ring", "P003"),
            ("link-to-file", "P003"),
        ]);
    }
    for (out, code) in cases {
        let said = into(&site, &site.path().join(out));
        assert_eq!(said.status, 1, "{out}: {}", said.err);
        assert!(said.err.starts_with(&format!("error[{code} ")), "{out}: {}", said.err);
        assert!(said.err.contains("help: ") && said.err.ends_with("nothing was written\n"), "{out}: {}", said.err);
    }
    assert!(into(&site, &parent).err.starts_with("error[P001 "), "the site lies in the output");
    #[cfg(unix)]
    for link in ["link-to-site", "link-to-data", "link-to-nothing", "link-in-a-ring", "link-to-file"] {
        remove_file(site.path().join(link)).unwrap();
    }
    assert_eq!(differing(&before, &tree(site.path())), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_stays_a_link() {
    let (site, shelf) = (town(2, "南"), tempfile::tempdir().unwrap());
    let (real, link) = (shelf.path().join("www"), shelf.path().join("public"));
    create_dir_all(&real).unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    for _ in 0..2 {
        assert_eq!(into(&site, &link).status, 0);
        assert!(link.symlink_metadata().unwrap().file_type().is_symlink());
        assert_eq!(run(&["verify", real.to_str().unwrap()]).status, 0);
    }
    assert_eq!(std::fs::read_dir(shelf.path()).unwrap().count(), 2);
}

#[test]
fn of_two_builds_at_once_one_is_told_to_wait() {
    let site = town(8, "南");
    let lock = site.path().join(".public.gongshi-lock");
    let start = |out: Stdio| {
        let site = site.path().to_str().unwrap();
        Command::new(env!("CARGO_BIN_EXE_gongshi"))
            .args(["build", "--lang", "en", "--site", site])
            .stdout(Stdio::null())
            .stderr(out)
            .spawn()
            .unwrap()
    };
    let mut refused = 0;
    for round in 0..6 {
        let word = format!("第{round}");
        for path in ["data/places.csv", "data/issues.csv"] {
            write(site.path().join(path), read(town(8, &word).path().join(path)).unwrap()).unwrap();
        }
        let mut first = start(Stdio::null());
        while !lock.exists() && first.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        let second = said(&start(Stdio::piped()).wait_with_output().unwrap());
        assert_eq!(first.wait().unwrap().code(), Some(0), "round {round}");
        match second.status {
            0 => {}
            3 => {
                refused += 1;
                assert!(
                    second.err.contains("error[P005 two-builds]: another build is publishing into"),
                    "{}",
                    second.err
                );
                assert!(second.err.contains("help: wait until it is done"), "{}", second.err);
            }
            other => panic!("round {round}: status {other}: {}", second.err),
        }
        assert_eq!(run(&["verify", site.public().to_str().unwrap()]).status, 0, "round {round}");
        assert!(site.page("communities/c1.html").contains(&word), "round {round}");
        assert!(left_beside(&site).is_empty(), "round {round}: {:?}", left_beside(&site));
    }
    assert!(refused > 0, "the builds never met");
}

#[test]
fn what_others_put_there_is_never_lost() {
    let site = built();
    write(site.public().join("mine.txt"), "mine").unwrap();
    create_dir_all(site.public().join("communities/c9.html")).unwrap();
    write(site.public().join("communities/c9.html/mine.txt"), "mine").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc/passwd", site.public().join("link.txt")).unwrap();
    let site = site.file("content/about.md", "一段话。\n");
    let said = site.run(&["build", "--lang", "en"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.err.contains("P019") && said.err.contains("mine.txt"), "{}", said.err);
    assert!(site.public().join("about.html").exists());
    assert_eq!(site.page("communities/c9.html/mine.txt"), "mine");
    #[cfg(unix)]
    assert!(site.public().join("link.txt").symlink_metadata().unwrap().file_type().is_symlink());
    // A folder of others where a page is wanted stops the build, and the site stands.
    let before = (tree(&site.public()), times(&site.public()));
    let places = std::fs::read_to_string(site.path().join("data/places.csv")).unwrap();
    let site = site.file("data/places.csv", places + "c9,南9社区,community,street\n");
    let said = site.run(&["build", "--lang", "en"]);
    assert_eq!(said.status, 1, "{}", said.err);
    assert!(said.err.starts_with("error[P018 foreign-in-way]: `communities/c9.html"), "{}", said.err);
    assert_eq!((tree(&site.public()), times(&site.public())), before);
    assert!(left_beside(&site).is_empty());
}

#[test]
fn a_page_that_somebody_changed_is_put_right_and_told() {
    let site = built();
    let before = tree(&site.public());
    // Of the same size and time: only the bytes tell.
    let page = site.public().join("communities/c1.html");
    let time = page.metadata().unwrap().modified().unwrap();
    let changed = site.page("communities/c1.html").replacen("南1", "北1", 1);
    write(&page, changed).unwrap();
    File::options().write(true).open(&page).unwrap().set_modified(time).unwrap();
    assert_eq!(run(&["verify", site.public().to_str().unwrap()]).status, 1);
    let said = site.run(&["build", "--lang", "en"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.err.contains("P020 changed-replaced]: the published file `communities/c1.html`"), "{}", said.err);
    assert!(tree(&site.public()) == before);
}

#[test]
fn no_clock_has_a_say() {
    let site = town(2, "南");
    let day = Duration::from_hours(24);
    let expected = {
        let site = built();
        tree(&site.public())
    };
    let at = |days: u32| SystemTime::UNIX_EPOCH + day * days;
    // Input of the year 2100 and output of 1970; the other way round; both alike.
    for (input, output) in [(47_500, 1), (1, 47_500), (20_000, 20_000)] {
        let set = |folder: &Path, days: u32| {
            for path in tree(folder).keys() {
                let file = File::options().write(true).open(folder.join(path)).unwrap();
                file.set_modified(at(days)).unwrap();
            }
        };
        set(&site.path().join("data"), input);
        assert_eq!(site.run(&["build"]).status, 0);
        assert!(tree(&site.public()) == expected, "input of day {input}");
        set(&site.public(), output);
        let before = times(&site.public());
        let said = site.run(&["build"]);
        assert_eq!((said.status, said.err.as_str()), (0, ""));
        assert!(tree(&site.public()) == expected, "output of day {output}");
        assert_eq!(times(&site.public()), before, "nothing is written anew for its time");
        // An edit is found though the file is older than what was made from it.
        let edited = town(2, "北");
        let [old, new] = [&site, &edited].map(|site| read(site.path().join("data/places.csv")).unwrap());
        write(site.path().join("data/places.csv"), new).unwrap();
        set(&site.path().join("data"), 1);
        assert_eq!(site.run(&["build"]).status, 0);
        assert!(site.page("communities/c1.html").contains("北1"));
        write(site.path().join("data/places.csv"), old).unwrap();
        std::fs::remove_dir_all(site.public()).unwrap();
    }
}

fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// Makes a manifest agree with itself again, as someone who knows the program could.
fn forge(manifest: &mut Value) {
    let text = |value: &Value| value.as_str().unwrap_or("none").to_owned();
    let each =
        |list: &Value, line: &dyn Fn(&Value) -> String| list.as_array().unwrap().iter().map(line).collect::<String>();
    let head = format!(
        "gongshi-manifest/3\nprogram {}\nas_of {}\naddress {}\n",
        text(&manifest["program"]),
        text(&manifest["as_of"]),
        text(&manifest["address"])
    );
    let past = each(&manifest["history"], &|past| {
        format!("past {} {} {}\n", text(&past["release"]), text(&past["code"]), text(&past["as_of"]))
    });
    let inputs =
        each(&manifest["inputs"], &|input| format!("input {} {}\n", text(&input["sha256"]), text(&input["path"])));
    let files = each(&manifest["files"], &|file| {
        format!("file {} {} {}\n", text(&file["sha256"]), file["bytes"], text(&file["path"]))
    });
    manifest["code"] = json!(sha256(&format!("{head}{inputs}"))[..8]);
    let previous = format!("previous {}\n", text(&manifest["previous"]));
    manifest["release"] = json!(sha256(&format!("{head}{previous}{past}{inputs}{files}")));
}

/// A manifest as it was tampered with; a change that leaves it believable says so.
type Tampering = (&'static str, bool, fn(&mut Value));

fn add(manifest: &mut Value, path: &str, bytes: &Value, text: &str) {
    let file = json!({ "bytes": bytes, "path": path, "sha256": sha256(text) });
    let files = manifest["files"].as_array_mut().unwrap();
    files.push(file);
    files.sort_by(|one, other| one["path"].as_str().cmp(&other["path"].as_str()));
}

#[test]
fn a_manifest_that_was_tampered_with_touches_nothing_of_others() {
    let site = built();
    // A second release, so that there is a history to tamper with.
    let site = site.file("content/about.md", "一段话。\n");
    assert_eq!(site.run(&["build"]).status, 0);
    let site = site.file("content/about.md", "另一段话。\n");
    assert_eq!(site.run(&["build"]).status, 0);
    let (public, path) = (site.public(), site.public().join("manifest.json"));
    let whole: Value = serde_json::from_slice(&read(&path).unwrap()).unwrap();
    {
        let mut again = whole.clone();
        forge(&mut again);
        assert_eq!(again, whole, "the release can be recomputed from the manifest");
    }
    let outside = site.path().join("victim.txt");
    write(&outside, "mine").unwrap();
    write(public.join("mine.txt"), "mine").unwrap();
    let tamperings: [Tampering; 15] = [
        ("../victim.txt", false, |manifest| add(manifest, "../victim.txt", &json!(4), "mine")),
        ("../../etc/x", false, |manifest| add(manifest, "../../etc/x", &json!(4), "mine")),
        ("a/../../victim.txt", false, |manifest| add(manifest, "a/../../victim.txt", &json!(4), "mine")),
        ("an absolute path", false, |manifest| add(manifest, "/etc/hostname", &json!(4), "mine")),
        ("backslashes", false, |manifest| add(manifest, "..\\victim.txt", &json!(4), "mine")),
        ("a NUL", false, |manifest| add(manifest, "a\0b", &json!(4), "mine")),
        ("itself", false, |manifest| add(manifest, "manifest.json", &json!(4), "mine")),
        ("twice the same", false, |manifest| {
            let first = manifest["files"][0].clone();
            manifest["files"].as_array_mut().unwrap().insert(0, first);
        }),
        ("no size at all", false, |manifest| add(manifest, "zzz.html", &json!(-1), "mine")),
        ("a size beyond numbers", false, |manifest| add(manifest, "zzz.html", &json!(1e30), "mine")),
        ("a schema of tomorrow", false, |manifest| manifest["schema"] = json!("gongshi-manifest/99")),
        ("another release before", false, |manifest| manifest["previous"] = json!(sha256("x"))),
        // These agree with themselves: the files they name are missing or others, and stay.
        ("a huge size", true, |manifest| add(manifest, "mine.txt", &json!(u64::MAX), "mine")),
        ("a wrong hash", true, |manifest| add(manifest, "mine.txt", &json!(4), "other")),
        ("very many files", true, |manifest| {
            for at in 0..100_000 {
                let file = json!({ "bytes": 4, "path": format!("~/{at:06}.html"), "sha256": sha256("x") });
                manifest["files"].as_array_mut().unwrap().push(file);
            }
        }),
    ];
    let before = tree(site.path());
    for (what, is_believed, tamper) in tamperings {
        let mut manifest = whole.clone();
        tamper(&mut manifest);
        forge(&mut manifest);
        write(&path, serde_json::to_vec_pretty(&manifest).unwrap()).unwrap();
        let verified = run(&["verify", "--lang", "en", public.to_str().unwrap()]);
        assert_eq!(verified.status, 1, "{what}: {}{}", verified.out, verified.err);
        let said = site.run(&["build", "--lang", "en"]);
        if is_believed {
            assert_eq!(said.status, 0, "{what}: {}", said.err);
        } else {
            assert_eq!(said.status, 1, "{what}: {}", said.err);
            assert!(said.err.starts_with("error[P004 manifest-broken]"), "{what}: {}", said.err);
            assert!(verified.err.contains("P004"), "{what}: {}", verified.err);
        }
        write(&path, serde_json::to_vec_pretty(&whole).unwrap()).unwrap();
        let mut differing = differing(&before, &tree(site.path()));
        differing.retain(|path| path != "public/manifest.json");
        assert_eq!(differing, Vec::<String>::new(), "{what}");
    }
}

#[test]
fn a_manifest_that_is_none_is_not_built_upon() {
    let site = built();
    let path = site.public().join("manifest.json");
    let whole = read(&path).unwrap();
    let half = &whole[..whole.len() / 2];
    let nested = "[".repeat(100_000);
    for bytes in [b"".as_slice(), b"{}", b"[]", b"null", b"\xff\xfe", half, nested.as_bytes(), &[0; 4096]] {
        write(&path, bytes).unwrap();
        let before = tree(site.path());
        for said in
            [site.run(&["build", "--lang", "en"]), run(&["verify", "--lang", "en", site.public().to_str().unwrap()])]
        {
            assert_eq!(said.status, 1, "{}{}", said.out, said.err);
            assert!(said.err.contains("P004") && said.err.contains("manifest.json"), "{}", said.err);
        }
        assert!(tree(site.path()) == before);
    }
    // A folder or a pipe in its place is none either, and nobody waits for it.
    remove_file(&path).unwrap();
    create_dir_all(&path).unwrap();
    assert!(site.run(&["build"]).err.contains("P002"));
    assert_eq!(run(&["verify", site.public().to_str().unwrap()]).status, 1);
    #[cfg(unix)]
    {
        std::fs::remove_dir(&path).unwrap();
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        assert!(site.run(&["build"]).err.contains("P002"));
        assert_eq!(run(&["verify", site.public().to_str().unwrap()]).status, 1);
    }
}

#[test]
fn a_history_that_was_rewritten_is_told() {
    let site = built();
    for text in ["一。\n", "二。\n", "三。\n"] {
        create_dir_all(site.path().join("content")).unwrap();
        write(site.path().join("content/about.md"), text).unwrap();
        assert_eq!(site.run(&["build"]).status, 0);
    }
    let path = site.public().join("manifest.json");
    let whole: Value = serde_json::from_slice(&read(&path).unwrap()).unwrap();
    assert_eq!(whole["history"].as_array().unwrap().len(), 3);
    let public = site.public();
    let verify = || run(&["verify", "--lang", "en", public.to_str().unwrap()]);
    assert_eq!(verify().status, 0);
    let rewritings: [fn(&mut Value); 5] = [
        |manifest| manifest["history"][0]["as_of"] = json!("2024-04-29"),
        |manifest| manifest["history"][1]["release"] = json!("0".repeat(64)),
        |manifest| manifest["history"][2]["release"] = json!("0".repeat(64)),
        |manifest| drop(manifest["history"].as_array_mut().unwrap().remove(0)),
        |manifest| manifest["history"].as_array_mut().unwrap().swap(0, 1),
    ];
    for rewrite in rewritings {
        let mut manifest = whole.clone();
        rewrite(&mut manifest);
        write(&path, serde_json::to_vec(&manifest).unwrap()).unwrap();
        let said = verify();
        assert_eq!(said.status, 1, "{}", said.out);
        assert!(said.err.contains("P004 manifest-broken"), "{}", said.err);
    }
    write(&path, serde_json::to_vec(&whole).unwrap()).unwrap();
    assert_eq!(verify().status, 0);
}
