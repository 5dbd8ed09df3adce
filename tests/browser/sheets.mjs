// Asks of the sheets to print what paper asks, in a real browser and of the finished PDFs.
//
//     node tests/browser/sheets.mjs SITE PDFS
//
// SITE is a published site, PDFS what `gongshi pdf --out PDFS` printed of it. Every sheet: nothing leaves its box or its page,
// nothing is set in less than 10 points (small print apart), everything stands out in grey. Every PDF: as many pages as the sheet
// has, of its size; the text that the sheet has, in its order; QR codes that lead to the addresses they stand for; on posters the
// figures of `data/figures.csv`. Needs the programs of poppler-utils and zbar-tools.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

/** No text on paper is smaller, in points. */
const SMALLEST = 10;
/** Least contrast in grey: of text, and of shapes that carry a value. */
const TEXT = 4.5;
const SHAPE = 2.5;
/** Dots an inch at which pages are looked at: an office copier's coarse setting. */
const DPI = 150;

const [site, pdfs] = process.argv.slice(2).map((path) => resolve(path));
const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (!browser) throw new Error('no Chromium found: install the package chromium');

let passed = 0;
const failures = [];
function check(truth, what) {
  if (truth) passed += 1;
  else failures.push(what);
}

function found(folder, ending) {
  const files = [];
  (function walk(inside) {
    for (const name of readdirSync(inside).sort()) {
      const path = join(inside, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (name.endsWith(ending)) files.push(relative(folder, path));
    }
  })(folder);
  return files;
}

const run = (program, ...words) => execFileSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'pipe'] });
const bare = (text) => text.normalize('NFKC').replace(/[\s\u00ad\u200b]+/g, '');

/** The figures of the site by figure, subject and period. */
const [head, ...rows] = readFileSync(join(site, 'data/figures.csv'), 'utf8').replace(/^\ufeff/, '').trim().split(/\r?\n/);
const names = head.split(',');
const figures = new Map();
for (const line of rows) {
  const cells = Object.fromEntries(line.split(',').map((cell, at) => [names[at], cell]));
  figures.set([cells.figure, cells.subject_kind, cells.subject, cells.period].join(), cells);
}

// A poster is about a month, its stocks about the as-of date; one of a team that rests, about the year so far.
const asOf = JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8')).as_of;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The periods that a poster can be about, by what its foot says. */
function periodsOf(foot) {
  const [, year, month] = /统计期 (\d{4})年(\d+)月/.exec(foot) ?? [];
  const [, name, other] = /period ([A-Z][a-z]+) (\d{4})/.exec(foot) ?? [];
  const number = month ?? (name ? MONTHS.indexOf(name) + 1 : undefined);
  const own = number ? [`${year ?? other}-${String(number).padStart(2, '0')}`] : [];
  return [...own, `@${asOf}`, asOf.slice(0, 4)];
}

/** Whether a printed figure is that of one of some rows: rates by their parts, hours to a tenth, nothing as zero. */
function agrees(rows, shown) {
  const number = Number(/\d+(\.\d+)?/.exec(shown)?.[0]);
  if (rows.length === 0) return number === 0 || /[—x]/.test(shown);
  const value = (row) => (row.unit === 'minute' ? Number(row.value) / 60 : Number(row.value));
  return rows.some((row) =>
    row.denominator ? shown.includes(`${row.numerator}/${row.denominator}`) : Math.abs(value(row) - number) <= 0.0501,
  );
}

const running = await chromium.launch({ executablePath: browser, args: ['--no-sandbox'] });
const tab = await (await running.newContext({ viewport: { width: 1400, height: 1000 } })).newPage();
await tab.emulateMedia({ media: 'print' });

/** What a sheet looks like, told by the browser. */
function look({ smallest, text, shape }) {
  const faults = [];
  const points = (value) => (parseFloat(value) * 72) / 96;
  const light = (colour) => {
    const parts = colour.match(/[\d.]+/g)?.map(Number);
    if (!parts || parts[3] === 0) return null;
    const [r, g, b] = parts.map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const ground = light(getComputedStyle(at).backgroundColor);
      if (ground !== null) return ground;
    }
    return 1;
  };
  const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  for (const page of document.querySelectorAll('.page')) {
    const box = page.getBoundingClientRect();
    if (page.scrollHeight > page.clientHeight + 1 || page.scrollWidth > page.clientWidth + 1) faults.push('a page overflows');
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || element.closest('.vh, title, desc')) continue;
      const style = getComputedStyle(element);
      const range = document.createRange();
      range.selectNodeContents(node);
      const scale = element.ownerSVGElement ? element.ownerSVGElement.getScreenCTM().a : 1;
      const size = points(style.fontSize) * scale;
      if (size < smallest - 0.05) faults.push(`${size.toFixed(1)} pt: ${node.data.trim()}`);
      for (const place of range.getClientRects()) {
        const inside = place.left >= box.left - 1 && place.right <= box.right + 1 && place.bottom <= box.bottom + 1;
        if (!inside && place.width > 0) faults.push(`leaves the page: ${node.data.trim()}`);
      }
      const colour = light(element.ownerSVGElement ? style.fill : style.color);
      if (colour !== null && contrast(colour, behind(element)) < text) faults.push(`too pale: ${node.data.trim()}`);
    }
    for (const mark of page.querySelectorAll('.chart .c1, .chart .c3')) {
      const colour = light(getComputedStyle(mark).fill);
      if (colour !== null && contrast(colour, 1) < shape) faults.push('a shape of a chart is too pale');
    }
  }
  for (const box of document.querySelectorAll('.fit')) {
    if (box.scrollWidth > box.clientWidth + 1) faults.push(`does not fit: ${box.textContent.trim()}`);
  }
  for (const hidden of document.querySelectorAll('.vh')) hidden.remove();
  const words = [...document.querySelectorAll('.page')].map((page) => page.innerText).join('\n');
  const codes = [...document.querySelectorAll('.page')].map((page) => [...page.querySelectorAll('svg.qr')].map((code) => code.dataset.address));
  const numbers = [...document.querySelectorAll('.poster .numbers > div')].map((number) => number.innerText);
  const foot = document.querySelector('.poster footer')?.innerText ?? '';
  const definitions = [...foot.matchAll(/([a-z]+\.[a-z_]+)@\d+/g)].map((found) => found[1]);
  const page = document.querySelector('.page')?.getBoundingClientRect();
  return { faults, words, codes, numbers, foot, definitions, pages: codes.length, size: page && [points(page.width), points(page.height)] };
}

