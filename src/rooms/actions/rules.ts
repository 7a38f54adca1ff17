/** Rules of actions: pure, so that a page and a test ask the same. */

/** Overdue is worked out from the day in London and never stored: tomorrow it may be another answer. */
export function isOverdue(action: { readonly due: string | null; readonly state: string }, today: string): boolean {
  return action.due !== null && action.due < today && (action.state === 'open' || action.state === 'started');
}
