/** Words of reviews: what was written freely, who reads it first, and what is passed on (reference listening P8 to P12, P16). */

/** Where a text stands. "safeguarding": it is with the safeguarding leads and nowhere else. */
export const textStates = ['new', 'cleared', 'redacted', 'withheld', 'safeguarding'] as const;
export type TextState = (typeof textStates)[number];

/** Why a text is kept back. */
export const withholdReasons = [
  'names somebody',
  'hurts somebody',
  'cannot be read',
  'not about the question',
] as const;
export type WithholdReason = (typeof withholdReasons)[number];

/** What a reviewer decides. */
export type Decision =
  | { readonly kind: 'clear'; readonly quotable: boolean }
  | { readonly kind: 'redact'; readonly words: string; readonly quotable: boolean }
  | { readonly kind: 'withhold'; readonly reason: WithholdReason }
  | { readonly kind: 'pass' };

/** How a concern stands. */
export const concernStands = ['waiting', 'acknowledged', 'acted on', 'closed'] as const;
export type ConcernStands = (typeof concernStands)[number];

/** What a safeguarding lead writes down next. */
export type ConcernStep =
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'action'; readonly words: string }
  | { readonly kind: 'outcome'; readonly words: string };

export type ReviewProblem =
  | 'not there'
  | 'passed on already'
  | 'nobody to pass to'
  | 'nothing changed'
  | 'rewritten'
  | 'voided'
  | 'decided meanwhile'
  | 'not in order'
  | 'cannot be asked'
  | 'cannot be answered'
  | 'not independent'
  | 'asked often';

/** Whom a request for a session was sent to; "nobody": there is nobody who may answer yet. */
export type SessionAsked = 'colleagues' | 'head' | 'nobody';
