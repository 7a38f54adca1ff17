/** What a framework must have before it can be published, and how its wordings are read. */
import { fold } from '#base/fold.js';
import type {
  FrameworkContent,
  FrameworkDraft,
  FrameworkKind,
  FrameworkProblem,
  Theme,
  ThemeKind,
  Wording,
} from './words.js';

/** Under which kinds of theme somebody promises: a charter's principles, or every kind of ask. */
export function promisedThemes<T extends Pick<Theme, 'kind'>>(kind: FrameworkKind, themes: readonly T[]): readonly T[] {
  const wanted: ThemeKind = kind === 'charter' ? 'principle' : 'kind of ask';
  return themes.filter((theme) => theme.kind === wanted);
}

function twice(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}

/** Every key of a draft: of its themes, its asks and its wordings. */
export function draftKeys(draft: Pick<FrameworkDraft, 'themes' | 'asks' | 'wordings'>): readonly string[] {
  return [...draft.themes, ...draft.asks, ...draft.wordings].map(({ key }) => key);
}

/** What was published, in the form in which its keeper works on it. */
export function asDraft({ framework, summary, themes, asks, wordings, sources }: FrameworkContent): FrameworkDraft {
  return { name: framework.name, summary, themes, asks, wordings, sources };
}

/** Everything that keeps a draft from being published; none means that it may be. */
export function frameworkProblems(
  draft: FrameworkDraft,
  kind: FrameworkKind,
  retired: readonly string[] = [],
): readonly FrameworkProblem[] {
  const keys = draft.themes.map(({ key }) => key);
  const promised = promisedThemes(kind, draft.themes).map(({ key }) => key);
  return [
    ...(draft.name.trim() === '' ? [{ code: 'no name' as const }] : []),
    ...(promised.length === 0 ? [{ code: 'no theme' as const }] : []),
    ...(draft.asks.length === 0 ? [{ code: 'no ask' as const }] : []),
    ...draft.themes
      .filter(({ title }) => title.trim() === '')
      .map(({ key }) => ({ code: 'theme without title' as const, key })),
    ...twice(keys).map((key) => ({ code: 'theme twice' as const, key })),
    ...draftKeys(draft)
      .filter((key) => retired.includes(key))
      .map((key) => ({ code: 'key used before' as const, key })),
    ...draft.asks
      .filter(({ text }) => text.trim() === '')
      .map(({ key }) => ({ code: 'ask without text' as const, key })),
    ...twice(draft.asks.map(({ key }) => key)).map((key) => ({ code: 'ask twice' as const, key })),
    ...draft.asks.flatMap(({ key, theme }) =>
      theme === null || keys.includes(theme) ? [] : [{ code: 'theme not there' as const, key, theme }],
    ),
    ...draft.wordings.flatMap((wording) =>
      wording.themes
        .filter(({ theme }) => !keys.includes(theme))
        .map(({ theme }) => ({ code: 'theme not there' as const, key: wording.key, theme })),
    ),
    // A wording names each promised theme once, or a heading could not be led back to its theme.
    ...draft.wordings.flatMap((wording) => {
      const named = wording.themes.map(({ theme }) => theme);
      const missing = promised.filter((key) => named.filter((one) => one === key).length !== 1);
      return missing.length === 0 ? [] : [{ code: 'wording incomplete' as const, key: wording.key, themes: missing }];
    }),
  ];
}

function comparable(title: string): string {
  return fold(title)
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The theme that a heading names, in the framework's own words or in one of its wordings; null where it names none. Never a guess. */
export function themeNamed(
  heading: string,
  themes: readonly Pick<Theme, 'key' | 'title'>[],
  wordings: readonly Pick<Wording, 'themes'>[],
): string | null {
  const asked = comparable(heading);
  if (asked === '') return null;
  const names = [
    ...themes.map(({ key, title }) => ({ key, title })),
    ...wordings.flatMap((wording) => wording.themes.map(({ theme, title }) => ({ key: theme, title }))),
  ];
  const found = new Set(names.filter(({ title }) => comparable(title) === asked).map(({ key }) => key));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}
