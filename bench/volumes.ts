/**
 * Volumes as a country has them, and a tenth of them: pages beside the bare SQL behind them. Two Kepts with the demonstration, filled by
 * SQL (test/volumes.ts). Both run in this process, where their statements can be heard.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '#kit/config.js';
import { quiet } from '#kit/log.js';
import { clientConfig, type Reach } from '#kit/db/client.js';
import { surveyPaths } from '#rooms/surveys/index.js';
import { fillVolumes, fillWork, volumes, workVolumes } from '#test/volumes.js';
import { startKept } from '../src/app/start.js';
import { benchBesideSql, hearStatements, type Measured, type Place } from './beside-sql.js';
import type { Book } from './figures.js';

/** A board, its newest meeting with minutes, the month of it, and somebody who was there. */
const oneMeeting = `select m.board, m.slug as meeting, to_char(m.date, 'YYYY-MM') as month, (select p.slug from published.person p where p.kind = 'attendance' and p.board = m.board order by p.slug limit 1) as person,
  (select publication::text from published.decision d where d.board = m.board limit 1) as publication from published.meeting m where m.minutes is not null and m.board = 'volume-board-0007' order by m.date desc limit 1`;
/** A place far on in a list, as its address has it: the place of the row after so many. */
const farOn = (select: string, from: string, order: string) => `select replace(replace(replace(encode(convert_to(to_json(place)::text, 'UTF8'), 'base64'), E'\\n', ''), '+', '-'), '/', '_') as place from (select ${select} as place from ${from} order by ${order} offset (select count(*) * 9 / 10 from ${from}) limit 1) far`;

