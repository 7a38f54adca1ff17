/**
 * Words of networks: organisations that learn from each other (seed page 26, "learning networks"; asks of authorities, "a
 * Child Rights Schools Steering Group and network with other boroughs"; reference listening 6.3, LearningPartnership,
 * SteeringGroup), and their events.
 */

import type { InviteProblem } from '#rooms/ground/people/index.js';

export const networkKinds = ['learning partnership', 'steering group'] as const;
export type NetworkKind = (typeof networkKinds)[number];

export interface NetworkDraft {
  readonly kind: NetworkKind;
  readonly name: string;
  readonly purpose: string;
  /** Each "framework theme". */
  readonly themes: readonly string[];
  /** GSS code of the area; null for no area in particular. */
  readonly authority: string | null;
  /** What a steering group may decide and to whom it answers. */
  readonly terms: string | null;
  /** Who chairs it: a role, never a name. */
  readonly chair: string | null;
  /** Slug of the published board that it is. */
  readonly board: string | null;
}

/**
 * How an organisation stands to a network. The host invites or admits, the organisation itself joins, declines or leaves;
 * only the host removes, with a reason.
 */
export const memberStates = ['invited', 'asked', 'joined', 'declined', 'refused', 'left', 'removed'] as const;
export type MemberState = (typeof memberStates)[number];

export type Audience = 'members' | 'everybody';

export interface EventDraft {
  readonly title: string;
  readonly about: string;
  /** ISO date; times are "HH:MM" in London. */
  readonly day: string;
  readonly starts: string;
  readonly ends: string;
  /** Null where it is online only. */
  readonly place: string | null;
  readonly isOnline: boolean;
  readonly link: string | null;
  /** Who is shown the link. */
  readonly linkFor: Audience;
  /** Whom the event is for. */
  readonly audience: string;
  /** Steps, hearing loop, captions, whom to tell what one needs. */
  readonly access: string;
}

/** Why an act was refused. */
export type NetworkProblem =
  | {
      readonly code:
        | 'not there'
        | 'not yours'
        | 'closed'
        | 'no reason'
        | 'host stays'
        | 'over'
        | 'cancelled'
        | 'unknown organisation'
        | 'unchanged';
    }
  | { readonly code: 'wrong state'; readonly state: MemberState }
  | { readonly code: 'no letter'; readonly why: InviteProblem };
