//! What the program answers: exit status, streams, formats and languages.

use crate::site::{Site, run, tree};

/// A site without fault.
fn sound() -> Site {
    Site::new().file("site.toml", "[site]\ntitle = \"南关公示\"\nas_of = 2026-10-31\n")
}

/// A site with a warning: a table without rows.
fn doubtful() -> Site {
    sound()
        .file("data/places.csv", "id,name,level,parent\nnanguan,南关社区,community,\n")
        .file("data/issues.csv", "工单编号,社区,受理时间,办结时间\nA-1,南关社区,2024-03-05 09:00,2024-03-04 09:00\n")
}

/// A site with an error.
fn broken() -> Site {
    sound().file("data/places.csv", "id,name,level,parent\nnanguan,南关社区,community,nowhere\n")
}

#[test]
fn done_is_0_and_said_on_stdout() {
    let site = sound();
    let said = site.run(&["build"]);
    assert_eq!((said.status, said.err.as_str()), (0, ""), "{}", said.out);
    assert!(said.out.contains("已生成") && said.out.contains("public"), "{}", said.out);
    assert!(site.page("index.html").contains("南关公示"));
    let folder = site.public();
    assert_eq!(run(&["verify", folder.to_str().unwrap()]).status, 0);
}

#[test]
fn faulty_input_is_1_and_nothing_is_written() {
    for command in ["build", "check"] {
        let site = broken();
        let said = site.run(&[command]);
        assert_eq!((said.status, said.out.as_str()), (1, ""));
        assert!(said.err.contains("L003"), "{}", said.err);
        assert!(!site.public().exists());
    }
}

#[test]
fn a_folder_that_is_no_site_is_1() {
    let said = run(&["check", "--site", "/nowhere/at/all"]);
    assert_eq!(said.status, 1, "{}", said.err);
    assert!(said.err.contains("S021"), "{}", said.err);
}

#[test]
fn wrong_usage_is_2() {
    for arguments in [
        &["check", "--sit", "x"][..],
        &["bild"],
        &["check", "--as-of", "2026-13-01"],
        &["check", "--format", "xml"],
        &["check", "--lang", "fr"],
        &["check", "--jobs", "0"],
        &["build", "--base-url", "example.org"],
        &["check", "--out", "x"],
        &["verify"],
        &["explain"],
    ] {
        let said = run(arguments);
        assert_eq!((said.status, said.out.as_str()), (2, ""), "{arguments:?}: {}", said.err);
        assert!(!said.err.is_empty(), "{arguments:?}");
    }
    assert!(run(&["check", "--sit", "x"]).err.starts_with("没有“--sit”这个选项，是不是“--site”？\n"));
}

#[test]
fn a_disk_that_fails_is_3() {
    // No permissions are needed for these: nothing can be made below a file, nor in the folder of processes.
    let site = sound().file("taken", "a file, not a folder");
    let below_a_file = site.path().join("taken/public");
    let mut refused = vec![below_a_file.to_str().unwrap().to_owned()];
    if cfg!(target_os = "linux") {
        refused.push("/proc/gongshi/public".to_owned());
    }
    for out in refused {
        let said = site.run(&["build", "--out", &out]);
        assert_eq!((said.status, said.out.as_str()), (3, ""), "{out}: {}", said.err);
        assert!(said.err.contains("P00"), "{}", said.err);
    }
}

#[test]
fn an_output_folder_that_is_a_file_is_refused() {
    let site = sound().file("taken", "a file, not a folder");
    let out = site.path().join("taken");
    let said = site.run(&["build", "--out", out.to_str().unwrap()]);
    assert_eq!(said.status, 1, "{}", said.err);
    assert!(said.err.contains("P003"), "{}", said.err);
    assert_eq!(std::fs::read_to_string(out).unwrap(), "a file, not a folder");
}

