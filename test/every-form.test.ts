/**
 * Every form that is an object (docs/decisions/0033), tried with what goes wrong: nothing in it, too much, a character that cannot be stored,
 * what is not there, a thing of another organisation, a token of another page, the same press again, and the act when it cannot be done any
 * more. Each has its status, gives back what was typed, and leaves no row. What takes something away asks first.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { parse } from 'parse5';
import type pg from 'pg';
import { type Field, type FormFields, namesOf, tooLong } from '#base/form.js';
import { lengthAtMost } from '#kit/fields.js';
import type { Page } from '#kit/page.js';
import { rooms } from '../src/app/rooms.js';
import { addresses, askers, assertNone, isWhole, looker } from './every-page/addresses.js';
import { attributeOf, days, filledIn } from './every-page/fill.js';
import { connected, rowsThere } from './every-page/rows.js';
import { walk } from './views.js';
import { type Answer, type Asker, csrfIn } from './visit.js';

type Sent = Readonly<Record<string, string>>;

interface Tried {
  readonly page: Page;
  readonly path: string;
  readonly who: Asker;
  readonly fields: FormFields;
  readonly removes: boolean;
  /** As somebody fills it in. */
  readonly filled: Sent;
  readonly body: string;
}

const workPages = rooms.flatMap((room) => room.pages).filter((page) => page.gate === 'work');
const formPages = workPages.filter((page) => page.form !== undefined);

/**
 * What takes something away and asks in another way, with the reason. A page that is added to those that remove declares `removes`, or
 * stands here.
 */
const asksOtherwise: Readonly<Record<string, string>> = {
  '/work/passkeys/:passkey/remove': 'asks on a page of its own, which is drawn by hand',
  '/work/surveys/:survey/ways-in/:way/withdraw': 'asks on a page of its own, which is drawn by hand',
  '/work/register/:framework/entries/:entry/remove': 'asks on a page of its own, which is drawn by hand',
  '/work/register/withdraw': 'asks on a page of its own, whose address names the framework in its query',
  '/work/withdraw': 'asks on a page of its own, for all kinds of publication',
  '/work/instruments/:instrument/questions/:item/leave-out': 'asks on a page of its own, which is drawn by hand',
  '/work/promises/:promise/end': 'asks on a page of its own: how it ended is told, nothing is taken away',
};
const takesAway = /\/(remove|discard|withdraw|close|cancel|leave-out|end|delete)$/;

let connection: Promise<pg.Client> | null = null;
const holder = (): Promise<pg.Client> => (connection ??= connected());
after(async () => (await connection)?.end());

let found: readonly Tried[] | null = null;

/** Each form with the first of its samples that shows it. */
async function forms(): Promise<readonly Tried[]> {
  if (found !== null) return found;
  const all: Tried[] = [];
  for (const page of formPages) {
    for (const { path, entry } of addresses().filter(({ route }) => route === page.path)) {
      const who = looker(entry);
      const { status, body } = await who.get(path);
      const drawn = [...walk(parse(body))].find(
        (one) => one.tagName === 'form' && attributeOf(one, 'action')?.split('?')[0] === path.split('?')[0],
      );
      if (status !== 200 || !drawn || page.gate !== 'work' || !page.form) continue;
      const { fields } = filledIn(drawn, `Tried ${all.length}`, days[1]);
      const { form, removes } = page;
      all.push({ page, path, who, fields: form.fields, removes: removes === true, filled: fields, body });
      break;
    }
  }
  return (found = all);
}

/** Sends it, and says what is wrong with the answer; a refusal leaves no row. */
async function refusedWith(
  { path, who }: Pick<Tried, 'path' | 'who'>,
  sent: Sent,
  what: string,
  isRight: (answer: Answer) => boolean,
): Promise<readonly string[]> {
  const before = await rowsThere(await holder());
  const answer = await who.post(path, sent);
  const isSame = (await rowsThere(await holder())) === before;
  return [
    ...(isRight(answer) ? [] : [`${path}: ${what} is answered with ${answer.status} ${answer.to ?? ''}`]),
    ...(isSame ? [] : [`${path}: ${what} leaves rows`]),
  ];
}

const entriesOf = (fields: FormFields): readonly (readonly [string, Field<unknown>])[] => Object.entries(fields);
const idOf = (name: string, field: Field<unknown>): string => namesOf(name, field)[0] ?? name;
const isNamed = (body: string, id: string): boolean => body.includes(`href="#${id}"`);

test('every form that is an object is shown by one of its samples', async () => {
  const shown = (await forms()).map(({ page }) => page.path);
  const looked = new Set(addresses().map(({ route }) => route));
  assert.ok(shown.length >= 12 || !isWhole, `${shown.length} forms`);
  assertNone(formPages.map(({ path }) => path).filter((path) => looked.has(path) && !shown.includes(path)));
});

test('an empty form names each field that is needed', async () => {
  const faults: string[] = [];
  for (const one of await forms()) {
    const needed = entriesOf(one.fields).filter(([, { isNeeded }]) => isNeeded);
    if (needed.length === 0) continue;
    const empty = Object.fromEntries(
      entriesOf(one.fields).flatMap(([name, field]) => namesOf(name, field).map((at) => [at, ''])),
    );
    faults.push(
      ...(await refusedWith(
        one,
        { ...empty, csrf: one.filled['csrf'] ?? '' },
        'nothing',
        ({ status, body }) => status === 422 && needed.every(([name, field]) => isNamed(body, idOf(name, field))),
      )),
    );
  }
  assertNone(faults);
});

