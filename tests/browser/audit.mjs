// Asks of a built site, in a real browser, what WCAG 2.2 AA and slow lines ask.
//
//     node tests/browser/audit.mjs SITE
//
// One page of each kind: the rules of axe-core, light and dark, on a phone and on a desk; text spacing and 200 % zoom without
// loss; every control reached by Tab in order, in sight, with a visible focus. All pages: their weight, and no script that
// blocks.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

/** Bytes of HTML of a community or team page. */
const HEAVIEST_PAGE = 60_000;
/** Bytes of style sheets, compressed. */
const HEAVIEST_STYLE = 14_000;

const site = resolve(process.argv[2] ?? 'public');
const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (!browser) throw new Error('no Chromium found: install the package chromium');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const files = [];
(function walk(folder) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) walk(path);
    else files.push(relative(site, path));
  }
})(site);
const pages = files.filter((file) => file.endsWith('.html'));

let passed = 0;
const failures = [];
function check(truth, what) {
  if (truth) passed += 1;
  else failures.push(what);
}

// One page of each kind: its folder, index pages apart; the heaviest, where most can go wrong.
const kinds = new Map();
for (const page of pages) {
  const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/')) : '';
  const kind = folder === '' || page.endsWith('index.html') ? page : folder;
  const heaviest = kinds.get(kind);
  if (!heaviest || statSync(join(site, page)).size > statSync(join(site, heaviest)).size) kinds.set(kind, page);
}
const samples = [...kinds.values()];

for (const page of pages) {
  const html = readFileSync(join(site, page), 'utf8');
  if (/^(\w\w\/)?(communities|teams)\//.test(page)) {
    check(Buffer.byteLength(html) <= HEAVIEST_PAGE, `${page}: ${Buffer.byteLength(html)} bytes of HTML`);
  }
  for (const [script] of html.matchAll(/<script\b[^>]*>/g)) {
    check(/\bdefer\b/.test(script) && /\bsrc=/.test(script), `${page}: a script on the critical path: ${script}`);
  }
}
const styles = files.filter((file) => file.endsWith('.css')).map((file) => gzipSync(readFileSync(join(site, file))).length);
check(styles.length > 0 && styles.every((size) => size <= HEAVIEST_STYLE), `style sheets: ${styles} bytes compressed`);

const running = await chromium.launch({ executablePath: browser, args: ['--no-sandbox'] });

async function on(options, visit) {
  // The rules of axe are put into the page, which its own policy forbids.
  const context = await running.newContext({ bypassCSP: true, ...options });
  const tab = await context.newPage();
  for (const page of samples) {
    await tab.goto(pathToFileURL(join(site, page)).href);
    await visit(tab, page);
  }
  await context.close();
}

for (const colorScheme of ['light', 'dark']) {
  for (const width of [390, 1280]) {
    await on({ viewport: { width, height: 900 }, colorScheme }, async (tab, page) => {
      // The shadows at the sides of wide tables are pictures, behind which axe does not look for contrast; nor does it where
      // nothing is painted before a reader comes near.
      await tab.addStyleTag({ content: '.table { background-image: none !important } * { content-visibility: visible !important }' });
      await tab.evaluate(axe);
      const found = await tab.evaluate(() =>
        globalThis.axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          resultTypes: ['violations', 'incomplete'],
        }),
      );
      // Where axe cannot tell, nobody has looked; the words of charts are measured below.
      const unsure = found.incomplete
        .filter((rule) => rule.id === 'color-contrast')
        .map((rule) => ({ ...rule, nodes: rule.nodes.filter((node) => !node.html.startsWith('<text')) }))
        .filter((rule) => rule.nodes.length > 0);
      for (const rule of [...found.violations, ...unsure]) {
        const [first] = rule.nodes;
        failures.push(`${page} at ${width} px, ${colorScheme}: ${rule.id}: ${rule.help}, ${rule.nodes.length} times, ` +
          `first ${first.target}: ${first.html.slice(0, 160)}`);
      }
      const faint = await tab.evaluate(faintWords);
      check(faint.length === 0, `${page} at ${width} px, ${colorScheme}: chart words too faint: ${faint.join('; ')}`);
    });
  }
}

/** The words of charts with less than 4.5 : 1 against the paper behind the chart. */
function faintWords() {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map(Number).map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (colour !== 'rgba(0, 0, 0, 0)') return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  return [...document.querySelectorAll('svg text')]
    .map((word) => [light(getComputedStyle(word).fill), light(paper(word.closest('svg').parentElement)), word.textContent])
    .filter(([ink, ground]) => (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05) < 4.5)
    .map(([, , text]) => text);
}

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

// 1.4.4: a window of 1280 px at 200 % is one of 640; 1.4.12: nobody may lose text by spacing it out.
await on({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }, async (tab, page) => {
  check((await tab.evaluate(overflow)) <= 0, `${page}: scrolls sideways at 200 %`);
});
await on({ viewport: { width: 390, height: 900 } }, async (tab, page) => {
  await tab.addStyleTag({
    content: '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
  });
  check((await tab.evaluate(overflow)) <= 0, `${page}: scrolls sideways with text spaced out`);
  const cut = await tab.evaluate(() =>
    [...document.querySelectorAll('main *, footer *, header *')]
      .filter((element) => !element.closest('.vh, svg, [hidden]') && element.clientHeight > 0)
      .filter((element) => ['hidden', 'clip'].includes(getComputedStyle(element).overflowY))
      .filter((element) => element.scrollHeight > element.clientHeight + 1)
      .map((element) => element.outerHTML.slice(0, 120)));
  check(cut.length === 0, `${page}: cut off with text spaced out: ${cut[0]}`);
});

// 2.1.1, 2.4.3, 2.4.7, 2.4.11: Tab goes to every control once, in the order of the page, and one sees where it is.
await on({ viewport: { width: 1280, height: 900 } }, async (tab, page) => {
  const expected = await tab.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
    const reachable = all.filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled);
    reachable.forEach((element, at) => element.setAttribute('data-tab', String(at)));
    return reachable.length;
  });
  const steps = Math.min(expected, 60);
  for (let step = 0; step < steps; step += 1) {
    await tab.keyboard.press('Tab');
    const seen = await tab.evaluate(() => {
      const at = document.activeElement;
      const box = at.getBoundingClientRect();
      const outline = getComputedStyle(at);
      return {
        at: at.getAttribute('data-tab'),
        html: at.outerHTML.slice(0, 100),
        shown: outline.outlineStyle !== 'none' && parseFloat(outline.outlineWidth) >= 2,
        inSight: box.bottom > 0 && box.top < innerHeight && box.width > 0,
      };
    });
    check(seen.at === String(step), `${page}: Tab ${step + 1} goes to ${seen.html}`);
    check(seen.shown, `${page}: no visible focus on ${seen.html}`);
    check(seen.inSight, `${page}: focus out of sight on ${seen.html}`);
    if (seen.at !== String(step)) break;
  }
});
await running.close();

for (const failure of failures.slice(0, 40)) console.error(failure);
console.log(`${samples.length} kinds of pages: ${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 && samples.length > 0 ? 0 : 1);
