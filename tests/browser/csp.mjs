// Opens every page of a built site in a real browser, with scripts on, and asks what its Content-Security-Policy blocked: nothing.
//
//     node tests/browser/csp.mjs PROGRAM SITE...
//
// The sites are served over HTTP with a second policy that only reports, stricter than that of the pages: without `file:`. Then the
// program builds a site whose texts try to run scripts; there, nothing may be blocked either, for nothing may be left to block. A page
// that breaks the policy on purpose shows that the browser would have told.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const [program, ...sites] = process.argv.slice(2);
if (!program || sites.length === 0) throw new Error('node csp.mjs PROGRAM SITE...');
const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (!browser) throw new Error('no Chromium found: install the package chromium');

const STRICTER = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; report-uri /told";
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.png': 'image/png', '.json': 'application/json', '.csv': 'text/csv', '.xml': 'application/xml', '.ics': 'text/calendar' };
// What breaks a policy in each of the ways that it forbids.
const BREACHES = {
  'script-src-elem': '<script>window.ran = true</script>',
  'script-src-attr': '<b id="handler" onclick="window.ran = true">x</b>',
  'style-src-elem': '<style>b { color: red }</style>',
  'style-src-attr': '<b style="color: red">x</b>',
  'img-src': '<img src="https://t.example/x.gif">',
  'frame-src': '<iframe src="/index.html"></iframe>',
  'object-src': '<object data="/index.html"></object>',
};

const failures = [];
let opened = 0;
/** What was told of each page, by its path. */
const told = new Map();
const tell = (url, what) => {
  const path = decodeURIComponent(new URL(url).pathname);
  told.set(path, [...(told.get(path) ?? []), what]);
};
let extra = null;
/** Pages that are open at a time. */
const TABS = 3;