test('a text that is too long hears the limit and comes back; one that cannot be stored does, too', async () => {
  const faults: string[] = [];
  for (const one of await forms()) {
    for (const [name, { longest, length }] of entriesOf(one.fields)) {
      if (longest === null) continue;
      const long = 'x'.repeat(longest + 3);
      const words = tooLong(longest + 3, longest, '').trim();
      // What even the corridor holds is too long comes back on a page of its own (kit/corridor/typed-again.tsx).
      const isCorridors = long.length > lengthAtMost[length];
      const isLong = ({ status, body }: Answer): boolean =>
        status === 422 && body.includes(long) && (isCorridors || (isNamed(body, name) && body.includes(words)));
      faults.push(...(await refusedWith(one, { ...one.filled, [name]: long }, `${name} too long`, isLong)));
      const isUnreadable = ({ status, body }: Answer): boolean => status === 422 && body.includes('Notstorable');
      faults.push(
        ...(await refusedWith(one, { ...one.filled, [name]: 'Not\0storable' }, `${name} with NUL`, isUnreadable)),
      );
    }
  }
  assertNone(faults);
});

test('what is not there, or is another’s, is refused', async () => {
  const faults: string[] = [];
  for (const one of await forms()) {
    for (const [name, { kind }] of entriesOf(one.fields).filter(([, { kind: is }]) => is.startsWith('choice')))
      faults.push(
        ...(await refusedWith(
          one,
          { ...one.filled, [name]: 'nobody-s' },
          `${kind} ${name} of what is not there`,
          ({ status }) => status === 422,
        )),
      );
    for (const other of askers.values()) {
      if (other.token === one.who.token || (await other.get(one.path)).status === 200) continue;
      const sent = { ...one.filled, csrf: other.csrf };
      faults.push(
        ...(await refusedWith({ path: one.path, who: other }, sent, 'somebody else’s', ({ status }) =>
          // Who may see it without acting on it is led back to it.
          [303, 403, 404].includes(status),
        )),
      );
    }
  }
  assertNone(faults);
});

test('a token of another page is refused, with what was typed', async () => {
  const faults: string[] = [];
  for (const one of await forms())
    faults.push(
      ...(await refusedWith(
        one,
        { ...one.filled, csrf: 'of another' },
        'a wrong token',
        ({ status }) => status === 403,
      )),
    );
  assertNone(faults);
});

test('pressed again it is done once; and what cannot be done any more is refused', { timeout: 600_000 }, async () => {
  const faults: string[] = [];
  let done = 0;
  const inOrder = (await forms()).toSorted((a, b) => Number(a.removes) - Number(b.removes));
  for (const { path, who, removes } of inOrder) {
    const { status, body } = await who.get(path);
    const drawn = [...walk(parse(body))].find(
      (one) => one.tagName === 'form' && attributeOf(one, 'action')?.split('?')[0] === path.split('?')[0],
    );
    if (status !== 200 || !drawn) continue;
    const { fields } = filledIn(drawn, `Pressed ${done}`, days[1]);
    const first = await who.post(path, fields);
    if (first.status !== 303) {
      if (first.status !== 422) faults.push(`${path}: filled in it is answered with ${first.status}`);
      if (removes) faults.push(`${path}: it does not remove: ${first.status}`);
      continue;
    }
    done += 1;
    faults.push(...(await refusedWith({ path, who }, fields, 'the same press', (answer) => answer.to === first.to)));
    const now = await who.get(path);
    if (now.status === 200) {
      if (removes) faults.push(`${path}: it still asks after it removed`);
      continue;
    }
    const anew = { ...fields, csrf: csrfIn((await who.get('/work')).body) };
    faults.push(
      ...(await refusedWith({ path, who }, anew, 'the act when it cannot be done any more', (answer) =>
        [303, 404, 422].includes(answer.status),
      )),
    );
  }
  assert.ok(done >= 6 || !isWhole, `${done} forms were done`);
  assertNone(faults);
});

test('what takes something away asks first, on a page with a way back', async () => {
  const faults: string[] = workPages
    .filter(({ path, post }) => post !== undefined && takesAway.test(path))
    .filter(({ path, removes }) => removes !== true && asksOtherwise[path] === undefined)
    .map(({ path }) => `${path}: it takes something away, and does not declare it`);
  for (const page of workPages.filter(({ removes }) => removes === true))
    if (!page.get) faults.push(`${page.path}: it removes without asking`);
  for (const { page, body } of (await forms()).filter(({ removes }) => removes)) {
    if (!body.includes('govuk-button--warning')) faults.push(`${page.path}: its button does not warn`);
    if (!/<\/button>\s*<a href=/.test(body)) faults.push(`${page.path}: there is no way back beside its button`);
  }
  assertNone(faults);
});

test('what is listed as asking otherwise is there, and asks', () => {
  const byPath = new Map(workPages.map((page) => [page.path, page]));
  assertNone(Object.keys(asksOtherwise).filter((path) => byPath.get(path)?.get === undefined));
});
