/** What the pages of the room share: whether somebody has a seat, and what is around each page. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { togetherPaths } from '../paths.js';
import type { RoomClause, TogetherRoom } from '../lookups.js';
import { SeatGone } from './together/together.view.js';

export const noParams = z.object({});

export const seatGone = { title: 'You are not in a room', main: <SeatGone door={togetherPaths.door()} /> };

/** Where somebody without a seat is told so, whatever they asked for. */
export const noSeat = `${togetherPaths.door()}?seat=none`;

export const roomFrame = (room: TogetherRoom) => ({
  leave: togetherPaths.leave(),
  safeguarding: room.safeguarding,
  organisation: room.organisation,
  shared: room.shared,
  othersShare: room.othersShare,
});

/** What the open vote is about; what has its result already is not voted on again. */
export const toVote = (room: TogetherRoom): readonly RoomClause[] => room.clauses.filter((clause) => clause.toVote);

export const effectOf = (verb: 'can' | 'feel' | null, words: string | null) =>
  words === null || words === '' ? null : { verb: verb ?? ('can' as const), words };

/** Buckets are named by a hash of the seat, one way for writing and another for voting, so that neither leads to the other. */
export function limitBucket(kind: 'write' | 'vote', seat: string): string {
  return `together ${kind} ${createHash('sha256').update(`${kind} bucket ${seat}`).digest('hex')}`;
}

export function clauseNamed(room: TogetherRoom, id: string): RoomClause | null {
  return room.clauses.find((clause) => clause.id === id) ?? null;
}
