/** Rules of actions: pure, so that a page and a test ask the same. */

export interface Followed {
  readonly due: string | null;
  /** As the board said it; null where it said nothing. */
  readonly state: string | null;
}

/**
 * Overdue is worked out from the day in London, and only of an action of which its board says that it still goes on.
 * Never stored: tomorrow it may be another answer.
 */
export function isOverdue({ due, state }: Followed, today: string): boolean {
  return due !== null && due < today && (state === 'open' || state === 'started');
}

/** What is said of how it goes; null where the minutes alone speak, which say what is to be done, by whom and by when. */
export function stateWords(
  action: Followed,
  today: string,
): { readonly text: string; readonly tone: 'red' | 'green' | 'grey' } | null {
  if (action.state === null) return null;
  if (isOverdue(action, today)) return { text: 'Overdue', tone: 'red' };
  return {
    text: `${action.state.charAt(0).toUpperCase()}${action.state.slice(1)}`,
    tone: action.state === 'done' ? 'green' : 'grey',
  };
}
