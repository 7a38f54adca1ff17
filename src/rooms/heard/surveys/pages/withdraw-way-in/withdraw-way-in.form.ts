/** Withdrawing a way in, as a form: what becomes of the answers that came by it, and why. */
import { type FieldProblem, type Typed, tooLong } from '#base/form.js';

export const reasonAtMost = 300;

export interface WithdrawDraft {
  readonly reason: string;
  readonly destroy: boolean;
}

export function readWithdraw(
  typed: Typed,
  { mayDestroy, mayKeep }: { readonly mayDestroy: boolean; readonly mayKeep: boolean },
): { readonly draft: WithdrawDraft | null; readonly problems: readonly FieldProblem[] } {
  const reason = (typed['reason'] ?? '').trim().replace(/\s+/g, ' ');
  // Whoever has no choice makes none.
  const answers = !mayDestroy ? 'keep' : !mayKeep ? 'delete' : typed['answers'];
  const problems: FieldProblem[] = [];
  if (answers !== 'keep' && answers !== 'delete')
    problems.push({ field: 'answers', message: 'Choose what happens to the answers that were given with it' });
  if (reason === '')
    problems.push({
      field: 'reason',
      message: 'Say why. The reason is kept in the journal, and the other side reads it',
    });
  else if (reason.length > reasonAtMost)
    problems.push({ field: 'reason', message: tooLong(reason.length, reasonAtMost) });
  return { draft: problems.length > 0 ? null : { reason, destroy: answers === 'delete' }, problems };
}
