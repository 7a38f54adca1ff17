/** Words of the Rights Respecting Schools Award (reference 5.1, RRSA): its stages, and how a school is counted. */
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

/** Why an act about the award was refused. */
export type AwardProblem = { readonly code: 'not your school'; readonly urn: number };
