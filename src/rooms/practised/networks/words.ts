/**
 * Words of networks: organisations that learn from each other (seed page 26, "learning networks"; asks of authorities, "a
 * Child Rights Schools Steering Group and network with other boroughs"; reference listening 6.3, LearningPartnership,
 * SteeringGroup), their events, and the take-up of the Rights Respecting Schools Award (reference 5.1, RRSA).
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

/** Stages of the award, from the first: registered, then bronze, silver and gold. */
export const awardStages = ['registered', 'bronze', 'silver', 'gold'] as const;
export type AwardStage = (typeof awardStages)[number];

/** How a school is counted. What nobody has said is not known: it is never a "no". */
export const awardCounts = ['gold', 'silver', 'bronze', 'registered', 'ran out', 'not known'] as const;
export type AwardCount = (typeof awardCounts)[number];

export interface AwardDraft {
  readonly urn: number;
  /** Null takes back what was said: it is not known any more. */
  readonly stage: AwardStage | null;
  /** ISO date from which the stage holds. */
  readonly since: string;
  /** Where it is known from. */
  readonly source: string;
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
  | { readonly code: 'not your school'; readonly urn: number }
  | { readonly code: 'no letter'; readonly why: InviteProblem };