const sheets = found(join(site, ''), '.html').filter((page) => /^(\w\w\/)?print\//.test(page) && !page.endsWith('index.html'));
const printed = found(pdfs, '.pdf');
const nameOf = (sheet) => sheet.replace(/^(\w\w\/)?print\//, '$1').replace(/\.html$/, '.pdf');
check(sheets.length > 0, 'there is no sheet');
check(
  JSON.stringify(sheets.map(nameOf).sort()) === JSON.stringify([...printed].sort()),
  `sheets and PDFs differ: ${sheets.length} and ${printed.length}`,
);

const scratch = mkdtempSync(join(tmpdir(), 'sheets-'));
let codes = 0;
let compared = 0;
for (const sheet of sheets) {
  await tab.goto(pathToFileURL(join(site, sheet)).href);
  const seen = await tab.evaluate(look, { smallest: SMALLEST, text: TEXT, shape: SHAPE });
  check(seen.faults.length === 0, `${sheet}: ${seen.faults.slice(0, 4).join('; ')}`);
  const pdf = join(pdfs, nameOf(sheet));
  if (!existsSync(pdf)) continue;

  const info = run('pdfinfo', pdf);
  const pages = Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]);
  check(pages === seen.pages, `${sheet}: ${pages} pages in the PDF, ${seen.pages} on the screen`);
  const [width, height] = (/^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(info) ?? []).slice(1).map(Number);
  const near = (one, other) => Math.abs(one - other) < 2;
  check(near(width, seen.size[0]) && near(height, seen.size[1]), `${sheet}: paper of ${width} × ${height} pt`);
  check(/^Tagged:\s+yes/m.test(info) && /^Title:\s+\S/m.test(info), `${sheet}: no tags or no title`);

  // Every line of the sheet stands in the PDF; breaks and blanks aside, which paper sets anew.
  const text = bare(run('pdftotext', '-raw', '-enc', 'UTF-8', pdf, '-'));
  const lines = seen.words.split('\n').map(bare).filter((line) => line.length > 1);
  const missing = lines.filter((line) => !text.includes(line));
  check(missing.length === 0, `${sheet}: not in the PDF: ${missing.slice(0, 3).join(' | ')}`);

  // The foot of a poster names the definitions of its large figures, in their order.
  const subject = /print\/(communities|places|teams)\/(.+)-a[34]\.html$/.exec(sheet);
  // A figure that has no room is left out, which the build tells (V051).
  for (const [at, figure] of subject ? seen.definitions.slice(0, seen.numbers.length).entries() : []) {
    const kind = subject[1] === 'teams' ? 'team' : 'place';
    const rows = periodsOf(seen.foot).map((period) => figures.get([figure, kind, subject[2], period].join())).filter(Boolean);
    const shown = bare(seen.numbers[at] ?? '').replace(/,/g, '');
    check(agrees(rows, shown), `${sheet}: ${figure} is ${rows.map((row) => row.value)}, printed as ${shown}`);
    check(text.includes(bare(seen.numbers[at] ?? '?')), `${sheet}: ${shown} is not in the PDF`);
    compared += 1;
  }

  if (seen.codes.some((page) => page.length > 0)) {
    run('pdftoppm', '-r', String(DPI), '-gray', '-png', pdf, join(scratch, 'page'));
    const pictures = readdirSync(scratch).sort();
    seen.codes.forEach((addresses, at) => {
      if (addresses.length === 0) return;
      const read = run('zbarimg', '-q', '--raw', '-Sdisable', '-Sqrcode.enable', join(scratch, pictures[at])).trim().split('\n');
      check(
        JSON.stringify(read.sort()) === JSON.stringify([...addresses].sort()),
        `${sheet}, page ${at + 1}: codes lead to ${read.join(', ')}`,
      );
      codes += addresses.length;
    });
    pictures.forEach((picture) => rmSync(join(scratch, picture)));
  }
}
await running.close();
rmSync(scratch, { recursive: true });
check(codes > 0, 'no QR code was read');
check(compared > 0 || figures.size === 0, 'no figure was compared');

for (const failure of failures) console.error(failure);
console.log(`${sheets.length} sheets, ${codes} codes, ${compared} figures: ${passed} passed, ${failures.length} failed`);
process.exit(failures.length ? 1 : 0);
