/** One change to a draft at a time. A key is made from the first title and stays, whatever the title becomes; no key is given twice. */
import { withoutLastWord } from '#base/ends.js';
import { freeSlug } from '#base/slug.js';
import type { FrameworkDraft, FrameworkEdit } from './words.js';

interface Keyed {
  readonly key: string;
}

/** What an edit made of a draft, and the key it was about; null where the draft has nothing of that key. */
export type Edited = { readonly draft: FrameworkDraft; readonly key: string | null } | null;

/** The draft after the edit. `taken` has every key that is in use or was ever published. */
export function editedDraft(draft: FrameworkDraft, edit: FrameworkEdit, taken: ReadonlySet<string>): Edited {
  switch (edit.code) {
    case 'about':
      return { draft: { ...draft, name: edit.name, summary: edit.summary, sources: edit.sources }, key: null };
    case 'theme': {
      const found = put(draft.themes, edit.key, edit.theme, edit.theme.title, taken);
      return found && { draft: { ...draft, themes: found.list }, key: found.key };
    }
    case 'ask': {
      const found = put(draft.asks, edit.key, edit.ask, edit.ask.text, taken);
      return found && { draft: { ...draft, asks: found.list }, key: found.key };
    }
    case 'wording': {
      const found = put(draft.wordings, edit.key, edit.wording, edit.wording.name, taken);
      return found && { draft: { ...draft, wordings: found.list }, key: found.key };
    }
    case 'move theme': {
      const theme = draft.themes.find(({ key }) => key === edit.key);
      // Themes of one kind stand together: one moves among its own.
      return theme
        ? {
            draft: { ...draft, themes: moved(draft.themes, edit.key, edit.way, (other) => other.kind === theme.kind) },
            key: edit.key,
          }
        : null;
    }
    case 'move ask': {
      const ask = draft.asks.find(({ key }) => key === edit.key);
      return ask
        ? {
            draft: {
              ...draft,
              asks: moved(
                draft.asks,
                edit.key,
                edit.way,
                (other) => other.theme === ask.theme && other.audience === ask.audience,
              ),
            },
            key: edit.key,
          }
        : null;
    }
    case 'remove theme':
      return has(draft.themes, edit.key)
        ? {
            draft: {
              ...draft,
              themes: without(draft.themes, edit.key),
              // What was asked under it goes with it, and no wording names it any more.
              asks: draft.asks.filter(({ theme }) => theme !== edit.key),
              wordings: draft.wordings.map((wording) => ({
                ...wording,
                themes: wording.themes.filter(({ theme }) => theme !== edit.key),
              })),
            },
            key: edit.key,
          }
        : null;
    case 'remove ask':
      return has(draft.asks, edit.key)
        ? { draft: { ...draft, asks: without(draft.asks, edit.key) }, key: edit.key }
        : null;
    case 'remove wording':
      return has(draft.wordings, edit.key)
        ? { draft: { ...draft, wordings: without(draft.wordings, edit.key) }, key: edit.key }
        : null;
  }
}

function has(list: readonly Keyed[], key: string): boolean {
  return list.some((one) => one.key === key);
}

function without<T extends Keyed>(list: readonly T[], key: string): readonly T[] {
  return list.filter((one) => one.key !== key);
}

/** A key has a few words, so that it can stand in an address. */
const keyAtMost = 40;

function put<T extends Keyed>(
  list: readonly T[],
  key: string | null,
  value: Omit<T, 'key'>,
  title: string,
  taken: ReadonlySet<string>,
): { readonly list: readonly (T | (Omit<T, 'key'> & Keyed))[]; readonly key: string } | null {
  if (key === null) {
    const short = title.length <= keyAtMost ? title : withoutLastWord(title.slice(0, keyAtMost));
    // "new" is the address of the form for another one.
    const made = freeSlug(short, (candidate) => candidate === 'new' || taken.has(candidate));
    return { list: [...list, { ...value, key: made }], key: made };
  }
  return has(list, key) ? { list: list.map((one) => (one.key === key ? { ...value, key } : one)), key } : null;
}

/** Exchanges one with its neighbour among those it stands beside; at the end of the row nothing moves. */
function moved<T extends Keyed>(
  list: readonly T[],
  key: string,
  way: 'up' | 'down',
  beside: (other: T) => boolean,
): readonly T[] {
  const at = list.findIndex((one) => one.key === key);
  const places = list.flatMap((one, index) => (beside(one) ? [index] : []));
  const target = places[places.indexOf(at) + (way === 'up' ? -1 : 1)];
  const [own, other] = [list[at], target === undefined ? undefined : list[target]];
  if (!own || !other || target === undefined) return list;
  return list.map((one, index) => (index === at ? other : index === target ? own : one));
}
