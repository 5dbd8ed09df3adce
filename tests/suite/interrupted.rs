//! A build that ends before its end: killed, out of space, refused by the system. The old site stands or the new one does, whole;
//! the exit status says which, and the next build leaves nothing beside it.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::publishing::{differing, left_beside, times, town, without_history};
use crate::site::{Said, Site, run, said, tree};

type Tree = BTreeMap<String, Vec<u8>>;

const PROGRAM: &str = env!("CARGO_BIN_EXE_gongshi");

/// A site folder whose data is now of one kind and now of another, and what each becomes.
struct Twins {
    site: Site,
    inputs: [[Vec<u8>; 2]; 2],
    published: [Tree; 2],
    /// How long a build takes.
    whole: Duration,
}

const TABLES: [&str; 2] = ["data/places.csv", "data/issues.csv"];

impl Twins {
    fn new(communities: usize) -> Self {
        let made = ["旧", "新"].map(|word| {
            let site = town(communities, word);
            let started = Instant::now();
            assert_eq!(site.run(&["build"]).status, 0);
            let whole = started.elapsed();
            (TABLES.map(|path| std::fs::read(site.path().join(path)).unwrap()), tree(&site.public()), whole)
        });
        let [(old, was, _), (new, is, whole)] = made;
        Self { site: town(communities, "旧"), inputs: [old, new], published: [was, is], whole }
    }

    /// Gives the site the data of the first or the second kind.
    fn put(&self, kind: usize) {
        for (path, bytes) in TABLES.iter().zip(&self.inputs[kind]) {
            std::fs::write(self.site.path().join(path), bytes).unwrap();
        }
    }

    /// Which of the two stands in the output folder, if anything does; a mixture fails.
    fn stands(&self, when: &str) -> Option<usize> {
        let public = self.site.public();
        if !public.exists() {
            return None;
        }
        let found = tree(&public);
        let is = |kind: &usize| without_history(&found) == without_history(&self.published[*kind]);
        let found = [0, 1].into_iter().find(is);
        assert!(found.is_some(), "{when}: a mixture stands in the output folder");
        let verified = run(&["verify", public.to_str().unwrap()]);
        assert_eq!(verified.status, 0, "{when}: {}{}", verified.out, verified.err);
        found
    }

    /// The next build repairs what an interrupted one left.
    fn repair(&self, kind: usize, when: &str) {
        let said = self.site.run(&["build"]);
        assert_eq!(said.status, 0, "{when}: {}", said.err);
        assert_eq!(self.stands(when), Some(kind), "{when}");
        assert!(left_beside(&self.site).is_empty(), "{when}: {:?}", left_beside(&self.site));
    }