function serve(root) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url.split(/[?#]/)[0]);
    if (path === '/told') {
      let body = '';
      request.on('data', (part) => { body += part; });
      request.on('end', () => { tell(JSON.parse(body)['csp-report']['document-uri'], body); response.writeHead(204).end(); });
      return;
    }
    const headers = { 'Content-Security-Policy-Report-Only': STRICTER };
    if (path === '/breach.html' && extra) {
      response.writeHead(200, { ...headers, 'Content-Type': TYPES['.html'] }).end(extra);
      return;
    }
    const file = join(root, path);
    if (!existsSync(file) || statSync(file).isDirectory()) {
      // Browsers ask for an icon by themselves where a page names none.
      response.writeHead(path === '/favicon.ico' ? 204 : 404, headers).end();
      return;
    }
    response.writeHead(200, { ...headers, 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

function pages(root) {
  return readdirSync(root, { recursive: true }).map(String).filter((name) => name.endsWith('.html')).sort();
}

const running = await chromium.launch({ executablePath: browser, args: ['--no-sandbox'] });
const context = await running.newContext();
await context.exposeBinding('__violated', (source, what) => tell(source.page.url(), what));
await context.addInitScript(() => {
  document.addEventListener('securitypolicyviolation', (event) => {
    window.__violated(`${event.disposition} ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
});

/** Opens a page and gives what was told about it. */
async function look(page, url) {
  const path = decodeURIComponent(new URL(url).pathname);
  told.delete(path);
  const heard = [];
  const listen = (message) => { if (/Content Security Policy/i.test(message.text())) heard.push(message.text()); };
  const ask = (dialog) => { heard.push(`a dialog: ${dialog.message()}`); dialog.dismiss(); };
  page.on('console', listen);
  page.on('dialog', ask);
  await page.goto(url, { waitUntil: 'load' });
  // What scripts of the page do when it is used counts as well.
  const sort = page.locator('th button').first();
  if (await sort.count() && await sort.isVisible()) await sort.click();
  const search = page.locator('main input[type=search]').first();
  if (await search.count() && await search.isVisible()) await search.fill('a');
  page.off('console', listen);
  page.off('dialog', ask);
  return [...(told.get(path) ?? []), ...heard];
}

async function tour(name, root) {
  const server = await serve(root);
  const base = `http://127.0.0.1:${server.address().port}/`;
  const waiting = pages(root);
  const count = waiting.length;
  await Promise.all(Array.from({ length: TABS }, async () => {
    const page = await context.newPage();
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const found = await look(page, base + address.split('/').map(encodeURIComponent).join('/'));
      if (found.length > 0) failures.push(`${name} ${address}: ${found.join('; ').slice(0, 400)}`);
      opened += 1;
    }
    await page.close();
  }));
  await control(name, root, base);
  server.close();
  return count;
}

/** What a page must not do is told, both by the page's own policy and by the stricter one; else silence would mean nothing. */
async function control(name, root, base) {
  const page = await context.newPage();
  const sample = readFileSync(join(root, 'index.html'), 'utf8');
  for (const [directive, markup] of Object.entries(BREACHES)) {
    extra = sample.replace('</main>', `${markup}</main>`);
    await look(page, `${base}breach.html`);
    if (directive === 'script-src-attr') await page.locator('#handler').click();
    const enforced = () => told.get('/breach.html')?.some((what) => what.startsWith(`enforce ${directive}`));
    const reported = () => told.get('/breach.html')?.some((what) => what.startsWith('{') && what.includes(directive));
    // Reports come a moment later than the page.
    for (let waited = 0; waited < 100 && !(enforced() && reported()); waited += 1) await page.waitForTimeout(50);
    if (!enforced() || !reported()) failures.push(`${name}: a breach of ${directive} was not told (${told.get('/breach.html')?.join('; ').slice(0, 300)})`);
    if (await page.evaluate(() => window.ran === true)) failures.push(`${name}: a breach of ${directive} ran`);
  }
  extra = null;
  await page.close();
}

/** A site whose texts try to run scripts, in every place that a clerk or an author fills in. */
function payloads() {
  const folder = mkdtempSync(join(tmpdir(), 'payloads-'));
  const attacks = [
    '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onfocus='alert(1)' autofocus='", '</script><svg onload=alert(1)>',
    '</title></style><iframe src=javascript:alert(1)>', 'javascript:alert(1)', '{{ 7*7 }} {% raw %}', '--><b style=color:red>', ']]><style>*{display:none}</style>',
    '&lt;script&gt;alert(1)&lt;/script&gt;', '[x](javascript:alert(1))', '=HYPERLINK("https://t.example")',
  ];
  const cell = (text) => `"${text.replaceAll('"', '""')}"`;
  const table = (name, header, row) => {
    mkdirSync(join(folder, 'data'), { recursive: true });
    // Two in each cell: every field gets all of them, on half the pages.
    const half = attacks.length / 2;
    const rows = attacks.slice(0, half).map((attack, at) => row(`${attack} ${attacks[at + half]}`, at).map(cell).join(','));
    writeFileSync(join(folder, 'data', `${name}.csv`), [header, ...rows].join('\n') + '\n');
  };
  const all = attacks.join(' ');
  const quoted = (text) => JSON.stringify(text);
  const texts = ['subtitle', 'publisher', 'description', 'notice', 'licence', 'next_update'].map((key) => `${key} = ${quoted(all)}`);
  const contacts = ['phone', 'supervision', 'address', 'email', 'hours', 'icp'].map((key) => `${key} = ${quoted(all)}`);
  const settings = (html) => ['[site]', `title = ${quoted(attacks[1])}`, 'languages = ["zh", "en"]', 'as_of = 2024-04-30', 'base_url = "https://a.example"', ...texts,
    '[site.contact]', ...contacts, '[content]', `html = ${html}`, '[[source]]', 'table = "issues"', 'files = ["data/issues.csv"]', 'public = ["summary"]'].join('\n');
  table('places', 'id,name,level,aliases,contact_role,contact_hours', (attack, at) => [`place-${at}`, `${attack} ${at}`, 'community', '', attack, attack]);
  table('teams', 'id,name,home,kind,duties,schedule', (attack, at) => [`team-${at}`, `${attack} ${at}`, `place-${at}`, attack, attack, attack]);
  table('issues', 'id,place,received_at,due_at,category,channel,department,topic,summary', (attack, at) => [`${attack} ${at}`, `place-${at}`, '2024-04-02 09:00', '2024-04-05 09:00', attack, attack, attack, attack, attack]);
  table('activities', 'id,date,team,place,kind,theme,volunteers,hours,partners', (attack, at) => [`h-${at}`, '2024-04-03', `team-${at}`, `place-${at}`, attack, attack, '3', '6', attack]);
  table('projects', 'id,place,name,kind,owner,stage,start,origin,result', (attack, at) => [`p-${at}`, `place-${at}`, `${attack} ${at}`, attack, attack, attack, '2024-03-01', attack, attack]);
  table('items', 'id,list,place,title,published_on,claimed_by,evidence', (attack, at) => [`w-${at}`, 'wish', `place-${at}`, attack, '2024-04-01', attack, attack]);
  table('service_points', 'id,place,name,kind,address,hours,services,note', (attack, at) => [`s-${at}`, `place-${at}`, `${attack} ${at}`, attack, attack, attack, attack, attack]);
  const body = attacks.map((attack) => attack.replaceAll('{{', '\\{{')).join('\n\n');
  mkdirSync(join(folder, 'content', 'notices'), { recursive: true });
  writeFileSync(join(folder, 'content', 'home.md'), body);
  writeFileSync(join(folder, 'content', 'notices', 'a.md'), `+++\ntitle = ${quoted(all)}\nsummary = ${quoted(all)}\ndate = 2024-04-02\n+++\n${body}\n`);
  return [false, true].map((html) => {
    writeFileSync(join(folder, 'site.toml'), settings(html));
    const out = join(folder, html ? 'html' : 'text');
    // Where HTML is allowed, only prose comes out another way.
    if (html) for (const name of ['teams', 'activities', 'projects', 'items', 'service_points']) rmSync(join(folder, 'data', `${name}.csv`));
    execFileSync(program, ['build', '--quiet', '--site', folder, '--out', out], { stdio: ['ignore', 'ignore', 'pipe'] });
    return out;
  });
}

let count = 0;
for (const site of sites) count += await tour(site, resolve(site));
const hostile = payloads();
for (const site of hostile) count += await tour('payloads', site);
rmSync(join(hostile[0], '..'), { recursive: true });
await running.close();
if (count < 100) failures.push(`only ${count} pages were opened`);
for (const failure of failures) console.error(failure);
console.log(`${opened} pages opened with scripts on, ${failures.length} failures`);
process.exit(failures.length > 0 ? 1 : 0);