const pages: readonly Measured[] = [
  { name: 'home', path: '/?x=1' },
  { name: 'calendar, what comes next', path: '/calendar?x=1' },
  { name: 'calendar, a month', path: '/calendar?month=$month', facts: oneMeeting },
  { name: 'calendar of a board', path: '/calendar?board=$board', facts: oneMeeting },
  { name: 'feed of all boards', path: '/calendar.ics?x=1', isFile: true },
  { name: 'feed of a board', path: '/boards/$board/calendar.ics?x=1', facts: oneMeeting, isFile: true },
  { name: 'boards', path: '/boards?x=1' },
  { name: 'a board', path: '/boards/$board?x=1', facts: oneMeeting },
  { name: 'a meeting', path: '/boards/$board/meetings/$meeting?x=1', facts: oneMeeting },
  { name: 'a person', path: '/people/$person?x=1', facts: oneMeeting },
  { name: 'decisions, all', path: '/decisions?x=1' },
  { name: 'decisions, far on', path: '/decisions?after=$place', facts: farOn(`array[coalesce(date, '0001-01-01'::date)::text, publication::text, (-position)::text]`, 'published.decision', `coalesce(date, '0001-01-01'::date) desc, publication desc, (-position) desc`) },
  { name: 'decisions of a board', path: '/decisions?board=$board', facts: oneMeeting },
  { name: 'actions, all', path: '/actions?x=1' },
  { name: 'actions of a board', path: '/actions?board=$board', facts: oneMeeting },
  { name: 'a publication', path: '/publications/$publication?x=1', facts: oneMeeting },
  { name: 'search, a word that is everywhere', path: '/search?q=children' },
  { name: 'search, a frequent word', path: '/search?q=housing' },
  { name: 'search, two words', path: '/search?q=housing+transport' },
  { name: 'search, a rare word', path: '/search?q=kayaking' },
  { name: 'search, a misspelt word', path: '/search?q=aprentises' },
  { name: 'search, a word that is nowhere', path: '/search?q=xyzzyplugh' },
  { name: 'search, a name', path: '/search?q=cedar' },
  { name: 'search in a board', path: '/search?q=children&board=$board', facts: oneMeeting },
  { name: 'search in minutes', path: '/search?q=children&kind=minutes' },
  { name: 'search, beyond the end', path: '/search?q=children&page=9999' },
  { name: 'promises, all', path: '/promises?x=1' },
  { name: 'promises, far on', path: '/promises?after=$place', facts: farOn('array[changed_at::text, id::text]', 'published.promise', 'changed_at desc, id desc') },
  { name: 'promises, overdue ones', path: '/promises?status=overdue' },
  { name: 'promises, kept ones', path: '/promises?status=kept' },
  { name: 'promises of an authority', path: '/promises?authority=E80000007' },
  { name: 'promises of a framework', path: '/promises?framework=inclusion-charter' },
  { name: 'promises for a board', path: '/promises?board=volume-board-0001' },
  { name: 'a promise', path: '/promises/$slug?x=1', facts: `select slug from published.promise where slug like 'volume-8-%' limit 1` },
  { name: 'schools, a name', path: '/schools?q=cedar+mill', isConstant: true },
  { name: 'schools, a misspelt name', path: '/schools?q=ceddar+mil', isConstant: true },
  { name: 'schools, a name that is nowhere', path: '/schools?q=xyzzyplugh', isConstant: true },
  { name: 'authorities of a region', path: '/authorities?region=London', isConstant: true },
  { name: 'an authority with its schools', path: '/authorities/E80000007?page=1', isConstant: true },
  { name: 'trusts', path: '/trusts?x=1', isConstant: true },
  { name: 'a trust', path: '/trusts/300003?x=1', isConstant: true },
  { name: 'the register, all', path: '/frameworks/inclusion-charter/register?x=1' },
  { name: 'the register, far on', path: '/frameworks/inclusion-charter/register?after=$place', facts: farOn('array[folded, slug]', `published.register_entry`, 'framework desc, folded, slug') },
  { name: 'the register, those acting', path: '/frameworks/inclusion-charter/register?show=acting' },
  { name: 'the register, those invited', path: '/frameworks/inclusion-charter/register?show=invited' },
  { name: 'the register, a name', path: '/frameworks/inclusion-charter/register?q=cedar' },
  { name: 'the register of an area', path: '/frameworks/inclusion-charter/register?authority=E80000007' },
  { name: 'an entry of the register', path: '/frameworks/inclusion-charter/register/volume-200007?x=1' },
  { name: 'the map', path: '/frameworks/inclusion-charter/register/map?x=1' },
  { name: 'practices, all', path: '/practice?x=1' },
  { name: 'practices, a frequent word', path: '/practice?q=children' },
  { name: 'practices, two words', path: '/practice?q=cedar+mornings' },
  { name: 'practices, a misspelt word', path: '/practice?q=ceddar' },
  { name: 'practices of a phase and a theme', path: '/practice?phase=Primary&theme=inclusion-charter+active-citizens' },
  { name: 'offers, all', path: '/care-offer/offers?x=1' },
  { name: 'offers, two words', path: '/care-offer/offers?q=cedar+bursary' },
  { name: 'offers, a misspelt word', path: '/care-offer/offers?q=ceddar+bursry' },
  { name: 'offers of a kind and an authority', path: '/care-offer/offers?kind=care-leavers-asks+leisure&authority=E80000007' },
  { name: 'who offers what, the matrix', path: '/care-offer/coverage?page=2', isConstant: true },
  { name: 'who offers what, a region', path: '/care-offer/coverage?region=London', isConstant: true },
  { name: 'the benchmark of a region', path: '/care-offer/benchmark?region=London', isConstant: true },
  { name: 'two authorities compared', path: '/care-offer/compare?a=E80000007&b=E80000008', isConstant: true },
  { name: 'what can I get?', path: '/care-offer/find', form: { lookedAfterBy: 'E80000007', lives: 'elsewhere', livesIn: 'E80000008', age: '19' } },
  { name: 'services as data', path: '/care-offer/open-referral/services?x=1' },
  { name: 'charters', path: '/charters?x=1' },
  { name: 'networks', path: '/networks?x=1' },
  { name: 'a network with its members', path: '/networks/volume-1?x=1' },
  { name: 'the award, area by area', path: '/award?x=1', isConstant: true },
  { name: 'the award in an area', path: '/award/E80000007?x=1' },
];

