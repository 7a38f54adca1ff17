import type { Capability } from './page.js';

export type Role = 'administrator' | 'clerk' | 'author' | 'member' | 'lead' | 'safeguarding';

/** Somebody who is signed in: who, and where they may act. Row-level security reads the same facts. */
export interface Visitor {
  readonly account: string;
  readonly name: string;
  readonly organisation: string;
  /** '*' for every board of the organisation. */
  readonly boards: '*' | readonly string[];
  readonly roles: readonly Role[];
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

/** Roles whose holders sign in with a passkey as well as a link: they read what nobody else may, or say who may. */
export const passkeyRoles: readonly Role[] = ['administrator', 'safeguarding'];

/** Which roles may do what; read by the router before a page runs and by views that show or explain a button. */
export const mayBeDoneBy = {
  'see workspace': ['administrator', 'clerk', 'author', 'member', 'lead', 'safeguarding'],
  import: ['administrator', 'clerk'],
  publish: ['administrator', 'clerk'],
  administer: ['administrator'],
  'keep meetings': ['administrator', 'clerk'],
  lead: ['administrator', 'lead'],
  // No administrator: what young people wrote is nobody's to manage (reference listening P10).
  safeguard: ['safeguarding'],
  'confirm passkeys': ['administrator', 'safeguarding'],
} as const satisfies Record<Capability, readonly Role[]>;

export function may(visitor: Visitor, capability: Capability): boolean {
  const roles: readonly Role[] = mayBeDoneBy[capability];
  return visitor.roles.some((role) => roles.includes(role));
}
