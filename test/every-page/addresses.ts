/**
 * Every address of the house, with the demonstration in it: what each page owes its readers. Each room says where its pages are looked at
 * (test/samples.ts); a route without a sample fails, so that no page is ever added unseen.
 */
import assert from 'node:assert/strict';
import type { PersonaKey } from '../../src/app/demonstration/who.js';
import { rooms } from '../../src/app/rooms.js';
import { type Running, runningKept } from '../running.js';
import { loadSamples, partsOf, type Sample } from '../samples.js';
import { type Asker, asker, persona } from '../visit.js';

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

/** Starts a Kept with the demonstration, finds what the samples name in it, and signs every persona in. */
export async function openHouse(): Promise<void> {
  kept = await runningKept();
  const parts = partsOf(kept);
  for (const room of samples.values()) await room.prepare(parts);
  for (const room of samples.values()) {
    const { at } = await room.gather(parts);
    for (const route of Object.keys(room.pages)) paths.set(route, at(route));
  }
  for (const key of new Set(Object.values(table).flatMap((entry) => entry.as ?? [])))
    askers.set(key, await persona(kept, key));
}

export interface Address {
  readonly path: string;
  readonly route: string;
  readonly entry: Sample;
  /** The first of its route. */
  readonly isFirst: boolean;
}

export function addresses(): readonly Address[] {
  return Object.entries(table)
    .filter(([route]) => getRoutes.includes(route))
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

export function assertNone(faults: readonly string[]): void {
  assert.equal(faults.length, 0, `\n  ${faults.join('\n  ')}`);
}
