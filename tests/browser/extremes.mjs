// Makes sites that are hard on paper, prints every sheet of them, and asks of each what `sheets.mjs` asks.
//
//     node tests/browser/extremes.mjs PROGRAM
//
// PROGRAM is the gongshi to run. One issue in all; names of thirteen characters and teams and projects with longer ones; four
// hundred overdue issues with long summaries; communities without any record; large numbers. Each in Chinese and in English.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = resolve(process.argv[2] ?? 'target/release/gongshi');
const look = join(dirname(fileURLToPath(import.meta.url)), 'sheets.mjs');

const settings = `[site]
title = "示例街道办理情况公开"
publisher = "示例街道办事处（虚构，名称较长以便检验）"
languages = ["zh", "en"]
base_url = "https://example.org/"
as_of = 2026-10-31
notice = "本站为检验打印件的虚构示例，地名、机构、电话和数字都是编造的，与任何真实的地方无关；这一句写得长，要占去两行。"

[site.contact]
phone = "0000-5550100"
supervision = "0000-5550109"
`;
const columns = 'id,place,category,received_at,due_at,handled_at,summary\n';
const issue = (id, place, day, handled = '') =>
  `${id},${place},停车管理,2026-${day} 09:00,2026-${day} 18:00,${handled},地面停车位紧张，夜间占用消防通道，多次协调仍未解决，请求统一规划并公布结果\n`;
const long = ['经济技术开发区第一社区居委会', '经济技术开发区第二社区居委会', '高新技术产业园东片区社区会'].map((name) => name.slice(0, 13));

function places(names) {
  const rows = names.map((name, at) => `c${at},${name},community,street`);
  return `id,name,level,parent\nstreet,示例街道,subdistrict,\n${rows.join('\n')}\n`;
}

const many = Array.from({ length: 400 }, (_, at) => issue(`A-${at}`, '南关社区', `0${1 + (at % 9)}-1${at % 10}`)).join('');
const team = '为老服务与应急抢险志愿者联合服务大队';
const sites = {
  'one issue': { 'data/places.csv': places(['南关社区', '北关社区']), 'data/issues.csv': columns + issue('A-1', '南关社区', '10-09') },
  'long names': {
    'data/places.csv': places(long),
    'data/issues.csv': columns + long.map((name, at) => issue(`A-${at}`, name, '10-1' + at, `2026-10-1${at} 17:00`)).join(''),
    'data/teams.toml': `[[teams]]\nid = "t"\nname = "${team}"\nhome = "c0"\nduties = ["${'代买代办和上门探访'.repeat(3)}"]\nschedule = "每周二、周四上午九点至十一点半，遇法定节假日顺延至下一个工作日"\ncontacts = [{ role = "队务值班", phone = "0000-5550112", hours = "8:30–18:00" }]\n`,
    'data/activities.csv': `id,date,team,place,theme,volunteers,hours\nh-1,2026-10-20,t,${long[0]},${'楼道清扫与杂物清运'.repeat(3)},1234567,7654321\n`,
    'data/projects.csv': `id,place,name,status,owner,start,due,budget,paid,progress\np,${long[0]},${'老旧小区供水管网与雨污分流一体化改造工程（二期）'.repeat(2)},active,城市管理与综合行政执法办公室,2026-08-03,2027-01-31,9876543210,4256000000,50\n`,
    'content/notices/n.md': '+++\ntitle = "改造工程公示"\ndate = 2026-10-20\nprojects = ["p"]\n\n[publicity]\ndays = 7\nunit = "working_day"\nbasis = "《示例街道社区公共事务公示办法》第六条：议定事项签约前公示七个工作日"\ncontact = "社区服务大厅，0000-5550120"\n+++\n正文\n',
  },
  'four hundred overdue': { 'data/places.csv': places(['南关社区', '北关社区']), 'data/issues.csv': columns + many },
  'no records': { 'data/places.csv': places(['南关社区', '北关社区']), 'data/issues.csv': columns },
};

let failed = 0;
for (const [name, files] of Object.entries(sites)) {
  const folder = mkdtempSync(join(tmpdir(), 'extreme-'));
  for (const [path, text] of Object.entries({ 'site.toml': settings, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const run = (command, ...words) => execFileSync(command, words, { cwd: folder, encoding: 'utf8' });
  try {
    run(program, 'build', '--quiet');
    run(program, 'pdf', '--quiet');
    console.log(`${name}: ${run(process.execPath, look, join(folder, 'public'), join(folder, 'pdf')).trim()}`);
  } catch (fault) {
    failed += 1;
    console.error(`${name}:\n${fault.stdout ?? ''}${fault.stderr ?? fault}`);
  }
  rmSync(folder, { recursive: true });
}
process.exit(failed ? 1 : 0);
