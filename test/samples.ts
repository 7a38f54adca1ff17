/**
 * What a room says of its pages to the tests that go through every address (src/rooms/<wing>/<room>/test/samples.ts): where each is looked at in
 * the demonstration, as whom, and what lists are asked for at the volumes of a country. No page is added unseen: one without a sample fails.
 */
import type { Read, Write } from '#kit/db/gate.js';
import { asOwner } from '../src/app/owner.js';
import type { PersonaKey } from '../src/app/demonstration/who.js';
import { fromRooms } from './room-files.js';
import type { Running } from './running.js';

export type { PersonaKey } from '../src/app/demonstration/who.js';
export { publishNow } from '../src/app/publish-now.js';
export { persona } from './visit.js';

export interface SampleParts {
  /** With the demonstration in it. */
  readonly kept: Running;
  /** As the tables' owner. */
  readonly owner: <T>(work: (write: Write) => Promise<T>) => Promise<T>;
  readonly now: Date;
}

/** What a page of a room is to those tests, but where it is. */
export interface Sample {
  /** A page of those who take part: a frame and a content policy of its own, and kept by no browser. */
  readonly intake?: true;
  /** Who looks; a visitor where it is left out. */
  readonly as?: PersonaKey;
  /** Runs the one script without which passkeys cannot be asked for. */
  readonly script?: true;
  /** Shows examples, whose links stand for links and lead nowhere. */
  readonly samples?: true;
  /** Rules of axe it is excused from, each with the reason. */
  readonly except?: Readonly<Record<string, string>>;
  /** What it gives where that is not a page: a file of this type, or the way to another address. */
  readonly gives?: { readonly file: RegExp } | 'the way';
  /**
   * Of public pages: where the list is asked for with more than two pages' worth of everything behind it (test/bounds.test.ts; $board, $meeting,
   * $month and $person are a busy board's). Null for what is one thing, however much there is of others.
   */
  readonly atVolume?: readonly string[] | null;
  /** Is taken whole on purpose, for whoever works it out anew. */
  readonly isWhole?: true;
}

export interface PageSample<F> extends Sample {
  readonly at: (facts: F) => readonly string[];
}

/** What an address of the workspace names, and whose it is. */
export interface Named {
  readonly value: string;
  readonly of: PersonaKey;
}

export interface Samples<F> {
  /** Finds in the demonstration what the addresses name, and puts there what it lacks. */
  readonly facts?: (parts: SampleParts) => Promise<F>;
  /** Done once before all facts are gathered, by tests that look at every page. */
  readonly prepare?: (parts: SampleParts) => Promise<void>;
  /** By route. Every route that is asked for has one. */
  readonly pages: Readonly<Record<string, PageSample<F>>>;
  /** By the name of a parameter, for every one in an address of the workspace: asked for by those who may not have it (test/gates.test.ts). */
  readonly named?: (facts: F) => Readonly<Record<string, Named>>;
}

export interface RoomSamples {
  readonly pages: Readonly<Record<string, Sample>>;
  prepare(parts: SampleParts): Promise<void>;
  gather(parts: SampleParts): Promise<{
    readonly named: Readonly<Record<string, Named>>;
    at(route: string): readonly string[];
  }>;
}

export function samplesOf<F>(samples: Samples<F>): RoomSamples {
  return {
    pages: samples.pages,
    prepare: async (parts) => samples.prepare?.(parts),
    async gather(parts) {
      // A room whose addresses name nothing has no facts, and its functions take none.
      const facts = (await samples.facts?.(parts)) as F;
      return { named: samples.named?.(facts) ?? {}, at: (route) => samples.pages[route]?.at(facts) ?? [] };
    },
  };
}

/** The samples of every room that has some, by its name, in the order of the rooms. */
export async function loadSamples(): Promise<ReadonlyMap<string, RoomSamples>> {
  return fromRooms<RoomSamples>('samples');
}

export function partsOf(kept: Running): SampleParts {
  return { kept, owner: (work) => asOwner(kept.house, work), now: new Date() };
}

// Types of files

export const json = { file: /^application\/json/ };
export const pdf = { file: /^application\/pdf/ };
export const csv = { file: /^text\/csv; charset=utf-8/ };
export const calendar = { file: /^text\/calendar; charset=utf-8/ };

// What several rooms ask of the demonstration

/** The one import of the demonstration, and whose it is. */
export function importIn(read: Read) {
  return read.selectFrom('record.import').select(['id', 'organisation', 'imported_by']).executeTakeFirstOrThrow();
}

/** Slug of the board that published something, and addresses of its meetings: one with a pack, one with minutes, one that is only planned. */
export async function meetingsIn(read: Read) {
  const meetings = await read
    .selectFrom('published.meeting')
    .select(['board', 'slug', 'pack', 'minutes'])
    .orderBy('date')
    .execute();
  const at = (wanted: (meeting: (typeof meetings)[number]) => boolean): string => {
    const meeting = meetings.find(wanted);
    if (!meeting) throw new Error('The demonstration has no such meeting');
    return `/boards/${meeting.board}/meetings/${meeting.slug}`;
  };
  const last = meetings.at(-1);
  return {
    board: meetings[0]?.board ?? '',
    packed: at(({ pack }) => pack !== null),
    minuted: at(({ minutes }) => minutes !== null),
    planned: at(({ pack, minutes }) => pack === null && minutes === null),
    /** The coming meeting that the clerk announced. */
    coming: { board: last?.board ?? '', meeting: last?.slug ?? '' },
  };
}
