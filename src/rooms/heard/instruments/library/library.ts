/**
 * The library of questions that comes with Kept: in our own words, by theme, with all their languages. A question is
 * taken whole; what was taken before stays as it is. Pure.
 */
import { belongingAndSafety } from '../templates/belonging-and-safety.js';
import { freeKey, keysGiven } from '../draft-edits.js';
import { inLanguage } from '../rules.js';
import type { InstrumentContent, Item } from '../words.js';
import { adultQuestions } from './adults.js';
import { studentQuestions } from './students.js';
import type { LibraryQuestion, LibraryTheme } from './writing.js';

/** Addresses of instruments have no capital letter: none of them is taken for the library. */
export const libraryName = 'Kept';

const themesOfTemplate: Readonly<Record<string, LibraryTheme>> = {
  'year-primary': 'about you',
  'year-secondary': 'about you',
  'help-to-learn': 'about you',
  'years-here': 'about you',
  belonging: 'belonging',
  'belonging-helps': 'belonging',
  'belonging-stops': 'belonging',
  'time-to-know': 'belonging',
  safe: 'safety',
  'safety-helps': 'safety',
  'somebody-to-tell': 'trusted adults',
  'listened-to': 'being heard',
  'something-changed': 'being heard',
  'what-changed': 'being heard',
  'told-back': 'being heard',
  'one-thing': 'being heard',
};

/** Those of the study on belonging and safety, and those that were written beside them. */
export const library: readonly LibraryQuestion[] = [
  ...belongingAndSafety.items.flatMap((item): readonly LibraryQuestion[] => {
    const theme = themesOfTemplate[item.key];
    return theme === undefined ? [] : [{ theme, version: 1, item }];
  }),
  ...studentQuestions,
  ...adultQuestions,
];

/** Whether an instrument has the question already: taken from here, or with the template that it comes from. */
export function isTaken(draft: InstrumentContent, { item }: LibraryQuestion): boolean {
  return draft.items.some(
    (one) =>
      (one.source?.library === libraryName && one.source.key === item.key) ||
      (one.key === item.key && inLanguage(one.texts, 'en', 'en') === inLanguage(item.texts, 'en', 'en')),
  );
}

/** A copy with all its languages and where it came from, under a name that neither the draft nor a version has given. Recordings stay where they are. */
export function takenFromLibrary(
  item: Item,
  source: { readonly library: string; readonly version: number },
  draft: InstrumentContent,
  sealed: readonly InstrumentContent[],
): Item {
  const { sounds: _, ...rest } = item;
  return {
    ...rest,
    key: freeKey(item.key, keysGiven(draft, sealed)),
    source: { library: source.library, key: item.key, version: source.version },
  };
}
