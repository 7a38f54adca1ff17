/**
 * The same form sent twice at the same moment, from two tabs, for every form of every page. Both pass their rules before either
 * writes (the tables are held until both wait); then one is saved, and the other hears in words what came in between, with what was typed. Nobody
 * hears of a fault (kit/refused-row.ts). The very form that was saved, pressed again, saves nothing more (kit/form/once.ts).
 */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { parse } from 'parse5';
import type pg from 'pg';
import { rooms } from '../../src/app/rooms.js';
import { walk } from '../views.js';
import { type Answer, type Asker, asker, csrfIn } from '../visit.js';
import { assertNone, isWhole, kept, looker, pages, seenBy } from './addresses.js';
import { attributeOf, days, filledIn, textOf } from './fill.js';
import { connected, rowsThere } from './rows.js';

interface Filled {
  readonly from: string;
  readonly who: Asker;
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The same with days that were. */
  readonly past: Readonly<Record<string, string>>;
  /** Names of what somebody typed words into. */
  readonly typed: readonly string[];
}

let count = 0;

const takers = rooms.flatMap((room) => room.pages).filter((page) => page.gate !== 'public' && page.post !== undefined);

function takerOf(path: string): { readonly path: string } | undefined {
  return takers
    .filter((page) => new RegExp(`^${page.path.replace(/:\w+/g, '[^/]+')}$`).test(path))
    .toSorted((a, b) => a.path.split(':').length - b.path.split(':').length)[0];
}

/** Of the forms that a page repeats (a line each) two are enough. */
const ofEach = 2;
const isEnd = /\/(remove|withdraw|end|close|leave-out|reset|decline|aside)\b|\/end$/;

async function filled(): Promise<readonly Filled[]> {
  const found = new Map<string, readonly Filled[]>();
  for (const { path: from, entry } of pages()) {
    if (entry.samples) continue;
    const who = looker(entry);
    for (const form of [...walk(parse((await seenBy(who, from)).body))].filter(
      (one) => one.tagName === 'form' && attributeOf(one, 'method')?.toLowerCase() === 'post',
    )) {
      const action = attributeOf(form, 'action') ?? '';
      const { pathname } = new URL(action === '' ? from : action, new URL(from, kept.url));
      const word = `Race ${(count += 1)}`;
      const [{ fields, typed, takesFile }, past] = [filledIn(form, word, days[0]), filledIn(form, word, days[1])];
      // Who signs out, leaves or closes their account is gone: that is tried elsewhere.
      if (takesFile || /sign-out|\/leave$|sessions|\/work\/account$|\/work\/withdraw$/.test(pathname)) continue;
      const key = `${takerOf(pathname)?.path ?? pathname} ${Object.keys(fields)
        .filter((name) => name !== 'csrf')
        .join(' ')}`;
      const same = found.get(key) ?? [];
      if (same.length < ofEach && !same.some(({ path }) => path === pathname))
        found.set(key, [...same, { from, who, path: pathname, fields, past: past.fields, typed }]);
    }
  }
  // What takes things away comes last, so that it leaves something to the others.
  return [...found.values()].flat().toSorted((a, b) => Number(isEnd.test(a.path)) - Number(isEnd.test(b.path)));
}

/** Sends it twice while nobody may write, and lets both go once both wait (or have answered). */
async function twice(
  holder: pg.Client,
  { who, path, from }: Filled,
  fields: Readonly<Record<string, string>>,
): Promise<readonly Answer[]> {
  // The other tab was drawn by itself.
  const others = 'csrf' in fields ? { ...fields, csrf: csrfIn((await who.get(from)).body) } : fields;
  await holder.query('begin');
  const { rows: tables } = await holder.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('record', 'published')`,
  );
  await holder.query(`lock table ${tables.map(({ name }) => name).join(', ')} in share mode`);
  let answered = 0;
  const sent = [fields, others].map(async (one) => {
    const answer = await who.post(path, one);
    answered += 1;
    return answer;
  });
  for (let looked = 0; looked < 400; looked += 1) {
    const { rows } = await holder.query<{ many: number }>(
      `select count(*)::int as many from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if ((rows[0]?.many ?? 0) + answered >= 2) break;
    await pause(5);
  }
  await holder.query('commit');
  return Promise.all(sent);
}

let again = 0;

/** Presses a form of the workspace once more that was saved: it leads where it led, and leaves nothing. */
async function pressedAgain(
  holder: pg.Client,
  { who, path, from }: Filled,
  fields: Readonly<Record<string, string>>,
  [first]: readonly Answer[],
): Promise<readonly string[]> {
  const taker = rooms.flatMap((room) => room.pages).find((page) => page.path === takerOf(path)?.path);
  if (first?.status !== 303 || taker?.gate !== 'work' || !('csrf' in fields)) return [];
  again += 1;
  const before = await rowsThere(holder);
  const answer = await who.post(path, fields);
  const after = await rowsThere(holder);
  return [
    ...(answer.status === 303 && answer.to === first.to
      ? []
      : [`${path} (${from}): pressed again it leads to ${answer.status} ${answer.to}, not to ${first.to}`]),
    ...(after === before ? [] : [`${path} (${from}): pressed again it did more: ${before} is ${after}`]),
  ];
}

