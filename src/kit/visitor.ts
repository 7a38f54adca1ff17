import type { Room } from './room.js';

/** Roles that somebody can hold, by name. The room that gives them merges them from here, as tables are (db/tables.ts). */
export interface Roles {
  // Nobody's, so that the interface has a line before any room is there.
  readonly nobody: never;
}
export type Role = Exclude<keyof Roles, 'nobody'>;

/** What somebody may do, by name; each room merges what its pages need. */
export interface Capabilities {
  readonly nothing: never;
}
export type Capability = Exclude<keyof Capabilities, 'nothing'>;

/** Which roles may do what. */
export type CapabilityTable = Readonly<Partial<Record<Capability, readonly Role[]>>>;

/** Somebody who is signed in: who, and where they may act. Row-level security reads the same facts. */
export interface Visitor {
  readonly account: string;
  readonly name: string;
  readonly organisation: string;
  /** '*' for every board of the organisation. */
  readonly boards: '*' | readonly string[];
  readonly roles: readonly Role[];
  /** What follows from them (rightsOf). */
  readonly rights: readonly string[];
  /** Goes into every form of this session. */
  readonly csrf: string;
  readonly persona: boolean;
  /** Names the session in hand: the hash of its token, in hexadecimal. */
  readonly session?: string;
  /** Whether a session of theirs opens nothing before a passkey was shown: they hold a role that needs one, anywhere, or have one. */
  readonly needsPasskey?: boolean;
  /** Whether the organisation still has to be confirmed as the one that it says it is: until then it publishes nothing. */
  readonly isUnverified?: boolean;
}

/** What holders of these roles may do, as the rooms say it. */
export function rightsOf(rooms: readonly Room[], roles: readonly Role[]): readonly string[] {
  return rooms.flatMap(({ capabilities = {} }) =>
    Object.entries(capabilities).flatMap(([capability, holders]) =>
      holders.some((role) => roles.includes(role)) ? [capability] : [],
    ),
  );
}

/** Asked by the corridor before a page runs, and by views that show or explain a button. */
export function may(visitor: Visitor, capability: Capability): boolean {
  return visitor.rights.includes(capability);
}
