/**
 * How often a sender may do something, and a code may be used, within a minute. A sender's count is held in the memory of this process and
 * forgotten after a minute: an address of somebody who takes part is written nowhere (P1). The figures, and why a school behind one address
 * is never refused: decision 0013.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Gate, nobody } from '#kit/db/gate.js';
import { minuteLimit } from '#kit/limit.js';
import { hmac, type KeyFor } from './sealing.js';

const minute = 60_000;

export const perMinute = {
  /** Codes that open nothing, of one sender at every address together. Thirty children mistype twice. */
  wrong: 60,
  /** Seats behind an open link, of one sender: four classes of thirty who begin in one minute. */
  linkSeats: 120,
  /** Requests of one card: one child, two a second, with a page between any two. */
  card: 300,
  /** Requests of a session's or a link's code in this process: 240 children, each twice a second. */
  code: 30_000,
  /** Pages that open no code, of one sender. */
  page: 30_000,
  /** Files with answers that waited. */
  files: 30,
} as const;

/** At an open link no teacher sees who comes again. */
export const linkSeats = minuteLimit(perMinute.linkSeats);

/** So many numbers stand for all addresses there are: each is that of a million others, too. */
const buckets = 4096;

/**
 * Counts a code that opened nothing; false where it is one too many. Processes count together, so the count lies in the database (unlogged: in
 * no log, no backup), under one of 4,096 numbers that follow from the address under a key of the minute. Nobody gets an address back from that.
 */
export async function mayBeWrong(gate: Gate, key: KeyFor, sender: string, now: Date): Promise<boolean> {
  const bucket = hmac(key('intake limits'), `${Math.floor(now.getTime() / minute)} ${sender}`).readUInt16BE() % buckets;
  const { rows } = await gate.read(nobody, (read) =>
    sql<{
      may: boolean;
    }>`select kit.take_token(${`wrong survey code ${bucket}`}, ${perMinute.wrong}, 1, ${now}) as may`.execute(read),
  );
  return rows[0]?.may ?? false;
}

/** Seats of a session that one sender takes at once; every further one waits its turn. */
const atOnce = 8;
/** Fewer are never let in within a second; of a session for a hall, all within three. */
const perSecond = 12;
const secondsForAll = 3;
/** Longer than this nobody waits. */
const patience = 25_000;

const turns = new Map<string, number>();

/**
 * Lets the seats that one sender takes of one session follow one another: eight at once, then twelve a second, or so
 * many that all places are
 * taken within three. A class that presses "Start" together sits within two seconds; a script that wants all places for
 * itself is slowed, and seen. False where too many wait already.
 */
export async function seatsInTurn(sender: string, code: string, places: number | null, at: Date): Promise<boolean> {
  const now = at.getTime();
  for (const [other, free] of turns) {
    if (free > now) break;
    turns.delete(other);
  }
  const place = `${sender} ${code}`;
  const step = 1000 / Math.max(perSecond, (places ?? 0) / secondsForAll);
  const free = Math.max(turns.get(place) ?? 0, now) + step;
  const wait = free - now - atOnce * step;
  if (wait > patience) return false;
  // At the end again: the map stays nearly in the order in which turns pass.
  turns.delete(place);
  turns.set(place, free);
  if (wait > 0) await pause(wait);
  return true;
}
