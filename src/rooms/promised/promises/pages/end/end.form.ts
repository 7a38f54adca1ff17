import { readOr, needed, neededDate, type Read, text, type Typed } from '../act.form.js';
import { needsReason } from '../../rules.js';
import { type Ending, endings, type ReasonKind, reasonKinds } from '../../words.js';

export interface EndTyped {
  readonly state: Ending;
  readonly on: string;
  readonly by: string;
  readonly reason: { readonly kind: ReasonKind; readonly words: string } | null;
  readonly replacement: string | null;
}

export function readEnd(typed: Typed, today: string): Read<EndTyped> {
  const state = endings.find((one) => one === text(typed, 'state'));
  const on = neededDate(typed, 'on', 'promise ended', today, 'Enter the day on which it ended, like 1 9 2026');
  const kind = reasonKinds.find((one) => one === text(typed, 'reason'));
  const isReasoned = state !== undefined && needsReason(state);
  return readOr(
    [
      ...(state ? [] : [{ field: 'state', message: 'Choose how it ends' }]),
      ...on.problems,
      ...needed(typed, 'by', 200, 'Say who declares or decided this: a role or a body, never a name'),
      ...(isReasoned && !kind ? [{ field: 'reason', message: 'Choose a reason. Every end but “kept” has one' }] : []),
      ...(isReasoned ? needed(typed, 'why', 2000, 'Say in plain words why') : []),
      ...(state === 'replaced' && text(typed, 'replacement') === ''
        ? [{ field: 'replacement', message: 'Choose the promise that takes its place' }]
        : []),
    ],
    () => ({
      state: state ?? 'kept',
      on: on.date,
      by: text(typed, 'by'),
      reason: isReasoned && kind ? { kind, words: text(typed, 'why') } : null,
      replacement: state === 'replaced' ? text(typed, 'replacement') : null,
    }),
  );
}
