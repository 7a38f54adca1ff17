/** What pages of one instrument have in common: the way here, and the times of change that their forms carry. */
import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import type { InstrumentRecord } from '../lookups.js';
import { instrumentPaths } from '../paths.js';
import { inLanguage } from '../rules.js';
import { titleWords } from '../view-words.js';
import type { Item } from '../words.js';

export const instrumentParams = z.object({ instrument: slugParameter });
/** A draft may have a name that is not well formed yet, so that it can be put right. */
export const questionParams = z.object({ instrument: slugParameter, item: slugParameter });

export function crumbsOf(
  found: InstrumentRecord,
  text: string,
): readonly { readonly text: string; readonly href?: string }[] {
  return [
    { text: 'Workspace', href: '/work' },
    { text: 'Instruments', href: instrumentPaths.all() },
    { text: titleWords(found.draft), href: instrumentPaths.one(found.slug) },
    { text },
  ];
}

export function seenAt(found: InstrumentRecord): string {
  return found.changed_at.toISOString();
}

/** The words of an item in the instrument's first language; its name where it has none. */
export function wordsOf(found: InstrumentRecord, item: Item): string {
  const [first = 'en'] = found.draft.languages;
  return inLanguage(item.texts, first, first) || item.key;
}

export const meanwhileMessage = 'Somebody else changed this instrument after you opened this page';
