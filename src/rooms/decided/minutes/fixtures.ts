/** For tests: minutes as an import gives them, with believable defaults. The people are invented. */
import { prose } from '#base/prose.js';
import type { MinutesDraft } from './acts.js';
import type { MinutesEntry } from './words.js';

export function entry(text: string, more: Partial<MinutesEntry> = {}): MinutesEntry {
  return { kind: 'note', speaker: null, prose: prose(text), ...more };
}

type Item = MinutesDraft['items'][number];

/** An item of minutes; what is said in it, and what was decided, by words alone. */
export function minute(
  number: string | null,
  title: string,
  said: readonly (string | MinutesEntry)[] = [],
  decided: readonly string[] = [],
): Item {
  const entries = said.map((one) => (typeof one === 'string' ? entry(one) : one));
  return { number, title, entries, decisions: decided.map((text) => prose(text)) };
}

export function minutesDraft(more: Partial<MinutesDraft> = {}): MinutesDraft {
  return { title: 'Minutes', state: 'not stated', carriedBy: null, leftovers: [], items: [], ...more };
}
