//! One tab of the browser: opens a sheet, prints it, and looks whether its words fit their boxes.

use std::time::Duration;

use serde_json::{Value, json};

use super::browser::Browser;
use super::client::{Client, Deadline, Fault, text};
use super::pdf::{self, Paper};
use super::{Press, Sheet, file_url};
use crate::diag::Problem;
use crate::diag::rules::press::{PDF_UNKNOWN, SHEET_CLIPPED, SHEET_PAGES, SHEET_UNPRINTED};
use crate::text::base64;

/// How long one sheet may take.
const LIMIT: Duration = Duration::from_mins(2);
/// Bytes of a PDF taken at a time.
const PIECE: usize = 1 << 20;
/// Points of paper to pixels of the screen.
const PIXELS: f64 = 96.0 / 72.0;

/// The beginnings of the words in boxes that hold more than they show; a box says by its class that it must hold all. The
/// frame of a letter is higher than the letter, so of each line the middle counts, nearly as high as the type.
const CLIPPED: &str = "(() => {
    const isCut = box => {
        const space = box.getBoundingClientRect();
        const leaves = (left, top, right, bottom) =>
            left < space.left - 1 || right > space.right + 1 || top < space.top - 1 || bottom > space.bottom + 1;
        for (const drawing of box.querySelectorAll('svg, img')) {
            const { left, top, right, bottom } = drawing.getBoundingClientRect();
            if (leaves(left, top, right, bottom)) return true;
        }
        const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const within = texts.currentNode.parentElement;
            // Words for readers of the screen alone stand in a box of one pixel.
            if (!texts.currentNode.data.trim() || within.closest('svg') || within.clientWidth === 1) continue;
            const high = 0.4 * parseFloat(getComputedStyle(within).fontSize);
            const range = document.createRange();
            range.selectNodeContents(texts.currentNode);
            for (const { left, top, right, bottom } of range.getClientRects()) {
                const middle = (top + bottom) / 2;
                if (leaves(left, middle - high, right, middle + high)) return true;
            }
        }
        return false;
    };
    return [...document.querySelectorAll('.fit, [data-fixed]')].filter(isCut)
        .map(box => box.textContent.trim().replace(/\\s+/g, ' ').slice(0, 24));
})()";

/// Makes links to other pages of the site lead to where it will stand, or nowhere; `[folder, site]` follows. On paper a
/// link to a file of this machine is of no use, and the name of its folder is nobody's business.
const LEAD: &str = "((folder, site) => {
    for (const link of document.querySelectorAll('a, area')) {
        const name = ['href', 'xlink:href'].find(name => link.hasAttribute(name));
        const written = name && link.getAttribute(name).trim();
        if (!written || written.startsWith('#')) continue;
        const full = new URL(written, document.baseURI).href;
        if (!full.startsWith('file:')) continue;
        if (site && full.startsWith(folder)) link.setAttribute(name, site + full.slice(folder.length));
        else link.removeAttribute(name);
    }
    return true;
})";

/// A printed sheet.
pub struct Printed {
    pub bytes: Vec<u8>,
    /// What is wrong with it on paper.
    pub faults: Vec<Problem>,
}

/// A tab.
pub struct Tab<'a> {
    browser: &'a Browser,
    client: Client,
    session: String,
}

impl<'a> Tab<'a> {
    /// Opens a tab in which nothing runs and nothing is loaded from elsewhere.
    pub fn open(browser: &'a Browser) -> Result<Self, Problem> {
        let deadline = Deadline::after(LIMIT);
        Self::opened(browser, deadline).map_err(|fault| told(browser, "about:blank", &fault))
    }

    fn opened(browser: &'a Browser, deadline: Deadline) -> Result<Self, Fault> {
        let mut client = browser.connect(deadline)?;
        let made = client.call(None, "Target.createTarget", json!({ "url": "about:blank" }), deadline)?;
        let target = json!({ "targetId": text(&made, "targetId"), "flatten": true });
        let session = text(&client.call(None, "Target.attachToTarget", target, deadline)?, "sessionId");
        let mut tab = Self { browser, client, session };
        let elsewhere = ["http://*", "https://*", "ws://*", "wss://*", "ftp://*"];
        for (method, params) in [
            ("Page.enable", json!({})),
            ("Page.setLifecycleEventsEnabled", json!({ "enabled": true })),
            ("Emulation.setScriptExecutionDisabled", json!({ "value": true })),
            ("Network.enable", json!({})),
            ("Network.setBlockedURLs", json!({ "urls": elsewhere })),
        ] {
            tab.call(method, params, deadline)?;
        }
        Ok(tab)
    }