/** As the one who leads the demonstration's programme: a survey of a million answers, and those who read what was written in it. */
export const workPages: readonly Measured[] = [
  { name: 'surveys, at work', path: surveyPaths.all() },
  { name: 'a survey of 2,000 sessions', path: surveyPaths.one('volume-1') },
  { name: 'its settings', path: surveyPaths.settings('volume-1') },
  { name: 'its batches of cards', path: surveyPaths.cards('volume-1') },
  { name: 'a session of it', path: `${surveyPaths.one('volume-1')}/ways-in/$way`, facts: `select id::text as way from record.way_in where label = 'Class 7' and survey = (select id from record.survey where slug = 'volume-1')` },
  { name: 'queues of reviewers', path: '/work/reviews' },
  { name: 'a queue of reviewers', path: '/work/reviews/volume-1' },
  { name: 'the start of the workspace', path: '/work' },
  { name: 'colleagues', path: '/work/colleagues' },
  { name: 'promises, at work', path: '/work/promises' },
  { name: 'practice, at work', path: '/work/practice' },
  { name: 'networks, at work', path: '/work/networks' },
  { name: 'the register, as its keeper', path: '/work/register/inclusion-charter' },
];

async function fill(admin: Reach, statements: readonly string[]): Promise<number> {
  const began = performance.now();
  const client = new pg.Client(clientConfig(admin, { name: 'kept bench', statementTimeout: 0, lockTimeout: 0, idleInTransactionTimeout: 0 }));
  await client.connect();
  try {
    // What is lost with the machine is filled again.
    await client.query('set synchronous_commit = off');
    await client.query("set work_mem = '64MB'");
    for (const statement of statements) await client.query(statement);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
  return (performance.now() - began) / 1000;
}

/** The cookie of somebody of the demonstration, by the page that a visitor uses. */
async function cookieOf(url: string, name: string): Promise<string> {
  const page = await (await fetch(`${url}/sign-in`)).text();
  const account = /name="account" value="([^"]*)"/.exec(page.slice(page.indexOf(name)))?.[1] ?? '';
  const chosen = await fetch(`${url}/sign-in/persona`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ account, to: '/work' }) });
  return (chosen.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

export interface VolumesWanted {
  /** Where the databases are; what was filled there before is not filled again. */
  readonly workshop: string;
  readonly port: number;
  /** Words in the names of the pages that are measured; without any all are. */
  readonly names: readonly string[];
}

/** Fills two Kepts and measures their lists. */
export async function benchVolumes(book: Book, { workshop, port, names }: VolumesWanted, say: (line: string) => void): Promise<void> {
  hearStatements();
  const isChosen = ({ name }: Measured) => names.length === 0 || names.some((word) => name.includes(word));
  if (![...pages, ...workPages].some(isChosen)) return book.note(`MISSED: no page has ${names.join(' or ')} in its name.`);
  const running: Awaited<ReturnType<typeof startKept>>[] = [];
  try {
    for (const [name, share] of [['a tenth', 0.1], ['the whole', 1]] as const) {
      say(`A Kept with the demonstration, then the volumes: ${name}`);
      const at = running.length;
      const folder = join(workshop, `data-volumes-${at}`);
      const kept = await startKept(readConfig({ KEPT_DATA: folder, PORT: String(port + at), KEPT_DEMO: 'on' }), { log: quiet });
      running.push(kept);
      const filled = join(folder, 'filled');
      if (existsSync(filled)) {
        book.note(`Volumes, ${name}: filled by a run before, ${readFileSync(filled, 'utf8')}.`);
        continue;
      }
      const sizes = { ...volumes(share), ...workVolumes(share) };
      const seconds = await fill(kept.database.admin, [...fillVolumes(sizes), ...fillWork(sizes)]);
      book.note(`Volumes, ${name}: ${Object.entries(sizes).map(([what, many]) => `${what} ${Number(many).toLocaleString('en-GB')}`).join(', ')}; filled in ${seconds.toFixed(0)} s.`);
      writeFileSync(filled, new Date().toISOString());
    }
    const placesOf = async (gate: 'public' | 'work'): Promise<readonly Place[]> => {
      const made: Place[] = [];
      for (const { url, database } of running) {
        const role = `kept_${gate}`;
        made.push({ url, role: `${role}${database.roleSuffix}`, reach: database.reach(role), admin: database.admin, cookie: gate === 'work' ? await cookieOf(url, 'Ada Mensah') : null });
      }
      return made;
    };
    for (const [gate, list] of [['public', pages], ['work', workPages]] as const) {
      const [tenth, whole] = await placesOf(gate);
      if (tenth && whole) await benchBesideSql(book, { tenth, whole }, list.filter(isChosen), 7, say);
    }
  } finally {
    for (const kept of running) await kept.stop();
  }
}