    fn spawn(&self) -> Child {
        let site = self.site.path().to_str().unwrap();
        let silent = || Stdio::null();
        Command::new(PROGRAM).args(["build", "--site", site]).stdout(silent()).stderr(silent()).spawn().unwrap()
    }
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    /// From 0 to below 1.
    fn roll(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Waits until something stands at a path or the build is over.
fn await_path(path: &Path, child: &mut Child) {
    while !path.exists() && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
}

#[test]
fn killed_at_any_moment_the_site_is_whole() {
    const KILLS: usize = 45;
    let twins = Twins::new(8);
    let manifest = twins.site.path().join(".public.gongshi-staging/manifest.json");
    twins.put(1);
    twins.repair(1, "before");
    let mut dice = Dice(20_261_031);
    let (mut olds, mut news) = (0, 0);
    for kill in 0..KILLS {
        let (goal, when) = (kill % 2, format!("kill {kill}"));
        let is_first = kill % 9 == 4;
        if is_first && twins.site.public().exists() {
            std::fs::remove_dir_all(twins.site.public()).unwrap();
        }
        twins.put(goal);
        let mut child = twins.spawn();
        match kill % 3 {
            // Anywhere.
            0 => std::thread::sleep(twins.whole.mul_f64(dice.roll() * 1.1)),
            // The manifest is the last file: the folders are exchanged right behind it.
            1 => await_path(&manifest, &mut child),
            // While the old folder is cleared away.
            _ => {
                await_path(&manifest, &mut child);
                std::thread::sleep(Duration::from_micros((dice.roll() * 10_000.0) as u64));
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();
        match twins.stands(&when) {
            None => assert!(is_first, "{when}: the site is gone"),
            Some(found) if found == goal => news += 1,
            Some(_) => olds += 1,
        }
        twins.repair(goal, &when);
    }
    println!("{olds} kills left the old site and {news} the new one");
    assert!(olds > 0 && news > 0, "{olds} and {news}: the kills were not spread");
}

/// Runs a build that may not write files larger than so many blocks of 512 bytes; the system says so, or ends the program.
fn limited(site: &Site, blocks: u32, is_told: bool) -> Said {
    let trap = if is_told { "trap '' XFSZ;" } else { "" };
    let script = format!("{trap} ulimit -c 0; ulimit -f {blocks}; exec \"$0\" build --site \"$1\" --lang en");
    said(&Command::new("sh").args(["-c", &script, PROGRAM, site.path().to_str().unwrap()]).output().unwrap())
}

#[test]
fn where_files_cannot_be_written_the_old_site_stands() {
    let twins = Twins::new(3);
    assert_eq!(twins.site.run(&["build"]).status, 0);
    let mut failed = 0;
    for (at, blocks) in [0, 1, 2, 5, 11, 23, 47, 95, 191, 383, 20_000].into_iter().enumerate() {
        for is_told in [true, false] {
            let when = format!("{blocks} blocks");
            // What stands is always of the other kind.
            let goal = 1 - twins.stands(&when).unwrap();
            twins.put(goal);
            let before = times(&twins.site.public());
            let said = limited(&twins.site, blocks, is_told);
            if said.status == 0 {
                assert_eq!(twins.stands(&when), Some(goal), "{when}");
                continue;
            }
            failed += 1;
            assert_eq!(twins.stands(&when), Some(1 - goal), "{when}: {}", said.err);
            assert_eq!(times(&twins.site.public()), before, "{when}");
            if is_told {
                assert_eq!(said.status, 3, "{when}: {}", said.err);
                let folder = twins.site.path().to_str().unwrap();
                assert!(
                    said.err.contains("error[P008 disk-fault]") && said.err.contains(folder),
                    "{when}: {}",
                    said.err
                );
                assert!(
                    said.err.contains("help: ") && said.err.contains("the published site was not changed"),
                    "{when}"
                );
                assert!(left_beside(&twins.site).is_empty(), "{when}: {:?}", left_beside(&twins.site));
            }
            if at % 4 == 0 {
                twins.repair(goal, &when);
            }
        }
    }
    assert!(failed > 10, "{failed}");
}

/// A disk of its own, gone with the test.
struct Disk(tempfile::TempDir);

impl Disk {
    /// `None`, with the reason printed, where the system lets nobody mount one.
    fn of_megabytes(megabytes: u32) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let size = format!("size={megabytes}m");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder.path()).output();
        match mounted {
            Ok(output) if output.status.success() => Some(Self(folder)),
            Ok(output) => {
                println!("passed over, no disk could be mounted: {}", String::from_utf8_lossy(&output.stderr));
                None
            }
            Err(error) => {
                println!("passed over, no disk could be mounted: {error}");
                None
            }
        }
    }

    /// Fills the disk but for so many bytes.
    fn fill_but(&self, bytes: u64) {
        let filler = self.0.path().join("filler");
        let mut file = std::fs::File::create(&filler).unwrap();
        std::io::copy(&mut std::io::repeat(1), &mut file).unwrap_err();
        let size = file.metadata().unwrap().len();
        file.set_len(size - bytes.min(size)).unwrap();
    }

    fn clear(&self) {
        std::fs::remove_file(self.0.path().join("filler")).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

#[test]
fn on_a_full_disk_the_old_site_stands() {
    let Some(disk) = Disk::of_megabytes(16) else { return };
    let twins = Twins::new(3);
    let out = disk.0.path().join("public");
    let build = || twins.site.run(&["build", "--lang", "en", "--out", out.to_str().unwrap()]);
    let stands = |kind: usize| without_history(&tree(&out)) == without_history(&twins.published[kind]);
    let beside =
        || std::fs::read_dir(disk.0.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect::<Vec<_>>();
    assert_eq!(build().status, 0);
    let mut now = 0;
    let mut statuses = Vec::new();
    for kibibytes in [0, 4, 16, 64, 128, 256, 384, 512, 768, 1024, 1536, 2048, 4096] {
        let when = format!("{kibibytes} KiB free");
        let goal = 1 - now;
        twins.put(goal);
        disk.fill_but(kibibytes * 1024);
        let said = build();
        statuses.push(said.status);
        match said.status {
            0 => now = goal,
            3 => {
                let folder = disk.0.path().to_str().unwrap();
                assert!(
                    said.err.contains("error[P006 disk-full]") && said.err.contains(folder),
                    "{when}: {}",
                    said.err
                );
                assert!(said.err.contains("help: free some space"), "{when}: {}", said.err);
            }
            other => panic!("{when}: status {other}: {}", said.err),
        }
        assert!(stands(now), "{when}: status {}", said.status);
        assert_eq!(run(&["verify", out.to_str().unwrap()]).status, 0, "{when}");
        disk.clear();
        assert_eq!(beside(), ["public"], "{when}");
        // With room again it is done, and nothing is left beside it.
        assert_eq!(build().status, 0, "{when}");
        assert!(stands(goal), "{when}");
        assert_eq!(beside(), ["public"], "{when}");
        now = goal;
    }
    assert!(statuses.contains(&3) && statuses.contains(&0), "{statuses:?}");
}

/// Runs a build as somebody who has no more rights than the permissions of files give.
fn unprivileged(site: &Site, arguments: &[&str]) -> Option<Said> {
    let is_root = site.path().metadata().unwrap().uid() == 0;
    let mut command = if is_root {
        let mut command = Command::new("setpriv");
        command.args(["--bounding-set=-all", "--inh-caps=-all", PROGRAM]);
        command
    } else {
        Command::new(PROGRAM)
    };
    command.args(["build", "--lang", "en", "--site", site.path().to_str().unwrap()]).args(arguments);
    match command.output() {
        Ok(output) => Some(said(&output)),
        Err(error) => {
            assert!(!std::env::var("CI").is_ok_and(|ci| ci == "true"), "setpriv: {error}");
            println!("passed over, rights cannot be given up: {error}");
            None
        }
    }
}

/// Gives a folder permissions for the length of a test.
struct Guarded<'a>(&'a Path);

impl<'a> Guarded<'a> {
    fn new(path: &'a Path, mode: u32) -> Self {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
        Self(path)
    }
}

impl Drop for Guarded<'_> {
    fn drop(&mut self) {
        let _ = std::fs::set_permissions(self.0, std::fs::Permissions::from_mode(0o755));
    }
}

#[test]
fn where_nothing_may_be_written_the_old_site_stands() {
    let twins = Twins::new(2);
    let shelf = tempfile::tempdir().unwrap();
    let out = shelf.path().join("public");
    let arguments = ["--out", out.to_str().unwrap()];
    let Some(said) = unprivileged(&twins.site, &arguments) else { return };
    assert_eq!(said.status, 0, "{}", said.err);
    let before = tree(&out);
    twins.put(1);
    {
        let _guarded = Guarded::new(shelf.path(), 0o555);
        let said = unprivileged(&twins.site, &arguments).unwrap();
        assert_eq!(said.status, 3, "{}", said.err);
        assert!(said.err.contains("error[P007 disk-denied]: no permission to read or write"), "{}", said.err);
        assert!(
            said.err.contains(shelf.path().to_str().unwrap()) && said.err.contains("help: ask for write"),
            "{}",
            said.err
        );
        assert_eq!(differing(&before, &tree(&out)), Vec::<String>::new());
    }
    // A folder that its owner protected is replaced where the folder above it may be written; it stays protected.
    {
        let communities = out.join("communities");
        let _communities = Guarded::new(&communities, 0o555);
        std::fs::set_permissions(&out, std::fs::Permissions::from_mode(0o555)).unwrap();
        let said = unprivileged(&twins.site, &arguments).unwrap();
        assert_eq!(said.status, 0, "{}", said.err);
        assert_eq!(out.metadata().unwrap().mode() & 0o777, 0o555);
    }
    assert!(without_history(&tree(&out)) == without_history(&twins.published[1]));
    let beside: Vec<_> = std::fs::read_dir(shelf.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside, ["public"]);
}

#[test]
fn what_may_not_be_read_stops_the_build() {
    let site = town(2, "南");
    let Some(said) = unprivileged(&site, &[]) else { return };
    assert_eq!(said.status, 0, "{}", said.err);
    for path in ["data/issues.csv", "site.toml"] {
        let path = site.path().join(path);
        let _guarded = Guarded::new(&path, 0o000);
        let said = unprivileged(&site, &[]).unwrap();
        assert_eq!(said.status, 1, "{}", said.err);
        assert!(said.err.contains("error[S003 file-unreadable]"), "{}", said.err);
    }
    // A folder that cannot be looked into may hold half of the records.
    let site = site.file("data/2024/more.csv", "x\n").file("content/a.md", "一段。\n");
    for path in ["data/2024", "content"] {
        let path = site.path().join(path);
        let _guarded = Guarded::new(&path, 0o000);
        let said = unprivileged(&site, &[]).unwrap();
        assert_eq!(said.status, 1, "{}", said.err);
        assert!(said.err.contains("error[S003 file-unreadable]"), "{}", said.err);
    }
}