    /// Prints a sheet and finishes its bytes.
    pub fn print(&mut self, press: &Press, sheet: &Sheet) -> Result<Printed, Problem> {
        let deadline = Deadline::after(LIMIT);
        let raw = self.raw(press, sheet, deadline).map_err(|fault| told(self.browser, &sheet.address, &fault))?;
        let unknown = || Problem::new(&PDF_UNKNOWN).with("path", press.browser.display());
        let pdf = pdf::finish(raw, press.stamp).ok_or_else(unknown)?;
        let clipped = self.clipped(pdf.paper, deadline).map_err(|fault| told(self.browser, &sheet.address, &fault))?;
        let mut faults = Vec::new();
        if pdf.pages != sheet.pages {
            let problem = Problem::new(&SHEET_PAGES).with("sheet", &sheet.address);
            faults.push(problem.with("expected", sheet.pages).with("pages", pdf.pages));
        }
        if let Some(text) = clipped.first() {
            let problem = Problem::new(&SHEET_CLIPPED).with("sheet", &sheet.address);
            faults.push(problem.with("count", clipped.len()).with("text", text));
        }
        Ok(Printed { bytes: pdf.bytes, faults })
    }

    /// The PDF as the browser makes it.
    fn raw(&mut self, press: &Press, sheet: &Sheet, deadline: Deadline) -> Result<Vec<u8>, Fault> {
        let url = file_url::of(&press.folder.join(&sheet.address));
        let opened = self.call("Page.navigate", json!({ "url": url }), deadline)?;
        let why = text(&opened, "errorText");
        if !why.is_empty() {
            return Err(Fault::Refused(why));
        }
        self.client.wait_for_load(&text(&opened, "loaderId"), deadline)?;
        let folder = format!("{}/", file_url::of(press.folder).trim_end_matches('/'));
        let lead = format!("{LEAD}({}, {})", json!(folder), json!(press.base_url));
        if self.ask(&lead, deadline)?.as_bool() != Some(true) {
            return Err(Fault::Refused("links".to_owned()));
        }
        // A4 is for a sheet that does not name its paper; the default is a size of another continent.
        let wanted = json!({
            "paperWidth": 210.0 / 25.4,
            "paperHeight": 297.0 / 25.4,
            "preferCSSPageSize": true,
            "printBackground": true,
            "displayHeaderFooter": false,
            "generateTaggedPDF": true,
            "generateDocumentOutline": false,
            "transferMode": "ReturnAsStream",
        });
        let stream = text(&self.call("Page.printToPDF", wanted, deadline)?, "stream");
        let mut bytes = Vec::new();
        loop {
            let piece = self.call("IO.read", json!({ "handle": stream, "size": PIECE }), deadline)?;
            let data = text(&piece, "data");
            if piece.get("base64Encoded").and_then(Value::as_bool).unwrap_or_default() {
                let decoded = base64::decode(&data);
                bytes.extend(decoded.ok_or_else(|| Fault::Gone("base64".to_owned()))?);
            } else {
                bytes.extend(data.into_bytes());
            }
            if piece.get("eof").and_then(Value::as_bool).unwrap_or(true) {
                break;
            }
        }
        self.call("IO.close", json!({ "handle": stream }), deadline)?;
        Ok(bytes)
    }

    /// What stands in boxes too small for it, laid out as for this paper.
    fn clipped(&mut self, paper: Paper, deadline: Deadline) -> Result<Vec<String>, Fault> {
        let [width, height] = [paper.width, paper.height].map(|points| (points * PIXELS).round());
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.call("Emulation.setDeviceMetricsOverride", screen, deadline)?;
        self.call("Emulation.setEmulatedMedia", json!({ "media": "print" }), deadline)?;
        let answer = self.ask(CLIPPED, deadline)?;
        self.call("Emulation.setEmulatedMedia", json!({ "media": "" }), deadline)?;
        self.call("Emulation.clearDeviceMetricsOverride", json!({}), deadline)?;
        let found = answer.as_array().ok_or_else(|| Fault::Refused("layout".to_owned()))?;
        Ok(found.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Asks something about the page; an answer that is none is null.
    fn ask(&mut self, expression: &str, deadline: Deadline) -> Result<Value, Fault> {
        let asked = json!({ "expression": expression, "returnByValue": true });
        let mut answer = self.call("Runtime.evaluate", asked, deadline)?;
        Ok(answer.pointer_mut("/result/value").map(Value::take).unwrap_or_default())
    }

    fn call(&mut self, method: &str, params: Value, deadline: Deadline) -> Result<Value, Fault> {
        self.client.call(Some(&self.session), method, params, deadline)
    }
}

/// A fault as a problem of a sheet.
fn told(browser: &Browser, address: &str, fault: &Fault) -> Problem {
    let why = match fault {
        Fault::Silent => return browser.silent(LIMIT).with("sheet", address),
        Fault::Gone(why) | Fault::Refused(why) => why,
    };
    Problem::new(&SHEET_UNPRINTED).with("sheet", address).with("why", why)
}
