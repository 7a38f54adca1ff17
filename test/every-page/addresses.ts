/**
 * Every address of the house, with the demonstration in it: what each page owes its readers. Each room says where its pages are looked at
 * (test/samples.ts); a route without a sample fails, so that no page is ever added unseen.
 */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { sql } from 'kysely';
import { asOwner } from '../../src/app/owner.js';
import type { PersonaKey } from '../../src/app/demonstration/who.js';
import { rooms } from '../../src/app/rooms.js';
import { filledHouse, type House } from '../house.js';
import { type Running, runningKept, thisHour } from '../running.js';
import { loadSamples, partsOf, type Sample } from '../samples.js';
import { type Answer, type Asker, asker, persona } from '../visit.js';

const samples = await loadSamples();

/** By route. */
export const table: Readonly<Record<string, Sample>> = Object.fromEntries(
  [...samples.values()].flatMap(({ pages }) => Object.entries(pages)),
);

/** Routes that a room says something of which are another's. */
export const strayed = [...samples].flatMap(([room, { pages: own }]) =>
  Object.keys(own).filter(
    (route) => !rooms.find(({ name }) => name === room)?.pages.some(({ path }) => path === route),
  ),
);

export const getRoutes = rooms.flatMap((room) => room.pages.filter((page) => page.get).map((page) => page.path));
export const postRoutes = rooms.flatMap((room) =>
  room.pages.filter((page) => page.gate !== 'public' && page.post).map((page) => page.path),
);

/** The running Kept that the addresses belong to. */
export let kept: Running;
/** Where each route is looked at. */
const paths = new Map<string, readonly string[]>();
/** Every persona that an entry names, signed in. */
export const askers = new Map<PersonaKey, Asker>();
const visitor = (): Asker => asker(kept.url, null);

type Paths = Readonly<Record<string, readonly string[]>>;

/** Puts into a demonstration what the samples need, and remembers in it where they look: it is copied with them. */
async function prepareHouse(house: House): Promise<void> {
  kept = await runningKept({ house });
  const parts = partsOf(kept);
  for (const room of samples.values()) await room.prepare(parts);
  const found: Record<string, readonly string[]> = {};
  for (const room of samples.values()) {
    const { at } = await room.gather(parts);
    for (const route of Object.keys(room.pages)) found[route] = at(route);
  }
  await asOwner(house, async (write) => {
    await sql`create table kit.every_page (paths jsonb)`.execute(write);
    await sql`insert into kit.every_page values (${JSON.stringify(found)})`.execute(write);
  });
  await kept.stop();
}

async function remembered(house: House): Promise<Paths> {
  return asOwner(house, async (write) => {
    const { rows } = await sql<{ paths: Paths }>`select paths from kit.every_page`.execute(write);
    // Nobody is to meet a table that Kept does not have.
    await sql`drop table kit.every_page`.execute(write);
    assert.ok(rows[0]);
    return rows[0].paths;
  });
}

/** Starts a Kept with the demonstration, finds what the samples name in it, and signs every persona in. */
async function openHouse(): Promise<void> {
  const house = await filledHouse(`every page ${thisHour(new Date())}`, prepareHouse);
  kept = await runningKept({ house, loaded: false });
  for (const [route, at] of Object.entries(await remembered(house))) paths.set(route, at);
  // Links to sign in with are good for minutes.
  const people = samples.get('people');
  const fresh = await people?.gather(partsOf(kept));
  for (const route of Object.keys(people?.pages ?? {})) paths.set(route, fresh?.at(route) ?? []);
  for (const key of new Set(Object.values(table).flatMap((entry) => entry.as ?? [])))
    askers.set(key, await persona(kept, key));
}

before(openHouse);
after(async () => {
  await kept.stop();
  await kept.house.gates.close();
});

export interface Address {
  readonly path: string;
  readonly route: string;
  readonly entry: Sample;
  /** The first of its route. */
  readonly isFirst: boolean;
}

/** Rooms that were named to the run; all of them where none was. */
const named = (process.env['KEPT_TEST_ROOMS'] ?? '').split(' ').filter((name) => name !== '');
/** Whether the whole house is looked at. */
export const isWhole = named.length === 0;
const routesLookedAt = new Set(
  rooms.filter(({ name }) => isWhole || named.includes(name)).flatMap(({ pages: own }) => own.map(({ path }) => path)),
);

export function addresses(): readonly Address[] {
  return Object.entries(table)
    .filter(([route]) => getRoutes.includes(route) && routesLookedAt.has(route))
    .flatMap(([route, entry]) =>
      (paths.get(route) ?? []).map((path, index) => ({ path, route, entry, isFirst: index === 0 })),
    );
}

/** Those that are pages. */
export function pages(): readonly Address[] {
  return addresses().filter(({ entry }) => entry.gives === undefined);
}

/** Who looks at it. */
export const looker = (entry: Sample): Asker => (entry.as && askers.get(entry.as)) ?? visitor();

const seen = new Map<string, Promise<Answer>>();

/** A page as it was when somebody first looked: who only looks need not ask for it again. */
export function seenBy(who: Asker, path: string): Promise<Answer> {
  const key = `${who.token} ${path}`;
  const answer = seen.get(key) ?? who.get(path);
  seen.set(key, answer);
  return answer;
}

export function assertNone(faults: readonly string[]): void {
  assert.equal(faults.length, 0, `\n  ${faults.join('\n  ')}`);
}
