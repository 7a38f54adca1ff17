/** What a room says of who may what in it (src/rooms/<wing>/<room>/test/rights.ts), by hand; test/rights.test.ts tries all of it. */
import type { Capability, Role } from '#kit/visitor.js';

export interface Rights {
  /** Which roles have each capability of the room. */
  readonly may?: Partial<Readonly<Record<Capability, readonly Role[]>>>;
  /** Whom its pages let in, by how an address begins; the longest beginning counts. */
  readonly opens?: Readonly<Record<string, readonly Role[]>>;
  /** Pages that let in everybody who is signed in, one by one: an account of their own, and lists that only show. */
  readonly opensToEverybody?: readonly string[];
}

export const roles = ['administrator', 'clerk', 'author', 'member', 'lead', 'safeguarding'] as const;

export const everybody: readonly Role[] = roles;
export const administrators: readonly Role[] = ['administrator'];
export const leads: readonly Role[] = ['administrator', 'lead'];
export const clerks: readonly Role[] = ['administrator', 'clerk'];
export const safeguardingLeads: readonly Role[] = ['safeguarding'];
export const whoConfirms: readonly Role[] = ['administrator', 'safeguarding'];
