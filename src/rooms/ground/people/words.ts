/** Words of people: roles, and why a change of them is refused. */

/** Roles that one colleague gives another; safeguarding leads are appointed by an invitation. */
export const givenRoles = ['lead', 'clerk', 'author', 'member', 'administrator'] as const;
export type GivenRole = (typeof givenRoles)[number];
export const endedRoles = [...givenRoles, 'safeguarding'] as const;
export type EndedRole = (typeof endedRoles)[number];

/** How the database refuses an act about somebody's account. */
export type PeopleProblem =
  | 'not there'
  | 'not allowed'
  | 'holds it'
  | 'last lead'
  | 'last administrator'
  | 'last safeguarding lead'
  | 'named already'
  | 'safeguards';

/** As what one organisation names another in public. */
export type NamingKind = 'board of a promise';
export type NamingAnswer = 'yes' | 'no';

export type LimitCode = 'address' | 'address elsewhere' | 'inviter' | 'organisation';

/** Which limit an invitation would pass, and when it ends; null where it can never pass, because there are too many at once. */
export interface InvitationLimit {
  readonly code: LimitCode;
  readonly atMost: number;
  readonly until: Date | null;
}
export type InviteProblem = InvitationLimit | { readonly code: 'holds it' } | { readonly code: 'not an address' };