const ours = { 'sec-fetch-site': 'same-origin' };

/** What the form on a page would send. */
function fieldsOn(body: string): Readonly<Record<string, string>> {
  const form = [...walk(parse(body))].find(
    (one) => one.tagName === 'form' && [...walk(one)].some((inner) => attributeOf(inner, 'id') === 'send'),
  );
  if (!form) return {};
  return Object.fromEntries(
    [...walk(form)].flatMap((one): readonly (readonly [string, string])[] => {
      const name = attributeOf(one, 'name');
      if (name === undefined || attributeOf(one, 'type') === 'file') return [];
      // The first line end after the tag is the parser's, not the text's.
      return [[name, one.tagName === 'textarea' ? textOf(one) : (attributeOf(one, 'value') ?? '')]];
    }),
  );
}

test('whose sign-in ended meanwhile keeps what they typed, signs in and sends it from there', async () => {
  const all = await filled();
  const stranger = asker(kept.url, null);
  const faults: string[] = [];
  let many = 0;
  for (const { who, path, from, fields, typed } of all) {
    const taker = rooms.flatMap((room) => room.pages).find((page) => page.path === takerOf(path)?.path);
    if (taker?.gate !== 'work' || !('csrf' in fields)) continue;
    many += 1;
    const say = (what: string): void => void faults.push(`${path} (${from}): ${what}`);
    const refused = await stranger.post(path, fields, ours);
    const kept = fieldsOn(refused.body);
    if (refused.status !== 401) say(`signed out it answers ${refused.status}`);
    const lost = Object.keys(fields).filter((name) => name !== 'csrf' && kept[name] !== fields[name]);
    if (lost.length > 0) say(`signed out it loses ${lost.join(', ')}`);
    if (typed.length > 0 && !/<(?:textarea|input class)/.test(refused.body)) say('what was typed cannot be seen');
    if (!/href="\/sign-in\?to=/.test(refused.body)) say('nothing leads to the sign-in');
    // Back again, from the page that they were left with: it is shown once more, with a token that counts now.
    const back = await who.post(path, { ...kept, csrf: 'of another session' }, ours);
    const shown = fieldsOn(back.body);
    if (back.status !== 403) say(`signed in again it answers ${back.status}`);
    if (shown['csrf'] === undefined) say('signed in again it has no token');
    const lostNow = Object.keys(kept).filter((name) => name !== 'csrf' && shown[name] !== fields[name]);
    if (lostNow.length > 0) say(`signed in again it loses ${lostNow.join(', ')}`);
  }
  assert.ok(many > 50 || !isWhole, `${many} forms`);
  assertNone(faults);
});

test('a form from another site, or from who knows where, is shown to nobody for sending', async () => {
  const one = (await filled()).find(({ path, typed }) => path.startsWith('/work/') && typed.length > 0);
  if (one === undefined) return assert.ok(!isWhole);
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, {}]) {
    const { status, body } = await one.who.post(one.path, { ...one.fields, csrf: 'guessed' }, headers);
    assert.equal(status, 403);
    assert.deepEqual(fieldsOn(body), {});
  }
});

test('the same form, twice at once: one is saved, and nobody hears of a fault', { timeout: 600_000 }, async () => {
  const [all, holder] = [await filled(), await connected()];
  const faults: string[] = [];
  const kinds = new Map<string, number>();
  for (const one of all) {
    let fields = one.fields;
    let answers = await twice(holder, one, fields);
    if (answers.every(({ status }) => status === 422)) answers = await twice(holder, one, (fields = one.past));
    faults.push(...(await pressedAgain(holder, one, fields, answers)));
    const statuses = answers
      .map(({ status }) => status)
      .toSorted()
      .join(' ');
    kinds.set(statuses, (kinds.get(statuses) ?? 0) + 1);
    for (const { status, body } of answers) {
      if (status >= 500 || /This is a fault of ours/.test(body)) faults.push(`${one.path} (${one.from}): ${status}`);
      // A refusal gives back what was typed, as long as there is a place to type it.
      const lost =
        status === 409 || status === 422
          ? one.typed.filter((name) => body.includes(`name="${name}"`) && !body.includes(one.fields[name] ?? ''))
          : [];
      if (lost.length > 0) faults.push(`${one.path}: ${status} without what was typed into ${lost.join(', ')}`);
    }
  }
  await holder.end();
  assert.ok(all.length > 60 || !isWhole, `${all.length} forms`);
  assert.ok(
    !isWhole ||
      [...kinds].filter(([statuses]) => statuses.includes('303')).reduce((sum, [, many]) => sum + many, 0) > 25,
    `most forms of a line or two are saved: ${JSON.stringify([...kinds])}`,
  );
  assert.ok(again > 25 || !isWhole, `${again} forms were pressed again`);
  assertNone(faults);
});
