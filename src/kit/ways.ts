/**
 * Where the machinery leads somebody: pages that any page may need, each of the one room that has it (kit/room.ts, `ways`). Kit knows that
 * somebody signs in, and not where.
 */
import type { ProblemCode } from './problems.js';
import type { Room } from './room.js';

export interface Ways {
  /** Where somebody signs in, to go on to `to`; null for the beginning. */
  signIn(to: string | null): string;
  /** The same for whoever is signed in already, and has to show once more that they are who they are. */
  signInAgain(to: string): string;
  showPasskey(to: string): string;
  /** Takes a form. */
  signOut(): string;
  workspace(): string;
  /** Of whoever is signed in: where they act. */
  ownOrganisation(): string;
  /** Why an organisation is not verified, and what to do. */
  verification(): string;
  search(): string;
  /** What a problem of the catalogue is. */
  problem(code: ProblemCode | 'withdrawn'): string;
}

/** A Kept without the room leads home: only tests have one. */
const home: Ways = {
  signIn: () => '/',
  signInAgain: () => '/',
  showPasskey: () => '/',
  signOut: () => '/',
  workspace: () => '/',
  ownOrganisation: () => '/',
  verification: () => '/',
  search: () => '/',
  problem: () => '/',
};

export function waysOf(rooms: readonly Room[]): Ways {
  return rooms.reduce<Ways>((ways, room) => ({ ...ways, ...room.ways }), home);
}
