import { type FieldProblem, type Typed, lengthProblems } from '#base/form.js';
import {
  clauseProblems,
  goingOn,
  linesOf,
  type WithholdReason,
  withholdReasons,
} from '#rooms/promised/together/index.js';

export type ReviewForm =
  | {
      readonly ok: true;
      readonly review:
        | { readonly outcome: 'clear' }
        | {
            readonly outcome: 'edit';
            readonly words: {
              readonly aim: string | null;
              readonly steps: readonly string[] | null;
              readonly effect: string | null;
              readonly body: string | null;
            };
          }
        | { readonly outcome: 'withhold'; readonly reason: WithholdReason; readonly pass: boolean };
    }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

export function readReview(typed: Typed, isWords: boolean): ReviewForm {
  switch (typed['outcome']) {
    case 'clear':
      return { ok: true, review: { outcome: 'clear' } };
    case 'edit': {
      if (isWords) {
        const body = (typed['body'] ?? '').trim();
        const problems =
          body === ''
            ? [{ field: 'body', message: 'Leave something to show, or do not show it' }]
            : lengthProblems('body', body, 1000);
        return problems.length > 0
          ? { ok: false, problems }
          : { ok: true, review: { outcome: 'edit', words: { aim: null, steps: null, effect: null, body } } };
      }
      const words = {
        aim: goingOn(typed['aim'] ?? '', 'we will'),
        steps: linesOf(typed['steps'] ?? ''),
        effect: goingOn(typed['effect'] ?? '', 'so'),
      };
      const problems = clauseProblems({ ...words, effectVerb: 'can' }).map(({ part }) => ({
        field: part,
        message: 'Leave something to show, 300 characters at most, or do not show it',
      }));
      return problems.length > 0
        ? { ok: false, problems }
        : { ok: true, review: { outcome: 'edit', words: { ...words, body: null } } };
    }
    case 'withhold': {
      const reason = withholdReasons.find((one) => one === typed['reason']);
      return reason
        ? { ok: true, review: { outcome: 'withhold', reason, pass: typed['pass'] === 'yes' } }
        : { ok: false, problems: [{ field: 'reason', message: 'Say why it is not shown' }] };
    }
    default:
      return { ok: false, problems: [{ field: 'outcome', message: 'Choose what happens to it' }] };
  }
}
