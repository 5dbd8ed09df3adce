// Finds a community in a built site, with a keyboard only: from disk and from a web server, with script and without.
//
//     node tests/browser/find.mjs SITE [SCREENSHOTS]
//
// The names are those of the sample site. With a second argument it keeps pictures to look at.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const site = resolve(process.argv[2] ?? 'public');
const pictures = process.argv[3] ? resolve(process.argv[3]) : null;
const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (!browser) throw new Error('no Chromium found: install the package chromium');
if (pictures) mkdirSync(pictures, { recursive: true });

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const server = createServer((request, response) => {
  const path = join(site, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  if (!path.startsWith(site) || !existsSync(path)) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(readFileSync(path));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));

let passed = 0;
const failures = [];
function check(truth, what) {
  if (truth) passed += 1;
  else failures.push(what);
}

const running = await chromium.launch({ executablePath: browser, args: ['--no-sandbox'] });
for (const [door, root] of [['disk', pathToFileURL(site).href + '/'], ['server', `http://127.0.0.1:${server.address().port}/`]]) {
  for (const width of [390, 1280]) await withScript(`${door}, ${width} px`, root, width);
  await withoutScript(`${door}, no script`, root);
}
await ids();
await running.close();
server.close();

async function open(where, options) {
  const context = await running.newContext({ viewport: { width: 390, height: 900 }, ...options });
  const page = await context.newPage();
  // A script or form that the content security policy blocks is told on the console.
  page.on('console', (message) => failures.push(`${where}: ${message.text()}`));
  page.on('pageerror', (error) => failures.push(`${where}: ${error}`));
  return { context, page };
}

async function picture(page, where, name) {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}-${where.replace(/\W+/g, '-')}.png`), fullPage: true });
}

async function withScript(where, root, width) {
  const { context, page } = await open(where, { viewport: { width, height: 900 } });
  const results = () => page.locator('#found li:visible').allInnerTexts();
  const said = () => page.locator('#said').innerText();
  const look = async (query) => {
    await page.locator('input[name=q]').fill(query);
    await page.keyboard.press('Enter');
  };

  // From a page deep in the site, with nothing but the keyboard.
  await page.goto(`${root}communities/liuyuan.html`);
  await page.locator('input[name=q]').focus();
  await page.keyboard.type('瓦坡小区');
  await Promise.all([page.waitForURL('**/search.html?q=*'), page.keyboard.press('Enter')]);
  check((await results())[0]?.includes('棠影社区'), `${where}: an estate does not lead to its community: ${await results()}`);
  check((await page.locator('#found mark').first().innerText()) === '瓦坡小区', `${where}: what was found is not marked`);
  check(/找到 \d+ 项/.test(await said()), `${where}: nothing is announced: ${await said()}`);
  check((await page.title()).startsWith('瓦坡小区'), `${where}: the title does not say what was looked for`);
  check(!(await page.locator('#all').isVisible()), `${where}: the whole list stays in sight`);
  await picture(page, where, 'estate');
  await page.locator('input[name=q]').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await Promise.all([page.waitForURL('**/communities/tangying.html'), page.keyboard.press('Enter')]);

  await page.goto(`${root}search.html`);
  for (const [query, expected, why] of [
    ['云汐', '云汐社区', 'a part of the name'],
    ['云汐社区', '云汐社区', 'the name'],
    ['麦垄村改居', '麦垄社区', 'another name'],
    ['yx', '云汐社区', 'first letters in pinyin'],
    ['ＹＸ', '云汐社区', 'first letters in full width'],
    ['mailong', '麦垄社区', 'the id in the address'],
    ['砚池里第一网格', '砚池社区', 'a grid'],
    ['红袖', '青禾红袖巡防队', 'a team'],
    ['XM-05', '错时共享停车', 'a number of a project, in capitals'],
    ['按期办结', '按期办结率', 'a definition'],
    ['夜间占道', '夜间占道停车', 'a topic'],
    ['屋面 墨禾苑', '墨禾苑屋面防水维修', 'two words'],
  ]) {
    await look(query);
    check((await results())[0]?.includes(expected), `${where}: ${query} (${why}) gives ${(await results()).slice(0, 3)}`);
  }
  check(new URL(page.url()).searchParams.get('q') === '屋面 墨禾苑', `${where}: the address does not keep the query: ${page.url()}`);
  check(await page.evaluate(() => document.activeElement.name) === 'q', `${where}: the keyboard lost its place`);

  await look('<b>没有这个地方');
  check((await results()).length === 0 && (await said()).includes('没有找到“<b>没有这个地方”'), `${where}: ${await said()}`);
  check(await page.locator('#help a[href^="tel:"]').isVisible(), `${where}: nobody to call when nothing is found`);
  await picture(page, where, 'nothing');
  await look('');
  check(await page.locator('#all').isVisible(), `${where}: the list does not come back`);
  check(!page.url().includes('?'), `${where}: the address keeps an empty query`);
  // Found while it is typed, too.
  await page.locator('input[name=q]').pressSequentially('纺苑');
  await page.waitForFunction(() => document.querySelectorAll('#found li').length > 0);
  check((await results())[0].includes('纺苑社区'), `${where}: typing gives ${(await results())[0]}`);

  await tables(where, root, page);
  for (const address of ['search.html?q=%E7%A4%BE%E5%8C%BA', 'communities/index.html', 'teams/index.html', 'projects/index.html']) {
    await page.goto(root + address);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    check(wide <= 0, `${where}: ${address} is ${wide} px too wide`);
    await picture(page, where, address.replace(/\W+/g, '-'));
  }
  await context.close();
}

async function tables(where, root, page) {
  await page.goto(`${root}communities/index.html`);
  const column = (at) => page.locator(`table[data-sort] tbody tr td:nth-child(${at})`).evaluateAll((cells) => cells.map((cell) => cell.firstChild.textContent));
  const names = () => page.locator('table[data-sort] tbody th').allInnerTexts();
  const official = await names();
  const drawn = await page.locator('table[data-sort] tr:has(> td svg)').count() > 0;
  check(drawn, `${where}: no column of pictures to leave alone`);
  check((await page.locator('table[data-sort] th:last-child .sort').count()) === 0, `${where}: a column of pictures can be sorted`);
  const button = page.getByRole('button', { name: '按“按期办结率”排序' });
  const head = page.locator('th', { has: button });
  await button.focus();
  await page.keyboard.press('Enter');
  const down = await column(4);
  const rates = down.filter((text) => text.endsWith('%')).map(parseFloat);
  check(rates.length > 1 && rates.every((rate, at) => at === 0 || rate <= rates[at - 1]), `${where}: not sorted: ${down}`);
  check(down.slice(rates.length).every((text) => !text.endsWith('%')), `${where}: few cases are not last: ${down}`);
  check((await head.getAttribute('aria-sort')) === 'descending', `${where}: the head does not say how it is sorted`);
  check((await page.locator('.tools [role=status]').first().innerText()).includes('不是排名'), `${where}: the order is not announced`);
  await picture(page, where, 'sorted');
  await page.keyboard.press('Enter');
  const up = (await column(4)).filter((text) => text.endsWith('%'));
  check(up.map(parseFloat).every((rate, at) => at === 0 || rate >= parseFloat(up[at - 1])), `${where}: not sorted upwards: ${up}`);
  check((await column(4)).slice(-1)[0] === down.slice(-1)[0], `${where}: few cases are not last upwards`);
  await page.keyboard.press('Enter');
  check((await names()).join() === official.join(), `${where}: the official order does not come back`);
  check((await head.getAttribute('aria-sort')) === null, `${where}: the head says that it is sorted`);
  await button.press('Enter');
  await page.getByRole('button', { name: '恢复公布顺序' }).press('Enter');
  check((await names()).join() === official.join(), `${where}: the button does not bring the official order back`);

  await page.goto(`${root}projects/index.html`);
  const long = page.locator('section:has(.tools input)').first();
  const input = long.locator('.tools input');
  const all = await long.locator('tbody tr').count();
  await input.fill('榴园');
  const left = await long.locator('tbody tr:visible').count();
  check(left > 0 && left < all, `${where}: the filter leaves ${left} of ${all}`);
  check((await long.locator('[role=status]').innerText()) === `显示 ${left} 行，共 ${all} 行`, `${where}: the filter is not announced`);
  await input.fill('');
  const due = () => long.locator('tbody tr td:nth-child(4)').allInnerTexts();
  await long.getByRole('button', { name: '计划完成' }).press('Enter');
  const days = (await due()).filter((day) => day !== '—');
  check(days.every((day, at) => at === 0 || day <= days[at - 1]), `${where}: days are not sorted: ${days}`);

  await page.goto(`${root}communities/yunxi.html`);
  await page.locator('#overdue').getByRole('button', { name: '情况' }).press('Enter');
  const late = (await page.locator('#overdue tbody td:nth-child(2)').allInnerTexts()).map((text) => parseInt(text.match(/\d+/)[0], 10));
  check(late.length > 1 && late.every((days, at) => at === 0 || days <= late[at - 1]), `${where}: lateness is not sorted: ${late}`);
}

// Ids are no counts: long ones differ in digits that numbers do not hold, others have letters.
async function ids() {
  const { context, page } = await open('ids', {});
  const sorted = async (cells) => {
    const rows = cells.map((cell) => `<tr><td>${cell}</td></tr>`).join('');
    const script = readFileSync(join(site, 'assets/tables.js'), 'utf8');
    await page.setContent(`<!doctype html><html lang="zh-CN"><div><table data-sort><thead><tr><th>编号</th></tr></thead><tbody>${rows}</tbody></table></div>
      <script data-official="" data-shown="" data-sort="{column}" data-up="" data-down="" data-filter="">${script}</script>`);
    await page.locator('.sort').click();
    return page.locator('td').allInnerTexts();
  };
  const long = ['20261031000000012', '20261031000000011', '20261031000000014', '20261031000000010', '20261031000000013'];
  check((await sorted(long)).join() === long.slice().sort().join(), `ids: long ones: ${await sorted(long)}`);
  const mixed = ['GD-3', '12', 'GD-1', '7', 'GD-2'];
  check((await sorted(mixed)).join() === '7,12,GD-1,GD-2,GD-3', `ids: with letters: ${await sorted(mixed)}`);
  const counts = ['3', '—', '12', '[x]', '3/4', '1,200'];
  check((await sorted(counts)).join() === '1,200,12,3,—,[x],3/4', `ids: counts with gaps: ${await sorted(counts)}`);
  await context.close();
}

async function withoutScript(where, root) {
  const { context, page } = await open(where, { javaScriptEnabled: false });
  await page.goto(root + 'index.html');
  await page.locator('input[name=q]').fill('云汐');
  await Promise.all([page.waitForURL('**/search.html?q=*'), page.keyboard.press('Enter')]);
  const text = await page.locator('main').innerText();
  for (const name of ['榴园社区', '瓦坡小区', '麦垄村改居', '青禾红袖巡防队', '错时共享停车', '按期办结率', 'Ctrl+F']) {
    check(text.includes(name), `${where}: the list lacks ${name}`);
  }
  check(!(await page.locator('#search').isVisible()), `${where}: a second form that does nothing is in sight`);
  for (const address of ['communities/index.html', 'teams/index.html', 'projects/index.html']) {
    await page.goto(root + address);
    check((await page.locator('main button, main input').count()) === 0, `${where}: ${address} shows what needs a script`);
  }
  await page.goto(root + 'communities/index.html');
  const official = await page.locator('tbody th').allInnerTexts();
  await page.getByRole('link', { name: '按“按期办结率”排序' }).click();
  check(page.url().endsWith('/communities/by/on-time-rate.html'), `${where}: the head leads to ${page.url()}`);
  const rates = (await page.locator('table').first().locator('td').allInnerTexts()).map(parseFloat);
  check(rates.every((rate, at) => at === 0 || rate <= rates[at - 1]), `${where}: not sorted: ${rates}`);
  const names = await page.locator('tbody th').allInnerTexts();
  check(names.slice().sort().join() === official.slice().sort().join(), `${where}: not the same communities: ${names}`);
  const words = await page.locator('main').innerText();
  check(words.includes('不是排名') && words.includes('不宜直接比较'), `${where}: the sorted page does not say what it is not`);
  await page.getByRole('link', { name: '按公布顺序看全部指标' }).click();
  check(page.url().endsWith('/communities/index.html'), `${where}: no way back to the official order`);
  await context.close();
}

for (const failure of failures.slice(0, 40)) console.error(failure);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 && passed > 0 ? 0 : 1);
