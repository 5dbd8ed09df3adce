//! A browser at work: started without a window, with a profile of its own, and ended in every case.
#![expect(clippy::disallowed_methods, reason = "the browser says in a file of its own where it listens")]

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::json;

use super::client::{Address, Client, Deadline, Fault};
use crate::diag::Problem;
use crate::diag::rules::press::{BROWSER_FAILED, BROWSER_SILENT};

/// How long a browser may take to start: the first start of a day, with a virus scanner looking on, is slow.
const START: Duration = Duration::from_mins(1);
/// How long it may take to start when its program has already ended, as some that hand over to another process do.
const HANDED_OVER: Duration = Duration::from_secs(5);
/// How long it may take to end when asked to.
const END: Duration = Duration::from_secs(3);
/// Between two looks.
const NAP: Duration = Duration::from_millis(20);

/// Nothing of the user's, nothing from elsewhere, nothing that asks: only what is needed to print.
const ARGUMENTS: &[&str] = &[
    "--headless=new",
    "--remote-debugging-port=0",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-service-autorun",
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-client-side-phishing-detection",
    "--disable-component-extensions-with-background-pages",
    "--disable-component-update",
    "--disable-crash-reporter",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-features=Translate,OptimizationHints,MediaRouter,InterestFeedContentSuggestions",
    "--disable-gpu",
    "--disable-sync",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    "--metrics-recording-only",
    "--mute-audio",
    "--password-store=basic",
    "--use-mock-keychain",
];

/// A running browser. Dropping it ends it.
#[derive(Debug)]
pub struct Browser {
    pub program: PathBuf,
    child: Child,
    address: Option<Address>,
}

impl Browser {
    /// Starts a browser and waits until it listens. It writes into `profile` and nowhere else.
    pub fn start(program: &Path, profile: &Path) -> Result<Self, Problem> {
        let mut own = std::ffi::OsString::from("--user-data-dir=");
        own.push(profile);
        let mut command = Command::new(program);
        command.args(ARGUMENTS).arg(own);
        if is_root() {
            command.arg("--no-sandbox");
        }
        command.arg("about:blank").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().map_err(|error| failed(program, &error))?;
        let mut browser = Self { program: program.to_owned(), child, address: None };
        let address = browser.listens(&profile.join("DevToolsActivePort"))?;
        browser.address = Some(address);
        Ok(browser)
    }

    /// A line of its own for each thread that prints.
    pub fn connect(&self, deadline: Deadline) -> Result<Client, Fault> {
        match &self.address {
            Some(address) => Client::connect(address, deadline),
            None => Err(Fault::Gone(String::new())),
        }
    }

    /// What it means for the user that the browser did not answer.
    pub fn silent(&self, limit: Duration) -> Problem {
        Problem::new(&BROWSER_SILENT).with("path", self.program.display()).with("seconds", limit.as_secs())
    }

    /// Waits for the file in which the browser says where it listens.
    fn listens(&mut self, file: &Path) -> Result<Address, Problem> {
        let mut deadline = Deadline::after(START);
        let mut ended = false;
        loop {
            if let Some(address) = std::fs::read_to_string(file).ok().as_deref().and_then(address) {
                return Ok(address);
            }
            if !ended && let Ok(Some(status)) = self.child.try_wait() {
                if !status.success() {
                    return Err(failed(&self.program, &status));
                }
                (ended, deadline) = (true, Deadline::after(HANDED_OVER));
            }
            if deadline.left().is_err() {
                return Err(if ended { failed(&self.program, &"exit status: 0") } else { self.silent(START) });
            }
            std::thread::sleep(NAP);
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let deadline = Deadline::after(END);
        // Asked to end, it ends its helpers as well; one that does not listen is killed.
        let asked = self.connect(deadline).and_then(|mut client| client.send(None, "Browser.close", json!({})));
        while asked.is_ok() && deadline.left().is_ok() && matches!(self.child.try_wait(), Ok(None)) {
            std::thread::sleep(NAP);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn failed(program: &Path, why: &dyn std::fmt::Display) -> Problem {
    Problem::new(&BROWSER_FAILED).with("path", program.display()).with("why", why)
}

/// The two lines of the file: port and path. It is read while it is being written, so half of it is nothing.
fn address(text: &str) -> Option<Address> {
    let (port, path) = text.split_once('\n')?;
    let path = path.trim();
    let port = port.trim().parse().ok()?;
    path.starts_with("/devtools/browser/").then(|| Address { port, path: path.to_owned() })
}

/// Whether this runs as root, where Chromium on Linux does not start with its sandbox.
#[cfg(target_os = "linux")]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

/// Whether this runs as root; elsewhere it makes no difference.
#[cfg(not(target_os = "linux"))]
fn is_root() -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_the_browser_listens() {
        let path = "/devtools/browser/1-2-3".to_owned();
        assert_eq!(address("9222\n/devtools/browser/1-2-3\n"), Some(Address { port: 9222, path: path.clone() }));
        assert_eq!(address("9222\r\n/devtools/browser/1-2-3"), Some(Address { port: 9222, path }));
        for half in ["", "92", "9222\n", "9222\n/devtools", "99999\n/devtools/browser/1"] {
            assert_eq!(address(half), None, "{half}");
        }
    }

    #[test]
    fn a_program_that_is_no_browser_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let no_program = folder.path().join("notes.txt");
        std::fs::write(&no_program, "no program").unwrap();
        let profile = folder.path().join("profile");
        assert_eq!(Browser::start(&no_program, &profile).unwrap_err().rule.code, "B003");
        if cfg!(unix) {
            assert_eq!(Browser::start(Path::new("/bin/false"), &profile).unwrap_err().rule.code, "B003");
        }
    }
}