#[test]
fn strict_makes_warnings_stop() {
    let site = doubtful();
    let said = site.run(&["check"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.err.contains("警告[L040 answered-before-received]"), "{}", said.err);
    let said = site.run(&["build", "--strict"]);
    assert_eq!(said.status, 1);
    assert!(said.err.ends_with("按 --strict，有警告也不生成：未写入任何文件\n"), "{}", said.err);
    assert!(!site.public().exists());
    assert_eq!(sound().run(&["check", "--strict"]).status, 0);
}

#[test]
fn formats_for_people_editors_and_programs() {
    let site = broken();
    let short = site.run(&["check", "--format", "short"]).err;
    assert_eq!(
        short.lines().next(),
        Some("data/places.csv:2:4: error[L003]: 地点“南关社区”的上级“nowhere”不在地点表里")
    );
    let json = site.run(&["check", "--format", "json"]);
    assert_eq!(json.status, 1);
    for line in json.err.lines() {
        let problem: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(problem["code"], "L003");
        assert_eq!((&problem["row"], &problem["column"]), (&2.into(), &4.into()));
        assert_eq!(problem["file"], "data/places.csv");
    }
}

#[test]
fn messages_follow_the_site_and_then_the_option() {
    let site = broken();
    assert!(site.run(&["check"]).err.starts_with("错误[L003"));
    let english = site.run(&["check", "--lang", "en"]).err;
    assert!(english.starts_with("error[L003 unknown-parent]: the parent `nowhere`"), "{english}");
    assert!(english.ends_with("1 error\nthe check failed\n"), "{english}");
    let site = site.file("site.toml", "[site]\ntitle = \"South Gate\"\nlang = \"en\"\nas_of = 2026-10-31\n");
    assert!(site.run(&["check"]).err.starts_with("error[L003"));
    assert!(site.run(&["check", "--lang", "zh"]).err.starts_with("错误[L003"));
}

#[test]
fn quiet_says_nothing_when_done_but_does_not_hide_faults() {
    let said = sound().run(&["build", "--quiet"]);
    assert_eq!((said.status, said.out.as_str(), said.err.as_str()), (0, "", ""));
    assert!(broken().run(&["build", "--quiet"]).err.contains("L003"));
}

#[test]
fn timings_name_every_step() {
    let said = sound().run(&["build", "--timings"]);
    for step in ["config", "load", "measure", "guard", "render", "publish", "合计"] {
        assert!(said.err.lines().any(|line| line.starts_with(step) && line.ends_with(" ms")), "{step}: {}", said.err);
    }
}

#[test]
fn explain_tells_why_in_both_languages() {
    let chinese = run(&["explain", "L014"]);
    assert_eq!((chinese.status, chinese.err.as_str()), (0, ""));
    assert!(chinese.out.contains("L014") && chinese.out.contains("unknown-column"), "{}", chinese.out);
    assert_eq!(run(&["explain", "unknown-column"]).out, chinese.out, "the name does as well as the code");
    let english = run(&["explain", "L014", "--lang", "en"]).out;
    assert!(english.contains("unknown-column") && !english.contains('列'), "{english}");
    let unknown = run(&["explain", "L999"]);
    assert_eq!((unknown.status, unknown.out.as_str()), (2, ""), "{}", unknown.err);
}

#[test]
fn no_command_builds() {
    let site = sound();
    let said = run(&["--site", site.path().to_str().unwrap()]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(site.public().join("index.html").exists());
}

#[test]
fn verify_finds_what_was_changed_removed_and_added() {
    let site = sound();
    assert_eq!(site.run(&["build"]).status, 0);
    let public = site.public();
    let verify = || run(&["verify", public.to_str().unwrap()]);
    let original = std::fs::read(public.join("404.html")).unwrap();
    std::fs::write(public.join("404.html"), "changed").unwrap();
    let said = verify();
    assert_eq!(said.status, 1);
    assert!((said.out + &said.err).contains("404.html"));
    std::fs::write(public.join("404.html"), &original).unwrap();
    assert_eq!(verify().status, 0);
    std::fs::remove_file(public.join("404.html")).unwrap();
    assert_eq!(verify().status, 1);
    assert_eq!(run(&["verify", site.path().to_str().unwrap()]).status, 1, "a folder without a manifest");
}

#[test]
fn help_and_version_are_results() {
    for arguments in [&["--help"][..], &["build", "--help"], &["--version"]] {
        let said = run(arguments);
        assert_eq!((said.status, said.err.as_str()), (0, ""), "{arguments:?}");
    }
}

#[test]
fn check_writes_nothing() {
    let site = doubtful();
    let before = tree(site.path());
    assert_eq!(site.run(&["check"]).status, 0);
    assert_eq!(tree(site.path()).keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
}
