// Walks through a built site in a real browser, from disk, without script, at four widths, light and dark.
//
//     node tests/browser/tour.mjs SITE [SCREENSHOTS]
//
// Each page must load nothing from elsewhere, report nothing on the console (a blocked style or script would), not scroll
// sideways, and have what a reader needs. With a second argument it also keeps full-page pictures to look at.
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const site = resolve(process.argv[2] ?? 'public');
const pictures = process.argv[3] ? resolve(process.argv[3]) : null;
const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (!browser) throw new Error('no Chromium found: install the package chromium');

const all = [];
(function walk(folder) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) walk(path);
    else if (name.endsWith('.html')) all.push(relative(site, path));
  }
})(site);

let passed = 0;
const failures = [];
function check(truth, what) {
  if (truth) passed += 1;
  else failures.push(what);
}

const running = await chromium.launch({ executablePath: browser, args: ['--no-sandbox'] });
for (const [width, colorScheme] of [[320, 'light'], [390, 'light'], [390, 'dark'], [768, 'light'], [1280, 'light'], [1280, 'dark']]) {
  const context = await running.newContext({ viewport: { width, height: 900 }, colorScheme, javaScriptEnabled: false });
  const page = await context.newPage();
  let heard = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('requestfailed', (request) => {
    // Leaving a page drops what it was still loading; that is no failure.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') heard.push(`failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(pathToFileURL(site).href) && !url.startsWith('data:')) heard.push(`elsewhere: ${url}`);
  });
  for (const address of all) {
    heard = [];
    await page.goto(pathToFileURL(join(site, address)).href);
    const where = `${address} at ${width} px, ${colorScheme}`;
    check(heard.length === 0, `${where}: ${heard.join('; ')}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    check(wide <= 0, `${where}: ${wide} px too wide`);
    if (width === 390 && colorScheme === 'light') await readable(page, address);
    if (pictures) await picture(page, address, width, colorScheme);
  }
  await context.close();
}
await running.close();

async function readable(page, address) {
  const seen = await page.evaluate(() => ({
    titles: document.querySelectorAll('h1').length,
    lang: document.documentElement.lang,
    skip: document.querySelector('a')?.getAttribute('href') ?? '',
    levels: [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => Number(h.tagName[1])),
    bare: [...document.querySelectorAll('svg')].filter((svg) => svg.getAttribute('role') !== 'img' || !svg.querySelector('title') || !svg.querySelector('desc'))
      .filter((svg) => svg.getAttribute('aria-hidden') !== 'true').length,
    figures: [...document.querySelectorAll('svg.chart')].filter((svg) => !svg.closest('figure').parentElement.querySelector('table')).length,
    small: [...document.querySelectorAll('svg.chart text')].filter((text) => text.getBoundingClientRect().height > 0 && text.getBoundingClientRect().height < 10).length,
    style: getComputedStyle(document.body).fontFamily.length > 0 && document.styleSheets.length > 0,
  }));
  check(seen.titles === 1, `${address}: ${seen.titles} h1`);
  check(seen.lang !== '', `${address}: no language`);
  check(seen.skip.startsWith('#'), `${address}: no skip link`);
  check(seen.levels.every((level, at) => level <= (seen.levels[at - 1] ?? 0) + 1), `${address}: heading levels ${seen.levels}`);
  check(seen.bare === 0, `${address}: ${seen.bare} pictures without words`);
  check(seen.style, `${address}: no style sheet`);
  // Sheets are read on paper, where `sheets.mjs` asks for the size of letters; the tables stand on the page that they lead to.
  if (/(^|\/)print\//.test(address)) return;
  check(seen.figures === 0, `${address}: ${seen.figures} charts without a table`);
  check(seen.small === 0, `${address}: ${seen.small} chart texts too small to read`);
}

async function picture(page, address, width, scheme) {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${address.replace(/[\/.]/g, '_')}-${width}-${scheme}.png`), fullPage: true });
}

for (const failure of failures.slice(0, 40)) console.error(failure);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 && all.length > 0 ? 0 : 1);
