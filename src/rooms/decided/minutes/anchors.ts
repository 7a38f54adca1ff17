/** The addresses inside the page of a meeting's minutes; decisions and actions across meetings link to them. */
import { withoutEnds } from '#base/ends.js';
import type { MinutesPaper } from './words.js';

export interface MinutesPageAnchors {
  readonly items: readonly {
    readonly id: string;
    readonly entries: readonly string[];
    readonly decisions: readonly string[];
    readonly actions: readonly string[];
  }[];
  readonly leftovers: readonly string[];
}

/** "minute-3", "minute-3-decision-1": unique, the same each time, valid as an HTML id whatever the numbers look like. */
export function minutesAnchors(minutes: MinutesPaper): MinutesPageAnchors {
  const taken = new Set<string>();
  const claim = (wish: string): string => {
    let id = wish;
    for (let copy = 2; taken.has(id); copy += 1) id = `${wish}-${copy}`;
    taken.add(id);
    return id;
  };
  return {
    items: minutes.items.map((item, at) => {
      const id = claim(`minute-${asId(item.number) || `n${at + 1}`}`);
      return {
        id,
        entries: item.entries.map((_, index) => claim(`${id}-e${index + 1}`)),
        decisions: item.decisions.map((_, index) => claim(`${id}-decision-${index + 1}`)),
        actions: item.actions.map((_, index) => claim(`${id}-action-${index + 1}`)),
      };
    }),
    leftovers: minutes.leftovers.map((_, at) => claim(`leftovers-b${at + 1}`)),
  };
}

function asId(number: string | null): string {
  return withoutEnds(
    (number ?? '')
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, '-'),
    /[-.]/,
  );
}
